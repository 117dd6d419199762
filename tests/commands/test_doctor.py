"""`doctor` names each thing that can be wrong with a clone, with a line that mends it."""

import json
import os
import re
import shutil
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from tests import lab
from tests.flows.sync.test_sync import change
from tests.lab import git, intervisie, must


@pytest.fixture
def gedeeld(een: Path, tmp_path: Path) -> Path:
    """A group with a step done, shared over a folder."""
    must(een, "init", "--remote", str(tmp_path / "stick/groep.git"), str(een))
    return een


def doctor(group: Path) -> tuple[int, list[tuple[str, str]]]:
    """The exit code, and each finding with its remedy; tips are left out."""
    outcome = intervisie(group, "doctor")
    assert outcome.err == ""
    blocks = re.split(r"^(?:• |Tip: )", outcome.out, flags=re.MULTILINE)[1:]
    found = []
    for block in blocks:
        *what, remedy = [
            line for line in block.splitlines() if not line.endswith("in orde.")
        ]
        found.append((" ".join(map(str.strip, what)), remedy.strip()))
    return outcome.code, [pair for pair in found if "bekende lekken" not in pair[0]]


def test_a_clone_that_is_well(gedeeld: Path):
    assert doctor(gedeeld) == (0, [])
    assert intervisie(gedeeld, "doctor").out.endswith("in orde.\n")


def clash(group: Path) -> None:
    must(group, *lab.STEP, stdin=lab.HULPVRAAG_ANSWERS)
    other = {"id": "0123456789abcdef", "pad": "hulpvraag", "waarde": "Anders?"}
    change(group, lab.HULPVRAAG, conflicten=[other])
    must(group, "sync")


def second_version(group: Path) -> None:
    (group / lab.FOLDER / "1-acclimatisering.kopie-0123456789.md").write_text(
        "---\nwat\n"
    )
    git(group, "add", "-A")
    git(group, "commit", "-qm", "kopie")


def by_hand(group: Path) -> None:
    change(group, lab.HULPVRAAG, toelichting="Met de hand.")


def halfway_in(group: Path) -> None:
    head = git(group, "rev-parse", "HEAD").strip()
    (group / ".git/intervisie/bijwerken.json").write_text(
        json.dumps({"branch": "refs/heads/main", "van": head, "naar": head})
    )


def lock_here(group: Path) -> None:
    (group / ".git/refs/remotes/origin/main.lock").touch()


def lock_there(group: Path) -> None:
    (group.parent / "stick/groep.git/refs/heads/main.lock").touch()


def no_stick(group: Path) -> None:
    shutil.rmtree(group.parent / "stick")


def no_server(group: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    git(group, "remote", "set-url", "origin", f"http://127.0.0.1:{port}/groep.git")


def another_place(group: Path) -> None:
    place = group.parent / "stick/groep.git"
    shutil.rmtree(place)
    place.mkdir()


def strange_setting(group: Path) -> None:
    git(group, "config", "core.fsmonitor", "/tmp/x")


def password_in_address(group: Path) -> None:
    git(
        group,
        "remote",
        "set-url",
        "origin",
        "https://kim:geheim@server.invalid/groep.git",
    )


def newer(group: Path) -> None:
    path = group / lab.SESSIE_YAML
    path.write_text(path.read_text().replace("schema: 1", "schema: 9"))
    git(group, "commit", "-qam", "nieuwer")


def broken_history(group: Path) -> None:
    oid = git(group, "rev-parse", f"HEAD:{lab.HULPVRAAG}").strip()
    path = group / ".git/objects" / oid[:2] / oid[2:]
    path.chmod(0o600)
    path.unlink()


def from_the_future(group: Path) -> None:
    path = group / "README.md"
    path.write_text("straks\n")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GIT_COMMITTER_DATE", "2036-01-01T00:00:00")
        git(group, "commit", "-qam", "straks")


def merging(group: Path) -> None:
    (group / ".git/MERGE_HEAD").write_text(git(group, "rev-parse", "HEAD"))


def deleted(group: Path) -> None:
    (group / lab.HULPVRAAG).unlink()


def a_link(group: Path) -> None:
    (group / lab.FOLDER / "geheim.md").symlink_to("/etc/passwd")


@pytest.mark.parametrize(
    ("break_it", "what", "remedy"),
    [
        (
            clash,
            "Twee versies van hulpvraag",
            "intervisie step 1/hulpvraag-definieren --sessie",
        ),
        (second_version, "een tweede versie", "haal dit bestand weg"),
        (by_hand, "Met de hand veranderd", "intervisie sync"),
        (halfway_in, "nog niet in de map staat", "intervisie sync"),
        (
            lock_here,
            "Git is in deze map bezig, of is daar net",
            "intervisie doctor --herstel",
        ),
        (lock_there, "Git is op de gedeelde plek bezig", "doctor --herstel"),
        (no_stick, "is er niet", "intervisie sync"),
        (no_server, "De server is niet te bereiken", "intervisie sync"),
        (another_place, "geen gedeelde plek te vinden", "Kijk of het adres klopt"),
        (strange_setting, "core.fsmonitor", "intervisie vertrouw"),
        (newer, "nieuwere versie", "nieuwste versie"),
        (broken_history, "beschadigd", "nieuwe kopie"),
        (from_the_future, "komt uit de toekomst", "date"),
        (merging, "samenvoeging nog niet af", "intervisie sync"),
        (deleted, "Weggehaald: Hulpvraag definiëren", "doctor --herstel"),
        (a_link, "geheim.md is een vreemd bestand", "Haal het weg"),
    ],
    ids=lambda value: value.__name__ if callable(value) else "",
)
def test_each_state_gets_a_line_and_what_mends_it(
    gedeeld: Path, break_it: Callable[[Path], None], what: str, remedy: str
):
    break_it(gedeeld)
    code, found = doctor(gedeeld)
    assert code == 4
    assert any(what in said and remedy in mend for said, mend in found), found
    # That some of these states are not shared yet goes without saying.
    assert len([een for een in found if "Nog niet gedeeld" not in een[0]]) <= 2, found


def test_a_password_in_the_address_is_never_shown(gedeeld: Path):
    password_in_address(gedeeld)
    outcome = intervisie(gedeeld, "sync")
    assert outcome.code == 5
    assert "geheim" not in outcome.out + outcome.err
    assert "geheim" not in intervisie(gedeeld, "doctor").out


def test_a_folder_that_a_cloud_writes_in(een: Path, tmp_path: Path):
    cloud = tmp_path / "OneDrive - Hogeschool" / "groep"
    cloud.parent.mkdir()
    shutil.move(een, cloud)
    code, found = doctor(cloud)
    assert code == 4
    assert "OneDrive" in found[0][0]
    assert found[0][1].startswith("Zet haar ergens anders")


def test_a_git_folder_that_cannot_be_written_keeps_no_cache(
    een: Path, monkeypatch: pytest.MonkeyPatch
):
    may = os.access
    closed = str(een / ".git")
    monkeypatch.setattr(
        os,
        "access",
        lambda path, mode: (
            not (mode == os.W_OK and str(path).startswith(closed)) and may(path, mode)
        ),
    )
    code, found = doctor(een)
    assert (code, found) == (
        0,
        [(found[0][0], "Kijk of de map van jou is en niet alleen-lezen.")],
    )
    assert "log leest dan elke keer alles opnieuw" in found[0][0]


@pytest.mark.parametrize("datum", ["0001-01-01", "2100-06-01", "9999-12-31"])
def test_a_date_that_cannot_be_is_named(een: Path, datum: str):
    path = een / lab.SESSIE_YAML
    path.write_text(path.read_text().replace("datum: 2026-11-23", f"datum: {datum}"))
    outcome = intervisie(een, "doctor")
    assert outcome.code == 4
    assert "datum" in outcome.out
    assert "kan niet kloppen" in " ".join(outcome.out.split())


@pytest.mark.parametrize("ref", ["", "1" * 40 + "\n"])
def test_a_shared_folder_that_came_in_halfway_is_named(
    leeg: Path, tmp_path: Path, ref: str
):
    place = tmp_path / "OneDrive - HU/groep.git"
    lab.must(leeg, "init", "--remote", str(place), str(leeg))
    path = place / "refs/heads/main"
    path.chmod(0o600)
    path.write_text(ref)
    for command in ("sync", "doctor"):
        outcome = lab.intervisie(leeg, command)
        assert "De gedeelde plek is beschadigd." in outcome.out + outcome.err
    assert "De gedeelde plek staat in OneDrive" in lab.intervisie(leeg, "doctor").out
