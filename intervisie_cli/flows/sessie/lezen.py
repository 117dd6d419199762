"""Reads what is typed about a sessie: a moment of the day."""

import re

from intervisie_cli.model.fouten import VerkeerdGebruik


def tijdstip(tekst: str) -> str:
    """Read '20:30' or '9.15' as HH:MM, '' for nothing. Raises VerkeerdGebruik."""
    if not tekst:
        return ""
    match = re.fullmatch(r"([01]?\d|2[0-3])[:.]([0-5]\d)", tekst)
    if not match:
        raise VerkeerdGebruik("Dat tijdstip klopt niet.", "Schrijf het als 20:30.")
    return f"{int(match[1]):02d}:{match[2]}"
