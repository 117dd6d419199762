"""Who is there for a part of a sessie: somebody came later, or left before the end."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Aanwezig(NamedTuple):
    """When a member is there, where that is not the whole sessie.

    From the step *van* on, and up to the step *tot*; each as a step is typed ('1/advisering'), ''
    for no bound.
    """

    id: str
    lid: str
    van: str = ""
    tot: str = ""


def there(
    deelnemers: Iterable[str],
    keren: Iterable[Aanwezig],
    stappen: Sequence[str],
    nu: str,
) -> tuple[str, ...]:
    """Those of *deelnemers* who are there in the step *nu*, of *stappen* in their order."""
    nummers = {stap: nummer for nummer, stap in enumerate(stappen)}
    nummer = nummers.get(nu, 0)
    weg = set()
    for keer in keren:
        # What names no step of this sessie bounds nothing.
        is_voor = nummer < nummers.get(keer.van, 0)
        is_na = nummer >= nummers.get(keer.tot, len(stappen))
        if is_voor or is_na:
            weg.add(keer.lid)
    return tuple(lid for lid in deelnemers if lid not in weg)
