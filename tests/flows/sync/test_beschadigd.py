"""A file that is none of git's, a damaged place and a busy one: told apart, and mended."""

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from intervisie_cli.flows.sync.beschadigd import Toch, cause
from intervisie_cli.flows.sync.deler import Deler
from intervisie_cli.flows.sync.uitkomst import Uitkomst
from intervisie_cli.git.netwerk import Netwerkfout
from intervisie_cli.git.repository import Repository
from intervisie_cli.git.url import check_url
from tests import lab
from tests.flows.sync.test_sync import change
from tests.flows.test_doctor import found
from tests.lab import Templates, git, intervisie, must

INI = "[.ShellClassInfo]\r\nIconResource=C:\\Windows\\folder.ico\r\n"
Groep = tuple[Path, Path, Path]


@pytest.fixture
def paar(templates: Templates, tmp_path: Path) -> Groep:
    """Mirthe, who has something to share, and Kim, and the place."""
    mirthe, kim = templates.shared("een", tmp_path)
    change(mirthe, lab.HULPVRAAG, toelichting="Nieuw van Mirthe.")
    return mirthe, kim, tmp_path / lab.PLACE


def everywhere(git_dir: Path, naam: str) -> None:
    """Leave a file in each folder of git, as a system does that shows icons."""
    folders = [git_dir, *(path for path in git_dir.rglob("*") if path.is_dir())]
    for folder in folders:
        (folder / naam).write_text(INI)


@pytest.mark.parametrize("naam", ["desktop.ini", "Thumbs.db", ".DS_Store", "Icon\r"])
@pytest.mark.parametrize("where", ["here", "there"])
def test_what_systems_leave_stops_nobody(paar: Groep, naam: str, where: str):
    mirthe, kim, plek = paar
    everywhere(mirthe / ".git" if where == "here" else plek, naam)
    assert "✓ Gedeeld" in must(mirthe, "sync").out
    assert "Binnengekomen" in must(kim, "sync").out
    assert found(mirthe) == []


def empty_ref(git_dir: Path) -> None:
    (git_dir / "refs/heads/main-leeg").touch()


def half_ref(git_dir: Path) -> None:
    (git_dir / "refs/heads/main~LAPTOP").write_text("1234abcd\n")


def other_text(git_dir: Path) -> None:
    (git_dir / "refs/heads/leesmij").write_text("Dit is de map van Kim.\n")


def second_name(git_dir: Path) -> None:
    was = (git_dir / "refs/heads/main").read_text()
    (git_dir / "refs/heads/main (1)").write_text(was)


STRAYS = [empty_ref, half_ref, other_text, second_name]


@pytest.mark.parametrize("leave", STRAYS)
@pytest.mark.parametrize("where", ["here", "there"])
def test_a_file_that_is_no_ref_is_named_and_taken_away(
    paar: Groep, leave: Callable[[Path], None], where: str
):
    mirthe, kim, plek = paar
    leave(mirthe / ".git" if where == "here" else plek)
    outcome = intervisie(mirthe, "sync")
    waar = "In de map van Git" if where == "here" else "Op de gedeelde plek"
    # Git goes on past some of them.
    if outcome.code:
        assert f"{waar} staat een bestand dat er niet hoort" in outcome.err
        assert "doctor --herstel" in outcome.err
    gevonden = found(mirthe)
    assert any(waar in een.wat for een in gevonden)
    assert not any("beschadigd" in een.wat for een in gevonden)
    for een in gevonden:
        if waar in een.wat:
            assert een.doe
            een.doe()
    must(mirthe, "sync")
    must(kim, "sync")
    assert found(mirthe) == []


def test_a_copy_of_a_cloud_that_names_words_of_its_own_stays_as_a_branch(paar: Groep):
    mirthe, _, _ = paar
    must(mirthe, "sync")
    git(mirthe, "branch", "kopie")
    git(mirthe, "switch", "-q", "kopie")
    change(mirthe, lab.HULPVRAAG, toelichting="Alleen op de laptop.")
    git(mirthe, "commit", "-qam", "op de laptop")
    commit = git(mirthe, "rev-parse", "HEAD").strip()
    git(mirthe, "switch", "-q", "main")
    heads = mirthe / ".git/refs/heads"
    (heads / "kopie").rename(heads / "main (kopie van LAPTOP)")
    [een] = [een for een in found(mirthe) if een.doe]
    assert een.doe
    een.doe()
    assert git(mirthe, "rev-parse", f"opzij-{commit[:12]}").strip() == commit


def objects(plek: Path, what: str) -> Path:
    oid = git(plek, "rev-parse", what).strip()
    path = plek / "objects" / oid[:2] / oid[2:]
    path.chmod(0o600)
    return path


def no_ref(plek: Path) -> None:
    path = plek / "refs/heads/main"
    path.chmod(0o600)
    path.write_bytes(b"")


def no_commit(plek: Path) -> None:
    objects(plek, "main").unlink()


def half_a_tree(plek: Path) -> None:
    path = objects(plek, "main^{tree}")
    path.write_bytes(path.read_bytes()[:10])


def half_a_file(plek: Path) -> None:
    path = objects(plek, "main:groep.yaml")
    path.write_bytes(path.read_bytes()[:10])


def half_a_step(plek: Path) -> None:
    path = objects(plek, f"main:{lab.HULPVRAAG}")
    path.write_bytes(path.read_bytes()[:40])


def no_step(plek: Path) -> None:
    objects(plek, f"main:{lab.HULPVRAAG}").unlink()


def no_objects(plek: Path) -> None:
    for path in plek.glob("objects/??/*"):
        path.unlink()


@pytest.mark.parametrize(
    "damage", [no_ref, no_commit, half_a_tree, half_a_file, no_objects]
)
def test_a_damaged_place_is_named_and_made_anew_with_all_words(
    paar: Groep, damage: Callable[[Path], None]
):
    mirthe, kim, plek = paar
    damage(plek)
    outcome = intervisie(mirthe, "sync")
    assert outcome.code == 5
    assert "De gedeelde plek is beschadigd." in outcome.err
    assert "intervisie doctor --herstel" in outcome.err
    [een] = found(mirthe)
    assert een.wat == "De gedeelde plek is beschadigd."
    assert een.doe
    een.doe()
    assert found(mirthe) == []
    must(kim, "sync")
    assert "Nieuw van Mirthe." in (kim / lab.HULPVRAAG).read_text()
    # What was there stays beside it.
    assert list(plek.parent.glob("groep.git.beschadigd-*"))


@pytest.mark.parametrize(
    "damage", [no_commit, half_a_tree, half_a_step, no_step, no_objects]
)
def test_a_place_that_lost_what_it_got_last_is_not_called_in_step(
    paar: Groep, damage: Callable[[Path], None]
):
    mirthe, _, plek = paar
    assert "✓ Gedeeld" in must(mirthe, "sync").out
    assert intervisie(mirthe, "sync").code == 0
    damage(plek)
    outcome = intervisie(mirthe, "sync")
    assert outcome.code == 5
    assert "De gedeelde plek is beschadigd." in outcome.err
    assert "✓" not in outcome.out


def test_who_has_less_than_the_damaged_place_had_does_not_make_it_anew(paar: Groep):
    mirthe, kim, plek = paar
    must(mirthe, "sync")
    half_a_tree(plek)
    [een] = found(kim)
    assert een.wat == "De gedeelde plek is beschadigd."
    assert not een.doe
    assert "wie het laatst deelde" in een.herstel


def test_who_joins_at_a_damaged_place_is_sent_to_the_group(paar: Groep, tmp_path: Path):
    _, _, plek = paar
    half_a_file(plek)
    outcome = intervisie(tmp_path, "init", "--van", str(plek), "tim", "--als", "tim")
    assert outcome.code == 5
    assert "iemand die al in de groep zit" in outcome.err
    assert not (tmp_path / "tim").exists()


SAID = [
    "fatal: bad object refs/heads/main",
    "error: unable to read sha1 file",
    "fatal: protocol error: something that nobody knows yet",
    "fatal: iets wat op geen enkele lijst staat",
]


@pytest.mark.parametrize("said", SAID)
def test_a_place_that_was_busy_is_not_called_damaged(paar: Groep, said: str):
    mirthe, _, plek = paar
    adres = check_url(str(plek))
    fout = Netwerkfout(said, adres)
    gevonden = cause(Repository(mirthe), adres, "refs/heads/main", fout)
    if fout.is_damage:
        assert isinstance(gevonden, Toch)
        assert "maar ze is heel" in gevonden.bericht
    else:
        assert gevonden is fout


def test_a_history_that_is_damaged_here_is_not_put_down_to_the_place(paar: Groep):
    mirthe, _, plek = paar
    half_a_tree(mirthe / ".git")
    adres = check_url(str(plek))
    fout = Netwerkfout("fatal: bad object", adres)
    gevonden = cause(Repository(mirthe), adres, "refs/heads/main", fout)
    assert gevonden.bericht == "De geschiedenis van Git is beschadigd."


def half_received(plek: Path) -> list[Path]:
    """What a git leaves at a place when it is killed while something comes in."""
    folder = plek / "objects/tmp_objdir-incoming-a1b2c3"
    folder.mkdir()
    (folder / "pack").mkdir()
    pack = plek / "objects/pack/tmp_pack_x7y8z9"
    pack.parent.mkdir(exist_ok=True)
    pack.write_bytes(b"PACK")
    return [folder, pack]


@pytest.mark.parametrize(("hours", "stays"), [(2, False), (0, True)])
def test_what_a_killed_push_left_at_a_place_goes_in_time(
    paar: Groep, hours: int, stays: bool
):
    mirthe, _, plek = paar
    left = half_received(plek)
    then = time.time() - hours * 3600
    for path in left:
        os.utime(path, (then, then))
    must(mirthe, "sync")
    assert [path.exists() for path in left] == [stays, stays]


def test_a_lock_that_a_git_of_a_sync_could_not_remove_goes_with_that_sync(
    paar: Groep, monkeypatch: pytest.MonkeyPatch
):
    mirthe, _, _ = paar
    lock = mirthe / ".git/packed-refs.lock"
    deel = Deler.deel

    def leaves_a_lock(self: Deler) -> Uitkomst:
        uitkomst = deel(self)
        lock.touch()
        return uitkomst

    monkeypatch.setattr(Deler, "deel", leaves_a_lock)
    must(mirthe, "sync")
    assert not lock.exists()


def test_a_lock_of_before_is_of_somebody_else(paar: Groep):
    mirthe, _, _ = paar
    lock = mirthe / ".git/packed-refs.lock"
    lock.touch()
    outcome = intervisie(mirthe, "sync")
    assert outcome.code == 5
    assert "doctor --herstel" in outcome.err
    assert lock.exists()
