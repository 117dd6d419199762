"""All cards of a draaiboek, to read before the call or to have on paper during it."""

from collections.abc import Iterable, Iterator

from intervisie_cli.model.draaiboek import Draaiboek, Stap
from intervisie_cli.tonen.blokken import (
    Blok,
    Kop,
    Lijstpunt,
    Opsomming,
    Titel,
    Veldregel,
)
from intervisie_cli.tonen.draaiboek import PER, kop, nodig, titel
from intervisie_cli.tonen.kaart import duur, uitleg
from intervisie_cli.tonen.papier import op_papier
from intervisie_cli.ui.console import Console


def regels(uit: Console, draaiboek: Draaiboek) -> Iterator[str]:
    """The pages of `overzicht --volledig`."""
    begin = [*kop(uit, draaiboek), "", *nodig(uit, draaiboek)]
    kaarten = [list(_kaart(uit, stap)) for stap in draaiboek.stappen]
    return op_papier(uit, [[begin, *kaarten]])


def blokken(draaiboek: Draaiboek) -> Iterator[Blok]:
    """The same as blocks."""
    yield Titel(titel(draaiboek))
    yield Veldregel("", draaiboek.voor_wie)
    yield _zinnen("Nodig", draaiboek.benodigdheden)
    for stap in draaiboek.stappen:
        yield Kop(_titel(stap))
        yield Veldregel("Doel", stap.doel)
        if stap.introductie:
            yield Veldregel("Zeg", stap.introductie)
        if stap.uitvoering:
            yield _zinnen("Doe", stap.uitvoering)
        if stap.tips:
            yield _zinnen("Tips", stap.tips)


def _zinnen(naam: str, zinnen: Iterable[str]) -> Opsomming:
    return Opsomming(naam, tuple(Lijstpunt("", zin) for zin in zinnen))


def _kaart(uit: Console, stap: Stap) -> Iterator[str]:
    yield from uit.opgemaakt(_titel(stap), "vet", "blauw")
    yield from uitleg(uit, stap)


def _titel(stap: Stap) -> str:
    titel = f"{stap.nummer} {stap.titel} · {duur(stap.minuten)} · per {PER[stap.per]}"
    if stap.optioneel:
        titel += " · mag worden overgeslagen"
    return titel
