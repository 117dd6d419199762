"""Where a sessie stands: its steps, what members still owe, the time, the acties that are open."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from intervisie_cli.flows.sessie.status import Quotum, Stand
from intervisie_cli.groep.sessies import StapBestand
from intervisie_cli.model.sessie import BEZIG, KLAAR, OPEN, OVERGESLAGEN, Groep
from intervisie_cli.tonen import actie as acties
from intervisie_cli.tonen import botsing
from intervisie_cli.tonen.sessie import kop
from intervisie_cli.ui.console import Console, kort, vul
from intervisie_cli.vragen.tijdplan import minuten

_TEKENS = {KLAAR: "✓", OVERGESLAGEN: "–", BEZIG: "…", OPEN: " "}
_NU = "›"
# Columns of the titles of steps, and what is kept free beside them.
_TITELS, _ERNAAST = 28, 16


def regels(uit: Console, groep: Groep, stand: Stand, vandaag: date) -> Iterator[str]:
    """The page of `status`."""
    sessie, volgende = stand.sessie_map.sessie, stand.sessie_map.volgende
    yield from kop(uit, groep, stand.sessie_map)
    yield from _stappen(uit, groep, stand)
    eind = f", klaar om {sessie.tot}" if sessie.tot and volgende else ""
    yield uit.stijl(f"Tijd  {stand.spent_s // 60} van {stand.plan_min} minuten{eind}")
    if stand.open_acties:
        yield uit.stijl("Open acties", "vet")
    for actie in stand.open_acties:
        tekst = acties.als_open(groep, actie, vandaag)
        yield from uit.opgemaakt(tekst, kop="• ", inspringen=2)
    yield from botsing.regels(uit, stand.botsingen)
    yield from botsing.kopieen(uit, stand.kopieen)
    if volgende:
        yield uit.stijl(f"Nu: {volgende.plek.titel}. Typ: intervisie step")
    else:
        yield uit.stijl("De sessie is klaar. Typ: intervisie show")


def _stappen(uit: Console, groep: Groep, stand: Stand) -> Iterator[str]:
    ronde = 0
    for stap in stand.sessie_map.stappen:
        if stap.plek.ronde and stap.plek.ronde.nummer != ronde:
            ronde = stap.plek.ronde.nummer
            yield uit.stijl(f"Ronde {ronde}: {groep.roepnaam(stap.plek.ronde.inbrenger)}", "vet")
        yield from _stap(uit, groep, stand, stap)


def _stap(uit: Console, groep: Groep, stand: Stand, stap: StapBestand) -> Iterator[str]:
    volgende = stand.sessie_map.volgende
    is_nu = volgende is not None and stap.pad == volgende.pad
    marge = "  " if stap.plek.ronde else ""
    teken = _NU if is_nu else _TEKENS[stap.status]
    kolom = min(_TITELS, uit.breedte - _ERNAAST) - len(marge)
    begin = f"{marge}{teken} {vul(kort(stap.plek.stap.titel, kolom - 1), kolom)}"
    extra = kort(_toestand(stand, stap, is_nu=is_nu), uit.breedte - len(begin))
    stijlen = ("vet",) if is_nu else ()
    yield uit.stijl(f"{begin}{extra}".rstrip(), *stijlen)
    if is_nu:
        for quotum in stand.quota:
            yield uit.stijl(f"{marge}    {_quotum(groep, quotum)}")


def _toestand(stand: Stand, stap: StapBestand, *, is_nu: bool) -> str:
    """What is to be said of a step besides whether it is done."""
    if not stap.document:
        return "het bestand ontbreekt; typ: intervisie doctor"
    if is_nu and stand.heeft_concept:
        return "concept bewaard"
    if stap.status == OVERGESLAGEN:
        return OVERGESLAGEN
    gepland = minuten(stap.plek)
    if stap.is_af and gepland:
        return f"{stap.spent_s // 60} van {gepland} min"
    return ""


def _quotum(groep: Groep, quotum: Quotum) -> str:
    """How many a member gave: 'Kim 1 van 2 vragen'."""
    is_vol = quotum.aantal >= quotum.nodig
    van = f" van {quotum.nodig}" if not is_vol or quotum.nodig > 1 else ""
    vink = " ✓" if is_vol else ""
    return f"{groep.roepnaam(quotum.lid)} {quotum.aantal}{van} {quotum.veld}{vink}"


def wie_is_klaar(groep: Groep, quota: Iterable[Quotum]) -> str:
    """Who is ready, on one line: 'Kim 2/2 ✓, Tim 0/2'."""
    delen = []
    for quotum in quota:
        vink = " ✓" if quotum.aantal >= quotum.nodig else ""
        delen.append(f"{groep.roepnaam(quotum.lid)} {quotum.aantal}/{quotum.nodig}{vink}")
    return ", ".join(delen)


def json(stand: Stand) -> dict[str, Any]:
    """The documented object of `status --json`."""
    sessie = stand.sessie_map.sessie
    volgende = stand.sessie_map.volgende
    return {
        "sessie": sessie.naam,
        "sessie_id": sessie.id,
        "map": sessie.map,
        "datum": sessie.datum.isoformat(),
        "draaiboek": sessie.draaiboek,
        "thema": sessie.thema,
        "deelnemers": list(sessie.deelnemers),
        "begeleider": sessie.begeleider,
        "notulist": sessie.notulist,
        "opname": sessie.opname,
        "klaar": volgende is None,
        "volgende": _step_json(volgende) if volgende else None,
        "stappen": [_step_json(stap) for stap in stand.sessie_map.stappen],
        "quota": [
            {"lid": q.lid, "veld": q.veld, "aantal": q.aantal, "nodig": q.nodig}
            for q in stand.quota
        ],
        "minuten": {"plan": stand.plan_min, "besteed": stand.spent_s // 60},
        "acties_open": [actie.data() for actie in stand.open_acties],
        "conflicten": [
            {"bestand": b.bestand, "pad": b.pad, "waarde": b.waarde} for b in stand.botsingen
        ],
        "kopieen": list(stand.kopieen),
    }


def _step_json(stap: StapBestand) -> dict[str, Any]:
    ronde = stap.plek.ronde
    return {
        "stap": stap.plek.stap.naam,
        "titel": stap.plek.stap.titel,
        "ronde": ronde.nummer if ronde else None,
        "inbrenger": ronde.inbrenger if ronde else None,
        "status": stap.status,
        "bestand": stap.pad,
        "bestaat": stap.document is not None,
        "begonnen": stap.data.get("begonnen"),
        "afgerond": stap.data.get("afgerond"),
    }
