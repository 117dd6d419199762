"""Whether other gits will take the objects of a commit, and from where on they will not.

A server, and every clone that is careful, refuses a history that holds one object which is not as
git makes them. So what goes out is looked at as they do, before it goes.
"""

import re
import shutil
import time
from bisect import bisect_left
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from intervisie_cli import system
from intervisie_cli.git import trees
from intervisie_cli.git.listening import TeVeel
from intervisie_cli.git.repository import NIEUWE_KOPIE, Repository
from intervisie_cli.git.runner import GitMislukt
from intervisie_cli.model.fouten import GitFout

# A commit may say these things of who made it and when: a clock before 1970 shuts nobody out.
_HARMLESS = (
    "badDate", "badDateOverflow", "badEmail", "badName", "badTimezone", "missingEmail",
    "missingNameBeforeEmail", "missingSpaceBeforeDate", "missingSpaceBeforeEmail",
    "multipleAuthors", "nulInCommit", "zeroPaddedDate",
)  # fmt: skip
WHEN_FETCHED = tuple(
    part for naam in _HARMLESS for part in ("-c", f"fetch.fsck.{naam}=ignore")
)
"""What stands between `git` and `fetch`."""
_IGNORED = "".join(f"\t{naam} = ignore\n" for naam in _HARMLESS)
WHEN_RECEIVED = f'[receive "fsck"]\n{_IGNORED}'
"""What stands in the configuration of who receives."""
_LENIENT = "--strict=" + ",".join(f"{naam}=ignore" for naam in _HARMLESS)
_FAULT = re.compile(r"object [0-9a-f]+: (\w+)")
_DAMAGE = re.compile(
    r"corrupt|missing|unable to (?:read|find)|bad (?:object|tree)|not a tree|could not get"
    r"|did not find"
)
# The bit of fsck's status that says that an object is not as git makes them.
_FAULTS = 1
_REFUSED = re.compile(r"^(?:error|warning) in .*", re.MULTILINE)
# Git names no fault for a tree that it cannot read at all.
_NO_TREE = re.compile(r"(malformed mode|empty filename|too-short tree)")
_MAP = "nazien-"
# Far longer than the calls of git between making and removing it may take.
_LEFT_AFTER_S = 600.0


class Onveilig(GitFout):
    """A commit of this clone holds what other gits refuse; *soort* is what git calls it."""

    def __init__(self, soort: str) -> None:
        super().__init__(
            f"Hier is iets vastgelegd dat Git bij anderen niet aanneemt ({soort});"
            " er is niets gedeeld.",
            "Typ: intervisie sync --herstel. Dan worden de teksten opnieuw vastgelegd.",
        )
        self.soort = soort


def refused(melding: str, else_: GitFout) -> GitFout:
    """What to raise for what git said: Onveilig for an object that is made wrongly, or *else_*."""
    match = _FAULT.search(melding) or _NO_TREE.search(melding)
    if match:
        return Onveilig(match[1])
    return else_


def _damaged(fout: GitMislukt) -> GitFout:
    if _DAMAGE.search(fout.melding):
        return GitFout(
            "De geschiedenis van Git is hier beschadigd; er is niets gedeeld.",
            NIEUWE_KOPIE,
        )
    return fout


def check(
    repository: Repository,
    commit: str,
    *known: str,
    strict: bool = False,
) -> None:
    """Raise Onveilig when *commit* holds an object that others refuse.

    What the commits *known* hold is left out. With *strict* also what some servers refuse and we do
    not: a date or a name that cannot be. Raises GitFout when an object is damaged or gone.
    """
    try:
        trees.check_size(repository, commit)
    except TeVeel:
        raise Onveilig("veel te veel bestanden") from None
    with _scratch(repository) as folder:
        without = [f"^{oid}" for oid in known]
        wanted = "\n".join([commit, *without, ""])
        strictness = "--strict" if strict else _LENIENT
        try:
            # Nothing of it is kept, so nothing needs to be durable.
            flags = (
                "--revs",
                "--quiet",
                "--threads=1",
                "--end-of-options",
                str(folder / "p"),
            )
            repository.git.run(
                "-c", "core.fsync=none", "pack-objects", *flags, stdin=wanted.encode()
            )
            for pack in folder.glob("p-*.pack"):
                how = (strictness, "-o", str(folder / "nagezien.idx"))
                repository.git.run(
                    "-c", "core.fsync=none", "index-pack", *how, str(pack)
                )
        except GitMislukt as fout:
            raise refused(fout.melding, _damaged(fout)) from None


def is_good(
    repository: Repository,
    commit: str,
    *known: str,
    strict: bool = False,
) -> bool:
    """Whether others take all of *commit*; see `check`."""
    try:
        check(repository, commit, *known, strict=strict)
    except Onveilig:
        return False
    return True


def is_whole(repository: Repository, git_dir: Path | str, *tips: str) -> bool:
    """Whether all that *tips* of a git folder stand on is there and can be read; without, its refs.

    *repository* only lends its git. Raises GitFout when that takes too long.
    """
    flags = ("--no-dangling", "--no-progress", "--no-reflogs", *tips)
    where = ("--git-dir", str(git_dir))
    status, out, err = repository.git.run_raw(*where, "fsck", *flags)
    # An object that others refuse is another matter.
    said = _REFUSED.sub("", err + out.decode("utf-8", "replace"))
    if status in (0, _FAULTS):
        return not _DAMAGE.search(said)
    return False


def whole_history(repository: Repository, *commits: str) -> None:
    """Raise Onveilig when others refuse an object of *commits*.

    Raises GitFout when one of this clone is damaged or gone.
    """
    repository.git.run("fsck", "--connectivity-only", "--no-dangling", "--no-progress")
    known: list[str] = []
    for commit in filter(None, commits):
        check(repository, commit, *known)
        known.append(commit)


def last_good(repository: Repository, commit: str, *, strict: bool = False) -> str:
    """The last commit before *commit*, by first parents, of which others take all; '' for none."""
    flags = ("--first-parent", "--end-of-options")
    listed = repository.git.run("rev-list", *flags, commit).decode()
    earlier = listed.split()[1:]
    # What stands on a bad object is bad as well: so all that are good come after all that are not.
    at = bisect_left(
        earlier, True, key=lambda oid: is_good(repository, oid, strict=strict)
    )
    if at == len(earlier):
        return ""
    return earlier[at]


def take_in(repository: Repository, aside: Repository, commit: str) -> None:
    """Let *repository* have *commit* of *aside*, with all that it stands on, after a look at it.

    Raises GitFout.
    """
    wanted = f"{commit}\n".encode()
    pack = aside.git.run("pack-objects", "--revs", "--quiet", "--stdout", stdin=wanted)
    repository.git.run("index-pack", _LENIENT, "--stdin", stdin=pack)


@contextmanager
def _scratch(repository: Repository) -> Iterator[Path]:
    """An empty folder of our own; what a process that died left there goes."""
    from tempfile import TemporaryDirectory

    system.make_folder(repository.private)
    # What is left holds texts of the group, that nobody would find to remove them.
    for left in repository.private.glob(f"{_MAP}*"):
        with suppress(OSError):
            if time.time() - left.lstat().st_mtime > _LEFT_AFTER_S:
                shutil.rmtree(left)
    with TemporaryDirectory(prefix=_MAP, dir=repository.private) as made:
        yield Path(made)
