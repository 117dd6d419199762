"""What looks the same is the same: text in one form to find it by, and without what nobody sees."""

import unicodedata

# What keyboards, phones and word processors put in the place of a plain character.
GELIJK = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u0060\u00b4\u02bc", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
        **dict.fromkeys("\t\n\r\x0b\x0c\x85\u2028\u2029", " "),
        "\u00d7": "x",
        "\u2044": "/",
    }
)
# The marks that a page or a word processor puts in a word to say where a line may end or a file
# begins, and that move nothing: a soft hyphen, a space of no width, a joiner, a byte order mark.
_NOOIT_TE_ZIEN = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))


def zichtbaar(tekst: str) -> str:
    """Text without the marks that can never be seen and change nothing beside them."""
    if tekst.isascii():
        return tekst
    return tekst.translate(_NOOIT_TE_ZIEN)


def eender(tekst: str) -> str:
    """Text in one case, on one line, in which what looks the same is the same."""
    tekst = tekst.translate(GELIJK)
    if tekst.isascii():
        return tekst.lower()
    gelijk = unicodedata.normalize("NFKC", tekst).casefold()
    # Folding a letter can take it apart again.
    gelijk = unicodedata.normalize("NFKC", gelijk).translate(GELIJK)
    return "".join(char for char in gelijk if unicodedata.category(char) != "Cf")
