"""Who takes part in a sessie: somebody comes later, or leaves."""

from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.flows.stap.kiezen import named
from intervisie_cli.groep.sessies import SessieMap, is_begun
from intervisie_cli.model.fouten import VerkeerdGebruik
from intervisie_cli.model.plain import Data, items_in
from intervisie_cli.model.sessie import INDIVIDUEEL, Lid
from intervisie_cli.taal.tekst import bezwaar, schoon, zonder_stuurtekens


def erbij(omgeving: Omgeving, sessie_map: SessieMap, data: Data, getypt: str) -> Data:
    """Let members take part from here on, or again. Raises VerkeerdGebruik."""
    for lid in _members(omgeving, getypt):
        if lid.weg:
            raise VerkeerdGebruik(
                f"{lid.roepnaam} is weg uit de groep.",
                f"Typ eerst: intervisie lid erbij {lid.id}",
            )
        data = _come(omgeving, sessie_map, data, lid.id)
    return data


def _come(omgeving: Omgeving, sessie_map: SessieMap, data: Data, lid: str) -> Data:
    keren = items_in(data.get("aanwezig"))
    if lid in data["deelnemers"]:
        # Whoever left and comes back was there all along, as far as the steps can tell.
        rest = [keer for keer in keren if keer.get("lid") != lid or not keer.get("tot")]
        return data | {"aanwezig": rest}
    data = data | {"deelnemers": [*data["deelnemers"], lid]}
    volgende = sessie_map.volgende
    if not is_begun(sessie_map) or not volgende:
        return data
    keer = {"id": omgeving.new_id(8), "lid": lid, "van": volgende.plek.verwijzing}
    return data | {"aanwezig": [*keren, keer]}


def weg(
    omgeving: Omgeving,
    sessie_map: SessieMap,
    data: Data,
    getypt: str,
    vanaf: str | None,
) -> Data:
    """Let a member leave, from the step at hand on or from *vanaf*. Raises VerkeerdGebruik."""
    lid = deelnemer(omgeving, data, getypt)
    if vanaf or is_begun(sessie_map):
        eerste = named(sessie_map, vanaf)[0] if vanaf else sessie_map.volgende
        if not eerste:
            raise VerkeerdGebruik("De sessie is al klaar.", "Typ: intervisie show")
        data = _leave(omgeving, data, lid, eerste.plek.verwijzing)
    else:
        data = _not_coming(data, lid)
    return _without_tasks(sessie_map, data, lid)


def _leave(omgeving: Omgeving, data: Data, lid: str, tot: str) -> Data:
    """Note up to which step somebody was there."""
    keren = items_in(data.get("aanwezig"))
    nieuw = {"id": omgeving.new_id(8), "lid": lid}
    for keer in keren:
        # Who came later and leaves before the end was there in between.
        if keer.get("lid") == lid:
            nieuw = keer
    rest = [keer for keer in keren if keer.get("lid") != lid]
    return data | {"aanwezig": [*rest, {**nieuw, "tot": tot}]}


def _not_coming(data: Data, lid: str) -> Data:
    """Take somebody out of a sessie that did not begin. Raises VerkeerdGebruik."""
    over = [ander for ander in data["deelnemers"] if ander != lid]
    if len(over) < 2:
        raise VerkeerdGebruik(
            "Intervisie doe je niet alleen.",
            "De hele sessie weghalen? Typ: intervisie undo",
        )
    rest = [keer for keer in items_in(data.get("aanwezig")) if keer.get("lid") != lid]
    return data | {"deelnemers": over, "aanwezig": rest}


def _without_tasks(sessie_map: SessieMap, data: Data, lid: str) -> Data:
    """Free the member of what they were to do: their ronde, leading, the notulen."""
    data = dict(data)
    if data.get("begeleider") == lid:
        data["begeleider"] = ""
    if data.get("notulist") == lid:
        data["notulist"] = INDIVIDUEEL
    af = {
        stap.plek.ronde.id
        for stap in sessie_map.stappen
        if stap.plek.ronde and stap.is_af and not stap.vervalt
    }
    rondes = []
    for ronde in items_in(data.get("rondes")):
        if ronde.get("inbrenger") != lid or ronde.get("id") in af:
            rondes.append(ronde)
        elif lid in data["deelnemers"]:
            rondes.append({**ronde, "vervallen": True})
    return data | {"rondes": rondes}


def deelnemer(omgeving: Omgeving, data: Data, getypt: str) -> str:
    """The handle of who takes part and *getypt* names. Raises VerkeerdGebruik."""
    lid = omgeving.groep.find(getypt)
    if lid and lid.id in data["deelnemers"]:
        return lid.id
    if lid:
        raise VerkeerdGebruik(
            f"{lid.roepnaam} doet niet mee aan deze sessie.",
            f"Typ: intervisie wijzig --erbij {lid.id}",
        )
    namen = ", ".join(data["deelnemers"])
    raise VerkeerdGebruik("Dat lid is er niet.", f"Kies uit: {namen}")


def _members(omgeving: Omgeving, getypt: str) -> list[Lid]:
    return [omgeving.groep.member(deel) for deel in getypt.split(",") if deel.strip()]


def check_naam(tekst: str) -> str:
    """A short text as it can be kept. Raises VerkeerdGebruik."""
    schone = schoon(zonder_stuurtekens(tekst))
    if reden := bezwaar(schone, is_lang=False):
        raise VerkeerdGebruik(f"Die tekst {reden}.", "Maak hem korter.")
    return schone
