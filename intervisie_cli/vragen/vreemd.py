"""Values in the file of a step that count as nothing, because a hand wrote another kind there."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from intervisie_cli.model.actie import ACTIES, OPVOLGING, OPVOLGING_VELDEN
from intervisie_cli.model.draaiboek import AFGEROND, BEGONNEN, STATUS, Stap, Veld
from intervisie_cli.model.plain import Item, Sleutels
from intervisie_cli.model.sessie import STATUSSEN
from intervisie_cli.vragen.soorten.register import soort_van

# Where a value stands, and why it counts as nothing.
Vreemd = tuple[Sleutels, str]

_STATUS = Veld(STATUS, "keuze", keuzes=STATUSSEN)
_OPVOLGING = Veld(OPVOLGING, "lijst", onderdelen=OPVOLGING_VELDEN)


def vreemd(stap: Stap, data: Item) -> Iterator[Vreemd]:
    """Yield each value in the front matter of *stap* that is none of its kind."""
    for veld in (_STATUS, *stap.velden):
        yield from _veld(veld, data.get(veld.naam), (veld.naam,))
    for naam in (BEGONNEN, AFGEROND):
        if data.get(naam) is not None and not _is_moment(data[naam]):
            yield (naam,), "moet een tijdstip zijn, zoals 2026-11-23T19:30:00+01:00"


def _veld(veld: Veld, waarde: Any, sleutels: Sleutels) -> Iterator[Vreemd]:
    # What was left empty was not said.
    if waarde in (None, ""):
        return
    if not veld.is_lijst:
        reden = soort_van(veld).vreemd(veld, waarde)
        if reden:
            yield sleutels, reden
        return
    if not isinstance(waarde, list):
        yield sleutels, "moet een lijst zijn"
        return
    velden = veld.onderdelen
    if veld.naam == ACTIES:
        velden = (*velden, _OPVOLGING)
    for nummer, item in enumerate(waarde):
        plek = (*sleutels, nummer)
        if not isinstance(item, dict):
            yield plek, "moet bestaan uit regels 'sleutel: waarde'"
            continue
        for deel in velden:
            yield from _veld(deel, item.get(deel.naam), (*plek, deel.naam))


def _is_moment(waarde: Any) -> bool:
    try:
        datetime.fromisoformat(str(waarde))
    except ValueError:
        return False
    return True
