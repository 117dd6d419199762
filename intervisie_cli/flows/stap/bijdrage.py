"""What one member gives to a step from a laptop of their own, beside what others gave."""

from functools import partial
from pathlib import Path

from intervisie_cli.flows import berichten
from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.flows.sessie import notitie
from intervisie_cli.flows.sessie.notitie import Schrift
from intervisie_cli.flows.stap import beginnen
from intervisie_cli.flows.stap.inhoud import check_answers, without_form
from intervisie_cli.flows.stap.intussen import take_in, take_over
from intervisie_cli.flows.stap.kiezen import (
    AlVastgelegd,
    choose,
    context_of,
    document_of,
    named,
)
from intervisie_cli.flows.stap.vastleggen import Vastgelegd, write_step
from intervisie_cli.flows.vastlegger import Vastlegger
from intervisie_cli.groep.concept import Concept
from intervisie_cli.groep.sessies import SessieMap
from intervisie_cli.groep.stapbestand import StapBestand
from intervisie_cli.model.context import Context
from intervisie_cli.model.draaiboek import (
    BEGONNEN,
    ID,
    LID,
    NOTULEN,
    SLAAT_OVER,
    STAP,
    STATUS,
    VOORTGANG,
    Veld,
)
from intervisie_cli.model.fouten import IntervisieError, VerkeerdGebruik
from intervisie_cli.model.plain import Data, items_in, same, strings_in
from intervisie_cli.model.sessie import BEZIG, KLAAR, OVERGESLAGEN, Lid
from intervisie_cli.model.sleutel import Sleutel
from intervisie_cli.model.voortgang import Voortgang
from intervisie_cli.model.vraag import Antwoorden
from intervisie_cli.records.document import Document
from intervisie_cli.vragen.eigen import gegeven
from intervisie_cli.vragen.fasen import eigenaar, past_unled
from intervisie_cli.vragen.gezegd import bij_hun_woorden
from intervisie_cli.vragen.keuring import nothing_owed, with_room
from intervisie_cli.vragen.lijstopbouw import own_parts
from intervisie_cli.vragen.opbouw import naar_data
from intervisie_cli.vragen.soorten.register import soort_van
from intervisie_cli.vragen.soorten.soort import AndermansAntwoord


def member(omgeving: Omgeving, sessie_map: SessieMap, getypt: str) -> Lid:
    """Find who *getypt* is among those who take part. Raises VerkeerdGebruik."""
    lid = omgeving.groep.member(getypt)
    deelnemers = sessie_map.sessie.deelnemers
    if lid.id not in deelnemers:
        namen = ", ".join(deelnemers)
        raise VerkeerdGebruik(
            "Dat is geen deelnemer van deze sessie.",
            f"Kies uit: {namen}. Toch erbij? Typ: intervisie wijzig --erbij {lid.id}",
        )
    return lid


def choose_for(sessie_map: SessieMap, stap: str | None) -> StapBestand:
    """Give the step that members give to now, or the one that is named. Raises IntervisieError.

    Who is late, or corrects a word, gives to a step that the group closed.
    """
    if stap:
        dicht = [ander for ander in named(sessie_map, stap) if ander.status == KLAAR]
        if dicht and not sessie_map.sessie.is_nieuwer:
            return dicht[-1]
    gekozen = choose(sessie_map, stap, opnieuw=False)
    if gekozen.is_af:
        raise AlVastgelegd(gekozen)
    return gekozen


def context_for(
    omgeving: Omgeving,
    sessie_map: SessieMap,
    stap: StapBestand,
    lid: Lid,
) -> Context:
    """What the step knows, for this member alone."""
    context = context_of(omgeving, sessie_map, stap)
    voorbij: tuple[str, ...] | None = stap.voortgang.voorbij
    if not stap.voortgang.leider:
        voorbij = past_unled(context, stap.data)
    return context._replace(als=lid.id, voorbij=voorbij)


def start_concept(
    omgeving: Omgeving,
    pad: Path,
    stap: StapBestand,
    context: Context,
) -> Concept:
    """Give the draft of what the member gives, at *pad*, whose lock the caller holds."""
    # What stands in the file is of others: it counts as given, and is not proposed.
    leeg = stap._replace(document=None)
    concept, _ = beginnen.start_concept(omgeving, pad, leeg, context)
    catch_up(concept, stap, context)
    return concept


def catch_up(concept: Concept, stap: StapBestand, context: Context) -> None:
    """Let the draft of the member know what the file holds by now."""
    er_is = gegeven(context, stap.data, stap.voortgang)
    take_in(concept, er_is)
    take_over(concept, er_is, lambda sleutel: eigenaar(sleutel, context) != context.als)
    concept.count_as_given(er_is)


def _is_of_others(sleutel: Sleutel, context: Context) -> bool:
    is_asked = context.stap.veld(sleutel.veld) is not None
    return is_asked and eigenaar(sleutel, context) != context.als


def record(
    vastlegger: Vastlegger,
    omgeving: Omgeving,
    sessie_map: SessieMap,
    stap: StapBestand,
    lid: Lid,
    document: Data,
    klaar_met: tuple[str, ...],
) -> Vastgelegd:
    """Put what the member gave beside what stands in the file, with the lock held.

    *klaar_met* is what they are done with, see `vragen.eigen`. What they noted goes to their own
    notulen. Raises AntwoordenFout.
    """
    oud = document_of(stap)
    context = context_of(omgeving, sessie_map, stap)
    fields = {naam: document[naam] for naam in document if naam != STAP}
    # What others still owe, or gave too much of, is no fault of this member.
    ruim = with_room(nothing_owed(context), stap.data)
    data = check_answers(omgeving, ruim, stap.data, fields)
    data = _of_their_words(context, stap, data, lid.id)
    genoteerd = data.get(NOTULEN, "")
    nieuw = oud
    # Who only takes notes does not begin the step.
    if fields.keys() != {NOTULEN}:
        nieuw = with_answers(omgeving, stap, data, stap.voortgang)
        # Who gave nothing, and is done with nothing, only looked.
        if klaar_met or nieuw is not oud:
            voortgang = stap.voortgang.gegeven(lid.id, klaar_met)
            nieuw = with_answers(omgeving, stap, data, voortgang)
    schrift = Schrift(omgeving, sessie_map, stap.plek, lid)
    if nieuw.text() == oud.text():
        is_nieuw = notitie.add(vastlegger, schrift, genoteerd)
        return Vastgelegd(stap, sessie_map, is_nieuw)
    wie = berichten.wie(omgeving.groep, lid)
    bericht = berichten.bijdrage(sessie_map.sessie, stap.plek, wie)
    along = partial(notitie.change, schrift, genoteerd)
    return write_step(
        vastlegger,
        omgeving,
        sessie_map,
        stap,
        nieuw,
        {},
        bericht,
        along,
        mag_laat=True,
    )


def _of_their_words(context: Context, stap: StapBestand, wordt: Data, lid: str) -> Data:
    """The answers, of which *lid* changes words: what others said of those stays with the old."""
    van_mij = dict(wordt)
    for veld in context.stap.velden:
        if veld.is_namenlijst:
            zeiden_ja = strings_in(wordt.get(veld.naam))
            van_mij[veld.naam] = [ander for ander in zeiden_ja if ander == lid]
        elif veld.achteraf:
            van_mij[veld.naam] = _as_given(veld, wordt, lid)
    kanten = (stap.data, van_mij)
    is_dicht = stap.status == KLAAR
    return bij_hun_woorden(context.stap, wordt, kanten, {}, is_dicht=is_dicht)


def _as_given(veld: Veld, wordt: Data, lid: str) -> list[Data]:
    """The items, those of *lid* without what others said of them: a draft can hold that too."""
    items = []
    for item in items_in(wordt.get(veld.naam)):
        gegeven = item
        if item.get(LID) == lid:
            gegeven = own_parts(veld, item)
        items.append(gegeven)
    return items


def stands_apart(was: StapBestand, wordt: StapBestand, lid: Lid) -> list[str]:
    """What *lid* replaced in a closed step, and stands there still: others answered to it."""
    gevonden = []
    for veld in wordt.plek.stap.velden:
        eerder = items_in(was.data.get(veld.naam))
        kenmerken = [item.get(ID) for item in eerder]
        teksten = [item.get(veld.enkelvoud) for item in eerder]
        for item in items_in(wordt.data.get(veld.naam)):
            tekst = item.get(veld.enkelvoud)
            is_nieuw = item.get(ID) not in kenmerken
            if is_nieuw and tekst in teksten and item.get(LID) == lid.id:
                gevonden.append(str(tekst))
    return gevonden


def with_answers(
    omgeving: Omgeving,
    stap: StapBestand,
    data: Data,
    voortgang: Voortgang,
) -> Document:
    """The file with what was given so far, of a step that is begun by that; else as it is."""
    oud = document_of(stap)
    velden = stap.plek.stap.namen
    # What was taken back is in the file, and not among the answers.
    weg = [SLAAT_OVER, *(naam for naam in velden if naam not in data)]
    front = {naam: oud.data[naam] for naam in oud.data if naam not in weg}
    for naam in (SLAAT_OVER, *velden):
        if naam in data:
            front[naam] = data[naam]
    if same(front, oud.data) and voortgang == stap.voortgang:
        return oud
    front[VOORTGANG] = voortgang.data()
    if stap.status not in (BEZIG, KLAAR):
        front[STATUS] = BEZIG
        front[BEGONNEN] = oud.data.get(BEGONNEN) or omgeving.clock().isoformat()
    return without_form(stap, oud.with_data(front, stap.plek.stap.sleutels))


def as_document(context: Context, data: Data, antwoorden: Antwoorden) -> Data:
    """The answers document of what stands in the file, *data*, and what the member answered."""
    document = naar_data(context._replace(als=""), antwoorden)
    # A member who has nothing to give does not skip the step for all.
    document.pop(STATUS, None)
    return document | _passing_over(context, data, document)


def _passing_over(context: Context, data: Data, document: Data) -> Data:
    """Who skip the step: who did so, and whether the member does, where *document* says that."""
    gezegd = document.get(SLAAT_OVER)
    if not isinstance(gezegd, list):
        return {}
    over = [lid for lid in data.get(SLAAT_OVER) or [] if lid != context.als]
    over += [lid for lid in gezegd if lid == context.als]
    return {SLAAT_OVER: over}


def beside(context: Context, data: Data, document: Data) -> Data:
    """Lay the answers of one member beside those of the others, whose answers stay.

    Raises IntervisieError for an answer that somebody else is to give.
    """
    if document.get(STATUS) == OVERGESLAGEN:
        raise VerkeerdGebruik(
            "Met --als sla je geen stap over.",
            f"Typ: intervisie step {context.stap.naam} --overslaan",
        )
    result = document | _passing_over(context, data, document)
    for veld in context.stap.velden:
        if veld.naam not in document:
            continue
        gegeven = document[veld.naam]
        try:
            result[veld.naam] = soort_van(veld).naast(
                veld, context, data.get(veld.naam), gegeven
            )
        except AndermansAntwoord:
            raise IntervisieError(
                f"{veld.naam}: dat vult iemand anders in.", "Laat die regel weg."
            ) from None
    return result
