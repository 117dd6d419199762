"""Days of a month by their number alone: 'de 15e', 'voor de 1e van volgende maand'."""

import re

from intervisie_cli.taal.woordsoorten import naamwoord
from intervisie_cli.tijd import kalender as kal
from intervisie_cli.tijd.kalender import Periode
from intervisie_cli.tijd.vondst import (
    DAG,
    DATUM,
    Grammatica,
    Kader,
    Vondst,
    Vorm,
    op_dag,
)

# A sign, a verb, or a small word.
_GAAT_VERDER = re.compile(
    r"\W+|\w+(?:en|n|t|d)|ik|we|wij|je|ga|heb|moet|is|af|op|om|in|door|uit|weg|bij|van|met|voor"
    r"|klaar|alles|alle|de|het|een|mijn|ons|onze|bel|mail|lever|stuur|herhaald"
)


def _dag_van_de_maand(match: "re.Match[str]", kader: Kader) -> Vondst | None:
    # 'op de eerste rij' numbers a row, and so does each word that no sentence goes on with.
    erna = match.string[match.end() :].split()
    is_kaal = match.end() == match.end("dag") + len("e")
    if is_kaal and erna:
        volgende = erna[0]
        if naamwoord(volgende) or not _GAAT_VERDER.fullmatch(volgende):
            return None
    return _zoveelste(match, kader, vanaf_maand=1 if match["volgende"] else 0)


def _genoemde_dag(match: "re.Match[str]", kader: Kader) -> Vondst:
    vanaf_maand = 1 if match["volgende"] else 0
    return _zoveelste(match, kader, vanaf_maand=vanaf_maand)._replace(van=match.start())


def _losse_dag_van_de_maand(match: "re.Match[str]", kader: Kader) -> Vondst:
    return _zoveelste(match, kader, vanaf_maand=0)


def _zoveelste(match: "re.Match[str]", kader: Kader, *, vanaf_maand: int) -> Vondst:
    """Give 'de 15e': the first such day to come, so many months from now or later."""
    vandaag = kader.vandaag
    # Every day of the month is in one of three months in a row: never two short ones together.
    for maanden in range(vanaf_maand, 3):
        eerste = kal.maanden_later(vandaag.replace(day=1), maanden)
        datum = kal.dag_van(eerste.year, eerste.month, int(match["dag"]))
        if datum and datum >= vandaag:
            # The word before 'de' is a bound, which is read later on; it is left out.
            van = match.start("dag") - len("de ")
            return Vondst(DATUM, van, match.end(), Periode(datum, datum))
    return op_dag(match, None)


MAANDDAGEN: Grammatica = (
    Vorm(
        "voor [de 15e van volgende maand] betaald",
        r"(?:op|voor|tm|uiterlijk|tegen|vanaf|tot|per|ingaande|laatste|ingang van|dan)"
        r"(?: en met)? "
        r"de (?P<dag>\d\d?)e"
        # 'de 2e keer' and 'de 1e maandag' number something else than a day.
        rf"(?! (?:{DAG}|(?:dag|week|maand|jaar|kwartaal)|keer|versie|les))"
        r"(?: (?:van )?(?:deze|(?P<volgende>volgende)) maand)?"
        r"(?: van de maand)?",
        _dag_van_de_maand,
        nodig=(" de ",),
    ),
    Vorm(
        "huur betalen [1e van de maand]",
        r"(?P<dag>\d\d?)e (?:van de|(?:van )?deze|(?:van )?(?P<volgende>volgende)) maand",
        _genoemde_dag,
        nodig=("e van ", " maand"),
    ),
    Vorm(
        "[de 15e] lever ik het in",
        r"(?<!naar )de (?P<dag>\d\d?)e"
        r"(?= (?:ik|we|wij|betaal|lever|moet|ga|heb|is|stuur|bel|mail|[a-z]+ (?:ik|we|wij)"
        r"|in|op|af|door)(?![^ ])|$| ,| \.)",
        _losse_dag_van_de_maand,
        nodig=("de ",),
    ),
)
