"""The card of a step: goal, time, what to do, tips, and what it builds on."""

from collections.abc import Iterable, Iterator

from intervisie_cli.model.actie import Actie
from intervisie_cli.model.context import Context
from intervisie_cli.model.draaiboek import Minuten, Stap
from intervisie_cli.tonen.actie import als_open
from intervisie_cli.ui.console import Console, vul

# The headings beside the text: 'Hulpvraag' is the longest.
_MARGE = 11


def duur(minuten: Minuten | None) -> str:
    """The indication of time as people say it: '5-30 min'."""
    if not minuten:
        return "vrij"
    if minuten.min == minuten.max:
        return f"{minuten.max} min"
    # 'From 0 or 1 minutes on' says nothing to somebody who plans.
    if minuten.min <= 1:
        return f"max {minuten.max} min"
    return f"{minuten.min}-{minuten.max} min"


def regels(uit: Console, context: Context) -> Iterator[str]:
    """The card that stands above the questions of a step."""
    yield ""
    yield uit.stijl(_titel(context), "vet", "blauw")
    if context.hulpvraag:
        yield from uit.opgemaakt(context.hulpvraag, "vet", kop=vul("Hulpvraag", _MARGE))
    afspraken = [str(item.get("afspraak", "")) for item in context.afspraken]
    yield from _lijst(uit, "Afspraken van vorige keer", afspraken)
    yield from uitleg(uit, context.stap)
    # Last, so that they stand right above the first question: often that is about them.
    acties = [Actie(item) for item in context.open_acties]
    open_acties = [als_open(context.groep, actie, context.vandaag) for actie in acties]
    yield from _lijst(uit, "Open acties", open_acties)
    yield ""


def _titel(context: Context) -> str:
    stap, ronde = context.stap, context.ronde
    titel = stap.titel
    if ronde:
        inbrenger = context.groep.roepnaam(context.inbrenger)
        titel += f" · ronde {ronde.nummer}, {inbrenger}"
    return f"{titel} · {duur(stap.minuten)}"


def uitleg(uit: Console, stap: Stap) -> Iterator[str]:
    """What a step is for, what to say and do, and tips: the same in every sessie."""
    yield from uit.opgemaakt(stap.doel, kop=vul("Doel", _MARGE))
    if stap.introductie:
        yield from uit.opgemaakt(stap.introductie, kop=vul("Zeg", _MARGE))
    yield from _punten(uit, "Doe", stap.uitvoering)
    yield from _punten(uit, "Tips", stap.tips, "dof")


def _punten(
    uit: Console,
    kop: str,
    zinnen: Iterable[str],
    *stijlen: str,
) -> Iterator[str]:
    """A bullet for each sentence; the heading stands beside the first."""
    for zin in zinnen:
        begin = vul(kop, _MARGE)
        yield from uit.opgemaakt(zin, *stijlen, kop=f"{begin}• ")
        kop = ""


def _lijst(uit: Console, kop: str, teksten: list[str]) -> Iterator[str]:
    """A bullet for each text below a heading; nothing at all without texts."""
    if not teksten:
        return
    yield uit.stijl(kop, "vet")
    for tekst in teksten:
        yield from uit.opgemaakt(tekst, kop="• ", inspringen=2)
