"""Rondes at a real terminal: who brings in, and a ronde that is stopped in the middle."""

from pathlib import Path

import pytest

from intervisie_cli.groep import sessies
from tests.conftest import Run
from tests.lab import flat
from tests.prepared import Open, Prepare, good
from tests.terminal.terminal import CTRL_C, CTRL_T, ENTER, Terminal, script

ADVIES = "Kim · advies"
WIE = "Wie brengt een hulpvraag in?"
NOG = "Brengt nog iemand een hulpvraag in?"
THEMA = "Wat is het thema van deze sessie?"


def stop_the_ronde(window: Terminal) -> None:
    """Stop the first ronde from the menu."""
    window.menu("Iets overslaan of afronden")
    window.answer("Wat komt er niet?", "Ronde 1 hier stoppen")


def test_a_ronde_that_stops_in_a_step_says_that_what_was_typed_is_kept(
    prepare: Prepare, terminal: Open, run: Run
):
    prepare("kort", 2)
    window = terminal("step")
    window.answer(ADVIES, "Zet een wekker")
    window.asks("Tim · advies")
    stop_the_ronde(window)
    window.asks(WIE)
    said = (
        "Advisering (ronde 1): wat je typte is bewaard. "
        "Toch verder? Typ: intervisie wijzig --ronde-erbij mirthe"
    )
    assert f"✓ Ronde 1 is vervallen. {said}" in flat(window.all_text)
    window.keys(CTRL_C)
    window.exit_code()
    shown = flat(good(run("show")).out)
    assert f"Overgeslagen: ronde 1 is vervallen. {said}" in shown
    good(run("wijzig", "--ronde-erbij", "mirthe"))
    again = terminal("step")
    again.asks("Tim · advies")
    again.back()
    again.asks(ADVIES, "Zet een wekker")


def test_a_ronde_in_which_nothing_was_typed_just_stops(
    prepare: Prepare, terminal: Open, run: Run
):
    prepare("kort", 2)
    window = terminal("step")
    window.asks(ADVIES)
    stop_the_ronde(window)
    window.asks(WIE)
    assert "✓ Ronde 1 is vervallen." in window.all_text
    assert "bewaard" not in window.all_text
    window.keys(CTRL_C)
    window.exit_code()
    assert "bewaard" not in good(run("show")).out


def test_a_sessie_that_ends_in_a_step_says_that_what_was_typed_is_kept(
    prepare: Prepare, terminal: Open
):
    prepare("kort", 2)
    window = terminal("step")
    window.answer(ADVIES, "Zet een wekker")
    window.asks("Tim · advies")
    window.menu("Iets overslaan of afronden")
    window.answer("Wat komt er niet?", "De sessie hier afronden")
    window.answer("Waarom?", "")
    window.asks("Wanneer weer?")
    assert "is bewaard. Toch verder? Typ: intervisie wijzig --heropen" in flat(
        window.all_text
    )


@pytest.fixture
def call(prepare: Prepare, run: Run) -> Path:
    """A sessie of mirthe and kim in which nobody brings in yet; the acclimatisering is done."""
    group = prepare("leeg")
    good(run("new", "--kort", "--deelnemers", "mirthe,kim", "--geen-vragen"))
    good(run("step", "--antwoorden", "-", stdin="stap: acclimatisering\n"))
    return group


def rondes(group: Path) -> list[str]:
    """Who bring in, in their order."""
    sessie = sessies.load_sessie(group, next(sessies.folders(group)))
    return [ronde.inbrenger for ronde in sessie.rondes]


def test_one_enter_too_many_does_not_skip_the_rondes(call: Path, terminal: Open):
    window = terminal("step")
    window.asks(WIE)
    window.keys(ENTER)
    window.shows("Typ een naam, of: niemand.")
    window.keys("niemand", ENTER)
    window.asks("Mirthe · ervaring")
    window.back()
    window.answer(WIE, "kim")
    window.asks("Kim · Wat is je hulpvraag?")
    assert rondes(call) == ["kim"]


def test_several_bring_in_in_the_order_that_was_typed(call: Path, terminal: Open):
    window = terminal("step")
    window.answer(WIE, "kim, mirthe")
    window.asks("Kim · Wat is je hulpvraag?")
    assert rondes(call) == ["kim", "mirthe"]


def test_a_member_who_only_just_came_takes_part_from_here(call: Path, terminal: Open):
    window = terminal("step")
    window.answer(WIE, "tim")
    joins = "Tim doet nog niet mee. Doet Tim vanaf nu mee?"
    window.answer(joins, "Nee")
    window.answer(WIE, "tim")
    window.answer(joins, "Ja")
    window.asks("Tim · Wat is je hulpvraag?")
    assert rondes(call) == ["tim"]


@pytest.mark.usefixtures("call")
def test_ctrl_t_at_who_brings_in_opens_the_step_before(terminal: Open):
    window = terminal("step")
    window.asks(WIE)
    window.back()
    window.answer("Klopt het zo?", "Vastleggen")
    window.asks(WIE)


def test_ctrl_t_where_another_ronde_can_come_opens_the_plan(
    prepare: Prepare, terminal: Open
):
    prepare("kort", 3)
    window = terminal("step")
    window.asks(NOG)
    window.back()
    window.answer("Klopt het zo?", "Vastleggen")
    window.answer(NOG, "")
    window.asks("Mirthe · ervaring")
    window.keys(CTRL_T)
    window.asks(NOG)


def test_ctrl_t_at_who_brings_in_opens_the_step_before_at_its_prompts(
    prepare: Prepare, terminal: Open, tmp_path: Path
):
    """The editor was asked for the step to come, not for the one that was recorded."""
    prepare("kort", 3)
    editor = script(tmp_path, "editor", f'touch "{tmp_path}/geopend"')
    window = terminal("step", "--editor", env={"EDITOR": editor})
    window.asks(NOG)
    window.back()
    window.asks("Klopt het zo?", None)
    assert not (tmp_path / "geopend").exists()


def test_who_went_on_after_going_back_is_not_asked_once_more(
    prepare: Prepare, terminal: Open
):
    prepare("kort", 3)
    window = terminal("step")
    window.answer(NOG, "")
    window.asks("Mirthe · ervaring")
    window.keys(CTRL_T)
    window.answer(NOG, "")
    window.answer("Mirthe · ervaring", "Fijn")
    window.asks("Kim · ervaring")
    window.menu("Wie is er, en wie doet wat?")
    window.answer("Wie is er, en wie doet wat?", "Iemand anders begeleidt")
    window.answer("Wie begeleidt? Een lid, docent NAAM of geen", "tim")
    window.asks("Kim · ervaring")


def test_ctrl_t_at_a_line_of_the_page_goes_back_to_the_page(
    prepare: Prepare, terminal: Open
):
    prepare("leeg")
    window = terminal("new", rows=50)
    page = "De sessie (korte variant) zo klaarzetten?"
    for line, question in (
        ("Thema", "Wat is het thema?"),
        ("Begeleider", "Wie is begeleider?"),
    ):
        window.answer(page, line)
        window.asks(question)
        window.back()
    window.answer(page, "Nee, nu geen sessie")
    assert window.exit_code() == 0
