"""The words of a sentence in their places: which are free of time, end a clause, or are nouns."""

import re
from functools import cached_property

from intervisie_cli.checks.smart import bijzin
from intervisie_cli.taal.lijsten import lijst
from intervisie_cli.taal.zin import Zin
from intervisie_cli.tijd.lezen import Tijd

LIDWOORD = re.compile(
    r"de|het|een|mijn|me|je|jouw|zijn|haar|ons|onze|hun|die|dat|deze|dit|geen|elke|welke|zo'n"
    r"|enkele|paar|\d+(?:,\d+)?"
)
_GRENS = re.compile(r"[,.;:!?()=+&→]|en|maar|dus|want|omdat|zodat|of|dan|te|om|->|ofzo")
# Behind these an infinitive is a verb, in 'ik ga hardlopen'; behind the next ones a form without
# -en is a noun, in 'met sport'.
_VOOR_HEEL = ("te", "ga", "gaan", "wil", "moet", "ik")
_VOOR_NAAMWOORD = ("met", "van", "over", "bij", "voor", "naar", "op", "in")
# Words that look like an article, and can be what is acted on: 'ik ga het maken'.
_KAN_VOORWERP = ("die", "dat", "het", "me", "je")


class Woordrij:
    """The uniform words of a sentence, by number; *rest* is its text with ~ over each time."""

    def __init__(self, zin: Zin, tijd: Tijd) -> None:
        self.zin = zin
        self.rest = tijd.rest
        self.vormen = tuple(woord.vorm for woord in zin.woorden)

    def woord(self, nummer: int) -> str:
        """The word with that number, '' outside the sentence."""
        if 0 <= nummer < len(self.vormen):
            return self.vormen[nummer]
        return ""

    @cached_property
    def vrij(self) -> tuple[bool, ...]:
        """For each word whether it is no part of a time expression."""
        vrij = []
        plek = 0
        for vorm in self.vormen:
            vrij.append(self.rest[plek] != "~")
            plek += len(vorm) + 1
        return tuple(vrij)

    @cached_property
    def in_bijzin(self) -> tuple[bool, ...]:
        """For each word whether it stands in a subordinate clause."""
        return bijzin.in_bijzin(self.vormen)

    @cached_property
    def eerste(self) -> int:
        """The number of the first free word of letters, -1 when there is none."""
        for nummer, vorm in enumerate(self.vormen):
            if self.vrij[nummer] and vorm[0].isalpha():
                return nummer
        return -1

    def is_slot(self, nummer: int) -> bool:
        """Whether a word ends its clause."""
        volgende = self.woord(nummer + 1)
        if not volgende or not self.vrij[nummer + 1]:
            return True
        return _is_grens(volgende) or not volgende[0].isalnum()

    def is_naamwoord(self, nummer: int) -> bool:
        """Whether a word that could be a verb is a noun: 'mijn werk', 'met vrienden'."""
        if not nummer or not self.vrij[nummer - 1]:
            return False
        vorige = self.vormen[nummer - 1]
        is_heel = self.vormen[nummer].endswith("en")
        if is_heel and vorige in _VOOR_HEEL:
            return False
        # 'hoofdstuk 4 samenvatten': the number belongs to what stands before it.
        if vorige.isdigit() and self.woord(nummer - 2) in lijst("genummerd"):
            return False
        if LIDWOORD.fullmatch(vorige):
            return not self._volgt_op_voorwerp(nummer)
        return not is_heel and vorige in _VOOR_NAAMWOORD

    def _volgt_op_voorwerp(self, nummer: int) -> bool:
        """Whether the article before an infinitive is what it acts on: 'ik ga het maken'."""
        vorm = self.vormen[nummer]
        if self.vormen[nummer - 1] not in _KAN_VOORWERP:
            return False
        if not vorm.endswith("en") or len(vorm) <= 4:
            return False
        volgende = self.woord(nummer + 1)
        return not volgende or _is_grens(volgende)


def _is_grens(vorm: str) -> bool:
    return bool(_GRENS.fullmatch(vorm))
