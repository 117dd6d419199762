"""Four clones of one group over a folder, the commands that run in them, and what has to hold."""

import os
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path
from random import Random
from types import SimpleNamespace
from typing import Any
from unittest.mock import patch

from intervisie_cli import system
from intervisie_cli.commands.app import App, delen
from intervisie_cli.groep import sessies
from intervisie_cli.groep.sessies import SessieMap
from intervisie_cli.system import keyboard
from tests.conftest import NU, Outcome
from tests.lab import intervisie
from tests.property import vier_boek
from tests.property.vier_begin import LEDEN, Begin, made, new_folder
from tests.property.vier_boek import VERBORGEN, Boek, Getypt
from tests.property.vier_mensen import VANDAAG, Mens

# How a command may end: all of the contract but 3, which is a bug of ours; 130 is Ctrl-C.
EXIT_CODES = (0, 1, 2, 4, 5, 130)
_VERSLAG = re.compile(r"\S*intervisie-\S+\.log")


class Wereld:
    """Runs commands in the four clones; after each it looks at what has to hold."""

    def __init__(self, begin: Begin) -> None:
        self.folder = new_folder()
        shutil.copytree(made(begin), self.folder, symlinks=True, dirs_exist_ok=True)
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
                (keyboard, "enter_pressed", self._enter),
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
        """Whether its writer has a laptop of their own, or left, as this clone has it.

        Who goes on at the laptop of the lead sits there, and sees what they wrote before. Where all
        sit there, the lead asks each in turn, and no phase is put in the file.
        """
        zijn_er = self.zijn_er(lid)
        elders = {*self.sessie(lid).op_eigen_laptop} & {*zijn_er} - {lid}
        return bool(elders) and (wat.lid in elders or wat.lid not in zijn_er)

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
