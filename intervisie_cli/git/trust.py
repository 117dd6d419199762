"""Whether this git folder may lead git, and what it says that no folder of ours says by itself.

A clone never takes configuration along, but a folder from a stick or a cloud may bring its own.
What the user has looked at and accepted is remembered outside the repository, by fingerprints.
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
    found = look(repository, Git(repository.root))
    trusted = system.read_trusted() if found else frozenset()
    vreemd = [key for key, as_it_is in found.items() if as_it_is not in trusted]
    if vreemd:
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


def look(repository: "Repository", git: "Git") -> dict[str, str]:
    """Give what could start a program or lead git elsewhere, each with a fingerprint.

    The fingerprint is of the setting in this folder, so another setting beside it changes nothing.
    """
    if not folder.is_git_folder(repository.git_dir, repository.common_dir):
        raise folder.GeenGitMap
    ask = ("--includes", "-z", "--list")
    listing = git.run("config", "--local", *ask)
    if b"extensions.worktreeconfig\n" in listing:
        _, of_worktree, _ = git.run_raw("config", "--worktree", *ask)
        listing += of_worktree
    vreemd = config.strange(listing, _of_this_git(listing, git))
    alternates = plain.read(repository.common_dir / folder.ALTERNATES, MAX_CONFIG)
    if alternates is not None:
        vreemd[folder.ALTERNATES] = [alternates.decode("utf-8", "surrogateescape")]
    if repository.is_elsewhere:
        vreemd[ELDERS] = [str(repository.root.resolve())]
    where = str(repository.common_dir.resolve())
    found = {}
    for key, values in vreemd.items():
        found[key] = _fingerprint(where, key, values)
    return found


def _of_this_git(listing: bytes, git: "Git") -> frozenset[str]:
    """The sections that this git knows: a newer one can obey what an older one passes over."""
    if not config.names_other_sections(listing):
        return frozenset()
    _, known, _ = git.run_raw("help", "--config-sections-for-completion")
    sections = known.decode("utf-8", "replace").lower()
    return frozenset(sections.split())


def _fingerprint(*parts: str | list[str]) -> str:
    import hashlib
    import json

    text = json.dumps(parts)
    return hashlib.sha256(text.encode()).hexdigest()
