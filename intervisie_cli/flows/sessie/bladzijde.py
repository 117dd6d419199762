"""The page of `new`: a sessie with everything filled in, of which each line can be changed."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from typing import Any, NamedTuple

from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.flows.sessie.beurten import count
from intervisie_cli.flows.sessie.new import Opties, Voorbereid, samen_in, samen_kan
from intervisie_cli.flows.sessie.ritme import in_ritme, last
from intervisie_cli.flows.sessie.tijden import zegt_ritme
from intervisie_cli.groep import draaiboeken
from intervisie_cli.model.fouten import IntervisieError
from intervisie_cli.model.sessie import INBRENGER, INDIVIDUEEL, Groep, Sessie
from intervisie_cli.model.sleutel import Sleutel
from intervisie_cli.model.vraag import JA_NEE, MEER, Keuze, Vraag
from intervisie_cli.tijd.dag import dag_in_cijfers, dag_in_woorden
from intervisie_cli.vragen.lines.roles_line import DOCENT

# What a new group begins with: the shortest that comes with the program.
_EERST = "kort"
_IN_DE_CALL = "kiezen jullie in de call"
_LEEG_IN_DE_CALL = "Enter = in de call"
# What a line says that has nothing.
_GEEN = "–"


class Bladregel(NamedTuple):
    """A line of the page: which of the `Opties` it is, what it says, and how it is asked."""

    naam: str
    label: str
    waarde: str
    vraag: Vraag


def voorstel(omgeving: Omgeving, gegeven: Opties) -> Opties:
    """Fill in what was not given: as the last time, in a group that met before."""
    vorige = last(omgeving)
    leden = [lid.id for lid in omgeving.groep.huidige_leden]
    draaiboek = gegeven.draaiboek or _EERST
    if vorige:
        draaiboek = gegeven.draaiboek or vorige.draaiboek
        # Who left the group since takes part no more.
        er_waren = [lid for lid in vorige.deelnemers if lid in leden]
        leden = er_waren or leden
    samen = gegeven.samen
    if samen is None:
        boek = draaiboeken.load(omgeving.root, draaiboek)
        samen = ",".join(samen_kan(boek))
        if vorige and vorige.draaiboek == draaiboek:
            samen = samen_in(boek, vorige)
    opties = gegeven._replace(
        draaiboek=draaiboek,
        deelnemers=gegeven.deelnemers or ",".join(leden),
        samen=samen,
    )
    return in_ritme(omgeving, opties)


def regels(omgeving: Omgeving, voorbereid: Voorbereid) -> Iterator[Bladregel]:
    """The lines that can be changed, with what they say now."""
    groep = omgeving.groep
    sessie = voorbereid.sessie
    yield _variant(omgeving, voorbereid)
    yield _deelnemers(groep, sessie)
    yield _inbrengers(omgeving, sessie)
    yield _begeleider(groep, sessie)
    yield _notulist(groep, sessie)
    vraag = Vraag(
        Sleutel("thema"), "tekst", "Wat is het thema?", standaard=sessie.thema
    )
    yield Bladregel("thema", "Thema", sessie.thema or _GEEN, vraag)
    yield _dag(omgeving.vandaag, sessie)
    yield _om(sessie)
    yield _tot(sessie)
    yield _ritme(sessie)
    kan = samen_kan(voorbereid.draaiboek)
    if kan:
        yield _samen(kan, sessie)
    yield Bladregel(
        "prive",
        "Privé",
        "ja" if sessie.is_prive else "nee",
        Vraag(
            Sleutel("prive"),
            "ja-nee",
            "Nooit als voorbeeld laten zien wat hier gezegd wordt?",
            keuzes=JA_NEE,
            standaard=sessie.is_prive,
        ),
    )


def _variant(omgeving: Omgeving, voorbereid: Voorbereid) -> Bladregel:
    boeken = []
    for naam in draaiboeken.names(omgeving.root):
        with suppress(IntervisieError):  # doctor tells what is wrong with it
            boeken.append(draaiboeken.load(omgeving.root, naam))
    boeken.sort(key=lambda boek: boek.minuten_max)
    keuzes = [
        Keuze(
            boek.naam, f"{boek.titel} ({boek.minuten_min}-{boek.minuten_max} minuten)"
        )
        for boek in boeken
    ]
    vraag = Vraag(
        Sleutel("draaiboek"),
        "keuze",
        "Welke variant doen jullie?",
        keuzes=tuple(keuzes),
        standaard=voorbereid.sessie.draaiboek,
    )
    return Bladregel("draaiboek", "Variant", voorbereid.draaiboek.titel, vraag)


def _deelnemers(groep: Groep, sessie: Sessie) -> Bladregel:
    keuzes = tuple(Keuze(lid.id, lid.roepnaam) for lid in groep.huidige_leden)
    vraag = Vraag(
        Sleutel("deelnemers"),
        MEER,
        "Wie doen er mee?",
        keuzes=keuzes,
        standaard=list(sessie.deelnemers),
        verplicht=True,
    )
    namen = ", ".join(map(groep.roepnaam, sessie.deelnemers))
    return Bladregel("deelnemers", "Deelnemers", namen, vraag)


def _inbrengers(omgeving: Omgeving, sessie: Sessie) -> Bladregel:
    groep = omgeving.groep
    namen = [groep.roepnaam(ronde.inbrenger) for ronde in sessie.rondes]
    beurten = count(omgeving)
    hulp = "Noem ze op volgorde, zoals: mirthe, tim."
    # Where nobody had a turn yet, anybody could be first.
    if beurten.van:
        eerste = beurten.order(INBRENGER, sessie.deelnemers)[0]
        hulp += f" Aan de beurt: {groep.roepnaam(eerste)}."
    vraag = Vraag(
        Sleutel("inbrengers"),
        "tekst",
        "Wie brengen in?",
        hulp=hulp,
        leeg=_LEEG_IN_DE_CALL,
        standaard=", ".join(ronde.inbrenger for ronde in sessie.rondes),
    )
    waarde = ", ".join(namen) or _IN_DE_CALL
    return Bladregel("inbrengers", "Inbrengers", waarde, vraag)


def _begeleider(groep: Groep, sessie: Sessie) -> Bladregel:
    """Who leads is typed: it can be somebody from outside."""
    getypt = sessie.begeleider
    waarde = groep.roepnaam(getypt)
    if sessie.begeleider_naam:
        waarde = sessie.begeleider_naam
        getypt = f"{DOCENT} {waarde}"
    vraag = Vraag(
        Sleutel("begeleider"),
        "tekst",
        "Wie is begeleider?",
        hulp=f"Een van jullie, of iemand van buiten de groep: {DOCENT} Els.",
        leeg=_LEEG_IN_DE_CALL,
        standaard=getypt,
    )
    return Bladregel("begeleider", "Begeleider", waarde or _IN_DE_CALL, vraag)


def _notulist(groep: Groep, sessie: Sessie) -> Bladregel:
    lid = "" if sessie.notulist == INDIVIDUEEL else sessie.notulist
    keuzes = [
        Keuze("", "In de call"),
        *(Keuze(ander, groep.roepnaam(ander)) for ander in sessie.deelnemers),
    ]
    vraag = Vraag(
        Sleutel("notulist"),
        "keuze",
        "Wie is notulist?",
        keuzes=tuple(keuzes),
        standaard=lid,
    )
    waarde = groep.roepnaam(lid) if lid else _IN_DE_CALL
    return Bladregel("notulist", "Notulist", waarde, vraag)


def _dag(vandaag: date, sessie: Sessie) -> Bladregel:
    dag = sessie.datum
    getypt = "" if dag == vandaag else dag_in_cijfers(dag)
    vraag = Vraag(
        Sleutel("datum"),
        "datum",
        "Op welke dag?",
        hulp="Zoals: vrijdag, 1 december.",
        leeg="Enter = vandaag",
        standaard=getypt,
    )
    return Bladregel("datum", "Dag", dag_in_woorden(dag, vandaag), vraag)


def _om(sessie: Sessie) -> Bladregel:
    vraag = "Hoe laat beginnen jullie?"
    zoals = "Zoals 19:00 of half 8."
    return _getypt("om", "Begin om", vraag, zoals, "geen begintijd", sessie.om)


def _tot(sessie: Sessie) -> Bladregel:
    vraag = "Hoe laat wil je klaar zijn?"
    zoals = "Zoals 20:30 of half 9."
    return _getypt("tot", "Klaar om", vraag, zoals, "geen eindtijd", sessie.tot)


def _ritme(sessie: Sessie) -> Bladregel:
    vraag = "In welk ritme komen jullie bij elkaar?"
    zoals = "Zoals: 2 weken, maandag of eerste maandag van de maand."
    regel = _getypt("elke", "Ritme", vraag, zoals, "geen vast ritme", sessie.elke)
    return regel._replace(waarde=zegt_ritme(sessie) or _GEEN)


def _getypt(
    naam: str,
    label: str,
    vraag: str,
    zoals: str,
    leeg: str,
    nu: str,
) -> Bladregel:
    """A line that says what was typed, and that can stay without."""
    hele_vraag = Vraag(
        Sleutel(naam),
        "tekst",
        vraag,
        hulp=zoals,
        leeg=f"Enter = {leeg}",
        standaard=nu,
    )
    return Bladregel(naam, label, nu or _GEEN, hele_vraag)


def _samen(kan: list[str], sessie: Sessie) -> Bladregel:
    """When the steps are done that a draaiboek leaves to the group."""
    keuzes = (
        Keuze("", "Na elke ronde, als jullie elkaar feedback geven"),
        Keuze(",".join(kan), "Eén keer, aan het eind"),
    )
    vraag = Vraag(
        Sleutel("samen"),
        "keuze",
        f"Wanneer doen jullie de {kan[0].replace('-', ' ')}?",
        keuzes=keuzes,
        standaard=",".join(sessie.samen),
    )
    waarde = "één keer, aan het eind" if sessie.samen else "na elke ronde"
    label = kan[0].replace("-", " ").capitalize()
    return Bladregel("samen", label, waarde, vraag)


def met(opties: Opties, naam: str, antwoord: Any) -> Opties:
    """The same with one line changed, as it would be given on the command line.

    Which steps are done once is proposed anew for another draaiboek.
    """
    if naam == "draaiboek":
        opties = opties._replace(samen=None)
    if isinstance(antwoord, list):
        antwoord = ",".join(map(str, antwoord))
    return opties._replace(**{naam: antwoord})
