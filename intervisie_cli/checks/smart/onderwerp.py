"""Who does it: whether a sentence leaves that open."""

import re

from intervisie_cli.checks.regel import Span
from intervisie_cli.checks.smart.zinsbouw import Zinsbouw

_NIEMAND = re.compile(
    r"(?<![^ ])(?:iemand(?: anders)?(?: (?:van|uit) [a-z]+(?: [a-z]+)?)?"
    r" (?:moet|zou|zal|gaat|kan|mag|wil|dient|doet|maakt|regelt|pakt|neemt|stuurt|levert|haalt"
    r"|zorgt)"
    r"|(?:moet|zou|kan|zal|mag|gaat) (?:~+ )*(?:er )?iemand"
    r"|door (?:iemand|wie dan ook|wie)|wie dan ook|maakt niet uit wie|we zien wel wie"
    r"|(?:moet|moeten) er(?! ik)|^dat (?!ik|we)[a-z]+|men (?:moet|zou|kan|gaat|zal|dient)?"
    r"|er (?:~+ )*(?:wordt|worden|moet|moeten|zou|zouden|zal|zullen|dient|dienen|kan|kunnen|mag)"
    r"(?! ik| we))(?![^ ])"
)
_LIJDEND = re.compile(r"(?<![^ ])(?:wordt|worden|moet|moeten|dient|zou|zullen)(?![^ ])")
_PERSOON = re.compile(r"(?<![^ ])(?:ik|we|wij|jij|je|jullie|hij|zij|ze|samen)(?![^ ])")
_IK = re.compile(r"(?<![^ ])(?:ik|we|wij)(?![^ ])")


def niemand(bouw: Zinsbouw) -> Span | None:
    """Where it says that nobody in particular does it."""
    if match := _NIEMAND.search(bouw.rest):
        # 'er moet gekookt worden, dat doe ik': somebody does it after all.
        is_los = match[0].startswith(("er ", "dat "))
        if is_los and _IK.search(bouw.rest):
            return None
        return match.span()
    match = _LIJDEND.search(bouw.rest)
    if match and not _PERSOON.search(bouw.rest) and _is_lijdend(bouw, match[0]):
        return match.span()
    return None


def _is_lijdend(bouw: Zinsbouw, hulp: str) -> bool:
    """Whether the helping verb makes the sentence passive: 'de zaal wordt gereserveerd'."""
    if "worden" in bouw.vormen:
        return True
    if hulp in ("wordt", "worden"):
        return any(doen.is_gedaan for doen in bouw.doen)
    return "zijn" in bouw.vormen
