"""All that was recorded in a sessie, on the page of `show`."""

from collections.abc import Iterator, Sequence

from intervisie_cli.flows.sessie.inzage import Inzage
from intervisie_cli.model.notitie import Notitie
from intervisie_cli.model.sessie import Lid
from intervisie_cli.tonen.blokken import Blok, Kop, Veldregel
from intervisie_cli.tonen.notulen import EIGEN, eigen, genoteerd, gevuld, van_stap
from intervisie_cli.tonen.sessie import kop
from intervisie_cli.tonen.vormen import tekst
from intervisie_cli.tonen.wijziging import wat_bewaard_is
from intervisie_cli.ui.console import Console
from intervisie_cli.vragen.soorten.soort import Gids


def toon(
    uit: Console,
    gids: Gids,
    inzage: Inzage,
) -> None:
    """Write the page of `show`."""
    uit.gepagineerd(regels(uit, gids, inzage))


def regels(
    uit: Console,
    gids: Gids,
    inzage: Inzage,
) -> Iterator[str]:
    """The blocks of the sessie, with what to type for what is kept beside them."""
    sessie_map = inzage.stand.sessie_map
    yield from kop(uit, gids.groep, sessie_map, gids.vandaag)
    stappen = gevuld(sessie_map)
    for stap in stappen:
        yield from tekst.regels(uit, van_stap(gids, stap))
        bewaard = [ander for ander in inzage.bewaard if ander.pad == stap.pad]
        yield from wat_bewaard_is(uit, sessie_map.sessie, bewaard, inspringen=2)
    if not stappen:
        yield f"In deze sessie is nog niets vastgelegd. Typ: {inzage.stand.step}"
    yield from tekst.regels(uit, eigen(gids.groep, inzage.notities))


def van_lid(
    uit: Console,
    gids: Gids,
    inzage: Inzage,
    lid: Lid,
) -> Iterator[str]:
    """The page of `show --lid`: what one member noted, and apart what the user keeps back."""
    yield from kop(uit, gids.groep, inzage.stand.sessie_map, gids.vandaag)
    titel = f"{EIGEN} van {lid.roepnaam}"
    yield from tekst.regels(uit, _deel(titel, inzage.notities))
    if inzage.alleen_ik is not None:
        titel = "Alleen voor jou, op deze computer"
        typ = "intervisie notitie --alleen-ik"
        yield from tekst.regels(uit, _deel(titel, inzage.alleen_ik, typ))


def _deel(
    titel: str,
    notities: Sequence[Notitie],
    typ: str = "intervisie notitie",
) -> Iterator[Blok]:
    yield Kop(titel)
    yield from genoteerd(notities)
    if not notities:
        yield Veldregel("", f"Nog niets. Iets opschrijven? Typ: {typ}")
