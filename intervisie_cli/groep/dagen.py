"""The days of a group: that of a sessie, in words, and that by which an actie is to be done."""

from datetime import date

from intervisie_cli.model.actie import LAATSTE_DAG, Actie
from intervisie_cli.model.namen import lees_iso
from intervisie_cli.model.plain import Data
from intervisie_cli.model.sessie import Sessie
from intervisie_cli.tijd.dag import dag_in_woorden


def in_woorden(sessie: Sessie, vandaag: date) -> str:
    """A sessie as people know it: its day, and its theme if it has one."""
    dag = dag_in_woorden(sessie.datum, vandaag)
    if not sessie.thema:
        return dag
    return f"{dag} · {sessie.thema}"


def met_tijd(sessie: Sessie, vandaag: date) -> str:
    """The day of a sessie, and when it begins if that is known: 'ma 7 december om 19:00'."""
    dag = dag_in_woorden(sessie.datum, vandaag)
    return f"{dag} om {sessie.om}" if sessie.om else dag


def met_laatste_dag(item: Data, begin: date, regio: str) -> Data:
    """An actie of the sessie of *begin*, with the last day that its sentence or rhythm names.

    It is read as `check` and the calendar read it. A day in the field `tot` goes before it.
    """
    actie = Actie(item)
    if not actie.tekst or lees_iso(str(item.get("tot") or "")):
        return item
    # The grammars are only loaded for an actie without a day of its own.
    from intervisie_cli.checks.smart.actie import Actiezin, Afspraken

    dag = Actiezin(actie.tekst, begin, actie.velden, Afspraken(regio)).tot
    if not dag:
        return item
    return {**item, LAATSTE_DAG: dag.isoformat()}
