"""An actie as the rules see it: its sentence, the fields beside it, and the day of the sessie."""

from datetime import date
from functools import cached_property
from typing import NamedTuple

from intervisie_cli.checks.smart.ontleding import Ontleding, ontleed
from intervisie_cli.checks.weging.actie import Weging, weeg
from intervisie_cli.model.actie import Velden
from intervisie_cli.model.namen import lees_iso
from intervisie_cli.tijd.lezen import Tijd
from intervisie_cli.tijd.ritme import Ritme

# A year holds every deadline of a study year; beyond it nobody remembers what was agreed.
HORIZON_DAGEN = 365
# From which likelihood on a letter is there. What no grammar of time knows may well be a moment
# ('tot de kermis'), and a wrong alarm costs more than a miss.
DREMPELS = {"S": 0.5, "M": 0.5, "T": 0.25}
# How sure a day that was read is one.
_DAG_IS_ZEKER = 0.95


class Afspraken(NamedTuple):
    """What a group agreed on: the region of its holidays, how many days ahead an actie may lie."""

    regio: str = ""
    horizon_dagen: int = HORIZON_DAGEN


GEEN_AFSPRAKEN = Afspraken()


class Actiezin:
    """An actie; without *velden* only its sentence counts."""

    def __init__(
        self,
        tekst: str,
        vandaag: date,
        velden: Velden | None = None,
        afspraken: Afspraken = GEEN_AFSPRAKEN,
    ) -> None:
        self.tekst = tekst
        self.vandaag = vandaag
        self.velden = velden
        self.afspraken = afspraken
        self.ontleding: Ontleding = ontleed(tekst, vandaag, afspraken.regio)

    @cached_property
    def weging(self) -> Weging:
        """How likely each letter is there, by its sentence alone."""
        return weeg(self.ontleding)

    def _weegt(self, letter: str) -> bool:
        """Whether by its sentence alone a letter is there."""
        kansen = self.weging._asdict()
        return bool(kansen[letter] >= DREMPELS[letter])

    def _lees(self, veld: str) -> Ontleding:
        return ontleed(veld, self.vandaag, self.afspraken.regio)

    @property
    def tijd(self) -> Tijd:
        """The time in its sentence."""
        return self.ontleding.tijd

    @cached_property
    def _veld_ritme(self) -> Ontleding | None:
        """The field `ritme`, read as a sentence; None when it is empty."""
        if not self.velden or not self.velden.ritme:
            return None
        return self._lees(self.velden.ritme)

    @cached_property
    def is_specifiek(self) -> bool:
        """S."""
        return self._weegt("S")

    @cached_property
    def is_meetbaar(self) -> bool:
        """M: by its sentence, or by the field `meetbaar` when that can be seen or counted."""
        is_meetbaar = self._weegt("M")
        if is_meetbaar or not self.velden:
            return is_meetbaar
        veld = self._lees(self.velden.meetbaar)
        if veld.noemt_maat:
            return True
        noemt_doen = bool(veld.doen or veld.is_telegram)
        if noemt_doen and not veld.vergelijkingen:
            return True
        return self._veld_ritme is not None and self._veld_ritme.heeft_frequentie

    @cached_property
    def is_tijdgebonden(self) -> bool:
        """T: by its sentence, or by the fields `tot` and `ritme`."""
        if self.tot is not None or self.ritme is not None:
            return True
        if self._weegt("T"):
            return True
        return self._veld_ritme is not None and self._veld_ritme.tijd.heeft_moment

    @cached_property
    def is_acceptabel(self) -> bool | None:
        """A: what the inbrenger said; None when nobody was asked."""
        return self.velden.akkoord if self.velden else None

    @cached_property
    def is_realistisch(self) -> bool | None:
        """R: what the members said; None while nobody doubts it and not all have spoken."""
        if not self.velden or not self.velden.haalbaar:
            return None
        if False in self.velden.haalbaar:
            return False
        if None in self.velden.haalbaar:
            return None
        return True

    @property
    def letters(self) -> dict[str, bool | None]:
        """Each letter with whether it is there; None when nobody was asked."""
        return {
            "S": self.is_specifiek,
            "M": self.is_meetbaar,
            "A": self.is_acceptabel,
            "R": self.is_realistisch,
            "T": self.is_tijdgebonden,
        }

    @cached_property
    def zeker(self) -> dict[str, float]:
        """How sure each letter that is read from the sentence is there or is not, 0 to 1."""
        zeker = {}
        for letter, deel in self.weging._asdict().items():
            is_er = bool(self.letters[letter])
            zeker[letter] = deel if is_er else 1 - deel
        # A day or a rhythm that was read is a T, whatever the words beside it.
        if self.tot or self.ritme:
            zeker["T"] = max(zeker["T"], _DAG_IS_ZEKER)
        return zeker

    @property
    def is_smart(self) -> bool:
        """Whether S, M and T are there, and nobody said no."""
        if self.is_acceptabel is False or self.is_realistisch is False:
            return False
        return self.is_specifiek and self.is_meetbaar and self.is_tijdgebonden

    @cached_property
    def tot(self) -> date | None:
        """The last day: of the field, else of the sentence or the field `ritme`."""
        gezegd = self.veld_tot or self.tijd.tot or self.ontleding.gedaan_op
        if gezegd or not self._veld_ritme:
            return gezegd
        return self._veld_ritme.tijd.tot

    @cached_property
    def vanaf(self) -> date | None:
        """The first day, of the sentence or of the field `ritme`."""
        if self.tijd.vanaf or not self._veld_ritme:
            return self.tijd.vanaf
        return self._veld_ritme.tijd.vanaf

    @property
    def veld_tot(self) -> date | None:
        """The day in the field `tot`, None when there is none that can be read."""
        return lees_iso(self.velden.tot) if self.velden else None

    @cached_property
    def ritme(self) -> Ritme | None:
        """The rhythm: of the field, else of the sentence."""
        veld = self._veld_ritme.tijd.ritme if self._veld_ritme else None
        return veld or self.tijd.ritme
