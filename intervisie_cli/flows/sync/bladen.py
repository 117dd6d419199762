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


class _Binnen(NamedTuple):
    """What came in: the paths, and of each page its content, None for one that is gone."""

    paden: frozenset[str]
    bladen: Mapping[str, bytes | None]

    def is_wrong(self, blad: str) -> bool:
        """Whether a page came in that a hand changed or took away."""
        if blad not in self.bladen:
            return False
        raw = self.bladen[blad]
        return raw is None or not leesmij.is_as_made(blad, raw)


def repair(
    omgeving: Omgeving,
    vastlegger: Vastlegger,
    base: str,
    theirs: str,
) -> None:
    """Make such pages anew, in a commit of their own; what a hand wrote in one is put aside.

    *base* is the last commit that both sides had.
    """
    binnen = _came_in(omgeving, base, theirs)
    for blad, raw in binnen.bladen.items():
        # What still stands there is put aside when the page is recorded.
        if raw and binnen.is_wrong(blad) and bestanden.read(omgeving.root, blad) != raw:
            leesmij.keep_aside(omgeving, blad, raw)
    files = {pad: bestanden.read(omgeving.root, pad) for pad in _to_make_anew(binnen)}
    files = {pad: raw for pad, raw in files.items() if raw is not None}
    if files and leesmij.along(omgeving, files).files:
        vastlegger.record(files, berichten.bladzijden(), files)


def _came_in(omgeving: Omgeving, base: str, theirs: str) -> _Binnen:
    repository = omgeving.repository
    changes = trees.changes(repository, base, theirs)
    nu = {
        pad: entry
        for pad, (_, entry) in changes.items()
        if is_leesmij(pad) or pad == LEESMIJ
    }
    oids = [entry.oid for entry in nu.values() if entry]
    raws = trees.contents(repository, oids, MAX_BESTAND)
    bladen = {pad: raws[entry.oid] if entry else None for pad, entry in nu.items()}
    return _Binnen(frozenset(changes), bladen)


def _to_make_anew(binnen: _Binnen) -> Iterator[str]:
    """A file of each sessie whose page is to be made anew, and of the group for its table."""
    folders = {folder for pad in binnen.paden if (folder := sessie_folder(pad))}
    for folder in sorted(folders):
        blad = f"{folder}/{LEESMIJ}"
        if blad not in binnen.bladen or binnen.is_wrong(blad):
            yield f"{folder}/{sessie_yaml.BESTAND}"
    concerns_table = any(pad.endswith(_OF_TABLE) for pad in binnen.paden)
    if binnen.is_wrong(LEESMIJ) or (concerns_table and LEESMIJ not in binnen.bladen):
        yield groep_yaml.BESTAND
