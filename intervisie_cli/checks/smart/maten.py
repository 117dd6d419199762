"""How much and how often: the words of an actie that measure, compare, deny or only look exact."""

import re
from collections.abc import Iterator

from intervisie_cli.checks.regel import Span

_VERGELIJKING = re.compile(
    r"(?<![^ ])(?:meer|minder|vaker|beter|eerder|langer|sneller|korter|harder|meeste|zo vaak"
    r"|zo veel|zoveel|zo lang|later|vroeger"
    r"|niet meer zo|een beetje|beetje|wat(?! ik| we)|veel|te veel|te weinig|vaak|regelmatig"
    r"|af en toe|soms|een aantal|enkele|een paar)(?![^ ])"
)
_NIET_MEER = re.compile(
    r"(?<![^ ])(?:geen|niet)(?: [a-z'-]+){0,3} meer(?![^ ])(?! zo)|meer dan \d+"
)
_GETAL = re.compile(r"(?<![^ ])(\d+(?:[.,]\d+)*)(?![^ ])")
_HOEVEELHEID = re.compile(
    r"(?<![^ ])(?:(?:een|0,5|half|1|hele|een half|een heel|een klein|driekwart)"
    r" (?:uur|kwartier|minuut)|half uur|kwartier|driekwartier"
    r"|uur per|dubbele|alle(?: de)? [a-z]+|beide|allebei|dozijn)(?![^ ])"
)
# A number behind these is a name and no amount: 'blok 2', 'fifa 26'.
_GEEN_MAAT_VOOR = re.compile(
    r"(?:blok|jaar|periode|semester|klas|fifa|leerjaar|groep|niveau|kwartaal|iphone|ps|trimester"
    r"|fase) $"
)
_SCHIJN = (
    re.compile(
        r"een (?:\d+|voldoende) (?:voor|in|op) (?:mijn |de |het )?"
        r"(?:inzet|motivatie|houding|sfeer|gedrag|samenwerking|moed|doorzetten|gevoel|energie"
        r"|geluk)"
    ),
    re.compile(r"\d+ (?:%|procent)(?! van| minder| meer| korting| af)"),
)
_KEER = re.compile(r"\d+ keer")
_ALLEEN_KEER = re.compile(r"^[^\d]*1 keer[^\d]*$")
_GEEN = re.compile(
    r"(?<![^ ])(?:geen|nooit|nul|niets|niks|stop|stoppen|gestopt|niet meer|niet)(?![^ ])"
)
_TOCH_NIET_GEEN = re.compile(
    r"niet (?:meer )?(?:zo |te |meer dan |vergeten|alleen|waar|erg)|weet [a-z ]*niet|niet zeker"
    r"|geen idee"
)


def vergelijkingen(rest: str) -> Iterator[Span]:
    """Where it says more or less without saying how much."""
    # 'niet meer' and 'meer dan 3' compare nothing.
    rest = _NIET_MEER.sub(lambda match: "~" * len(match[0]), rest)
    return (match.span() for match in _VERGELIJKING.finditer(rest))


def schijngetallen(rest: str, *, is_vaag: bool) -> tuple[Span, ...]:
    """Where numbers measure nothing: 'een 10 voor inzet', '100%'."""
    patronen = list(_SCHIJN)
    # 'een keer gelukkig zijn': how often something is that is not done, says nothing either.
    if is_vaag:
        patronen.append(_KEER)
    return tuple(
        match.span() for patroon in patronen for match in patroon.finditer(rest)
    )


def heeft_maat(rest: str, schijn: tuple[Span, ...]) -> bool:
    """Whether an amount stands in *rest*, which has no dates and times any more: '30 minuten'."""
    if _HOEVEELHEID.search(rest):
        return True
    for match in _GETAL.finditer(rest):
        begin = match.start()
        is_schijn = any(van <= begin < tot for van, tot in schijn)
        if not is_schijn and not _GEEN_MAAT_VOOR.search(rest[:begin]):
            return True
    return False


def alleen_een_keer(rest: str) -> bool:
    """Whether 'once' is all it measures."""
    return bool(_ALLEEN_KEER.search(rest))


def ontkenning(rest: str) -> Span | None:
    """Where something is not to be done any more, which is as clear as doing it."""
    match = _GEEN.search(rest)
    if not match or _TOCH_NIET_GEEN.search(rest):
        return None
    return match.span()
