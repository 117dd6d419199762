"""The key of an answer: which field, whose item, which part of it, or what the coach asks about it.

A draft on disk keeps a key as text: 'vragen/kim/0/vraag', 'acties/-/0/actie/coach/T'. The text of
a key, read again, is that key: `str` and `lees` are each other's inverse for what a step asks.
"""

from typing import NamedTuple

from intervisie_cli.model.draaiboek import Stap, Veld

# Stands where a handle would, for what is asked of the group; no handle looks like it.
GROEP = "-"
# What the program itself asks of a list, in the place of a part: one more item, and their order.
NOG, VOLGORDE = "nog", "volgorde"
# What the coach asks about a text: a missing letter, what to do with its proposal, another wording,
# a smaller one after a no, and whether one of two that are the same can go.
COACH_VRAGEN = S, M, T, KEUZE, TEKST, KLEINER, DUBBEL = (
    "S",
    "M",
    "T",
    "keuze",
    "tekst",
    "kleiner",
    "dubbel",
)
# What it remembers: that it is done with a text, which letters of it were left out on purpose, and
# that a field was wanted back.
GEKOZEN, GELATEN, TERUG = "gekozen", "gelaten", "terug"
_COACH = "coach"
# How the last words of a text say what the coach asked or remembers, and the other way round.
_STAARTEN: dict[tuple[str, ...], str] = {
    (): "",
    (_COACH,): GEKOZEN,
    (TERUG,): TERUG,
    **{(_COACH, wat): wat for wat in (*COACH_VRAGEN, GELATEN)},
}
_TEKSTEN = {wat: "/".join(staart) for staart, wat in _STAARTEN.items()}


class Sleutel(NamedTuple):
    """The key of one answer; what is empty does not apply.

    *lid* and *nummer* (from 0) say whose item of a list it is, *bron* is the id of an item that an
    earlier sessie gave. *deel* is the part of the item, *van* the member who answers a part that is
    asked of each. *coach* is what the coach asked or remembers about the answer. In the answer to a
    field that is no list, *lid* is the member who said yes or no.
    """

    veld: str
    lid: str = ""
    nummer: int | None = None
    bron: str = ""
    deel: str = ""
    van: str = ""
    coach: str = ""

    def __str__(self) -> str:
        """The text that a draft keeps."""
        nummer = ""
        if self.nummer is not None:
            nummer = str(self.nummer)
        plaats = (self.veld, self.lid, nummer)
        deel = (self.bron, self.deel, self.van)
        woorden = (*plaats, *deel, _TEKSTEN[self.coach])
        return "/".join(woord for woord in woorden if woord)

    @property
    def item(self) -> "Sleutel":
        """The key of the item that this is a part of."""
        return Sleutel(self.veld, self.lid, self.nummer, self.bron)

    @property
    def antwoord(self) -> "Sleutel":
        """The key of the answer that the coach asks about."""
        return self._replace(coach="")

    def met(self, deel: str, van: str = "") -> "Sleutel":
        """The key of a part of this item."""
        return self._replace(deel=deel, van=van)

    def bij_coach(self, wat: str) -> "Sleutel":
        """The key of what the coach asks or remembers about this answer."""
        return self._replace(coach=wat)


def veld_van(sleutel: Sleutel, stap: Stap) -> Veld | None:
    """Find the field, or the part of a list, that *sleutel* is an answer to."""
    veld = stap.veld(sleutel.veld)
    if veld and sleutel.deel:
        return veld.onderdeel(sleutel.deel)
    return veld


def said_of(sleutel: Sleutel, stap: Stap) -> Sleutel | None:
    """The key of the words that somebody agrees with, or not, at *sleutel*; None for no words."""
    veld = veld_van(sleutel, stap)
    if not veld or not veld.opnieuw_bij_nee or sleutel.coach:
        return None
    if sleutel.deel:
        return sleutel.item.met(veld.opnieuw_bij_nee)
    return Sleutel(veld.opnieuw_bij_nee)


def is_agreed_on(sleutel: Sleutel, stap: Stap) -> bool:
    """Whether *sleutel* holds words that others say yes or no to."""
    veld = stap.veld(sleutel.veld)
    if not veld or sleutel.coach:
        return False
    ernaast = veld.onderdelen if sleutel.deel else stap.velden
    naam = sleutel.deel or sleutel.veld
    return any(ander.opnieuw_bij_nee == naam for ander in ernaast)


def lees(tekst: str, stap: Stap) -> Sleutel:
    """Read the text of a key of *stap*.

    What no question of the step has becomes the name of a field as a whole, so that a draft of a
    newer program, or of a draaiboek that has changed since, loses nothing.
    """
    naam, *woorden = tekst.split("/")
    sleutel = Sleutel(naam)
    veld = stap.veld(naam)
    if veld:
        sleutel, woorden = _met_plaats(veld, woorden)
    sleutel = sleutel.bij_coach(_STAARTEN.get(tuple(woorden), ""))
    if str(sleutel) != tekst:
        return Sleutel(tekst)
    return sleutel


def _met_plaats(
    veld: Veld,
    woorden: list[str],
) -> tuple[Sleutel, list[str]]:
    """The key that the first of *woorden* give, and the words that are left.

    The kind of field decides what a word is: a member may be called 'coach' too.
    """
    sleutel = Sleutel(veld.naam)
    if veld.is_lijst:
        return _in_lijst(veld, woorden)
    if veld.is_per_lid and woorden:
        lid, *rest = woorden
        return sleutel._replace(lid=lid), rest
    return sleutel, woorden


def _in_lijst(veld: Veld, woorden: list[str]) -> tuple[Sleutel, list[str]]:
    lijst = Sleutel(veld.naam)
    if len(woorden) == 1 and woorden[0] in _van_de_lijst(veld):
        return lijst.met(woorden[0]), []
    if veld.lijst.bron and woorden:
        bron, *rest = woorden
        return _met_deel(veld, lijst._replace(bron=bron), rest)
    if len(woorden) == 2 and woorden[1] in _van_de_lijst(veld):
        return lijst._replace(lid=woorden[0]).met(woorden[1]), []
    if len(woorden) > 1 and woorden[1].isdecimal():
        lid, nummer, *rest = woorden
        return _met_deel(veld, lijst._replace(lid=lid, nummer=int(nummer)), rest)
    return lijst, woorden


def _van_de_lijst(veld: Veld) -> list[str]:
    """What can be asked of a list as a whole, of the group or of one member."""
    return [NOG, VOLGORDE, *(deel.naam for deel in veld.onderdelen)]


def _met_deel(
    veld: Veld,
    item: Sleutel,
    woorden: list[str],
) -> tuple[Sleutel, list[str]]:
    if not woorden:
        return item, woorden
    naam, *rest = woorden
    deel = veld.onderdeel(naam)
    if deel and deel.is_lijst and rest:
        van, *rest = rest
        return item.met(naam, van), rest
    return item.met(naam), rest
