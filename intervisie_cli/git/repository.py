"""A repository: its folders, its branch and commit, and what keeps it from taking another."""

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from intervisie_cli import system
from intervisie_cli.git import folder
from intervisie_cli.git.finding import find
from intervisie_cli.git.names import is_branch, is_oid
from intervisie_cli.git.runner import Git, GitMislukt, load
from intervisie_cli.model.fouten import GitFout
from intervisie_cli.system import plain

if TYPE_CHECKING:
    from intervisie_cli.git.gitpython import HardenedRepo

NIEUW = ".intervisie-nieuw"
NIEUWE_KOPIE = folder.NIEUWE_KOPIE

_EIGEN_MAP = "intervisie"
_MAX_REF = 4096
_MAX_PACKED_REFS = 64 * 1024 * 1024

# A file or folder in the git folder says what is going on, and so which way leads out.
_HALVERWEGE = {
    "MERGE_HEAD": ("een samenvoeging", "intervisie sync"),
    "rebase-merge": ("een rebase", "git rebase --abort"),
    # `git am` shares its folder with rebase, so it is looked for first.
    "rebase-apply/applying": ("een git am", "git am --abort"),
    "rebase-apply": ("een rebase", "git rebase --abort"),
    "CHERRY_PICK_HEAD": ("een cherry-pick", "git cherry-pick --abort"),
    "REVERT_HEAD": ("een revert", "git revert --abort"),
    "BISECT_LOG": ("een bisect", "git bisect reset"),
}


class Head(NamedTuple):
    """The branch, and its commit; *commit* is empty when nothing has been committed yet."""

    branch: str
    commit: str


class Repository:
    """The git repository of a group. Raises GitFout when *root* is not the top of a work tree."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.git_dir, self.common_dir, self.is_elsewhere = find(root)
        self._is_checked = False
        self._repo: HardenedRepo | None = None
        self._git: Git | None = None

    @property
    def repo(self) -> "HardenedRepo":
        """What GitPython makes of it, opened when first needed: its import is heavy.

        Raises VreemdeInstelling, NietGewoon, GeenGitMap.
        """
        if self._repo is None:
            self._check()
            self._repo = load().open_repo(self.root)
        return self._repo

    def _check(self) -> None:
        if not self._is_checked:
            from intervisie_cli.git import trust

            trust.check(self)
            self._is_checked = True

    @property
    def git(self) -> Git:
        """The runner of its git commands. Raises as `repo` does."""
        if self._git is None:
            self._git = Git(self.root, self.repo.git)
        return self._git

    def with_objects(self, store: Path) -> "Repository":
        """The same repository, where new objects come in the folder *store*.

        What nobody trusts yet can be looked at there.
        """
        aside = Repository(self.root)
        aside.repo.git.update_environment(
            GIT_OBJECT_DIRECTORY=str(store),
            GIT_ALTERNATE_OBJECT_DIRECTORIES=str(self.common_dir / "objects"),
        )
        return aside

    def read(self, *args: str) -> bytes:
        """What a git command that only reads says, in the quickest way there is. Raises GitFout."""
        from intervisie_cli.git import reader, trust

        can_be_quick = reader.CAN_SPAWN and not self._git
        if can_be_quick and trust.is_plain(self):
            return reader.read(self.root, *args)
        return self.git.run(*args)

    @cached_property
    def private(self) -> Path:
        """Our own folder inside the git folder, never shared: drafts, lock, journal.

        Raises GitFout.
        """
        return self._own_in(self.common_dir)

    @cached_property
    def own(self) -> Path:
        """The same for this work tree alone, of perhaps more than one: the journal stands there."""
        return self._own_in(self.git_dir)

    def _own_in(self, git_folder: Path) -> Path:
        if self.is_elsewhere:
            # To open it is to look whether the user accepted that.
            _ = self.git
        own = git_folder / _EIGEN_MAP
        folder.check_folder(own)
        return own

    def head(self) -> Head:
        """Give branch and commit. Raises GitFout on a detached HEAD or a broken repository."""
        try:
            text = (
                (plain.read(self.git_dir / "HEAD", _MAX_REF) or b"")
                .decode("utf-8")
                .strip()
            )
        except (OSError, UnicodeDecodeError):
            raise GitFout(
                "De Git-map is beschadigd (HEAD is niet te lezen).", NIEUWE_KOPIE
            ) from None
        branch = text.removeprefix("ref: ")
        # Any other name of a branch than ours is one that git reads for us.
        if branch != text and is_branch(branch):
            return Head(branch, self.commit_at(branch))
        if is_oid(text):
            raise GitFout(
                "Git staat hier los van een tak (detached HEAD).", "Typ: git switch -"
            )
        if not text:
            raise GitFout("De Git-map is beschadigd (HEAD is leeg).", NIEUWE_KOPIE)
        return self._ask_head()

    def _read_ref(self, ref: str) -> str | None:
        """The commit of *ref* by the files, '' when there is none; None when they do not tell."""
        if (self.common_dir / "reftable").is_dir():
            return None
        try:
            return self._read_loose(ref) or self._read_packed(ref)
        except (OSError, UnicodeDecodeError):
            return None

    def _read_loose(self, ref: str) -> str:
        path = self.common_dir / ref
        raw = None if path.is_dir() else plain.read(path, _MAX_REF)
        if raw is None:
            return ""
        text = raw.decode("ascii").strip()
        if not is_oid(text):
            raise GitFout(
                "De Git-map is beschadigd (een lege of kapotte tak).", NIEUWE_KOPIE
            )
        return text

    def _read_packed(self, ref: str) -> str:
        packed = plain.read(self.common_dir / "packed-refs", _MAX_PACKED_REFS) or b""
        end = f" {ref}"
        for line in packed.decode("utf-8").splitlines():
            oid = line.removesuffix(end)
            if oid != line and is_oid(oid):
                return oid
        return ""

    def _ask_commit(self, ref: str) -> str:
        flags = ("--verify", "--quiet", "--end-of-options")
        status, out, _ = self.git.run_raw("rev-parse", *flags, f"{ref}^{{commit}}")
        if status:
            return ""
        return out.decode().strip()

    def _ask_head(self) -> Head:
        status, out, _ = self.git.run_raw("symbolic-ref", "--quiet", "HEAD")
        if status:
            raise GitFout(
                "Git staat hier los van een tak (detached HEAD).", "Typ: git switch -"
            )
        branch = out.decode().strip()
        return Head(branch, self._ask_commit(branch))

    def commit_at(self, ref: str) -> str:
        """The commit that *ref* names, '' when there is none."""
        found = self._read_ref(ref)
        if found is None:
            return self._ask_commit(ref)
        return found

    def check_ready(self) -> None:
        """Raise GitFout when a merge, rebase or the like is half done.

        Also when git does not trust the owner of the folder.
        """
        owner = self.git_dir.stat().st_uid
        if hasattr(os, "geteuid") and owner != os.geteuid():
            self.git.run("rev-parse", "--git-dir")
        for name, (wat, uitweg) in _HALVERWEGE.items():
            if (self.git_dir / name).exists():
                raise GitFout(
                    f"In deze map is {wat} nog niet af.",
                    f"Maak die af, of typ: {uitweg}",
                )

    def identity(self) -> tuple[str, str] | None:
        """The name and mail address git signs with; None when the user has not set them."""
        self._check()
        ask = ("var", "GIT_COMMITTER_IDENT")
        try:
            out = self.read(*ask)
        except GitFout:
            # Once more in a way that tells why.
            status, out, melding = self.git.run_raw(*ask)
            if status and "dubious ownership" in melding:
                raise GitMislukt("var", status, melding) from None
            if status:
                return None
        match = re.match(r"(.*) <(.*)> \d+ [-+]\d+", out.decode("utf-8", "replace"))
        if not match or not match[1]:
            return None
        return match[1], match[2]

    def set_identity(self, naam: str, mail: str) -> None:
        """Sign with this name in this repository."""
        self.git.run("config", "--local", "user.name", naam)
        self.git.run("config", "--local", "user.email", mail)

    def has_commit(self, oid: str) -> bool:
        """Whether the commit *oid* is here."""
        return self.git.run_raw("cat-file", "-e", f"{oid}^{{commit}}")[0] == 0

    def blob_at(self, commit: str, path: str) -> bytes | None:
        """The content of *path* in *commit*, None when it is not there."""
        status, out, _ = self.git.run_raw("cat-file", "blob", f"{commit}:{path}")
        if status:
            return None
        return out


def clear_away(root: Path) -> None:
    """Remove what a process that died was building in *root*."""
    for left in root.glob(f"{NIEUW}*"):
        shutil.rmtree(left, ignore_errors=True)


@contextmanager
def under_construction(root: Path) -> Iterator[Repository]:
    """Give an empty repository with branch main, that is that of *root* when all went well.

    It is built in a folder of its own below *root* and put in its place in one move, durably: half
    a repository is never there.
    """
    clear_away(root)
    # A name of its own: a git that outlived its process may still write in the one before.
    bouw = root / f"{NIEUW}-{system.random_id(6)}"
    Git(root).run(
        "init", "--quiet", "--template=", "--initial-branch=main", "--", str(bouw)
    )
    yield Repository(bouw)
    system.fsync_tree(bouw)
    (bouw / ".git").rename(root / ".git")
    bouw.rmdir()
    system.fsync_folder(root)


def create(root: Path) -> Repository:
    """Make an empty repository at *root*; one that is there stays."""
    if not os.path.lexists(root / ".git"):
        with under_construction(root):
            pass
    return Repository(root)
