"""What the shared screen of a clone shows, made of a step that is asked.

It stands in the runtime folder of the user (0600), for the other windows of the clone, and is gone
with the computer's session.
"""

import json
from contextlib import suppress
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path

from intervisie_cli.flows.mee.beeld import Beeld
from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.flows.sessie.status import Quotum, quota
from intervisie_cli.flows.stap.hier import Hier
from intervisie_cli.groep import sessies
from intervisie_cli.groep.sessies import SessieMap
from intervisie_cli.groep.stapbestand import StapBestand
from intervisie_cli.model.namen import voluit
from intervisie_cli.model.schermstand import (
    GEPAUZEERD,
    KLAAR,
    LOOPT,
    NOG_NIET,
    Gereedheid,
    Schermstand,
    from_data,
    to_data,
)
from intervisie_cli.model.sessie import Groep
from intervisie_cli.model.vraag import Antwoorden, Vraag
from intervisie_cli.system import folders, plain
from intervisie_cli.tijd.dag import dag_in_woorden
from intervisie_cli.vragen.fasen import SCHRIJVEN, fase_van

PAGINA = "scherm.html"
# The commands that show it.
STEP, VOLG = "step", "volg"
_STAND, _HULPVRAAG = "stand.json", "toon-hulpvraag"
_MEESTE = 64 * 1024
# Longer than this a program that leads is not silent: it is gone.
STIL = timedelta(seconds=8)
_GROEP = "de groep"


def folder_of(root: Path) -> Path:
    """Where the screen of this clone stands."""
    kenmerk = sha256(str(root.resolve()).encode()).hexdigest()[:16]
    return folders.runtime() / kenmerk


def page_of(root: Path) -> Path:
    """The page that a browser shows."""
    return folder_of(root) / PAGINA


def shows_hulpvraag(root: Path) -> bool:
    """Whether the group wants to see the hulpvraag on it."""
    return (folder_of(root) / _HULPVRAAG).exists()


def set_hulpvraag(root: Path, *, is_aan: bool) -> None:
    """Let the hulpvraag be seen, or not. Raises OSError."""
    pad = folder_of(root) / _HULPVRAAG
    if is_aan:
        plain.put(pad, b"")
    else:
        pad.unlink(missing_ok=True)


def save(root: Path, stand: Schermstand) -> None:
    """Keep what is shown, for the other windows of this clone. Raises OSError."""
    plain.put(folder_of(root) / _STAND, json.dumps(to_data(stand)).encode())


def load(root: Path, nu: datetime) -> Schermstand | None:
    """What a window shows, None for nothing; *gepauzeerd* once the program that led is gone."""
    with suppress(OSError, plain.NotPlain, ValueError, KeyError, TypeError):
        raw = plain.read(folder_of(root) / _STAND, _MEESTE)
        if raw is not None:
            return _as_of(from_data(json.loads(raw)), nu)
    return None


def _as_of(stand: Schermstand, nu: datetime) -> Schermstand:
    if stand.toestand != LOOPT:
        return stand
    # The clock of a computer can be set back.
    if abs(nu - datetime.fromisoformat(stand.gezien)) <= STIL:
        return stand
    return stand._replace(toestand=GEPAUZEERD)


# ---- what there is to see


def of_question(
    omgeving: Omgeving,
    hier: Hier,
    vraag: Vraag | None,
    wacht_op: tuple[str, ...] = (),
) -> Schermstand:
    """A step at the moment that *vraag* is asked, None while others are waited for."""
    concept, stap = hier.concept, hier.stap
    gegeven = quota(omgeving, hier.sessie_map, stap, concept.antwoorden)
    stand = of_step(omgeving, hier.sessie_map, stap, gegeven)
    tijd = stap.plek.stap.minuten
    extra = concept.extra_min
    stand = stand._replace(
        toestand=LOOPT,
        begonnen=concept.begonnen,
        plan_min=tijd.plan + extra if tijd else 0,
        max_min=tijd.max + extra if tijd else 0,
        hulpvraag=hier.context.hulpvraag,
    )
    if wacht_op:
        return stand._replace(beurt=omgeving.groep.namen(list(wacht_op)))
    if vraag is None:
        return stand._replace(beurt=_GROEP, moet="nakijken")
    fase = fase_van(vraag.sleutel, stap.plek.stap)
    return stand._replace(
        beurt=vraag.aan or _GROEP,
        moet=_owed(vraag, stap, gegeven, concept.antwoorden),
        is_denktijd=fase is not None and fase.soort == SCHRIJVEN,
    )


def of_step(
    omgeving: Omgeving,
    sessie_map: SessieMap,
    stap: StapBestand,
    gegeven: tuple[Quotum, ...],
) -> Schermstand:
    """A step that nobody is asked of at this moment."""
    groep, ronde = omgeving.groep, stap.plek.ronde
    return Schermstand(
        toestand=GEPAUZEERD,
        sessie=_title(sessie_map, omgeving),
        map=sessie_map.sessie.map,
        stap=stap.plek.stap.titel,
        ronde=f"Ronde {ronde.nummer}" if ronde else "",
        inbrenger=groep.roepnaam(ronde.inbrenger) if ronde else "",
        gezien=omgeving.clock().isoformat(),
        straks=_next(sessie_map, stap),
        gereed=tuple(_readiness(groep, deel) for deel in gegeven),
    )


def of_beeld(omgeving: Omgeving, beeld: Beeld) -> Schermstand:
    """A step that is led at another laptop, as this one sees it."""
    stand = of_step(omgeving, beeld.sessie_map, beeld.stap, beeld.quota)
    if not beeld.klok or not beeld.leider:
        return stand
    # Whom the lead asks at their own laptop, only that laptop knows.
    return stand._replace(
        toestand=LOOPT,
        begonnen=beeld.klok.begonnen.isoformat(),
        plan_min=beeld.klok.plan_min,
        max_min=beeld.klok.max_min,
        leider=omgeving.groep.roepnaam(beeld.leider.lid),
        beurt=omgeving.groep.namen(list(beeld.aan_zet)),
        hulpvraag=beeld.sessie_map.hulpvraag_before(beeld.stap),
    )


def is_led_here(root: Path, nu: datetime) -> bool:
    """Whether another window of this clone leads a step, and shows it."""
    stand = load(root, nu)
    return stand is not None and stand.toestand == LOOPT and stand.van == STEP


def of_sessie(omgeving: Omgeving, sessie_map: SessieMap) -> Schermstand:
    """A sessie that nobody leads at this moment, or that is done."""
    stap = sessie_map.volgende
    if stap:
        gegeven = quota(omgeving, sessie_map, stap, {})
        stand = of_step(omgeving, sessie_map, stap, gegeven)
        if sessies.is_begun(sessie_map):
            return stand
        return stand._replace(toestand=NOG_NIET)
    return Schermstand(KLAAR, _title(sessie_map, omgeving), sessie_map.sessie.map)


def _title(sessie_map: SessieMap, omgeving: Omgeving) -> str:
    # Without its theme: that says what it is about.
    dag = dag_in_woorden(sessie_map.sessie.datum, omgeving.vandaag)
    return f"{sessie_map.draaiboek.titel} · {dag}"


def _next(sessie_map: SessieMap, stap: StapBestand) -> str:
    """The step that comes after this one, '' for the last."""
    paden = [ander.pad for ander in sessie_map.stappen]
    erna = sessie_map.stappen[paden.index(stap.pad) + 1 :]
    return next((ander.plek.titel for ander in erna if not ander.is_af), "")


def _readiness(groep: Groep, deel: Quotum) -> Gereedheid:
    return Gereedheid(
        groep.roepnaam(deel.lid), voluit(deel.veld), deel.aantal, deel.nodig
    )


def _owed(
    vraag: Vraag,
    stap: StapBestand,
    gegeven: tuple[Quotum, ...],
    antwoorden: Antwoorden,
) -> str:
    """What is asked, without a word of it: 'vraag 1 van 2'."""
    veld = stap.plek.stap.veld(vraag.sleutel.veld)
    if not veld:
        return ""
    wat = voluit(veld.enkelvoud)
    if vraag.sleutel in antwoorden:
        return wat
    for deel in gegeven:
        is_van = deel.veld == veld.naam and deel.lid == vraag.sleutel.lid
        if is_van and deel.aantal < deel.nodig:
            return f"{wat} {deel.aantal + 1} van {deel.nodig}"
    return wat
