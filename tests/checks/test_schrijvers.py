"""The texts of the writers apart: each as the README of this folder says, and nobody else's."""

import hashlib
import re
import unicodedata
from collections import Counter
from datetime import date

import pytest

from tests.checks.cases import HIER, Case, load, schrijvers

ACTIES, VRAGEN = schrijvers("acties"), schrijvers("vragen")
# Digests of texts that others labelled, to measure with: none of them may be learned from.
ELDERS = frozenset((HIER / "elders.txt").read_text(encoding="ascii").split())
FREQUENTIES = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY", "HOURLY")


def digest(tekst: str) -> str:
    """Of a text without its capitals, spaces and signs, so that a small change hides nothing."""
    plat = unicodedata.normalize("NFC", tekst).lower()
    return hashlib.sha256(re.sub(r"\W+", " ", plat).strip().encode()).hexdigest()[:12]


def test_there_are_many_texts_of_many_writers():
    assert len({case["bron"] for case in ACTIES}) >= 24
    assert {case["bron"] for case in ACTIES} == {case["bron"] for case in VRAGEN}
    assert len(ACTIES) >= 4000
    assert len(VRAGEN) >= 4000


@pytest.mark.parametrize("cases", [ACTIES, VRAGEN], ids=["acties", "vragen"])
def test_no_text_stands_there_twice(cases: tuple[Case, ...]):
    geteld = Counter(digest(case["tekst"]) for case in cases)
    dubbel = [case["tekst"] for case in cases if geteld[digest(case["tekst"])] > 1]
    # A text of signs alone has no letters to tell it by.
    assert [tekst for tekst in dubbel if re.search(r"\w", tekst)] == []


def test_no_text_is_one_that_others_labelled_to_measure_with():
    alle = [*ACTIES, *VRAGEN, *load("acties"), *load("vragen"), *load("tijden")]
    assert [case["tekst"] for case in alle if digest(case["tekst"]) in ELDERS] == []


def test_an_actie_has_its_letters_and_what_is_known_of_its_time():
    for case in ACTIES:
        assert {case[letter] for letter in "SMT"} <= {0, 1}, case
        assert set(str(case.get("twijfel", ""))) <= set("SMTDR"), case
        assert not case.get("tot") or date.fromisoformat(case["tot"])
        freq = str(case.get("ritme", "FREQ=DAILY")).split(";")[0]
        assert freq.removeprefix("FREQ=") in FREQUENTIES, case


def test_a_question_has_its_kind():
    for case in VRAGEN:
        assert case["soort"] in ("open", "gesloten", "suggestief"), case
        assert case.get("twijfel", 0) in (0, 1)
        assert case.get("dubbel", 0) in (0, 1)
