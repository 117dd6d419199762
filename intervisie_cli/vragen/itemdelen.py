"""The parts of an item by what they are for, and which items there are."""

from intervisie_cli.model.context import Context
from intervisie_cli.model.draaiboek import Veld
from intervisie_cli.model.sleutel import GROEP, NOG, TERUG, VOLGORDE, Sleutel
from intervisie_cli.model.vraag import Antwoorden
from intervisie_cli.vragen.invulling import Invulling


def doer_of(veld: Veld) -> Veld | None:
    """The part of an item that says who does it, which stands in front of the line."""
    for deel in veld.meteen:
        if deel.is_doener:
            return deel
    return None


def pair_of(veld: Veld) -> tuple[Veld, Veld] | None:
    """The two parts of an item that say from whom it is and for whom, None without."""
    leden = [deel for deel in veld.meteen if deel.soort == "lid"]
    if len(leden) != 2:
        return None
    return leden[0], leden[1]


def by_name(veld: Veld) -> list[Veld]:
    """The parts that are said behind the text, as in 'Fijn. Tip: neem pauze'."""
    return [
        deel
        for deel in veld.meteen[1:]
        if deel.soort == "tekst"
        and not (deel.verplicht or deel.letter or deel.checks or deel.standaard)
    ]


def of_the_words(veld: Veld) -> list[Veld]:
    """The parts about these very words: how to measure it, and when."""
    return [deel for deel in veld.meteen if deel.letter in ("M", "T")]


def next_number(veld: Veld, lid: str, antwoorden: Antwoorden) -> int:
    """The number of the next item of a member, or of the group."""
    return max(numbers(veld, lid, antwoorden), default=-1) + 1


def numbers(veld: Veld, lid: str, antwoorden: Antwoorden) -> list[int]:
    """The numbers of the items that are there, or that were and are asked again."""
    gevonden = {
        sleutel.nummer
        for sleutel in antwoorden
        if sleutel.nummer is not None
        and sleutel.coach in ("", TERUG)
        and sleutel.antwoord
        == Sleutel(veld.naam, lid, sleutel.nummer, deel=veld.enkelvoud)
    }
    return sorted(gevonden)


def nog_van(veld: Veld, context: Context) -> Sleutel:
    """The key that says that no more items follow: of the group, or of one member alone."""
    return Sleutel(veld.naam, context.als, deel=NOG)


def items(veld: Veld, invulling: Invulling) -> list[Sleutel]:
    """The keys of the items that are there, in the order in which they are handled."""
    context = invulling.context
    if veld.lijst.bron:
        kenmerken = [item["id"] for item in context.bron(veld)]
        return [Sleutel(veld.naam, bron=kenmerk) for kenmerk in kenmerken]
    gevers = [sleutel.lid for sleutel in invulling.antwoorden if sleutel.lid]
    # Somebody who is away by now gave theirs before.
    leden = context.wie(veld) or (GROEP,)
    handles = dict.fromkeys([*leden, *gevers])
    sleutels = []
    for handle in handles:
        nummers = numbers(veld, handle, invulling.antwoorden)
        sleutels += [Sleutel(veld.naam, handle, nummer) for nummer in nummers]
    gekozen = invulling.antwoord(Sleutel(veld.naam, deel=VOLGORDE)) or ()
    # An item may have come or gone since the order was chosen.
    eerst = [sleutel for sleutel in gekozen if sleutel in sleutels]
    rest = [sleutel for sleutel in sleutels if sleutel not in gekozen]
    return eerst + rest
