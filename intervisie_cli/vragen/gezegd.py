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
    `vragen.eigen`.
    """
    nu = dict(wordt)
    for veld in stap.velden:
        if veld.naam not in wordt:
            continue
        if veld.achteraf and (is_dicht or not _is_agreed_on(veld)):
            nu[veld.naam] = list(_items(veld, wordt, kanten, eerder))
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


def _items(
    veld: Veld,
    wordt: Data,
    kanten: Sequence[Data],
    eerder: Data,
) -> Iterator[Any]:
    """The items, and before each what was answered to it when it had other words."""
    er_zijn = {item.get(ID) for item in items_in(wordt[veld.naam])}
    for item in wordt[veld.naam]:
        versies = _versions(veld, item, kanten)
        anders = [was for was in versies if not _has_same_words(veld, item, was)]
        if not anders:
            yield item
            continue
        for was in anders:
            apart = {**was, ID: _id_of(veld, was)}
            al_bekend = _answers(veld, *_versions(veld, was, [eerder]))
            is_nieuw = _answers(veld, was) - al_bekend
            if is_nieuw and apart[ID] not in er_zijn:
                er_zijn.add(apart[ID])
                yield apart
        zelfde = [was for was in versies if was not in anders]
        yield _without_others(veld, item, zelfde)


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


def _without_others(veld: Veld, item: Item, zelfde: Sequence[Item]) -> Data:
    """The item with what was said of it in those versions alone."""
    achteraf = [deel.naam for deel in veld.achteraf]
    nu = {}
    for naam, waarde in item.items():
        blijft = _said_in(zelfde, naam, waarde) if naam in achteraf else waarde
        if blijft not in (None, []):
            nu[naam] = blijft
    return nu


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
