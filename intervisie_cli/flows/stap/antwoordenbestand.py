"""Steps from an answers file: YAML documents, one per step, checked as at a prompt."""

from collections.abc import Iterator
from contextlib import suppress

from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.flows.sessie.wijzig import (
    Verandering,
    change,
    preview,
    scaffold,
)
from intervisie_cli.flows.stap.inhoud import adds_nothing, check_answers, check_record
from intervisie_cli.flows.stap.kiezen import choose, context_of, named
from intervisie_cli.flows.stap.overgebleven import with_left_over
from intervisie_cli.flows.stap.vastleggen import Vastgelegd, record_step
from intervisie_cli.flows.vastlegger import Vastlegger
from intervisie_cli.groep import sessies
from intervisie_cli.groep.sessies import SessieMap
from intervisie_cli.groep.stapbestand import StapBestand
from intervisie_cli.model.draaiboek import STATUS
from intervisie_cli.model.fouten import IntervisieError
from intervisie_cli.model.plain import Data
from intervisie_cli.model.sessie import OVERGESLAGEN
from intervisie_cli.records.comments import cut_off
from intervisie_cli.records.document import decode, read_documents
from intervisie_cli.records.node import YamlFout


def read_answers(raw: bytes) -> list[Data]:
    """Read the documents of an answers file. Raises IntervisieError with the line."""
    try:
        text = decode(raw)
        nodes = read_documents(text)
    except YamlFout as fout:
        raise IntervisieError(
            f"De antwoorden zijn niet te lezen (regel {fout.regel}): {fout.reden}."
        ) from None
    for node in nodes:
        for regel in cut_off(text, node):
            raise IntervisieError(
                f"De antwoorden zijn niet te lezen (regel {regel}):"
                " wat achter # staat zou wegvallen.",
                'Zet de hele tekst tussen aanhalingstekens: "…".'
                " Is het een opmerking? Zet die op een regel apart.",
            )
    documents = [node.data() for node in nodes]
    documents = [document for document in documents if document is not None]
    if not documents or not all(isinstance(document, dict) for document in documents):
        raise IntervisieError(
            "De antwoorden horen regels te zijn in de vorm 'sleutel: waarde'."
        )
    return documents


def record_all(
    vastlegger: Vastlegger,
    omgeving: Omgeving,
    documents: list[Data],
    sessie: str | None,
    stap: str | None,
    *,
    opnieuw: bool,
) -> Iterator[Vastgelegd]:
    """Record the documents one after the other. All are checked before the first is written."""
    sessie_map = sessies.find(omgeving.root, sessie, omgeving.avond)
    sessie_map = scaffold(vastlegger, omgeving, sessie_map)
    erbij = _rondes_for(sessie_map, documents)
    paren = _pairs(
        vastlegger, omgeving, sessie_map, documents, stap, erbij, opnieuw=opnieuw
    )
    if erbij:
        sessie_map = change(
            vastlegger, omgeving, sessie_map.sessie.naam, erbij
        ).sessie_map
    for pad, document in paren:
        # Recording the one before has changed the sessie.
        nu = next(ander for ander in sessie_map.stappen if ander.pad == pad)
        antwoorden = _with_left_over(omgeving, sessie_map, nu, document)
        gedaan = record_step(
            vastlegger, omgeving, sessie_map, nu, antwoorden, opnieuw=opnieuw
        )
        sessie_map = gedaan.sessie_map
        yield gedaan


def _with_left_over(
    omgeving: Omgeving, sessie_map: SessieMap, stap: StapBestand, document: Data
) -> Data:
    """The answers, with what was filled in by hand and would go unseen."""
    if not stap.is_ingevuld or document.get(STATUS) == OVERGESLAGEN:
        return document
    context = context_of(omgeving, sessie_map, stap, document)
    data = check_answers(omgeving, context, stap.data, document)
    return with_left_over(context, stap.formulier.data, document, data)


def _rondes_for(sessie_map: SessieMap, documents: list[Data]) -> Verandering | None:
    """A ronde for each who a document says brings in, and who has none; None when all have."""
    sessie = sessie_map.sessie
    hebben = [ronde.inbrenger for ronde in sessie.rondes]
    noemen = dict.fromkeys(str(document.get("inbrenger")) for document in documents)
    leden = [lid for lid in noemen if lid in sessie.deelnemers and lid not in hebben]
    return Verandering(ronde_erbij=",".join(leden)) if leden else None


def _pairs(
    vastlegger: Vastlegger,
    omgeving: Omgeving,
    sessie_map: SessieMap,
    documents: list[Data],
    stap: str | None,
    erbij: Verandering | None,
    *,
    opnieuw: bool,
) -> list[tuple[str, Data]]:
    """Which step each document answers, with the rondes that come. All are checked."""
    if erbij:
        sessie_map = preview(omgeving, sessie_map, erbij)
    paren = list(
        _pair(vastlegger, omgeving, sessie_map, documents, stap, opnieuw=opnieuw)
    )
    # A document on its own is checked when it is recorded, but a ronde would be there by then.
    if erbij and len(paren) == 1:
        pad, document = paren[0]
        nu = next(ander for ander in sessie_map.stappen if ander.pad == pad)
        check_record(omgeving, sessie_map, nu, document, opnieuw=opnieuw)
    return paren


def _pair(
    vastlegger: Vastlegger,
    omgeving: Omgeving,
    sessie_map: SessieMap,
    documents: list[Data],
    stap: str | None,
    *,
    opnieuw: bool,
) -> Iterator[tuple[str, Data]]:
    """Say of each document which step it answers, a step at most once, and that its answers hold.

    A step that holds just these answers already is the one meant: who typed a command that was cut
    off types it again.
    """
    namen = [name_of(document, stap) for document in documents]
    over = list(sessie_map.stappen)
    per_naam = zip(namen, documents, strict=True)
    for nummer, (naam, document) in enumerate(per_naam, 1):
        rest = SessieMap(sessie_map.sessie, sessie_map.draaiboek, tuple(over))
        try:
            check_named(sessie_map, document, stap)
            gekozen = None
            if not opnieuw:
                gekozen = _already(vastlegger, omgeving, rest, naam, document)
            if not gekozen:
                nog = namen[nummer - 1 :].count(naam)
                overslaan = document.get(STATUS) == OVERGESLAGEN
                gekozen = choose(
                    rest, naam, opnieuw=opnieuw, nog=nog, overslaan=overslaan
                )
            # A document on its own is checked when it is recorded, before anything is written.
            if len(documents) > 1:
                check_record(omgeving, sessie_map, gekozen, document, opnieuw=opnieuw)
        except IntervisieError as fout:
            if len(documents) > 1:
                fout.bericht = f"Antwoord {nummer}: {fout.bericht}"
            raise
        over.remove(gekozen)
        yield gekozen.pad, document


def name_of(document: Data, stap: str | None) -> str | None:
    """What the command or the document calls its step; None when neither does."""
    naam = document.get("stap")
    is_naam = isinstance(naam, str | int) and not isinstance(naam, bool)
    if naam is not None and not is_naam:
        raise IntervisieError("De sleutel 'stap' hoort de naam van een stap te zijn.")
    if stap:
        return stap
    if naam is None:
        return None
    return str(naam)


def check_named(sessie_map: SessieMap, document: Data, stap: str | None) -> None:
    """Raise IntervisieError when the command names one step, and the document another."""
    if not stap or document.get("stap") is None:
        return
    genoemd = named(sessie_map, str(document["stap"]))
    if not any(ander in genoemd for ander in named(sessie_map, stap)):
        raise IntervisieError(
            "Deze antwoorden zijn voor een andere stap.",
            "Laat STAP weg, of de regel 'stap:'.",
        )


def _already(
    vastlegger: Vastlegger,
    omgeving: Omgeving,
    rest: SessieMap,
    naam: str | None,
    document: Data,
) -> StapBestand | None:
    """The step that holds these answers: one with its name, or one that was just finished.

    What a process that died had begun to record is finished when the lock is taken.
    """
    if naam:
        kan = named(rest, naam)
    else:
        kan = [stap for stap in rest.stappen if stap.pad in vastlegger.afgemaakt.paden]
    for gedaan in kan:
        if not gedaan.is_af:
            return None
        with suppress(IntervisieError):
            context = context_of(omgeving, rest, gedaan, document)
            data = check_answers(omgeving, context, gedaan.data, document)
            if adds_nothing(gedaan, data, document, opnieuw=False):
                return gedaan
    return None
