"""The reports of the rondes of a sessie, from its files."""

from collections.abc import Collection, Iterator

from intervisie_cli.groep.dagen import met_laatste_dag
from intervisie_cli.groep.sessies import SessieMap
from intervisie_cli.groep.stapbestand import StapBestand
from intervisie_cli.model.actie import ACTIES, Actie
from intervisie_cli.model.casus import ADVIEZEN, Casus, Woorden
from intervisie_cli.model.draaiboek import (
    AFGEROND,
    BEGONNEN,
    ID,
    STAP,
    STATUS,
    VOORTGANG,
)
from intervisie_cli.model.notitie import Notitie
from intervisie_cli.model.plain import Item, items_in, texts_in
from intervisie_cli.model.sessie import Plek, Ronde

# The fields that a casus shows.
_GETOOND = frozenset(["hulpvraag", "herformulering", ADVIEZEN, ACTIES])
# The keys under which nobody wrote words.
_GEEN_WOORDEN = frozenset([ID, STAP, STATUS, BEGONNEN, AFGEROND, VOORTGANG])
# The part of `Woorden` that the words of a field are of; those of any other are of the rest.
_DEEL_VAN = {
    "hulpvraag": "hulpvraag",
    "herformulering": "hulpvraag",
    "toelichting": "hulpvraag",
    "definities": "hulpvraag",
    ADVIEZEN: "advies",
    ACTIES: "actie",
}
_OVERIG = "overig"
# Lines of words, by the part of `Woorden` that they are of.
_Regels = dict[str, list[str]]


def of_sessie(
    sessie_map: SessieMap,
    notities: Collection[Notitie] = (),
    regio: str = "",
) -> Iterator[Casus]:
    """The reports of a sessie, one for each ronde that is held; *notities* are among the words.

    What was advised or planned in the steps of the sessie as a whole gets one too, as ronde 0.
    *regio* is that of the school holidays, for the last day of an actie.
    """
    gehouden = sessie_map.held_rondes
    # What was said of the sessie as a whole is among the words of each ronde; so is what somebody
    # noted at a ronde that was not held.
    weg = {ronde for ronde in sessie_map.sessie.rondes if ronde not in gehouden}
    samen = _woorden_van(sessie_map, {None, *weg}, notities)
    samen[_OVERIG].insert(0, sessie_map.sessie.thema)
    for ronde in gehouden:
        eigen = _woorden_van(sessie_map, {ronde}, notities)
        yield _casus(sessie_map, ronde, eigen, samen, regio)
    heel = _casus(sessie_map, None, _woorden_van(sessie_map, (), ()), samen, regio)
    if heel.adviezen or heel.acties:
        yield heel


def _is_getoond(plek: Plek) -> bool:
    # Of a step that the draaiboek does not know, nobody knows what it asks.
    if not plek.stap.is_bekend:
        return True
    return any(veld.naam in _GETOOND for veld in plek.stap.velden)


def _casus(
    sessie_map: SessieMap,
    ronde: Ronde | None,
    eigen: _Regels,
    samen: _Regels,
    regio: str,
) -> Casus:
    stappen = [stap for stap in sessie_map.stappen if stap.plek.ronde == ronde]
    sessie = sessie_map.sessie
    woorden = {}
    for deel in Woorden._fields:
        woorden[deel] = "\n".join(eigen[deel] + samen[deel])
    adviezen: list[Item] = []
    acties: list[Item] = []
    paden = []
    vervolg_op: list[str] = []
    for stap in stappen:
        adviezen += items_in(stap.getoond.get(ADVIEZEN))
        for item in items_in(stap.getoond.get(ACTIES)):
            nu = Actie(item).data()
            acties.append(met_laatste_dag(nu, sessie.datum, regio))
            paden.append(stap.pad)
        vervolg_op += stap.carried_on
    return Casus(
        sessie=sessie.naam,
        sessie_id=sessie.id,
        datum=sessie.datum,
        draaiboek=sessie.draaiboek,
        thema=sessie.thema,
        ronde=ronde.nummer if ronde else 0,
        inbrenger=ronde.inbrenger if ronde else "",
        hulpvraag=_laatste(stappen, "hulpvraag"),
        herformulering=_laatste(stappen, "herformulering"),
        is_af=all(stap.is_vastgelegd for stap in stappen if _is_getoond(stap.plek)),
        adviezen=tuple(adviezen),
        acties=tuple(acties),
        paden=tuple(paden),
        vervolg_op=vervolg_op[0] if vervolg_op else "",
        is_prive=sessie.is_prive,
        deelnemers=sessie.deelnemers,
        woorden=Woorden(**woorden),
    )


def _laatste(stappen: list[StapBestand], naam: str) -> str:
    """The text that stands under *naam* in the last step that has one, '' for none."""
    laatste = ""
    for stap in stappen:
        waarde = stap.getoond.get(naam)
        if isinstance(waarde, str):
            laatste = waarde
    return laatste


def _woorden_van(
    sessie_map: SessieMap,
    rondes: Collection[Ronde | None],
    notities: Collection[Notitie],
) -> _Regels:
    """The words in the steps of *rondes*; None is for those of the sessie as a whole."""
    regels: _Regels = {deel: [] for deel in Woorden._fields}
    for stap in sessie_map.stappen:
        if stap.plek.ronde not in rondes:
            continue
        for sleutel, waarde in stap.getoond.items():
            # The id of the actie that a ronde goes on with is no word either.
            if sleutel not in _GEEN_WOORDEN and waarde not in stap.carried_on:
                regels[_DEEL_VAN.get(sleutel, _OVERIG)] += texts_in(
                    waarde, _GEEN_WOORDEN
                )
        regels[_OVERIG].append(stap.notulen)
    for notitie in notities:
        if notitie.ronde in rondes:
            regels[_OVERIG].append(notitie.tekst)
    return regels
