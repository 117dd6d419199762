"""A line of numbers that puts items in order."""

import re
from typing import NamedTuple

from intervisie_cli.model.sleutel import Sleutel
from intervisie_cli.model.vraag import Antwoorden, Wijziging


class OrderLine(NamedTuple):
    """'3 1 2': the items in that order; those that are not named follow as they were."""

    sleutel: Sleutel
    items: tuple[Sleutel, ...]

    def bezwaar(self, getypt: str) -> str:
        """Say which numbers there are."""
        nummers = self._numbers(getypt)
        kan = range(1, len(self.items) + 1)
        rest = re.sub(r"[\d\s,;]", "", getypt)
        is_dubbel = len(set(nummers)) < len(nummers)
        if rest or is_dubbel or not set(nummers) <= set(kan):
            return f"Typ de nummers op volgorde, van 1 tot {len(kan)}; leeg laat ze zo."
        return ""

    def lees(self, getypt: str, antwoorden: Antwoorden) -> Wijziging:
        """The order of all."""
        eerst = [self.items[nummer - 1] for nummer in self._numbers(getypt)]
        rest = [sleutel for sleutel in self.items if sleutel not in eerst]
        return Wijziging(erbij={self.sleutel: eerst + rest})

    def schrijf(self, antwoorden: Antwoorden) -> str:
        """The numbers, '' when the order is as it was."""
        gekozen = antwoorden.get(self.sleutel) or []
        nummers = [
            self.items.index(eigen) + 1 for eigen in gekozen if eigen in self.items
        ]
        if nummers == sorted(nummers):
            return ""
        return " ".join(map(str, nummers))

    @property
    def sleutels(self) -> tuple[Sleutel, ...]:
        """The order."""
        return (self.sleutel,)

    def _numbers(self, getypt: str) -> list[int]:
        return [int(nummer) for nummer in re.findall(r"\d{1,4}", getypt)]
