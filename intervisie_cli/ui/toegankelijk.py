"""Whether a person wants plain lines: nothing drawn over, nothing that ticks, no code that steers.

It is for who has a screen read out or felt, and for terminals that can do no more than write.
"""

import os
import re
from pathlib import Path

from intervisie_cli import system

_VARIABELE = "ACCESSIBLE"
_BESTAND = "toegankelijk"
# A time that runs, and for how long something lasts: '3:20', '1:02:11', '34 s'.
_KLOK = re.compile(r"\d+(?::\d\d)+|\d+ s\b")


def is_on() -> bool:
    """Whether this is asked for, or the terminal can do nothing else."""
    if os.environ.get("TERM") == "dumb":
        return True
    # What is said of this one time goes before what was chosen for always.
    gezegd = os.environ.get(_VARIABELE, "")
    if gezegd:
        return gezegd != "0"
    return is_chosen()


def is_chosen() -> bool:
    """Whether this user chose it for always."""
    try:
        return _path().is_file()
    except OSError:
        # A folder that cannot be looked in stops nobody.
        return False


def choose(is_gewenst: bool) -> None:
    """Choose it for always, or not. Raises OSError."""
    if is_gewenst:
        system.write_durable(_path(), b"ja\n")
    else:
        system.remove_durable(_path())


def _path() -> Path:
    return system.user_config_folder() / _BESTAND


def zonder_klok(text: str) -> str:
    """*text* without the times in it: what is the same then says nothing new."""
    return _KLOK.sub("…", text)
