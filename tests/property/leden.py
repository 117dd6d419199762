"""The members of a group, what two clones make of them at random, and what has to come of it."""

from copy import deepcopy
from random import Random
from typing import Any

from intervisie_cli.merge import values
from intervisie_cli.merge.conflicts import CONFLICTEN
from intervisie_cli.model.plain import same

Data = dict[str, Any]
HANDLES = ("mirthe", "kim", "tim", "sam", "noor")
DAYS = ("2026-11-23", "2026-12-01", "2027-01-11")
NAMES = ("Kim de B.", "Noor", "Noor", "Één")


def group(rng: Random) -> Data:
    """The data of a groep.yaml, of which a hand wrote a part."""
    leden: list[Any] = [_written(rng, {"id": handle}) for handle in HANDLES[:3]]
    return {"schema": 1, "leden": leden}


def _written(rng: Random, lid: Data) -> Data | str:
    """A member as the program writes one, or as a hand may when there is no more to say."""
    return lid if len(lid) > 1 or rng.random() < 0.5 else str(lid["id"])


def edited(rng: Random, data: Data, times: int) -> Data:
    """The same group after so many edits."""
    leden = [_whole(lid) for lid in data["leden"]]
    for _ in range(times):
        _edit(rng, leden)
    return {**data, "leden": [_written(rng, lid) for lid in leden]}


def _whole(lid: Any) -> Data:
    return {"id": lid} if isinstance(lid, str) else deepcopy(lid)


def _edit(rng: Random, leden: list[Data]) -> None:
    lid = rng.choice(leden)
    match rng.randrange(6):
        case 0:
            lid["weg"] = rng.choice(DAYS)
        case 1:
            lid.pop("weg", None)
        case 2:
            lid["naam"] = rng.choice(NAMES)
        case 3:
            lid.pop("naam", None)
        case 4:
            rng.shuffle(leden)
        case 5:
            handle = rng.choice(HANDLES)
            if handle not in [lid["id"] for lid in leden]:
                leden.append({"id": handle})


def check(base: Data, ours: Data, theirs: Data) -> None:
    """Raise AssertionError when the merge of these members is not what they mean together."""
    merged = values.merge_data(base, ours, theirs)
    assert same(merged, values.merge_data(base, theirs, ours)), "symmetric"
    before, mine, yours = (_by_handle(side) for side in (base, ours, theirs))
    now = _by_handle(merged)
    assert len(now) == len(merged["leden"]), "nobody stands there twice"
    assert now.keys() == mine.keys() | yours.keys(), "who came is there"
    kept = {(item["pad"], item["waarde"]) for item in merged.get(CONFLICTEN, [])}
    lost = set()
    for handle, lid in now.items():
        for key in ("naam", "weg"):
            sides = [side.get(handle, {}).get(key) for side in (before, mine, yours)]
            if loser := _check_value(key, *sides, lid.get(key)):
                lost.add((f"leden/{handle}/{key}", loser))
    assert kept == lost, "two new names clash, and nothing else does"


def _by_handle(data: Data) -> dict[str, Data]:
    whole = map(_whole, data["leden"])
    return {str(lid["id"]): lid for lid in whole}


def _check_value(
    key: str, before: str | None, mine: str | None, yours: str | None, now: str | None
) -> str | None:
    """See that *now* is what both mean; give the value that did not win, when two clash."""
    if mine == yours or before in (mine, yours):
        assert now == (yours if before == mine else mine), f"{key}: a change holds"
        return None
    if mine is None or yours is None:
        assert now == (mine or yours), f"{key}: a change goes before taking away"
        return None
    if key == "weg":
        assert now == min(mine, yours), "who left, left on the first day"
        return None
    assert now in (mine, yours)
    return yours if now == mine else mine
