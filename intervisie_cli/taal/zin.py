"""A sentence as uniform words: 'wk 48', 'maandagavond' and '3x p/w' as the grammars know them."""

import re
from functools import cached_property, lru_cache
from typing import NamedTuple

from intervisie_cli.taal.kalendernamen import DAGEN, MAANDEN
from intervisie_cli.taal.lijsten import tabel
from intervisie_cli.taal.plat import Plat, maak_plat
from intervisie_cli.taal.telwoorden import telwoorden
from intervisie_cli.taal.typefout import sleutelwoord

_STUKKEN = re.compile(
    r"""
    \d-?wekelijkse?\b                                # 2-wekelijks
    | \d{4}-\d\d?-\d\d?(?!\d)                         # 2026-12-01
    | \d\d?[/-]\d\d?[/-]\d{2,4}(?!\d)                 # 13/12/26
    | \d\d?\.\d\d?\.\d{2,4}(?!\d)                     # 12.12.26
    | \d{1,3}(?:\.\d{3})+(?!\d)                       # 10.000
    | \d+[.:,]\d+                                     # 20.00 1,5 8:30
    | \d\d?u\d\d(?!\d)                                # 18u30
    | \d\d?(?:e|ste|de)\b                              # 3e
    | (?<![a-z])\d\d?[/-]\d\d?(?!\d)                 # 3-12 9-11, and no O13-2
    | \d+
    | 't(?![a-z]) | 'k\b
    | 's(?=\s?(?:ocht|midd|avo|morg|nach))            # 's avonds
    | 's(?=\s?(?:maand|dins|woen|dond|vrij|zater|zond))
    | m\.?i\.?v\.?(?![a-z])
    | p/[wdmn]\b | v/[dh]\b | v\.[dh]\.(?![a-z])
    | a\.s\.?(?![a-z]) | z\.s\.m\.? | v\.a\.? | i\.p\.v\.? | o\.a\. | bv\.
    | t\.?/?e?\.?m\b\.? | t/m\b\.?                    # t/m t.e.m.
    | [a-z]+(?:['-][a-z]+)*'?                         # foto's e-mail
    | [^\sa-z0-9]                                     # anything else, a character at a time
    """,
    re.VERBOSE,
)
_DAG = "|".join(DAGEN)
_KORTE_DAG = "ma|di|wo|do|vr|za|zo"
_KORTE_REEKS = re.compile(rf"(?:{_KORTE_DAG})(?:-(?:{_KORTE_DAG}))+")
_DEEL = "ochtend|middag|avond|nacht|morgen|namiddag|voormiddag"
_WORDT_DEEL = {"morgen": "ochtend", "namiddag": "middag", "voormiddag": "ochtend"}
_SAMEN = re.compile(rf"({_DAG}|{_KORTE_DAG})-?({_DEEL})(?:en|s)?")
_OP_DAG = re.compile(rf"({_DAG})(?:s|en)")
_MEER = ("dagen", "weken", "maanden", "jaren")
_HALF = re.compile(
    r"half(een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|\d\d?)"
)
# Short forms that are also words, or no more than a letter: only a neighbour tells.
_TWIJFEL = frozenset([*_KORTE_DAG.split("|"), "zon", "may", "mar", "as", *"uhxpmv"])
# What stands beside a day that is written short.
_NAAST_DAG = re.compile(
    r"elke|iedere|volgende|vlg\w*|komende|deze|eerste|laatste"
    r"|op|voor|vanaf|tot|tm|t/m|uiterlijk|tegen|tussen|per|en|of|om"
    rf"|[/,+&-]|{_DAG}|{_KORTE_DAG}|{_DEEL}|\d.*"
)
_HOEVEEL = re.compile(r"\d|uur")
_MET_WAT = re.compile(r"(?:de|me|n|[a-z]{3,})$")


class Woord(NamedTuple):
    """A word: *vorm* is its uniform form, *geschreven* the flat one.

    *van* and *tot* are offsets in the text as given.
    """

    vorm: str
    geschreven: str
    van: int
    tot: int


class Zin:
    """A text as uniform words.

    *tekst* joins them with single spaces, so that a grammar can be a regular expression.
    """

    def __init__(self, oorspronkelijk: str) -> None:
        self.oorspronkelijk = oorspronkelijk
        self.plat: Plat = maak_plat(oorspronkelijk)
        self.woorden = tuple(_lees(self.plat))
        self.tekst = " ".join(woord.vorm for woord in self.woorden)

    @cached_property
    def _plaatsen(self) -> list[int]:
        """For each word the offset at which it starts in *tekst*."""
        plaatsen = []
        plek = 0
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
        eerste = self.woorden[self.nummer(van)]
        laatste = self.woorden[self.nummer(max(van, tot - 1))]
        return eerste.van, laatste.tot

    def plaats(self, nummer: int) -> tuple[int, int]:
        """The span of a word in *tekst*."""
        begin = self._plaatsen[nummer]
        return begin, begin + len(self.woorden[nummer].vorm)

    def heel(self) -> tuple[int, int]:
        """The offsets of the first and the last word."""
        if not self.woorden:
            return 0, len(self.oorspronkelijk)
        return self.woorden[0].van, self.woorden[-1].tot


@lru_cache(maxsize=64)
def lees(tekst: str) -> Zin:
    """Read *tekst*, of which many rules will ask; the last ones are kept."""
    return Zin(tekst)


def _lees(plat: Plat) -> list[Woord]:
    matches = list(_STUKKEN.finditer(plat.tekst))
    stukken = [match.group() for match in matches]
    stukken.append("")
    woorden: list[Woord] = []
    vorige = ""
    for nummer, match in enumerate(matches):
        stuk = stukken[nummer]
        if stuk == "een" and heeft_klemtoon(plat, match.start()):
            stuk = "1"  # 'één' is a number, 'een' an article
        van = plat.plek(match.start())
        tot = plat.plek(match.end() - 1) + 1
        for vorm in _vormen(stuk, vorige, stukken[nummer + 1]).split():
            woorden.append(Woord(vorm, stuk, van, tot))
            vorige = vorm
    return woorden


def heeft_klemtoon(plat: Plat, plek: int) -> bool:
    """Whether the flat letter there was written with an accent."""
    return bool(plat.accenten) and plek in plat.accenten


# A session has some thousands of different words; most of them come back all the time.
@lru_cache(maxsize=8192)
def _vormen(stuk: str, vorige: str, volgende: str) -> str:
    """The uniform form of one piece: one word or more, or none."""
    if stuk in ("'", "'s"):
        return ""
    if not stuk[0].isalpha():
        return tabel("schrijfwijzen").get(stuk) or _getal(stuk)
    return _door_buren(stuk, vorige, volgende) or _vorm(stuk)


def _door_buren(stuk: str, vorige: str, volgende: str) -> str:
    """The uniform form that a word has between these two; '' when they make no difference."""
    if stuk in _TWIJFEL and not _past(stuk, vorige, volgende):
        # 'vr' on its own is short for 'voor'.
        return "voor" if stuk == "vr" else stuk
    if _is_een_als_getal(stuk, vorige, volgende):
        return "1"
    if stuk == "morgen" and vorige == "elke":
        return "ochtend"
    # 'De komende weken' is no week.
    if stuk in _MEER and vorige == "komende":
        return stuk
    # As a nurse writes it: '3dd'. Alone it is 'de dato'.
    if stuk == "dd" and vorige.isdigit():
        return "keer per dag"
    return ""


def _is_een_als_getal(stuk: str, vorige: str, volgende: str) -> bool:
    """Whether 'een' counts: 'een keer', 'n maal', 'half een'."""
    if stuk in ("een", "n") and volgende in ("keer", "maal"):
        return True
    # 'per een januari', as it is said and not written.
    if stuk == "een" and tabel("schrijfwijzen").get(volgende, volgende) in MAANDEN:
        return True
    return stuk == "een" and vorige == "half"


def _past(stuk: str, vorige: str, volgende: str) -> bool:
    """Whether a short form that is also a word stands where the long form could."""
    if stuk in ("u", "h", "x"):
        return vorige == "half" or _HOEVEEL.match(vorige) is not None
    if stuk == "m":
        return _MET_WAT.match(volgende) is not None
    if stuk in ("p", "v"):
        return True
    return _past_als_dag(stuk, vorige, volgende)


def _past_als_dag(stuk: str, vorige: str, volgende: str) -> bool:
    heeft_ervoor = _NAAST_DAG.fullmatch(vorige) is not None
    heeft_erna = _NAAST_DAG.fullmatch(volgende) is not None
    # 'en zo' and 'ma' at the beginning mostly are words.
    is_vooral_woord = stuk in ("zo", "ma") and vorige in ("of", "en", "")
    if is_vooral_woord and not heeft_erna:
        return False
    # 'bellen, zo mogelijk morgen'
    if stuk == "zo" and vorige in (",", "nog", "-") and not heeft_erna:
        return False
    # 'Volgende week ma' is a day, 'volgende week zo snel mogelijk' is none.
    if vorige == "week" and (stuk != "zo" or not volgende):
        return True
    if heeft_ervoor or heeft_erna:
        return True
    if stuk in ("di", "wo", "za", "do"):
        return vorige != "to"  # 'to do' is English
    staat_aan_rand = not vorige or not volgende
    return stuk == "vr" and staat_aan_rand


def _met_dagen(stuk: str) -> str:
    """The words of 'maandagavond', 'maandags', 'ma-vr'; '' for what names no day."""
    if _KORTE_REEKS.fullmatch(stuk):
        return _reeks(stuk.split("-"))
    if match := _SAMEN.fullmatch(stuk):
        herhaald = " herhaald" if stuk.endswith("s") else ""
        return f"{_dag(match[1])} {_WORDT_DEEL.get(match[2], match[2])}{herhaald}"
    if match := _OP_DAG.fullmatch(stuk):
        return f"{match[1]} herhaald"
    return ""


def _reeks(dagen: list[str]) -> str:
    """'ma-vr' runs from day to day, 'ma-wo-vr' names three."""
    tussen = " tm " if len(dagen) == 2 else " , "
    return tussen.join(map(_dag, dagen))


def _getal(stuk: str) -> str:
    if match := re.fullmatch(r"(\d\d?)u(\d\d)", stuk):
        return f"{match[1]}:{match[2]}"
    if match := re.fullmatch(r"(\d\d?)(?:e|ste|de)", stuk):
        return f"{match[1]}e"
    return stuk


@lru_cache(maxsize=4096)
def _vorm(stuk: str) -> str:
    for vormen in (tabel("schrijfwijzen"), telwoorden(), tabel("getallen")):
        if stuk in vormen:
            return vormen[stuk]
    if met_dag := _met_dagen(stuk):
        return met_dag
    if match := _HALF.fullmatch(stuk):
        return f"half {_uur(match[1])}"
    # Of "'s avonds" and 'savonds' the s goes: without it they are in the table, as what comes back.
    los = _los(stuk.lstrip("s'"))
    if "herhaald" in los:
        return los
    return _los(stuk) or sleutelwoord(stuk)


def _uur(woord: str) -> str:
    # 'een' is not among the numbers, for mostly it is the article.
    return "1" if woord == "een" else telwoorden().get(woord, woord)


def _dag(woord: str) -> str:
    return tabel("schrijfwijzen").get(woord, woord)


def _los(stuk: str) -> str:
    """The parts of 'pw', 'morgenavond' and 'halfuur'; '' when it is none of these."""
    return tabel("samen").get(stuk, "")
