"""The keyboard of a terminal that gives what is typed line by line, and shows it itself.

On Windows one cannot wait for the keyboard with `select`, nor ask for half a line.
"""

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

# More than a terminal gives at once.
_MOST = 65_536
# The system keeps no more of a line that was not ended yet.
FULL_LINE = 4_095


def enter_pressed(timeout_s: float) -> bool:
    """Whether somebody presses Enter at the terminal within *timeout_s* seconds.

    What was typed before it is dropped.
    """
    if sys.platform == "win32":
        deadline = time.monotonic() + timeout_s
        while time.monotonic() < deadline:
            if msvcrt.kbhit() and msvcrt.getwch() in "\r\n":
                return True
            time.sleep(0.05)
        return False
    if not is_ready(timeout_s):
        return False
    os.read(sys.stdin.fileno(), 4096)
    return True


if sys.platform == "win32":
    import msvcrt

    def is_ready(_timeout_s: float) -> bool:
        """Whether anything can be read: nobody can tell, so what follows waits for a line."""
        return True

    def read() -> bytes:
        """What was typed up to Enter; nothing at the end of the input."""
        return sys.stdin.buffer.readline()

    def is_pasting() -> bool:
        """Whether more comes right behind a line."""
        return False

    @contextmanager
    def line_by_line() -> Iterator[None]:
        """Let the terminal give whole lines: it does."""
        yield

    def half_line() -> bytes:
        """What stands on a line that was not ended."""
        return b""

else:
    import select
    import termios

    # Nobody types a line within this time after another one.
    _PASTE_S = 0.03

    def is_ready(timeout_s: float) -> bool:
        """Whether there is something to read within *timeout_s* seconds."""
        return bool(select.select([sys.stdin], [], [], timeout_s)[0])

    def read() -> bytes:
        """What was typed up to Enter, or to Ctrl-D; nothing at the end of the input."""
        return os.read(sys.stdin.fileno(), _MOST)

    def is_pasting() -> bool:
        """Whether more comes right behind a line."""
        return is_ready(_PASTE_S)

    @contextmanager
    def line_by_line() -> Iterator[None]:
        """Let the terminal give whole lines, and keep half a line when a signal comes."""
        with _set(_as_lines):
            yield

    def half_line() -> bytes:
        """What stands on a line that was not ended; it is taken off it. Raises OSError."""
        with _set(_as_it_comes):
            return os.read(sys.stdin.fileno(), _MOST)

    def _as_lines(settings: list[Any]) -> None:
        # Also where another program left the terminal otherwise. ECHOCTL shows a key that has no
        # letter as two letters, so that it steers nothing.
        settings[0] |= termios.ICRNL
        settings[3] |= termios.ICANON | termios.ECHO | termios.ISIG
        settings[3] |= termios.NOFLSH | termios.ECHOCTL

    def _as_it_comes(settings: list[Any]) -> None:
        # A terminal that does not wait for whole lines gives what it has.
        settings[3] &= ~termios.ICANON
        settings[6][termios.VMIN] = 0
        settings[6][termios.VTIME] = 0

    @contextmanager
    def _set(change: Callable[[list[Any]], None]) -> Iterator[None]:
        """Let the terminal be otherwise for a while. Raises OSError when it is gone."""
        handle = sys.stdin.fileno()
        try:
            before = termios.tcgetattr(handle)
            settings = termios.tcgetattr(handle)
            change(settings)
            termios.tcsetattr(handle, termios.TCSANOW, settings)
        except termios.error as fout:
            raise OSError(*fout.args) from None
        try:
            yield
        finally:
            # When the window was closed there is nothing to put back.
            with suppress(termios.error):
                termios.tcsetattr(handle, termios.TCSANOW, before)
