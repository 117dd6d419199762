"""Whole sessies in plain lines, typed at a terminal; not one code that steers it is written."""

import re
import signal
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests import lab
from tests.conftest import Run, git
from tests.lab import must
from tests.prepared import Open, Prepare, held_today
from tests.terminal.drie import HAALBAAR, PLAN, TOEPASBAAR, Evening, share
from tests.terminal.regels import AAN, Regels
from tests.terminal.terminal import (
    CTRL_C,
    CTRL_D,
    ENTER,
    NOG_IEMAND,
    THEMA,
    WEER,
    intervisie,
    script,
)

EIGEN_ID = re.compile(r"^(\s*-?\s*id:) \S+$", re.MULTILINE)

KORT = """
    Hebben jullie kennisgemaakt? | Ja
    Wat is het thema van deze sessie? | Motivatie
    Wie begeleidt, en wie notuleert? | tim, kim
    Mirthe · Wat is je hulpvraag? | Hoe kan ik mezelf weer motiveren?
    Mirthe · Wat moet de groep erover weten? | -
    Kim · vraag | Hoe is dat zo gekomen?
    Mirthe · Wat is je antwoord? | -
    Tim · vraag | -
"""
ADVISERING = """
    Kim · advies | Breng weer regelmaat in je dag.
    Tim · advies | Zet de televisie op tijd uit.
    Kim · nog een advies | -
    Mirthe · Kun je hier iets mee? | ja, dat ga ik doen
    Mirthe · Kun je hier iets mee? | n
    Actie 1 | Ik zet t/m 7 december elke dag om 9 uur de wekker
    Actie 2 | -
    Mirthe · Sta je achter dit plan? | j
    Twijfelt iemand of dit plan haalbaar is? | tim
"""
EVALUATIE = """
    Mirthe · ervaring | Fijn.
    Kim · ervaring | Het ging snel. Tip: Neem even pauze.
    Tim · ervaring | Goed.
    Afspraak 1 | We wachten tot iedereen klaar is
    Afspraak 2 | -
"""


@pytest.fixture
def regels(terminal: Open) -> "Open":
    def start(*args: str, **wishes: object) -> Regels:
        return Regels(terminal(*args, **{"env": AAN, **wishes}))

    return start


def records(group: Path) -> dict[str, str]:
    """What was recorded, but for ids, which are drawn."""
    return {
        str(path.relative_to(group)): EIGEN_ID.sub(r"\1 …", path.read_text("utf-8"))
        for path in sorted(group.glob("sessies/**/*.md"))
    }


# ---- whole sessies


@pytest.mark.slow
def test_a_korte_sessie_gives_the_records_that_it_gives_elsewhere(
    prepare: Prepare, terminal: Open, regels: Open
):
    kort = prepare("kort")
    window = terminal("step")
    window.play(KORT)
    window.agree("Mirthe · Hoe luidt je hulpvraag nu?")
    window.play(ADVISERING)
    window.agree("Maak dit kleiner of haalbaarder")
    window.answer(NOG_IEMAND, "")
    window.play(EVALUATIE)
    window.asks("Activiteit 1")
    window.skip_step()
    window.answer(WEER, "")
    assert window.exit_code() == 0
    elsewhere = records(kort)

    kort = prepare("kort")
    lines = regels("step")
    lines.play(KORT)
    lines.answer("Mirthe · Hoe luidt je hulpvraag nu?")
    lines.play(ADVISERING)
    lines.answer("Maak dit kleiner of haalbaarder")
    lines.answer(NOG_IEMAND)
    lines.play(EVALUATIE)
    lines.asks("Activiteit 1")
    lines.menu("Iets overslaan")
    lines.answer("Wat komt er niet?", "Deze stap overslaan")
    lines.answer(WEER)
    assert lines.window.exit_code() == 0
    assert "De sessie is klaar. Teruglezen? intervisie show" in lines.all
    assert records(kort) == elsewhere
    assert git(kort, "status", "--porcelain") == ""
    assert lines.is_plain()


@pytest.mark.slow
def test_a_lange_sessie_is_held_whole(lang: Path, regels: Open):
    lines = regels("step")
    lines.play("""
        Hebben jullie kennisgemaakt? | j
        Wat is het thema van deze sessie? | Structuur
        Wie begeleidt, en wie notuleert? | -
        Mirthe · Wat is je hulpvraag? | Hoe kan ik mezelf weer motiveren?
    """)
    # A text of more lines ends on an empty one.
    lines.answer(
        "Mirthe · Wat moet de groep erover weten?", "Ik stel uit.", "Al lang.", ""
    )
    lines.play("""
        Kim · vraag 1 van 2 | Wat houdt je tegen?
        Kim · vraag 2 van 2 | Hoe is dat gekomen?
        Tim · vraag 1 van 2 | Hoe ziet een avond eruit?
        Tim · vraag 2 van 2 | Wat gaf je energie?
        Mirthe · In welke volgorde? Typ de nummers | 3 2
    """)
    for answer in ("televisie", "onregelmatig", "het bos", "samen werken"):
        lines.answer("Mirthe · Wat is je antwoord?", answer, "")
    lines.answer("Mirthe · Welke vragen deden recht aan je hulpvraag?", "1 deels, 4")
    # Back over the border of a step, and through the review.
    lines.answer("Kim · definitie", ".terug")
    lines.answer("Klopt het zo?", "nee")
    lines.asks("Wat wil je veranderen?")
    number = re.findall(r"(\d+)\. [^\n]*antwoord\?\s+televisie", lines.new)
    lines.say(*number)
    lines.hears("[Enter = televisie")
    lines.answer("Mirthe · Wat is je antwoord?", "elke avond televisie", "")
    lines.answer("Klopt het zo?")
    lines.play("""
        Kim · definitie | Geen structuur
        Tim · definitie | Geen vaste momenten
        Kim · nog een definitie | -
        Mirthe · Hoe luidt je hulpvraag nu? | Hoe geef ik mezelf structuur?
        Is de nieuwe hulpvraag voor iedereen duidelijk? | kim
        Mirthe · Hoe luidt je hulpvraag nu? | Hoe geef ik mijn dag structuur?
        Is de nieuwe hulpvraag voor iedereen duidelijk? | a
        Kim · advies | Sta vroeg op
        Tim · advies | Televisie uit
        Kim · nog een advies | Plan samen
        Tim · nog een advies | -
        Mirthe · Kun je hier iets mee? | j Doe ik
        Mirthe · Kun je hier iets mee? | deels, graag
        Mirthe · Kun je hier iets mee? | nee: liever niet
        Actie 1 | Ik sta t/m 7 december elke dag om 9 uur op
        Actie 2 | kim: Samen plannen
    """)
    # What elsewhere stands beside the text, while it is typed.
    lines.hears("Van SMART mist nog: M, T.")
    lines.play("""
        Wat ziet een ander je dan doen? | We oefenen samen
        Waaraan zie je dat het gelukt is? | Na 20 opgaven
        Wanneer doe je dit, of kijk je terug? | uiterlijk 1 december
    """)
    assert lines.all.count("Van SMART mist nog") == 1
    lines.hears("→ di 1 december. Klopt dat niet? .terug")
    lines.play("""
        Wat wil je? | neem
        Actie 3 | -
        Mirthe · Sta je achter dit plan? | j
        Twijfelt iemand of dit plan haalbaar is? | nee
        Mirthe · ervaring | Fijn.
        Kim · ervaring | Goed.
        Tim · ervaring | Goed.
    """)
    lines.asks("Afspraak 1")
    lines.say()
    lines.answer(NOG_IEMAND, "n")
    lines.answer("Activiteit 1", "Borrel")
    lines.answer("Activiteit 2")
    lines.answer(WEER)
    assert lines.window.exit_code() == 0
    ronde = lang / "sessies/2026/2026-11-23-lang/ronde-1-mirthe"
    texts = "".join(path.read_text("utf-8") for path in ronde.glob("*.md"))
    assert "antwoord: elke avond televisie" in texts
    assert "Ik stel uit.\n" in texts
    assert "herformulering: Hoe geef ik mijn dag structuur?" in texts
    assert git(lang, "status", "--porcelain") == ""
    assert lines.is_plain()


# ---- one thing at a time


@pytest.mark.usefixtures("kort")
def test_how_it_goes_is_said_once_and_help_lists_what_can_be_typed(regels: Open):
    lines = regels("step")
    lines.answer("Hebben jullie kennisgemaakt? (j of n, Enter = nee)", ".help")
    assert lines.all.count("Typ .help") == 1
    lines.hears(".terug: terug naar de vorige vraag", ".menu:", ".tijd:")
    assert ".editor" not in lines.new
    lines.say(".tijd")
    lines.hears("Acclimatisering: nog", "totaal 0/20 min.")
    lines.say(".foo")
    lines.hears(".foo is hier geen opdracht.")
    lines.say("n")
    lines.answer(THEMA, " .foo")
    lines.answer("Wie begeleidt, en wie notuleert?", ".help")
    lines.hears(".editor:", "Namen: Mirthe, Kim, Tim.")
    lines.say(".vraag")
    lines.asks("Wie begeleidt, en wie notuleert? (Enter = niemand)")
    lines.say(".stop")
    assert lines.window.exit_code() == 130
    assert lines.all.count("Elke vraag staat op een eigen regel.") == 1
    assert lines.is_plain()


@pytest.mark.usefixtures("kort")
def test_what_is_refused_says_why_and_nothing_of_it_is_lost(regels: Open):
    lines = regels("step")
    lines.answer("Hebben jullie kennisgemaakt?", "misschien")
    lines.hears("Typ j of n.")
    lines.say("j")
    lines.answer(THEMA, "Rust")
    lines.answer("Wie begeleidt, en wie notuleert?", "tim, piet")
    lines.hears("'piet' doet niet mee.", "[Enter = tim, piet; .verder vult aan]")
    lines.stop()
    lines = regels("step")
    lines.hears("[Enter = tim, piet; .verder vult aan]")
    lines.answer("Wie begeleidt", ".leeg")
    lines.asks("Mirthe · Wat is je hulpvraag?")
    lines.say()
    lines.hears("Hier hoort een antwoord.")
    assert lines.is_plain()


@pytest.mark.usefixtures("kort")
def test_going_back_brings_the_answer_before_and_enter_takes_it(regels: Open):
    lines = regels("step")
    lines.answer("Hebben jullie kennisgemaakt?", "ja")
    lines.answer(THEMA, "Rust")
    lines.answer("Wie begeleidt", ".terug")
    lines.hears("[Enter = Rust; .verder vult aan]")
    lines.say(".verder en ritme")
    lines.answer("Wie begeleidt", ".terug")
    lines.hears("[Enter = Rust en ritme; .verder vult aan]")
    lines.say(".terug")
    lines.hears("Hebben jullie kennisgemaakt? (j of n, Enter = ja)")
    lines.say()
    lines.hears("→ Ja", "[Enter = Rust en ritme; .verder vult aan]")


@pytest.mark.parametrize("how", ["ctrl-c", "term", "ctrl-d"])
def test_half_a_line_is_kept_whatever_ends_it(prepare: Prepare, regels: Open, how: str):
    prepare("kort", 1)
    lines = regels("step")
    lines.answer("Mirthe · Wat is je hulpvraag?", "Hoe begin ik?")
    lines.asks("Mirthe · Wat moet de groep erover weten?")
    lines.say("Een regel die af is,")
    lines.waits()
    lines.window.keys("en een halve")
    lines.window.until(lambda: "en een halve" in lines.new, "the echo")
    if how == "ctrl-c":
        lines.stop()
    elif how == "term":
        lines.window.signal(signal.SIGTERM)
        assert lines.window.exit_code() == 143
    else:
        lines.window.keys(CTRL_D, CTRL_D)
        assert lines.window.exit_code() == 130
    assert "Ga verder met: intervisie step" in lines.all
    lines = regels("step")
    lines.hears("Dit staat er al:", "Een regel die af is,", "en een halve")
    lines.asks("[Enter = zo laten; .verder vult aan]")
    lines.say(".verder")
    lines.say("met nog een regel.")
    lines.say()
    lines.answer("Kim · vraag", ".terug")
    lines.hears("Een regel die af is, en een halve met nog een regel.")
    assert lines.is_plain()


def test_a_window_that_closes_takes_no_line_that_was_ended(
    prepare: Prepare, regels: Open
):
    prepare("kort", 1)
    lines = regels("step")
    lines.answer("Mirthe · Wat is je hulpvraag?", "Hoe begin ik?")
    lines.answer("Mirthe · Wat moet de groep erover weten?", "Een.", "Twee.")
    lines.waits()
    lines.window.hang_up()
    lines = regels("step")
    lines.hears("Dit staat er al:", "Een.", "Twee.")


@pytest.mark.usefixtures("kort")
def test_the_terminal_is_left_as_it_was(terminal: Open):
    command = 'echo "[$(stty -g)]"; "$@"; echo "[$(stty -g)]"'
    argv = ["/bin/sh", "-c", command, "sh", *intervisie("step")]
    lines = Regels(terminal(argv=argv, env=AAN))
    lines.answer("Hebben jullie kennisgemaakt?", ".stop")
    lines.window.exit_code()
    before, after = re.findall(r"\[([0-9a-f:]+)\]", lines.all)
    assert before == after


@pytest.mark.usefixtures("kort")
def test_arrows_are_taken_out_and_said(regels: Open):
    lines = regels("step")
    lines.answer("Hebben jullie kennisgemaakt?", "n")
    lines.answer(THEMA, "Rsut\x1b[D\x1b[D")
    lines.hears("Pijltjes en zulke toetsen doen hier niets", "[Enter = Rsut;")
    lines.say("Rust")
    lines.asks("Wie begeleidt")
    assert lines.is_plain()


def test_a_paste_of_more_lines_is_one_answer(prepare: Prepare, regels: Open):
    prepare("kort", 1)
    lines = regels("step")
    lines.asks("Mirthe · Wat is je hulpvraag?")
    lines.say("Hoe begin\rik op tijd?")
    lines.asks("Mirthe · Wat moet de groep erover weten?")
    # An empty line within a paste ends nothing.
    lines.say("Een.\r\rTwee.")
    lines.say()
    lines.answer("Kim · vraag", ".terug")
    lines.hears("Een.", "Twee.")
    lines.say(".terug")
    lines.hears("[Enter = Hoe begin ik op tijd?")


@pytest.mark.usefixtures("kort")
def test_an_editor_is_opened_by_its_word(tmp_path: Path, regels: Open):
    editor = script(tmp_path, "ed", 'sleep 1.1; printf "Uit de editor" > "$1"')
    lines = regels("step", env=AAN | {"EDITOR": editor})
    lines.answer("Hebben jullie kennisgemaakt?", "n")
    lines.answer(THEMA, ".editor")
    lines.hears("[Enter = Uit de editor")
    lines.asks(THEMA)
    lines.say()
    lines.asks("Wie begeleidt")
    assert lines.is_plain()


def test_a_limit_that_was_passed_is_told_before_the_next_question(
    kort: Path, regels: Open
):
    held_today(kort)
    lines = regels("step", env=AAN | {"INTERVISIE_NU": None})
    lines.answer("Hebben jullie kennisgemaakt?", "n")
    lines.answer(THEMA, ".stop")
    lines.window.exit_code()
    assert "Tijd:" not in lines.all
    [draft] = kort.glob(".git/intervisie/drafts/*.json")
    begun = r'"begonnen": "[^"]+"'
    early = (datetime.now().astimezone() - timedelta(minutes=20)).isoformat()
    draft.write_text(re.sub(begun, f'"begonnen": "{early}"', draft.read_text()))
    lines = regels("step", env=AAN | {"INTERVISIE_NU": None})
    lines.hears("Tijd:", "over de tijd.")
    lines.answer(THEMA, "Rust")
    lines.asks("Wie begeleidt")
    assert lines.all.count("over de tijd.") == 1


# ---- other commands


def test_a_group_and_a_sessie_are_made_in_plain_lines(tmp_path: Path, regels: Open):
    lines = regels("init", "groep", cwd=tmp_path)
    lines.answer("Hoe heet je groep?", "Studiegroep")
    lines.answer("Wie zitten er in je groep?", "mirthe, kim, tim")
    assert lines.window.exit_code() == 0
    assert lines.is_plain()
    lines = regels("new", cwd=tmp_path / "groep")
    lines.asks("zo klaarzetten?")
    number = re.findall(r"(\d+)\. Deelnemers", lines.new)
    lines.say(*number)
    lines.asks("Wie doen er mee?")
    lines.hears("Typ nummers, zoals: 1, 3. Enter = Mirthe, Kim, Tim")
    lines.say("1")
    lines.hears("Kies er minstens twee.")
    lines.say("1, kim")
    lines.answer("zo klaarzetten?")
    assert lines.window.exit_code() == 0
    assert lines.is_plain()
    must(tmp_path / "groep", "status")
    [sessie] = (tmp_path / "groep").glob("sessies/*/*/sessie.yaml")
    assert "deelnemers:\n  - mirthe\n  - kim\nnotulist" in sessie.read_text()


@pytest.mark.parametrize(
    "argv", [("status",), ("log",), ("show",), ("actie",), ("overzicht", "--lang")]
)
def test_what_is_shown_has_no_code_in_it_and_needs_no_pager(
    prepare: Prepare, regels: Open, argv: tuple[str, ...]
):
    prepare("lang", 5)
    lines = regels(*argv, env=AAN | {"PAGER": "false"}, rows=5)
    assert lines.window.exit_code() == 0
    assert lines.all.strip()
    assert lines.is_plain()


def test_status_volg_adds_a_line_for_what_changed_alone(kort: Path, regels: Open):
    lines = regels("status", "--volg", env=AAN | {"INTERVISIE_NU": None}, rows=10)
    lines.hears("Acclimatisering", "Ctrl-C = stoppen")
    window = lines.window
    said = len(window.raw)
    must(kort, *lab.STEP, stdin="stap: acclimatisering\n")
    window.until(lambda: len(window.raw) > said, "news")
    window.until(lambda: "Hulpvraag definiëren" in lines.all, "the step")
    window.read(1.5)
    later = window.raw[said:].decode()
    assert "Ctrl-C = stoppen" not in later
    assert lines.is_plain()
    lines.window.keys(CTRL_C)
    assert window.exit_code() == 0


@pytest.mark.usefixtures("kort")
def test_the_shared_screen_in_a_terminal_is_lines_too(regels: Open):
    lines = regels("scherm", "--terminal", env=AAN | {"INTERVISIE_NU": None})
    lines.hears("Korte variant", "Straks: Hulpvraag definiëren (ronde 1)")
    said = lines.new
    lines.window.read(2.5)
    assert lines.new == said
    lines.window.keys(CTRL_C)
    assert lines.window.exit_code() == 0
    assert lines.is_plain()


@pytest.mark.slow
def test_who_takes_part_at_home_hears_a_line_when_something_changed(
    prepare: Prepare, tmp_path: Path, terminal: Open
):
    evening = share(prepare("kort", 2), tmp_path, terminal)
    mirthe, kim, tim = [
        Regels(terminal(*argv, cwd=folder, env=AAN))
        for folder, argv in (
            (evening.mirthe, ("mee", "--als", "mirthe")),
            (evening.kim, ("mee",)),
            (evening.tim, ("step",)),
        )
    ]
    kim.answer("Kim · advies", "Zet een wekker")
    kim.answer("Kim · nog een advies")
    # It asked Kim here, until her own laptop was there.
    tim.answer("Tim · advies", "Ga vroeg naar bed")
    tim.answer("Tim · nog een advies")
    mirthe.asks(TOEPASBAAR)
    mirthe.hears("Alle adviezen zijn er.", "Kim: Zet een wekker", "Tim: Ga vroeg")
    tim.hears("wachten op Mirthe · Enter = meer")
    # It waits for a while, and says nothing as long as nothing changes.
    said = tim.new
    tim.window.read(2)
    assert tim.new == said
    mirthe.answer(TOEPASBAAR, "ja doe ik")
    mirthe.answer(TOEPASBAAR, "deels")
    tim.answer("Actie 1", "mirthe: Ik zet elke dag om 9 uur de wekker")
    tim.answer("Actie 2")
    mirthe.answer(PLAN, "j")
    mirthe.answer(f"Mirthe · {HAALBAAR}", "j")
    kim.answer(f"Kim · {HAALBAAR}", "j")
    tim.answer(f"Tim · {HAALBAAR}", "j")
    tim.answer(NOG_IEMAND, ".stop")
    for lines in (mirthe, kim):
        lines.stop()
    assert all(lines.is_plain() for lines in (mirthe, kim, tim))


@pytest.mark.slow
def test_what_comes_in_is_told_and_tears_no_word(
    prepare: Prepare, tmp_path: Path, terminal: Open
):
    evening: Evening = share(prepare("kort", 2), tmp_path, terminal)
    lines = Regels(terminal("step", cwd=evening.tim, env=AAN))
    lines.asks("Kim · advies")
    lines.window.keys("Zet een wek")
    must(evening.kim, "sync")
    kim = "adviezen:\n- {lid: kim, advies: Ga naar bed.}\n"
    must(evening.kim, "step", "--als", "kim", "--antwoorden", "-", stdin=kim)
    lines.hears("Er kwam iets binnen dat deze vraag verandert.", "> Zet een wek")
    lines.window.keys("ker", ENTER)
    lines.asks("Tim · advies")
    lines.stop()
    assert lines.is_plain()


@pytest.mark.usefixtures("kort")
def test_enter_does_what_is_proposed_now(regels: Open):
    lines = regels()
    lines.asks("Wat nu?")
    lines.hears("Enter = 1, Beginnen met Acclimatisering")
    lines.say()
    lines.answer("Hebben jullie kennisgemaakt?", ".stop")
    assert lines.window.exit_code() == 130
    assert lines.is_plain()


# ---- how it is turned on


@pytest.mark.usefixtures("kort")
def test_a_terminal_that_can_do_no_more_gets_plain_lines_by_itself(terminal: Open):
    lines = Regels(terminal("step", env={"TERM": "dumb"}))
    lines.answer("Hebben jullie kennisgemaakt?", "j")
    lines.answer(THEMA, ".stop")
    assert lines.window.exit_code() == 130
    assert lines.is_plain()


def test_a_person_turns_it_on_for_always_and_for_once_not(
    tmp_path: Path, prepare: Prepare, terminal: Open
):
    # It is of no group, so there need not be one.
    must(tmp_path, "instellingen", "--toegankelijk", "ja")
    kort = prepare("kort")
    lines = Regels(terminal("step"))
    lines.answer("Hebben jullie kennisgemaakt? (j of n, Enter = nee)", ".stop")
    lines.window.exit_code()
    assert lines.is_plain()
    window = terminal("step", env={"ACCESSIBLE": "0"})
    window.asks("Hebben jullie kennisgemaakt?")
    window.keys(CTRL_C)
    window.exit_code()
    assert (
        "toegankelijk, voor jou op deze computer: ja" in must(kort, "instellingen").out
    )
    assert git(kort, "status", "--porcelain") == ""
    must(kort, "instellingen", "--toegankelijk", "nee")
    window = terminal("step")
    window.asks("Hebben jullie kennisgemaakt?")


def test_a_word_that_is_no_choice_is_refused(run: Run):
    outcome = run("instellingen", "--toegankelijk", "misschien")
    assert outcome.code == 2
    assert "Kies uit: ja, nee" in outcome.err
    assert run("instellingen", "--toegankelijk", "ja", "--json").code == 2
