"""Opens the user's own editor on a file."""

import os
import shlex
import shutil
import subprocess
from pathlib import Path

from intervisie_cli.model.fouten import IntervisieError


def edit(path: Path) -> None:
    """Let the user change *path*, and wait until the editor closes. Raises IntervisieError without an editor."""
    argv = shlex.split(os.environ.get("VISUAL") or os.environ.get("EDITOR") or "")
    kandidaten = [argv[0]] if argv else ["nano", "vi", "notepad"]
    program = next(filter(None, map(shutil.which, kandidaten)), None)
    if not program:
        raise IntervisieError("Er is geen editor gevonden.", "Noem er een in EDITOR, bijvoorbeeld: export EDITOR=nano")
    subprocess.run([program, *argv[1:], str(path)], check=False)  # noqa: S603 - the user's own choice
