"""Earlier advice: what was said, and what came of it, in rondes about something like the hulpvraag at hand."""

from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.flows.terugkijken import GeenWoord, find_rondes, in_cache
from intervisie_cli.groep import verslagen
from intervisie_cli.groep.sessies import SessieMap
from intervisie_cli.index.betekenis import beeld, gelijk
from intervisie_cli.index.lijken import over
from intervisie_cli.model.sessie import Ronde
from intervisie_cli.model.verslag import Verslag, Zoekvraag

AANTAL = 3
# What is less alike is about something else (`python -m benchmarks.resemblance`).
GENOEG = 0.68


def earlier_advice(omgeving: Omgeving, sessie_map: SessieMap, ronde: Ronde) -> list[Verslag]:
    """The rondes of other sessies, with advice, that resemble this one most; only those that do so enough."""
    verslag = next(een for een in verslagen.of_sessie(sessie_map) if een.ronde == ronde.nummer)
    if not verslag.hulpvraag:
        return []
    tekst = _about(verslag)
    vraag = Zoekvraag(omgeving.vandaag, met_advies=True, buiten=sessie_map.sessie.map, lijkt_op=tekst)
    try:
        gevonden = in_cache(omgeving, lambda cache: find_rondes(cache, vraag, AANTAL)).treffers
    except GeenWoord:
        return []
    hier = beeld(tekst)
    return [een.verslag for een in gevonden if resembles(hier, beeld(_about(een.verslag)))]


def resembles(een: bytes, ander: bytes) -> bool:
    """Whether two texts are about enough of the same thing, by their numbers."""
    return bool(een and ander) and gelijk(een, ander) >= GENOEG


def _about(verslag: Verslag) -> str:
    return over(verslag.hulpvraag, verslag.herformulering, verslag.woorden)
