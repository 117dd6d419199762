"""A terminal to drive in a test: a program on a pseudo-terminal, its screen kept by an emulator."""

import contextlib
import os
import signal
import sys
import time
import warnings
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any

import pytest

REDEN = "a pseudo-terminal needs a Unix, with pexpect and pyte"
termios = pytest.importorskip("termios", reason=REDEN)
pexpect = pytest.importorskip("pexpect", reason=REDEN)
pyte = pytest.importorskip("pyte", reason=REDEN)

ENTER, TAB, ESC, SPATIE = "\r", "\t", "\x1b", " "
OMHOOG, OMLAAG = "\x1b[A", "\x1b[B"
CTRL_C, CTRL_D, CTRL_O, CTRL_T, CTRL_U = "\x03", "\x04", "\x0f", "\x14", "\x15"
NIEUWE_REGEL = ESC + ENTER

# Long enough for a slow machine that runs other tests as well; nothing waits longer than it needs.
WACHT_S = 15.0


class _Screen(pyte.HistoryScreen):
    """Answers the questions that programs put to a terminal (prompt_toolkit asks where the cursor is)."""

    antwoord: Callable[[str], None] = staticmethod(lambda _: None)

    def write_process_input(self, data: str) -> None:
        self.antwoord(data)


class Terminal:
    """A program at a terminal. `with` ends it; every wait raises AssertionError that shows the screen."""

    def __init__(self, argv: list[str], cwd: Path, env: dict[str, str], columns: int = 80, rows: int = 24) -> None:
        self.raw = b""
        self._screen = _Screen(columns, rows, history=2_000)
        self._screen.antwoord = self.keys
        self._stream = pyte.ByteStream(self._screen)
        with warnings.catch_warnings():
            # From Python 3.12 a fork beside the threads of pytest-xdist warns; the child only execs.
            warnings.simplefilter("ignore", DeprecationWarning)
            self._child: Any = pexpect.spawn(
                argv[0], argv[1:], cwd=str(cwd), env=env, dimensions=(rows, columns), echo=True
            )
        self._child.delaybeforesend = None
        self._child.ptyproc.delayafterclose = 0.01
        self._child.ptyproc.delayafterterminate = 0.01

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(self, soort: type[BaseException] | None, fout: BaseException | None, tb: TracebackType | None) -> None:
        self.end()

    # What is to be seen

    @property
    def lines(self) -> list[str]:
        """The lines on the screen, without the empty ones below."""
        lines = [line.rstrip() for line in self._screen.display]
        while lines and not lines[-1]:
            lines.pop()
        return lines

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    @property
    def all_text(self) -> str:
        """The screen, and what scrolled away above it."""
        above = ["".join(line[x].data for x in range(self._screen.columns)) for line in self._screen.history.top]
        return "\n".join([*(line.rstrip() for line in above), *self.lines])

    @property
    def bar(self) -> str:
        """The bar at the bottom, '' when no question is open."""
        last = self.lines[-1] if self.lines else ""
        return last.strip() if "stop" in last or " min" in last or "bezig" in last else ""

    @property
    def question(self) -> str:
        """What is asked now with what was typed, wrapped lines joined; '' when no question is open."""
        lines = self.lines
        if not self.bar:
            return ""
        start = next((i for i in range(len(lines) - 1, -1, -1) if lines[i].startswith("› ")), None)
        if start is None:
            return ""
        # A line that is full goes on in the next one.
        question = [lines[start]]
        for line in lines[start + 1 : -1]:
            joins = len(question[-1]) >= self._screen.columns - 1
            question[-1:] = [question[-1] + line] if joins else [question[-1], line]
        return "\n".join(question).removeprefix("› ").rstrip()

    # What is done

    def keys(self, *keys: str) -> None:
        """Press keys, one after the other."""
        with contextlib.suppress(OSError):  # the program may have ended
            self._child.send("".join(keys).encode())

    def paste(self, text: str) -> None:
        """Paste as terminals do since prompt_toolkit asked for it: between marks."""
        self.keys(f"\x1b[200~{text}\x1b[201~")

    def read(self, timeout_s: float = 0.05) -> bool:
        """Take in what the program wrote; whether there was anything."""
        try:
            data = self._child.read_nonblocking(65_536, timeout_s)
        except pexpect.TIMEOUT:
            return False
        except (pexpect.EOF, OSError, ValueError):
            time.sleep(0.01)
            return False
        self.raw += data
        self._stream.feed(data)
        return True

    def until(self, holds: Callable[[], object], what: str, timeout_s: float = WACHT_S) -> None:
        """Read until *holds* gives true. Raises AssertionError with the screen when it never does."""
        end = time.monotonic() + timeout_s
        while not holds():
            if not self.read() and not self.is_running and not self.read() and not holds():
                pytest.fail(f"the program ended before {what}; the screen:\n{self._shown()}")
            if time.monotonic() > end:
                pytest.fail(f"no {what} within {timeout_s:g} s; the screen:\n{self._shown()}")

    def wait(self, *texts: str, timeout_s: float = WACHT_S) -> None:
        """Wait until all *texts* are on the screen."""
        self.until(lambda: all(text in self.text for text in texts), f"{texts!r}", timeout_s)

    def asks(self, text: str, typed: str | None = "", timeout_s: float = WACHT_S) -> None:
        """Wait for the question that ends on *text*, with *typed* behind it; None is whatever."""

        def holds() -> bool:
            question, _, choices = self.question.partition(" (")
            if "j of n" in choices or "pijltjes" in choices or "spatie" in choices:
                return _flat(question).endswith(_flat(text))
            if typed is None:
                return _flat(text) in _flat(self.question)
            return _flat(self.question).endswith(_flat(text) + _flat(typed))

        self.until(holds, f"question {text!r}", timeout_s)

    def answer(self, question: str, *keys: str) -> None:
        """Wait for an empty question, press *keys* and Enter."""
        self.asks(question)
        self.keys(*keys, ENTER)

    def agree(self, question: str) -> None:
        """Take what is proposed: Enter, whatever stands there."""
        self.asks(question, None)
        self.keys(ENTER)

    def choose(self, question: str, label: str) -> None:
        """Wait for a question with choices, go to *label* with the arrows, and press Enter."""
        self.asks(question)
        for _ in range(60):
            pointed = self._pointed()
            if label in pointed:
                break
            self.keys(OMLAAG)
            self.until(lambda before=pointed: self._pointed() != before, "another choice")
        else:
            pytest.fail(f"no choice {label!r}; the screen:\n{self._shown()}")
        self.keys(ENTER)
        self.until(lambda: label not in self._pointed(), f"end of {question!r}")

    def _pointed(self) -> str:
        return next((line for line in reversed(self.lines) if line.startswith(" › ")), "")

    def resize(self, columns: int, rows: int) -> None:
        """Make the window another size, as a person does by dragging its corner."""
        self._screen.resize(rows, columns)
        self._child.setwinsize(rows, columns)

    def signal(self, number: int) -> None:
        """Send a signal to the program alone."""
        os.kill(self._child.pid, number)

    def hang_up(self) -> None:
        """Close the window: the kernel sends SIGHUP."""
        self._child.closed = True
        self._child.ptyproc.fileobj.close()

    def settings(self) -> list[Any]:
        """The settings of the terminal: echo, line by line or not, and so on."""
        settings: list[Any] = termios.tcgetattr(self._child.child_fd)
        return settings

    @property
    def is_running(self) -> bool:
        alive: bool = self._child.isalive()
        return alive

    def exit_code(self, timeout_s: float = WACHT_S) -> int:
        """Wait for the end; the exit code, or minus the signal that ended it."""
        end = time.monotonic() + timeout_s
        while self.is_running:
            self.read()
            if time.monotonic() > end:
                pytest.fail(f"still running after {timeout_s:g} s; the screen:\n{self._shown()}")
        while self.read(0):
            pass
        code: int | None = self._child.exitstatus
        return -self._child.signalstatus if code is None else code

    def end(self) -> None:
        """End the program and close the window."""
        if self.is_running:
            self.signal(signal.SIGKILL)
            self.exit_code()
        if not self._child.closed:
            self.hang_up()
        self._child.ptyproc.closed = True

    def _shown(self) -> str:
        edge = "+" + "-" * self._screen.columns + "+"
        rows = [f"|{line.ljust(self._screen.columns)}|" for line in self._screen.display]
        return "\n".join([edge, *rows, edge])


def intervisie(*args: str) -> list[str]:
    """The command line that runs the program."""
    return [sys.executable, "-m", "intervisie_cli", *args]


def _flat(text: str) -> str:
    return "".join(text.split())
