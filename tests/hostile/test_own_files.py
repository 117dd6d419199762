"""Whatever is in a file below `.git/intervisie/`: no command hangs, fails or leaves the group."""

import json
import os
import random
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests import lab
from tests.bulk import sampled
from tests.hostile.test_our_answer import see_answer
from tests.hostile.test_places_and_folders import must_not_hang
from tests.lab import Templates, intervisie

ALLES = os.environ.get("INTERVISIE_ALLE_PUNTEN") == "1"
"""Read at import, before a test gets its clean environment: all kinds of content, for each file."""
OWN = ".git/intervisie"
DRAFT = "drafts/{sessie}--ronde-1-mirthe--2-hulpvraag-definieren"
FILES = (
    "lock", "delen.slot", "instellingen.slot", "lid", "journaal.json", "bijwerken.json",
    "index.sqlite", "index.sqlite-journal", "index.sqlite-wal", "index.sqlite-shm",
    "index.sqlite.nieuw", "index.slot", "drafts", f"{DRAFT}.json", f"{DRAFT}.yaml", f"{DRAFT}.lock",
    f"{DRAFT}--editor--hulpvraag.md", f"{DRAFT}--kim.json", "opzij", "nazien", "quarantaine",
    "deur-abcdef",
)  # fmt: skip
COMMANDS = (
    ("status",), ("log", "--zoek", "zin"), ("actie",), lab.STEP, ("undo",), ("sync",), ("doctor",),
    lab.NEW,
)  # fmt: skip
Make = Callable[[Path, Path, random.Random], object]


def _link(path: Path, victim: Path, _: random.Random) -> None:
    path.symlink_to(victim)


def _folder_link(path: Path, victim: Path, _: random.Random) -> None:
    path.symlink_to(victim.parent)


def _nowhere(path: Path, victim: Path, _: random.Random) -> None:
    path.symlink_to(victim.with_name("nieuw.txt"))


def _full(path: Path, *_: object) -> None:
    path.symlink_to("/dev/full")


def _pipe(path: Path, *_: object) -> None:
    os.mkfifo(path)


def _folder(path: Path, *_: object) -> None:
    (path / "diep").mkdir(parents=True)
    (path / "diep/x").write_text("x")


def _hard_link(path: Path, victim: Path, _: random.Random) -> None:
    os.link(victim, path)


def _huge(path: Path, *_: object) -> None:
    with path.open("wb") as file:
        file.truncate(3 * 1024**3)


def _bytes(path: Path, _: Path, rng: random.Random) -> None:
    path.write_bytes(rng.randbytes(rng.randrange(5_000)))


def _json(path: Path, victim: Path, rng: random.Random) -> None:
    path.write_text(json.dumps(_value(rng, victim, 4)))


KEYS = (
    "message", "files", "basis", "is_open", "branch", "van", "naar", "schema", "begonnen",
    "antwoorden", "vorige", "vastgelegd", "hulpvraag", "notulen", "../x", "--output=x",
    "vragen/kim/0/vraag", "adviezen/kim", "",
)  # fmt: skip


def _value(rng: random.Random, victim: Path, depth: int) -> Any:
    plain = (
        "x",
        "",
        None,
        True,
        0,
        -1,
        1e999,
        str(victim),
        "../../x",
        "--output=x",
        "refs/heads/main",
        "0" * 40,
        "é" * 99,
    )
    kind = rng.randrange(3) if depth else 2
    if kind == 0:
        return {
            rng.choice(KEYS): _value(rng, victim, depth - 1)
            for _ in range(rng.randrange(7))
        }
    if kind == 1:
        return [_value(rng, victim, depth - 1) for _ in range(rng.randrange(4))]
    return rng.choice(plain)


def _near(path: Path, victim: Path, rng: random.Random) -> None:
    """Something of ours with one thing changed, where there is something of ours to begin with."""
    shape = {
        "schema": 1,
        "begonnen": "2026-11-23T19:00:00+01:00",
        "basis": "",
        "antwoorden": {},
        "vorige": {},
    }
    if path.name == "journaal.json":
        shape = {
            "message": "x",
            "files": {"README.md": "00"},
            "basis": {"README.md": None},
            "is_open": True,
        }
    elif path.name == "bijwerken.json":
        shape = {"branch": "refs/heads/main", "van": "1" * 40, "naar": "2" * 40}
    shape[rng.choice([*shape])] = _value(rng, victim, 2)
    path.write_text(json.dumps(shape))


def _database(path: Path, *_: object) -> None:
    con = sqlite3.connect(path, isolation_level=None)
    con.execute("CREATE TABLE herkomst (sleutel TEXT, waarde TEXT)")
    con.execute(f"PRAGMA application_id={0x494E5456}")
    con.execute("PRAGMA user_version=4")
    con.close()


KINDS: tuple[Make, ...] = (
    _link, _folder_link, _nowhere, _full, _pipe, _folder, _hard_link, _huge, _database,
    *[_bytes] * 3, *[_json] * 6, *[_near] * 8,
)  # fmt: skip


_prepared: list[Path] = []


@pytest.fixture
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A shared group of which a step was taken back, with the place beside it; made once."""
    if not _prepared:
        folder = tmp_path_factory.mktemp("groepen")
        group = Templates(folder).copy("twee", folder / "groep")
        lab.must(group, "init", "--remote", str(folder / "plek.git"), str(group))
        lab.git(group, "remote", "set-url", "origin", "../plek.git")
        lab.must(group, "undo")
        _prepared.append(folder)
    return _prepared[0]


@pytest.mark.parametrize("naam", sampled(FILES))
def test_whatever_stands_in_a_file_of_ours_leads_nowhere(
    prepared: Path, tmp_path: Path, naam: str
):
    rng = random.Random(naam)
    for make in KINDS if ALLES else rng.sample(KINDS, 4):
        for part in ("groep", "plek.git"):
            shutil.rmtree(tmp_path / part, ignore_errors=True)
            shutil.copytree(prepared / part, tmp_path / part, symlinks=True)
        group, home = tmp_path / "groep", tmp_path / "thuis"
        home.mkdir(exist_ok=True)
        (home / "dagboek.txt").write_text("Lief dagboek\n")
        sessie = (
            (group / lab.SESSIE_YAML).read_text().partition("\nid: ")[2].split("\n")[0]
        )
        path = group / OWN / naam.format(sessie=sessie)
        if path.is_dir():
            shutil.rmtree(path)
        path.unlink(missing_ok=True)
        path.parent.mkdir(exist_ok=True, parents=True)
        make(path, home / "dagboek.txt", rng)
        for argv in COMMANDS:
            with must_not_hang():
                outcome = intervisie(group, *argv, stdin=lab.HULPVRAAG_ANSWERS)
            try:
                see_answer(outcome)
            except AssertionError as fout:
                raise AssertionError(
                    f"{make.__name__}: {' '.join(argv)}: {fout}"
                ) from None
        assert [path.name for path in home.iterdir()] == ["dagboek.txt"], make
        assert (home / "dagboek.txt").read_text() == "Lief dagboek\n", make
