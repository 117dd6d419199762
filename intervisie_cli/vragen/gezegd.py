"""What members said of words stays with those words, also when somebody else changes them.

Two clones meet, or a member corrects what others saw: then a yes is counted only where its words
still stand, and an answer to a question that became another one keeps that question as it was.
"""

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

from intervisie_cli.model.draaiboek import ID, Stap, Veld
from intervisie_cli.model.namen import id_of
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
        waarde = wordt.get(veld.naam)
        # A hand may have written something else there: that stays as it is.
        if not isinstance(waarde, list):
            continue
        if veld.achteraf and (is_dicht or not _is_agreed_on(veld)):
            items = [_of_its_words(veld, item, kanten) for item in waarde]
            if is_dicht:
                apart = _apart(veld, waarde, kanten, eerder)
                items = _placed(items, apart)
            nu[veld.naam] = items
        elif veld.opnieuw_bij_nee and is_dicht:
            oud = _said_yes_to_others(veld, wordt, kanten)
            nu[veld.naam] = [lid for lid in waarde if lid not in oud]
    return nu


def _is_agreed_on(veld: Veld) -> bool:
    """Whether members say yes or no to the items."""
    return any(deel.opnieuw_bij_nee for deel in veld.achteraf)


def _said_yes_to_others(
    veld: Veld,
    wordt: Data,
    kanten: Sequence[Data],
) -> list[str]:
    """Who said yes to other words, and on no side to these."""
    tekst = veld.opnieuw_bij_nee
    nu: list[str] = []
    anders: list[str] = []
    for kant in kanten:
        zeiden_ja = strings_in(kant.get(veld.naam))
        if kant.get(tekst) == wordt.get(tekst):
            nu += zeiden_ja
        else:
            anders += zeiden_ja
    return [lid for lid in anders if lid not in nu]


def _apart(
    veld: Veld,
    items: Sequence[Any],
    kanten: Sequence[Data],
    eerder: Data,
) -> dict[str, list[Data]]:
    """By the id of an item, what was answered to it when it had other words."""
    gevonden: dict[str, list[Data]] = {}
    for item in items:
        for was in _with_other_words(veld, item, kanten):
            al_bekend = _answers(veld, *_versions(veld, was, [eerder]))
            if _answers(veld, was) - al_bekend:
                apart = {**was, ID: _id_of(veld, was)}
                gevonden.setdefault(id_of(item), []).append(apart)
    return gevonden


def _placed(items: Sequence[Any], apart: Mapping[str, list[Data]]) -> list[Any]:
    """The items, each behind what stands apart of it; once, with what was answered last."""
    nieuw = {item[ID]: item for van_item in apart.values() for item in van_item}
    er_zijn = [id_of(item) for item in items_in(items)]
    samen = []
    for item in items:
        kenmerk = id_of(item) if isinstance(item, dict) else ""
        van_item = apart.get(kenmerk, [])
        samen += [was for was in van_item if was[ID] not in er_zijn]
        samen.append(nieuw.get(kenmerk, item))
    return samen


def _of_its_words(veld: Veld, item: Any, kanten: Sequence[Data]) -> Any:
    """The item with what was said of its own words alone."""
    anders = _with_other_words(veld, item, kanten)
    if not anders:
        return item
    zelfde = [was for was in _versions(veld, item, kanten) if was not in anders]
    achteraf = [deel.naam for deel in veld.achteraf]
    nu = {}
    for naam, waarde in item.items():
        if naam not in achteraf:
            nu[naam] = waarde
            continue
        blijft = _said_in(zelfde, naam, waarde)
        if blijft not in (None, []):
            nu[naam] = blijft
    return nu


def _with_other_words(veld: Veld, item: Any, kanten: Sequence[Data]) -> list[Data]:
    """The versions of the item that say something else."""
    versies = _versions(veld, item, kanten)
    return [was for was in versies if not _has_same_words(veld, item, was)]


def _versions(veld: Veld, item: Any, kanten: Sequence[Data]) -> list[Data]:
    """The item in each of the versions that has it."""
    if not isinstance(item, dict) or not id_of(item):
        return []
    alle: list[Data] = []
    for kant in kanten:
        alle += items_in(kant.get(veld.naam))
    return [was for was in alle if id_of(was) == id_of(item)]


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
