"""What a shared screen shows of a step that is under way: names and numbers, no word of a case."""

from typing import Any, NamedTuple

LOOPT, GEPAUZEERD, KLAAR = "loopt", "gepauzeerd", "klaar"
# Before the first step.
NOG_NIET = "nog-niet"


class Gereedheid(NamedTuple):
    """How many items a member gave, of how many."""

    naam: str
    wat: str
    aantal: int
    nodig: int

    @property
    def is_klaar(self) -> bool:
        """Whether nothing more is owed."""
        return self.aantal >= self.nodig


class Schermstand(NamedTuple):
    """A step at one moment, as everybody may see it.

    *begonnen* and *gezien* are ISO moments: when the step began, and when the program that leads
    it was last there. *plan_min* and *max_min* are 0 for a step without a time of its own.
    *leider* is who leads at another laptop. *map* is the folder of the sessie, and *van* the
    command that shows it. *hulpvraag* is only there for a group that wants to see it.
    """

    toestand: str
    sessie: str
    map: str = ""
    stap: str = ""
    ronde: str = ""
    inbrenger: str = ""
    begonnen: str = ""
    gezien: str = ""
    plan_min: int = 0
    max_min: int = 0
    leider: str = ""
    beurt: str = ""
    moet: str = ""
    is_denktijd: bool = False
    straks: str = ""
    gereed: tuple[Gereedheid, ...] = ()
    hulpvraag: str = ""
    van: str = ""


def from_data(data: Any) -> Schermstand:
    """Read what `to_data` wrote. Raises TypeError, ValueError, KeyError."""
    gereed = tuple(Gereedheid(**deel) for deel in data["gereed"])
    return Schermstand(**{**data, "gereed": gereed})


def to_data(stand: Schermstand) -> dict[str, Any]:
    """The same as plain data, for a file and for `status --json`."""
    return {**stand._asdict(), "gereed": [deel._asdict() for deel in stand.gereed]}
