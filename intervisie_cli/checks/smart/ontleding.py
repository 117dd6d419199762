"""Reads the sentence of an actie: who does what, how much of it, when, and what is vague."""

import re
from datetime import date
from functools import cache, cached_property, lru_cache

from intervisie_cli.checks.regel import Span
from intervisie_cli.checks.smart import maten, onderwerp
from intervisie_cli.checks.smart.zinsbouw import Doen, Zinsbouw
from intervisie_cli.checks.weging.uitdrukkingen import voornemen_in
from intervisie_cli.taal.lijsten import lijst, regels
from intervisie_cli.taal.werkwoorden import DOEN, KLAAR, VAAG, ZWAK
from intervisie_cli.taal.zin import Zin, lees
from intervisie_cli.tijd.lezen import Tijd, lees_tijd
from intervisie_cli.tijd.ritmes import is_deel_van_de_dag
from intervisie_cli.tijd.vondst import KLOK, MOMENT, VERLEDEN, Kader

_UIT = re.compile(
    r"(?<![^ ])(?:[a-z]+ (?:uit|dicht|weg|aan)(?= ,|$| ~)|blokje om|ommetje|belletje|rondje [a-z]+)"
)
_TOESTAND = re.compile(
    r"^(?!.*(?<![^ ])(?:ik|moet|moeten|we|beter|meer|sterker|steviger|positiever)(?![^ ]))"
    r".*(?<![^ ])(?:staat|staan|ligt|liggen|hangt|hangen)(?: er)? (?:[a-z0-9' -]+ )?"
    r"(?:op|in|bij|aan|klaar|online|onder) "
)
_PLAATS = re.compile(
    r"(?<![^ ])(?:naar|in|op|uit|onder|aan|langs|bij) (?:de|het|mijn|een|een andere|school|bed"
    r"|huis|buiten)(?![^ ])"
)
_RICHTING = re.compile(
    r"(?<![^ ])(?:bed (?:in|uit)|naar (?:bed|buiten|huis|boven)|de deur uit|uit bed|op de fiets"
    r"|met de fiets|te voet|lopend naar|(?<=~ )op(?= ?$)|wakker)(?![^ ])"
)
# Being somewhere can be seen, other than being something.
_AANWEZIG = re.compile(
    r"(?<![^ ])(?:op tijd (?:komen|zijn|aanwezig|binnen)|(?:op|in|bij) (?:de |het |mijn )?"
    r"(?:school|stage|college|les|lessen|bed|kantoor|bibliotheek|training|werk)"
    r" (?:zijn|zitten|liggen)|aanwezig zijn|thuis zijn)(?![^ ])"
)
# Things that go somewhere are put there by somebody.
_GAAT = re.compile(
    r"(?<![^ ])(?:gaat|blijft|ligt|komt) [^,]*(?:in|naar|op|uit|onder) (?:de|het|een|mijn)(?![^ ])"
)
_GRENS = re.compile(
    r"(?<![^ ])(?:maximaal|minimaal|limiet|hoogstens|ten minste|max)(?![^ ])"
)
# Doing that never comes to an end, whatever it is about.
_DUUR = frozenset(
    [
        "oefenen",
        "studeren",
        "leren",
        "werken",
        "kijken",
        "bekijken",
        "luisteren",
        "repeteren",
        "spelen",
        "trainen",
    ]
)
# A place in no more words than this does not say yet what is done there.
_KORT = 4


class Ontleding:
    """All that the rules ask of an actie's sentence, each worked out once.

    Spans are offsets of the uniform text.
    """

    def __init__(self, tekst: str, kader: Kader) -> None:
        self.zin: Zin = lees(tekst)
        self.tijd: Tijd = lees_tijd(self.zin, kader)
        self.vaag = tuple(
            match.span() for match in _vage_uitdrukkingen().finditer(self.tijd.rest)
        )
        self._bouw = Zinsbouw(self.zin, self.tijd, self.vaag)

    @property
    def doen(self) -> tuple[Doen, ...]:
        """The verbs that a person can be seen to do."""
        return self._bouw.doen

    @cached_property
    def niemand(self) -> Span | None:
        """Where it says that nobody in particular does it."""
        return onderwerp.niemand(self._bouw)

    @cached_property
    def voornemen(self) -> tuple[int, ...]:
        """The places of the words of the longest phrase that is only a good intention."""
        return voornemen_in(self._bouw.vormen)

    @property
    def waar_vaag(self) -> Span | None:
        """The first words that only sound like doing.

        They are an expression, a verb of thinking, or a weak verb on its own.
        """
        if self.vaag:
            return self.vaag[0]
        # One word of a phrase alone can be part of something else.
        if len(self.voornemen) > 1:
            begin, _ = self.zin.plaats(self.voornemen[0])
            _, eind = self.zin.plaats(self.voornemen[-1])
            return begin, eind
        soorten = [verb.soort for verb in self._bouw.soorten]
        for soort in (VAAG, ZWAK):
            if soort in soorten:
                return self.zin.plaats(soorten.index(soort))
        return None

    @cached_property
    def _is_van_binnen(self) -> bool:
        """Whether it has a verb of thinking, feeling or being."""
        return any(verb.soort == VAAG for verb in self._bouw.soorten)

    @cached_property
    def gedaan_op(self) -> date | None:
        """The day that was, of what is told as done: 'op 12 november is de lijst gemaild'."""
        if not any(doen.is_gedaan for doen in self.doen):
            return None
        for vondst in self.tijd.van_soort(VERLEDEN):
            if vondst.periode:
                return vondst.periode.eind
        return None

    @cached_property
    def schijngetallen(self) -> tuple[Span, ...]:
        """Where numbers stand that measure nothing."""
        is_vaag = bool(self.vaag) or self._is_van_binnen
        return maten.schijngetallen(
            self.tijd.rest, is_vaag=is_vaag and not self._doet_iets_anders
        )

    @property
    def _doet_iets_anders(self) -> bool:
        """Whether beside what is vague something is done that can be counted."""
        for nummer, verb in enumerate(self._bouw.soorten):
            if verb.soort in (KLAAR, DOEN) and nummer not in self._bouw.vage_woorden:
                return True
        return False

    @cached_property
    def heeft_maat(self) -> bool:
        """Whether an amount stands outside dates and clock times."""
        return maten.heeft_maat(self.tijd.rest, self.schijngetallen)

    @cached_property
    def vergelijkingen(self) -> tuple[Span, ...]:
        """Where the main clause says more or less, without saying how much."""
        # 'zodat ik beter slaap' says what for: that need not be counted.
        in_bijzin = self._bouw.in_bijzin
        spans = maten.vergelijkingen(self.tijd.rest)
        gevonden = []
        for span in spans:
            nummer = self.zin.nummer(span[0])
            if not in_bijzin[nummer]:
                gevonden.append(span)
        return tuple(gevonden)

    @cached_property
    def ontkenning(self) -> Span | None:
        """Where something is not to be done any more."""
        return maten.ontkenning(self.tijd.rest)

    def _heeft(self, naam: str) -> bool:
        """Whether a word of a list stands in it, outside its time."""
        bekend = lijst(naam)
        woorden = zip(self._bouw.vormen, self._bouw.vrij, strict=True)
        return any(vorm in bekend and vrij for vorm, vrij in woorden)

    @cached_property
    def is_toestand(self) -> bool:
        """Whether it says how things are when it is done: 'portfolio af'."""
        bouw = self._bouw
        klaar = lijst("klaar-woorden")
        for nummer, vorm in enumerate(bouw.vormen):
            if vorm in klaar and bouw.vrij[nummer] and bouw.is_slot(nummer):
                return True
        return bool(_TOESTAND.search(self.tijd.rest))

    @cached_property
    def is_telegram(self) -> bool:
        """Whether without a verb it still says what is done: 'ma/wo/vr 1 uur gym'."""
        rest = self.tijd.rest
        # 1 how things are when it is done, or being somewhere
        if self.is_toestand and self._bouw.voorwerpen:
            return True
        if _AANWEZIG.search(rest):
            return True
        # 2 nothing that is felt or thought, whatever stands beside it
        if self.vaag or self._is_van_binnen:
            return False
        # 3 somewhere to go, something not to do, or an activity
        if _RICHTING.search(rest) or self._is_uit:
            return True
        return self._is_activiteit or self._is_met_maat

    @property
    def _is_uit(self) -> bool:
        """Whether something is not done, or put out: 'geen tv', 'licht uit'."""
        if not self.ontkenning and not _UIT.search(self.tijd.rest):
            return False
        return bool(self._bouw.voorwerpen) or self._heeft("activiteiten")

    @property
    def _is_activiteit(self) -> bool:
        """Whether a noun of doing stands with a moment or a limit: 'max 2 koffie'."""
        if not self._heeft("activiteiten"):
            return False
        if self.vergelijkingen and not self.heeft_maat:
            return False
        rest = self.tijd.rest
        return self.tijd.heeft_moment or bool(_GRENS.search(rest) or _GAAT.search(rest))

    @property
    def _is_met_maat(self) -> bool:
        """Whether a moment and an amount stand with a product or a place.

        '2 bladzijden samenvatting per dag'
        """
        if self.vergelijkingen or not self.tijd.heeft_moment:
            return False
        if self.heeft_maat and self._heeft("producten"):
            return True
        if len(self._bouw.vormen) <= _KORT or not self._bouw.voorwerpen:
            return False
        is_geteld = self.heeft_maat or bool(self.tijd.ritme)
        return is_geteld and bool(_PLAATS.search(self.tijd.rest))

    @cached_property
    def noemt_doen(self) -> bool:
        """Whether by the rules it says who does what, so that another can see it."""
        return not self.niemand and bool(self.doen or self.is_telegram)

    @cached_property
    def noemt_maat(self) -> bool:
        """Whether by the rules it has an amount, a frequency, or an end that anyone can verify."""
        if self.heeft_maat or self.heeft_frequentie:
            return True
        if self.schijngetallen or self.vergelijkingen:
            return False
        if not self.doen and not self.is_telegram:
            return False
        # 'om 22:00 telefoon weg': whether it was then, anyone can see.
        return bool(self.ontkenning or self.heeft_eind or self.tijd.van_soort(KLOK))

    @cached_property
    def heeft_frequentie(self) -> bool:
        """Whether it says how often."""
        tekst = self.zin.tekst
        for vondst in self.tijd.vondsten:
            # "'s avonds" has a rhythm too, but says when and not how often.
            if vondst.ritme and not is_deel_van_de_dag(tekst, vondst):
                return True
            if vondst.soort == MOMENT and "elke" in tekst[vondst.van : vondst.tot]:
                return True
        return False

    @cached_property
    def heeft_eind(self) -> bool:
        """Whether what is done is done once for all: 'inleveren', 'een brief schrijven'."""
        if self.is_toestand:
            return True
        if any(doen.soort == KLAAR or doen.is_gedaan for doen in self.doen):
            return True
        if self.doen and all(doen.stam in _DUUR for doen in self.doen):
            return False
        return self._maakt_product

    @property
    def _maakt_product(self) -> bool:
        vormen = self._bouw.vormen
        producten = lijst("producten")
        for nummer, vorm in enumerate(vormen):
            if vorm not in producten or not self._bouw.vrij[nummer]:
                continue
            # 'werken aan mijn verslag', 'in mijn boek lezen': that does not finish it.
            voor = max(0, nummer - 2)
            if "aan" not in vormen[voor:nummer] and vormen[voor] != "in":
                return True
        return False


@cache
def _vage_uitdrukkingen() -> "re.Pattern[str]":
    return re.compile(rf"(?<![^ ])(?:{'|'.join(regels('vage-uitdrukkingen'))})(?![^ ])")


@lru_cache(maxsize=64)
def ontleed(tekst: str, vandaag: date, regio: str = "") -> Ontleding:
    """Read the sentence of an actie; the last ones are kept, for many rules ask."""
    return Ontleding(tekst, Kader(vandaag, regio))
