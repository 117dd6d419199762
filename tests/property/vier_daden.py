"""What the four do at their laptops, at random, and how an evening of theirs ends."""

from collections.abc import Callable
from random import Random
from typing import NamedTuple

from intervisie_cli.groep.stapbestand import StapBestand
from intervisie_cli.model.fouten import IntervisieError
from intervisie_cli.model.plain import Data
from intervisie_cli.taal.verbetering import is_correction
from tests import lab
from tests.property import vier_boek
from tests.property.vier_begin import LEDEN, Begin
from tests.property.vier_boek import KLAAR, TEKST_VAN, VERBORGEN
from tests.property.vier_klonen import Wereld
from tests.property.vier_mensen import Mens

# How deep people do something while another sits at a question.
_DIEPST = 2
_GENOEG = 80


class Daad(NamedTuple):
    """Something that is done at the laptop of *lid*; *seed* decides the rest."""

    wat: str
    lid: str
    seed: int


class Avond:
    """One evening: deeds in a world, and what has to hold at its end."""

    def __init__(self, begin: Begin) -> None:
        self.wereld = Wereld(begin)

    def play(self, daden: list[Daad], seed: int = 0) -> None:
        """Do them all, and look at what they came to."""
        try:
            with self.wereld.at_terminals(seed):
                for daad in daden:
                    self.doe(daad)
                self.sluit_af()
        except AssertionError as fout:
            fout.add_note("\n".join(self.wereld.boek.verloop))
            raise
        finally:
            self.wereld.end()

    def doe(self, daad: Daad, diep: int = 0) -> None:
        """Do one thing."""
        try:
            DADEN[daad.wat](self, daad.lid, Random(daad.seed), diep)
        except IntervisieError as fout:
            raise AssertionError(f"a file of {daad.lid} cannot be read") from fout

    # ---- the deeds

    def leidt(self, lid: str, rng: Random, diep: int) -> None:
        """Lead the step at hand, or take it over, until they stop."""
        self.wereld.run(lid, "step", mens=self._mens(lid, rng, diep, 25))

    def doet_mee(self, lid: str, rng: Random, diep: int) -> None:
        self.wereld.run(lid, "mee", mens=self._mens(lid, rng, diep, 10))

    def geeft(self, lid: str, rng: Random, diep: int) -> None:
        """Give theirs, or correct it, to the step at hand or one that was closed."""
        argv = ["step", "--als", lid]
        dicht = self._closed(lid)
        if dicht and rng.random() < 0.3:
            argv.insert(1, rng.choice(dicht).plek.verwijzing)
        self.wereld.run(lid, *argv, mens=self._mens(lid, rng, diep, 12))

    def verbetert(self, lid: str, rng: Random, _diep: int) -> None:
        """Correct an item by its id in a file of answers, or give another."""
        self.wereld.run(lid, "sync")
        for data in vier_boek.steps_of(self.wereld.clone(lid)):
            for veld in (veld for stap, veld in VERBORGEN if stap == data["stap"]):
                mijn = [i for i in data.get(veld) or [] if i.get("lid") == lid]
                if mijn:
                    self._corrects(lid, data["stap"], veld, mijn, rng)
                    return

    def _corrects(
        self, lid: str, stap: str, veld: str, mijn: list[Data], rng: Random
    ) -> None:
        boek = self.wereld.boek
        deel = TEKST_VAN[veld]
        gekozen = rng.choice(mijn)
        nieuw = boek.woord(lid, lid, stap, veld)
        # It is on its way from here on: a command that refuses it has not taken it.
        boek.vervangen |= vier_boek.words_of(gekozen.get(deel)) | {nieuw}
        wordt = f"Wat doe je met {nieuw}?"
        boek.verving(str(gekozen.get(deel)), wordt)
        regels = []
        for item in mijn:
            tekst = wordt if item is gekozen else item[deel]
            regels.append(f"- {{id: {item['id']}, {deel}: '{tekst}'}}")
        stdin = "\n".join([f"stap: {stap}", f"{veld}:", *regels]) + "\n"
        argv = ("step", "--als", lid, "--antwoorden", "-")
        if self.wereld.run(lid, *argv, stdin=stdin).code == 0:
            boek.vervangen -= vier_boek.words_of(stdin)

    def opent(self, lid: str, rng: Random, diep: int) -> None:
        """Open a step again that was closed."""
        dicht = self._closed(lid)
        if dicht:
            stap = rng.choice(dicht[-2:]).plek.verwijzing
            mens = self._mens(lid, rng, diep, 20)
            self.wereld.run(lid, "step", stap, "--opnieuw", mens=mens)

    def slaat_stap_over(self, lid: str, rng: Random, _diep: int) -> None:
        reden = ("--reden", "geen tijd") if rng.random() < 0.7 else ()
        self.wereld.run(lid, "step", "--overslaan", *reden)

    def gaat(self, lid: str, rng: Random, _diep: int) -> None:
        self.wereld.run(lid, "wijzig", "--weg", rng.choice(LEDEN[1:]))

    def komt(self, lid: str, rng: Random, _diep: int) -> None:
        self.wereld.run(lid, "wijzig", "--erbij", rng.choice(LEDEN[1:]))

    def neemt_terug(self, lid: str, _rng: Random, _diep: int) -> None:
        self.wereld.run(lid, "undo")

    def deelt(self, lid: str, _rng: Random, _diep: int) -> None:
        self.wereld.run(lid, "sync")

    def wisselt(self, lid: str, _rng: Random, _diep: int) -> None:
        """Go offline, or on again."""
        wissel = self.wereld.zet_uit if self.wereld.is_aan(lid) else self.wereld.zet_aan
        wissel(lid)
        self.wereld.boek.verloop.append(f"{lid}: aan = {self.wereld.is_aan(lid)}")

    def kijkt(self, lid: str, rng: Random, _diep: int) -> None:
        """Look at all that shows words, and search for one."""
        getypt = list(self.wereld.boek.getypt) or ["niets"]
        manieren = (
            ("show",),
            ("show", "--json"),
            ("log", "--json"),
            ("log", "--verloop"),
            ("log", "--json", "--zoek", rng.choice(getypt[-6:])),
            ("check",),
            ("status",),
            ("overzicht",),
        )
        for argv in rng.sample(manieren, 3):
            self.wereld.run(lid, *argv)

    # ---- who does them

    def _mens(self, lid: str, rng: Random, diep: int, vragen: int) -> Mens:
        def tussendoor() -> None:
            if diep >= _DIEPST:
                return
            anderen = [ander for ander in LEDEN if ander != lid]
            wat = rng.choices(list(GEWICHT), list(GEWICHT.values()))[0]
            daad = Daad(wat, rng.choice(anderen), rng.getrandbits(32))
            if daad.lid not in self.wereld.bezig:
                self.doe(daad, diep + 1)

        hoeveel = rng.randint(2, vragen if diep == 0 else 6)
        return Mens(self.wereld.boek, lid, rng, hoeveel, tussendoor)

    def _closed(self, lid: str) -> list[StapBestand]:
        stappen = self.wereld.sessie(lid).stappen
        return [stap for stap in stappen if stap.is_vastgelegd and stap.plek.ronde]

    # ---- how it ends

    def sluit_af(self) -> None:
        """Bring all together, look, let somebody finish the sessie, and look once more."""
        self._samen()
        for lid in LEDEN:
            for argv in (("doctor",), ("status",), ("check",), ("step",)):
                self.wereld.run(lid, *argv)
        self._maak_af()
        self._samen()

    def _samen(self) -> None:
        wereld = self.wereld
        for lid in LEDEN:
            wereld.zet_aan(lid)
        for lid in LEDEN * 2:
            wereld.run(lid, "sync")
        eerste, *anderen = (wereld.clone(lid) for lid in LEDEN)
        er_is = lab.files_of(eerste)
        for clone in anderen:
            assert lab.files_of(clone) == er_is, "the clones differ"
        for clone in (eerste, *anderen):
            assert list(lab.untidy(clone)) == []
        self._check_words()

    def _check_words(self) -> None:
        boek = self.wereld.boek
        eerste = self.wereld.clone(LEDEN[0])
        lost = boek.vastgelegd - boek.vervangen - vier_boek.committed_words(eerste)
        assert not lost, ("lost in the end", lost)
        for data in vier_boek.steps_of(eerste):
            assert list(vier_boek.twice(data)) == [], "nobody typed that twice"
            for woord, tekst in vier_boek.answers(data):
                op = boek.antwoorden.get(woord, {tekst})
                is_eigen = any(is_correction(eerder, tekst) for eerder in op)
                assert is_eigen, ("an answer to other words", woord, tekst, op)
            if data.get("status") != KLAAR:
                continue
            for ja, versies in vier_boek.said_yes(data):
                gaf = {eerder.woorden for eerder in boek.ja if eerder[:3] == ja[:3]}
                # What stood there before the evening began was said by nobody here.
                if vier_boek.words_of(ja.woorden):
                    assert gaf & versies, ("a yes that nobody gave", ja, gaf)

    def _maak_af(self) -> None:
        """Some command always goes on: one of them leads until all is done."""
        wereld = self.wereld
        lid = LEDEN[0]
        for _ in range(6):
            if not wereld.sessie(lid).volgende:
                return
            mens = Mens(wereld.boek, lid, Random(0), _GENOEG, lambda: None, rustig=True)
            wereld.run(lid, "step", mens=mens)
        raise AssertionError("the sessie does not come to its end")


DADEN: dict[str, Callable[[Avond, str, Random, int], None]] = {
    "leidt": Avond.leidt,
    "doet mee": Avond.doet_mee,
    "geeft": Avond.geeft,
    "verbetert": Avond.verbetert,
    "opent": Avond.opent,
    "slaat stap over": Avond.slaat_stap_over,
    "gaat": Avond.gaat,
    "komt": Avond.komt,
    "neemt terug": Avond.neemt_terug,
    "deelt": Avond.deelt,
    "wisselt": Avond.wisselt,
    "kijkt": Avond.kijkt,
}
GEWICHT = {
    "leidt": 6,
    "doet mee": 4,
    "geeft": 5,
    "verbetert": 2,
    "opent": 2,
    "slaat stap over": 1,
    "gaat": 1,
    "komt": 1,
    "neemt terug": 1,
    "deelt": 2,
    "wisselt": 3,
    "kijkt": 2,
}
