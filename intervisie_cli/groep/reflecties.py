"""Reflecties: what a member writes on a sessie, on this computer, for nobody else.

The questions come with the program: each of its reflecties is a draaiboek of one step, in the
folder of that name. The answers stand in the user's data folder, outside every group.
"""

from functools import lru_cache
from pathlib import Path

from intervisie_cli import system
from intervisie_cli.groep import bestanden, bronnen
from intervisie_cli.groep.notulen import private_name
from intervisie_cli.groep.stapbestand import StapBestand
from intervisie_cli.model.draaiboek import Draaiboek
from intervisie_cli.model.sessie import Plek, Sessie
from intervisie_cli.records import draaiboek as reader
from intervisie_cli.records.document import MAX_BESTAND, parse_markdown
from intervisie_cli.system import plain

_MAP = "reflecties"


def names() -> list[str]:
    """The reflecties that can be chosen."""
    return sorted(bestanden.folders(bronnen.folder(_MAP), "."))


@lru_cache
def load(naam: str) -> Draaiboek:
    """The questions of one."""
    folder = bronnen.folder(_MAP) / naam
    return reader.load(
        naam, {path.name: path.read_bytes() for path in folder.iterdir()}
    )


def path_of(
    sessie: Sessie,
    lid: str,
    naam: str,
) -> Path:
    """Where the answers of a member stand, on this computer."""
    bestand = f"{private_name(sessie, lid)}-{naam}.md"
    return system.user_data_folder() / _MAP / bestand


def draft_of(pad: Path) -> Path:
    """Where answers stand that are being given."""
    return pad.with_suffix(".concept.json")


def read(pad: Path, boek: Draaiboek) -> StapBestand:
    """What stands there by now. Raises NotPlain, OnleesbaarBestand."""
    plek = Plek(boek.stappen[0], None)
    raw = plain.read(pad, MAX_BESTAND)
    document = None
    if raw is not None:
        document = bestanden.parse_as(str(pad), raw, parse_markdown)
    return StapBestand(plek, str(pad), raw, document)
