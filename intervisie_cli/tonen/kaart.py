"""The card of a step, and the one-page overview of a draaiboek, as ready lines."""

from typing import Any

from intervisie_cli.model.context import Context
from intervisie_cli.model.draaiboek import Draaiboek, Minuten, Stap
from intervisie_cli.ui.console import Console, breedte_van, kort, vul, wrap
from intervisie_cli.ui.veilig import veilig


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
    regels += _terug(
        console, "Open acties", [_actie(context, actie) for actie in context.open_acties]
    )
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


def _actie(context: Context, actie: dict[str, Any]) -> str:
    wie = context.groep.roepnaam(str(actie["wie"])) if actie.get("wie") else ""
    tot = f"uiterlijk {actie['tot']}" if actie.get("tot") else str(actie.get("ritme") or "")
    extra = ", ".join(deel for deel in (wie, tot) if deel)
    return f"{actie.get('actie', '')}" + (f" ({extra})" if extra else "")


def overzicht(console: Console, draaiboek: Draaiboek) -> list[str]:
    """The one-page card: step, content, time, and whether it is done per ronde."""
    regels = [
        console.stijl(
            f"{draaiboek.titel} · {draaiboek.minuten_min}-{draaiboek.minuten_max} minuten",
            "vet",
            "blauw",
        ),
        *console.opgemaakt(draaiboek.voor_wie),
        "",
    ]
    titels = max(breedte_van(stap.titel) for stap in draaiboek.stappen) + 4
    ruimte = console.breedte - titels - 30
    for stap in draaiboek.stappen:
        begin = vul(kort(f"{stap.nummer} {stap.titel}", titels), titels)
        if ruimte < 20:
            regels += [
                f"{begin}{duur(stap.minuten)}",
                *console.opgemaakt(stap.inhoud, inspringen=2),
            ]
            continue
        per = {"sessie": "sessie", "ronde": "ronde", "keuze": "ronde of sessie"}[stap.per]
        eerste, *verder = wrap(veilig(stap.inhoud), ruimte - 2) or [""]
        regels.append(f"{begin}{vul(eerste, ruimte)}{vul(duur(stap.minuten), 13)}{per}")
        regels += [" " * titels + regel for regel in verder]
    regels += ["", console.stijl("Nodig", "vet")]
    for ding in draaiboek.benodigdheden:
        regels += console.opgemaakt(ding, kop="• ", inspringen=2)
    return regels
