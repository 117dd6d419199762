"""Who do an actie, as the file keeps it and as people type it."""

import re
from collections.abc import Iterable
from typing import Any

from intervisie_cli.model.sessie import SAMEN, Groep

_WIJ = re.compile(r"(?:we|wij|iedereen)\b", re.IGNORECASE)
# What follows on a name that does it: 'Kim belt …', where 'Kim bellen' is done by another.
_DOET = frozenset(
    [
        "belt",
        "brengt",
        "doet",
        "gaat",
        "geeft",
        "haalt",
        "helpt",
        "kijkt",
        "kookt",
        "komt",
        "leert",
        "leest",
        "maakt",
        "mailt",
        "moet",
        "neemt",
        "plant",
        "regelt",
        "schrijft",
        "stuurt",
        "vraagt",
        "wil",
        "zal",
        "zet",
        "zoekt",
        "zorgt",
    ]
)


def kept(leden: list[str]) -> str | list[str]:
    """One handle, the list when there are more, or the word for all."""
    if SAMEN in leden:
        return SAMEN
    uniek = list(dict.fromkeys(leden))
    if len(uniek) == 1:
        return uniek[0]
    return uniek


def said(zin: str, leden: Iterable[str], groep: Groep) -> list[str]:
    """Who does it as the first words of a sentence say: 'wij …', 'Kim belt …'; none without."""
    if _WIJ.match(zin):
        return [SAMEN]
    eerste, _, rest = zin.casefold().partition(" ")
    if rest.partition(" ")[0] not in _DOET:
        return []
    return [lid for lid in leden if eerste in _names_of(lid, groep)]


def _names_of(lid: str, groep: Groep) -> tuple[str, str]:
    return lid, groep.roepnaam(lid).casefold()


def typed(wie: Any) -> str:
    """The handles, with 'en' between them."""
    if isinstance(wie, list):
        return " en ".join(map(str, wie))
    return str(wie)
