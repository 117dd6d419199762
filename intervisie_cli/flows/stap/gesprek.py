"""Leads through one step: asks what is open, keeps every answer, goes back, ends on a review."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Protocol

from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.groep import concept as concepten
from intervisie_cli.groep import resten
from intervisie_cli.groep.concept import Concept
from intervisie_cli.groep.sessies import SessieMap, StapBestand
from intervisie_cli.model.context import Context
from intervisie_cli.model.sessie import BEZIG
from intervisie_cli.model.sleutel import Sleutel
from intervisie_cli.model.vraag import Antwoorden, Klad, Terug, Vraag
from intervisie_cli.records.stap import own_notulen
from intervisie_cli.vragen import coach
from intervisie_cli.vragen.opbouw import naar_antwoorden, naar_data
from intervisie_cli.vragen.script import vragen
from intervisie_cli.vragen.soorten.register import asks_yes_or_no
from intervisie_cli.vragen.tijdplan import Klok, minuten

# After such a pause the clock of a step starts anew.
PAUZE = timedelta(hours=4)


class Prompter(Protocol):
    """Puts questions to people: at a terminal, or in a test."""

    def vraag(self, vraag: Vraag, voorstel: Any, klok: Klok, klad: Klad) -> Any:
        """Give the answer. Raises Terug, KeyboardInterrupt, EOFError; *klad* gets what is being typed."""

    def nakijken(self, regels: Sequence[tuple[Vraag, Any]], klok: Klok) -> Sleutel | None:
        """Show all answers; give the key of the one to change, None to record. Raises Terug."""


def start_concept(
    omgeving: Omgeving, pad: Path, stap: StapBestand, context: Context
) -> tuple[Concept, bool]:
    """Give the draft of the step at *pad*, and whether it was there already. The caller holds its lock."""
    nu = omgeving.clock()
    basis = concepten.vingerafdruk(stap.raw)
    ingevuld = naar_antwoorden(context, stap.data, own_notulen(stap.plek, stap.document))
    # What was filled in by hand comes up as a proposal.
    voorstel = {sleutel: waarde for sleutel, waarde in ingevuld.items() if waarde not in ("", None)}
    concept = concepten.load(pad, context.stap)
    if concept and not _answers_this(context, concept.antwoorden):
        concepten.set_aside(pad)  # it lies in a folder that somebody may have handed over
        concept = None
    if concept and stap.is_af and concept.basis != basis:
        resten.forget(concept, stap)  # the step was recorded since, from a file or another window
        concept = None
    was_er = concept is not None and bool(concept.antwoorden)
    if concept:
        if nu - datetime.fromisoformat(concept.begonnen) > PAUZE:
            concept.begonnen = nu.isoformat()
        if concept.basis != basis:
            concept.vorige = voorstel | concept.vorige
            concept.basis = basis
    else:
        concept = Concept(pad, context.stap, nu.isoformat(), basis)
        if stap.is_af:
            concept.antwoorden = ingevuld
        else:
            concept.vorige = voorstel
    if stap.status == BEZIG:
        concept.antwoorden = _from_members(context, ingevuld) | concept.antwoorden
    concept.take_in_editors()
    with suppress(OSError):
        concept.save()  # the clock runs from here, also when nothing is answered yet
    return concept, was_er


def _answers_this(context: Context, antwoorden: Antwoorden) -> bool:
    """Whether these can be answers to the questions of the step: a draft of ours always is."""
    try:
        gesteld = [
            vraag
            for vraag in vragen(context, antwoorden)
            if antwoorden.get(vraag.sleutel) is not None
        ]
    except (TypeError, ValueError, AttributeError, LookupError):
        return False
    return all(
        isinstance(antwoorden[vraag.sleutel], bool) is asks_yes_or_no(vraag) for vraag in gesteld
    )


def _from_members(context: Context, ingevuld: Antwoorden) -> Antwoorden:
    """What members gave to the step from their own laptops: that is answered already."""
    per_lid = {veld.naam for veld in context.stap.velden if veld.is_per_lid}
    gegeven = {
        sleutel: waarde
        for sleutel, waarde in ingevuld.items()
        if sleutel.veld in per_lid and _part_of(sleutel) and waarde not in ("", None)
    }
    # A list that ends without an item, and a no, are of somebody who still has to give theirs.
    gaven = {_part_of(sleutel) for sleutel, waarde in gegeven.items() if waarde is not False}
    return {sleutel: waarde for sleutel, waarde in gegeven.items() if _part_of(sleutel) in gaven}


def _part_of(sleutel: Sleutel) -> tuple[str, str] | None:
    """The field, and whose answers to it: of a member, of an earlier item, or the order of all."""
    wie = sleutel.lid or sleutel.bron or sleutel.deel
    return (sleutel.veld, wie) if wie else None


def drop_recorded(omgeving: Omgeving, sessie_map: SessieMap) -> None:
    """Remove drafts whose step was recorded by a process that died before it could."""
    for stap in sessie_map.stappen:
        pad = concepten.path_of(omgeving.repository.private, sessie_map.sessie.id, stap.plek.pad)
        if stap.is_af and pad.exists():
            concept = concepten.load(pad, stap.plek.stap)
            is_older = concept is not None and concept.basis != concepten.vingerafdruk(stap.raw)
            if concept and is_older and concept.begonnen == stap.data.get("begonnen"):
                concept.remove()


def clock_of(sessie_map: SessieMap, stap: StapBestand, begonnen: str) -> Klok:
    """The clock for this step: its own time, and the whole sessie's."""
    tijd = stap.plek.stap.minuten
    return Klok(
        titel=stap.plek.stap.titel,
        begonnen=datetime.fromisoformat(begonnen),
        plan_min=tijd.plan if tijd else 0,
        max_min=tijd.max if tijd else 0,
        eerder_s=sum(ander.spent_s for ander in sessie_map.stappen if ander.pad != stap.pad),
        totaal_plan_min=sum(minuten(ander.plek) for ander in sessie_map.stappen),
    )


def ask_all(
    context: Context, stap: StapBestand, concept: Concept, klok: Klok, prompter: Prompter
) -> dict[str, Any]:
    """Ask until every question has its answer and the review is confirmed; give the answers document."""
    notulen = own_notulen(stap.plek, stap.document)
    while True:
        gesteld = list(vragen(context, concept.antwoorden, notulen))
        nu = gesteld[-1]
        try:
            if nu.sleutel in concept.antwoorden:
                te_veranderen = prompter.nakijken(
                    [(v, concept.antwoorden[v.sleutel]) for v in gesteld], klok
                )
                if te_veranderen is None:
                    return naar_data(context, concept.antwoorden)
                _reopen(te_veranderen, context, concept)
            else:
                _ask(nu, context, concept, klok, prompter)
        except Terug:
            eerder = gesteld if nu.sleutel in concept.antwoorden else gesteld[:-1]
            if eerder:
                _reopen(eerder[-1].sleutel, context, concept)


def _reopen(sleutel: Sleutel, context: Context, concept: Concept) -> None:
    """Open a question again, and what hangs on its answer."""
    was = concept.antwoorden.get(sleutel)
    concept.take_back(sleutel)
    concept.verander(coach.heropen(sleutel, context, concept.antwoorden))
    for veld in context.stap.velden:
        if Sleutel(veld.opnieuw_bij_nee) == sleutel:
            concept.take_back_below(veld.naam)  # a new wording is to be clear anew
        eigen = Sleutel(veld.naam)
        if Sleutel(veld.standaard) == sleutel and concept.antwoorden.get(eigen) == was:
            # It was taken over as it stood, and would be again.
            concept.antwoorden.pop(eigen, None)
    concept.save()


def _ask(vraag: Vraag, context: Context, concept: Concept, klok: Klok, prompter: Prompter) -> None:
    voorstel = concept.vorige.get(vraag.sleutel)
    if voorstel is None:
        voorstel = vraag.standaard
    waarde = prompter.vraag(vraag, voorstel, klok, concept.klad(vraag.sleutel))
    concept.antwoorden[vraag.sleutel] = waarde
    concept.verander(coach.rond_af(vraag.sleutel, context, concept.antwoorden))
    if waarde is False:
        for naam in vraag.bij_nee:
            concept.take_back_below(naam)
        if vraag.uit_bij_nee:
            # One no decides, and who said it is not kept: would they want to after all, then
            # everybody is asked.
            concept.antwoorden[Sleutel(vraag.uit_bij_nee)] = False
            concept.forget_below(vraag.sleutel.veld)
    concept.vorige.pop(vraag.sleutel, None)
    concept.save()
