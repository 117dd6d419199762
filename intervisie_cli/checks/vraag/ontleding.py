"""Reads a question: what kind it is and by which words, whether it asks two things, whether it is Dutch at all."""

import re
from functools import cache, cached_property, lru_cache

from intervisie_cli.checks.regel import Span
from intervisie_cli.taal.lijsten import lijst, regels
from intervisie_cli.taal.zin import Zin, lees

OPEN, GESLOTEN, SUGGESTIEF = "open", "gesloten", "suggestief"
VERWIJT, ADVIES, ANTWOORD, OORDEEL = "verwijt", "advies", "antwoord", "oordeel"

_AANLOOP = re.compile(
    r"^(?:(?:en|maar|dus|oke|ok|ja|nee|nou|hey|hoi|hm+|goed|even|ik snap het|eigenlijk|verder|daarnaast|trouwens|tja|sorry|serieus|mirthe|kim|tim|zeg"
    r"|even terug|okay|aha|mooi|dan|ook|nog|eerst|allereerst|tot slot|ten 1e|kort)(?![^ ,:.…-]) ?[,:.…-]* ?)+"
)
_VRAAGWOORD = re.compile(
    r"^(?:(?:aan|met|van|voor|op|bij|uit|over|in|naar|door|onder|tegen|tot op|tot|sinds|vanaf|rond|per|binnen|uiterlijk) )?(?:wat|hoe|waar(?:aan|door|in|om|mee|van|voor|op|over|uit|naar|bij|toe|tegen)?|waarom|hoezo|vanwaar|welke?|wie|wiens|wanneer|hoeveel|hoelang)(?![^ ])"
)
_WERKWOORD_VOORAAN = re.compile(
    r"^(?:is|ben|bent|zijn|was|waren|heb|hebt|heeft|hebben|had|hadden|kan|kun|kunt|kunnen|kon|wil|wilt|willen|wou|zou|zouden|ga|gaat|gaan|doe|doet|doen|deed|moet|moeten|mag|mogen|zal|zullen"
    r"|word|wordt|worden|werd|lukt|lukte|weet|weten|ken|kent|vind|vindt|denk|denkt|voel|voelt|merk|merkt|slaap|slaapt|werk|werkt|heet|snap|snapt|krijg|krijgt|blijf|blijft|kom|komt|maak|maakt|neem|neemt"
    r"|lees|leest|leer|leert|studeer|studeert|woon|woont|zit|zitten|sta|staat|staan|loop|loopt|ligt|gaf|helpt|help|gebruik|gebruikt|drink|drinkt|eet|rook|sport|speel|speelt|praat|luister|luistert|durf|durft|hoef|hoeft"
    r"|bedoel|bedoelt|herken|herkent|kijk|kijkt|klopt|lijkt|mis|mist|plan|plant|probeer|probeert|ervaar|ervaart|hoor|hoort|zie|ziet|geef|geeft|houd|houdt|hou|vraag|vraagt|volg|volgt|zoek|zoekt|besef|twijfel|wacht|hoop|hebbe|begin|begint|stop|stopt"
    r"|schedule|koken|kook|neemt|zorg|bel|mail|app|reis|fiets|kost|duurt|komt|ware|speelt|past|scheelt|telt|stel)(?![^ ])"
)

# Words of the one who is asked are no opinion of who asks.
_EIGEN_OORDEEL = re.compile(
    r"(?:voel|vind je jezelf|noem|ervaar|denk je|jezelf|bang|soms) [a-z ]{0,20}$"
)
# What a clause says of a noun or a time is not what the question pushes at.
_BIJZIN = re.compile(r" (?:als|waarop|waar|waarbij|wanneer|zodra|toen|terwijl) ")
# Of two questions in one, the open one invites.
_EN_OPEN = re.compile(
    r"(?:,|(?<![^ ])en) (?:en )?(?:hoe(?! laat| lang| vaak)|wat|waaraan|waardoor|waarom|waar merk|in hoeverre|op wat voor)(?![^ ])"
)
_KEUZE = re.compile(r" of (?!niet)(?:[a-z']+ )*(?:je|jij|u|liever|gewoon|meer|niet meer)")


class VraagOntleding:
    """A question; each of its parts is worked out once. Spans are offsets of the uniform text."""

    def __init__(self, tekst: str) -> None:
        self.zin: Zin = lees(tekst)
        self.tekst = self.zin.tekst

    @cached_property
    def kern(self) -> tuple[int, str]:
        """Where the question itself begins, behind a run-up sentence, and its words."""
        tekst, begin = self.tekst, 0
        for match in re.finditer(r"(?:[.!;:]|\.\.\.|…)+ (?=[^ ?]+ [^ ]+)", tekst):
            if tekst[match.end() :].strip(" ?.!,"):
                begin = match.end()
        rest = tekst[begin:]
        if komma := re.match(
            r"(?:als|wanneer|stel|gezien|nu|toen|omdat|met zo|aangezien|met hulp)[^,?]*,(?: dan| dus)? ",
            rest,
        ):
            na = rest[komma.end() :]
            if _VRAAGWOORD.match(na) or _WERKWOORD_VOORAAN.match(na):
                begin, rest = begin + komma.end(), na
        elif komma := re.match(r"[^,?]*, (?:maar |en |dus )?", rest):
            na = rest[komma.end() :]
            if (
                not _VRAAGWOORD.match(rest)
                and not _WERKWOORD_VOORAAN.match(_AANLOOP.sub("", rest))
                and (_VRAAGWOORD.match(na) or _WERKWOORD_VOORAAN.match(na))
            ):
                begin, rest = begin + komma.end(), na
        if aanloop := _AANLOOP.match(rest):
            begin, rest = begin + aanloop.end(), rest[aanloop.end() :]
        return begin, rest

    @cached_property
    def suggestief(self) -> tuple[str, Span] | None:
        """How it leads (VERWIJT, ADVIES, ANTWOORD, OORDEEL) and by which words; None when it does not."""
        for familie in (VERWIJT, ADVIES, ANTWOORD):
            if stuk := _zoek(f"suggestief-{familie}", self.tekst):
                return familie, stuk
        if self.is_stelling and (stuk := _zoek("suggestief-stelling", self.tekst)):
            return ANTWOORD, stuk
        begin, kern = self.kern
        is_ja_nee = (
            _WERKWOORD_VOORAAN.match(kern)
            and not kern.startswith("klopt ")
            and not self.vertelverzoek
            and not _KEUZE.search(kern)
        )
        if is_ja_nee and (stuk := _zoek("suggestief-ja-nee", _BIJZIN.split(kern)[0])):
            return ANTWOORD, (begin + stuk[0], begin + stuk[1])
        for match in re.finditer(r"[a-z]+", self.tekst):
            if match[0] in lijst("oordelen") and not _EIGEN_OORDEEL.search(
                self.tekst[: match.start()]
            ):
                return OORDEEL, match.span()
        return None

    @cached_property
    def is_stelling(self) -> bool:
        """Whether it has the form of a statement, with or without a question mark."""
        kern = self.kern[1]
        return (
            not _VRAAGWOORD.match(kern)
            and not _WERKWOORD_VOORAAN.match(kern)
            and not self.vertelverzoek
        )

    @cached_property
    def vertelverzoek(self) -> bool:
        """Whether it asks to tell, whatever its first word."""
        return _zoek("vertelverzoek", self.kern[1]) is not None

    @cached_property
    def feit(self) -> Span | None:
        """The words that ask for one fact or a choice."""
        begin, kern = self.kern
        stuk = _zoek("feit", kern)
        return (begin + stuk[0], begin + stuk[1]) if stuk else None

    @cached_property
    def soort(self) -> str:
        """The kind of question."""
        if self.suggestief:
            return SUGGESTIEF
        if self.vertelverzoek or _EN_OPEN.search(self.kern[1]):
            return OPEN
        if self.feit:
            return GESLOTEN
        kern = self.kern[1]
        if _VRAAGWOORD.match(kern):
            return OPEN
        if _WERKWOORD_VOORAAN.match(kern):
            return GESLOTEN
        return self._zonder_vorm(kern)

    def _zonder_vorm(self, kern: str) -> str:
        """Of what has the form of no question: a word in the middle decides, else what is said."""
        if _zoek("open-midden", kern):
            return OPEN
        if (
            re.search(r"(?<![^ ])(?:dan|zelf|daarin|daarbij|daarvan)(?: \?)?$", kern)
            and len(kern.split()) <= 6
        ):
            return OPEN  # 'en je slaap dan?'
        return GESLOTEN

    @cached_property
    def twee(self) -> Span | None:
        """The second question, when there are two in one."""
        tekens = [match.start() for match in re.finditer(r"\?", self.tekst)]
        if len(tekens) > 1 and self.tekst[tekens[0] + 1 : tekens[1]].strip(" ?!"):
            return tekens[0] + 2, tekens[1] + 1
        match = re.search(
            r"(?:,|(?<![^ ])en|\?) (?:en )?((?:wat|hoe|waarom|waardoor|wanneer|wie|waar|heb|ben|kun|wil|zou|hoe lang|waaraan|met wie) [^,]+)$",
            self.tekst,
        )
        begin = self.kern[0]
        if (
            match
            and match.start() > begin + 8
            and (_VRAAGWOORD.match(self.kern[1]) or _WERKWOORD_VOORAAN.match(self.kern[1]))
        ):
            is_bijzin = re.search(
                r"(?:merk|weet|vertel|vertellen|zeggen|snap|begrijp|zie|bedenk|uitleggen|beschrijven|over) (?:je |eens )?$",
                self.tekst[: match.start(1)],
            )
            return None if is_bijzin else match.span(1)
        return None

    @cached_property
    def waarom(self) -> Span | None:
        """Where it asks why."""
        match = re.search(r"(?<![^ ])(?:waarom|hoezo)(?![^ ])", self.tekst)
        return match.span() if match else None


def _zoek(naam: str, tekst: str) -> Span | None:
    """Where the first pattern of a list stands in *tekst*."""
    return next(
        (match.span() for patroon in _patronen(naam) if (match := patroon.search(tekst))), None
    )


@cache
def _patronen(naam: str) -> tuple["re.Pattern[str]", ...]:
    return tuple(re.compile(rf"(?<![^ ])(?:{regel})(?![^ ])") for regel in regels(naam))


@lru_cache(maxsize=64)
def ontleed(tekst: str) -> VraagOntleding:
    """Read a question; the last ones are kept, for many rules ask."""
    return VraagOntleding(tekst)
