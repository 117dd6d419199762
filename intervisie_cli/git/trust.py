"""Whether this git folder may lead git, and what it says that no folder of ours says by itself.

A clone never takes configuration along, but a folder from a stick or a cloud may bring its own.
What the user has looked at and accepted is remembered outside the repository, as a fingerprint.
"""

from typing import TYPE_CHECKING

from intervisie_cli import system
from intervisie_cli.git import config, folder
from intervisie_cli.git.runner import Git
from intervisie_cli.model.fouten import GitFout
from intervisie_cli.system import plain

if TYPE_CHECKING:
    from intervisie_cli.git.repository import Repository

MAX_CONFIG = 256 * 1024
_MAX_SHOWN = 60
# This is no key of the settings, and leads git elsewhere all the same.
ELDERS = ".git (wijst naar een andere map)"


class VreemdeInstelling(GitFout):
    """The repository's own settings hold what could start a program or lead git elsewhere."""

    def __init__(self, keys: list[str]) -> None:
        wat = keys[0][:_MAX_SHOWN]
        if len(keys) > 1:
            wat += f" (en nog {len(keys) - 1})"
        super().__init__(
            f"De Git-instellingen van deze map zijn niet te vertrouwen: {wat}.",
            "Heb jij dat zo ingesteld? Typ dan: intervisie vertrouw."
            " Weet je het niet, haal dan een nieuwe kopie.",
        )


def check(repository: "Repository") -> None:
    """Raise VreemdeInstelling for what nobody accepted, NietGewoon for a link in the git folder.

    Raises GeenGitMap when git would look for another one.
    """
    folder.check_plain(repository.git_dir)
    if repository.common_dir != repository.git_dir:
        folder.check_plain(repository.common_dir)
    if is_plain(repository):
        return
    vreemd, as_it_is = look(repository, Git(repository.root))
    if vreemd and as_it_is not in system.read_trusted():
        raise VreemdeInstelling(vreemd)


def is_plain(repository: "Repository") -> bool:
    """Whether all is as git and we write it, so that nobody needs to ask git what it says."""
    borrowed = repository.common_dir / folder.ALTERNATES
    if repository.is_elsewhere or borrowed.exists():
        return False
    if not folder.is_git_folder(repository.git_dir, repository.common_dir):
        return False
    try:
        raw = plain.read(repository.common_dir / "config", MAX_CONFIG)
        return config.is_plain((raw or b"").decode("utf-8"))
    except (OSError, UnicodeDecodeError):
        # Git is asked what it makes of that.
        return False


def look(repository: "Repository", git: "Git") -> tuple[list[str], str]:
    """Give what could start a program or lead git elsewhere, and a fingerprint of all of it."""
    vreemd, all_of_it = _look(repository, git)
    return vreemd, _fingerprint(repository, all_of_it)


def _look(repository: "Repository", git: "Git") -> tuple[list[str], bytes]:
    """Give what is strange, and everything that decided that."""
    if not folder.is_git_folder(repository.git_dir, repository.common_dir):
        raise folder.GeenGitMap
    listing = git.run("config", "--local", "--includes", "-z", "--list")
    if b"extensions.worktreeconfig\n" in listing:
        listing += git.run_raw("config", "--worktree", "--includes", "-z", "--list")[1]
    vreemd = config.strange_keys(listing)
    alternates = plain.read(repository.common_dir / folder.ALTERNATES, MAX_CONFIG)
    if alternates is not None:
        vreemd.append(folder.ALTERNATES)
        listing += b"\0\0" + alternates
    if repository.is_elsewhere:
        vreemd.append(ELDERS)
        work_tree = str(repository.root.resolve())
        listing += b"\0\0\0" + work_tree.encode("utf-8", "surrogateescape")
    return vreemd, listing


def _fingerprint(repository: "Repository", all_of_it: bytes) -> str:
    import hashlib

    where = f"{repository.common_dir.resolve()}\n".encode("utf-8", "surrogateescape")
    return hashlib.sha256(where + all_of_it).hexdigest()
