"""What an editor put in the folders of sessies, and is in no commit yet."""

from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from intervisie_cli.git import trees
from intervisie_cli.git.commit import NewFiles, blob_id
from intervisie_cli.git.index import IndexEntry
from intervisie_cli.git.repository import Repository
from intervisie_cli.groep import bestanden
from intervisie_cli.model.fouten import IntervisieError
from intervisie_cli.model.namen import SESSIES, is_group_path, is_leesmij
from intervisie_cli.records import groep as groep_yaml
from intervisie_cli.records.document import MAX_BESTAND

if TYPE_CHECKING:
    from intervisie_cli.flows.omgeving import Omgeving

# Of more places all are asked for at once.
_MEESTE = 100


def as_recorded(omgeving: "Omgeving", plekken: Collection[str]) -> NewFiles:
    """What stands otherwise at and below these *plekken*, and in groep.yaml, than was recorded.

    Each as it is in the last commit, None for what is not in it. Pages are left out: they are made
    of the rest.
    """
    root, repository = omgeving.root, omgeving.repository
    head = repository.head().commit
    if not head:
        return {}
    gevraagd = plekken if len(plekken) <= _MEESTE else [SESSIES]
    recorded = entries(repository, head, *gevraagd)
    anders: dict[str, str] = {}
    for pad, entry in recorded.items():
        raw = _read(root, pad)
        if not is_leesmij(pad) and (
            raw is None or blob_id(raw, len(head)) != entry.oid
        ):
            anders[pad] = entry.oid
    raws = trees.contents(repository, anders.values(), MAX_BESTAND)
    gevonden: NewFiles = dict.fromkeys(set(_on_disk(root, gevraagd)) - recorded.keys())
    return gevonden | {pad: raws[oid] for pad, oid in anders.items()}


def entries(
    repository: Repository,
    commit: str,
    *plekken: str,
) -> Mapping[str, IndexEntry]:
    """What a commit holds at and below these places, and its groep.yaml."""
    return trees.entries_once(repository, commit, groep_yaml.BESTAND, *plekken)


def _read(root: Path, pad: str) -> bytes | None:
    # A link, or what is too large, is not what was recorded.
    with suppress(IntervisieError):
        return bestanden.read(root, pad)
    return None


def _on_disk(root: Path, plekken: Collection[str]) -> Iterator[str]:
    for plek in plekken:
        for path in (root / plek).rglob("*"):
            pad = path.relative_to(root).as_posix()
            if is_group_path(pad) and not is_leesmij(pad) and path.is_file():
                yield pad
