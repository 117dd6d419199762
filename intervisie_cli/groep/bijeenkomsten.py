"""When a sessie was held, and who was there: what others may know of it, without a word of it."""

from collections.abc import Iterator, Sequence
from datetime import datetime, time, timedelta
from typing import NamedTuple

from intervisie_cli.groep.sessies import SessieMap
from intervisie_cli.groep.stapbestand import StapBestand
from intervisie_cli.model.draaiboek import AFGEROND, BEGONNEN
from intervisie_cli.model.sessie import BEGELEIDER, INBRENGER, KLAAR, NOTULIST

# Who goes on after a longer pause meets once more: the hours between do not count.
_LANGSTE_PAUZE = timedelta(hours=3)
# Nobody meets for less: then all was recorded at once, from a file.
_KORTST = timedelta(minutes=1)
# Before this hour it is still the evening before.
_NACHT = timedelta(hours=5)


class Deelname(NamedTuple):
    """A member at a meeting: from when to when, and what they did there besides taking part."""

    lid: str
    rollen: tuple[str, ...]
    van: datetime
    tot: datetime

    @property
    def minuten(self) -> int:
        """How long they were there."""
        return _minutes(self.van, self.tot)


class Bijeenkomst(NamedTuple):
    """One time that a group met for a sessie: mostly there is one for each."""

    begin: datetime
    eind: datetime
    deelnames: tuple[Deelname, ...]

    @property
    def minuten(self) -> int:
        """How long it took, with pauses."""
        return _minutes(self.begin, self.eind)

    def deelname_van(self, lid: str) -> Deelname | None:
        """How a member took part, None for who was not there."""
        return next((deel for deel in self.deelnames if deel.lid == lid), None)


class _Gehouden(NamedTuple):
    stap: StapBestand
    begin: datetime
    eind: datetime


def held(sessie_map: SessieMap) -> tuple[Bijeenkomst, ...]:
    """The times that the group met, in order; none when no step says when it was."""
    gehouden = sorted(_held_steps(sessie_map), key=lambda stap: stap.begin)
    if gehouden and _is_typed_later(sessie_map, gehouden):
        gehouden = list(_as_planned(sessie_map, gehouden))
    return tuple(_meeting(sessie_map, keer) for keer in _without_long_pause(gehouden))


def _is_typed_later(sessie_map: SessieMap, gehouden: Sequence[_Gehouden]) -> bool:
    """Whether the steps say when notes of paper were typed, and not when the group met."""
    begin = gehouden[0].begin
    if max(stap.eind for stap in gehouden) - begin < _KORTST:
        return True
    # An evening can begin after midnight.
    return (begin - _NACHT).date() != sessie_map.sessie.datum


def _as_planned(
    sessie_map: SessieMap,
    gehouden: Sequence[_Gehouden],
) -> Iterator[_Gehouden]:
    """The same steps at the times that the sessie was to have; none when it does not say those."""
    sessie = sessie_map.sessie
    try:
        om, tot = time.fromisoformat(sessie.om), time.fromisoformat(sessie.tot)
    except ValueError:
        return
    zone = gehouden[0].begin.tzinfo
    begin = datetime.combine(sessie.datum, om, zone)
    eind = datetime.combine(sessie.datum, tot, zone)
    if eind <= begin:
        eind += timedelta(days=1)
    for stap in gehouden:
        yield stap._replace(begin=begin, eind=eind)


def _held_steps(sessie_map: SessieMap) -> Iterator[_Gehouden]:
    for stap in sessie_map.stappen:
        # A step that is opened again keeps the moment at which it was done first.
        begin, eind = (_moment(stap, naam) for naam in (BEGONNEN, AFGEROND))
        if stap.is_vastgelegd and begin and eind:
            yield _Gehouden(stap, begin, max(begin, eind))


def _moment(stap: StapBestand, naam: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(str(stap.front.get(naam)))
    except ValueError:
        return None
    # What a hand wrote may lack the offset; it cannot be put beside the others.
    return moment if moment.tzinfo else None


def _without_long_pause(gehouden: Sequence[_Gehouden]) -> Iterator[list[_Gehouden]]:
    keer: list[_Gehouden] = []
    for stap in gehouden:
        if keer and stap.begin - max(ander.eind for ander in keer) > _LANGSTE_PAUZE:
            yield keer
            keer = []
        keer.append(stap)
    if keer:
        yield keer


def _meeting(sessie_map: SessieMap, keer: list[_Gehouden]) -> Bijeenkomst:
    deelnames = []
    for lid in sessie_map.sessie.deelnemers:
        erbij = [deel for deel in keer if lid in sessie_map.er_zijn(deel.stap.plek)]
        if erbij:
            rollen = tuple(_roles(sessie_map, erbij, lid))
            van = min(deel.begin for deel in erbij)
            tot = max(deel.eind for deel in erbij)
            deelnames.append(Deelname(lid, rollen, van, tot))
    begin = min(deel.begin for deel in keer)
    eind = max(deel.eind for deel in keer)
    return Bijeenkomst(begin, eind, tuple(deelnames))


def _roles(
    sessie_map: SessieMap,
    keer: list[_Gehouden],
    lid: str,
) -> Iterator[str]:
    sessie = sessie_map.sessie
    if lid == sessie.begeleider:
        yield BEGELEIDER
    if lid == sessie.notulist:
        yield NOTULIST
    rondes = [deel.stap.plek.ronde for deel in keer if deel.stap.status == KLAAR]
    if any(ronde and ronde.inbrenger == lid for ronde in rondes):
        yield INBRENGER


def _minutes(van: datetime, tot: datetime) -> int:
    return int((tot - van).total_seconds()) // 60
