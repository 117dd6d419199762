"""What kind of thing a word names: an act that is done once, a feeling, a product, a person.

The lists were written apart from the rules, and are far longer: they are what the weighing of an
actie knows of words that no labelled text holds.
"""

from functools import cache, lru_cache
from typing import NamedTuple

from intervisie_cli.taal.lijsten import tabel
from intervisie_cli.taal.stammen import stam_van_vorm
from intervisie_cli.taal.verbuiging import stam_van, stammen_van

_KORTSTE_DEEL = 4
_MEERVOUD = ("en", "s", "jes", "tjes", "je", "tje")


class Werkwoordvorm(NamedTuple):
    """A verb: its kind (klaar, doen, vaag or zwak) and which form of it a word is."""

    soort: str
    vorm: str


@cache
def _werkwoorden() -> dict[str, str]:
    """The stem of each verb with its kind."""
    return {stam_van(heel): soort for heel, soort in tabel("werkwoordsoorten").items()}


def werkwoord(woord: str, losse: tuple[str, ...] = ()) -> Werkwoordvorm | None:
    """The verb that a word is a form of; with one of the parts *losse* if there is such a verb."""
    bekend = _werkwoorden()
    for los in losse:
        for stam, vorm in stammen_van(woord):
            if los + stam in bekend:
                return Werkwoordvorm(bekend[los + stam], vorm)
    for stam, vorm in stammen_van(woord):
        if stam in bekend:
            return Werkwoordvorm(bekend[stam], vorm)
    return None


@lru_cache(maxsize=8192)
def naamwoord(woord: str) -> str:
    """The kind of thing that a noun names, also when it is a compound; '' when not known."""
    bekend = tabel("naamwoordsoorten")
    if woord in bekend:
        return bekend[woord]
    for begin in range(3, len(woord) - _KORTSTE_DEEL + 1):
        if woord[begin:] in bekend:
            return bekend[woord[begin:]]
    for eind in _MEERVOUD:
        enkel = woord.removesuffix(eind)
        if enkel == woord:
            continue
        for kort in (enkel, enkel[:-1]):
            if len(kort) >= _KORTSTE_DEEL and kort in bekend:
                return bekend[kort]
    return ""


def samengesteld(woord: str, los: str) -> str:
    """The stem of the verb that a word makes with a part that stands apart; '' for none.

    'pak' and 'op' are of 'oppakken'.
    """
    bekend = _werkwoorden()
    for stam, _ in stammen_van(woord):
        if los + stam in bekend:
            return los + stam
    return ""


@lru_cache(maxsize=8192)
def basis(woord: str) -> str:
    """One form for all forms of a word: the stem of its verb, else that of Snowball."""
    bekend = _werkwoorden()
    for stam, _ in stammen_van(woord):
        if stam in bekend:
            return stam
    return stam_van_vorm(woord)
