"""Takes back the last recorded step of a sessie, as a new commit; the answers come back as a draft."""

from typing import NamedTuple

from intervisie_cli.flows import berichten
from intervisie_cli.flows.berichten import HERSTELD
from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.flows.stap.kiezen import check_editable, context_of
from intervisie_cli.flows.vastlegger import Afgemaakt, OnWait, locked
from intervisie_cli.git.repository import Repository
from intervisie_cli.groep import bestanden, concept, sessies
from intervisie_cli.groep.sessies import SessieMap, StapBestand
from intervisie_cli.model.fouten import IntervisieError
from intervisie_cli.model.namen import SESSIES
from intervisie_cli.records.document import Document
from intervisie_cli.records.stap import own_notulen
from intervisie_cli.vragen.opbouw import naar_antwoorden

_TRAILER = "Neemt-terug"


class _Commit(NamedTuple):
    oid: str
    stap: str
    sessie: str
    neemt_terug: str
    is_hersteld: str


def take_back(
    omgeving: Omgeving, gevraagd: str | None, on_wait: OnWait | None = None
) -> tuple[SessieMap, StapBestand]:
    """Put back what stood before the last recorded step; give the sessie as it is now, and the step as it was.

    Raises IntervisieError when there is nothing to take back.
    """
    with locked(omgeving, on_wait) as vastlegger:
        if gedaan := _just_taken_back(omgeving, vastlegger.afgemaakt):
            return gedaan
        sessie_map = _last_recorded(omgeving, gevraagd)
        check_editable(sessie_map)
        repository = omgeving.repository
        commit = _find(repository, sessie_map.sessie.id)
        if not commit:
            raise IntervisieError(
                "In deze sessie is geen stap om terug te nemen.", "Typ: intervisie status"
            )
        files, basis = {}, {}
        oid, paden = _changed(repository, commit.oid, sessie_map.sessie.map)
        paden += _along(omgeving, oid, sessie_map.sessie.map)
        for pad in paden:
            basis[pad] = bestanden.read(omgeving.root, pad)
            if basis[pad] != repository.blob_at(oid, pad):
                raise IntervisieError(
                    f"{pad} is sindsdien veranderd en blijft zo.",
                    "Open de stap met: intervisie step STAP --opnieuw",
                )
            files[pad] = repository.blob_at(f"{oid}^", pad)
        stap = next((stap for stap in sessie_map.stappen if stap.pad in files), None)
        if not stap:
            raise IntervisieError(
                "De map van deze sessie heeft sindsdien een andere naam.",
                "Open de stap met: intervisie step STAP --opnieuw",
            )
        _keep_answers(omgeving, sessie_map, stap, files[stap.pad])
        vastlegger.record(
            files,
            berichten.stap(
                "teruggenomen", sessie_map.sessie, stap.plek, f"{_TRAILER}: {commit.oid}"
            ),
            basis,
        )
    return sessies.load(omgeving.root, sessie_map.sessie.map), stap


def _just_taken_back(
    omgeving: Omgeving, afgemaakt: Afgemaakt
) -> tuple[SessieMap, StapBestand] | None:
    """What an undo that was cut off has taken back by now, None for nothing: typing it again is not asking for more."""
    paden = afgemaakt.paden
    folder = next(
        ("/".join(pad.split("/")[:3]) for pad in paden if pad.startswith(f"{SESSIES}/")), ""
    )
    if _TRAILER not in afgemaakt.bericht or not folder:
        return None
    sessie_map = sessies.load(omgeving.root, folder)
    return next(((sessie_map, stap) for stap in sessie_map.stappen if stap.pad in paden), None)


def _last_recorded(omgeving: Omgeving, gevraagd: str | None) -> SessieMap:
    """The session asked for, else the one at hand, or the latest when nothing was recorded in that."""
    sessie_map = sessies.find(omgeving.root, gevraagd, omgeving.vandaag)
    if gevraagd or sessies.is_begun(sessie_map):
        return sessie_map
    return sessies.latest_begun(omgeving.root) or sessie_map


def _find(repository: Repository, sessie_id: str) -> _Commit | None:
    """The latest commit that recorded a step of the session and was not taken back itself."""
    velden = "%x1f".join(
        [
            "%H",
            *(
                f"%(trailers:key={naam},valueonly)"
                for naam in ("Stap", "Sessie", _TRAILER, HERSTELD)
            ),
        ]
    )
    head = repository.head().commit
    if not head:
        return None
    out = repository.git.run("log", "-z", "--no-show-signature", f"--format={velden}", head)
    teruggenomen: set[str] = set()
    for rij in out.decode("utf-8", "replace").split("\0"):
        if not rij:
            continue
        commit = _Commit(*(deel.strip() for deel in rij.split("\x1f")))
        if commit.is_hersteld:
            raise IntervisieError(
                "Wat daarvoor is vastgelegd, is met sync --herstel samengenomen en niet meer terug te nemen.",
                "Open de stap met: intervisie step STAP --opnieuw",
            )
        if commit.sessie != sessie_id:
            continue
        if commit.neemt_terug:
            teruggenomen.add(commit.neemt_terug)
        elif commit.stap and commit.oid not in teruggenomen:
            return commit
    return None


def _changed(repository: Repository, oid: str, folder: str) -> tuple[str, list[str]]:
    """The files of the session that a commit changed, and the commit that did.

    A commit that the user made at the very same moment can have taken our files along; then it is that one.
    """
    for kandidaat in (oid, f"{oid}^"):
        flags = (
            "-r",
            "-z",
            "--name-only",
            "--no-commit-id",
            "--no-renames",
            "--no-ext-diff",
            "--no-textconv",
        )
        out = repository.git.run("diff-tree", *flags, kandidaat, "--", folder)
        if out:
            return kandidaat, [pad for pad in out.decode("utf-8", "replace").split("\0") if pad]
    return oid, []


def _along(omgeving: Omgeving, oid: str, folder: str) -> list[str]:
    """The files of other sessies that the step changed along, as far as nobody changed them since."""
    repository = omgeving.repository
    _, alle = _changed(repository, oid, SESSIES)
    andere = (pad for pad in alle if not pad.startswith(f"{folder}/"))
    return [
        pad for pad in andere if bestanden.read(omgeving.root, pad) == repository.blob_at(oid, pad)
    ]


def _keep_answers(
    omgeving: Omgeving, sessie_map: SessieMap, stap: StapBestand, wordt: bytes | None
) -> None:
    """Keep what was taken back as a draft, so that `step` opens with it filled in; *wordt* is the file by then."""
    document: Document | None = stap.document
    if not document:
        return
    context = context_of(omgeving, sessie_map, stap)
    pad = concept.path_of(omgeving.repository.private, sessie_map.sessie.id, stap.plek.pad)
    antwoorden = naar_antwoorden(context, stap.data, own_notulen(stap.plek, document))
    eerder = concept.load(pad, stap.plek.stap)
    vorige = eerder.vorige | eerder.antwoorden if eerder else {}
    begonnen, basis = omgeving.clock().isoformat(), concept.vingerafdruk(wordt)
    vastgelegd = antwoorden | (eerder.vastgelegd if eerder else {})
    concept.Concept(pad, stap.plek.stap, begonnen, basis, antwoorden, vorige, vastgelegd).save()
