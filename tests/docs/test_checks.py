"""The definitions in docs/checks.md hold: the program says of each example what the page says."""

import re
from pathlib import Path

import pytest

from intervisie_cli.checks.oordeel import beoordeel_actie, beoordeel_vraag
from intervisie_cli.checks.smart.actie import Afspraken
from intervisie_cli.tonen import check_json
from tests.checks.cases import REGIO, VANDAAG

PAGE = (Path(__file__).parent.parent.parent / "docs/checks.md").read_text(
    encoding="utf-8"
)
_EXAMPLE = re.compile(r"\*([^*]+)\*")
_KIND = re.compile(r"\*([^*]+\?)\* is `(\w+)`")
LETTER_LINES = {
    "Ik lever mijn verslag in": "SM",
    "30 minuten schrijven": "SM",
    "3x per week hardlopen": "SMT",
    "Na 23:00 geen tv": "SMT",
    "Minder snoepen tijdens het leren": "S",
    "Dit blok maak ik een samenvatting": "SMT",
    "wk 48 2 hfst lezen": "SMT",
}


def part(heading: str) -> str:
    """Give what stands below *heading*, up to the next."""
    return PAGE.split(f"\n{heading}\n")[1].split("\n#")[0]


def rows(text: str) -> list[list[str]]:
    """Give the cells of each row with an example, without the stars."""
    return [
        [cell.strip().strip("*`") for cell in line.strip("|").split("|")]
        for line in text.splitlines()
        if line.startswith("|") and _EXAMPLE.search(line)
    ]


def judged(sentence: str) -> dict[str, object]:
    return check_json.json(
        beoordeel_actie(sentence, VANDAAG, afspraken=Afspraken(REGIO))
    )


LETTERS = part("### The letters of an actie")
THERE, MISSING = LETTERS.split("| letter | is missing when |")


@pytest.mark.parametrize(("letter", "why", "sentence"), rows(THERE))
def test_a_letter_is_there(letter: str, why: str, sentence: str):
    assert judged(sentence)[letter] is True, why


@pytest.mark.parametrize(("letter", "why", "sentence"), rows(MISSING))
def test_a_letter_is_missing(letter: str, why: str, sentence: str):
    assert judged(sentence)[letter] is False, why


@pytest.mark.parametrize(("sentence", "letters"), LETTER_LINES.items())
def test_a_line_below_the_letters_holds(sentence: str, letters: str):
    assert f": *{sentence}*." in LETTERS
    assert "".join(letter for letter in "SMT" if judged(sentence)[letter]) == letters


@pytest.mark.parametrize(
    ("sentence", "day", "rhythm"), rows(part("### The last day and the rhythm"))
)
def test_a_last_day_and_a_rhythm_are_as_in_the_table(
    sentence: str, day: str, rhythm: str
):
    found = judged(sentence)
    assert (found["tot"] or "", found["ritme"] or "") == (day, rhythm)


KINDS = part("### The kinds of a question")


@pytest.mark.parametrize(("kind", "why", "question"), rows(KINDS))
def test_a_question_is_of_its_kind(kind: str, why: str, question: str):
    assert beoordeel_vraag(question).soort == kind, why


@pytest.mark.parametrize(
    ("question", "kind"), _KIND.findall(KINDS.replace("\n  ", " "))
)
def test_a_line_below_the_kinds_holds(question: str, kind: str):
    assert beoordeel_vraag(question).soort == kind
