"""Merges two histories of a group by meaning, into a commit that stands on no branch yet."""

from collections.abc import Callable, Iterator, Mapping
from functools import reduce
from typing import NamedTuple

from intervisie_cli.flows.sync import merge_stap
from intervisie_cli.flows.sync.geen_groep import AndereGroep, GeenGroepDaar
from intervisie_cli.flows.sync.merge_side import (
    MAX_MERGE,
    Placed,
    Side,
    layout_of,
    read_sides,
    unit_of,
)
from intervisie_cli.git import trees
from intervisie_cli.git.commit import Files, blob_id
from intervisie_cli.git.index import IndexEntry
from intervisie_cli.git.repository import Repository
from intervisie_cli.git.stream import Signature
from intervisie_cli.merge import tree
from intervisie_cli.merge.tree import Choice, Place
from intervisie_cli.model.namen import kopie_naam
from intervisie_cli.records import groep as groep_yaml
from intervisie_cli.records import sessie as sessie_yaml
from intervisie_cli.records.merge import merge_files

BERICHT = "Samengevoegd\n"

# Gives the files that are made of others, once those are merged; None for one that goes.
Pages = Callable[[Files], Files]


def _no_pages(_: Files) -> Files:
    # Nobody looks at a merge that is only a base for another.
    return {}


Content = IndexEntry | bytes


class _Merged(NamedTuple):
    """A file that both sides changed, with the version that had to be kept beside it, if any."""

    place: Place
    content: Content
    kopie: Content | None


def prepare(
    repository: Repository,
    ours: str,
    theirs: str,
    bases: list[str],
    by: Signature,
    *,
    pages: Pages,
    is_one_group: bool = False,
) -> str:
    """Merge the commits *ours* and *theirs*, which both descend from *bases*; give the new commit.

    Without *bases* they are of *is_one_group* all the same when a history was rewritten: then
    nothing of either goes. *pages* makes anew what is made of the merged files. Raises
    AndereGroep, GeenGroepDaar, GitMislukt.
    """
    if not bases and is_one_group:
        leeg = repository.git.run("hash-object", "-t", "tree", "--stdin")
        bases = [leeg.decode().strip()]
    if not bases:
        daar = trees.entries(repository, theirs)
        raise AndereGroep if groep_yaml.BESTAND in daar else GeenGroepDaar(daar)

    def merge_two(one: str, other: str) -> str:
        eerder = trees.merge_bases(repository, one, other)
        return prepare(repository, one, other, eerder, by, pages=_no_pages)

    # Histories that were merged crosswise have more than one base: those are merged first.
    base = reduce(merge_two, bases)
    return _merge(repository, base, ours, theirs, (theirs, ours), by, pages)


def transplant(
    repository: Repository,
    base: str,
    ours: str,
    theirs: str,
    by: Signature,
    pages: Pages,
) -> str:
    """Give a commit on *theirs* alone, with what changed from *base* to *ours*."""
    return _merge(repository, base, ours, theirs, (theirs,), by, pages)


def _merge(
    repository: Repository,
    base: str,
    ours: str,
    theirs: str,
    parents: tuple[str, ...],
    by: Signature,
    pages: Pages,
) -> str:
    touched = set()
    for commit in (ours, theirs):
        for path in trees.changes(repository, base, commit):
            touched.add(unit_of(path))
    sides = read_sides(repository, (base, ours, theirs), touched)
    before, mine, yours = (side.placed() for side in sides)
    result: dict[Place, Content] = {}
    changed_by_both = []
    for place, choice in tree.decide(before, mine, yours):
        if choice is Choice.OURS:
            result[place] = mine[place]
        elif choice is Choice.THEIRS:
            result[place] = yours[place]
        elif choice is Choice.MERGE:
            changed_by_both.append(place)
    kopieen: dict[Place, Content] = {}
    merged = _merge_files(repository, changed_by_both, before, mine, yours)
    for place, content, kopie in merged:
        result[place] = content
        if kopie is not None:
            kenmerk = _oid_of(kopie, len(ours))
            naam = kopie_naam(place.rest, kenmerk)
            beside = place._replace(rest=naam)
            kopieen[beside] = kopie
    paths = _Paths(repository, sides, result)
    wordt: dict[str, Content] = {}
    for place, content in (result | kopieen).items():
        wordt[paths.of(place)] = content
    _put_pages(wordt, pages(_contents(repository, sides, wordt)))
    of_theirs = sides[2].entries
    changed = _compared(of_theirs, wordt)
    return trees.commit_apart(repository, parents, changed, BERICHT, by)


def _merge_files(
    repository: Repository,
    places: list[Place],
    before: Placed,
    mine: Placed,
    yours: Placed,
) -> Iterator[_Merged]:
    oids = [
        side[place].oid
        for place in places
        for side in (before, mine, yours)
        if place in side
    ]
    raws = trees.contents(repository, oids, MAX_MERGE)
    stappen = merge_stap.steps(repository, mine, places)
    for place in places:
        was, my, your = before.get(place), mine[place], yours[place]
        my_raw = _raw_of(my, raws)
        your_raw = _raw_of(your, raws)
        if my_raw is not None and your_raw is not None:
            basis = _raw_of(was, raws)
            stap = stappen.get(place)
            samen = merge_files(place.rest, basis, my_raw, your_raw, stap)
            yield _Merged(place, samen.raw, samen.kopie)
            continue
        # A link, or too large to look into: what can be read goes first, and of two that cannot
        # theirs. The other stays beside it, unless it is a link.
        first, second = (my, your) if my_raw is not None else (your, my)
        yield _Merged(place, first, second if second.is_file else None)


def _put_pages(wordt: dict[str, Content], made: Files) -> None:
    for path, raw in made.items():
        if raw is None:
            wordt.pop(path, None)
        else:
            wordt[path] = raw


def _contents(
    repository: Repository,
    sides: list[Side],
    wordt: Mapping[str, Content],
) -> Files:
    """What stands in all that was looked at once it is merged, None for gone."""
    entries = {
        path: content
        for path, content in wordt.items()
        if isinstance(content, IndexEntry)
    }
    oids = [entry.oid for entry in entries.values()]
    raws = trees.contents(repository, oids, MAX_MERGE)
    files: dict[str, bytes | None] = {}
    # What one side took away is gone, whatever stands on the disk.
    for side in sides:
        files |= dict.fromkeys(side.entries)
    for path, content in wordt.items():
        files[path] = raws[content.oid] if isinstance(content, IndexEntry) else content
    return files


def _oid_of(content: Content, length: int) -> str:
    return content.oid if isinstance(content, IndexEntry) else blob_id(content, length)


def _raw_of(
    entry: IndexEntry | None,
    raws: Mapping[str, bytes | None],
) -> bytes | None:
    """What stands in a file, None for a link or one that is too large."""
    return raws[entry.oid] if entry and entry.is_file else None


class _Paths:
    """Which path each place gets: folders of rondes follow from the merged sessie.yaml."""

    def __init__(
        self,
        repository: Repository,
        sides: list[Side],
        result: Mapping[Place, Content],
    ) -> None:
        self._folders = tree.name_folders(*(side.folders() for side in sides))
        self._rondes: dict[tuple[str, str], str] = {}
        for side in sides:
            for known in side.layouts.values():
                self._add(known.sessie, known.rondes)
        merged: dict[str, Content] = {}
        oids = []
        for place, value in result.items():
            if not _is_sessie_yaml(place):
                continue
            merged[place.sessie] = value
            if isinstance(value, IndexEntry):
                oids.append(value.oid)
        raws = trees.contents(repository, oids, MAX_MERGE)
        for sessie, value in merged.items():
            raw = raws[value.oid] if isinstance(value, IndexEntry) else value
            layout = layout_of("", raw) if raw is not None else None
            if layout and layout.sessie == sessie:
                self._name_rondes(sessie, layout.rondes)

    def of(self, place: Place) -> str:
        """The path of a place."""
        return tree.path_of(place, self._folders, self._rondes)

    def _name_rondes(self, sessie: str, rondes: Mapping[str, str]) -> None:
        """Give the rondes of the merged sessie their folders.

        A ronde that is in it no more may not share one of those.
        """
        taken = {*rondes.values()}
        for (eigen, ronde), naam in self._rondes.items():
            if eigen == sessie and ronde not in rondes and naam in taken:
                self._rondes[eigen, ronde] = f"{naam}-{ronde}"
        self._add(sessie, rondes)

    def _add(self, sessie: str, rondes: Mapping[str, str]) -> None:
        self._rondes |= {(sessie, ronde): naam for ronde, naam in rondes.items()}


def _is_sessie_yaml(place: Place) -> bool:
    return bool(place.sessie) and place.rest == sessie_yaml.BESTAND and not place.ronde


def _compared(
    now: Mapping[str, IndexEntry], wordt: Mapping[str, Content]
) -> dict[str, Content | None]:
    """What has to change in *now* to become *wordt*."""
    changed: dict[str, Content | None] = {}
    for path in now:
        if path not in wordt:
            changed[path] = None
    for path, content in wordt.items():
        was = now.get(path)
        if not _is_same(was, content):
            changed[path] = content
    return changed


def _is_same(entry: IndexEntry | None, content: Content) -> bool:
    if entry is None or isinstance(content, IndexEntry):
        return entry == content
    return entry.is_file and blob_id(content, len(entry.oid)) == entry.oid
