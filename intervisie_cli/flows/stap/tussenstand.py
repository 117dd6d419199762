"""What a step holds while it is under way, so that every laptop knows how far the group is."""

from datetime import datetime, timedelta

from intervisie_cli.flows import berichten
from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.flows.stap.bijdrage import with_answers
from intervisie_cli.flows.stap.hier import Hier
from intervisie_cli.flows.stap.inhoud import check_answers
from intervisie_cli.flows.stap.kiezen import document_of
from intervisie_cli.flows.stap.vastleggen import Vastgelegd, write_step
from intervisie_cli.flows.vastlegger import Vastlegger
from intervisie_cli.groep.concept import Concept
from intervisie_cli.groep.sessies import SessieMap
from intervisie_cli.groep.stapbestand import StapBestand
from intervisie_cli.model.context import Context
from intervisie_cli.model.draaiboek import BEGONNEN, EIGEN, ID, STAP, STATUS, VOORTGANG
from intervisie_cli.model.plain import Data, strings_in
from intervisie_cli.model.sessie import BEZIG
from intervisie_cli.model.voortgang import Voortgang
from intervisie_cli.records.document import Document
from intervisie_cli.vragen.eigen import klaar_met, klaar_met_velden
from intervisie_cli.vragen.fasen import EENS, fasen
from intervisie_cli.vragen.keuring import nothing_owed, with_room
from intervisie_cli.vragen.ongevraagd import ID_LENGTE
from intervisie_cli.vragen.opbouw import naar_data


def begin(
    vastlegger: Vastlegger,
    omgeving: Omgeving,
    sessie_map: SessieMap,
    stap: StapBestand,
    lid: str,
) -> Vastgelegd:
    """Record that *lid* leads the step from now on; its clock runs from the first who did."""
    nu = omgeving.clock()
    front: Data = {STAP: stap.plek.stap.naam, STATUS: BEZIG}
    eerder = stap.leider(nu)
    if eerder:
        # The clocks of two laptops differ: whoever takes over leads last.
        sinds = datetime.fromisoformat(eerder.sinds)
        nu = max(nu, sinds + timedelta(seconds=1))
    else:
        front[BEGONNEN] = nu.isoformat()
    voortgang = stap.voortgang
    if eerder and eerder.lid in sessie_map.sessie.deelnemers:
        # Who led sits at a laptop of their own, and goes on there.
        voortgang = voortgang.meegedaan(eerder.lid)
    voortgang = voortgang.geleid(lid, nu.isoformat())
    nieuw = _with_progress(stap, voortgang, front)
    bericht = berichten.onderweg("begonnen", sessie_map.sessie, stap.plek)
    return write_step(vastlegger, omgeving, sessie_map, stap, nieuw, {}, bericht)


def change(
    vastlegger: Vastlegger,
    omgeving: Omgeving,
    sessie_map: SessieMap,
    stap: StapBestand,
    voortgang: Voortgang,
) -> Vastgelegd:
    """Record another progress of the step, and nothing else."""
    nieuw = _with_progress(stap, voortgang, {})
    bericht = berichten.onderweg("onderweg", sessie_map.sessie, stap.plek)
    return write_step(vastlegger, omgeving, sessie_map, stap, nieuw, {}, bericht)


def _with_progress(stap: StapBestand, voortgang: Voortgang, front: Data) -> Document:
    document = document_of(stap)
    data = document.data | front | {VOORTGANG: voortgang.data()}
    return document.with_data(data, EIGEN)


def record(
    vastlegger: Vastlegger,
    omgeving: Omgeving,
    hier: Hier,
    voorbij: tuple[str, ...],
) -> Vastgelegd:
    """Record what the group has so far, and that the phases *voorbij* are past."""
    sessie_map, stap = hier.sessie_map, hier.stap
    data = _so_far(omgeving, hier)
    voortgang = _with_said_here(hier).met_voorbij(voorbij)
    nieuw = with_answers(omgeving, stap, data, voortgang)
    if nieuw is document_of(stap):
        return Vastgelegd(stap, sessie_map, is_nieuw=False)
    bericht = berichten.onderweg("onderweg", sessie_map.sessie, stap.plek)
    return write_step(vastlegger, omgeving, sessie_map, stap, nieuw, {}, bericht)


def open_for_all(
    vastlegger: Vastlegger,
    omgeving: Omgeving,
    hier: Hier,
    lid: str,
) -> Vastgelegd:
    """Record a closed step as one that *lid* leads, in which others only say yes or no anew."""
    sessie_map, stap = hier.sessie_map, hier.stap
    data = _so_far(omgeving, hier)
    alle = fasen(hier.context.stap)
    voorbij = tuple(str(fase) for fase in alle if fase.soort != EENS)
    voortgang = stap.voortgang.geleid(lid, omgeving.clock().isoformat())
    voortgang = voortgang.met_voorbij(voorbij)
    for ander in hier.context.elders:
        gezegd = _said_by(hier.context._replace(als=ander, elders=()), data)
        voortgang = voortgang.gegeven(ander, gezegd)
    nieuw = with_answers(omgeving, stap, data, voortgang)
    nieuw = nieuw.with_data(nieuw.data | {STATUS: BEZIG}, EIGEN)
    bericht = berichten.onderweg("heropend", sessie_map.sessie, stap.plek)
    return write_step(vastlegger, omgeving, sessie_map, stap, nieuw, {}, bericht)


def _said_by(context: Context, data: Data) -> tuple[str, ...]:
    """What the member is done with: all but what they said yes to, in other words."""
    namen = [
        veld.naam
        for veld in context.stap.velden
        if not veld.is_namenlijst or context.als in strings_in(data.get(veld.naam))
    ]
    return klaar_met_velden(context, data, namen)


def _so_far(omgeving: Omgeving, hier: Hier) -> Data:
    """What the group has so far, checked. Raises AntwoordenFout."""
    _give_ids(omgeving, hier.concept)
    document = naar_data(hier.context, hier.concept.antwoorden)
    # That a step is skipped is recorded when it is closed.
    velden = {
        naam: waarde for naam, waarde in document.items() if naam not in (STAP, STATUS)
    }
    ruim = with_room(nothing_owed(hier.context), velden)
    return check_answers(omgeving, ruim, hier.stap.data, velden)


def _with_said_here(hier: Hier) -> Voortgang:
    """The progress, with what members judged here who were at laptops of their own before."""
    voortgang = hier.stap.voortgang
    for lid in voortgang.hier:
        eigen = hier.context._replace(als=lid, elders=())
        over = klaar_met(eigen, hier.concept.antwoorden)
        gezegd = tuple(naam for naam in over if "/" in naam)
        voortgang = voortgang.geoordeeld(lid, gezegd)
    return voortgang


def _give_ids(omgeving: Omgeving, concept: Concept) -> None:
    """Give each item of the draft the id that it has in the file from now on."""
    for sleutel in list(concept.antwoorden):
        veld = concept.stap.veld(sleutel.veld)
        if not veld or sleutel.nummer is None:
            continue
        if sleutel == sleutel.item.met(veld.enkelvoud):
            kenmerk = sleutel.item.met(ID)
            concept.antwoorden.setdefault(kenmerk, omgeving.new_id(ID_LENGTE))
