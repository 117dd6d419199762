"""A group of an earlier program opens whole, goes on, and is merged with what a later one makes."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from tests import lab
from tests.golden import maken
from tests.golden.maken import FOLDER, HISTORY, LOOKS, PRIVATE, SHOWN
from tests.lab import git, intervisie, must

NAMES = sorted(path.parent.name for path in FOLDER.glob(f"*/{HISTORY}"))
NU = {"INTERVISIE_NU": "2026-11-29T19:00:00+01:00"}
# What anybody wrote in it, in one record or another.
WORDS = ("kleur: blauw", "# zo gezegd", lab.HANDWERK.strip(), "Tim luistert")


def opened(naam: str, groep: Path) -> Path:
    """Lay the group down as that program left it."""
    groep.mkdir(mode=0o700)
    git(groep, "init", "-q", "-b", "main")
    git(groep, "fast-import", "--quiet", stdin=(FOLDER / naam / HISTORY).read_text())
    git(groep, "checkout", "-q", "-f", "main")
    drafts = groep / ".git/intervisie/drafts"
    drafts.parent.mkdir(mode=0o700)
    if (FOLDER / naam / PRIVATE).is_dir():
        shutil.copytree(FOLDER / naam / PRIVATE, drafts)
    return groep


@pytest.fixture(params=NAMES)
def goud(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return opened(str(request.param), tmp_path / "groep")


@pytest.mark.parametrize("naam", NAMES)
def test_all_that_was_shown_is_shown_still(naam: str, tmp_path: Path):
    groep = opened(naam, tmp_path / "groep")
    was = json.loads((FOLDER / naam / SHOWN).read_text(encoding="utf-8"))
    assert was.keys() == LOOKS.keys()
    for look, argv in LOOKS.items():
        nu = json.loads(must(groep, *argv, env=NU).out)
        # Later programs can show more.
        assert lab.holds_all(nu, was[look]), look


@pytest.mark.parametrize(
    "argv",
    [
        ("status",),
        ("show",),
        ("log", "--verloop", "-n", "20"),
        ("log", "--zoek", "planning"),
        ("check", "--alles"),
        ("lid", "lijst"),
        ("instellingen",),
        ("actie", "--ics", "acties.ics"),
        ("overzicht", "--draaiboek", "maandag"),
        ("doctor",),
    ],
)
def test_every_look_at_it_works(goud: Path, argv: tuple[str, ...]):
    head = git(goud, "rev-parse", "HEAD")
    outcome = intervisie(goud, *argv, env=NU)
    # Two versions that nobody chose between are told of.
    assert outcome.code in (0, 4), outcome
    assert "Traceback" not in outcome.err
    assert "niet te lezen" not in outcome.out + outcome.err
    assert git(goud, "rev-parse", "HEAD") == head


def test_what_it_does_not_know_stays_byte_for_byte(goud: Path):
    was = lab.files_of(goud)
    everything = b"\n".join(was.values()).decode()
    assert all(word in everything for word in WORDS)
    alle = json.loads(must(goud, "actie", "--json", env=NU).out)["acties"]
    op = next(actie for actie in alle if actie["bestand"].endswith("3-advisering.md"))
    must(goud, "actie", "bezig", op["id"], "--opmerking", "Later nog eens", env=NU)
    nu = lab.files_of(goud)
    changed = [path for path in was if nu[path] != was[path]]
    assert [str(path) for path in changed] == [op["bestand"]]
    before, after = (each[changed[0]].decode().splitlines() for each in (was, nu))
    # Lines came in, and none went or changed.
    rest = iter(after)
    assert all(line in rest for line in before)
    assert "Later nog eens" in "\n".join(after)


def test_it_goes_on_where_it_was(goud: Path):
    outcome = must(goud, "step", "--antwoorden", "-", stdin=maken.ANTWOORDEN, env=NU)
    assert "vastgelegd" in outcome.out
    must(goud, "undo", env=NU)
    must(
        goud,
        "new",
        "--kort",
        "--deelnemers",
        "mirthe,kim",
        "--inbrengers",
        "kim",
        env=NU,
    )
    assert list(lab.untidy(goud)) == []


def test_it_is_shared_and_merged_both_ways(goud: Path, tmp_path: Path):
    place = str(tmp_path / lab.PLACE)
    must(goud, "init", "--remote", place, env=NU)
    kim = tmp_path / "kim"
    must(tmp_path, "init", "--van", place, str(kim), "--als", "kim", env=NU)
    for clone, woord in ((goud, "Van hier."), (kim, "Van daar.")):
        path = clone / lab.ADVISERING
        path.write_text(f"{path.read_text()}\n{woord}\n")
    for clone in (goud, kim, goud):
        assert intervisie(clone, "sync", env=NU).code in (0, 4)
    assert lab.files_of(goud) == lab.files_of(kim)
    text = (goud / lab.ADVISERING).read_text()
    assert "Van hier." in text
    assert "Van daar." in text
    assert "kleur: blauw" in text


def test_its_history_is_as_git_has_it(goud: Path):
    done = subprocess.run(
        ["git", "fsck", "--strict", "--no-dangling"],
        cwd=goud,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, "")
