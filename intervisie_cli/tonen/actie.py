"""An actie: on one line for people, and as data for programs."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from intervisie_cli.model.actie import OPEN, Actie, gehaald
from intervisie_cli.model.plain import Data, Item
from intervisie_cli.model.sessie import Groep
from intervisie_cli.tijd.dag import dag_in_woorden
from intervisie_cli.ui.console import Console

if TYPE_CHECKING:
    from intervisie_cli.flows.terugblik.acties import Acties
    from intervisie_cli.index.opzoeken import ActieTreffer


def in_woorden(groep: Groep, actie: Actie, vandaag: date) -> str:
    """An actie on one line: who does it and how it goes stand in brackets behind the sentence."""
    haakjes = _wie(groep, actie) + _feiten(actie, vandaag)
    return _met_haakjes(actie.tekst, haakjes)


def als_open(groep: Groep, actie: Actie, vandaag: date) -> str:
    """The same in a list of open acties, where 'open' goes without saying."""
    haakjes = _wie(groep, actie) + _feiten_behalve_open(actie, vandaag)
    return _met_haakjes(actie.tekst, haakjes)


def regels(
    uit: Console,
    groep: Groep,
    acties: "Acties",
    vandaag: date,
    inspringen: int = 0,
) -> Iterator[str]:
    """A paragraph for each actie: the beginning of its id, whose it is, what, and how it goes."""
    for treffer in acties.treffers:
        actie = Actie(treffer.actie)
        # An actie that names nobody is of the inbrenger, which the treffer alone knows.
        wie = groep.namen(treffer.wie)
        feiten = _feiten_behalve_open(actie, vandaag)
        tekst = _met_haakjes(f"{wie}: {actie.tekst}", feiten)
        stijlen = []
        if actie.is_te_laat(vandaag):
            stijlen.append("rood")
        begin_van_id = acties.kort[actie.id]
        yield from uit.opgemaakt(
            tekst,
            *stijlen,
            kop=f"{begin_van_id}  ",
            inspringen=inspringen,
        )


def json(treffers: "Iterable[ActieTreffer]") -> Data:
    """The documented object of `actie --json`."""
    return {"acties": [_actie_json(treffer) for treffer in treffers]}


def _actie_json(treffer: "ActieTreffer") -> Data:
    plek = {
        "sessie": treffer.map.rsplit("/", 1)[-1],
        "datum": treffer.datum,
        "bestand": treffer.pad,
    }
    # The fields of the actie come as they stand in the file; `wie` is never empty here.
    return {**plek, **treffer.actie, "wie": treffer.wie}


def laatste_opmerking(actie: Actie) -> str:
    """The last remark, to put behind the actie; '' when nobody made one."""
    if not actie.opmerking:
        return ""
    return f" → {actie.opmerking}"


def opvolging_in_woorden(keer: Item, vandaag: date) -> str:
    """One opvolging with commas: the day, the status, how often it was done, the remark."""
    delen = (
        dag_in_woorden(str(keer.get("datum", "")), vandaag),
        keer.get("status"),
        gehaald(keer),
        keer.get("opmerking"),
    )
    return ", ".join(str(deel) for deel in delen if deel)


def opvolgingen(actie: Actie, vandaag: date) -> Iterator[str]:
    """All that became of an actie, a sentence for each opvolging."""
    # A file that was edited outside intervisie may lack any of these parts.
    for keer in actie.opvolging:
        datum = dag_in_woorden(str(keer.get("datum", "")), vandaag)
        status = str(keer.get("status", ""))
        delen = [deel for deel in (status, gehaald(keer)) if deel]
        zin = f"{datum} {', '.join(delen)}"
        if keer.get("opmerking"):
            zin += f": {keer['opmerking']}"
        yield zin


def _wie(groep: Groep, actie: Actie) -> list[str]:
    if not actie.wie:
        return []
    return [groep.namen(actie.wie)]


def _feiten(actie: Actie, vandaag: date) -> list[str]:
    """What is known of how an actie goes, in the order in which every page shows it."""
    feiten = [_ritme(actie)]
    if actie.tot:
        feiten.append(f"t/m {dag_in_woorden(actie.tot, vandaag)}")
    feiten += [actie.status, actie.gehaald]
    if actie.is_te_laat(vandaag):
        feiten.append("te laat")
    return [feit for feit in feiten if feit]


def _ritme(actie: Actie) -> str:
    """How often, '' where the sentence says so in the very same words."""
    if actie.ritme.casefold() in actie.tekst.casefold():
        return ""
    return actie.ritme


def _feiten_behalve_open(actie: Actie, vandaag: date) -> list[str]:
    return [feit for feit in _feiten(actie, vandaag) if feit != OPEN]


def _met_haakjes(tekst: str, delen: list[str]) -> str:
    if not delen:
        return tekst
    return f"{tekst} ({', '.join(delen)})"
