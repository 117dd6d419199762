"""`intervisie scherm`: a page for the call that follows the step, and says no word of a case."""

import json
import os
import signal
import stat
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from intervisie_cli.flows import scherm
from intervisie_cli.model.schermstand import LOOPT, Gereedheid, Schermstand
from intervisie_cli.tonen.scherm import bestand
from tests import lab
from tests.conftest import NU, Run
from tests.lab import must
from tests.prepared import Open, good, held_today
from tests.terminal.drie import share
from tests.terminal.terminal import CTRL_C, Terminal
from tests.uitvoer.browser import NEEDS_CHROMIUM, Bekeken, browser, look_at, opened

LIVE = {"INTERVISIE_NU": None}
HULPVRAAG = "Hoe blijf ik rustig bij een geheim tentamen?"
# What a person waits for at most, and with how much more a busy machine gets by.
BINNEN_S = 2 * 5


def page_of(group: Path) -> Path:
    return scherm.page_of(group)


@pytest.fixture
def screen(een: Path, run: Run) -> Iterator[Bekeken]:
    """The screen of the group, open in a browser."""
    held_today(een)
    good(run("scherm", "--niet-openen"))
    with opened(page_of(een)) as page:
        yield page


def sees(page: Bekeken, text: str, timeout_s: float = BINNEN_S) -> None:
    page.until(lambda seen: text in seen, text, timeout_s)


def at_question(window: Terminal, question: str) -> None:
    window.until(lambda: question in window.question, question)


def asked_for_hulpvraag(terminal: Open) -> Terminal:
    window = terminal("step", env=LIVE)
    at_question(window, "Wat is je hulpvraag?")
    return window


@NEEDS_CHROMIUM
def test_it_follows_each_prompt_with_whose_turn_it_is(screen: Bekeken, terminal: Open):
    sees(screen, "gepauzeerd")
    with asked_for_hulpvraag(terminal) as window:
        for text in ("Hulpvraag definiëren", "Ronde 1: Mirthe", "Straks: Advisering"):
            sees(screen, text)
        sees(screen, "Mirthe is aan zet: hulpvraag")
        sees(screen, "nog 4:")
        window.answer("Mirthe · Wat is je hulpvraag?", HULPVRAAG)
        at_question(window, "Wat moet de groep erover weten?")
        sees(screen, "Mirthe is aan zet: toelichting")
        window.answer("Mirthe · Wat moet de groep erover weten?", "Ik slaap slecht")
        at_question(window, "Kim · vraag")
        sees(screen, "Kim is aan zet: vraag")
        assert "geheim" not in screen.page.content()
        assert "slaap" not in screen.page.content()
        window.keys(CTRL_C)
        window.told("Gestopt.")
    sees(screen, "gepauzeerd")
    assert "is aan zet" not in screen.text


@NEEDS_CHROMIUM
def test_when_step_was_killed_the_screen_says_that_it_stands_still(
    screen: Bekeken, terminal: Open
):
    with asked_for_hulpvraag(terminal) as window:
        sees(screen, "Mirthe is aan zet")
        os.kill(window.pid, signal.SIGKILL)
        sees(screen, "gepauzeerd", timeout_s=10 * 4)


@NEEDS_CHROMIUM
def test_the_hulpvraag_is_on_it_when_the_group_wants_to(
    screen: Bekeken, een: Path, terminal: Open, run: Run
):
    assert (
        "De hulpvraag komt erop, zodra die is vastgelegd."
        in good(run("scherm", "--toon-hulpvraag", "--niet-openen")).out
    )
    must(een, *lab.STEP[:-2], stdin=lab.HULPVRAAG_ANSWERS)
    with terminal("step", env=LIVE) as window:
        at_question(window, "advies")
        sees(screen, "Hoe kan ik mezelf")
        good(run("scherm", "--niet-openen"))
        window.answer("Kim · advies", "Ga wandelen")
        screen.until(
            lambda seen: "Hoe kan ik mezelf" not in seen, "page without it", BINNEN_S
        )
        assert "wandelen" not in screen.page.content()


def test_no_port_is_opened(een: Path, terminal: Open, run: Run):
    held_today(een)
    good(run("scherm", "--niet-openen"))
    with asked_for_hulpvraag(terminal) as window:
        handles = Path(f"/proc/{window.pid}/fd")
        kinds = {os.readlink(handle) for handle in handles.iterdir()}
        tcp = {kind for kind in kinds if kind.startswith("socket:")}
        listening = [
            line.split()[9]
            for name in ("tcp", "tcp6", "udp", "udp6")
            for line in Path(f"/proc/net/{name}").read_text().splitlines()[1:]
        ]
        assert not {f"socket:[{inode}]" for inode in listening} & tcp


def test_the_page_is_for_the_user_alone_and_outside_the_group(een: Path, run: Run):
    out = good(run("scherm", "--niet-openen")).out
    path = page_of(een)
    assert path.as_uri() in out
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert not path.is_relative_to(een)
    assert "Er staat geen woord op van wat jullie zeggen." in out


def test_status_gives_the_step_that_runs_and_the_turn(
    een: Path, terminal: Open, run: Run
):
    held_today(een)
    assert json.loads(good(run("status", "--json")).out)["nu"] is None
    with asked_for_hulpvraag(terminal):
        env = dict(os.environ, INTERVISIE_NU=datetime.now().astimezone().isoformat())
        nu = json.loads(good(run("status", "--json", env=env)).out)["nu"]
        assert (nu["stap"], nu["beurt"], nu["moet"]) == (
            "Hulpvraag definiëren",
            "Mirthe",
            "hulpvraag",
        )
        assert nu["van"] == "step"
    later = json.loads(good(run("status", "--json")).out)["nu"]
    assert later is None


def test_in_a_terminal_it_is_large(een: Path, terminal: Open):
    held_today(een)
    with (
        asked_for_hulpvraag(terminal),
        terminal("scherm", "--terminal", env=LIVE) as window,
    ):
        window.wait("H U L P V R A A G", "Mirthe is aan zet: hulpvraag", "N O G")
        window.keys(CTRL_C)
        assert window.exit_code() == 0


def test_a_finished_sessie_says_so(gespeeld: Path, run: Run):
    good(run("scherm", "--niet-openen"))
    assert "De sessie is klaar." in page_of(gespeeld).read_text(encoding="utf-8")


def test_without_a_sessie_there_is_nothing_to_show(leeg: Path, run: Run):
    outcome = run("scherm", "--niet-openen")
    assert (outcome.code, outcome.out) == (1, "")
    assert "Deze groep heeft nog geen sessie." in outcome.err
    assert not page_of(leeg).exists()


STAND = Schermstand(
    LOOPT,
    "Korte variant · ma 23 november",
    stap="Advisering",
    ronde="Ronde 1",
    inbrenger="Mirthe",
    begonnen=NU,
    gezien=NU,
    plan_min=5,
    max_min=7,
    beurt="Kim en Tim",
    moet="advies 1 van 2",
    is_denktijd=True,
    straks="Evaluatie",
    gereed=(Gereedheid("Kim", "adviezen", 0, 2), Gereedheid("Tim", "adviezen", 2, 2)),
)


@pytest.mark.parametrize(
    ("later_s", "says", "how"),
    [
        (0, "nog 5:00", "ruim"),
        (250, "nog 0:50", "krap"),
        (330, "nog 1:30 uitloop", "krap"),
        (500, "1:20 over de tijd", "over"),
    ],
)
def test_the_clock_says_how_it_stands(later_s: int, says: str, how: str):
    nu = datetime.fromtimestamp(
        datetime.fromisoformat(NU).timestamp() + later_s
    ).astimezone()
    text = bestand(STAND, nu).decode()
    assert f'class="klok {how}"' in text
    assert f">{says}</p>" in text


def test_it_says_who_is_ready_and_that_one_may_think():
    text = bestand(STAND, datetime.fromisoformat(NU)).decode()
    assert "Kim en Tim zijn aan zet: advies 1 van 2" in text
    assert "<li>Kim 0 van 2</li>" in text
    assert '<li class="is-klaar">Tim ✓</li>' in text
    assert "Denktijd" in text
    assert "Straks: Evaluatie" in text


@NEEDS_CHROMIUM
@pytest.mark.parametrize("is_dark", [False, True], ids=["light", "dark"])
def test_all_can_use_it_also_small_and_asked_of_nobody(buiten: Path, *, is_dark: bool):
    path = buiten / "scherm.html"
    nu = datetime.now().astimezone()
    # Nobody writes it anew here, so it was seen in an hour from now.
    later = (nu + timedelta(hours=1)).isoformat()
    live = STAND._replace(begonnen=nu.isoformat(), gezien=later)
    path.write_bytes(bestand(live, nu))
    with browser() as chromium:
        for width in (1280, 640, 320):
            page = look_at(chromium, path, width=width, is_dark=is_dark)
            sees(page, "nog 4:")
            assert not page.is_too_wide, width
            assert set(page.asked) == {path.as_uri()}
            assert page.complaints == []
            page.page.close()
        path.write_bytes(path.read_bytes().replace(b"location.reload()", b"0"))
        page = look_at(chromium, path, is_dark=is_dark, with_script=False)
        assert "nog 5:00" in page.text


@pytest.mark.slow
@NEEDS_CHROMIUM
def test_two_laptops_both_have_a_screen_that_is_right(
    een: Path, tmp_path: Path, terminal: Open
):
    held_today(een)
    evening = share(een, tmp_path, terminal)
    for clone in (evening.mirthe, evening.kim):
        must(clone, "scherm", "--niet-openen")
    lead = terminal("step", cwd=evening.mirthe, env=LIVE, rows=50)
    follow = terminal("status", "--volg", cwd=evening.kim, env=LIVE, rows=50)
    lead.beside, follow.beside = [follow], [lead]
    with browser() as chromium:
        first = look_at(chromium, page_of(evening.mirthe))
        second = look_at(chromium, page_of(evening.kim))
        lead.until(lambda: "Wat is je hulpvraag?" in lead.question, "the question")
        follow.until(lambda: "leidt" in follow.text, "who leads")
        for page in (first, second):
            sees(page, "Hulpvraag definiëren")
            sees(page, "Ronde 1: Mirthe")
            sees(page, "nog ")
        sees(first, "Mirthe is aan zet: hulpvraag")
        sees(second, "leidt")
        lead.keys(CTRL_C)
        lead.told("Gestopt.")
        sees(first, "gepauzeerd")
