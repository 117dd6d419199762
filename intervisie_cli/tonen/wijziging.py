"""What a sessie is like after a change: who is there, and the rondes."""

from collections.abc import Iterator
from datetime import date

from intervisie_cli.flows.sessie.wijzig import Bijgesteld
from intervisie_cli.model.sessie import Groep
from intervisie_cli.tonen.sessie import kop
from intervisie_cli.ui.console import Console


def regels(
    uit: Console, groep: Groep, gedaan: Bijgesteld, vandaag: date
) -> Iterator[str]:
    """The lines of `wijzig`."""
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
    if sessie.is_afgerond:
        yield uit.stijl("De sessie is afgerond.")
    elif gedaan.sessie_map.volgende:
        yield uit.stijl(
            f"Nu: {gedaan.sessie_map.volgende.plek.titel}. Typ: intervisie step"
        )
