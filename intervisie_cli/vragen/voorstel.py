"""What the coach offers instead of a text, from that text and the answers to its questions."""

from collections.abc import Mapping
from typing import NamedTuple

from intervisie_cli.vragen.meekijker import Meekijker

# A measure of more characters makes the sentence hard to read, and goes to its own field alone.
# No test chose the number: a higher one puts more in the sentence, a lower one keeps it short.
_KORT = 40


class Voorstel(NamedTuple):
    """A text to take over, and how it is introduced."""

    tekst: str
    reden: str


def voor_actie(
    tekst: str,
    gegeven: Mapping[str, str],
    kijkt: Meekijker,
) -> Voorstel | None:
    """The actie with what was answered on its missing letters; None when nothing was.

    *gegeven* has the answers on S, M and T; that on S stands in place of the sentence.
    """
    if not any(gegeven.values()):
        return None
    zin = _zonder_punt(gegeven["S"]) or _zonder_punt(tekst)
    # The moment goes first: 'morgen, 2 pagina's' reads better than the other way round.
    for letter in ("T", "M"):
        extra = _zonder_punt(gegeven[letter])
        if not extra or not _past_achter_zin(letter, extra, kijkt):
            continue
        if kijkt.mist(zin, letter):
            zin = f"{zin}, {extra[0].lower()}{extra[1:]}"
    zin = f"{zin[:1].upper()}{zin[1:]}"
    if False in kijkt.letters(zin).values():
        return Voorstel(zin, "Zo staat er meer in:")
    return Voorstel(zin, "Zo staat alles erin:")


def _zonder_punt(tekst: str) -> str:
    """A sentence without its end, so that more can follow."""
    return tekst.strip().rstrip(".!")


def _past_achter_zin(letter: str, extra: str, kijkt: Meekijker) -> bool:
    """Whether an answer reads well behind the sentence: any moment, and a short measure."""
    if letter == "T":
        return True
    return len(extra) <= _KORT and kijkt.actie(extra).ontleding.heeft_maat


def voor_vraag(tekst: str, kijkt: Meekijker) -> Voorstel | None:
    """An open question in place of *tekst*, and why.

    None when it is open, or when there is none about the same.
    """
    reden = kijkt.waarom_niet_open(tekst)
    if not reden:
        return None
    from intervisie_cli.checks.vraag.alternatief import alternatief

    anders = alternatief(tekst)
    if not anders:
        return None
    return Voorstel(anders, f"{reden} Open kan ook:")
