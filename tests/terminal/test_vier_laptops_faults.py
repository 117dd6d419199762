"""What goes wrong over more laptops, as small as it can be seen; each fails as long as it does."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.prepared import Open, Prepare, answers
from tests.terminal import vier_stappen as stappen
from tests.terminal.vier import ALLEN, Group, gather, line

pytestmark = pytest.mark.slow

# The step after which all four are asked something at once.
ADVIES = """
stap: advisering
adviezen:
- {lid: kim, advies: Zet een wekker}
- {lid: tim, advies: Ga vroeg naar bed}
- {lid: noor, advies: Leg je telefoon weg}
acties:
- {actie: Ik zet elke dag om 9 uur de wekker, wie: [mirthe], akkoord: true}
"""


@pytest.fixture
def group(tmp_path: Path, terminal: Open) -> Iterator[Group]:
    """A korte sessie of four over a folder that has come to the advising; nobody has a window."""
    with gather(tmp_path, "folder", terminal, "kort", ALLEN) as made:
        made.tim.must("step", "--antwoorden", "-", stdin=stappen.UNTIL_ADVICE)
        made.sync()
        yield made


@pytest.fixture
def lang(tmp_path: Path, terminal: Open) -> Iterator[Group]:
    """A lange sessie of Mirthe, Kim and Tim that has come to the probleemdefinitie."""
    with gather(tmp_path, "folder", terminal, "lang", "mirthe,kim,tim") as made:
        made.tim.must("step", "--antwoorden", "-", stdin=answers("lang", 0, 1, 2))
        made.sync()
        yield made


def test_half_a_text_of_who_led_comes_up_where_they_take_part(group: Group):
    group.kim.types("mee").asks("Kim · advies", None)
    group.tim.types("step")
    group.tim.types_half("Tim · advies", "Ga vroeg")
    stappen.stop(group.kim)
    group.kim.types("step")
    stappen.take_over(group.kim, group.tim)
    group.tim.window.asks("Tim · advies", "Ga vroeg")


def test_what_who_led_gave_is_not_asked_again_where_they_take_part(group: Group):
    group.kim.types("mee").asks("Kim · advies", None)
    group.noor.types("mee").asks("Noor · advies", None)
    group.tim.types("step")
    group.says(group.tim, "advies", "Ga vroeg naar bed")
    group.tim.window.asks("Tim · nog een advies", None)
    stappen.stop(group.kim)
    group.kim.types("step")
    stappen.take_over(group.kim, group.tim)
    group.tim.window.asks("Tim · nog een advies", None)


def test_who_thinks_at_a_choice_is_told_nothing_false(prepare: Prepare, terminal: Open):
    prepare("kort", 0)
    window = terminal("step")
    window.asks("Hebben jullie kennisgemaakt?")
    # After two seconds without an answer of the terminal that is said; it did answer.
    end = time.monotonic() + 4
    while time.monotonic() < end:
        window.read()
    assert "your terminal doesn't support" not in window.text


def test_half_a_text_of_who_is_passed_over_stays_when_somebody_comes_in(group: Group):
    noor = group.noor
    noor.types("mee")
    noor.types_half("Noor · advies", "Leg je telefoon")
    tim = group.tim.types("step")
    line(tim, "Kim · advies", "Zet een wekker")
    line(tim, "Tim · advies", "Ga vroeg naar bed")
    line(tim, "Kim · nog een advies")
    stappen.pass_over(group.tim, noor)
    group.arrives(noor, "slaat_over")
    noor.window.asks("Noor · advies", "Leg je telefoon")
    # That Mirthe comes in with a laptop after that says nothing of what Noor was typing.
    group.mirthe.must("sync")
    group.mirthe.types("mee").asks(f"Mirthe · {stappen.TOEPASBAAR}", None)
    group.arrives(noor, "- mirthe")
    # At a tick of its clock a question looks at what came in, and is drawn anew.
    for _ in range(5):
        drawn = len(noor.window.raw)
        noor.window.until(lambda was=drawn: len(noor.window.raw) > was, "a tick")
    noor.window.asks("Noor · advies", "Leg je telefoon")


def _given_at_the_lead(group: Group) -> None:
    """Kim says her advice at Tim's laptop, and then comes with her own."""
    tim = group.tim.types("step")
    line(tim, "Kim · advies", "Zet een wekker")
    tim.asks("Tim · advies", None)
    group.kim.types("mee")


def test_what_was_given_at_the_lead_is_not_asked_again_at_home(group: Group):
    _given_at_the_lead(group)
    group.kim.window.asks("Kim · nog een advies", None)


def test_what_was_given_at_the_lead_is_not_lost_when_more_is_given_at_home(
    group: Group,
):
    _given_at_the_lead(group)
    kim, tim = group.kim, group.tim
    line(kim.window, "Kim · advies", "Leg je telefoon weg")
    line(kim.window, "Kim · nog een advies")
    group.arrives(tim, "Leg je telefoon weg")
    for laptop in (tim, group.noor):
        line(tim.window, f"{laptop.naam} · advies", f"Van {laptop.naam}")
    line(tim.window, "Tim · nog een advies")
    tim.told("Alle adviezen zijn er.", "Kim: Leg je telefoon weg")
    group.arrives(tim, "Van Noor")
    adviezen = group.steps()["advisering"]["adviezen"]
    assert "Zet een wekker" in [item["advies"] for item in adviezen]


def _said_no_to(lang: Group) -> None:
    """Kim says no at home to what Mirthe worded, who thinks about other words."""
    mirthe, kim, tim, _ = lang.all
    tim.types("step").asks("Kim · definitie", None)
    stappen.take_part(mirthe)
    kim.types("mee")
    lang.gives(kim, "definitie", "Geen ritme")
    lang.gives(tim, "definitie", "Te laat naar bed")
    stappen.define(lang, "Hoe slaap ik?")
    stappen.is_clear(lang, mirthe, tim)
    lang.line(kim, stappen.DUIDELIJK, "n")
    tim.told("Kim: nee.")
    mirthe.window.asks("Mirthe · Hoe luidt je hulpvraag nu?", None)


def test_who_leads_is_asked_about_no_words_that_are_not_there(lang: Group):
    _said_no_to(lang)
    window = lang.tim.window
    window.until(
        lambda: "wachten op Mirthe" in window.text or window.question, "what comes next"
    )
    assert window.question == ""


def test_the_inbrenger_is_asked_no_new_words_before_there_is_a_definition(lang: Group):
    mirthe = lang.mirthe.types("mee")
    mirthe.until(lambda: mirthe.question or "Enter = meer" in mirthe.text, "it")
    assert mirthe.question == ""


def test_who_leads_sees_what_to_press_while_the_line_is_cut(group: Group):
    group.tim.must("step", "--antwoorden", "-", stdin=ADVIES)
    group.sync()
    tim = group.tim.types("step")
    line(tim, "Brengt nog iemand een hulpvraag in?", "n")
    for laptop in (group.mirthe, group.kim, group.noor):
        laptop.types("mee").asks(f"{laptop.naam} · ervaring", None)
    tim.asks("Tim · ervaring", None)
    group.arrives(group.tim, "- noor")
    with group.cut(group.tim):
        line(tim, "Tim · ervaring", "Fijn")
        tim.wait("wachten op Mirthe, Kim en Noor", "geen verbinding sinds")
        tim.wait("Enter = meer")
