"""Rondes at a real terminal: who brings in, and a ronde that is stopped in the middle."""

from tests.conftest import Run
from tests.prepared import Open, Prepare, good
from tests.terminal.terminal import CTRL_C, Terminal

ADVIES = "Kim · advies"
WIE = "Wie brengt een hulpvraag in?"


def flat(text: str) -> str:
    """The words of a text, wherever its lines are broken."""
    return " ".join(text.split())


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
    assert f"✓ Ronde 1 is gestopt. {said}" in flat(window.all_text)
    window.keys(CTRL_C)
    window.exit_code()
    shown = flat(good(run("show")).out)
    assert f"Overgeslagen: ronde 1 is gestopt. {said}" in shown
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
    assert "✓ Ronde 1 is gestopt." in window.all_text
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
    window.menu("Iets overslaan of afronden")
    window.answer("Wat komt er niet?", "De sessie hier afronden")
    window.answer("Waarom? Leeg mag ook", "")
    window.asks("Wanneer weer?")
    assert "is bewaard. Toch verder? Typ: intervisie wijzig --heropen" in flat(
        window.all_text
    )
