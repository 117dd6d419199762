"""What a stretch of a sentence says about time, and how a grammar finds such stretches."""

import re
from collections.abc import Callable
from datetime import date
from functools import cache
from typing import NamedTuple

from intervisie_cli.taal.kalendernamen import DAGEN, MAANDEN
from intervisie_cli.tijd.kalender import Periode
from intervisie_cli.tijd.ritme import Kloktijd, Ritme

# Kinds of vondst.
DATUM, RITME, KLOK, MOMENT, DUUR = "datum", "ritme", "klok", "moment", "duur"
VAAG, ONMOGELIJK, VERLEDEN = "vaag", "onmogelijk", "verleden"

# Pieces that the grammars share. The words are the uniform ones of `taal.zin`: 'dag' stands for
# 'dagen' too, '2' for 'twee', 'elke' for 'iedere', 'herhaald' for the s of "'s avonds".
DAG = f"(?:{'|'.join(DAGEN)})"
MAAND = f"(?:{'|'.join(MAANDEN)})"
DEEL = "(?:ochtend|middag|avond|nacht)"


class Kader(NamedTuple):
    """What a time expression is read against.

    *vandaag* is the day of the sessie, *regio* that of the school holidays ('' when not known),
    *tekst* the whole sentence, with what earlier alternatives have blanked out. With *is_ver* a
    day without a year may be up to a year ahead, also when it was just past.
    """

    vandaag: date
    regio: str = ""
    tekst: str = ""
    is_ver: bool = False


class Vondst(NamedTuple):
    """One time expression from *van* to *tot* in the uniform text."""

    soort: str
    van: int
    tot: int
    periode: Periode | None = None
    ritme: Ritme | None = None
    klok: Kloktijd | None = None


def op_dag(match: "re.Match[str]", dag: date | None) -> Vondst:
    """Give the date that *match* names; no day at all is one that no calendar has."""
    return in_periode(match, Periode(dag, dag) if dag else None)


def in_periode(match: "re.Match[str]", periode: Periode | None) -> Vondst:
    """Give the period that *match* names; None is one that no calendar has."""
    if periode is None:
        return Vondst(ONMOGELIJK, match.start(), match.end())
    return Vondst(DATUM, match.start(), match.end(), periode)


def in_ritme(
    match: "re.Match[str]",
    ritme: Ritme,
    periode: Periode | None = None,
) -> Vondst:
    """Give the rhythm that *match* names, with the *periode* in which it all takes place."""
    return Vondst(RITME, match.start(), match.end(), periode, ritme)


Lees = Callable[["re.Match[str]", Kader], "Vondst | None"]


class Vorm(NamedTuple):
    """One alternative of a grammar: whole words that *patroon* matches and *lees* understands.

    *voorbeeld* is a sentence of which it, and no other alternative, reads what stands in brackets;
    a test holds it to that. *nodig* are pieces of text of which a sentence needs at least one. They
    are looked for first: most sentences need few alternatives, and one that is not needed is not
    compiled.
    """

    voorbeeld: str
    patroon: str
    lees: Lees
    nodig: tuple[str, ...] = ()

    def kan_in(self, tekst: str) -> bool:
        """Whether it can stand in *tekst* at all."""
        for stuk in (
            self.nodig
        ):  # a loop and no any(): this is asked a hundred times a sentence
            if stuk in tekst:
                return True
        return not self.nodig

    @property
    def regex(self) -> "re.Pattern[str]":
        """Its pattern on whole words, compiled."""
        return _regex(self.patroon)


@cache
def _regex(patroon: str) -> "re.Pattern[str]":
    return re.compile(rf"(?<![^ ])(?:{patroon})(?![^ ])")


# In order: what an earlier alternative reads, a later one does not see.
Grammatica = tuple[Vorm, ...]


def zoek(
    tekst: str,
    grammatica: Grammatica,
    kader: Kader,
) -> tuple[list[Vondst], str]:
    """Give what the grammar finds, and the text with that blanked out, of the same length."""
    gevonden: list[Vondst] = []
    for vorm in grammatica:
        if not vorm.kan_in(tekst):
            continue
        for match in vorm.regex.finditer(tekst):
            vondst = vorm.lees(match, kader)
            if vondst:
                gevonden.append(vondst)
                tekst = blank(tekst, vondst)
    return gevonden, tekst


def blank(tekst: str, vondst: Vondst) -> str:
    """Put `~` over a stretch of text, so that nothing reads it again and offsets stay right."""
    lengte = vondst.tot - vondst.van
    return tekst[: vondst.van] + "~" * lengte + tekst[vondst.tot :]
