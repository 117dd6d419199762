"""The plekken of a sessie: which one is meant, and who is there."""

from intervisie_cli.model.sessie import Plek, Sessie


def numbered(plekken: tuple[Plek, ...]) -> dict[str, int]:
    """Which plek each reference means; a hand may write the one that people type."""
    nummers = {plek.verwijzing: nummer for nummer, plek in enumerate(plekken)}
    vast = {plek.vaste_verwijzing: nummer for nummer, plek in enumerate(plekken)}
    return nummers | vast


def there(
    sessie: Sessie,
    plekken: tuple[Plek, ...],
    plek: Plek,
) -> tuple[str, ...]:
    """The members who are there at *plek*, one of the *plekken* of the sessie."""
    if not sessie.aanwezig:
        return sessie.deelnemers
    nummers = numbered(plekken)
    nu = nummers.get(plek.vaste_verwijzing, 0)
    begrensd, er_zijn = set(), set()
    for keer in sessie.aanwezig:
        begrensd.add(keer.lid)
        # What names no step of this sessie bounds nothing.
        van = nummers.get(keer.van, 0)
        tot = nummers.get(keer.tot, len(plekken))
        if van <= nu < tot:
            er_zijn.add(keer.lid)
    weg = begrensd - er_zijn
    return tuple(lid for lid in sessie.deelnemers if lid not in weg)
