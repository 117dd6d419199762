"""The reports of the rondes of a sessie, from its files."""

from collections.abc import Iterator
from typing import Any

from intervisie_cli.groep.sessies import SessieMap, StapBestand
from intervisie_cli.model.actie import ACTIES, Actie
from intervisie_cli.model.draaiboek import AFGEROND, BEGONNEN, ID, STAP, STATUS
from intervisie_cli.model.plain import items_in
from intervisie_cli.model.sessie import Plek, Ronde
from intervisie_cli.model.verslag import ADVIEZEN, Verslag, Woorden

# The fields that a report shows.
_GETOOND = frozenset(["hulpvraag", "herformulering", ADVIEZEN, ACTIES])
_GEEN_WOORDEN = frozenset([ID, STAP, STATUS, BEGONNEN, AFGEROND])
_DEEL_VAN = {
    "hulpvraag": 0,
    "herformulering": 0,
    "toelichting": 0,
    "definities": 0,
    ADVIEZEN: 1,
    ACTIES: 2,
}


def of_sessie(sessie_map: SessieMap) -> Iterator[Verslag]:
    """The reports of a sessie, a ronde each."""
    samen = _woorden_van(sessie_map, None)
    for ronde in sessie_map.sessie.rondes:
        yield _verslag(sessie_map, ronde, samen)


def _is_getoond(plek: Plek) -> bool:
    return plek.ronde is not None and any(veld.naam in _GETOOND for veld in plek.stap.velden)


def _verslag(sessie_map: SessieMap, ronde: Ronde, samen: list[list[str]]) -> Verslag:
    stappen = [stap for stap in sessie_map.stappen if stap.plek.ronde == ronde]
    sessie = sessie_map.sessie
    woorden = [
        eigen + van_allen
        for eigen, van_allen in zip(_woorden_van(sessie_map, ronde), samen, strict=True)
    ]
    return Verslag(
        sessie=sessie.naam,
        sessie_id=sessie.id,
        datum=sessie.datum,
        draaiboek=sessie.draaiboek,
        thema=sessie.thema,
        ronde=ronde.nummer,
        inbrenger=ronde.inbrenger,
        hulpvraag=_laatste(stappen, "hulpvraag"),
        herformulering=_laatste(stappen, "herformulering"),
        is_af=all(stap.is_af for stap in stappen if _is_getoond(stap.plek)),
        adviezen=tuple(advies for stap in stappen for advies in items_in(stap.data.get(ADVIEZEN))),
        acties=tuple(
            Actie(item).data() for stap in stappen for item in items_in(stap.data.get(ACTIES))
        ),
        paden=tuple(stap.pad for stap in stappen for _ in items_in(stap.data.get(ACTIES))),
        vervolg_op=next((id_ for stap in stappen for id_ in stap.carried_on), ""),
        is_prive=sessie.is_prive,
        woorden=Woorden(*("\n".join(delen) for delen in woorden)),
    )


def _laatste(stappen: list[StapBestand], naam: str) -> str:
    waarden = [stap.data[naam] for stap in stappen if isinstance(stap.data.get(naam), str)]
    return str(waarden[-1]) if waarden else ""


def _woorden_van(sessie_map: SessieMap, ronde: Ronde | None) -> list[list[str]]:
    """The words of a ronde, or of the sessie as a whole: of the hulpvraag, advice, acties and the rest."""
    delen: list[list[str]] = [[], [], [], [] if ronde else [sessie_map.sessie.thema]]
    for stap in (stap for stap in sessie_map.stappen if stap.plek.ronde == ronde):
        for sleutel, waarde in stap.data.items():
            if sleutel not in _GEEN_WOORDEN and waarde not in stap.carried_on:
                delen[_DEEL_VAN.get(sleutel, 3)] += _woorden(waarde)
        if stap.is_af and stap.document:
            delen[3].append(stap.document.notulen)
    return delen


def _woorden(waarde: Any) -> Iterator[str]:
    if isinstance(waarde, dict):
        for sleutel, deel in waarde.items():
            if sleutel not in _GEEN_WOORDEN:
                yield from _woorden(deel)
    elif isinstance(waarde, list):
        for deel in waarde:
            yield from _woorden(deel)
    elif isinstance(waarde, str):
        yield waarde
