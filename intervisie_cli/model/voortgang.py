"""How far a step is that a group holds over more laptops: who leads it, what is past, who is ready.

All of it is lists, of which two clones that meet keep both sides: nothing here can clash.
"""

from datetime import datetime, timedelta
from typing import NamedTuple

from intervisie_cli.model.draaiboek import LID
from intervisie_cli.model.plain import Data, Item, items_in, strings_in

VOORTGANG = "voortgang"
_LEIDING, _VOORBIJ, _ZELF, _HIER = "leiding", "voorbij", "zelf", "hier"
_GEREED = "gereed"
_SINDS, _OVER = "sinds", "over"


class Leider(NamedTuple):
    """A member who leads the step, since an ISO moment with its offset."""

    lid: str
    sinds: str

    @property
    def tijd(self) -> str:
        """The time of day since when, as the clock of that laptop had it."""
        return datetime.fromisoformat(self.sinds).strftime("%H:%M")


class Gereed(NamedTuple):
    """What a member is done with: names of fields, and ids of items."""

    lid: str
    over: tuple[str, ...]


# Nobody leads a step for longer: whoever opens it then begins it anew.
LANGST = timedelta(hours=4)


class Voortgang(NamedTuple):
    """The progress of a step that is under way.

    *voorbij* names the phases that are past, see `vragen.fasen`. *zelf* are the members who gave
    theirs at a laptop of their own; those *hier* did too, and give theirs at that of who leads now.
    """

    leiders: tuple[Leider, ...] = ()
    voorbij: tuple[str, ...] = ()
    zelf: tuple[str, ...] = ()
    hier: tuple[str, ...] = ()
    gereed: tuple[Gereed, ...] = ()

    @property
    def leider(self) -> Leider | None:
        """Who leads, or did: the last who began to, None for nobody."""
        return max(self.leiders, key=_began, default=None)

    def is_gereed(self, lid: str, wat: str) -> bool:
        """Whether the member is done with a field, or with an item."""
        return any(wat in klaar.over for klaar in self.gereed if klaar.lid == lid)

    def geleid(self, lid: str, sinds: str) -> "Voortgang":
        """The same, led by *lid* from now on."""
        anderen = tuple(leider for leider in self.leiders if leider.lid != lid)
        return self._replace(leiders=(*anderen, Leider(lid, sinds)))

    def met_voorbij(self, fasen: tuple[str, ...]) -> "Voortgang":
        """The same, with these phases past too."""
        return self._replace(voorbij=tuple(dict.fromkeys((*self.voorbij, *fasen))))

    def gegeven(self, lid: str, over: tuple[str, ...]) -> "Voortgang":
        """The same, after the member gave theirs at a laptop of their own."""
        eerder = [
            naam for klaar in self.gereed if klaar.lid == lid for naam in klaar.over
        ]
        anderen = tuple(klaar for klaar in self.gereed if klaar.lid != lid)
        samen = tuple(dict.fromkeys((*eerder, *over)))
        gereed = (*anderen, Gereed(lid, samen)) if samen else anderen
        return self.meegedaan(lid)._replace(gereed=gereed)

    def meegedaan(self, lid: str) -> "Voortgang":
        """The same, with *lid* at a laptop of their own from now on."""
        zelf = tuple(dict.fromkeys((*self.zelf, lid)))
        return self._replace(zelf=zelf, hier=_without(self.hier, lid))

    def overgenomen(self, lid: str) -> "Voortgang":
        """The same, with *lid* at the laptop of who leads from now on."""
        hier = tuple(dict.fromkeys((*self.hier, lid)))
        return self._replace(zelf=_without(self.zelf, lid), hier=hier)

    def gevraagd(self, wat: str) -> "Voortgang":
        """The same, with nobody done with the words of *wat*."""
        gereed = tuple(
            Gereed(lid, tuple(naam for naam in over if not naam.startswith(f"{wat}/")))
            for lid, over in self.gereed
        )
        return self._replace(gereed=gereed)

    def afgerond(self) -> "Voortgang":
        """What stays of it in a step that is recorded: who said it themselves."""
        return Voortgang(zelf=self.zelf, hier=self.hier)

    def data(self) -> Data:
        """As it stands in a file; what is empty is not there."""
        data: Data = {
            _LEIDING: [{LID: lid, _SINDS: sinds} for lid, sinds in self.leiders],
            _VOORBIJ: list(self.voorbij),
            _ZELF: list(self.zelf),
            _HIER: list(self.hier),
            _GEREED: [{LID: lid, _OVER: list(over)} for lid, over in self.gereed],
        }
        return {naam: waarde for naam, waarde in data.items() if waarde}


def lees(front: Item) -> Voortgang:
    """The progress that the front matter of a step tells; what cannot be is passed over."""
    data = front.get(VOORTGANG)
    if not isinstance(data, dict):
        return Voortgang()
    leiders = [
        Leider(item[LID], item[_SINDS])
        for item in items_in(data.get(_LEIDING))
        if isinstance(item.get(LID), str) and _moment(item.get(_SINDS)) is not None
    ]
    gereed = [
        Gereed(item[LID], tuple(strings_in(item.get(_OVER))))
        for item in items_in(data.get(_GEREED))
        if isinstance(item.get(LID), str)
    ]
    return Voortgang(
        tuple(leiders),
        tuple(strings_in(data.get(_VOORBIJ))),
        tuple(strings_in(data.get(_ZELF))),
        tuple(strings_in(data.get(_HIER))),
        tuple(gereed),
    )


def _without(namen: tuple[str, ...], naam: str) -> tuple[str, ...]:
    return tuple(ander for ander in namen if ander != naam)


def _began(leider: Leider) -> tuple[float, str]:
    return _moment(leider.sinds) or 0.0, leider.lid


def _moment(tekst: object) -> float | None:
    try:
        return datetime.fromisoformat(str(tekst)).timestamp()
    except (ValueError, OverflowError):
        return None
