"""An item that goes, with all that was said of it."""

from intervisie_cli.model.sleutel import VOLGORDE, Sleutel
from intervisie_cli.model.vraag import Antwoorden, Wijziging


def removed(item: Sleutel, antwoorden: Antwoorden) -> Wijziging:
    """What changes when *item* goes; those behind it move up."""
    rij = item._replace(nummer=None)
    nummer = item.nummer or 0
    weg = []
    erbij: Antwoorden = {}
    for sleutel, waarde in antwoorden.items():
        if sleutel.item._replace(nummer=None) != rij or sleutel.nummer is None:
            continue
        if sleutel.nummer >= nummer:
            weg.append(sleutel)
        if sleutel.nummer > nummer:
            erbij[_moved_up(sleutel, item)] = waarde
    volgorde = Sleutel(item.veld, deel=VOLGORDE)
    if volgorde in antwoorden:
        er_zijn = [ander for ander in antwoorden[volgorde] if ander != item]
        erbij[volgorde] = [_moved_up(ander, item) for ander in er_zijn]
    return Wijziging(tuple(weg), erbij)


def _moved_up(sleutel: Sleutel, item: Sleutel) -> Sleutel:
    """A key as it is without *item*."""
    nummer = sleutel.nummer
    if nummer is None or sleutel.lid != item.lid or nummer < (item.nummer or 0):
        return sleutel
    return sleutel._replace(nummer=nummer - 1)
