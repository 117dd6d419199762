"""A lange sessie of one ronde at a real terminal."""

from pathlib import Path

import pytest

from tests.conftest import Run, git
from tests.prepared import Open, Prepare
from tests.terminal.terminal import CTRL_A, CTRL_U, ENTER, NOG_IEMAND, WEER, Terminal

pytestmark = pytest.mark.usefixtures("lang")

RONDE = "sessies/2026/2026-11-23-lang/ronde-1-mirthe"


def test_a_whole_lange_sessie_of_one_ronde_is_typed_by_hand(lang: Path, terminal: Open):
    window = terminal("step")
    window.play("""
        Hebben jullie kennisgemaakt? | Ja
        Wat is het thema van deze sessie? | Structuur
        Wie begeleidt, en wie notuleert? | -
        Mirthe · Wat is je hulpvraag? | Hoe kan ik mezelf weer motiveren?
        Mirthe · Wat moet de groep erover weten? | -
    """)
    window.wait("Hulpvraag  Hoe kan ik mezelf weer motiveren?")
    window.play("""
        Kim · vraag 1 van 2 | Wat houdt je tegen?
        Kim · vraag 2 van 2 | Hoe is dat gekomen?
        Tim · vraag 1 van 2 | Hoe ziet een avond eruit?
        Tim · vraag 2 van 2 | Wat gaf je energie?
        Mirthe · In welke volgorde? Typ de nummers | 3 2
        Mirthe · Wat is je antwoord? | televisie
        Mirthe · Wat is je antwoord? | onregelmatig
        Mirthe · Wat is je antwoord? | het bos
        Mirthe · Wat is je antwoord? | samen werken
        Mirthe · Welke vragen deden recht aan je hulpvraag? | 1 deels, 4
    """)
    window.asks("Kim · definitie")
    change_an_answer_that_was_just_recorded(window)
    window.play("""
        Kim · definitie | Geen structuur
        Tim · definitie | Geen vaste momenten
        Kim · nog een definitie | -
    """)
    window.change(
        "Mirthe · Hoe luidt je hulpvraag nu?",
        "Hoe kan ik mezelf weer motiveren?",
        "Hoe geef ik mezelf structuur?",
    )
    window.wait("Hoe geef ik mezelf structuur?")
    window.answer("Is de nieuwe hulpvraag voor iedereen duidelijk?", "kim")
    window.asks("Mirthe · Hoe luidt je hulpvraag nu?", "Hoe geef ik mezelf structuur?")
    window.keys(CTRL_U, "Hoe geef ik mijn dag structuur?", ENTER)
    window.answer("Is de nieuwe hulpvraag voor iedereen duidelijk?", "a")
    window.wait("Hulpvraag  Hoe geef ik mijn dag structuur?")
    window.play("""
        Kim · advies | Sta vroeg op
        Tim · advies | Televisie uit
        Kim · nog een advies | Plan samen
        Tim · nog een advies | -
        Mirthe · Kun je hier iets mee? | j Doe ik
        Mirthe · Kun je hier iets mee? | deels, graag
        Mirthe · Kun je hier iets mee? | nee: liever niet
        Actie 1 | Ik sta t/m 7 december elke dag om 9 uur op
        Actie 2 | kim: Samen plannen
        Wat ziet een ander je dan doen? | We oefenen samen
        Waaraan zie je dat het gelukt is? | Na 20 opgaven
        Wanneer doe je dit, of kijk je terug? | uiterlijk 1 december
        Wat wil je? | Neem dit over
        Actie 3 | -
        Mirthe · Sta je achter dit plan? | 2
        Maak dit kleiner of haalbaarder
        Twijfelt iemand of dit plan haalbaar is? | tim 1
    """)
    window.agree("Maak dit kleiner of haalbaarder")
    window.asks("Mirthe · ervaring")
    window.skip_step()
    window.answer(NOG_IEMAND, "n")
    window.answer("Activiteit 1", "Borrel")
    window.answer("Activiteit 2", "")
    window.answer(WEER, "")
    assert window.exit_code() == 0
    window.wait("De sessie is klaar.")

    assert len(git(lang, "log", "--format=%s").splitlines()) == 2 + 7 + 1
    assert git(lang, "status", "--porcelain") == ""
    assert _values(lang, "3-probleemverkenning.md", "vraag") == [
        "Hoe ziet een avond eruit?",
        "Hoe is dat gekomen?",
        "Wat houdt je tegen?",
        "Wat gaf je energie?",
    ]
    assert _values(lang, "3-probleemverkenning.md", "antwoord") == [
        "elke avond televisie",
        "onregelmatig",
        "het bos",
        "samen werken",
    ]
    assert _values(lang, "3-probleemverkenning.md", "past") == [
        "deels",
        "ja",
        "ja",
        "nee",
    ]
    assert _values(lang, "4-probleemdefinitie.md", "herformulering") == [
        "Hoe geef ik mijn dag structuur?"
    ]
    assert _values(lang, "5-advisering.md", "advies") == [
        "Sta vroeg op",
        "Plan samen",
        "Televisie uit",
    ]
    assert _values(lang, "5-advisering.md", "reactie") == [
        "Doe ik",
        "graag",
        "liever niet",
    ]
    assert _values(lang, "5-advisering.md", "toepasbaar") == ["ja", "deels", "nee"]
    assert _values(lang, "5-advisering.md", "wie") == ["kim"]
    assert _values(lang, "5-advisering.md", "tot") == [
        "2026-12-07",
        "2026-12-01",
    ]
    assert _values(lang, "5-advisering.md", "akkoord") == [
        *("true", "true", "true", "false"),
        *("false", "true", "true", "true"),
    ]


def change_an_answer_that_was_just_recorded(window: Terminal) -> None:
    """Go back over the border of the step, and change one of many answers in the review."""
    window.back()
    window.answer("Klopt het zo?", "Eerst iets veranderen")
    window.answer("Wat wil je veranderen?", "Wat is je antwoord? televisie")
    window.asks("Mirthe · Wat is je antwoord?", "televisie")
    window.keys(CTRL_A, "elke avond ", ENTER)
    window.answer("Klopt het zo?", "Vastleggen")


def to_the_order(window: Terminal) -> None:
    """Ask the four questions that are owed."""
    window.play("""
        Kim · vraag 1 van 2 | Hoe een?
        Kim · vraag 2 van 2 | Hoe twee?
        Tim · vraag 1 van 2 | Hoe drie?
        Tim · vraag 2 van 2 | Hoe vier?
    """)
    window.asks("Mirthe · In welke volgorde? Typ de nummers")


def test_no_one_is_asked_for_advice_on_their_own_hulpvraag(
    terminal: Open, prepare: Prepare
):
    prepare("lang", 2)
    window = terminal("step")
    to_the_order(window)
    assert "Mirthe · vraag" not in window.all_text


def test_a_member_to_whom_it_is_not_clear_opens_the_herformulering_again(
    terminal: Open, prepare: Prepare
):
    prepare("lang", 3)
    window = terminal("step")
    window.play("""
        Kim · definitie | a
        Tim · definitie | b
        Kim · nog een definitie | -
    """)
    for _ in range(2):
        window.agree(
            "Mirthe · Hoe luidt je hulpvraag nu?", "Hoe kan ik mezelf weer motiveren?"
        )
        window.answer("Is de nieuwe hulpvraag voor iedereen duidelijk?", "kim")
    window.agree(
        "Mirthe · Hoe luidt je hulpvraag nu?", "Hoe kan ik mezelf weer motiveren?"
    )
    window.answer("Is de nieuwe hulpvraag voor iedereen duidelijk?", "a")
    window.asks("Kim · advies")


def test_numbers_put_the_questions_in_order_and_the_rest_follows(
    lang: Path, terminal: Open, prepare: Prepare
):
    prepare("lang", 2)
    window = terminal("step")
    to_the_order(window)
    for wrong in ("5", "2 2", "eerst 3"):
        window.keys(CTRL_U, wrong, ENTER)
        window.wait("Typ de nummers op volgorde, van 1 tot 4; leeg laat ze zo.")
    window.keys(CTRL_U, "4 2", ENTER)
    for text in ("vier", "twee", "een", "drie"):
        window.wait(f"Hoe {text}?")
        window.answer("Mirthe · Wat is je antwoord?", f"Antwoord op {text}")
    window.answer("Mirthe · Welke vragen deden recht aan je hulpvraag?", "a")
    window.asks("Kim · definitie")
    assert _values(lang, "3-probleemverkenning.md", "antwoord") == [
        f"Antwoord op {text}" for text in ("vier", "twee", "een", "drie")
    ]


def test_enter_leaves_the_order_as_it_is(lang: Path, terminal: Open, prepare: Prepare):
    prepare("lang", 2)
    window = terminal("step")
    to_the_order(window)
    window.keys(ENTER)
    for _ in range(4):
        window.answer("Mirthe · Wat is je antwoord?", "")
    window.answer("Mirthe · Welke vragen deden recht aan je hulpvraag?", "a")
    window.asks("Kim · definitie")
    assert _values(lang, "3-probleemverkenning.md", "vraag") == [
        f"Hoe {text}?" for text in ("een", "twee", "drie", "vier")
    ]


def test_going_back_to_the_order_keeps_what_was_typed(terminal: Open, prepare: Prepare):
    prepare("lang", 2)
    window = terminal("step")
    to_the_order(window)
    window.keys("4", ENTER)
    window.asks("Mirthe · Wat is je antwoord?")
    window.back()
    window.agree("Mirthe · In welke volgorde? Typ de nummers", "4 1 2 3")
    window.asks("Mirthe · Wat is je antwoord?")
    behind = window.text.rpartition("In welke volgorde?")[2]
    assert behind.splitlines()[1].strip() == "Tim: Hoe vier?"


def test_the_review_says_which_question_an_answer_belongs_to(
    terminal: Open, prepare: Prepare
):
    prepare("lang", 3)
    window = terminal("step", "probleemverkenning", "--opnieuw", rows=70)
    window.asks("Klopt het zo?")
    review = window.text.partition("Nakijken")[2].replace("\n", " ")
    gesteld = ("Hoe is dat zo gekomen?", "Wat gaf je vroeger", "Wat is het precies")
    for text, answer in (
        ("Hoe is dat zo gekomen?", "Mijn dagen zijn"),
        ("Wat gaf je vroeger", "Samen met medestudenten"),
    ):
        until = review.index(answer)
        assert (
            max(gesteld, key=lambda vraag, until=until: review.rfind(vraag, 0, until))
            == text
        )


def test_a_review_of_more_answers_than_there_are_keys_can_be_changed(
    tmp_path: Path, terminal: Open, run: Run
):
    group, leden = tmp_path / "groot", "anna,bo,cas,daan,eva,fay,gijs,hugo"
    assert (
        run("init", str(group), "--naam", "Groot", "--leden", leden, cwd=tmp_path).code
        == 0
    )
    assert (
        run(
            "new", "--lang", "--deelnemers", leden, "--inbrengers", "anna", cwd=group
        ).code
        == 0
    )
    vragen = "".join(
        f"- lid: {lid}\n  vraag: Hoe {nummer}?\n  antwoord: zo\n  past: ja\n"
        for lid in leden.split(",")[1:]
        for nummer in (1, 2)
    )
    steps = f"""\
stap: acclimatisering
---
stap: vraagintroductie
hulpvraag: Hoe dan?
---
vragen:
{vragen}"""
    done = run("step", "--antwoorden", "-", stdin=steps, cwd=group)
    assert done.code == 0, done.err
    window = terminal("step", "probleemverkenning", "--opnieuw", cwd=group)
    window.answer("Klopt het zo?", "Eerst iets veranderen")
    window.answer("Wat wil je veranderen?", "Cas · vraag 1 van 2 Hoe 1?")
    window.asks("Cas · vraag 1 van 2", "Hoe 1?")


def _values(group: Path, file: str, key: str) -> list[str]:
    """What stands behind *key* in a step's file, in order."""
    lines = (group / RONDE / file).read_text(encoding="utf-8").splitlines()
    begin = f"{key}: "
    return [
        line.lstrip(" -").removeprefix(begin).strip("'\"")
        for line in lines
        if line.lstrip(" -").startswith(begin)
    ]
