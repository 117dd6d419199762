"""A korte sessie at a real terminal, typed by hand."""

import re
from pathlib import Path

import pytest

from tests.conftest import git
from tests.prepared import Open, Prepare
from tests.terminal.terminal import CTRL_C, CTRL_U, ENTER

pytestmark = pytest.mark.usefixtures("kort")

LIVE = {"INTERVISIE_NU": None}
SESSIE = "sessies/2026/2026-11-23-kort"


def test_a_whole_korte_sessie_is_typed_by_hand(kort: Path, terminal: Open):
    window = terminal("step")
    window.play("""
        Hebben jullie kennisgemaakt? | Ja
        Wat is het thema van deze sessie? | Motivatie
        Willen jullie deze sessie opnemen? | Ja
        Mirthe · Vind je het goed dat de sessie wordt opgenomen? | Ja
        Kim · Vind je het goed dat de sessie wordt opgenomen? | Ja
        Tim · Vind je het goed dat de sessie wordt opgenomen? | Ja
        Wil je nog iets kwijt in de notulen? | -
        Klopt het zo? | Vastleggen
        Door met Hulpvraag definiëren | Ja
        Mirthe · Wat is je hulpvraag? | Hoe kan ik mezelf weer motiveren?
        Mirthe · Wat moet de groep erover weten? | Ik heb geen structuur.
        Kim · Een vraag toevoegen? | Ja
        Kim · Wat is je vraag? | Hoe is dat zo gekomen?
        Kim · Nog een vraag toevoegen? | Nee
        Tim · Een vraag toevoegen? | Nee
        Mirthe · Wat is je antwoord? | Mijn dagen zijn onregelmatig.
    """)
    window.asks(
        "Mirthe · Hoe luidt je hulpvraag nu?", "Hoe kan ik mezelf weer motiveren?"
    )
    window.keys(CTRL_U, "Hoe geef ik mezelf structuur?", ENTER)
    window.play("""
        Wil je nog iets kwijt in de notulen? | Mirthe zegt dat dit klopt.
        Klopt het zo? | Vastleggen
        Door met Advisering | Ja
    """)
    window.wait("Hulpvraag  Hoe geef ik mezelf structuur?")
    window.play("""
        Kim · Wat is je advies? | Breng weer regelmaat in je dag.
        Kim · Nog een advies toevoegen? | Nee
        Tim · Wat is je advies? | Zet de televisie op tijd uit.
        Tim · Nog een advies toevoegen? | Nee
        Mirthe · Is dit advies voor jou toepasbaar? | Ja
        Mirthe · Hoe reageer je op dit advies? | Dat ga ik doen.
        Mirthe · Is dit advies voor jou toepasbaar? | Nee
        Mirthe · Hoe reageer je op dit advies? | -
        Wat ga je doen? | Ik zet tot 7 december elke dag om 9 uur de wekker
        Wie doet dit? | Mirthe
        Nog een actie toevoegen? | Nee
        Mirthe · Sta je achter deze actie? | Ja
        Mirthe · Denk je dat deze actie haalbaar is? | Ja
        Kim · Denk je dat deze actie haalbaar is? | Ja
        Tim · Denk je dat deze actie haalbaar is? | Nee
        Wil je nog iets kwijt in de notulen? | -
    """)
    window.answer("Klopt het zo?", "Eerst iets veranderen")
    window.answer("Wat wil je veranderen?", "Wat ga je doen?")
    window.asks("Wat ga je doen?", "Ik zet tot 7 december elke dag om 9 uur de wekker")
    window.keys(" en sta op", ENTER)
    window.asks("Klopt het zo?")
    assert "tot 7 december elke dag om 9 uur de wekker en sta op" in window.text
    window.play("""
        Klopt het zo? | Vastleggen
        Door met Evaluatie | Ja
        Doen jullie deze stap? | Ja
        Mirthe · Wat heb je ervaren? | Fijn.
        Mirthe · Welke tip heb je voor de groep? | -
        Mirthe · Nog een ervaring toevoegen? | Nee
        Kim · Wat heb je ervaren? | Het ging snel.
        Kim · Welke tip heb je voor de groep? | Neem even pauze.
        Kim · Nog een ervaring toevoegen? | Nee
        Tim · Wat heb je ervaren? | Goed.
        Tim · Welke tip heb je voor de groep? | -
        Tim · Nog een ervaring toevoegen? | Nee
        Een afspraak toevoegen? | Ja
        Wat is de afspraak? | We wachten tot iedereen klaar is
        Nog een afspraak toevoegen? | Nee
        Wil je nog iets kwijt in de notulen? | -
        Klopt het zo? | Vastleggen
        Door met Eigen invulling | Ja
        Doen jullie deze stap? | Nee
        Waarom slaan jullie deze stap over? | geen tijd
        Klopt het zo? | Vastleggen
    """)
    assert window.exit_code() == 0
    window.wait("De sessie is klaar. Kijk terug met: intervisie show")

    subjects = git(kort, "log", "--format=%s", "--reverse").splitlines()[2:]
    assert subjects == [
        "Acclimatisering vastgelegd (2026-11-23-kort)",
        "Hulpvraag definiëren vastgelegd (2026-11-23-kort, ronde 1)",
        "Advisering vastgelegd (2026-11-23-kort, ronde 1)",
        "Evaluatie vastgelegd (2026-11-23-kort)",
        "Eigen invulling overgeslagen (2026-11-23-kort)",
    ]
    assert git(kort, "status", "--porcelain") == ""
    advisering = (kort / SESSIE / "ronde-1-mirthe/3-advisering.md").read_text(
        encoding="utf-8"
    )
    assert (
        "actie: Ik zet tot 7 december elke dag om 9 uur de wekker en sta op"
        in advisering
    )
    assert "tot: 2026-12-07" in advisering
    hulpvraag = (kort / SESSIE / "ronde-1-mirthe/2-hulpvraag-definieren.md").read_text(
        encoding="utf-8"
    )
    assert "herformulering: Hoe geef ik mezelf structuur?" in hulpvraag
    assert "antwoord: Mijn dagen zijn onregelmatig." in hulpvraag
    assert "Mirthe zegt dat dit klopt." in hulpvraag
    assert "reden: geen tijd" in (kort / SESSIE / "5-eigen-invulling.md").read_text(
        encoding="utf-8"
    )


def test_the_previous_answer_opens_again_and_what_was_typed_stays(terminal: Open):
    window = terminal("step")
    window.answer("Hebben jullie kennisgemaakt?", "Ja")
    window.answer("Wat is het thema van deze sessie?", "Motivatie")
    window.asks("Willen jullie deze sessie opnemen?")
    window.back()
    window.asks("Wat is het thema van deze sessie?", "Motivatie")
    window.keys(" en slaap")
    window.asks("Wat is het thema van deze sessie?", "Motivatie en slaap")
    window.back()
    window.agree("Hebben jullie kennisgemaakt?")
    window.asks("Wat is het thema van deze sessie?", "Motivatie en slaap")


def test_the_first_question_has_nothing_before_it_to_go_back_to(terminal: Open):
    window = terminal("step")
    window.asks("Hebben jullie kennisgemaakt?")
    window.back()
    window.back()
    window.answer("Hebben jullie kennisgemaakt?", "Ja")
    window.asks("Wat is het thema van deze sessie?")


def test_going_back_when_asked_to_go_on_does_no_harm(terminal: Open, prepare: Prepare):
    prepare("kort", 4)
    window = terminal("step")
    window.answer("Doen jullie deze stap?", "Nee")
    window.back()
    window.asks("Doen jullie deze stap?")
    assert "Dit had niet mogen gebeuren" not in window.text


def test_the_question_whether_to_go_on_survives_going_back(terminal: Open):
    window = terminal("step")
    window.play("""
        Hebben jullie kennisgemaakt? | Nee
        Wat is het thema van deze sessie? | -
        Willen jullie deze sessie opnemen? | Nee
        Wil je nog iets kwijt in de notulen? | -
        Klopt het zo? | Vastleggen
    """)
    window.asks("Door met Hulpvraag definiëren")
    window.back()
    assert "Dit had niet mogen gebeuren" not in window.all_text
    if window.is_running:
        window.answer("Door met Hulpvraag definiëren", "Nee")
    assert window.exit_code() == 0


def test_the_bar_shows_step_and_time_and_total_and_runs_while_nobody_types(
    terminal: Open,
):
    window = terminal("step", env=LIVE)
    window.asks("Hebben jullie kennisgemaakt?")
    assert "Acclimatisering" in window.bar
    assert re.search(r"totaal 0(:\d\d)?\D+20 min", window.bar)
    assert "stop" in window.bar, "the way out is on the bar, also at 80 columns"
    first = _left(window.bar)
    assert 4 * 60 < first <= 5 * 60
    window.until(lambda: _left(window.bar) <= first - 2, "a clock that runs")


def test_the_bar_runs_under_a_question_for_text_too(terminal: Open):
    window = terminal("step", env=LIVE)
    window.answer("Hebben jullie kennisgemaakt?", "Nee")
    window.asks("Wat is het thema van deze sessie?")
    first = _left(window.bar)
    window.until(lambda: _left(window.bar) < first, "a clock that runs")


def test_the_bar_turns_amber_near_the_end_and_red_over_time_and_never_blocks(
    terminal: Open,
):
    colours, bars = [], []
    for time, question in (
        ("19:00:00", "kennisgemaakt?"),
        ("19:04:30", "thema"),
        ("19:06:30", "opnemen?"),
    ):
        window = terminal("step", env={"INTERVISIE_NU": f"2026-11-23T{time}+01:00"})
        window.until(
            lambda window=window, question=question: question in window.question,
            question,
        )
        colours.append(window.colour_of_bar)
        bars.append(window.bar)
        window.keys(ENTER)
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


def test_one_no_means_no_recording_and_nobody_else_is_asked(kort: Path, terminal: Open):
    window = terminal("step")
    window.play("""
        Hebben jullie kennisgemaakt? | Nee
        Wat is het thema van deze sessie? | -
        Willen jullie deze sessie opnemen? | Ja
        Mirthe · Vind je het goed dat de sessie wordt opgenomen? | Ja
        Kim · Vind je het goed dat de sessie wordt opgenomen? | Nee
        Wil je nog iets kwijt in de notulen? | -
        Klopt het zo? | Vastleggen
        Door met Hulpvraag definiëren | Nee
    """)
    assert window.exit_code() == 0
    text = (kort / SESSIE / "1-acclimatisering.md").read_text(encoding="utf-8")
    assert "opname: false" in text


def test_consent_is_not_proposed(terminal: Open):
    window = terminal("step")
    window.play("""
        Hebben jullie kennisgemaakt? | Nee
        Wat is het thema van deze sessie? | -
        Willen jullie deze sessie opnemen? | Ja
    """)
    window.asks("Mirthe · Vind je het goed dat de sessie wordt opgenomen?")
    assert "Ja" not in window.pointed


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
    window.asks("Mirthe · Wat moet de groep erover weten?")


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
    window.asks("Klopt het zo?")
    assert "ma 1 maart 2027" in window.all_text


def test_pasted_control_characters_steer_nothing_and_are_not_recorded(
    kort: Path, terminal: Open
):
    window = terminal("step")
    window.answer("Hebben jullie kennisgemaakt?", "Nee")
    window.asks("Wat is het thema van deze sessie?")
    window.paste("Een\x1b[31m rood\x07 thema\ten\nnog een regel\x1b]0;titel\x07")
    window.wait("titel")
    window.keys(ENTER)
    window.answer("Willen jullie deze sessie opnemen?", "Nee")
    window.answer("Wil je nog iets kwijt in de notulen?", "-")
    window.answer("Klopt het zo?", "Vastleggen")
    window.answer("Door met Hulpvraag definiëren", "Nee")
    assert window.exit_code() == 0
    raw = (kort / SESSIE / "1-acclimatisering.md").read_bytes()
    assert b"rood thema en nog een regel" in raw
    assert not any(byte < 32 and byte != 10 for byte in raw)


def test_a_colour_code_that_is_typed_raw_gives_no_traceback(terminal: Open):
    window = terminal("step")
    window.answer("Hebben jullie kennisgemaakt?", "Nee")
    window.asks("Wat is het thema van deze sessie?")
    window.keys("voor\x1b[31m en \x1b[0m na")
    window.wait("na")
    assert "Exception" not in window.all_text
    assert "Press ENTER" not in window.all_text
    window.keys(ENTER)
    window.asks("Willen jullie deze sessie opnemen?")


def test_nothing_on_the_way_is_english_or_stays_behind(terminal: Open):
    window = terminal("step")
    window.play("""
        Hebben jullie kennisgemaakt? | Nee
        Wat is het thema van deze sessie? | Rust
        Willen jullie deze sessie opnemen? | Nee
        Wil je nog iets kwijt in de notulen? | -
        Klopt het zo? | Vastleggen
        Door met Hulpvraag definiëren | Nee
    """)
    assert window.exit_code() == 0
    lines = window.all_text.splitlines()
    assert not [
        line
        for line in lines
        if re.search(r"\^C stop|Ctrl-C|done|selection|answer|Use ", line)
    ]
    assert (
        sum("Wat is het thema van deze sessie?" in line for line in lines) == 2
    )  # asked, and looked over
    assert max(map(len, lines)) <= 80


def _left(bar: str) -> int:
    """Seconds left of the step, from the bar."""
    match = re.search(r"nog (\d+):(\d\d)", bar)
    assert match, bar
    return int(match[1]) * 60 + int(match[2])
