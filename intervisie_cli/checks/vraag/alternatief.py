"""Offers an open question in place of a closed or a leading one, in its own words where they do."""

import re
from functools import cache

from intervisie_cli.checks.vraag.ontleding import (
    ADVIES,
    OPEN,
    VERWIJT,
    VraagOntleding,
    ontleed,
)
from intervisie_cli.taal.lijsten import lijst
from intervisie_cli.taal.werkwoorden import vormen

_DEEL = (
    r"(?:uit|aan|op|af|in|mee|weg|terug|voor|na|door|bij|over|om|samen|klaar|vast|los|neer|dicht"
    r"|schoon|open)"
)
_NIET_EIGEN = re.compile(
    r"\b(?:niet|gewoon|beter|eens|es|misschien|liever|nou|nu|toch|wel|ook|echt|soms|al|eigenlijk"
    r"|dan|gwn|geen)\b ?",
    re.IGNORECASE,
)
_MAAT = re.compile(
    r"\b(?:genoeg|goed|veel|vaak|te veel|te weinig|regelmatig|slecht|voldoende|nog|wel|al|ook)\b ?",
    re.IGNORECASE,
)
_DAT_JE = re.compile(
    r"\bdat (?:je|jij|u) (?P<wat>.*?)\s*"
    r"(?:moet|moeten|kunt|kan|zou moeten|zou kunnen|gaat|wilt) (?P<doen>\w+en)$",
    re.IGNORECASE,
)
_ZOU_JE = re.compile(
    r"^(?:zou|kun|kan|moet|wil|had|ga|kunt) (?:je|jij|u) (?P<wat>.*?)\s*(?P<doen>\w+[ae]n)$",
    re.IGNORECASE,
)
_OM_TE = re.compile(r"\bom (?P<wat>.*?)\s*(?P<doen>(?:\w+ )?te \w+)$", re.IGNORECASE)
_WAAROM_HEB = re.compile(r"^waarom (?P<hulp>heb|ben) je (?P<rest>.+)$", re.IGNORECASE)
_LUKT = re.compile(r"^lukt(?:e)? het (?:je |jou )?(?P<rest>om .+)$", re.IGNORECASE)
_VIND = re.compile(
    r"^vind je (?P<wat>(?:de|het|je|jouw|een|dat|die) [\w ]*?\w+) \w+$", re.IGNORECASE
)
_GA_JE = re.compile(r"^(?P<hulp>kun|kan|ga) je (?P<rest>.+)$", re.IGNORECASE)
_HEB_JE = re.compile(
    r"^heb je (?:al |nog |wel |wel eens )*(?P<wat>(?:een |je |jouw )?[\w-]+(?: [\w-]+)?)$",
    re.IGNORECASE,
)
_DOE_JE = re.compile(r"^(?P<doen>\w+) je (?P<rest>.*)$", re.IGNORECASE)

GEPROBEERD = "Wat heb je zelf al bedacht of geprobeerd?"
GEKOMEN = "Hoe is dat zo gekomen?"
ERVAREN = "Hoe is dat voor jou?"


def alternatief(tekst: str) -> str:
    """Give an open question on the same thing as *tekst*; of a question that is open, '' ."""
    vraag = ontleed(tekst)
    if vraag.soort == OPEN or not vraag.zin.woorden:
        return ""
    begin, _ = vraag.zin.stuk(vraag.kern.begin, vraag.kern.begin + 1)
    kern = tekst[begin:].strip().rstrip("?.! ").strip()
    gevonden = _anders(vraag, kern)
    # What is made of somebody's own words can turn out closed or leading again.
    if ontleed(gevonden).soort != OPEN:
        return ERVAREN
    return gevonden


def _anders(vraag: VraagOntleding, kern: str) -> str:
    if vraag.suggestief:
        return _leidend(kern, vraag.suggestief.familie)
    return _gesloten(kern)


def _leidend(kern: str, familie: str) -> str:
    if match := _WAAROM_HEB.match(kern):
        rest = re.sub(r"\b(?:gewoon|nou|toch) ?", "", match["rest"]).strip()
        # In a clause the verb goes last, and has a t: 'heb je' → 'dat je … hebt'.
        hulp = "hebt" if match["hulp"] == "heb" else "bent"
        return f"Hoe kwam het dat je {rest} {hulp}?"
    if match := _DAT_JE.search(kern) or _ZOU_JE.match(kern):
        wat = _schoon(match["wat"])
        return f"Wat zou je helpen om {_te(wat, match['doen'])}?"
    if familie == ADVIES:
        return GEPROBEERD
    if match := _OM_TE.search(kern):
        wat = _schoon(match["wat"])
        return f"Wat zou je helpen om {wat} {match['doen']}?".replace("  ", " ")
    if familie == VERWIJT:
        return GEKOMEN
    return ERVAREN


def _gesloten(kern: str) -> str:
    if match := _LUKT.match(kern):
        return f"Hoe lukt het je {match['rest']}?"
    if match := _VIND.match(kern):
        return f"Wat vind je van {match['wat']}?"
    if match := _GA_JE.match(kern):
        return f"Hoe {match['hulp']} je {match['rest']}?"
    match = _HEB_JE.match(kern)
    # 'heb je gegeten' asks what was done, 'heb je een planning' what there is.
    if match and not re.search(r"\bge\w+", match["wat"]):
        wat = re.sub("^een ", "je ", match["wat"])
        return f"Hoe zit het met {wat}?"
    if match := _DOE_JE.match(kern):
        return _hoe_doe_je(match["doen"].lower(), match["rest"])
    return ERVAREN


def _hoe_doe_je(doen: str, rest: str) -> str:
    if doen in lijst("hulp") or doen not in vormen():
        return ERVAREN
    # 'slaap je genoeg' → 'hoe slaap je': the measure is the opinion of who asks.
    rest = _MAAT.sub("", rest).strip()
    return f"Hoe {doen} je {rest}".strip() + "?"


def _schoon(wat: str) -> str:
    """The words of who asks, without those that push."""
    return _NIET_EIGEN.sub("", f"{wat} ").strip()


def _te(wat: str, heel: str) -> str:
    """'eerder' and 'beginnen' → 'eerder te beginnen'; 'uitzetten' → 'uit te zetten'."""
    wat = re.sub(r"\s*\b(?:kunnen|gaan|moeten|willen)$", "", wat)
    doen = f"te {heel}"
    los = re.fullmatch(rf"({_DEEL})(\w+)", heel)
    # 'overleggen' begins with 'over' and stays whole: only the list tells.
    if los and f"{los[1]}/{los[2]}" in _scheidbaar():
        doen = f"{los[1]} te {los[2]}"
    return f"{wat} {doen}".strip()


@cache
def _scheidbaar() -> frozenset[str]:
    """The verbs of which a part can stand apart."""
    gevonden = set()
    for naam in ("doen", "klaar", "zwak", "vaag"):
        for vermelding in lijst(naam):
            if "/" in vermelding:
                werkwoord, *_ = vermelding.split(":")
                gevonden.add(werkwoord)
    return frozenset(gevonden)
