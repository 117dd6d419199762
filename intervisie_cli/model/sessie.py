"""A groep, a sessie, and the places (plekken) of the steps in it, in the order in which they are done."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from intervisie_cli.model.draaiboek import Draaiboek, Stap
from intervisie_cli.model.fouten import VerkeerdGebruik

OPEN, BEZIG, KLAAR, OVERGESLAGEN = "open", "bezig", "klaar", "overgeslagen"
STATUSSEN = (OPEN, BEZIG, KLAAR, OVERGESLAGEN)
INDIVIDUEEL = "individueel"
ROLLEN = DEELNEMER, INBRENGER, BEGELEIDER, NOTULIST = (
    "deelnemer",
    "inbrenger",
    "begeleider",
    "notulist",
)
# Of the Dutch school holidays.
REGIOS = ("noord", "midden", "zuid")
# When a group shares what was recorded, and whose name stands under it.
SYNC = SYNC_HAND, SYNC_NA_STAP = ("hand", "na-stap")
# Whether earlier advice is shown when advising begins.
EERDER = EERDER_TONEN, EERDER_VERBERGEN = ("tonen", "verbergen")
COMMITS = COMMITS_EIGEN, COMMITS_GROEP = ("eigen", "groep")


class Lid(NamedTuple):
    """A member: a short handle, and the name to show when there is one."""

    id: str
    naam: str = ""

    @property
    def roepnaam(self) -> str:
        """The name people see."""
        return self.naam or self.id.capitalize()


class Instellingen(NamedTuple):
    """What a group chose, for the checks, for sharing (when, and under whose name), and to see earlier advice.

    *fouten* are the settings that mean nothing, each with its key.
    """

    horizon_dagen: int = 365
    regio: str = ""
    ernst: tuple[tuple[str, str], ...] = ()
    fouten: tuple[tuple[str, str], ...] = ()
    sync: str = SYNC_HAND
    commits: str = COMMITS_EIGEN
    eerder: str = EERDER_TONEN


class Groep(NamedTuple):
    """The members of a group, and its settings. *is_nieuwer*: a newer program made it, so this one may not edit it."""

    naam: str
    leden: tuple[Lid, ...]
    instellingen: Instellingen = Instellingen()
    is_nieuwer: bool = False

    def lid(self, handle: str) -> Lid | None:
        """Find the member with *handle*."""
        return next((lid for lid in self.leden if lid.id == handle), None)

    def find(self, getypt: str) -> Lid | None:
        """Find the member that *getypt* names, by handle or by name."""
        getypt = getypt.strip().casefold()
        return self.lid(getypt) or next(
            (lid for lid in self.leden if lid.naam.casefold() == getypt), None
        )

    def member(self, getypt: str) -> Lid:
        """Find the member that *getypt* names. Raises VerkeerdGebruik."""
        if lid := self.find(getypt):
            return lid
        leden = ", ".join(lid.id for lid in self.leden)
        raise VerkeerdGebruik(f"'{getypt[:30]}' is geen lid van de groep.", f"Kies uit: {leden}")

    def roepnaam(self, handle: str) -> str:
        """The name to show for *handle*, also for one that has left the group."""
        return (self.lid(handle) or Lid(handle)).roepnaam


class Ronde(NamedTuple):
    """One pass through the steps for one inbrenger."""

    id: str
    nummer: int
    inbrenger: str

    @property
    def map(self) -> str:
        """The name of its folder."""
        return f"ronde-{self.nummer}-{self.inbrenger}"


class Sessie(NamedTuple):
    """One meeting. *map* is its folder relative to the group, with forward slashes; *is_nieuwer* as of a Groep.

    What was said in one that *is_prive* is never shown as an example.
    """

    id: str
    map: str
    draaiboek: str
    datum: date
    thema: str
    deelnemers: tuple[str, ...]
    begeleider: str
    notulist: str
    opname: bool
    rondes: tuple[Ronde, ...]
    samen: tuple[str, ...] = ()
    tot: str = ""
    is_nieuwer: bool = False
    is_prive: bool = False

    @property
    def naam(self) -> str:
        """The folder's own name, which people use to point at the sessie."""
        return self.map.rsplit("/", 1)[-1]

    def overige_leden(self, inbrenger: str) -> tuple[str, ...]:
        """Everyone present but the inbrenger."""
        return tuple(lid for lid in self.deelnemers if lid != inbrenger)


class Plek(NamedTuple):
    """A step at its place in a sessie: in a ronde, or of the sessie as a whole."""

    stap: Stap
    ronde: Ronde | None

    @property
    def pad(self) -> str:
        """Its file, relative to the folder of the sessie."""
        return f"{self.ronde.map}/{self.stap.bestand}" if self.ronde else self.stap.bestand

    @property
    def verwijzing(self) -> str:
        """What to type to mean it: 'advisering', or '1/advisering' in a ronde."""
        return f"{self.ronde.nummer}/{self.stap.naam}" if self.ronde else self.stap.naam

    @property
    def titel(self) -> str:
        """What people call it: 'Advisering (ronde 1)'."""
        return f"{self.stap.titel} (ronde {self.ronde.nummer})" if self.ronde else self.stap.titel


def plekken(
    draaiboek: Draaiboek, rondes: tuple[Ronde, ...], samen: tuple[str, ...] = ()
) -> tuple[Plek, ...]:
    """List all places in order: steps of the sessie before the rondes, the rondes, then the rest.

    A step that may be either (`per: keuze`) is of the ronde unless it is named in *samen*.
    """
    return tuple(_plekken(draaiboek, rondes, samen))


def _plekken(
    draaiboek: Draaiboek, rondes: tuple[Ronde, ...], samen: tuple[str, ...]
) -> Iterator[Plek]:
    per_ronde = [
        s
        for s in draaiboek.stappen
        if s.per == "ronde" or (s.per == "keuze" and s.naam not in samen)
    ]
    per_sessie = [s for s in draaiboek.stappen if s not in per_ronde]
    eerste = per_ronde[0].nummer if per_ronde else len(draaiboek.stappen) + 1
    yield from (Plek(stap, None) for stap in per_sessie if stap.nummer < eerste)
    for ronde in rondes:
        yield from (Plek(stap, ronde) for stap in per_ronde)
    yield from (Plek(stap, None) for stap in per_sessie if stap.nummer > eerste)
