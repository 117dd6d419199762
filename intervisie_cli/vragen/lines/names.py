"""Names in a typed line, by their unique beginning."""

import re
from collections.abc import Iterable

from intervisie_cli.model.eender import eender
from intervisie_cli.model.sessie import Groep

# What stands between two names, or between two things that are said of different ones.
_TUSSEN = re.compile(r"\s*[,;&+]\s*|\s+en\s+", re.IGNORECASE)
# 'tim: …', 'kim en tim: …'. What is longer than a few names is the beginning of a sentence.
_VOORAAN = re.compile(
    r"\s*([^\W\d_][\w ,&+'\u2018\u2019-]{0,60}?)\s*:\s*(.*)", re.DOTALL
)


def split(getypt: str) -> list[str]:
    """The parts of a line between commas and 'en'."""
    return [deel for deel in _TUSSEN.split(getypt.strip()) if deel]


def find(woord: str, uit: Iterable[str], groep: Groep) -> str:
    """The handle, of those in *uit*, that *woord* is or alone begins; '' for none."""
    gezocht = eender(woord).strip()
    if not gezocht:
        return ""
    namen = {lid: eender(groep.roepnaam(lid)) for lid in uit}
    if gezocht in namen:
        return gezocht
    heel = [lid for lid, naam in namen.items() if naam == gezocht]
    begint = [
        lid
        for lid, naam in namen.items()
        if lid.startswith(gezocht) or naam.startswith(gezocht)
    ]
    gevonden = heel or begint
    return gevonden[0] if len(gevonden) == 1 else ""


def label(lid: str, uit: Iterable[str], groep: Groep) -> str:
    """One word by which `find` knows *lid*: the name that people use, or else the handle."""
    roepnaam = groep.roepnaam(lid)
    if len(roepnaam.split()) == 1 and find(roepnaam, uit, groep) == lid:
        return roepnaam
    return lid


def in_front(getypt: str) -> tuple[list[str], str]:
    """The words before a colon, and what stands behind it; no words for a line without."""
    match = _VOORAAN.fullmatch(getypt)
    if not match:
        return [], getypt
    return split(match[1]), match[2]
