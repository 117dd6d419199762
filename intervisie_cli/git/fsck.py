"""Whether other gits will take the objects of a commit, and from where on they will not.

A server, and every clone that is careful, refuses a history that holds one object which is not as git makes them. So
what goes out is looked at as they do, before it goes.
"""

import re
import shutil
from bisect import bisect_left
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from intervisie_cli.git.repository import NIEUWE_KOPIE, Repository
from intervisie_cli.git.runner import GitMislukt
from intervisie_cli.model.fouten import GitFout

# What a commit can say wrongly of who made it and when: a clock before 1970 shuts nobody out.
_HARMLESS = (
    "badDate", "badDateOverflow", "badEmail", "badName", "badTimezone", "missingEmail", "missingNameBeforeEmail",
    "missingSpaceBeforeDate", "missingSpaceBeforeEmail", "multipleAuthors", "nulInCommit", "zeroPaddedDate",
)  # fmt: skip
WHEN_FETCHED = tuple(part for naam in _HARMLESS for part in ("-c", f"fetch.fsck.{naam}=ignore"))
"""What stands between `git` and `fetch`."""
WHEN_RECEIVED = '[receive "fsck"]\n' + "".join(f"\t{naam} = ignore\n" for naam in _HARMLESS)
"""What stands in the configuration of who receives."""
_LENIENT = "--strict=" + ",".join(f"{naam}=ignore" for naam in _HARMLESS)
_FAULT = re.compile(r"object [0-9a-f]+: (\w+)")
# What git says of a tree that it cannot read at all.
_NO_TREE = re.compile(r"(malformed mode|empty filename|too-short tree)")
_STANDS = re.compile(r"error in (?:tree|commit|blob|tag) [0-9a-f]+: (\w+):")
_MAP = "nazien"


class Onveilig(GitFout):
    """A commit of this clone holds what other gits refuse; *soort* is what git calls it."""

    def __init__(self, soort: str) -> None:
        super().__init__(
            f"Hier is iets vastgelegd dat Git bij anderen niet aanneemt ({soort}); er is niets gedeeld.",
            "Typ: intervisie sync --herstel. Dan worden de teksten opnieuw vastgelegd.",
        )
        self.soort = soort


def refused(melding: str) -> GitFout:
    """What to raise when git took no object: Onveilig for one that is made wrongly, else that something is damaged."""
    match = _FAULT.search(melding) or _NO_TREE.search(melding)
    if match:
        return Onveilig(match[1])
    return GitFout("De geschiedenis van Git is hier beschadigd; er is niets gedeeld.", NIEUWE_KOPIE)


def check(repository: Repository, commit: str, *known: str, strict: bool = False) -> None:
    """Raise Onveilig when *commit* holds an object that others refuse, leaving out what the commits *known* hold.

    Raises GitFout when an object is damaged or gone.
    With *strict* also what some servers refuse and we do not: a date or a name that cannot be.
    """
    with _scratch(repository) as folder:
        wanted = "".join(f"{line}\n" for line in (commit, *(f"^{oid}" for oid in known)))
        try:
            # Nothing of it is kept, so nothing needs to be durable.
            flags = ("--revs", "--quiet", "--threads=1", "--end-of-options", str(folder / "p"))
            repository.git.run("-c", "core.fsync=none", "pack-objects", *flags, stdin=wanted.encode())
            for pack in folder.glob("p-*.pack"):
                how = ("--strict" if strict else _LENIENT, "-o", str(folder / "nagezien.idx"))
                repository.git.run("-c", "core.fsync=none", "index-pack", *how, str(pack))
        except GitMislukt as fout:
            raise refused(fout.melding) from None


def is_good(repository: Repository, commit: str, *known: str, strict: bool = False) -> bool:
    """Whether others take all of *commit*; see `check`."""
    try:
        check(repository, commit, *known, strict=strict)
    except Onveilig:
        return False
    return True


def whole_history(repository: Repository) -> None:
    """Raise Onveilig when an object of this clone is one that others refuse, GitMislukt when one is damaged."""
    lenient = (part for naam in _HARMLESS for part in ("-c", f"fsck.{naam}=ignore"))
    status, out, err = repository.git.run_raw(*lenient, "fsck", "--strict", "--no-dangling", "--no-progress")
    if status:
        said = f"{out.decode('utf-8', 'replace')}{err}"
        if match := _STANDS.search(said):
            raise Onveilig(match[1])
        raise GitMislukt("fsck", status, err)


def last_good(repository: Repository, commit: str) -> str:
    """The last commit before *commit*, along first parents, of which others take all; '' when there is none."""
    earlier = repository.git.run("rev-list", "--first-parent", "--end-of-options", commit).decode().split()[1:]
    # What stands on a bad object is bad as well: so all that are good come after all that are not.
    at = bisect_left(earlier, True, key=lambda oid: is_good(repository, oid))
    return earlier[at] if at < len(earlier) else ""


@contextmanager
def _scratch(repository: Repository) -> Iterator[Path]:
    """An empty folder of our own, for who holds the lock of sharing; what one that died left in it goes."""
    folder = repository.private / _MAP
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
