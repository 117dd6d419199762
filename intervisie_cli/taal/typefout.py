"""Typing errors in the key words of time; no other word is ever changed."""

from functools import cache

from intervisie_cli.taal.lijsten import lijst

_KORTSTE = 5


@cache
def sleutelwoord(woord: str) -> str:
    """The key word that *woord* is a slip of, else *woord* itself.

    One slip (a letter too many, missing, wrong or two swapped) behind the same first letter. Words that are good
    Dutch and stand as close to a key word are listed in `geen-typefout.txt`.
    """
    sleutels = lijst("sleutelwoorden")
    if len(woord) < _KORTSTE or woord in sleutels or woord in lijst("geen-typefout"):
        return woord
    for sleutel in sleutels:
        if (
            sleutel[0] == woord[0]
            and abs(len(sleutel) - len(woord)) <= 1
            and _is_een_slip(woord, sleutel)
        ):
            return sleutel
    return woord


def _is_een_slip(geschreven: str, bedoeld: str) -> bool:
    """Whether one insertion, deletion, substitution or swap makes one of the other."""
    kort, lang = sorted((geschreven, bedoeld), key=len)
    begin = next((n for n, letter in enumerate(kort) if letter != lang[n]), len(kort))
    if len(kort) != len(lang):
        return kort[begin:] == lang[begin + 1 :]
    if kort[begin + 1 :] == lang[begin + 1 :]:
        return True
    return (
        kort[begin : begin + 2] == lang[begin : begin + 2][::-1]
        and kort[begin + 2 :] == lang[begin + 2 :]
    )
