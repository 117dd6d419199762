"""What a step knows beside its own answers: the sessie, who is who, and what came before."""

from datetime import date
from typing import Any, NamedTuple

from intervisie_cli.model.draaiboek import Stap, Veld
from intervisie_cli.model.sessie import Groep, Ronde, Sessie

# Of an open actie: how often its rhythm came since that was asked last; None when it has none.
KEREN = "keren"
# And for what hulpvraag it was planned, as that was worded in the end.
HULPVRAAG = "hulpvraag"


class Context(NamedTuple):
    """The surroundings of one step. *hulpvraag* is the wording that holds now; items are plain data with ids.

    *als* is the member who is asked alone, '' when the group answers at one laptop.
    """

    stap: Stap
    sessie: Sessie
    ronde: Ronde | None
    groep: Groep
    hulpvraag: str = ""
    zijn_nieuw: bool = False
    open_acties: tuple[dict[str, Any], ...] = ()
    afspraken: tuple[dict[str, Any], ...] = ()
    als: str = ""

    @property
    def vandaag(self) -> date:
        """The day of the sessie, to which dates without a year refer."""
        return self.sessie.datum

    @property
    def inbrenger(self) -> str:
        """The handle of the inbrenger, '' in a step of the whole sessie."""
        return self.ronde.inbrenger if self.ronde else ""

    def wie(self, veld: Veld) -> tuple[str, ...]:
        """The members who each owe *veld*; () when it is asked of the group."""
        if veld.wie == "ieder_lid":
            return self.sessie.deelnemers
        if veld.wie == "overige_leden":
            return self.sessie.overige_leden(self.inbrenger)
        return ()

    def gevraagd(self, veld: Veld) -> tuple[str, ...]:
        """Of those who owe *veld*, the ones who are asked now."""
        return tuple(lid for lid in self.wie(veld) if self.als in ("", lid))

    def is_van(self, veld: Veld) -> bool:
        """Whether *veld* is asked now: of the member who is asked alone, or of the group."""
        return not self.als or self.als == {
            "inbrenger": self.inbrenger,
            "begeleider": self.sessie.begeleider,
        }.get(veld.wie)

    def spreker(self, veld: Veld) -> str:
        """The name to show of the one who answers *veld* alone, '' for the group."""
        handle = {"inbrenger": self.inbrenger, "begeleider": self.sessie.begeleider}.get(
            veld.wie, ""
        )
        return self.groep.roepnaam(handle) if handle else ""

    def bron(self, veld: Veld) -> tuple[dict[str, Any], ...]:
        """The items of earlier sessions that *veld* starts from."""
        return {"open-acties": self.open_acties, "afspraken": self.afspraken}.get(
            veld.lijst.bron, ()
        )

    def standaard(self, veld: Veld) -> Any:
        """The value that *veld* proposes."""
        voorstel = {
            "hulpvraag": self.hulpvraag,
            "thema": self.sessie.thema,
            "inbrenger": self.inbrenger,
        }
        return voorstel.get(veld.standaard) or None
