"""GitPython, made so that each git that it starts has our settings, and that it reads none itself.

Heavy, so `runner` imports it for the first command that needs git. What of GitPython we do not use,
and what happened when we tried: docs/besluiten/0003.
"""

import os
import sys
from pathlib import Path
from typing import Any, NoReturn

from git import Git, InvalidGitRepositoryError, Repo

from intervisie_cli.git import hardening
from intervisie_cli.git.folder import GeenGitMap


class HardenedGit(Git):  # type: ignore[misc]
    """Starts git in one folder: whatever part of GitPython asks for it, by `execute`."""

    def __init__(self, working_dir: os.PathLike[str] | str) -> None:
        super().__init__(working_dir)
        # GitPython reads a folder that is called $HOME as the value of that variable.
        self._working_dir = Path(working_dir).absolute()
        self.update_environment(**hardening.ENVIRONMENT)

    def execute(self, command: Any, *args: Any, **kwargs: Any) -> Any:
        """Start *command*, of which the first word is the program, with our settings.

        It gets a process group of its own, so that what it starts can be ended with it.
        """
        program, *words = command
        # GitPython starts git where we stand when it may not enter the folder: then `-C` fails.
        where = ("-C", str(self._working_dir))
        kwargs |= {"shell": False, "start_new_session": sys.platform != "win32"}
        return super().execute(
            [program, *where, *hardening.FLAGS, *words], *args, **kwargs
        )


class HardenedRepo(Repo):  # type: ignore[misc]
    """A repository that `trust` has looked at before: GitPython opens pipes and follows links."""

    GitCommandWrapperType = HardenedGit

    def config_reader(self, *_: Any, **__: Any) -> NoReturn:
        """Refuse: GitPython follows includes, and sees other values in a file than git does."""
        raise RuntimeError("git itself tells its configuration")


def open_repo(root: Path) -> HardenedRepo:
    """Open the repository whose work tree is *root*, and never one above it. Raises GeenGitMap."""
    try:
        return HardenedRepo(root, expand_vars=False)
    except InvalidGitRepositoryError:
        raise GeenGitMap from None
