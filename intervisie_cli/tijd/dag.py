"""A day as somebody types it: '1 december', '1-12', 'volgende week ma'; and as it is shown."""

import re
from datetime import date

from intervisie_cli.model.namen import lees_iso
from intervisie_cli.taal.kalendernamen import DAGEN, MAANDEN
from intervisie_cli.tijd.kalender import (
    dag_van,
    eerstvolgende,
    jaartal,
    laatst_geweest,
)

_IN_CIJFERS = r"(\d{4})-(\d{1,2})-(\d{1,2})"
_DAG_EN_MAAND = (
    r"(?P<dag>\d{1,2})[-/. ](?P<maand>\d{1,2}|[a-z]{3,9}\.?)"
    r"(?:[-/. ](?P<jaar>\d{4}|'?\d\d))?"
)
# Said wherever a day is asked and none was read.
GEEN_DAG = (
    "Schrijf een datum die bestaat, zoals vrijdag, 14 december of over twee weken."
)

# The folder of a sessie: its day, and behind that its theme.
_SESSIE = re.compile(r"\b(\d{4}-\d\d-\d\d)(?:-[a-z0-9-]+)?")


def lees_datum(text: str, vandaag: date, *, terug: bool = False) -> date | None:
    """Read a day as it is typed (`2026-12-01`, `1-12`) or said (`vr`, `over twee weken`).

    Without a year it is the next such day; with *terug*, for who looks back, the last one.
    """
    text = " ".join(text.lower().split()).rstrip(".,!?")
    datum = _kale_datum(text, vandaag, terug=terug)
    if datum or not text:
        return datum
    # The grammars are only loaded by those who need them.
    from intervisie_cli.tijd.gezegd import geweest, gezegde_dag

    if terug:
        return geweest(text, vandaag)
    return gezegde_dag(text, vandaag)


def noemt_tijd(text: str, vandaag: date) -> bool:
    """Whether what is typed as a day says at what time of it too: 'vrijdag om 10 uur'."""
    if _kale_datum(text, vandaag, terug=False):
        return False
    from intervisie_cli.tijd.gezegd import kloktijden

    return bool(kloktijden(text, vandaag))


def _kale_datum(text: str, vandaag: date, *, terug: bool) -> date | None:
    if match := re.fullmatch(_IN_CIJFERS, text):
        jaar, maand, dag = map(int, match.groups())
        return dag_van(jaar, maand, dag)
    match = re.fullmatch(_DAG_EN_MAAND, text)
    if not match:
        return None
    dag = int(match["dag"])
    maand = _maand(match["maand"].rstrip("."))
    if match["jaar"]:
        in_jaar = jaartal(match["jaar"].lstrip("'"))
        return dag_van(in_jaar or 0, maand, dag)
    if terug:
        return laatst_geweest(dag, maand, vandaag)
    return eerstvolgende(dag, maand, vandaag)


def _maand(getypt: str) -> int:
    return int(getypt) if getypt.isdigit() else maand_nummer(getypt)


def maand_nummer(naam: str) -> int:
    """The number of a month from the beginning of its name, 0 for none."""
    for nummer, maand in enumerate(MAANDEN, 1):
        if maand.startswith(naam):
            return nummer
    return 0


# For a page that is kept: of no group is this the year, so a day is always told with its own, and
# the page says the same a year from now.
MET_JAAR = date.min


def dag_in_woorden(dag: date | str, vandaag: date) -> str:
    """A day as people say it: 'ma 14 december', and its year when that is not the year of today.

    What stands in a file is ISO; a text there that is no day stays as it is.
    """
    if isinstance(dag, str):
        gelezen = lees_iso(dag)
        if not gelezen:
            return dag
        dag = gelezen
    weekdag = DAGEN[dag.weekday()][:2]
    woorden = f"{weekdag} {dag.day} {MAANDEN[dag.month - 1]}"
    if dag.year == vandaag.year:
        return woorden
    return f"{woorden} {dag.year}"


def dag_voluit(dag: date, vandaag: date) -> str:
    """The same with the whole name of the weekday: 'maandag 14 december'."""
    _, rest = dag_in_woorden(dag, vandaag).split(" ", 1)
    return f"{DAGEN[dag.weekday()]} {rest}"


def dag_in_cijfers(dag: date | str) -> str:
    """A day to type again: with its year, so that it is that day whenever it is read.

    A text of a file that is no day stays as it is.
    """
    if isinstance(dag, str):
        gelezen = lees_iso(dag)
        if not gelezen:
            return dag
        dag = gelezen
    return f"{dag.day}-{dag.month}-{dag.year:04d}"


def met_dagen(tekst: str, vandaag: date) -> str:
    """*tekst*, with for each sessie that it names by its folder the day of that sessie."""

    def dag(sessie: re.Match[str]) -> str:
        return dag_in_woorden(sessie[1], vandaag)

    return _SESSIE.sub(dag, tekst)
