"""Earlier advice: what was said in rondes about something like the hulpvraag at hand."""

import math

from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.flows.terugblik.log import GeenWoord, find_rondes
from intervisie_cli.flows.terugblik.opvragen import current, in_cache
from intervisie_cli.groep import casussen
from intervisie_cli.groep.sessies import SessieMap
from intervisie_cli.index import opzoeken
from intervisie_cli.index.betekenis import beeld, gelijk, known_words
from intervisie_cli.index.cache import Cache
from intervisie_cli.index.lijken import aantal_rondes, over
from intervisie_cli.index.opzoeken import Treffer
from intervisie_cli.model.casus import Casus, Zoekvraag
from intervisie_cli.model.sessie import Ronde

# They stand above the questions of a step, and are read before anybody answers.
AANTAL = 3
# What is less alike is about something else, however much is told and among however many rondes.
# These were chosen on the part to build on of the pairs in `python -m benchmarks.resemblance`.
GENOEG = 0.68
# A hulpvraag of a few words can be the same as another with few words in common. Each word more
# that both tell makes it likelier that what is the same looks the same.
_MINSTENS, _KAAL, _PER_WOORD = 0.45, 0.40, 0.008
# Among twice as many rondes there is twice as often one that is alike by chance.
_KLEINE_GROEP, _PER_VERDUBBELING = 5, 0.04
# Who looks twice finds more that is alike by chance.
_NOG_EENS = 0.05


def earlier_advice(
    omgeving: Omgeving,
    sessie_map: SessieMap,
    ronde: Ronde,
) -> list[Casus]:
    """The rondes of other sessies, with advice, that resemble *ronde* most and do so enough.

    The one that it goes on with comes first.
    """
    eigen = _casus_of(sessie_map, ronde)
    if not eigen or not eigen.hulpvraag:
        return []
    tekst = _about(eigen)
    vraag = Zoekvraag(
        omgeving.vandaag,
        met_advies=True,
        buiten=sessie_map.sessie.map,
        lijkt_op=tekst,
    )

    def look(cache: Cache) -> list[Casus]:
        voorlopers = current(cache, lambda: _predecessors(cache, eigen))
        gevonden = find_rondes(cache, vraag, AANTAL).treffers
        aantal = aantal_rondes(cache.con)
        rondes = {}
        for treffer in (*voorlopers, *gevonden):
            casus = treffer.casus
            # A predecessor counts however little it resembles; one that does is found twice.
            if treffer in voorlopers or is_alike(eigen, casus, aantal):
                rondes[casus.sessie, casus.ronde] = casus
        return list(rondes.values())[:AANTAL]

    try:
        return in_cache(omgeving, look)
    except GeenWoord:
        # A hulpvraag of signs alone resembles nothing.
        return []


def is_alike(een: Casus, ander: Casus, aantal: int) -> bool:
    """Whether two rondes are about the same, when one looks among so many."""
    tekst = _about(een)
    if _says_the_same(tekst, _about(ander), aantal):
        return True
    # Beside all that was told at length one line drowns, so that is laid beside one line as well.
    if known_words(tekst) > known_words(een.hulpvraag):
        return False
    regels = (ander.hulpvraag, ander.herformulering)
    return any(_says_the_same(tekst, regel, aantal, _NOG_EENS) for regel in regels)


def _says_the_same(
    een: str,
    ander: str,
    aantal: int,
    meer: float = 0.0,
) -> bool:
    """Whether two texts are alike enough for that, and by so much *meer*."""
    alike = gelijk(beeld(een), beeld(ander))
    return alike >= enough(known_words(een) + known_words(ander), aantal) + meer


def enough(woorden: int, aantal: int) -> float:
    """How alike texts of so many words in all must be, to say so among so many rondes."""
    genoeg = max(_MINSTENS, _KAAL + _PER_WOORD * woorden)
    verdubbeld = math.log2(max(aantal, _KLEINE_GROEP) / _KLEINE_GROEP)
    return min(GENOEG, genoeg + _PER_VERDUBBELING * verdubbeld)


def _casus_of(sessie_map: SessieMap, ronde: Ronde) -> Casus | None:
    for casus in casussen.of_sessie(sessie_map):
        if casus.ronde == ronde.nummer:
            return casus
    return None


def _predecessors(cache: Cache, casus: Casus) -> list[Treffer]:
    """The ronde in which the actie was planned that this one goes on with, unless it is private."""
    vorige = opzoeken.voorloper(cache.con, casus.vervolg_op)
    if not vorige or vorige.casus.is_prive:
        return []
    return [vorige]


def _about(casus: Casus) -> str:
    return over(casus.hulpvraag, casus.herformulering, casus.woorden)
