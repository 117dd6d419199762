"""A calendar as a file: an earlier one of ours may be written over, no other file may."""

from pathlib import Path

from intervisie_cli.flows.uitvoer import plek
from intervisie_cli.model.fouten import VerkeerdGebruik

MAKER = "-//intervisie//NL"
"""By which a calendar tells that it is ours."""

# Who made a calendar stands among its first lines.
_KOP = 512


def find(root: Path, getypt: str, naam: str) -> Path:
    """Where the calendar goes that somebody typed behind `--ics`; *naam* is for in a folder.

    Raises IntervisieError for a place where it would harm something.
    """
    pad = plek.find(root, getypt, naam, overschrijf=True, vlag="--ics")
    # What is in an earlier one of ours comes back, so that may go.
    if pad.exists() and not _is_ours(pad):
        raise VerkeerdGebruik(
            f"{pad.name} is er al, en is niet van intervisie.",
            "Kies een andere naam, die eindigt op .ics.",
        )
    return pad


def _is_ours(pad: Path) -> bool:
    if not pad.is_file():
        return False
    begin = pad.read_bytes()[:_KOP]
    return begin.startswith(b"BEGIN:VCALENDAR") and MAKER.encode() in begin
