"""How often something is done each time: '3x per week', 'twee keer per dag'."""

import re

# Twice to ten times; who means more writes figures.
_TELWOORDEN = {
    "twee": 2,
    "drie": 3,
    "vier": 4,
    "vijf": 5,
    "zes": 6,
    "zeven": 7,
    "acht": 8,
    "negen": 9,
    "tien": 10,
}
_PER = re.compile(
    rf"\b([1-9]\d?|{'|'.join(_TELWOORDEN)}) ?"
    r"(?:x|keer|maal) ?"
    r"(?:per|in de|p/) ?"
    r"(?:dag|week|w|maand)\b"
)


def keren_per(tekst: str) -> int:
    """Read how often in each day, week or month: 2 for 'twee keer per week', 1 when not said."""
    gezegd = _PER.search(tekst.lower())
    if not gezegd:
        return 1
    aantal = gezegd[1]
    return _TELWOORDEN.get(aantal) or int(aantal)
