"""Takes back the last recorded step of a sessie; its answers become a draft."""

from collections.abc import Iterable

from intervisie_cli.flows import berichten
from intervisie_cli.flows.berichten import NEEMT_TERUG
from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.flows.stap.geschiedenis import Geschiedenis, Vastlegging
from intervisie_cli.flows.stap.kiezen import check_editable, context_of
from intervisie_cli.flows.stap.onbekend import check_known
from intervisie_cli.flows.vastlegger import Afgemaakt, Vastlegger
from intervisie_cli.flows.waar import typ_step
from intervisie_cli.git.commit import NewFiles
from intervisie_cli.git.repository import Repository
from intervisie_cli.groep import bestanden, concept, sessies
from intervisie_cli.groep.sessies import SessieMap
from intervisie_cli.groep.stapbestand import StapBestand
from intervisie_cli.model.fouten import IntervisieError
from intervisie_cli.model.namen import SESSIES, is_leesmij, sessie_folder, whose_notulen
from intervisie_cli.model.sessie import OVERGESLAGEN
from intervisie_cli.records.document import Document
from intervisie_cli.vragen.opbouw import naar_antwoorden

_KIJK = "Wil je iets veranderen? Kijk welke stap het is: intervisie status"


def take_back(
    vastlegger: Vastlegger,
    omgeving: Omgeving,
    gevraagd: str | None,
    commits: Iterable[Vastlegging],
) -> tuple[SessieMap, StapBestand]:
    """Put back what stood before the last recorded step, with the lock held.

    *commits* is the history. Give the sessie as it is now, and the step as it was. Raises
    IntervisieError when there is nothing to take back.
    """
    gedaan = _just_taken_back(omgeving, vastlegger.afgemaakt)
    if gedaan:
        return gedaan
    sessie_map = _last_recorded(omgeving, gevraagd)
    check_editable(sessie_map)
    commit = _find(commits, sessie_map.sessie.id)
    if not commit:
        if (omgeving.repository.common_dir / "shallow").exists():
            raise IntervisieError(
                "Van deze kopie is maar een deel van de geschiedenis opgehaald.",
                "Haal de rest op: git fetch --unshallow",
            )
        raise IntervisieError(
            "In deze sessie is geen stap om terug te nemen.",
            "Typ: intervisie status",
        )
    files, basis = _before(omgeving, commit.oid, sessie_map)
    stap = next((stap for stap in sessie_map.stappen if stap.pad in files), None)
    if not stap:
        raise IntervisieError(
            "De map van deze sessie heeft sindsdien een andere naam.", _KIJK
        )
    if stap.status != OVERGESLAGEN:
        check_known(sessie_map, stap)
    # The draft goes first: a process that dies here has lost nothing.
    _keep_answers(omgeving, sessie_map, stap, files[stap.pad])
    trailer = f"{NEEMT_TERUG}: {commit.oid}"
    bericht = berichten.stap("teruggenomen", sessie_map.sessie, stap.plek, trailer)
    vastlegger.record(files, bericht, basis)
    return sessies.load_readable(omgeving.root, sessie_map.sessie.map), stap


def last_step(omgeving: Omgeving, gevraagd: str | None) -> str:
    """What people call the step that was recorded last; '' when that is not plain."""
    sessie_map = _last_recorded(omgeving, gevraagd)
    commit = _find(Geschiedenis(omgeving.repository), sessie_map.sessie.id)
    if not commit:
        return ""
    repository = omgeving.repository
    _, paden = _changed(repository, commit.oid, sessie_map.sessie.map)
    for stap in sessie_map.stappen:
        if stap.pad in paden:
            return stap.plek.titel
    return ""


def _before(
    omgeving: Omgeving,
    oid: str,
    sessie_map: SessieMap,
) -> tuple[NewFiles, NewFiles]:
    """The files as they were before the commit *oid*, and as they are now.

    Raises IntervisieError when one has changed since: that is not for an undo to throw away.
    """
    repository = omgeving.repository
    folder = sessie_map.sessie.map
    files: NewFiles = {}
    basis: NewFiles = {}
    van, paden = _changed(repository, oid, folder)
    paden += _along(omgeving, van, folder)
    for pad in paden:
        # A commit that somebody made at the same moment can hold what a member noted too, and the
        # page of the sessie is made anew.
        if whose_notulen(pad) or is_leesmij(pad):
            continue
        basis[pad] = bestanden.read(omgeving.root, pad)
        if basis[pad] != repository.blob_at(van, pad):
            raise IntervisieError(
                "Deze stap is sindsdien veranderd en blijft zo.",
                _open_again(omgeving, sessie_map, pad),
            )
        files[pad] = repository.blob_at(f"{van}^", pad)
    return files, basis


def _open_again(omgeving: Omgeving, sessie_map: SessieMap, pad: str) -> str:
    """How to change the step at *pad* in another way."""
    for stap in sessie_map.stappen:
        if stap.pad == pad:
            typ = typ_step(omgeving, sessie_map.sessie.map)
            return f"Open de stap: {typ} {stap.plek.verwijzing} --opnieuw"
    return _KIJK


def _just_taken_back(
    omgeving: Omgeving, afgemaakt: Afgemaakt
) -> tuple[SessieMap, StapBestand] | None:
    """What an undo that was cut off has taken back by now, None for nothing.

    *afgemaakt* is what was finished when the lock was taken. Who types the command again does not
    ask for more.
    """
    paden = afgemaakt.paden
    folders = [folder for pad in paden if (folder := sessie_folder(pad))]
    if NEEMT_TERUG not in afgemaakt.bericht or not folders:
        return None
    sessie_map = sessies.load_readable(omgeving.root, folders[0])
    for stap in sessie_map.stappen:
        if stap.pad in paden:
            return sessie_map, stap
    return None


def _last_recorded(omgeving: Omgeving, gevraagd: str | None) -> SessieMap:
    """The session asked for, else the one at hand, or the latest when that holds nothing yet."""
    # A step that cannot be read stands in the way of no other.
    read = sessies.load_readable
    sessie_map = sessies.find(omgeving.root, gevraagd, omgeving.avond, read)
    if gevraagd or sessies.is_begun(sessie_map):
        return sessie_map
    return sessies.latest_begun(omgeving.root, read) or sessie_map


def _find(commits: Iterable[Vastlegging], sessie_id: str) -> Vastlegging | None:
    """The latest commit that recorded a step of the session and was not taken back itself."""
    teruggenomen: set[str] = set()
    for commit in commits:
        if commit.is_hersteld:
            raise IntervisieError(
                "Wat daarvoor is vastgelegd, is met sync --herstel samengenomen "
                "en niet meer terug te nemen.",
                _KIJK,
            )
        if commit.sessie != sessie_id:
            continue
        if commit.neemt_terug:
            teruggenomen.add(commit.neemt_terug)
        elif commit.stap and commit.oid not in teruggenomen:
            return commit
    return None


def _changed(
    repository: Repository,
    oid: str,
    folder: str,
) -> tuple[str, list[str]]:
    """The files of the session that a commit changed, and the commit that did.

    A commit that the user made at the very same moment can have taken our files along; then it is
    that one, just before.
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
            return kandidaat, [
                pad for pad in out.decode("utf-8", "replace").split("\0") if pad
            ]
    return oid, []


def _along(omgeving: Omgeving, oid: str, folder: str) -> list[str]:
    """The files of other sessies that the step changed along, if nobody changed them since."""
    repository = omgeving.repository
    _, alle = _changed(repository, oid, SESSIES)
    gelijk = []
    for pad in alle:
        if pad.startswith(f"{folder}/"):
            continue
        if bestanden.read(omgeving.root, pad) == repository.blob_at(oid, pad):
            gelijk.append(pad)
    return gelijk


def _keep_answers(
    omgeving: Omgeving,
    sessie_map: SessieMap,
    stap: StapBestand,
    wordt: bytes | None,
) -> None:
    """Keep what was taken back as a draft, so that `step` opens with it filled in.

    *wordt* is the file by then.
    """
    document: Document | None = stap.document
    if not document:
        return
    context = context_of(omgeving, sessie_map, stap)
    pad = concept.path_of(
        omgeving.repository.private, sessie_map.sessie.id, stap.plek.pad
    )
    antwoorden = naar_antwoorden(context, stap.data, stap.notulen)
    nieuw = concept.Concept(
        pad,
        stap.plek.stap,
        begonnen=omgeving.clock().isoformat(),
        basis=concept.vingerafdruk(wordt),
        antwoorden=antwoorden,
        vastgelegd=antwoorden,
    )
    eerder = concept.load(pad, stap.plek.stap)
    if eerder:
        # Somebody was answering the step anew: what they typed comes up as a proposal.
        nieuw.vorige = eerder.vorige | eerder.antwoorden
        nieuw.vastgelegd = antwoorden | eerder.vastgelegd
    nieuw.save()
