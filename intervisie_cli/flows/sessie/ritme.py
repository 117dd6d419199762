"""A group that meets in a rhythm: what comes back with a next sessie, and on which day."""

from contextlib import suppress

from intervisie_cli.flows.lezen import ritme
from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.flows.sessie import tijden
from intervisie_cli.flows.sessie.new import Opties
from intervisie_cli.flows.sessie.tijden import Tijden
from intervisie_cli.groep import sessies
from intervisie_cli.model.fouten import IntervisieError
from intervisie_cli.model.sessie import Sessie
from intervisie_cli.tijd.kalender import later


def in_ritme(omgeving: Omgeving, gegeven: Opties) -> Opties:
    """Where the group meets in a rhythm: fill in that, its times, and the next day of it.

    Raises VerkeerdGebruik for a rhythm that cannot be read.
    """
    if gegeven.elke:
        gegeven = gegeven._replace(elke=ritme(gegeven.elke))
    vorige = last(omgeving)
    toen = Tijden()
    if vorige:
        toen = tijden.of_sessie(vorige)
    opties = met_tijden(gegeven, toen)
    if not opties.elke or opties.datum is not None:
        return opties
    gevonden = tijden.ritme_van(Tijden(elke=opties.elke))
    begin = vanaf = omgeving.vandaag
    # It goes on from the last time, unless the group chose another rhythm.
    if vorige and gevonden == tijden.ritme_van(toen):
        begin = vorige.datum
        vanaf = max(vanaf, later(begin, 1))
    dag = gevonden and tijden.eerstvolgende(gevonden, begin, vanaf)
    if not dag:
        return opties
    return opties._replace(datum=dag.isoformat())


def met_tijden(gegeven: Opties, toen: Tijden) -> Opties:
    """The rhythm and the times of *toen* where no others were given: they come back together."""
    if not toen.elke:
        return gegeven
    if gegeven.elke is None:
        gegeven = gegeven._replace(elke=toen.elke)
    # One of the two alone could lie at the wrong side of the other.
    if gegeven.elke and gegeven.om is None and gegeven.tot is None:
        gegeven = gegeven._replace(om=toen.om, tot=toen.tot)
    return gegeven


def last(omgeving: Omgeving) -> Sessie | None:
    """The latest sessie that can be read, None when there is none."""
    for folder in sessies.folders(omgeving.root):
        with suppress(IntervisieError):
            return sessies.load_sessie(omgeving.root, folder)
    return None
