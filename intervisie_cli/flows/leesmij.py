"""Keeps the pages right that a Git host shows: of each sessie, and the table of a group.

They go along in the commit of what they are about, and are made of that alone: the same files give
the same pages. Nobody edits them; what a hand wrote in one is put aside.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import suppress
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

from intervisie_cli import system
from intervisie_cli.flows import unrecorded
from intervisie_cli.flows.voortgang import gevolgd
from intervisie_cli.groep import bestanden, sessies, vinden
from intervisie_cli.groep.concept import OPZIJ_MAP
from intervisie_cli.model.fouten import IntervisieError
from intervisie_cli.model.instellingen import LEESBAAR_NEE
from intervisie_cli.model.namen import LEESMIJ, sessie_folder
from intervisie_cli.model.sessie import Groep, Sessie
from intervisie_cli.records import groep as groep_yaml
from intervisie_cli.records import leesmij as pages
from intervisie_cli.records import sessie as sessie_yaml

if TYPE_CHECKING:
    from intervisie_cli.flows.omgeving import Omgeving
    from intervisie_cli.git.commit import Files

# As many sessies as a page has room for; the others stand in their own folders.
_MEESTE = 40


class Bladen(Protocol):
    """Makes the text of the pages."""

    def sessie(self, omgeving: "Omgeving", folder: str) -> str:
        """The page of the sessie in *folder*. Raises IntervisieError."""

    def tabel(self, groep: Groep, alle: Collection[Sessie]) -> str:
        """The table of the sessies of a group."""


class Meegaand(NamedTuple):
    """Pages that go along in a commit, what stands in their place, and which a hand changed."""

    files: "Files"
    basis: "Files"
    veranderd: tuple[str, ...]


def along(omgeving: "Omgeving", files: "Files") -> Meegaand:
    """The pages that go along when *files* are recorded."""
    gemaakt = _made(omgeving, files)
    wordt: dict[str, bytes | None] = {}
    was: dict[str, bytes | None] = {}
    veranderd = []
    for pad, raw in gemaakt.items():
        try:
            er_staat = bestanden.read(omgeving.root, pad)
        except IntervisieError:
            # A link or the like stands there: nothing is written through it.
            continue
        # Most steps that are under way change nothing that a page shows.
        if er_staat == raw and pad not in files:
            continue
        wordt[pad], was[pad] = raw, er_staat
        if er_staat != raw and not is_as_made(pad, er_staat):
            veranderd.append(pad)
    return Meegaand(wordt, was, tuple(veranderd))


def put_aside(omgeving: "Omgeving", erbij: Meegaand) -> None:
    """Keep what a hand wrote in pages that are made anew by now, and say where."""
    for pad in erbij.veranderd:
        keep_aside(omgeving, pad, erbij.basis[pad] or b"")


def keep_aside(omgeving: "Omgeving", pad: str, raw: bytes) -> None:
    """Keep what a hand made of the page at *pad*, and say where."""
    naam = pad.replace("/", "-").removesuffix(".md")
    kenmerk = system.random_id(6)
    opzij = omgeving.repository.private / OPZIJ_MAP / f"{naam}-{kenmerk}.md"
    system.write_durable(opzij, raw)
    omgeving.meld(
        f"{pad} maakt intervisie zelf. Wat daarin was veranderd, staat in: {opzij}"
    )


def remake(omgeving: "Omgeving") -> "Callable[[Files], Files]":
    """Give what makes the pages anew of all files of each sessie that a merge changed."""
    return partial(_made, omgeving)


def _made(omgeving: "Omgeving", files: "Files") -> dict[str, bytes | None]:
    """The pages as they are once *files* stand there, None for one that goes."""
    if omgeving.bladen is None:
        return {}
    root = omgeving.root
    was = vinden.known_groep(root)
    # What was read in a folder that no group is in any more, is of no use.
    with suppress(IntervisieError):
        with bestanden.as_if(root, files):
            folders = _folders(root, was, files)
            paden = [*folders, *_of_table(root, files)]
        anders = unrecorded.as_recorded(omgeving, paden)
        with bestanden.as_if(root, {**anders, **files}):
            return dict(_pages(omgeving, omgeving.bladen, folders, files))
    return {}


def _folders(root: Path, was: Groep, files: "Files") -> tuple[str, ...]:
    """The sessies whose page is made anew."""
    folders = dict.fromkeys(filter(None, map(sessie_folder, files)))
    if groep_yaml.BESTAND in files:
        folders |= dict.fromkeys(_of_other_groep(root, was, vinden.known_groep(root)))
    return tuple(folders)


def _of_table(root: Path, files: "Files") -> Iterator[str]:
    """What the table is made of, when it is made anew."""
    if not _concerns_table(files):
        return
    for folder in islice(sessies.folders(root), _MEESTE):
        yield f"{folder}/{sessie_yaml.BESTAND}"


def _pages(
    omgeving: "Omgeving",
    bladen: Bladen,
    folders: Sequence[str],
    files: "Files",
) -> "Iterator[tuple[str, bytes | None]]":
    root = omgeving.root
    groep = vinden.known_groep(root)
    for folder in gevolgd(omgeving.toon, "Bladzijden maken", folders):
        pad = f"{folder}/{LEESMIJ}"
        is_weg = bestanden.read(root, f"{folder}/{sessie_yaml.BESTAND}") is None
        if not is_weg and not _is_off(groep):
            # One that cannot be read keeps the page it had.
            with suppress(IntervisieError):
                yield pad, pages.sealed(bladen.sessie(omgeving, folder))
        elif pages.has_mark(bestanden.read(root, pad)):
            yield pad, None
    if _concerns_table(files):
        yield from _table(omgeving, bladen, groep)


def _is_off(groep: Groep) -> bool:
    return groep.instellingen.leesbaar == LEESBAAR_NEE


def _of_other_groep(root: Path, was: Groep, wordt: Groep) -> Iterator[str]:
    """The sessies whose page is not as the group is now: few, unless it had no pages before."""
    handles = {handle for lid in (*was.leden, *wordt.leden) for handle in lid.handles}
    anders = [
        handle.encode()
        for handle in handles
        if was.roepnaam(handle) != wordt.roepnaam(handle)
    ]
    for folder in sessies.folders(root):
        has_page = bestanden.read(root, f"{folder}/{LEESMIJ}") is not None
        # Who can be named in a sessie stands in its own file.
        raw = bestanden.read(root, f"{folder}/{sessie_yaml.BESTAND}") or b""
        if has_page == _is_off(wordt) or any(handle in raw for handle in anders):
            yield folder


def _concerns_table(files: "Files") -> bool:
    namen = {pad.rpartition("/")[2] for pad in files}
    return bool(namen & {groep_yaml.BESTAND, sessie_yaml.BESTAND, LEESMIJ})


def _table(
    omgeving: "Omgeving",
    bladen: Bladen,
    groep: Groep,
) -> Iterator[tuple[str, bytes]]:
    """The README of the group, with its table; nothing where somebody took it away."""
    raw = bestanden.read(omgeving.root, LEESMIJ)
    if raw is None:
        return
    try:
        leesmij = pages.parted(raw)
    except UnicodeDecodeError:
        return
    deel = ""
    if not _is_off(groep):
        deel = pages.sealed(bladen.tabel(groep, _latest(omgeving))).decode()
    yield LEESMIJ, pages.joined(leesmij._replace(deel=deel))


def _latest(omgeving: "Omgeving") -> list[Sessie]:
    """The last sessies by their day, latest first."""
    gelezen: list[Sessie] = []
    # Their folders come latest first, so that no more are read than there is room for.
    for folder in islice(sessies.folders(omgeving.root), _MEESTE):
        with suppress(IntervisieError):
            gelezen.append(sessies.load_sessie(omgeving.root, folder))
    # One that was moved to another day keeps the name of its folder.
    return sorted(gelezen, key=lambda sessie: sessie.datum, reverse=True)


def is_as_made(pad: str, raw: bytes | None) -> bool:
    """Whether what is made in a page stands as the program made it."""
    if raw is None:
        return True
    if pad != LEESMIJ:
        return pages.is_as_made(raw)
    with suppress(UnicodeDecodeError):
        deel = pages.parted(raw).deel
        return not deel or pages.is_as_made(deel.encode())
    return True
