"""The page of a group's history: what it did over time, and every ronde with what came of it."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from intervisie_cli.flows.uitvoer.site import GEHOUDEN, Ontwikkeling
from intervisie_cli.groep.sessies import SessieMap
from intervisie_cli.model.actie import STATUSSEN, Actie
from intervisie_cli.model.casus import Casus
from intervisie_cli.model.namen import voluit
from intervisie_cli.model.plain import Item
from intervisie_cli.model.sessie import SAMEN, Groep
from intervisie_cli.tijd.dag import MET_JAAR, dag_in_woorden
from intervisie_cli.tonen.actie import in_woorden, opvolgingen
from intervisie_cli.tonen.blokken import (
    Blok,
    Feiten,
    Kop,
    Lijstpunt,
    Opsomming,
    Tabel,
    Titel,
    Veldregel,
)
from intervisie_cli.tonen.grafieken import Grafiek, Reeks, figuur, table_of
from intervisie_cli.tonen.sessie import bovenaan
from intervisie_cli.tonen.vormen.html import elementen, page
from intervisie_cli.tonen.zonder_namen import zonder

_OVER = ("toepasbaar", "reactie")


def bestand(
    groep: Groep,
    alles: Ontwikkeling,
    namen: Mapping[str, str],
) -> bytes:
    """The bytes of the page; *namen* are those to leave out, and what stands there instead."""
    naam = f"Intervisie van {groep.naam}" if groep.naam else "Intervisie"
    inhoud = Element("main")
    inhoud.extend(elementen(_boven(naam, alles)))
    grafieken = list(_figures(alles))
    if grafieken:
        deel = SubElement(inhoud, "section")
        deel.extend(elementen([Kop("Over de tijd")]))
        deel.extend(grafieken)
    geschiedenis = SubElement(inhoud, "section", {"id": "sessies"})
    geschiedenis.extend(elementen([Kop("Sessies")]))
    # The latest first: that is what one looks for.
    for sessie_map, casussen in reversed(alles.rondes):
        geschiedenis.append(_sessie(groep, sessie_map, casussen, namen))
    return page(naam, inhoud, extra=["site.css"], script="zoek.js")


def _boven(naam: str, alles: Ontwikkeling) -> list[Blok]:
    dagen = [sessie_map.sessie.datum for sessie_map, _ in alles.rondes]
    rondes = sum(not casus.is_van_sessie for _, van in alles.rondes for casus in van)
    feiten = [("Sessies", str(len(dagen))), ("Rondes", str(rondes))]
    if dagen:
        feiten.append(("Van", dag_in_woorden(dagen[0], MET_JAAR)))
        feiten.append(("Tot en met", dag_in_woorden(dagen[-1], MET_JAAR)))
    return [Titel(naam), Feiten(tuple(feiten))]


# ---- one sessie


def _sessie(
    groep: Groep,
    sessie_map: SessieMap,
    casussen: Iterable[Casus],
    namen: Mapping[str, str],
) -> Element:
    element = Element("section", {"class": "sessie"})
    titel, feiten = bovenaan(groep, sessie_map, MET_JAAR)
    boven: list[Blok] = [Kop(titel.tekst, 3), feiten]
    element.extend(elementen(zonder(boven, namen)))
    # An article each: the search leaves or hides a ronde as a whole.
    for casus in casussen:
        ronde = SubElement(element, "article")
        ronde.extend(elementen(zonder(_ronde(groep, casus), namen)))
    return element


def _ronde(groep: Groep, casus: Casus) -> Iterator[Blok]:
    if casus.is_van_sessie:
        yield Kop("Samen", 4)
    else:
        yield Kop(f"Ronde {casus.ronde}: {groep.namen(casus.inbrenger or SAMEN)}", 4)
    if casus.hulpvraag:
        yield Veldregel("Hulpvraag", casus.hulpvraag)
    if casus.herformulering:
        yield Veldregel("Herformulering", casus.herformulering)
    if casus.adviezen:
        yield Opsomming(
            "Advies", tuple(_advies(groep, item) for item in casus.adviezen)
        )
    if casus.acties:
        yield Opsomming("Acties", tuple(_actie(groep, item) for item in casus.acties))


def _advies(groep: Groep, item: Item) -> Lijstpunt:
    # A hand may have left out who said it.
    wie = groep.roepnaam(str(item["lid"])) if item.get("lid") else ""
    delen = [
        Veldregel(voluit(naam), _answer(item[naam])) for naam in _OVER if item.get(naam)
    ]
    return Lijstpunt(wie, str(item.get("advies", "")), tuple(delen))


def _answer(waarde: Any) -> str:
    return "ja" if waarde is True else str(waarde)


def _actie(groep: Groep, item: Item) -> Lijstpunt:
    actie = Actie(item)
    kwam = [Veldregel("", zin) for zin in opvolgingen(actie, MET_JAAR)]
    return Lijstpunt("", in_woorden(groep, actie, MET_JAAR), tuple(kwam))


# ---- over time


def _figures(alles: Ontwikkeling) -> Iterator[Element]:
    if alles.staptijden:
        yield _minutes(alles)
    if any(sum(stand.aantallen.values()) for stand in alles.acties):
        yield _acties(alles)
    # A group that never looks back has nothing to show of it.
    if any(keer.ervaringen or keer.afspraken for keer in alles.evaluaties):
        yield _evaluation(alles)


def _minutes(alles: Ontwikkeling) -> Element:
    titels, gemiddeld, plan = [], [], []
    for tijd in alles.staptijden:
        titels.append(tijd.titel)
        gemiddeld.append(tijd.gemiddeld)
        plan.append(float(tijd.plan))
    grafiek = Grafiek(
        titel="Minuten per stap, naast het plan",
        kolom="Stap",
        kolommen=tuple(titels),
        reeksen=(
            Reeks("Gemiddeld", tuple(gemiddeld)),
            Reeks("Plan", tuple(plan)),
        ),
        is_gestapeld=False,
    )
    return figuur(grafiek, table_of(grafiek))


def _acties(alles: Ontwikkeling) -> Element:
    grafiek = Grafiek(
        "Acties, en hoe het ermee stond",
        "Aan het eind van",
        tuple(stand.periode for stand in alles.acties),
        tuple(
            Reeks(
                status, tuple(float(stand.aantallen[status]) for stand in alles.acties)
            )
            for status in STATUSSEN
        ),
    )
    return figuur(grafiek, table_of(grafiek))


def _evaluation(alles: Ontwikkeling) -> Element:
    """The agreements that were kept as bars; the table says what else was told."""
    keren = alles.evaluaties
    grafiek = Grafiek(
        "Afspraken die de groep nakwam",
        "In",
        tuple(keer.periode for keer in keren),
        tuple(
            Reeks(hoe, tuple(float(keer.gehouden[hoe]) for keer in keren))
            for hoe in GEHOUDEN
        ),
    )
    tabel = table_of(grafiek)
    erbij = [(str(keer.afspraken), str(keer.ervaringen)) for keer in keren]
    rijen = tuple(rij + meer for rij, meer in zip(tabel.rijen, erbij, strict=True))
    koppen = (*tabel.koppen, "nieuwe afspraken", "ervaringen")
    return figuur(grafiek, Tabel(koppen, rijen))
