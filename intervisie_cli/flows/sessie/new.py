"""Prepares a sessie: who, what and how long; the whole folder from the draaiboek, in one commit."""

from datetime import date
from pathlib import Path
from typing import NamedTuple

from intervisie_cli.flows import berichten
from intervisie_cli.flows.lezen import dag, namen, tekst
from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.flows.sessie import tijden, verdeling
from intervisie_cli.flows.vastlegger import OnWait, locked
from intervisie_cli.git.commit import NewFiles
from intervisie_cli.groep import draaiboeken
from intervisie_cli.groep.gepland import planned
from intervisie_cli.model.draaiboek import Draaiboek
from intervisie_cli.model.fouten import NieuwereVersie, VerkeerdGebruik
from intervisie_cli.model.namen import slug
from intervisie_cli.model.sessie import INDIVIDUEEL, Plek, Ronde, Sessie, plekken
from intervisie_cli.records import sessie as sessie_yaml
from intervisie_cli.records.stap import blank
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
    om: str | None = None
    elke: str | None = None


class Voorbereid(NamedTuple):
    """A sessie that is ready to be made."""

    sessie: Sessie
    draaiboek: Draaiboek
    plaatsen: tuple[Plek, ...]
    plan: Tijdplan


def bereid_voor(omgeving: Omgeving, opties: Opties) -> Voorbereid:
    """Make a sessie of what was given, the rest as most groups do. Raises VerkeerdGebruik."""
    groep = omgeving.groep
    nu = omgeving.clock()
    if groep.is_nieuwer:
        raise NieuwereVersie("De groep")
    if not opties.draaiboek:
        raise VerkeerdGebruik(
            "Er ontbreekt iets: welke variant doen jullie?",
            "Geef --kort of --lang mee.",
        )
    draaiboek = draaiboeken.load(omgeving.root, opties.draaiboek)
    rollen = verdeling.verdeel(groep, opties)
    # Whatever a draaiboek of the group says, one person alone is no intervisie.
    minstens = max(2, draaiboek.leden_min)
    if len(rollen.deelnemers) < minstens:
        raise VerkeerdGebruik(
            "Intervisie doe je niet alleen.",
            f"Noem minstens {minstens} deelnemers.",
        )
    thema = tekst(opties.thema or "", "Het thema")
    datum = dag(opties.datum or "", nu.date())
    gelezen = tijden.read(opties.om, opties.tot, opties.elke)
    samen = _samen(draaiboek, opties.samen or "")
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
        deelnemers=rollen.deelnemers,
        begeleider=rollen.begeleider,
        begeleider_naam=rollen.begeleider_naam,
        notulist=rollen.notulist or INDIVIDUEEL,
        opname=False,
        rondes=tuple(rondes),
        samen=samen,
        tot=gelezen.tot,
        om=gelezen.om,
        elke=gelezen.elke,
        is_prive=opties.prive,
        stappen=draaiboek.vorm(samen),
    )
    plaatsen = plekken(draaiboek, sessie.rondes, sessie.samen)
    # A sessie of another day has no moment yet at which it begins, unless somebody says so.
    begin = gelezen.begin(datum, nu.tzinfo)
    if not begin and datum == nu.date():
        begin = nu
    plan = maak_plan(draaiboek, planned(draaiboek, sessie), begin, gelezen.tot)
    return Voorbereid(sessie, draaiboek, plaatsen, plan)


def leg_klaar(
    omgeving: Omgeving,
    voorbereid: Voorbereid,
    on_wait: OnWait | None = None,
) -> Sessie:
    """Write the whole folder and commit it once. Gives the sessie with the folder that it got."""
    with locked(omgeving, on_wait) as vastlegger:
        sessie = voorbereid.sessie
        thema = sessie.thema or sessie.draaiboek
        # Another window may have taken the name meanwhile.
        sessie = sessie._replace(map=_folder(omgeving.root, sessie.datum, thema))
        files: NewFiles = {
            f"{sessie.map}/{sessie_yaml.BESTAND}": sessie_yaml.new(sessie).raw()
        }
        for plek in voorbereid.plaatsen:
            leeg = blank(plek, sessie, omgeving.groep)
            files[f"{sessie.map}/{plek.pad}"] = leeg.raw()
        # Others who get the sessie need its draaiboek. Of what they have already, nothing changes.
        eigen = draaiboeken.own_files(omgeving.root, voorbereid.draaiboek)
        bericht = berichten.sessie_gemaakt(sessie)
        vastlegger.record(files | eigen, bericht, basis=eigen)
    return sessie


def _folder(root: Path, datum: date, naam: str) -> str:
    """A folder for the sessie that is not there yet."""
    basis = f"sessies/{datum.year}/{datum.isoformat()}-{slug(naam) or 'sessie'}"
    folder = basis
    nummer = 2
    while _is_taken(root / folder):
        folder = f"{basis}-{nummer}"
        nummer += 1
    return folder


def _is_taken(path: Path) -> bool:
    """Whether something stands at *path*; of a call that failed an empty folder may have stayed."""
    if path.is_dir() and not path.is_symlink():
        return any(not inhoud.is_dir() for inhoud in path.rglob("*"))
    return path.exists()


def samen_kan(draaiboek: Draaiboek) -> list[str]:
    """The steps that can be done once for all rondes."""
    return [stap.naam for stap in draaiboek.stappen if stap.per == "keuze"]


def samen_in(draaiboek: Draaiboek, sessie: Sessie) -> str:
    """The steps of those that *sessie* does once, as `--samen` takes them."""
    return ",".join(naam for naam in samen_kan(draaiboek) if naam in sessie.samen)


def _samen(draaiboek: Draaiboek, gegeven: str) -> tuple[str, ...]:
    """The steps that are done once for all rondes. Raises VerkeerdGebruik."""
    kan = samen_kan(draaiboek)
    samen = namen(gegeven)
    if any(naam not in kan for naam in samen):
        raise VerkeerdGebruik(
            "Die stap kun je niet één keer samen doen.",
            f"Wel: {', '.join(kan) or 'geen'}",
        )
    return tuple(dict.fromkeys(samen))
