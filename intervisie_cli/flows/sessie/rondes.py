"""The rondes of a sessie: one comes, is dropped, or changes places."""

from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.flows.sessie.aanwezigheid import deelnemer
from intervisie_cli.groep.sessies import SessieMap
from intervisie_cli.model.fouten import VerkeerdGebruik
from intervisie_cli.model.plain import Data, items_in
from intervisie_cli.model.sessie import folder_of


def erbij(omgeving: Omgeving, sessie_map: SessieMap, data: Data, getypt: str) -> Data:
    """Add a ronde for a member, or hold one after all that was dropped. Raises VerkeerdGebruik."""
    if data.get("afgerond"):
        raise VerkeerdGebruik(
            "Deze sessie is afgerond.", "Typ eerst: intervisie wijzig --heropen"
        )
    lid = deelnemer(omgeving, data, getypt)
    rondes = _with_folders(data)
    open_al = _unbegun(sessie_map)
    for plaats, ronde in enumerate(rondes):
        if ronde.get("inbrenger") != lid or ronde.get("id") not in open_al:
            continue
        # Typed twice, it is still one ronde.
        rondes[plaats] = {
            sleutel: waarde
            for sleutel, waarde in ronde.items()
            if sleutel != "vervallen"
        }
        return data | {"rondes": rondes}
    nummer = len(rondes) + 1
    bezet = {ronde["map"] for ronde in rondes}
    while folder_of(nummer, lid) in bezet:
        nummer += 1
    nieuw = {
        "id": omgeving.new_id(8),
        "inbrenger": lid,
        "map": folder_of(nummer, lid),
    }
    return data | {"rondes": [*rondes, nieuw]}


def weg(sessie_map: SessieMap, data: Data, nummer: int) -> Data:
    """Drop a ronde: what is open in it is not held. Raises VerkeerdGebruik."""
    rondes = _with_folders(data)
    _check_number(sessie_map, nummer)
    rondes[nummer - 1] = {**rondes[nummer - 1], "vervallen": True}
    return data | {"rondes": rondes}


def _check_number(sessie_map: SessieMap, nummer: int) -> None:
    kan = [ronde.nummer for ronde in sessie_map.sessie.rondes]
    if nummer in kan:
        return
    if not kan:
        raise VerkeerdGebruik(
            "Deze sessie heeft nog geen ronde.", "Typ: intervisie step"
        )
    nummers = ", ".join(map(str, kan))
    raise VerkeerdGebruik("Die ronde is er niet.", f"Kies uit: {nummers}")


def volgorde(
    omgeving: Omgeving, sessie_map: SessieMap, data: Data, getypt: str
) -> Data:
    """Put the rondes that were not begun in this order of inbrengers. Raises VerkeerdGebruik."""
    rondes = _with_folders(data)
    open_al = _unbegun(sessie_map)
    vast = [ronde for ronde in rondes if ronde.get("id") not in open_al]
    los = [ronde for ronde in rondes if ronde.get("id") in open_al]
    leden = [deelnemer(omgeving, data, deel) for deel in getypt.split(",")]
    inbrengers = [ronde.get("inbrenger") for ronde in los]
    if sorted(map(str, inbrengers)) != sorted(leden):
        namen = ",".join(map(str, inbrengers))
        raise VerkeerdGebruik(
            "Noem ieder die nog aan de beurt komt één keer.",
            f"Bijvoorbeeld: --volgorde {namen}" if namen else "Er is geen ronde open.",
        )
    los.sort(key=lambda ronde: leden.index(str(ronde.get("inbrenger"))))
    return data | {"rondes": [*vast, *los]}


def _with_folders(data: Data) -> list[Data]:
    """The rondes, each with the folder that it has: its number can become another."""
    rondes = []
    for nummer, ronde in enumerate(items_in(data.get("rondes")), 1):
        folder = ronde.get("map") or folder_of(nummer, str(ronde.get("inbrenger")))
        rondes.append({**ronde, "map": folder})
    return rondes


def _unbegun(sessie_map: SessieMap) -> set[str]:
    """The ids of the rondes of which no step is recorded."""
    gedaan = set()
    for stap in sessie_map.stappen:
        ronde = stap.plek.ronde
        if ronde and stap.data.get("status") not in (None, "open"):
            gedaan.add(ronde.id)
    return {ronde.id for ronde in sessie_map.sessie.rondes} - gedaan
