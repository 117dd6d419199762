"""What members say at home is told to all: questions, answers, reactions, tips, and corrections."""

from pathlib import Path

import pytest

from tests.prepared import Open, Prepare
from tests.terminal.drie import KORT, gives, line, share
from tests.terminal.terminal import ENTER

pytestmark = pytest.mark.slow


def test_questions_and_answers_of_the_korte_sessie_are_told_as_they_come(
    prepare: Prepare, tmp_path: Path, terminal: Open
):
    evening = share(prepare("kort", 1), tmp_path, terminal)
    mirthe = evening.window("mirthe", "mee", "--als", "mirthe")
    mirthe.asks("Mirthe · Wat is je hulpvraag?", None)
    kim = evening.window("kim", "mee")
    kim.wait("Hulpvraag definiëren")
    tim = evening.window("tim", "step")
    line(mirthe, "Mirthe · Wat is je hulpvraag?", "Hoe begin ik?")
    line(mirthe, "Mirthe · Wat moet de groep erover weten?")
    gives(kim, "Kim · vraag", "Wat houdt je tegen?")
    line(mirthe, "Mirthe · Wat is je antwoord?", "De bank.")
    kim.told("Wat houdt je tegen? → Mirthe: De bank.")
    # Who is typing is not disturbed: it is told before the next question.
    line(tim, "Tim · vraag")
    tim.told("Wat houdt je tegen? → Mirthe: De bank.")
    # Kim herself typed the question, and is not told of it.
    assert "• Kim: Wat houdt je tegen?\n" not in kim.all_text


def test_reactions_and_a_correction_after_the_reveal_are_told(
    prepare: Prepare, tmp_path: Path, terminal: Open
):
    evening = share(prepare("kort", 2), tmp_path, terminal)
    mirthe = evening.window("mirthe", "mee", "--als", "mirthe")
    mirthe.wait("Enter = meer")
    kim = evening.window("kim", "mee")
    gives(kim, "Kim · advies", "Zet een weker")
    tim = evening.window("tim", "step")
    gives(tim, "Tim · advies", "Ga vroeg naar bed")
    kim.told("Alle adviezen zijn er.", "Tim: Ga vroeg naar bed")
    kim.wait("Enter = meer")
    kim.keys(ENTER)
    kim.answer("Wat wil je doen?", "Verbeter wat je gaf")
    kim.answer("Klopt het zo?", "Eerst iets veranderen")
    kim.asks("Wat wil je veranderen?")
    # The first is what one wants nearly always.
    kim.keys(ENTER)
    kim.asks("Kim · advies", None)
    kim.keys("\x15", "Zet een wekker", ENTER)
    kim.answer("Klopt het zo?", "Vastleggen")
    tim.told("• Kim: Zet een wekker")
    for _ in range(2):
        line(mirthe, "Mirthe · Kun je hier iets mee?", "ja doe ik")
    for window in (kim, tim):
        window.told("Zet een wekker → Mirthe: ja, doe ik")


def test_tips_are_read_out_with_the_experience(
    prepare: Prepare, tmp_path: Path, terminal: Open
):
    evening = share(prepare("kort", 3), tmp_path, terminal)
    kim = evening.window("kim", "mee")
    kim.wait("Enter = meer")
    tim = evening.window("tim", "step")
    line(tim, "Brengt nog iemand een hulpvraag in?", "n")
    line(kim, "Kim · ervaring", "Fijn, tip: eerder beginnen")
    line(tim, "Mirthe · ervaring", "Goed")
    line(tim, "Tim · ervaring", "Leerzaam")
    for window in (kim, tim):
        window.told("Kim: Fijn · tip: eerder beginnen")


def test_a_word_of_the_step_before_can_be_corrected_from_mee(
    prepare: Prepare, tmp_path: Path, terminal: Open
):
    evening = share(prepare("kort", 1), tmp_path, terminal)
    mirthe = evening.window("mirthe", "mee", "--als", "mirthe")
    line(mirthe, "Mirthe · Wat is je hulpvraag?", "Hoe begin ik?")
    line(mirthe, "Mirthe · Wat moet de groep erover weten?", "Ik ben bang.")
    tim = evening.window("tim", "step")
    line(tim, "Kim · vraag")
    line(mirthe, "Mirthe · Hoe luidt je hulpvraag nu?")
    tim.told("Hulpvraag definiëren (ronde 1) vastgelegd")
    mirthe.wait("Advisering", "Enter = meer")
    mirthe.keys(ENTER)
    mirthe.answer("Wat wil je doen?", "Verbeter wat je gaf bij Hulpvraag definiëren")
    mirthe.answer("Klopt het zo?", "Eerst iets veranderen")
    mirthe.asks("Wat wil je veranderen?")
    mirthe.keys("\x1b[B", ENTER)
    mirthe.asks("Mirthe · Wat moet de groep erover weten?", None)
    mirthe.keys("\x15", "Ik ben soms bang.", ENTER)
    eerder = mirthe.all_text.count("aangevuld door Mirthe")
    mirthe.answer("Klopt het zo?", "Vastleggen")
    mirthe.until(
        lambda: mirthe.all_text.count("aangevuld door Mirthe") > eerder, "it is given"
    )
    pad = f"{KORT}/ronde-1-mirthe/2-hulpvraag-definieren.md"
    data = evening.all_have(pad)
    assert data["toelichting"] == "Ik ben soms bang."
    assert data["status"] == "klaar"
