"""Changes a sessie: its day, who is there, who does what, which rondes, and its end."""

from typing import NamedTuple

from intervisie_cli.flows import berichten, handwerk
from intervisie_cli.flows.lezen import dag, tekst
from intervisie_cli.flows.niet_vastgelegd import Teruggezet, Tussendoor
from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.flows.sessie import aanwezigheid, rondes, tijden
from intervisie_cli.flows.sessie.verdeling import NIEMAND, outside
from intervisie_cli.flows.stap.kiezen import check_editable
from intervisie_cli.flows.vastlegger import OnWait, Vastlegger, locked
from intervisie_cli.git.commit import NewFiles, never_committed
from intervisie_cli.groep import bestanden, sessies
from intervisie_cli.groep.sessies import SessieMap
from intervisie_cli.merge.conflicts import settled
from intervisie_cli.model.fouten import OnleesbaarBestand
from intervisie_cli.model.plain import Data, same
from intervisie_cli.model.sessie import INDIVIDUEEL, Ronde, Sessie, plekken
from intervisie_cli.records import sessie as sessie_yaml
from intervisie_cli.records.document import parse_yaml
from intervisie_cli.records.stap import blank


class Verandering(NamedTuple):
    """What is to change; None is nothing. *ronde_weg* is the number of a ronde."""

    erbij: str | None = None
    weg: str | None = None
    vanaf: str | None = None
    begeleider: str | None = None
    notulist: str | None = None
    ronde_erbij: str | None = None
    ronde_weg: int | None = None
    volgorde: str | None = None
    datum: str | None = None
    tot: str | None = None
    afronden: str | None = None
    heropen: bool = False
    om: str | None = None
    elke: str | None = None


class Bijgesteld(NamedTuple):
    """A sessie as it is now; *is_nieuw* is False when it was so already.

    *begeleidde* is the member who led, left and was not followed up; '' for nobody. *vervallen* are
    the rondes that went with who left.
    """

    sessie_map: SessieMap
    is_nieuw: bool
    begeleidde: str = ""
    vervallen: tuple[Ronde, ...] = ()


def wijzig(
    omgeving: Omgeving,
    gevraagd: str | None,
    wens: Verandering,
    on_wait: OnWait | None = None,
) -> Bijgesteld:
    """Change the sessie that *gevraagd* names, in one commit. Raises VerkeerdGebruik."""
    with locked(omgeving, on_wait) as vastlegger:
        return change(vastlegger, omgeving, gevraagd, wens)


def change(
    vastlegger: Vastlegger,
    omgeving: Omgeving,
    gevraagd: str | None,
    wens: Verandering,
) -> Bijgesteld:
    """The same, with the lock held."""
    # Who runs a step was told to make somebody a member in another window.
    omgeving.forget_groep()
    # Each turn an editor wrote in between; who is overtaken three times is told so.
    for _ in range(3):
        sessie_map = sessies.find(omgeving.root, gevraagd, omgeving.avond)
        check_editable(sessie_map)
        try:
            is_nieuw = _record(vastlegger, omgeving, sessie_map, wens)
        except Teruggezet:
            raise
        except Tussendoor:
            continue
        nu = sessies.load(omgeving.root, sessie_map.sessie.map)
        gedaan = Bijgesteld(nu, is_nieuw)
        return gedaan if wens.weg is None else _without_who_left(gedaan, sessie_map)
    raise Tussendoor


def _without_who_left(gedaan: Bijgesteld, was: SessieMap) -> Bijgesteld:
    """The same, with what nobody does any more of what *was* theirs to do."""
    nu = gedaan.sessie_map.sessie
    begeleidde = "" if nu.begeleider else was.sessie.begeleider
    nummers = _dropped(nu) - _dropped(was.sessie)
    vervallen = tuple(ronde for ronde in nu.rondes if ronde.nummer in nummers)
    return gedaan._replace(begeleidde=begeleidde, vervallen=vervallen)


def _record(
    vastlegger: Vastlegger,
    omgeving: Omgeving,
    sessie_map: SessieMap,
    wens: Verandering,
) -> bool:
    """Record what changes, and give whether anything did."""
    files, basis, wordt = _prepared(omgeving, sessie_map, wens)
    if not files:
        return False
    handwerk.keep(vastlegger, omgeving.repository, basis)
    # By this `undo` knows what came after the last step.
    gestopt = [
        f"{berichten.RONDE_GESTOPT}: {nummer}"
        for nummer in _dropped(wordt) - _dropped(sessie_map.sessie)
    ]
    if wordt.is_afgerond and not sessie_map.sessie.is_afgerond:
        gestopt.append(f"{berichten.AFGEROND}: ja")
    vastlegger.record(files, berichten.sessie_gewijzigd(wordt, *gestopt), basis)
    return True


def _dropped(sessie: Sessie) -> set[int]:
    """The numbers of the rondes that are not held."""
    return {ronde.nummer for ronde in sessie.rondes if ronde.is_vervallen}


def preview(omgeving: Omgeving, sessie_map: SessieMap, wens: Verandering) -> SessieMap:
    """The sessie as the change makes it, with nothing written. Raises VerkeerdGebruik."""
    files, _, wordt = _prepared(omgeving, sessie_map, wens)
    stappen = []
    for plek in plekken(sessie_map.draaiboek, wordt.rondes, wordt.samen):
        stap = sessies.read_stap(omgeving.root, wordt, plek)
        if stap.pad in files:
            leeg = blank(plek, wordt, omgeving.groep)
            stap = stap._replace(raw=files[stap.pad], document=leeg)
        stappen.append(stap)
    return sessie_map._replace(sessie=wordt, stappen=tuple(stappen))


def _prepared(
    omgeving: Omgeving,
    sessie_map: SessieMap,
    wens: Verandering,
) -> tuple[NewFiles, NewFiles, Sessie]:
    """The files to write, what stands in their place now, and the sessie as it becomes.

    No files when nothing changes.
    """
    sessie = sessie_map.sessie
    pad = f"{sessie.map}/{sessie_yaml.BESTAND}"
    raw = bestanden.read(omgeving.root, pad)
    document = bestanden.parse_as(pad, raw or b"", parse_yaml)
    data = changed(omgeving, sessie_map, document.data, wens)
    if same(data, document.data):
        return {}, {}, sessie
    nieuw = document.with_data(data, sessie_yaml.ORDER).raw()
    wordt = sessie_yaml.parse(nieuw, sessie.map)
    files: NewFiles = {pad: nieuw, **_missing(omgeving, sessie_map, wordt)}
    return files, {pad: raw}, wordt


def _missing(omgeving: Omgeving, sessie_map: SessieMap, sessie: Sessie) -> NewFiles:
    """The files that the sessie has to get from the draaiboek, by their path.

    A file that was recorded and is gone is not among them: that one has to come back.
    """
    weg = {}
    for plek in plekken(sessie_map.draaiboek, sessie.rondes, sessie.samen):
        pad = f"{sessie.map}/{plek.pad}"
        if bestanden.read(omgeving.root, pad) is None:
            weg[pad] = plek
    nieuw = never_committed(omgeving.repository, weg)
    groep = omgeving.groep
    return {pad: blank(weg[pad], sessie, groep).raw() for pad in nieuw}


def changed(
    omgeving: Omgeving,
    sessie_map: SessieMap,
    data: Data,
    wens: Verandering,
) -> Data:
    """What sessie.yaml says after the change. Raises VerkeerdGebruik."""
    nieuw = rondes.with_folders(data)
    if wens.heropen:
        nieuw |= {"afgerond": "", "reden": ""}
    nieuw = _people(omgeving, sessie_map, nieuw, wens)
    nieuw = _rondes(omgeving, sessie_map, nieuw, wens)
    if wens.datum is not None:
        nieuw["datum"] = dag(wens.datum, omgeving.vandaag).isoformat()
    nieuw = tijden.changed(nieuw, wens.om, wens.tot, wens.elke)
    if wens.afronden is not None:
        nieuw = _afronden(omgeving, nieuw, wens.afronden)
    nieuw = rondes.as_written(settled(nieuw, _chosen(wens)), data)
    # A key that became empty goes; what stood there so stays.
    return {
        naam: waarde
        for naam, waarde in nieuw.items()
        if waarde not in ("", []) or data.get(naam) == waarde
    }


def _chosen(wens: Verandering) -> list[str]:
    """The keys of which the change says what holds, also where that stood there."""
    gekozen = [
        naam
        for naam in ("begeleider", "notulist", "om", "tot", "elke")
        if getattr(wens, naam) is not None
    ]
    if wens.heropen or wens.afronden is not None:
        gekozen += ["afgerond", "reden"]
    return gekozen


def _people(
    omgeving: Omgeving,
    sessie_map: SessieMap,
    data: Data,
    wens: Verandering,
) -> Data:
    if wens.erbij is not None:
        data = aanwezigheid.erbij(omgeving, sessie_map, data, wens.erbij)
    if wens.weg is not None:
        data = aanwezigheid.weg(omgeving, sessie_map, data, wens.weg, wens.vanaf)
        data = rondes.without(sessie_map, data)
    if wens.begeleider is not None:
        data = _begeleider(omgeving, data, wens.begeleider)
    if wens.notulist is not None:
        data = _notulist(omgeving, data, wens.notulist)
    return data


def _rondes(
    omgeving: Omgeving,
    sessie_map: SessieMap,
    data: Data,
    wens: Verandering,
) -> Data:
    if wens.ronde_erbij is not None:
        data = rondes.erbij(omgeving, sessie_map, data, wens.ronde_erbij)
    if wens.ronde_weg is not None:
        data = rondes.weg(sessie_map, data, wens.ronde_weg)
    if wens.volgorde is not None:
        data = rondes.volgorde(omgeving, sessie_map, data, wens.volgorde)
    return data


def _begeleider(omgeving: Omgeving, data: Data, getypt: str) -> Data:
    """A member, somebody from outside by name, or nobody. Raises VerkeerdGebruik."""
    if getypt in NIEMAND:
        return data | {"begeleider": ""}
    naam = outside(omgeving.groep, getypt)
    if naam:
        return data | {"begeleider": {"naam": naam}}
    return data | {"begeleider": aanwezigheid.deelnemer(omgeving, data, getypt)}


def _notulist(omgeving: Omgeving, data: Data, getypt: str) -> Data:
    if getypt in NIEMAND:
        return data | {"notulist": INDIVIDUEEL}
    return data | {"notulist": aanwezigheid.deelnemer(omgeving, data, getypt)}


def _afronden(omgeving: Omgeving, data: Data, reden: str) -> Data:
    """What is open is not held; the reason may be empty."""
    return data | {
        "afgerond": data.get("afgerond") or omgeving.clock().isoformat(),
        "reden": tekst(reden, "De reden") or data.get("reden", ""),
    }


def scaffold(
    vastlegger: Vastlegger,
    omgeving: Omgeving,
    sessie_map: SessieMap,
) -> SessieMap:
    """Give the sessie the files that a hand that edited sessie.yaml did not make."""
    check_editable(sessie_map)
    sessie = sessie_map.sessie
    files = _missing(omgeving, sessie_map, sessie)
    if not files:
        return sessie_map
    pad = f"{sessie.map}/{sessie_yaml.BESTAND}"
    raw = bestanden.read(omgeving.root, pad)
    if raw is None:
        raise OnleesbaarBestand("ontbreekt.", pad=pad)
    files[pad] = raw
    vastlegger.record(files, berichten.sessie_gewijzigd(sessie), {pad: raw})
    return sessies.load(omgeving.root, sessie.map)
