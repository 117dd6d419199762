"""The phases that a step runs through when a group holds it over more laptops.

They follow from its fields. Each member writes theirs; when all are ready it is shown, and the
inbrenger reacts; the group makes a plan; then everybody says for themselves whether they agree.
"""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from intervisie_cli.model.context import Context
from intervisie_cli.model.draaiboek import LID, SLAAT_OVER, Stap, Veld
from intervisie_cli.model.plain import Data, items_in, strings_in
from intervisie_cli.model.sleutel import GROEP, NOG, VOLGORDE, Sleutel, veld_van

# What happens in a phase: each writes, somebody reacts to what is there, all do it together, each
# says yes or no.
SCHRIJVEN, REAGEREN, SAMEN, EENS = ("schrijven", "reageren", "samen", "eens")


class Fase(NamedTuple):
    """A phase: the first field that is handled in it, and what happens."""

    veld: str
    soort: str

    def __str__(self) -> str:
        """Its name in a step file."""
        return f"{self.veld}/{self.soort}"


def fasen(stap: Stap) -> tuple[Fase, ...]:
    """The phases of *stap*, in order."""
    return tuple(dict.fromkeys(fase for _, fase in _alle(stap)))


def fase_van(sleutel: Sleutel, stap: Stap) -> Fase | None:
    """The phase in which *sleutel* is answered; None for what is asked beside the step."""
    veld = stap.veld(sleutel.veld)
    if not veld:
        return None
    van_veld = [fase for naam, fase in _alle(stap) if naam == veld.naam]
    if len(van_veld) == 1 or _is_item(sleutel, veld):
        return van_veld[0]
    return van_veld[-1]


def verborgen(stap: Stap, voorbij: Collection[str]) -> set[str]:
    """The fields of a step under way that nobody sees yet: each is writing theirs."""
    return {
        fase.veld
        for fase in fasen(stap)
        if fase.soort == SCHRIJVEN and str(fase) not in voorbij
    }


def is_bereikt(sleutel: Sleutel, context: Context) -> bool:
    """Whether the group has come to the phase of *sleutel*."""
    if context.voorbij is None:
        return True
    fase = fase_van(sleutel, context.stap)
    if fase is None:
        return True
    eerder = map(str, voor(fase, context.stap))
    return all(naam in context.voorbij for naam in eerder)


def voor(fase: Fase | None, stap: Stap) -> tuple[Fase, ...]:
    """The phases before *fase*; all of them for None."""
    alle = fasen(stap)
    if fase is None:
        return alle
    return alle[: alle.index(fase)]


def past_unled(context: Context, data: Data) -> tuple[str, ...] | None:
    """The phases that are past in a step that nobody leads, None where all are open.

    Nobody reacts to what some wrote while others still write, nor is the first to word what comes
    of it.
    """
    alle = fasen(context.stap)
    for plaats, fase in enumerate(alle):
        veld = context.stap.veld(fase.veld)
        if not veld or fase.soort != SCHRIJVEN or not _is_owed(veld, context, data):
            continue
        erna = [ander.veld for ander in alle[plaats + 1 :]]
        if fase.veld in erna or not any(data.get(naam) for naam in erna):
            return tuple(map(str, voor(fase, context.stap)))
    return None


def _is_owed(veld: Veld, context: Context, data: Data) -> bool:
    """Whether somebody gave fewer items than they owe."""
    over = strings_in(data.get(SLAAT_OVER))
    for lid in context.owe(veld):
        if lid in over:
            continue
        if not gave_enough(veld, data, lid):
            return True
    return False


def gave_enough(veld: Veld, data: Data, lid: str) -> bool:
    """Whether the member gave as many items of a list as they owe."""
    items = items_in(data.get(veld.naam))
    leden = [item.get(LID) for item in items]
    return leden.count(lid) >= veld.lijst.minstens


def eigenaar(sleutel: Sleutel, context: Context) -> str:
    """The member whose answer *sleutel* is, '' for that of the group."""
    veld = veld_van(sleutel, context.stap)
    if sleutel.van:
        return sleutel.van
    if sleutel.deel == VOLGORDE:
        return context.inbrenger
    if veld and veld.wie == "inbrenger":
        return context.inbrenger
    if veld and veld.wie == "begeleider":
        return context.sessie.begeleider
    return "" if sleutel.lid == GROEP else sleutel.lid


def _is_item(sleutel: Sleutel, veld: Veld) -> bool:
    """Whether it is of an item itself: its line, the coach about that, and that no more follow."""
    if sleutel.coach or not sleutel.deel or sleutel.deel == NOG:
        return True
    return any(deel.naam == sleutel.deel for deel in veld.meteen)


def _alle(stap: Stap) -> Iterator[tuple[str, Fase]]:
    """Each field with its phases; what the group does in a row is one phase."""
    samen: Fase | None = None
    for veld in stap.velden:
        if veld.lijst.om_en_om:
            samen = None
        for soort in _soorten(veld):
            fase = Fase(veld.naam, soort)
            if soort == SAMEN:
                fase = samen = samen or fase
            else:
                samen = None
            yield veld.naam, fase
        if veld.lijst.om_en_om:
            samen = None


def _soorten(veld: Veld) -> Iterator[str]:
    if veld.is_namenlijst or veld.lijst.unaniem:
        yield EENS
        return
    if not veld.is_per_lid:
        yield SAMEN
        if any(deel.opnieuw_bij_nee for deel in veld.achteraf):
            yield EENS
        return
    if veld.lijst.om_en_om:
        yield SAMEN
        return
    yield SCHRIJVEN
    if veld.achteraf:
        yield REAGEREN
