"""Numbers in words: 'zevenentwintig' is 27, 'eenentwintigste' 21e."""

from functools import cache

_EENHEDEN = (
    "een",
    "twee",
    "drie",
    "vier",
    "vijf",
    "zes",
    "zeven",
    "acht",
    "negen",
)
_TIENTALLEN = (
    "twintig",
    "dertig",
    "veertig",
    "vijftig",
    "zestig",
    "zeventig",
    "tachtig",
    "negentig",
)
# The ordinals that are not the number with an ending.
_EIGEN = {1: "eerste", 2: "tweede", 3: "derde", 8: "achtste"}
_OPLOPEND = (
    *("tien", "elf", "twaalf", "dertien", "veertien", "vijftien"),
    *("zestien", "zeventien", "achttien", "negentien"),
)


@cache
def telwoorden() -> dict[str, str]:
    """Each number up to 99, and each ordinal up to 31st, as written → in figures.

    'een' alone is not among them, for mostly it is the article.
    """
    namen = dict(enumerate(_EENHEDEN, 1)) | dict(enumerate(_OPLOPEND, 10))
    for tien, naam in enumerate(_TIENTALLEN, 2):
        namen[10 * tien] = naam
        for een, eenheid in enumerate(_EENHEDEN, 1):
            namen[10 * tien + een] = f"{eenheid}en{naam}"
    gevonden = {naam: f"{nummer}" for nummer, naam in namen.items() if nummer > 1}
    for nummer in range(1, 32):
        gevonden[_rangtelwoord(nummer, namen[nummer])] = f"{nummer}e"
    return gevonden


def _rangtelwoord(nummer: int, naam: str) -> str:
    if nummer in _EIGEN:
        return _EIGEN[nummer]
    return f"{naam}de" if nummer < 20 else f"{naam}ste"
