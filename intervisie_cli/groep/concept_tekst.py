"""What a draft holds, as JSON can, and the way back."""

from datetime import datetime
from typing import Any

from intervisie_cli.model.draaiboek import Stap
from intervisie_cli.model.plain import Data
from intervisie_cli.model.sleutel import VOLGORDE, Sleutel, lees
from intervisie_cli.model.vraag import Antwoorden


def to_texts(antwoorden: Antwoorden) -> Data:
    """Answers as JSON can hold them; `to_answers` is the way back."""
    texts: Data = {}
    for sleutel, waarde in antwoorden.items():
        if isinstance(waarde, list):
            # An order of items names other keys; members are texts already.
            texts[str(sleutel)] = [str(ander) for ander in waarde]
        else:
            texts[str(sleutel)] = waarde
    return texts


def to_answers(given: Any, stap: Stap) -> Antwoorden:
    """Answers as a draft keeps them. Raises TypeError, AttributeError for what is none."""
    answers: Antwoorden = {}
    for tekst, waarde in given.items():
        sleutel = lees(tekst, stap)
        answers[sleutel] = _answer(sleutel, waarde, stap)
    return answers


def _answer(sleutel: Sleutel, waarde: Any, stap: Stap) -> Any:
    """One answer: a text, a number, a yes or no, an order, or members. Raises TypeError."""
    if isinstance(waarde, list) and all(isinstance(tekst, str) for tekst in waarde):
        if sleutel.deel == VOLGORDE:
            return [lees(tekst, stap) for tekst in waarde]
        return waarde
    if not isinstance(waarde, str | int | None):
        raise TypeError
    return waarde


def to_moment(text: str) -> str:
    """A moment with its offset, as a draft keeps it. Raises ValueError, TypeError."""
    if datetime.fromisoformat(text).tzinfo is None:
        raise ValueError
    return text


def to_minuten(waarde: Any) -> int:
    """Minutes, as a draft keeps them. Raises TypeError, ValueError."""
    if isinstance(waarde, bool) or not isinstance(waarde, int):
        raise TypeError
    # A day and a night: more was written by somebody else.
    if not 0 <= waarde <= 24 * 60:
        raise ValueError
    return waarde
