"""The line that names who bring in a hulpvraag: one or more, also who only just came."""

from typing import NamedTuple

from intervisie_cli.model.sessie import Groep
from intervisie_cli.model.sleutel import Sleutel
from intervisie_cli.model.vraag import Antwoorden, Wijziging
from intervisie_cli.vragen.lines import names
from intervisie_cli.vragen.lines.words import LEEG


class InbrengersLine(NamedTuple):
    """'sanne, bram': handles in that order, with commas between them; '' for nobody.

    Who are there go before other members. With *is_nodig* an empty line does not say nobody: one
    Enter too many would skip the core of the sessie.
    """

    sleutel: Sleutel
    er_zijn: tuple[str, ...]
    groep: Groep
    is_nodig: bool

    @property
    def sleutels(self) -> tuple[Sleutel, ...]:
        """The one answer."""
        return (self.sleutel,)

    def bezwaar(self, getypt: str) -> str:
        """Say who there are, or how to say nobody."""
        if not getypt.strip():
            return "Typ een naam, of: niemand." if self.is_nodig else ""
        if getypt.casefold() in LEEG or all(self._found(getypt)):
            return ""
        namen = ", ".join(map(self.groep.roepnaam, self.er_zijn))
        return f"Wie bedoel je? Kies uit: {namen}; of n voor niemand."

    def lees(self, getypt: str, antwoorden: Antwoorden) -> Wijziging:
        """The handles."""
        leden: list[str] = []
        if getypt.casefold() not in LEEG:
            leden = self._found(getypt)
        namen = ",".join(dict.fromkeys(leden))
        return Wijziging(erbij={self.sleutel: namen})

    def schrijf(self, antwoorden: Antwoorden) -> str:
        """The names as people say them."""
        gezegd = str(antwoorden.get(self.sleutel) or "")
        leden = filter(None, gezegd.split(","))
        return ", ".join(map(self.groep.roepnaam, leden))

    def _found(self, getypt: str) -> list[str]:
        """The handle of each name, '' for one that is nobody's; one '' for no name at all."""
        leden = [lid.id for lid in self.groep.huidige_leden]
        woorden = names.split(getypt) or [""]
        return [
            names.find(woord, self.er_zijn, self.groep)
            or names.find(woord, leden, self.groep)
            for woord in woorden
        ]
