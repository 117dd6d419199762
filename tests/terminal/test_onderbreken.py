"""Nothing that was typed is lost, however a window ends; and the terminal is put back as it was."""

import re
import signal
import sys
from pathlib import Path

import pytest

from tests.conftest import Run, git
from tests.prepared import Open, Prepare, answers, good, held_today
from tests.terminal.terminal import (
    CTRL_C,
    CTRL_D,
    CTRL_U,
    ENTER,
    NOG_IEMAND,
    ROLLEN,
    THEMA,
    WEER,
    Terminal,
    intervisie,
    termios,
)

pytestmark = pytest.mark.usefixtures("kort")

STAP_1 = "sessies/2026/2026-11-23-kort/1-acclimatisering.md"
LIVE = {"INTERVISIE_NU": None}
KENNIS = "Hebben jullie kennisgemaakt?"
HULPVRAAG = "Mirthe · Wat is je hulpvraag?"
OPNAME = "Willen jullie deze sessie opnemen?"
BEWAARD = "Gestopt. Wat je hebt ingevuld is bewaard."


def begin(terminal: Open, typed: str, **options: object) -> Terminal:
    """Open the first step, answer its first question, and type at the second."""
    window: Terminal = terminal("step", **options)
    window.answer(KENNIS, "Ja")
    window.asks(THEMA)
    window.keys(typed)
    window.asks(THEMA, typed)
    return window


def test_ctrl_c_stops_with_130_and_the_step_goes_on_where_it_was(
    kort: Path, terminal: Open
):
    before = git(kort, "rev-parse", "HEAD")
    window = begin(terminal, "Half getypt, met é en 😀")
    window.keys(CTRL_C)
    assert window.exit_code() == 130
    window.wait(BEWAARD, "Ga verder met: intervisie step")
    assert git(kort, "rev-parse", "HEAD") == before
    assert git(kort, "status", "--porcelain") == ""

    again = terminal("step")
    again.asks(THEMA, "Half getypt, met é en 😀")
    assert "Je was hier al bezig" in again.text
    again.keys(" en af", ENTER)
    again.answer(ROLLEN, "")
    again.asks(HULPVRAAG)
    text = (kort / STAP_1).read_text(encoding="utf-8")
    assert "thema: Half getypt, met é en 😀 en af" in text


def test_ctrl_c_at_a_choice_keeps_the_answers_before_it(terminal: Open):
    window = terminal("step")
    window.asks(KENNIS)
    window.menu(OPNAME)
    window.answer(KENNIS, "Ja")
    window.answer(THEMA, "Rust")
    window.answer(ROLLEN, "")
    window.asks(OPNAME)
    window.keys(CTRL_C)
    assert window.exit_code() == 130
    terminal("step").asks(OPNAME)


def test_half_a_name_of_who_brings_in_comes_back(terminal: Open, prepare: Prepare):
    prepare("kort", 3)
    window = terminal("step")
    window.asks(NOG_IEMAND)
    window.keys("ki")
    window.asks(NOG_IEMAND, "ki")
    window.keys(CTRL_C)
    assert window.exit_code() == 130
    again = terminal("step")
    again.asks(NOG_IEMAND, "ki")
    again.keys("m", ENTER)
    again.asks("Kim · Wat is je hulpvraag?")


def test_a_name_of_who_brings_in_is_kept_until_the_ronde_is_there(
    terminal: Open, prepare: Prepare, run: Run
):
    kort = prepare("kort", 3)
    good(run("lid", "erbij", "noor"))
    window = terminal("step")
    window.answer(NOG_IEMAND, "noor")
    window.asks("Noor doet nog niet mee. Doet Noor vanaf nu mee?")
    window.keys(CTRL_C)
    assert window.exit_code() == 130
    again = terminal("step")
    again.asks(NOG_IEMAND, "noor")
    again.keys(ENTER)
    again.answer("Noor doet nog niet mee. Doet Noor vanaf nu mee?", "Ja")
    again.asks("Noor · Wat is je hulpvraag?")
    assert not list((kort / ".git/intervisie/klad").iterdir())


@pytest.mark.parametrize("typed", ["", "1 dec"], ids=["nothing", "half"])
def test_who_stops_at_the_last_question_of_a_sessie_is_asked_it_again(
    terminal: Open, prepare: Prepare, typed: str
):
    prepare("kort", 4)
    window = terminal("step", rows=40)
    window.answer("Activiteit 1", "")
    window.asks(WEER)
    window.keys(typed)
    window.asks(WEER, typed)
    window.keys(CTRL_C)
    # All of it is recorded, so there is nothing to go on with.
    assert window.exit_code() == 0
    again = terminal("step", rows=40)
    again.asks(WEER, typed)
    again.keys(CTRL_U, "morgen of zo", ENTER)
    again.keys(CTRL_U, "1 december", ENTER)
    again.wait("De sessie van di 1 december staat klaar.")
    assert again.exit_code() == 0


def test_another_sessie_than_the_one_at_hand_is_named_to_go_on_with(
    terminal: Open, run: Run
):
    new = ("new", "--kort", "--thema", "Later", "--datum", "2026-12-07")
    good(run(*new, "--deelnemers", "mirthe,kim", "--geen-vragen"))
    window = terminal("step", "--sessie", "2026-12-07-later")
    window.wait("Nee, die dag blijft")
    window.keys(ENTER)
    window.asks(THEMA, "Later")
    window.keys(CTRL_C)
    window.wait("Ga verder met: intervisie step --sessie 2026-12-07-later")
    assert window.exit_code() == 130


def test_ctrl_c_on_the_review_page_keeps_all_answers(terminal: Open, prepare: Prepare):
    prepare("kort", 1)
    opnieuw = ("step", "acclimatisering", "--opnieuw")
    window = terminal(*opnieuw)
    window.answer("Klopt het zo?", "Eerst iets veranderen")
    window.answer("Wat wil je veranderen?", THEMA)
    window.asks(THEMA, "Motivatie")
    window.keys(" en rust", ENTER)
    window.asks("Klopt het zo?")
    window.note("Een regel")
    window.asks("Klopt het zo?")
    window.keys(CTRL_C)
    assert window.exit_code() == 130
    window.wait("Ga verder met: intervisie step acclimatisering --opnieuw")
    # Without the name of the step it goes on there too, and then with the next one.
    again = terminal("step")
    again.asks("Klopt het zo?")
    assert "Motivatie en rust" in again.all_text
    assert "- Een regel" in again.all_text
    again.answer("Klopt het zo?", "Vastleggen")
    again.asks(HULPVRAAG)


def test_an_interrupt_right_behind_enter_loses_no_answer(
    terminal: Open, prepare: Prepare
):
    prepare("kort", 1)
    window = terminal("step")
    window.asks(HULPVRAAG)
    window.keys("Net bevestigd")
    window.asks(HULPVRAAG, "Net bevestigd")
    window.keys(ENTER)
    # The prompt has given the terminal back and the next one is not there yet:
    # now Ctrl-C is a real signal. That takes so short that it may be over before it is seen.
    window.until(
        lambda: (
            window.settings()[3] & termios.ICANON or "erover weten?" in window.question
        ),
        "end of the prompt",
        every_s=0,
    )
    window.keys(CTRL_C)
    assert window.exit_code() == 130
    again = terminal("step")
    again.until(lambda: again.question, "a question")
    assert "Net bevestigd" in again.question or "erover weten?" in again.question


def test_ctrl_c_while_a_step_is_recorded_stops_when_that_is_done(
    kort: Path, terminal: Open
):
    window = begin(terminal, "Net bevestigd")
    window.keys(ENTER)
    window.asks(ROLLEN)
    window.keys("tim", ENTER)
    window.until(
        lambda: window.settings()[3] & termios.ICANON, "end of the prompt", every_s=0
    )
    window.keys(CTRL_C)
    assert window.exit_code() == 130
    window.wait(BEWAARD)
    text = (kort / STAP_1).read_text(encoding="utf-8")
    assert "thema: Net bevestigd\nbegeleider: tim\n" in text
    terminal("step").asks(HULPVRAAG)
    assert git(kort, "status", "--porcelain") == ""


def test_ctrl_d_at_an_empty_question_stops_with_130(terminal: Open):
    window = begin(terminal, "")
    window.keys(CTRL_D)
    assert window.exit_code() == 130
    window.wait(BEWAARD)
    terminal("step").asks(THEMA)


def test_ctrl_d_behind_typed_text_throws_nothing_away(terminal: Open):
    window = begin(terminal, "Half")
    window.keys(CTRL_D, " getypt")
    window.asks(THEMA, "Half getypt")


def test_a_closed_window_keeps_what_was_typed(terminal: Open):
    window = begin(terminal, "Half getypt")
    window.hang_up()
    window.exit_code()
    again = terminal("step")
    again.asks(THEMA, "Half getypt")


def test_a_closed_window_ends_the_program_with_129(terminal: Open):
    window = begin(terminal, "")
    window.hang_up()
    assert window.exit_code() == 129


def test_an_interrupt_that_came_before_the_question_was_there_ends_it(
    prepare: Prepare, terminal: Open
):
    """Ctrl-C is a signal until the question has the terminal; it is seen when that is drawn."""
    prepare("kort", 1)
    window = terminal("step")
    window.asks(HULPVRAAG)
    window.keys("Half getypt")
    window.asks(HULPVRAAG, "Half getypt")
    window.signal(signal.SIGINT)
    assert window.exit_code() == 130
    terminal("step").asks(HULPVRAAG, "Half getypt")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_that_ends_keeps_what_was_typed(
    terminal: Open, number: signal.Signals
):
    window = begin(terminal, "Half getypt")
    window.signal(number)
    assert window.exit_code() == 128 + number
    assert "Traceback" not in window.all_text
    terminal("step").asks(THEMA, "Half getypt")


def test_a_signal_at_a_choice_ends_as_well(terminal: Open):
    window = terminal("step")
    window.asks(KENNIS)
    window.signal(signal.SIGTERM)
    assert window.exit_code() == 143


def test_a_kill_while_typing_keeps_all_but_the_last_second(kort: Path, terminal: Open):
    held_today(kort)
    window = begin(terminal, "Dit stond er al een poos", env=LIVE)
    first = _left(window)
    window.until(lambda: _left(window) <= first - 2, "two ticks of the clock")
    window.keys(" en dit net")
    window.signal(signal.SIGKILL)
    assert window.exit_code() == -signal.SIGKILL

    again = terminal("step", env=LIVE)
    again.asks(THEMA, None)
    again.shows("Dit stond er al een poos")
    again.keys(ENTER)
    again.answer(ROLLEN, "")
    again.asks(HULPVRAAG)
    assert git(kort, "fsck", "--strict") == ""


def test_a_stop_halfway_a_later_step_leaves_the_recorded_ones_alone(
    terminal: Open, prepare: Prepare
):
    kort = prepare("kort", 1)
    head = git(kort, "rev-parse", "HEAD")
    window = terminal("step")
    window.answer(HULPVRAAG, "Hoe dan?")
    window.asks("Mirthe · Wat moet de groep erover weten?")
    window.signal(signal.SIGKILL)
    window.exit_code()
    assert git(kort, "rev-parse", "HEAD") == head
    assert git(kort, "status", "--porcelain") == ""
    terminal("step").asks("Mirthe · Wat moet de groep erover weten?")


@pytest.mark.parametrize("ending", [CTRL_C, signal.SIGTERM], ids=["Ctrl-C", "SIGTERM"])
def test_the_terminal_is_put_back_as_it_was(
    terminal: Open, ending: str | signal.Signals
):
    shell = [
        "/bin/sh",
        "-c",
        'read _; "$@"; echo "einde $?"; read _',
        "sh",
        *intervisie("step"),
    ]
    window = terminal(argv=shell)
    before = window.settings()
    window.keys(ENTER)
    window.answer(KENNIS, "Ja")
    window.asks(THEMA)
    assert window.settings() != before, "a prompt reads keys, not lines"
    if isinstance(ending, str):
        window.keys(ending)
    else:
        child = Path(f"/proc/{window.pid}/task/{window.pid}/children")
        if not child.exists():
            pytest.skip("only Linux says which program the shell runs")
        window.signal(ending, int(child.read_text().split()[0]))
    window.wait("einde 130" if isinstance(ending, str) else "einde 143")
    assert window.settings() == before
    assert before[3] & termios.ECHO
    window.keys("zie je dit")
    window.wait("zie je dit")
    assert window.cursor_is_visible


def test_another_size_of_window_keeps_the_text(kort: Path, terminal: Open):
    typed = "Een thema dat op een smal scherm over meer dan één regel loopt"
    window = begin(terminal, typed)
    window.resize(40, 10)
    window.keys(" en")
    window.shows(f"{typed} en")
    window.resize(80, 24)
    window.keys(" verder")
    window.shows(f"{typed} en verder")
    window.keys(ENTER)
    window.answer(ROLLEN, "")
    window.asks(HULPVRAAG)
    text = (kort / STAP_1).read_text(encoding="utf-8")
    assert f"thema: {typed} en verder\n" in text


def test_a_small_terminal_shows_what_is_typed(terminal: Open, prepare: Prepare):
    prepare("kort", 1)
    window = terminal("step", columns=40, rows=10)
    window.answer(HULPVRAAG, "Hoe dan?")
    window.shows("Mirthe · Wat moet de groep")
    window.keys(
        "Een lang verhaal dat over vier regels van het scherm loopt en verder gaat"
    )
    window.wait("verder gaat")
    assert "Een lang verhaal" in window.text
    assert re.search(r"nog \d:\d\d", window.bar)


def test_a_small_terminal_shows_the_whole_question(terminal: Open, prepare: Prepare):
    prepare("kort", 1)
    window = terminal("step", columns=40, rows=10)
    window.answer(HULPVRAAG, "Hoe dan?")
    window.shows("Mirthe · Wat moet de groep erover weten?")


def test_a_second_window_on_the_same_step_says_so(terminal: Open, run: Run):
    first = begin(terminal, "In het eerste venster")
    second = terminal("step")
    assert second.exit_code() == 1
    second.wait(
        "Acclimatisering staat al open in een ander venster.",
        "Ga daar verder, of sluit dat eerst.",
    )
    assert run("status").code == 0
    first.signal(signal.SIGKILL)
    first.exit_code()
    third = terminal("step")
    third.asks(THEMA, None)


def test_a_step_that_was_recorded_elsewhere_meanwhile_is_not_overwritten(
    kort: Path, terminal: Open, run: Run
):
    window = begin(terminal, "Uit het venster")
    window.note("Ook uit het venster")
    window.asks(THEMA, "Uit het venster")
    good(run("step", "--antwoorden", "-", stdin=answers("kort", 0)))
    recorded = git(kort, "rev-parse", "HEAD")
    window.keys(ENTER)
    window.answer(ROLLEN, "")
    window.wait("al vastgelegd")
    assert git(kort, "rev-parse", "HEAD") == recorded
    drafts = "".join(
        path.read_text(encoding="utf-8")
        for path in (kort / ".git/intervisie/drafts").glob("*.json")
    )
    assert '"Uit het venster"' in drafts
    assert "- Ook uit het venster" in drafts


def test_a_recorded_step_opens_again_with_its_answers(
    kort: Path, terminal: Open, run: Run
):
    assert (
        run(
            "step",
            "--antwoorden",
            "-",
            stdin=f"kennismaking: true\n{answers('kort', 0).lstrip('-')}",
        ).code
        == 0
    )
    window = terminal("step", "acclimatisering", "--opnieuw")
    window.asks("Klopt het zo?")
    assert "Motivatie" in window.text
    window.answer("Klopt het zo?", "Eerst iets veranderen")
    window.answer("Wat wil je veranderen?", THEMA)
    window.asks(THEMA, "Motivatie")
    window.keys(" en slaap", ENTER)
    window.answer("Klopt het zo?", "Vastleggen")
    assert window.exit_code() == 0
    assert (
        len(
            git(
                kort, "log", "--format=%s", "--grep", "Acclimatisering vastgelegd"
            ).splitlines()
        )
        == 2
    )
    text = (kort / STAP_1).read_text(encoding="utf-8")
    assert "thema: Motivatie en slaap" in text
    assert "Tim wil begeleider zijn." in text


def _left(window: Terminal) -> int:
    match = re.search(r"nog (\d+):(\d\d)", window.bar)
    return int(match[1]) * 60 + int(match[2]) if match else sys.maxsize


def test_a_word_typed_at_a_choice_is_not_taken_for_the_one_in_sight(
    terminal: Open, prepare: Prepare
):
    prepare("kort", 0)
    window = terminal("step")
    window.asks("Hebben jullie kennisgemaakt?")
    hoe = "Dat staat er niet bij. Kies met een nummer of de pijltjes."
    window.keys("geen idee")
    window.wait(hoe)
    window.keys(ENTER)
    window.until(lambda: hoe not in window.text, "the question, as it was")
    window.keys("ja allang, joh", ENTER)
    window.asks(THEMA)
    assert "Hebben jullie kennisgemaakt? Ja" in window.text


def test_words_that_stand_there_already_are_not_broken_by_the_edge(
    terminal: Open, prepare: Prepare
):
    prepare("kort", 1)
    window = terminal("step", "acclimatisering", "--opnieuw", columns=46)
    window.answer("Klopt het zo?", "Eerst iets veranderen")
    window.answer("Wat wil je veranderen?", THEMA)
    window.asks(THEMA, "Motivatie")
    assert " Motivatie" in window.lines
