"""Which step is meant, and what it knows of the steps before it."""

import re
from typing import Any

from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.groep import verleden
from intervisie_cli.groep.sessies import SessieMap, StapBestand
from intervisie_cli.model.context import Context
from intervisie_cli.model.draaiboek import NIEUWE_LEDEN
from intervisie_cli.model.fouten import IntervisieError, OnleesbaarBestand


def choose(sessie_map: SessieMap, gevraagd: str | None, *, opnieuw: bool) -> StapBestand:
    """Give the step that is to be done: the next one, or the one asked for. Raises IntervisieError."""
    volgende = sessie_map.volgende
    if not gevraagd:
        if opnieuw:
            af = [stap for stap in sessie_map.stappen if stap.is_af]
            if not af:
                raise IntervisieError("Er is nog geen stap om opnieuw te openen.", "Typ: intervisie step")
            return af[-1]
        if not volgende:
            raise IntervisieError(
                f"De sessie {sessie_map.sessie.naam} is al klaar.",
                "Typ: intervisie step STAP --opnieuw om iets te veranderen, of intervisie new voor een nieuwe.",
            )
        return volgende
    stap = _find(sessie_map, gevraagd, opnieuw=opnieuw)
    if stap.is_af and not opnieuw:
        raise AlVastgelegd(stap)
    if not stap.is_af and volgende and stap is not volgende:
        raise IntervisieError(
            f"Eerst komt {volgende.plek.titel}.",
            "Typ: intervisie step"
            + (
                f", of sla die over: intervisie step {volgende.plek.stap.stap} --overslaan"
                if volgende.plek.stap.optioneel
                else ""
            ),
        )
    return stap


class AlVastgelegd(IntervisieError):
    """The step is recorded already."""

    def __init__(self, stap: StapBestand) -> None:
        super().__init__(
            f"{stap.plek.titel} is al vastgelegd.",
            f"Typ: intervisie step {stap.plek.stap.stap} --opnieuw om te veranderen.",
        )
        self.stap = stap


def _find(sessie_map: SessieMap, gevraagd: str, *, opnieuw: bool) -> StapBestand:
    """Read 'advisering', '5', 'ronde-1/advisering' or '1/advisering'."""
    match = re.fullmatch(
        r"(?:(?:ronde-)?(\d+)[a-z0-9-]*/)?(?:(\d+)|(?:\d+-)?([a-z-]+?)(?:\.md)?)", gevraagd.strip().lower()
    )
    ronde, nummer, naam = match.groups() if match else (None, None, None)
    gevonden = [
        stap
        for stap in sessie_map.stappen
        if (naam == stap.plek.stap.stap or nummer == str(stap.plek.stap.nummer))
        and (not ronde or (stap.plek.ronde is not None and str(stap.plek.ronde.nummer) == ronde))
    ]
    if not gevonden:
        namen = dict.fromkeys(stap.plek.stap.stap for stap in sessie_map.stappen)
        raise IntervisieError("Die stap is er niet in deze sessie.", f"Kies uit: {', '.join(namen)}")
    te_doen = [stap for stap in gevonden if not stap.is_af]
    af = [stap for stap in gevonden if stap.is_af]
    if opnieuw:
        return af[-1] if af else te_doen[0]
    return te_doen[0] if te_doen else af[-1]


def context_of(omgeving: Omgeving, sessie_map: SessieMap, stap: StapBestand) -> Context:
    """Gather what the step knows. Raises OnleesbaarBestand when its file is gone."""
    if not stap.document:
        raise OnleesbaarBestand(f"{stap.pad} ontbreekt.", f"Zet het terug met: git restore --source=HEAD -- {stap.pad}")
    velden = stap.plek.stap.velden
    vorige = verleden.vorige(omgeving.root, sessie_map.sessie) if any(veld.bron for veld in velden) else None
    vraagt_nieuw = any(veld.alleen_als == NIEUWE_LEDEN for veld in velden)
    return Context(
        stap=stap.plek.stap,
        sessie=sessie_map.sessie,
        ronde=stap.plek.ronde,
        groep=omgeving.groep,
        hulpvraag=hulpvraag_before(sessie_map, stap),
        zijn_nieuw=vraagt_nieuw and not verleden.kennen_elkaar(omgeving.root, sessie_map.sessie),
        open_acties=_with_ids(verleden.open_acties(vorige)) if vorige else (),
        afspraken=_with_ids(list(verleden.items(vorige, "afspraken"))) if vorige else (),
    )


def _with_ids(items: list[dict[str, Any]]) -> tuple[dict[str, Any], ...]:
    return tuple(item for item in items if "id" in item)


def hulpvraag_before(sessie_map: SessieMap, tot: StapBestand) -> str:
    """The wording of the hulpvraag that holds when *tot* begins: the last reformulation, else the first wording."""
    geldt = ""
    for stap in sessie_map.stappen:
        if stap is tot:
            break
        if stap.plek.ronde == tot.plek.ronde:
            geldt = str(stap.data.get("herformulering") or stap.data.get("hulpvraag") or geldt)
    return geldt
