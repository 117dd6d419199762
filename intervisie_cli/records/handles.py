"""Members by the handle that they have now, in what was recorded under an earlier one.

The file keeps what it says, until the part is recorded anew.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from intervisie_cli.model.draaiboek import LID, SLAAT_OVER, Veld
from intervisie_cli.records.document import Document

# Earlier handle → the one of now.
Eerder = Mapping[str, str]
NIEMAND: Eerder = {}
# Where a handle stands in every step, and in a sessie.yaml.
_ALTIJD = (
    LID,
    SLAAT_OVER,
    "zelf",
    "hier",
    "deelnemers",
    "inbrenger",
    "begeleider",
    "notulist",
)
# The kinds of field that hold one handle or more.
_SOORTEN = ("doeners", "inbrenger", "leden", "lid", "rol")


def by_now(document: Document, eerder: Eerder, velden: Sequence[Veld] = ()) -> Document:
    """The document as it is to be read; *velden* are those of its step."""
    if not eerder:
        return document
    sleutels = {*_ALTIJD, *_of_members(velden)}
    return document.seen_as(_in_map(document.data, eerder, sleutels))


def _of_members(velden: Sequence[Veld]) -> Iterator[str]:
    for veld in velden:
        if veld.soort in _SOORTEN:
            yield veld.naam
        yield from _of_members(veld.onderdelen)


def _in_map(
    data: Mapping[str, Any],
    eerder: Eerder,
    sleutels: Collection[str],
) -> dict[str, Any]:
    gelezen = {}
    for sleutel, waarde in data.items():
        if sleutel in sleutels and _holds_handles(waarde):
            gelezen[sleutel] = _renamed(waarde, eerder)
        else:
            gelezen[sleutel] = _below(waarde, eerder, sleutels)
    return gelezen


def _below(waarde: Any, eerder: Eerder, sleutels: Collection[str]) -> Any:
    if isinstance(waarde, dict):
        return _in_map(waarde, eerder, sleutels)
    if isinstance(waarde, list):
        return [_below(deel, eerder, sleutels) for deel in waarde]
    return waarde


def _holds_handles(waarde: Any) -> bool:
    if isinstance(waarde, list):
        return all(isinstance(deel, str) for deel in waarde)
    return isinstance(waarde, str)


def _renamed(waarde: Any, eerder: Eerder) -> Any:
    if isinstance(waarde, str):
        return eerder.get(waarde, waarde)
    # Two laptops can each have written another handle of one member.
    return list(dict.fromkeys(eerder.get(deel, deel) for deel in waarde))
