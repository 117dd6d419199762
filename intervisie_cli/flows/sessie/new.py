"""Prepares a sessie: who, what and how long; the whole folder from the draaiboek, in one commit."""

import re
from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import NamedTuple

from intervisie_cli.flows import berichten
from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.flows.sessie.beurten import Beurten, count
from intervisie_cli.flows.vastlegger import OnWait, locked
from intervisie_cli.flows.vragenronde import VraagSteller
from intervisie_cli.groep import draaiboeken
from intervisie_cli.model.draaiboek import Draaiboek
from intervisie_cli.model.fouten import NieuwereVersie, VerkeerdGebruik
from intervisie_cli.model.namen import slug
from intervisie_cli.model.sessie import (
    BEGELEIDER,
    INBRENGER,
    INDIVIDUEEL,
    NOTULIST,
    Groep,
    Plek,
    Ronde,
    Sessie,
    plekken,
)
from intervisie_cli.model.sleutel import Sleutel
from intervisie_cli.model.vraag import Keuze, Vraag
from intervisie_cli.records import sessie as sessie_yaml
from intervisie_cli.records.draaiboek import DraaiboekFout
from intervisie_cli.records.stap import blank
from intervisie_cli.taal.tekst import bezwaar, schoon, zonder_stuurtekens
from intervisie_cli.tijd.dag import lees_datum
from intervisie_cli.vragen.tijdplan import Tijdplan, maak_plan

_GEEN = {BEGELEIDER: "Zonder begeleider", NOTULIST: "Ieder voor zich"}
GEEN_DEELNEMER = "doet niet mee aan deze sessie."


class Opties(NamedTuple):
    """What was given on the command line; None is not given."""

    draaiboek: str | None = None
    deelnemers: str | None = None
    inbrengers: str | None = None
    begeleider: str | None = None
    notulist: str | None = None
    thema: str | None = None
    datum: str | None = None
    tot: str | None = None
    samen: str | None = None
    prive: bool = False


class Voorbereid(NamedTuple):
    """A sessie that is ready to be made."""

    sessie: Sessie
    draaiboek: Draaiboek
    plaatsen: tuple[Plek, ...]
    plan: Tijdplan


def bereid_voor(omgeving: Omgeving, opties: Opties, vraag: VraagSteller) -> Voorbereid:
    """Gather what is needed; ask with *vraag* what was not given. Raises VerkeerdGebruik."""
    groep, nu = omgeving.groep, omgeving.clock()
    if groep.is_nieuwer:
        raise NieuwereVersie("De groep")
    draaiboek = draaiboeken.load(
        omgeving.root, opties.draaiboek or _kies_draaiboek(omgeving, vraag)
    )
    deelnemers = _deelnemers(groep, opties, vraag)
    minstens = max(2, draaiboek.leden_min)
    if len(deelnemers) < minstens:
        raise VerkeerdGebruik(
            f"Intervisie doe je niet alleen: noem minstens {minstens} deelnemers.",
            "Geef --deelnemers mee.",
        )
    beurten = (
        count(omgeving)
        if None in (opties.inbrengers, opties.begeleider, opties.notulist)
        else Beurten({})
    )
    inbrengers = _inbrengers(groep, beurten, deelnemers, opties, vraag)
    # Who brings in has enough to do.
    anderen = [lid for lid in deelnemers if lid not in inbrengers] or list(deelnemers)
    tip = _turn(groep, beurten, BEGELEIDER, anderen)
    begeleider = _rol(groep, deelnemers, opties.begeleider, BEGELEIDER, tip, vraag)
    anderen = [lid for lid in anderen if lid != begeleider] or anderen
    tip = _turn(groep, beurten, NOTULIST, anderen)
    notulist = _rol(groep, deelnemers, opties.notulist, NOTULIST, tip, vraag)
    thema = _thema(opties, vraag)
    samen = _samen(draaiboek, opties, vraag)
    datum = _datum(opties, vraag, nu.date())
    tot = _tot(opties, vraag)
    sessie = Sessie(
        id=omgeving.new_id(16),
        map=_folder(omgeving.root, datum, thema or draaiboek.naam),
        draaiboek=draaiboek.naam,
        datum=datum,
        thema=thema,
        deelnemers=deelnemers,
        begeleider=begeleider,
        notulist=notulist or INDIVIDUEEL,
        opname=False,
        rondes=tuple(
            Ronde(omgeving.new_id(8), nummer, lid) for nummer, lid in enumerate(inbrengers, 1)
        ),
        samen=samen,
        tot=tot,
        is_prive=opties.prive,
    )
    plaatsen = plekken(draaiboek, sessie.rondes, sessie.samen)
    plan = maak_plan(draaiboek, plaatsen, nu if datum == nu.date() else None, tot)
    return Voorbereid(sessie, draaiboek, plaatsen, plan)


def leg_klaar(omgeving: Omgeving, voorbereid: Voorbereid, on_wait: OnWait | None = None) -> Sessie:
    """Write the whole folder and commit it once. Gives the sessie with the folder that it got."""
    with locked(omgeving, on_wait) as vastlegger:
        # Another window may have taken the name meanwhile.
        sessie = voorbereid.sessie
        thema = sessie.thema or sessie.draaiboek
        sessie = sessie._replace(map=_folder(omgeving.root, sessie.datum, thema))
        files: dict[str, bytes | None] = {
            f"{sessie.map}/{sessie_yaml.BESTAND}": sessie_yaml.new(sessie).text().encode()
        }
        for plek in voorbereid.plaatsen:
            files[f"{sessie.map}/{plek.pad}"] = blank(plek).text().encode()
        vastlegger.record(files, berichten.sessie_gemaakt(sessie), basis={})
    return sessie


def _folder(root: Path, datum: date, naam: str) -> str:
    basis = f"sessies/{datum.year}/{datum.isoformat()}-{slug(naam) or 'sessie'}"
    folder, nummer = basis, 2
    while (root / folder).exists():
        folder, nummer = f"{basis}-{nummer}", nummer + 1
    return folder


def _kies_draaiboek(omgeving: Omgeving, vraag: VraagSteller) -> str:
    boeken = []
    for naam in draaiboeken.names(omgeving.root):
        with suppress(DraaiboekFout):  # doctor tells what is wrong with it
            boeken.append(draaiboeken.load(omgeving.root, naam))
    boeken.sort(key=lambda boek: boek.minuten_max)
    keuzes = tuple(
        Keuze(b.naam, f"{b.titel} ({b.minuten_min}-{b.minuten_max} minuten)") for b in boeken
    )
    return str(
        vraag(
            Vraag(
                Sleutel("draaiboek"),
                "keuze",
                "Welke variant doen jullie?",
                keuzes=keuzes,
                verplicht=True,
            )
        )
    )


def _deelnemers(groep: Groep, opties: Opties, vraag: VraagSteller) -> tuple[str, ...]:
    if opties.deelnemers is not None:
        return _handles(groep, opties.deelnemers)
    alle = [lid.id for lid in groep.leden]
    keuzes = tuple(Keuze(lid.id, lid.roepnaam) for lid in groep.leden)
    return tuple(
        vraag(
            Vraag(
                Sleutel("deelnemers"),
                "meer",
                "Wie doen er mee?",
                keuzes=keuzes,
                standaard=alle,
                verplicht=True,
            )
        )
    )


def _inbrengers(
    groep: Groep, beurten: Beurten, deelnemers: tuple[str, ...], opties: Opties, vraag: VraagSteller
) -> tuple[str, ...]:
    if opties.inbrengers is not None:
        gegeven = _handles(groep, opties.inbrengers)
        if vreemd := next((lid for lid in gegeven if lid not in deelnemers), None):
            raise VerkeerdGebruik(
                f"{groep.roepnaam(vreemd)} {GEEN_DEELNEMER}",
                "Zet de inbrenger ook bij --deelnemers.",
            )
        if not gegeven:
            raise VerkeerdGebruik(
                "Er is geen inbrenger.", "Geef --inbrengers mee, bijvoorbeeld: --inbrengers mirthe"
            )
        return gegeven
    gekozen: list[str] = []
    while rest := [lid for lid in beurten.order(INBRENGER, deelnemers) if lid not in gekozen]:
        keuzes = [Keuze(lid, groep.roepnaam(lid)) for lid in rest]
        tekst, hulp = (
            "Wie brengt als eerste een hulpvraag in?",
            _turn(groep, beurten, INBRENGER, rest),
        )
        if gekozen:
            keuzes.insert(0, Keuze("", "Niemand meer"))
            tekst, hulp = "Wie brengt daarna een hulpvraag in?", ""
        sleutel = Sleutel("inbrengers", nummer=len(gekozen))
        standaard = "" if gekozen else rest[0]
        lid = vraag(
            Vraag(
                sleutel,
                "keuze",
                tekst,
                hulp=hulp,
                keuzes=tuple(keuzes),
                standaard=standaard,
                verplicht=not gekozen,
            )
        )
        if not lid:
            break
        gekozen.append(lid)
    return tuple(gekozen)


def _handles(groep: Groep, tekst: str) -> tuple[str, ...]:
    gevonden: list[str] = []
    for deel in (deel.strip() for deel in tekst.split(",")):
        if not deel:
            continue
        lid = groep.member(deel)
        if lid.id in gevonden:
            raise VerkeerdGebruik(f"'{lid.id}' staat er twee keer.", "Noem ieder lid één keer.")
        gevonden.append(lid.id)
    return tuple(gevonden)


def _turn(groep: Groep, beurten: Beurten, rol: str, leden: Iterable[str]) -> str:
    """Who had this rol least often, or longest ago; '' in a group that only begins."""
    return f"Aan de beurt: {groep.roepnaam(beurten.order(rol, leden)[0])}." if beurten.van else ""


def _rol(
    groep: Groep,
    deelnemers: tuple[str, ...],
    gegeven: str | None,
    rol: str,
    tip: str,
    vraag: VraagSteller,
) -> str:
    if gegeven is not None:
        if gegeven in ("", "geen", INDIVIDUEEL):
            return ""
        handles = _handles(groep, gegeven)
        if len(handles) != 1:
            raise VerkeerdGebruik(
                f"Er is precies één {rol}, of geen.", f"Noem één lid bij --{rol}, of laat het weg."
            )
        handle = handles[0]
        if handle not in deelnemers:
            raise VerkeerdGebruik(
                f"{groep.roepnaam(handle)} {GEEN_DEELNEMER}", f"Kies een deelnemer als {rol}."
            )
        return handle
    keuzes = (Keuze("", _GEEN[rol]), *(Keuze(lid, groep.roepnaam(lid)) for lid in deelnemers))
    return str(
        vraag(Vraag(Sleutel(rol), "keuze", f"Wie is {rol}?", hulp=tip, keuzes=keuzes, standaard=""))
    )


def _thema(opties: Opties, vraag: VraagSteller) -> str:
    thema = opties.thema
    if thema is None:
        thema = vraag(Vraag(Sleutel("thema"), "tekst", "Wat is het thema?"))
    thema = schoon(zonder_stuurtekens(thema or ""))
    if reden := bezwaar(thema, is_lang=False):
        raise VerkeerdGebruik(f"Het thema {reden}.", "Kies een kort thema.")
    return thema


def _datum(opties: Opties, vraag: VraagSteller, vandaag: date) -> date:
    tekst = opties.datum
    if tekst is None:
        tekst = vraag(
            Vraag(
                Sleutel("datum"),
                "tekst",
                "Op welke dag is de sessie?",
                hulp="Leeg is vandaag. Of: 1 december.",
            )
        )
    datum = lees_datum(tekst, vandaag) if tekst else vandaag
    if not datum:
        raise VerkeerdGebruik("Die datum bestaat niet.", "Schrijf hem als 2026-11-23.")
    return datum


def _tot(opties: Opties, vraag: VraagSteller) -> str:
    tekst = opties.tot
    if tekst is None:
        tekst = vraag(
            Vraag(
                Sleutel("tot"),
                "tekst",
                "Hoe laat willen jullie klaar zijn?",
                hulp="Bijvoorbeeld 20:30.",
            )
        )
    if not tekst:
        return ""
    match = re.fullmatch(r"([01]?\d|2[0-3])[:.]([0-5]\d)", tekst)
    if not match:
        raise VerkeerdGebruik("Dat tijdstip klopt niet.", "Schrijf het als 20:30.")
    return f"{int(match[1]):02d}:{match[2]}"


def _samen(draaiboek: Draaiboek, opties: Opties, vraag: VraagSteller) -> tuple[str, ...]:
    kan = [stap for stap in draaiboek.stappen if stap.per == "keuze"]
    if opties.samen is not None:
        gegeven = tuple(deel.strip() for deel in opties.samen.split(",") if deel.strip())
        if any(naam not in [stap.naam for stap in kan] for naam in gegeven):
            namen = ", ".join(stap.naam for stap in kan) or "geen"
            raise VerkeerdGebruik("Die stap kun je niet één keer samen doen.", f"Wel: {namen}")
        return tuple(dict.fromkeys(gegeven))
    keuzes = (Keuze(False, "Na elke ronde"), Keuze(True, "Eén keer, aan het eind"))
    return tuple(
        stap.naam
        for stap in kan
        if vraag(
            Vraag(
                Sleutel(stap.naam),
                "keuze",
                f"Wanneer doen jullie de {stap.titel.lower()}?",
                keuzes=keuzes,
                standaard=False,
            )
        )
    )
