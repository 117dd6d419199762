"""Findings for who works on the files: each with its place, its rule and carets below the words."""

from collections.abc import Iterable, Iterator

from intervisie_cli.checks.oordeel import Oordeel
from intervisie_cli.model.bevinding import Resultaat
from intervisie_cli.tonen import bevinding as tonen
from intervisie_cli.tonen.check_tekst import kop, samenvatting
from intervisie_cli.ui.console import Console


def teksten(uit: Console, oordelen: Iterable[Oordeel], *, is_stroom: bool) -> None:
    """Each text with its verdict, and its findings with their rules."""
    for nummer, oordeel in enumerate(oordelen, 1):
        uit.regel(kop(oordeel, nummer, is_stroom=is_stroom), "vet")
        for bevinding in oordeel.bevindingen:
            for regel in tonen.regels(uit, bevinding, oordeel.tekst, bevinding.regel):
                uit.ruw(regel)


def sessies(uit: Console, resultaten: Iterable[Resultaat], aantal_sessies: int) -> None:
    """The findings to see, and how many there are of each level."""
    alle = list(resultaten)
    pagina: list[str] = []
    for resultaat in alle:
        if resultaat.is_te_zien:
            pagina += _met_plaats(uit, resultaat)
    pagina.append(samenvatting(alle, aantal_sessies))
    uit.gepagineerd(pagina)


def _met_plaats(uit: Console, resultaat: Resultaat) -> Iterator[str]:
    vindplaats = resultaat.vindplaats
    bevinding = resultaat.bevinding._replace(hulp=tonen.hulp_bij(resultaat))
    herkomst = f"{bevinding.regel} · {vindplaats.bestand}:{vindplaats.regel}"
    if vindplaats.kolom:
        herkomst += f":{vindplaats.kolom}"
    yield from tonen.regels(uit, bevinding, resultaat.tekst, herkomst)
    yield ""
