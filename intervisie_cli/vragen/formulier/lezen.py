"""Reads the form: the answers that its lines give, and what in them cannot be read."""

from typing import NamedTuple

from intervisie_cli.model.context import Context
from intervisie_cli.model.plain import Item
from intervisie_cli.model.vraag import Antwoorden
from intervisie_cli.vragen.formulier.indeling import (
    Invoer,
    empty_labels,
    entries,
    has_form,
    without,
)
from intervisie_cli.vragen.formulier.labels import labels_of
from intervisie_cli.vragen.formulier.lezing import Lezing
from intervisie_cli.vragen.lines.onleesbaar import Onleesbaar
from intervisie_cli.vragen.soorten.register import soort_van

_NIETS: Item = {}


class Ingevuld(NamedTuple):
    """What a form says: answers, the lines that cannot be read with why not, the other text.

    Lines count from 1. What cannot be read stands in *rest* too.
    """

    antwoorden: Antwoorden
    fouten: tuple[tuple[int, str], ...]
    rest: str


def lees(context: Context, tekst: str, front: Item = _NIETS) -> Ingevuld:
    """Read the form in *tekst*. Never raises, and loses nothing.

    What the front matter has already, with something else, stays text.
    """
    if not has_form(tekst):
        return Ingevuld({}, (), tekst)
    regels = tekst.split("\n")
    labels = labels_of(context.stap)
    weg = empty_labels(context.stap, regels, labels)
    lezing = Lezing(context, front)
    fouten = []
    # What is said of all items is read when they are all there.
    for invoer in sorted(entries(regels, labels), key=_is_of_all):
        if not soort_van(invoer.label.veld).is_gevraagd(invoer.label.veld, context):
            continue
        try:
            lezing.neem(invoer)
        except Onleesbaar as fout:
            fouten.append((invoer.begin + 1, str(fout)))
        else:
            weg.update(range(invoer.begin, invoer.eind))
    rest = without(regels, weg)
    return Ingevuld(lezing.answers(), tuple(sorted(fouten)), rest)


def _is_of_all(invoer: Invoer) -> bool:
    deel = invoer.label.deel
    return deel is not None and deel.in_een_keer
