"""The day by which an actie is to be done, also when only its sentence names one."""

from datetime import date

from intervisie_cli.model.actie import LAATSTE_DAG, Actie
from intervisie_cli.model.namen import lees_iso
from intervisie_cli.model.plain import Data


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
