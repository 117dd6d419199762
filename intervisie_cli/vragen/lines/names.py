"""Names in a typed line, by their unique beginning."""

import re
from collections.abc import Iterable

from intervisie_cli.model.sessie import Groep

# What stands between two names, or between two things that are said of different ones.
_TUSSEN = re.compile(r"\s*[,;&+]\s*|\s+en\s+", re.IGNORECASE)
# 'tim: …', 'kim en tim: …'. What is longer than a few names is the beginning of a sentence.
_VOORAAN = re.compile(r"\s*([^\W\d_][\w ,&+'-]{0,60}?)\s*:\s*(.*)", re.DOTALL)


def split(getypt: str) -> list[str]:
    """The parts of a line between commas and 'en'."""
    return [deel for deel in _TUSSEN.split(getypt.strip()) if deel]


def find(woord: str, uit: Iterable[str], groep: Groep) -> str:
    """The handle, of those in *uit*, that *woord* is or alone begins; '' for none."""
    gezocht = woord.strip().casefold()
    begint = []
    for lid in uit:
        namen = (lid, groep.roepnaam(lid).casefold())
        if gezocht in namen:
            return lid
        if any(naam.startswith(gezocht) for naam in namen):
            begint.append(lid)
    if not gezocht or len(begint) != 1:
        return ""
    return begint[0]


def in_front(getypt: str) -> tuple[list[str], str]:
    """The words before a colon, and what stands behind it; no words for a line without."""
    match = _VOORAAN.fullmatch(getypt)
    if not match:
        return [], getypt
    return split(match[1]), match[2]
