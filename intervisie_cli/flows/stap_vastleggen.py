"""Records one step: checks the answers, puts them into its file without touching the rest, commits."""

from datetime import datetime
from typing import Any, NamedTuple

from intervisie_cli.flows import berichten
from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.flows.stap_kiezen import AlVastgelegd, context_of
from intervisie_cli.flows.vastleggen import Tussendoor, Vastlegger
from intervisie_cli.git import commit as git_commit
from intervisie_cli.groep import bestanden, sessies
from intervisie_cli.groep.sessies import SessieMap, StapBestand
from intervisie_cli.model.context import Context
from intervisie_cli.model.fouten import IntervisieError
from intervisie_cli.model.sessie import KLAAR
from intervisie_cli.records import sessie as sessie_yaml
from intervisie_cli.records.document import Document, parse_yaml
from intervisie_cli.records.edit import same
from intervisie_cli.records.stap import blank
from intervisie_cli.vragen.antwoorden import Nakijker

Answers = dict[str, Any]
_EIGEN = ("stap", "status", "begonnen", "afgerond", "reden")


class AntwoordenFout(IntervisieError):
    """The answers do not hold; *fouten* names each fault."""

    def __init__(self, context: Context, fouten: list[str]) -> None:
        super().__init__(f"{context.stap.titel}: {'; '.join(fouten)}.", "Er is niets vastgelegd.")
        self.fouten = fouten


class Vastgelegd(NamedTuple):
    """What was recorded, and the sessie with it; *is_nieuw* is False when the file held just this already."""

    stap: StapBestand
    sessie_map: SessieMap
    is_nieuw: bool
    heeft_handwerk: bool = False


def check_answers(omgeving: Omgeving, context: Context, eerder: Answers, document: Answers) -> Answers:
    """Give the uniform data of an answers document. Raises AntwoordenFout with every fault."""
    nakijker = Nakijker(context, eerder, omgeving.new_id)
    data = nakijker.kijk_na(document)
    if nakijker.fouten:
        raise AntwoordenFout(context, nakijker.fouten)
    return data


def record_step(
    vastlegger: Vastlegger,
    omgeving: Omgeving,
    sessie_map: SessieMap,
    stap: StapBestand,
    document: Answers,
    *,
    opnieuw: bool,
    begonnen: datetime | None = None,
) -> Vastgelegd:
    """Check *document* and record it as the answers of *stap*, with the lock held.

    A step that is recorded already changes only with *opnieuw*; the same answers once more do nothing.
    Raises AntwoordenFout, AlVastgelegd and what `Vastlegger.record` raises.
    """
    for _ in range(3):
        try:
            return _record(vastlegger, omgeving, sessie_map, stap, document, begonnen, opnieuw=opnieuw)
        except Tussendoor:
            sessie_map = sessies.load(omgeving.root, sessie_map.sessie.map)
            stap = next(ander for ander in sessie_map.stappen if ander.pad == stap.pad)
    raise Tussendoor


def _record(
    vastlegger: Vastlegger,
    omgeving: Omgeving,
    sessie_map: SessieMap,
    stap: StapBestand,
    document: Answers,
    begonnen: datetime | None,
    *,
    opnieuw: bool,
) -> Vastgelegd:
    context = context_of(omgeving, sessie_map, stap)
    oud = stap.document
    if oud is None:
        raise Tussendoor
    data = check_answers(omgeving, context, oud.data, document)
    if stap.is_af and adds_nothing(stap, data, document):
        return Vastgelegd(stap, sessie_map, is_nieuw=False)
    if stap.is_af and not opnieuw:
        raise AlVastgelegd(stap)
    notulen = data.pop("notulen", None)
    nu = omgeving.clock().isoformat()
    front = oud.data | {"stap": stap.plek.stap.stap, "status": data.pop("status", None) or KLAAR}
    front["begonnen"] = (
        document.get("begonnen") or oud.data.get("begonnen") or (begonnen.isoformat() if begonnen else nu)
    )
    front["afgerond"] = document.get("afgerond") or nu
    if front["status"] == KLAAR:
        # Fields that were left empty go; what the draaiboek does not know stays.
        for sleutel in _velden(stap):
            front.pop(sleutel, None)
    front |= {sleutel: waarde for sleutel, waarde in data.items() if sleutel not in ("begonnen", "afgerond")}
    order = [*_EIGEN, *(veld.naam for veld in stap.plek.stap.velden)]
    nieuw = oud.with_data({k: front[k] for k in sorted(front, key=lambda k: _rank(k, order))}, order)
    if notulen is not None:
        nieuw = nieuw.with_notulen(_merge_notulen(stap, oud.notulen, notulen))
    files, basis = _files(omgeving, sessie_map, stap, nieuw, data)
    handwerk = _keep_handwork(vastlegger, omgeving, sessie_map, stap, basis)
    vastlegger.record(
        files,
        berichten.stap("vastgelegd" if front["status"] == KLAAR else "overgeslagen", sessie_map.sessie, stap.plek),
        basis,
    )
    klaar = stap._replace(raw=files[stap.pad], document=nieuw)
    stappen = tuple(klaar if ander.pad == stap.pad else ander for ander in sessie_map.stappen)
    return Vastgelegd(klaar, sessie_map._replace(stappen=stappen), is_nieuw=True, heeft_handwerk=handwerk)


def _rank(sleutel: str, order: list[str]) -> int:
    return order.index(sleutel) if sleutel in order else len(order)


def adds_nothing(stap: StapBestand, data: Answers, document: Answers) -> bool:
    """Whether the checked answers stand in the file already, so that typing a command twice does no harm."""
    oud, notulen = stap.data, data.get("notulen")
    is_same = all(same(oud.get(naam), data.get(naam)) for naam in _velden(stap))
    # Notulen may have been added below those of a hand.
    heeft_notulen = notulen is None or (stap.document is not None and stap.document.notulen.endswith(notulen))
    return is_same and (document.get("status") or KLAAR) == oud.get("status") and heeft_notulen


def _velden(stap: StapBestand) -> tuple[str, ...]:
    return ("reden", *(veld.naam for veld in stap.plek.stap.velden))


def _merge_notulen(stap: StapBestand, oud: str, nieuw: str) -> str:
    """Free notulen replace the blank form and what they started from; what a hand added besides stays."""
    leeg = blank(stap.plek).notulen
    if not nieuw or oud in ("", leeg) or oud in nieuw or stap.is_af:
        return nieuw or oud
    return f"{oud}\n\n{nieuw}"


def _files(
    omgeving: Omgeving, sessie_map: SessieMap, stap: StapBestand, nieuw: Document, data: Answers
) -> tuple[dict[str, bytes | None], dict[str, bytes | None]]:
    """The files to write, and what stood in their place: the step, and sessie.yaml when it changes along."""
    files: dict[str, bytes | None] = {stap.pad: nieuw.text().encode()}
    basis: dict[str, bytes | None] = {stap.pad: stap.raw}
    mee = {sleutel: data[sleutel] for sleutel in ("opname", "thema") if sleutel in data and not stap.plek.ronde}
    pad = f"{sessie_map.sessie.map}/{sessie_yaml.BESTAND}"
    raw = bestanden.read(omgeving.root, pad) if mee else None
    if raw is not None:
        document = bestanden.parse_as(pad, raw, parse_yaml)
        if any(document.data.get(sleutel) != waarde for sleutel, waarde in mee.items()):
            order = ("datum", "thema", "notulist", "opname")
            files[pad] = document.with_data(document.data | mee, order).text().encode()
            basis[pad] = raw
    return files, basis


def _keep_handwork(
    vastlegger: Vastlegger, omgeving: Omgeving, sessie_map: SessieMap, stap: StapBestand, basis: git_commit.Files
) -> bool:
    """Give what was changed by hand a commit of its own first, so that the history holds both versions."""
    blanco = {stap.pad: blank(stap.plek).text().encode()}
    gelezen = {pad: raw for pad, raw in basis.items() if raw is not None and raw != blanco.get(pad)}
    head = omgeving.repository.head()
    hand = {
        pad: raw for pad, raw in gelezen.items() if not git_commit.is_committed(omgeving.repository, head, {pad: raw})
    }
    if hand:
        vastlegger.record(hand, berichten.handwerk(sessie_map.sessie, stap.plek), hand)
    return bool(hand)
