"""Reads what is typed outside a step: a text, names, a day, a moment of the day, a rhythm."""

import re
from datetime import date

from intervisie_cli.model.fouten import VerkeerdGebruik
from intervisie_cli.taal.tekst import OP_EEN_REGEL, bezwaar, schoon, zonder_stuurtekens
from intervisie_cli.tijd.dag import GEEN_DAG, lees_datum

# What stands before a rhythm and is no part of it.
_ELKE = re.compile(r"^(?:elke?|iedere?) +", re.IGNORECASE)


def tekst(
    getypt: str,
    wat: str = "Die tekst",
    *,
    is_lang: bool = False,
    hoogstens: int | None = None,
) -> str:
    """A text as it is kept, '' for none. Raises VerkeerdGebruik, which calls it *wat*."""
    gelezen = schoon(zonder_stuurtekens(getypt))
    reden = bezwaar(gelezen, is_lang=is_lang, hoogstens=hoogstens)
    if not reden:
        return gelezen
    hulp = "Maak de tekst korter."
    if reden == OP_EEN_REGEL:
        hulp = "Haal de nieuwe regels eruit."
    raise VerkeerdGebruik(f"{wat} {reden}.", hulp)


def dag(getypt: str, vandaag: date) -> date:
    """Read a day of a sessie, today for nothing. Raises VerkeerdGebruik."""
    if not getypt:
        return vandaag
    # A sessie can have been held: 'gisteren' is a day here.
    datum = lees_datum(getypt, vandaag) or lees_datum(getypt, vandaag, terug=True)
    if not datum:
        raise VerkeerdGebruik("Die datum bestaat niet.", GEEN_DAG)
    return datum


def tijdstip(getypt: str) -> str:
    """Read '20:30', '9.15' or 'half 9' as HH:MM, '' for nothing. Raises VerkeerdGebruik."""
    if not getypt:
        return ""
    match = re.fullmatch(r"([01]?\d|2[0-3])[:.]([0-5]\d)", getypt)
    if match:
        return f"{int(match[1]):02d}:{match[2]}"
    # The grammars are only loaded for who says it in words.
    from intervisie_cli.tijd.gezegd import gezegde_tijd

    gezegd = gezegde_tijd(getypt)
    if not gezegd:
        raise VerkeerdGebruik(
            "Dat tijdstip klopt niet.", "Schrijf het als 20:30 of half 9."
        )
    uur, minuut = gezegd
    return f"{uur:02d}:{minuut:02d}"


def ritme(getypt: str) -> str:
    """Read '2 weken' or 'elke maandag' as it is kept, '' for none. Raises VerkeerdGebruik."""
    gelezen = _ELKE.sub("", tekst(getypt, "Het ritme"))
    if gelezen.lower() in ("", "geen"):
        return ""
    from intervisie_cli.tijd.gezegd import gezegd_ritme

    if not gezegd_ritme(gelezen):
        raise VerkeerdGebruik(
            "Dat ritme klopt niet.",
            "Schrijf het als 2 weken, maandag of eerste maandag van de maand.",
        )
    return gelezen


def namen(getypt: str) -> list[str]:
    """The names in 'kim, tim'; what stands between two commas and is empty is none."""
    delen = (deel.strip() for deel in getypt.split(","))
    return [deel for deel in delen if deel]
