"""What was edited outside intervisie: it is recorded before it travels or is written over."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from typing import NamedTuple

from intervisie_cli.flows import berichten, erbij
from intervisie_cli.flows.niet_vastgelegd import Teruggezet, Tussendoor
from intervisie_cli.flows.vastlegger import Vastlegger
from intervisie_cli.git import commit as git_commit
from intervisie_cli.git import index
from intervisie_cli.git.commit import Files
from intervisie_cli.git.repository import Repository
from intervisie_cli.groep import bestanden
from intervisie_cli.model.fouten import OnleesbaarBestand
from intervisie_cli.model.namen import (
    is_group_path,
    is_leesmij,
    sessie_folder,
    whose_notulen,
)
from intervisie_cli.records import groep as groep_yaml
from intervisie_cli.records import sessie as sessie_yaml
from intervisie_cli.records.document import decode, parse_markdown
from intervisie_cli.records.hernummeren import renumbered
from intervisie_cli.records.node import YamlFout

# Git reads these files on every call to see that they have not changed. With more of them, letting
# it note that costs less than it saves.
MAX_STALE = 200
# So many files fit in one journal, also when each is as large as it may be.
AT_ONCE = 50
# So often an editor can save while a file is recorded.
_POGINGEN = 10


def changed(repository: Repository) -> dict[str, bytes]:
    """The files of the group that were edited since they were recorded, with what they hold now."""
    found = {}
    stale = index.unlike(repository)
    for path, oid in stale.items():
        if not is_group_path(path):
            continue
        try:
            raw = bestanden.read(repository.root, path)
        except OnleesbaarBestand:
            continue
        if raw is not None and git_commit.blob_id(raw, len(oid)) != oid:
            found[path] = raw
    if len(stale) - len(found) > MAX_STALE:
        repository.git.run_raw("update-index", "-q", "--refresh")
    return found


class Opgenomen(NamedTuple):
    """Files that could not be read, and those that got back what an editor wrote over."""

    onleesbaar: tuple[str, ...] = ()
    teruggezet: tuple[str, ...] = ()


def record(
    vastlegger: Vastlegger,
    repository: Repository,
    new_id: Callable[[int], str],
) -> Opgenomen:
    """Record them, and what a hand put there, as far as they can be read, with the lock held.

    A sessie that is a copy of another gets ids of its own. Raises Tussendoor for a file that is
    saved again all the time.
    """
    for _ in range(_POGINGEN):
        with suppress(Tussendoor):
            return _record_once(vastlegger, repository, new_id)
    raise Tussendoor


def _record_once(
    vastlegger: Vastlegger,
    repository: Repository,
    new_id: Callable[[int], str],
) -> Opgenomen:
    gevonden = changed(repository)
    pages = {pad: raw for pad, raw in gevonden.items() if is_leesmij(pad)}
    put_back = vastlegger.put_back_pages(pages)
    rest = {pad: raw for pad, raw in gevonden.items() if pad not in put_back}
    readable, onleesbaar = _parted(rest)
    _record_all(vastlegger, readable, readable)
    onleesbaar += _record_new(vastlegger, repository, new_id)
    terug: tuple[str, ...] = ()
    if readable:
        terug = _put_back(vastlegger, repository, readable)
    return Opgenomen(tuple(onleesbaar), terug)


def _record_new(
    vastlegger: Vastlegger,
    repository: Repository,
    new_id: Callable[[int], str],
) -> list[str]:
    """Record what a hand put there, and give what of it cannot be read."""
    nieuw = erbij.found(repository)
    if not nieuw.bestanden:
        return list(nieuw.onleesbaar)
    readable, onleesbaar = _parted(nieuw.bestanden)
    wordt = dict(readable)
    for folder in erbij.copies(repository.root, readable):
        van_kopie = {
            pad: raw for pad, raw in readable.items() if sessie_folder(pad) == folder
        }
        wordt |= renumbered(van_kopie, new_id)
    _record_all(vastlegger, wordt, readable)
    # A sessie whose folder got another name stands there once, and not in both.
    verhuisd = erbij.moved(repository, readable)
    if verhuisd:
        weg: Files = dict.fromkeys(verhuisd)
        vastlegger.record(weg, berichten.handwerk_bewaard(weg), weg)
    return [*onleesbaar, *nieuw.onleesbaar]


def _parted(gevonden: Mapping[str, bytes]) -> tuple[dict[str, bytes], list[str]]:
    """Those of the files that can be read, with what they hold; and the others."""
    readable: dict[str, bytes] = {}
    onleesbaar: list[str] = []
    for path, raw in gevonden.items():
        if is_readable(path, raw):
            readable[path] = raw
        else:
            onleesbaar.append(path)
    return readable, onleesbaar


def _record_all(
    vastlegger: Vastlegger,
    wordt: Mapping[str, bytes],
    was: Mapping[str, bytes],
) -> None:
    """Record files that hold *was* as *wordt*, in as many commits as it takes."""
    paden = list(wordt)
    for begin in range(0, len(paden), AT_ONCE):
        part = {path: wordt[path] for path in paden[begin : begin + AT_ONCE]}
        basis = {path: was[path] for path in part}
        vastlegger.record(part, berichten.handwerk_bewaard(part), basis)


def keep(
    vastlegger: Vastlegger,
    repository: Repository,
    files: Files,
    message: str = "",
) -> bool:
    """Give those of *files*, as they were read, that hold such an edit a commit of their own.

    So the history holds both versions. *message* says of which step they are. Give whether there
    was any. Raises Teruggezet when the edit wrote over what had come in.
    """
    there = {path: raw for path, raw in files.items() if raw is not None}
    edited = git_commit.uncommitted(repository, repository.head(), there)
    if edited:
        message = message or berichten.handwerk_bewaard(edited)
        vastlegger.record(edited, message, edited)
        if _put_back(vastlegger, repository, {path: there[path] for path in edited}):
            raise Teruggezet
    return bool(edited)


def _put_back(
    vastlegger: Vastlegger,
    repository: Repository,
    edited: Mapping[str, bytes],
) -> tuple[str, ...]:
    """Record what an editor that had an older version wrote over; gives in which files."""
    # Seldom did anybody edit a file, and this reads its history.
    from intervisie_cli.flows.overschreven import put_back

    terug = put_back(repository, edited)
    if terug:
        was = {path: edited[path] for path in terug}
        vastlegger.record(terug, berichten.teruggezet(), was)
    return tuple(terug)


def _parser_of(path: str) -> Callable[[bytes], object]:
    # Without these two nobody can do anything, so what cannot be used in them stays here.
    if path == groep_yaml.BESTAND:
        return groep_yaml.parse
    folder, _, naam = path.rpartition("/")
    if naam == sessie_yaml.BESTAND:
        return partial(sessie_yaml.parse, folder=folder)
    if whose_notulen(path):
        return decode
    return parse_markdown


def is_readable(path: str, raw: bytes) -> bool:
    """Whether a file of the group holds what its kind can hold, so that it can be shared."""
    if not path.startswith("sessies/") and path != "groep.yaml":
        return True
    if is_leesmij(path):
        return True
    try:
        _parser_of(path)(raw)
    except YamlFout:
        return False
    return True
