"""What the rules say of one text, an actie or a question, in the order of the rules."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from intervisie_cli.checks.regel import Regel
from intervisie_cli.checks.register import SMART, TEKST, VRAAG
from intervisie_cli.checks.smart.actie import GEEN_AFSPRAKEN, Actiezin, Afspraken
from intervisie_cli.checks.vraag.vraagzin import Vraagzin, lees_vraag
from intervisie_cli.model.actie import Velden
from intervisie_cli.model.bevinding import UIT, Bevinding, Resultaat, Vindplaats
from intervisie_cli.taal.zin import lees

Ernst = Mapping[str, str]


class ActieOordeel(NamedTuple):
    """The verdict on an actie: its letters, last day and rhythm.

    Its A and R are None when nobody was asked.
    """

    actie: Actiezin
    bevindingen: tuple[Bevinding, ...]

    @property
    def tekst(self) -> str:
        """Its sentence."""
        return self.actie.tekst

    def resultaten(self, nummer: int) -> Iterator[Resultaat]:
        """Its findings, as they stand in text *nummer* of a row of texts."""
        return _in_rij(self.tekst, self.bevindingen, nummer)


class VraagOordeel(NamedTuple):
    """The verdict on a question."""

    vraag: Vraagzin
    bevindingen: tuple[Bevinding, ...]

    @property
    def tekst(self) -> str:
        """Its text."""
        return self.vraag.tekst

    @property
    def soort(self) -> str:
        """Its kind."""
        return self.vraag.soort

    def resultaten(self, nummer: int) -> Iterator[Resultaat]:
        """Its findings, as they stand in text *nummer* of a row of texts."""
        return _in_rij(self.tekst, self.bevindingen, nummer)


Oordeel = ActieOordeel | VraagOordeel


def beoordeel_actie(
    tekst: str,
    vandaag: date,
    velden: Velden | None = None,
    afspraken: Afspraken = GEEN_AFSPRAKEN,
    ernst: Ernst | None = None,
) -> ActieOordeel:
    """Judge an actie on the day *vandaag*; *ernst* sets other levels for rules, `uit` for none."""
    actie = Actiezin(tekst, vandaag, velden, afspraken)
    return ActieOordeel(actie, _bevindingen(tekst, actie, SMART, ernst or {}))


def beoordeel_vraag(tekst: str, ernst: Ernst | None = None) -> VraagOordeel:
    """Judge a question."""
    vraag = lees_vraag(tekst)
    return VraagOordeel(vraag, _bevindingen(tekst, vraag, VRAAG, ernst or {}))


def _in_rij(
    tekst: str,
    bevindingen: Iterable[Bevinding],
    nummer: int,
) -> Iterator[Resultaat]:
    for bevinding in bevindingen:
        yield Resultaat(Vindplaats("", nummer), tekst, bevinding)


def _bevindingen(
    tekst: str,
    geval: Any,
    regels: tuple[Regel, ...],
    ernst: Ernst,
) -> tuple[Bevinding, ...]:
    """What is found, in the order of the rules; of an empty text only that it is empty."""
    tekst_zelf = tuple(_van(TEKST, lees(tekst), ernst))
    if any(bevinding.regel == "tekst-leeg" for bevinding in tekst_zelf):
        return tekst_zelf
    return (*tekst_zelf, *_van(regels, geval, ernst))


def _van(
    regels: tuple[Regel, ...],
    geval: Any,
    ernst: Ernst,
) -> Iterator[Bevinding]:
    for regel in regels:
        if ernst.get(regel.id) != UIT:
            yield from regel.pas_toe(geval, ernst.get(regel.id, ""))
