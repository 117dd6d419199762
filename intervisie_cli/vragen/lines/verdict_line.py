"""A line that begins with a word to choose and goes on with what is said about it."""

import re
from typing import NamedTuple

from intervisie_cli.model.draaiboek import Veld
from intervisie_cli.model.sleutel import Sleutel
from intervisie_cli.model.vraag import Antwoorden, Wijziging

_BEGIN = re.compile(r"(\w+)[\s,;:.!–-]*(.*)", re.DOTALL)


class VerdictLine(NamedTuple):
    """'j doe ik', 'deels, niet op maandag', 'n': the choice *deel*, and the part *reactie*."""

    item: Sleutel
    deel: Veld
    reactie: Veld

    def bezwaar(self, getypt: str) -> str:
        """Say that it begins with none of the words."""
        if not getypt and not self.deel.verplicht:
            return ""
        woord, _ = self._read(getypt)
        if woord:
            return ""
        *eerste, laatste = self.deel.keuzes
        return f"Begin met {', '.join(eerste)} of {laatste}; daarachter mag je iets zeggen."

    def lees(self, getypt: str, antwoorden: Antwoorden) -> Wijziging:
        """The choice and the reaction."""
        woord, rest = self._read(getypt)
        keuze, reactie = self.sleutels
        return Wijziging(erbij={keuze: woord, reactie: rest})

    def schrijf(self, antwoorden: Antwoorden) -> str:
        """The choice with the reaction behind a comma."""
        gezegd = [antwoorden.get(sleutel) for sleutel in self.sleutels]
        if isinstance(gezegd[0], bool):
            gezegd[0] = "ja" if gezegd[0] else "nee"
        return ", ".join(str(waarde) for waarde in gezegd if waarde)

    @property
    def sleutels(self) -> tuple[Sleutel, Sleutel]:
        """The keys that the line fills."""
        keuze = self.item.met(self.deel.naam)
        reactie = self.item.met(self.reactie.naam)
        return keuze, reactie

    def _read(self, getypt: str) -> tuple[str, str]:
        """The choice and the rest; '' for a line that begins with no choice."""
        match = _BEGIN.fullmatch(getypt.strip())
        if not match:
            return "", ""
        woord, rest = match[1], match[2]
        heel = [keuze.casefold() for keuze in self.deel.keuzes]
        if rest and len(woord) > 1 and woord.casefold() not in heel:
            # 'De docent wil niet' is a sentence, and no 'deels' with something behind it.
            return "", ""
        return chosen(woord, self.deel.keuzes), rest


def chosen(woord: str, keuzes: tuple[str, ...]) -> str:
    """The choice that *woord* is or alone begins; '' for none."""
    woord = woord.casefold()
    begint = [keuze for keuze in keuzes if keuze.casefold().startswith(woord)]
    heel = [keuze for keuze in begint if keuze.casefold() == woord]
    gevonden = heel or begint
    return gevonden[0] if len(gevonden) == 1 else ""
