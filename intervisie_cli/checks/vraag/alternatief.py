"""Offers an open question in place of a closed or a leading one, with as many of its own words as will do."""

import re
from functools import cache

from intervisie_cli.checks.vraag.ontleding import OPEN, ontleed
from intervisie_cli.taal.lijsten import lijst
from intervisie_cli.taal.werkwoorden import vormen

_DEEL = r"(?:uit|aan|op|af|in|mee|weg|terug|voor|na|door|bij|over|om|samen|klaar|vast|los|neer|dicht|schoon|open)"
_NIET_EIGEN = re.compile(
    r"\b(?:niet|gewoon|beter|eens|es|misschien|liever|nou|nu|toch|wel|ook|echt|soms|al|eigenlijk|dan|gwn|geen)\b ?",
    re.IGNORECASE,
)
_MAAT = re.compile(
    r"\b(?:genoeg|goed|veel|vaak|te veel|te weinig|regelmatig|slecht|voldoende|nog|wel|al|ook)\b ?",
    re.IGNORECASE,
)
_DAT_JE = re.compile(
    r"\bdat (?:je|jij|u) (?P<wat>.*?)\s*(?:moet|moeten|kunt|kan|zou moeten|zou kunnen|gaat|wilt) (?P<doen>\w+en)$",
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
    begin = vraag.zin.stuk(vraag.kern[0], vraag.kern[0] + 1)[0]
    kern = tekst[begin:].strip().rstrip("?.! ").strip()
    gevonden = _leidend(kern, vraag.suggestief[0]) if vraag.suggestief else _gesloten(kern)
    # An alternative that is not open itself would be no help.
    return gevonden if ontleed(gevonden).soort == OPEN else ERVAREN


def _leidend(kern: str, familie: str) -> str:
    if match := _WAAROM_HEB.match(kern):
        rest = re.sub(r"\b(?:gewoon|nou|toch) ?", "", match["rest"])
        return f"Hoe kwam het dat je {rest.strip()} {'hebt' if match['hulp'] == 'heb' else 'bent'}?"
    if match := _DAT_JE.search(kern) or _ZOU_JE.match(kern):
        return f"Wat zou je helpen om {_te(_schoon(match['wat']), match['doen'])}?"
    if familie == "advies":
        return GEPROBEERD
    if match := _OM_TE.search(kern):
        return f"Wat zou je helpen om {_schoon(match['wat'])} {match['doen']}?".replace("  ", " ")
    return GEKOMEN if familie == "verwijt" else ERVAREN


def _gesloten(kern: str) -> str:
    if match := _LUKT.match(kern):
        return f"Hoe lukt het je {match['rest']}?"
    if match := _VIND.match(kern):
        return f"Wat vind je van {match['wat']}?"
    if match := _GA_JE.match(kern):
        return f"Hoe {match['hulp']} je {match['rest']}?"
    if (match := _HEB_JE.match(kern)) and not re.search(r"\bge\w+", match["wat"]):
        return f"Hoe zit het met {re.sub('^een ', 'je ', match['wat'])}?"
    match = _DOE_JE.match(kern)
    if match and match["doen"].lower() not in lijst("hulp") and match["doen"].lower() in vormen():
        rest = _MAAT.sub("", match["rest"]).strip()
        return f"Hoe {match['doen'].lower()} je {rest}".strip() + "?"
    return ERVAREN


def _schoon(wat: str) -> str:
    """The words of who asks, without those that push."""
    return _NIET_EIGEN.sub("", f"{wat} ").strip()


def _te(wat: str, heel: str) -> str:
    """'eerder' and 'beginnen' → 'eerder te beginnen'; 'uitzetten' → 'uit te zetten'."""
    wat = re.sub(r"\s*\b(?:kunnen|gaan|moeten|willen)$", "", wat)
    los = re.fullmatch(rf"({_DEEL})(\w+)", heel)
    doen = (
        f"{los[1]} te {los[2]}" if los and f"{los[1]}/{los[2]}" in _scheidbaar() else f"te {heel}"
    )
    return f"{wat} {doen}".strip()


@cache
def _scheidbaar() -> frozenset[str]:
    """The verbs of which a part can stand apart."""
    return frozenset(
        vermelding.split(":")[0]
        for naam in ("doen", "klaar", "zwak", "vaag")
        for vermelding in lijst(naam)
        if "/" in vermelding
    )
