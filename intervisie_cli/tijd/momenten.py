"""Moments without a date: real ones ('na de vakantie', 'voor het slapengaan') and vague ones ('binnenkort')."""

import re
from functools import cache

from intervisie_cli.taal.lijsten import lijst, regels
from intervisie_cli.tijd.vondst import MOMENT, VAAG, Grammatica, Kader, Vondst, patroon

_WELK = (
    r"(?:de|het|mijn|me|onze|ons|een|elke|die|dat|deze|dit|volgende|komende|eerste|laatste|hele|dit hele|de volgende|het volgende|mijn volgende"
    r"|onze volgende|de eerste|het eerste|mijn eerste|de komende|het komende|elke volgende|de laatste|het laatste)"
)
_BIJ = (
    "voor",
    "na",
    "tijdens",
    "tot",
    "bij",
    "vanaf",
    "rond",
    "direct na",
    "meteen na",
    "gelijk na",
    "vlak voor",
    "vlak na",
)
_DOEN_VOOR = re.compile(
    r"(?:^| )(?:leer|leren|leer ik|studeer|studeren|oefen|oefenen|blok|blokken|voorbereiden|samenvatting|samenvattingen|samenvatten"
    r"|maken|huiswerk|opdracht|slides|stukken|lezen|respijt|afspraak|zin|tijd|boodschappen) (?:~+ )?$"
)


def _moment(match: "re.Match[str]", _kader: Kader) -> Vondst | None:
    if match["voor"] == "voor" and _DOEN_VOOR.search(match.string[: match.start()]):
        return None  # 'leren voor het tentamen' says what for, not when
    return Vondst(MOMENT, match.start(), match.end())


def _altijd_moment(match: "re.Match[str]", _kader: Kader) -> Vondst:
    return Vondst(MOMENT, match.start(), match.end())


def _vaag(match: "re.Match[str]", _kader: Kader) -> Vondst:
    return Vondst(VAAG, match.start(), match.end())


@cache
def vage() -> Grammatica:
    """The grammar of vague time, the longest expressions first."""
    namen = sorted(regels("vage-tijd"), key=len, reverse=True)
    return ((patroon("|".join(map(re.escape, namen))), _vaag),)


@cache
def momenten() -> Grammatica:
    """The grammar of real moments."""
    gebeurtenis = rf"(?:{'|'.join(sorted(lijst('momenten'), key=len, reverse=True))})"
    naam = rf"(?:{_WELK} )?(?:{gebeurtenis}|[a-z]+(?:e|se) {gebeurtenis})"
    bij_iets = rf"(?P<voor>{'|'.join(_BIJ)}) {naam}(?! (?:gaan|doen))"
    vormen = (
        patroon(vorm.replace("{gebeurtenis}", naam), *nodig.split())
        for nodig, _, vorm in (regel.partition(" :: ") for regel in regels("moment-vormen"))
    )
    return ((patroon(bij_iets, *_BIJ), _moment), *((vorm, _altijd_moment) for vorm in vormen))
