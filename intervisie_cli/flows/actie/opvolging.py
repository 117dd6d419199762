"""Finds an actie by what somebody types, and records how it goes, in one commit."""

import re
from typing import Any

from intervisie_cli.flows import berichten
from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.flows.stap.kiezen import check_editable, document_of
from intervisie_cli.flows.stap.vastleggen import keep_handwork
from intervisie_cli.flows.terugblik.acties import Acties, some_acties
from intervisie_cli.flows.vastlegger import OnWait, locked
from intervisie_cli.groep import sessies, vinden
from intervisie_cli.index.opzoeken import ActieTreffer
from intervisie_cli.model.actie import Actievraag
from intervisie_cli.model.fouten import GitFout
from intervisie_cli.records.acties import GeenActie, add_opvolging

_ID = re.compile(r"[a-z2-7]+")


def who_am_i(omgeving: Omgeving) -> str:
    """The member who works here, as they said, or as Git calls them; '' when that is not known."""
    try:
        repository = omgeving.repository
        naam = vinden.read_lid(repository.private) or (repository.identity() or ("",))[0]
    except GitFout:
        return ""
    lid = omgeving.groep.find(naam) if naam else None
    return lid.id if lid else ""


def matching(omgeving: Omgeving, getypt: str, aantal: int) -> Acties:
    """Those that *getypt* may mean: with this id, or that begins so, or with these words in them, open ones first."""
    begin = getypt.strip().lower()
    for vraag in (Actievraag(alle=True, ids=[begin]), Actievraag(alle=True, begin=begin)):
        if _ID.fullmatch(begin) and (gevonden := some_acties(omgeving, vraag, aantal)).totaal:
            return gevonden
    woorden = begin.split()
    gevonden = some_acties(omgeving, Actievraag(woorden=woorden), aantal)
    return (
        gevonden
        if gevonden.totaal
        else some_acties(omgeving, Actievraag(alle=True, woorden=woorden), aantal)
    )


def follow_up(
    omgeving: Omgeving,
    treffer: ActieTreffer,
    gezegd: dict[str, Any],
    tot: str,
    on_wait: OnWait | None,
) -> bool:
    """Record what was *gezegd* today of how an actie goes, and its new day *tot* if any. Raises GeenActie.

    Gives False when the last that was said of it is just this.
    """
    with locked(omgeving, on_wait) as vastlegger:
        sessie_map = sessies.load(omgeving.root, treffer.map)
        check_editable(sessie_map)
        stap = next((stap for stap in sessie_map.stappen if stap.pad == treffer.pad), None)
        if not stap:
            raise GeenActie
        item = {"datum": omgeving.vandaag.isoformat()}
        item |= {naam: waarde for naam, waarde in gezegd.items() if waarde != ""}
        nieuw = add_opvolging(document_of(stap), treffer.actie, item, omgeving.new_id, tot)
        if not nieuw:
            return False
        keep_handwork(vastlegger, omgeving, sessie_map, stap, {stap.pad: stap.raw})
        bericht = berichten.opvolging(sessie_map.sessie, stap.plek)
        vastlegger.record({stap.pad: nieuw.text().encode()}, bericht, {stap.pad: stap.raw})
    return True
