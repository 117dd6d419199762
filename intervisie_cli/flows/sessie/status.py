"""Where a sessie stands: steps, what each member still owes, minutes, open acties."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.groep import botsingen, concept, verleden
from intervisie_cli.groep.botsingen import Botsing
from intervisie_cli.groep.sessies import SessieMap, StapBestand
from intervisie_cli.model.context import Context
from intervisie_cli.model.fouten import GitFout
from intervisie_cli.vragen.script import items
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
    open_acties: tuple[Mapping[str, Any], ...]
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
        open_acties=tuple(
            {**a, "status": verleden.status_van(a)} for a in verleden.open_acties(sessie_map)
        ),
        botsingen=tuple(
            b for stap in sessie_map.stappen for b in botsingen.in_data(stap.pad, stap.data)
        ),
        kopieen=tuple(botsingen.kopieen(omgeving.root, sessie_map.sessie.map)),
    )


def _draft(omgeving: Omgeving, sessie_map: SessieMap, stap: StapBestand) -> dict[str, Any]:
    try:
        private = omgeving.repository.private
        gevonden = concept.load(concept.path_of(private, sessie_map.sessie.id, stap.plek.pad))
    except (GitFout, OSError):
        return {}  # without a repository there are no drafts, and still something to see
    return gevonden.antwoorden if gevonden else {}


def quota(
    omgeving: Omgeving, sessie_map: SessieMap, stap: StapBestand, antwoorden: dict[str, Any]
) -> tuple[Quotum, ...]:
    """What each member owes in the step and has given, in its file or in the answers so far."""
    context = Context(stap.plek.stap, sessie_map.sessie, stap.plek.ronde, omgeving.groep)
    gevonden = []
    for veld in stap.plek.stap.velden:
        if not (veld.soort == "lijst" and veld.verplicht and veld.is_per_lid):
            continue
        uit_concept = [sleutel.split("/")[1] for sleutel in items(veld, context, antwoorden)]
        uit_bestand = [item.get("lid") for item in verleden.lijst(stap.data, veld.naam)]
        for lid in context.wie(veld):
            aantal = max(uit_concept.count(lid), uit_bestand.count(lid))
            gevonden.append(Quotum(lid, veld.naam, aantal, veld.minstens))
    return tuple(gevonden)


def as_json(stand: Stand) -> dict[str, Any]:
    """The documented object of `status --json`."""
    sessie = stand.sessie_map.sessie
    volgende = stand.sessie_map.volgende
    return {
        "sessie": sessie.naam,
        "sessie_id": sessie.id,
        "map": sessie.map,
        "datum": sessie.datum.isoformat(),
        "draaiboek": sessie.draaiboek,
        "thema": sessie.thema,
        "deelnemers": list(sessie.deelnemers),
        "begeleider": sessie.begeleider,
        "notulist": sessie.notulist,
        "opname": sessie.opname,
        "klaar": volgende is None,
        "volgende": _step_json(volgende) if volgende else None,
        "stappen": [_step_json(stap) for stap in stand.sessie_map.stappen],
        "quota": [
            {"lid": q.lid, "veld": q.veld, "aantal": q.aantal, "nodig": q.nodig}
            for q in stand.quota
        ],
        "minuten": {"plan": stand.plan_min, "besteed": stand.spent_s // 60},
        "acties_open": [dict(actie) for actie in stand.open_acties],
        "conflicten": [
            {"bestand": b.bestand, "pad": b.pad, "waarde": b.waarde} for b in stand.botsingen
        ],
        "kopieen": list(stand.kopieen),
    }


def _step_json(stap: StapBestand) -> dict[str, Any]:
    ronde = stap.plek.ronde
    return {
        "stap": stap.plek.stap.naam,
        "titel": stap.plek.stap.titel,
        "ronde": ronde.nummer if ronde else None,
        "inbrenger": ronde.inbrenger if ronde else None,
        "status": stap.status,
        "bestand": stap.pad,
        "bestaat": stap.document is not None,
        "begonnen": stap.data.get("begonnen"),
        "afgerond": stap.data.get("afgerond"),
    }
