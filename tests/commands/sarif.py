"""What SARIF 2.1.0 asks of the parts that we write: names, kinds and ranges, and no more."""

import re
from typing import Any

NIVEAUS = {"none", "note", "warning", "error"}
# For each object: its properties with what they must be, and which must be there.
_OBJECTEN: dict[str, tuple[dict[str, Any], set[str]]] = {
    "log": (
        {"$schema": str, "version": {"2.1.0"}, "runs": ["run"]},
        {"version", "runs"},
    ),
    "run": (
        {
            "tool": "tool",
            "columnKind": {"utf16CodeUnits", "unicodeCodePoints"},
            "results": ["result"],
        },
        {"tool"},
    ),
    "tool": ({"driver": "driver"}, {"driver"}),
    "driver": ({"name": str, "version": str, "rules": ["rule"]}, {"name"}),
    "rule": (
        {
            "id": str,
            "shortDescription": "message",
            "defaultConfiguration": "configuration",
        },
        {"id"},
    ),
    "configuration": ({"level": NIVEAUS}, set()),
    "message": ({"text": str}, {"text"}),
    "result": (
        {
            "ruleId": str,
            "ruleIndex": int,
            "level": NIVEAUS,
            "message": "message",
            "locations": ["location"],
            "suppressions": ["suppression"],
        },
        {"message"},
    ),
    "location": ({"physicalLocation": "place"}, set()),
    "place": (
        {"artifactLocation": "artifact", "region": "region"},
        {"artifactLocation"},
    ),
    "artifact": ({"uri": str}, set()),
    "region": ({"startLine": int, "startColumn": int, "endColumn": int}, set()),
    "suppression": ({"kind": {"inSource", "external"}, "justification": str}, {"kind"}),
}


def faults(log: Any) -> list[str]:
    """Where *log* is not what the schema asks; [] when it is."""
    gevonden = _faults(log, "log", "$")
    for run in log.get("runs", []):
        ids = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
        if len(set(ids)) != len(ids):
            gevonden.append("a rule stands there twice")
        gevonden += [
            f"{r['ruleId']} is not the rule at its index"
            for r in run["results"]
            if ids[r["ruleIndex"]] != r["ruleId"]
        ]
    return gevonden


def _faults(waarde: Any, soort: Any, waar: str) -> list[str]:
    if isinstance(soort, set):
        return [] if waarde in soort else [f"{waar}: {waarde!r}"]
    if isinstance(soort, list):
        return [
            f
            for n, deel in enumerate(waarde)
            for f in _faults(deel, soort[0], f"{waar}[{n}]")
        ]
    if isinstance(soort, str):
        eigenschappen, nodig = _OBJECTEN[soort]
        mist = [f"{waar}: {naam} is missing" for naam in nodig - waarde.keys()]
        vreemd = [
            f"{waar}: {naam} is no property"
            for naam in waarde.keys() - eigenschappen.keys()
        ]
        gekend = waarde.keys() & eigenschappen.keys()
        return (
            mist
            + vreemd
            + [
                f
                for naam in gekend
                for f in _faults(waarde[naam], eigenschappen[naam], f"{waar}.{naam}")
            ]
        )
    if not isinstance(waarde, soort) or isinstance(waarde, bool):
        return [f"{waar}: not a {soort.__name__}"]
    laagste = 0 if waar.endswith("ruleIndex") else 1
    if soort is int and waarde < laagste:
        return [f"{waar}: {waarde} is too low"]
    is_uri = not waar.endswith(".uri") or re.fullmatch(r"[\w./%-]+", waarde)
    return [] if is_uri else [f"{waar}: no relative reference"]
