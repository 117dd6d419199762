"""Takes back that a ronde was stopped, when that is the last thing that was done."""

from intervisie_cli.flows import berichten
from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.flows.stap.kiezen import check_editable
from intervisie_cli.flows.stap.undo import Vastlegging, history
from intervisie_cli.flows.vastlegger import Vastlegger
from intervisie_cli.groep import bestanden, sessies
from intervisie_cli.model.fouten import IntervisieError
from intervisie_cli.model.sessie import Ronde, Sessie
from intervisie_cli.records import sessie as sessie_yaml

_HERVAT = "Ronde hervat"


def resume(vastlegger: Vastlegger, omgeving: Omgeving, gevraagd: str | None) -> str:
    """Hold the ronde that was stopped last after all, and give its number.

    '' when a step or a sessie was recorded since: then that comes first. The lock is held. Raises
    IntervisieError when the sessie was changed since.
    """
    klaar = vastlegger.afgemaakt.bericht
    if klaar.startswith(_HERVAT):
        # An undo that was cut off did it by now, and who types it again asks for no more.
        return klaar.partition(", ronde ")[2].partition(")")[0]
    commit = _stopped_last(omgeving, gevraagd)
    if not commit:
        return ""
    sessie_map = sessies.find(omgeving.root, commit.sessie, omgeving.vandaag)
    ronde = _dropped(sessie_map.sessie, commit)
    if not ronde:
        return ""
    check_editable(sessie_map)
    pad = f"{sessie_map.sessie.map}/{sessie_yaml.BESTAND}"
    nu = bestanden.read(omgeving.root, pad)
    repository = omgeving.repository
    if nu != repository.blob_at(commit.oid, pad):
        raise IntervisieError(
            f"Ronde {ronde.nummer} is gestopt, en daarna is de sessie nog gewijzigd.",
            f"Toch verder? Typ: intervisie wijzig --ronde-erbij {ronde.inbrenger}",
        )
    was = {pad: repository.blob_at(f"{commit.oid}^", pad)}
    vastlegger.record(was, _message(sessie_map.sessie, ronde, commit.oid), {pad: nu})
    return str(ronde.nummer)


def _stopped_last(omgeving: Omgeving, gevraagd: str | None) -> Vastlegging | None:
    """The commit that stopped a ronde, None when a step or a sessie came after it."""
    gezocht = ""
    if gevraagd:
        sessie_map = sessies.find(omgeving.root, gevraagd, omgeving.vandaag)
        gezocht = sessie_map.sessie.id
    teruggenomen: set[str] = set()
    for commit in history(omgeving.repository):
        if gezocht and commit.sessie != gezocht:
            continue
        if commit.neemt_terug:
            teruggenomen.add(commit.neemt_terug)
        elif commit.oid in teruggenomen:
            continue
        elif commit.ronde_gestopt:
            return commit
        elif commit.stap or commit.is_voorbereid or commit.is_hersteld:
            return None
    return None


def _dropped(sessie: Sessie, commit: Vastlegging) -> Ronde | None:
    """The ronde that the commit stopped, None when it goes on by now."""
    nummers = commit.ronde_gestopt.split()
    for ronde in sessie.rondes:
        if ronde.is_vervallen and str(ronde.nummer) in nummers:
            return ronde
    return None


def _message(sessie: Sessie, ronde: Ronde, oid: str) -> str:
    onderwerp = f"{_HERVAT} ({sessie.naam}, ronde {ronde.nummer})"
    trailers = f"Sessie: {sessie.id}\n{berichten.NEEMT_TERUG}: {oid}"
    return f"{onderwerp}\n\n{trailers}\n"
