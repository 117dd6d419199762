"""Hears out a git that talks to a remote, with an end to its silence and to what it says."""

import time
from collections.abc import Callable
from threading import Thread
from typing import Any

from intervisie_cli.git.netwerk import TE_VEEL
from intervisie_cli.model.fouten import GitFout

# A remote that says nothing for so long is given up. After that comes one more look whether a push
# arrived, and the person should know within half a minute.
STILTE_S = 20.0
# A remote can also go on for ever. 60 MB, the largest group that was measured, takes ten minutes
# over a line of 100 KB a second.
LONGEST_S = 900.0
# Far more than any group: a list of 400 branches is 30 KB, and 10,000 sessies take 60 MB on disk.
# Whoever sends more wants to fill our memory or disk.
MAX_SAID = 8 * 1024 * 1024
MAX_MEMORY = 512 * 1024 * 1024
MAX_FILE = 2 * 1024 * 1024 * 1024

OnLine = Callable[[str], None] | None


class GeenAntwoord(GitFout):
    """A remote did not answer, or stopped in the middle."""

    def __init__(self) -> None:
        super().__init__(
            "De gedeelde plek geeft geen antwoord.",
            "Wat je vastlegde staat veilig op je computer.",
        )


class TeVeel(GitFout):
    """A remote sent more than a group can be."""

    def __init__(self) -> None:
        super().__init__(*TE_VEEL)


class _Ear:
    """Listens to one stream in a thread of its own; *last* is when the last of it came."""

    def __init__(self, stream: Any, on_line: OnLine) -> None:
        self.last = time.monotonic()
        self.size = 0
        self._stream = stream
        self._on_line = on_line
        self._chunks: list[bytes] = []
        self.thread = Thread(target=self._hear, daemon=True)
        self.thread.start()

    def _hear(self) -> None:
        while self.size <= MAX_SAID:
            chunk = self._stream.read1(65536)
            if not chunk:
                return
            self.last = time.monotonic()
            self.size += len(chunk)
            self._chunks.append(chunk)
            if self._on_line:
                self._on_line(_last_line(chunk))

    @property
    def said(self) -> bytes:
        """All of it. Raises TeVeel."""
        if self.size > MAX_SAID:
            raise TeVeel
        return b"".join(self._chunks)


def _last_line(chunk: bytes) -> str:
    # Git ends a line of progress that goes on with a carriage return.
    text = chunk.decode("utf-8", "replace").replace("\r", "\n").strip()
    return text.rsplit("\n", 1)[-1]


def listen(process: Any, on_line: OnLine, stilte_s: float) -> tuple[bytes, bytes]:
    """Give the output and the messages of a process that runs to its end.

    *on_line* gets each line of the messages. Raises GeenAntwoord when nothing comes for *stilte_s*
    seconds, TeVeel for more than MAX_SAID bytes.
    """
    process.stdin.close()
    began = time.monotonic()
    out, err = _Ear(process.stdout, None), _Ear(process.stderr, on_line)
    for ear in (out, err):
        while ear.thread.is_alive():
            ear.thread.join(0.2)
            now = time.monotonic()
            if now - max(out.last, err.last) > stilte_s or now - began > LONGEST_S:
                raise GeenAntwoord
            if max(out.size, err.size) > MAX_SAID:
                raise TeVeel
    return out.said, err.said
