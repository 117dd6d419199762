"""A line that marks items by their number: `1 klaar, 2 deels 9 keer, 4 vervallen`."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from intervisie_cli.model.actie import GEDAAN, GETYPT, OPEN
from intervisie_cli.model.draaiboek import Veld
from intervisie_cli.model.sleutel import Sleutel
from intervisie_cli.model.vraag import Antwoorden, Wijziging
from intervisie_cli.tijd.dag import dag_in_woorden, lees_datum
from intervisie_cli.vragen.lines.onleesbaar import Onleesbaar, reden_van
from intervisie_cli.vragen.lines.verdict_line import chosen
from intervisie_cli.vragen.lines.words import ALLEMAAL
from intervisie_cli.vragen.meekijker import klopt_dat
from intervisie_cli.vragen.soorten.enkel import ENKEL

# The number of an item: '9 keer' says how often.
_NUMMER = r"\d+(?!\d|\s*(?:keer|x|maal)\b)"
_NUMMERS = rf"{_NUMMER}(?:\s*(?:,|en\b|\s)\s*{_NUMMER})*"
_NIET = (
    r"(?:nog\s+)?niet(?:\s+(?:gedaan|klaar|af|gelukt|begonnen))?"
    r"(?=\s*(?:$|[,;.:\d]|en\b))"
)
# '2 deels', '1, 3 klaar', 'a klaar', '2 niet gedaan': which items, and the word.
_KOP = re.compile(
    r"(?P<welke>(?:allemaal|alles|alle|a)\b|"
    rf"{_NUMMERS})[\s:=.)]*(?:(?P<niet>{_NIET})|(?P<woord>[^\W\d_]+))?",
    re.IGNORECASE,
)
# A number with which a remark, or a part of it behind a comma, begins.
_VOORAAN = re.compile(rf"(?:^|[,;])\s*(?:en\s+)?({_NUMMER})", re.IGNORECASE)
# What can stand between two items.
_TUSSEN = re.compile(r"\s*[,;]\s*|\s+en\s+|\s+", re.IGNORECASE)
_KEER = re.compile(
    r"(?<!\d)(?<!\d[,.])(\d+)\s*(?:keer|x|maal)\b[\s,.;]*", re.IGNORECASE
)
# A day may hold a comma ('vrijdag, 4 december'), and so may the remark behind it.
_TOT = re.compile(
    r"\btot\s+(?P<alles>(?P<kort>(?:(?!\btot\s)[^,;])+)(?:(?!\btot\s).)*)",
    re.IGNORECASE | re.DOTALL,
)
# What stands between the word and what is said about it.
_ROND = " ,;:=-"


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
        return reden_van(self._read, getypt, self._how())

    def lees(self, getypt: str, antwoorden: Antwoorden) -> Wijziging:
        """The choice of every item, and what was said of the named ones. Raises Onleesbaar."""
        erbij: Antwoorden = {}
        for merk in self.merken:
            erbij[self._choice(merk)] = self.rest
        return Wijziging(self.sleutels, erbij | self._read(getypt))

    def nagezegd(self, getypt: str) -> str:
        """The days that were named, in words; and what bare numbers were taken for."""
        gelezen = self._read(getypt)
        dagen = [
            dag_in_woorden(str(waarde), self.vandaag)
            for sleutel, waarde in gelezen.items()
            if sleutel.deel in self._dagdelen
        ]
        if self.rest and re.fullmatch(r"[\d\s,en]+", getypt.strip()):
            nummers = re.findall(r"\d+", getypt)
            laatste = self._keuzes[-1]
            return klopt_dat(f"{laatste}: {', '.join(nummers)}; de rest: {self.rest}")
        return klopt_dat(", ".join(dict.fromkeys(dagen)))

    @property
    def _dagdelen(self) -> set[str]:
        return {deel.naam for merk in self.merken for deel in merk.delen if deel.is_dag}

    def schrijf(self, antwoorden: Antwoorden) -> str:
        """What was marked."""
        stukken = []
        for nummer, merk in enumerate(self.merken, 1):
            gezegd = antwoorden.get(self._choice(merk))
            meer = ""
            rest = merk.delen[1:]
            for deel in sorted(rest, key=lambda deel: deel.is_dag):
                waarde = antwoorden.get(merk.item.met(deel.naam))
                if waarde not in (None, ""):
                    meer += _as_typed(deel, waarde)
            # What goes for the rest need not be said, unless something is said of it besides.
            if gezegd and (meer or gezegd != self.rest):
                stukken.append(f"{nummer} {gezegd}{meer}")
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

    def _read(self, getypt: str) -> Antwoorden:
        """What is said of the items that are named. Raises Onleesbaar."""
        getypt = getypt.strip()
        if self.rest and getypt.casefold() in ALLEMAAL:
            return {}
        gezegd: Antwoorden = {}
        for stuk in self._pieces(getypt):
            kop = _KOP.match(stuk)
            woord = self._word(kop)
            if not kop or not woord:
                raise Onleesbaar
            for merk in self._which(kop["welke"]):
                gezegd[self._choice(merk)] = woord
                gezegd |= self._about(merk, woord, stuk[kop.end() :])
        return gezegd

    def _pieces(self, getypt: str) -> list[str]:
        """The line, cut where a number with a word to choose begins another item."""
        stukken = []
        begin = 0
        for tussen in _TUSSEN.finditer(getypt):
            vooraf = getypt[begin : tussen.start()]
            kop = _KOP.match(getypt, tussen.end())
            if not kop or not self._word(kop):
                continue
            if not kop["welke"][0].isdecimal():
                continue
            if re.fullmatch(_NUMMERS, vooraf):
                # '1, 3 klaar' says one thing of both.
                continue
            # In a remark a comma or 'en' parts; right behind the word a space is enough.
            if tussen[0].strip() or _KOP.fullmatch(vooraf):
                stukken.append(vooraf)
                begin = tussen.end()
        return [stuk for stuk in (*stukken, getypt[begin:]) if stuk]

    def _word(self, kop: re.Match[str] | None) -> str:
        """The choice behind a number, '' for none."""
        if not kop:
            return ""
        getypt = kop["woord"]
        if kop["niet"] and not self.rest and OPEN in self._keuzes:
            return OPEN
        if not getypt:
            # 'Welke niet? 2' is enough where the rest is a yes.
            return self._keuzes[-1] if self.rest else ""
        gevonden = chosen(getypt, self._keuzes)
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

    def _about(self, merk: Merk, woord: str, rest: str) -> Antwoorden:
        """How often, until when, and the remark that *rest* holds. Raises Onleesbaar."""
        gezegd: Antwoorden = {}
        for deel in merk.delen[1:]:
            # What is done has no new day: there those words are a remark.
            if deel.als.na_keuze and woord not in deel.als.na_keuze:
                continue
            if deel.soort in _OPMERKING:
                self._check_numbers(rest)
            rest, waarde = _take(deel, rest, self.vandaag)
            if not waarde:
                continue
            soort = ENKEL[deel.soort]
            if reden := soort.bezwaar(waarde, self.vandaag):
                raise Onleesbaar(reden)
            sleutel = merk.item.met(deel.naam)
            gezegd[sleutel] = soort.uit_getypt(waarde, self.vandaag)
        return gezegd

    def _check_numbers(self, rest: str) -> None:
        """See that no other item is taken for a remark. Raises Onleesbaar."""
        if rest.lstrip().startswith(":"):
            return
        for nummer in _VOORAAN.findall(rest):
            if 0 < int(nummer) <= len(self.merken):
                raise Onleesbaar(
                    f"Wat is er met {nummer}? Een opmerking komt achter een dubbele punt."
                )

    def _how(self) -> str:
        *eerste, laatste = self._keuzes
        woorden = f"{', '.join(eerste)} of {laatste}"
        alles = ""
        if self.rest:
            alles = "a als alles klopt, of "
        voorbeeld = GEDAAN if GEDAAN in self._keuzes else laatste
        return f"Typ {alles}een nummer en {woorden}, zoals: 1 {voorbeeld}"


def order(delen: Iterable[Veld]) -> tuple[Veld, ...]:
    """The parts in the order of reading them: the choice, numbers and days, then the remark."""

    def rang(deel: Veld) -> int:
        return _RANG.get(deel.soort, 0)

    return tuple(sorted(delen, key=rang))


_OPMERKING = ("tekst", "lang")
_RANG = {
    "keuze": 0,
    "aantal": 1,
    "datum": 2,
    "tekst": 3,
    "lang": 3,
}


def _take(deel: Veld, rest: str, vandaag: date) -> tuple[str, str]:
    """Take out of *rest* what belongs to *deel*."""
    if deel.is_dag:
        return _take_day(rest, vandaag)
    if deel.soort == "aantal":
        match = _KEER.search(rest)
        if not match:
            return rest, ""
        over = rest[: match.start()] + rest[match.end() :]
        return over, match[1]
    gezegd = rest.strip(_ROND)
    return "", gezegd if gezegd.strip(".!") else ""


def _take_day(rest: str, vandaag: date) -> tuple[str, str]:
    """Take out the last day behind 'tot', else numbers that look like one: those are refused."""
    achter_tot = [
        (match, deel)
        for match in reversed([*_TOT.finditer(rest)])
        for deel in ("alles", "kort")
    ]
    dagen = [
        (match, deel)
        for match, deel in achter_tot
        if lees_datum(match[deel].strip(" .;"), vandaag)
    ]
    # 'tot hoofdstuk 3' is a remark.
    in_cijfers = [
        (match, deel) for match, deel in achter_tot if match[deel][0].isdecimal()
    ]
    for match, deel in dagen + in_cijfers:
        na = rest[match.end(deel) :]
        return rest[: match.start()] + na, match[deel].strip(" .;")
    return rest, ""


def _as_typed(deel: Veld, waarde: Any) -> str:
    if deel.soort == "aantal":
        return f" {waarde} keer"
    if deel.is_dag:
        return f" tot {ENKEL[deel.soort].getypt(waarde)}"
    # Behind a colon the number that a remark may begin with is none of an item.
    return f": {waarde}"
