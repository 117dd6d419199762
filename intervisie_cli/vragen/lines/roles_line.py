"""A line that says who leads, and who takes the notulen."""

import re
from typing import NamedTuple

from intervisie_cli.model.context import Context
from intervisie_cli.model.sleutel import Sleutel
from intervisie_cli.model.vraag import Antwoorden, Wijziging
from intervisie_cli.vragen.lines import names
from intervisie_cli.vragen.lines.words import LEEG

# In front of the name of a begeleider who is no member.
DOCENT = "docent"
_TUSSEN = re.compile(r"\s*,\s*|\s+en\s+", re.IGNORECASE)


class RolesLine(NamedTuple):
    """'tim', 'tim, kim', 'docent Els', '-, kim': first the begeleider, then the notulist."""

    begeleider: Sleutel
    notulist: Sleutel | None
    context: Context

    @property
    def sleutels(self) -> tuple[Sleutel, ...]:
        """The roles that are asked."""
        if self.notulist is None:
            return (self.begeleider,)
        return (self.begeleider, self.notulist)

    def bezwaar(self, getypt: str) -> str:
        """Say which name is none of who take part."""
        delen = self._parts(getypt)
        if len(delen) > len(self.sleutels):
            return (
                "Noem eerst wie begeleidt, dan wie notuleert, met een komma ertussen."
            )
        for nummer, deel in enumerate(delen):
            if deel.casefold() in LEEG or self._find(deel):
                continue
            if nummer == 0 and outside(deel):
                continue
            if deel.casefold() == DOCENT:
                return f"Hoe heet de docent? Typ: {DOCENT} en een naam."
            reden = f"'{deel[:20]}' doet niet mee."
            if nummer == 0:
                reden += f" Van buiten de groep? Typ: {DOCENT} {deel}"
            return reden
        return ""

    def lees(self, getypt: str, antwoorden: Antwoorden) -> Wijziging:
        """Who does what."""
        erbij: Antwoorden = dict.fromkeys(self.sleutels, "")
        for sleutel, deel in zip(self.sleutels, self._parts(getypt), strict=False):
            buiten = outside(deel) if sleutel == self.begeleider else ""
            erbij[sleutel] = self._find(deel) or (buiten and f"{DOCENT} {buiten}")
        return Wijziging(erbij=erbij)

    def schrijf(self, antwoorden: Antwoorden) -> str:
        """The names."""
        groep = self.context.groep
        namen = []
        for sleutel in self.sleutels:
            wie = str(antwoorden.get(sleutel) or "")
            namen.append(wie if wie.startswith(f"{DOCENT} ") else groep.roepnaam(wie))
        return ", ".join(naam or "-" for naam in namen) if any(namen) else ""

    def _parts(self, getypt: str) -> list[str]:
        return [deel.strip() for deel in _TUSSEN.split(getypt.strip())]

    def _find(self, getypt: str) -> str:
        if getypt.casefold() in LEEG:
            return ""
        return names.find(getypt, self.context.sessie.deelnemers, self.context.groep)


def outside(getypt: str) -> str:
    """The name behind the word that says that somebody is no member; '' without."""
    woord, _, naam = getypt.partition(" ")
    return naam.strip() if woord.casefold() == DOCENT else ""
