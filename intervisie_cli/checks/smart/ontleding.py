"""Reads the sentence of an actie: who does what, how much of it, when, and what only sounds like doing."""

import re
from datetime import date
from functools import cache, cached_property, lru_cache

from intervisie_cli.checks.regel import Span
from intervisie_cli.checks.smart import maten
from intervisie_cli.checks.smart.zinsbouw import Doen, Zinsbouw
from intervisie_cli.taal.lijsten import lijst, regels
from intervisie_cli.taal.werkwoorden import DOEN, KLAAR, VAAG, ZWAK
from intervisie_cli.taal.zin import Zin, lees
from intervisie_cli.tijd.lezen import Tijd, lees_tijd
from intervisie_cli.tijd.ritmes import is_deel_van_de_dag
from intervisie_cli.tijd.vondst import KLOK, MOMENT, Kader

_NIEMAND = re.compile(
    r"(?<![^ ])(?:iemand(?: anders)?(?: (?:van|uit) [a-z]+(?: [a-z]+)?)? (?:moet|zou|zal|gaat|kan|mag|wil|dient|doet|maakt|regelt|pakt|neemt|stuurt"
    r"|levert|haalt|zorgt)|(?:moet|zou|kan|zal|mag|gaat) (?:~+ )*(?:er )?iemand|door (?:iemand|wie dan ook|wie)|wie dan ook"
    r"|maakt niet uit wie|we zien wel wie|(?:moet|moeten) er(?! ik)|^dat (?!ik|we)[a-z]+|men (?:moet|zou|kan|gaat|zal|dient)?"
    r"|er (?:~+ )*(?:wordt|worden|moet|moeten|zou|zouden|zal|zullen|dient|dienen|kan|kunnen|mag)(?! ik| we))(?![^ ])"
)
_LIJDEND = re.compile(r"(?<![^ ])(?:wordt|worden|moet|moeten|dient|zou|zullen)(?![^ ])")
_PERSOON = re.compile(r"(?<![^ ])(?:ik|we|wij|jij|je|jullie|hij|zij|ze|samen)(?![^ ])")
_UIT = re.compile(
    r"(?<![^ ])(?:[a-z]+ (?:uit|dicht|weg|aan)(?= ,|$| ~)|blokje om|ommetje|belletje|rondje [a-z]+)"
)
_TOESTAND = re.compile(
    r"^(?!.*(?<![^ ])(?:ik|moet|moeten|we|beter|meer|sterker|steviger|positiever)(?![^ ]))"
    r".*(?<![^ ])(?:staat|staan|ligt|liggen|hangt|hangen)(?: er)? (?:[a-z0-9' -]+ )?(?:op|in|bij|aan|klaar|online|onder) "
)
_PLAATS = re.compile(
    r"(?<![^ ])(?:naar|in|op|uit|onder|aan|langs|bij) (?:de|het|mijn|een|een andere|school|bed|huis|buiten)(?![^ ])"
)
_RICHTING = re.compile(
    r"(?<![^ ])(?:bed (?:in|uit)|naar (?:bed|buiten|huis|boven)|de deur uit|uit bed|op de fiets|met de fiets|te voet|lopend naar|(?<=~ )op(?= ?$)|wakker)(?![^ ])"
)
# Being somewhere can be seen, other than being something.
_AANWEZIG = re.compile(
    r"(?<![^ ])(?:op tijd (?:komen|zijn|aanwezig|binnen)|(?:op|in|bij) (?:de |het |mijn )?"
    r"(?:school|stage|college|les|lessen|bed|kantoor|bibliotheek|training|werk) (?:zijn|zitten|liggen)|aanwezig zijn|thuis zijn)(?![^ ])"
)
# Things that go somewhere are put there by somebody.
_GAAT = re.compile(
    r"(?<![^ ])(?:gaat|blijft|ligt|komt) [^,]*(?:in|naar|op|uit|onder) (?:de|het|een|mijn)(?![^ ])"
)
_GRENS = re.compile(r"(?<![^ ])(?:maximaal|minimaal|limiet|hoogstens|ten minste|max)(?![^ ])")
# Doing that is never done, whatever it is about.
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
_KORT = 4


class Ontleding:
    """All that the rules ask of an actie's sentence, each worked out once. Spans are offsets of the uniform text."""

    def __init__(self, tekst: str, kader: Kader) -> None:
        self.zin: Zin = lees(tekst)
        self.tijd: Tijd = lees_tijd(self.zin, kader)
        self.vaag = tuple(match.span() for match in _vage_uitdrukkingen().finditer(self.tijd.rest))
        self._bouw = Zinsbouw(self.zin, self.tijd, self.vaag)

    @property
    def doen(self) -> tuple[Doen, ...]:
        """The verbs that a person can be seen to do."""
        return self._bouw.doen

    @cached_property
    def niemand(self) -> Span | None:
        """Where it says that nobody in particular does it."""
        rest = self.tijd.rest
        if match := _NIEMAND.search(rest):
            is_ik = match[0].startswith(("er ", "dat ")) and re.search(
                r"(?<![^ ])(?:ik|we|wij)(?![^ ])", rest
            )
            return None if is_ik else match.span()
        lijdend = _LIJDEND.search(rest)
        if lijdend and not _PERSOON.search(rest) and self._is_lijdend(lijdend[0]):
            return lijdend.span()
        return None

    def _is_lijdend(self, hulp: str) -> bool:
        vormen = self._bouw.vormen
        if hulp in ("wordt", "worden"):
            return "worden" in vormen or any(doen.is_gedaan for doen in self.doen)
        return "worden" in vormen or "zijn" in vormen

    @property
    def waar_vaag(self) -> Span | None:
        """The first words that only sound like doing: an expression, a verb of thinking, a weak verb on its own."""
        if self.vaag:
            return self.vaag[0]
        soorten = [soort for soort, _ in self._bouw.soorten]
        nummer = next((soorten.index(soort) for soort in (VAAG, ZWAK) if soort in soorten), None)
        return None if nummer is None else self.zin.plaats(nummer)

    @cached_property
    def _is_van_binnen(self) -> bool:
        """Whether it has a verb of thinking, feeling or being."""
        return any(soort == VAAG for soort, _ in self._bouw.soorten)

    @cached_property
    def schijngetallen(self) -> tuple[Span, ...]:
        """Where numbers stand that measure nothing."""
        doet_iets = any(
            soort in (KLAAR, DOEN) and nummer not in self._bouw.vage_woorden
            for nummer, (soort, _) in enumerate(self._bouw.soorten)
        )
        return maten.schijngetallen(
            self.tijd.rest, is_vaag=bool(self.vaag or self._is_van_binnen) and not doet_iets
        )

    @cached_property
    def heeft_maat(self) -> bool:
        """Whether an amount stands outside dates and clock times."""
        return maten.heeft_maat(self.tijd.rest, self.schijngetallen)

    @cached_property
    def vergelijkingen(self) -> tuple[Span, ...]:
        """Where the main clause says more or less, without saying how much."""
        in_bijzin = self._bouw.in_bijzin
        return tuple(
            stuk
            for stuk in maten.vergelijkingen(self.tijd.rest)
            if not in_bijzin[self.zin.nummer(stuk[0])]
        )

    @cached_property
    def ontkenning(self) -> Span | None:
        """Where something is not to be done any more."""
        return maten.ontkenning(self.tijd.rest)

    def _heeft(self, naam: str) -> bool:
        bekend = lijst(naam)
        return any(
            vorm in bekend and vrij
            for vorm, vrij in zip(self._bouw.vormen, self._bouw.vrij, strict=True)
        )

    @cached_property
    def is_toestand(self) -> bool:
        """Whether it says how things are when it is done: 'portfolio af', 'er staat 200 euro op mijn rekening'."""
        bouw, klaar = self._bouw, lijst("klaar-woorden")
        is_klaar = any(
            vorm in klaar and bouw.vrij[n] and bouw.is_slot(n) for n, vorm in enumerate(bouw.vormen)
        )
        return is_klaar or bool(_TOESTAND.search(self.tijd.rest))

    @cached_property
    def is_telegram(self) -> bool:
        """Whether without a verb it still says what is done: 'ma/wo/vr 1 uur gym', 'geen telefoon in bed'."""
        if (self.is_toestand and self._bouw.voorwerpen) or _AANWEZIG.search(self.tijd.rest):
            return True
        if self.vaag or self._is_van_binnen:
            return False
        gaat_of_niet = bool(_RICHTING.search(self.tijd.rest)) or (
            self._is_uit and self._gaat_ergens_over
        )
        return gaat_of_niet or self._is_activiteit or self._is_met_maat

    @property
    def _is_uit(self) -> bool:
        """Whether something is not done, or put out: 'geen tv', 'licht uit'."""
        return bool(self.ontkenning or _UIT.search(self.tijd.rest))

    @property
    def _gaat_ergens_over(self) -> bool:
        return bool(self._bouw.voorwerpen) or self._heeft("activiteiten")

    @property
    def _is_activiteit(self) -> bool:
        """Whether a noun of doing stands with a moment or a limit: 'elke dag duolingo', 'max 2 koffie'."""
        rest = self.tijd.rest
        is_bepaald = self.tijd.heeft_moment or bool(_GRENS.search(rest)) or bool(_GAAT.search(rest))
        return (
            self._heeft("activiteiten")
            and is_bepaald
            and (self.heeft_maat or not self.vergelijkingen)
        )

    @property
    def _is_met_maat(self) -> bool:
        """Whether a moment and an amount stand with a product or a place: '2 bladzijden samenvatting per dag'."""
        if self.vergelijkingen or not self.tijd.heeft_moment:
            return False
        is_lang = len(self._bouw.vormen) > _KORT and bool(self._bouw.voorwerpen)
        gaat_ergens = (
            is_lang
            and bool(_PLAATS.search(self.tijd.rest))
            and (self.heeft_maat or bool(self.tijd.ritme))
        )
        return gaat_ergens or (self.heeft_maat and self._heeft("producten"))

    @cached_property
    def is_specifiek(self) -> bool:
        """S: who does what, so that another can see it."""
        return not self.niemand and bool(self.doen or self.is_telegram)

    @cached_property
    def is_meetbaar(self) -> bool:
        """M: an amount, a frequency, or an end that anyone can verify."""
        if self.heeft_maat or self.heeft_frequentie:
            return True
        if self.schijngetallen or self.vergelijkingen or not (self.doen or self.is_telegram):
            return False
        return bool(self.ontkenning or self.heeft_eind or self.tijd.van_soort(KLOK))

    @cached_property
    def heeft_frequentie(self) -> bool:
        """Whether it says how often."""
        tekst = self.zin.tekst
        return any(
            (v.ritme and not is_deel_van_de_dag(tekst, v))
            or (v.soort == MOMENT and "elke" in tekst[v.van : v.tot])
            for v in self.tijd.vondsten
        )

    @cached_property
    def heeft_eind(self) -> bool:
        """Whether what is done is done once for all: 'inleveren', 'ingeleverd', 'een brief schrijven'."""
        if self.is_toestand or any(doen.soort == KLAAR or doen.is_gedaan for doen in self.doen):
            return True
        if self.doen and all(doen.stam in _DUUR for doen in self.doen):
            return False
        vormen, producten = self._bouw.vormen, lijst("producten")
        return any(
            vorm in producten
            and self._bouw.vrij[n]
            and "aan" not in vormen[max(0, n - 2) : n]
            and vormen[max(0, n - 2)] != "in"
            for n, vorm in enumerate(vormen)
        )


@cache
def _vage_uitdrukkingen() -> "re.Pattern[str]":
    return re.compile(rf"(?<![^ ])(?:{'|'.join(regels('vage-uitdrukkingen'))})(?![^ ])")


@lru_cache(maxsize=64)
def ontleed(tekst: str, vandaag: date, regio: str = "") -> Ontleding:
    """Read the sentence of an actie; the last ones are kept, for many rules ask."""
    return Ontleding(tekst, Kader(vandaag, regio))
