"""What members write stands in the records they share, and nowhere else."""

import shutil
import stat
from pathlib import Path

from tests import lab
from tests.flows.sync.test_sync import change
from tests.lab import ask_git, git, intervisie, must

KANARIE = "Kanarie7f3a"
ANSWERS = f"""\
stap: hulpvraag-definieren
hulpvraag: Hoe vertel ik {KANARIE} aan mijn ouders?
notulen: {KANARIE} huilde.
"""


def test_no_word_of_a_case_leaves_the_records(gedeeld: tuple[Path, Path]):
    mirthe, kim = gedeeld
    said = [
        must(mirthe, *lab.STEP, stdin=ANSWERS),
        must(mirthe, "notitie", KANARIE, "--als", "mirthe"),
        must(mirthe, "sync"),
        must(kim, "sync"),
    ]
    change(mirthe, lab.HULPVRAAG, herformulering=f"{KANARIE} van Mirthe?")
    change(kim, lab.HULPVRAAG, herformulering=f"{KANARIE} van Kim?")
    said += [
        intervisie(mirthe, "sync"),
        intervisie(kim, "sync"),
        intervisie(kim, "doctor"),
    ]
    (kim / lab.HULPVRAAG).write_text(f"---\n{KANARIE}: [\n---\n")
    said += [
        intervisie(kim, *argv)
        for argv in (("sync",), ("status",), ("step",), ("doctor",))
    ]
    assert not [outcome for outcome in said if KANARIE in outcome.out + outcome.err]
    for clone in (mirthe, kim):
        for about in (
            ("log", "--all", "--format=%an%ae%B"),
            ("for-each-ref",),
            ("reflog",),
        ):
            assert KANARIE not in git(clone, *about)
        assert not [
            path
            for path in (clone / ".git").rglob("*")
            if path.is_file()
            and "objects" not in path.parts
            and KANARIE.encode() in path.read_bytes()
        ]


def test_a_draft_is_the_only_other_place_and_it_goes(een: Path):
    must(een, *lab.STEP, stdin=ANSWERS)
    left = [path for path in (een / ".git/intervisie").rglob("*") if path.is_file()]
    assert not [path for path in left if KANARIE.encode() in path.read_bytes()]


def test_what_is_shared_is_closed_to_other_users(
    gedeeld: tuple[Path, Path], tmp_path: Path
):
    mirthe, kim = gedeeld
    must(mirthe, *lab.STEP, stdin=ANSWERS)
    must(mirthe, "sync")
    must(kim, "sync")
    for top in (mirthe, kim, tmp_path / "stick"):
        for path in (top, *top.rglob("*")):
            mode = stat.S_IMODE(path.lstat().st_mode)
            assert not mode & 0o077, f"{path}: {mode:o}"


def test_a_group_can_choose_that_commits_do_not_say_whose_they_are(
    een: Path, tmp_path: Path
):
    path = een / "groep.yaml"
    path.write_text(
        path.read_text().replace("instellingen: {}", "instellingen:\n  commits: groep")
    )
    git(een, "commit", "-qam", "keuze")
    must(een, *lab.STEP, stdin=ANSWERS)
    must(
        een,
        "step",
        "--als",
        "kim",
        "--antwoorden",
        "-",
        stdin="adviezen:\n- Rustig aan\n",
    )
    must(een, "init", "--remote", str(tmp_path / "groep.git"), str(een))
    for commit in ("HEAD", "HEAD^"):
        about = git(een, "log", "-1", "--format=%an %ae %cn %ce %B", commit)
        assert "Test" not in about
        assert "kim" not in about.lower()


def test_a_password_in_an_address_is_refused_and_never_repeated(
    een: Path, tmp_path: Path
):
    for argv in (("init", "--remote"), ("init", "--van")):
        outcome = intervisie(
            een,
            *argv,
            f"https://kim:{KANARIE}@server.invalid/groep.git",
            str(tmp_path / "x"),
        )
        assert outcome.code == 2
        assert KANARIE not in outcome.out + outcome.err
        assert "credential.helper" in outcome.err
    assert KANARIE not in (een / ".git/config").read_text()


def test_what_one_did_not_share_stays_at_home(
    gedeeld: tuple[Path, Path], tmp_path: Path
):
    mirthe, _ = gedeeld
    drafts = mirthe / ".git/intervisie/drafts"
    drafts.mkdir(parents=True, exist_ok=True)
    (drafts / "x.json").write_text(KANARIE)
    git(mirthe, "switch", "-qc", "eigen")
    (mirthe / "README.md").write_text(KANARIE)
    git(mirthe, "commit", "-qam", "eigen")
    git(mirthe, "switch", "-q", "main")
    must(mirthe, *lab.STEP, stdin=lab.HULPVRAAG_ANSWERS)
    must(mirthe, "sync")
    fresh = tmp_path / "vers"
    git(
        tmp_path,
        "clone",
        "-q",
        "--mirror",
        str(tmp_path / "stick/groep.git"),
        str(fresh),
    )
    assert (
        ask_git(
            fresh, "grep", KANARIE, *git(fresh, "rev-list", "--all").split()
        ).returncode
        == 1
    )
    shutil.rmtree(fresh)
