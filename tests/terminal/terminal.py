"""A terminal to drive in a test: a program on a pseudo-terminal, its screen kept by an emulator."""

import contextlib
import os
import re
import signal
import sys
import time
import warnings
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pytest

REDEN = "a pseudo-terminal needs a Unix, with pexpect and pyte"
termios = pytest.importorskip("termios", reason=REDEN)
pexpect = pytest.importorskip("pexpect", reason=REDEN)
pyte = pytest.importorskip("pyte", reason=REDEN)

ENTER, TAB, ESC, SPATIE = "\r", "\t", "\x1b", " "
OMHOOG, OMLAAG = "\x1b[A", "\x1b[B"
CTRL_A, CTRL_C, CTRL_D, CTRL_O, CTRL_U = "\x01", "\x03", "\x04", "\x0f", "\x15"
CTRL_K, CTRL_N, CTRL_T, CTRL_X = "\x0b", "\x0e", "\x14", "\x18"
NIEUWE_REGEL = ESC + ENTER

# What the program asks of the whole group, in many tests on the way to something else.
THEMA = "Wat is het thema van deze sessie?"
ROLLEN = "Wie begeleidt, en wie notuleert?"
NOTITIE = "Notitie van de groep"
NOG_IEMAND = "Brengt nog iemand een hulpvraag in?"
WEER = "Wanneer weer?"

# Long enough for a slow machine that runs other tests as well; nothing waits longer than it needs.
WACHT_S = 40.0


class _Screen(pyte.Screen):
    """Answers what programs ask a terminal (prompt_toolkit:
    where the cursor is), and keeps what scrolls away.

    Quicker than pyte's own screen with a history, and than its `display`.
    """

    def __init__(self, columns: int, rows: int, answer: Callable[[str], None]) -> None:
        self.above: list[str] = []
        self._answer = answer
        super().__init__(columns, rows)

    def write_process_input(self, data: str) -> None:
        self._answer(data)

    def index(self) -> None:
        if self.cursor.y == self.lines - 1:
            self.above.append(self.row(0))
        super().index()

    def row(self, y: int) -> str:
        cells = self.buffer[y]
        return "".join([cells[x].data for x in range(self.columns)]).rstrip()


class Terminal:
    """A program at a terminal. `with` ends it; a wait that fails shows the screen."""

    def __init__(
        self,
        argv: list[str],
        cwd: Path,
        env: dict[str, str],
        columns: int = 80,
        rows: int = 24,
    ) -> None:
        self.raw = b""
        # Windows that are looked at as well while this one is waited for: who is not looked at
        # for long stops writing, and gets no answer to what it asks its terminal.
        self.beside: list[Terminal] = []
        self._lines: list[str] | None = None
        self._screen = _Screen(columns, rows, self.keys)
        self._stream = pyte.ByteStream(self._screen)
        with warnings.catch_warnings():
            # From Python 3.12 a fork beside the threads of pytest-xdist warns;
            # the child only execs.
            warnings.simplefilter("ignore", DeprecationWarning)
            self._child: Any = pexpect.spawn(
                argv[0],
                argv[1:],
                cwd=str(cwd),
                env=env,
                dimensions=(rows, columns),
                echo=True,
            )
        self._child.delaybeforesend = None
        self._child.ptyproc.delayafterclose = 0.01
        self._child.ptyproc.delayafterterminate = 0.01

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        soort: type[BaseException] | None,
        fout: BaseException | None,
        tb: TracebackType | None,
    ) -> None:
        self.end()

    # What is to be seen

    @property
    def lines(self) -> list[str]:
        """The lines on the screen, without the empty ones below."""
        if self._lines is None:
            self._lines = [self._screen.row(y) for y in range(self._screen.lines)]
            while self._lines and not self._lines[-1]:
                self._lines.pop()
        return self._lines

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    @property
    def all_text(self) -> str:
        """The screen, and what scrolled away above it."""
        return "\n".join([*self._screen.above, *self.lines])

    @property
    def bar(self) -> str:
        """The bar at the bottom, '' when no question is open."""
        lines = self.lines
        if not lines:
            return ""
        is_filled = self.colour_of_bar != "default"
        return lines[-1].strip() if is_filled or "^C stop" in lines[-1] else ""

    @property
    def colour_of_bar(self) -> str:
        """The background at the start of the last line that is not empty."""
        colour: str = self._screen.buffer[max(0, len(self.lines) - 1)][0].bg
        return colour

    @property
    def question(self) -> str:
        """What is asked now, with what was typed or the choices below it;
        '' when no question is open.
        """
        lines = self.lines
        start = next(
            (i for i in range(len(lines) - 1, -1, -1) if lines[i].startswith("› ")),
            None,
        )
        return (
            "\n".join(lines[start:-1]).removeprefix("› ").rstrip()
            if self.bar and start is not None
            else ""
        )

    @property
    def has_choices(self) -> bool:
        """Whether the question is one with choices, rather than one for text."""
        return any(
            hint in _flat(self.question) for hint in ("(jofn,", "(pijltjes,", "(spatie")
        )

    @property
    def pointed(self) -> str:
        """The choice that the pointer is at."""
        return next(
            (line.strip() for line in reversed(self.lines) if line.startswith(" › ")),
            "",
        )

    @property
    def times_asked(self) -> int:
        """How often a question was put on the screen, anew or again:
        each asks where the cursor is.
        """
        return self.raw.count(b"\x1b[6n")

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
        data = b""
        with contextlib.suppress(pexpect.TIMEOUT, pexpect.EOF, OSError, ValueError):
            data += self._child.read_nonblocking(65_536, timeout_s)
            while True:
                data += self._child.read_nonblocking(65_536, 0)
        if data:
            self.raw += data
            self._stream.feed(data)
            self._lines = None
        elif not self.is_running:
            time.sleep(0.01)
        return bool(data)

    def until(
        self,
        holds: Callable[[], object],
        what: str,
        timeout_s: float = WACHT_S,
        every_s: float = 0.05,
    ) -> None:
        """Read until *holds* gives true, or raise AssertionError with the screen."""
        end = time.monotonic() + timeout_s
        while not holds():
            for other in self.beside:
                other.read(0)
            if (
                not self.read(every_s)
                and not self.is_running
                and not self.read()
                and not holds()
            ):
                pytest.fail(
                    f"the program ended before {what}; the screen:\n{self.shown}"
                )
            if time.monotonic() > end:
                pytest.fail(
                    f"no {what} within {timeout_s:g} s; the screen:\n{self.shown}"
                )

    def wait(self, *texts: str, timeout_s: float = WACHT_S) -> None:
        """Wait until all *texts* are on the screen."""
        self.until(
            lambda: all(text in self.text for text in texts), f"{texts!r}", timeout_s
        )

    def shows(self, text: str) -> None:
        """Wait until *text* is on the screen, wherever its lines are broken."""
        self.until(lambda: _flat(text) in _flat(self.text), repr(text))

    def has_told(self, text: str) -> bool:
        """Whether *text* was on the screen at some time, wherever its lines are broken."""
        return _flat(text) in _flat(self.all_text)

    def told(self, *texts: str) -> None:
        """Wait until all *texts* have been on the screen; they may have scrolled away by then."""
        self.until(lambda: all(map(self.has_told, texts)), f"{texts!r} so far")

    def asks(self, text: str, typed: str | None = "") -> None:
        """Wait for the question *text*, with *typed* and no more behind it; None is whatever."""

        def holds() -> bool:
            # What an empty line means, and how to make a new one, is no part of what is asked.
            question, wanted = _BESIDE.sub("", _flat(self.question)), _flat(text)
            if self.has_choices or typed is None:
                return question.startswith(wanted)
            return question == wanted + _flat(typed)

        self.until(holds, f"question {text!r}")

    def answer(self, question: str, answer: str) -> None:
        """Wait for a question that is still empty; type the answer or go to it; press Enter."""
        self.asks(question)
        if not self.has_choices:
            self._press(answer, ENTER)
            return
        for _ in range(60):
            if answer in (pointed := self.pointed):
                break
            self.keys(OMLAAG)
            self.until(
                lambda before=pointed: self.pointed != before, "move of the pointer"
            )
        else:
            pytest.fail(f"no choice {answer!r}; the screen:\n{self.shown}")
        self._press(ENTER)

    def agree(self, question: str, proposal: str | None = None) -> None:
        """Wait for a question, and take what stands there: *proposal*, when that is given."""
        self.asks(question, proposal)
        self._press(ENTER)

    def change(self, question: str, proposal: str, answer: str) -> None:
        """Type *answer* where *proposal* stands; it gives way, so nothing is to be wiped out."""
        self.asks(question, proposal)
        self._press(answer, ENTER)

    def menu(self, choice: str) -> None:
        """Open the menu of all that can happen, and choose."""
        self.press(CTRL_X)
        self.until(lambda: "Niets, terug" in self.question, "the menu")
        self.answer("Wat wil je doen?", choice)

    def skip_step(self) -> None:
        """Pass over the step, by the menu."""
        self.menu("Iets overslaan of afronden")
        self.answer("Wat komt er niet?", "Deze stap overslaan")

    def note(self, text: str) -> None:
        """Add a line to the notulen, from whatever question there is."""
        self.press(CTRL_N)
        self.answer(NOTITIE, text)

    def _press(self, *keys: str) -> None:
        """Press keys, and wait until they show, or a question comes that looks the same."""
        before, asked = self.question, self.times_asked
        self.keys(*keys)
        self.until(
            lambda: (
                self.question != before
                or self.times_asked > asked
                or not self.is_running
            ),
            f"reaction to {keys!r}",
        )

    def press(self, key: str) -> None:
        """Press a key that ends the question, and wait for the one that it brings."""
        before = self.times_asked
        self.keys(key)
        self.until(
            lambda: self.times_asked > before or not self.is_running,
            f"question after {key!r}",
        )

    def back(self) -> None:
        """Press Ctrl-T, and wait for the question that it brings."""
        self.press(CTRL_T)

    def play(self, script: str) -> None:
        """Answer one question a line: `question | answer`; no answer takes what is proposed,
        '-' leaves it empty.
        """
        for line in script.strip().splitlines():
            question, bar, answer = (part.strip() for part in line.partition("|"))
            if bar:
                self.answer(question, "" if answer == "-" else answer)
            else:
                self.agree(question)

    def resize(self, columns: int, rows: int) -> None:
        """Make the window another size, as a person does by dragging its corner."""
        self._screen.resize(rows, columns)
        self._lines = None
        self._child.setwinsize(rows, columns)

    def signal(self, number: int, pid: int | None = None) -> None:
        """Send a signal to the program alone, or to another that runs in this window."""
        os.kill(pid or self.pid, number)

    @property
    def pid(self) -> int:
        pid: int = self._child.pid
        return pid

    @property
    def cursor_is_visible(self) -> bool:
        return not self._screen.cursor.hidden

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
            for other in self.beside:
                other.read(0)
            self.read()
            if time.monotonic() > end:
                pytest.fail(
                    f"still running after {timeout_s:g} s; the screen:\n{self.shown}"
                )
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

    @property
    def shown(self) -> str:
        """The screen in a frame."""
        edge = "+" + "-" * self._screen.columns + "+"
        rows = [
            f"|{line.ljust(self._screen.columns)}|" for line in self._screen.display
        ]
        return "\n".join([edge, *rows, edge])


def intervisie(*args: str) -> list[str]:
    """The command line that runs the program."""
    return [sys.executable, "-m", "intervisie_cli", *args]


def script(folder: Path, name: str, body: str) -> str:
    """A program of our own, such as an editor or a pager."""
    path = folder / name
    path.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
    path.chmod(0o700)
    return str(path)


_BESIDE = re.compile(
    r"\((?:magleeg|jofn|a=\w+[,;](?:of|\d+=alleen)\w+|(?:Enter|leeg|weg|a|nee)=[\w,]+)\)|Alt-Enter:nieuweregel\."
)


def _flat(text: str) -> str:
    return "".join(text.split())
