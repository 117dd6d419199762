"""Verbs that stand in no list: told by their form, and by the words beside them."""

import re

from intervisie_cli.checks.smart.woordrij import LIDWOORD, Woordrij
from intervisie_cli.taal.lijsten import lijst
from intervisie_cli.taal.werkwoorden import vormen

_VOLTOOID = re.compile(
    r"(?:[a-z]{2,6})?ge(?!woon|meen|heel|brek|voel|dacht|noeg|zin|bied)[a-z-]{3,}(?:t|d|en|dt)"
    r"|(?:be|ver|her|ont)[a-z]{4,}[td]"
)
_SAMENSTELLING = re.compile(
    r"[a-z]+(?:spelen|maken|kijken|lopen|schrijven|lezen|rijden|eten|drinken|leggen|zetten|halen"
    r"|brengen|bellen|sturen|geven|nemen)"
)
_GEEN_WERKWOORD = ("stopwoorden", "abstract", "nadruk", "meervouden")
_VRAAGT_VOLTOOID = frozenset(["heb", "hebben", "is", "zijn", "ben", "heeft"])
_VRAAGT_HEEL = frozenset(["ga", "gaan", "wil", "moet", "zal", "laten"])
_ZELF = frozenset(["mezelf", "mijzelf", "zichzelf"])
# Behind these 'ik' opens a clause, and the word before it is no verb.
_VOOR_BIJZIN = ("dat", "als", "of", "die", "wat")
_KORTSTE = 3


def is_voltooid(rij: Woordrij, nummer: int) -> bool:
    """Whether a word says something as done: 'ingeleverd', other than 'ik beantwoord'."""
    if not _VOLTOOID.fullmatch(rij.woord(nummer)):
        return False
    return rij.woord(nummer - 1) not in ("ik", "te")


def is_onbekend_werkwoord(rij: Woordrij, nummer: int) -> bool:
    """Whether a word of no list is a verb: beside 'ik', a participle, an infinitive that ends."""
    vorm = rij.vormen[nummer]
    if len(vorm) < _KORTSTE or any(vorm in lijst(naam) for naam in _GEEN_WERKWOORD):
        return False
    if _staat_bij_ik(rij, nummer):
        return not vorm.endswith(("s", "e", "en")) and vorm not in lijst("voorzetsels")
    if _VOLTOOID.fullmatch(vorm) and not _SAMENSTELLING.fullmatch(vorm):
        return _is_deelwoord(rij, nummer)
    return _is_heel(rij, nummer)


def _staat_bij_ik(rij: Woordrij, nummer: int) -> bool:
    vorige = rij.woord(nummer - 1)
    if vorige == "ik":
        # In 'ga ik morgen' the verb of 'ik' stands before it already.
        voor_ik = rij.woord(nummer - 2)
        if voor_ik not in vormen() and voor_ik not in lijst("hulp"):
            return True
    return rij.woord(nummer + 1) == "ik" and vorige not in _VOOR_BIJZIN


def _is_deelwoord(rij: Woordrij, nummer: int) -> bool:
    """Whether a word with the form of a participle is one: 'heb … getekend', 'gemaild'."""
    if LIDWOORD.fullmatch(rij.woord(nummer - 1)):
        return False
    if not _VRAAGT_VOLTOOID.isdisjoint(rij.vormen):
        return True
    vorm = rij.vormen[nummer]
    return vorm.startswith("ge") and not vorm.endswith("en")


def _is_heel(rij: Woordrij, nummer: int) -> bool:
    """Whether a word is an infinitive that ends its clause: 'vioolspelen', 'ga … stencilen'."""
    vorm = rij.vormen[nummer]
    vorige = rij.woord(nummer - 1)
    if not vorm.endswith("en") or not rij.is_slot(nummer) or LIDWOORD.fullmatch(vorige):
        return False
    if _SAMENSTELLING.fullmatch(vorm):
        return True
    # Plurals end in -en too: 'aan opdrachten' is no verb, and 'met mezelf …' none to see.
    if vorige in lijst("voorzetsels") or len(vorm) <= _KORTSTE + 1:
        return False
    if not _ZELF.isdisjoint(rij.vormen):
        return False
    if vorige == "te" or not _VRAAGT_HEEL.isdisjoint(rij.vormen[:nummer]):
        return True
    # An adjective ends in -e before its noun: 'nieuwe schoenen'.
    return bool(vorige) and not vorige.endswith("e")
