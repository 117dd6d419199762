"""Leads through one step: asks what is open, keeps every answer, goes back, ends on a review."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Protocol

from intervisie_cli.flows.stap.hier import Hier
from intervisie_cli.flows.stap.intussen import give_way, said, with_what_gave_way
from intervisie_cli.flows.stap.opnieuw import proposal, reopen, said_of_it
from intervisie_cli.groep import geleerd
from intervisie_cli.groep.gepland import planned_min
from intervisie_cli.groep.klad import ConceptKlad
from intervisie_cli.groep.sessies import SessieMap
from intervisie_cli.groep.stapbestand import StapBestand
from intervisie_cli.model.draaiboek import Minuten
from intervisie_cli.model.instellingen import GELEERD_BEWAREN
from intervisie_cli.model.plain import Data
from intervisie_cli.model.sleutel import Sleutel
from intervisie_cli.model.vraag import (
    Antwoorden,
    Klad,
    Terug,
    Toets,
    Vraag,
    Wijziging,
)
from intervisie_cli.vragen import coach
from intervisie_cli.vragen.coachkeuze import keuze_van
from intervisie_cli.vragen.opbouw import naar_data
from intervisie_cli.vragen.script import VAN_DOEN, vragen
from intervisie_cli.vragen.tijdplan import Klok


class Prompter(Protocol):
    """Puts questions to people: at a terminal, or in a test."""

    def vraag(
        self,
        vraag: Vraag,
        voorstel: Any,
        klok: Klok | None,
        klad: Klad,
    ) -> Any:
        """Give the answer; *klad* gets what is being typed.

        Raises Terug, Toets, KeyboardInterrupt, EOFError.
        """

    def nakijken(
        self,
        regels: Sequence[tuple[Vraag, Any]],
        klok: Klok | None,
    ) -> Vraag | None:
        """Show all answers; give the question to change, None to record. Raises Terug, Toets."""


def clock_of(hier: Hier) -> Klok:
    """The clock for this step: its own time, and the whole sessie's."""
    begonnen = datetime.fromisoformat(hier.concept.begonnen)
    return clock_for(hier.sessie_map, hier.stap, begonnen, hier.concept.extra_min)


def clock_for(
    sessie_map: SessieMap,
    stap: StapBestand,
    begonnen: datetime,
    extra_min: int = 0,
) -> Klok:
    """The same, of a step that began at *begonnen*."""
    # A free step has no time of its own.
    tijd = stap.plek.stap.minuten or Minuten(0, 0, 0)
    return Klok(
        titel=stap.plek.stap.titel,
        begonnen=begonnen,
        plan_min=tijd.plan + extra_min,
        max_min=tijd.max + extra_min,
        eerder_s=sum(
            ander.spent_s for ander in sessie_map.stappen if ander.pad != stap.pad
        ),
        totaal_plan_min=planned_min(sessie_map),
    )


def ask_all(
    hier: Hier,
    klok: Klok | None,
    prompter: Prompter,
    *,
    looks_over: bool,
) -> Data:
    """Ask until all is answered; give the answers document. Without *klok* there is no hurry.

    With *looks_over* the answers are looked over before, and so they are when nobody was asked
    anything here. Raises Terug when there is no question before the first.
    """
    has_asked = False
    concept = hier.concept
    notulen = hier.stap.notulen
    while True:
        context = hier.context
        if concept.antwoorden.get(VAN_DOEN) is False:
            return naar_data(context, concept.antwoorden)
        gesteld = list(vragen(context, concept.antwoorden))
        # Only the last question can be open.
        is_open = bool(gesteld) and gesteld[-1].is_open(concept.antwoorden)
        beantwoord = gesteld[:-1] if is_open else gesteld
        # What came in is asked before it can be recorded over.
        if give_way(beantwoord, context, concept):
            continue
        try:
            if hier.bij(gesteld[-1] if is_open else None):
                continue
            if is_open:
                hier.op_scherm(gesteld[-1], ())
                _ask(gesteld[-1], hier, klok, prompter)
                has_asked = True
                continue
            if not looks_over and (has_asked or not hier.kijkt_na):
                return naar_data(context, concept.antwoorden, notulen)
            hier.op_scherm(None, ())
            gezegd = _said(hier.alles(), concept.antwoorden)
            te_veranderen = prompter.nakijken(gezegd, klok)
            if te_veranderen is None:
                return naar_data(context, concept.antwoorden, notulen)
            hier.opent(te_veranderen)
            reopen(te_veranderen, hier.context, concept)
        except Terug:
            gevraagd = [vraag for vraag in beantwoord if not vraag.is_terloops]
            if not gevraagd:
                raise
            reopen(gevraagd[-1], context, concept)


def _said(
    gesteld: Sequence[Vraag],
    antwoorden: Antwoorden,
) -> list[tuple[Vraag, Any]]:
    """Each question with what was answered; without the ones that only ended a list."""
    regels = []
    for vraag in gesteld:
        gezegd = said(vraag, antwoorden)
        if vraag.ends_list and not gezegd:
            continue
        regels.append((vraag, gezegd))
    return regels


def _ask(
    vraag: Vraag,
    hier: Hier,
    klok: Klok | None,
    prompter: Prompter,
) -> None:
    context, concept = hier.context, hier.concept
    voorstel = proposal(vraag, concept)
    is_getypt = vraag.is_getypt or vraag.sleutel in concept.vorige
    vraag = with_what_gave_way(vraag._replace(is_getypt=is_getypt), context, concept)
    try:
        waarde = prompter.vraag(
            vraag, voorstel, klok, ConceptKlad(concept, vraag.sleutel)
        )
    except Toets as toets:
        lid = vraag.sleutel.van or vraag.sleutel.lid
        # The item of one member may be put to another, as advice is to the inbrenger.
        if lid and vraag.aan == context.groep.roepnaam(lid):
            toets.lid = lid
        raise
    said_of_it(vraag, concept, is_same=waarde == voorstel)
    if vraag.lijn:
        wijziging = vraag.lijn.lees(waarde, concept.antwoorden)
    else:
        wijziging = Wijziging(erbij={vraag.sleutel: waarde})
    concept.verander(wijziging)
    afgerond = coach.rond_af(vraag.sleutel, context, concept.antwoorden)
    if context.groep.instellingen.geleerd == GELEERD_BEWAREN:
        keuze = keuze_van(vraag.sleutel, afgerond, context, concept.antwoorden)
        if keuze:
            geleerd.add(keuze)
    concept.verander(afgerond)
    if False in wijziging.erbij.values():
        for naam in vraag.bij_nee:
            concept.take_back(Sleutel(naam))
            concept.forget_below(naam)
        if vraag.uit_bij_nee:
            # One no decides, and who said it is not kept: would they want to after all, then
            # everybody is asked.
            concept.antwoorden[Sleutel(vraag.uit_bij_nee)] = False
            concept.forget_below(vraag.sleutel.veld)
    concept.vorige.pop(vraag.sleutel, None)
    concept.geweken.pop(vraag.sleutel, None)
    concept.save()
