"""What two clones make of one sessie at random, and what has to come of it when they merge."""

from copy import deepcopy
from random import Random
from typing import Any

from intervisie_cli.merge import values
from intervisie_cli.merge.conflicts import CONFLICTEN
from intervisie_cli.model.namen import ronde_folder
from intervisie_cli.model.plain import same
from intervisie_cli.records import sessie as sessie_yaml
from intervisie_cli.records.document import new_yaml
from intervisie_cli.records.node import YamlFout

Data = dict[str, Any]
LEDEN = ("mirthe", "kim", "tim", "noor", "sam")


def sessie(rng: Random) -> Data:
    """The data of a sessie.yaml, with or without a ronde, and with the folders or of before."""
    data: Data = {
        "schema": 1,
        "id": "s" * 16,
        "draaiboek": "kort",
        "datum": "2026-11-23",
        "deelnemers": list(LEDEN[:4]),
        "notulist": "individueel",
        "rondes": [],
    }
    for _ in range(rng.randrange(3)):
        _come(rng, data)
    if rng.random() < 0.3:
        data["rondes"] = [
            {key: ronde[key] for key in ("id", "inbrenger")} for ronde in data["rondes"]
        ]
    return data


def edited(rng: Random, data: Data, times: int) -> Data:
    """The same sessie after so many changes, as `wijzig` makes them."""
    data = deepcopy(data)
    for nummer, ronde in enumerate(data["rondes"], 1):
        ronde.setdefault("map", ronde_folder(nummer, ronde["inbrenger"]))
    for _ in range(times):
        rng.choice((_come, _come, _drop, _reorder, _joins, _leaves, _leads, _ends))(
            rng, data
        )
    return data


def _come(rng: Random, data: Data) -> None:
    lid = rng.choice(data["deelnemers"])
    if any(ronde["inbrenger"] == lid for ronde in data["rondes"]):
        return
    data["rondes"].append(
        {
            "id": f"{rng.randrange(36**4):08x}",
            "inbrenger": lid,
            "map": ronde_folder(len(data["rondes"]) + 1, lid),
        }
    )


def _drop(rng: Random, data: Data) -> None:
    if data["rondes"]:
        rng.choice(data["rondes"])["vervallen"] = True


def _reorder(rng: Random, data: Data) -> None:
    rng.shuffle(data["rondes"])


def _joins(rng: Random, data: Data) -> None:
    lid = rng.choice(LEDEN)
    if lid not in data["deelnemers"]:
        data["deelnemers"].append(lid)
        _note(rng, data, lid, "van")


def _leaves(rng: Random, data: Data) -> None:
    lid = rng.choice(data["deelnemers"])
    if rng.random() < 0.5:
        _note(rng, data, lid, "tot")
    elif len(data["deelnemers"]) > 2:
        data["deelnemers"].remove(lid)
        for ronde in data["rondes"]:
            if ronde["inbrenger"] == lid:
                ronde["vervallen"] = True


def _note(rng: Random, data: Data, lid: str, grens: str) -> None:
    item = {"id": f"{rng.randrange(36**4):08x}", "lid": lid, grens: "evaluatie"}
    data.setdefault("aanwezig", []).append(item)


def _leads(rng: Random, data: Data) -> None:
    data["begeleider"] = rng.choice((*data["deelnemers"], {"naam": "Els"}))


def _ends(rng: Random, data: Data) -> None:
    data["afgerond"] = f"2026-11-23T2{rng.randrange(4)}:00:00+01:00"


def check(base: Data, ours: Data, theirs: Data) -> None:
    """Raise AssertionError when the merge of this sessie is not what they mean together."""
    merged = values.merge_data(base, ours, theirs)
    other = values.merge_data(base, theirs, ours)
    assert same(dict(sorted(merged.items())), dict(sorted(other.items()))), "symmetric"
    _check_readable(merged)
    now = _by_folder(merged)
    assert len(now) == len(merged["rondes"]), "one ronde for one folder"
    before, mine, yours = map(_by_folder, (base, ours, theirs))
    assert now.keys() == mine.keys() | yours.keys(), "no ronde is lost"
    for folder, ronde in now.items():
        dropped = [side.get(folder, {}).get("vervallen") for side in (mine, yours)]
        assert ronde.get("vervallen") == (True if any(dropped) else None), (
            "a drop stays a drop"
        )
        assert folder in before or ronde["id"] in {
            side[folder]["id"] for side in (mine, yours) if folder in side
        }
    _check_people(base, ours, theirs, merged)
    keys = {str(item["pad"]) for item in merged.get(CONFLICTEN, [])}
    assert keys <= _clashing(base, ours, theirs), "a clash where meanings do not"


def _check_readable(merged: Data) -> None:
    try:
        sessie_yaml.parse(new_yaml(merged).raw(), "x")
    except YamlFout as fout:
        raise AssertionError("a sessie that cannot be read") from fout


def _by_folder(data: Data) -> dict[str, Data]:
    return {
        ronde.get("map") or ronde_folder(nummer, ronde["inbrenger"]): ronde
        for nummer, ronde in enumerate(data["rondes"], 1)
    }


def _check_people(base: Data, ours: Data, theirs: Data, merged: Data) -> None:
    for lid in {*ours["deelnemers"], *theirs["deelnemers"]}:
        left = lid in base["deelnemers"] and not (
            lid in ours["deelnemers"] and lid in theirs["deelnemers"]
        )
        assert left or lid in merged["deelnemers"], "no member is lost"
    ids = {item["id"] for item in merged.get("aanwezig", [])}
    for side in (ours, theirs):
        assert {item["id"] for item in side.get("aanwezig", [])} <= ids


def _clashing(base: Data, ours: Data, theirs: Data) -> set[str]:
    """The keys of which both made something else."""
    return {
        key
        for key in ("begeleider", "begeleider/naam")
        if not same(ours.get("begeleider"), theirs.get("begeleider"))
        and not same(base.get("begeleider"), ours.get("begeleider"))
        and not same(base.get("begeleider"), theirs.get("begeleider"))
    }
