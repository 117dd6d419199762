"""Files that a hand put among those of the group: a copied sessie, a draaiboek of one's own.

Only what the program reads is one of them: what else lies in a folder may be somebody's own.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from intervisie_cli.git import index, trees
from intervisie_cli.git.repository import Repository
from intervisie_cli.groep import bestanden, draaiboeken, notulen, sessies
from intervisie_cli.model.fouten import IntervisieError, OnleesbaarBestand
from intervisie_cli.model.namen import (
    LEESMIJ,
    SESSIES,
    SJABLONEN,
    is_group_path,
    is_kopie,
    sessie_folder,
)
from intervisie_cli.records import sessie as sessie_yaml
from intervisie_cli.records.document import MAX_BESTAND

_SOORTEN = (".md", ".yaml")


class Erbij(NamedTuple):
    """What was put there: path → content; and the folders of which something cannot be read."""

    bestanden: dict[str, bytes]
    onleesbaar: tuple[str, ...] = ()


def found(repository: Repository) -> Erbij:
    """What stands in the folders of the group and was never recorded. Raises GitMislukt."""
    per_map: dict[str, list[str]] = defaultdict(list)
    for pad in index.others(repository, SESSIES, SJABLONEN):
        if is_group_path(pad) and not is_kopie(pad) and pad.endswith(_SOORTEN):
            per_map[_folder(pad)].append(pad)
    gevonden: dict[str, bytes] = {}
    onleesbaar: list[str] = []
    for folder, paden in sorted(per_map.items()):
        try:
            eigen = _own(repository.root, folder)
            gevonden |= _read(repository.root, eigen & set(paden))
        except sessies.GeenSessie:
            continue
        except IntervisieError:
            onleesbaar.append(folder)
    return Erbij(gevonden, tuple(onleesbaar))


def copies(root: Path, paden: Collection[str]) -> Iterator[str]:
    """Those of the folders of *paden* that are a copy of a sessie which stands elsewhere."""
    nieuw: dict[str, bytes] = {}
    for folder in sorted(set(map(sessie_folder, paden))):
        pad = f"{folder}/{sessie_yaml.BESTAND}"
        if pad in paden:
            sessie = sessies.load(root, folder).sessie
            nieuw[folder] = f"\nid: {sessie.id}".encode()
    if not nieuw:
        return
    bekend: set[bytes] = set()
    for folder in sessies.folders(root):
        if folder in nieuw:
            continue
        raw = bestanden.read(root, f"{folder}/{sessie_yaml.BESTAND}") or b""
        # Thousands of files are not parsed for one line.
        for regel in nieuw.values():
            if regel in b"\n" + raw:
                bekend.add(regel)
    for folder, regel in nieuw.items():
        if regel in bekend:
            yield folder
        # Of two copies of one that is not there, one can keep its id.
        bekend.add(regel)


def moved(repository: Repository, nieuw: Mapping[str, bytes]) -> list[str]:
    """The recorded files of sessies whose folder got another name, and stands among *nieuw*."""
    records = [raw for pad, raw in nieuw.items() if _is_record(pad)]
    ids = set(map(sessie_yaml.id_in, records)) - {""}
    if not ids:
        return []
    root = repository.root
    recorded = trees.entries(repository, repository.head().commit, SESSIES)
    weg = [pad for pad in recorded if not (root / pad).exists()]
    oids = {recorded[pad].oid: sessie_folder(pad) for pad in weg if _is_record(pad)}
    raws = trees.contents(repository, list(oids), MAX_BESTAND)
    folders = {
        oids[oid] for oid, raw in raws.items() if sessie_yaml.id_in(raw or b"") in ids
    }
    return [pad for pad in weg if sessie_folder(pad) in folders]


def _is_record(pad: str) -> bool:
    return pad.endswith(f"/{sessie_yaml.BESTAND}")


def _folder(pad: str) -> str:
    """The folder of a sessie or a draaiboek that a path lies in."""
    return sessie_folder(pad) or "/".join(pad.split("/")[:2])


def _own(root: Path, folder: str) -> set[str]:
    """The files in a folder that the program reads. Raises IntervisieError."""
    if folder.startswith(f"{SJABLONEN}/"):
        naam = folder.rpartition("/")[2]
        draaiboeken.load(root, naam)
        return {f"{folder}/{een}" for een in bestanden.files(root, folder)}
    sessie_map = sessies.load(root, folder)
    stappen = {stap.pad for stap in sessie_map.stappen}
    return {
        f"{folder}/{sessie_yaml.BESTAND}",
        f"{folder}/{LEESMIJ}",
        *stappen,
        *notulen.files(root, folder),
    }


def _read(root: Path, paden: Iterable[str]) -> dict[str, bytes]:
    """What the files hold. Raises OnleesbaarBestand."""
    gelezen = {}
    for pad in sorted(paden):
        raw = bestanden.read(root, pad)
        if raw is None:
            raise OnleesbaarBestand("is er niet meer.", pad=pad)
        gelezen[pad] = raw
    return gelezen
