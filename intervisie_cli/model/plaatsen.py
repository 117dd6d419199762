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
    weg = set()
    for keer in sessie.aanwezig:
        # What names no step of this sessie bounds nothing.
        is_voor = nu < nummers.get(keer.van, 0)
        is_na = nu >= nummers.get(keer.tot, len(plaatsen))
        if is_voor or is_na:
            weg.add(keer.lid)
    return tuple(lid for lid in sessie.deelnemers if lid not in weg)
