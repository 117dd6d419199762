"""What a process writes down before it changes anything, so that the next one can finish it.

A journal lies in a folder that somebody can have handed over: what it says is done only when it is
something that we could have written. Else it is set aside, for a person to look at.
"""

import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from intervisie_cli import system
from intervisie_cli.git.commit import Files
from intervisie_cli.groep.concept import set_aside
from intervisie_cli.model.namen import is_group_path
from intervisie_cli.model.plain import Data
from intervisie_cli.system import plain

# More than we ever write: a journal beyond these bounds is not one of ours.
MAX_BYTES = 64 * 1024 * 1024
MAX_BERICHT = 16_384
# More files than one recording ever holds, and few enough to name to git in one call.
MAX_PADEN = 2_000


class Journaal(NamedTuple):
    """What is being recorded: what each file held (*basis*) and is to hold (*files*).

    *is_open* while the process that wrote it is at work; when it still is later, that one died.
    """

    path: Path
    message: str
    files: Files
    basis: Files
    is_open: bool = True

    def save(self) -> None:
        """Write it durably."""
        data = {
            "message": self.message,
            "files": _as_hex(self.files),
            "basis": _as_hex(self.basis),
            "is_open": self.is_open,
        }
        system.write_durable(self.path, json.dumps(data).encode())

    def close(self) -> None:
        """Note that the process ended by itself, and left no locks of git."""
        with suppress(OSError):
            self._replace(is_open=False).save()


def load(path: Path) -> Journaal | None:
    """Read the journal of a recording, None when there is none to obey. Raises NotPlain."""
    data = read(path)
    if data is None:
        return None
    try:
        return _as_journaal(path, data)
    except (ValueError, KeyError, TypeError, AttributeError):
        set_aside(path)
        return None


def _as_journaal(path: Path, data: Mapping[str, Any]) -> Journaal:
    """Read a journal.

    Raises ValueError, KeyError, TypeError, AttributeError for what we could not have written.
    """
    files = _as_files(data["files"])
    basis = _as_files(data["basis"])
    if not files or files.keys() != basis.keys():
        raise ValueError
    message = data["message"]
    if not isinstance(message, str) or len(message) > MAX_BERICHT or "\0" in message:
        raise ValueError
    is_open = data["is_open"]
    if not isinstance(is_open, bool):
        raise TypeError
    return Journaal(path, message, files, basis, is_open)


def read(path: Path) -> Data | None:
    """Give the object in a journal, None when there is none. Raises NotPlain.

    Anything else that stands there is set aside.
    """
    raw = plain.read(path, MAX_BYTES)
    if raw is None:
        return None
    try:
        data = json.loads(raw)
    except (ValueError, RecursionError):
        data = None
    if isinstance(data, dict):
        return data
    set_aside(path)
    return None


def _as_hex(files: Files) -> dict[str, str | None]:
    hexes: dict[str, str | None] = {}
    for pad, raw in files.items():
        hexes[pad] = None
        if raw is not None:
            hexes[pad] = raw.hex()
    return hexes


def _as_files(given: Mapping[str, str | None]) -> dict[str, bytes | None]:
    """Read files as they were written.

    Raises ValueError for too many, or for a path that no file of a group can have.
    """
    if len(given) > MAX_PADEN or not all(map(is_group_path, given)):
        raise ValueError
    return {
        pad: None if text is None else bytes.fromhex(text)
        for pad, text in given.items()
    }
