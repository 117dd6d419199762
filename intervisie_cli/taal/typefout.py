"""Typing errors in the key words of time; no other word is ever changed."""

from functools import cache

from intervisie_cli.taal.lijsten import lijst

# Of a shorter word a slip is as likely another good word: 'dag' and 'dak'.
_KORTSTE = 5


@cache
def sleutelwoord(woord: str) -> str:
    """The key word that *woord* is a slip of, else *woord* itself.

    One slip (a letter too many, missing, wrong or two swapped) behind the same first letter. Words
    that are good Dutch and stand as close to a key word are listed in `geen-typefout.txt`.
    """
    sleutels = lijst("sleutelwoorden")
    if len(woord) < _KORTSTE:
        return woord
    if woord in sleutels or woord in lijst("geen-typefout"):
        return woord
    # In a fixed order: of the two that 'maandeg' may be, the same one in every run.
    for sleutel in sorted(sleutels):
        if sleutel[0] == woord[0] and is_een_slip(woord, sleutel):
            return sleutel
    return woord


def is_een_slip(geschreven: str, bedoeld: str) -> bool:
    """Whether one insertion, deletion, substitution or swap makes one of the other."""
    kort, lang = sorted((geschreven, bedoeld), key=len)
    if len(lang) - len(kort) > 1:
        return False
    # What comes before the slip is the same in both.
    gelijk = _gelijk_begin(kort, lang)
    kort = kort[gelijk:]
    lang = lang[gelijk:]
    if len(kort) < len(lang):
        return kort == lang[1:]
    is_vervangen = kort[1:] == lang[1:]
    omgekeerd = lang[:2][::-1]
    is_verwisseld = kort[:2] == omgekeerd and kort[2:] == lang[2:]
    return is_vervangen or is_verwisseld


def _gelijk_begin(kort: str, lang: str) -> int:
    """How many letters are the same from the beginning on."""
    for nummer, (een, ander) in enumerate(zip(kort, lang, strict=False)):
        if een != ander:
            return nummer
    return len(kort)
