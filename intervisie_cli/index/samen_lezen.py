"""Reads many sessies at once, in processes beside this one where the system has them: reading is most of a build."""

import os
import pickle
import signal
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from intervisie_cli.index.rijen import Gelezen, lees

# A process costs some milliseconds to start.
GENOEG = 500
_BESIDE = 2
_BATCH = 50


def read_all(root: Path, paden: list[str]) -> Iterator[Gelezen]:
    """Read the sessies in these folders, in this order."""
    if len(paden) < GENOEG or sys.platform == "win32" or (os.cpu_count() or 1) < _BESIDE:
        for pad in paden:
            yield lees(root, pad)
        return
    batches = [paden[begin : begin + _BATCH] for begin in range(0, len(paden), _BATCH)]
    readers = [_Reader(root, batches[number::_BESIDE]) for number in range(_BESIDE)]
    try:
        for number, batch in enumerate(batches):
            yield from readers[number % _BESIDE].next() or [lees(root, pad) for pad in batch]
    finally:
        for reader in readers:
            reader.end()


class _Reader:
    """A process that reads batches, and writes what it found to a pipe; it ends when nobody reads that any more."""

    def __init__(self, root: Path, batches: list[list[str]]) -> None:
        there, here = os.pipe()
        self._pid = os.fork()
        if not self._pid:
            os.close(there)
            with suppress(BaseException):
                _write(os.fdopen(here, "wb"), root, batches)
            os._exit(0)
        os.close(here)
        self._stream = os.fdopen(there, "rb")

    def next(self) -> list[Gelezen]:
        """The next batch; empty when the process is gone."""
        try:
            found: list[Gelezen] = pickle.load(self._stream)  # noqa: S301 - written by a copy of ourselves
        except (EOFError, pickle.UnpicklingError):
            return []
        return found

    def end(self) -> None:
        """Stop reading."""
        self._stream.close()
        with suppress(ProcessLookupError):
            os.kill(self._pid, signal.SIGKILL)
        os.waitpid(self._pid, 0)


def _write(stream: BinaryIO, root: Path, batches: list[list[str]]) -> None:
    for batch in batches:
        pickle.dump([lees(root, pad) for pad in batch], stream, pickle.HIGHEST_PROTOCOL)
        stream.flush()
