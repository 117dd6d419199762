"""A recorded step that somebody opened again, of which a draft holds other answers."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from intervisie_cli import system
from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.groep import concept as concepten
from intervisie_cli.groep.sessies import SessieMap
from intervisie_cli.groep.stapbestand import StapBestand
from intervisie_cli.model.fouten import GitFout


def choose_or_go_on(
    omgeving: Omgeving,
    sessie_map: SessieMap,
    gevraagd: str | None,
    *,
    opnieuw: bool,
) -> StapBestand:
    """Give the step that `choose` gives, but go on with one that is open again when none is named.

    Raises IntervisieError.
    """
    if not gevraagd and not opnieuw:
        heropend = reopened(omgeving, sessie_map)
        if heropend:
            return heropend
    from intervisie_cli.flows.stap.kiezen import choose

    return choose(sessie_map, gevraagd, opnieuw=opnieuw)


def reopened(omgeving: Omgeving, sessie_map: SessieMap) -> StapBestand | None:
    """The first step that is open again and in no other window, None when there is none."""
    # Drafts lie in the repository. Without one there is still a sessie to see.
    with suppress(GitFout, OSError):
        return next(_open_again(omgeving, sessie_map), None)
    return None


def _open_again(omgeving: Omgeving, sessie_map: SessieMap) -> Iterator[StapBestand]:
    private = omgeving.repository.private
    kan = [stap for stap in sessie_map.stappen if stap.is_vastgelegd]
    for stap in kan:
        pad = concepten.path_of(private, sessie_map.sessie.id, stap.plek.pad)
        # Nearly every recorded step has no draft, so this is all that it takes.
        if not pad.exists() or not stap.plek.stap.is_bekend:
            continue
        if _has_other_answers(omgeving, sessie_map, stap, pad) and _is_free(pad):
            yield stap


def _is_free(pad: Path) -> bool:
    """Whether no other window has the draft."""
    with suppress(system.Busy), system.lock(pad.with_suffix(".lock"), timeout_s=0):
        return True
    return False


def _has_other_answers(
    omgeving: Omgeving,
    sessie_map: SessieMap,
    stap: StapBestand,
    pad: Path,
) -> bool:
    """Whether the draft at *pad* is of the step as it is recorded, and says something else."""
    concept = concepten.load(pad, stap.plek.stap)
    if not concept or concept.basis != concepten.vingerafdruk(stap.raw):
        return False
    if any(concept.vorige.values()):
        return True
    # Seldom is a step open again, and these take time to load.
    from intervisie_cli.flows.stap.kiezen import context_of
    from intervisie_cli.vragen.opbouw import naar_antwoorden

    context = context_of(omgeving, sessie_map, stap)
    vastgelegd = naar_antwoorden(context, stap.data, stap.notulen)
    return concept.antwoorden != vastgelegd
