"""Who takes part in a sessie: somebody comes later, or leaves."""

from intervisie_cli.flows.lezen import namen
from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.flows.stap.kiezen import named
from intervisie_cli.groep.sessies import SessieMap, is_begun
from intervisie_cli.model.fouten import VerkeerdGebruik
from intervisie_cli.model.plaatsen import numbered
from intervisie_cli.model.plain import Data, items_in
from intervisie_cli.model.sessie import INDIVIDUEEL, Groep, Lid, Plek


def at_hand(sessie_map: SessieMap) -> Plek:
    """The step at which things change: the next one, the last when all are done."""
    stap = sessie_map.volgende or sessie_map.stappen[-1]
    return stap.plek


def erbij(
    omgeving: Omgeving,
    sessie_map: SessieMap,
    data: Data,
    getypt: str,
) -> Data:
    """Let members take part from here on, or again. Raises VerkeerdGebruik."""
    for lid in _to_come(omgeving.groep, getypt):
        if lid.weg:
            raise VerkeerdGebruik(
                f"{lid.roepnaam} is weg uit de groep.",
                f"Typ eerst: intervisie lid erbij {lid.id}",
            )
        data = _come(omgeving, sessie_map, data, lid.id)
    return data


def _come(
    omgeving: Omgeving,
    sessie_map: SessieMap,
    data: Data,
    lid: str,
) -> Data:
    keren = items_in(data.get("aanwezig"))
    if lid in data["deelnemers"]:
        return data | {"aanwezig": _come_back(omgeving, sessie_map, keren, lid)}
    data = data | {"deelnemers": [*data["deelnemers"], lid]}
    if not is_begun(sessie_map):
        return data
    van = at_hand(sessie_map).vaste_verwijzing
    nieuw = [*keren, {"id": omgeving.new_id(8), "lid": lid}]
    return data | {"aanwezig": _with_bound(nieuw, lid, "van", van)}


def _come_back(
    omgeving: Omgeving,
    sessie_map: SessieMap,
    keren: list[Data],
    lid: str,
) -> list[Data]:
    """Let somebody be there again; what was done while they were gone, they missed."""
    if _comes_later(sessie_map, keren, lid):
        # Others saw later in the sessie than it was, or they come sooner than they said.
        keren = _with_bound(keren, lid, "tot", "")
        return _with_bound(keren, lid, "van", at_hand(sessie_map).vaste_verwijzing)
    if not _has_missed(sessie_map, keren, lid):
        return _with_bound(keren, lid, "tot", "")
    nieuw = [*keren, {"id": omgeving.new_id(8), "lid": lid}]
    return _with_bound(nieuw, lid, "van", at_hand(sessie_map).vaste_verwijzing)


def _comes_later(sessie_map: SessieMap, keren: list[Data], lid: str) -> bool:
    """Whether a member comes from a step on that the group has not come to."""
    van_lid = [keer for keer in keren if keer.get("lid") == lid]
    if not van_lid:
        return False
    nummers = numbered(tuple(stap.plek for stap in sessie_map.stappen))
    laatste = str(van_lid[-1].get("van"))
    return nummers.get(laatste, 0) > _number_at_hand(sessie_map)


def _has_missed(sessie_map: SessieMap, keren: list[Data], lid: str) -> bool:
    """Whether a member left, and a step was done since."""
    return _gone_from(sessie_map, keren, lid) < _number_at_hand(sessie_map)


def _number_at_hand(sessie_map: SessieMap) -> int:
    plaatsen = tuple(stap.plek for stap in sessie_map.stappen)
    return numbered(plaatsen)[at_hand(sessie_map).vaste_verwijzing]


def _gone_from(sessie_map: SessieMap, keren: list[Data], lid: str) -> int:
    """The number of the step from which a member is gone, that behind the last when they stay."""
    plaatsen = tuple(stap.plek for stap in sessie_map.stappen)
    van_lid = [keer for keer in keren if keer.get("lid") == lid]
    tot = [str(keer.get("tot")) for keer in van_lid]
    if not tot:
        return len(plaatsen)
    return numbered(plaatsen).get(tot[-1], len(plaatsen))


def weg(
    omgeving: Omgeving,
    sessie_map: SessieMap,
    data: Data,
    getypt: str,
    vanaf: str | None,
) -> Data:
    """Let members leave, from the step at hand on or from *vanaf*. Raises VerkeerdGebruik."""
    for lid in _members(omgeving.groep, getypt):
        if lid.id in data["deelnemers"]:
            data = _go(omgeving, sessie_map, data, lid.id, vanaf)
    return data


def _go(
    omgeving: Omgeving,
    sessie_map: SessieMap,
    data: Data,
    lid: str,
    vanaf: str | None,
) -> Data:
    if vanaf:
        data = _leave(omgeving, data, lid, _first_open(sessie_map, vanaf))
    elif not is_begun(sessie_map):
        return _without_tasks(_not_coming(data, lid), lid)
    elif not _left_already(sessie_map, data, lid):
        if not sessie_map.volgende:
            raise VerkeerdGebruik(
                "De sessie is al klaar.",
                f"Eerder weggegaan? Typ: intervisie wijzig --weg {lid} --vanaf STAP",
            )
        data = _leave(omgeving, data, lid, at_hand(sessie_map))
    # Who leaves at the last step had their task all evening, and who leaves later has it still.
    is_last = _number_at_hand(sessie_map) == len(sessie_map.stappen) - 1
    if is_last or not _left_already(sessie_map, data, lid):
        return data
    return _without_tasks(data, lid)


def _first_open(sessie_map: SessieMap, getypt: str) -> Plek:
    """The step of that name which is the first to do, the last when all are done."""
    kan = named(sessie_map, getypt)
    open_al = [stap for stap in kan if not stap.is_af]
    return (open_al or kan[-1:])[0].plek


def _left_already(sessie_map: SessieMap, data: Data, lid: str) -> bool:
    keren = items_in(data.get("aanwezig"))
    return _gone_from(sessie_map, keren, lid) <= _number_at_hand(sessie_map)


def _leave(
    omgeving: Omgeving,
    data: Data,
    lid: str,
    plek: Plek,
) -> Data:
    """Note up to which step somebody was there; who came later was there in between."""
    keren = items_in(data.get("aanwezig"))
    if lid not in [keer.get("lid") for keer in keren]:
        keren.append({"id": omgeving.new_id(8), "lid": lid})
    return data | {"aanwezig": _with_bound(keren, lid, "tot", plek.vaste_verwijzing)}


def _with_bound(
    keren: list[Data],
    lid: str,
    grens: str,
    waarde: str,
) -> list[Data]:
    """The same with another bound for the last time that a member was there.

    One without any bound says nothing and goes.
    """
    van_lid = [nummer for nummer, keer in enumerate(keren) if keer.get("lid") == lid]
    if not van_lid:
        return keren
    laatste = van_lid[-1]
    ander = {**keren[laatste], grens: waarde}
    if not waarde:
        del ander[grens]
    blijft = []
    if ander.get("van") or ander.get("tot"):
        blijft = [ander]
    return [*keren[:laatste], *blijft, *keren[laatste + 1 :]]


def _not_coming(data: Data, lid: str) -> Data:
    """Take somebody out of a sessie that did not begin. Raises VerkeerdGebruik."""
    over = [ander for ander in data["deelnemers"] if ander != lid]
    if len(over) < 2:
        raise VerkeerdGebruik(
            "Intervisie doe je niet alleen.",
            "De hele sessie weghalen? Typ: intervisie undo",
        )
    keren = items_in(data.get("aanwezig"))
    rest = [keer for keer in keren if keer.get("lid") != lid]
    return data | {"deelnemers": over, "aanwezig": rest}


def _without_tasks(data: Data, lid: str) -> Data:
    """Free the member of what they were to do for all: leading, the notulen."""
    vrij: Data = {}
    if data.get("begeleider") == lid:
        vrij["begeleider"] = ""
    if data.get("notulist") == lid:
        vrij["notulist"] = INDIVIDUEEL
    return data | vrij


def deelnemer(omgeving: Omgeving, data: Data, getypt: str) -> str:
    """The handle of who takes part and *getypt* names. Raises VerkeerdGebruik."""
    lid = omgeving.groep.member(getypt)
    if lid.id not in data["deelnemers"]:
        raise VerkeerdGebruik(
            f"{lid.roepnaam} doet niet mee aan deze sessie.",
            f"Typ eerst: intervisie wijzig --erbij {lid.id}",
        )
    return lid.id


def deelnemers(omgeving: Omgeving, data: Data, getypt: str) -> list[str]:
    """The handles of those of 'noor, sam', who take part. Raises VerkeerdGebruik."""
    return [deelnemer(omgeving, data, naam) for naam in _names(getypt)]


def _members(groep: Groep, getypt: str) -> list[Lid]:
    """The members of 'noor, sam'. Raises VerkeerdGebruik."""
    return [groep.member(naam) for naam in _names(getypt)]


def _to_come(groep: Groep, getypt: str) -> list[Lid]:
    """The same of who comes, and may be no member yet. Raises VerkeerdGebruik."""
    try:
        return _members(groep, getypt)
    except VerkeerdGebruik as fout:
        hulp = f"{fout.hulp}. Nieuw? Typ eerst: intervisie lid erbij NAAM"
        raise VerkeerdGebruik(fout.bericht, hulp) from None


def _names(getypt: str) -> list[str]:
    # An empty name fits nobody, and is told so.
    return namen(getypt) or [""]
