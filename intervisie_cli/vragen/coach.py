"""The coach: what it asks about a text that was typed, and what becomes of the answers.

It never blocks: whoever leaves its questions empty keeps their own words. It is pure: what an
answer changes elsewhere is given as a `Wijziging`.
"""

from collections.abc import Iterator

from intervisie_cli.model.actie import Actie
from intervisie_cli.model.context import Context
from intervisie_cli.model.draaiboek import NOTULEN, SMART, Veld
from intervisie_cli.model.plain import Data
from intervisie_cli.model.sleutel import (
    GEKOZEN,
    GELATEN,
    KEUZE,
    KLEINER,
    TEKST,
    TERUG,
    Sleutel,
    veld_van,
)
from intervisie_cli.model.vraag import Antwoorden, Keuze, Vraag, Wijziging
from intervisie_cli.vragen import voorstel
from intervisie_cli.vragen.invulling import Invulling
from intervisie_cli.vragen.meekijker import MOMENT, Meekijker, meekijker_voor
from intervisie_cli.vragen.voorstel import Voorstel

# What somebody did with the proposal. The choice is kept beside the text: the coach does not ask
# again, and `stiltes` knows that somebody saw the findings and left them.
HOUDEN, OVERNEMEN, AANPASSEN, LATEN = "houden", "overnemen", "aanpassen", "laten"
# Stands in place of a choice when the text was recorded before: the coach is done with it.
EERDER = "eerder"
ZO_GELATEN = "bewust zo gelaten bij het opschrijven"
_LETTERVRAGEN = {
    "S": "Wat ziet een ander je dan doen?",
    "M": "Waaraan zie je dat het gelukt is?",
    "T": "Wanneer doe je dit, of kijk je terug?",
}


class Coach:
    """The coach at one text: the answer on *veld* at *sleutel*, an actie or a question."""

    def __init__(self, veld: Veld, sleutel: Sleutel, invulling: Invulling) -> None:
        self._veld = veld
        self._sleutel = sleutel
        self._invulling = invulling
        self._is_actie = SMART in veld.checks
        self._kijkt = meekijker_voor(veld.checks, invulling.context)

    def vragen(self) -> Iterator[Vraag]:
        """Yield what is asked about the text, until a choice was made."""
        tekst = self._invulling.antwoord(self._sleutel)
        if not self._veld.checks or not isinstance(tekst, str) or not tekst:
            return
        if self._bij(GEKOZEN) in self._invulling.antwoorden:
            return
        if self._is_actie:
            yield from self._lettervragen(tekst)
        nieuw = self._voorstel()
        if not nieuw or nieuw.tekst in ("", tekst):
            return
        yield self._keuze(nieuw)
        if self._invulling.antwoord(self._bij(KEUZE)) == AANPASSEN:
            yield Vraag(
                self._bij(TEKST),
                "tekst",
                "Hoe wil je het zeggen?",
                standaard=nieuw.tekst,
                verplicht=True,
                kijk_mee=self._kijkt,
            )

    def _lettervragen(self, tekst: str) -> Iterator[Vraag]:
        """One question for each letter that is missing."""
        # While an answer is typed the bar shows what it adds; a measure has nothing to show.
        alleen_moment = self._kijkt._replace(checks=(MOMENT,))
        kijken_mee = {"S": self._kijkt, "T": alleen_moment}
        for letter, vraag in _LETTERVRAGEN.items():
            sleutel = self._bij(letter)
            # The answer on S stands in place of the sentence, and often says M and T as well: those
            # are not asked then. A letter that was answered stays asked, so that one can go back.
            zin = self._gezegd("S") or tekst
            is_beantwoord = sleutel in self._invulling.antwoorden
            if not is_beantwoord and not self._kijkt.mist(zin, letter):
                continue
            yield Vraag(
                sleutel,
                "tekst",
                vraag,
                kop=tekst,
                hulp="Weet je het nog niet? Enter. Met opzet niet? Typ: zo laten.",
                kijk_mee=kijken_mee.get(letter),
            )

    def _keuze(self, nieuw: Voorstel) -> Vraag:
        wat = "zin" if self._is_actie else "vraag"
        return Vraag(
            self._bij(KEUZE),
            "keuze",
            "Wat wil je?",
            kop=f"{nieuw.reden}\n{nieuw.tekst}",
            keuzes=(
                Keuze(HOUDEN, f"Mijn {wat} blijft"),
                Keuze(OVERNEMEN, "Neem dit over"),
                Keuze(AANPASSEN, "Pas het aan"),
                Keuze(LATEN, f"Mijn {wat} blijft, met opzet: zo laten"),
            ),
            standaard=HOUDEN,
        )

    def _voorstel(self) -> Voorstel | None:
        tekst = str(self._invulling.antwoorden[self._sleutel])
        if not self._is_actie:
            return voorstel.voor_vraag(tekst, self._kijkt)
        gegeven = {letter: self._gezegd(letter) for letter in _LETTERVRAGEN}
        return voorstel.voor_actie(tekst, gegeven, self._kijkt)

    def afronding(self) -> Wijziging:
        """What changes when all questions were answered; nothing as long as one is open.

        The text becomes what was chosen, the answers on M and T go to the fields of the item that
        hold them, the choice is kept with the letters that were left out on purpose, and the
        questions are forgotten.
        """
        gesteld = [vraag.sleutel for vraag in self.vragen()]
        if any(sleutel not in self._invulling.antwoorden for sleutel in gesteld):
            return Wijziging()
        # Without a proposal there was no choice to make, so the text stays.
        keuze = str(self._invulling.antwoorden.get(self._bij(KEUZE), HOUDEN))
        erbij: Antwoorden = dict(self._naar_velden())
        gekozen = self._gekozen_tekst(keuze)
        if gekozen:
            erbij[self._sleutel] = gekozen
        erbij[self._bij(GEKOZEN)] = keuze
        gelaten = filter(self._is_left, _LETTERVRAGEN)
        erbij[self._bij(GELATEN)] = "".join(gelaten)
        return Wijziging(tuple(gesteld), erbij)

    def _gekozen_tekst(self, keuze: str) -> str:
        """The text that was chosen instead, '' when it stays as it is."""
        if keuze == AANPASSEN:
            return self._gezegd(TEKST)
        if keuze != OVERNEMEN:
            return ""
        nieuw = self._voorstel()
        return nieuw.tekst if nieuw else ""

    def _naar_velden(self) -> Iterator[tuple[Sleutel, str]]:
        """The answers on M and T, at the fields of the item that keep them."""
        lijst = self._invulling.context.stap.veld(self._sleutel.veld)
        if not lijst:
            return
        kijkt = self._kijkt._replace(checks=(SMART,))
        for deel in lijst.onderdelen:
            if not deel.letter:
                continue
            gegeven = self._gezegd(deel.letter)
            if gegeven and deel.letter == "T":
                gegeven = _als_moment(deel, gegeven, kijkt)
            if gegeven:
                yield self._sleutel.item.met(deel.naam), gegeven

    def _bij(self, wat: str) -> Sleutel:
        return self._sleutel.bij_coach(wat)

    def _gezegd(self, wat: str) -> str:
        """What was answered to one of the questions, '' for nothing."""
        if self._is_left(wat):
            return ""
        return self._invulling.tekst(self._bij(wat))

    def _is_left(self, wat: str) -> bool:
        """Whether somebody says that what was asked is left out on purpose."""
        gezegd = self._invulling.tekst(self._bij(wat))
        woorden = " ".join(gezegd.casefold().split())
        return woorden.rstrip(".!") == "zo laten"


def _als_moment(deel: Veld, gegeven: str, kijkt: Meekijker) -> str:
    """The part of an answer to 'when?' that belongs in *deel*: its day, or else its rhythm.

    A moment without a day ('na de vakantie') is kept as it was typed.
    """
    tot, ritme = kijkt.moment(gegeven)
    if deel.is_dag:
        return tot
    if ritme or tot:
        return ritme
    return gegeven


def rond_af(sleutel: Sleutel, context: Context, antwoorden: Antwoorden) -> Wijziging:
    """What the answer at *sleutel* changes when it was the last one that the coach asked for."""
    veld = veld_van(sleutel.antwoord, context.stap)
    if not sleutel.coach or not veld or not veld.checks:
        return Wijziging()
    return Coach(veld, sleutel.antwoord, Invulling(context, antwoorden)).afronding()


def heropen(sleutel: Sleutel, context: Context, antwoorden: Antwoorden) -> Wijziging:
    """What hangs on the answer at *sleutel*, and changes when that is asked again.

    The coach looks anew at a text that is typed again. A field that the sentence says already is
    asked all the same when somebody wants it back.
    """
    if sleutel.coach:
        # Another answer on a letter makes another proposal, so its choice is to be made anew.
        op_voorstel = [sleutel.antwoord.bij_coach(wat) for wat in (KEUZE, TEKST)]
        return Wijziging(tuple(ander for ander in op_voorstel if ander != sleutel))
    van_tekst = [ander for ander in antwoorden if ander.antwoord == sleutel]
    # That nobody made it smaller was said of the plan.
    weg = tuple(ander for ander in van_tekst if ander.coach not in ("", TERUG, KLEINER))
    veld = veld_van(sleutel, context.stap)
    is_notulen = sleutel == Sleutel(NOTULEN)
    is_op_verzoek = veld is not None and bool(veld.letter or veld.op_verzoek)
    is_item = _is_item(sleutel, context) and sleutel in antwoorden
    if is_notulen or is_op_verzoek or is_item:
        # What is asked only when it is wanted, or when it is there, is wanted now.
        return Wijziging(weg, {sleutel.bij_coach(TERUG): True})
    return Wijziging(weg)


def _is_item(sleutel: Sleutel, context: Context) -> bool:
    """Whether this is the text of an item, not a part beside it."""
    lijst = context.stap.veld(sleutel.veld)
    return bool(
        lijst and lijst.is_lijst and sleutel == sleutel.item.met(lijst.enkelvoud)
    )


def stiltes(
    deel: Veld,
    sleutel: Sleutel,
    item: Data,
    invulling: Invulling,
) -> list[dict[str, str]]:
    """The findings on the text at *sleutel* that somebody saw and left, each with a reason."""
    is_heel = invulling.antwoord(sleutel.bij_coach(GEKOZEN)) == LATEN
    gelaten = invulling.tekst(sleutel.bij_coach(GELATEN))
    # A text that was recorded before has kept its silences in the file.
    if not is_heel and not gelaten:
        return []
    from intervisie_cli.checks.oordeel import beoordeel_actie, beoordeel_vraag
    from intervisie_cli.checks.register import REGELS
    from intervisie_cli.checks.smart.actie import Afspraken
    from intervisie_cli.model.bevinding import FOUT

    context = invulling.context
    tekst = str(invulling.antwoorden[sleutel])
    if SMART in deel.checks:
        afspraken = Afspraken(context.groep.instellingen.regio)
        # Whether people agree they said just now; only the sentence and its letters are judged.
        velden = Actie(item).velden._replace(akkoord=None, haalbaar=())
        gevonden = beoordeel_actie(
            tekst, context.vandaag, velden, afspraken
        ).bevindingen
    else:
        gevonden = beoordeel_vraag(tekst).bevindingen
    # One silence holds for a rule, however often the text breaks it.
    regels = dict.fromkeys(
        bevinding.regel for bevinding in gevonden if bevinding.ernst == FOUT
    )
    if not is_heel:
        regels = {regel: None for regel in regels if REGELS[regel].soort in gelaten}
    return [{"regel": regel, "reden": ZO_GELATEN} for regel in regels]
