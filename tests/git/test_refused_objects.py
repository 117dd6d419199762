"""A commit that other gits refuse shuts nobody out: ours never is one, others are seen in time,
and one can go on.
"""

import shutil
from datetime import datetime
from pathlib import Path

import pytest

from intervisie_cli.git.stream import Signature
from tests import lab
from tests.bulk import sampled
from tests.flows.sync.test_sync import sync_all
from tests.hostile.objects import (
    FILE,
    FOLDER,
    Entry,
    blob,
    commit,
    graft,
    run_git,
    tree,
    tree_of,
)
from tests.hostile.trees import CASES
from tests.lab import ask_git, git, intervisie, must

REFUSED = {case.naam: case for case in CASES if case.is_refused and case.is_steady}
ONGELDIG = "iets dat Git niet aanneemt"
WOORD = "Dit schreef iemand met een ander programma."
ODD_AUTHORS = (
    b"Kwaad <k@v.invalid> -1800 +0100",
    b"Kwaad <k@v.invalid> 99999999999999999999 +0100",
    b"Kwaad <k@v.invalid> 1795460400 +012345",
    b"Kwaad <k@v.invalid> 0001795460400 +0100",
    b"Kwaad k@v.invalid> 1795460400 +0100",
    b"<> 1795460400 +0100",
)


@pytest.mark.parametrize(
    "moment",
    [
        "1969-12-31T23:30:00+00:00", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00",
        "2026-11-23T19:00:00+01:23:45", "2026-11-23T19:00:00-00:19:32", "2026-11-23T19:00:00+23:59",
    ],
)  # fmt: skip
@pytest.mark.parametrize("naam", ["Kim", "", "<>", "a\nb\0c", " Kim\r"])
def test_who_and_when_are_written_as_every_git_takes_them(
    tmp_path: Path, moment: str, naam: str
):
    git(tmp_path, "init", "-q")
    line = Signature(naam, naam, datetime.fromisoformat(moment)).line()
    stream = f"commit refs/heads/main\nauthor {line}\ncommitter {line}\ndata 1\nx\n"
    git(tmp_path, "fast-import", "--quiet", "--date-format=raw", stdin=stream)
    assert ask_git(tmp_path, "fsck", "--strict").returncode == 0


@pytest.mark.parametrize("author", ODD_AUTHORS, ids=lambda raw: raw.decode())
def test_a_commit_of_a_wrong_clock_is_taken_by_all(
    gedeeld: tuple[Path, Path], tmp_path: Path, author: bytes
):
    mirthe, kim = gedeeld
    place = tmp_path / "stick/groep.git"
    bad = commit(place, tree_of(place, "main"), "main", author=author)
    git(place, "update-ref", "refs/heads/main", bad)
    assert ask_git(place, "fsck", "--strict").returncode != 0, (
        "it is one that others refuse"
    )
    must(mirthe, *lab.STEP, stdin=lab.HULPVRAAG_ANSWERS)
    sync_for_good(mirthe, kim)
    must(tmp_path, "init", "--van", str(place), "--als", "tim", str(tmp_path / "tim"))
    assert must(kim, "log").out
    assert "alles in orde" in must(kim, "doctor").out


def sync_for_good(*clones: Path) -> None:
    for clone in (*clones, *clones):
        must(clone, "sync")
    assert len({git(clone, "rev-parse", "HEAD") for clone in clones}) == 1


def with_a_word(repo: Path, base: str) -> str:
    """A commit on *base* that only changes the words of a step."""
    raw = (
        run_git(repo, "cat-file", "blob", f"{base}:{lab.HULPVRAAG}")
        + f"\n{WOORD}\n".encode()
    )
    folder, _, naam = lab.HULPVRAAG.rpartition("/")
    return commit(
        repo,
        graft(
            repo,
            tree_of(repo, base),
            folder,
            Entry(b"100644", naam.encode(), blob(repo, raw)),
        ),
        base,
    )


@pytest.mark.parametrize("case", sampled(REFUSED.values()), ids=str)
def test_what_all_refuse_at_the_place_can_be_gone_on_without(
    gedeeld: tuple[Path, Path],
    tmp_path: Path,
    case: object,
):
    mirthe, kim = gedeeld
    place = tmp_path / "stick/groep.git"
    bad = REFUSED[str(case)].build(place, with_a_word(place, "main"))
    git(place, "update-ref", "refs/heads/main", bad)
    must(kim, *lab.STEP, stdin=lab.HULPVRAAG_ANSWERS)
    for clone in (kim, mirthe):
        outcome = intervisie(clone, "sync")
        assert (
            outcome.code,
            ONGELDIG in outcome.err,
            "sync --herstel" in outcome.err,
        ) == (
            5,
            True,
            True,
        )
        said = " ".join(intervisie(clone, "doctor").out.split())
        assert (ONGELDIG in said, "sync --herstel" in said) == (True, True)
    assert (
        "sync --herstel"
        in intervisie(tmp_path, "init", "--van", str(place), str(tmp_path / "tim")).err
    )
    assert "opnieuw vastgelegd" in intervisie(kim, "sync", "--herstel").out
    sync_for_good(mirthe, kim)
    for clone in (mirthe, kim):
        raw = (clone / lab.HULPVRAAG).read_bytes()
        assert WOORD.encode() in raw
        assert lab.holds(raw, lab.HULPVRAAG_ANSWERS)
        assert lab.ask_git(clone, "fsck", "--strict").returncode == 0
    must(tmp_path, "init", "--van", str(place), "--als", "tim", str(tmp_path / "tim"))


@pytest.mark.parametrize("case", sampled(REFUSED.values()), ids=str)
def test_what_all_refuse_is_seen_here_before_it_is_shared(
    gedeeld: tuple[Path, Path],
    tmp_path: Path,
    case: object,
):
    mirthe, kim = gedeeld
    place = tmp_path / "stick/groep.git"
    was = git(place, "rev-parse", "main")
    bad = REFUSED[str(case)].build(mirthe, with_a_word(mirthe, "main"))
    git(mirthe, "update-ref", "refs/heads/main", bad)
    (mirthe / lab.HULPVRAAG).write_bytes(
        run_git(mirthe, "cat-file", "blob", f"{bad}:{lab.HULPVRAAG}")
    )
    outcome = intervisie(mirthe, "sync")
    assert (outcome.code, "sync --herstel" in outcome.err) == (5, True), outcome
    assert git(place, "rev-parse", "main") == was
    assert "sync --herstel" in intervisie(mirthe, "doctor").out
    assert "opnieuw vastgelegd" in must(mirthe, "sync", "--herstel").out
    sync_for_good(mirthe, kim)
    assert WOORD in (kim / lab.HULPVRAAG).read_text()
    assert ask_git(kim, "fsck", "--strict").returncode == 0
    (kept,) = git(
        mirthe, "for-each-ref", "--format=%(objectname)", "refs/intervisie/opzij"
    ).split()
    assert bad in git(mirthe, "rev-list", kept).split(), (
        "the old history stays in this clone"
    )
    assert "sync --herstel" not in intervisie(mirthe, "doctor").out, "that is done"
    outcome = intervisie(mirthe, "undo")
    assert (outcome.code, "niet meer terug te nemen" in outcome.err) == (1, True)


def test_who_made_it_goes_on_as_well_when_it_is_at_the_place_already(
    gedeeld: tuple[Path, Path],
    tmp_path: Path,
):
    mirthe, kim = gedeeld
    place = tmp_path / "stick/groep.git"
    bad = REFUSED["pad-als-naam"].build(mirthe, with_a_word(mirthe, "main"))
    git(mirthe, "update-ref", "refs/heads/main", bad)
    (mirthe / lab.HULPVRAAG).write_bytes(
        run_git(mirthe, "cat-file", "blob", f"{bad}:{lab.HULPVRAAG}")
    )
    git(mirthe, "-c", "transfer.fsckObjects=false", "push", "-q", str(place), "main")
    # The page of the sessie is made right here, and cannot go out yet.
    assert intervisie(mirthe, "sync").code == 5
    assert intervisie(kim, "sync").code == 5
    assert "opnieuw vastgelegd" in must(mirthe, "sync", "--herstel").out
    sync_all(mirthe, kim)
    assert WOORD in (kim / lab.HULPVRAAG).read_text()


def test_herstel_where_nothing_is_wrong_is_a_plain_sync(gedeeld: tuple[Path, Path]):
    mirthe, kim = gedeeld
    must(mirthe, *lab.STEP, stdin=lab.HULPVRAAG_ANSWERS)
    out = must(mirthe, "sync", "--herstel").out
    assert "1 wijziging van hier" in out
    assert "opnieuw" not in out
    sync_all(mirthe, kim)


def test_a_clone_that_never_saw_the_place_can_mend_it_too(een: Path, tmp_path: Path):
    place, new = tmp_path / "groep.git", tmp_path / "nieuw"
    must(een, "init", "--remote", str(place), str(een))
    git(
        place,
        "update-ref",
        "refs/heads/main",
        REFUSED["map-erboven"].build(place, with_a_word(place, "main")),
    )
    git(tmp_path, "init", "-q", str(new))
    shutil.copy(een / "groep.yaml", new)
    git(new, "remote", "add", "origin", str(place))
    assert "opnieuw vastgelegd" in must(new, "sync", "--herstel").out
    assert WOORD in (new / lab.HULPVRAAG).read_text()
    must(een, "sync")
    assert WOORD in (een / lab.HULPVRAAG).read_text()


def test_an_object_that_is_gone_is_damage_and_not_something_to_go_on_without(
    gedeeld: tuple[Path, Path],
):
    mirthe, _ = gedeeld
    must(mirthe, *lab.STEP, stdin=lab.HULPVRAAG_ANSWERS)
    oid = git(mirthe, "rev-parse", f"HEAD:{lab.HULPVRAAG}").strip()
    (mirthe / ".git/objects" / oid[:2] / oid[2:]).unlink()
    for argv in (("sync",), ("sync", "--herstel")):
        outcome = intervisie(mirthe, *argv)
        assert (
            outcome.code,
            "beschadigd" in outcome.err,
            "--herstel" in outcome.err,
        ) == (
            5,
            True,
            False,
        ), outcome


def test_a_few_trees_that_name_millions_of_files_fill_no_memory_and_shut_nobody_out(
    gedeeld: tuple[Path, Path], tmp_path: Path
):
    mirthe, kim = gedeeld
    place = tmp_path / "stick/groep.git"
    raw = blob(place)
    bomb = tree(place, *(Entry(FILE, b"f%02d" % number, raw) for number in range(31)))
    for _ in range(4):
        bomb = tree(
            place, *(Entry(FOLDER, b"d%02d" % number, bomb) for number in range(31))
        )
    base = with_a_word(place, "main")
    bad = commit(
        place, graft(place, tree_of(place, base), "", Entry(FOLDER, b"zz", bomb)), base
    )
    git(place, "update-ref", "refs/heads/main", bad)
    assert (
        intervisie(kim, "sync").code,
        ONGELDIG in intervisie(mirthe, "sync").err,
    ) == (5, True)
    assert (
        intervisie(
            tmp_path, "init", "--van", str(place), "--als", "tim", str(tmp_path / "tim")
        ).code
        == 5
    )
    assert "opnieuw vastgelegd" in must(kim, "sync", "--herstel").out
    sync_for_good(mirthe, kim)
    assert WOORD in (mirthe / lab.HULPVRAAG).read_text()
    must(tmp_path, "init", "--van", str(place), "--als", "tim", str(tmp_path / "tim"))
