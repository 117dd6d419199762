"""Typed text: made uniform, and refused when it cannot be kept as it is."""

import re
import unicodedata

from intervisie_cli.model.eender import zichtbaar

# An answer on one line, and one of several: far more than anybody types, and little enough to show.
MAX_TEKST = 2_000
MAX_LANG = 20_000
# A number of times has three figures at most.
MAX_AANTAL = 999
# Said of a text that was to have no new lines in it.
OP_EEN_REGEL = "moet op één regel"

# What stands where a letter was that could not be read, and what Python makes of such a byte.
NIET_OVERGEKOMEN = "\ufffd"
_HALF = re.compile("[\ud800-\udfff]+")
_LINE_ENDS = re.compile("\r\n|[\r\x85\u2028\u2029]")


def schoon(text: str) -> str:
    """Make text uniform: NFC, LF, no spaces at the ends. Loses nothing that can be seen."""
    text = unicodedata.normalize("NFC", _LINE_ENDS.sub("\n", zichtbaar(text)))
    lines = text.split("\n")
    return "\n".join(line.rstrip() for line in lines).strip()


def zonder_stuurtekens(text: str) -> str:
    """Take out what a terminal or a paste may slip in unseen; tabs become spaces.

    Of a letter that the terminal sent in another coding, a mark stays: it was something.
    """
    text = _HALF.sub(NIET_OVERGEKOMEN, text.replace("\t", " "))
    return "".join(char for char in text if char == "\n" or not _is_control(char))


def bezwaar(text: str, *, is_lang: bool, hoogstens: int | None = None) -> str:
    """Say in Dutch why *text* cannot be an answer; '' when it can."""
    grens = hoogstens or (MAX_LANG if is_lang else MAX_TEKST)
    if len(text) > grens:
        return (
            f"is te lang: {_punt(len(text))} tekens, het kunnen er {_punt(grens)} zijn"
        )
    if NIET_OVERGEKOMEN in text:
        return f"heeft een letter die niet goed overkwam ({NIET_OVERGEKOMEN}); typ die anders"
    stuurteken = _stuurteken(text)
    if stuurteken:
        return f"bevat een stuurteken (U+{ord(stuurteken):04X})"
    if "\n" in text and not is_lang:
        return OP_EEN_REGEL
    return ""


def _stuurteken(text: str) -> str:
    # Almost every text is printable as a whole: one look instead of one for each character.
    if text.isprintable():
        return ""
    for char in text:
        if char not in "\n\t" and _is_control(char):
            return char
    return ""


# These hold emoji and some scripts together.
_ONZICHTBAAR_MAAR_NODIG = "\u200d\u200c"
_SCHEIDING = "\u2028\u2029"


def _is_control(char: str) -> bool:
    soort = unicodedata.category(char)
    if soort == "Cf":
        return char not in _ONZICHTBAAR_MAAR_NODIG
    return soort in ("Cc", "Cs", "Co") or char in _SCHEIDING


def _punt(getal: int) -> str:
    return f"{getal:,}".replace(",", ".")


def lees_aantal(text: str) -> int | None:
    """Read a number of times: '9', '9 keer', '9x'; None for what is none."""
    match = re.fullmatch(r"(\d{1,3})(?: ?(?:x|keer))?", text.strip().lower())
    return int(match[1]) if match else None
