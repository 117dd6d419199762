"""What a step knows beside its own answers: the sessie, who is who, and what came before."""

from datetime import date
from typing import Any, NamedTuple

from intervisie_cli.model.draaiboek import AFSPRAKEN, OPEN_ACTIES, Stap, Veld
from intervisie_cli.model.plain import Data
from intervisie_cli.model.sessie import Groep, Ronde, Sessie

# The keys that the items of `Context.open_acties` have beside those of the file: how often the
# rhythm came since that was asked last (None for an actie without one), and for which hulpvraag the
# actie was planned, in its last wording.
KEREN = "keren"
HULPVRAAG = "hulpvraag"


class Context(NamedTuple):
    """The surroundings of one step. *hulpvraag* is the wording that holds now.

    *open_acties* and *afspraken* are items of earlier sessies, each with an id and a text. *als* is
    the member who is asked alone, '' when the group answers at one laptop. *er_zijn* are the
    members who are there in this step, None for all; those *elders* answer at a laptop of their
    own. *voorbij* are the phases that are past for who is asked alone, None where all are open.
    """

    stap: Stap
    sessie: Sessie
    ronde: Ronde | None
    groep: Groep
    hulpvraag: str = ""
    zijn_nieuw: bool = False
    open_acties: tuple[Data, ...] = ()
    afspraken: tuple[Data, ...] = ()
    als: str = ""
    er_zijn: tuple[str, ...] | None = None
    elders: tuple[str, ...] = ()
    voorbij: tuple[str, ...] | None = None

    @property
    def vandaag(self) -> date:
        """The day of the sessie, to which dates without a year refer."""
        return self.sessie.datum

    @property
    def inbrenger(self) -> str:
        """The handle of the inbrenger, '' in a step of the whole sessie."""
        if not self.ronde:
            return ""
        return self.ronde.inbrenger

    def wie(self, veld: Veld) -> tuple[str, ...]:
        """The members who can each give *veld*; () when it is asked of the group."""
        if veld.wie == "ieder_lid":
            return self.sessie.deelnemers
        if veld.wie == "overige_leden":
            return self.sessie.overige_leden(self.inbrenger)
        return ()

    def owe(self, veld: Veld) -> tuple[str, ...]:
        """Those of them who are there, and so owe it."""
        if self.er_zijn is None:
            return self.wie(veld)
        return tuple(lid for lid in self.wie(veld) if lid in self.er_zijn)

    def gevraagd(self, veld: Veld) -> tuple[str, ...]:
        """Of those who owe *veld*, the ones who are asked now."""
        return tuple(filter(self.is_hier, self.owe(veld)))

    def is_hier(self, lid: str) -> bool:
        """Whether this member answers at this laptop now."""
        return self.als in ("", lid) and lid not in self.elders

    def is_van(self, veld: Veld) -> bool:
        """Whether *veld*, that is asked once, is asked now: of the group, or of *als*."""
        alleen = self._alleen(veld)
        if self.als:
            return self.als == alleen
        return alleen not in self.elders

    def spreker(self, veld: Veld) -> str:
        """The name to show of the one who answers *veld* alone, '' for the group."""
        handle = self._alleen(veld)
        if not handle:
            return ""
        return self.groep.roepnaam(handle)

    def _alleen(self, veld: Veld) -> str | None:
        """The handle of the one member who answers *veld* for all."""
        if veld.wie == "inbrenger":
            return self.inbrenger
        if veld.wie == "begeleider":
            return self.sessie.begeleider
        return None

    def bron(self, veld: Veld) -> tuple[Data, ...]:
        """The items of earlier sessies that *veld* starts from."""
        if veld.lijst.bron == OPEN_ACTIES:
            return self.open_acties
        if veld.lijst.bron == AFSPRAKEN:
            return self.afspraken
        return ()

    def standaard(self, veld: Veld) -> Any:
        """The value that *veld* proposes, None for nothing."""
        voorstellen = {
            "hulpvraag": self.hulpvraag,
            "thema": self.sessie.thema,
            "inbrenger": self.inbrenger,
        }
        return voorstellen.get(veld.standaard) or None
