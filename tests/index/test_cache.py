"""The cache: as the files are, without what was taken out of them, and never a reason to fail."""

import json
import sqlite3
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from intervisie_cli.index import mappen, opzoeken, samen_lezen, schema, verversen
from tests import lab
from tests.lab import intervisie, must

GEHEIM = "Zwanenburgwalkade"


@pytest.fixture
def groep_oud(een: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A group with an older sessie, and only the newest is looked at."""
    must(een, *lab.NEW, "--thema", "oud", "--datum", "2025-01-15")
    monkeypatch.setattr(verversen, "NIEUWSTE", 1)
    monkeypatch.setattr(mappen.time, "time_ns", lambda: int((time.time() + 60) * 1e9))
    return een


def cache(group: Path) -> Path:
    return group / ".git/intervisie/index.sqlite"


def found(group: Path, *argv: str) -> list[dict[str, object]]:
    return list(json.loads(must(group, "log", "--json", *argv).out)["rondes"])


def old_step(group: Path) -> Path:
    return next(group.glob("sessies/2025/*/ronde-1-mirthe/2-*.md"))


def change(path: Path, van: str, naar: str) -> None:
    time.sleep(0.02)
    path.write_text(path.read_text().replace(van, naar, 1))


def test_what_a_hand_changed_in_an_old_sessie_is_seen_when_that_is_shown(
    groep_oud: Path,
):
    assert len(found(groep_oud)) == 2
    change(old_step(groep_oud), "\n---\n", "\nhulpvraag: Hoe slaap ik beter?\n---\n")
    assert [row["hulpvraag"] for row in found(groep_oud, "--tot", "2025")] == [
        "Hoe slaap ik beter?"
    ]


def test_a_note_is_found_at_the_ronde_of_who_is_called_so_by_now(
    een: Path, monkeypatch: pytest.MonkeyPatch
):
    must(een, "wijzig", "--ronde-erbij", "kim")
    must(een, "lid", "naam", "kim", "Sanne Bakker")
    must(een, "notitie", "zwemmen", "--als", "tim", "--stap", "2/advisering")
    must(een, "wijzig", "--volgorde", "kim,mirthe")
    must(een, "lid", "naam", "kim", "Kim Bakker")
    monkeypatch.setattr(mappen.time, "time_ns", lambda: int((time.time() + 60) * 1e9))
    # Nobody is called Sanne by now, so that only the number is left.
    assert [row["inbrenger"] for row in found(een, "--zoek", "zwemmen")] == ["mirthe"]
    must(een, "lid", "naam", "kim", "Sanne Bakker")
    assert [row["inbrenger"] for row in found(een, "--zoek", "zwemmen")] == ["kim"]


def test_what_git_moved_in_an_old_sessie_is_found(groep_oud: Path):
    assert found(groep_oud, "--zoek", "slapen") == []
    change(old_step(groep_oud), "\n---\n", "\nhulpvraag: Hoe slaap ik beter?\n---\n")
    lab.git(groep_oud, "commit", "-qam", "met de hand")
    assert [row["hulpvraag"] for row in found(groep_oud, "--zoek", "slapen")] == [
        "Hoe slaap ik beter?"
    ]


@pytest.mark.parametrize("how", ["hand", "undo", "folder", "history"])
def test_a_word_that_was_taken_out_stands_nowhere_in_the_cache(een: Path, how: str):
    must(
        een,
        *lab.STEP,
        stdin=lab.HULPVRAAG_ANSWERS.replace("toelichting: ", f"toelichting: {GEHEIM} "),
    )
    stam = GEHEIM.lower().encode()
    assert found(een, "--zoek", GEHEIM)
    assert found(een, "--lijkt-op", GEHEIM)
    assert stam in cache(een).read_bytes()
    if how == "hand":
        change(een / lab.HULPVRAAG, GEHEIM, "niets")
    elif how == "undo":
        must(een, "undo")
    elif how == "folder":
        subprocess.run(["rm", "-r", een / lab.FOLDER], check=True)
    else:
        lab.git(een, "reset", "-q", "--hard", "HEAD~1")
    assert found(een, "--zoek", GEHEIM) == []
    for path in cache(een).parent.glob("index*"):
        assert stam not in path.read_bytes().lower()


def test_without_a_place_for_the_cache_the_answers_are_the_same(een: Path):
    with_cache = found(een)
    cache(een).unlink()
    cache(een).mkdir()
    assert found(een) == with_cache
    assert found(een, "--zoek", "motivatie") == found(een, "--zoek", "gemotiveerd")


def test_a_cache_that_is_locked_keeps_nobody_waiting_for_long(
    een: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("intervisie_cli.index.cache._BUSY_S", 0.2)
    before = found(een)
    con = sqlite3.connect(cache(een), isolation_level=None)
    con.execute("BEGIN EXCLUSIVE")
    assert found(een) == before
    con.close()


def test_many_readers_and_a_writer_at_once_all_get_an_answer(een: Path):
    def read(_: int) -> subprocess.CompletedProcess[bytes]:
        argv = [
            sys.executable,
            "-m",
            "intervisie_cli",
            "log",
            "--json",
            "--zoek",
            "motivatie",
        ]
        return subprocess.run(argv, cwd=een, capture_output=True, check=False)

    with ThreadPoolExecutor(8) as pool:
        outcomes = [pool.submit(read, number) for number in range(16)]
        must(een, *lab.STEP, stdin=lab.HULPVRAAG_ANSWERS)
        ends = [outcome.result() for outcome in outcomes]
    assert [(end.returncode, end.stderr) for end in ends] == [(0, b"")] * 16
    assert len(found(een, "--zoek", "motivatie")) == 1


ZOEK, VERLOOP = ("--zoek", "motiveren"), ("--verloop",)
# The error that each of them leads to: what is asked, and what stands in which column by then.
ODD = {
    "sqlite3.Error": (VERLOOP, "casus", {"vervolg_op": {"a": 1}}),
    "zlib.error": (ZOEK, "tekst", b"x"),
    "ValueError": (ZOEK, "casus", "x"),
    "LookupError": (ZOEK, "casus", "{}"),
    "TypeError": (ZOEK, "casus", {"datum": 1}),
    "AttributeError": (VERLOOP, "casus", {"acties": [1]}),
    "ArithmeticError": (VERLOOP, "casus", {"vervolg_op": 10**30}),
    "RecursionError": (ZOEK, "casus", "[" * 100_000),
}


@pytest.mark.parametrize("error", ODD)
def test_odd_values_in_the_cache_change_no_answer(
    twee: Path, monkeypatch: pytest.MonkeyPatch, error: str
):
    monkeypatch.setattr(mappen.time, "time_ns", lambda: int((time.time() + 60) * 1e9))
    asked, column, value = ODD[error]
    before = must(twee, "log", "--json", *asked)
    with closing(sqlite3.connect(cache(twee), isolation_level=None)) as con:
        if isinstance(value, dict):
            (casus,) = con.execute("SELECT casus FROM inhoud").fetchone()
            value = json.dumps(json.loads(casus) | value)
        con.execute(f"UPDATE inhoud SET {column} = ?", (value,))
    assert must(twee, "log", "--json", *asked) == before


def test_the_cache_is_private(een: Path):
    found(een)
    assert cache(een).stat().st_mode & 0o777 == 0o600


def test_a_group_that_moved_keeps_its_cache(
    een: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(mappen.time, "time_ns", lambda: int((time.time() + 60) * 1e9))
    found(een)
    before = cache(een).stat()
    een.rename(tmp_path / "elders")
    assert len(found(tmp_path / "elders")) == 1
    assert cache(tmp_path / "elders").stat().st_mtime_ns == before.st_mtime_ns


def test_the_beginning_of_an_id_that_is_shown_is_of_no_other():
    con = sqlite3.connect(":memory:", isolation_level=None)
    schema.make(con)
    ids = ("aaaabbbb", "aaaabbbc", "aaaac222", "zzzz7777", "")
    con.executemany(
        "INSERT INTO actie VALUES (1, ?, ?, 'kim', '', '', 0, 'pad')", enumerate(ids)
    )
    korte = opzoeken.korte_ids(con, ids, 4)
    assert list(korte.values()) == ["aaaabbbb", "aaaabbbc", "aaaac", "zzzz", ""]


@pytest.mark.parametrize(
    "zoek",
    [
        '"', "'", '"open', "a AND OR NOT b", "NEAR(a b, 2)", "*", "^x", "hulpvraag:x", "a-b", "(",
        "tekst" * 2500, "é" * 50, "\x1b[31m", "\x00", "de het een", "-", "{a}", "😀",
    ],
)  # fmt: skip
def test_whatever_is_searched_gets_an_answer_or_a_line(een: Path, zoek: str):
    outcome = intervisie(een, "log", "--zoek", zoek)
    assert outcome.code in (0, 2)
    assert len(outcome.err.splitlines()) == (2 if outcome.code else 0)
    assert "\x1b" not in outcome.out + outcome.err


@pytest.mark.parametrize("how", ["well", "dies"])
def test_what_is_read_in_processes_beside_is_what_one_reads(
    een: Path, monkeypatch: pytest.MonkeyPatch, how: str
):
    for dag in range(1, 6):
        must(een, *lab.NEW, "--thema", f"dag {dag}", "--datum", f"2026-10-0{dag}")
    one = found(een, "-n", "99")
    cache(een).unlink()
    monkeypatch.setattr(samen_lezen, "GENOEG", 1)
    monkeypatch.setattr(samen_lezen, "_BATCH", 1)
    if how == "dies":
        real = samen_lezen._write
        monkeypatch.setattr(
            samen_lezen,
            "_write",
            lambda stream, root, batches, of: real(stream, root, batches[:1], of),
        )
    assert found(een, "-n", "99") == one
    assert len(one) == 6
