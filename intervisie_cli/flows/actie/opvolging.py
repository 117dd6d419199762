"""Finds an actie by what somebody types, and records how it goes, in one commit."""

import re

from intervisie_cli.flows import berichten
from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.flows.stap.kiezen import check_editable, document_of
from intervisie_cli.flows.stap.vastleggen import keep_handwork
from intervisie_cli.flows.terugblik.acties import Acties, some_acties
from intervisie_cli.flows.vastlegger import OnWait, locked
from intervisie_cli.flows.waar import typ_step
from intervisie_cli.groep import sessies
from intervisie_cli.groep.sessies import SessieMap
from intervisie_cli.groep.stapbestand import StapBestand
from intervisie_cli.index.opzoeken import ActieTreffer
from intervisie_cli.model.actie import ACTIES, Actievraag
from intervisie_cli.model.fouten import IntervisieError
from intervisie_cli.model.plain import Data, items_in
from intervisie_cli.records.acties import GeenActie, add_opvolging

_ID = re.compile(r"[a-z2-7]+")


def matching(omgeving: Omgeving, getypt: str, aantal: int) -> Acties:
    """The acties that *getypt* may mean: by id, else by the beginning of one, else by words."""
    begin = getypt.strip().lower()
    woorden = begin.split()
    vragen = [
        Actievraag(woorden=woorden),
        Actievraag(alle=True, woorden=woorden),
    ]
    # A whole id can be the beginning of another, so it is tried first. Words mean an open actie
    # rather than one that is done.
    if _ID.fullmatch(begin):
        vragen = [
            Actievraag(alle=True, ids=[begin]),
            Actievraag(alle=True, begin=begin),
            *vragen,
        ]
    for vraag in vragen:
        gevonden = some_acties(omgeving, vraag, aantal)
        if gevonden.totaal:
            break
    return gevonden


class NogInFormulier(IntervisieError):
    """The actie stands in a form that nobody recorded yet."""

    def __init__(self, step: str) -> None:
        super().__init__(
            "Deze actie is met de hand ingevuld, in een stap die nog niet is vastgelegd.",
            f"Leg die stap eerst vast. Typ: {step}",
        )


def follow_up(
    omgeving: Omgeving,
    treffer: ActieTreffer,
    gezegd: Data,
    tot: str,
    on_wait: OnWait | None,
) -> bool:
    """Record what was *gezegd* today of how an actie goes, and its new day *tot* if any.

    Gives False when the last that was said of it is just this. Raises GeenActie.
    """
    with locked(omgeving, on_wait) as vastlegger:
        # Read under the lock: what was found before it may have changed since.
        sessie_map = sessies.load(omgeving.root, treffer.map)
        check_editable(sessie_map)
        stap = _step_of(sessie_map, treffer)
        if stap.is_ingevuld and not _stands_in(stap, treffer):
            raise NogInFormulier(typ_step(omgeving, sessie_map.sessie.map))
        item = _said_today(omgeving, gezegd)
        nieuw = add_opvolging(
            document_of(stap), treffer.actie, item, omgeving.new_id, tot
        )
        if not nieuw:
            return False
        basis = {stap.pad: stap.raw}
        # What somebody edited outside intervisie gets a commit of its own, under its own message.
        keep_handwork(vastlegger, omgeving, sessie_map, stap, basis)
        bericht = berichten.opvolging(sessie_map.sessie, stap.plek)
        vastlegger.record({stap.pad: nieuw.raw()}, bericht, basis)
    return True


def _stands_in(stap: StapBestand, treffer: ActieTreffer) -> bool:
    """Whether the actie is recorded, and not only filled in by hand below that."""
    tekst = treffer.actie.get("actie")
    return any(item.get("actie") == tekst for item in items_in(stap.front.get(ACTIES)))


def _said_today(omgeving: Omgeving, gezegd: Data) -> Data:
    # By '' and not by its truth: 0 times is an answer.
    ingevuld = {naam: waarde for naam, waarde in gezegd.items() if waarde != ""}
    return {"datum": omgeving.vandaag.isoformat(), **ingevuld}


def _step_of(sessie_map: SessieMap, treffer: ActieTreffer) -> StapBestand:
    for stap in sessie_map.stappen:
        if stap.pad == treffer.pad:
            return stap
    raise GeenActie
