"""A whole long sessie over three laptops that share as they go: each answers at their own."""

from pathlib import Path
from typing import NamedTuple

import pytest

from tests.lab import must
from tests.prepared import Open, Prepare
from tests.terminal.drie import Evening, gives, line, share
from tests.terminal.terminal import CTRL_U, ENTER, NOG_IEMAND, Terminal

pytestmark = pytest.mark.slow

HAALBAAR = "Denk je dat dit haalbaar is?"
DUIDELIJK = "Is de nieuwe hulpvraag voor jou duidelijk?"

VOLGORDE = (
    "Wat doet Tim?",
    "Wat doet Kim?",
    "Hoe gaat Kim verder?",
    "Hoe gaat Tim verder?",
)


class Windows(NamedTuple):
    """A window on each laptop; Tim leads."""

    mirthe: Terminal
    kim: Terminal
    tim: Terminal

    @property
    def others(self) -> tuple[tuple[Terminal, str], ...]:
        return ((self.kim, "Kim"), (self.tim, "Tim"))

    @property
    def all(self) -> tuple[tuple[Terminal, str], ...]:
        return ((self.mirthe, "Mirthe"), *self.others)


def open_windows(evening: Evening) -> Windows:
    mirthe = evening.window("mirthe", "mee", "--als", "mirthe")
    mirthe.wait("Enter = meer")
    kim = evening.window("kim", "mee")
    kim.wait("Enter = meer")
    return Windows(mirthe, kim, evening.window("tim", "step"))


def test_a_lange_sessie(prepare: Prepare, tmp_path: Path, terminal: Open):
    evening = share(prepare("lang", 0), tmp_path, terminal)
    windows = open_windows(evening)
    _begin(windows)
    _explore(windows)
    _define(windows)
    _advise(windows)
    _evaluate(windows)
    for clone in (evening.mirthe, evening.kim, evening.tim) * 2:
        must(clone, "sync")
    verteld = must(evening.kim, "show").out
    # The questions stand in the order that Mirthe chose at home.
    gesteld = [verteld.index(vraag) for vraag in VOLGORDE]
    assert gesteld == sorted(gesteld)
    for woorden in ("Antwoord 3.", "Definitie van Tim", "Fijn, zegt Mirthe", "doe ik"):
        assert woorden in verteld
    assert "Andere versie" not in verteld
    assert "Op een eigen laptop: Mirthe en Kim" in verteld
    assert must(evening.kim, "show").out == must(evening.mirthe, "show").out


def _begin(windows: Windows) -> None:
    """The acclimatisering is of the group, and asked at one laptop; the hulpvraag is Mirthe's."""
    mirthe, _, tim = windows
    tim.play("""
        Hebben jullie kennisgemaakt? | Ja
        Wat is het thema van deze sessie? | Structuur
        Wie begeleidt, en wie notuleert? | tim
    """)
    tim.wait("Acclimatisering vastgelegd")
    line(mirthe, "Mirthe · Wat is je hulpvraag?", "Hoe begin ik?")
    mirthe.asks("Mirthe · Wat moet de groep erover weten?", None)
    mirthe.keys("Ik blijf liggen.", ENTER)
    tim.answer("Klopt het zo?", "Vastleggen")
    assert "Hoe begin ik?" in tim.all_text
    tim.wait("Vraagintroductie (ronde 1) vastgelegd")


def _explore(windows: Windows) -> None:
    """Two questions each, shown together; Mirthe puts them in order and answers."""
    for window, wie in windows.others:
        line(window, f"{wie} · vraag 1 van 2", f"Wat doet {wie}?")
        line(window, f"{wie} · vraag 2 van 2", f"Hoe gaat {wie} verder?")
    for window, _ in windows.all:
        window.wait("Alle vragen zijn er.", "Kim: Wat doet Kim?", "Tim: Hoe gaat Tim")
    mirthe = windows.mirthe
    line(mirthe, "Mirthe · In welke volgorde? Typ de nummers", "3 1 2 4")
    for number in range(4):
        mirthe.asks("Mirthe · Wat is je antwoord?", None)
        mirthe.keys(f"Antwoord {number}.", ENTER)
    line(mirthe, "Mirthe · Welke vragen deden recht aan je hulpvraag?", "a")
    windows.tim.wait("Probleemverkenning (ronde 1) vastgelegd")


def _define(windows: Windows) -> None:
    for window, wie in windows.others:
        line(window, f"{wie} · definitie", f"Definitie van {wie}")
        line(window, f"{wie} · nog een definitie")
    mirthe = windows.mirthe
    mirthe.asks("Mirthe · Hoe luidt je hulpvraag nu?", None)
    mirthe.keys(CTRL_U, "Hoe kom ik op tijd op gang?", ENTER)
    for window, wie in windows.all:
        line(window, f"{wie} · {DUIDELIJK}", "j")
    windows.tim.wait("Probleemdefinitie (ronde 1) vastgelegd")


def _advise(windows: Windows) -> None:
    mirthe, _, tim = windows
    for window, wie in windows.others:
        gives(window, f"{wie} · advies", f"Advies van {wie}")
    for typed in ("ja doe ik", "nee"):
        line(mirthe, "Mirthe · Kun je hier iets mee?", typed)
    line(tim, "Actie 1", "mirthe: Ik zet elke dag om 9 uur de wekker")
    line(tim, "Actie 2")
    line(mirthe, "Mirthe · Sta je achter dit plan?", "j")
    for window, wie in windows.all:
        line(window, f"{wie} · {HAALBAAR}", "j")
    tim.wait("Advisering (ronde 1) vastgelegd")


def _evaluate(windows: Windows) -> None:
    mirthe, kim, tim = windows
    for window, wie in windows.all:
        line(window, f"{wie} · ervaring", f"Fijn, zegt {wie}")
    line(tim, "Afspraak 1")
    tim.wait("Evaluatie (ronde 1) vastgelegd")
    line(tim, NOG_IEMAND, "n")
    tim.asks("Activiteit 1", None)
    tim.keys(ENTER)
    for window, _ in windows.all:
        window.wait("Dit gaan jullie doen", "de wekker")
    assert mirthe.exit_code() == 0
    assert kim.exit_code() == 0


def test_a_korte_sessie_with_one_who_leaves_and_a_line_that_is_cut(
    prepare: Prepare, tmp_path: Path, terminal: Open
):
    evening = share(prepare("kort", 0), tmp_path, terminal)
    mirthe, kim, tim = open_windows(evening)
    tim.play("""
        Hebben jullie kennisgemaakt? | Ja
        Wat is het thema van deze sessie? | -
        Wie begeleidt, en wie notuleert? | -
    """)
    # In the short one question and answer may alternate; Kim asks from home.
    line(mirthe, "Mirthe · Wat is je hulpvraag?", "Hoe begin ik?")
    mirthe.asks("Mirthe · Wat moet de groep erover weten?", None)
    mirthe.keys(ENTER)
    gives(kim, "Kim · vraag", "Wat houdt je tegen?")
    # What she brings in is on the screen of who has to ask about it.
    tim.wait("Mirthe: Hoe begin ik?")
    line(tim, "Tim · vraag")
    mirthe.asks("Mirthe · Wat is je antwoord?", None)
    mirthe.keys("De bank.", ENTER)
    mirthe.asks("Mirthe · Hoe luidt je hulpvraag nu?", None)
    mirthe.keys(ENTER)
    tim.wait("Hulpvraag definiëren (ronde 1) vastgelegd")

    # The stick goes out: what Kim types stays, and Tim sees that the line is dead.
    kim.asks("Kim · advies", None)
    mirthe.wait("Advisering", "Enter = meer")
    (tmp_path / "stick").rename(tmp_path / "weg")
    gives(kim, "Kim · advies", "Zet een wekker")
    kim.wait("aangevuld door Kim", "geen verbinding sinds")
    gives(tim, "Tim · advies", "Ga vroeg naar bed")
    tim.wait("wachten op Kim", "geen verbinding sinds")
    (tmp_path / "weg").rename(tmp_path / "stick")
    for window in (mirthe, kim, tim):
        window.wait("Alle adviezen zijn er.", "Kim: Zet een wekker")

    # Kim has to go: nobody waits for her.
    kim.keys(ENTER)
    kim.answer("Wat wil je doen?", "Ik ga weg")
    kim.wait("De anderen weten dat je weg bent.")
    assert kim.exit_code() == 0
    for typed in ("ja", "nee"):
        line(mirthe, "Mirthe · Kun je hier iets mee?", typed)
    line(tim, "Actie 1", "mirthe: Ik zet elke dag om 9 uur de wekker")
    line(tim, "Actie 2")
    line(mirthe, "Mirthe · Sta je achter dit plan?", "j")
    line(mirthe, f"Mirthe · {HAALBAAR}", "j")
    line(tim, f"Tim · {HAALBAAR}", "j")
    tim.wait("Advisering (ronde 1) vastgelegd")
