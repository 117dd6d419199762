"""Reads the labelled cases, and tells the part to build on from the part that is only measured."""

import hashlib
import json
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

HIER = Path(__file__).parent
VANDAAG, REGIO = date(2026, 11, 23), "midden"
BOUWEN, METEN = "bouwen", "meten"
# Of 256: about four in ten are only measured.
_METEN = 0x66

Case = dict[str, Any]
# Files of hard questions: open, closed and leading ones that begin alike.
MOEILIJK = ("vragen-uitgesproken", "vragen-vormen")
# Written when the rules were finished: measured as a whole.
ACHTERAF = "vragen-achteraf"


@cache
def load(naam: str) -> tuple[Case, ...]:
    """All cases of the files called *naam* or *naam*-…, in their order,
    each with its file as `bron`.
    """
    paden = sorted([*HIER.glob(f"{naam}.yaml"), *HIER.glob(f"{naam}-*.yaml")])
    gelezen = (
        (pad.stem, YAML(typ="safe").load(pad.read_text(encoding="utf-8")))
        for pad in paden
    )
    return tuple(case | {"bron": bron} for bron, cases in gelezen for case in cases)


@cache
def schrijvers(naam: str) -> tuple[Case, ...]:
    """All acties or vragen of the writers apart, each with its writer as `bron`."""
    paden = sorted((HIER / "schrijvers").glob(f"*.{naam}.jsonl"))
    return tuple(
        json.loads(regel) | {"bron": pad.name.split(".")[0], "is_apart": True}
        for pad in paden
        for regel in pad.read_text(encoding="utf-8").splitlines()
    )


@cache
def soorten(naam: str) -> tuple[Case, ...]:
    """All acties or vragen of the kinds that checks find hard; nothing is learned from them."""
    regels = (HIER / f"soorten.{naam}.jsonl").read_text(encoding="utf-8").splitlines()
    return tuple(json.loads(regel) for regel in regels)


def part_of(case: Case) -> str:
    """Which part a case is in: by its text and its file alone, so that it never moves."""
    return (
        METEN
        if case["bron"] == ACHTERAF
        or hashlib.sha256(case["tekst"].encode()).digest()[0] < _METEN
        else BOUWEN
    )


def part(naam: str, deel: str) -> list[Case]:
    """The cases of one part."""
    return [case for case in load(naam) if part_of(case) == deel]


def moment(case: Case) -> tuple[str | None, str | None]:
    """The last day and the rhythm that a case has."""
    return (str(case["tot"]) if case.get("tot") else None), case.get("ritme")
