"""The coach at a real terminal: what the bar says, what is asked,
what is kept when somebody stops half-way.
"""

from pathlib import Path

from tests.conftest import git
from tests.prepared import Open, Prepare
from tests.terminal.terminal import CTRL_C, CTRL_U, ENTER, Terminal

SESSIE = "sessies/2026/2026-11-23-kort"


def to_the_plan(window: Terminal) -> None:
    """Answer what comes before the actieplan."""
    window.play("""
        Kim · Wat is je advies? | Zet de televisie uit.
        Kim · Nog een advies toevoegen? | Nee
        Tim · Wat is je advies? | Ga wandelen.
        Tim · Nog een advies toevoegen? | Nee
        Mirthe · Is dit advies voor jou toepasbaar? | Ja
        Mirthe · Hoe reageer je op dit advies? | -
        Mirthe · Is dit advies voor jou toepasbaar? | Ja
        Mirthe · Hoe reageer je op dit advies? | -
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
    window.asks("Wat ga je doen?")
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
        Wie doet dit? | Mirthe
        Nog een actie toevoegen? | Nee
        Mirthe · Sta je achter deze actie? | Ja
        Mirthe · Denk je dat deze actie haalbaar is? | Ja
        Kim · Denk je dat deze actie haalbaar is? | Ja
        Tim · Denk je dat deze actie haalbaar is? | Ja
        Wil je nog iets kwijt in de notulen? | -
        Klopt het zo? | Vastleggen
        Door met Evaluatie | Nee
    """)
    assert window.exit_code() == 0
    advisering = (kort / SESSIE / "ronde-1-mirthe/3-advisering.md").read_text(
        encoding="utf-8"
    )
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
    window.answer("Wat ga je doen?", "minder scrollen")
    window.answer("Waaraan zie je dat het gelukt is?", "hooguit 30 minuten per dag")
    window.asks("Wanneer doe je dit, of kijk je terug?")
    window.keys("tot half dec", CTRL_C)
    assert window.exit_code() == 130
    again = terminal("step")
    again.wait("minder scrollen")
    again.asks("Wanneer doe je dit, of kijk je terug?", "tot half dec")
    again.keys("ember", ENTER)
    again.answer("Wat wil je?", "Laat mijn zin staan")
    again.back()
    again.asks("Wat ga je doen?", "minder scrollen")
    again.keys(CTRL_U, "Ik scroll tot half december hooguit 30 minuten per dag", ENTER)
    again.asks("Wie doet dit?")
    assert (
        not (kort / SESSIE / "ronde-1-mirthe/3-advisering.md")
        .read_text(encoding="utf-8")
        .count("scroll")
    )


def test_a_leading_question_may_stay_and_is_kept_with_the_choice(
    kort: Path, terminal: Open, prepare: Prepare
):
    prepare("kort", 1)
    window = terminal("step")
    window.answer("Mirthe · Wat is je hulpvraag?", "Hoe kom ik op gang?")
    window.answer("Mirthe · Wat moet de groep erover weten?", "-")
    window.answer("Kim · Een vraag toevoegen?", "Ja")
    window.asks("Kim · Wat is je vraag?")
    window.keys("Vind je niet dat je eerder moet beginnen?")
    bar_says(window, "suggestief✗")
    window.keys(ENTER)
    window.wait(
        "Deze vraag legt het antwoord al in de mond.",
        "Wat zou je helpen om eerder te beginnen?",
    )
    window.play("""
        Wat wil je? | Laat mijn vraag staan
        Kim · Nog een vraag toevoegen? | Nee
        Tim · Een vraag toevoegen? | Nee
        Mirthe · Wat is je antwoord? | Ja.
        Mirthe · Hoe luidt je hulpvraag nu?
        Wil je nog iets kwijt in de notulen? | -
        Klopt het zo? | Vastleggen
        Door met Advisering | Nee
    """)
    assert window.exit_code() == 0
    raw = (kort / SESSIE / "ronde-1-mirthe/2-hulpvraag-definieren.md").read_text(
        encoding="utf-8"
    )
    assert "vraag: Vind je niet dat je eerder moet beginnen?\n" in raw
    assert "regel: vraag-suggestief-antwoord\n" in raw
    assert "reden: bewust zo gelaten bij het opschrijven\n" in raw
