"""What is asked about items when they are there: of each, or of all at once."""

from collections.abc import Collection, Iterator, Sequence

from intervisie_cli.model.context import Context
from intervisie_cli.model.draaiboek import Veld
from intervisie_cli.model.sleutel import (
    GEKOZEN,
    GELATEN,
    GROEP,
    KLEINER,
    Sleutel,
)
from intervisie_cli.model.vraag import KijktMee, Vraag
from intervisie_cli.vragen.fasen import eigenaar
from intervisie_cli.vragen.invulling import Invulling
from intervisie_cli.vragen.itemdelen import numbers, of_the_words
from intervisie_cli.vragen.lines.all_line import AllLine, Cel, open_of
from intervisie_cli.vragen.lines.mark_line import MarkLine, Merk
from intervisie_cli.vragen.lines.smaller_line import SmallerLine
from intervisie_cli.vragen.lines.verdict_line import VerdictLine
from intervisie_cli.vragen.meekijker import meekijker
from intervisie_cli.vragen.soorten.enkel import ENKEL

# In plain lines no sentence stands there to change: one types all of it.
_PAS_AAN = "Typ de zin zoals hij wordt, of laat hem zo staan met Enter."


def vragen(
    veld: Veld,
    items: Sequence[Sleutel],
    invulling: Invulling,
) -> Iterator[Vraag]:
    """Yield what is asked about *items* of the list *veld*."""
    per_item = [deel for deel in veld.achteraf if not deel.in_een_keer]
    for item in items:
        yield from _about(veld, item, per_item, invulling)
    if not items:
        return
    kleiner = [vraag for item in items for vraag in _smaller(veld, item, invulling)]
    # After a no all that was refused is worded anew first; then the plan is asked once more.
    yield from (vraag for vraag in kleiner if vraag.is_open(invulling.antwoorden))
    for deel in veld.achteraf:
        if deel.in_een_keer:
            yield from at_once(veld, deel, items, invulling, om_twijfel=deel.om_twijfel)
    yield from kleiner


# ---- of each item


def _about(
    veld: Veld,
    item: Sleutel,
    delen: Sequence[Veld],
    invulling: Invulling,
) -> Iterator[Vraag]:
    context = invulling.context
    kop = kop_van(veld, item, invulling)
    reacties = [deel.reactie for deel in delen]
    for deel in delen:
        if deel.naam in reacties:
            continue
        if deel.is_lijst:
            yield from _per_lid(deel, item, kop, invulling)
        elif context.is_van(deel):
            aan = context.spreker(deel)
            sleutel = item.met(deel.naam)
            vraag = ENKEL[deel.soort].vraag(deel, sleutel, context, aan)
            reactie = veld.onderdeel(deel.reactie)
            if reactie:
                lijn = VerdictLine(item, deel, reactie)
                vraag = vraag._replace(lijn=lijn, vult=lijn.sleutels, keuzes=())
            yield vraag._replace(kop=kop)


def _per_lid(
    deel: Veld,
    item: Sleutel,
    kop: str,
    invulling: Invulling,
) -> Iterator[Vraag]:
    context = invulling.context
    eerste = deel.onderdelen[0]
    for handle in context.gevraagd(deel):
        sleutel = item.met(deel.naam, handle)
        aan = context.groep.roepnaam(handle)
        vraag = ENKEL[eerste.soort].vraag(eerste, sleutel, context, aan)
        yield vraag._replace(kop=kop)


# ---- of all items at once


def at_once(
    veld: Veld,
    deel: Veld,
    items: Sequence[Sleutel],
    invulling: Invulling,
    *,
    om_twijfel: bool = False,
) -> Iterator[Vraag]:
    """Yield the question about the part *deel* of all *items*.

    *om_twijfel*: it is put as who doubts. A form has no question; behind its label a no is a no.
    """
    context = invulling.context
    if not deel.is_lijst and not context.is_van(deel):
        return
    vraag = Vraag(
        Sleutel(veld.naam, context.als, deel=deel.naam),
        "tekst",
        deel.vraag,
        aan=context.spreker(deel),
        hulp=deel.hulp,
        kop=genummerd(veld, items, invulling),
        verplicht=True,
    )
    if deel.keuzes:
        merken = tuple(Merk(item, (deel,)) for item in items)
        lijn = MarkLine(merken, context.vandaag, rest=deel.keuzes[0])
        sleutels = tuple(item.met(deel.naam) for item in items)
        yield vraag._replace(lijn=lijn, vult=sleutels)
        return
    cellen = _cellen(deel, items, invulling)
    alleen = _only_one(deel, context)
    if alleen and om_twijfel:
        # Somebody who is asked alone says what they think; who doubts is asked of a group.
        om_twijfel = False
        vraag = vraag._replace(tekst=deel.onderdelen[0].vraag, aan=alleen)
    if cellen:
        # Of a plan that was agreed on, only what was worded anew is asked again.
        nummers = {cel.nummer for cel in cellen}
        yield vraag._replace(
            kop=genummerd(veld, items, invulling, nummers),
            lijn=AllLine(cellen, context.groep, om_twijfel=om_twijfel),
            vult=tuple(cel.sleutel for cel in cellen),
            leeg=how_to_answer(cellen, om_twijfel=om_twijfel),
        )


def _only_one(deel: Veld, context: Context) -> str:
    """The name of who is asked at this laptop while all others are elsewhere, else ''."""
    gevraagd = context.gevraagd(deel)
    is_apart = deel.is_lijst and gevraagd != context.owe(deel)
    if not is_apart or len(gevraagd) != 1:
        return ""
    return context.groep.roepnaam(gevraagd[0])


def how_to_answer(cellen: Sequence[Cel], *, om_twijfel: bool = False) -> str:
    """How to answer, beside the question itself: a name there is of who does not agree."""
    if len(cellen) == 1:
        return "j of n"
    if om_twijfel:
        return "nee = niemand, of wie"
    if len({cel.lid for cel in cellen}) > 1:
        return "a = iedereen, of wie niet"
    # Who names one number says yes to the rest, and has to know that.
    laatste = cellen[-1].nummer
    return f"a = alles; {laatste} = alleen {laatste} niet"


def _cellen(
    deel: Veld,
    items: Sequence[Sleutel],
    invulling: Invulling,
) -> tuple[Cel, ...]:
    """A yes or no for each item, of each who is asked; those that are open, or else all."""
    context = invulling.context
    leden = context.gevraagd(deel) if deel.is_lijst else ("",)
    cellen = []
    for nummer, item in enumerate(items, 1):
        for lid in leden:
            if lid and invulling.slaat_over(lid):
                continue
            cellen.append(Cel(item.met(deel.naam, lid), lid, nummer))
    return tuple(open_of(cellen, invulling.antwoorden))


def _smaller(veld: Veld, item: Sleutel, invulling: Invulling) -> Iterator[Vraag]:
    """What would make an item smaller to which somebody said no."""
    context = invulling.context
    for deel in veld.achteraf:
        tekst = item.met(deel.opnieuw_bij_nee)
        if context.als or not deel.opnieuw_bij_nee or not _no_of(deel, item, invulling):
            continue
        sleutel = tekst.bij_coach(KLEINER)
        er_zijn = numbers(veld, item.lid, invulling.antwoorden)
        mag_weg = len(er_zijn) > max(1, veld.lijst.minstens)
        yield Vraag(
            sleutel,
            "tekst",
            "Maak dit kleiner of haalbaarder",
            hulp=f"{_who_said_no(veld, item, invulling)} {_PAS_AAN}",
            standaard=invulling.antwoord(tekst),
            # A remark that is typed here must not take the place of the sentence.
            is_getypt=True,
            kijk_mee=_looks_at(veld, deel, context),
            leeg="weg = uit het plan" if mag_weg else "",
            lijn=SmallerLine(
                sleutel, tekst, _of_old_words(veld, item, tekst, invulling), mag_weg
            ),
        )
        return


def _looks_at(veld: Veld, deel: Veld, context: Context) -> KijktMee | None:
    tekst = veld.onderdeel(deel.opnieuw_bij_nee)
    return meekijker(tekst, context) if tekst else None


def _who_said_no(veld: Veld, item: Sleutel, invulling: Invulling) -> str:
    """Who said no to an item as it is, and to which question."""
    groep = invulling.context.groep
    zinnen = []
    for deel in veld.achteraf:
        leden = [lid for lid in _no_of(deel, item, invulling) if lid]
        if not leden:
            continue
        werkwoord = "zegt"
        if len(leden) > 1:
            werkwoord = "zeggen"
        vraag = deel.vraag
        if deel.is_lijst:
            vraag = deel.onderdelen[0].vraag
        zinnen.append(f"{groep.namen(leden)} {werkwoord} nee bij: {vraag}")
    return " ".join(zinnen)


def _no_of(deel: Veld, item: Sleutel, invulling: Invulling) -> list[str]:
    """Whose no stands at a part of an item, '' for that of the group."""
    eigen = item.met(deel.naam)
    leden = []
    for sleutel, waarde in invulling.antwoorden.items():
        if waarde is False and sleutel._replace(van="") == eigen:
            leden.append(eigenaar(sleutel, invulling.context))
    return leden


def _of_old_words(
    veld: Veld,
    item: Sleutel,
    tekst: Sleutel,
    invulling: Invulling,
) -> tuple[Sleutel, ...]:
    """What was said about the words of an item: it goes with them."""
    weg = [item.met(deel.naam) for deel in of_the_words(veld)]
    weg += agreed(veld, item, invulling)
    return (*weg, tekst.bij_coach(GEKOZEN), tekst.bij_coach(GELATEN))


def agreed(veld: Veld, item: Sleutel, invulling: Invulling) -> list[Sleutel]:
    """The yes and no to an item as it is, and what followed on a no: of another it says nothing."""
    namen = [deel.naam for deel in veld.achteraf if deel.opnieuw_bij_nee]
    return [
        sleutel
        for sleutel in invulling.antwoorden
        if sleutel.item == item and (sleutel.deel in namen or sleutel.coach == KLEINER)
    ]


# ---- items in words


def genummerd(
    veld: Veld,
    items: Sequence[Sleutel],
    invulling: Invulling,
    alleen: Collection[int] = (),
) -> str:
    """The items, each behind its number, or *alleen* some; one alone needs none."""
    koppen = {
        nummer: kop_van(veld, item, invulling)
        for nummer, item in enumerate(items, 1)
        if not alleen or nummer in alleen
    }
    if len(koppen) == 1:
        return next(iter(koppen.values()))
    return "\n".join(f"{nummer}. {kop}" for nummer, kop in koppen.items())


def kop_van(veld: Veld, item: Sleutel, invulling: Invulling) -> str:
    """The text of an item, with whose it is: 'Kim: Wat …?'."""
    tekst = invulling.tekst(item.met(veld.enkelvoud))
    groep = invulling.context.groep
    if item.lid != GROEP:
        return f"{groep.roepnaam(item.lid)}: {tekst}"
    for deel in veld.meteen:
        wie = invulling.antwoord(item.met(deel.naam))
        if deel.is_doener and wie:
            return f"{groep.namen(wie)}: {tekst}"
    return tekst
