"""Earlier advice: what was said, and what came of it, in rondes about something like the hulpvraag at hand."""

from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.flows.terugblik.log import GeenWoord, find_rondes
from intervisie_cli.flows.terugblik.opvragen import current, in_cache
from intervisie_cli.groep import verslagen
from intervisie_cli.groep.sessies import SessieMap
from intervisie_cli.index import opzoeken
from intervisie_cli.index.betekenis import beeld, gelijk
from intervisie_cli.index.cache import Cache
from intervisie_cli.index.lijken import over
from intervisie_cli.index.opzoeken import Treffer
from intervisie_cli.model.sessie import Ronde
from intervisie_cli.model.verslag import Verslag, Zoekvraag

AANTAL = 3
# What is less alike is about something else (`python -m benchmarks.resemblance`).
GENOEG = 0.68


def earlier_advice(omgeving: Omgeving, sessie_map: SessieMap, ronde: Ronde) -> list[Verslag]:
    """The rondes of other sessies, with advice, that resemble this one most; only those that do so enough.

    The one that it goes on with is the first.
    """
    verslag = next(een for een in verslagen.of_sessie(sessie_map) if een.ronde == ronde.nummer)
    if not verslag.hulpvraag:
        return []
    tekst = _about(verslag)
    hier = beeld(tekst)
    vraag = Zoekvraag(
        omgeving.vandaag, met_advies=True, buiten=sessie_map.sessie.map, lijkt_op=tekst
    )

    def goes_on_with(cache: Cache) -> list[Treffer]:
        vorige = opzoeken.voorloper(cache.con, verslag.vervolg_op)
        return [vorige] if vorige and not vorige.verslag.is_prive else []

    def look(cache: Cache) -> list[Verslag]:
        eerst = [treffer.verslag for treffer in current(cache, lambda: goes_on_with(cache))]
        gevonden = (treffer.verslag for treffer in find_rondes(cache, vraag, AANTAL).treffers)
        lijken = (een for een in gevonden if gelijk(hier, beeld(_about(een))) >= GENOEG)
        return list({(een.sessie, een.ronde): een for een in (*eerst, *lijken)}.values())[:AANTAL]

    try:
        return in_cache(omgeving, look)
    except GeenWoord:
        return []


def _about(verslag: Verslag) -> str:
    return over(verslag.hulpvraag, verslag.herformulering, verslag.woorden)
