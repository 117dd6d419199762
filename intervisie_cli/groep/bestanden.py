"""Reads and names the files of a group, and never follows what is not a plain file in it."""

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from intervisie_cli.model.fouten import OnleesbaarBestand
from intervisie_cli.model.namen import is_own_name
from intervisie_cli.records.document import MAX_BESTAND
from intervisie_cli.records.node import YamlFout
from intervisie_cli.system import plain

T = TypeVar("T")


class VreemdBestand(OnleesbaarBestand):
    """Something stands where a file of the group should, and it is not a plain file."""


def read(root: Path, pad: str, bekeken: set[str] | None = None) -> bytes | None:
    """Read the file at *pad*, None when there is none. Raises VreemdBestand.

    *bekeken* remembers, for who reads more files at once, which folders are no links.
    """
    # Plain strings and calls to the system: a build of the cache comes here for every step of every sessie.
    bekeken = set() if bekeken is None else bekeken
    plek, soort = str(root), 0
    boven, _, naam = pad.rpartition("/")
    if boven in bekeken:
        delen, plek = [naam], f"{plek}/{boven}"
    else:
        delen = pad.split("/")
        if ".." in delen or not delen[0]:
            raise VreemdBestand(f"{pad} staat niet in de map van de groep.")
    for deel in delen:
        plek = f"{plek}/{deel}"
        try:
            soort = os.lstat(plek).st_mode
        except (FileNotFoundError, NotADirectoryError):
            return None
        if stat.S_ISLNK(soort):
            raise VreemdBestand(
                f"{pad} is een snelkoppeling; die volgt intervisie niet.",
                "Zet er het bestand zelf neer.",
            )
    bekeken.add(boven)
    if not stat.S_ISREG(soort):
        raise VreemdBestand(
            f"{pad} is geen gewoon bestand.", "Haal het weg of geef het een andere naam."
        )
    try:
        handle = os.open(
            plek, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
        )
    except OSError as error:
        if error.errno == errno.ELOOP:
            raise VreemdBestand(f"{pad} is een snelkoppeling; die volgt intervisie niet.") from None
        if error.errno == errno.EACCES:
            raise OnleesbaarBestand(
                f"{pad} mag je niet lezen.", "Kijk of het bestand van jou is."
            ) from None
        raise
    try:
        return plain.read_handle(handle, MAX_BESTAND + 1)
    finally:
        os.close(handle)


def read_as(
    root: Path, pad: str, parse: Callable[[bytes], T], bekeken: set[str] | None = None
) -> T | None:
    """Read *pad* with *parse*, None when there is none. Raises OnleesbaarBestand with the line."""
    raw = read(root, pad, bekeken)
    return None if raw is None else parse_as(pad, raw, parse)


def parse_as(pad: str, raw: bytes, parse: Callable[[bytes], T]) -> T:
    """Parse what was read at *pad*. Raises OnleesbaarBestand with the line."""
    try:
        return parse(raw)
    except YamlFout as fout:
        raise OnleesbaarBestand(
            f"{pad} is niet te lezen (regel {fout.regel}): {fout.reden}.",
            "Herstel het bestand in een editor, of typ: intervisie doctor",
        ) from None


def folders(root: Path, pad: str) -> list[str]:
    """The names of our own folders in *pad*, the last first; a link is one of them until someone reads it.

    Raises VreemdBestand when *pad* itself is a link.
    """
    if (root / pad).is_symlink():
        raise VreemdBestand(
            f"{pad} is een snelkoppeling; die volgt intervisie niet.", "Zet er de map zelf neer."
        )
    try:
        with os.scandir(root / pad) as entries:
            namen = [
                e.name for e in entries if (e.is_symlink() or e.is_dir()) and is_own_name(e.name)
            ]
    except (FileNotFoundError, NotADirectoryError):
        return []
    return sorted(namen, reverse=True)
