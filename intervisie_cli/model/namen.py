"""Handles of members, folder names and ids: what may stand in a path on any system."""

import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from typing import Any

_HANDLE = re.compile(r"[a-z][a-z0-9-]{0,30}")
_NAAM = re.compile(r"[a-z0-9][a-z0-9._-]{0,80}")
_ID = re.compile(r"[a-z0-9]{4,32}")
_DEVICES = frozenset(
    [
        "con",
        "prn",
        "aux",
        "nul",
        *(f"com{n}" for n in range(1, 10)),
        *(f"lpt{n}" for n in range(1, 10)),
    ]
)

# What a group holds beside its sessies and sjablonen.
_TOP = frozenset(["groep.yaml", "README.md", ".gitattributes"])
_KOPIE = re.compile(r"(groep|README)\.kopie-[0-9a-f]{8}\.(yaml|md)")
SESSIES, SJABLONEN = "sessies", "sjablonen"
_FOLDERS = frozenset([SESSIES, SJABLONEN])
OURS = (*sorted(_TOP), SESSIES, SJABLONEN)
"""What the program keeps in a group; the rest of the folder is the user's own."""
# So many folders deep and more is nothing of ours: that of a step in a ronde lies in four.
_DIEP = 10
# What stands where a handle could: nobody.
_WORDS = frozenset(["geen", "individueel"])


def is_handle(text: str) -> bool:
    """Whether *text* can be the handle of a member."""
    return (
        bool(_HANDLE.fullmatch(text)) and text not in _DEVICES | _WORDS and not text.endswith("-")
    )


def is_id(text: object) -> bool:
    """Whether *text* can be the id of an item or a sessie."""
    return isinstance(text, str) and bool(_ID.fullmatch(text))


def id_of(item: Mapping[str, Any]) -> str:
    """The id of an item, '' when a hand left it without one, or gave it one that cannot be."""
    return str(item["id"]) if is_id(item.get("id")) else ""


def is_own_name(naam: str) -> bool:
    """Whether *naam* can be that of a file or folder of ours, or of a draaiboek."""
    return bool(_NAAM.fullmatch(naam))


def is_group_path(pad: str) -> bool:
    """Whether *pad* can be that of a file which the program keeps in a group: nothing else is written or read."""
    eerste, *rest = pad.split("/")
    if not rest:
        return pad in _TOP or bool(_KOPIE.fullmatch(pad))
    return (
        eerste in _FOLDERS
        and len(rest) < _DIEP
        and all(is_own_name(deel) and deel.split(".")[0] not in _DEVICES for deel in rest)
    )


def kopie_naam(pad: str, kenmerk: str) -> str:
    """Where a version is kept that could not be merged: beside *pad*, under a name of its own."""
    stam, punt, soort = pad.rpartition(".")
    return (
        f"{stam}.kopie-{kenmerk[:8]}{punt}{soort}"
        if punt and "/" not in soort
        else f"{pad}.kopie-{kenmerk[:8]}"
    )


def is_kopie(pad: str) -> bool:
    """Whether *pad* is that of such a version."""
    return ".kopie-" in pad.rsplit("/", 1)[-1]


def slug(text: str, limit: int = 40) -> str:
    """Make a folder name of *text*: ASCII letters, digits and dashes; '' when nothing is left."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    name = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:limit].strip("-")
    return f"{name}-" if name in _DEVICES else name


def lees_iso(text: str) -> date | None:
    """The day that an ISO date means; None when it is none."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
