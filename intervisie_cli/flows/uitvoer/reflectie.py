"""Keeps what a member writes on a sessie for themselves: outside the group, in no commit."""

from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from intervisie_cli import system
from intervisie_cli.flows.niet_vastgelegd import NietKunnenSchrijven, explain
from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.flows.stap import beginnen
from intervisie_cli.flows.stap.hier import Hier
from intervisie_cli.flows.stap.inhoud import check_answers
from intervisie_cli.groep import reflecties
from intervisie_cli.groep.sessies import SessieMap
from intervisie_cli.groep.stapbestand import StapBestand
from intervisie_cli.model.context import Context
from intervisie_cli.model.draaiboek import AFGEROND, BEGONNEN, STAP, STATUS, Draaiboek
from intervisie_cli.model.plain import Data
from intervisie_cli.model.sessie import KLAAR, Lid
from intervisie_cli.records.document import new_markdown


class Reflectie(NamedTuple):
    """The reflectie of a member on a sessie: its questions, and what was answered by now."""

    boek: Draaiboek
    lid: Lid
    pad: Path
    stap: StapBestand


def find(
    sessie_map: SessieMap,
    lid: Lid,
    naam: str,
) -> Reflectie:
    """The reflectie of that name, begun or not. Raises NotPlain, OnleesbaarBestand."""
    boek = reflecties.load(naam)
    pad = reflecties.path_of(sessie_map.sessie, lid.id, naam)
    return Reflectie(boek, lid, pad, reflecties.read(pad, boek))


def written(sessie_map: SessieMap, lid: Lid) -> list[Reflectie]:
    """Those that the member wrote on the sessie, the last written first."""
    paden = {
        naam: reflecties.path_of(sessie_map.sessie, lid.id, naam)
        for naam in reflecties.names()
    }
    er_zijn = [naam for naam, pad in paden.items() if pad.exists()]
    er_zijn.sort(key=lambda naam: paden[naam].stat().st_mtime, reverse=True)
    return [find(sessie_map, lid, naam) for naam in er_zijn]


def state(
    sessie_map: SessieMap,
    lid: Lid,
    naam: str,
) -> str:
    """How far the member is with the reflectie of that name, '' for one that nobody began."""
    pad = reflecties.path_of(sessie_map.sessie, lid.id, naam)
    if reflecties.draft_of(pad).exists():
        return "begonnen"
    return "geschreven" if pad.exists() else ""


def begin(
    omgeving: Omgeving,
    sessie_map: SessieMap,
    eigen: Reflectie,
) -> tuple[Hier, bool]:
    """Open it to ask, with what was answered before; give whether it was begun already.

    The caller holds the lock of the draft.
    """
    vragen = eigen.stap.plek.stap
    context = Context(vragen, sessie_map.sessie, None, omgeving.groep)
    draft = reflecties.draft_of(eigen.pad)
    concept, was_er = beginnen.start_concept(omgeving, draft, eigen.stap, context)
    return Hier(sessie_map, eigen.stap, context, concept), was_er


def keep(
    omgeving: Omgeving,
    eigen: Reflectie,
    hier: Hier,
    document: Data,
) -> bool:
    """Keep the answers durably, for the user alone; False when there is nothing to keep.

    Raises NietKunnenSchrijven, AntwoordenFout.
    """
    antwoorden = check_answers(omgeving, hier.context, {}, document)
    velden = [veld.naam for veld in eigen.stap.plek.stap.velden]
    gegeven = {naam: antwoorden[naam] for naam in velden if antwoorden.get(naam)}
    # Who empties what was written before means that it goes.
    if not gegeven and not eigen.stap.is_af:
        return False
    data = {
        STAP: eigen.boek.naam,
        STATUS: KLAAR,
        BEGONNEN: datetime.fromisoformat(hier.concept.begonnen).isoformat(),
        AFGEROND: omgeving.clock().isoformat(),
    }
    try:
        system.write_durable(eigen.pad, new_markdown(data | gegeven, "").raw())
    except OSError as error:
        raise NietKunnenSchrijven(*explain(error)) from error
    return True
