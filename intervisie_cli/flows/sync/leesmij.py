"""Pages that came in and are not what the program makes of the records that came in with them.

Somebody edited a record or a page at the Git host, or has a program that makes no pages.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from intervisie_cli.flows import berichten, leesmij
from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.flows.vastlegger import Vastlegger
from intervisie_cli.git import trees
from intervisie_cli.groep import bestanden
from intervisie_cli.model.namen import LEESMIJ, is_leesmij, sessie_folder
from intervisie_cli.records import groep as groep_yaml
from intervisie_cli.records import sessie as sessie_yaml
from intervisie_cli.records.document import MAX_BESTAND

_OF_TABLE = (groep_yaml.BESTAND, sessie_yaml.BESTAND)


class _CameIn(NamedTuple):
    """The paths that came in, and of each page its content, None for one that is gone."""

    paths: frozenset[str]
    pages: Mapping[str, bytes | None]

    def is_wrong(self, page: str) -> bool:
        """Whether a page came in that a hand changed or took away."""
        if page not in self.pages:
            return False
        raw = self.pages[page]
        return raw is None or not leesmij.is_as_made(page, raw)


def repair(
    omgeving: Omgeving,
    vastlegger: Vastlegger,
    base: str,
    theirs: str,
) -> None:
    """Make such pages anew, in a commit of their own; what a hand wrote in one is put aside.

    *base* is the last commit that both sides had.
    """
    came_in = _look(omgeving, base, theirs)
    for page, raw in came_in.pages.items():
        # What still stands there is put aside when the page is recorded.
        if (
            raw
            and came_in.is_wrong(page)
            and bestanden.read(omgeving.root, page) != raw
        ):
            leesmij.keep_aside(omgeving, page, raw)
    files = {pad: bestanden.read(omgeving.root, pad) for pad in _to_make_anew(came_in)}
    files = {pad: raw for pad, raw in files.items() if raw is not None}
    if files and leesmij.along(omgeving, files).files:
        vastlegger.record(files, berichten.bladzijden(), files)


def _look(omgeving: Omgeving, base: str, theirs: str) -> _CameIn:
    repository = omgeving.repository
    changes = trees.changes(repository, base, theirs)
    entries = {
        pad: entry
        for pad, (_, entry) in changes.items()
        if is_leesmij(pad) or pad == LEESMIJ
    }
    oids = [entry.oid for entry in entries.values() if entry]
    raws = trees.contents(repository, oids, MAX_BESTAND)
    pages = {pad: raws[entry.oid] if entry else None for pad, entry in entries.items()}
    return _CameIn(frozenset(changes), pages)


def _to_make_anew(came_in: _CameIn) -> Iterator[str]:
    """A file of each sessie whose page is to be made anew, and of the group for its table."""
    folders = {folder for pad in came_in.paths if (folder := sessie_folder(pad))}
    for folder in sorted(folders):
        page = f"{folder}/{LEESMIJ}"
        if page not in came_in.pages or came_in.is_wrong(page):
            yield f"{folder}/{sessie_yaml.BESTAND}"
    concerns_table = any(pad.endswith(_OF_TABLE) for pad in came_in.paths)
    if came_in.is_wrong(LEESMIJ) or (concerns_table and LEESMIJ not in came_in.pages):
        yield groep_yaml.BESTAND
