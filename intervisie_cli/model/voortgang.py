"""How far a step is that a group holds over more laptops: who leads it, what is past, who is ready.

All of it is lists, of which two clones that meet keep both sides: nothing here can clash.
"""

from datetime import datetime, timedelta
from typing import Any, NamedTuple

from intervisie_cli.model.draaiboek import AFGEROND, LID, STATUS, VOORTGANG
from intervisie_cli.model.plain import Data, Item, items_in, strings_in
from intervisie_cli.model.sessie import BEZIG

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


# Stands before the mark of words to which somebody said no.
NEE = "nee-"
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

    def zei(self, lid: str, merk: str) -> bool:
        """Whether the member judged words so, and on no other laptop the other way round."""
        return self.is_gereed(lid, merk) and not self.is_gereed(lid, _opposite(merk))

    def oordeelde(self, lid: str, wat: str) -> bool:
        """Whether the member judged words of *wat*, whichever those were."""
        begin = f"{wat}/"
        return any(
            naam.startswith(begin)
            for klaar in self.gereed
            if klaar.lid == lid
            for naam in klaar.over
        )

    def zeiden_nee(self, wat: str) -> list[str]:
        """The members who said no to the words of *wat* that they judged last."""
        begin = f"{wat}/"
        gevonden = []
        for klaar in self.gereed:
            merken = [naam for naam in klaar.over if naam.startswith(begin)]
            if merken and merken[-1].startswith(f"{begin}{NEE}"):
                gevonden.append(klaar.lid)
        return gevonden

    def geleid(self, lid: str, sinds: str) -> "Voortgang":
        """The same, led by *lid* from now on."""
        anderen = tuple(leider for leider in self.leiders if leider.lid != lid)
        return self._replace(leiders=(*anderen, Leider(lid, sinds)))

    def met_voorbij(self, fasen: tuple[str, ...]) -> "Voortgang":
        """The same, with these phases past too."""
        return self._replace(voorbij=_together(self.voorbij, fasen))

    def gegeven(self, lid: str, over: tuple[str, ...]) -> "Voortgang":
        """The same, after the member gave theirs at a laptop of their own."""
        eerder: tuple[str, ...] = ()
        anderen = []
        for klaar in self.gereed:
            if klaar.lid == lid:
                # A hand may have written two of one member.
                eerder = _together(eerder, klaar.over)
            else:
                anderen.append(klaar)
        # Who judges the same words once more, said it otherwise before.
        anders = {_opposite(naam) for naam in over}
        eerder = tuple(naam for naam in eerder if naam not in anders)
        samen = _together(eerder, over)
        # Who is done with nothing has only come in with a laptop.
        if samen:
            anderen.append(Gereed(lid, samen))
        return self.meegedaan(lid)._replace(gereed=tuple(anderen))

    def geoordeeld(self, lid: str, over: tuple[str, ...]) -> "Voortgang":
        """The same, after the member judged these words at the laptop of who leads."""
        eigen = {naam.partition("/")[0] for naam in over}
        gereed = []
        for klaar in self.gereed:
            if klaar.lid != lid:
                gereed.append(klaar)
                continue
            rest = [naam for naam in klaar.over if naam.partition("/")[0] not in eigen]
            gereed.append(Gereed(lid, _together(tuple(rest), over)))
        return self._replace(gereed=tuple(gereed))

    def meegedaan(self, lid: str) -> "Voortgang":
        """The same, with *lid* at a laptop of their own from now on."""
        # Who went on at the laptop of the lead may open their own again.
        zelf = _together(self.zelf, (lid,))
        hier = _without(self.hier, lid)
        return self._replace(zelf=zelf, hier=hier)

    def overgenomen(self, lid: str) -> "Voortgang":
        """The same, with *lid* at the laptop of who leads from now on."""
        # What they say from here on is said at that laptop: their own has no part in it.
        zelf = _without(self.zelf, lid)
        hier = _together(self.hier, (lid,))
        return self._replace(zelf=zelf, hier=hier)

    def gevraagd(self, wat: str) -> "Voortgang":
        """The same, with nobody done with the words of *wat*."""
        # A mark of words stands behind what they are about.
        begin = f"{wat}/"
        gereed = []
        for lid, over in self.gereed:
            blijft = tuple(naam for naam in over if not naam.startswith(begin))
            gereed.append(Gereed(lid, blijft))
        return self._replace(gereed=tuple(gereed))

    def afgerond(self) -> "Voortgang":
        """What stays of it in a step that is recorded: who said it themselves."""
        return Voortgang(zelf=self.zelf, hier=self.hier)

    def data(self) -> Data:
        """As it stands in a file; what is empty is not there."""
        leiding = [{LID: lid, _SINDS: sinds} for lid, sinds in self.leiders]
        gereed = [{LID: lid, _OVER: list(over)} for lid, over in self.gereed]
        data: Data = {
            _LEIDING: leiding,
            _VOORBIJ: list(self.voorbij),
            _ZELF: list(self.zelf),
            _HIER: list(self.hier),
            _GEREED: gereed,
        }
        return {naam: waarde for naam, waarde in data.items() if waarde}


def lees(front: Item) -> Voortgang:
    """The progress that the front matter of a step tells; what cannot be is passed over."""
    data = front.get(VOORTGANG)
    if not isinstance(data, dict):
        return Voortgang()
    leiders = [
        Leider(item[LID], item[_SINDS])
        for item in _of_members(data.get(_LEIDING))
        if _moment(item.get(_SINDS)) is not None
    ]
    gereed = [
        Gereed(item[LID], tuple(strings_in(item.get(_OVER))))
        for item in _of_members(data.get(_GEREED))
    ]
    return Voortgang(
        tuple(leiders),
        tuple(strings_in(data.get(_VOORBIJ))),
        tuple(strings_in(data.get(_ZELF))),
        tuple(strings_in(data.get(_HIER))),
        tuple(gereed),
    )


def is_heropend(front: Item) -> bool:
    """Whether the front matter is of a step that was closed and is open again."""
    return front.get(STATUS) == BEZIG and AFGEROND in front


def _of_members(value: Any) -> list[Data]:
    """The items that say whose they are."""
    return [item for item in items_in(value) if isinstance(item.get(LID), str)]


def _opposite(naam: str) -> str:
    """The no to words for a yes to them, and the other way round."""
    wat, streep, merk = naam.partition("/")
    if merk.startswith(NEE):
        return f"{wat}{streep}{merk.removeprefix(NEE)}"
    return f"{wat}{streep}{NEE}{merk}"


def _together(
    een: tuple[str, ...],
    ander: tuple[str, ...],
) -> tuple[str, ...]:
    """The words of both, each once, in the order in which they came."""
    return tuple(dict.fromkeys((*een, *ander)))


def _without(namen: tuple[str, ...], naam: str) -> tuple[str, ...]:
    return tuple(ander for ander in namen if ander != naam)


def _began(leider: Leider) -> tuple[float, str]:
    return _moment(leider.sinds) or 0.0, leider.lid


def _moment(tekst: object) -> float | None:
    try:
        return datetime.fromisoformat(str(tekst)).timestamp()
    except (ValueError, OverflowError):
        return None
