"""The members of a group: one comes, goes or gets another name, each time in one commit."""

from collections.abc import Callable
from typing import NamedTuple

from intervisie_cli.flows import berichten, lezen
from intervisie_cli.flows.groep import groep_yaml
from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.flows.vastlegger import OnWait
from intervisie_cli.model.fouten import IntervisieError, VerkeerdGebruik
from intervisie_cli.model.namen import is_handle, slug
from intervisie_cli.model.sessie import Groep, Lid
from intervisie_cli.records.document import Document
from intervisie_cli.records.groep import with_lid
from intervisie_cli.taal.typefout import is_een_slip

# A longer name does not fit on a line.
MAX_NAAM = 80


class GewijzigdLid(NamedTuple):
    """A member as they are now; *is_nieuw* is False when they were so already."""

    lid: Lid
    is_nieuw: bool


def read_lid(tekst: str, voorbeeld: str) -> Lid:
    """Read 'Tim' or 'kim=Kim de Boer'. Raises VerkeerdGebruik, which says to type *voorbeeld*."""
    getypt, _, naam = tekst.partition("=")
    getypt = getypt.strip()
    handle = slug(getypt, 30)
    if not naam and handle != getypt.lower():
        # What the handle cannot hold stays as the name to show.
        naam = getypt
    naam = check_roepnaam(naam)
    if not is_handle(handle):
        raise VerkeerdGebruik(
            "Een lid heeft een korte naam die met een letter begint.", voorbeeld
        )
    return Lid(handle, naam)


def almost(groep: Groep, handle: str) -> Lid | None:
    """The member of today whose handle *handle* may be meant for, None for nobody.

    One is the beginning of the other, or a slip of it.
    """
    for lid in groep.huidige_leden:
        is_begin = lid.id.startswith(handle) or handle.startswith(lid.id)
        if lid.id != handle and (is_begin or is_een_slip(handle, lid.id)):
            return lid
    return None


def check_roepnaam(naam: str) -> str:
    """Give the name of a member as it can be kept, '' for none. Raises VerkeerdGebruik."""
    return lezen.tekst(naam, "De naam van een lid", hoogstens=MAX_NAAM)


def add(omgeving: Omgeving, lid: Lid, on_wait: OnWait | None = None) -> GewijzigdLid:
    """Let *lid* be a member, also when they had left. Raises VerkeerdGebruik."""

    def erbij(groep: Groep) -> Lid:
        was = groep.lid(lid.id) or lid
        if not was.weg and lid.naam not in ("", was.naam):
            raise VerkeerdGebruik(
                f"{was.roepnaam} is al lid van de groep.",
                f'Een andere naam? Typ: intervisie lid naam {lid.id} "…"',
            )
        return was._replace(naam=lid.naam or was.naam, weg="")

    return _record(omgeving, erbij, berichten.lid_erbij, on_wait)


def rename(
    omgeving: Omgeving,
    getypt: str,
    naam: str,
    on_wait: OnWait | None = None,
) -> GewijzigdLid:
    """Give a member another name to show, '' for none. Raises VerkeerdGebruik."""
    tekst = check_roepnaam(naam)
    return _record(
        omgeving,
        lambda groep: groep.member(getypt)._replace(naam=tekst),
        berichten.lid_naam,
        on_wait,
    )


def other_handle(
    omgeving: Omgeving,
    getypt: str,
    nieuw: str,
    on_wait: OnWait | None = None,
) -> GewijzigdLid:
    """Give a member another handle; by the earlier one they stay known. Raises VerkeerdGebruik."""
    handle = read_lid(nieuw, "Bijvoorbeeld: intervisie lid korte-naam kim kimberly").id

    def anders(groep: Groep) -> Lid:
        lid = groep.member(getypt)
        if lid.id == handle:
            return lid
        ander = groep.lid(handle)
        if ander and ander != lid:
            raise VerkeerdGebruik(
                f"'{handle}' is de korte naam van {ander.roepnaam}.",
                "Kies een andere korte naam.",
            )
        was = dict.fromkeys((*lid.was, lid.id))
        was.pop(handle, None)
        return lid._replace(id=handle, was=tuple(was))

    return _record(omgeving, anders, berichten.lid_korte_naam, on_wait)


def retire(
    omgeving: Omgeving,
    getypt: str,
    on_wait: OnWait | None = None,
) -> GewijzigdLid:
    """Let a member leave today; what they said and did stays theirs. Raises IntervisieError."""

    def weg(groep: Groep) -> Lid:
        lid = groep.member(getypt)
        if lid.weg:
            return lid
        if groep.huidige_leden == (lid,):
            raise IntervisieError(
                f"{lid.roepnaam} is het enige lid dat er nog is.",
                "Voeg eerst iemand toe: intervisie lid erbij LID",
            )
        return lid._replace(weg=omgeving.vandaag.isoformat())

    return _record(omgeving, weg, berichten.lid_weg, on_wait)


def _record(
    omgeving: Omgeving,
    change: Callable[[Groep], Lid],
    bericht: Callable[[Lid], str],
    on_wait: OnWait | None,
) -> GewijzigdLid:
    """Record the member as *change* gives them of the group, unless they are so already."""
    geworden: list[Lid] = []

    def changed(groep: Groep, document: Document) -> tuple[Document, str] | None:
        lid = change(groep)
        geworden.append(lid)
        if groep.lid(lid.id) == lid:
            return None
        return with_lid(document, lid), bericht(lid)

    is_nieuw = groep_yaml.record(omgeving, changed, on_wait)
    return GewijzigdLid(geworden[-1], is_nieuw)
