"""The key of an answer: which field, whose item, which part of it, or what the coach asks about it.

A draft on disk keeps a key as text: 'vragen/kim/0/vraag', 'acties/-/0/actie/coach/T'.
"""

from typing import NamedTuple

from intervisie_cli.model.draaiboek import Stap, Veld

# Stands where a handle would, for what is asked of the group; no handle looks like it.
GROEP = "-"
# What the program itself asks of a list: one more item, and in which order they come.
NOG, VOLGORDE = "nog", "volgorde"
# What the coach asks about a text: a missing letter, what to do with its proposal, another wording.
COACH_VRAGEN = S, M, T, KEUZE, TEKST = ("S", "M", "T", "keuze", "tekst")
# What it remembers: that its questions about a text are done, and that a field was wanted back.
GEKOZEN, TERUG = "gekozen", "terug"
_COACH = "coach"
_STAARTEN: dict[tuple[str, ...], str] = {
    (): "",
    (_COACH,): GEKOZEN,
    (TERUG,): TERUG,
    **{(_COACH, wat): wat for wat in COACH_VRAGEN},
}
_TEKSTEN = {wat: "/".join(staart) for staart, wat in _STAARTEN.items()}


class Sleutel(NamedTuple):
    """The key of one answer; what is empty does not apply.

    *lid* and *nummer* say whose item of a list it is, *bron* the id of an item that an earlier sessie
    gave, *deel* the part of the item, *van* the member who answers a part that is asked of each.
    *coach* is what the coach asked or remembers about the answer.
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
        nummer = "" if self.nummer is None else str(self.nummer)
        delen = (self.veld, self.lid, nummer, self.bron, self.deel, self.van)
        return "/".join(deel for deel in (*delen, _TEKSTEN[self.coach]) if deel)

    @property
    def item(self) -> "Sleutel":
        """The key of the item that this is a part of."""
        return Sleutel(self.veld, self.lid, self.nummer, self.bron)

    @property
    def antwoord(self) -> "Sleutel":
        """The key of the answer itself, of what the coach asks about it."""
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


def lees(tekst: str, stap: Stap) -> Sleutel:
    """Read the text of a key. What no question of *stap* has stays whole, so that nothing is lost."""
    naam, *rest = tekst.split("/")
    veld = stap.veld(naam)
    sleutel, over = _plaats(veld, rest) if veld else (Sleutel(naam), rest)
    gelezen = sleutel._replace(coach=_STAARTEN.get(tuple(over), ""))
    return gelezen if str(gelezen) == tekst else Sleutel(tekst)


def _plaats(veld: Veld, rest: list[str]) -> tuple[Sleutel, list[str]]:
    """The place that the first words of *rest* name, and the words that are left.

    The kind of field decides what a word is: a member may be called 'coach' too.
    """
    sleutel = Sleutel(veld.naam)
    if not veld.is_lijst:
        if veld.is_per_lid and rest:
            return sleutel._replace(lid=rest[0]), rest[1:]
        return sleutel, rest
    if rest == [VOLGORDE]:
        return sleutel.met(VOLGORDE), []
    if veld.lijst.bron and rest:
        return _deel(veld, sleutel._replace(bron=rest[0]), rest[1:])
    if len(rest) > 1 and rest[1].isdecimal():
        return _deel(veld, sleutel._replace(lid=rest[0], nummer=int(rest[1])), rest[2:])
    return sleutel, rest


def _deel(veld: Veld, item: Sleutel, rest: list[str]) -> tuple[Sleutel, list[str]]:
    if not rest:
        return item, rest
    deel = veld.onderdeel(rest[0])
    if deel and deel.is_lijst and len(rest) > 1:
        return item.met(rest[0], rest[1]), rest[2:]
    return item.met(rest[0]), rest[1:]
