"""How often something is done each time: '3x per week', 'twee keer per dag'."""

import re

from intervisie_cli.taal.telwoorden import telwoorden

_PER = re.compile(
    r"\b([1-9]\d?|[a-z]+) ?"
    r"(?:x|keer|maal) ?"
    r"(?:per|in de|p/) ?"
    r"(?:dag|week|w|maand)\b"
)


def keren_per(tekst: str) -> int:
    """Read how often in each day, week or month: 2 for 'twee keer per week', 1 when not said."""
    gezegd = _PER.search(tekst.lower())
    if not gezegd:
        return 1
    aantal = telwoorden().get(gezegd[1], gezegd[1])
    return int(aantal) if aantal.isdecimal() else 1
