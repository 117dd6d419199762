"""Where a sessie stands: steps, what each member still owes, minutes, open acties."""

from typing import NamedTuple

from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.groep import botsingen, concept, verleden
from intervisie_cli.groep.botsingen import Botsing
from intervisie_cli.groep.sessies import SessieMap, StapBestand
from intervisie_cli.model.actie import Actie
from intervisie_cli.model.context import Context
from intervisie_cli.model.fouten import GitFout
from intervisie_cli.model.plain import items_in
from intervisie_cli.model.vraag import Antwoorden
from intervisie_cli.vragen.invulling import Invulling
from intervisie_cli.vragen.lijstvragen import items
from intervisie_cli.vragen.tijdplan import minuten


class Quotum(NamedTuple):
    """How many items of *veld* a member has given, of how many."""

    lid: str
    veld: str
    aantal: int
    nodig: int


class Stand(NamedTuple):
    """A sessie as `status` shows it. *spent_s* is in seconds, *plan_min* in minutes."""

    sessie_map: SessieMap
    quota: tuple[Quotum, ...]
    heeft_concept: bool
    spent_s: int
    plan_min: int
    open_acties: tuple[Actie, ...]
    botsingen: tuple[Botsing, ...] = ()
    kopieen: tuple[str, ...] = ()


def look(omgeving: Omgeving, sessie_map: SessieMap) -> Stand:
    """Gather the standing of a session from its files and the draft at hand."""
    volgende = sessie_map.volgende
    antwoorden = _draft(omgeving, sessie_map, volgende) if volgende else {}
    return Stand(
        sessie_map=sessie_map,
        quota=quota(omgeving, sessie_map, volgende, antwoorden) if volgende else (),
        heeft_concept=bool(antwoorden),
        spent_s=sum(stap.spent_s for stap in sessie_map.stappen if stap.is_af),
        plan_min=sum(minuten(stap.plek) for stap in sessie_map.stappen),
        open_acties=tuple(verleden.open_acties(sessie_map)),
        botsingen=tuple(
            b for stap in sessie_map.stappen for b in botsingen.in_data(stap.pad, stap.data)
        ),
        kopieen=tuple(botsingen.kopieen(omgeving.root, sessie_map.sessie.map)),
    )


def _draft(omgeving: Omgeving, sessie_map: SessieMap, stap: StapBestand) -> Antwoorden:
    try:
        private = omgeving.repository.private
        pad = concept.path_of(private, sessie_map.sessie.id, stap.plek.pad)
        gevonden = concept.load(pad, stap.plek.stap)
    except (GitFout, OSError):
        return {}  # without a repository there are no drafts, and still something to see
    return gevonden.antwoorden if gevonden else {}


def quota(
    omgeving: Omgeving, sessie_map: SessieMap, stap: StapBestand, antwoorden: Antwoorden
) -> tuple[Quotum, ...]:
    """What each member owes in the step and has given, in its file or in the answers so far."""
    context = Context(stap.plek.stap, sessie_map.sessie, stap.plek.ronde, omgeving.groep)
    gevonden = []
    for veld in stap.plek.stap.velden:
        if not (veld.is_lijst and veld.verplicht and veld.is_per_lid):
            continue
        uit_concept = [sleutel.lid for sleutel in items(veld, Invulling(context, antwoorden))]
        uit_bestand = [item.get("lid") for item in items_in(stap.data.get(veld.naam))]
        for lid in context.wie(veld):
            aantal = max(uit_concept.count(lid), uit_bestand.count(lid))
            gevonden.append(Quotum(lid, veld.naam, aantal, veld.lijst.minstens))
    return tuple(gevonden)
