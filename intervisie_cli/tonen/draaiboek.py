"""A draaiboek on one page: its steps with what they hold and how long they take, and the needs."""

from collections.abc import Iterator

from intervisie_cli.model.draaiboek import Draaiboek, Stap
from intervisie_cli.tonen.kaart import duur
from intervisie_cli.ui.console import Console, breedte_van, kort, vul, wrap
from intervisie_cli.ui.veilig import veilig

# What a step is done in each of, as people say it.
PER = {"sessie": "sessie", "ronde": "ronde", "keuze": "ronde of sessie"}
_DUUR = 13
# The columns beside the content: the duration, and 'ronde of sessie' with some space.
_ERNAAST = 30
# A narrower column of content has a word or two on a line: then it goes below the title.
_SMALST = 20


def regels(uit: Console, draaiboek: Draaiboek) -> Iterator[str]:
    """The page of `overzicht`."""
    yield from kop(uit, draaiboek)
    yield ""
    titels = max(breedte_van(stap.titel) for stap in draaiboek.stappen)
    for stap in draaiboek.stappen:
        yield from _stap(uit, stap, titels + 4)
    yield ""
    yield from nodig(uit, draaiboek)


def kop(uit: Console, draaiboek: Draaiboek) -> Iterator[str]:
    """Which draaiboek it is, how long it takes and for whom it is."""
    yield uit.stijl(titel(draaiboek), "vet", "blauw")
    yield from uit.opgemaakt(draaiboek.voor_wie)


def titel(draaiboek: Draaiboek) -> str:
    """Its name, and how long it takes."""
    minuten = f"{draaiboek.minuten_min}-{draaiboek.minuten_max} minuten"
    return f"{draaiboek.titel} · {minuten}"


def nodig(uit: Console, draaiboek: Draaiboek) -> Iterator[str]:
    """What to have at hand."""
    yield uit.stijl("Nodig", "vet")
    for ding in draaiboek.benodigdheden:
        yield from uit.opgemaakt(ding, kop="• ", inspringen=2)
    # For who writes it: the group goes on without what is passed over.
    for opmerking in draaiboek.opmerkingen:
        yield from uit.opgemaakt(str(opmerking), "geel", kop="Let op: ")


def _stap(uit: Console, stap: Stap, titels: int) -> Iterator[str]:
    """The lines of a step, with its content in a column behind *titels* columns of title."""
    titel = kort(f"{stap.nummer} {stap.titel}", titels)
    begin = vul(titel, titels)
    ruimte = uit.breedte - titels - _ERNAAST
    if ruimte < _SMALST:
        yield f"{begin}{duur(stap.minuten)}"
        yield from uit.opgemaakt(stap.inhoud, inspringen=2)
        return
    inhoud = wrap(veilig(stap.inhoud), ruimte - 2)
    eerste, *verder = inhoud or [""]
    tijd = vul(duur(stap.minuten), _DUUR)
    yield f"{begin}{vul(eerste, ruimte)}{tijd}{PER[stap.per]}"
    for regel in verder:
        yield " " * titels + regel
