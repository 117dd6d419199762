"""The rondes of a sessie: one comes, is dropped, or changes places."""

from collections.abc import Callable
from pathlib import Path

from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.flows.sessie.aanwezigheid import at_hand, deelnemers
from intervisie_cli.groep import bestanden
from intervisie_cli.groep.sessies import SessieMap
from intervisie_cli.groep.stapbestand import StapBestand
from intervisie_cli.model.fouten import IntervisieError, VerkeerdGebruik
from intervisie_cli.model.namen import ronde_folder, whose_ronde
from intervisie_cli.model.plaatsen import numbered, there
from intervisie_cli.model.plain import Data, items_in, same
from intervisie_cli.model.sessie import OPEN, Plek, Ronde, plekken
from intervisie_cli.records.sessie import aanwezig_in


def with_folders(data: Data) -> Data:
    """The same with the folder of each ronde: by its number that could become another."""
    rondes = []
    for nummer, ronde in enumerate(items_in(data.get("rondes")), 1):
        folder = ronde.get("map") or ronde_folder(nummer, str(ronde.get("inbrenger")))
        rondes.append({**ronde, "map": folder})
    return data | {"rondes": rondes}


def as_written(data: Data, was: Data) -> Data:
    """The same with the rondes as they stand in *was*, when none of them changed."""
    if not same(data["rondes"], with_folders(was)["rondes"]):
        return data
    return data | {"rondes": was.get("rondes", [])}


def erbij(
    omgeving: Omgeving,
    sessie_map: SessieMap,
    data: Data,
    getypt: str,
) -> Data:
    """Add a ronde for members, or hold one after all that was dropped. Raises VerkeerdGebruik."""
    if data.get("afgerond"):
        raise VerkeerdGebruik(
            "Deze sessie is afgerond.", "Typ eerst: intervisie wijzig --heropen"
        )
    leden = deelnemers(omgeving, data, getypt)
    for lid in dict.fromkeys(leden):
        eerste = _first_open(sessie_map, lid)
        # Typed twice, it is still one ronde.
        if eerste and eerste.ronde:
            data = _marked(data, {eerste.ronde.map}, is_vervallen=False)
            data = _from_there_on(sessie_map, data, eerste)
        else:
            data = _with_new(omgeving, sessie_map, data, lid)
    return data


def _first_open(sessie_map: SessieMap, lid: str) -> Plek | None:
    """The first step that is to do in a ronde of the member, None when there is none."""
    for stap in sessie_map.stappen:
        ronde = stap.plek.ronde
        if ronde and ronde.inbrenger == lid and not stap.is_vastgelegd:
            return stap.plek
    return None


def _with_new(
    omgeving: Omgeving,
    sessie_map: SessieMap,
    data: Data,
    lid: str,
) -> Data:
    folder = _free_folder(omgeving.root, sessie_map, data, lid)
    nieuw = {"id": omgeving.new_id(8), "inbrenger": lid, "map": folder}
    data = data | {"rondes": [*data["rondes"], nieuw]}
    ronde = Ronde("", 0, lid, folder)
    for plek in _places(sessie_map, (ronde,)):
        if plek.ronde:
            return _from_there_on(sessie_map, data, plek)
    return data


def _free_folder(
    root: Path,
    sessie_map: SessieMap,
    data: Data,
    lid: str,
) -> str:
    """The folder for a ronde: one that was left when its ronde went from the file, or a new one."""
    bezet = {ronde["map"] for ronde in data["rondes"]}
    for naam in bestanden.folders(root, sessie_map.sessie.map):
        if whose_ronde(naam) == lid and naam not in bezet:
            return naam
    nummer = len(data["rondes"]) + 1
    while ronde_folder(nummer, lid) in bezet:
        nummer += 1
    return ronde_folder(nummer, lid)


def _from_there_on(sessie_map: SessieMap, data: Data, eerste: Plek) -> Data:
    """Let who came or left at the step at hand do so at *eerste*, when that comes before it now."""
    keren = items_in(data.get("aanwezig"))
    if not keren or not sessie_map.stappen:
        return data
    nu = at_hand(sessie_map)
    if not _is_before(sessie_map, eerste, nu):
        return data
    was = nu.vaste_verwijzing
    wordt = eerste.vaste_verwijzing
    nieuw = []
    for keer in keren:
        verzet = {naam: wordt for naam in ("van", "tot") if keer.get(naam) == was}
        nieuw.append({**keer, **verzet})
    return data | {"aanwezig": nieuw}


def _is_before(sessie_map: SessieMap, eerste: Plek, nu: Plek) -> bool:
    nummers = numbered(tuple(stap.plek for stap in sessie_map.stappen))
    if eerste.vaste_verwijzing in nummers:
        return nummers[eerste.vaste_verwijzing] < nummers[nu.vaste_verwijzing]
    # A new ronde comes behind the others, and before what is done after all of them.
    return not nu.ronde and eerste.stap.nummer < nu.stap.nummer


def _places(sessie_map: SessieMap, rondes: tuple[Ronde, ...]) -> tuple[Plek, ...]:
    return plekken(sessie_map.draaiboek, rondes, sessie_map.sessie.samen)


def weg(sessie_map: SessieMap, data: Data, nummer: int) -> Data:
    """Drop a ronde: what is open in it is not held. Raises IntervisieError."""
    kan = {ronde.nummer: ronde for ronde in sessie_map.sessie.rondes}
    if not kan:
        raise VerkeerdGebruik(
            "Deze sessie heeft nog geen ronde.", "Typ: intervisie step"
        )
    if nummer not in kan:
        nummers = ", ".join(map(str, kan))
        raise VerkeerdGebruik("Die ronde is er niet.", f"Kies uit: {nummers}")
    folder = kan[nummer].map
    if folder not in _folders_with(sessie_map, lambda stap: not stap.is_vastgelegd):
        raise IntervisieError(
            f"Ronde {nummer} is al helemaal vastgelegd en blijft.",
            "Een stap terugnemen? Typ: intervisie undo",
        )
    return _marked(data, {folder}, is_vervallen=True)


def without(sessie_map: SessieMap, data: Data) -> Data:
    """Drop what is open of the rondes of a member who is not there for it."""
    sessie = sessie_map.sessie._replace(
        deelnemers=tuple(data["deelnemers"]),
        aanwezig=aanwezig_in(data.get("aanwezig")),
    )
    plaatsen = tuple(stap.plek for stap in sessie_map.stappen)

    def is_missed(stap: StapBestand) -> bool:
        ronde = stap.plek.ronde
        if stap.is_vastgelegd or not ronde:
            return False
        return ronde.inbrenger not in there(sessie, plaatsen, stap.plek)

    return _marked(data, _folders_with(sessie_map, is_missed), is_vervallen=True)


def volgorde(
    omgeving: Omgeving,
    sessie_map: SessieMap,
    data: Data,
    getypt: str,
) -> Data:
    """Put the rondes that were not begun in this order of inbrengers. Raises VerkeerdGebruik."""
    begonnen = _folders_with(sessie_map, lambda stap: stap.status != OPEN)
    los = [ronde for ronde in data["rondes"] if _is_loose(ronde, begonnen)]
    leden = deelnemers(omgeving, data, getypt)
    inbrengers = [str(ronde.get("inbrenger")) for ronde in los]
    if not inbrengers:
        raise VerkeerdGebruik(
            "Er is geen ronde die nog moet beginnen.",
            f"Een ronde erbij? Typ: intervisie wijzig --ronde-erbij {leden[0]}",
        )
    if sorted(inbrengers) != sorted(leden):
        raise VerkeerdGebruik(
            "Noem ieder die nog aan de beurt komt één keer.",
            f"Bijvoorbeeld: --volgorde {','.join(inbrengers)}",
        )

    def beurt(ronde: Data) -> int:
        return leden.index(str(ronde.get("inbrenger")))

    los.sort(key=beurt)
    # What was begun or dropped stays in its place.
    volgende = iter(los)
    rondes = [
        next(volgende) if _is_loose(ronde, begonnen) else ronde
        for ronde in data["rondes"]
    ]
    return data | {"rondes": rondes}


def _is_loose(ronde: Data, begonnen: set[str]) -> bool:
    return ronde["map"] not in begonnen and not ronde.get("vervallen")


def _marked(data: Data, folders: set[str], *, is_vervallen: bool) -> Data:
    """The rondes in *folders* as dropped, or as held after all."""
    rondes = []
    for ronde in data["rondes"]:
        nieuw = dict(ronde)
        if ronde["map"] in folders:
            nieuw.pop("vervallen", None)
            if is_vervallen:
                nieuw["vervallen"] = True
        rondes.append(nieuw)
    return data | {"rondes": rondes}


def _folders_with(
    sessie_map: SessieMap, heeft: Callable[[StapBestand], bool]
) -> set[str]:
    """The folders of the rondes with such a step."""
    return {
        stap.plek.ronde.map
        for stap in sessie_map.stappen
        if stap.plek.ronde and heeft(stap)
    }
