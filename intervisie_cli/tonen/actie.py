"""An actie, for people and for programs. What is to be seen of it everywhere is a row of FEITEN."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any

from intervisie_cli.flows.terugblik.acties import Acties
from intervisie_cli.index.opzoeken import ActieTreffer
from intervisie_cli.model.actie import OPEN, Actie, gehaald
from intervisie_cli.model.plain import Item
from intervisie_cli.model.sessie import Groep
from intervisie_cli.ui.console import Console

# What stands in brackets behind an actie, in this order; '' is passed over.
FEITEN: tuple[Callable[[Actie, date], str], ...] = (
    lambda actie, _: actie.ritme,
    lambda actie, _: f"tot {actie.tot}" if actie.tot else "",
    lambda actie, _: actie.status,
    lambda actie, _: actie.gehaald,
    lambda actie, vandaag: "te laat" if actie.is_te_laat(vandaag) else "",
)


def in_woorden(groep: Groep, actie: Actie, vandaag: date) -> str:
    """An actie on one line, with who does it and all that is known of how it goes."""
    wie = [groep.roepnaam(actie.wie)] if actie.wie else []
    return _met(actie.tekst, [*wie, *_feiten(actie, vandaag)])


def als_open(groep: Groep, actie: Actie, vandaag: date) -> str:
    """An actie in a list of open ones: that it is open goes without saying."""
    wie = [groep.roepnaam(actie.wie)] if actie.wie else []
    return _met(actie.tekst, [*wie, *_behalve_open(actie, vandaag)])


def regels(
    uit: Console, groep: Groep, acties: Acties, vandaag: date, inspringen: int = 0
) -> Iterator[str]:
    """A line or more for each actie: the beginning of its id, whose it is, what is known of it."""
    for treffer in acties.treffers:
        actie = Actie(treffer.actie)
        wie = groep.roepnaam(treffer.wie)
        tekst = _met(f"{wie}: {actie.tekst}", _behalve_open(actie, vandaag))
        stijlen = ("rood",) if actie.is_te_laat(vandaag) else ()
        kop = f"{acties.kort[actie.id]}  "
        yield from uit.opgemaakt(tekst, *stijlen, kop=kop, inspringen=inspringen)


def json(treffers: Iterable[ActieTreffer]) -> dict[str, Any]:
    """The documented object of `actie --json`."""
    return {"acties": [_json(treffer) for treffer in treffers]}


def _json(treffer: ActieTreffer) -> dict[str, Any]:
    sessie = treffer.map.rsplit("/", 1)[-1]
    waar = {"sessie": sessie, "datum": treffer.datum, "bestand": treffer.pad}
    return waar | dict(treffer.actie, wie=treffer.wie)


def laatste_opmerking(actie: Actie) -> str:
    """What was said of it last, to put behind it."""
    return f" → {actie.opmerking}" if actie.opmerking else ""


def opvolging_in_woorden(keer: Item) -> str:
    """What was said of an actie once: the day, how it stood, how often it was done, the remark."""
    delen = (keer.get("datum"), keer.get("status"), gehaald(keer), keer.get("opmerking"))
    return ", ".join(str(deel) for deel in delen if deel)


def opvolgingen(actie: Actie) -> Iterator[str]:
    """What became of an actie, a line for each time that somebody said."""
    for keer in actie.opvolging:
        stand = ", ".join(filter(None, [str(keer.get("status", "")), gehaald(keer)]))
        gezegd = f": {keer['opmerking']}" if keer.get("opmerking") else ""
        yield f"{keer.get('datum', '')} {stand}{gezegd}"


def _feiten(actie: Actie, vandaag: date) -> list[str]:
    gezegd = [feit(actie, vandaag) for feit in FEITEN]
    return [tekst for tekst in gezegd if tekst]


def _behalve_open(actie: Actie, vandaag: date) -> list[str]:
    return [tekst for tekst in _feiten(actie, vandaag) if tekst != OPEN]


def _met(tekst: str, delen: list[str]) -> str:
    return f"{tekst} ({', '.join(delen)})" if delen else tekst
