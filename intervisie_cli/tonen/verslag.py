"""What a member hands in of a sessie, as blocks, and as the places of a form.

Others are 'een groepslid' there, unless their names may stand in it.
"""

import re
from collections.abc import Callable, Iterator

from intervisie_cli.flows.uitvoer.verslag import Inlevering, others
from intervisie_cli.model.actie import Actie
from intervisie_cli.model.casus import Casus
from intervisie_cli.model.plain import Data
from intervisie_cli.model.sessie import Groep, Lid
from intervisie_cli.tijd.dag import MET_JAAR, dag_in_woorden
from intervisie_cli.tonen.actie import in_woorden
from intervisie_cli.tonen.bewijs import duur_in_woorden, methode, rol
from intervisie_cli.tonen.blokken import (
    Blok,
    Feiten,
    Kop,
    Lijstpunt,
    Opsomming,
    Stuk,
    Titel,
    Veldregel,
    Vrijetekst,
    met_teksten,
)
from intervisie_cli.tonen.zonder_namen import names_of, vervanger
from intervisie_cli.ui.veilig import veilig

_EEN_ANDER = "een groepslid"
_BEGIN = re.compile(rf"(^|[.!?:]\s+|\n){_EEN_ANDER}")
_TITEL = "Verslag van een intervisie"
# The facts that a form has a place for, each with the name of that place.
_PLAATSEN = {
    "Naam": "naam",
    "Groep": "groep",
    "Datum": "datum",
    "Tijd": "tijd",
    "Duur": "duur",
    "Methode": "methode",
    "Mijn rol": "rol",
    "Deelnemers": "deelnemers",
}


def van(
    groep: Groep,
    inlevering: Inlevering,
    *,
    met_namen: bool,
) -> Stuk:
    """The page of `verslag`."""
    dag = inlevering.sessie_map.sessie.datum
    blokken = tuple(_blokken(groep, inlevering, met_namen=met_namen))
    if not met_namen:
        blokken = met_teksten(blokken, _without(groep, inlevering))
    return Stuk(_TITEL, dag, blokken)


def plaatsen(
    groep: Groep,
    inlevering: Inlevering,
    *,
    met_namen: bool,
) -> Data:
    """What a school's form can have filled in, by the name of the place."""
    zonder = str if met_namen else _without(groep, inlevering)

    def maak(tekst: str) -> str:
        return veilig(zonder(tekst))

    feiten = dict(_feiten(groep, inlevering, met_namen=met_namen))
    gegevens: Data = {
        naam: maak(feiten.get(kop, "")) for kop, naam in _PLAATSEN.items()
    }
    casussen = inlevering.eigen
    gegevens["hulpvraag"] = maak("\n".join(casus.hulpvraag for casus in casussen))
    wordt = "\n".join(casus.herformulering for casus in casussen)
    gegevens["herformulering"] = maak(wordt)
    gegevens["adviezen"] = [
        maak(tekst) for casus in casussen for _, tekst in _advies(casus)
    ]
    gegevens["acties"] = [
        maak(tekst) for casus in casussen for tekst in _acties(groep, casus)
    ]
    antwoorden = list(_antwoorden(inlevering))
    gegevens["reflectie"] = [
        {"vraag": vraag, "antwoord": maak(antwoord)}
        for _, vraag, antwoord in antwoorden
    ]
    for naam, _, antwoord in antwoorden:
        gegevens.setdefault(naam, maak(antwoord))
    return gegevens


def _blokken(
    groep: Groep,
    inlevering: Inlevering,
    *,
    met_namen: bool,
) -> Iterator[Blok]:
    yield Titel(_TITEL)
    yield Feiten(tuple(_feiten(groep, inlevering, met_namen=met_namen)))
    # Of the rondes of others, all that was said is theirs.
    for casus in inlevering.eigen:
        yield from _ronde(groep, casus)
    yield Kop(f"Reflectie: {inlevering.reflectie.boek.titel}")
    for _, vraag, antwoord in _antwoorden(inlevering):
        yield Vrijetekst(vraag, antwoord)


def _feiten(
    groep: Groep,
    inlevering: Inlevering,
    *,
    met_namen: bool,
) -> Iterator[tuple[str, str]]:
    sessie_map, lid = inlevering.sessie_map, inlevering.lid
    deelnemers = sessie_map.sessie.deelnemers
    yield "Naam", lid.roepnaam
    if groep.naam:
        yield "Groep", groep.naam
    # Always with its year: whoever reads it later must know which.
    yield "Datum", dag_in_woorden(sessie_map.sessie.datum, MET_JAAR)
    if inlevering.keren:
        tijden = [
            f"{keer.begin:%H:%M} tot {keer.eind:%H:%M}" for keer in inlevering.keren
        ]
        yield "Tijd", ", ".join(tijden)
        minuten = sum(keer.minuten for keer in inlevering.keren)
        yield "Duur", duur_in_woorden(minuten)
    yield "Methode", methode(sessie_map)
    deelnames = [keer.deelname_van(lid.id) for keer in inlevering.keren]
    rollen = dict.fromkeys(rol(deel) for deel in deelnames if deel)
    if rollen:
        yield "Mijn rol", ", ".join(rollen)
    wie = groep.namen(list(deelnemers)) if met_namen else str(len(deelnemers))
    yield "Deelnemers", wie


def _ronde(groep: Groep, casus: Casus) -> Iterator[Blok]:
    yield Kop("Mijn hulpvraag")
    yield Veldregel("Hulpvraag", casus.hulpvraag)
    if casus.herformulering:
        yield Veldregel("Herformulering", casus.herformulering)
    adviezen = [
        Lijstpunt(groep.roepnaam(lid) if lid else "", tekst)
        for lid, tekst in _advies(casus)
    ]
    if adviezen:
        yield Opsomming("Advies dat ik kreeg", tuple(adviezen))
    acties = [Lijstpunt("", tekst) for tekst in _acties(groep, casus)]
    if acties:
        yield Opsomming("Wat we afspraken", tuple(acties))


def _advies(casus: Casus) -> Iterator[tuple[str, str]]:
    for item in casus.adviezen:
        yield str(item.get("lid", "")), str(item.get("advies", ""))


def _acties(groep: Groep, casus: Casus) -> Iterator[str]:
    for item in casus.acties:
        yield in_woorden(groep, Actie(item), MET_JAAR)


def _antwoorden(inlevering: Inlevering) -> Iterator[tuple[str, str, str]]:
    """Each answer of the reflectie: its name, the question, and what was written."""
    stap = inlevering.reflectie.stap
    for veld in stap.plek.stap.velden:
        antwoord = stap.front.get(veld.naam)
        if antwoord:
            yield veld.naam, veld.vraag, str(antwoord)


def _without(groep: Groep, inlevering: Inlevering) -> Callable[[str], str]:
    """What makes of a text the same without the names of others."""
    anderen = [groep.lid(lid) or Lid(lid) for lid in others(inlevering)]
    namen = {naam: _EEN_ANDER for lid in anderen for naam in names_of(lid)}
    if inlevering.sessie_map.sessie.begeleider_naam:
        namen[inlevering.sessie_map.sessie.begeleider_naam] = "de begeleider"
    # Who hands it in may have a name in common with another.
    for naam in names_of(inlevering.lid):
        namen.pop(naam, None)
    vervang = vervanger(namen)
    return lambda tekst: _BEGIN.sub(_capital, vervang(tekst))


def _capital(match: re.Match[str]) -> str:
    return f"{match[1]}E{_EEN_ANDER[1:]}"
