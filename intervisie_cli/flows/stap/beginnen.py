"""Begins a step: its draft, with what was answered here before, by hand or by members at home."""

from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.flows.stap.intussen import take_in, take_over
from intervisie_cli.groep import concept as concepten
from intervisie_cli.groep import resten
from intervisie_cli.groep.concept import Concept
from intervisie_cli.groep.sessies import SessieMap
from intervisie_cli.groep.stapbestand import StapBestand
from intervisie_cli.model.context import Context
from intervisie_cli.model.sessie import BEZIG
from intervisie_cli.model.sleutel import KLEINER, VOLGORDE, Sleutel
from intervisie_cli.model.vraag import Antwoorden
from intervisie_cli.vragen.eigen import actueel
from intervisie_cli.vragen.fasen import eigenaar
from intervisie_cli.vragen.opbouw import naar_antwoorden
from intervisie_cli.vragen.script import vragen
from intervisie_cli.vragen.soorten.register import asks_yes_or_no

# After such a pause the clock of a step starts anew; sooner when nothing was answered yet.
PAUZE = timedelta(hours=4)
PAUZE_VOORAF = timedelta(minutes=15)


GAAT_VERDER = "Je was hier al bezig; je gaat verder waar je was."


def start_concept(
    omgeving: Omgeving,
    pad: Path,
    stap: StapBestand,
    context: Context,
) -> tuple[Concept, bool]:
    """Give the draft of the step at *pad*, and whether it was there already.

    The caller holds the lock of the draft.
    """
    nu = omgeving.clock()
    basis = concepten.vingerafdruk(stap.raw)
    voorstel = _proposed(stap, context)
    concept = _usable(pad, stap, context, basis)
    was_er = concept is not None and bool(concept.antwoorden)
    if not concept:
        concept = Concept(pad, context.stap, nu.isoformat(), basis)
        if stap.is_af:
            concept.antwoorden = filled_in(stap, context)
        else:
            concept.antwoorden = _items(voorstel)
            concept.vorige = {
                sleutel: waarde
                for sleutel, waarde in voorstel.items()
                if sleutel not in concept.antwoorden
            }
    if concept.basis == basis and not concept.gezien:
        concept.see(voorstel)
    pauze = PAUZE if concept.antwoorden else PAUZE_VOORAF
    if nu - datetime.fromisoformat(concept.begonnen) > pauze:
        concept.begonnen = nu.isoformat()
    catch_up(concept, stap, context)
    concept.take_in_editors()
    # The clock of the step runs from here, also when nothing is answered yet.
    with suppress(OSError):
        concept.save()
    return concept, was_er


def catch_up(concept: Concept, stap: StapBestand, context: Context) -> None:
    """Let the draft take in what the file of its step holds by now."""
    concept.basis = concepten.vingerafdruk(stap.raw)
    nieuw = take_in(concept, _proposed(stap, context))
    concept.count_as_answered(_items(nieuw))
    concept.vorige = nieuw | concept.vorige
    if stap.status == BEZIG:
        ingevuld = filled_in(stap, context)
        concept.count_as_answered(_from_members(context, ingevuld))
        take_over(
            concept,
            ingevuld,
            lambda sleutel: eigenaar(sleutel, context) in context.elders,
        )
        for sleutel, waarde in ingevuld.items():
            # Of who left nobody is asked anything here: what they correct at home holds.
            if _is_gone(eigenaar(sleutel, context), context):
                concept.antwoorden[sleutel] = waarde


def _is_gone(lid: str, context: Context) -> bool:
    er_zijn = context.er_zijn
    return bool(lid) and er_zijn is not None and lid not in er_zijn


def filled_in(stap: StapBestand, context: Context) -> Antwoorden:
    """The answers in the file, but what was said of words that changed since."""
    ingevuld = naar_antwoorden(context, stap.data, stap.notulen)
    if stap.is_vastgelegd:
        # Nobody changes the words of a closed step any more.
        return ingevuld
    return actueel(ingevuld, context, stap.voortgang)


def _proposed(stap: StapBestand, context: Context) -> Antwoorden:
    """What was filled in, but the order of items: nobody chose that there.

    What would make an item smaller is asked of the words that stand there by then.
    """
    voorstel = {}
    for sleutel, waarde in filled_in(stap, context).items():
        if sleutel.deel == VOLGORDE or sleutel.coach == KLEINER:
            continue
        if waarde not in ("", None):
            voorstel[sleutel] = waarde
    return voorstel


def _usable(
    pad: Path,
    stap: StapBestand,
    context: Context,
    basis: str,
) -> Concept | None:
    """The draft at *pad*, if it is one of this step as it is now; another is put out of the way."""
    concept = concepten.load(pad, context.stap)
    if not concept:
        return None
    if not _answers_this(context, concept.antwoorden):
        # It lies in a folder that somebody may have handed over.
        concepten.set_aside(pad)
        return None
    if stap.is_af and concept.basis != basis:
        # The step was recorded since, from a file or another window.
        resten.forget(concept, stap)
        return None
    return concept


def _answers_this(context: Context, antwoorden: Antwoorden) -> bool:
    """Whether these can be answers to the questions of the step: a draft of ours always is."""
    try:
        gesteld = list(vragen(context, antwoorden))
    except (TypeError, ValueError, AttributeError, LookupError):
        return False
    for vraag in gesteld:
        antwoord = antwoorden.get(vraag.sleutel)
        # What was left empty answers any question; a line of yes and no fills its own keys.
        if antwoord in (None, "") or vraag.sleutel in vraag.vult:
            continue
        if isinstance(antwoord, bool) is not asks_yes_or_no(vraag):
            return False
    return True


def _items(ingevuld: Antwoorden) -> Antwoorden:
    """The items of lists, with all that was said of them; the coach has not seen them yet."""
    return {
        sleutel: waarde
        for sleutel, waarde in ingevuld.items()
        if sleutel.nummer is not None and not sleutel.coach
    }


def _from_members(context: Context, ingevuld: Antwoorden) -> Antwoorden:
    """What members gave to the step from their own laptops: that is answered already."""
    per_lid = {veld.naam for veld in context.stap.velden if veld.is_per_lid}
    gegeven: Antwoorden = {}
    gaven = set()
    for sleutel, waarde in ingevuld.items():
        if sleutel.veld not in per_lid or not _part_of(sleutel) or waarde in ("", None):
            continue
        gegeven[sleutel] = waarde
        # A list that ends without an item, and a no, are of somebody who still has to give theirs.
        if waarde is not False:
            gaven.add(_part_of(sleutel))
    return {
        sleutel: waarde
        for sleutel, waarde in gegeven.items()
        if _part_of(sleutel) in gaven
    }


def _part_of(sleutel: Sleutel) -> tuple[str, str] | None:
    """The field, and whose answers to it: of a member, or of an earlier item."""
    wie = sleutel.lid or sleutel.bron
    if not wie:
        return None
    return sleutel.veld, wie


def drop_recorded(omgeving: Omgeving, sessie_map: SessieMap) -> None:
    """Remove drafts whose step was recorded by a process that died before it could."""
    for stap in sessie_map.stappen:
        pad = concepten.path_of(
            omgeving.repository.private, sessie_map.sessie.id, stap.plek.pad
        )
        if not stap.is_af or not pad.exists():
            continue
        concept = concepten.load(pad, stap.plek.stap)
        if not concept or concept.basis == concepten.vingerafdruk(stap.raw):
            continue
        # The record took its beginning from this draft, so it holds what the draft held.
        # Laptops that share a clock share that beginning too: words in no record are set aside.
        if concept.begonnen == stap.data.get("begonnen"):
            resten.forget(concept, stap)
