"""What came in while an editor had an older version of a file open, and the editor wrote over."""

from collections.abc import Callable, Mapping
from typing import Any

from intervisie_cli.flows import berichten
from intervisie_cli.git import log
from intervisie_cli.git.repository import Repository
from intervisie_cli.model.draaiboek import ID
from intervisie_cli.model.namen import sessie_folder, whose_notulen
from intervisie_cli.records.document import Document, parse_markdown, parse_yaml
from intervisie_cli.records.groep import BESTAND as GROEP_YAML
from intervisie_cli.records.merge import merge_files
from intervisie_cli.records.node import YamlFout

# An editor that stays open for longer than so many changes of one file is not looked for.
_HOOGSTENS = 12


def put_back(repository: Repository, edited: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files of *edited*, just recorded as the newest version, with what they wrote over again.

    Who takes the same away once more means it, and is not given it back.
    """
    files = {}
    for path, raw in edited.items():
        is_record = path == GROEP_YAML or sessie_folder(path)
        if not is_record or whose_notulen(path):
            continue
        if _was_by_hand(repository, path):
            continue
        versies = _versions(repository, path)
        parse = parse_yaml if path.endswith(".yaml") else parse_markdown
        ouder = _begun_from([(versie, _ids(parse, versie)) for versie in versies])
        if ouder is None:
            continue
        samen = merge_files(path, ouder, raw, versies[1])
        if samen.kopie is None and samen.raw != raw:
            files[path] = samen.raw
    return files


def _was_by_hand(repository: Repository, path: str) -> bool:
    """Whether the version before was written by hand by the same person: they have seen it."""
    welke = ("--max-count=2", "HEAD", "--", path)
    nu, *eerder = log.rows(repository, ["%s", "%an", "%ae"], *welke)
    if not eerder:
        return False
    [(bericht, *wie)] = eerder
    is_by_hand = berichten.HANDWERK.lower() in bericht.lower()
    return is_by_hand and wie == nu[1:]


def _begun_from(versies: list[tuple[bytes, set[str]]]) -> bytes | None:
    """The version from which the editor began, when it took items away that it never saw.

    Of each version, the newest first, the content and the ids of its items.
    """
    if len(versies) < 3:
        return None
    (_, nu), (_, vorige), *eerder = versies
    weg = vorige - nu
    for plaats, (versie, ids) in enumerate(eerder):
        if not weg or ids & weg:
            continue
        # Whoever kept something that came later had that on the screen.
        later = vorige - ids
        if nu & later:
            return None
        # It stood there before it was taken away: then it was put back once already.
        ouder = eerder[plaats + 1 :]
        was_er_al = any(weg <= er_waren for _, er_waren in ouder)
        return None if was_er_al else versie
    return None


def _versions(repository: Repository, path: str) -> list[bytes]:
    """What the file held in the last commits that changed it, the newest first."""
    hoogstens = f"--max-count={_HOOGSTENS}"
    gevonden = []
    rijen = log.rows(repository, ["%H"], hoogstens, "HEAD", "--", path)
    for (oid,) in rijen:
        raw = repository.blob_at(oid, path)
        if raw is not None:
            gevonden.append(raw)
    return gevonden


def _ids(parse: Callable[[bytes], Document], raw: bytes) -> set[str]:
    try:
        return set(_in(parse(raw).data))
    except YamlFout:
        return set()


def _in(waarde: Any) -> list[str]:
    """The ids of all items in a value, at any depth."""
    gevonden: list[str] = []
    if isinstance(waarde, dict):
        if isinstance(waarde.get(ID), str):
            gevonden.append(waarde[ID])
        waarde = list(waarde.values())
    if isinstance(waarde, list):
        for deel in waarde:
            gevonden += _in(deel)
    return gevonden
