"""The coach: what it asks about an actie or a question that was typed, and what it does with the answers.

It never blocks: whoever leaves its questions empty keeps their own words. It is pure: what an answer
changes elsewhere is given as a `Wijziging`.
"""

from collections.abc import Iterator
from typing import Any

from intervisie_cli.model.actie import Actie
from intervisie_cli.model.context import Context
from intervisie_cli.model.draaiboek import SMART, Veld
from intervisie_cli.model.sleutel import GEKOZEN, KEUZE, TEKST, TERUG, Sleutel, veld_van
from intervisie_cli.model.vraag import Antwoorden, Keuze, Vraag, Wijziging
from intervisie_cli.vragen import voorstel
from intervisie_cli.vragen.meekijker import MOMENT, Meekijker, meekijker, van
from intervisie_cli.vragen.voorstel import Voorstel

# The choices, as they are kept behind a text.
OVERNEMEN, AANPASSEN, LATEN = "overnemen", "aanpassen", "laten"
# A text that was recorded before: the coach lets it be.
EERDER = "eerder"
ZO_GELATEN = "bewust zo gelaten bij het opschrijven"
_LETTERS = {
    "S": "Wat ziet een ander je dan doen?",
    "M": "Waaraan zie je dat het gelukt is?",
    "T": "Wanneer doe je dit, of kijk je terug?",
}


def vragen(
    veld: Veld, sleutel: Sleutel, context: Context, antwoorden: Antwoorden, teller: str = ""
) -> Iterator[Vraag]:
    """Yield what the coach asks about the text at *sleutel*, until its choice is made."""
    kijkt = meekijker(veld, context)
    tekst = antwoorden.get(sleutel)
    if not kijkt or not isinstance(tekst, str) or not tekst:
        return
    if sleutel.bij_coach(GEKOZEN) in antwoorden:
        return
    if SMART in veld.checks:
        yield from _letters(sleutel, tekst, kijkt, antwoorden, teller)
    nieuw = _voorstel(veld, sleutel, kijkt, antwoorden)
    if not nieuw or nieuw.tekst in ("", tekst):
        return
    wat = "zin" if SMART in veld.checks else "vraag"
    yield Vraag(
        sleutel.bij_coach(KEUZE),
        "keuze",
        "Wat wil je?",
        teller=teller,
        kop=f"{nieuw.reden}\n{nieuw.tekst}",
        keuzes=(
            Keuze(OVERNEMEN, "Neem dit over"),
            Keuze(AANPASSEN, "Pas het aan"),
            Keuze(LATEN, f"Laat mijn {wat} staan"),
        ),
        standaard=OVERNEMEN,
    )
    if antwoorden.get(sleutel.bij_coach(KEUZE)) == AANPASSEN:
        yield Vraag(
            sleutel.bij_coach(TEKST),
            "tekst",
            "Hoe wil je het zeggen?",
            teller=teller,
            standaard=nieuw.tekst,
            verplicht=True,
            kijk_mee=kijkt,
        )


def _letters(
    sleutel: Sleutel, tekst: str, kijkt: Meekijker, antwoorden: Antwoorden, teller: str
) -> Iterator[Vraag]:
    """One question for each letter that is missing.

    Who says what is done may say the rest along with it, so each looks at the sentence as it is by then.
    """
    # While an answer is typed the bar shows what it adds; a measure has nothing to show.
    kijken_mee = {"S": kijkt, "T": kijkt._replace(checks=(MOMENT,))}
    for letter, vraag in _LETTERS.items():
        vraag_sleutel = sleutel.bij_coach(letter)
        zin = str(antwoorden.get(sleutel.bij_coach("S")) or tekst)
        if vraag_sleutel in antwoorden or kijkt.mist(zin, letter):
            yield Vraag(
                vraag_sleutel,
                "tekst",
                vraag,
                teller=teller,
                kop=tekst,
                kijk_mee=kijken_mee.get(letter),
            )


def _voorstel(
    veld: Veld, sleutel: Sleutel, kijkt: Meekijker, antwoorden: Antwoorden
) -> Voorstel | None:
    tekst = str(antwoorden[sleutel])
    if SMART not in veld.checks:
        return voorstel.voor_vraag(tekst, kijkt)
    gegeven = {letter: _gezegd(sleutel, letter, antwoorden) for letter in _LETTERS}
    return voorstel.voor_actie(tekst, gegeven, kijkt)


def _gezegd(sleutel: Sleutel, letter: str, antwoorden: Antwoorden) -> str:
    """What was answered on a letter, '' for nothing."""
    return str(antwoorden.get(sleutel.bij_coach(letter)) or "")


def rond_af(sleutel: Sleutel, context: Context, antwoorden: Antwoorden) -> Wijziging:
    """What the answer at *sleutel* changes when it was the last that the coach asked about a text.

    The text becomes what was chosen, the answers on M and T go to the fields of the item that hold
    them, the choice itself is kept, and the questions are forgotten.
    """
    tekst_sleutel = sleutel.antwoord
    veld = veld_van(tekst_sleutel, context.stap)
    if not sleutel.coach or not veld or not veld.checks:
        return Wijziging()
    gesteld = [vraag.sleutel for vraag in vragen(veld, tekst_sleutel, context, antwoorden)]
    if any(vraag not in antwoorden for vraag in gesteld):
        return Wijziging()
    keuze = str(antwoorden.get(tekst_sleutel.bij_coach(KEUZE), LATEN))
    erbij: Antwoorden = dict(_velden(tekst_sleutel, context, antwoorden))
    if gekozen := _gekozen(keuze, veld, tekst_sleutel, context, antwoorden):
        erbij[tekst_sleutel] = gekozen
    erbij[tekst_sleutel.bij_coach(GEKOZEN)] = keuze
    return Wijziging(tuple(gesteld), erbij)


def _gekozen(
    keuze: str, veld: Veld, sleutel: Sleutel, context: Context, antwoorden: Antwoorden
) -> str:
    """The text that was chosen instead; '' when it stays as it is."""
    if keuze == AANPASSEN:
        return str(antwoorden.get(sleutel.bij_coach(TEKST)) or "")
    if keuze != OVERNEMEN:
        return ""
    nieuw = _voorstel(veld, sleutel, van(veld.checks, context), antwoorden)
    return nieuw.tekst if nieuw else ""


def _velden(
    sleutel: Sleutel, context: Context, antwoorden: Antwoorden
) -> Iterator[tuple[Sleutel, str]]:
    """The answers on M and T, at the fields of the item that keep them."""
    veld = context.stap.veld(sleutel.veld)
    kijkt = van((SMART,), context)
    for deel in veld.onderdelen if veld else ():
        gegeven = _gezegd(sleutel, deel.letter, antwoorden) if deel.letter else ""
        if gegeven and deel.letter == "T":
            gegeven = _als_moment(deel, gegeven, kijkt)
        if gegeven:
            yield sleutel.item.met(deel.naam), gegeven


def _als_moment(deel: Veld, gegeven: str, kijkt: Meekijker) -> str:
    """Of an answer to 'when?', what belongs in *deel*: the day, or else the rhythm.

    A moment without a day ('na de vakantie') is kept as it was typed.
    """
    tot, ritme = kijkt.moment(gegeven)
    if deel.is_dag:
        return tot
    if ritme or tot:
        return ritme
    return gegeven


def heropen(sleutel: Sleutel, context: Context, antwoorden: Antwoorden) -> Wijziging:
    """What hangs on the answer at *sleutel*, now that it is asked again.

    The coach looks anew at a text that is typed again. A field that the sentence says already is
    asked all the same when somebody wants it back.
    """
    if sleutel.coach:
        # Another answer on a letter makes another proposal.
        op_voorstel = [sleutel.antwoord.bij_coach(wat) for wat in (KEUZE, TEKST)]
        return Wijziging(tuple(ander for ander in op_voorstel if ander != sleutel))
    eigen = [ander for ander in antwoorden if ander.antwoord == sleutel]
    weg = tuple(ander for ander in eigen if ander.coach not in ("", TERUG))
    veld = veld_van(sleutel, context.stap)
    if veld and veld.letter:
        return Wijziging(weg, {sleutel.bij_coach(TERUG): True})
    return Wijziging(weg)


def is_gezegd(
    deel: Veld, veld: Veld, item: Sleutel, context: Context, antwoorden: Antwoorden
) -> bool:
    """Whether the sentence of the item says already what *deel* asks, or the coach asked it."""
    zin = _zin_van(veld)
    if not deel.letter or not zin:
        return False
    eigen = item.met(deel.naam)
    if eigen in antwoorden or eigen.bij_coach(TERUG) in antwoorden:
        return False
    sleutel = item.met(zin.naam)
    tekst = antwoorden.get(sleutel)
    if not isinstance(tekst, str):
        return False
    if sleutel.bij_coach(GEKOZEN) in antwoorden:
        return True
    return van(zin.checks, context).letters(tekst).get(deel.letter) is True


def uit_zin(deel: Veld, veld: Veld, item: Sleutel, context: Context, antwoorden: Antwoorden) -> str:
    """What the sentence of an item says of its day or rhythm, for a field that was not asked."""
    zin = _zin_van(veld)
    tekst = antwoorden.get(item.met(zin.naam)) if zin else None
    if deel.letter != "T" or not zin or not isinstance(tekst, str):
        return ""
    tot, ritme = van(zin.checks, context).moment(tekst)
    return tot if deel.is_dag else ritme


def _zin_van(veld: Veld) -> Veld | None:
    """The part of an item that is a SMART sentence."""
    return next((deel for deel in veld.onderdelen if SMART in deel.checks), None)


def stiltes(
    deel: Veld, sleutel: Sleutel, context: Context, item: dict[str, Any], antwoorden: Antwoorden
) -> list[dict[str, str]]:
    """The findings that somebody saw and left, each with the choice as its reason."""
    if antwoorden.get(sleutel.bij_coach(GEKOZEN)) in (None, EERDER):
        return []
    from intervisie_cli.checks.oordeel import beoordeel_actie, beoordeel_vraag
    from intervisie_cli.checks.smart.actie import Afspraken
    from intervisie_cli.model.bevinding import FOUT

    tekst = str(antwoorden[sleutel])
    if SMART in deel.checks:
        afspraken = Afspraken(context.groep.instellingen.regio)
        # What was agreed on, people said just now; only the sentence and its letters are judged.
        velden = Actie(item).velden._replace(akkoord=None, haalbaar=())
        oordeel = beoordeel_actie(tekst, context.vandaag, velden, afspraken).bevindingen
    else:
        oordeel = beoordeel_vraag(tekst).bevindingen
    regels = dict.fromkeys(bevinding.regel for bevinding in oordeel if bevinding.ernst == FOUT)
    return [{"regel": regel, "reden": ZO_GELATEN} for regel in regels]
