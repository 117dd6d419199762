"""Merges two histories of a group by meaning, into a commit that stands on no branch yet."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from functools import reduce
from typing import NamedTuple

from intervisie_cli.git import trees
from intervisie_cli.git.commit import Signature, blob_id
from intervisie_cli.git.index import Entry
from intervisie_cli.git.repository import Repository
from intervisie_cli.merge import tree
from intervisie_cli.merge.tree import Choice, Layout, Place
from intervisie_cli.model.fouten import GitFout
from intervisie_cli.model.namen import SESSIES, kopie_naam
from intervisie_cli.records import sessie as sessie_yaml
from intervisie_cli.records.merge import merge_files
from intervisie_cli.records.node import YamlFout

BERICHT = "Samengevoegd\n"
# Beyond this many folders, git lists a whole commit sooner than all of those.
MAX_PADEN = 400
MAX_SAMEN = 8 * 1024 * 1024

Content = Entry | bytes
Placed = dict[Place, Entry]


class AndereGroep(GitFout):
    """The shared place holds a history that has nothing in common with ours."""

    def __init__(self) -> None:
        super().__init__(
            "Op de gedeelde plek staat een andere groep.",
            "Haal die op in een nieuwe map: intervisie init --van ADRES MAP",
        )


class Samenvoeging(NamedTuple):
    """A merge that is ready: its commit, and the paths of versions that had to be kept beside another."""

    commit: str
    kopieen: tuple[str, ...] = ()


class _Kant(NamedTuple):
    """One of the three versions: its entries, and how its sessies are laid out, by folder."""

    entries: dict[str, Entry]
    layouts: dict[str, Layout]

    def placed(self) -> Placed:
        return {tree.place_of(path, self.layouts): entry for path, entry in self.entries.items()}

    def folders(self) -> dict[str, str]:
        return {layout.sessie: folder for folder, layout in self.layouts.items()}


def prepare(
    repository: Repository, ours: str, theirs: str, bases: list[str], by: Signature
) -> Samenvoeging:
    """Merge the commits *ours* and *theirs*, which both descend from *bases*. Raises AndereGroep, GitMislukt."""
    if not bases:
        raise AndereGroep

    def merge_two(one: str, other: str) -> str:
        return prepare(repository, one, other, trees.merge_bases(repository, one, other), by).commit

    base = reduce(merge_two, bases)
    return _merge(repository, base, ours, theirs, by)


def _merge(
    repository: Repository, base: str, ours: str, theirs: str, by: Signature
) -> Samenvoeging:
    touched = {
        _unit(path) for side in (ours, theirs) for path in trees.changes(repository, base, side)
    }
    kanten = _read(repository, (base, ours, theirs), touched)
    before, mine, yours = (kant.placed() for kant in kanten)
    result: dict[Place, Content] = {}
    kopieen: dict[Place, Content] = {}
    botsend = []
    for place, choice in tree.decide(before, mine, yours):
        if choice is Choice.MERGE:
            botsend.append(place)
        elif choice is not Choice.GONE:
            result[place] = (mine if choice is Choice.OURS else yours)[place]
    for place, content, kopie in _merge_files(repository, botsend, before, mine, yours):
        result[place] = content
        if kopie is not None:
            kenmerk = kopie.oid if isinstance(kopie, Entry) else blob_id(kopie, len(ours))
            kopieen[place._replace(rest=kopie_naam(place.rest, kenmerk))] = kopie
    names = _Namen(repository, kanten, result)
    wordt = {names.path(place): content for place, content in (result | kopieen).items()}
    changed = _compared(kanten[2].entries, wordt)
    commit = trees.commit_apart(repository, (theirs, ours), changed, BERICHT, by)
    return Samenvoeging(commit, tuple(names.path(place) for place in kopieen))


def _unit(path: str) -> str:
    """What is looked at as a whole: the folder of a sessie, or a file elsewhere."""
    parts = path.split("/")
    return "/".join(parts[:3]) if parts[0] == SESSIES and len(parts) > 3 else path


def _read(repository: Repository, commits: Iterable[str], touched: set[str]) -> list[_Kant]:
    paths = sorted(touched) if len(touched) <= MAX_PADEN else []
    listed = [trees.entries(repository, commit, *paths) if touched else {} for commit in commits]
    entries = [
        {path: entry for path, entry in side.items() if _unit(path) in touched} for side in listed
    ]
    oids = [
        entry.oid for side in entries for path, entry in side.items() if _is_sessie(path, entry)
    ]
    raws = trees.contents(repository, oids, MAX_SAMEN)
    layouts = [dict(_layouts(side, raws)) for side in entries]
    kanten = []
    for side, eigen in zip(entries, layouts, strict=True):
        # A sessie.yaml that cannot be read on one side is that of the sessie which has this folder elsewhere.
        andere = {folder: layout for ander in layouts for folder, layout in ander.items()}
        present = {_unit(path) for path in side}
        known = {layout.sessie for layout in eigen.values()}
        geleend = {
            f: lay
            for f, lay in andere.items()
            if f in present and f not in eigen and lay.sessie not in known
        }
        kanten.append(_Kant(side, geleend | eigen))
    return kanten


def _is_sessie(path: str, entry: Entry) -> bool:
    return path == f"{_unit(path)}/{sessie_yaml.BESTAND}" and entry.is_file


def _layouts(
    entries: Mapping[str, Entry], raws: Mapping[str, bytes | None]
) -> Iterator[tuple[str, Layout]]:
    seen = set()
    for path, entry in entries.items():
        raw = raws.get(entry.oid) if _is_sessie(path, entry) else None
        layout = _layout(_unit(path), raw) if raw is not None else None
        if (
            layout and layout.sessie not in seen
        ):  # a folder that was copied by hand is just a folder
            seen.add(layout.sessie)
            yield _unit(path), layout


def _layout(folder: str, raw: bytes) -> Layout | None:
    with suppress(YamlFout):
        sessie = sessie_yaml.parse(raw, folder)
        return Layout(
            folder, sessie.id, {ronde.id or ronde.map: ronde.map for ronde in sessie.rondes}
        )
    return None


def _merge_files(
    repository: Repository, places: list[Place], before: Placed, mine: Placed, yours: Placed
) -> Iterator[tuple[Place, Content, Content | None]]:
    """Merge the files that both sides changed; give each with the version that had to be kept beside it."""
    oids = (side[place].oid for place in places for side in (before, mine, yours) if place in side)
    raws = trees.contents(repository, oids, MAX_SAMEN)
    for place in places:
        was, my, your = before.get(place), mine[place], yours[place]
        one, other = (raws[entry.oid] if entry.is_file else None for entry in (my, your))
        if one is None or other is None:
            # 1 a link, or too large to look into: the plain file of theirs goes first, ours stays beside it
            first, second = (your, my) if other is not None or one is None else (my, your)
            yield place, first, second if second.is_file else None
        else:
            # 2 files: by meaning
            raw = raws[was.oid] if was and was.is_file else None
            samen = merge_files(place.rest, raw, one, other)
            yield place, samen.raw, samen.kopie


class _Namen:
    """Which path each place gets: folders of rondes follow from the merged sessie.yaml."""

    def __init__(
        self, repository: Repository, kanten: list[_Kant], result: Mapping[Place, Content]
    ) -> None:
        self._folders = tree.name_folders(*(kant.folders() for kant in kanten))
        self._rondes: dict[tuple[str, str], str] = {}
        for kant in kanten:
            for layout in kant.layouts.values():
                self._rondes |= {
                    (layout.sessie, ronde): naam for ronde, naam in layout.rondes.items()
                }
        merged = {place.sessie: value for place, value in result.items() if self._is_sessie(place)}
        oids = [value.oid for value in merged.values() if isinstance(value, Entry)]
        raws = trees.contents(repository, oids, MAX_SAMEN)
        for sessie, value in merged.items():
            raw = raws[value.oid] if isinstance(value, Entry) else value
            gelezen = _layout("", raw) if raw is not None else None
            if gelezen and gelezen.sessie == sessie:
                self._name_rondes(sessie, gelezen.rondes)

    def _name_rondes(self, sessie: str, rondes: Mapping[str, str]) -> None:
        """Give the rondes of the merged sessie their folders; one that is in it no more may not share those."""
        for (eigen, ronde), naam in self._rondes.items():
            if eigen == sessie and ronde not in rondes and naam in rondes.values():
                self._rondes[eigen, ronde] = f"{naam}-{ronde}"
        self._rondes |= {(sessie, ronde): naam for ronde, naam in rondes.items()}

    @staticmethod
    def _is_sessie(place: Place) -> bool:
        return bool(place.sessie) and place.rest == sessie_yaml.BESTAND and not place.ronde

    def path(self, place: Place) -> str:
        return tree.path_of(place, self._folders, self._rondes)


def _compared(now: Mapping[str, Entry], wordt: Mapping[str, Content]) -> dict[str, Content | None]:
    """What has to change in *now* to become *wordt*."""
    changed: dict[str, Content | None] = {path: None for path in now if path not in wordt}
    for path, content in wordt.items():
        is_same = now.get(path) == content
        if isinstance(content, bytes) and path in now:
            is_same = now[path].is_file and blob_id(content, len(now[path].oid)) == now[path].oid
        if not is_same:
            changed[path] = content
    return changed
