"""Words that look the same are found by each other, and shown the same."""

import unicodedata
from pathlib import Path

import pytest

from intervisie_cli.model.sessie import Groep, Lid
from intervisie_cli.vragen.lines import names
from tests import lab
from tests.lab import must

# How a word can stand in a record, and how somebody types it to find it again. What a page of the
# web, a PDF, Word, a phone or macOS makes of one.
EENDER = [
    pytest.param("plan\u00adnings\u00adbord", "planningsbord", id="soft hyphens"),
    pytest.param("plannings\u200bbord", "planningsbord", id="a space of no width"),
    pytest.param("\ufeffplanningsbord", "planningsbord", id="a byte order mark"),
    pytest.param("ofﬁcieel", "officieel", id="letters as one, of a PDF"),
    pytest.param("ĳsvrij", "ijsvrij", id="the Dutch ij as one letter"),
    pytest.param("Ｐｌａｎ", "plan", id="letters of full width"),
    pytest.param("2ᵉkans", "2ekans", id="letters above the line"),
    pytest.param(
        unicodedata.normalize("NFD", "coördinatie"), "coördinatie", id="taken apart"
    ),
    pytest.param(
        "coördinatie", unicodedata.normalize("NFD", "coördinatie"), id="typed so"
    ),
]


@pytest.fixture
def advies(een: Path) -> Path:
    """A group that made a plan."""
    must(een, *lab.STEP, stdin=lab.HULPVRAAG_ANSWERS)
    must(een, *lab.STEP, stdin=lab.ADVISERING_ANSWERS)
    return een


def edited(groep: Path, woord: str) -> None:
    """Write *woord* in the thema and in an actie of the sessie, as an editor saves it."""
    for pad, voor in ((lab.SESSIE_YAML, "thema: "), (lab.ADVISERING, "    actie: ")):
        begin, gevonden, rest = (
            (groep / pad).read_text(encoding="utf-8").partition(voor)
        )
        assert gevonden
        (groep / pad).write_text(f"{begin}{voor}{woord} {rest}", encoding="utf-8")


@pytest.mark.parametrize(("staat_er", "getypt"), EENDER)
def test_a_word_is_found_however_it_was_written(
    advies: Path, staat_er: str, getypt: str
):
    edited(advies, staat_er)
    assert "Mirthe" in must(advies, "log", "--thema", getypt, "--kort").out
    assert "Gevonden" in must(advies, "log", "--zoek", getypt).out
    assert "We maken samen" in must(advies, "actie", "bezig", getypt).out


@pytest.mark.parametrize("merk", ["\u00ad", "\u200b", "\u2060", "\ufeff"])
def test_what_nobody_sees_is_not_shown_by_number(advies: Path, merk: str):
    edited(advies, f"plannings{merk}bord")
    uit = must(advies, "show").out
    assert "planningsbord" in uit
    assert "\\u{" not in uit


@pytest.mark.parametrize(
    "naam", ["M\u00adirthe", "Ｍｉｒｔｈｅ", "mirthe\u200b", "MIRTHE"]
)
def test_a_name_is_found_however_it_was_typed(advies: Path, naam: str):
    assert "Mirthe" in must(advies, "actie", "--van", naam).out


@pytest.mark.parametrize("getypt", ["officiele", "OFFICIËLE"])
def test_an_actie_is_found_without_its_accents(advies: Path, getypt: str):
    edited(advies, "officiële")
    assert "officiële" in must(advies, "actie", "bezig", getypt).out
    assert "Mirthe" in must(advies, "log", "--thema", getypt, "--kort").out


@pytest.mark.parametrize("teken", ["'", "\u2019", "\u2018"])
def test_a_name_with_an_apostrophe_is_known_by_any(teken: str):
    groep = Groep("G", (Lid("dangelo", "D'Angelo"), Lid("kim", "Kim")))
    assert names.find(f"d{teken}angelo", ["dangelo", "kim"], groep) == "dangelo"
    assert names.in_front(f"D{teken}Angelo: Wat lukt?") == (
        [f"D{teken}Angelo"],
        "Wat lukt?",
    )
