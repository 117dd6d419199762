"""All cards of a draaiboek, to read before the call or to have on paper during it."""

from collections.abc import Iterator

from intervisie_cli.model.draaiboek import Draaiboek, Stap
from intervisie_cli.tonen.draaiboek import PER, kop, nodig
from intervisie_cli.tonen.kaart import duur, uitleg
from intervisie_cli.tonen.papier import op_papier
from intervisie_cli.ui.console import Console


def regels(uit: Console, draaiboek: Draaiboek) -> Iterator[str]:
    """The pages of `overzicht --volledig`."""
    begin = [*kop(uit, draaiboek), "", *nodig(uit, draaiboek)]
    kaarten = [list(_kaart(uit, stap)) for stap in draaiboek.stappen]
    return op_papier(uit, [[begin, *kaarten]])


def _kaart(uit: Console, stap: Stap) -> Iterator[str]:
    titel = f"{stap.nummer} {stap.titel} · {duur(stap.minuten)} · per {PER[stap.per]}"
    if stap.optioneel:
        titel += " · mag worden overgeslagen"
    yield from uit.opgemaakt(titel, "vet", "blauw")
    yield from uitleg(uit, stap)
