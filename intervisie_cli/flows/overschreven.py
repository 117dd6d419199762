"""What came in while an editor had an older version of a file open, and the editor wrote over."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from intervisie_cli.flows import berichten
from intervisie_cli.git import log
from intervisie_cli.git.repository import Repository
from intervisie_cli.model.namen import id_of, sessie_folder, whose_notulen
from intervisie_cli.model.plain import items_in
from intervisie_cli.records.document import decode, parse_markdown, parse_yaml
from intervisie_cli.records.groep import BESTAND as GROEP_YAML
from intervisie_cli.records.merge import merge_files
from intervisie_cli.records.node import YamlFout

# The keys of a part of a file, or a line of its text; and what the parts hold.
Deel = tuple[str, ...]
Parts = dict[Deel, Any]

_ITEM = object()

# An editor that stays open for longer than so many changes of one file is not looked for.
_HOOGSTENS = 12


def put_back(repository: Repository, edited: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files of *edited*, just recorded as the newest version, with what they wrote over again.

    Who takes the same away once more means it, and is not given it back.
    """
    files = {}
    for path, raw in edited.items():
        is_record = path == GROEP_YAML or sessie_folder(path)
        if not is_record or _was_by_hand(repository, path):
            continue
        versies = _versions(repository, path)
        ouder = _begun_from([(versie, _parts(path, versie)) for versie in versies])
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


def _begun_from(versies: list[tuple[bytes, Parts]]) -> bytes | None:
    """The version from which the editor began, when it put parts back that had changed since.

    Of each version, the newest first, the content and its parts.
    """
    if len(versies) < 3:
        return None
    (_, nu), (_, vorige), *eerder = versies
    for plaats, (versie, toen) in enumerate(eerder):
        # Whoever took away an item that stood there then was at work in what is there now.
        if any(wat is _ITEM and deel not in nu for deel, wat in toen.items()):
            continue
        later = [
            deel for deel in {*toen, *vorige} if toen.get(deel) != vorige.get(deel)
        ]
        terug = [deel for deel in later if nu.get(deel) == toen.get(deel)]
        # Whoever kept something that came later had that on the screen.
        if any(nu.get(deel) == vorige.get(deel) for deel in later):
            return None
        if terug:
            # It stood there before it was taken away: then it was put back once already.
            ouder = [delen for _, delen in eerder[plaats + 1 :]]
            was_er_al = any(_agree(delen, vorige, terug) for delen in ouder)
            return None if was_er_al else versie
    return None


def _agree(one: Parts, other: Parts, delen: Iterable[Deel]) -> bool:
    return all(one.get(deel) == other.get(deel) for deel in delen)


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


def _parts(path: str, raw: bytes) -> Parts:
    """What a file says, in parts that can change on their own; none of what cannot be read."""
    try:
        if whose_notulen(path):
            return _lines(decode(raw))
        parse = parse_yaml if path.endswith(".yaml") else parse_markdown
        document = parse(raw)
    except YamlFout:
        return {}
    return dict(_values(document.data, ())) | _lines(document.body)


def _lines(tekst: str) -> Parts:
    return {(regel.strip(),): True for regel in tekst.split("\n") if regel.strip()}


def _values(waarde: Any, plek: Deel) -> Iterator[tuple[Deel, Any]]:
    """Each value with its keys; an item stands under its id, wherever it is in its list."""
    if isinstance(waarde, dict):
        for naam, deel in waarde.items():
            yield from _values(deel, (*plek, naam))
    elif isinstance(waarde, list) and len(items_in(waarde)) == len(waarde):
        for nummer, item in enumerate(waarde):
            eigen = id_of(item) or str(nummer)
            yield (*plek, eigen), _ITEM
            yield from _values(item, (*plek, eigen))
    else:
        yield plek, waarde
