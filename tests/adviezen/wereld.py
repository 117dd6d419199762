"""A group in some state, a command that is refused there, and what happens when one follows it."""

import re
import shlex
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from intervisie_cli.groep import draaiboeken
from tests import lab
from tests.conftest import Outcome
from tests.lab import Templates, git, intervisie, must

# What people fill in where the advice leaves a place open.
INGEVULD = {
    "LID": "kim",
    "NAAM": "Noor",
    "STAP": "hulpvraag-definieren",
    "MAP": "nieuw",
    "ADRES": "../plek.git",
    "NIEUW-ADRES": "../nieuw.git",
    "ACTIE": "planning",
    "…": "'geen tijd'",
    '"…"': "'Kim B.'",
}
_OPDRACHT = re.compile(r"(?:intervisie|git)(?: [^\s;()?]+)+")
LUKT, ANDERS, TOONT = "it works then", "something else is said", "it shows what to do"


class Geval(NamedTuple):
    """A state that *maak* makes of the template *uit*, and *typt* that is refused there.

    *zegt* is the command in the advice as it is printed. Filled in it is typed, then *verder*, and
    then *typt* once more: *daarna* is what comes of that.
    """

    zegt: str
    typt: str
    uit: str = "een"
    maak: Callable[[Path], object] = lambda _: None
    daarna: str = LUKT
    verder: tuple[str, ...] = ()
    stdin: str = ""
    vult: dict[str, str] = {}  # noqa: RUF012 - never changed
    code: int = 0

    @property
    def naam(self) -> str:
        """What a failing test is called."""
        return f"{self.typt or 'intervisie'} -> {self.zegt}"


def said(outcome: Outcome) -> str:
    """All that was printed, on one line."""
    return " ".join((outcome.out + outcome.err).split())


def typed(groep: Path, command: str, stdin: str = "") -> Outcome:
    """Type a command of git or of intervisie, without its name for the latter."""
    program, *argv = shlex.split(command)
    if program == "git":
        done = lab.ask_git(groep, *argv)
        return Outcome(done.returncode, done.stdout, done.stderr)
    if program == "intervisie":
        # A draaiboek is read once in each process.
        draaiboeken.load.cache_clear()
        return intervisie(groep, *argv, stdin=stdin)
    raise AssertionError(command)


def advised(text: str) -> list[str]:
    """The commands that a text names."""
    return [found.rstrip(".,:") for found in _OPDRACHT.findall(text)]


def follow(geval: Geval, templates: Templates, groep: Path) -> None:
    """Follow the advice of a case. Raises AssertionError where it does not help."""
    templates.copy(geval.uit, groep)
    geval.maak(groep)
    refused = typed(groep, f"intervisie {geval.typt}", geval.stdin)
    text = said(refused)
    assert refused.code, f"it was not refused: {text}"
    assert geval.zegt in text, text
    ingevuld = INGEVULD | geval.vult
    words = [ingevuld.get(word, word) for word in geval.zegt.split()]
    # It never leads to the command that gave it.
    assert words != ["intervisie", *geval.typt.split()], text
    for command in (" ".join(words), *geval.verder):
        outcome = typed(groep, command)
        # What a command needs besides, the person knows.
        is_ok = outcome.code == geval.code or command in geval.verder
        assert is_ok, f"{command}: {outcome}"
        assert said(outcome) != text, text
        last = said(outcome)
    if geval.daarna == TOONT:
        # What it shows is no refusal that sends one back.
        assert not re.search(rf"{re.escape(geval.zegt)}(?! \S)", last), last
        return
    again = typed(groep, f"intervisie {geval.typt}", geval.stdin)
    if geval.daarna == LUKT:
        assert again.code == 0, said(again)
    else:
        assert said(again) != text, text


def commit_all(groep: Path) -> None:
    """Record all of it with plain git."""
    git(groep, "add", "-A")
    git(groep, "commit", "-qm", "met git")


def do(*commands: str) -> Callable[[Path], None]:
    """A state that is made by typing these."""

    def maak(groep: Path) -> None:
        for command in commands:
            must(groep, *shlex.split(command))

    return maak
