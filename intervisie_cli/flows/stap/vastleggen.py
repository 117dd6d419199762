"""Records one step: writes its file, merged with what others made of it since, and commits."""

from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

from intervisie_cli.flows import berichten, handwerk, unrecorded
from intervisie_cli.flows.niet_vastgelegd import Teruggezet, Tussendoor
from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.flows.stap.inhoud import check_record
from intervisie_cli.flows.stap.kiezen import AlVastgelegd
from intervisie_cli.flows.vastlegger import Vastlegger
from intervisie_cli.git.commit import Files, NewFiles, blob_id
from intervisie_cli.groep import bestanden, concept, resten, sessies
from intervisie_cli.groep.formulieren import LEEG
from intervisie_cli.groep.sessies import SessieMap
from intervisie_cli.groep.stapbestand import StapBestand
from intervisie_cli.merge.conflicts import settled
from intervisie_cli.model.draaiboek import STATUS
from intervisie_cli.model.plain import Data, items_in, same
from intervisie_cli.model.sessie import KLAAR, OVERGESLAGEN
from intervisie_cli.records import sessie as sessie_yaml
from intervisie_cli.records.document import Document, parse_markdown, parse_yaml
from intervisie_cli.records.merge import merge_files
from intervisie_cli.records.stap import blank
from intervisie_cli.vragen.lines.roles_line import DOCENT

VASTGELEGD = "vastgelegd"
# More files to record in the commit of a step, and what stands in their place; read anew each time.
Along = Callable[[], tuple[Files, Files]]


class Vastgelegd(NamedTuple):
    """What was recorded, and the sessie with it.

    *is_nieuw* is False when the file held just this already. *heeft_handwerk*: what was edited
    outside intervisie was recorded first; *is_teruggezet*: that had written over what came in;
    *is_opzij*: words that somebody typed for it are in no record, and were set aside.
    """

    stap: StapBestand
    sessie_map: SessieMap
    is_nieuw: bool
    heeft_handwerk: bool = False
    is_teruggezet: bool = False
    is_opzij: bool = False


def record_step(
    vastlegger: Vastlegger,
    omgeving: Omgeving,
    sessie_map: SessieMap,
    stap: StapBestand,
    document: Data,
    *,
    opnieuw: bool,
    begonnen: datetime | None = None,
) -> Vastgelegd:
    """Check *document* and record it as the answers of *stap*, with the lock held.

    Recording the same once more does nothing. What others made of the file since *stap* was read is
    merged. Raises AntwoordenFout, AlVastgelegd and what `Vastlegger.record` raises.
    """
    gemaakt = check_record(
        omgeving, sessie_map, stap, document, opnieuw=opnieuw, begonnen=begonnen
    )
    gedaan = Vastgelegd(stap, sessie_map, is_nieuw=False)
    if gemaakt:
        nieuw, data = gemaakt
        wat = VASTGELEGD if nieuw.data[STATUS] == KLAAR else OVERGESLAGEN
        bericht = berichten.stap(wat, sessie_map.sessie, stap.plek)
        try:
            gedaan = write_step(
                vastlegger, omgeving, sessie_map, stap, nieuw, data, bericht
            )
        except AlVastgelegd as elders:
            # Others finished the step just now. With the same answers that is as good; with others
            # this raises.
            check_record(omgeving, sessie_map, elders.stap, document, opnieuw=False)
            sessie_map = sessies.load(omgeving.root, sessie_map.sessie.map)
            gedaan = Vastgelegd(elders.stap, sessie_map, is_nieuw=False)
    pad = concept.path_of(
        omgeving.repository.private, sessie_map.sessie.id, stap.plek.pad
    )
    return gedaan._replace(is_opzij=resten.let_go(pad, gedaan.stap))


def write_step(
    vastlegger: Vastlegger,
    omgeving: Omgeving,
    sessie_map: SessieMap,
    stap: StapBestand,
    nieuw: Document,
    data: Data,
    bericht: str,
    along: Along = lambda: ({}, {}),
    *,
    mag_laat: bool = False,
) -> Vastgelegd:
    """Record *nieuw* as the file of *stap*, merged with what others made of it since.

    *bericht* is the message of the commit, to which *along* adds files. Raises AlVastgelegd when
    others finished the step meanwhile, unless that does not matter (*mag_laat*), and what
    `Vastlegger.record` raises.
    """
    nu = stap
    is_teruggezet = False
    # Each turn something came in between; who is overtaken three times is told so.
    for _ in range(3):
        if nu.is_af and not stap.is_af and not mag_laat:
            raise AlVastgelegd(nu)
        if nu.raw != stap.raw and nu.raw is not None:
            vorm = stap.plek.stap
            samen = merge_files(stap.pad, stap.raw, nieuw.raw(), nu.raw, vorm)
            # What cannot be merged is recorded as it was answered: the history has the other.
            if samen.kopie is None:
                nieuw = parse_markdown(samen.raw)
            stap = nu
        try:
            gedaan = _record(
                vastlegger, omgeving, sessie_map, stap, nieuw, data, bericht, along
            )
            return gedaan._replace(is_teruggezet=is_teruggezet)
        except Tussendoor as fout:
            is_teruggezet |= isinstance(fout, Teruggezet)
            sessie_map = sessies.load(omgeving.root, sessie_map.sessie.map)
            nu = next(
                (ander for ander in sessie_map.stappen if ander.pad == stap.pad), nu
            )
    raise Tussendoor


def _record(
    vastlegger: Vastlegger,
    omgeving: Omgeving,
    sessie_map: SessieMap,
    stap: StapBestand,
    nieuw: Document,
    data: Data,
    bericht: str,
    along: Along,
) -> Vastgelegd:
    files, basis = _files(omgeving, sessie_map, stap, nieuw, data)
    meer, was = along()
    files |= meer
    basis |= was
    heeft_handwerk = keep_handwork(vastlegger, omgeving, sessie_map, stap, basis)
    klaar = stap._replace(raw=files[stap.pad], document=nieuw, formulier=LEEG)
    vastlegger.record(files, bericht, basis)
    stappen = tuple(
        klaar if ander.pad == stap.pad else ander for ander in sessie_map.stappen
    )
    sessie_map = sessie_map._replace(stappen=stappen)
    return Vastgelegd(klaar, sessie_map, is_nieuw=True, heeft_handwerk=heeft_handwerk)


def _files(
    omgeving: Omgeving,
    sessie_map: SessieMap,
    stap: StapBestand,
    nieuw: Document,
    data: Data,
) -> tuple[NewFiles, NewFiles]:
    """The files to write, and what stood in their place: the step, and what changes along.

    That is sessie.yaml, and the acties of earlier sessies that a terugblik tells about.
    """
    files: NewFiles = {stap.pad: nieuw.raw()}
    basis: NewFiles = {stap.pad: stap.raw}
    # A ronde changes nothing outside its own step.
    if stap.plek.ronde:
        return files, basis
    mee = {}
    if stap.plek.stap.veld("opname"):
        mee["opname"] = data.get("opname", False)
    if data.get("thema"):
        mee["thema"] = data["thema"]
    mee |= _roles(stap, data)
    pad = f"{sessie_map.sessie.map}/{sessie_yaml.BESTAND}"
    raw = None
    if mee:
        raw = bestanden.read(omgeving.root, pad)
    if raw is not None:
        document = bestanden.parse_as(pad, raw, parse_yaml)
        wordt = settled(document.data | mee, mee)
        if not same(wordt, document.data):
            files[pad] = document.with_data(wordt, sessie_yaml.ORDER).raw()
            basis[pad] = raw
    terugblik = items_in(data.get("terugblik"))
    if terugblik:
        # Heavy, and of one step alone.
        from intervisie_cli.flows.actie.uit_terugblik import of_terugblik

        meer, was = of_terugblik(omgeving, sessie_map.sessie, terugblik)
        files |= meer
        basis |= was
    return files, basis


def _roles(stap: StapBestand, data: Data) -> Data:
    """The roles that were given in this step now; those of before may have changed since."""
    mee: Data = {}
    for veld in stap.plek.stap.velden:
        rol = data.get(veld.naam)
        is_nieuw = rol and rol != stap.data.get(veld.naam)
        if veld.soort != "rol" or not is_nieuw:
            continue
        naam = str(rol).removeprefix(f"{DOCENT} ")
        mee[veld.naam] = rol if naam == rol else {"naam": naam}
    return mee


def keep_handwork(
    vastlegger: Vastlegger,
    omgeving: Omgeving,
    sessie_map: SessieMap,
    stap: StapBestand,
    basis: Files,
) -> bool:
    """Give what was edited outside intervisie a commit of its own first, see `handwerk.keep`."""
    files = dict(basis)
    # A blank step is nobody's work, unless an editor laid it over what was recorded.
    leeg = _blank(omgeving, sessie_map, stap)
    if files[stap.pad] == leeg and not _is_other(omgeving, sessie_map, stap, leeg):
        del files[stap.pad]
    bericht = berichten.handwerk(sessie_map.sessie, stap.plek)
    return handwerk.keep(vastlegger, omgeving.repository, files, bericht)


def _is_other(
    omgeving: Omgeving,
    sessie_map: SessieMap,
    stap: StapBestand,
    raw: bytes,
) -> bool:
    """Whether the step was recorded, and not as *raw*."""
    repository = omgeving.repository
    head = repository.head().commit
    if not head:
        return False
    entry = unrecorded.entries(repository, head, sessie_map.sessie.map).get(stap.pad)
    return entry is not None and entry.oid != blob_id(raw, len(head))


def _blank(omgeving: Omgeving, sessie_map: SessieMap, stap: StapBestand) -> bytes:
    return blank(stap.plek, sessie_map.sessie, omgeving.groep).raw()
