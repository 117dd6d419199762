"""Keys that a hand misspelled, and answers that are missing in a step that is done."""

from collections.abc import Iterator

from intervisie_cli.model.draaiboek import Stap, Veld, Voorwaarde
from intervisie_cli.model.plain import Item, Sleutels, items_in
from intervisie_cli.taal.bedoeld import bedoeld
from intervisie_cli.vragen.soorten.register import soort_van

# Where a key stands, and the key that was meant.
Verschreven = tuple[Sleutels, str]


def verschreven(stap: Stap, data: Item) -> Iterator[Verschreven]:
    """Yield each key of a step file that is none, and looks like one."""
    for naam, lijkt in bedoeld(data, stap.sleutels):
        yield (naam,), lijkt
    for veld in stap.velden:
        if not veld.is_lijst:
            continue
        delen = [deel.naam for deel in veld.onderdelen]
        for nummer, item in enumerate(items_in(data.get(veld.naam))):
            for naam, lijkt in bedoeld(item, delen):
                yield (veld.naam, nummer, naam), lijkt


def ontbreekt(stap: Stap, data: Item) -> Iterator[Sleutels]:
    """Yield where an answer is missing that a step which is done has to have."""
    for veld in stap.velden:
        if veld.is_lijst:
            for nummer, item in enumerate(items_in(data.get(veld.naam))):
                if not item.get(veld.enkelvoud):
                    yield veld.naam, nummer, veld.enkelvoud
        elif _is_owed(veld) and data.get(veld.naam) in (None, ""):
            yield (veld.naam,)


def _is_owed(veld: Veld) -> bool:
    """Whether it is asked always, and asked of people."""
    return veld.verplicht and veld.als == Voorwaarde() and not soort_van(veld).is_vast
