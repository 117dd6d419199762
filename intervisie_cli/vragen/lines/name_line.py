"""A line that names one member, or says that there is nobody."""

from typing import NamedTuple

from intervisie_cli.model.sessie import Groep
from intervisie_cli.model.sleutel import Sleutel
from intervisie_cli.model.vraag import Antwoorden, Wijziging
from intervisie_cli.vragen.lines import names

NIEMAND = frozenset(["", "-", "n", "nee", "niemand", "geen"])


class NameLine(NamedTuple):
    """'kim', 'ki', 'n': the handle of one of *leden*, or ''."""

    sleutel: Sleutel
    leden: tuple[str, ...]
    groep: Groep

    @property
    def sleutels(self) -> tuple[Sleutel, ...]:
        """The one answer."""
        return (self.sleutel,)

    def bezwaar(self, getypt: str) -> str:
        """Say who there are."""
        if getypt.casefold() in NIEMAND or self._find(getypt):
            return ""
        namen = ", ".join(map(self.groep.roepnaam, self.leden))
        return f"Wie bedoel je? Kies uit: {namen}; of n voor niemand."

    def lees(self, getypt: str, antwoorden: Antwoorden) -> Wijziging:
        """The handle."""
        return Wijziging(erbij={self.sleutel: self._find(getypt)})

    def schrijf(self, antwoorden: Antwoorden) -> str:
        """The name as people say it."""
        lid = antwoorden.get(self.sleutel)
        return self.groep.roepnaam(str(lid)) if lid else ""

    def _find(self, getypt: str) -> str:
        if getypt.casefold() in NIEMAND:
            return ""
        return names.find(getypt, self.leden, self.groep)
