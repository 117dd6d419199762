"""What members note for themselves, beside what the group records."""

from typing import NamedTuple

from intervisie_cli.model.sessie import Plek, Ronde


class Notitie(NamedTuple):
    """What a member noted at a step; *plek* is None for what stands below no step."""

    lid: str
    plek: Plek | None
    tekst: str

    @property
    def ronde(self) -> Ronde | None:
        """The ronde that it is about, None for the sessie as a whole."""
        if not self.plek:
            return None
        return self.plek.ronde
