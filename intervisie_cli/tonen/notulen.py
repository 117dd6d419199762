"""All that was recorded in a sessie, as blocks: each step with its fields and its free notulen."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

from intervisie_cli.groep.botsingen import in_data
from intervisie_cli.groep.sessies import SessieMap
from intervisie_cli.groep.stapbestand import StapBestand
from intervisie_cli.merge.conflicts import CONFLICTEN
from intervisie_cli.model.actie import OPVOLGING, Actie
from intervisie_cli.model.casus import STIL
from intervisie_cli.model.draaiboek import ID, LID, REDEN, SLAAT_OVER, Veld
from intervisie_cli.model.namen import voluit
from intervisie_cli.model.notitie import Notitie
from intervisie_cli.model.plain import Item, items_in
from intervisie_cli.model.sessie import OVERGESLAGEN, Groep
from intervisie_cli.tonen import botsing as botsingen
from intervisie_cli.tonen import los
from intervisie_cli.tonen.actie import opvolging_in_woorden
from intervisie_cli.tonen.blokken import (
    Blok,
    Kop,
    Lijstpunt,
    Opsomming,
    Veldregel,
    Vrijetekst,
)
from intervisie_cli.tonen.sessie import bovenaan
from intervisie_cli.vragen.soorten.register import in_woorden
from intervisie_cli.vragen.soorten.soort import Gids

EIGEN = "Eigen notulen"
# What is shown in another way, or only says of which person or part something is.
_NIET_GETOOND = frozenset([ID, LID, STIL, OPVOLGING, CONFLICTEN])


def blokken(
    gids: Gids,
    sessie_map: SessieMap,
    notities: Sequence[Notitie],
) -> Iterator[Blok]:
    """The whole sessie: what it is, every step with something in it, and what members noted."""
    yield from bovenaan(gids.groep, sessie_map, gids.vandaag)
    for stap in gevuld(sessie_map):
        yield from van_stap(gids, stap)
    yield from eigen(gids.groep, notities)


def gevuld(sessie_map: SessieMap) -> list[StapBestand]:
    """The steps that have something in them."""
    gekozen = []
    genoemd = set()
    for stap in sessie_map.stappen:
        # Free notulen can be written outside intervisie, below a step that nobody recorded yet.
        has_words = stap.is_vastgelegd or stap.is_ingevuld or bool(stap.notulen)
        ronde = stap.plek.ronde
        if has_words or (stap.is_af and ronde not in genoemd):
            gekozen.append(stap)
        # Of a ronde that was dropped one step says so for all that hold nothing.
        if ronde and ronde.is_vervallen and not has_words:
            genoemd.add(ronde)
    return gekozen


def eigen(groep: Groep, notities: Sequence[Notitie]) -> Iterator[Blok]:
    """What members noted for themselves, one after another."""
    if notities:
        yield Kop(EIGEN)
    for lid, van_lid in groupby(notities, lambda notitie: notitie.lid):
        yield Kop(groep.roepnaam(lid), 3)
        yield from genoteerd(van_lid)


def genoteerd(notities: Iterable[Notitie]) -> Iterator[Blok]:
    """A block for each notitie, below the step at which it was noted."""
    for notitie in notities:
        titel = notitie.plek.titel if notitie.plek else ""
        yield Vrijetekst(titel, notitie.tekst)


def van_stap(gids: Gids, stap: StapBestand) -> Iterator[Blok]:
    """A step, with all that stands in it."""
    yield Kop(stap.plek.titel)
    if stap.status == OVERGESLAGEN:
        yield Veldregel("", _waarom_niet(stap))
    if over := stap.data.get(SLAAT_OVER):
        yield Veldregel("Slaat over", gids.groep.namen(over))
    if zelf := stap.voortgang.zelf:
        # The others sat at the laptop of who led.
        yield Veldregel("Op een eigen laptop", gids.groep.namen(list(zelf)))
    ronde = stap.plek.ronde
    inbrenger = gids.groep.roepnaam(ronde.inbrenger) if ronde else ""
    for veld in stap.plek.stap.velden:
        if veld.naam in stap.data:
            yield _veld(gids, veld, stap.data[veld.naam], inbrenger)
    for naam, waarde in _overige(stap.data, stap.plek.stap.sleutels):
        yield los.blok(gids.groep, voluit(naam).capitalize(), waarde)
    yield from _andere_versies(gids, stap)
    if stap.notulen:
        yield Vrijetekst("Notulen", stap.notulen)


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


def _andere_versies(gids: Gids, stap: StapBestand) -> Iterator[Blok]:
    """What did not win in a merge: shown, so that nothing that somebody said is out of sight."""
    for botsing in in_data(stap.pad, stap.data):
        van = botsing.veld
        if item := botsingen.van_item(gids.groep, stap, botsing):
            van += f" ({item})"
        gezegd = botsingen.in_woorden(gids, stap, botsing, botsing.waarde)
        yield Veldregel(f"Andere versie van {van}", gezegd, is_anders=True)


def _veld(
    gids: Gids,
    veld: Veld,
    waarde: Any,
    inbrenger: str,
) -> Veldregel | Opsomming:
    naam = voluit(veld.naam).capitalize()
    # A file that was edited outside intervisie can hold one value where a list belongs.
    if not veld.is_lijst or not isinstance(waarde, list):
        return Veldregel(naam, in_woorden(veld, waarde, gids))
    punten = [_punt(gids, veld, item, inbrenger) for item in items_in(waarde)]
    return Opsomming(naam, tuple(punten))


def _punt(
    gids: Gids,
    veld: Veld,
    item: Item,
    inbrenger: str,
) -> Lijstpunt:
    """The first part of an item with who said it, and the other parts below that."""
    eerste = veld.onderdelen[0]
    tekst = in_woorden(eerste, item.get(eerste.naam, ""), gids)
    wie = ""
    if item.get(LID):
        wie = gids.groep.roepnaam(str(item[LID]))
    return Lijstpunt(wie, tekst, tuple(_delen(gids, veld, item, inbrenger)))


def _delen(
    gids: Gids,
    veld: Veld,
    item: Item,
    inbrenger: str,
) -> Iterator[Veldregel | Opsomming]:
    for deel in veld.onderdelen[1:]:
        waarde = item.get(deel.naam)
        # Not by its truth: 'nee' and 0 are answers too.
        if waarde in (None, "", []):
            continue
        naam = voluit(deel.naam)
        if deel.wie == "inbrenger" and LID not in item:
            # An actie may be somebody else's.
            naam += f" van {inbrenger}"
        yield Veldregel(naam, in_woorden(deel, waarde, gids))
    bekend = [deel.naam for deel in veld.onderdelen]
    for naam, waarde in _overige(item, bekend):
        yield los.blok(gids.groep, voluit(naam), waarde)
    # Only an actie has these.
    for keer in Actie(item).opvolging:
        yield Veldregel("opvolging", opvolging_in_woorden(keer, gids.vandaag))
