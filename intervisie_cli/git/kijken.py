"""Looks what stands at a shared place, as cheaply as can be: nothing is fetched."""

import os
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from intervisie_cli.git import place
from intervisie_cli.git.names import is_oid
from intervisie_cli.git.netwerk import Netwerkfout
from intervisie_cli.git.repository import Repository
from intervisie_cli.git.url import Adres
from intervisie_cli.system import plain

# Soon enough to say that a line is dead, while somebody waits.
STILTE_S = 5.0
# Where each member has a ref that moves while their laptop takes part, see `hartslag`.
HARTSLAG = "refs/intervisie/gezien/"
_MAX_REF = 256
_MAX_PACKED = 1024 * 1024


class Blik(NamedTuple):
    """The commit of a branch at the place, '' for none, and per member where their sign of life is.

    What the members' refs hold says nothing; that it changes does.
    """

    commit: str
    hartslag: dict[str, str]


def look(repository: Repository, adres: Adres, branch: str) -> Blik:
    """Look what stands at the place. Raises GitFout."""
    if adres.map:
        place.check(repository, adres)
        return Blik(_in_folder(adres.map, branch), _beats_in(adres.map))
    argv = ("ls-remote", "--upload-pack=git-upload-pack", "--", adres.url)
    status, out, err = repository.git.run_remote(
        *argv, branch, f"{HARTSLAG}*", adres=adres, stilte_s=STILTE_S
    )
    if status:
        raise Netwerkfout(err, adres)
    refs = _refs(out, b"\t")
    hartslag = {
        ref.removeprefix(HARTSLAG): commit
        for ref, commit in refs.items()
        if ref.startswith(HARTSLAG)
    }
    return Blik(refs.get(branch, ""), hartslag)


def _in_folder(folder: Path, branch: str) -> str:
    # No git works there, and none is needed: a ref is a file, or a line of one.
    commit = _loose(folder / branch)
    if commit:
        return commit
    try:
        packed = plain.read(folder / "packed-refs", _MAX_PACKED) or b""
    except (plain.NotPlain, OSError):
        return ""
    return _refs(packed, b" ").get(branch, "")


def _beats_in(folder: Path) -> dict[str, str]:
    # Of one that git packed away the laptop is not there now.
    found = {}
    with suppress(OSError):
        for entry in os.scandir(folder / HARTSLAG):
            commit = _loose(Path(entry.path))
            if commit:
                found[entry.name] = commit
    return found


def _loose(path: Path) -> str:
    try:
        raw = plain.read(path, _MAX_REF) or b""
        text = raw.decode("ascii", "replace").strip()
    except (plain.NotPlain, OSError):
        return ""
    return text if is_oid(text) else ""


def _refs(rows: bytes, between: bytes) -> dict[str, str]:
    """The refs that the rows name, each with its commit."""
    found = {}
    for row in rows.splitlines():
        commit, _, naam = row.partition(between)
        text = commit.decode("ascii", "replace")
        if is_oid(text):
            found[naam.decode("utf-8", "replace")] = text
    return found
