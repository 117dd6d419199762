"""Steps from an answers file: YAML documents, one per step, each through the same checks as a prompt."""

from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.flows.stap_kiezen import AlVastgelegd, choose, context_of
from intervisie_cli.flows.stap_vastleggen import Vastgelegd, adds_nothing, check_answers, record_step
from intervisie_cli.flows.vastleggen import Vastlegger
from intervisie_cli.groep import sessies
from intervisie_cli.groep.sessies import SessieMap, StapBestand
from intervisie_cli.model.fouten import IntervisieError
from intervisie_cli.records.document import decode, read_documents
from intervisie_cli.records.node import YamlFout


def read_answers(raw: bytes) -> list[dict[str, Any]]:
    """Read the documents of an answers file. Raises IntervisieError with the line."""
    try:
        documents = [node.data() for node in read_documents(decode(raw))]
    except YamlFout as fout:
        raise IntervisieError(f"De antwoorden zijn niet te lezen (regel {fout.regel}): {fout.reden}.") from None
    documents = [document for document in documents if document is not None]
    if not documents or not all(isinstance(document, dict) for document in documents):
        raise IntervisieError("De antwoorden horen regels te zijn in de vorm 'sleutel: waarde'.")
    return documents


def record_all(
    vastlegger: Vastlegger,
    omgeving: Omgeving,
    documents: list[dict[str, Any]],
    sessie: str | None,
    stap: str | None,
    *,
    opnieuw: bool,
) -> Iterator[Vastgelegd]:
    """Record the documents one after the other. All are checked before the first is written."""
    sessie_map = sessies.find(omgeving.root, sessie, omgeving.vandaag)
    if len(documents) > 1:
        _check_all(omgeving, sessie_map, documents, stap, opnieuw=opnieuw)
    for document in documents:
        gekozen = _just_recorded(vastlegger, omgeving, sessie_map, document, stap)
        gekozen = gekozen or _choose(sessie_map, document, stap, opnieuw=opnieuw)
        gedaan = record_step(vastlegger, omgeving, sessie_map, gekozen, document, opnieuw=opnieuw)
        sessie_map = gedaan.sessie_map
        yield gedaan


def _just_recorded(
    vastlegger: Vastlegger, omgeving: Omgeving, sessie_map: SessieMap, document: dict[str, Any], stap: str | None
) -> StapBestand | None:
    """The step that a command which was cut off has recorded by now, when these are its answers."""
    if stap or "stap" in document:
        return None  # a named step says itself which it is
    for gedaan in sessie_map.stappen:
        if gedaan.pad in vastlegger.afgemaakt and gedaan.is_af:
            context = context_of(omgeving, sessie_map, gedaan)
            with suppress(IntervisieError):
                data = check_answers(omgeving, context, gedaan.data, document)
                if adds_nothing(gedaan, data, document):
                    return gedaan
    return None


def _check_all(
    omgeving: Omgeving, sessie_map: SessieMap, documents: list[dict[str, Any]], stap: str | None, *, opnieuw: bool
) -> None:
    af: set[str] = set()
    for nummer, document in enumerate(documents, 1):
        stappen = tuple(s for s in sessie_map.stappen if s.pad not in af)
        rest = SessieMap(sessie_map.sessie, sessie_map.draaiboek, stappen)
        try:
            gekozen = _choose(rest, document, stap, opnieuw=opnieuw)
            check_answers(omgeving, context_of(omgeving, sessie_map, gekozen), gekozen.data, document)
        except IntervisieError as fout:
            fout.bericht = f"Antwoord {nummer}: {fout.bericht}"
            raise
        af.add(gekozen.pad)


def _choose(sessie_map: SessieMap, document: dict[str, Any], stap: str | None, *, opnieuw: bool) -> StapBestand:
    naam = document.get("stap")
    if naam is not None and not isinstance(naam, str):
        raise IntervisieError("De sleutel 'stap' hoort de naam van een stap te zijn.")
    try:
        return choose(sessie_map, stap or naam, opnieuw=opnieuw)
    except AlVastgelegd as al:
        # The same answers once more is a retry: `record_step` sees whether they are, and then does nothing.
        return al.stap
