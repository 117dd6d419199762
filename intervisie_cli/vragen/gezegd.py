"""What members said of words stays with those words, also when somebody else changes them.

Two clones meet, or a member corrects what others saw: then a yes is counted only where its words
still stand, and an answer to a question that became another one keeps that question as it was.
"""

import hashlib
from collections.abc import Iterator, Sequence
from typing import Any

from intervisie_cli.model.draaiboek import ID, Stap, Veld
from intervisie_cli.model.plain import Data, Item, items_in, strings_in
from intervisie_cli.taal.verbetering import is_correction

_LENGTE = 8


def bij_hun_woorden(
    stap: Stap,
    wordt: Data,
    kanten: Sequence[Data],
    eerder: Data,
    *,
    is_dicht: bool,
) -> Data:
    """The answers *wordt*, in which the versions *kanten* came together, made of *eerder*.

    In a step that is not closed yet every yes stays: who said it of other words is asked anew, see
    `vragen.eigen`. So is who answered to other words, and their answer goes.
    """
    nu = dict(wordt)
    for veld in stap.velden:
        if veld.naam not in wordt:
            continue
        if veld.achteraf and (is_dicht or not _is_agreed_on(veld)):
            items = wordt[veld.naam]
            if is_dicht:
                items = list(_with_apart(veld, items, kanten, eerder))
            nu[veld.naam] = [_of_its_words(veld, item, kanten) for item in items]
        elif veld.opnieuw_bij_nee and is_dicht:
            nu[veld.naam] = _said_yes(veld, wordt, kanten)
    return nu


def _is_agreed_on(veld: Veld) -> bool:
    """Whether members say yes or no to the items."""
    return any(deel.opnieuw_bij_nee for deel in veld.achteraf)


def _said_yes(veld: Veld, wordt: Data, kanten: Sequence[Data]) -> list[str]:
    tekst = veld.opnieuw_bij_nee
    mogen: set[str] = set()
    for kant in kanten:
        if kant.get(tekst) == wordt.get(tekst):
            mogen.update(strings_in(kant.get(veld.naam)))
    return [lid for lid in strings_in(wordt[veld.naam]) if lid in mogen]


def _with_apart(
    veld: Veld,
    items: Sequence[Any],
    kanten: Sequence[Data],
    eerder: Data,
) -> Iterator[Any]:
    """The items, and before each what was answered to it when it had other words."""
    er_zijn = {item[ID]: item for item in items_in(items) if ID in item}
    achteraf = [deel.naam for deel in veld.achteraf]
    for item in items:
        for was in _with_other_words(veld, item, kanten):
            al_bekend = _answers(veld, *_versions(veld, was, [eerder]))
            if not _answers(veld, was) - al_bekend:
                continue
            apart = {**was, ID: _id_of(veld, was)}
            staat_er = er_zijn.setdefault(apart[ID], apart)
            if staat_er is apart:
                yield apart
            else:
                # It stands apart already: this answer came after that.
                staat_er |= {naam: was[naam] for naam in achteraf if naam in was}
        yield item


def _of_its_words(veld: Veld, item: Any, kanten: Sequence[Data]) -> Any:
    """The item with what was said of its own words alone."""
    anders = _with_other_words(veld, item, kanten)
    if not anders:
        return item
    zelfde = [was for was in _versions(veld, item, kanten) if was not in anders]
    achteraf = [deel.naam for deel in veld.achteraf]
    nu = {}
    for naam, waarde in item.items():
        blijft = _said_in(zelfde, naam, waarde) if naam in achteraf else waarde
        if blijft not in (None, []):
            nu[naam] = blijft
    return nu


def _with_other_words(veld: Veld, item: Any, kanten: Sequence[Data]) -> list[Data]:
    """The versions of the item that say something else."""
    versies = _versions(veld, item, kanten)
    return [was for was in versies if not _has_same_words(veld, item, was)]


def _versions(veld: Veld, item: Any, kanten: Sequence[Data]) -> list[Data]:
    """The item in each of the versions that has it."""
    if not isinstance(item, dict) or ID not in item:
        return []
    alle: list[Data] = []
    for kant in kanten:
        alle += items_in(kant.get(veld.naam))
    return [was for was in alle if was.get(ID) == item[ID]]


def _has_same_words(veld: Veld, item: Item, was: Item) -> bool:
    if _is_agreed_on(veld):
        # Who agreed to it, agreed to its day and its doer too.
        namen = [deel.naam for deel in veld.meteen]
        return all(was.get(naam) == item.get(naam) for naam in namen)
    return is_correction(was.get(veld.enkelvoud), item.get(veld.enkelvoud))


def _answers(veld: Veld, *versies: Item) -> set[str]:
    """What was answered to an item in words of one's own."""
    gezegd = set()
    for was in versies:
        for deel in veld.achteraf:
            waarde = was.get(deel.naam)
            if isinstance(waarde, str) and not deel.keuzes:
                gezegd.add(waarde)
    return gezegd - {""}


def _said_in(versies: Sequence[Item], naam: str, waarde: Any) -> Any:
    """What of *waarde* these versions have under *naam*, or what they have there instead."""
    gezegd = [was[naam] for was in versies if naam in was]
    if not gezegd:
        return None
    if isinstance(waarde, list):
        samen = []
        for was in gezegd:
            samen += items_in(was)
        return [een for een in waarde if een in samen]
    if waarde in gezegd:
        return waarde
    return gezegd[0]


def _id_of(veld: Veld, was: Item) -> str:
    """The same id on each clone, for the item with the words that it had."""
    raw = f"{was[ID]}\n{was.get(veld.enkelvoud)}".encode("utf-8", "surrogatepass")
    return hashlib.sha256(raw).hexdigest()[:_LENGTE]
