"""Changes a sessie while it runs: who is there, who does what, which rondes, and its end."""

from collections.abc import Iterator
from typing import NamedTuple

from intervisie_cli.flows import berichten, handwerk
from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.flows.sessie import aanwezigheid, rondes
from intervisie_cli.flows.sessie.lezen import tijdstip
from intervisie_cli.flows.stap.kiezen import check_editable
from intervisie_cli.flows.vastlegger import OnWait, Tussendoor, Vastlegger, locked
from intervisie_cli.groep import bestanden, sessies
from intervisie_cli.groep.sessies import SessieMap
from intervisie_cli.model.fouten import OnleesbaarBestand, VerkeerdGebruik
from intervisie_cli.model.plain import Data, same
from intervisie_cli.model.sessie import INDIVIDUEEL, Plek, Sessie, plekken
from intervisie_cli.records import sessie as sessie_yaml
from intervisie_cli.records.document import parse_yaml
from intervisie_cli.records.stap import blank

_NIEMAND = ("", "geen", INDIVIDUEEL)
_DOCENT = "docent"


class Wensen(NamedTuple):
    """What is to change; None is nothing. *ronde_weg* is the number of a ronde."""

    erbij: str | None = None
    weg: str | None = None
    vanaf: str | None = None
    begeleider: str | None = None
    notulist: str | None = None
    ronde_erbij: str | None = None
    ronde_weg: int | None = None
    volgorde: str | None = None
    tot: str | None = None
    afronden: str | None = None
    heropen: bool = False


class Gewijzigd(NamedTuple):
    """A sessie as it is now; *is_nieuw* is False when it was so already."""

    sessie_map: SessieMap
    is_nieuw: bool


def wijzig(
    omgeving: Omgeving,
    gevraagd: str | None,
    wensen: Wensen,
    on_wait: OnWait | None = None,
) -> Gewijzigd:
    """Change the sessie that *gevraagd* names, in one commit. Raises VerkeerdGebruik."""
    with locked(omgeving, on_wait) as vastlegger:
        return change(vastlegger, omgeving, gevraagd, wensen)


def change(
    vastlegger: Vastlegger, omgeving: Omgeving, gevraagd: str | None, wensen: Wensen
) -> Gewijzigd:
    """The same, with the lock held."""
    # Each turn an editor wrote in between; who is overtaken three times is told so.
    for _ in range(3):
        sessie_map = sessies.find(omgeving.root, gevraagd, omgeving.vandaag)
        check_editable(sessie_map)
        try:
            is_nieuw = _record(vastlegger, omgeving, sessie_map, wensen)
        except Tussendoor:
            continue
        nu = sessies.load(omgeving.root, sessie_map.sessie.map)
        return Gewijzigd(nu, is_nieuw)
    raise Tussendoor


def _record(
    vastlegger: Vastlegger,
    omgeving: Omgeving,
    sessie_map: SessieMap,
    wensen: Wensen,
) -> bool:
    """Record what changes, and give whether anything did."""
    sessie = sessie_map.sessie
    pad = f"{sessie.map}/{sessie_yaml.BESTAND}"
    raw = bestanden.read(omgeving.root, pad)
    document = bestanden.parse_as(pad, raw or b"", parse_yaml)
    data = changed(omgeving, sessie_map, document.data, wensen)
    if same(data, document.data):
        return False
    nieuw = document.with_data(data, sessie_yaml.ORDER)
    files: dict[str, bytes | None] = {pad: nieuw.text().encode()}
    basis: dict[str, bytes | None] = {pad: raw}
    wordt = sessie_yaml.parse(files[pad] or b"", sessie.map)
    for eigen in missing(omgeving, sessie_map, wordt):
        files[f"{sessie.map}/{eigen.pad}"] = (
            blank(eigen, wordt, omgeving.groep).text().encode()
        )
    bericht = berichten.handwerk_bewaard()
    handwerk.keep(vastlegger, omgeving.repository, basis, bericht)
    vastlegger.record(files, berichten.sessie_gewijzigd(sessie), basis)
    return True


def missing(
    omgeving: Omgeving, sessie_map: SessieMap, sessie: Sessie
) -> Iterator[Plek]:
    """The places of the sessie that have no file yet."""
    for plek in plekken(sessie_map.draaiboek, sessie.rondes, sessie.samen):
        if bestanden.read(omgeving.root, f"{sessie.map}/{plek.pad}") is None:
            yield plek


def changed(
    omgeving: Omgeving, sessie_map: SessieMap, data: Data, wensen: Wensen
) -> Data:
    """What sessie.yaml says after the change. Raises VerkeerdGebruik."""
    nieuw = dict(data)
    if wensen.heropen:
        nieuw |= {"afgerond": "", "reden": ""}
    nieuw = _people(omgeving, sessie_map, nieuw, wensen)
    nieuw = _rondes(omgeving, sessie_map, nieuw, wensen)
    if wensen.tot is not None:
        nieuw["tot"] = tijdstip(wensen.tot)
    if wensen.afronden is not None:
        nieuw = _afronden(omgeving, nieuw, wensen.afronden)
    # A key that became empty goes; what stood there so stays.
    return {
        naam: waarde
        for naam, waarde in nieuw.items()
        if waarde not in ("", []) or data.get(naam) == waarde
    }


def _people(
    omgeving: Omgeving, sessie_map: SessieMap, data: Data, wensen: Wensen
) -> Data:
    if wensen.erbij is not None:
        data = aanwezigheid.erbij(omgeving, sessie_map, data, wensen.erbij)
    if wensen.weg is not None:
        data = aanwezigheid.weg(omgeving, sessie_map, data, wensen.weg, wensen.vanaf)
    if wensen.begeleider is not None:
        data = _begeleider(omgeving, data, wensen.begeleider)
    if wensen.notulist is not None:
        data = _notulist(omgeving, data, wensen.notulist)
    return data


def _rondes(
    omgeving: Omgeving, sessie_map: SessieMap, data: Data, wensen: Wensen
) -> Data:
    if wensen.ronde_erbij is not None:
        data = rondes.erbij(omgeving, sessie_map, data, wensen.ronde_erbij)
    if wensen.ronde_weg is not None:
        data = rondes.weg(sessie_map, data, wensen.ronde_weg)
    if wensen.volgorde is not None:
        data = rondes.volgorde(omgeving, sessie_map, data, wensen.volgorde)
    return data


def _begeleider(omgeving: Omgeving, data: Data, getypt: str) -> Data:
    """A member, somebody from outside by name, or nobody."""
    if getypt in _NIEMAND:
        return data | {"begeleider": ""}
    lid = omgeving.groep.find(getypt)
    if lid and lid.id in data["deelnemers"]:
        return data | {"begeleider": lid.id}
    naam = aanwezigheid.check_naam(getypt.removeprefix(_DOCENT).strip())
    if not naam:
        raise VerkeerdGebruik(
            "Zeg ook hoe de docent heet.", 'Bijvoorbeeld: --begeleider "docent Els"'
        )
    if lid:
        raise VerkeerdGebruik(
            f"{lid.roepnaam} doet niet mee aan deze sessie.",
            f"Typ eerst: intervisie wijzig --erbij {lid.id}",
        )
    return data | {"begeleider": {"naam": naam}}


def _notulist(omgeving: Omgeving, data: Data, getypt: str) -> Data:
    if getypt in _NIEMAND:
        return data | {"notulist": INDIVIDUEEL}
    return data | {"notulist": aanwezigheid.deelnemer(omgeving, data, getypt)}


def _afronden(omgeving: Omgeving, data: Data, reden: str) -> Data:
    """What is open is not held; the reason may be empty."""
    tekst = aanwezigheid.check_naam(reden)
    return data | {
        "afgerond": data.get("afgerond") or omgeving.clock().isoformat(),
        "reden": tekst or data.get("reden", ""),
    }


def scaffold(
    vastlegger: Vastlegger, omgeving: Omgeving, sessie_map: SessieMap
) -> SessieMap:
    """Give the sessie the files that a hand that edited sessie.yaml did not make.

    A file that was recorded and is gone is not among them: that one has to come back.
    """
    repository = omgeving.repository
    head = repository.head().commit
    sessie = sessie_map.sessie
    files: dict[str, bytes | None] = {}
    for stap in sessie_map.stappen:
        is_recorded = head is not None and repository.blob_at(head, stap.pad)
        if stap.raw is None and not is_recorded:
            files[stap.pad] = blank(stap.plek, sessie, omgeving.groep).text().encode()
    if not files:
        return sessie_map
    pad = f"{sessie.map}/{sessie_yaml.BESTAND}"
    raw = bestanden.read(omgeving.root, pad)
    if raw is None:
        raise OnleesbaarBestand(f"{pad} ontbreekt.")
    files[pad] = raw
    vastlegger.record(files, berichten.sessie_gewijzigd(sessie), {pad: raw})
    return sessies.load(omgeving.root, sessie.map)
