"""A question as the rules see it: how it reads, and what kind it is when all is weighed."""

from functools import cached_property, lru_cache

from intervisie_cli.checks.regel import Span
from intervisie_cli.checks.vraag.ontleding import (
    ADVIES,
    ANTWOORD,
    OORDEEL,
    OPEN,
    SUGGESTIEF,
    VERWIJT,
    Suggestie,
    VraagOntleding,
)
from intervisie_cli.checks.weging import uitdrukkingen
from intervisie_cli.checks.weging.vraag import Soortweging, meeste, oordelen, weeg
from intervisie_cli.taal.zin import Zin

# How a question leads by a phrase, when no rule knows the words by which it does.
_FAMILIES = {
    uitdrukkingen.VERWIJT: VERWIJT,
    uitdrukkingen.ADVIES: ADVIES,
}


class Vraagzin:
    """A question. Spans are offsets of the uniform text."""

    def __init__(self, tekst: str) -> None:
        self.tekst = tekst
        self.lezing = VraagOntleding(tekst)

    @property
    def zin(self) -> Zin:
        """Its words."""
        return self.lezing.zin

    @cached_property
    def _weging(self) -> Soortweging:
        return weeg(self.lezing)

    @property
    def soort(self) -> str:
        """Its kind: open, gesloten or suggestief."""
        return self._weging.soort

    @property
    def zeker(self) -> float:
        """How sure that is, 0 to 1."""
        return self._weging.zeker

    @property
    def is_open(self) -> bool:
        """Whether it invites to tell."""
        return self.soort == OPEN

    @cached_property
    def suggestie(self) -> Suggestie | None:
        """How it leads and by which words; None when it does not."""
        if self.soort != SUGGESTIEF:
            return None
        return self.lezing.suggestief or self._door_uitdrukking()

    def _door_uitdrukking(self) -> Suggestie:
        """By which phrase it leads, when the rules know no words that do."""
        vormen = [woord.vorm for woord in self.zin.woorden]
        for soort, familie in _FAMILIES.items():
            for begin, eind in uitdrukkingen.letterlijk(soort, vormen):
                van, _ = self.zin.plaats(begin)
                _, tot = self.zin.plaats(eind - 1)
                return Suggestie(familie, (van, tot))
        for nummer in oordelen(vormen):
            return Suggestie(OORDEEL, self.zin.plaats(nummer))
        span = meeste(self.lezing, SUGGESTIEF)
        return Suggestie(ANTWOORD, span or (0, len(self.zin.tekst)))

    @property
    def feit(self) -> Span | None:
        """The words that ask for one fact or a choice, else the first word of the question."""
        if self.lezing.feit or not self.zin.woorden:
            return self.lezing.feit
        return self.zin.plaats(self.zin.nummer(self.lezing.kern.begin))

    @property
    def twee(self) -> Span | None:
        """The second question, when there are two in one."""
        return self.lezing.twee

    @property
    def waarom(self) -> Span | None:
        """Where it asks why."""
        return self.lezing.waarom


@lru_cache(maxsize=64)
def lees_vraag(tekst: str) -> Vraagzin:
    """Read a question; the last ones are kept, for many rules ask."""
    return Vraagzin(tekst)
