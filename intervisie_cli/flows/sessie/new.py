"""Prepares a sessie: who, what and how long; the whole folder from the draaiboek, in one commit."""

from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import NamedTuple

from intervisie_cli.flows import berichten
from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.flows.sessie import verdeling
from intervisie_cli.flows.sessie.beurten import Beurten, count
from intervisie_cli.flows.sessie.lezen import tijdstip
from intervisie_cli.flows.vastlegger import OnWait, locked
from intervisie_cli.flows.vragenronde import VraagSteller
from intervisie_cli.groep import draaiboeken
from intervisie_cli.model.draaiboek import Draaiboek
from intervisie_cli.model.fouten import NieuwereVersie, VerkeerdGebruik
from intervisie_cli.model.namen import slug
from intervisie_cli.model.sessie import INDIVIDUEEL, Plek, Ronde, Sessie, plekken
from intervisie_cli.model.sleutel import Sleutel
from intervisie_cli.model.vraag import Keuze, Vraag
from intervisie_cli.records import sessie as sessie_yaml
from intervisie_cli.records.draaiboek import DraaiboekFout
from intervisie_cli.records.stap import blank
from intervisie_cli.taal.tekst import bezwaar, schoon, zonder_stuurtekens
from intervisie_cli.tijd.dag import lees_datum
from intervisie_cli.vragen.tijdplan import Tijdplan, maak_plan


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
    groep = omgeving.groep
    nu = omgeving.clock()
    if groep.is_nieuwer:
        raise NieuwereVersie("De groep")
    naam = opties.draaiboek or _kies_draaiboek(omgeving, vraag)
    draaiboek = draaiboeken.load(omgeving.root, naam)
    aanwezig = verdeling.deelnemers(groep, opties.deelnemers, vraag)
    # Whatever a draaiboek of the group says, one person alone is no intervisie.
    minstens = max(2, draaiboek.leden_min)
    if len(aanwezig) < minstens:
        raise VerkeerdGebruik(
            f"Intervisie doe je niet alleen: noem minstens {minstens} deelnemers.",
            "Geef --deelnemers mee.",
        )
    rollen = verdeling.verdeel(
        groep, _beurten(omgeving, opties), aanwezig, opties, vraag
    )
    thema = _thema(opties, vraag)
    samen = _samen(draaiboek, opties, vraag)
    datum = _datum(opties, vraag, nu.date())
    tot = _tot(opties, vraag)
    sessie_id = omgeving.new_id(16)
    rondes = [
        Ronde(omgeving.new_id(8), nummer, lid)
        for nummer, lid in enumerate(rollen.inbrengers, 1)
    ]
    sessie = Sessie(
        id=sessie_id,
        map=_folder(omgeving.root, datum, thema or draaiboek.naam),
        draaiboek=draaiboek.naam,
        datum=datum,
        thema=thema,
        deelnemers=aanwezig,
        begeleider=rollen.begeleider,
        notulist=rollen.notulist or INDIVIDUEEL,
        opname=False,
        rondes=tuple(rondes),
        samen=samen,
        tot=tot,
        is_prive=opties.prive,
    )
    plaatsen = plekken(draaiboek, sessie.rondes, sessie.samen)
    # A sessie of another day has no moment yet at which it begins.
    begin = nu if datum == nu.date() else None
    return Voorbereid(
        sessie, draaiboek, plaatsen, maak_plan(draaiboek, plaatsen, begin, tot)
    )


def _beurten(omgeving: Omgeving, opties: Opties) -> Beurten:
    """The turns so far; none when nobody has to be proposed, for counting them takes time."""
    if None in (opties.inbrengers, opties.begeleider, opties.notulist):
        return count(omgeving)
    return Beurten({})


def leg_klaar(
    omgeving: Omgeving, voorbereid: Voorbereid, on_wait: OnWait | None = None
) -> Sessie:
    """Write the whole folder and commit it once. Gives the sessie with the folder that it got."""
    with locked(omgeving, on_wait) as vastlegger:
        sessie = voorbereid.sessie
        thema = sessie.thema or sessie.draaiboek
        # Another window may have taken the name meanwhile.
        sessie = sessie._replace(map=_folder(omgeving.root, sessie.datum, thema))
        files: dict[str, bytes | None] = {
            f"{sessie.map}/{sessie_yaml.BESTAND}": sessie_yaml.new(sessie)
            .text()
            .encode()
        }
        for plek in voorbereid.plaatsen:
            files[f"{sessie.map}/{plek.pad}"] = blank(plek).text().encode()
        vastlegger.record(files, berichten.sessie_gemaakt(sessie), basis={})
    return sessie


def _folder(root: Path, datum: date, naam: str) -> str:
    """A folder for the sessie that is not there yet."""
    basis = f"sessies/{datum.year}/{datum.isoformat()}-{slug(naam) or 'sessie'}"
    folder = basis
    nummer = 2
    while (root / folder).exists():
        folder = f"{basis}-{nummer}"
        nummer += 1
    return folder


def _kies_draaiboek(omgeving: Omgeving, vraag: VraagSteller) -> str:
    boeken = []
    for naam in draaiboeken.names(omgeving.root):
        with suppress(DraaiboekFout):  # doctor tells what is wrong with it
            boeken.append(draaiboeken.load(omgeving.root, naam))
    # The shortest first: that is the one to begin with.
    boeken.sort(key=lambda boek: boek.minuten_max)
    keuzes = [
        Keuze(
            boek.naam, f"{boek.titel} ({boek.minuten_min}-{boek.minuten_max} minuten)"
        )
        for boek in boeken
    ]
    nu = Vraag(
        Sleutel("draaiboek"),
        "keuze",
        "Welke variant doen jullie?",
        keuzes=tuple(keuzes),
        verplicht=True,
    )
    return str(vraag(nu))


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
        hulp = "Leeg is vandaag. Of: 1 december."
        tekst = vraag(
            Vraag(Sleutel("datum"), "tekst", "Op welke dag is de sessie?", hulp=hulp)
        )
    datum = lees_datum(tekst, vandaag) if tekst else vandaag
    if not datum:
        raise VerkeerdGebruik("Die datum bestaat niet.", "Schrijf hem als 2026-11-23.")
    return datum


def _tot(opties: Opties, vraag: VraagSteller) -> str:
    tekst = opties.tot
    if tekst is None:
        hulp = "Bijvoorbeeld 20:30."
        tekst = vraag(
            Vraag(
                Sleutel("tot"), "tekst", "Hoe laat willen jullie klaar zijn?", hulp=hulp
            )
        )
    return tijdstip(tekst or "")


def _samen(
    draaiboek: Draaiboek, opties: Opties, vraag: VraagSteller
) -> tuple[str, ...]:
    """The steps that are done once for all rondes. Raises VerkeerdGebruik."""
    kan = [stap for stap in draaiboek.stappen if stap.per == "keuze"]
    if opties.samen is not None:
        return _read_samen(opties.samen, [stap.naam for stap in kan])
    keuzes = (Keuze(False, "Na elke ronde"), Keuze(True, "Eén keer, aan het eind"))
    samen = []
    for stap in kan:
        tekst = f"Wanneer doen jullie de {stap.titel.lower()}?"
        sleutel = Sleutel(stap.naam)
        if vraag(Vraag(sleutel, "keuze", tekst, keuzes=keuzes, standaard=False)):
            samen.append(stap.naam)
    return tuple(samen)


def _read_samen(gegeven: str, kan: list[str]) -> tuple[str, ...]:
    namen = [deel.strip() for deel in gegeven.split(",") if deel.strip()]
    if any(naam not in kan for naam in namen):
        raise VerkeerdGebruik(
            "Die stap kun je niet één keer samen doen.",
            f"Wel: {', '.join(kan) or 'geen'}",
        )
    return tuple(dict.fromkeys(namen))
