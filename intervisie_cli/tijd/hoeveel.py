"""How much time: '3 weken', 'anderhalve maand', 'een half jaar', '48 uur', 'tien werkdagen'."""

import math
import re
from datetime import date

from intervisie_cli.taal.werkwoorden import vormen
from intervisie_cli.tijd import kalender as kal

# In the uniform text: 'anderhalve' is 1,5 there, and 'twee' 2.
AANTAL = (
    r"(?:(?:een |1 )?\d{1,12}(?:,\d{1,2})?(?: en een half)?"
    r"|(?:een|1) en een half|(?:een |1 )?half|een|driekwart)"
)
_GETALLEN = {"een": 1.0, "half": 0.5, "driekwart": 0.75}
EENHEID = "(?:uur|dag|werkdag|week|maand|kwartaal|jaar)"
_UREN_PER_DAG = 24
_DAGEN = {"dag": 1.0, "week": 7.0, "uur": 1 / _UREN_PER_DAG}
_MAANDEN = {"maand": 1.0, "kwartaal": 3.0, "jaar": 12.0}
# Half a month, as people count.
_HALVE_MAAND = 15
_ZATERDAG = 5
_MEERVOUD = re.compile(r" ([a-z]{3,}(?:en|s))(?![^ ])")


def aantal_van(geschreven: str) -> float:
    """The number that was written as AANTAL allows."""
    heel, _, erbij = geschreven.partition(" en een ")
    half = 0.5 if erbij else 0.0
    woord = heel.removeprefix("een ").removeprefix("1 ")
    if woord in _GETALLEN:
        return _GETALLEN[woord] + half
    return float(woord.replace(",", ".")) + half


def verder(vandaag: date, aantal: float, wat: str) -> date:
    """The day so much time from *vandaag*; a part of a day is a whole one."""
    if wat == "werkdag":
        return _werkdagen_verder(vandaag, math.ceil(aantal))
    if wat in _DAGEN:
        return kal.later(vandaag, math.ceil(aantal * _DAGEN[wat]))
    maanden = aantal * _MAANDEN[wat]
    dag = kal.maanden_later(vandaag, int(maanden))
    if maanden % 1:
        return kal.later(dag, round(2 * (maanden % 1) * _HALVE_MAAND))
    return dag


def _werkdagen_verder(vandaag: date, aantal: int) -> date:
    weken, rest = divmod(aantal, 5)
    # Who begins in the weekend has had no working day yet.
    sinds_vrijdag = max(0, vandaag.weekday() - _ZATERDAG + 1)
    begin = kal.later(vandaag, -sinds_vrijdag)
    over_weekend = begin.weekday() + rest >= _ZATERDAG
    return kal.later(begin, 7 * weken + rest + (2 if over_weekend else 0))


def telt_iets(na: str) -> bool:
    """Whether a plural follows a number: '2-3 opdrachten', but not '2-3 inleveren'."""
    meervoud = _MEERVOUD.match(na)
    return meervoud is not None and meervoud[1] not in vormen()
