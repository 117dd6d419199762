"""What a stretch of a sentence says about time, and how the grammars look for it without reading a word twice."""

import re
from collections.abc import Callable
from datetime import date
from functools import cache
from typing import NamedTuple

from intervisie_cli.tijd.kalender import DAGEN, MAANDEN, Periode
from intervisie_cli.tijd.ritme import Kloktijd, Ritme

# Kinds of vondst.
DATUM, RITME, KLOK, MOMENT, DUUR = "datum", "ritme", "klok", "moment", "duur"
VAAG, ONMOGELIJK, VERLEDEN = "vaag", "onmogelijk", "verleden"

# Pieces of the grammars; the words are those of `taal.zin`.
DAG = f"(?:{'|'.join(DAGEN)})"
MAAND = f"(?:{'|'.join(MAANDEN)})"
DEEL = "(?:ochtend|middag|avond|nacht)"


class Kader(NamedTuple):
    """What dates refer to: the day of the sessie, the region of the school holidays ('' when not known), the whole *tekst*."""

    vandaag: date
    regio: str = ""
    tekst: str = ""


class Vondst(NamedTuple):
    """One time expression from *van* to *tot* in the uniform text."""

    soort: str
    van: int
    tot: int
    periode: Periode | None = None
    ritme: Ritme | None = None
    klok: Kloktijd | None = None


Lezer = Callable[["re.Match[str]", Kader], "Vondst | None"]


class Patroon(NamedTuple):
    """A piece of grammar on whole words, and the pieces of text of which it needs at least one.

    Those are looked for first; most sentences need few patterns, and one that is not needed is not compiled.
    """

    bron: str
    nodig: tuple[str, ...]

    def kan_in(self, tekst: str) -> bool:
        """Whether it can stand in *tekst* at all."""
        for stuk in self.nodig:  # a loop, for this is asked a hundred times a sentence
            if stuk in tekst:
                return True
        return not self.nodig

    @property
    def regex(self) -> "re.Pattern[str]":
        """Itself, compiled."""
        return _regex(self.bron)


@cache
def _regex(bron: str) -> "re.Pattern[str]":
    return re.compile(rf"(?<![^ ])(?:{bron})(?![^ ])")


Grammatica = tuple[tuple[Patroon, Lezer], ...]


def patroon(tekst: str, *nodig: str) -> Patroon:
    """A piece of grammar; spaces in it are one space in the sentence."""
    return Patroon(tekst, nodig)


def zoek(tekst: str, grammatica: Grammatica, kader: Kader) -> tuple[list[Vondst], str]:
    """Give what the grammar finds, and the text with that blanked out, of the same length."""
    gevonden: list[Vondst] = []
    for stuk, lezer in grammatica:
        if not stuk.kan_in(tekst):
            continue
        for match in stuk.regex.finditer(tekst):
            vondst = lezer(match, kader)
            if vondst:
                gevonden.append(vondst)
                tekst = tekst[: vondst.van] + "~" * (vondst.tot - vondst.van) + tekst[vondst.tot :]
    return gevonden, tekst
