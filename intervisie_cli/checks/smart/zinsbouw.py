"""The verbs of an actie's sentence: what is done in its main clause, and what it is done to."""

from functools import cached_property
from typing import NamedTuple

from intervisie_cli.checks.regel import Span
from intervisie_cli.checks.smart import maten
from intervisie_cli.checks.smart.onbekend_werkwoord import (
    is_onbekend_werkwoord,
    is_voltooid,
)
from intervisie_cli.checks.smart.woordrij import LIDWOORD, Woordrij
from intervisie_cli.taal.lijsten import lijst
from intervisie_cli.taal.werkwoorden import DOEN, KLAAR, VAAG, ZWAK, Werkwoord, vormen
from intervisie_cli.taal.zin import Zin
from intervisie_cli.tijd.lezen import Tijd

_PERSOON = ("ik", "we", "wij", "jij")
_VOOR_PLAATS = ("met", "bij", "van", "voor", "aan", "via", "in", "naar")
_BIJVOEGLIJK = ("elijk", "ig", "isch", "ele", "ige", "ische", "lijke")
# So many words further on the loose part of a verb is still looked for. Sentences of students are
# shorter; without a bound a text of nothing but verbs would be read once for each of them.
_LOS_BINNEN = 20


class Doen(NamedTuple):
    """A verb of doing: its kind, its stem, whether it is said as done."""

    soort: str
    stam: str
    is_gedaan: bool


class _Verb(NamedTuple):
    """The verb that a word is: its kind and its stem, both empty when it is none."""

    soort: str = ""
    stam: str = ""


_GEEN = _Verb()


class Zinsbouw(Woordrij):
    """The words of a sentence and which of them do something.

    *vaag* are the spans that only sound like doing.
    """

    def __init__(
        self,
        zin: Zin,
        tijd: Tijd,
        vaag: tuple[Span, ...],
    ) -> None:
        super().__init__(zin, tijd)
        self._vaag = vaag

    @cached_property
    def vage_woorden(self) -> frozenset[int]:
        """The numbers of the words in a vague expression, with the light verb beside it.

        'lekker in mijn vel zitten': what is vague is 'zitten' too.
        """
        nummers: set[int] = set()
        for van, tot in self._vaag:
            eerste = self.zin.nummer(van)
            laatste = self.zin.nummer(tot - 1)
            nummers.update(range(eerste, laatste + 1))
            for naast in (eerste - 1, laatste + 1):
                if self.woord(naast) in lijst("licht"):
                    nummers.add(naast)
        return frozenset(nummers)

    @cached_property
    def soorten(self) -> tuple[_Verb, ...]:
        """For each word the kind and the stem of the verb that it is; empty when it is none."""
        return tuple(self._verb(nummer) for nummer in range(len(self.vormen)))

    @cached_property
    def doen(self) -> tuple[Doen, ...]:
        """The verbs that a person can be seen to do."""
        gevonden = []
        for nummer, verb in enumerate(self.soorten):
            if verb.soort not in (KLAAR, DOEN, ZWAK) or nummer in self.vage_woorden:
                continue
            # 'houden', 'nemen': doing only with something or a measure beside it.
            if verb.soort == ZWAK and not self._heeft_voorwerp(nummer):
                continue
            gevonden.append(Doen(verb.soort, verb.stam, is_voltooid(self, nummer)))
        return tuple(gevonden)

    def _verb(self, nummer: int) -> _Verb:
        vorm = self.vormen[nummer]
        # 1 no word of the main clause, or a noun
        if not self._kan_werkwoord_zijn(nummer):
            return _GEEN
        # 2 being something
        if self._is_zijn(nummer):
            return _Verb(VAAG, vorm)
        # 3 a verb of the lists
        passend = self._passend(nummer)
        if passend and self._staat_als_werkwoord(nummer):
            return _sterkste(passend)
        # 4 a verb of no list
        if vorm in lijst("hulp") or not is_onbekend_werkwoord(self, nummer):
            return _GEEN
        if is_voltooid(self, nummer):
            return _Verb(KLAAR, vorm)
        return _Verb(DOEN, vorm)

    def _kan_werkwoord_zijn(self, nummer: int) -> bool:
        if not self.vrij[nummer] or not self.vormen[nummer][0].isalpha():
            return False
        return not self.in_bijzin[nummer] and not self.is_naamwoord(nummer)

    def _is_zijn(self, nummer: int) -> bool:
        """Whether it is being something: 'rustiger zijn', other than 'gemaakt zijn'."""
        if self.vormen[nummer] not in ("zijn", "worden") or not self.is_slot(nummer):
            return False
        return not is_voltooid(self, nummer - 1)

    def _passend(self, nummer: int) -> list[Werkwoord]:
        """The verbs of the lists that a word may be a form of, in this place."""
        vorm = self.vormen[nummer]
        los = []
        heel = []
        for woord in vormen().get(vorm, ()):
            if not woord.los:
                heel.append(woord)
            elif self._staat_los(woord.los, nummer):
                los.append(woord)
        # 'ga' and 'heb' say little, but 'ga … aan' does.
        if vorm in lijst("nadruk") or self._is_stopwoord(nummer):
            return los
        return [*los, *heel]

    def _is_stopwoord(self, nummer: int) -> bool:
        vorm = self.vormen[nummer]
        # At the end of a clause 'gaan' is the going itself: 'naar school gaan'.
        if vorm == "gaan" and self.is_slot(nummer):
            return False
        return vorm in lijst("stopwoorden")

    def _staat_als_werkwoord(self, nummer: int) -> bool:
        """Whether a form stands where a verb does; one that is also a noun needs a person."""
        vorm = self.vormen[nummer]
        if vorm.endswith("en") or vorm not in lijst("stamwoorden"):
            return True
        return self._staat_bij_persoon(nummer)

    def _staat_bij_persoon(self, nummer: int) -> bool:
        """Whether it stands beside a person, or first with an object behind it: 'bel Kim'."""
        volgende = self.woord(nummer + 1)
        if volgende in _PERSOON or self.woord(nummer - 1) in _PERSOON:
            return True
        if nummer != self.eerste:
            return False
        return bool(LIDWOORD.fullmatch(volgende)) or volgende in lijst("voornamen")

    def _staat_los(self, los: str, nummer: int) -> bool:
        """Whether the loose part of a verb stands further on.

        'ik sta om 7 uur op'; not as the start of a place: 'ik sta op school'.
        """
        einde = min(nummer + _LOS_BINNEN, len(self.vormen))
        for verder in range(nummer + 1, einde):
            if self.vormen[verder] != los or not self.vrij[verder]:
                continue
            if self.is_slot(verder) or self.woord(verder + 1) in _VOOR_PLAATS:
                return True
        return False

    @cached_property
    def voorwerpen(self) -> frozenset[int]:
        """The numbers of the words that an actie can be about."""
        nummers = range(len(self.vormen))
        return frozenset(nummer for nummer in nummers if self._is_voorwerp(nummer))

    def _is_voorwerp(self, nummer: int) -> bool:
        vorm = self.vormen[nummer]
        if not self.vrij[nummer] or nummer in self.vage_woorden:
            return False
        if len(vorm) < 2 or not vorm[0].isalpha() or _is_leeg(vorm):
            return False
        # 'beginnen met leren': what is begun with is a verb here.
        if vorm.endswith("en") and self.woord(nummer - 1) == "met":
            return True
        if vorm.endswith(_BIJVOEGLIJK):
            return False
        return vorm not in vormen() or self.is_naamwoord(nummer)

    def _heeft_voorwerp(self, nummer: int) -> bool:
        """Whether a weak verb has something to act on, or a measure; something abstract is none."""
        if nummer and self.vormen[nummer].endswith("n"):
            naast = self.woord(nummer - 1)
        else:
            naast = self._erna(nummer)
        if naast in lijst("abstract"):
            return False
        if maten.heeft_maat(self.rest, ()) and not maten.alleen_een_keer(self.rest):
            return True
        return bool(self.voorwerpen - {nummer})

    def _erna(self, nummer: int) -> str:
        """The first word of content behind a verb: of 'neem ik meer rust' it is 'rust'."""
        for verder in range(nummer + 1, len(self.vormen)):
            vorm = self.vormen[verder]
            if not self.vrij[verder]:
                continue
            if vorm not in lijst("stopwoorden") and vorm not in lijst("nadruk"):
                return vorm
        return ""


def _is_leeg(vorm: str) -> bool:
    """Whether a word names nothing that can be acted on."""
    return any(
        vorm in lijst(naam) for naam in ("stopwoorden", "abstract", "nadruk", "hulp")
    )


def _sterkste(woorden: list[Werkwoord]) -> _Verb:
    """Of the verbs that a form may be of: one with a loose part first, then the plainest doing."""
    gekozen = [woord for woord in woorden if woord.los] or woorden
    for soort in (KLAAR, DOEN, ZWAK, VAAG):
        for woord in gekozen:
            if soort in woord.soorten:
                return _Verb(soort, woord.stam)
    return _GEEN
