"""Reads the sentence of an actie: who does what, how much of it, and what only sounds like doing."""

import re
from datetime import date
from functools import cache, cached_property, lru_cache
from typing import NamedTuple

from intervisie_cli.checks.taal.werkwoorden import DOEN, KLAAR, VAAG, ZWAK, Werkwoord, vormen
from intervisie_cli.checks.taal.woorden import lijst, regels
from intervisie_cli.checks.taal.zin import Zin, lees
from intervisie_cli.checks.tijd.lezen import Kader, Tijd, lees_tijd

_LIDWOORD = re.compile(
    r"(?:de|het|een|mijn|me|je|jouw|zijn|haar|ons|onze|hun|die|dat|deze|dit|geen|elke|die|welke|zo'n|enkele|paar|\d+(?:,\d+)?)"
)
_VOORZETSEL = frozenset(
    "met van voor aan op in bij over naar tegen tussen zonder tot uit om door per als dan en of onder naast achter sinds tijdens rond".split()
)
_GRENS = re.compile(r"[,.;:!?()]|en|maar|dus|want|omdat|zodat|of|dan|te|om|->|→|=|\+|&|ofzo")
_STOPWOORDEN = frozenset(
    """ik we wij jij je jullie hij ze zij het de een er en of maar dus want omdat zodat als dan dat die dit deze wat wel niet nog al ook even weer
    echt gewoon eens om te in op aan met van voor naar bij door over tot uit af mee toe mij me mezelf zich mijn jouw zijn haar hun ons onze ga gaat gaan wil wilt
    willen moet moeten zal zou kan kunnen mag mogen heb hebt heeft hebben had ben bent is word wordt worden werd elke keer per heel erg zo dag week maand uur minuut
    tijd moment ofzo enzo zo'n beetje mijn geen elkaar samen allemaal iedereen iemand niemand misschien eigenlijk graag vooral zelf ander andere anders daar daarna
    waar hoe waarom wanneer wie ja nee nou hoor toch alleen echt weten klinkt raar leuk leuks goed goede goeie nieuwe verder lang lange kort korte klein kleine groot grote
    vaste eigen meer minder vaker beter ongeveer maximaal minimaal half kwartier gezellig lekker fijn duidelijk normaal klaar nu hier weet veel tijdens i.p.v. ipv zonder
    poging hele heel natuurlijk zeker denk vind zie ding dingetje dingen wijze manier""".split()
)
_NIEMAND = re.compile(
    r"(?<![^ ])(?:iemand(?: anders)?(?: van (?:de|ons) groep)? (?:moet|zou|zal|gaat|kan|mag|wil|dient|doet|maakt|regelt|pakt|neemt|stuurt|levert|haalt|zorgt)|(?:moet|zou|kan|zal|mag|gaat) (?:~+ )*(?:er )?iemand"
    r"|door (?:iemand|wie dan ook|wie)|wie dan ook|maakt niet uit wie|we zien wel wie|(?:moet|moeten) er(?! ik)|^dat (?!ik|we)[a-z]+|men (?:moet|zou|kan|gaat|zal|dient)?"
    r"|er (?:~+ )*(?:wordt|worden|moet|moeten|zou|zouden|zal|zullen|dient|dienen|kan|kunnen|mag)(?! ik| we))(?![^ ])"
)
_LIJDEND = re.compile(r"(?<![^ ])(?:wordt|worden|moet|moeten|dient|zou|zullen)(?![^ ])")
_PERSOON = re.compile(r"(?<![^ ])(?:ik|we|wij|jij|je|jullie|hij|zij|ze|samen)(?![^ ])")
_VERGELIJKING = re.compile(
    r"(?<![^ ])(?:meer|minder|vaker|beter|eerder|langer|sneller|korter|harder|meeste|zo vaak|zo veel|zoveel|zo lang|later|vroeger|niet meer zo|een beetje|beetje|wat(?! ik| we)|veel|te veel|te weinig"
    r"|vaak|regelmatig|af en toe|soms|een aantal|enkele|wat meer|een paar)(?![^ ])"
)
_GETAL = re.compile(r"(?<![^ ])(\d+(?:[.,]\d+)*)(?![^ ])")
_HOEVEELHEID = re.compile(
    r"(?<![^ ])(?:(?:een|0,5|half|1|hele|een half|een heel|een klein|drie|driekwart) (?:uur|kwartier|minuut)|half uur|kwartier|driekwartier|uur per|dubbele|alle(?: de)? [a-z]+|beide|allebei|dozijn)(?![^ ])"
)
_GEEN = re.compile(r"(?<![^ ])(?:geen|nooit|nul|niets|niks|stop|stoppen|gestopt|niet meer|niet)(?![^ ])")
_GEEN_MAAT_VOOR = re.compile(r"(?:blok|jaar|periode|semester|klas|fifa|leerjaar|groep|niveau|kwartaal|iphone|ps|trimester|fase) $")
_CIJFER_VOOR = re.compile(r"een (?:\d+|voldoende) (?:voor|in|op) (?:mijn |de |het )?(?:inzet|motivatie|houding|sfeer|gedrag|samenwerking|moed|doorzetten|gevoel|energie|geluk)")
_PROCENT = re.compile(r"\d+ (?:%|procent)(?! van| minder| meer| korting| af)")
_KEER = re.compile(r"\d+ keer")
_VOLTOOID = re.compile(r"(?:[a-z]{2,6})?ge(?!woon|meen|heel|brek|voel|dacht|noeg|zin|bied)[a-z-]{3,}(?:t|d|en|dt)|(?:be|ver|her|ont)[a-z]{4,}[td]")
_ALLEEN_KEER = re.compile(r"^[^\d]*1 keer[^\d]*$")
_NIET_MEER = re.compile(r"(?<![^ ])(?:geen|niet)(?: [a-z'-]+){0,3} meer(?![^ ])|niet meer(?! zo)|meer dan \d+")
_UIT = re.compile(r"(?<![^ ])(?:[a-z]+ (?:uit|dicht|weg|aan)(?= ,|$| ~)|blokje om|ommetje|belletje|rondje [a-z]+)")
_TOESTAND = re.compile(r"^(?!.*(?<![^ ])(?:ik|moet|moeten|we|beter|meer|sterker|steviger|positiever)(?![^ ])).*(?<![^ ])(?:staat|staan|ligt|liggen|hangt|hangen)(?: er)? (?:[a-z0-9' -]+ )?(?:op|in|bij|aan|klaar|online|onder) ")
_ER_RICHTING = re.compile(r"(?<![^ ])(?:naar|in|op|uit|onder|aan|langs|bij) (?:de|het|mijn|een|een andere|school|bed|huis|buiten)(?![^ ])")
_RICHTING = re.compile(r"(?<![^ ])(?:bed (?:in|uit)|naar (?:bed|buiten|huis|boven)|de deur uit)(?![^ ])")
_BIJZIN = frozenset("omdat zodat zoals terwijl tenzij waar waarin waardoor waarop waarmee waarvan als wanneer zodra nadat voordat hoewel doordat indien hoe".split())
_WENS = re.compile(r"(?<![^ ])(?:hoop|hopen|wens|wil|willen|denk|vind|geloof|weet|hoopt)(?![^ ])")
_MATEN = re.compile(r"(?<![^ ])(?:maximaal|minimaal|limiet|hoogstens|ten minste|max)(?![^ ])")


class Doen(NamedTuple):
    """A verb of doing in the sentence: its kind, whether it is said as done, and where (words)."""

    soort: str
    stam: str
    is_gedaan: bool
    nummer: int


class Ontleding:
    """All that the rules ask of an actie's sentence, each worked out once."""

    def __init__(self, tekst: str, kader: Kader) -> None:
        self.zin: Zin = lees(tekst)
        self.tijd: Tijd = lees_tijd(self.zin, kader)
        self.vormen = tuple(woord.vorm for woord in self.zin.woorden)

    @cached_property
    def _vrij(self) -> tuple[bool, ...]:
        """For each word whether it is no part of a time expression."""
        vrij, plek = [], 0
        for vorm in self.vormen:
            vrij.append(self.tijd.rest[plek : plek + 1] != "~")
            plek += len(vorm) + 1
        return tuple(vrij)

    @cached_property
    def niemand(self) -> tuple[int, int] | None:
        """Where it says that nobody in particular does it."""
        rest = self.tijd.rest
        if match := _NIEMAND.search(rest):
            if match[0].startswith(("er ", "dat ")) and re.search(r"(?<![^ ])(?:ik|we|wij)(?![^ ])", rest):
                return None
            return match.span()
        lijdend = _LIJDEND.search(rest)
        if lijdend and not _PERSOON.search(rest) and self._is_lijdend(lijdend[0]):
            return lijdend.span()
        return None

    def _is_lijdend(self, hulp: str) -> bool:
        heeft_voltooid = any(doen.is_gedaan for doen in self.doen) or "worden" in self.vormen
        return heeft_voltooid if hulp in ("wordt", "worden") else "worden" in self.vormen or "zijn" in self.vormen

    @cached_property
    def vaag(self) -> tuple[tuple[int, int], ...]:
        """Where the sentence only sounds like doing, as spans of the uniform text."""
        return tuple(match.span() for match in _vage_uitdrukkingen().finditer(self.tijd.rest))

    @property
    def waar_vaag(self) -> tuple[int, int] | None:
        """The first words that only sound like doing: an expression, a verb of thinking, a weak verb on its own."""
        if self.vaag:
            return self.vaag[0]
        zwak = (n for n in range(len(self.vormen)) if self._soort(n)[0] in (VAAG, ZWAK))
        nummer = next(iter(self.vage_werkwoorden or zwak), None)
        return None if nummer is None else self._plek(nummer)

    def _plek(self, nummer: int) -> tuple[int, int]:
        begin = sum(len(vorm) + 1 for vorm in self.vormen[:nummer])
        return begin, begin + len(self.vormen[nummer])

    @cached_property
    def vage_werkwoorden(self) -> tuple[int, ...]:
        """The numbers of the words that are verbs of thinking, feeling or being."""
        return tuple(nummer for nummer in range(len(self.vormen)) if self._soort(nummer)[0] == VAAG)

    @cached_property
    def doen(self) -> tuple[Doen, ...]:
        """The verbs that a person can be seen to do; a weak one counts only with something or a measure beside it."""
        gevonden = []
        for nummer in range(len(self.vormen)):
            soort, stam = self._soort(nummer)
            if soort not in (KLAAR, DOEN, ZWAK) or self._in_vaag(nummer):
                continue
            if soort == ZWAK and not self.heeft_voorwerp(nummer):
                continue
            gevonden.append(Doen(soort, stam, self._is_gedaan(nummer), nummer))
        return tuple(gevonden)

    def _in_vaag(self, nummer: int) -> bool:
        return nummer in self._vage_woorden

    @cached_property
    def _vage_woorden(self) -> frozenset[int]:
        """The numbers of the words in a vague expression, with the light verb beside it: 'lekker in mijn vel zitten'."""
        nummers: set[int] = set()
        for van, tot in self.vaag:
            eerste, laatste = self.zin.nummer(van), self.zin.nummer(tot - 1)
            nummers |= set(range(eerste, laatste + 1))
            for naast in (eerste - 1, laatste + 1):
                if 0 <= naast < len(self.vormen) and self.vormen[naast] in lijst("licht"):
                    nummers.add(naast)
        return frozenset(nummers)

    def _is_gedaan(self, nummer: int) -> bool:
        vorm = self.vormen[nummer]
        return bool(_VOLTOOID.fullmatch(vorm)) and not (
            self.vormen[nummer - 1] in ("ik", "te") if nummer else False
        )

    @cache  # noqa: B019 - an ontleding lives as long as its text is looked at
    def _soort(self, nummer: int) -> tuple[str, str]:
        """The kind and the stem of the verb that a word is; ('', '') when it is none."""
        vorm = self.vormen[nummer]
        if not self._vrij[nummer] or not vorm[0].isalpha() or self._is_naamwoord(nummer) or self._in_bijzin[nummer]:
            return "", ""
        bekend = vormen().get(vorm, ())
        passend = [woord for woord in bekend if not woord.los or self._staat_los(woord, nummer)]
        if vorm in _STOPWOORDEN or vorm in lijst("nadruk"):
            passend = [woord for woord in passend if woord.los]
        if vorm in ("zijn", "worden") and self._is_slot(nummer) and not self._is_gedaan(nummer - 1):
            return VAAG, vorm
        if passend and (vorm.endswith("en") or vorm not in lijst("stamwoorden") or self._bij_persoon(nummer)):
            return _sterkste(passend)
        if vorm in lijst("hulp"):
            return "", ""
        if self._is_onbekend_werkwoord(nummer):
            return (KLAAR if self._is_gedaan(nummer) else DOEN), vorm
        return "", ""

    def _bij_persoon(self, nummer: int) -> bool:
        """Whether a bare stem stands where a verb does: beside a person, or first."""
        naast = self.vormen[max(0, nummer - 1) : nummer + 2]
        eerste = next((n for n, vrij in enumerate(self._vrij) if vrij and self.vormen[n][0].isalpha()), 0)
        if any(vorm in ("ik", "we", "wij", "jij") for vorm in naast):
            return True
        return nummer == eerste and nummer + 1 < len(self.vormen) and bool(_LIDWOORD.fullmatch(self.vormen[nummer + 1]) or self._is_naam(nummer + 1))

    def _is_naam(self, nummer: int) -> bool:
        woord = self.zin.woorden[nummer]
        return self.zin.oorspronkelijk[woord.van : woord.van + 1].isupper()

    def _is_slot(self, nummer: int) -> bool:
        """Whether a word ends its clause."""
        volgende = self.vormen[nummer + 1] if nummer + 1 < len(self.vormen) else ""
        return not volgende or bool(_GRENS.fullmatch(volgende)) or not self._vrij[nummer + 1] or not volgende[0].isalnum()

    @cached_property
    def _in_bijzin(self) -> tuple[bool, ...]:
        """For each word whether it stands in a clause that tells why, when or what for, not what is done."""
        in_bijzin, erin = [], False
        for nummer, vorm in enumerate(self.vormen):
            vorige = self.vormen[nummer - 1] if nummer else ","
            volgende = self.vormen[nummer + 1] if nummer + 1 < len(self.vormen) else ""
            if erin and (vorm in (",", "dan", ".", ";", ":", "->") or (volgende in ("ik", "we") and vorm in vormen())):
                erin = False
            elif vorm in _BIJZIN or (vorm in ("die", "dat", "wat") and vorige == ",") or (vorm in ("nu", "voor", "na") and volgende in ("ik", "we")):
                erin = True
            elif vorm == "dat" and _WENS.search(" ".join(self.vormen[:nummer])) and volgende != "ik":
                erin = True
            in_bijzin.append(erin)
        return tuple(in_bijzin) if not all(b or vorm in (",", ".") for b, vorm in zip(in_bijzin, self.vormen, strict=True)) else (False,) * len(in_bijzin)

    def _staat_los(self, woord: Werkwoord, nummer: int) -> bool:
        """Whether the loose part of a verb stands further on, not as the start of a place ('op school')."""
        for verder in range(nummer + 1, min(nummer + 20, len(self.vormen))):
            if self.vormen[verder] == woord.los and self._vrij[verder]:
                erna = self.vormen[verder + 1] if verder + 1 < len(self.vormen) else ""
                if not erna or _GRENS.fullmatch(erna) or not self._vrij[verder + 1] or erna in ("met", "bij", "van", "voor", "aan", "via", "in", "naar"):
                    return True
        return False

    def _is_naamwoord(self, nummer: int) -> bool:
        """Whether a word that could be a verb is used as a noun: 'mijn werk', 'een plan', 'voor vrienden'."""
        if not nummer or not self._vrij[nummer - 1]:
            return False
        vorm, vorige = self.vormen[nummer], self.vormen[nummer - 1]
        if vorm.endswith("en") and vorige in ("te", "ga", "gaan", "wil", "moet", "ik"):
            return False
        if _LIDWOORD.fullmatch(vorige):
            is_eind = nummer + 1 == len(self.vormen) or bool(_GRENS.fullmatch(self.vormen[nummer + 1]))
            return not (is_eind and vorm.endswith("en") and vorige in ("die", "dat", "het", "me", "je") and len(vorm) > 4)
        return vorige in ("met", "van", "over", "bij", "voor", "naar", "op", "in") and not vorm.endswith("en")

    def _is_onbekend_werkwoord(self, nummer: int) -> bool:
        vorm = self.vormen[nummer]
        vorige = self.vormen[nummer - 1] if nummer else ""
        volgende = self.vormen[nummer + 1] if nummer + 1 < len(self.vormen) else ""
        if vorm in _STOPWOORDEN or len(vorm) < 3 or vorm in lijst("abstract") or vorm in lijst("nadruk"):
            return False
        is_omgekeerd = nummer > 1 and (self.vormen[nummer - 2] in vormen() or self.vormen[nummer - 2] in lijst("hulp"))
        if (vorige == "ik" and not is_omgekeerd) or (volgende == "ik" and vorige not in ("dat", "als", "of", "die", "wat")):
            return not vorm.endswith(("s", "e", "en")) and vorm not in _VOORZETSEL
        if any(vorm.endswith(deel) for deel in ("spelen", "maken", "kijken", "lopen", "schrijven", "lezen", "rijden", "eten", "drinken", "leggen", "zetten", "halen", "brengen", "bellen", "sturen", "geven", "nemen")):
            return self._is_slot(nummer) and not _LIDWOORD.fullmatch(vorige)
        if _VOLTOOID.fullmatch(vorm) and not _LIDWOORD.fullmatch(vorige):
            return not vorm.endswith("en") and vorm.startswith("ge") or any(hulp in self.vormen for hulp in ("heb", "hebben", "is", "zijn", "ben", "heeft"))
        if any(zelf in self.vormen for zelf in ("mezelf", "mijzelf", "zichzelf")):
            return False
        is_eind = self._is_slot(nummer)
        if not (vorm.endswith("en") and len(vorm) > 4 and is_eind) or vorm in lijst("meervouden"):
            return False
        if vorige == "te" or any(hulp in self.vormen[:nummer] for hulp in ("ga", "gaan", "wil", "moet", "zal", "laten")):
            return not _LIDWOORD.fullmatch(vorige) and vorige not in _VOORZETSEL
        return bool(vorige) and not _LIDWOORD.fullmatch(vorige) and vorige not in _VOORZETSEL and not vorige.endswith("e")

    def heeft_voorwerp(self, nummer: int) -> bool:
        """Whether a weak verb has something to act on, or a measure."""
        naast = self.vormen[nummer - 1] if self.vormen[nummer].endswith(("en", "n")) and nummer else self._na_persoon(nummer)
        if naast in lijst("abstract"):
            return False
        if self.heeft_maat and not _ALLEEN_KEER.search(self.tijd.rest):
            return True
        return any(self._is_voorwerp(ander) for ander in range(len(self.vormen)) if ander != nummer)

    def _na_persoon(self, nummer: int) -> str:
        """The first word of content behind a verb: of 'neem ik meer rust' it is 'rust'."""
        rest = (v for n, v in enumerate(self.vormen[nummer + 1 :], nummer + 1) if self._vrij[n])
        return next((v for v in rest if v not in _STOPWOORDEN and v not in lijst("nadruk")), "")

    def _is_voorwerp(self, nummer: int) -> bool:
        vorm = self.vormen[nummer]
        if not self._vrij[nummer] or not vorm[0].isalpha() or len(vorm) < 2 or self._in_vaag(nummer):
            return False
        if vorm in _STOPWOORDEN or vorm in lijst("abstract") or vorm in lijst("nadruk") or vorm in lijst("hulp"):
            return False
        return not (vorm in vormen() and not self._is_naamwoord(nummer)) and not vorm.endswith(("elijk", "ig", "isch", "ele", "ige", "ische", "lijke"))

    @cached_property
    def heeft_maat(self) -> bool:
        """Whether an amount stands outside dates and clock times: '30 minuten', 'hoofdstuk 3', 'een half uur'."""
        return bool(self.getallen or _HOEVEELHEID.search(self.tijd.rest))

    @cached_property
    def getallen(self) -> tuple[tuple[int, int], ...]:
        """Where numbers stand that measure something."""
        rest = self.tijd.rest
        schijn = self.schijngetallen
        return tuple(
            match.span()
            for match in _GETAL.finditer(rest)
            if not _GEEN_MAAT_VOOR.search(rest[: match.start()]) and not any(van <= match.start() < tot for van, tot in schijn)
        )

    @cached_property
    def schijngetallen(self) -> tuple[tuple[int, int], ...]:
        """Where numbers stand that measure nothing: 'een 10 voor inzet', '100%', '1 keer echt doorzetten'."""
        rest = self.tijd.rest
        gevonden = [match.span() for patroon in (_CIJFER_VOOR, _PROCENT) for match in patroon.finditer(rest)]
        is_vaag = bool(self.vaag or self.vage_werkwoorden) and not any(
            self._soort(n)[0] in (KLAAR, DOEN) and not self._in_vaag(n) for n in range(len(self.vormen))
        )
        return tuple(gevonden + [match.span() for match in _KEER.finditer(rest) if is_vaag])

    @cached_property
    def vergelijkingen(self) -> tuple[tuple[int, int], ...]:
        """Where it says more or less, without saying how much."""
        rest = _NIET_MEER.sub(lambda match: "~" * len(match[0]), self.tijd.rest)
        return tuple(match.span() for match in _VERGELIJKING.finditer(rest) if not self._in_bijzin[self.zin.nummer(match.start())])

    @cached_property
    def ontkenning(self) -> tuple[int, int] | None:
        """Where something is not to be done any more: as clear as doing it."""
        match = _GEEN.search(self.tijd.rest)
        if not match or re.search(r"niet (?:meer )?(?:zo |te |meer dan |vergeten|alleen|waar|erg)|weet [a-z ]*niet|niet zeker|geen idee", self.tijd.rest):
            return None
        return match.span()

    @cached_property
    def klaar_woord(self) -> bool:
        """Whether it says that something is done: 'portfolio af'."""
        return any(vorm in lijst("klaar-woorden") and self._vrij[n] and self._is_slot(n) for n, vorm in enumerate(self.vormen))

    @cached_property
    def is_telegram(self) -> bool:
        """Whether without a verb it still says what is done: 'ma/wo/vr 1 uur gym', 'geen telefoon in bed'."""
        zelfstandig = [n for n in range(len(self.vormen)) if self._is_voorwerp(n)]
        bekend = lijst("activiteiten")
        is_activiteit = any(self.vormen[n] in bekend for n in range(len(self.vormen)) if self._vrij[n])
        heeft_klaar = self.klaar_woord or bool(_TOESTAND.search(self.tijd.rest))
        heeft_tijd = self.tijd.heeft_moment
        if heeft_klaar and zelfstandig:
            return True
        if self.vaag or self.vage_werkwoorden:
            return False
        if _RICHTING.search(self.tijd.rest):
            return True
        if (self.ontkenning or _UIT.search(self.tijd.rest)) and (zelfstandig or is_activiteit):
            return True
        is_product = any(self.vormen[n] in lijst("producten") for n in range(len(self.vormen)) if self._vrij[n])
        if (is_activiteit and (heeft_tijd or _MATEN.search(self.tijd.rest))) or (is_product and heeft_tijd and self.heeft_maat):
            return not self.vergelijkingen or self.heeft_maat
        return bool(zelfstandig and heeft_tijd and _ER_RICHTING.search(self.tijd.rest) and not self.vergelijkingen and len(self.vormen) > 4 and (self.heeft_maat or self.tijd.ritme))

    @cached_property
    def is_specifiek(self) -> bool:
        """S: who does what, so that another can see it."""
        return not self.niemand and bool(self.doen or self.is_telegram)

    @cached_property
    def is_meetbaar(self) -> bool:
        """M: an amount, a frequency, or an end that anyone can verify."""
        if self.heeft_maat or self.heeft_frequentie:
            return True
        if self.schijngetallen or not (self.doen or self.is_telegram):
            return False
        if self.vergelijkingen:
            return False
        return bool(self.ontkenning or self.heeft_eind or self.tijd.van_soort("klok"))

    @cached_property
    def heeft_frequentie(self) -> bool:
        """Whether it says how often."""
        tekst = self.zin.tekst
        return any(
            (v.ritme and not re.fullmatch(r"(?:ochtend|middag|avond|nacht) herhaald", tekst[v.van : v.tot]))
            or (v.soort == "moment" and "elke" in tekst[v.van : v.tot])
            for v in self.tijd.vondsten
        )

    @cached_property
    def heeft_eind(self) -> bool:
        """Whether what is done is done once for all: 'inleveren', 'ingeleverd', 'een brief schrijven'."""
        if self.klaar_woord or _TOESTAND.search(self.tijd.rest):
            return True
        if any(doen.soort == KLAAR or doen.is_gedaan for doen in self.doen):
            return True
        return any(
            vorm in lijst("producten") and not (n and self.vormen[n - 1] == "aan") and not (n > 1 and self.vormen[n - 2] in ("aan", "in"))
            for n, vorm in enumerate(self.vormen)
            if self._vrij[n]
        )


def _sterkste(woorden: list[Werkwoord]) -> tuple[str, str]:
    """Of the verbs that a form may be of: one with a loose part first, then the plainest doing."""
    gekozen = [woord for woord in woorden if woord.los] or woorden
    for soort in (KLAAR, DOEN, ZWAK, VAAG):
        for woord in gekozen:
            if soort in woord.soorten:
                return soort, woord.stam
    return "", ""


@cache
def _vage_uitdrukkingen() -> "re.Pattern[str]":
    return re.compile(rf"(?<![^ ])(?:{'|'.join(regels('vage-uitdrukkingen'))})(?![^ ])")




@lru_cache(maxsize=64)
def ontleed(tekst: str, vandaag: date, regio: str = "") -> Ontleding:
    """Read the sentence of an actie; the last ones are kept, for many rules ask."""
    return Ontleding(tekst, Kader(vandaag, regio))
