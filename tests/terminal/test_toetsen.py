"""The keys beside the questions, at a real terminal: the card, a note, and the menu."""

import re
import time
from pathlib import Path

import pytest

from tests.conftest import git
from tests.prepared import Open, Prepare
from tests.terminal.terminal import (
    CTRL_C,
    CTRL_K,
    CTRL_N,
    CTRL_T,
    CTRL_X,
    ENTER,
    NOG_IEMAND,
    NOTITIE,
    ROLLEN,
    THEMA,
    WEER,
    Terminal,
)

LIVE = {"INTERVISIE_NU": None}
SESSIE = "sessies/2026/2026-11-23-kort"


def read(group: Path, file: str) -> str:
    return (group / SESSIE / file).read_text(encoding="utf-8")


def left(window: Terminal) -> int:
    """Seconds left of the step, from the bar."""
    match = re.search(r"nog (\d+):(\d\d)", window.bar)
    assert match, window.bar
    return int(match[1]) * 60 + int(match[2])


def at_the_theme(terminal: Open, typed: str = "", **options: object) -> Terminal:
    """Open the first step, at its theme, with *typed* there."""
    window: Terminal = terminal("step", **options)
    window.answer("Hebben jullie kennisgemaakt?", "Nee")
    window.asks(THEMA)
    window.keys(typed)
    window.asks(THEMA, typed)
    return window


def test_the_card_comes_again_and_what_was_typed_is_still_there(
    kort: Path, terminal: Open
):
    window = at_the_theme(terminal, "Half getypt")
    before = window.all_text.count("Doel       Iedereen kan even wennen")
    window.press(CTRL_K)
    window.asks(THEMA, "Half getypt")
    assert window.all_text.count("Doel       Iedereen kan even wennen") == before + 1
    window.keys(" en af", ENTER)
    window.answer(ROLLEN, "")
    window.asks("Mirthe · Wat is je hulpvraag?")
    assert "thema: Half getypt en af" in read(kort, "1-acclimatisering.md")


def test_what_a_list_is_about_stands_below_the_card_again(
    terminal: Open, prepare: Prepare
):
    prepare("kort", 2)
    window = terminal("step")
    window.asks("Kim · advies")
    window.press(CTRL_K)
    window.asks("Kim · advies")
    behind = window.all_text.rpartition("Doel  ")[2]
    assert "Welk advies heb je voor de inbrenger?" in behind
    window.answer("Kim · advies", "Slaap")
    window.asks("Tim · advies")
    behind = window.all_text.rpartition("Kim · advies")[2]
    assert "Welk advies heb je voor de inbrenger?" not in behind


def test_a_note_lands_under_notulen_and_a_second_one_below_it(
    kort: Path, terminal: Open
):
    window = at_the_theme(terminal, "Rust")
    window.note("Tim begeleidt")
    window.asks(THEMA, "Rust")
    window.note("Kim komt later")
    window.asks(THEMA, "Rust")
    window.note("")
    window.asks(THEMA, "Rust")
    window.keys(ENTER)
    window.answer(ROLLEN, "")
    window.asks("Mirthe · Wat is je hulpvraag?")
    text = read(kort, "1-acclimatisering.md")
    assert text.endswith("## Notulen\n\n- Tim begeleidt\n- Kim komt later\n")


def test_a_note_can_be_left_with_ctrl_t_and_stopping_there_loses_nothing(
    terminal: Open, kort: Path
):
    window = at_the_theme(terminal, "Rust")
    window.press(CTRL_N)
    window.asks(NOTITIE)
    window.keys("Half een")
    window.asks(NOTITIE, "Half een")
    window.back()
    window.asks(THEMA, "Rust")
    window.press(CTRL_X)
    window.until(lambda: "Niets, terug" in window.question, "the menu")
    window.back()
    window.asks(THEMA, "Rust")
    window.press(CTRL_N)
    window.asks(NOTITIE, "Half een")
    window.keys(" notitie", CTRL_C)
    assert window.exit_code() == 130
    window.wait("Ga verder met: intervisie step")
    again = terminal("step")
    again.asks(THEMA, "Rust")
    again.press(CTRL_N)
    again.asks(NOTITIE, "Half een notitie")
    assert git(kort, "status", "--porcelain") == ""


def test_the_menu_names_all_that_can_happen_and_nothing_that_cannot(
    terminal: Open, prepare: Prepare
):
    prepare("kort", 2)
    window = terminal("step")
    window.asks("Kim · advies")
    window.press(CTRL_X)
    window.wait(
        "Niets, terug",
        "De kaart nog eens",
        "Een notitie",
        "Kim slaat over",
        "5 minuten erbij",
        "Pauze",
    )
    assert "Deze stap overslaan" not in window.text
    assert "opnemen?" not in window.text
    window.answer("Wat wil je doen?", "Niets, terug")
    window.asks("Kim · advies")


def test_a_member_who_passes_is_recorded_so_and_asked_nothing_more(
    kort: Path, terminal: Open, prepare: Prepare
):
    prepare("kort", 2)
    window = terminal("step")
    window.asks("Kim · advies")
    window.menu("Kim slaat over")
    window.play("""
        Tim · advies | Plan
        Tim · nog een advies | -
        Mirthe · Kun je hier iets mee? | j
        Actie 1 | Ik sta t/m 7 december elke dag om 9 uur op
        Actie 2 | -
        Mirthe · Sta je achter dit plan? | j
        Twijfelt iemand of dit plan haalbaar is? | a
    """)
    window.asks(NOG_IEMAND)
    assert "Kim · nog een advies" not in window.all_text
    text = read(kort, "ronde-1-mirthe/3-advisering.md")
    assert "slaat_over:\n  - kim\n" in text
    assert "lid: kim" not in text
    assert git(kort, "status", "--porcelain") == ""


def test_a_member_who_passed_can_join_in_again_with_what_was_half_typed(
    terminal: Open, prepare: Prepare
):
    prepare("kort", 2)
    window = terminal("step")
    window.asks("Kim · advies")
    window.keys("Begin kl")
    window.asks("Kim · advies", "Begin kl")
    window.menu("Kim slaat over")
    window.asks("Tim · advies")
    window.menu("Kim doet weer mee in deze stap")
    window.asks("Kim · advies", "Begin kl")
    window.press(CTRL_X)
    window.until(lambda: "Niets, terug" in window.question, "the menu")
    assert "weer mee" not in window.question


def test_half_a_text_of_who_passed_is_kept_when_the_step_is_recorded(
    kort: Path, terminal: Open, prepare: Prepare
):
    prepare("kort", 3)
    window = terminal("step")
    window.answer("Brengt nog iemand een hulpvraag in?", "n")
    window.asks("Mirthe · ervaring")
    window.keys("Ik vond het")
    window.asks("Mirthe · ervaring", "Ik vond het")
    window.menu("Mirthe slaat over")
    window.play("""
        Kim · ervaring | Goed
        Tim · ervaring | Goed
        Afspraak 1 | -
    """)
    window.asks("Activiteit 1")
    kept = (kort / ".git/intervisie/drafts").glob("*evaluatie*.opzij-*")
    assert "Ik vond het" in "".join(path.read_text() for path in kept)


def test_a_member_who_passes_is_so_after_ctrl_c_and_in_the_review_too(
    terminal: Open, prepare: Prepare
):
    prepare("kort", 3)
    window = terminal("step")
    window.answer(NOG_IEMAND, "")
    window.asks("Mirthe · ervaring")
    window.menu("Mirthe slaat over")
    window.asks("Kim · ervaring")
    window.keys(CTRL_C)
    window.exit_code()
    again = terminal("step")
    again.play("""
        Kim · ervaring | Goed
        Tim · ervaring | Goed
        Afspraak 1 | -
    """)
    again.asks("Activiteit 1")
    again.back()
    again.answer("Klopt het zo?", "Vastleggen")
    again.asks("Activiteit 1")


def test_only_who_is_asked_can_pass(terminal: Open, prepare: Prepare):
    prepare("kort", 2)
    window = terminal("step")
    window.answer("Kim · advies", "Slaap")
    window.answer("Tim · advies", "Plan")
    window.answer("Kim · nog een advies", "")
    # The advice is Kim's, and the question is to Mirthe.
    window.asks("Mirthe · Kun je hier iets mee?")
    window.press(CTRL_X)
    window.until(lambda: "Niets, terug" in window.question, "the menu")
    assert "slaat over" not in window.question


def test_what_a_member_gave_before_they_pass_stays(terminal: Open, prepare: Prepare):
    group = prepare("lang", 2)
    window = terminal("step")
    window.answer("Kim · vraag 1 van 2", "Hoe een?")
    window.asks("Kim · vraag 2 van 2")
    window.menu("Kim slaat over")
    window.play("""
        Tim · vraag 1 van 2 | Hoe twee?
        Tim · vraag 2 van 2 | Hoe drie?
        Mirthe · In welke volgorde? Typ de nummers | 2 1
        Mirthe · Wat is je antwoord? | Zo
        Mirthe · Wat is je antwoord? | Zo
        Mirthe · Wat is je antwoord? | Zo
        Mirthe · Welke vragen deden recht aan je hulpvraag? | a
    """)
    window.asks("Kim · definitie")
    path = next(group.glob("sessies/2026/*/ronde-1-mirthe/3-probleemverkenning.md"))
    text = path.read_text(encoding="utf-8")
    assert "slaat_over:\n  - kim\n" in text
    assert text.count("lid: kim") == 1
    assert text.count("lid: tim") == 2


def test_five_minutes_more_move_the_clock_and_stay(terminal: Open, prepare: Prepare):
    prepare("kort", 1)
    window = terminal("step")
    window.asks("Mirthe · Wat is je hulpvraag?")
    assert left(window) == 5 * 60
    window.menu("5 minuten erbij")
    window.asks("Mirthe · Wat is je hulpvraag?")
    assert left(window) == 10 * 60
    window.menu("5 minuten erbij")
    window.asks("Mirthe · Wat is je hulpvraag?")
    assert left(window) == 15 * 60
    window.keys(CTRL_C)
    window.exit_code()
    again = terminal("step")
    again.asks("Mirthe · Wat is je hulpvraag?")
    assert left(again) == 15 * 60


@pytest.mark.parametrize("einde", [ENTER, CTRL_T], ids=["Enter", "Ctrl-T"])
def test_the_clock_of_the_step_stands_still_in_a_pause(
    kort: Path, terminal: Open, prepare: Prepare, einde: str
):
    prepare("kort", 1)
    window = terminal("step", env=LIVE)
    window.asks("Mirthe · Wat is je hulpvraag?")
    window.press(CTRL_X)
    window.until(lambda: "Niets, terug" in window.question, "the menu")
    window.answer("Wat wil je doen?", "Pauze")
    window.asks("Pauze")
    draft = next((kort / ".git/intervisie/drafts").glob("*.json"))
    begonnen = re.search(r'"begonnen": "(.*)"', draft.read_text())
    end = time.monotonic() + 1.1
    window.until(lambda: time.monotonic() > end, "a second of pause")
    window.keys(einde)
    window.asks("Mirthe · Wat is je hulpvraag?")
    later = re.search(r'"begonnen": "(.*)"', draft.read_text())
    assert begonnen
    assert later
    assert later[1] > begonnen[1]


def test_half_a_name_comes_up_at_its_own_question_of_the_menu_only(
    terminal: Open, prepare: Prepare
):
    prepare("kort", 2)
    window = terminal("step", rows=40)
    window.asks("Kim · advies")
    wie, weg = "Wie is er, en wie doet wat?", "Wie gaat weg?"
    window.menu(wie)
    window.answer(wie, "Iemand gaat weg")
    window.asks(weg)
    window.keys("ti")
    window.asks(weg, "ti")
    window.back()
    window.menu("Iets overslaan of afronden")
    window.answer("Wat komt er niet?", "De sessie hier afronden")
    window.asks("Waarom?")
    window.back()
    window.menu(wie)
    window.answer(wie, "Iemand gaat weg")
    window.asks(weg, "ti")


def test_it_is_said_that_a_sessie_ends_without_a_reason_too(
    terminal: Open, prepare: Prepare
):
    prepare("kort", 2)
    window = terminal("step", rows=50)
    window.asks("Kim · advies")
    window.menu("Iets overslaan of afronden")
    window.answer("Wat komt er niet?", "De sessie hier afronden")
    window.wait("Waarom? (Enter = zonder reden)")
    window.keys(ENTER)
    window.asks(WEER)


def test_an_optional_step_is_passed_over_without_a_reason(
    kort: Path, terminal: Open, prepare: Prepare
):
    prepare("kort", 3)
    window = terminal("step")
    window.answer(NOG_IEMAND, "")
    window.asks("Mirthe · ervaring")
    window.skip_step()
    window.asks("Activiteit 1")
    text = read(kort, "4-evaluatie.md")
    assert "status: overgeslagen" in text
    assert "reden:" not in text
    assert "✓" in window.all_text


def test_an_optional_step_in_which_nothing_was_said_is_passed_over(
    kort: Path, terminal: Open, prepare: Prepare
):
    prepare("kort", 4)
    window = terminal("step")
    window.answer("Activiteit 1", "")
    window.answer(WEER, "")
    assert window.exit_code() == 0
    assert "status: overgeslagen" in read(kort, "5-eigen-invulling.md")


def test_what_was_answered_before_a_step_is_passed_over_is_kept(
    kort: Path, terminal: Open, prepare: Prepare
):
    prepare("kort", 3)
    window = terminal("step")
    window.answer(NOG_IEMAND, "")
    window.answer("Mirthe · ervaring", "Fijn gesprek")
    window.asks("Kim · ervaring")
    window.note("Tim moest weg")
    window.asks("Kim · ervaring")
    window.skip_step()
    window.asks("Activiteit 1")
    assert "Wat hier al was getypt en er niet in staat, is bewaard." in window.all_text
    text = read(kort, "4-evaluatie.md")
    assert "status: overgeslagen" in text
    assert text.endswith("- Tim moest weg\n")
    kept = (kort / ".git/intervisie/drafts").glob("*evaluatie*.opzij-*")
    assert "Fijn gesprek" in "".join(path.read_text() for path in kept)


def test_a_note_comes_below_what_was_written_in_the_file_by_hand(
    kort: Path, terminal: Open
):
    path = kort / SESSIE / "1-acclimatisering.md"
    begin = path.read_text().partition("## Notulen")[0]
    path.write_text(f"{begin}## Notulen\n\nMet de hand.\n")
    window = at_the_theme(terminal, "Rust")
    window.note("Tim begeleidt")
    window.asks(THEMA, "Rust")
    window.keys(ENTER)
    window.answer(ROLLEN, "")
    window.asks("Mirthe · Wat is je hulpvraag?")
    text = read(kort, "1-acclimatisering.md")
    assert text.endswith("## Notulen\n\nMet de hand.\n- Tim begeleidt\n")


def test_a_recording_is_asked_once_somebody_wants_it(kort: Path, terminal: Open):
    window = at_the_theme(terminal, "Rust")
    window.menu("Willen jullie deze sessie opnemen?")
    window.asks(THEMA, "Rust")
    window.keys(ENTER)
    window.answer(ROLLEN, "")
    window.answer("Willen jullie deze sessie opnemen?", "Nee")
    window.asks("Mirthe · Wat is je hulpvraag?")
    assert "opname: false" in read(kort, "1-acclimatisering.md")
