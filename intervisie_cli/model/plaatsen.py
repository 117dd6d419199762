"""The places of a sessie: which one is meant, and who is there."""

from intervisie_cli.model.sessie import Plek, Sessie

Plaatsen = tuple[Plek, ...]


def numbered(plaatsen: Plaatsen) -> dict[str, int]:
    """Which place each reference means; a hand may write the one that people type."""
    nummers = {plek.verwijzing: nummer for nummer, plek in enumerate(plaatsen)}
    vast = {plek.vaste_verwijzing: nummer for nummer, plek in enumerate(plaatsen)}
    return nummers | vast


def there(sessie: Sessie, plaatsen: Plaatsen, plek: Plek) -> tuple[str, ...]:
    """The members who are there at *plek*, one of the *plaatsen* of the sessie."""
    if not sessie.aanwezig:
        return sessie.deelnemers
    nummers = numbered(plaatsen)
    nu = nummers.get(plek.vaste_verwijzing, 0)
    begrensd, er_zijn = set(), set()
    for keer in sessie.aanwezig:
        begrensd.add(keer.lid)
        # What names no step of this sessie bounds nothing.
        van = nummers.get(keer.van, 0)
        tot = nummers.get(keer.tot, len(plaatsen))
        if van <= nu < tot:
            er_zijn.add(keer.lid)
    weg = begrensd - er_zijn
    return tuple(lid for lid in sessie.deelnemers if lid not in weg)
