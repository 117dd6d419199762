"""`intervisie reflectie`: the same questions and care as a step, for one person alone."""

import os
import signal
import stat
import subprocess
from pathlib import Path

import pytest

from intervisie_cli.groep import reflecties
from tests.conftest import Run
from tests.prepared import Open, good
from tests.terminal.terminal import CTRL_C, ENTER, NIEUWE_REGEL, Terminal

SESSIE = "2026-11-23-structuur"
GEHEIM = "Ik durfde weinig te zeggen"


def kept() -> list[Path]:
    """The files of reflecties that were written, wherever the user's data stands."""
    return sorted(Path.home().rglob("reflecties/*.md"))


def opened(terminal: Open, *args: str) -> Terminal:
    return terminal("reflectie", "--als", "kim", "--volgens", "starrt", *args)


def objects(group: Path) -> bytes:
    """All that git holds, of every branch and of none."""
    argv = ["git", "cat-file", "--batch-all-objects", "--batch", "--unordered"]
    return subprocess.run(argv, cwd=group, capture_output=True, check=True).stdout


def test_it_is_asked_and_kept_for_the_user_alone(gespeeld: Path, terminal: Open):
    with opened(terminal) as window:
        window.answer("Wat was de situatie, en wie waren erbij?", GEHEIM)
        window.answer("Wat was jouw taak, en wat wilde je bereiken?", "Luisteren")
        for question in (
            "Wat heb je gedaan",
            "Wat kwam ervan",
            "Wat vind je",
            "Wat neem",
        ):
            window.until(lambda q=question: q in window.question, question)
            window.press(ENTER)
        window.told("Je reflectie is bewaard, op deze computer.")
    (path,) = kept()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    text = path.read_text(encoding="utf-8")
    assert f"situatie: {GEHEIM}\n" in text
    assert "kim" not in path.name
    assert GEHEIM.encode() not in objects(gespeeld)
    for other in gespeeld.rglob("*"):
        assert not other.is_file() or GEHEIM.encode() not in other.read_bytes()


@pytest.mark.usefixtures("gespeeld")
def test_it_is_shown_by_no_other_command(terminal: Open, run: Run):
    with opened(terminal) as window:
        window.answer("Wat was de situatie, en wie waren erbij?", GEHEIM)
        window.until(lambda: "Wat was jouw taak" in window.question, "the next")
        window.keys(CTRL_C)
        window.told("Gestopt. Wat je hebt ingevuld is bewaard.")
    for argv in (
        ("show",),
        ("show", "--json"),
        ("show", "--lid", "kim", "--alleen-ik"),
        ("log", "--zoek", "durfde"),
        ("doctor", "--uitgebreid"),
        ("status",),
    ):
        outcome = run(*argv)
        assert GEHEIM not in outcome.out + outcome.err


@pytest.mark.usefixtures("gespeeld")
def test_it_goes_on_where_it_was_after_a_kill(terminal: Open):
    with opened(terminal) as window:
        window.answer("Wat was de situatie, en wie waren erbij?", GEHEIM)
        window.until(lambda: "Wat was jouw taak" in window.question, "the next")
        os.kill(window.pid, signal.SIGKILL)
    assert kept() == []
    # Who does not say which one sees that it was begun.
    with terminal("reflectie", "--als", "kim") as window:
        window.answer("Volgens welke vragen?", "STARRT (begonnen)")
        window.told("Je was hier al bezig; je gaat verder waar je was.")
        window.asks("Wat was jouw taak, en wat wilde je bereiken?")
        window.keys(CTRL_C)
        window.told("Gestopt.")
    with opened(terminal) as window:
        window.asks("Wat was jouw taak, en wat wilde je bereiken?")
        window.back()
        window.until(lambda: GEHEIM in window.question, "what was written")
        window.keys(NIEUWE_REGEL, "en dat is ok")
        window.until(lambda: "en dat is ok" in window.question, "what is typed")
        window.keys(CTRL_C)
        window.told("Gestopt. Wat je hebt ingevuld is bewaard.")
    with opened(terminal) as window:
        window.until(lambda: GEHEIM in window.question, "what was written")
        assert "en dat is ok" in window.question


@pytest.mark.usefixtures("gespeeld")
def test_what_was_written_comes_back_to_change(terminal: Open):
    for answer in ("Eerst", ""):
        with opened(terminal) as window:
            if answer:
                window.answer("Wat was de situatie, en wie waren erbij?", answer)
                for _ in range(5):
                    window.press(ENTER)
            else:
                window.answer("Klopt het zo?", "Eerst iets veranderen")
                window.answer("Wat wil je veranderen?", "Wat was de situatie")
                window.until(lambda: "Eerst" in window.question, "the answer")
                window.keys(" en toen", ENTER)
                window.answer("Klopt het zo?", "Vastleggen")
            window.told("Je reflectie is bewaard")
    (path,) = kept()
    assert "situatie: Eerst en toen\n" in path.read_text(encoding="utf-8")


@pytest.mark.usefixtures("gespeeld")
def test_nothing_written_is_nothing_kept(terminal: Open):
    with opened(terminal) as window:
        window.asks("Wat was de situatie, en wie waren erbij?")
        for _ in range(6):
            window.press(ENTER)
        window.told("Je schreef niets op, dus er is niets bewaard.")
    assert kept() == []


@pytest.mark.parametrize("naam", reflecties.names())
def test_each_has_questions_that_may_stay_empty(naam: str):
    boek = reflecties.load(naam)
    velden = boek.stappen[0].velden
    assert len(velden) >= 5
    assert boek.opmerkingen == ()
    assert {veld.soort for veld in velden} == {"lang"}
    assert not any(veld.verplicht for veld in velden)
    assert all(veld.vraag.endswith("?") for veld in velden)


@pytest.mark.usefixtures("gespeeld")
def test_without_a_terminal_nobody_can_be_asked(run: Run):
    outcome = run("reflectie", "--als", "kim")
    assert (outcome.code, outcome.out) == (2, "")
    assert "Zonder terminal kan intervisie niets vragen." in outcome.err
    outcome = run("reflectie", "--volgens", "gibbs")
    assert "--volgens kent 'gibbs' niet." in outcome.err


def test_a_draaiboek_is_no_reflectie_and_the_other_way_round(run: Run):
    assert "starrt" not in run("overzicht", "--draaiboek", "zzz").err
    assert good(run("reflectie", "--help")).out.count("starrt") == 1
