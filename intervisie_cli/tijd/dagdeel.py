"""Which half of the day an hour is in: 'om 4 uur' is in the afternoon, unless one gets up then."""

import re

from intervisie_cli.tijd.vondst import Kader

_VROEG = re.compile(r"(?<![^ ])(?:op|opstaan|opgestaan|wekker|wakker|vroeg)(?![^ ])")
# Who goes to bed at eleven does so at night.
_NAAR_BED = re.compile(
    r"(?<![^ ])(?:"
    r"(?:naar|in) (?:mijn |het |me )?bed|mijn bed in|bed in"
    r"|licht uit|(?:gaan|ga|te gaan|ga ik) slapen"
    r")(?![^ ])"
)


def is_na_de_middag(match: "re.Match[str]", kader: Kader, uur: int) -> bool:
    """Whether an hour is said on the twelve-hour clock, and means the afternoon or evening."""
    deel = _deel_van_de_dag(match, kader.tekst)
    in_cijfers = ":" in match[0]
    if 1 <= uur <= 6 and deel in ("middag", "vanmiddag"):
        return True
    # Nobody means four at night, unless it is about getting up.
    if 1 <= uur <= 5 and not deel and not in_cijfers and not _VROEG.search(kader.tekst):
        return True
    # 'half 1' is in the afternoon, '0:30' is not.
    if uur == 0 and deel != "nacht" and not in_cijfers and "." not in match[0]:
        return True
    if 5 <= uur <= 11 and deel in ("avond", "vanavond"):
        return True
    return 8 <= uur <= 11 and not deel and _NAAR_BED.search(kader.tekst) is not None


def _deel_van_de_dag(match: "re.Match[str]", tekst: str) -> str:
    """The part of the day that stands right behind the time, else the last one before it."""
    erna = re.search(
        r"^(?: [^ ]+)? (middag|avond|nacht|ochtend)(?![^ ])", tekst[match.end() :]
    )
    if erna:
        return erna[1]
    ervoor = re.findall(
        r"(?<![^ ])(?:ochtend|morgen|vanochtend|middag|vanmiddag|avond|vanavond|nacht)(?![^ ])",
        tekst[: match.start()],
    )
    return ervoor[-1] if ervoor else ""
