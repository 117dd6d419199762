"""A groep, a sessie, and the places (plekken) of its steps, in the order of doing them."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

from intervisie_cli.model.aanwezig import Aanwezig
from intervisie_cli.model.draaiboek import PER_RONDE, Draaiboek, Stap, Stapvorm
from intervisie_cli.model.eender import eender
from intervisie_cli.model.fouten import VerkeerdGebruik
from intervisie_cli.model.instellingen import Instellingen
from intervisie_cli.model.namen import ronde_folder
from intervisie_cli.model.rij import als_rij

# Stands in place of handles when all who take part are meant.
SAMEN = "samen"
OPEN, BEZIG, KLAAR, OVERGESLAGEN = "open", "bezig", "klaar", "overgeslagen"
STATUSSEN = (OPEN, BEZIG, KLAAR, OVERGESLAGEN)

INDIVIDUEEL = "individueel"
ROLLEN = DEELNEMER, INBRENGER, BEGELEIDER, NOTULIST = (
    "deelnemer",
    "inbrenger",
    "begeleider",
    "notulist",
)
# What can be said of a member.
OVER_LID = LID_ERBIJ, LID_NAAM, LID_KORT, LID_WEG = (
    "erbij",
    "naam",
    "korte-naam",
    "weg",
)


class Lid(NamedTuple):
    """A member: a short handle, and the name to show when there is one.

    *weg* is the ISO day on which they left the group, '' for a member of today. *was* are the
    handles that they had before.
    """

    id: str
    naam: str = ""
    weg: str = ""
    was: tuple[str, ...] = ()

    @property
    def handles(self) -> tuple[str, ...]:
        """All that they are known by in the records, that of now first."""
        return (self.id, *self.was)

    @property
    def roepnaam(self) -> str:
        """The name people see."""
        return self.naam or self.id.capitalize()


_Past = Callable[[Lid, str], bool]


def _has_handle(lid: Lid, getypt: str) -> bool:
    return getypt in lid.handles


def _has_name(lid: Lid, getypt: str) -> bool:
    return eender(lid.naam) == getypt


def _begins(lid: Lid, getypt: str) -> bool:
    return lid.id.startswith(getypt) or eender(lid.naam).startswith(getypt)


# How what is typed can fit a member, the surest first.
_HEEL = (_has_handle, _has_name)
_OOK_BEGIN = (*_HEEL, _begins)


class Groep(NamedTuple):
    """The members of a group, also who left it, and its settings.

    *is_nieuwer*: a newer program made it, so this one may not edit it. *plek* is the address to
    which it moved, '' when it never did.
    """

    naam: str
    leden: tuple[Lid, ...]
    instellingen: Instellingen = Instellingen()
    is_nieuwer: bool = False
    plek: str = ""

    @property
    def huidige_leden(self) -> tuple[Lid, ...]:
        """The members of today."""
        return tuple(lid for lid in self.leden if not lid.weg)

    @property
    def oud_leden(self) -> tuple[Lid, ...]:
        """Who left."""
        return tuple(lid for lid in self.leden if lid.weg)

    @property
    def eerder(self) -> dict[str, str]:
        """The earlier handles of members, each with the one of now."""
        return {was: lid.id for lid in self.leden for was in lid.was}

    def lid(self, handle: str) -> Lid | None:
        """Find the member with *handle*, also an earlier one."""
        for lid in self.leden:
            if _has_handle(lid, handle):
                return lid
        return None

    def named(self, getypt: str) -> Lid | None:
        """Find the member that *getypt* names in full, by handle or by name."""
        return _only(self._fitting(getypt, _HEEL))

    def find(self, getypt: str) -> Lid | None:
        """Find the member that *getypt* names, also by the beginning of a handle or a name.

        Where it fits more than one, none is chosen.
        """
        return _only(self._fitting(getypt, _OOK_BEGIN))

    def member(self, getypt: str) -> Lid:
        """Find the member as `find` does. Raises VerkeerdGebruik."""
        passend = self._fitting(getypt, _OOK_BEGIN)
        lid = _only(passend)
        if lid:
            return lid
        wat = "past bij meer dan één lid" if passend else "is geen lid van de groep"
        leden = ", ".join(lid.id for lid in passend or self.huidige_leden)
        raise VerkeerdGebruik(f"'{getypt[:30]}' {wat}.", f"Kies uit: {leden}")

    def _fitting(
        self,
        getypt: str,
        manieren: tuple[_Past, ...],
    ) -> tuple[Lid, ...]:
        """Who *getypt* fits in the first way in which it fits anybody; who left comes last."""
        getypt = eender(getypt).strip()
        if not getypt:
            return ()
        for past in manieren:
            for leden in (self.huidige_leden, self.oud_leden):
                passend = tuple(lid for lid in leden if past(lid, getypt))
                if passend:
                    return passend
        return ()

    def namen(self, wie: object) -> str:
        """The names to show for one handle or more; any other word stays as it is."""
        if isinstance(wie, list):
            return als_rij([self.roepnaam(str(lid)) for lid in wie])
        woord = str(wie)
        return woord.capitalize() if woord == SAMEN else self.roepnaam(woord)

    def roepnaam(self, handle: str) -> str:
        """The name to show for *handle*, also for one that has left the group."""
        lid = self.lid(handle) or Lid(handle)
        return lid.roepnaam


def _only(leden: tuple[Lid, ...]) -> Lid | None:
    """The one member, None when there are none or more."""
    if len(leden) != 1:
        return None
    return leden[0]


class Ronde(NamedTuple):
    """One pass through the steps for one inbrenger.

    *folder* is the name of its folder, '' where that follows from the number: another ronde can
    have come before it since. One that *is_vervallen* is not held, or not to its end.
    """

    id: str
    nummer: int
    inbrenger: str
    folder: str = ""
    is_vervallen: bool = False

    @property
    def map(self) -> str:
        """The name of its folder."""
        return self.folder or ronde_folder(self.nummer, self.inbrenger)


class Sessie(NamedTuple):
    """One meeting. *map* is its folder relative to the group, with forward slashes.

    *samen* names the steps that are done once for all rondes, see `plekken`. *om* and *tot*, from
    when and until when, are 'HH:MM' or ''. *elke* is the rhythm in which the group meets, as it was
    typed ('2 weken'), or ''. *is_nieuwer*: as of a `Groep`. What was said in one that *is_prive* is
    never shown as an example. *stappen* are those that it was made with, () in one of before they
    were kept; where they are, *samen* follows from them. *begeleider_naam* is that of a begeleider
    who is no member. One that *is_afgerond* was ended by the group, for this *reden* or '': what is
    open is not held.
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
    begeleider_naam: str = ""
    aanwezig: tuple[Aanwezig, ...] = ()
    is_afgerond: bool = False
    reden: str = ""
    stappen: tuple[Stapvorm, ...] = ()
    om: str = ""
    elke: str = ""

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
        if not self.ronde:
            return self.stap.bestand
        return f"{self.ronde.map}/{self.stap.bestand}"

    @property
    def verwijzing(self) -> str:
        """What to type to mean it: 'advisering', or '1/advisering' in a ronde."""
        if not self.ronde:
            return self.stap.naam
        return f"{self.ronde.nummer}/{self.stap.naam}"

    @property
    def vaste_verwijzing(self) -> str:
        """What means it in a record: the number of a ronde can change, its folder does not."""
        if not self.ronde:
            return self.stap.naam
        return f"{self.ronde.map}/{self.stap.naam}"

    @property
    def titel(self) -> str:
        """What people call it: 'Advisering (ronde 1)'."""
        if not self.ronde:
            return self.stap.titel
        return f"{self.stap.titel} (ronde {self.ronde.nummer})"


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
    per_ronde = []
    vooraf = []
    achteraf = []
    # The steps of a ronde stand together in a draaiboek: `records.draaiboek` sees to that.
    for stap in draaiboek.stappen:
        if stap.per_in(samen) == PER_RONDE:
            per_ronde.append(stap)
        elif per_ronde:
            achteraf.append(stap)
        else:
            vooraf.append(stap)
    yield from (Plek(stap, None) for stap in vooraf)
    for ronde in rondes:
        yield from (Plek(stap, ronde) for stap in per_ronde)
    yield from (Plek(stap, None) for stap in achteraf)
