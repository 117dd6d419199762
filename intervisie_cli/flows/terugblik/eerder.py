"""Earlier advice: what was said in rondes about something like the hulpvraag at hand."""

from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.flows.terugblik.log import GeenWoord, find_rondes
from intervisie_cli.flows.terugblik.opvragen import current, in_cache
from intervisie_cli.groep import casussen
from intervisie_cli.groep.sessies import SessieMap
from intervisie_cli.index import opzoeken
from intervisie_cli.index.betekenis import beeld, gelijk
from intervisie_cli.index.cache import Cache
from intervisie_cli.index.lijken import over
from intervisie_cli.index.opzoeken import Treffer
from intervisie_cli.model.casus import Casus, Zoekvraag
from intervisie_cli.model.sessie import Ronde

# They stand above the questions of a step, and are read before anybody answers.
AANTAL = 3
# What is less alike is about something else (`python -m benchmarks.resemblance`).
GENOEG = 0.68


def earlier_advice(
    omgeving: Omgeving, sessie_map: SessieMap, ronde: Ronde
) -> list[Casus]:
    """The rondes of other sessies, with advice, that resemble *ronde* most and do so enough.

    The one that it goes on with comes first.
    """
    eigen = _casus_of(sessie_map, ronde)
    if not eigen.hulpvraag:
        return []
    tekst = _about(eigen)
    hier = beeld(tekst)
    vraag = Zoekvraag(
        omgeving.vandaag,
        met_advies=True,
        buiten=sessie_map.sessie.map,
        lijkt_op=tekst,
    )

    def is_alike(ander: Casus) -> bool:
        return gelijk(hier, beeld(_about(ander))) >= GENOEG

    def look(cache: Cache) -> list[Casus]:
        voorlopers = current(cache, lambda: _predecessors(cache, eigen))
        gevonden = find_rondes(cache, vraag, AANTAL).treffers
        rondes = {}
        for treffer in (*voorlopers, *gevonden):
            casus = treffer.casus
            # A predecessor counts however little it resembles; one that does is found twice.
            if treffer in voorlopers or is_alike(casus):
                rondes[casus.sessie, casus.ronde] = casus
        return list(rondes.values())[:AANTAL]

    try:
        return in_cache(omgeving, look)
    except GeenWoord:
        # A hulpvraag of signs alone resembles nothing.
        return []


def _casus_of(sessie_map: SessieMap, ronde: Ronde) -> Casus:
    alle = casussen.of_sessie(sessie_map)
    return next(casus for casus in alle if casus.ronde == ronde.nummer)


def _predecessors(cache: Cache, casus: Casus) -> list[Treffer]:
    """The ronde in which the actie was planned that this one goes on with, unless it is private."""
    vorige = opzoeken.voorloper(cache.con, casus.vervolg_op)
    if not vorige or vorige.casus.is_prive:
        return []
    return [vorige]


def _about(casus: Casus) -> str:
    return over(casus.hulpvraag, casus.herformulering, casus.woorden)
