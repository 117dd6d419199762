"""The card of a step: goal, time, what to do, tips, and what it builds on."""

import re
from collections.abc import Iterable, Iterator

from intervisie_cli.model.actie import Actie
from intervisie_cli.model.context import Context
from intervisie_cli.model.draaiboek import Minuten, Stap
from intervisie_cli.model.sessie import INDIVIDUEEL
from intervisie_cli.tonen.actie import als_open
from intervisie_cli.tonen.sessie import begeleider_van
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
    yield from uit.opgemaakt(_titel(context), "vet", "blauw")
    if context.hulpvraag:
        yield from uit.opgemaakt(context.hulpvraag, "vet", kop=vul("Hulpvraag", _MARGE))
    afspraken = [str(item.get("afspraak", "")) for item in context.afspraken]
    yield from _lijst(uit, "Afspraken van vorige keer", afspraken)
    yield from uitleg(uit, _aan_wie(context))
    # Last, so that they stand right above the first question: often that is about them.
    acties = [Actie(item) for item in context.open_acties]
    open_acties = [als_open(context.groep, actie, context.vandaag) for actie in acties]
    yield from _lijst(uit, "Open acties", open_acties)
    yield ""


def _rollen(context: Context) -> list[str]:
    """Who leads and who takes the notulen, as far as somebody does."""
    groep, sessie = context.groep, context.sessie
    rollen = []
    begeleider = begeleider_van(groep, sessie)
    if begeleider:
        rollen.append(f"{begeleider} begeleidt")
    if sessie.notulist != INDIVIDUEEL:
        rollen.append(f"{groep.roepnaam(sessie.notulist)} notuleert")
    return rollen


def _aan_wie(context: Context) -> Stap:
    """The step with those who are there in place of their roles: 'Kim en Tim, geef …'."""
    stap, groep, sessie = context.stap, context.groep, context.sessie
    # To somebody from outside one speaks by name, as to the others.
    begeleider = sessie.begeleider_naam or groep.roepnaam(sessie.begeleider)
    namen = {"Begeleider": begeleider or "Samen"}
    if context.ronde:
        namen["Inbrenger"] = groep.roepnaam(context.inbrenger)
        er_zijn = context.er_zijn or sessie.deelnemers
        anderen = [lid for lid in er_zijn if lid != context.inbrenger]
        # With nobody else there, the text stays as the draaiboek has it.
        if anderen:
            namen["Overige leden"] = groep.namen(anderen)

    def noem(zin: str) -> str:
        for rol, naam in namen.items():
            # Not by re.sub alone: a backslash in a name would mean something.
            zin = f"{naam},".join(re.split(rf"\b{rol},", zin))
        return zin

    return stap._replace(
        introductie=noem(stap.introductie),
        uitvoering=tuple(map(noem, stap.uitvoering)),
        tips=tuple(map(noem, stap.tips)),
    )


def _titel(context: Context) -> str:
    stap, ronde = context.stap, context.ronde
    titel = stap.titel
    if ronde:
        inbrenger = context.groep.roepnaam(context.inbrenger)
        titel += f" · ronde {ronde.nummer}, {inbrenger}"
    return " · ".join([titel, duur(stap.minuten), *_rollen(context)])


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
