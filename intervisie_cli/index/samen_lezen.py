"""Reads many sessies at once, in processes beside this one where the system can fork.

Reading YAML is most of the time that a build of the cache takes.
"""

import os
import pickle
import signal
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from intervisie_cli.index.rijen import SessieRijen, lees
from intervisie_cli.model.sessie import Groep

# With fewer sessies the processes cost more than they save (`python -m benchmarks.history`).
GENOEG = 500
_PROCESSES = 2
# So many sessies go through the pipe at once: few enough that the reader is never far behind.
_BATCH = 50


def read_all(root: Path, paden: list[str], groep: Groep) -> Iterator[SessieRijen]:
    """Read the sessies in these folders, in this order."""
    if len(paden) < GENOEG or not _can_fork():
        yield from _read(root, paden, groep)
        return
    begins = range(0, len(paden), _BATCH)
    batches = [paden[begin : begin + _BATCH] for begin in begins]
    # The batches are dealt out in turn, so that they come back in turn.
    readers = [
        _Reader(root, batches[number::_PROCESSES], groep)
        for number in range(_PROCESSES)
    ]
    try:
        for number, batch in enumerate(batches):
            gelezen = readers[number % _PROCESSES].next()
            yield from gelezen or _read(root, batch, groep)
    finally:
        for reader in readers:
            reader.end()


def _can_fork() -> bool:
    """Whether processes beside this one can read, each on a core of its own."""
    return sys.platform != "win32" and (os.cpu_count() or 1) >= _PROCESSES


class _Reader:
    """A process that reads batches and writes what it found to a pipe.

    It ends when nobody reads that any more.
    """

    def __init__(
        self,
        root: Path,
        batches: list[list[str]],
        groep: Groep,
    ) -> None:
        there, here = os.pipe()
        self._pid = os.fork()
        if not self._pid:
            os.close(there)
            # Whatever goes wrong, this copy of the program must never go on as if it were it.
            with suppress(BaseException):
                _write(os.fdopen(here, "wb"), root, batches, groep)
            os._exit(0)
        os.close(here)
        self._stream = os.fdopen(there, "rb")

    def next(self) -> list[SessieRijen]:
        """The next batch; empty when the process is gone."""
        try:
            found: list[SessieRijen] = pickle.load(self._stream)  # noqa: S301 - our copy wrote it
        except (EOFError, pickle.UnpicklingError):
            return []
        return found

    def end(self) -> None:
        """Stop reading."""
        self._stream.close()
        with suppress(ProcessLookupError):
            os.kill(self._pid, signal.SIGKILL)
        os.waitpid(self._pid, 0)


def _read(root: Path, paden: list[str], groep: Groep) -> Iterator[SessieRijen]:
    for pad in paden:
        yield lees(root, pad, groep)


def _write(
    stream: BinaryIO,
    root: Path,
    batches: list[list[str]],
    groep: Groep,
) -> None:
    for batch in batches:
        gelezen = list(_read(root, batch, groep))
        pickle.dump(gelezen, stream, pickle.HIGHEST_PROTOCOL)
        stream.flush()
