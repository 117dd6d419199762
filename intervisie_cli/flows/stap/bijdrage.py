"""What one member gives to a step from a laptop of their own: only what they owe, beside what others gave."""

from typing import Any

from intervisie_cli.flows import berichten
from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.flows.stap.kiezen import AlVastgelegd, choose, context_of, document_of
from intervisie_cli.flows.stap.vastleggen import Answers, Vastgelegd, check_answers, write_step
from intervisie_cli.flows.vastlegger import Vastlegger
from intervisie_cli.groep.sessies import SessieMap, StapBestand
from intervisie_cli.groep.verleden import lijst
from intervisie_cli.model.context import Context
from intervisie_cli.model.draaiboek import Veld
from intervisie_cli.model.fouten import IntervisieError, VerkeerdGebruik
from intervisie_cli.model.sessie import BEZIG, COMMITS_GROEP, Lid
from intervisie_cli.model.vraag import Antwoorden
from intervisie_cli.vragen.formulier import nothing_owed
from intervisie_cli.vragen.opbouw import naar_antwoorden, naar_data
from intervisie_cli.vragen.script import NOTULEN


def member(omgeving: Omgeving, sessie_map: SessieMap, getypt: str) -> Lid:
    """Find who *getypt* is among those who take part. Raises VerkeerdGebruik."""
    lid = omgeving.groep.find(getypt)
    deelnemers = sessie_map.sessie.deelnemers
    if not lid or lid.id not in deelnemers:
        raise VerkeerdGebruik(
            "Dat is geen deelnemer van deze sessie.", f"Kies uit: {', '.join(deelnemers)}"
        )
    return lid


def choose_for(sessie_map: SessieMap, stap: str | None) -> StapBestand:
    """Give the step that members give to now. Raises AlVastgelegd, IntervisieError."""
    gekozen = choose(sessie_map, stap, opnieuw=False)
    if gekozen.is_af:
        raise AlVastgelegd(gekozen)
    return gekozen


def context_for(omgeving: Omgeving, sessie_map: SessieMap, stap: StapBestand, lid: Lid) -> Context:
    """What the step knows, for this member alone."""
    return context_of(omgeving, sessie_map, stap)._replace(als=lid.id)


def given(context: Context, data: Answers) -> Antwoorden:
    """The answers that stand in the file, without those that the member still owes or may add to."""
    van_mij = {veld.naam for veld in context.stap.velden if context.is_van(veld)}
    return {
        sleutel: waarde
        for sleutel, waarde in naar_antwoorden(context._replace(als=""), data, "").items()
        if waarde not in ("", None)
        and not (
            waarde is False and sleutel.endswith("/nog") and sleutel.split("/")[1] == context.als
        )
        and not (sleutel in van_mij and data.get(sleutel) is None)
    }


def record(
    vastlegger: Vastlegger,
    omgeving: Omgeving,
    sessie_map: SessieMap,
    stap: StapBestand,
    lid: Lid,
    document: Answers,
) -> Vastgelegd:
    """Put what the member gave beside what stands in the file, with the lock held. Raises AntwoordenFout."""
    oud = document_of(stap)
    context = context_of(omgeving, sessie_map, stap)
    mild = nothing_owed(context)
    document = {
        sleutel: waarde for sleutel, waarde in document.items() if sleutel not in ("stap", NOTULEN)
    }
    data = check_answers(omgeving, mild, oud.data, document)
    velden = [veld.naam for veld in context.stap.velden]
    front = oud.data | {sleutel: waarde for sleutel, waarde in data.items() if sleutel in velden}
    if stap.status != BEZIG:
        front |= {
            "status": BEZIG,
            "begonnen": oud.data.get("begonnen") or omgeving.clock().isoformat(),
        }
    nieuw = oud.with_data(front, ["stap", "status", "begonnen", "afgerond", "reden", *velden])
    if nieuw.text() == oud.text():
        return Vastgelegd(stap, sessie_map, is_nieuw=False)
    naam = "" if omgeving.groep.instellingen.commits == COMMITS_GROEP else lid.id
    bericht = berichten.bijdrage(sessie_map.sessie, stap.plek, naam)
    return write_step(vastlegger, omgeving, sessie_map, stap, nieuw, {}, bericht)


def as_document(context: Context, antwoorden: Antwoorden) -> Answers:
    """The answers document of what stands in the file and what the member answered."""
    return naar_data(context._replace(als=""), antwoorden)


def beside(context: Context, data: Answers, document: Answers) -> Answers:
    """Lay the answers of one member beside those of the others: their items replace their own, and only those."""
    result = dict(document)
    for veld in context.stap.velden:
        if veld.soort == "lijst" and isinstance(document.get(veld.naam), list):
            result[veld.naam] = _beside(veld, context, lijst(data, veld.naam), document[veld.naam])
        elif veld.soort == "leden" and isinstance(document.get(veld.naam), list):
            anderen = [naam for naam in data.get(veld.naam) or [] if naam != context.als]
            result[veld.naam] = anderen + [
                naam for naam in document[veld.naam] if naam == context.als
            ]
        elif veld.naam in document and not context.is_van(veld):
            raise IntervisieError(f"{veld.naam}: dat vult iemand anders in.", "Laat die regel weg.")
    return result


def _beside(
    veld: Veld, context: Context, er_is: list[dict[str, Any]], items: list[Any]
) -> list[dict[str, Any]]:
    eigen = [item if isinstance(item, dict) else {veld.enkelvoud: item} for item in items]
    if veld.is_per_lid and context.als in context.wie(veld):
        nieuw = [item for item in eigen if "id" not in item or item.get("lid") == context.als]
        er_is = [item for item in er_is if item.get("lid") != context.als] + [
            {**i, "lid": context.als} for i in nieuw
        ]
    by_id = {item.get("id"): item for item in eigen if "id" in item}
    return [_answered(veld, context, item, by_id.get(item.get("id"), {})) for item in er_is]


def _answered(
    veld: Veld, context: Context, item: dict[str, Any], gegeven: dict[str, Any]
) -> dict[str, Any]:
    """An item with what the member says of it: in the parts that are theirs."""
    result = dict(item)
    for deel in veld.achteraf:
        if deel.naam not in gegeven:
            continue
        if deel.soort == "lijst" and isinstance(gegeven[deel.naam], list):
            mijn = [
                antwoord
                for antwoord in lijst(gegeven, deel.naam)
                if antwoord.get("lid") == context.als
            ]
            result[deel.naam] = [
                a for a in lijst(item, deel.naam) if a.get("lid") != context.als
            ] + mijn
        elif context.is_van(deel):
            result[deel.naam] = gegeven[deel.naam]
    return result
