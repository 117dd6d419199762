"""Takes back that a ronde or a sessie was stopped, when that is the last thing that was done."""

from collections.abc import Iterable
from typing import NamedTuple

from intervisie_cli.flows import berichten
from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.flows.stap.geschiedenis import Vastlegging
from intervisie_cli.flows.stap.kiezen import check_editable
from intervisie_cli.flows.vastlegger import Vastlegger
from intervisie_cli.groep import bestanden, sessies
from intervisie_cli.groep.sessies import SessieMap
from intervisie_cli.model.fouten import IntervisieError
from intervisie_cli.model.sessie import Sessie
from intervisie_cli.records import sessie as sessie_yaml

_RONDE_HERVAT, _SESSIE_HERVAT = "Ronde hervat", "Sessie hervat"
_DE_SESSIE = "De sessie"


class _Gestopt(NamedTuple):
    """What was stopped and how that is called, the message under going on, the option for it."""

    wat: str
    hoe: str
    bericht: str
    toch: str


def resume(
    vastlegger: Vastlegger,
    omgeving: Omgeving,
    gevraagd: str | None,
    commits: Iterable[Vastlegging],
) -> str:
    """Hold the ronde or the sessie that was stopped last after all, and give which, as people say.

    '' when a step or a sessie was recorded since: then that comes first. *commits* is the history.
    The lock is held. Raises IntervisieError when the sessie was changed since.
    """
    klaar = vastlegger.afgemaakt.bericht
    # An undo that was cut off did it by now, and who types it again asks for no more.
    if klaar.startswith(_SESSIE_HERVAT):
        return _DE_SESSIE
    if klaar.startswith(_RONDE_HERVAT):
        nummer = klaar.partition(", ronde ")[2].partition(")")[0]
        return f"Ronde {nummer}"
    commit = _stopped_last(omgeving, gevraagd, commits)
    if not commit:
        return ""
    sessie_map = _found(omgeving, commit.sessie)
    gestopt = _stopped(sessie_map.sessie, commit)
    if not gestopt:
        return ""
    check_editable(sessie_map)
    pad = f"{sessie_map.sessie.map}/{sessie_yaml.BESTAND}"
    nu = bestanden.read(omgeving.root, pad)
    repository = omgeving.repository
    if nu != repository.blob_at(commit.oid, pad):
        raise IntervisieError(
            f"{gestopt.wat} is {gestopt.hoe}, en daarna is er nog iets gewijzigd.",
            f"Toch verder? Typ: intervisie wijzig {gestopt.toch}",
        )
    was = {pad: repository.blob_at(f"{commit.oid}^", pad)}
    trailer = f"{berichten.NEEMT_TERUG}: {commit.oid}"
    bericht = berichten.met_sessie(gestopt.bericht, sessie_map.sessie, trailer)
    vastlegger.record(was, bericht, {pad: nu})
    return gestopt.wat


def _found(omgeving: Omgeving, gevraagd: str) -> SessieMap:
    """The sessie of that name or id; a step that cannot be read stands in the way of nothing."""
    read = sessies.load_readable
    return sessies.find(omgeving.root, gevraagd, omgeving.avond, read)


def _stopped_last(
    omgeving: Omgeving,
    gevraagd: str | None,
    commits: Iterable[Vastlegging],
) -> Vastlegging | None:
    """The commit that stopped a ronde or a sessie, None when a step or a sessie came after it."""
    gezocht = ""
    if gevraagd:
        sessie_map = _found(omgeving, gevraagd)
        gezocht = sessie_map.sessie.id
    teruggenomen: set[str] = set()
    for commit in commits:
        if gezocht and commit.sessie != gezocht:
            continue
        if commit.neemt_terug:
            teruggenomen.add(commit.neemt_terug)
        elif commit.oid in teruggenomen:
            continue
        elif commit.ronde_gestopt or commit.is_afgerond:
            return commit
        elif commit.stap or commit.is_voorbereid or commit.is_hersteld:
            return None
    return None


def _stopped(sessie: Sessie, commit: Vastlegging) -> _Gestopt | None:
    """What the commit stopped, None when it goes on by now."""
    if commit.is_afgerond and sessie.is_afgerond:
        bericht = f"{_SESSIE_HERVAT} ({sessie.naam})"
        return _Gestopt(_DE_SESSIE, "afgerond", bericht, "--heropen")
    nummers = commit.ronde_gestopt.split()
    for ronde in sessie.rondes:
        if ronde.is_vervallen and str(ronde.nummer) in nummers:
            bericht = f"{_RONDE_HERVAT} ({sessie.naam}, ronde {ronde.nummer})"
            toch = f"--ronde-erbij {ronde.inbrenger}"
            return _Gestopt(f"Ronde {ronde.nummer}", "vervallen", bericht, toch)
    return None
