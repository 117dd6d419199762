"""One of the three sides of a merge: its files, and how its sessies are laid out."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import NamedTuple

from intervisie_cli.git import trees
from intervisie_cli.git.index import IndexEntry
from intervisie_cli.git.repository import Repository
from intervisie_cli.merge import rondes, tree
from intervisie_cli.merge.tree import Layout, Place
from intervisie_cli.model.namen import sessie_folder
from intervisie_cli.records import sessie as sessie_yaml
from intervisie_cli.records.node import YamlFout

# Beyond this many folders, git lists a whole commit sooner than all of those.
MAX_PADEN = 400
# A file that is larger is taken as a whole, or left, but not looked into.
MAX_MERGE = 8 * 1024 * 1024

Placed = dict[Place, IndexEntry]


class Side(NamedTuple):
    """The entries of one side, and how its sessies are laid out, by folder."""

    entries: dict[str, IndexEntry]
    layouts: dict[str, Layout]

    def placed(self) -> Placed:
        """The entries by the place where they belong."""
        return {
            tree.place_of(path, self.layouts): entry
            for path, entry in self.entries.items()
        }

    def folders(self) -> dict[str, str]:
        """The folder of each sessie."""
        return {layout.sessie: folder for folder, layout in self.layouts.items()}


def unit_of(path: str) -> str:
    """What is looked at as a whole: the folder of a sessie, or a file elsewhere."""
    return sessie_folder(path) or path


def read_sides(
    repository: Repository,
    commits: Iterable[str],
    units: set[str],
) -> list[Side]:
    """Read what each of the commits holds of these units."""
    paths = sorted(units) if len(units) <= MAX_PADEN else []
    entries = []
    for commit in commits:
        listed = trees.entries(repository, commit, *paths) if units else {}
        entries.append(
            {path: entry for path, entry in listed.items() if unit_of(path) in units}
        )
    layouts = _unified(_read_layouts(repository, entries))
    return [
        Side(side, _borrowed(side, own, layouts) | own)
        for side, own in zip(entries, layouts, strict=True)
    ]


def _unified(
    sides: list[dict[str, Layout]],
) -> list[dict[str, Layout]]:
    """The same with one id for a ronde that two sides began: as their records are merged."""
    _, ours, theirs = (
        {layout.sessie: layout for layout in side.values()} for side in sides
    )
    namen = {}
    for sessie in ours.keys() & theirs.keys():
        mine, yours = ours[sessie], theirs[sessie]
        loose = mine.loose | yours.loose
        namen[sessie] = rondes.one_id(mine.rondes, yours.rondes, loose)
    return [
        {
            folder: _renamed(layout, namen.get(layout.sessie, {}))
            for folder, layout in side.items()
        }
        for side in sides
    ]


def _renamed(layout: Layout, namen: Mapping[str, str]) -> Layout:
    eigen = {}
    for ronde, naam in layout.rondes.items():
        eigen[namen.get(ronde, ronde)] = naam
    return layout._replace(rondes=eigen)


def layout_of(folder: str, raw: bytes) -> Layout | None:
    """How the sessie in *folder* is laid out by its sessie.yaml, None when that cannot be read."""
    with suppress(YamlFout):
        sessie = sessie_yaml.parse(raw, folder)
        mappen = {ronde.id or ronde.map: ronde.map for ronde in sessie.rondes}
        loose = frozenset(ronde.id for ronde in sessie.rondes if not ronde.folder)
        return Layout(folder, sessie.id, mappen, loose - {""})
    return None


def _read_layouts(
    repository: Repository, sides: list[dict[str, IndexEntry]]
) -> list[dict[str, Layout]]:
    oids = [
        entry.oid
        for side in sides
        for path, entry in side.items()
        if _is_sessie_yaml(path, entry)
    ]
    raws = trees.contents(repository, oids, MAX_MERGE)
    return [_layouts(side, raws) for side in sides]


def _layouts(
    entries: Mapping[str, IndexEntry], raws: Mapping[str, bytes | None]
) -> dict[str, Layout]:
    layouts: dict[str, Layout] = {}
    seen = set()
    for path, entry in entries.items():
        raw = raws.get(entry.oid) if _is_sessie_yaml(path, entry) else None
        if raw is None:
            continue
        folder = unit_of(path)
        layout = layout_of(folder, raw)
        # A folder that somebody copied has the id of another sessie: it is just a folder.
        if layout and layout.sessie not in seen:
            seen.add(layout.sessie)
            layouts[folder] = layout
    return layouts


def _borrowed(
    entries: Mapping[str, IndexEntry],
    own: Mapping[str, Layout],
    sides: list[dict[str, Layout]],
) -> dict[str, Layout]:
    """The layouts of folders whose sessie.yaml cannot be read on this side.

    Such a folder holds the sessie that has it on another side.
    """
    elsewhere: dict[str, Layout] = {}
    for layouts in sides:
        elsewhere |= layouts
    unread = {unit_of(path) for path in entries} - own.keys()
    known = {layout.sessie for layout in own.values()}
    return {
        folder: layout
        for folder, layout in elsewhere.items()
        if folder in unread and layout.sessie not in known
    }


def _is_sessie_yaml(path: str, entry: IndexEntry) -> bool:
    return entry.is_file and path == f"{unit_of(path)}/{sessie_yaml.BESTAND}"
