"""What somebody filled in by hand in a step file, in the form below its front matter."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from intervisie_cli.groep import vinden
from intervisie_cli.model.context import Context
from intervisie_cli.model.draaiboek import Stap
from intervisie_cli.model.plain import Data, texts_in
from intervisie_cli.model.sessie import Plek, Sessie
from intervisie_cli.records.document import Document
from intervisie_cli.vragen.formulier.indeling import entries, has_values
from intervisie_cli.vragen.formulier.labels import labels_of


class Formulier(NamedTuple):
    """What a form says as data, and the body without its lines.

    *fouten* are the lines of the file that cannot be read, with the reason.
    """

    data: Data
    rest: str
    fouten: tuple[tuple[int, str], ...] = ()


LEEG = Formulier({}, "")


def too_late(stap: Stap, document: Document) -> Iterator[int]:
    """The lines of the file that fill in a form of a step that is recorded, and stand nowhere else.

    They are notulen by then: who wrote them may think that they count.
    """
    if not has_values(stap, document.body):
        return
    vastgelegd = {tekst.casefold() for tekst in texts_in(document.data)}
    boven = document.text().count("\n") - document.body.count("\n")
    for invoer in entries(document.body.split("\n"), labels_of(stap)):
        gezegd = invoer.tekst.casefold()
        _, _, zonder_naam = gezegd.partition(": ")
        if gezegd and not vastgelegd & {gezegd, zonder_naam}:
            yield boven + invoer.begin + 1


def read(
    root: Path,
    sessie: Sessie,
    plek: Plek,
    document: Document | None,
) -> Formulier:
    """Read the form in *document*; LEEG where nobody filled in anything."""
    if not document or not has_values(plek.stap, document.body):
        return LEEG
    from intervisie_cli.vragen.formulier.gegevens import data_of
    from intervisie_cli.vragen.formulier.lezen import lees

    context = Context(plek.stap, sessie, plek.ronde, vinden.known_groep(root))
    ingevuld = lees(context, document.body, document.data)
    boven = document.text().count("\n") - document.body.count("\n")
    fouten = tuple((boven + regel, reden) for regel, reden in ingevuld.fouten)
    return Formulier(data_of(context, ingevuld.antwoorden), ingevuld.rest, fouten)
