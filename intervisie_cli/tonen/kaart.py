"""The card of a step: goal, time, what to do, tips, and what it builds on."""

from intervisie_cli.model.actie import Actie
from intervisie_cli.model.context import Context
from intervisie_cli.model.draaiboek import Minuten, Stap
from intervisie_cli.tonen.actie import als_open
from intervisie_cli.ui.console import Console


def duur(minuten: Minuten | None) -> str:
    """The indication of time as people say it: '5-30 min'."""
    if not minuten:
        return "vrij"
    if minuten.min == minuten.max:
        return f"{minuten.max} min"
    return f"max {minuten.max} min" if minuten.min <= 1 else f"{minuten.min}-{minuten.max} min"


def kaart(console: Console, context: Context) -> list[str]:
    """The card of a step: goal, time, what to do, tips, and what it builds on."""
    stap = context.stap
    ronde = (
        f" · ronde {context.ronde.nummer}, {context.groep.roepnaam(context.inbrenger)}"
        if context.ronde
        else ""
    )
    regels = ["", console.stijl(f"{stap.titel}{ronde} · {duur(stap.minuten)}", "vet", "blauw")]
    if context.hulpvraag:
        regels += console.opgemaakt(context.hulpvraag, "vet", kop="Hulpvraag  ")
    regels += _terug(
        console,
        "Afspraken van vorige keer",
        [str(a.get("afspraak", "")) for a in context.afspraken],
    )
    regels += _uitleg(console, stap)
    acties = [als_open(context.groep, Actie(item), context.vandaag) for item in context.open_acties]
    regels += _terug(console, "Open acties", acties)
    return [*regels, ""]


def _uitleg(console: Console, stap: Stap) -> list[str]:
    regels = console.opgemaakt(stap.doel, kop="Doel       ")
    if stap.introductie:
        regels += console.opgemaakt(stap.introductie, kop="Zeg        ")
    for nummer, zin in enumerate(stap.uitvoering):
        regels += console.opgemaakt(zin, kop="Doe        • " if nummer == 0 else " " * 11 + "• ")
    for nummer, zin in enumerate(stap.tips):
        regels += console.opgemaakt(
            zin, "dof", kop="Tips       • " if nummer == 0 else " " * 11 + "• "
        )
    return regels


def _terug(console: Console, kop: str, teksten: list[str]) -> list[str]:
    if not teksten:
        return []
    regels = [console.stijl(kop, "vet")]
    for tekst in teksten:
        regels += console.opgemaakt(tekst, kop="• ", inspringen=2)
    return regels
