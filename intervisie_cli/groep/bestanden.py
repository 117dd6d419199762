"""Reads and names the files of a group, and never follows what is not a plain file in it."""

import errno
import os
import stat
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import TypeVar

from intervisie_cli.model.fouten import OnleesbaarBestand
from intervisie_cli.model.namen import is_own_name
from intervisie_cli.records.document import MAX_BESTAND
from intervisie_cli.records.node import YamlFout
from intervisie_cli.system import plain

T = TypeVar("T")


# What is about to stand in the place of files, in the folder of a group.
_Anders = tuple[str, Mapping[str, bytes | None]]
_ANDERS: ContextVar[_Anders | None] = ContextVar("anders", default=None)


@contextmanager
def as_if(root: Path, files: Mapping[str, bytes | None]) -> Iterator[None]:
    """Let what is read in *root* be as if *files* stood there already, None for gone."""
    token = _ANDERS.set((str(root), files))
    try:
        yield
    finally:
        _ANDERS.reset(token)


def is_other(root: Path, pad: str) -> bool:
    """Whether another content is read at *pad* than stands there."""
    return pad in _others(root)


def _others(root: Path) -> Mapping[str, bytes | None]:
    anders = _ANDERS.get()
    if anders is None or anders[0] != str(root):
        return {}
    return anders[1]


class VreemdBestand(OnleesbaarBestand):
    """Something stands where a file of the group should, and it is not a plain file."""


def read(
    root: Path,
    pad: str,
    bekeken: set[str] | None = None,
) -> bytes | None:
    """Read the file at *pad*, None when there is none. Raises VreemdBestand, OnleesbaarBestand.

    *bekeken* remembers, for who reads more files at once, which folders are no links.
    """
    anders = _others(root)
    if pad in anders:
        return anders[pad]
    if bekeken is None:
        bekeken = set()
    plek = _walk(str(root), pad, bekeken)
    if plek is None:
        return None
    handle = _open(plek, pad)
    try:
        return plain.read_handle(handle, MAX_BESTAND + 1)
    finally:
        os.close(handle)


def _walk(root: str, pad: str, bekeken: set[str]) -> str | None:
    """Where the plain file at *pad* stands, None when there is none. Raises VreemdBestand."""
    # Strings and calls to the system, no Path: a build of the cache comes here for every step of
    # every sessie.
    plek = root
    soort = 0
    boven, _, naam = pad.rpartition("/")
    if boven in bekeken:
        plek = f"{root}/{boven}"
        delen = [naam]
    else:
        delen = pad.split("/")
        if ".." in delen or not delen[0]:
            raise VreemdBestand("staat niet in de map van de groep.", pad=pad)
    for deel in delen:
        plek = f"{plek}/{deel}"
        try:
            soort = os.lstat(plek).st_mode
        except (FileNotFoundError, NotADirectoryError):
            return None
        if stat.S_ISLNK(soort):
            raise VreemdBestand(
                "is een snelkoppeling; die volgt intervisie niet.",
                "Zet er het bestand zelf neer.",
                pad,
            )
    bekeken.add(boven)
    if not stat.S_ISREG(soort):
        raise VreemdBestand(
            "is geen gewoon bestand.", "Haal het weg of geef het een andere naam.", pad
        )
    return plek


def _open(plek: str, pad: str) -> int:
    # Windows knows no O_NOFOLLOW, and the others no O_BINARY.
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    try:
        return os.open(plek, flags)
    except OSError as error:
        if error.errno == errno.ELOOP:  # it became a link since it was looked at
            raise VreemdBestand(
                "is een snelkoppeling; die volgt intervisie niet.", pad=pad
            ) from None
        if error.errno == errno.EACCES:
            raise OnleesbaarBestand(
                "mag je niet lezen.", "Kijk of het bestand van jou is.", pad
            ) from None
        raise


def read_as(
    root: Path,
    pad: str,
    parse: Callable[[bytes], T],
    bekeken: set[str] | None = None,
) -> T | None:
    """Read *pad* with *parse*, None when there is none. Raises OnleesbaarBestand with the line."""
    raw = read(root, pad, bekeken)
    return None if raw is None else parse_as(pad, raw, parse)


def parse_as(
    pad: str,
    raw: bytes,
    parse: Callable[[bytes], T],
) -> T:
    """Parse what was read at *pad*. Raises OnleesbaarBestand with the line."""
    try:
        return parse(raw)
    except YamlFout as fout:
        raise OnleesbaarBestand(
            f"is niet te lezen (regel {fout.regel}): {fout.reden}.",
            "Herstel het bestand in een editor, of typ: intervisie doctor",
            pad,
        ) from None


def folders(root: Path, pad: str) -> list[str]:
    """The names of our own folders in *pad*, the last first.

    A link is one of them: whoever reads what is in it is told that it is one. Raises VreemdBestand
    when *pad* itself is a link.
    """
    namen = {
        entry.name
        for entry in _entries(root, pad)
        if entry.is_symlink() or entry.is_dir()
    }
    for _, naam, rest in _below(root, pad):
        if rest:
            namen.add(naam)
    return sorted(namen, reverse=True)


def files(root: Path, pad: str) -> list[str]:
    """The names of what can be files of ours in *pad*. Links are told of as in `folders`."""
    namen = {
        entry.name
        for entry in _entries(root, pad)
        if not entry.is_dir(follow_symlinks=False)
    }
    for raw, naam, rest in _below(root, pad):
        if not rest and raw is None:
            namen.discard(naam)
        elif not rest:
            namen.add(naam)
    return sorted(namen)


def _below(root: Path, pad: str) -> Iterator[tuple[bytes | None, str, str]]:
    """What is about to stand below a folder: its content, its name there, and what comes behind."""
    for ander, raw in _others(root).items():
        if ander.startswith(f"{pad}/"):
            naam, _, rest = ander.removeprefix(f"{pad}/").partition("/")
            if is_own_name(naam):
                yield raw, naam, rest


def _entries(root: Path, pad: str) -> list["os.DirEntry[str]"]:
    if (root / pad).is_symlink():
        raise VreemdBestand(
            "is een snelkoppeling; die volgt intervisie niet.",
            "Zet er de map zelf neer.",
            pad,
        )
    try:
        with os.scandir(root / pad) as entries:
            return [entry for entry in entries if is_own_name(entry.name)]
    except (FileNotFoundError, NotADirectoryError):
        return []
