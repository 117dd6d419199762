"""Reads a question: what kind it is and by which words, and whether it asks two things."""

import re
from functools import cache, cached_property
from typing import NamedTuple

from intervisie_cli.checks.regel import Span
from intervisie_cli.taal.lijsten import lijst, regels
from intervisie_cli.taal.zin import Zin, lees

OPEN, GESLOTEN, SUGGESTIEF = "open", "gesloten", "suggestief"
VERWIJT, ADVIES, ANTWOORD, OORDEEL = "verwijt", "advies", "antwoord", "oordeel"

_AANLOOP = re.compile(
    r"^(?:(?:en|maar|dus|oke|ok|ja|nee|nou|hey|hoi|hm+|goed|even|ik snap het|eigenlijk|verder"
    r"|daarnaast|trouwens|tja|sorry|serieus|mirthe|kim|tim|zeg"
    r"|even terug|okay|aha|mooi|dan|ook|nog|eerst|allereerst|tot slot|ten 1e|kort)"
    r"(?![^ ,:.…-]) ?[,:.…-]* ?)+"
)
_VRAAGWOORD = re.compile(
    r"^(?:(?:aan|met|van|voor|op|bij|uit|over|in|naar|door|onder|tegen|tot op|tot|sinds|vanaf|rond"
    r"|per|binnen|uiterlijk) )?"
    r"(?:wat|hoe|waar(?:aan|door|in|om|mee|van|voor|op|over|uit|naar|bij|toe|tegen)?"
    r"|waarom|hoezo|vanwaar|welke?|wie|wiens|wanneer|hoeveel|hoelang)(?![^ ])"
)
_WERKWOORD_VOORAAN = re.compile(
    r"^(?:is|ben|bent|zijn|was|waren|heb|hebt|heeft|hebben|had|hadden|kan|kun|kunt|kunnen|kon|wil"
    r"|wilt|willen|wou|zou|zouden|ga|gaat|gaan|doe|doet|doen|deed|moet|moeten|mag|mogen|zal|zullen"
    r"|word|wordt|worden|werd|lukt|lukte|weet|weten|ken|kent|vind|vindt|denk|denkt|voel|voelt|merk"
    r"|merkt|slaap|slaapt|werk|werkt|heet|snap|snapt|krijg|krijgt|blijf|blijft|kom|komt|maak|maakt"
    r"|neem|neemt"
    r"|lees|leest|leer|leert|studeer|studeert|woon|woont|zit|zitten|sta|staat|staan|loop|loopt"
    r"|ligt|gaf|helpt|help|gebruik|gebruikt|drink|drinkt|eet|rook|sport|speel|speelt|praat|luister"
    r"|luistert|durf|durft|hoef|hoeft"
    r"|bedoel|bedoelt|herken|herkent|kijk|kijkt|klopt|lijkt|mis|mist|plan|plant|probeer|probeert"
    r"|ervaar|ervaart|hoor|hoort|zie|ziet|geef|geeft|houd|houdt|hou|vraag|vraagt|volg|volgt|zoek"
    r"|zoekt|besef|twijfel|wacht|hoop|hebbe|begin|begint|stop|stopt"
    r"|schedule|koken|kook|neemt|zorg|bel|mail|app|reis|fiets|kost|duurt|komt|ware|speelt|past"
    r"|scheelt|telt|stel)(?![^ ])"
)

# Words of the one who is asked are no opinion of who asks.
_EIGEN_OORDEEL = re.compile(
    r"(?:voel|vind je jezelf|noem|ervaar|denk je|jezelf|bang|soms) [a-z ]{0,20}$"
)
# What a clause says of a noun or a time is not what the question pushes at.
_BIJZIN = re.compile(r" (?:als|waarop|waar|waarbij|wanneer|zodra|toen|terwijl) ")
# Of two questions in one, the open one invites.
_EN_OPEN = re.compile(
    r"(?:,|(?<![^ ])en) (?:en )?(?:hoe(?! laat| lang| vaak)|wat|waaraan|waardoor|waarom|waar merk"
    r"|in hoeverre|op wat voor)(?![^ ])"
)
_KEUZE = re.compile(
    r" of (?!niet)(?:[a-z']+ )*(?:je|jij|u|liever|gewoon|meer|niet meer)"
)


# A sentence before the question, when something stands behind it.
_ZINSEINDE = re.compile(r"(?:[.!;:]|\.\.\.|…)+ (?=[^ ?]+ [^ ]+)")
_VOORWAARDE = re.compile(
    r"(?:als|wanneer|stel|gezien|nu|toen|omdat|met zo|aangezien|met hulp)[^,?]*,(?: dan| dus)? "
)
_TOT_KOMMA = re.compile(r"[^,?]*, (?:maar |en |dus )?")
_TWEEDE = re.compile(
    r"(?:,|(?<![^ ])en|\?) (?:en )?((?:wat|hoe|waarom|waardoor|wanneer|wie|waar|heb|ben|kun|wil|zou"
    r"|hoe lang|waaraan|met wie) [^,]+)$"
)
# Behind these 'wat' and 'hoe' open no second question: 'weet je wat …'.
_VOOR_BIJZIN = re.compile(
    r"(?:merk|weet|vertel|vertellen|zeggen|snap|begrijp|zie|bedenk|uitleggen|beschrijven|over)"
    r" (?:je |eens )?$"
)
_TERUGVRAAG = re.compile(r"(?<![^ ])(?:dan|zelf|daarin|daarbij|daarvan)(?: \?)?$")
_WAAROM = re.compile(r"(?<![^ ])(?:waarom|hoezo)(?![^ ])")
# A first question is longer than this; of less, as in 'wat en hoe doe je', both parts are one.
_KORTSTE_VRAAG = 8


class Kern(NamedTuple):
    """The question itself, without its run-up, and where in the uniform text it begins."""

    begin: int
    tekst: str


class Suggestie(NamedTuple):
    """How a question leads (VERWIJT, ADVIES, ANTWOORD or OORDEEL), and by which words."""

    familie: str
    span: Span


class VraagOntleding:
    """A question; each of its parts is worked out once. Spans are offsets of the uniform text."""

    def __init__(self, tekst: str) -> None:
        self.zin: Zin = lees(tekst)
        self.tekst = self.zin.tekst

    @cached_property
    def kern(self) -> Kern:
        """The question without the sentence, the clause and the small words before it."""
        begin = _na_zin(self.tekst)
        begin += _na_komma(self.tekst[begin:])
        if aanloop := _AANLOOP.match(self.tekst[begin:]):
            begin += aanloop.end()
        return Kern(begin, self.tekst[begin:])

    @cached_property
    def suggestief(self) -> Suggestie | None:
        """How it leads and by which words; None when it does not."""
        for familie in (VERWIJT, ADVIES, ANTWOORD):
            if span := _zoek(f"suggestief-{familie}", self.tekst):
                return Suggestie(familie, span)
        if self.is_stelling and (span := _zoek("suggestief-stelling", self.tekst)):
            return Suggestie(ANTWOORD, span)
        if self._is_ja_nee and (span := self._stuurt_naar_ja()):
            return Suggestie(ANTWOORD, span)
        if span := self._oordeel():
            return Suggestie(OORDEEL, span)
        return None

    @property
    def _is_ja_nee(self) -> bool:
        """Whether yes or no answers it; 'klopt …' asks only whether something was heard well."""
        kern = self.kern.tekst
        if not _WERKWOORD_VOORAAN.match(kern) or kern.startswith("klopt "):
            return False
        return not self.vertelverzoek and not _KEUZE.search(kern)

    def _stuurt_naar_ja(self) -> Span | None:
        begin, kern = self.kern
        span = _zoek("suggestief-ja-nee", _BIJZIN.split(kern)[0])
        if not span:
            return None
        return begin + span[0], begin + span[1]

    def _oordeel(self) -> Span | None:
        """The first word of opinion, unless the one who is asked called it so."""
        for match in re.finditer(r"[a-z]+", self.tekst):
            if match[0] not in lijst("oordelen"):
                continue
            if not _EIGEN_OORDEEL.search(self.tekst[: match.start()]):
                return match.span()
        return None

    @cached_property
    def is_stelling(self) -> bool:
        """Whether it has the form of a statement, with or without a question mark."""
        return not _is_vraag(self.kern.tekst) and not self.vertelverzoek

    @cached_property
    def vertelverzoek(self) -> bool:
        """Whether it asks to tell, whatever its first word."""
        return _zoek("vertelverzoek", self.kern.tekst) is not None

    @cached_property
    def feit(self) -> Span | None:
        """The words that ask for one fact or a choice."""
        begin, kern = self.kern
        span = _zoek("feit", kern)
        if not span:
            return None
        return begin + span[0], begin + span[1]

    @cached_property
    def soort_volgens_regels(self) -> str:
        """The kind of question that the rules alone would take it for."""
        kern = self.kern.tekst
        # 1 what leads, whatever its form
        if self.suggestief:
            return SUGGESTIEF
        # 2 what invites to tell, and what asks for one fact, whatever word it begins with
        if self.vertelverzoek or _EN_OPEN.search(kern):
            return OPEN
        if self.feit:
            return GESLOTEN
        # 3 its first word
        if _VRAAGWOORD.match(kern):
            return OPEN
        if not _WERKWOORD_VOORAAN.match(kern) and _is_open_zonder_vorm(kern):
            return OPEN
        return GESLOTEN

    @cached_property
    def twee(self) -> Span | None:
        """The second question, when there are two in one."""
        tekens = [match.start() for match in re.finditer(r"\?", self.tekst)]
        if len(tekens) > 1:
            eerste, tweede = tekens[:2]
            if self.tekst[eerste + 1 : tweede].strip(" ?!"):
                return eerste + 2, tweede + 1
        match = _TWEEDE.search(self.tekst)
        if not match or match.start() <= self.kern.begin + _KORTSTE_VRAAG:
            return None
        if not _is_vraag(self.kern.tekst):
            return None
        if _VOOR_BIJZIN.search(self.tekst[: match.start(1)]):
            return None
        return match.span(1)

    @cached_property
    def waarom(self) -> Span | None:
        """Where it asks why."""
        match = _WAAROM.search(self.tekst)
        if not match:
            return None
        return match.span()


def _is_vraag(tekst: str) -> bool:
    """Whether it begins as a question does."""
    return bool(_VRAAGWOORD.match(tekst) or _WERKWOORD_VOORAAN.match(tekst))


def _is_open_zonder_vorm(kern: str) -> bool:
    """Whether what has the form of no question is open: 'en je slaap dan?'."""
    if _zoek("open-midden", kern):
        return True
    return bool(_TERUGVRAAG.search(kern)) and len(kern.split()) <= 6


def _na_zin(tekst: str) -> int:
    """Where the last sentence begins."""
    begin = 0
    for match in _ZINSEINDE.finditer(tekst):
        if tekst[match.end() :].strip(" ?.!,"):
            begin = match.end()
    return begin


def _na_komma(tekst: str) -> int:
    """Where the question begins when a clause stands before it; 0 when none does."""
    komma = _VOORWAARDE.match(tekst)
    if not komma:
        komma = _TOT_KOMMA.match(tekst)
        # Most commas stand inside a question, which then has begun before it.
        zonder_aanloop = _AANLOOP.sub("", tekst)
        if _VRAAGWOORD.match(tekst) or _WERKWOORD_VOORAAN.match(zonder_aanloop):
            return 0
    if komma and _is_vraag(tekst[komma.end() :]):
        return komma.end()
    return 0


def _zoek(naam: str, tekst: str) -> Span | None:
    """Where the first pattern of a list stands in *tekst*."""
    for patroon in _patronen(naam):
        if match := patroon.search(tekst):
            return match.span()
    return None


@cache
def _patronen(naam: str) -> tuple["re.Pattern[str]", ...]:
    return tuple(re.compile(rf"(?<![^ ])(?:{regel})(?![^ ])") for regel in regels(naam))
