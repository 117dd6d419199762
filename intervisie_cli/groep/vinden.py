"""Finds the group: upward from the working folder, else as told, else the user's default."""

import os
from contextlib import suppress
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from intervisie_cli import system
from intervisie_cli.groep import bestanden
from intervisie_cli.groep.bestanden import read_as
from intervisie_cli.model.fouten import IntervisieError
from intervisie_cli.model.namen import is_handle
from intervisie_cli.model.sessie import Groep
from intervisie_cli.records import groep as groep_yaml
from intervisie_cli.system import plain

OMGEVING = "INTERVISIE_GROEP"
_LID, _PLEK, _GEDEELD = "lid", "plek", "gedeeld"
# Longer than any handle or address: a larger file is not one of ours.
_MAX_LINE = 4096


class Gedeeld(NamedTuple):
    """When this clone and the shared place were last the same, and the commit that both had.

    The latter is '' where an earlier program noted it.
    """

    moment: datetime
    commit: str


class GeenGroep(IntervisieError):
    """There is no group here, nor one that was named."""


def find_root(gevraagd: str | None) -> Path:
    """Give the folder of the group. Raises IntervisieError when there is none."""
    if gevraagd:
        return _check(system.typed_path(gevraagd), "--groep")
    try:
        here = Path.cwd()
    except FileNotFoundError:
        raise IntervisieError(
            "De map waarin je staat is weggehaald.", "Ga naar een andere map."
        ) from None
    # The group one stands in goes before what was set once and for all.
    for folder in (here, *here.parents):
        if (folder / groep_yaml.BESTAND).is_file():
            return folder
    if os.environ.get(OMGEVING):
        return _check(system.typed_path(os.environ[OMGEVING]), OMGEVING)
    if standaard := read_default():
        return _check(standaard, "je standaardgroep")
    raise GeenGroep(
        "Hier is geen groep.",
        'Ga naar de map van je groep, of typ: intervisie init MAP --naam "…" --leden "mirthe,tim"',
    )


def _check(folder: Path, bron: str) -> Path:
    folder = folder.absolute()
    if not (folder / groep_yaml.BESTAND).is_file():
        raise GeenGroep(
            f"In de map van {bron} staat geen groep.",
            "Zoek een map waarin groep.yaml staat.",
        )
    return folder


def load_groep(root: Path) -> Groep:
    """Read groep.yaml. Raises OnleesbaarBestand."""
    groep = read_as(root, groep_yaml.BESTAND, groep_yaml.parse)
    if groep is None:
        raise GeenGroep("Hier is geen groep.", "Zoek een map waarin groep.yaml staat.")
    return groep


def readable_groep(root: Path) -> Groep:
    """The same; one without members and settings when it cannot be read."""
    with suppress(IntervisieError):
        return load_groep(root)
    return Groep("", ())


def known_groep(root: Path) -> Groep:
    """The same, read once for all that is asked of a groep.yaml that does not change."""
    with suppress(OSError):
        return _as_of(root, _kenmerk(root))
    return Groep("", ())


def _kenmerk(root: Path) -> bytes | int | None:
    """What tells one groep.yaml from another: the moment it was written, or what is to come."""
    if bestanden.is_other(root, groep_yaml.BESTAND):
        return bestanden.read(root, groep_yaml.BESTAND)
    return (root / groep_yaml.BESTAND).stat().st_mtime_ns


@lru_cache(maxsize=1)
def _as_of(root: Path, _kenmerk: bytes | int | None) -> Groep:
    return readable_groep(root)


def read_default() -> Path | None:
    """The user's default group, if it was set and can be read."""
    try:
        raw = (system.user_config_folder() / "groep").read_bytes().strip()
    except OSError:
        return None
    return Path(os.fsdecode(raw)) if raw else None


def write_default(root: Path) -> None:
    """Make *root* the user's default group."""
    system.write_durable(
        system.user_config_folder() / "groep", os.fsencode(root) + b"\n"
    )


def read_lid(private: Path) -> str:
    """Who uses this clone, '' when nobody said."""
    handle = _read_line(private / _LID)
    return handle if is_handle(handle) else ""


def write_lid(private: Path, handle: str) -> None:
    """Remember who uses this clone."""
    system.write_durable(private / _LID, f"{handle}\n".encode())


def read_plek(private: Path) -> str:
    """The place of the group that this clone last went along to, '' for none."""
    return _read_line(private / _PLEK)


def write_plek(private: Path, plek: str) -> None:
    """Remember that this clone went along to *plek*, by whatever path it is reached here."""
    system.write_durable(private / _PLEK, f"{plek}\n".encode())


def read_gedeeld(private: Path) -> Gedeeld | None:
    """When this clone and the shared place were last the same, None when they never were."""
    moment, _, commit = _read_line(private / _GEDEELD).partition(" ")
    with suppress(ValueError):
        return Gedeeld(datetime.fromisoformat(moment), commit)
    return None


def write_gedeeld(private: Path, gedeeld: Gedeeld) -> None:
    """Remember that they are the same now."""
    line = f"{gedeeld.moment.isoformat()} {gedeeld.commit}\n"
    system.write_durable(private / _GEDEELD, line.encode())


def _read_line(path: Path) -> str:
    try:
        return (plain.read(path, _MAX_LINE) or b"").decode().strip()
    except (OSError, UnicodeDecodeError):
        return ""
