"""The blank notulen of a draaiboek, to print and to fill in by hand."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby

from intervisie_cli.model.context import Context
from intervisie_cli.model.draaiboek import Draaiboek
from intervisie_cli.model.sessie import Groep, Plek, Ronde, Sessie, plekken
from intervisie_cli.records.stap import own_lines
from intervisie_cli.tonen.papier import op_papier
from intervisie_cli.ui.console import Console, breedte_van
from intervisie_cli.vragen.formulier.samen import is_choice
from intervisie_cli.vragen.formulier.schrijven import form_lines

_KOP = (
    "Datum:",
    "Thema:",
    "Deelnemers:",
    "Begeleider:",
    "Notulist, of ieder voor zich:",
)
_RONDE = "Ronde: ____________________ (inbrenger)"
# What stands above the steps is not asked again by a step.
_BOVENAAN = {*_KOP, "Inbrenger:"}
# Lines to write on for what a step asks, and how long they are at most: at ten letters to an
# inch, A4 has room for 77 between its margins.
_SCHRIJFREGELS = 3
_LENGTE = 76
# Paper is of no sessie and no members; it has room for what an earlier sessie may have given.
_SESSIE = Sessie(
    id="",
    map="",
    draaiboek="",
    datum=date.min,
    thema="",
    deelnemers=(),
    begeleider="",
    notulist="",
    opname=False,
    rondes=(),
)
_EERDER = ({"id": "", "actie": "", "afspraak": ""},)


def regels(uit: Console, draaiboek: Draaiboek) -> Iterator[str]:
    """The pages of `overzicht --formulier`; those of a ronde can be copied for each inbrenger."""
    een_ronde = (Ronde("", 1, ""),)
    per_deel = groupby(plekken(draaiboek, een_ronde), lambda plek: plek.ronde)
    delen = [_deel(uit, ronde, van_deel) for ronde, van_deel in per_deel]
    delen[0].insert(0, list(_kop(uit, draaiboek)))
    return op_papier(uit, delen)


def _deel(
    uit: Console,
    ronde: Ronde | None,
    van_deel: Iterable[Plek],
) -> list[list[str]]:
    blokken = [list(_stap(uit, plek)) for plek in van_deel]
    if ronde:
        blokken.insert(0, uit.opgemaakt(_RONDE, "vet"))
    return blokken


def _kop(uit: Console, draaiboek: Draaiboek) -> Iterator[str]:
    yield uit.stijl(f"Notulen · {draaiboek.titel}", "vet", "blauw")
    for label in _KOP:
        yield from _vak(uit, label, 1)


def _stap(uit: Console, plek: Plek) -> Iterator[str]:
    """The form that `new` puts in the file of the step, with room to write."""
    yield from uit.opgemaakt(f"{plek.stap.nummer} {plek.stap.titel}", "vet", "blauw")
    regels = [regel.strip().removeprefix("- ") for regel in _formulier(plek)]
    te_vragen = [regel for regel in regels if regel not in ("", *_BOVENAAN)]
    for regel in te_vragen or ["Notulen:"]:
        yield from _vak(uit, regel, _SCHRIJFREGELS)


def _formulier(plek: Plek) -> list[str]:
    """The lines of the form without names, and below them those of the draaiboek itself."""
    context = Context(
        plek.stap,
        _SESSIE,
        plek.ronde,
        Groep("", ()),
        zijn_nieuw=True,
        open_acties=_EERDER,
        afspraken=_EERDER,
    )
    regels = [regel for regel in form_lines(context, {}) if not is_choice(regel)]
    return [*regels, *own_lines(plek.stap)]


def _vak(uit: Console, label: str, aantal: int) -> Iterator[str]:
    """A label with lines to write on, the first behind it; text that asks nothing has none.

    There is an empty line above each: handwriting is twice as high as print.
    """
    yield ""
    *boven, onder = uit.opgemaakt(label)
    yield from boven
    if not label.endswith(":"):
        yield onder
        return
    lengte = min(uit.breedte, _LENGTE)
    rest = lengte - breedte_van(onder) - 1
    yield f"{onder} {'_' * rest}"
    for _ in range(aantal - 1):
        yield ""
        yield "_" * lengte
