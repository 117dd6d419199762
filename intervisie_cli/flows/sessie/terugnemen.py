"""Takes back a sessie in which nothing was said yet: its folder goes, in one commit."""

from contextlib import suppress

from intervisie_cli.flows import berichten
from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.flows.stap.undo import history
from intervisie_cli.flows.vastlegger import OnWait, locked
from intervisie_cli.groep import bestanden, sessies
from intervisie_cli.groep.sessies import SessieMap
from intervisie_cli.model.fouten import IntervisieError
from intervisie_cli.model.sessie import Sessie
from intervisie_cli.records import sessie as sessie_yaml
from intervisie_cli.records.stap import blank


def take_away(
    omgeving: Omgeving, gevraagd: str | None, on_wait: OnWait | None = None
) -> Sessie | None:
    """Take back the sessie that was made last, or the one that *gevraagd* names.

    None when something was recorded in it, or a step since: then that comes first. Raises
    IntervisieError when somebody wrote in it outside intervisie.
    """
    with locked(omgeving, on_wait) as vastlegger:
        sessie_map = _empty(omgeving, gevraagd)
        if not sessie_map:
            return None
        sessie = sessie_map.sessie
        files = _files(omgeving, sessie_map)
        weg: dict[str, bytes | None] = dict.fromkeys(files)
        vastlegger.record(weg, berichten.sessie_weg(sessie), files)
        _remove_folders(omgeving, sessie_map)
    return sessie


def _empty(omgeving: Omgeving, gevraagd: str | None) -> SessieMap | None:
    """The sessie to take back, None for none."""
    if gevraagd:
        sessie_map = sessies.find(omgeving.root, gevraagd, omgeving.vandaag)
        return None if sessies.is_begun(sessie_map) else sessie_map
    for commit in history(omgeving.repository):
        if commit.stap:
            return None
        if not commit.is_voorbereid:
            continue
        with suppress(IntervisieError):
            sessie_map = sessies.find(omgeving.root, commit.sessie, omgeving.vandaag)
            if not sessies.is_begun(sessie_map):
                return sessie_map
    return None


def _files(omgeving: Omgeving, sessie_map: SessieMap) -> dict[str, bytes | None]:
    """The files of the sessie. Raises IntervisieError when one holds more than `new` made."""
    sessie = sessie_map.sessie
    pad = f"{sessie.map}/{sessie_yaml.BESTAND}"
    files: dict[str, bytes | None] = {pad: bestanden.read(omgeving.root, pad)}
    for stap in sessie_map.stappen:
        if stap.raw is not None:
            files[stap.pad] = stap.raw
    eigen = {path.name for path in (omgeving.root / sessie.map).rglob("*.md")}
    is_blank = all(
        stap.raw in (None, blank(stap.plek, sessie, omgeving.groep).text().encode())
        for stap in sessie_map.stappen
    )
    if not is_blank or eigen - {pad.rpartition("/")[2] for pad in files}:
        raise IntervisieError(
            "In deze sessie staat al iets; die blijft.",
            "Toch stoppen? Typ: intervisie wijzig --afronden",
        )
    return files


def _remove_folders(omgeving: Omgeving, sessie_map: SessieMap) -> None:
    """Take away the folders that are empty by now; one that is not stays."""
    folder = omgeving.root / sessie_map.sessie.map
    for ronde in sessie_map.sessie.rondes:
        with suppress(OSError):
            (folder / ronde.map).rmdir()
    with suppress(OSError):
        folder.rmdir()
