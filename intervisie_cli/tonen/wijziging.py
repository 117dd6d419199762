"""What a sessie is like after a change: who is there, and the rondes."""

from collections.abc import Iterable, Iterator
from datetime import date

from intervisie_cli.flows.sessie.wijzig import Bijgesteld
from intervisie_cli.groep.gestopt import hervat
from intervisie_cli.groep.stapbestand import StapBestand
from intervisie_cli.model.sessie import Groep, Sessie
from intervisie_cli.tonen.sessie import kop
from intervisie_cli.ui.console import Console


def regels(
    uit: Console,
    groep: Groep,
    gedaan: Bijgesteld,
    bewaard: Iterable[StapBestand],
    vandaag: date,
) -> Iterator[str]:
    """The lines of `wijzig`; *bewaard* are the steps that are not held, with what was typed."""
    if not gedaan.is_nieuw:
        yield uit.stijl("Zo stond het al.")
        return
    sessie = gedaan.sessie_map.sessie
    yield uit.stijl("✓ De sessie is gewijzigd.", "groen")
    yield from kop(uit, groep, gedaan.sessie_map, vandaag)
    for ronde in sessie.rondes:
        naam = groep.roepnaam(ronde.inbrenger)
        if ronde.is_vervallen:
            naam += " (vervallen)"
        yield from uit.opgemaakt(naam, kop=f"Ronde {ronde.nummer}     ")
    yield from door_vertrek(uit, groep, gedaan)
    yield from wat_bewaard_is(uit, sessie, bewaard)
    if sessie.is_afgerond:
        yield uit.stijl("De sessie is afgerond.")
    elif gedaan.sessie_map.volgende:
        yield uit.stijl(
            f"Nu: {gedaan.sessie_map.volgende.plek.titel}. Typ: intervisie step"
        )


def door_vertrek(uit: Console, groep: Groep, gedaan: Bijgesteld) -> Iterator[str]:
    """What nobody does now that somebody left, and what to type; no line where all goes on."""
    if gedaan.begeleidde and not gedaan.sessie_map.sessie.begeleider_naam:
        zin = f"{groep.roepnaam(gedaan.begeleidde)} begeleidt niet meer."
        typ = "intervisie wijzig --begeleider LID"
        yield from uit.opgemaakt(f"{zin} Wie neemt het over? Typ: {typ}")
    for ronde in gedaan.vervallen:
        lid, naam = ronde.inbrenger, groep.roepnaam(ronde.inbrenger)
        zin = f"Ronde {ronde.nummer} van {naam} vervalt. Komt {naam} terug?"
        typ = f"intervisie wijzig --erbij {lid} --ronde-erbij {lid}"
        yield from uit.opgemaakt(f"{zin} Typ: {typ}")


def vervallen(
    uit: Console,
    gedaan: Bijgesteld,
    nummer: int,
    bewaard: Iterable[StapBestand],
) -> Iterator[str]:
    """What is said when a ronde is dropped in the middle of a step."""
    yield uit.stijl(f"✓ Ronde {nummer} is vervallen.", "groen")
    yield from wat_bewaard_is(uit, gedaan.sessie_map.sessie, bewaard)


def wat_bewaard_is(
    uit: Console,
    sessie: Sessie,
    bewaard: Iterable[StapBestand],
    inspringen: int = 0,
) -> Iterator[str]:
    """That what was typed in a step that is not held is kept, and how to get it back."""
    for stap in bewaard:
        zin = f"{stap.plek.titel}: wat je typte is bewaard. Toch verder? Typ:"
        zin += f" {hervat(sessie, stap)}"
        yield from uit.opgemaakt(zin, inspringen=inspringen)
