"""The coach at a real terminal: what the bar says, what is asked,
what is kept when somebody stops half-way.
"""

from pathlib import Path

from tests.conftest import git
from tests.prepared import Open, Prepare
from tests.terminal.terminal import CTRL_C, CTRL_U, ENTER, NOG_IEMAND, Terminal

RONDE = "sessies/2026/2026-11-23-kort/ronde-1-mirthe"
HULPVRAAG = f"{RONDE}/2-hulpvraag-definieren.md"
ADVISERING = f"{RONDE}/3-advisering.md"


def to_the_plan(window: Terminal) -> None:
    """Answer what comes before the actieplan."""
    window.play("""
        Kim · advies | Zet de televisie uit.
        Tim · advies | Ga wandelen.
        Kim · nog een advies | -
        Mirthe · Kun je hier iets mee? | j
        Mirthe · Kun je hier iets mee? | j
    """)


def bar_says(window: Terminal, *texts: str) -> None:
    window.until(
        lambda: all(text in window.bar for text in texts), f"{texts!r} in the bar"
    )


def test_an_actie_grows_smart_while_it_is_typed_and_asked(
    kort: Path, terminal: Open, prepare: Prepare
):
    prepare("kort", 2)
    window = terminal("step")
    to_the_plan(window)
    window.asks("Actie 1")
    window.keys("beter plannen")
    bar_says(window, "S✗ M✗ A? R? T✗")
    window.keys(ENTER)
    window.asks("Wat ziet een ander je dan doen?")
    window.keys("ik maak een weekplanning")
    bar_says(window, "S✓ M✓", "T✗")
    window.keys(ENTER)
    window.asks("Wanneer doe je dit, of kijk je terug?")
    window.keys("volgende week vrijdag")
    bar_says(window, "vr 4 december")
    window.keys(ENTER)
    window.wait(
        "Zo staat alles erin:", "Ik maak een weekplanning, volgende week vrijdag"
    )
    window.play("""
        Wat wil je? | Neem dit over
        Actie 2 | -
        Mirthe · Sta je achter dit plan? | j
        Twijfelt iemand of dit plan haalbaar is? | a
    """)
    window.asks(NOG_IEMAND)
    advisering = (kort / ADVISERING).read_text(encoding="utf-8")
    assert "actie: Ik maak een weekplanning, volgende week vrijdag\n" in advisering
    assert "tot: 2026-12-04\n" in advisering
    assert "stil:" not in advisering
    assert git(kort, "status", "--porcelain") == ""


def test_who_stops_in_the_middle_of_the_coach_goes_on_there(
    kort: Path, terminal: Open, prepare: Prepare
):
    prepare("kort", 2)
    window = terminal("step")
    to_the_plan(window)
    window.answer("Actie 1", "minder scrollen")
    window.answer("Waaraan zie je dat het gelukt is?", "hooguit 30 minuten per dag")
    window.asks("Wanneer doe je dit, of kijk je terug?")
    window.keys("tot half dec", CTRL_C)
    assert window.exit_code() == 130
    again = terminal("step")
    again.wait("minder scrollen")
    again.asks("Wanneer doe je dit, of kijk je terug?", "tot half dec")
    again.keys("ember", ENTER)
    again.agree("Wat wil je?")
    again.asks("Actie 2")
    # What the coach asked was said along with the actie: going back passes over it.
    again.back()
    again.asks("Actie 1", "minder scrollen")
    again.keys(CTRL_U, "Ik scroll tot half december hooguit 30 minuten per dag", ENTER)
    again.asks("Actie 2")
    assert not (kort / ADVISERING).read_text(encoding="utf-8").count("scroll")
    again.play("""
        Actie 2 | -
        Mirthe · Sta je achter dit plan? | j
        Twijfelt iemand of dit plan haalbaar is? | n
    """)
    again.asks(NOG_IEMAND)
    raw = (kort / ADVISERING).read_text(encoding="utf-8")
    assert "actie: Ik scroll tot half december hooguit 30 minuten per dag\n" in raw
    # It was said of the other sentence; this one says it itself.
    assert "meetbaar:" not in raw
    assert "tot: 2026-12-15\n" in raw


def test_a_leading_question_may_stay_and_is_kept_with_the_choice(
    kort: Path, terminal: Open, prepare: Prepare
):
    prepare("kort", 1)
    window = terminal("step")
    to_a_leading_question(window)
    window.play("""
        Wat wil je? | Mijn vraag blijft, met opzet
        Mirthe · Wat is je antwoord? | Ja.
        Tim · vraag | -
        Mirthe · Hoe luidt je hulpvraag nu?
    """)
    window.asks("Kim · advies")
    raw = (kort / HULPVRAAG).read_text(encoding="utf-8")
    assert "vraag: Vind je niet dat je eerder moet beginnen?\n" in raw
    assert "regel: vraag-suggestief-antwoord\n" in raw
    assert "reden: bewust zo gelaten bij het opschrijven\n" in raw


def test_enter_at_the_choice_keeps_ones_own_words_and_silences_nothing(
    kort: Path, terminal: Open, prepare: Prepare
):
    prepare("kort", 1)
    window = terminal("step")
    to_a_leading_question(window)
    assert window.pointed == "› 1) Mijn vraag blijft"
    window.play("""
        Wat wil je?
        Mirthe · Wat is je antwoord? | Ja.
        Tim · vraag | -
        Mirthe · Hoe luidt je hulpvraag nu?
    """)
    window.asks("Kim · advies")
    raw = (kort / HULPVRAAG).read_text(encoding="utf-8")
    assert "vraag: Vind je niet dat je eerder moet beginnen?\n" in raw
    assert "stil:" not in raw


def test_a_letter_may_be_left_out_on_purpose_and_that_is_kept(
    kort: Path, terminal: Open, prepare: Prepare
):
    prepare("kort", 2)
    window = terminal("step")
    to_the_plan(window)
    window.play("""
        Actie 1 | minder scrollen
        Waaraan zie je dat het gelukt is? | Zo laten.
        Wanneer doe je dit, of kijk je terug? | -
        Actie 2 | -
        Mirthe · Sta je achter dit plan? | j
        Twijfelt iemand of dit plan haalbaar is? | a
    """)
    window.asks(NOG_IEMAND)
    raw = (kort / ADVISERING).read_text(encoding="utf-8")
    assert "reden: bewust zo gelaten bij het opschrijven\n" in raw
    assert "meetbaar:" not in raw


def to_a_leading_question(window: Terminal) -> None:
    """Type a question that puts words in a mouth, up to the choice that the coach offers."""
    window.answer("Mirthe · Wat is je hulpvraag?", "Hoe kom ik op gang?")
    window.answer("Mirthe · Wat moet de groep erover weten?", "")
    window.asks("Kim · vraag")
    window.keys("Vind je niet dat je eerder moet beginnen?")
    bar_says(window, "suggestief✗")
    window.keys(ENTER)
    window.wait(
        "Deze vraag legt het antwoord al in de mond.",
        "Wat zou je helpen om eerder te beginnen?",
    )
    window.asks("Wat wil je?")
