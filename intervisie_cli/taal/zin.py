"""A sentence as words made uniform: 'wk 48', 'maandagavond' and '3x p/w' as the grammars know them."""

import re
from functools import cached_property, lru_cache
from typing import NamedTuple

from intervisie_cli.taal.lijsten import tabel
from intervisie_cli.taal.plat import Plat, maak_plat
from intervisie_cli.taal.typefout import sleutelwoord

_STUKKEN = re.compile(
    r"""
    \d{4}-\d\d?-\d\d?(?!\d)                           # 2026-12-01
    | \d\d?[/-]\d\d?[/-]\d{2,4}(?!\d)                 # 13/12/26
    | \d\d?\.\d\d?\.\d{2,4}(?!\d)                     # 12.12.26
    | \d{1,3}(?:\.\d{3})+(?!\d)                       # 10.000
    | \d+[.:,]\d+                                     # 20.00 1,5 8:30
    | \d\d?u\d\d(?!\d)                                # 18u30
    | \d\d?(?:e|ste|de)\b                              # 3e
    | \d\d?[/-]\d\d?(?!\d)                            # 3-12 9-11
    | \d+
    | 't(?![a-z]) | 's(?=\s?(?:ocht|midd|avo|morg|nach|maand|zond|zater|woen|dins|dond|vrij)) | 'k\b
    | p/[wdm]\b | a\.s\.?(?![a-z]) | z\.s\.m\.? | v\.a\.? | t\.?/?e?\.?m\b\.? | t/m\b\.? | i\.p\.v\.? | o\.a\. | bv\.
    | [a-z]+(?:['-][a-z]+)*'?
    | [^\sa-z0-9]
    """,
    re.VERBOSE,
)
_DAG = "maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag"
_KORTE_DAG = "ma|di|wo|do|vr|za|zo"
_DEEL = "ochtend|middag|avond|nacht|morgen|namiddag|voormiddag"
_SAMEN = re.compile(rf"({_DAG}|{_KORTE_DAG})-?({_DEEL})(?:en|s)?")
_OP_DAG = re.compile(rf"({_DAG})s")
_KLOKGETAL = re.compile(r"half(een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|\d\d?)")
_ORDE = {
    "eerste": "1e",
    "1ste": "1e",
    "tweede": "2e",
    "derde": "3e",
    "vierde": "4e",
    "vijfde": "5e",
    "zesde": "6e",
}
# Short names of days that are also words: only a neighbour tells.
_TWIJFEL = frozenset(
    [
        "ma",
        "do",
        "zo",
        "di",
        "wo",
        "vr",
        "za",
        "zon",
        "may",
        "mar",
        "as",
        "u",
        "h",
        "x",
        "p",
        "m",
        "v",
    ]
)
_OMGEVING = re.compile(
    rf"elke|iedere|op|volgende|komende|deze|voor|vanaf|tot|tm|t/m|uiterlijk|tegen|tussen|per|en|of|om|eerste|laatste"
    rf"|[/,+&-]|{_DAG}|{_KORTE_DAG}|{_DEEL}|\d.*"
)
_GETAL_ERVOOR = re.compile(r"\d|uur")


class Woord(NamedTuple):
    """A word: *vorm* is its uniform form, *geschreven* the flat one; *van* and *tot* are offsets in the text."""

    vorm: str
    geschreven: str
    van: int
    tot: int


class Zin:
    """A text as uniform words; *tekst* joins them with single spaces, so that a grammar can be a regular expression."""

    def __init__(self, oorspronkelijk: str) -> None:
        self.oorspronkelijk = oorspronkelijk
        self.plat: Plat = maak_plat(oorspronkelijk)
        self.woorden = tuple(_lees(self.plat))
        self.tekst = " ".join(woord.vorm for woord in self.woorden)

    @cached_property
    def _plaatsen(self) -> list[int]:
        """For each word the offset at which it starts in *tekst*."""
        plaatsen, plek = [], 0
        for woord in self.woorden:
            plaatsen.append(plek)
            plek += len(woord.vorm) + 1
        return plaatsen

    def nummer(self, plek: int) -> int:
        """The number of the word at offset *plek* of *tekst*."""
        from bisect import bisect_right

        return max(0, bisect_right(self._plaatsen, plek) - 1)

    def stuk(self, van: int, tot: int) -> tuple[int, int]:
        """The offsets in the text as given of what stands from *van* to *tot* in *tekst*."""
        if not self.woorden:
            return 0, 0
        eerste, laatste = self.nummer(van), self.nummer(max(van, tot - 1))
        return self.woorden[eerste].van, self.woorden[laatste].tot

    def plaats(self, nummer: int) -> tuple[int, int]:
        """The span of a word in *tekst*."""
        begin = self._plaatsen[nummer]
        return begin, begin + len(self.woorden[nummer].vorm)

    def heel(self) -> tuple[int, int]:
        """The offsets of the first and the last word."""
        return (
            (self.woorden[0].van, self.woorden[-1].tot)
            if self.woorden
            else (0, len(self.oorspronkelijk))
        )


@lru_cache(maxsize=64)
def lees(tekst: str) -> Zin:
    """Read *tekst*, of which many rules will ask; the last ones are kept."""
    return Zin(tekst)


def _lees(plat: Plat) -> list[Woord]:
    stukken = [(m.group(), m.start(), m.end()) for m in _STUKKEN.finditer(plat.tekst)]
    woorden: list[Woord] = []
    for nummer, (stuk, van, tot) in enumerate(stukken):
        if stuk == "een" and heeft_klemtoon(plat, van):
            stuk = "1"  # noqa: PLW2901 - 'één' is a number, 'een' an article
        vorige = woorden[-1].vorm if woorden else ""
        volgende = stukken[nummer + 1][0] if nummer + 1 < len(stukken) else ""
        plaats = plat.plek(van), plat.plek(tot - 1) + 1
        vormen = _vormen(stuk, vorige, volgende)
        woorden += [Woord(vorm, stuk, *plaats) for vorm in vormen.split()]
    return woorden


def heeft_klemtoon(plat: Plat, plek: int) -> bool:
    """Whether the flat letter there was written with an accent."""
    return bool(plat.accenten) and plek in plat.accenten


@lru_cache(maxsize=8192)
def _vormen(stuk: str, vorige: str, volgende: str) -> str:
    """The uniform form of one piece: one word or more, or none."""
    if stuk[0].isdigit():
        return _getal(stuk)
    if not stuk[0].isalpha():
        return "" if stuk in ("'", "'s") else tabel("schrijfwijzen").get(stuk, stuk)
    if stuk in _TWIJFEL and not _past(stuk, vorige, volgende):
        return "voor" if stuk == "vr" else stuk
    if (stuk in ("een", "n") and volgende in ("keer", "maal")) or (
        stuk == "een" and vorige == "half"
    ):
        return "1"
    return _vorm(stuk)


def _past(stuk: str, vorige: str, volgende: str) -> bool:
    """Whether a short form that is also a word stands where the long form could."""
    if stuk in ("u", "h", "x"):
        return bool(_GETAL_ERVOOR.match(vorige)) or vorige == "half"
    if stuk == "m":
        return bool(re.match(r"(de|het|mijn|me|hem|haar|een|een|n|[a-z]{3,})$", volgende))
    if stuk in ("p", "v"):
        return True
    if stuk in ("zo", "ma") and vorige in ("of", "en", "") and not _OMGEVING.fullmatch(volgende):
        return False
    return bool(_OMGEVING.fullmatch(vorige) or _OMGEVING.fullmatch(volgende)) or (
        (stuk in ("di", "wo", "za", "do") and vorige != "to")
        or (stuk == "vr" and (not vorige or not volgende))
    )


def _getal(stuk: str) -> str:
    if match := re.fullmatch(r"(\d\d?)u(\d\d)", stuk):
        return f"{match[1]}:{match[2]}"
    if match := re.fullmatch(r"(\d\d?)(?:e|ste|de)", stuk):
        return f"{match[1]}e"
    return stuk


@lru_cache(maxsize=4096)
def _vorm(stuk: str) -> str:
    vormen = tabel("schrijfwijzen")
    if bekend := vormen.get(stuk) or _ORDE.get(stuk) or tabel("getallen").get(stuk):
        return bekend
    if match := _KLOKGETAL.fullmatch(stuk):
        return f"half {tabel('getallen').get(match[1], '1' if match[1] == 'een' else match[1])}"
    if match := _SAMEN.fullmatch(stuk):
        deel = {"morgen": "ochtend", "namiddag": "middag", "voormiddag": "ochtend"}.get(
            match[2], match[2]
        )
        return f"{vormen.get(match[1], match[1])} {deel}{' herhaald' if stuk.endswith('s') else ''}"
    if match := _OP_DAG.fullmatch(stuk):
        return f"{match[1]} herhaald"
    if "herhaald" in _los(stuk.lstrip("s'")):
        return _los(stuk.lstrip("s'"))
    return _los(stuk) or sleutelwoord(stuk)


def _los(stuk: str) -> str:
    """The parts of 'pw', 'morgenavond' and 'halfuur'; '' when it is none of these."""
    return tabel("samen").get(stuk, "")
