"""Takes back a sessie in which nothing was said yet: its folder goes, in one commit."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path

from intervisie_cli.flows import berichten, handwerk
from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.flows.stap.geschiedenis import Vastlegging
from intervisie_cli.flows.stap.kiezen import check_editable
from intervisie_cli.flows.vastlegger import Afgemaakt, Vastlegger
from intervisie_cli.git.commit import NewFiles
from intervisie_cli.groep import bestanden, sessies
from intervisie_cli.groep.formulieren import LEEG
from intervisie_cli.groep.gestopt import has_words
from intervisie_cli.groep.sessies import SessieMap
from intervisie_cli.groep.stapbestand import StapBestand
from intervisie_cli.model.fouten import IntervisieError, OnleesbaarBestand
from intervisie_cli.model.namen import LEESMIJ, lees_iso
from intervisie_cli.model.sessie import Sessie
from intervisie_cli.records import sessie as sessie_yaml
from intervisie_cli.records.stap import blank

_TOCH = 'Toch stoppen? Typ: intervisie wijzig --afronden "geen tijd"'


def take_away(
    vastlegger: Vastlegger,
    omgeving: Omgeving,
    gevraagd: str | None,
    commits: Iterable[Vastlegging] = (),
) -> date | None:
    """Take back the sessie that *gevraagd* names, else the last by *commits*; give its day.

    The lock is held. None when something was recorded in it, or a step since: then that comes
    first. Raises IntervisieError when somebody wrote in it that was not recorded.
    """
    gedaan = _just_taken_away(omgeving, vastlegger.afgemaakt)
    if gedaan:
        return gedaan
    sessie_map = _empty(omgeving, gevraagd, commits)
    if not sessie_map:
        return None
    check_editable(sessie_map)
    sessie = sessie_map.sessie
    _check_nothing_said(omgeving, sessie_map)
    files = _files(omgeving, sessie_map)
    handwerk.keep(vastlegger, omgeving.repository, files)
    weg: NewFiles = dict.fromkeys(files)
    vastlegger.record(weg, berichten.sessie_weg(sessie), files)
    _remove_folders(omgeving.root, files)
    return sessie.datum


def _just_taken_away(omgeving: Omgeving, afgemaakt: Afgemaakt) -> date | None:
    """The day of a sessie that an undo which was cut off has taken away by now, None for none."""
    if not afgemaakt.bericht.startswith(berichten.SESSIE_WEG):
        return None
    _remove_folders(omgeving.root, afgemaakt.paden)
    naam = afgemaakt.paden[0].split("/")[2]
    return lees_iso(naam[:10]) or omgeving.vandaag


def _empty(
    omgeving: Omgeving,
    gevraagd: str | None,
    commits: Iterable[Vastlegging],
) -> SessieMap | None:
    """The sessie to take back, None for none."""
    if gevraagd:
        try:
            sessie_map = sessies.find(omgeving.root, gevraagd, omgeving.avond)
        except OnleesbaarBestand:
            return None  # something was said in it
        return None if sessies.is_begun(sessie_map) else sessie_map
    for commit in commits:
        if commit.stap:
            return None
        if not commit.is_voorbereid:
            continue
        with suppress(IntervisieError):
            sessie_map = sessies.find(omgeving.root, commit.sessie, omgeving.avond)
            if not sessies.is_begun(sessie_map):
                return sessie_map
    return None


def _check_nothing_said(omgeving: Omgeving, sessie_map: SessieMap) -> None:
    """Raise IntervisieError when a draft holds answers: their words stand nowhere else."""
    for stap in sessie_map.stappen:
        if has_words(omgeving.repository.private, sessie_map.sessie, stap):
            raise IntervisieError(
                f"In {stap.plek.titel} vulden jullie al iets in; de sessie blijft.",
                _TOCH,
            )


def _files(omgeving: Omgeving, sessie_map: SessieMap) -> NewFiles:
    """The files of the sessie. Raises IntervisieError when one holds more than `new` made."""
    root = omgeving.root
    sessie = sessie_map.sessie
    pad = f"{sessie.map}/{sessie_yaml.BESTAND}"
    files: NewFiles = {pad: bestanden.read(root, pad)}
    leesmij = f"{sessie.map}/{LEESMIJ}"
    if (raw := bestanden.read(root, leesmij)) is not None:
        files[leesmij] = raw
    is_blank = True
    for stap in sessie_map.stappen:
        if stap.raw is not None:
            files[stap.pad] = stap.raw
            is_blank = is_blank and _is_untouched(omgeving, sessie, stap)
    if not is_blank or any(_others(root, sessie.map, files)):
        raise IntervisieError(
            "In deze sessie staat al iets; die blijft.",
            _TOCH,
        )
    return files


def _is_untouched(omgeving: Omgeving, sessie: Sessie, stap: StapBestand) -> bool:
    """Whether nobody wrote in a step file; the names in its form are of who take part now."""
    if not stap.document or stap.formulier != LEEG or stap.notulen:
        return False
    leeg = blank(stap.plek, sessie, omgeving.groep).with_notulen("")
    return stap.document.with_notulen("").text() == leeg.text()


def _others(root: Path, folder: str, files: Iterable[str]) -> Iterator[Path]:
    """What stands in the folder of a sessie beside *files*."""
    eigen = {root / pad for pad in files}
    for path in (root / folder).rglob("*"):
        if path not in eigen and (path.is_symlink() or not path.is_dir()):
            yield path


def _remove_folders(root: Path, paden: Iterable[str]) -> None:
    """Take away the folders that are empty by now; one that is not stays."""
    folders = {(root / pad).parent for pad in paden}
    for folder in sorted(folders, reverse=True):
        with suppress(OSError):
            folder.rmdir()
