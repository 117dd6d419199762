"""The blank notulen of a draaiboek, to print and to fill in by hand."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain, groupby

from intervisie_cli.model.context import Context
from intervisie_cli.model.draaiboek import Draaiboek
from intervisie_cli.model.sessie import Groep, Plek, Ronde, Sessie, plekken
from intervisie_cli.records.stap import own_lines
from intervisie_cli.tonen.blokken import Blad, Blok, Kop, Schrijfruimte, Titel
from intervisie_cli.tonen.papier import op_papier
from intervisie_cli.tonen.vormen import tekst
from intervisie_cli.ui.console import Console
from intervisie_cli.vragen.formulier.samen import is_choice
from intervisie_cli.vragen.formulier.schrijven import form_lines

_KOP = (
    "Datum:",
    "Thema:",
    "Deelnemers:",
    "Begeleider:",
    "Notulist, of ieder voor zich:",
)
_RONDE = "Ronde van (inbrenger):"
# What stands above the steps is not asked again by a step.
_BOVENAAN = {*_KOP, "Inbrenger:"}
# Lines to write on for what a step asks.
_SCHRIJFREGELS = 3
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
    delen = [
        [list(tekst.regels(uit, groep)) for groep in deel] for deel in _delen(draaiboek)
    ]
    return op_papier(uit, delen)


def blokken(draaiboek: Draaiboek) -> Iterator[Blok]:
    """The same pages as blocks."""
    for nummer, deel in enumerate(_delen(draaiboek)):
        if nummer:
            yield Blad()
        yield from chain.from_iterable(deel)


def _delen(draaiboek: Draaiboek) -> list[list[list[Blok]]]:
    """What stands together on paper, in the parts that each begin a page."""
    een_ronde = (Ronde("", 1, ""),)
    per_deel = groupby(plekken(draaiboek, een_ronde), lambda plek: plek.ronde)
    delen = [_deel(ronde, van_deel) for ronde, van_deel in per_deel]
    delen[0].insert(0, list(_kop(draaiboek)))
    return delen


def _deel(ronde: Ronde | None, van_deel: Iterable[Plek]) -> list[list[Blok]]:
    groepen = [list(_stap(plek)) for plek in van_deel]
    if ronde:
        groepen.insert(0, [Schrijfruimte(_RONDE, 1)])
    return groepen


def _kop(draaiboek: Draaiboek) -> Iterator[Blok]:
    yield Titel(f"Notulen · {draaiboek.titel}")
    for label in _KOP:
        yield Schrijfruimte(label, 1)


def _stap(plek: Plek) -> Iterator[Blok]:
    """The form that `new` puts in the file of the step, with room to write."""
    yield Kop(f"{plek.stap.nummer} {plek.stap.titel}")
    regels = [regel.strip().removeprefix("- ") for regel in _formulier(plek)]
    te_vragen = [regel for regel in regels if regel not in ("", *_BOVENAAN)]
    for regel in te_vragen or ["Notulen:"]:
        # Text that asks nothing has no room behind it.
        yield Schrijfruimte(regel, _SCHRIJFREGELS if regel.endswith(":") else 0)


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
