"""Finds draaiboeken: the group's own in sjablonen/, else the ones that come with the program."""

from functools import lru_cache
from pathlib import Path

from intervisie_cli.groep import bestanden, bronnen
from intervisie_cli.model.draaiboek import Draaiboek
from intervisie_cli.model.fouten import IntervisieError
from intervisie_cli.model.namen import SJABLONEN, is_own_name
from intervisie_cli.records import draaiboek as reader


def names(root: Path | None) -> list[str]:
    """All draaiboeken by name, in alphabetical order."""
    eigen = bestanden.folders(root, SJABLONEN) if root else []
    return sorted({*eigen, *bestanden.folders(bronnen.folder("templates"), ".")})


@lru_cache
def load(root: Path | None, naam: str) -> Draaiboek:
    """Read the draaiboek *naam*, once a process; the group's own goes first. Raises DraaiboekFout, IntervisieError."""
    if naam in names(root):
        plekken = [(root, f"{SJABLONEN}/{naam}")] if root else []
        for basis, pad in [*plekken, (bronnen.folder("templates"), naam)]:
            if (basis / pad).is_dir():
                return reader.load(naam, _files(basis, pad))
    if root and not is_own_name(naam) and (root / SJABLONEN / naam).is_dir():
        raise IntervisieError(
            "De map van een draaiboek heet met kleine letters, cijfers en streepjes.",
            "Geef haar een andere naam.",
        )
    raise IntervisieError(f"Er is geen draaiboek '{naam}'.", f"Kies uit: {', '.join(names(root))}")


def _files(basis: Path, pad: str) -> dict[str, bytes]:
    namen = sorted(path.name for path in (basis / pad).iterdir() if path.suffix in (".md", ".yaml"))
    gelezen = ((naam, bestanden.read(basis, f"{pad}/{naam}")) for naam in namen)
    return {naam: raw for naam, raw in gelezen if raw is not None}
