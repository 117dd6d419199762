"""Choosing on a line: by the number of a choice, its words, or their begin."""

import re
from collections.abc import Sequence

from intervisie_cli.model.vraag import Keuze
from intervisie_cli.ui.woorden import is_yes_or_no
from intervisie_cli.vragen.lines.onleesbaar import Onleesbaar
from intervisie_cli.vragen.lines.words import JA, NEE


def one(getypt: str, keuzes: Sequence[Keuze], start: int | None) -> int:
    """The place of the choice that is meant; an empty line is *start*. Raises Onleesbaar."""
    if not getypt.strip():
        if start is None:
            raise Onleesbaar("Hier hoort een antwoord.")
        return start
    return _place(getypt, keuzes)


def some(getypt: str, keuzes: Sequence[Keuze]) -> list[int]:
    """The places of the choices that are meant, in their order. Raises Onleesbaar."""
    delen = re.split(r"[,;]", getypt)
    if re.fullmatch(r"[\d\s,;]+", getypt):
        delen = re.findall(r"\d+", getypt)
    gekozen = {_place(deel, keuzes) for deel in delen if deel.strip()}
    return sorted(gekozen)


def _place(getypt: str, keuzes: Sequence[Keuze]) -> int:
    woord = getypt.strip().strip(".)").casefold()
    if is_yes_or_no(keuzes):
        return _yes_or_no(woord)
    if woord.isdecimal() and 1 <= int(woord) <= len(keuzes):
        return int(woord) - 1
    begint = []
    for nummer, keuze in enumerate(keuzes):
        beginnen = [begin.casefold() for begin in keuze.beginnen]
        if woord in beginnen:
            return nummer
        if woord and any(begin.startswith(woord) for begin in beginnen):
            begint.append(nummer)
    if len(begint) == 1:
        return begint[0]
    if begint:
        nummers = " of ".join(str(nummer + 1) for nummer in begint)
        raise Onleesbaar(f"Dat kan meer dan één zijn: typ {nummers}.")
    raise Onleesbaar(f"Dat staat er niet bij. Typ een nummer, 1 tot {len(keuzes)}.")


def _yes_or_no(woord: str) -> int:
    if woord in JA:
        return 0
    if woord in NEE:
        return 1
    raise Onleesbaar("Typ j of n.")
