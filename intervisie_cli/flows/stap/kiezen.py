"""Which step is meant, and what it knows of the steps before it."""

import re
from collections.abc import Collection, Iterable
from typing import Any

from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.groep import verleden
from intervisie_cli.groep.sessies import SessieMap, StapBestand
from intervisie_cli.model.context import HULPVRAAG, KEREN, Context
from intervisie_cli.model.draaiboek import OPEN_ACTIES
from intervisie_cli.model.fouten import IntervisieError, NieuwereVersie, OnleesbaarBestand
from intervisie_cli.model.namen import id_of, is_id
from intervisie_cli.model.plain import items_in
from intervisie_cli.model.sessie import Sessie
from intervisie_cli.records.document import Document


def choose(
    sessie_map: SessieMap, gevraagd: str | None, *, opnieuw: bool, nog: int = 1
) -> StapBestand:
    """Give the step that is to be done: the next one, or the one asked for. Raises IntervisieError.

    With *opnieuw* it is the last one that is done, or the last but so many when *nog* are to follow in order.
    """
    check_editable(sessie_map)
    kan = named(sessie_map, gevraagd) if gevraagd else list(sessie_map.stappen)
    af = [stap for stap in kan if stap.is_af]
    te_doen = [stap for stap in kan if not stap.is_af]
    if opnieuw and af:
        return af[max(0, len(af) - nog)]
    if opnieuw and not gevraagd:
        raise IntervisieError("Er is nog geen stap om opnieuw te openen.", "Typ: intervisie step")
    if not te_doen:
        raise AlVastgelegd(af[-1]) if gevraagd else SessieKlaar(sessie_map)
    volgende = sessie_map.volgende
    if volgende and te_doen[0] is not volgende:
        over = f"intervisie step {volgende.plek.verwijzing} --overslaan"
        hulp = f", of sla die over: {over}" if volgende.plek.stap.optioneel else ""
        raise IntervisieError(f"Eerst komt {volgende.plek.titel}.", f"Typ: intervisie step{hulp}")
    return te_doen[0]


def check_editable(sessie_map: SessieMap) -> None:
    """Raise NieuwereVersie for a sessie that a newer program made."""
    if sessie_map.sessie.is_nieuwer:
        raise NieuwereVersie(f"De sessie {sessie_map.sessie.naam}")


class SessieKlaar(IntervisieError):
    """Every step of the sessie is done."""

    def __init__(self, sessie_map: SessieMap) -> None:
        super().__init__(
            f"De sessie {sessie_map.sessie.naam} is al klaar.",
            "Typ: intervisie step STAP --opnieuw om iets te veranderen, of intervisie new voor een nieuwe.",
        )


class AlVastgelegd(IntervisieError):
    """The step is recorded already."""

    def __init__(self, stap: StapBestand) -> None:
        super().__init__(
            f"{stap.plek.titel} is al vastgelegd.",
            f"Typ: intervisie step {stap.plek.verwijzing} --opnieuw om te veranderen.",
        )
        self.stap = stap


def named(sessie_map: SessieMap, gevraagd: str) -> list[StapBestand]:
    """Find the steps called 'advisering', '5', 'ronde-1/advisering' or '1/advisering'. Raises IntervisieError."""
    match = re.fullmatch(
        r"(?:(?:ronde-)?(\d+)[a-z0-9-]*/)?(?:(\d+)|(?:\d+-)?([a-z][a-z0-9-]*?)(?:\.md)?)",
        gevraagd.strip().lower(),
    )
    ronde, nummer, naam = match.groups() if match else (None, None, None)
    gevonden = [
        stap
        for stap in sessie_map.stappen
        if (naam == stap.plek.stap.naam or nummer == str(stap.plek.stap.nummer))
        and (not ronde or (stap.plek.ronde is not None and str(stap.plek.ronde.nummer) == ronde))
    ]
    if not gevonden:
        namen = dict.fromkeys(stap.plek.stap.naam for stap in sessie_map.stappen)
        raise IntervisieError(
            "Die stap is er niet in deze sessie.", f"Kies uit: {', '.join(namen)}"
        )
    return gevonden


def document_of(stap: StapBestand) -> Document:
    """Give what stands in the file of a step. Raises OnleesbaarBestand when it is gone."""
    if stap.document is None:
        raise OnleesbaarBestand(
            f"{stap.pad} ontbreekt.", f"Zet het terug met: git restore --source=HEAD -- {stap.pad}"
        )
    return stap.document


def context_of(
    omgeving: Omgeving,
    sessie_map: SessieMap,
    stap: StapBestand,
    gegeven: Collection[str] | None = None,
) -> Context:
    """Gather what the step knows, as far as the fields that are *gegeven* need it; all of it for None.

    Raises OnleesbaarBestand when its file is gone.
    """
    document_of(stap)
    velden = stap.plek.stap.velden
    vorige = None
    if any(veld.lijst.bron for veld in velden):
        vorige = verleden.vorige(omgeving.root, sessie_map.sessie)
    nodig = [veld for veld in velden if gegeven is None or veld.naam in gegeven]
    vraagt_acties = any(veld.lijst.bron == OPEN_ACTIES or veld.is_vervolg for veld in nodig)
    vraagt_nieuw = any(veld.als.als_nieuw for veld in velden)
    return Context(
        stap=stap.plek.stap,
        sessie=sessie_map.sessie,
        ronde=stap.plek.ronde,
        groep=omgeving.groep,
        hulpvraag=hulpvraag_before(sessie_map, stap),
        zijn_nieuw=vraagt_nieuw and not verleden.kennen_elkaar(omgeving.root, sessie_map.sessie),
        open_acties=_open_acties(omgeving, sessie_map.sessie, stap) if vraagt_acties else (),
        afspraken=_whole(verleden.items(vorige, "afspraken"), "afspraak")
        if vorige and _is_last(sessie_map, stap)
        else (),
    )


def _is_last(sessie_map: SessieMap, stap: StapBestand) -> bool:
    """Whether no step of this name comes later: what is asked of the whole sessie is asked once."""
    return [
        ander.pad for ander in sessie_map.stappen if ander.plek.stap.naam == stap.plek.stap.naam
    ][-1] == stap.pad


def _open_acties(
    omgeving: Omgeving, sessie: Sessie, stap: StapBestand
) -> tuple[dict[str, Any], ...]:
    """The acties that are open, in a ronde those of the inbrenger, and those that this step told about already."""
    from intervisie_cli.flows.actie.ritme import keren
    from intervisie_cli.flows.terugblik.acties import acties, acties_met, open_before

    alle = (*acties(omgeving, open_before(sessie)), *acties_met(omgeving, stap.carried_on))
    per_id = {id_of(treffer.actie): treffer for treffer in alle if id_of(treffer.actie)}
    nu_open = [
        {
            **treffer.actie,
            "wie": treffer.wie,
            KEREN: keren(treffer, sessie.datum, omgeving.groep),
            HULPVRAAG: treffer.hulpvraag,
        }
        for treffer in per_id.values()
        if not stap.plek.ronde or treffer.wie == stap.plek.ronde.inbrenger
    ]
    eerder = [item for item in items_in(stap.data.get("terugblik")) if id_of(item) not in per_id]
    return _whole(
        [*nu_open, *({"id": item.get("id"), "actie": item.get("actie")} for item in eerder)],
        "actie",
    )


def _whole(items: Iterable[dict[str, Any]], naam: str) -> tuple[dict[str, Any], ...]:
    """The items that have an id and say something: a hand may have left one half done."""
    return tuple(item for item in items if is_id(item.get("id")) and item.get(naam))


def hulpvraag_before(sessie_map: SessieMap, tot: StapBestand) -> str:
    """The wording of the hulpvraag that holds when *tot* begins: the last reformulation, else the first wording."""
    geldt = ""
    for stap in sessie_map.stappen:
        if stap is tot:
            break
        if stap.plek.ronde == tot.plek.ronde:
            geldt = str(stap.data.get("herformulering") or stap.data.get("hulpvraag") or geldt)
    return geldt
