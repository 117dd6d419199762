"""A korte sessie at a real terminal, typed by hand."""

import re
from pathlib import Path

import pytest

from tests.conftest import git
from tests.prepared import Open, Prepare, held_today
from tests.terminal.terminal import (
    CTRL_C,
    CTRL_U,
    ENTER,
    NOG_IEMAND,
    ROLLEN,
    THEMA,
    WEER,
    Terminal,
)

pytestmark = pytest.mark.usefixtures("kort")

LIVE = {"INTERVISIE_NU": None}
SESSIE = "sessies/2026/2026-11-23-kort"


def through_the_first_step(window: Terminal) -> None:
    window.answer("Hebben jullie kennisgemaakt?", "Nee")
    window.answer(THEMA, "Rust")
    window.answer(ROLLEN, "")


def test_a_whole_korte_sessie_is_typed_by_hand(kort: Path, terminal: Open):
    window = terminal("step")
    window.answer("Hebben jullie kennisgemaakt?", "Ja")
    window.asks(THEMA)
    window.menu("Willen jullie deze sessie opnemen?")
    window.play("""
        Wat is het thema van deze sessie? | Motivatie
        Wie begeleidt, en wie notuleert? | tim, kim
        Willen jullie deze sessie opnemen? | Ja
        Vindt iedereen de opname goed? | a
        Mirthe · Wat is je hulpvraag? | Hoe kan ik mezelf weer motiveren?
        Mirthe · Wat moet de groep erover weten? | Ik heb geen structuur.
        Kim · vraag | Hoe is dat zo gekomen?
        Mirthe · Wat is je antwoord? | Mijn dagen zijn onregelmatig.
    """)
    window.asks("Tim · vraag")
    window.note("Mirthe zegt dat dit klopt.")
    window.answer("Tim · vraag", "")
    window.change(
        "Mirthe · Hoe luidt je hulpvraag nu?",
        "Hoe kan ik mezelf weer motiveren?",
        "Hoe geef ik mezelf structuur?",
    )
    window.wait("Hulpvraag  Hoe geef ik mezelf structuur?")
    window.play("""
        Kim · advies | Breng weer regelmaat in je dag.
        Tim · advies | Zet de televisie op tijd uit.
        Kim · nog een advies | -
        Mirthe · Kun je hier iets mee? | ja, dat ga ik doen
        Mirthe · Kun je hier iets mee? | n
        Actie 1 | Ik zet t/m 7 december elke dag om 9 uur de wekker
        Actie 2 | -
        Mirthe · Sta je achter dit plan? | j
        Twijfelt iemand of dit plan haalbaar is? | tim
    """)
    window.agree(
        "Maak dit kleiner of haalbaarder",
        "Ik zet t/m 7 december elke dag om 9 uur de wekker",
    )
    window.answer(NOG_IEMAND, "")
    change_the_actie_that_was_just_recorded(window)
    window.play("""
        Mirthe · ervaring | Fijn.
        Kim · ervaring | Het ging snel. Tip: Neem even pauze.
        Tim · ervaring | Goed.
        Afspraak 1 | We wachten tot iedereen klaar is
        Afspraak 2 | -
    """)
    window.asks("Activiteit 1")
    window.skip_step()
    window.answer(WEER, "")
    assert window.exit_code() == 0
    window.wait("De sessie is klaar. Teruglezen? intervisie show")

    subjects = git(kort, "log", "--format=%s", "--reverse").splitlines()[2:]
    assert subjects == [
        "Acclimatisering vastgelegd (2026-11-23-kort)",
        "Hulpvraag definiëren vastgelegd (2026-11-23-kort, ronde 1)",
        "Advisering vastgelegd (2026-11-23-kort, ronde 1)",
        "Advisering vastgelegd (2026-11-23-kort, ronde 1)",
        "Evaluatie vastgelegd (2026-11-23-kort)",
        "Eigen invulling overgeslagen (2026-11-23-kort)",
    ]
    assert git(kort, "status", "--porcelain") == ""
    acclimatisering = read(kort, "1-acclimatisering.md")
    assert "opname: true" in acclimatisering
    assert acclimatisering.count("akkoord: true") == 3
    assert "begeleider: tim\nnotulist: kim\n" in acclimatisering
    hulpvraag = read(kort, "ronde-1-mirthe/2-hulpvraag-definieren.md")
    assert "herformulering: Hoe geef ik mezelf structuur?" in hulpvraag
    assert "antwoord: Mijn dagen zijn onregelmatig." in hulpvraag
    assert hulpvraag.endswith("## Notulen\n\n- Mirthe zegt dat dit klopt.\n")
    advisering = read(kort, "ronde-1-mirthe/3-advisering.md")
    assert (
        "actie: Ik zet t/m 7 december elke dag om 9 uur de wekker en sta op"
        in advisering
    )
    assert "tot: 2026-12-07" in advisering
    assert "reactie: dat ga ik doen" in advisering
    assert advisering.count("akkoord: true") == 3
    assert "lid: tim\n        akkoord: false" in advisering
    evaluatie = read(kort, "4-evaluatie.md")
    assert "ervaring: Het ging snel.\n    tip: Neem even pauze." in evaluatie
    assert "afspraak: We wachten tot iedereen klaar is" in evaluatie
    assert "reden:" not in read(kort, "5-eigen-invulling.md")


def change_the_actie_that_was_just_recorded(window: Terminal) -> None:
    """At the first question of the next step there is one before it: in the step before."""
    window.asks("Mirthe · ervaring")
    window.back()
    window.asks(NOG_IEMAND)
    window.back()
    window.answer("Klopt het zo?", "Eerst iets veranderen")
    window.answer("Wat wil je veranderen?", "Actie 1")
    window.asks("Actie 1", "Ik zet t/m 7 december elke dag om 9 uur de wekker")
    window.keys(" en sta op", ENTER)
    # Nobody said yes to these words yet.
    window.answer("Mirthe · Sta je achter dit plan?", "j")
    window.answer("Twijfelt iemand of dit plan haalbaar is?", "tim")
    window.agree("Maak dit kleiner of haalbaarder")
    window.asks("Klopt het zo?")
    assert "t/m 7 december elke dag om 9 uur de wekker en sta op" in window.text
    window.answer("Klopt het zo?", "Vastleggen")
    window.answer(NOG_IEMAND, "")


def test_the_previous_answer_opens_again_and_what_was_typed_stays(
    terminal: Open, prepare: Prepare
):
    prepare("kort", 1)
    window = terminal("step")
    window.answer("Mirthe · Wat is je hulpvraag?", "Hoe begin ik?")
    window.answer("Mirthe · Wat moet de groep erover weten?", "Veel")
    window.asks("Kim · vraag")
    window.back()
    window.asks("Mirthe · Wat moet de groep erover weten?", "Veel")
    window.keys(" te veel")
    window.asks("Mirthe · Wat moet de groep erover weten?", "Veel te veel")
    window.back()
    window.agree("Mirthe · Wat is je hulpvraag?", "Hoe begin ik?")
    window.asks("Mirthe · Wat moet de groep erover weten?", "Veel te veel")


def test_the_first_question_has_nothing_before_it_to_go_back_to(terminal: Open):
    window = terminal("step")
    window.asks("Hebben jullie kennisgemaakt?")
    window.back()
    window.back()
    window.answer("Hebben jullie kennisgemaakt?", "Ja")
    window.asks(THEMA)


def test_the_last_answer_records_the_step_and_the_next_one_follows(
    kort: Path, terminal: Open
):
    window = terminal("step")
    through_the_first_step(window)
    window.asks("Mirthe · Wat is je hulpvraag?")
    assert "✓ Acclimatisering vastgelegd" in window.all_text
    assert "Klopt het zo?" not in window.all_text
    assert "thema: Rust" in read(kort, "1-acclimatisering.md")
    assert git(kort, "status", "--porcelain") == ""


def test_going_back_over_the_border_of_a_step_opens_the_one_that_was_just_recorded(
    kort: Path, terminal: Open
):
    window = terminal("step")
    through_the_first_step(window)
    window.asks("Mirthe · Wat is je hulpvraag?")
    window.keys("Half getypt")
    window.asks("Mirthe · Wat is je hulpvraag?", "Half getypt")
    window.back()
    window.wait("Nakijken")
    window.answer("Klopt het zo?", "Eerst iets veranderen")
    window.answer("Wat wil je veranderen?", THEMA)
    window.asks(THEMA, "Rust")
    window.keys(" en slaap", ENTER)
    window.answer("Klopt het zo?", "Vastleggen")
    window.asks("Mirthe · Wat is je hulpvraag?", "Half getypt")
    assert "thema: Rust en slaap" in read(kort, "1-acclimatisering.md")


def test_going_back_from_the_review_of_the_step_before_changes_nothing(
    kort: Path, terminal: Open
):
    window = terminal("step")
    through_the_first_step(window)
    window.asks("Mirthe · Wat is je hulpvraag?")
    head = git(kort, "rev-parse", "HEAD")
    window.back()
    window.answer("Klopt het zo?", "Vastleggen")
    window.asks("Mirthe · Wat is je hulpvraag?")
    assert git(kort, "rev-parse", "HEAD") == head


def test_the_bar_shows_step_and_time_and_total_and_runs_while_nobody_types(
    kort: Path, terminal: Open
):
    held_today(kort)
    window = terminal("step", env=LIVE)
    window.asks("Hebben jullie kennisgemaakt?")
    assert "Acclimatisering" in window.bar
    assert re.search(r"totaal 0(:\d\d)?\D+20 min", window.bar)
    assert "stop" in window.bar, "the way out is on the bar, also at 80 columns"
    first = _left(window.bar)
    assert 4 * 60 < first <= 5 * 60
    window.until(
        lambda: window.bar and _left(window.bar) <= first - 2, "a clock that runs"
    )


def test_the_bar_runs_under_a_question_for_text_too(kort: Path, terminal: Open):
    held_today(kort)
    window = terminal("step", env=LIVE)
    window.answer("Hebben jullie kennisgemaakt?", "Nee")
    window.asks(THEMA)
    first = _left(window.bar)
    window.until(lambda: window.bar and _left(window.bar) < first, "a clock that runs")


def test_the_bar_turns_amber_near_the_end_and_red_over_time_and_never_blocks(
    terminal: Open, prepare: Prepare
):
    prepare("kort", 1)
    colours, bars = [], []
    for time, question in (
        ("19:00:00", "Wat is je hulpvraag?"),
        ("19:04:30", "Wat moet de groep erover weten?"),
        ("19:06:30", "vraag"),
    ):
        window = terminal("step", env={"INTERVISIE_NU": f"2026-11-23T{time}+01:00"})
        window.until(
            lambda window=window, question=question: question in window.question,
            question,
        )
        colours.append(window.colour_of_bar)
        bars.append(window.bar)
        window.keys("Hoe dan?", ENTER)
        window.until(
            lambda window=window, question=question: (
                window.question and question not in window.question
            ),
            "the next one",
        )
        window.keys(CTRL_C)
        assert window.exit_code() == 130
    assert colours[1:] == ["brown", "red"]  # brown is what the emulator calls yellow
    assert colours[0] not in colours[1:]
    assert "nog 0:30" in bars[1]
    assert "1:30 over de tijd" in bars[2]


def ask_consent(window: Terminal) -> None:
    """Ask for what is asked on request alone, up to the consent."""
    window.asks("Hebben jullie kennisgemaakt?")
    window.menu("Willen jullie deze sessie opnemen?")
    window.play("""
        Hebben jullie kennisgemaakt? | Nee
        Wat is het thema van deze sessie? | -
        Wie begeleidt, en wie notuleert? | -
        Willen jullie deze sessie opnemen? | Ja
    """)
    window.asks("Vindt iedereen de opname goed?")


@pytest.mark.parametrize("typed", ["kim", "n", "Kim niet", "nee"])
def test_one_no_means_no_recording_and_who_said_it_is_not_kept(
    kort: Path, terminal: Open, typed: str
):
    window = terminal("step")
    ask_consent(window)
    window.keys(typed, ENTER)
    window.asks("Mirthe · Wat is je hulpvraag?")
    text = read(kort, "1-acclimatisering.md")
    assert "opname: false" in text
    assert "akkoord" not in text


def test_consent_is_given_and_not_taken(terminal: Open):
    window = terminal("step")
    ask_consent(window)
    for silence in ("", "   ", "-", "misschien"):
        window.keys(CTRL_U, silence, ENTER)
        window.wait("Typ a als het voor alles geldt, of wat niet, zoals: tim")
    window.keys(CTRL_U, "a", ENTER)
    window.asks("Mirthe · Wat is je hulpvraag?")


def test_a_recording_is_asked_for_only_when_somebody_wants_it(
    kort: Path, terminal: Open
):
    window = terminal("step")
    through_the_first_step(window)
    window.asks("Mirthe · Wat is je hulpvraag?")
    assert "opname" not in read(kort, "1-acclimatisering.md").partition("## Notulen")[0]


def test_an_answer_that_has_to_be_there_is_asked_until_it_is(
    terminal: Open, prepare: Prepare
):
    prepare("kort", 1)
    window = terminal("step")
    window.answer("Mirthe · Wat is je hulpvraag?", "")
    window.wait("Hier hoort een antwoord.")
    window.keys("   ", ENTER)
    window.wait("Hier hoort een antwoord.")
    window.keys("Hoe dan?", ENTER)
    window.answer("Mirthe · Wat moet de groep erover weten?", "tim: ik help haar")
    window.wait("→ Dit staat nu bij Mirthe. Was het van Tim? ^T")


def test_a_day_that_is_not_in_the_calendar_is_asked_again(
    terminal: Open, prepare: Prepare
):
    prepare("kort", 3)
    window = terminal("step", "advisering", "--opnieuw")
    window.answer("Klopt het zo?", "Eerst iets veranderen")
    window.answer(
        "Wat wil je veranderen?", "Wanneer moet het klaar zijn? ma 7 december"
    )
    for wrong in ("31-2", "ooit", "2026-13-01"):
        window.asks("Wanneer moet het klaar zijn?", None)
        window.keys(CTRL_U, wrong, ENTER)
        window.shows(f"{wrong}Schrijf een datum die bestaat")
    window.keys(CTRL_U, "1-3-2027", ENTER)
    # With another day it is another plan: nobody said yes to it yet.
    window.answer("Mirthe · Sta je achter dit plan?", "j")
    window.answer("Twijfelt iemand of dit plan haalbaar is?", "nee")
    window.asks("Klopt het zo?")
    assert "ma 1 maart 2027" in window.all_text


def test_pasted_control_characters_steer_nothing_and_are_not_recorded(
    kort: Path, terminal: Open
):
    window = terminal("step")
    window.answer("Hebben jullie kennisgemaakt?", "Nee")
    window.asks(THEMA)
    window.paste("Een\x1b[31m rood\x07 thema\ten\nnog een regel\x1b]0;titel\x07")
    window.wait("titel")
    window.keys(ENTER)
    window.answer(ROLLEN, "")
    window.asks("Mirthe · Wat is je hulpvraag?")
    raw = (kort / SESSIE / "1-acclimatisering.md").read_bytes()
    assert b"rood thema en nog een regel" in raw
    assert not any(byte < 32 and byte != 10 for byte in raw)


def test_a_colour_code_that_is_typed_raw_gives_no_traceback(terminal: Open):
    window = terminal("step")
    window.answer("Hebben jullie kennisgemaakt?", "Nee")
    window.asks(THEMA)
    window.keys("voor\x1b[31m en \x1b[0m na")
    window.wait("na")
    assert "Exception" not in window.all_text
    assert "Press ENTER" not in window.all_text
    window.keys(ENTER)
    window.answer(ROLLEN, "")
    window.asks("Mirthe · Wat is je hulpvraag?")


def test_nothing_on_the_way_is_english_or_stays_behind(terminal: Open):
    window = terminal("step")
    through_the_first_step(window)
    window.asks("Mirthe · Wat is je hulpvraag?")
    window.menu("Niets, terug")
    window.asks("Mirthe · Wat is je hulpvraag?")
    window.keys(CTRL_C)
    assert window.exit_code() == 130
    lines = window.all_text.splitlines()
    assert not [
        line
        for line in lines
        if re.search(r"\^C stop|Ctrl-C|done|selection|answer|Use ", line)
    ]
    assert sum(THEMA in line for line in lines) == 1
    assert max(map(len, lines)) <= 80


def read(group: Path, file: str) -> str:
    """A step as it is recorded."""
    return (group / SESSIE / file).read_text(encoding="utf-8")


def _left(bar: str) -> int:
    """Seconds left of the step, from the bar."""
    match = re.search(r"nog (\d+):(\d\d)", bar)
    assert match, bar
    return int(match[1]) * 60 + int(match[2])


def test_the_end_of_a_sessie_is_not_played_again_when_a_step_of_it_is_opened_later(
    prepare: Prepare, terminal: Open
):
    prepare("kort", 5)
    window = terminal("step", "hulpvraag-definieren", "--opnieuw")
    window.answer("Klopt het zo?", "Vastleggen")
    assert window.exit_code() == 0
    assert "Wanneer weer?" not in window.all_text
    assert "De sessie is klaar" not in window.all_text
