"""Reads what is typed about a sessie: a moment of the day, a name, a reason."""

import re

from intervisie_cli.model.fouten import VerkeerdGebruik
from intervisie_cli.taal.tekst import bezwaar, schoon, zonder_stuurtekens


def tijdstip(tekst: str) -> str:
    """Read '20:30' or '9.15' as HH:MM, '' for nothing. Raises VerkeerdGebruik."""
    if not tekst:
        return ""
    match = re.fullmatch(r"([01]?\d|2[0-3])[:.]([0-5]\d)", tekst)
    if not match:
        raise VerkeerdGebruik("Dat tijdstip klopt niet.", "Schrijf het als 20:30.")
    return f"{int(match[1]):02d}:{match[2]}"


def korte_tekst(getypt: str) -> str:
    """A name or a reason as it is kept. Raises VerkeerdGebruik."""
    tekst = schoon(zonder_stuurtekens(getypt))
    if reden := bezwaar(tekst, is_lang=False):
        raise VerkeerdGebruik(f"Die tekst {reden}.", "Maak hem korter.")
    return tekst
