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
from intervisie_cli.tijd.dag import dag_in_woorden

if TYPE_CHECKING:
    from intervisie_cli.flows.omgeving import Omgeving
    from intervisie_cli.git.commit import Files

# As many sessies as a page has room for; the others stand in their own folders.
_MEESTE = 40


class Leesmijmaker(Protocol):
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
    """Keep what a hand made of the page at *pad*, and say so; `doctor` tells where."""
    naam = pad.replace("/", "-").removesuffix(".md")
    kenmerk = system.random_id(6)
    opzij = omgeving.repository.private / OPZIJ_MAP / f"{naam}-{kenmerk}.md"
    system.write_durable(opzij, raw)
    omgeving.meld(
        f"{_in_words(omgeving, pad)} maakt intervisie zelf. Wat iemand daarin veranderde,"
        " is bewaard. Waar? Typ: intervisie doctor"
    )


def _in_words(omgeving: "Omgeving", pad: str) -> str:
    if pad == LEESMIJ:
        return "De tabel met sessies"
    with suppress(IntervisieError):
        sessie = sessies.load_sessie(omgeving.root, sessie_folder(pad))
        dag = dag_in_woorden(sessie.datum, omgeving.vandaag)
        return f"De bladzijde van {dag}"
    return "De bladzijde van een sessie"


def remake(omgeving: "Omgeving") -> "Callable[[Files], Files]":
    """Give what makes the pages anew of all files of each sessie that a merge changed."""
    return partial(_made, omgeving)


def _made(omgeving: "Omgeving", files: "Files") -> dict[str, bytes | None]:
    """The pages as they are once *files* stand there, None for one that goes."""
    if not omgeving.leesmij:
        return {}
    root = omgeving.root
    was = vinden.known_groep(root)
    # What was read in a folder that no group is in any more, is of no use.
    with suppress(IntervisieError):
        with bestanden.as_if(root, files):
            folders = _folders(root, was, files)
            in_table = _in_table(root, files)
        of_table = [f"{folder}/{sessie_yaml.BESTAND}" for folder in in_table or ()]
        anders = unrecorded.as_recorded(omgeving, [*folders, *of_table])
        with bestanden.as_if(root, {**anders, **files}):
            made = dict(_pages(omgeving, omgeving.leesmij(), folders))
            if in_table is not None:
                made |= _table(omgeving, omgeving.leesmij(), in_table)
            return made
    return {}


def _folders(root: Path, was: Groep, files: "Files") -> tuple[str, ...]:
    """The sessies whose page is made anew."""
    folders = dict.fromkeys(filter(None, map(sessie_folder, files)))
    if groep_yaml.BESTAND in files:
        folders |= dict.fromkeys(_of_other_groep(root, was, vinden.known_groep(root)))
    return tuple(folders)


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


def _in_table(root: Path, files: "Files") -> list[str] | None:
    """The sessies that the table names, None when it is not made anew."""
    namen = {pad.rpartition("/")[2] for pad in files}
    if not namen & {groep_yaml.BESTAND, sessie_yaml.BESTAND, LEESMIJ}:
        return None
    # They come latest first.
    return list(islice(sessies.folders(root), _MEESTE))


def _pages(
    omgeving: "Omgeving",
    maker: Leesmijmaker,
    folders: Sequence[str],
) -> "Iterator[tuple[str, bytes | None]]":
    root = omgeving.root
    groep = vinden.known_groep(root)
    for folder in gevolgd(omgeving.toon, "Bladzijden maken", folders):
        pad = f"{folder}/{LEESMIJ}"
        is_weg = bestanden.read(root, f"{folder}/{sessie_yaml.BESTAND}") is None
        if not is_weg and not _is_off(groep):
            # One that cannot be read keeps the page it had.
            with suppress(IntervisieError):
                yield pad, pages.sealed(maker.sessie(omgeving, folder))
        elif pages.has_mark(bestanden.read(root, pad)):
            yield pad, None


def _is_off(groep: Groep) -> bool:
    return groep.instellingen.leesbaar == LEESBAAR_NEE


def _table(
    omgeving: "Omgeving",
    maker: Leesmijmaker,
    folders: Sequence[str],
) -> dict[str, bytes]:
    """The README of the group, with its table; nothing where somebody took it away."""
    root = omgeving.root
    raw = bestanden.read(root, LEESMIJ)
    if raw is None:
        return {}
    try:
        leesmij = pages.parted(raw)
    except UnicodeDecodeError:
        return {}
    deel = ""
    groep = vinden.known_groep(root)
    if not _is_off(groep):
        gelezen = _latest_first(root, folders)
        deel = pages.sealed(maker.tabel(groep, gelezen)).decode()
    return {LEESMIJ: pages.joined(leesmij._replace(deel=deel))}


def _latest_first(root: Path, folders: Sequence[str]) -> list[Sessie]:
    gelezen: list[Sessie] = []
    for folder in folders:
        with suppress(IntervisieError):
            gelezen.append(sessies.load_sessie(root, folder))
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
