"""A line of yes or no about all at once: `a`, or who says no, or which is not."""

import re
from typing import NamedTuple

from intervisie_cli.model.sessie import Groep
from intervisie_cli.model.sleutel import Sleutel
from intervisie_cli.model.vraag import Antwoorden, Wijziging
from intervisie_cli.vragen.lines import names
from intervisie_cli.vragen.lines.onleesbaar import Onleesbaar, reden_van
from intervisie_cli.vragen.lines.words import ALLEMAAL, JA, NEE, NIEMAND, NIET
from intervisie_cli.vragen.meekijker import klopt_dat

# What may stand around a name and a number: 'kim twijfelt aan actie 2'.
_VULLING = frozenset(
    ["twijfelt", "twijfel", "aan", "over", "actie", "acties", "alleen"]
)
_REDEN = ("want", "omdat", "maar")
# Nobody said anything, where that can be.
_NIETS = "-"


class Cel(NamedTuple):
    """One yes or no: its key, whose it is ('' for one that answers all), about which item (from 1).

    *nummer* is 0 where there are no items.
    """

    sleutel: Sleutel
    lid: str
    nummer: int


def open_of(cellen: list[Cel], antwoorden: Antwoorden) -> list[Cel]:
    """Those that are open, or else all: what members answered at home is not asked again."""
    te_doen = [cel for cel in cellen if cel.sleutel not in antwoorden]
    return te_doen or cellen


class AllLine(NamedTuple):
    """The line about all *cellen*. *verplicht*: something has to be said.

    *om_twijfel*: the question is who doubts, so 'nee' and 'niemand' say yes for all.
    """

    cellen: tuple[Cel, ...]
    groep: Groep
    verplicht: bool = False
    om_twijfel: bool = False

    def bezwaar(self, getypt: str) -> str:
        """Say how to answer; an empty line is no agreement."""
        return reden_van(self._read, getypt, self._how())

    def lees(self, getypt: str, antwoorden: Antwoorden) -> Wijziging:
        """Every cell: yes, but for those that are named. Raises Onleesbaar."""
        return Wijziging(erbij=self._read(getypt))

    def schrijf(self, antwoorden: Antwoorden) -> str:
        """The line that says the same, '' when not all was answered."""
        waarden = [antwoorden.get(cel.sleutel) for cel in self.cellen]
        if not self.verplicht and all(waarde == "" for waarde in waarden):
            return _NIETS
        if not all(isinstance(waarde, bool) for waarde in waarden):
            return ""
        nee = [
            cel for cel, waarde in zip(self.cellen, waarden, strict=True) if not waarde
        ]
        if self.om_twijfel:
            return ", ".join(map(self._label, nee)) or "nee"
        return ", ".join(f"niet {self._label(cel)}".strip() for cel in nee) or "a"

    def nagezegd(self, getypt: str) -> str:
        """Who or what the no is of, where the rest is a yes; and what 'a' says to who doubts."""
        if self.om_twijfel and getypt.strip().casefold() == "a":
            return klopt_dat("niemand twijfelt")
        gelezen = self._read(getypt)
        nee = [cel for cel in self.cellen if gelezen[cel.sleutel] is False]
        if not nee or len(nee) == len(self.cellen):
            return ""
        namen = ", ".join(map(self._label, nee))
        return klopt_dat(f"nee: {namen}; de rest: ja")

    @property
    def sleutels(self) -> tuple[Sleutel, ...]:
        """Those of all cells."""
        return tuple(cel.sleutel for cel in self.cellen)

    @property
    def _leden(self) -> list[str]:
        return list(dict.fromkeys(cel.lid for cel in self.cellen))

    @property
    def _nummers(self) -> list[int]:
        return list(dict.fromkeys(cel.nummer for cel in self.cellen))

    @property
    def _te_noemen(self) -> list[int]:
        """The numbers that can be typed: none where one thing is asked with yes or no."""
        if len(self.cellen) == 1 and not self.om_twijfel:
            return []
        return self._nummers

    def _label(self, cel: Cel) -> str:
        woorden = []
        # Who answers alone, at a laptop of their own, need not name themselves.
        is_een_van = len(self._leden) > 1 or len(self._nummers) == 1
        if cel.lid and is_een_van:
            woorden.append(names.label(cel.lid, self._leden, self.groep))
        if len(self._nummers) > 1:
            woorden.append(str(cel.nummer))
        return " ".join(woorden)

    def _read(self, getypt: str) -> Antwoorden:
        """The answers. Raises Onleesbaar."""
        getypt = getypt.strip().casefold()
        if getypt == _NIETS and not self.verplicht:
            return {cel.sleutel: "" for cel in self.cellen}
        voor_alles = self._of_all(getypt)
        if voor_alles is not None:
            return {cel.sleutel: voor_alles for cel in self.cellen}
        antwoorden: Antwoorden = {cel.sleutel: True for cel in self.cellen}
        stukken = names.split(getypt)
        if not stukken:
            raise Onleesbaar
        for stuk in stukken:
            if stuk in JA and self.om_twijfel:
                raise Onleesbaar("Wie twijfelt er?")
            if stuk in JA:
                continue
            for cel in self._meant(stuk):
                antwoorden[cel.sleutel] = False
        return antwoorden

    def _of_all(self, getypt: str) -> bool | None:
        """What is said of all at once, None for nothing: 'a', 'niemand', 'nee, alles'."""
        woorden = {*re.findall(r"\w+", getypt)}
        is_niemand = bool(woorden & NIEMAND)
        if self.om_twijfel:
            if getypt == "a" or (is_niemand and woorden <= NIEMAND | _VULLING):
                return True
            # Of more people 'iedereen' could mean that all doubt, or that all agree.
            is_ja = getypt in JA and len(self.cellen) == 1
            return False if is_ja else None
        if getypt in ALLEMAAL:
            return True
        if getypt in NEE and len(self._nummers) > 1 and len(self._leden) == 1:
            raise Onleesbaar("Wat niet? Typ de nummers. Alles? Typ: nee, alles")
        return False if is_niemand and woorden <= NIEMAND | ALLEMAAL - JA else None

    def _meant(self, stuk: str) -> list[Cel]:
        """The cells that 'tim 2' names. Raises Onleesbaar."""
        lid = ""
        nummers: list[int] = []
        naam: list[str] = []
        for woord in stuk.split():
            if woord in _VULLING or (woord in NIET and not self.om_twijfel):
                continue
            if woord in _REDEN:
                raise Onleesbaar("Een reden kan in een notitie (^N).")
            if woord.isdecimal() and int(woord) in self._te_noemen:
                nummers.append(int(woord))
            else:
                naam.append(woord)
        alleen = len(self._leden) == 1
        if alleen and naam and nummers and not self._is_name(naam):
            raise Onleesbaar("Typ alleen het nummer. Waarom? Dat zeg je in de call.")
        if naam:
            lid = self._named(naam)
        if len(self._leden) > 1 and not lid:
            raise Onleesbaar("Wie?")
        if len(self._nummers) > 1 and not nummers:
            raise Onleesbaar("Welke?")
        return [
            cel
            for cel in self.cellen
            if (not lid or cel.lid == lid) and (not nummers or cel.nummer in nummers)
        ]

    def _is_name(self, woorden: list[str]) -> bool:
        leden = [lid for lid in self._leden if lid]
        return any(names.find(woord, leden, self.groep) for woord in woorden)

    def _named(self, woorden: list[str]) -> str:
        """The member whom these words name together. Raises Onleesbaar."""
        leden = [lid for lid in self._leden if lid]
        lid = names.find(" ".join(woorden), leden, self.groep)
        if lid:
            return lid
        los = {names.find(woord, leden, self.groep) for woord in woorden}
        if "" in los:
            raise Onleesbaar
        if len(los) > 1:
            raise Onleesbaar("Zet een komma tussen twee namen.")
        return los.pop()

    def _how(self) -> str:
        voorbeeld = self._label(self.cellen[-1]).casefold()
        if len(self.cellen) == 1:
            return "Typ j of n."
        if self.om_twijfel:
            return f"Typ nee als niemand twijfelt, of wie, zoals: {voorbeeld}"
        return f"Typ a als het voor alles geldt, of wat niet, zoals: {voorbeeld}"
