"""The members of a group: a line for each, those who left below; and what changed."""

from collections.abc import Iterable, Iterator
from datetime import date

from intervisie_cli.flows.groep.lid import GewijzigdLid
from intervisie_cli.model.plain import Data
from intervisie_cli.model.sessie import (
    LID_ERBIJ,
    LID_KORT,
    LID_NAAM,
    LID_WEG,
    Groep,
    Lid,
    Sessie,
)
from intervisie_cli.tijd.dag import dag_in_woorden
from intervisie_cli.ui.console import Console

# What is said of a change, and where nothing had to change.
_ZINNEN = {
    LID_ERBIJ: (
        "{roepnaam} is nu lid van de groep.",
        "{roepnaam} is al lid van de groep.",
    ),
    # A name can end in a full stop itself.
    LID_NAAM: ("{handle} heet nu: {roepnaam}", "{handle} heet al: {roepnaam}"),
    LID_KORT: ("{roepnaam} is nu: {handle}", "{roepnaam} is al: {handle}"),
    LID_WEG: (
        "{roepnaam} is weg uit de groep. In oude sessies blijft alles staan.",
        "{roepnaam} was al weg uit de groep.",
    ),
}


def regels(uit: Console, groep: Groep, vandaag: date) -> Iterator[str]:
    """The page of `lid`."""
    breed = max(len(lid.id) for lid in groep.leden) + 2
    for lid in groep.huidige_leden:
        yield from uit.opgemaakt(lid.roepnaam, kop=lid.id.ljust(breed))
    for lid in groep.oud_leden:
        zin = f"{lid.roepnaam}, weg sinds {dag_in_woorden(lid.weg, vandaag)}"
        yield from uit.opgemaakt(zin, "dof", kop=lid.id.ljust(breed))


def json(groep: Groep) -> Data:
    """The documented object of `lid --json`."""
    return {"leden": [_lid_json(lid) for lid in groep.leden]}


def _lid_json(lid: Lid) -> Data:
    return {"lid": lid.id, "naam": lid.roepnaam, "weg": lid.weg or None}


def gewijzigd(wat: str, gedaan: GewijzigdLid) -> str:
    """Say what was recorded of a member, or that it stood so already."""
    lid = gedaan.lid
    nu, al = _ZINNEN[wat]
    zin = nu if gedaan.is_nieuw else al
    return zin.format(handle=lid.id, roepnaam=lid.roepnaam)


def in_sessies(
    uit: Console,
    lid: Lid,
    klaar: Iterable[Sessie],
    vandaag: date,
) -> Iterator[str]:
    """That who left is still in a sessie that is *klaar*, or who came is not; and what to type."""
    staat, hoe, vlag = "doet nog niet mee aan", "Erbij", "--erbij"
    if lid.weg:
        staat, hoe, vlag = "staat nog in", "Eruit", "--weg"
    for sessie in klaar:
        # A member takes part and who left does not: then there is nothing to say.
        if (lid.id in sessie.deelnemers) is not bool(lid.weg):
            continue
        zin = f"{lid.roepnaam} {staat} de sessie van"
        typ = f"intervisie wijzig --sessie {sessie.naam} {vlag} {lid.id}"
        dag = dag_in_woorden(sessie.datum, vandaag)
        yield from uit.opgemaakt(f"{zin} {dag}. {hoe}? Typ: {typ}")
