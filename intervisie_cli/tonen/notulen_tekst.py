"""All that was recorded in a sessie: each step with its fields and its free notulen."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

from intervisie_cli.flows.sessie.inzage import Inzage
from intervisie_cli.groep.botsingen import in_data
from intervisie_cli.groep.stapbestand import StapBestand
from intervisie_cli.merge.conflicts import CONFLICTEN
from intervisie_cli.model.actie import OPVOLGING, Actie
from intervisie_cli.model.casus import STIL
from intervisie_cli.model.draaiboek import ID, LID, REDEN, SLAAT_OVER, Veld
from intervisie_cli.model.namen import voluit
from intervisie_cli.model.notitie import Notitie
from intervisie_cli.model.plain import Item, items_in
from intervisie_cli.model.sessie import OVERGESLAGEN, Lid
from intervisie_cli.tonen import botsing as botsingen
from intervisie_cli.tonen import los
from intervisie_cli.tonen.actie import opvolging_in_woorden
from intervisie_cli.tonen.sessie import kop
from intervisie_cli.tonen.wijziging import wat_bewaard_is
from intervisie_cli.ui.console import Console
from intervisie_cli.vragen.soorten.register import in_woorden
from intervisie_cli.vragen.soorten.soort import Gids

_EIGEN = "Eigen notulen"
# What is shown in another way, or only says of which person or part something is.
_NIET_GETOOND = frozenset([ID, LID, STIL, OPVOLGING, CONFLICTEN])


def toon(uit: Console, gids: Gids, inzage: Inzage) -> None:
    """Write the page of `show`."""
    uit.gepagineerd(regels(uit, gids, inzage))


def regels(uit: Console, gids: Gids, inzage: Inzage) -> Iterator[str]:
    """The page of `show`: every step that has something in it, then what members noted."""
    groep = gids.groep
    yield from kop(uit, groep, inzage.stand.sessie_map, gids.vandaag)
    gevuld = [stap for stap in inzage.stand.sessie_map.stappen if _has_something(stap)]
    for stap in gevuld:
        yield ""
        yield from _stap(uit, gids, stap)
        bewaard = [ander for ander in inzage.bewaard if ander.pad == stap.pad]
        yield from wat_bewaard_is(
            uit, inzage.stand.sessie_map.sessie, bewaard, inspringen=2
        )
    if not gevuld:
        yield f"In deze sessie is nog niets vastgelegd. Typ: {inzage.stand.step}"
    if inzage.notities:
        yield ""
        yield from uit.opgemaakt(_EIGEN, "vet", "blauw")
    for lid, notities in groupby(inzage.notities, lambda notitie: notitie.lid):
        yield from uit.opgemaakt(groep.roepnaam(lid), "vet", inspringen=2)
        yield from _notities(uit, notities, inspringen=4)


def van_lid(
    uit: Console,
    gids: Gids,
    inzage: Inzage,
    lid: Lid,
) -> Iterator[str]:
    """The page of `show --lid`: what one member noted, and apart what the user keeps back."""
    yield from kop(uit, gids.groep, inzage.stand.sessie_map, gids.vandaag)
    yield from _deel(uit, f"{_EIGEN} van {lid.roepnaam}", inzage.notities)
    if inzage.alleen_ik is not None:
        titel = "Alleen voor jou, op deze computer"
        typ = "intervisie notitie --alleen-ik"
        yield from _deel(uit, titel, inzage.alleen_ik, typ)


def _deel(
    uit: Console,
    titel: str,
    notities: Sequence[Notitie],
    typ: str = "intervisie notitie",
) -> Iterator[str]:
    yield ""
    yield from uit.opgemaakt(titel, "vet", "blauw")
    yield from _notities(uit, notities, inspringen=2)
    if not notities:
        yield f"  Nog niets. Iets opschrijven? Typ: {typ}"


def _notities(
    uit: Console,
    notities: Iterable[Notitie],
    inspringen: int,
) -> Iterator[str]:
    for notitie in notities:
        if notitie.plek:
            titel = notitie.plek.titel
            yield from uit.opgemaakt(titel, "vet", inspringen=inspringen)
        yield from uit.opgemaakt(notitie.tekst, inspringen=inspringen + 2)


def _has_something(stap: StapBestand) -> bool:
    # Free notulen can be written outside intervisie, below a step that nobody has recorded yet.
    return stap.is_af or stap.is_ingevuld or bool(stap.notulen)


def _stap(uit: Console, gids: Gids, stap: StapBestand) -> Iterator[str]:
    yield from uit.opgemaakt(stap.plek.titel, "vet", "blauw")
    if stap.status == OVERGESLAGEN:
        yield from uit.opgemaakt(_waarom_niet(stap), inspringen=2)
    if over := stap.data.get(SLAAT_OVER):
        namen = gids.groep.namen(over)
        yield from uit.opgemaakt(namen, kop="Slaat over: ", inspringen=2)
    if zelf := stap.voortgang.zelf:
        # The others sat at the laptop of who led.
        namen = gids.groep.namen(list(zelf))
        yield from uit.opgemaakt(namen, kop="Op een eigen laptop: ", inspringen=2)
    ronde = stap.plek.ronde
    inbrenger = gids.groep.roepnaam(ronde.inbrenger) if ronde else ""
    for veld in stap.plek.stap.velden:
        if veld.naam in stap.data:
            yield from _veld(uit, gids, veld, stap.data[veld.naam], inbrenger)
    for naam, waarde in _overige(stap.data, stap.plek.stap.sleutels):
        kop_ = voluit(naam).capitalize()
        yield from los.regels(uit, gids.groep, kop_, waarde, 2)
    yield from _andere_versies(uit, gids, stap)
    notulen = stap.notulen
    if notulen:
        yield from uit.opgemaakt("Notulen", "vet", inspringen=2)
        yield from uit.opgemaakt(notulen, inspringen=4)


def _waarom_niet(stap: StapBestand) -> str:
    """Why a step was not held."""
    reden = stap.data.get(REDEN, "")
    if reden:
        return f"Overgeslagen: {reden}"
    ronde = stap.plek.ronde
    if not stap.is_vastgelegd and ronde and ronde.is_vervallen:
        return f"Overgeslagen: ronde {ronde.nummer} is vervallen."
    return "Overgeslagen."


def _overige(
    data: Item,
    bekend: Collection[str],
) -> Iterator[tuple[str, Any]]:
    """What stands in a record beside what the draaiboek asks: it may have asked that before."""
    for naam, waarde in data.items():
        if naam not in bekend and naam not in _NIET_GETOOND:
            yield naam, waarde


def _andere_versies(uit: Console, gids: Gids, stap: StapBestand) -> Iterator[str]:
    """What did not win in a merge: shown, so that nothing that somebody said is out of sight."""
    for botsing in in_data(stap.pad, stap.data):
        van = botsing.veld
        if item := botsingen.van_item(gids.groep, stap, botsing):
            van += f" ({item})"
        gezegd = botsingen.in_woorden(gids, stap, botsing, botsing.waarde)
        kop_ = f"Andere versie van {van}: "
        yield from uit.opgemaakt(gezegd, "geel", kop=kop_, inspringen=2)


def _veld(
    uit: Console,
    gids: Gids,
    veld: Veld,
    waarde: Any,
    inbrenger: str,
) -> Iterator[str]:
    naam = voluit(veld.naam).capitalize()
    # A file that was edited outside intervisie can hold one value where a list belongs.
    if not veld.is_lijst or not isinstance(waarde, list):
        gezegd = in_woorden(veld, waarde, gids)
        yield from uit.opgemaakt(gezegd, kop=f"{naam}: ", inspringen=2)
        return
    yield from uit.opgemaakt(naam, "vet", inspringen=2)
    for item in items_in(waarde):
        yield from _item(uit, gids, veld, item, inbrenger)


def _item(
    uit: Console,
    gids: Gids,
    veld: Veld,
    item: Item,
    inbrenger: str,
) -> Iterator[str]:
    """The first part of an item with who said it, and the other parts below that."""
    eerste, *rest = veld.onderdelen
    tekst = in_woorden(eerste, item.get(eerste.naam, ""), gids)
    if item.get(LID):
        wie = gids.groep.roepnaam(str(item[LID]))
        tekst = f"{wie}: {tekst}"
    yield from uit.opgemaakt(tekst, kop="• ", inspringen=4)
    for deel in rest:
        waarde = item.get(deel.naam)
        # Not by its truth: 'nee' and 0 are answers too.
        if waarde in (None, "", []):
            continue
        gezegd = in_woorden(deel, waarde, gids)
        kop_ = voluit(deel.naam)
        if deel.wie == "inbrenger" and LID not in item:
            # An actie may be somebody else's.
            kop_ += f" van {inbrenger}"
        yield from uit.opgemaakt(gezegd, "dof", kop=f"{kop_}: ", inspringen=6)
    bekend = [deel.naam for deel in veld.onderdelen]
    for naam, waarde in _overige(item, bekend):
        yield from los.regels(uit, gids.groep, voluit(naam), waarde, 6)
    # Only an actie has these.
    for keer in Actie(item).opvolging:
        gezegd = opvolging_in_woorden(keer, gids.vandaag)
        yield from uit.opgemaakt(gezegd, "dof", kop="opvolging: ", inspringen=6)
