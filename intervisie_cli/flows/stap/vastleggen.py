"""Records one step: checks the answers, puts them into its file without touching the rest, commits."""

from datetime import datetime
from typing import Any, NamedTuple

from intervisie_cli.flows import berichten
from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.flows.stap.kiezen import AlVastgelegd, context_of, document_of
from intervisie_cli.flows.vastlegger import Tussendoor, Vastlegger
from intervisie_cli.git import commit as git_commit
from intervisie_cli.groep import bestanden, concept, resten, sessies
from intervisie_cli.groep.sessies import SessieMap, StapBestand
from intervisie_cli.merge.conflicts import CONFLICTEN
from intervisie_cli.model.context import Context
from intervisie_cli.model.draaiboek import AFGEROND, BEGONNEN, EIGEN, NOTULEN, REDEN, STAP, STATUS
from intervisie_cli.model.fouten import IntervisieError
from intervisie_cli.model.plain import items_in, same
from intervisie_cli.model.sessie import KLAAR, OVERGESLAGEN
from intervisie_cli.records import sessie as sessie_yaml
from intervisie_cli.records.document import Document, parse_markdown, parse_yaml
from intervisie_cli.records.merge import merge_files
from intervisie_cli.records.stap import blank, own_notulen
from intervisie_cli.vragen.keuring import Keuring
from intervisie_cli.vragen.soorten.register import soort_van

Answers = dict[str, Any]
VASTGELEGD = "vastgelegd"


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


def check_answers(
    omgeving: Omgeving, context: Context, eerder: Answers, document: Answers
) -> Answers:
    """Give the uniform data of an answers document. Raises AntwoordenFout with every fault."""
    keuring = Keuring(context, eerder, omgeving.new_id)
    data = keuring.kijk_na(document)
    if keuring.fouten:
        raise AntwoordenFout(context, keuring.fouten)
    return data


def check_record(
    omgeving: Omgeving,
    sessie_map: SessieMap,
    stap: StapBestand,
    document: Answers,
    *,
    opnieuw: bool,
    begonnen: datetime | None = None,
) -> tuple[Document, Answers] | None:
    """Give what recording *document* makes of the step file, with the answers; None when it holds just that already.

    A step that is recorded changes only with *opnieuw*. Raises AntwoordenFout, AlVastgelegd.
    """
    context = context_of(omgeving, sessie_map, stap, document)
    oud = document_of(stap)
    data = check_answers(omgeving, context, oud.data, document)
    is_settled = CONFLICTEN not in stap.data or not opnieuw
    if stap.is_af and is_settled and adds_nothing(stap, data, document, opnieuw=opnieuw):
        return None
    if stap.is_af and not opnieuw:
        raise AlVastgelegd(stap)
    front = _front(omgeving, context, stap, oud, data, opnieuw=opnieuw, begonnen=begonnen)
    order = [*EIGEN, *(veld.naam for veld in context.stap.velden)]
    in_order = {sleutel: front[sleutel] for sleutel in order if sleutel in front}
    try:
        nieuw = oud.with_data(in_order | front, order)
    except ValueError:
        raise AntwoordenFout(
            context, ["dit is te veel voor één stap; maak de antwoorden korter"]
        ) from None
    if NOTULEN in data:
        notulen = _merge_notulen(stap, oud.notulen, data[NOTULEN])
        nieuw = nieuw.with_notulen(notulen or blank(stap.plek).notulen)
    return nieuw, data


def _front(
    omgeving: Omgeving,
    context: Context,
    stap: StapBestand,
    oud: Document,
    data: Answers,
    *,
    opnieuw: bool,
    begonnen: datetime | None,
) -> Answers:
    """The front matter that recording makes: fields left empty go; what the draaiboek does not know stays."""
    nu = omgeving.clock().isoformat()
    tijd = {BEGONNEN: begonnen.isoformat() if begonnen else nu, AFGEROND: nu}
    # A step that is opened again keeps its time: it was spent in the call, not on the correction.
    blijft = (BEGONNEN, AFGEROND) if stap.is_af else (BEGONNEN,)
    tijd |= {naam: oud.data[naam] for naam in blijft if oud.data.get(naam)}
    front = oud.data | {STAP: stap.plek.stap.naam, STATUS: KLAAR} | tijd
    velden = [veld.naam for veld in context.stap.velden if not soort_van(veld).is_vast]
    for sleutel in (REDEN, *velden):
        front.pop(sleutel, None)
    if opnieuw:
        # Who opens a step anew has seen its clashes.
        front.pop(CONFLICTEN, None)
    return front | {sleutel: waarde for sleutel, waarde in data.items() if sleutel != NOTULEN}


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
    """Check *document* and record it as the answers of *stap*, with the lock held; the same once more does nothing.

    What others made of the file since *stap* was read is merged. Raises AntwoordenFout, AlVastgelegd and what
    `Vastlegger.record` raises.
    """
    nieuw = check_record(omgeving, sessie_map, stap, document, opnieuw=opnieuw, begonnen=begonnen)
    gedaan = Vastgelegd(stap, sessie_map, is_nieuw=False)
    if nieuw:
        wat = VASTGELEGD if nieuw[0].data[STATUS] == KLAAR else OVERGESLAGEN
        bericht = berichten.stap(wat, sessie_map.sessie, stap.plek)
        try:
            gedaan = write_step(vastlegger, omgeving, sessie_map, stap, *nieuw, bericht)
        except AlVastgelegd as elders:
            check_record(
                omgeving, sessie_map, elders.stap, document, opnieuw=False
            )  # raises for anything else
            gedaan = Vastgelegd(
                elders.stap, sessies.load(omgeving.root, sessie_map.sessie.map), is_nieuw=False
            )
    resten.let_go(
        concept.path_of(omgeving.repository.private, sessie_map.sessie.id, stap.plek.pad),
        gedaan.stap,
    )
    return gedaan


def write_step(
    vastlegger: Vastlegger,
    omgeving: Omgeving,
    sessie_map: SessieMap,
    stap: StapBestand,
    nieuw: Document,
    data: Answers,
    bericht: str,
) -> Vastgelegd:
    """Record *nieuw* as the file of *stap*, merged with what others made of it since, under *bericht*.

    Raises AlVastgelegd when they finished the step meanwhile, and what `Vastlegger.record` raises.
    """
    nu = stap
    for _ in range(3):
        if nu.is_af and not stap.is_af:
            raise AlVastgelegd(nu)
        if nu.raw != stap.raw and nu.raw is not None:
            samen = merge_files(stap.pad, stap.raw, nieuw.text().encode(), nu.raw)
            if samen.kopie is None:
                nieuw = parse_markdown(samen.raw)
            stap = nu
        try:
            return _record(vastlegger, omgeving, sessie_map, stap, nieuw, data, bericht)
        except Tussendoor:
            sessie_map = sessies.load(omgeving.root, sessie_map.sessie.map)
            nu = next((ander for ander in sessie_map.stappen if ander.pad == stap.pad), nu)
    raise Tussendoor


def _record(
    vastlegger: Vastlegger,
    omgeving: Omgeving,
    sessie_map: SessieMap,
    stap: StapBestand,
    nieuw: Document,
    data: Answers,
    bericht: str,
) -> Vastgelegd:
    files, basis = _files(omgeving, sessie_map, stap, nieuw, data)
    handwerk = keep_handwork(vastlegger, omgeving, sessie_map, stap, basis)
    klaar = stap._replace(raw=files[stap.pad], document=nieuw)
    vastlegger.record(files, bericht, basis)
    stappen = tuple(klaar if ander.pad == stap.pad else ander for ander in sessie_map.stappen)
    return Vastgelegd(
        klaar, sessie_map._replace(stappen=stappen), is_nieuw=True, heeft_handwerk=handwerk
    )


def adds_nothing(stap: StapBestand, data: Answers, document: Answers, *, opnieuw: bool) -> bool:
    """Whether the checked answers stand in the file already, so that typing a command twice does no harm."""
    namen = {REDEN, *(veld.naam for veld in stap.plek.stap.velden)}
    namen |= {BEGONNEN, AFGEROND} & set(data)
    is_same = all(same(stap.data.get(naam), data.get(naam)) for naam in namen)
    return (
        is_same
        and (document.get(STATUS) or KLAAR) == stap.status
        and _has_notulen(stap, data, opnieuw=opnieuw)
    )


def _has_notulen(stap: StapBestand, data: Answers, *, opnieuw: bool) -> bool:
    if NOTULEN not in data:
        return True
    oud, nieuw = own_notulen(stap.plek, stap.document), data[NOTULEN]
    # Recorded over an open step, they may have been added below those of a hand.
    return bool(oud == nieuw or (not opnieuw and (not nieuw or oud.endswith(f"\n\n{nieuw}"))))


def _merge_notulen(stap: StapBestand, oud: str, nieuw: str) -> str:
    """Free notulen replace the blank form and what they started from; what a hand added besides stays."""
    leeg = blank(stap.plek).notulen
    if stap.is_af or oud in ("", leeg) or oud in nieuw:
        return nieuw
    return f"{oud}\n\n{nieuw}" if nieuw else oud


def _files(
    omgeving: Omgeving, sessie_map: SessieMap, stap: StapBestand, nieuw: Document, data: Answers
) -> tuple[dict[str, bytes | None], dict[str, bytes | None]]:
    """The files to write, and what stood in their place: the step, and what changes along.

    That is sessie.yaml, and the acties of earlier sessies that a terugblik tells about.
    """
    files: dict[str, bytes | None] = {stap.pad: nieuw.text().encode()}
    basis: dict[str, bytes | None] = {stap.pad: stap.raw}
    mee = {}
    if not stap.plek.ronde and stap.plek.stap.veld("opname"):
        mee["opname"] = data.get("opname", False)
    if not stap.plek.ronde and data.get("thema"):
        mee["thema"] = data["thema"]
    pad = f"{sessie_map.sessie.map}/{sessie_yaml.BESTAND}"
    raw = bestanden.read(omgeving.root, pad) if mee else None
    if raw is not None:
        document = bestanden.parse_as(pad, raw, parse_yaml)
        if any(document.data.get(sleutel) != waarde for sleutel, waarde in mee.items()):
            order = ("datum", "thema", "notulist", "opname")
            files[pad] = document.with_data(document.data | mee, order).text().encode()
            basis[pad] = raw
    terugblik = items_in(data.get("terugblik"))
    if terugblik and not stap.plek.ronde:
        # Heavy, and of one step alone.
        from intervisie_cli.flows.actie.uit_terugblik import of_terugblik

        meer, was = of_terugblik(omgeving, sessie_map.sessie, terugblik)
        files |= meer
        basis |= was
    return files, basis


def keep_handwork(
    vastlegger: Vastlegger,
    omgeving: Omgeving,
    sessie_map: SessieMap,
    stap: StapBestand,
    basis: git_commit.Files,
) -> bool:
    """Give what was changed by hand a commit of its own first, so that the history holds both versions."""
    blanco = {stap.pad: blank(stap.plek).text().encode()}
    gelezen = {pad: raw for pad, raw in basis.items() if raw is not None and raw != blanco.get(pad)}
    head = omgeving.repository.head()
    hand = {
        pad: raw
        for pad, raw in gelezen.items()
        if not git_commit.is_committed(omgeving.repository, head, {pad: raw})
    }
    if hand:
        vastlegger.record(hand, berichten.handwerk(sessie_map.sessie, stap.plek), hand)
    return bool(hand)
