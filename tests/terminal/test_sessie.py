"""A sessie that is decided in the call, at a real terminal: the page of `new`, who brings in and
when, who comes and goes, and how it ends.
"""

from pathlib import Path

import pytest

from intervisie_cli.groep import sessies
from intervisie_cli.model.sessie import Sessie
from tests import lab
from tests.lab import must
from tests.prepared import Open
from tests.terminal.terminal import CTRL_C, CTRL_U, ENTER, Terminal

pytestmark = pytest.mark.slow

CTRL_X = "\x18"
KLAARZETTEN = "De sessie (korte variant) zo klaarzetten?"
INBRENGER = "Wie brengt een hulpvraag in?"
NOG_IEMAND = "Brengt nog iemand een hulpvraag in?"


@pytest.fixture
def call(leeg: Path) -> Path:
    """A sessie of which the acclimatisering is done; who brings in is said in the call."""
    must(leeg, "lid", "erbij", "noor")
    must(leeg, *lab.ZONDER_RONDE)
    must(leeg, *lab.STEP, stdin="stap: acclimatisering\n")
    return leeg


def read(group: Path) -> Sessie:
    return sessies.load_sessie(group, next(sessies.folders(group)))


def asks_name(window: Terminal, question: str, name: str) -> None:
    """Wait for a question that wants a name, and type it; '' is nobody."""
    window.until(lambda: question in window.question, f"question {question!r}")
    window.keys(name, ENTER)


def people(window: Terminal, keuze: str) -> None:
    """Choose what changes of who is there, in the menu."""
    menu(window, "Wie is er, en wie doet wat?")
    window.answer("Wie is er, en wie doet wat?", keuze)


def left_out(window: Terminal, keuze: str) -> None:
    """Choose what is left out, in the menu."""
    menu(window, "Iets overslaan of afronden")
    window.answer("Wat komt er niet?", keuze)


def menu(window: Terminal, keuze: str) -> None:
    """Open the menu of all that can happen."""
    window.until(lambda: window.bar, "a question")
    window.keys(CTRL_X)
    window.answer("Wat wil je doen?", keuze)


# ---- the page of new


def test_a_sessie_that_was_not_finished_is_named_and_can_end(
    call: Path, terminal: Open
):
    window = terminal("new", rows=60)
    window.answer(KLAARZETTEN, "Nog niet af: ma 23 november")
    window.answer("Wat doen we daarmee?", "Afronden")
    window.until(lambda: read(call).is_afgerond, "the end of the sessie")
    window.until(lambda: "Dag: " in window.question, "the page again")
    assert "Nog niet af" not in window.question
    window.answer(KLAARZETTEN, "Nee, nu geen sessie")
    assert window.exit_code() == 0


# ---- in the call


def test_who_brings_in_is_asked_in_the_call_and_again_after_each_plan(
    call: Path, terminal: Open
):
    window = terminal("step", rows=40)
    asks_name(window, INBRENGER, "tim")
    window.until(lambda: "Wat is je hulpvraag?" in window.question, "tim's hulpvraag")
    assert [ronde.inbrenger for ronde in read(call).rondes] == ["tim"]
    window.keys(CTRL_C)
    window.exit_code()
    documents = (
        "stap: 2\nhulpvraag: Hoe?\n",
        (
            "stap: 3\nadviezen:\n- {lid: mirthe, advies: A.}\n- {lid: kim, advies: B.}\n"
            "acties:\n- {actie: Morgen om 9 uur opstaan., wie: tim}\n"
        ),
    )
    must(call, *lab.STEP, stdin="---\n".join(documents))
    window = terminal("step", rows=40)
    asks_name(window, NOG_IEMAND, "mirthe")
    window.until(lambda: "Mirthe" in window.question, "mirthe's hulpvraag")
    assert [ronde.inbrenger for ronde in read(call).rondes] == ["tim", "mirthe"]


def test_nobody_else_goes_on_to_the_end(call: Path, terminal: Open):
    window = terminal("step", rows=40)
    asks_name(window, INBRENGER, "n")
    window.wait("Evaluatie")
    assert read(call).rondes == ()


def test_somebody_comes_late_and_somebody_leaves_by_the_menu(
    call: Path, terminal: Open
):
    must(call, "wijzig", "--ronde-erbij", "mirthe")
    window = terminal("step", rows=40)
    people(window, "Iemand komt erbij")
    asks_name(window, "Wie komt erbij?", "noor")
    window.until(lambda: "noor" in read(call).deelnemers, "noor")
    people(window, "Iemand gaat weg")
    asks_name(window, "Wie gaat weg?", "kim")
    window.until(lambda: len(read(call).aanwezig) == 2, "kim who left")
    grenzen = {keer.lid: (keer.van, keer.tot) for keer in read(call).aanwezig}
    hier = "ronde-1-mirthe/hulpvraag-definieren"
    assert grenzen == {"noor": (hier, ""), "kim": ("", hier)}


def test_a_name_that_is_none_is_told_and_asked_again_to_be_changed(
    call: Path, terminal: Open
):
    must(call, "wijzig", "--ronde-erbij", "mirthe")
    window = terminal("step", rows=40)
    people(window, "Iemand gaat weg")
    asks_name(window, "Wie gaat weg?", "kimm")
    window.wait("'kimm' is geen lid van de groep.")
    window.asks("Wie gaat weg?", "kimm")
    window.keys(CTRL_U, ENTER)
    window.until(lambda: "Wat is je hulpvraag?" in window.question, "the step")
    people(window, "Iemand gaat weg")
    asks_name(window, "Wie gaat weg?", "kimm")
    window.asks("Wie gaat weg?", "kimm")
    window.keys("\x7f", ENTER)
    window.until(lambda: read(call).aanwezig, "kim who left")


def changed_theme(window: Terminal) -> None:
    """Change the theme in a step that was opened again, and then who leads; both hold."""
    window.answer("Klopt het zo?", "Eerst iets veranderen")
    window.answer("Wat wil je veranderen?", "thema")
    asks_name(window, "Wat is het thema van deze sessie?", f"{CTRL_U}Rust")
    window.asks("Klopt het zo?")
    people(window, "Iemand anders begeleidt")
    asks_name(window, "Wie begeleidt?", "kim")
    window.until(lambda: "Klopt het zo?" in window.question, "the review again")
    window.answer("Klopt het zo?", "Vastleggen")
    window.until(lambda: "Klopt het zo?" not in window.question, "the next step")


def test_a_step_that_is_open_again_goes_on_when_somebody_else_leads(
    call: Path, terminal: Open
):
    must(call, "wijzig", "--ronde-erbij", "mirthe")
    must(call, *lab.STEP, stdin="stap: 2\nhulpvraag: Hoe?\n")
    window = terminal("step", "acclimatisering", "--opnieuw", rows=60)
    changed_theme(window)
    assert window.exit_code() == 0
    assert read(call).begeleider == "kim"
    assert "thema: Rust" in (call / lab.ACCLIMATISERING).read_text()


def test_so_it_does_when_it_was_opened_with_the_way_back(klaar: Path, terminal: Open):
    window = terminal("step", rows=60)
    window.answer("Hebben jullie kennisgemaakt?", "Ja")
    window.answer("Wat is het thema van deze sessie?", "Slaap")
    window.asks("Mirthe · Wat is je hulpvraag?")
    window.back()
    changed_theme(window)
    window.asks("Mirthe · Wat is je hulpvraag?")
    assert "thema: Rust" in (klaar / lab.ACCLIMATISERING).read_text()


def test_who_became_a_member_in_another_window_can_come(call: Path, terminal: Open):
    must(call, "wijzig", "--ronde-erbij", "mirthe")
    window = terminal("step", rows=40)
    people(window, "Iemand komt erbij")
    asks_name(window, "Wie komt erbij?", "daan")
    window.wait("intervisie lid erbij NAAM")
    must(call, "lid", "erbij", "daan")
    window.asks("Wie komt erbij?", "daan")
    window.keys(ENTER)
    window.until(lambda: "daan" in read(call).deelnemers, "daan")


def test_the_sessie_ends_early_by_the_menu_and_the_next_one_is_prepared(
    call: Path, terminal: Open
):
    must(call, "wijzig", "--ronde-erbij", "mirthe")
    window = terminal("step", rows=50)
    left_out(window, "De sessie hier afronden")
    asks_name(window, "Waarom?", "geen tijd")
    window.until(lambda: "Wanneer weer?" in window.question, "the end")
    assert read(call).is_afgerond
    window.keys("23 november", ENTER)
    window.wait("Kies een latere dag.")
    window.until(lambda: "Wanneer weer?" in window.question, "the question again")
    window.keys(CTRL_U, "1 december", ENTER)
    window.wait("De sessie van di 1 december staat klaar.")
    assert window.exit_code() == 0
    assert read(call).datum.isoformat() == "2026-12-01"


def test_a_group_with_a_rhythm_is_proposed_its_next_day(call: Path, terminal: Open):
    must(call, "wijzig", "--ronde-erbij", "mirthe")
    must(call, "wijzig", "--elke", "2 weken", "--om", "19:00", "--tot", "21:00")
    window = terminal("step", rows=50)
    left_out(window, "De sessie hier afronden")
    asks_name(window, "Waarom?", "geen tijd")
    window.agree("Wanneer weer?", "7-12-2026")
    window.wait("De sessie van ma 7 december om 19:00 staat klaar.")
    assert window.exit_code() == 0
    sessie = read(call)
    assert (sessie.om, sessie.tot, sessie.elke) == ("19:00", "21:00", "2 weken")


def test_a_day_that_is_proposed_can_be_wiped_out_for_later(call: Path, terminal: Open):
    must(call, "wijzig", "--ronde-erbij", "mirthe", "--elke", "2 weken")
    window = terminal("step", rows=50)
    left_out(window, "De sessie hier afronden")
    asks_name(window, "Waarom?", "geen tijd")
    window.asks("Wanneer weer?", "7-12-2026")
    window.keys(CTRL_U, ENTER)
    assert window.exit_code() == 0
    assert len(list(sessies.folders(call))) == 1


def test_ctrl_c_when_the_sessie_is_over_has_nothing_to_go_on_with(
    call: Path, terminal: Open
):
    must(call, "wijzig", "--ronde-erbij", "mirthe")
    window = terminal("step", rows=50)
    left_out(window, "De sessie hier afronden")
    asks_name(window, "Waarom?", "geen tijd")
    window.asks("Wanneer weer?")
    window.keys(CTRL_C)
    assert window.exit_code() == 0
    window.wait("De sessie is klaar. Teruglezen? intervisie show")
    assert "Ga verder met" not in window.all_text


def test_a_ronde_is_stopped_by_the_menu(call: Path, terminal: Open):
    must(call, "wijzig", "--ronde-erbij", "mirthe,tim")
    window = terminal("step", rows=50)
    left_out(window, "Ronde 1 hier stoppen")
    window.until(lambda: "Tim" in window.question, "tim's hulpvraag")
    assert [ronde.is_vervallen for ronde in read(call).rondes] == [True, False]


@pytest.mark.usefixtures("call")
def test_intervisie_alone_does_its_proposal_on_enter(terminal: Open):
    window = terminal(rows=40)
    window.asks("Wat nu?")
    assert "Verder met Evaluatie" in window.pointed
    window.keys(ENTER)
    window.until(lambda: INBRENGER in window.question, "the step")
