"""Reads a sessie for the checks, and tells where in a file a finding stands.

All that can be read is read, and what cannot is named.
"""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from intervisie_cli.checks.register import REGELS
from intervisie_cli.checks.verslag.geval import (
    Gevonden,
    Plaats,
    SessieVerslag,
    StapVerslag,
)
from intervisie_cli.groep import draaiboeken, formulieren, notulen, sessies
from intervisie_cli.groep.ontbrekend import missing
from intervisie_cli.groep.stapbestand import StapBestand
from intervisie_cli.model.bevinding import Vindplaats
from intervisie_cli.model.casus import STIL
from intervisie_cli.model.draaiboek import Draaiboek
from intervisie_cli.model.fouten import IntervisieError
from intervisie_cli.model.plain import Sleutels
from intervisie_cli.model.sessie import KLAAR, Groep, Plek, plekken
from intervisie_cli.records import sessie as sessie_yaml
from intervisie_cli.records.document import Document
from intervisie_cli.taal.bedoeld import bedoeld
from intervisie_cli.vragen.verschreven import ontbreekt, verschreven
from intervisie_cli.vragen.vreemd import vreemd


class GelezenSessie(NamedTuple):
    """A sessie for the rules: its files as documents, its steps by path, and its draaiboek."""

    verslag: SessieVerslag
    documenten: dict[str, Document]
    plekken: dict[str, Plek]
    draaiboek: Draaiboek


def lees(
    root: Path,
    groep: Groep,
    folder: str,
    typ_step: Callable[[], str],
) -> GelezenSessie:
    """Read the sessie in *folder*, of which *typ_step* gives what to type for a step.

    Raises IntervisieError when sessie.yaml or its draaiboek cannot be read.
    """
    sessie, document = sessies.read_sessie(root, folder)
    draaiboek = draaiboeken.of_sessie(root, sessie)
    documenten = {f"{folder}/{sessie_yaml.BESTAND}": document}
    plek_van_pad: dict[str, Plek] = {}
    stappen: list[StapVerslag] = []
    bestanden: list[StapBestand] = []
    onleesbaar: list[tuple[str, str]] = []
    for plek in plekken(draaiboek, sessie.rondes, sessie.samen):
        plek_van_pad[f"{folder}/{plek.pad}"] = plek
        try:
            stap = sessies.read_stap(root, sessie, plek)
        except IntervisieError as fout:
            onleesbaar.append((f"{folder}/{plek.pad}", fout.kort))
            continue
        bestanden.append(stap)
        if stap.document and stap.raw is not None:
            documenten[stap.pad] = stap.document
            tekst = stap.raw.decode("utf-8", "replace")
            gelezen = StapVerslag(
                plek,
                stap.pad,
                stap.getoond,
                stap.notulen,
                tekst,
                onleesbaar=stap.formulier.fouten,
                afgekapt=stap.document.cut_off_lines(),
                te_laat=tuple(_too_late(stap, stap.document)),
                vreemd=tuple(vreemd(plek.stap, stap.front)),
                verschreven=tuple(verschreven(plek.stap, stap.front)),
                ontbreekt=tuple(_missing(stap)),
            )
            stappen.append(gelezen)
    weg = missing(sessie, bestanden)
    onleesbaar += [(stap.pad, "Dit bestand ontbreekt.") for stap in weg]
    eigen, eigen_onleesbaar = notulen.texts(root, folder)
    onleesbaar += eigen_onleesbaar.items()
    verslag = SessieVerslag(
        sessie,
        groep,
        tuple(stappen),
        tuple(onleesbaar),
        stil=document.data.get(STIL),
        bekende_regels=REGELS,
        eigen_notulen=tuple(
            Plaats(bestand, ("notulen",), tekst) for bestand, tekst in eigen.items()
        ),
        typ_step=typ_step,
        verschreven=tuple(bedoeld(document.data, sessie_yaml.ORDER)),
    )
    return GelezenSessie(verslag, documenten, plek_van_pad, draaiboek)


def _too_late(stap: StapBestand, document: Document) -> Iterator[int]:
    # What was filled in of a step that the group skipped stays there on purpose.
    if stap.status == KLAAR:
        yield from formulieren.too_late(stap.plek.stap, document)


def _missing(stap: StapBestand) -> Iterator[Sleutels]:
    if stap.status == KLAAR and not stap.is_heropend:
        yield from ontbreekt(stap.plek.stap, stap.front)


def vindplaats_of(documenten: Mapping[str, Document], gevonden: Gevonden) -> Vindplaats:
    """Where in its file a finding stands; with columns only when its words stand there as such."""
    plaats = gevonden.plaats
    if plaats.sleutels[:1] == ("#",):
        return Vindplaats(plaats.bestand, int(plaats.sleutels[1]))
    document = documenten.get(plaats.bestand)
    if document is None and plaats.tekst:
        # Own notulen are text from beginning to end.
        return _at(plaats.tekst, gevonden.bevinding.van, gevonden)
    if document is None:
        return Vindplaats(plaats.bestand, 1)
    if plaats.sleutels == ("notulen",):
        begin = document.text().find(plaats.tekst)
        return _at(document.text(), begin + gevonden.bevinding.van, gevonden)
    plek = _find_words(document, gevonden)
    if plek is None:
        return Vindplaats(plaats.bestand, document.line_of(*plaats.sleutels))
    return _at(document.text(), plek, gevonden)


def _find_words(document: Document, gevonden: Gevonden) -> int | None:
    """Where in the text of the file the words of a finding stand, within the value of its keys.

    None when they do not stand there in so many words: YAML folds lines, and has escapes.
    """
    node = document.node.at(*gevonden.plaats.sleutels)
    woorden = _words(gevonden)
    if not woorden or "\n" in woorden:
        return None
    tekst = document.text()
    if node is None:
        # It was filled in by hand, in the form below the front matter.
        plek = tekst.find(woorden, len(tekst) - len(document.body))
        return plek if plek >= 0 else None
    vanaf = _begin_of_yaml(document) + node.start
    plek = tekst.find(woorden, vanaf)
    return plek if 0 <= plek < vanaf + node.end - node.start else None


def _begin_of_yaml(document: Document) -> int:
    """What to add to an offset in the YAML to look in the text of the file."""
    return len("---\n") if document.is_markdown else 0


def _at(tekst: str, plek: int, gevonden: Gevonden) -> Vindplaats:
    regel = tekst.count("\n", 0, plek) + 1
    kolom = plek - tekst.rfind("\n", 0, plek)
    eerste_regel = _words(gevonden).split("\n")[0]
    return Vindplaats(gevonden.plaats.bestand, regel, kolom, kolom + len(eerste_regel))


def _words(gevonden: Gevonden) -> str:
    return gevonden.plaats.tekst[gevonden.bevinding.van : gevonden.bevinding.tot]
