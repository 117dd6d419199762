"""The three-way merge of a group's files: which to take, which to merge, under which names."""

from collections.abc import Iterator, Mapping
from enum import Enum
from typing import NamedTuple, TypeVar

T = TypeVar("T")
# The folder of each sessie, by its id.
Folders = Mapping[str, str]
# The folder of a sessie is three deep: sessies/2026/2026-11-23-thema.
_SESSIE = 3


class Choice(Enum):
    """What becomes of one file."""

    OURS = "ours"
    THEIRS = "theirs"
    MERGE = "merge"
    GONE = "gone"


class Place(NamedTuple):
    """Where a file belongs, whatever its folders are called.

    A sessie and a ronde stand in it by id, so that a folder which one member renames stays the
    same place for the others; *rest* is the path inside it.
    """

    sessie: str
    ronde: str
    rest: str


class Layout(NamedTuple):
    """What the folder of one sessie is called, and which folder each ronde has, by id.

    The folder of one that is *loose* follows from its number.
    """

    folder: str
    sessie: str
    rondes: Mapping[str, str]
    loose: frozenset[str] = frozenset()


def place_of(path: str, layouts: Mapping[str, Layout]) -> Place:
    """Give the place of *path*; *layouts* go by the folder of the sessie."""
    parts = path.split("/")
    inside = parts[_SESSIE:]
    layout = layouts.get("/".join(parts[:_SESSIE]))
    if not layout:
        return Place("", "", path)
    for ronde, naam in layout.rondes.items():
        if len(inside) > 1 and inside[0] == naam:
            return Place(layout.sessie, ronde, "/".join(inside[1:]))
    return Place(layout.sessie, "", "/".join(inside))


def path_of(
    place: Place,
    folders: Folders,
    rondes: Mapping[tuple[str, str], str],
) -> str:
    """Give the path of *place*; *folders* go by sessie, *rondes* by sessie and ronde."""
    if not place.sessie:
        return place.rest
    folder = folders[place.sessie]
    if not place.ronde:
        return f"{folder}/{place.rest}"
    ronde = rondes[place.sessie, place.ronde]
    return f"{folder}/{ronde}/{place.rest}"


def decide(
    base: Mapping[Place, T],
    ours: Mapping[Place, T],
    theirs: Mapping[Place, T],
) -> Iterator[tuple[Place, Choice]]:
    """Say of each place what becomes of it; what one side took away and the other changed stays."""
    for place in dict.fromkeys((*ours, *theirs, *base)):
        before = base.get(place)
        mine = ours.get(place)
        yours = theirs.get(place)
        yield place, _choice(before, mine, yours)


def _choice(before: T | None, mine: T | None, yours: T | None) -> Choice:
    # 1 both agree, or only they changed it
    if mine in (yours, before):
        return _unless_gone(yours, Choice.THEIRS)
    # 2 only we changed it
    if yours == before:
        return _unless_gone(mine, Choice.OURS)
    # 3 taken away on one side, changed on the other
    if mine is None:
        return Choice.THEIRS
    if yours is None:
        return Choice.OURS
    # 4 both changed it
    return Choice.MERGE


def _unless_gone(side: object, choice: Choice) -> Choice:
    if side is None:
        return Choice.GONE
    return choice


def name_folders(base: Folders, ours: Folders, theirs: Folders) -> dict[str, str]:
    """Give each sessie its folder: as the side that renamed it has it, and never one for two.

    A folder that both made stays that of the sessie which the others know; ours gets a name of
    its own.
    """
    named: dict[str, str] = {}
    taken: set[str] = set()
    # Theirs first, so that a folder which others know already keeps its name.
    for sessie in dict.fromkeys((*theirs, *ours)):
        if sessie not in theirs or _is_renamed_by_us(sessie, base, ours, theirs):
            folder = ours[sessie]
        else:
            folder = theirs[sessie]
        options = (folder, f"{folder}-{sessie[:4]}", f"{folder}-{sessie}")
        free = next(naam for naam in options if naam not in taken)
        named[sessie] = free
        taken.add(free)
    return named


def _is_renamed_by_us(
    sessie: str,
    base: Folders,
    ours: Folders,
    theirs: Folders,
) -> bool:
    """Whether theirs is the name of before; a rename by both is theirs."""
    return sessie in ours and base.get(sessie) == theirs.get(sessie)
