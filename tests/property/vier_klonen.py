"""Four clones of one group over a folder, the commands that run in them, and what has to hold."""

import os
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime, timedelta
from functools import cache
from itertools import count
from pathlib import Path
from random import Random
from types import SimpleNamespace
from typing import Any, NamedTuple
from unittest.mock import patch

from intervisie_cli import system
from intervisie_cli.commands.app import App, delen
from intervisie_cli.groep import sessies
from intervisie_cli.groep.sessies import SessieMap
from tests import lab
from tests.conftest import NU, Outcome
from tests.lab import intervisie, must
from tests.property import vier_boek
from tests.property.vier_boek import VERBORGEN, WOORD, Boek, Getypt
from tests.property.vier_mensen import VANDAAG, Mens

LEDEN = ("mirthe", "kim", "tim", "noor")
# How a command may end: all of the contract but 3, which is a bug of ours; 130 is Ctrl-C.
EXIT_CODES = (0, 1, 2, 4, 5, 130)
_VERSLAG = re.compile(r"\S*intervisie-\S+\.log")
_HULPVRAAG = "hulpvraag: Hoe begin ik op tijd?\n"
_ADVISERING = """stap: advisering
adviezen:
- {lid: kim, advies: Zet een wekker}
- {lid: tim, advies: Begin klein}
- {lid: noor, advies: Spreek af}
acties:
- {actie: Ik lees elke dag 10 bladzijden tot 1 december, wie: mirthe}
"""
_VERKENNING = """stap: probleemverkenning
vragen:
- {lid: kim, vraag: Wat doet kim 1?}
- {lid: kim, vraag: Wat doet kim 2?}
- {lid: tim, vraag: Wat doet tim 1?}
- {lid: tim, vraag: Wat doet tim 2?}
- {lid: noor, vraag: Wat doet noor 1?}
- {lid: noor, vraag: Wat doet noor 2?}
"""
_BEGIN = {
    "kort": (
        "stap: acclimatisering\n",
        f"stap: hulpvraag-definieren\ninbrenger: mirthe\n{_HULPVRAAG}",
        _ADVISERING,
    ),
    "lang": (
        "stap: acclimatisering\n",
        f"stap: vraagintroductie\ninbrenger: mirthe\n{_HULPVRAAG}",
        _VERKENNING,
    ),
}


class Begin(NamedTuple):
    """A draaiboek, and how many of its steps are done."""

    draaiboek: str
    stappen: int


BEGIN = (Begin("kort", 2), Begin("kort", 3), Begin("lang", 2), Begin("lang", 3))


def _folder() -> Path:
    # Where the files of other tests are: in memory, where there is room.
    root = os.environ.get("PYTEST_DEBUG_TEMPROOT")
    return Path(tempfile.mkdtemp(prefix="vier-", dir=root))


@cache
def _made(begin: Begin) -> Path:
    """Four clones and their shared place, to copy: each names it by a path of its own."""
    folder = _folder()
    mirthe, place = folder / "mirthe", str(folder / "plek/groep.git")
    must(folder, "init", str(mirthe), "--naam", "Wij", "--leden", ",".join(LEDEN))
    alle = ("--deelnemers", ",".join(LEDEN), "--inbrengers", "mirthe")
    must(mirthe, "new", f"--{begin.draaiboek}", *alle)
    for stdin in _BEGIN[begin.draaiboek][: begin.stappen]:
        must(mirthe, "step", "--antwoorden", "-", stdin=stdin)
    must(mirthe, "instellingen", "--delen", "na-stap")
    must(mirthe, "init", "--remote", place, str(mirthe))
    for lid in LEDEN[1:]:
        must(folder, "init", "--van", place, "--als", lid, str(folder / lid))
    for lid in LEDEN:
        eigen = f"../plek-{lid}/groep.git"
        lab.git(folder / lid, "remote", "set-url", "origin", eigen)
        (folder / lid / ".git/intervisie").mkdir(exist_ok=True)
    # Who made the group was not asked who they are.
    lab.git(mirthe, "config", "user.name", "mirthe")
    return folder


class Wereld:
    """Runs commands in the four clones; after each it looks at what has to hold."""

    def __init__(self, begin: Begin) -> None:
        self.folder = _folder()
        shutil.copytree(_made(begin), self.folder, symlinks=True, dirs_exist_ok=True)
        self.boek = Boek()
        self._mensen: list[Mens | None] = []
        # Whose laptop has a command open: one runs one thing at a time here.
        self.bezig: list[str] = []
        self._minuten = 0
        for lid in LEDEN:
            self.zet_aan(lid)

    def end(self) -> None:
        shutil.rmtree(self.folder)

    def clone(self, lid: str) -> Path:
        return self.folder / lid

    # ---- the shared place

    def is_aan(self, lid: str) -> bool:
        return (self.folder / f"plek-{lid}").is_symlink()

    def zet_aan(self, lid: str) -> None:
        """Let the clone reach the shared place."""
        if not self.is_aan(lid):
            (self.folder / f"plek-{lid}").symlink_to("plek")

    def zet_uit(self, lid: str) -> None:
        """Take the stick out of this laptop."""
        (self.folder / f"plek-{lid}").unlink(missing_ok=True)

    # ---- what runs

    @contextmanager
    def at_terminals(self, seed: int) -> Iterator[None]:
        """Let who is at a laptop answer, let sharing happen at once, and ids be the same again."""
        ids = Random(seed)
        tikken = count()
        klok = SimpleNamespace(monotonic=lambda: next(tikken) * 0.7)
        letters = "abcdefghijklmnopqrstuvwxyz234567"
        with ExitStack() as stack:
            for waar, naam, nieuw in (
                (App, "mag_vragen", property(lambda _: bool(self._mensen[-1]))),
                (App, "prompter", property(lambda _: self._mensen[-1])),
                (system, "enter_pressed", self._enter),
                (system, "random_id", lambda n: "".join(ids.choices(letters, k=n))),
                (delen, "Thread", _Meteen),
                (delen, "time", klok),
                (os, "get_terminal_size", lambda: os.terminal_size((80, 24))),
            ):
                stack.enter_context(patch.object(waar, naam, nieuw))
            yield

    def _enter(self, timeout_s: float) -> bool:
        mens = self._mensen[-1]
        assert mens
        return mens.enter(timeout_s)

    def run(
        self, lid: str, *argv: str, mens: Mens | None = None, stdin: str = ""
    ) -> Outcome:
        """Run a command at the laptop of *lid*; it may refuse, but is no bug and loses nothing."""
        clone = self.clone(lid)
        before = vier_boek.committed_words(clone)
        diep = "  " * len(self._mensen)
        self.boek.verloop.append(f"{diep}{lid}: {' '.join(argv)} {stdin!r}")
        self._minuten += 1
        nu = datetime.fromisoformat(NU) + timedelta(
            seconds=20 * self._minuten + 300 * LEDEN.index(lid)
        )
        self._mensen.append(mens)
        self.bezig.append(lid)
        try:
            env = {"INTERVISIE_NU": nu.isoformat()}
            outcome = intervisie(clone, *argv, stdin=stdin, env=env)
        finally:
            self._mensen.pop()
            self.bezig.pop()
        self.boek.verloop.append(f"{diep}  → {outcome.code} {_laatste(outcome)}")
        self.boek.verloop += dict.fromkeys(outcome.err.split("\n")[:-2])
        if mens and mens.fout:
            raise mens.fout
        assert outcome.code in EXIT_CODES, (argv, outcome, _report(outcome))
        self._check_words(lid, before, argv)
        self._check_screen(lid, argv, [outcome.out, *(mens.scherm if mens else [])])
        return outcome

    # ---- what has to hold after each command

    def _check_words(self, lid: str, before: set[str], argv: tuple[str, ...]) -> None:
        clone, boek = self.clone(lid), self.boek
        now = vier_boek.committed_words(clone)
        boek.vastgelegd |= now
        gone = before - now
        if argv[0] == "undo":
            kept = vier_boek.private_words(clone)
            assert gone <= kept | boek.vervangen, ("not in the draft", gone - kept)
            boek.vervangen |= gone
        assert gone <= boek.vervangen, ("lost", argv, gone - boek.vervangen)
        los = boek.onderweg(lid) - vier_boek.private_words(clone)
        boek.verdrongen |= {woord for woord in los if self._is_verdrongen(lid, woord)}
        los -= boek.verdrongen
        assert not los, ("typed, and nowhere to be found", argv, los)

    def _check_screen(
        self, lid: str, argv: tuple[str, ...], schermen: list[str]
    ) -> None:
        """Nobody sees what another writes while that is being written."""
        stappen = self.sessie(lid).stappen
        # What a ronde holds that was dropped is no secret any more.
        data = {
            stap.front.get("stap"): stap.front for stap in stappen if not stap.vervalt
        }
        mag_los = lid == vier_boek.INBRENGER and argv[0] in ("mee", "step")
        for woord in vier_boek.words_of(schermen):
            wat = self.boek.getypt.get(woord)
            if not wat or lid in (wat.kloon, wat.lid):
                continue
            front = data.get(wat.stap)
            if not front or (wat.stap, wat.veld) not in VERBORGEN:
                continue
            verborgen = vier_boek.still_hidden(
                front, wat.veld, zijn_er=self.zijn_er(lid), mag_los=mag_los
            )
            if (
                argv[0] == "step"
                and "--als" not in argv
                and not self._is_elders(lid, wat)
            ):
                continue
            regel = next(scherm for scherm in schermen if woord in scherm)
            assert not verborgen, ("shown too soon", lid, argv, woord, wat, regel)

    def _is_elders(self, lid: str, wat: Getypt) -> bool:
        """Whether its writer takes part from a laptop of their own, as this clone has it.

        Of who left or answers here, the words are shown, see `test_vier_klonen_gevonden`.
        """
        eigen = self.sessie(lid).op_eigen_laptop
        return wat.lid in eigen and wat.lid in self.zijn_er(lid)

    def _is_verdrongen(self, lid: str, woord: str) -> bool:
        """Whether it was typed for a member who then came with a laptop of their own."""
        wat = self.boek.getypt[woord]
        kwamen: set[str] = set()
        for front in vier_boek.steps_of(self.clone(lid)):
            voortgang = front.get("voortgang") or {}
            kwamen |= {*voortgang.get("zelf", []), *voortgang.get("hier", [])}
        return wat.lid != lid and wat.lid in kwamen

    # ---- what there is

    def sessie(self, lid: str) -> SessieMap:
        """The sessie as the clone of *lid* has it."""
        return sessies.find(self.clone(lid), None, VANDAAG)

    def zijn_er(self, lid: str) -> list[str]:
        """Who write now, as the clone of *lid* has it."""
        sessie_map = self.sessie(lid)
        volgende = sessie_map.volgende
        er_zijn = sessie_map.er_zijn(volgende.plek) if volgende else LEDEN
        return [ander for ander in er_zijn if ander != vier_boek.INBRENGER]


class _Meteen:
    """A thread that is done when it begins: what is shared when is the same each time."""

    def __init__(self, target: Callable[[], None], **_rest: Any) -> None:
        self._target = target

    def start(self) -> None:
        self._target()

    def is_alive(self) -> bool:
        return False

    def join(self, _timeout: float | None = None) -> None:
        """There is nothing to wait for."""


def _laatste(outcome: Outcome) -> str:
    regels = (outcome.out + outcome.err).strip().splitlines()
    return regels[-1].strip() if regels else ""


def _report(outcome: Outcome) -> str:
    """The report of a bug, where one was written."""
    gevonden = _VERSLAG.search("".join((outcome.out + outcome.err).split("\n")))
    if not gevonden or not Path(gevonden[0]).exists():
        return ""
    return Path(gevonden[0]).read_text(encoding="utf-8")


def found(clone: Path) -> set[str]:
    """The words in the files of a clone."""
    alle = b"\n".join(lab.files_of(clone).values())
    return set(WOORD.findall(alle.decode("utf-8", "replace")))
