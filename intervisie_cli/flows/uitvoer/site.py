"""What a group did over time, counted: for the page of its history."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from intervisie_cli.groep import casussen
from intervisie_cli.groep.sessies import SessieMap
from intervisie_cli.model.actie import OPEN, STATUSSEN, Actie
from intervisie_cli.model.casus import Casus
from intervisie_cli.model.namen import lees_iso
from intervisie_cli.model.plain import Item, items_in
from intervisie_cli.model.sessie import KLAAR
from intervisie_cli.taal.kalendernamen import MAANDEN
from intervisie_cli.vragen.tijdplan import minuten

# Bars for more months than these are too thin to read.
_MEESTE_MAANDEN = 18
GEHOUDEN = ("ja", "deels", "nee")
_ERVARINGEN, _AFSPRAKEN, _AFSPRAKEN_GEHOUDEN = (
    "ervaringen",
    "afspraken",
    "afspraken_gehouden",
)

# Names of periods in order, and which of them a day is in.
Perioden = tuple[tuple[str, ...], Callable[[date], str]]


class Staptijd(NamedTuple):
    """How long a step took, in minutes: on average, as planned, and in how many sessies."""

    titel: str
    gemiddeld: float
    plan: int
    keren: int


class Actiestand(NamedTuple):
    """How many acties stood how at the end of a period."""

    periode: str
    aantallen: dict[str, int]


class Evaluatie(NamedTuple):
    """What a group said of itself in a period: how many told, agreed, and kept to what they had."""

    periode: str
    ervaringen: int
    afspraken: int
    gehouden: dict[str, int]


class Ontwikkeling(NamedTuple):
    """The rondes of each sessie, and what is counted over all of them."""

    rondes: tuple[tuple[SessieMap, tuple[Casus, ...]], ...]
    staptijden: tuple[Staptijd, ...]
    acties: tuple[Actiestand, ...]
    evaluaties: tuple[Evaluatie, ...]


def gather(sessies: Sequence[SessieMap], regio: str) -> Ontwikkeling:
    """Count what sessies hold, the oldest first."""
    rondes = tuple(
        (sessie_map, tuple(casussen.of_sessie(sessie_map, regio=regio)))
        for sessie_map in sessies
    )
    perioden = _periods([sessie_map.sessie.datum for sessie_map in sessies])
    acties = [
        (casus.datum, item)
        for sessie_map, van_sessie in rondes
        for casus in van_sessie
        for item in _with_history(sessie_map, casus)
    ]
    return Ontwikkeling(
        rondes,
        tuple(_step_times(sessies)),
        tuple(_action_states(acties, perioden)),
        tuple(_evaluations(sessies, perioden)),
    )


def _periods(dagen: Sequence[date]) -> Perioden:
    """Months from the first day to the last, or years where those are too many."""
    if not dagen:
        return (), str
    begin, eind = min(dagen), max(dagen)
    maanden = list(_months(begin, eind))
    if len(maanden) > _MEESTE_MAANDEN:
        jaren = tuple(str(jaar) for jaar in range(begin.year, eind.year + 1))
        return jaren, lambda dag: str(dag.year)
    return tuple(map(_month, maanden)), _month


def _months(begin: date, eind: date) -> Iterator[date]:
    jaar, maand = begin.year, begin.month
    while (jaar, maand) <= (eind.year, eind.month):
        yield date(jaar, maand, 1)
        jaar, maand = jaar + maand // 12, maand % 12 + 1


def _month(dag: date) -> str:
    return f"{MAANDEN[dag.month - 1][:3]} {dag.year}"


def _step_times(sessies: Iterable[SessieMap]) -> Iterator[Staptijd]:
    seconden: dict[str, list[int]] = {}
    gepland: dict[str, int] = {}
    for sessie_map in sessies:
        for stap in sessie_map.stappen:
            # What has no time of its own cannot be put beside a plan.
            plan = minuten(stap.plek)
            if stap.status == KLAAR and stap.spent_s and plan:
                titel = stap.plek.stap.titel
                seconden.setdefault(titel, []).append(stap.spent_s)
                gepland[titel] = plan
    for titel, alle in seconden.items():
        gemiddeld = sum(alle) / len(alle) / 60
        yield Staptijd(titel, round(gemiddeld, 1), gepland[titel], len(alle))


def _with_history(sessie_map: SessieMap, casus: Casus) -> Iterator[Item]:
    """The acties of a ronde with all that was told of them since."""
    # A casus has each actie as it is now; how it went stands in the step.
    ids = {item.get("id") for item in casus.acties}
    for stap in sessie_map.stappen:
        for item in items_in(stap.getoond.get("acties")):
            if item.get("id") in ids:
                yield item


def _action_states(
    acties: Sequence[tuple[date, Item]], perioden: Perioden
) -> Iterator[Actiestand]:
    namen, in_periode = perioden
    volgorde = {naam: nummer for nummer, naam in enumerate(namen)}
    for nummer, naam in enumerate(namen):
        # All that was planned up to then, not in that period alone.
        standen: Counter[str] = Counter()
        for dag, item in acties:
            if volgorde[in_periode(dag)] <= nummer:
                standen[_state(item, nummer, volgorde, in_periode)] += 1
        yield Actiestand(naam, {status: standen[status] for status in STATUSSEN})


def _state(
    item: Item,
    nummer: int,
    volgorde: dict[str, int],
    in_periode: Callable[[date], str],
) -> str:
    """How an actie stood at the end of the period with this number."""
    stand = OPEN
    for keer in Actie(item).opvolging:
        dag = lees_iso(str(keer.get("datum", "")))
        # What was told after the last sessie is of no period: it is how things stand at the end.
        wanneer = volgorde.get(in_periode(dag), len(volgorde) - 1) if dag else 0
        if wanneer <= nummer and keer.get("status") in STATUSSEN:
            stand = str(keer["status"])
    return stand


def _evaluations(
    sessies: Iterable[SessieMap], perioden: Perioden
) -> Iterator[Evaluatie]:
    namen, in_periode = perioden
    ervaringen: Counter[str] = Counter()
    afspraken: Counter[str] = Counter()
    gehouden: Counter[tuple[str, str]] = Counter()
    for sessie_map in sessies:
        naam = in_periode(sessie_map.sessie.datum)
        for stap in sessie_map.stappen:
            gegeven = stap.getoond
            ervaringen[naam] += len(items_in(gegeven.get(_ERVARINGEN)))
            afspraken[naam] += len(items_in(gegeven.get(_AFSPRAKEN)))
            for item in items_in(gegeven.get(_AFSPRAKEN_GEHOUDEN)):
                gehouden[naam, str(item.get("gehouden"))] += 1
    for naam in namen:
        hoe = {antwoord: gehouden[naam, antwoord] for antwoord in GEHOUDEN}
        yield Evaluatie(naam, ervaringen[naam], afspraken[naam], hoe)
