"""Looks what stands at a shared place, as cheaply as can be: nothing is fetched."""

from pathlib import Path

from intervisie_cli.git import place
from intervisie_cli.git.names import is_oid
from intervisie_cli.git.netwerk import Netwerkfout
from intervisie_cli.git.repository import Repository
from intervisie_cli.git.url import Adres
from intervisie_cli.system import plain

# Soon enough to say that a line is dead, while somebody waits.
STILTE_S = 5.0
_MAX_REF = 256
_MAX_PACKED = 1024 * 1024


def commit_at(repository: Repository, adres: Adres, branch: str) -> str:
    """The commit of *branch* at the place, '' for none. Raises GitFout."""
    if adres.map:
        place.check(repository, adres)
        return _in_folder(adres.map, branch)
    argv = ("ls-remote", "--upload-pack=git-upload-pack", "--", adres.url, branch)
    status, out, err = repository.git.run_remote(
        *argv, soort=adres.soort, stilte_s=STILTE_S
    )
    if status:
        raise Netwerkfout(err)
    return _named(out, branch, b"\t")


def _in_folder(folder: Path, branch: str) -> str:
    # No git works there, and none is needed: a ref is a file, or a line of one.
    try:
        los = plain.read(folder / branch, _MAX_REF) or b""
        commit = los.decode("ascii", "replace").strip()
        if is_oid(commit):
            return commit
        packed = plain.read(folder / "packed-refs", _MAX_PACKED) or b""
    except (plain.NotPlain, OSError):
        return ""
    return _named(packed, branch, b" ")


def _named(rows: bytes, branch: str, between: bytes) -> str:
    """The commit on the row of *branch*, '' for none."""
    for row in rows.splitlines():
        commit, _, naam = row.partition(between)
        tekst = commit.decode("ascii", "replace")
        if naam.decode("utf-8", "replace") == branch and is_oid(tekst):
            return tekst
    return ""
