"""A value of which no field is known, as it can be read: key by key, and lists as items."""

from collections.abc import Iterator
from typing import Any

from intervisie_cli.model.casus import STIL
from intervisie_cli.model.draaiboek import ID, LID
from intervisie_cli.model.namen import voluit
from intervisie_cli.model.plain import Item
from intervisie_cli.model.sessie import Groep
from intervisie_cli.tonen.blokken import Lijstpunt, Opsomming, Veldregel
from intervisie_cli.vragen.soorten.soort import ja_of_nee

_GEEN_DEEL = frozenset([ID, LID, STIL])


def blok(
    groep: Groep,
    naam: str,
    waarde: Any,
) -> Veldregel | Opsomming:
    """The block of *waarde* below or behind its name."""
    if isinstance(waarde, dict):
        return Opsomming(naam, tuple(_sleutels(groep, waarde)))
    if isinstance(waarde, list):
        return Opsomming(naam, tuple(_punt(groep, deel) for deel in waarde))
    return Veldregel(naam, _in_woorden(groep, waarde))


def _sleutels(groep: Groep, delen: Item) -> Iterator[Lijstpunt]:
    """An item for each key."""
    for deel in _delen(groep, delen):
        if isinstance(deel, Opsomming):
            yield Lijstpunt(deel.naam, "", (deel._replace(naam=""),))
        else:
            yield Lijstpunt(deel.naam, deel.tekst)


def _punt(groep: Groep, waarde: Any) -> Lijstpunt:
    """One item: of several keys the first text with who said it, and the rest below that."""
    if isinstance(waarde, list):
        return Lijstpunt("", "", (blok(groep, "", waarde),))
    if not isinstance(waarde, dict):
        return Lijstpunt("", _in_woorden(groep, waarde))
    rest = {naam: deel for naam, deel in waarde.items() if naam not in _GEEN_DEEL}
    wie = ""
    if waarde.get(LID):
        wie = groep.roepnaam(str(waarde[LID]))
    tekst = ""
    enkel = [naam for naam in rest if not isinstance(rest[naam], list | dict)]
    if enkel:
        tekst = _in_woorden(groep, rest.pop(enkel[0]))
    return Lijstpunt(wie, tekst, tuple(_delen(groep, rest)))


def _delen(groep: Groep, delen: Item) -> Iterator[Veldregel | Opsomming]:
    for naam, waarde in delen.items():
        # Not by its truth: 'nee' and 0 are answers too.
        if waarde not in (None, "", []):
            yield blok(groep, voluit(naam), waarde)


def _in_woorden(groep: Groep, waarde: Any) -> str:
    if isinstance(waarde, bool):
        return ja_of_nee(waarde)
    if isinstance(waarde, str) and groep.lid(waarde):
        return groep.roepnaam(waarde)
    return str(waarde)
