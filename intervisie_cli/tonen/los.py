"""A value of which no field is known, as it can be read: key by key, and lists as bullets."""

from collections.abc import Iterator
from typing import Any

from intervisie_cli.model.casus import STIL
from intervisie_cli.model.draaiboek import ID, LID
from intervisie_cli.model.namen import voluit
from intervisie_cli.model.plain import Item
from intervisie_cli.model.sessie import Groep
from intervisie_cli.ui.console import Console
from intervisie_cli.vragen.soorten.soort import ja_of_nee

_GEEN_DEEL = frozenset([ID, LID, STIL])


def regels(
    uit: Console,
    groep: Groep,
    kop: str,
    waarde: Any,
    inspringen: int,
) -> Iterator[str]:
    """The lines of *waarde* behind or below *kop*."""
    if not isinstance(waarde, list | dict):
        gezegd = _in_woorden(groep, waarde)
        yield from uit.opgemaakt(gezegd, kop=f"{kop}: ", inspringen=inspringen)
        return
    yield from uit.opgemaakt(kop, "vet", inspringen=inspringen)
    if isinstance(waarde, dict):
        yield from _delen(uit, groep, waarde, inspringen + 2)
        return
    for deel in waarde:
        yield from _punt(uit, groep, deel, inspringen + 2)


def _punt(
    uit: Console,
    groep: Groep,
    waarde: Any,
    inspringen: int,
) -> Iterator[str]:
    """One bullet: of an item its first text with who said it, and the rest below that."""
    if not isinstance(waarde, dict):
        gezegd = _in_woorden(groep, waarde)
        yield from uit.opgemaakt(gezegd, kop="• ", inspringen=inspringen)
        return
    rest = {naam: deel for naam, deel in waarde.items() if naam not in _GEEN_DEEL}
    wie_en_wat = []
    if waarde.get(LID):
        wie_en_wat.append(groep.roepnaam(str(waarde[LID])))
    enkel = [naam for naam in rest if not isinstance(rest[naam], list | dict)]
    eerste = enkel[:1]
    wie_en_wat += [_in_woorden(groep, rest.pop(naam)) for naam in eerste]
    yield from uit.opgemaakt(": ".join(wie_en_wat), kop="• ", inspringen=inspringen)
    yield from _delen(uit, groep, rest, inspringen + 2)


def _delen(
    uit: Console,
    groep: Groep,
    delen: Item,
    inspringen: int,
) -> Iterator[str]:
    for naam, waarde in delen.items():
        # Not by its truth: 'nee' and 0 are answers too.
        if waarde not in (None, "", []):
            yield from regels(uit, groep, voluit(naam), waarde, inspringen)


def _in_woorden(groep: Groep, waarde: Any) -> str:
    if isinstance(waarde, bool):
        return ja_of_nee(waarde)
    if isinstance(waarde, str) and groep.lid(waarde):
        return groep.roepnaam(waarde)
    return str(waarde)
