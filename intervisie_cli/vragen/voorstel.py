"""What the coach offers instead of a text, made of that text and of the answers to its questions."""

from collections.abc import Mapping
from typing import NamedTuple

from intervisie_cli.vragen.meekijker import Meekijker

# A measure that is longer makes the sentence unreadable; it goes to its own field alone.
_KORT = 40


class Voorstel(NamedTuple):
    """A text to take over, and how it is introduced."""

    tekst: str
    reden: str


def voor_actie(tekst: str, gegeven: Mapping[str, str], kijkt: Meekijker) -> Voorstel | None:
    """The actie with what was answered on its missing letters; None when nothing was.

    *gegeven* has the answers on S, M and T; that on S stands in place of the sentence.
    """
    if not any(gegeven.values()):
        return None
    zin = _kaal(gegeven["S"] or tekst)
    for letter in ("T", "M"):
        extra = _kaal(gegeven[letter])
        if extra and _past(letter, extra, kijkt) and kijkt.mist(zin, letter):
            zin = f"{zin}, {extra[0].lower()}{extra[1:]}"
    zin = f"{zin[0].upper()}{zin[1:]}"
    is_heel = False not in kijkt.letters(zin).values()
    return Voorstel(zin, "Zo staat alles erin:" if is_heel else "Zo staat er meer in:")


def _kaal(tekst: str) -> str:
    """A sentence without its end, so that more can follow."""
    return tekst.strip().rstrip(".!")


def _past(letter: str, extra: str, kijkt: Meekijker) -> bool:
    """Whether an answer reads well behind the sentence: a moment always, a measure when it is short."""
    if letter == "T":
        return True
    return len(extra) <= _KORT and kijkt.actie(extra).ontleding.heeft_maat


def voor_vraag(tekst: str, kijkt: Meekijker) -> Voorstel | None:
    """An open question in place of *tekst*, and why; None when it is open."""
    if all(is_er for _, is_er in kijkt(tekst)):
        return None
    from intervisie_cli.checks.oordeel import beoordeel_vraag
    from intervisie_cli.checks.vraag.alternatief import alternatief
    from intervisie_cli.model.bevinding import FOUT

    fouten = [b.bericht for b in beoordeel_vraag(tekst).bevindingen if b.ernst == FOUT]
    bericht = fouten[0] if fouten else ""
    return Voorstel(alternatief(tekst), f"{bericht} Open kan ook:".strip())
