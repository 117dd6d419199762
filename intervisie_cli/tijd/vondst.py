"""What a stretch of a sentence says about time, and how the grammars look for it without reading a word twice."""

import re
from collections.abc import Callable
from datetime import date
from functools import cache
from typing import NamedTuple

from intervisie_cli.tijd.kalender import DAGEN, MAANDEN, Periode

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


class Ritme(NamedTuple):
    """The parts of a recurrence (RFC 5545); *uren* are (hour, minute)."""

    freq: str
    interval: int = 1
    dagen: tuple[str, ...] = ()
    maanddag: int = 0
    aantal: int = 0
    uren: tuple[tuple[int, int], ...] = ()
    tot: date | None = None

    def regel(self) -> str:
        """The RRULE."""
        delen = [f"FREQ={self.freq}"]
        if self.interval > 1:
            delen.append(f"INTERVAL={self.interval}")
        if self.dagen:
            delen.append(f"BYDAY={','.join(self.dagen)}")
        if self.maanddag:
            delen.append(f"BYMONTHDAY={self.maanddag}")
        if self.uren:
            uren = sorted(set(self.uren))
            minuten = sorted({minuut for _, minuut in uren})
            # Two different minutes cannot be said in one rule; then the first time stands for all.
            uren = uren if len(minuten) == 1 else uren[:1]
            delen.append(f"BYHOUR={','.join(str(uur) for uur, _ in uren)}")
            delen.append(f"BYMINUTE={uren[0][1]}")
        if self.aantal:
            delen.append(f"COUNT={self.aantal}")
        elif self.tot:
            delen.append(f"UNTIL={self.tot:%Y%m%d}")
        return ";".join(delen)


class Vondst(NamedTuple):
    """One time expression from *van* to *tot* in the uniform text."""

    soort: str
    van: int
    tot: int
    periode: Periode | None = None
    ritme: Ritme | None = None
    klok: tuple[int, int] | None = None


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
