"""Whatever happens to the files, the history and the cache itself:
the log answers what a scan of the files answers.
"""

import json
import re
import shutil
import sqlite3
import tempfile
import time
import unicodedata
from datetime import date
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from intervisie_cli.flows.terugblik.log import find_rondes
from intervisie_cli.groep import casussen, notulen, sessies, vinden
from intervisie_cli.index import mappen
from intervisie_cli.index.cache import with_cache
from intervisie_cli.model.casus import Casus, Zoekvraag
from intervisie_cli.model.fouten import IntervisieError
from intervisie_cli.taal.stammen import stammen
from tests import lab

WOORDEN = (
    "tentamen",
    "tentamens",
    "motivatie",
    "gemotiveerd",
    "Café",
    "planning",
    "slapen",
    "appel",
    "zwemmen",
)
_TICK_S = 0.03


class History(RuleBasedStateMachine):
    """One clone, in which people, git and the disk do what they like."""

    @initialize()
    def make(self) -> None:
        self.home = Path(tempfile.mkdtemp())
        self.root = self.home / "groep"
        # Marks count from the first moment, so that it is them that are tested.
        self.later = patch.object(
            mappen.time, "time_ns", lambda: int((time.time() + 60) * 1e9)
        )
        self.later.start()
        lab.must(self.home, *lab.INIT[:1], str(self.root), *lab.INIT[1:])
        lab.must(self.root, *lab.NEW, "--thema", "begin", "--datum", "2026-11-01")

    def teardown(self) -> None:
        if hasattr(self, "home"):
            self.later.stop()
            shutil.rmtree(self.home)

    def _files(self) -> list[Path]:
        return sorted(self.root.glob("sessies/*/*/**/*.md"))

    @rule(dag=st.integers(1, 28), thema=st.sampled_from(WOORDEN))
    def new(self, dag: int, thema: str) -> None:
        lab.intervisie(
            self.root,
            *lab.NEW,
            "--thema",
            thema,
            "--datum",
            f"2025-0{1 + dag % 9}-{dag:02d}",
        )

    @rule(which=st.integers(0, 99))
    def step(self, which: int) -> None:
        folders = sorted(self.root.glob("sessies/*/*"))
        naam = folders[which % len(folders)].name if folders else "geen"
        lab.intervisie(
            self.root,
            "step",
            "--sessie",
            naam,
            "--antwoorden",
            "-",
            stdin=lab.ANSWERS[which % 3],
        )

    @rule(which=st.integers(0, 99), wat=st.sampled_from(WOORDEN))
    def note(self, which: int, wat: str) -> None:
        folders = sorted(self.root.glob("sessies/*/*"))
        naam = folders[which % len(folders)].name if folders else "geen"
        lid = ("kim", "tim")[which % 2]
        lab.intervisie(self.root, "notitie", wat, "--sessie", naam, "--als", lid)

    @rule(
        which=st.integers(0, 99), wat=st.sampled_from(WOORDEN), where=st.integers(0, 2)
    )
    def hand(self, which: int, wat: str, where: int) -> None:
        if not (files := self._files()):
            return
        time.sleep(_TICK_S)
        path = files[which % len(files)]
        text = path.read_text()
        if where == 0:
            path.write_text(
                text.replace("\n---\n", f"\nhulpvraag: Hoe kan ik {wat}?\n---\n", 1)
            )
        elif where == 1:
            path.write_text(re.sub("|".join(WOORDEN), wat, text))
        else:
            path.write_text(f"{text}\nNog iets over {wat}.\n")

    @rule(which=st.integers(0, 99))
    def unreadable(self, which: int) -> None:
        if files := self._files():
            time.sleep(_TICK_S)
            files[which % len(files)].write_text("geen front matter\n")

    @rule(which=st.integers(0, 99))
    def delete(self, which: int) -> None:
        if folders := sorted(self.root.glob("sessies/*/*")):
            time.sleep(_TICK_S)
            shutil.rmtree(folders[which % len(folders)])

    @rule()
    def commit_all(self) -> None:
        lab.git(self.root, "add", "-A")
        lab.ask_git(self.root, "commit", "-qm", "met de hand")

    @rule()
    def undo(self) -> None:
        lab.intervisie(self.root, "undo")

    @rule(naam=st.sampled_from(["main", "tak"]))
    def switch(self, naam: str) -> None:
        time.sleep(_TICK_S)
        lab.git(self.root, "add", "-A")
        lab.ask_git(self.root, "commit", "-qm", "tussendoor")
        if lab.ask_git(self.root, "switch", "-q", naam).returncode:
            lab.ask_git(self.root, "switch", "-qc", naam)

    @rule()
    def merge(self) -> None:
        time.sleep(_TICK_S)
        if lab.ask_git(self.root, "merge", "-q", "tak", "-m", "samen").returncode:
            lab.ask_git(self.root, "merge", "--abort")

    @precondition(lambda self: (self.root / ".git/intervisie/index.sqlite").exists())
    @rule(how=st.sampled_from(["cut", "garbage", "foreign", "older", "gone", "page"]))
    def damage(self, how: str) -> None:
        path = self.root / ".git/intervisie/index.sqlite"
        raw = path.read_bytes()
        if how == "cut":
            path.write_bytes(raw[: len(raw) // 2])
        elif how == "garbage":
            path.write_bytes(b"dit is geen databank" * 500)
        elif how == "page":
            path.write_bytes(raw[:4096] + b"\xff" * 4096 + raw[8192:])
        elif how == "older":
            with sqlite3.connect(path) as con:
                con.execute("PRAGMA user_version=0")
            con.close()
        else:
            path.unlink()
            if how == "foreign":
                con = sqlite3.connect(path)
                con.execute("CREATE TABLE iets (anders)")
                con.close()

    @invariant()
    def the_log_is_what_a_scan_says(self) -> None:
        rows, fouten = _scan(self.root)
        outcome = lab.intervisie(self.root, "log", "-n", "9999", "--json")
        assert outcome.code == (4 if fouten else 0), outcome
        assert json.loads(outcome.out)["rondes"] == [
            json.loads(json.dumps(row.data())) for row in rows
        ]
        assert outcome.err.splitlines()[:5] == fouten[:5]

    @invariant()
    def a_search_is_what_a_scan_says(self) -> None:
        rows, _ = _scan(self.root)
        for woord in (*WOORDEN[::2], "app"):
            found = json.loads(
                lab.intervisie(
                    self.root, "log", "-n", "9999", "--zoek", woord, "--json"
                ).out
            )["rondes"]
            wanted = [[row.sessie_id, row.ronde] for row in rows if _has(row, woord)]
            assert sorted([row["sessie_id"], row["ronde"]] for row in found) == sorted(
                wanted
            ), woord

    @invariant()
    def what_resembles_is_what_a_cache_made_anew_says(self) -> None:
        vraag = Zoekvraag(
            date(2026, 12, 1), lijkt_op="Hoe krijg ik weer zin in mijn tentamen?"
        )
        anew = with_cache(
            self.root,
            None,
            lambda *_: None,
            lambda cache: find_rondes(cache, vraag, 9999),
        ).treffers
        argv = ("log", "-n", "9999", "--lijkt-op", str(vraag.lijkt_op), "--json")
        found = json.loads(lab.intervisie(self.root, *argv).out)["rondes"]
        wanted = [[treffer.casus.sessie_id, treffer.casus.ronde] for treffer in anew]
        assert [[row["sessie_id"], row["ronde"]] for row in found] == wanted

    @invariant()
    def the_acties_are_what_a_scan_says(self) -> None:
        found = json.loads(lab.intervisie(self.root, "actie", "--alle", "--json").out)[
            "acties"
        ]
        wanted = [
            (pad, actie["status"])
            for row in _scan(self.root)[0]
            for actie, pad in zip(row.acties, row.paden, strict=True)
        ]
        assert sorted((actie["bestand"], actie["status"]) for actie in found) == sorted(
            wanted
        )


def _scan(root: Path) -> tuple[list[Casus], list[str]]:
    groep = vinden.load_groep(root)
    rows: list[Casus] = []
    fouten: list[str] = []
    for folder in sessies.folders(root):
        try:
            sessie_map = sessies.load(root, folder)
            notities, _ = notulen.readable(root, sessie_map, groep)
            rows += casussen.of_sessie(sessie_map, notities)
        except IntervisieError as fout:
            fouten.append(fout.bericht)
    return rows, fouten


def _has(row: Casus, woord: str) -> bool:
    gezocht = _fold(woord)
    (stam,) = stammen([gezocht])
    er_is = [_fold(ander) for ander in re.findall(r"[^\W_]+", "\n".join(row.woorden))]
    return any(ander.startswith(gezocht) for ander in er_is) or stam in stammen(er_is)


def _fold(woord: str) -> str:
    return "".join(
        c
        for c in unicodedata.normalize("NFD", woord.lower())
        if not unicodedata.combining(c)
    )


@pytest.mark.slow
@pytest.mark.usefixtures("own_world")
class TestHistory(History.TestCase):
    settings = settings(
        max_examples=12, stateful_step_count=20, deadline=None, derandomize=True, database=None,
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
