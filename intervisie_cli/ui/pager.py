"""Shows long output a screen at a time, by a program of the user, and says how to leave that."""

import os
import shlex
import shutil
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TextIO

from intervisie_cli import system

_LESS = "less"
_UITLEG = "spatie verder, q terug"
# Up to here it is easier to scroll back than to find the way out of a pager.
_SCHERMEN = 3
# Of a terminal that does not tell.
_HOOGTE = 24


def shows(regels: Sequence[str], out: TextIO, zeg: Callable[[str], None]) -> bool:
    """Show ready lines where they ask for a pager on the terminal *out*; False when they do not."""
    try:
        hoogte = os.get_terminal_size(out.fileno()).lines
    except (OSError, ValueError):
        hoogte = _HOOGTE
    return is_wanted(len(regels), hoogte) and page(regels, zeg)


def is_wanted(aantal_regels: int, hoogte: int) -> bool:
    """Whether so many lines ask for a pager on a screen of *hoogte*; who sets PAGER has asked."""
    schermen = 1 if os.environ.get("PAGER") else _SCHERMEN
    return aantal_regels >= schermen * hoogte


def page(regels: Sequence[str], zeg: Callable[[str], None]) -> bool:
    """Show ready lines, and how to go on; False when there is no pager that can."""
    try:
        argv = shlex.split(os.environ.get("PAGER", "")) or [_LESS]
    except ValueError:
        return False
    programma = shutil.which(argv[0])
    if not programma:
        return False
    command = [programma, *argv[1:]]
    if Path(programma).stem == _LESS:
        command.append(f"-Ps{_UITLEG}")
    else:
        zeg(_UITLEG)
    # Leave at once when all fits, show colours, and keep no history of what was searched.
    env = {"LESS": "FRX", "LESSHISTFILE": "-"} | dict(os.environ)
    text = "\n".join(regels).encode()
    with system.ctrl_c_is_for_the_child():
        subprocess.run(command, input=text, env=env, check=False)  # noqa: S603
    return True
