"""A line that marks items by their number: `1 klaar, 2 deels 9 keer, 4 vervallen`."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from intervisie_cli.model.actie import GETYPT
from intervisie_cli.model.draaiboek import Veld
from intervisie_cli.model.sleutel import Sleutel
from intervisie_cli.model.vraag import Antwoorden, Vraag, Wijziging
from intervisie_cli.tijd.dag import lees_datum
from intervisie_cli.vragen.lines.all_line import ALLEMAAL, Onleesbaar
from intervisie_cli.vragen.lines.verdict_line import chosen
from intervisie_cli.vragen.soorten.enkel import ENKEL

# '2 deels: het was koud', '1, 3 klaar', 'a klaar': which items, the word, and what is said of it.
_STUK = re.compile(
    r"\s*(?P<welke>(?:allemaal|alle|a)\b|\d+(?:\s*(?:,|en|\s)\s*\d+(?!\s*(?:keer|x)\b))*)"
    r"[\s:=]*(?P<woord>[^\W\d_]+)?[\s:,=-]*(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
# Where the next item begins: a number with a word to choose behind it, or with nothing.
_VOLGENDE = re.compile(
    r"[,;]\s*(?!\d+\s*(?:keer|x|maal)\b)"
    r"(?=\d+(?:\s*(?:,|en|\s)\s*\d+)*[\s:=]*(?:[^\W\d_]|$))",
    re.IGNORECASE,
)
_NUMMERS = re.compile(r"(?:[\d\s,;]|\ben\b)+", re.IGNORECASE)
_KEER = re.compile(r"(\d{1,3})\s*(?:keer|x|maal)\b[\s,.;]*", re.IGNORECASE)
_TOT = re.compile(r"\btot\s+([^,;]+)", re.IGNORECASE)


class Merk(NamedTuple):
    """An item to mark: its key, and the parts that can be said of it, the choice first."""

    item: Sleutel
    delen: tuple[Veld, ...]


class MarkLine(NamedTuple):
    """The line about the items *merken*. What is not named gets *rest*, '' for nothing."""

    merken: tuple[Merk, ...]
    vandaag: date
    rest: str = ""

    def bezwaar(self, getypt: str) -> str:
        """Say how to mark."""
        if not getypt.strip():
            return self._how() if self.rest else ""
        try:
            self._read(getypt)
        except Onleesbaar as fout:
            return f"{fout} {self._how()}".strip()
        return ""

    def lees(self, getypt: str, antwoorden: Antwoorden) -> Wijziging:
        """The choice of every item, and what was said of the named ones. Raises Onleesbaar."""
        erbij: dict[Sleutel, Any] = {}
        for merk in self.merken:
            erbij[self._choice(merk)] = self.rest
        return Wijziging(self.sleutels, erbij | self._read(getypt))

    def schrijf(self, antwoorden: Antwoorden) -> str:
        """What was marked."""
        stukken = []
        for nummer, merk in enumerate(self.merken, 1):
            gezegd = antwoorden.get(self._choice(merk))
            if not gezegd or gezegd == self.rest:
                continue
            woorden = [str(nummer), str(gezegd)]
            for deel in merk.delen[1:]:
                waarde = antwoorden.get(merk.item.met(deel.naam))
                if waarde not in (None, ""):
                    woorden.append(_as_typed(deel, waarde))
            stukken.append(" ".join(woorden))
        is_all = all(self._choice(merk) in antwoorden for merk in self.merken)
        if not stukken and self.rest and is_all:
            return "a"
        return ", ".join(stukken)

    @property
    def sleutels(self) -> tuple[Sleutel, ...]:
        """All that can be said of all items."""
        return tuple(
            merk.item.met(deel.naam) for merk in self.merken for deel in merk.delen
        )

    def _choice(self, merk: Merk) -> Sleutel:
        return merk.item.met(merk.delen[0].naam)

    @property
    def _keuzes(self) -> tuple[str, ...]:
        return self.merken[0].delen[0].keuzes

    def _read(self, getypt: str) -> dict[Sleutel, Any]:
        """What is said of the items that are named. Raises Onleesbaar."""
        getypt = getypt.strip()
        if self.rest and getypt.casefold() in ALLEMAAL:
            return {}
        gezegd: dict[Sleutel, Any] = {}
        for stuk in _per_item(getypt):
            match = _STUK.fullmatch(stuk)
            woord = self._word(match["woord"] or "") if match else ""
            if not match or not woord:
                raise Onleesbaar
            for merk in self._which(match["welke"]):
                gezegd[self._choice(merk)] = woord
                gezegd |= self._about(merk, match["rest"])
        return gezegd

    def _word(self, getypt: str) -> str:
        if not getypt and self.rest:
            # 'Welke niet? 2' is enough where the rest is a yes.
            return self._keuzes[-1]
        gevonden = chosen(getypt, self._keuzes) if getypt else ""
        if not gevonden and GETYPT.get(getypt.casefold()) in self._keuzes:
            return GETYPT[getypt.casefold()]
        return gevonden

    def _which(self, getypt: str) -> list[Merk]:
        """The items with these numbers. Raises Onleesbaar when one is not there."""
        if not getypt[0].isdecimal():
            return list(self.merken)
        nummers = [int(nummer) for nummer in re.findall(r"\d{1,4}", getypt)]
        if not all(0 < nummer <= len(self.merken) for nummer in nummers):
            raise Onleesbaar(f"Er zijn er {len(self.merken)}.")
        return [self.merken[nummer - 1] for nummer in nummers]

    def _about(self, merk: Merk, rest: str) -> dict[Sleutel, Any]:
        """How often, until when, and the remark that *rest* holds. Raises Onleesbaar."""
        gezegd: dict[Sleutel, Any] = {}
        for deel in merk.delen[1:]:
            rest, waarde = self._take(deel, rest)
            if not waarde:
                continue
            vraag = Vraag(merk.item, deel.soort, deel.vraag)
            soort = ENKEL[deel.soort]
            if reden := soort.bezwaar(vraag, waarde, self.vandaag):
                raise Onleesbaar(reden)
            sleutel = merk.item.met(deel.naam)
            gezegd[sleutel] = soort.uit_getypt(waarde, self.vandaag)
        if rest.strip(" ,;:."):
            raise Onleesbaar("Een opmerking kan hier niet bij.")
        return gezegd

    def _take(self, deel: Veld, rest: str) -> tuple[str, str]:
        """Take out of *rest* what belongs to *deel*."""
        if deel.soort == "aantal":
            match = _KEER.search(rest)
        elif deel.is_dag:
            match = self._day(rest)
        else:
            return "", rest.strip(" ,;:")
        if not match:
            return rest, ""
        rest = rest[: match.start()] + rest[match.end() :]
        return rest, match[1].strip(" .;")

    def _day(self, rest: str) -> re.Match[str] | None:
        """Where *rest* names a day; what looks like one and is none is told to the person."""
        for match in _TOT.finditer(rest):
            # 'tot hoofdstuk 3' is a remark.
            if match[1][0].isdecimal() or lees_datum(match[1], self.vandaag):
                return match
        return None

    def _how(self) -> str:
        *eerste, laatste = self._keuzes
        voorbeeld = f"1 {self._keuzes[-1]}" if self.rest else f"1 {self._keuzes[2]}"
        woorden = f"{', '.join(eerste)} of {laatste}"
        alles = "a als alles klopt, of " if self.rest else ""
        return f"Typ {alles}een nummer en {woorden}, zoals: {voorbeeld}"


def _per_item(getypt: str) -> list[str]:
    """The parts of a line; numbers with nothing behind them go with the part that follows."""
    stukken: list[str] = []
    for stuk in filter(None, map(str.strip, _VOLGENDE.split(getypt))):
        if stukken and _NUMMERS.fullmatch(stukken[-1]):
            stukken[-1] += f", {stuk}"
        else:
            stukken.append(stuk)
    return stukken


def order(delen: Iterable[Veld]) -> tuple[Veld, ...]:
    """The parts in the order of reading them: the choice, numbers and days, then the remark."""
    return tuple(sorted(delen, key=lambda deel: _RANG.get(deel.soort, 0)))


_RANG = {"keuze": 0, "aantal": 1, "datum": 2, "tekst": 3, "lang": 3}


def _as_typed(deel: Veld, waarde: Any) -> str:
    if deel.soort == "aantal":
        return f"{waarde} keer"
    if deel.is_dag:
        return f"tot {waarde}"
    return str(waarde)
