"""Where a repository stands: its folders, its branch, its commit, and what keeps it from taking another."""

import os
import re
from pathlib import Path
from typing import NamedTuple

from intervisie_cli import system
from intervisie_cli.git.runner import Git, GitMislukt
from intervisie_cli.model.fouten import GitFout

NIEUW = ".intervisie-nieuw"
NIEUWE_KOPIE = "Je bestanden zijn er nog. Haal een nieuwe kopie van de groep, en zet ze daarin."

_OID = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
_BRANCH = re.compile(r"ref: (refs/heads/[A-Za-z0-9._/-]+)")

# A file or folder in the git folder → what is going on, and the way out.
_HALVERWEGE = {
    "MERGE_HEAD": ("een samenvoeging", "intervisie sync"),
    "rebase-merge": ("een rebase", "git rebase --abort"),
    "rebase-apply": ("een rebase", "git rebase --abort"),
    "CHERRY_PICK_HEAD": ("een cherry-pick", "git cherry-pick --abort"),
    "REVERT_HEAD": ("een revert", "git revert --abort"),
    "BISECT_LOG": ("een bisect", "git bisect reset"),
}


class VreemdeInstelling(GitFout):
    """The repository's own configuration holds keys that could start a program or lead git elsewhere."""

    def __init__(self, keys: list[str]) -> None:
        meer = f" (en nog {len(keys) - 1})" if len(keys) > 1 else ""
        super().__init__(
            f"De Git-instellingen van deze map zijn niet te vertrouwen: {keys[0][:60]}{meer}.",
            "Heb jij dat zo ingesteld? Typ dan: intervisie vertrouw. Weet je het niet, haal dan een nieuwe kopie.",
        )
        self.keys = keys


class Head(NamedTuple):
    """The branch, and its commit; *commit* is empty when nothing has been committed yet."""

    branch: str
    commit: str


class Repository:
    """The git repository of a group. Raises GitFout when *root* is not the top of a work tree."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.git_dir = self._find_git_dir()
        common = self.git_dir / "commondir"
        self.common_dir = (self.git_dir / common.read_text().strip()).resolve() if common.is_file() else self.git_dir
        self._git: Git | None = None

    @property
    def git(self) -> Git:
        """The runner, made when first needed: its import is heavy. Raises VreemdeInstelling."""
        if self._git is None:
            git = Git(self.root)
            self._check_config(git)
            self._git = git
        return self._git

    def read(self, *args: str) -> bytes:
        """What a git command that only reads says, in the quickest way there is. Raises GitFout."""
        from intervisie_cli.git import reader

        if self._git or not reader.CAN_SPAWN or not self._is_plain():
            return self.git.run(*args)
        return reader.read(self.root, *args)

    def _is_plain(self) -> bool:
        from intervisie_cli.git import config

        try:
            return config.is_plain((self.common_dir / "config").read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError):
            return False  # git tells what it makes of it

    def _check_config(self, git: Git) -> None:
        """Raise VreemdeInstelling when the configuration could make git start something that nobody asked for."""
        if self._is_plain():
            return
        from intervisie_cli.git import config

        listing = self._list_config(git)
        vreemd = config.strange_keys(listing)
        if vreemd and config.fingerprint(self.common_dir, listing) not in system.read_trusted():
            raise VreemdeInstelling(vreemd)

    @staticmethod
    def _list_config(git: Git) -> bytes:
        listing = git.run("config", "--local", "--includes", "-z", "--list")
        if b"extensions.worktreeconfig\n" in listing:
            listing += git.run_raw("config", "--worktree", "--includes", "-z", "--list")[1]
        return listing

    def strange_config(self) -> list[str]:
        """The keys of the configuration that could make git start a program or lead it elsewhere."""
        from intervisie_cli.git import config

        return config.strange_keys(self._list_config(Git(self.root)))

    def trust(self) -> None:
        """Accept the configuration as it is now."""
        from intervisie_cli.git import config

        system.add_trusted(config.fingerprint(self.common_dir, self._list_config(Git(self.root))))

    @property
    def private(self) -> Path:
        """Our own folder inside the git folder: drafts, lock, journal. Never shared."""
        return self.common_dir / "intervisie"

    @property
    def own(self) -> Path:
        """The same for this work tree alone, where there are more of one repository: the journal."""
        return self.git_dir / "intervisie"

    def _find_git_dir(self) -> Path:
        dot = self.root / ".git"
        try:
            if dot.is_dir():
                return dot
            if dot.is_file() and (match := re.match(r"gitdir: (.+)", dot.read_text(encoding="utf-8"))):
                git_dir = (self.root / match[1].strip()).resolve()
                if git_dir.is_dir():
                    return git_dir
        except (OSError, UnicodeDecodeError):
            pass
        if (self.root / "HEAD").is_file() and (self.root / "objects").is_dir():
            raise GitFout("Dit is een kale Git-map (bare): hierin staan geen bestanden.", "Werk in een kloon ervan.")
        raise GitFout(
            "Deze map is geen Git-map, dus er kan niets worden vastgelegd.",
            "Maak er een van: git init -b main && git add -A && git commit -m begin",
        )

    def head(self) -> Head:
        """Give branch and commit. Raises GitFout on a detached HEAD or a broken repository."""
        try:
            text = (self.git_dir / "HEAD").read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError):
            raise GitFout("De Git-map is beschadigd (HEAD is niet te lezen).", NIEUWE_KOPIE) from None
        match = _BRANCH.fullmatch(text)
        if match:
            return Head(match[1], self.commit_at(match[1]))
        if _OID.fullmatch(text):
            raise GitFout("Git staat hier los van een tak (detached HEAD).", "Typ: git switch -")
        if not text:
            raise GitFout("De Git-map is beschadigd (HEAD is leeg).", NIEUWE_KOPIE)
        return self._ask_head()

    def _read_ref(self, ref: str) -> str | None:
        """The commit of *ref* from the files; '' when there is none; None when the files do not tell."""
        if (self.common_dir / "reftable").is_dir():
            return None
        loose = self.common_dir / ref
        try:
            if loose.is_file():
                text = loose.read_text(encoding="ascii").strip()
                if not _OID.fullmatch(text):
                    raise GitFout("De Git-map is beschadigd (een lege of kapotte tak).", NIEUWE_KOPIE)
                return text
            packed = self.common_dir / "packed-refs"
            if not packed.is_file():
                return ""
            for line in packed.read_text(encoding="utf-8").splitlines():
                if line.endswith(" " + ref):
                    return line.split(" ", 1)[0]
        except (OSError, UnicodeDecodeError):
            return None
        return ""

    def _ask_commit(self, ref: str) -> str:
        status, out, _ = self.git.run_raw("rev-parse", "--verify", "--quiet", f"{ref}^{{commit}}")
        return "" if status else out.decode().strip()

    def _ask_head(self) -> Head:
        status, out, _ = self.git.run_raw("symbolic-ref", "--quiet", "HEAD")
        if status:
            raise GitFout("Git staat hier los van een tak (detached HEAD).", "Typ: git switch -")
        branch = out.decode().strip()
        return Head(branch, self._ask_commit(branch))

    def commit_at(self, ref: str) -> str:
        """The commit that *ref* names, '' when there is none."""
        found = self._read_ref(ref)
        return found if found is not None else self._ask_commit(ref)

    def check_ready(self) -> None:
        """Raise GitFout when a merge, rebase or the like is half done, or git does not trust whose folder it is."""
        if hasattr(os, "geteuid") and self.git_dir.stat().st_uid != os.geteuid():
            self.git.run("rev-parse", "--git-dir")
        for name, (wat, uitweg) in _HALVERWEGE.items():
            if (self.git_dir / name).exists():
                if (self.git_dir / name / "applying").exists():
                    wat, uitweg = "een git am", "git am --abort"  # noqa: PLW2901 - shares its folder with rebase
                raise GitFout(f"In deze map is {wat} nog niet af.", f"Maak die af, of typ: {uitweg}")

    def identity(self) -> tuple[str, str] | None:
        """The name and mail address git signs with; None when the user has not set them."""
        status, out, melding = self.git.run_raw("var", "GIT_COMMITTER_IDENT")
        if status:
            if "dubious ownership" in melding:
                raise GitMislukt("var", status, melding)
            return None
        match = re.match(r"(.*) <(.*)> \d+ [-+]\d+", out.decode("utf-8", "replace"))
        return (match[1], match[2]) if match and match[1] else None

    def set_identity(self, naam: str, mail: str) -> None:
        """Sign with this name in this repository."""
        self.git.run("config", "--local", "user.name", naam)
        self.git.run("config", "--local", "user.email", mail)

    def blob_at(self, commit: str, path: str) -> bytes | None:
        """The content of *path* in *commit*, None when it is not there."""
        status, out, _ = self.git.run_raw("cat-file", "blob", f"{commit}:{path}")
        return None if status else out


def create(root: Path) -> Repository:
    """Make an empty repository at *root*, with branch main and no template files; one that is there stays.

    It is built in the folder NIEUW and put in its place in one move, so half a repository is never there.
    """
    if not (root / ".git").exists():
        import shutil

        bouw = root / NIEUW
        shutil.rmtree(bouw, ignore_errors=True)  # of a process that died
        Git(root).run("init", "--quiet", "--template=", "--initial-branch=main", "--", str(bouw))
        system.fsync_tree(bouw)
        (bouw / ".git").rename(root / ".git")
        bouw.rmdir()
        system.fsync_folder(root)
    return Repository(root)
