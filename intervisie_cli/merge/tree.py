"""The three-way merge of what a group holds: which files to take, which to merge, under which names."""

from collections.abc import Iterator, Mapping
from enum import Enum
from typing import NamedTuple, TypeVar

T = TypeVar("T")


class Choice(Enum):
    """What becomes of one file."""

    OURS = "ours"
    THEIRS = "theirs"
    MERGE = "merge"
    GONE = "gone"


class Place(NamedTuple):
    """Where a file belongs, whatever its folders are called: a sessie and a ronde by id, and the rest of the path."""

    sessie: str
    ronde: str
    rest: str


class Layout(NamedTuple):
    """What the folder of one sessie is called, and which folder each ronde has, by id."""

    folder: str
    sessie: str
    rondes: Mapping[str, str]


def place_of(path: str, layouts: Mapping[str, Layout]) -> Place:
    """Give the place of *path*; *layouts* go by the folder of the sessie."""
    parts = path.split("/")
    layout = layouts.get("/".join(parts[:3]))
    if not layout:
        return Place("", "", path)
    for ronde, naam in layout.rondes.items():
        if len(parts) > 4 and parts[3] == naam:
            return Place(layout.sessie, ronde, "/".join(parts[4:]))
    return Place(layout.sessie, "", "/".join(parts[3:]))


def path_of(place: Place, folders: Mapping[str, str], rondes: Mapping[tuple[str, str], str]) -> str:
    """Give the path of *place*; *folders* go by sessie, *rondes* by sessie and ronde."""
    if not place.sessie:
        return place.rest
    parts = [folders[place.sessie], place.rest]
    if place.ronde:
        parts.insert(1, rondes[place.sessie, place.ronde])
    return "/".join(parts)


def decide(
    base: Mapping[Place, T], ours: Mapping[Place, T], theirs: Mapping[Place, T]
) -> Iterator[tuple[Place, Choice]]:
    """Say of each place what becomes of it; what one side took away and the other changed stays."""
    for place in dict.fromkeys((*ours, *theirs, *base)):
        before, mine, yours = (side.get(place) for side in (base, ours, theirs))
        if mine in (yours, before):
            yield place, Choice.THEIRS if yours is not None else Choice.GONE
        elif yours == before:
            yield place, Choice.OURS if mine is not None else Choice.GONE
        elif mine is None or yours is None:
            yield place, Choice.THEIRS if mine is None else Choice.OURS
        else:
            yield place, Choice.MERGE


def name_folders(
    base: Mapping[str, str], ours: Mapping[str, str], theirs: Mapping[str, str]
) -> dict[str, str]:
    """Give each sessie its folder: as the side that renamed it has it, and never one for two.

    A folder that both made stays that of the sessie which the others know; ours gets a name of its own.
    """
    named: dict[str, str] = {}
    for sessie in dict.fromkeys((*theirs, *ours)):
        is_renamed_by_us = sessie in ours and base.get(sessie) == theirs.get(sessie)
        folder = ours[sessie] if sessie not in theirs or is_renamed_by_us else theirs[sessie]
        options = (folder, f"{folder}-{sessie[:4]}", f"{folder}-{sessie}")
        named[sessie] = next(naam for naam in options if naam not in named.values())
    return named
