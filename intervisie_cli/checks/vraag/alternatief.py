"""Offers an open question in place of a closed or a leading one, in its own words, or none at all.

An offer that is about something else is worse than none: it puts words in somebody's mouth. So
there are few forms, each for a sentence that can be turned without knowing what it is about.
"""

import re
from collections.abc import Callable
from functools import cache

from intervisie_cli.checks.vraag.ontleding import SUGGESTIEF
from intervisie_cli.checks.vraag.vraagzin import lees_vraag
from intervisie_cli.taal.lijsten import lijst
from intervisie_cli.taal.werkwoorden import vormen
from intervisie_cli.taal.zin import lees

_JE = "(?:je|jij|u)"
_DEEL = (
    r"(?:uit|aan|op|af|in|mee|weg|terug|voor|na|door|bij|over|om|samen|klaar|vast|los|neer|dicht"
    r"|schoon|open)"
)
# What pushes: the words of who asks, that the offer leaves out.
_DUWT = re.compile(
    r"\b(?:niet|gewoon|beter|eens|es|ff|even|misschien|liever|nou|nu|toch|wel|echt|soms|al"
    r"|eigenlijk|dan|gwn|geen)\b ?"
    # An 's that is short for 'eens', not that of "'s avonds".
    r"|(?<!\S)'s (?!ocht|midd|avo|nacht|mor)"
)
_MAAT = re.compile(
    r"\b(?:genoeg|goed|veel|vaak|te veel|te weinig|regelmatig|slecht|voldoende|nog|wel|al|ook)\b ?"
)
# Of who says so this is no question about doing it, but one whether it is wise.
_RAADT_AF = re.compile(r"\b(?:nou|nu|nog|eigenlijk|echt) wel\b")
# What is past cannot be helped any more.
_GEWEEST = re.compile(r"\bhad\b")
# Two questions, or a choice between two things, cannot be turned into one.
_TWEE = re.compile(r"\?.*\w|\bof\b|\?!")

# Not to be helped to do: 'bang om te falen', 'laf om het te ontwijken'.
_NIET_OM_TE = re.compile(r"\b(?:bang|laf|dom|stom|zonde|erg|jammer|spijt)\b")
# Of whom such a thing is asked hears a reproach, whatever the form.
_OORDEELT = re.compile(r"\b(?:alsof|nooit|alles|iedereen|weinig|moeilijk)\b")

_WAAROM_HEB = re.compile(r"waarom (?P<hulp>heb|ben|was|had) je (?P<rest>[^,]+)")
_WAAROM_DOE = re.compile(rf"waarom (?P<doen>\w+) je (?P<rest>[^,]*?)(?P<los> {_DEEL})?")
_HULP_ACHTERAAN = {"heb": "hebt", "ben": "bent", "was": "was", "had": "had"}
_DAT_JE = re.compile(
    rf"(?:vind|denk|(?:is|wordt|zou|lijkt) het)[^,]*(?<! zo) dat {_JE} (?P<wat>[^,]*?)\s*"
    r"(?:moet|moeten|kunt|kan|zou moeten|zou kunnen|gaat) (?P<doen>\w+en)"
)
_ZOU_JE = re.compile(
    rf"(?:misschien )?(?:zou|kun|kan|moet|had|kunt) {_JE} (?P<wat>.*?)\s*(?P<doen>\w+[ae]n)"
)
_KUNNEN_MET = re.compile(
    rf"(?:zou|kun|kan|moet|kunt) {_JE} (?:[a-z]+ )*?kunnen (?P<doen>\w+en) (?P<erna>(?!om)\w+ .+)"
)
_OM_TE = re.compile(
    r"(?:(?:is|wordt|zou|lijkt|kan|zie je) het [^,]*?|[^,]*(?:gedacht|overwegen|idee|het zijn)) om"
    r" (?P<wat>[^,]*?)\s*(?P<doen>te (?:gaan )?\w+)(?:,.*)?"
)
_LUKT = re.compile(r"lukt(?:e)? het (?:je |jou )?(?P<rest>om .+ te \w+)")
_VIND = re.compile(
    r"vind je (?P<wat>(?:de|het|je|jouw|die) \w+(?: (?:van|met|op|in) \w+(?: \w+)?)?) (?P<hoe>\w+)"
)
_GA_JE = re.compile(
    r"(?P<hulp>kun|ga|zou) je (?P<rest>(?!.*\bals\b).+ (?P<doen>\w+[ae]n))"
)
_DENK = re.compile(r"denk je dat je (?P<rest>.+ \w+[ae]n)")
_HEB_JE = re.compile(
    r"heb je (?:al |nog |wel |wel eens )*(?:een|je|jouw) (?P<wat>[\w-]+)"
)
_DOE_JE = re.compile(r"(?P<doen>\w+) je ?(?P<rest>.*)")
# What can stand behind 'hoe slaap je': more would be another question.
_DAN_OF_DAAR = re.compile(
    r"(?:de laatste tijd|deze week|nu|thuis|op school|op stage|in het weekend|door de week)?"
)
# Of these people can tell how they do it.
_HOE_DOE_JE = frozenset(
    ["slaap", "eet", "werk", "leer", "studeer", "plan", "oefen", "ontspan"]
)
_TE_VERTELLEN = frozenset(["noemen", "vertellen", "zeggen", "geven", "bedenken"])


def alternatief(tekst: str) -> str:
    """Give an open question about the same as *tekst*; '' when it is open, or when none can be."""
    vraag = lees_vraag(tekst)
    if vraag.is_open or not vraag.zin.woorden or vraag.twee:
        return ""
    plek = vraag.lezing.kern.begin
    begin, _ = vraag.zin.stuk(plek, plek + 1)
    kern = re.sub(r"[^\w')]+$", "", tekst[begin:].strip())
    if _TWEE.search(kern):
        return ""
    kern = kern[:1].lower() + kern[1:]
    vormen_ = _LEIDEND if vraag.soort == SUGGESTIEF else _GESLOTEN
    for vorm in vormen_:
        anders = vorm(kern)
        # What is made of somebody's own words can turn out closed or leading again.
        if anders and lees_vraag(anders).is_open and _about(anders, kern):
            return anders
    return ""


def _about(anders: str, kern: str) -> bool:
    """Whether the offer keeps a word of the question that says what it is about."""
    # 'Opruimen' is kept by 'op te ruimen'.
    return any(
        eigen.endswith(woord) for woord in _inhoud(anders) for eigen in _inhoud(kern)
    )


def _inhoud(tekst: str) -> set[str]:
    woorden = {woord.geschreven for woord in lees(tekst).woorden}
    zeggen_niets = lijst("stopwoorden") | {"doen", "helpen"}
    return {woord for woord in woorden if woord.isalpha()} - zeggen_niets


# ---- what leads


def _hoe_kwam_het(kern: str) -> str:
    """'Waarom heb je niet gebeld' → 'Hoe kwam het dat je niet gebeld hebt?'."""
    match = _WAAROM_HEB.fullmatch(kern)
    if not match:
        return ""
    rest = re.sub(r"\b(?:gewoon|nou|toch) ?", "", match["rest"]).strip()
    rest = rest.replace("niet een ", "geen ")
    # In a clause the verb goes last, and has a t: 'heb je' → 'dat je … hebt'.
    return f"Hoe kwam het dat je {rest} {_HULP_ACHTERAAN[match['hulp']]}?"


def _hoe_komt_het(kern: str) -> str:
    """'Waarom blijf je zo laat op' → 'Hoe komt het dat je zo laat opblijft?'."""
    match = _WAAROM_DOE.fullmatch(kern)
    if not match or match["doen"] in lijst("hulp") - {"blijf"}:
        return ""
    # 'Niet net als ik' leads to what who asks does.
    rest = match["rest"]
    if match["doen"] not in vormen() or re.search(r"\b(?:niet|geen)\b", rest):
        return ""
    if _OORDEELT.search(rest):
        return ""
    doen = _met_t(match["doen"])
    rest = re.sub(r"\b(?:altijd|steeds|toch|nou|weer) ?", "", rest).strip()
    los = (match["los"] or "").strip()
    return f"Hoe komt het dat je {rest} {los}{doen}?".replace("  ", " ")


def _wat_zou_helpen(kern: str) -> str:
    """'Moet je niet eerder beginnen' → 'Wat zou je helpen om eerder te beginnen?'."""
    if _RAADT_AF.search(kern) or _GEWEEST.search(kern, 1):
        return ""
    if match := _KUNNEN_MET.fullmatch(kern):
        return f"Wat zou je helpen om te {match['doen']} {match['erna']}?"
    match = _DAT_JE.fullmatch(kern) or _ZOU_JE.fullmatch(kern)
    if match and match["doen"] in vormen() and not _is_meer(match["wat"]):
        return f"Wat zou je helpen om {_te(_zonder_duw(match['wat']), match['doen'])}?"
    match = _OM_TE.fullmatch(kern)
    if not match or _is_meer(match["wat"]) or _NIET_OM_TE.search(kern):
        return ""
    om_te = f"{_zonder_duw(match['wat'])} {match['doen']}".strip()
    return f"Wat zou je helpen om {om_te}?"


def _is_meer(wat: str) -> bool:
    """Whether more is done than the verb at the end says: 'eerst slapen en dan leren'."""
    woorden = wat.split()
    # 'Gaan praten' and 'kunnen doen' are one.
    if woorden and woorden[-1] in ("gaan", "kunnen", "moeten"):
        woorden.pop()
    return any(
        woord == "dat" or (woord.endswith("en") and woord in vormen())
        for woord in woorden
    )


# ---- what is closed


def _hoe_lukt(kern: str) -> str:
    match = _LUKT.fullmatch(kern)
    return f"Hoe lukt het je {match['rest']}?" if match else ""


def _wat_vind_je(kern: str) -> str:
    match = _VIND.fullmatch(kern)
    # 'gegaan' and 'halen' are no opinion.
    if not match or re.match(r"ge|\w+en$", match["hoe"]):
        return ""
    return f"Wat vind je van {match['wat']}?"


def _hoe_ga_je(kern: str) -> str:
    match = _GA_JE.fullmatch(kern)
    if not match or match["doen"] in _TE_VERTELLEN | lijst("hulp"):
        return ""
    if match["doen"] not in vormen() or re.search(r"\bweer\b", match["rest"]):
        return ""
    return f"Hoe {match['hulp']} je {match['rest']}?"


def _hoe_denk_je(kern: str) -> str:
    match = _DENK.fullmatch(kern)
    return f"Hoe denk je dat je {match['rest']}?" if match else ""


def _hoe_zit_het(kern: str) -> str:
    match = _HEB_JE.fullmatch(kern)
    # 'heb je gegeten' asks what was done, 'heb je een planning' what there is.
    if not match or match["wat"] in vormen():
        return ""
    return f"Hoe zit het met je {match['wat']}?"


def _hoe_doe_je(kern: str) -> str:
    match = _DOE_JE.fullmatch(kern)
    if not match or match["doen"] not in _HOE_DOE_JE:
        return ""
    # 'slaap je genoeg' → 'hoe slaap je': the measure is the opinion of who asks.
    rest = _MAAT.sub("", f"{match['rest']} ").strip()
    if not _DAN_OF_DAAR.fullmatch(rest):
        return ""
    return f"Hoe {match['doen']} je {rest}".strip() + "?"


_Vorm = Callable[[str], str]
_LEIDEND: tuple[_Vorm, ...] = (_hoe_kwam_het, _hoe_komt_het, _wat_zou_helpen)
_GESLOTEN: tuple[_Vorm, ...] = (
    _hoe_lukt,
    _wat_vind_je,
    _hoe_ga_je,
    _hoe_denk_je,
    _hoe_zit_het,
    _hoe_doe_je,
)


# ---- words


def _zonder_duw(wat: str) -> str:
    """The words of who asks, without those that push."""
    return _DUWT.sub("", f"{wat} ").strip()


def _met_t(doen: str) -> str:
    """'blijf' → 'blijft', 'sta' → 'staat'; 'zit' has its t."""
    if doen.endswith("t"):
        return doen
    if doen.endswith("a"):
        return f"{doen}at"
    return f"{doen}t"


def _te(wat: str, heel: str) -> str:
    """'eerder' and 'beginnen' → 'eerder te beginnen'; 'uitzetten' → 'uit te zetten'.

    Of 'met haar gaan praten' it is 'met haar te gaan praten', as with every verb behind 'gaan'.
    """
    if wat == "gaan" or wat.endswith(" gaan"):
        return f"{wat.removesuffix('gaan')}te gaan {heel}"
    wat = re.sub(r"\s*\b(?:kunnen|moeten|willen)$", "", wat)
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
