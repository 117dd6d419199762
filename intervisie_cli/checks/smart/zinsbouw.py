"""The verbs of an actie's sentence: which words are verbs, of what kind, in the main clause, with something to act on."""

import re
from functools import cached_property
from typing import NamedTuple

from intervisie_cli.checks.regel import Span
from intervisie_cli.checks.smart import maten
from intervisie_cli.taal.lijsten import lijst
from intervisie_cli.taal.werkwoorden import DOEN, KLAAR, VAAG, ZWAK, Werkwoord, vormen
from intervisie_cli.taal.zin import Zin
from intervisie_cli.tijd.lezen import Tijd

_GEEN = ("", "")
_IK = ("ik", "we", "wij", "jij")

_LIDWOORD = re.compile(
    r"de|het|een|mijn|me|je|jouw|zijn|haar|ons|onze|hun|die|dat|deze|dit|geen|elke|welke|zo'n|enkele|paar|\d+(?:,\d+)?"
)
_GRENS = re.compile(r"[,.;:!?()=+&→]|en|maar|dus|want|omdat|zodat|of|dan|te|om|->|ofzo")
_VOOR_PLAATS = ("met", "bij", "van", "voor", "aan", "via", "in", "naar")
_VOLTOOID = re.compile(
    r"(?:[a-z]{2,6})?ge(?!woon|meen|heel|brek|voel|dacht|noeg|zin|bied)[a-z-]{3,}(?:t|d|en|dt)|(?:be|ver|her|ont)[a-z]{4,}[td]"
)
_SAMENSTELLING = re.compile(
    r"[a-z]+(?:spelen|maken|kijken|lopen|schrijven|lezen|rijden|eten|drinken|leggen|zetten|halen|brengen|bellen|sturen|geven|nemen)"
)
_KORTSTE = 3
_BIJVOEGLIJK = ("elijk", "ig", "isch", "ele", "ige", "ische", "lijke")


class Doen(NamedTuple):
    """A verb of doing: its kind, its stem, whether it is said as done."""

    soort: str
    stam: str
    is_gedaan: bool


class Zinsbouw:
    """The words of a sentence and which of them do something; *vaag* are the spans that only sound like doing."""

    def __init__(self, zin: Zin, tijd: Tijd, vaag: tuple[Span, ...]) -> None:
        self.zin = zin
        self.rest = tijd.rest
        self.vormen = tuple(woord.vorm for woord in zin.woorden)
        self._vaag = vaag
        self._abstract, self._stop, self._nadruk = (
            lijst("abstract"),
            lijst("stopwoorden"),
            lijst("nadruk"),
        )

    @cached_property
    def vrij(self) -> tuple[bool, ...]:
        """For each word whether it is no part of a time expression."""
        vrij, plek = [], 0
        for vorm in self.vormen:
            vrij.append(self.rest[plek] != "~")
            plek += len(vorm) + 1
        return tuple(vrij)

    @cached_property
    def in_bijzin(self) -> tuple[bool, ...]:
        """For each word whether it stands in a clause that tells why, when or what for, not what is done."""
        gevonden, erin, bekend = [], False, vormen()
        for nummer, vorm in enumerate(self.vormen):
            vorige, volgende = self._woord(nummer - 1) or ",", self._woord(nummer + 1)
            if erin and (
                vorm in (",", "dan", ".", ";", ":", "->")
                or (volgende in ("ik", "we") and vorm in bekend)
            ):
                erin = False
            elif (
                vorm in lijst("bijzin")
                or (vorm in ("die", "dat", "wat") and vorige == ",")
                or (volgende in ("ik", "we") and vorm in ("nu", "voor", "na"))
                or (
                    vorm == "dat"
                    and volgende != "ik"
                    and not lijst("wens").isdisjoint(self.vormen[:nummer])
                )
            ):
                erin = True
            gevonden.append(erin)
        is_alles = all(
            b or vorm in (",", ".") for b, vorm in zip(gevonden, self.vormen, strict=True)
        )
        return (False,) * len(gevonden) if is_alles else tuple(gevonden)

    def _woord(self, nummer: int) -> str:
        return self.vormen[nummer] if 0 <= nummer < len(self.vormen) else ""

    @cached_property
    def vage_woorden(self) -> frozenset[int]:
        """The numbers of the words in a vague expression, with the light verb beside it: 'lekker in mijn vel zitten'."""
        nummers: set[int] = set()
        for van, tot in self._vaag:
            eerste, laatste = self.zin.nummer(van), self.zin.nummer(tot - 1)
            nummers |= set(range(eerste, laatste + 1))
            nummers |= {
                naast for naast in (eerste - 1, laatste + 1) if self._woord(naast) in lijst("licht")
            }
        return frozenset(nummers)

    @cached_property
    def soorten(self) -> tuple[tuple[str, str], ...]:
        """For each word the kind and the stem of the verb that it is; empty when it is none."""
        return tuple(self._soort(nummer) for nummer in range(len(self.vormen)))

    @cached_property
    def doen(self) -> tuple[Doen, ...]:
        """The verbs that a person can be seen to do; a weak one counts only with something or a measure beside it."""
        return tuple(
            Doen(soort, stam, self._is_gedaan(nummer))
            for nummer, (soort, stam) in enumerate(self.soorten)
            if soort in (KLAAR, DOEN, ZWAK)
            and nummer not in self.vage_woorden
            and (not self._is_zwak(nummer) or self._heeft_voorwerp(nummer))
        )

    def _is_zwak(self, nummer: int) -> bool:
        return self.soorten[nummer][0] == ZWAK

    def _is_gedaan(self, nummer: int) -> bool:
        return bool(_VOLTOOID.fullmatch(self._woord(nummer))) and self._woord(nummer - 1) not in (
            "ik",
            "te",
        )

    def _soort(self, nummer: int) -> tuple[str, str]:
        vorm = self.vormen[nummer]
        if (
            not (self.vrij[nummer] and vorm[0].isalpha())
            or self.in_bijzin[nummer]
            or self._is_naamwoord(nummer)
        ):
            return _GEEN
        if vorm in ("zijn", "worden") and self.is_slot(nummer) and not self._is_gedaan(nummer - 1):
            return VAAG, vorm
        passend = [
            woord
            for woord in vormen().get(vorm, ())
            if not woord.los or self._staat_los(woord.los, nummer)
        ]
        if (
            vorm in self._stop and not (vorm == "gaan" and self.is_slot(nummer))
        ) or vorm in self._nadruk:
            passend = [woord for woord in passend if woord.los]
        if passend and (
            vorm.endswith("en") or vorm not in lijst("stamwoorden") or self._bij_persoon(nummer)
        ):
            return _sterkste(passend)
        if vorm not in lijst("hulp") and self._is_onbekend_werkwoord(nummer):
            return (KLAAR if self._is_gedaan(nummer) else DOEN), vorm
        return _GEEN

    def _bij_persoon(self, nummer: int) -> bool:
        """Whether a bare stem stands where a verb does: beside a person, or first and with an object behind it."""
        if self._woord(nummer - 1) in _IK or self._woord(nummer + 1) in _IK:
            return True
        eerste = next(n for n, vrij in enumerate(self.vrij) if vrij and self.vormen[n][0].isalpha())
        volgende = self._woord(nummer + 1)
        return (
            nummer == eerste
            and bool(volgende)
            and (bool(_LIDWOORD.fullmatch(volgende)) or volgende in lijst("voornamen"))
        )

    def is_slot(self, nummer: int) -> bool:
        """Whether a word ends its clause."""
        volgende = self._woord(nummer + 1)
        return (
            not volgende
            or bool(_GRENS.fullmatch(volgende))
            or not self.vrij[nummer + 1]
            or not volgende[0].isalnum()
        )

    def _staat_los(self, los: str, nummer: int) -> bool:
        """Whether the loose part of a verb stands further on, not as the start of a place ('op school')."""
        return any(
            self.vormen[verder] == los
            and self.vrij[verder]
            and (self.is_slot(verder) or self._woord(verder + 1) in _VOOR_PLAATS)
            for verder in range(nummer + 1, min(nummer + 20, len(self.vormen)))
        )

    def _is_naamwoord(self, nummer: int) -> bool:
        """Whether a word that could be a verb is used as a noun: 'mijn werk', 'een plan', 'met vrienden'."""
        if not nummer or not self.vrij[nummer - 1]:
            return False
        vorm, vorige = self.vormen[nummer], self.vormen[nummer - 1]
        if vorm.endswith("en") and vorige in ("te", "ga", "gaan", "wil", "moet", "ik"):
            return False
        if vorige.isdigit() and self._woord(nummer - 2) in lijst("genummerd"):
            return False  # 'hoofdstuk 4 samenvatten'
        if _LIDWOORD.fullmatch(vorige):
            kan_voorwerp = (
                vorige in ("die", "dat", "het", "me", "je")
                and vorm.endswith("en")
                and len(vorm) > 4
            )
            return not (
                kan_voorwerp
                and (
                    nummer + 1 == len(self.vormen)
                    or bool(_GRENS.fullmatch(self._woord(nummer + 1)))
                )
            )
        return vorige in (
            "met",
            "van",
            "over",
            "bij",
            "voor",
            "naar",
            "op",
            "in",
        ) and not vorm.endswith("en")

    def _is_onbekend_werkwoord(self, nummer: int) -> bool:
        """Whether a word of no list is a verb by its form and place: beside 'ik', a participle, an infinitive that ends."""
        vorm, vorige, volgende = (
            self.vormen[nummer],
            self._woord(nummer - 1),
            self._woord(nummer + 1),
        )
        geen = (self._stop, self._abstract, self._nadruk, lijst("meervouden"))
        if len(vorm) < _KORTSTE or any(vorm in lijst_ for lijst_ in geen):
            return False
        is_omgekeerd = self._woord(nummer - 2) in vormen() or self._woord(nummer - 2) in lijst(
            "hulp"
        )
        if (vorige == "ik" and not is_omgekeerd) or (
            volgende == "ik" and vorige not in ("dat", "als", "of", "die", "wat")
        ):
            return not vorm.endswith(("s", "e", "en")) and vorm not in lijst("voorzetsels")
        if _VOLTOOID.fullmatch(vorm) and not _SAMENSTELLING.fullmatch(vorm):
            heeft_hulp = any(
                hulp in self.vormen for hulp in ("heb", "hebben", "is", "zijn", "ben", "heeft")
            )
            return not _LIDWOORD.fullmatch(vorige) and (
                heeft_hulp or (vorm.startswith("ge") and not vorm.endswith("en"))
            )
        return self._is_onbekend_heel(vorm, vorige, nummer)

    def _is_onbekend_heel(self, vorm: str, vorige: str, nummer: int) -> bool:
        """Whether a word is an infinitive that ends its clause: 'vioolspelen', 'ga … stencilen'."""
        if not vorm.endswith("en") or not self.is_slot(nummer) or _LIDWOORD.fullmatch(vorige):
            return False
        if _SAMENSTELLING.fullmatch(vorm):
            return True
        is_zelf = any(zelf in self.vormen for zelf in ("mezelf", "mijzelf", "zichzelf"))
        if vorige in lijst("voorzetsels") or is_zelf or len(vorm) <= _KORTSTE + 1:
            return False
        heeft_hulp = any(
            hulp in self.vormen[:nummer] for hulp in ("ga", "gaan", "wil", "moet", "zal", "laten")
        )
        return vorige == "te" or heeft_hulp or (bool(vorige) and not vorige.endswith("e"))

    @cached_property
    def voorwerpen(self) -> frozenset[int]:
        """The numbers of the words that an actie can be about."""
        return frozenset(nummer for nummer in range(len(self.vormen)) if self._is_voorwerp(nummer))

    def _is_voorwerp(self, nummer: int) -> bool:
        vorm = self.vormen[nummer]
        if (
            not self.vrij[nummer]
            or not vorm[0].isalpha()
            or len(vorm) < 2
            or nummer in self.vage_woorden
        ):
            return False
        if (
            vorm in self._stop
            or vorm in self._abstract
            or vorm in self._nadruk
            or vorm in lijst("hulp")
        ):
            return False
        if vorm.endswith("en") and self._woord(nummer - 1) == "met":
            return True  # 'beginnen met leren'
        return not vorm.endswith(_BIJVOEGLIJK) and (
            vorm not in vormen() or self._is_naamwoord(nummer)
        )

    def _heeft_voorwerp(self, nummer: int) -> bool:
        """Whether a weak verb has something to act on, or a measure; beside something abstract it has not."""
        naast = (
            self._woord(nummer - 1)
            if nummer and self.vormen[nummer].endswith("n")
            else self._erna(nummer)
        )
        if naast in self._abstract:
            return False
        if maten.heeft_maat(self.rest, ()) and not maten.alleen_een_keer(self.rest):
            return True
        return bool(self.voorwerpen - {nummer})

    def _erna(self, nummer: int) -> str:
        """The first word of content behind a verb: of 'neem ik meer rust' it is 'rust'."""
        rest = (v for n, v in enumerate(self.vormen[nummer + 1 :], nummer + 1) if self.vrij[n])
        return next((v for v in rest if v not in self._stop and v not in self._nadruk), "")


def _sterkste(woorden: list[Werkwoord]) -> tuple[str, str]:
    """Of the verbs that a form may be of: one with a loose part first, then the plainest doing."""
    gekozen = [woord for woord in woorden if woord.los] or woorden
    for soort in (KLAAR, DOEN, ZWAK, VAAG):
        for woord in gekozen:
            if soort in woord.soorten:
                return soort, woord.stam
    return _GEEN
