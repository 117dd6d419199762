"""What is typed at a list to choose from: it points, and what it cannot mean is not taken."""

from types import SimpleNamespace

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from intervisie_cli.model.vraag import JA_NEE, Keuze
from intervisie_cli.ui.keuzelijst import one_of
from intervisie_cli.ui.woordkeus import Woordkeus


def typed(getypt: str, *beginnen: str, toetsen: str = "") -> tuple[int, bool]:
    """Where the pointer is after the letters of *getypt*, and whether Enter is refused."""
    lijst = SimpleNamespace(pointed_at=0)
    woordkeus = Woordkeus(lijst, [begin.split("|") for begin in beginnen], toetsen)
    for letter in getypt:
        woordkeus.typ(letter)
    return lijst.pointed_at, woordkeus.is_vreemd


@pytest.mark.parametrize(
    ("getypt", "gekozen"),
    [
        ("j", 0),
        ("n", 1),
        ("ja", 0),
        ("Nee", 1),
        ("ja allang", 0),
        ("nee joh", 1),
        ("jn", 1),
        ("nj", 0),
    ],
)
def test_yes_and_no_go_by_how_the_words_begin(getypt: str, gekozen: int):
    assert typed(getypt, "Ja", "Nee", toetsen="jn") == (gekozen, False)


@pytest.mark.parametrize(
    ("getypt", "gekozen"),
    [("nee", 1), ("ja", 0), ("eerst", 1), ("v", 0), ("vastleggen graag", 0)],
)
def test_a_choice_may_have_another_word(getypt: str, gekozen: int):
    beginnen = ("Vastleggen|ja", "Eerst iets veranderen|nee")
    assert typed(getypt, *beginnen) == (gekozen, False)


def test_what_begins_no_choice_is_no_choice():
    assert typed("wacht even", "Ja", "Nee") == (0, True)
    assert typed("Kim", "Vastleggen|ja", "Eerst iets veranderen|nee") == (0, True)


def test_what_was_typed_counts_no_more_when_somebody_points():
    lijst = SimpleNamespace(pointed_at=0)
    woordkeus = Woordkeus(lijst, [["Ja"], ["Nee"]])
    woordkeus.typ("x")
    assert woordkeus.is_vreemd
    lijst.pointed_at = 1
    assert not woordkeus.is_vreemd


WOORDEN = (Keuze("a", "Appel"), Keuze("b", "Beter niet"))


@pytest.mark.parametrize("keuzes", [JA_NEE, WOORDEN])
def test_an_answer_waits_for_no_terminal_that_told_where_its_cursor_is(
    keuzes: tuple[Keuze, ...],
):
    told: list[int] = []
    with (
        create_pipe_input() as keyboard,
        create_app_session(input=keyboard, output=DummyOutput()),
    ):
        app = one_of("Kies", keuzes, None, 80).application
        app.renderer.report_absolute_cursor_row = told.append
        keyboard.send_text("\x1b[5;1R\r")
        assert app.run() == 0
    assert told == [5]
