"""Where a sessie stands: its steps, what members still owe, the time, the acties that are open."""

from collections.abc import Iterable, Iterator
from datetime import date

from intervisie_cli.flows.sessie.status import Quotum, Stand
from intervisie_cli.flows.sessie.te_delen import Deling, wijzigingen
from intervisie_cli.groep.stapbestand import StapBestand
from intervisie_cli.model.draaiboek import PER_RONDE
from intervisie_cli.model.namen import voluit
from intervisie_cli.model.plain import Data
from intervisie_cli.model.schermstand import Schermstand, to_data
from intervisie_cli.model.sessie import BEZIG, KLAAR, OPEN, OVERGESLAGEN, Groep
from intervisie_cli.tijd.dag import dag_in_woorden
from intervisie_cli.tonen import actie as acties
from intervisie_cli.tonen import botsing
from intervisie_cli.tonen.botsing import Waar
from intervisie_cli.tonen.sessie import kop
from intervisie_cli.ui.console import Console, kort, vul
from intervisie_cli.vragen.tijdplan import minuten

TEKENS = {KLAAR: "✓", OVERGESLAGEN: "–", BEZIG: "…", OPEN: " "}
NU = "›"
_ONBEKEND = "niet in het draaiboek"
# Columns for the titles of steps. On a narrow terminal they give way to what stands beside them.
_TITELS, _ERNAAST = 28, 16


def regels(
    uit: Console,
    groep: Groep,
    stand: Stand,
    vandaag: date,
    waar: Waar,
) -> Iterator[str]:
    """The page of `status`."""
    yield from kop(uit, groep, stand.sessie_map, vandaag)
    yield from _stappen(uit, groep, stand)
    yield uit.stijl(_tijd(stand))
    yield from _open_acties(uit, groep, stand, vandaag)
    yield from botsing.regels(uit, stand.botsingen, waar, lambda _: stand.step)
    yield from botsing.kopieen(uit, stand.kopieen, waar)
    for naam in stand.dubbel:
        zin = f"Voor die dag staat nog een sessie klaar: {naam}. Eén te veel?"
        yield from uit.opgemaakt(f"{zin} Typ: intervisie undo --sessie {naam}", "geel")
    if stand.deling:
        yield from _deling(uit, stand.deling, vandaag)
    volgende = stand.sessie_map.volgende
    if not stand.sessie_map.sessie.rondes and volgende:
        if _comes_after_rondes(stand, volgende):
            yield uit.stijl(f"Nu: kiezen wie inbrengt. Typ: {stand.step}")
            return
        yield uit.stijl("Wie inbrengt, kiezen jullie in de call.")
    if stand.heropend:
        titel = stand.heropend.plek.titel
        yield uit.stijl(f"Nu: {titel}, nog eens. Typ: {stand.step}")
    elif volgende and stand.leider and stand.leidt_hier:
        yield uit.stijl(f"Nu: {volgende.plek.titel}. Ga verder: {stand.step}")
    elif volgende and stand.leider:
        naam = groep.roepnaam(stand.leider.lid)
        yield uit.stijl(
            f"Nu: {volgende.plek.titel}. {naam} leidt sinds {stand.leider.tijd}."
        )
        yield uit.stijl("Doe mee: intervisie mee")
    elif volgende:
        typ = stand.step if volgende.plek.stap.is_bekend else "intervisie doctor"
        yield uit.stijl(f"Nu: {volgende.plek.titel}. Typ: {typ}")
    elif stand.sessie_map.sessie.is_afgerond:
        yield uit.stijl(
            "De sessie is afgerond. Toch verder? Typ: intervisie wijzig --heropen"
        )
    else:
        yield uit.stijl("De sessie is klaar. Typ: intervisie show")


def _comes_after_rondes(stand: Stand, stap: StapBestand) -> bool:
    stappen = stand.sessie_map.draaiboek.stappen
    return any(
        ander.per == PER_RONDE and ander.nummer < stap.plek.stap.nummer
        for ander in stappen
    )


def _tijd(stand: Stand) -> str:
    zin = f"Tijd  {stand.spent_s // 60} van {stand.plan_min} minuten"
    sessie = stand.sessie_map.sessie
    # Once all is done, nobody plans towards an end any more.
    if not stand.sessie_map.volgende:
        return zin
    if sessie.om and sessie.tot:
        return f"{zin}, van {sessie.om} tot {sessie.tot}"
    if sessie.om:
        return f"{zin}, begin om {sessie.om}"
    return f"{zin}, klaar om {sessie.tot}" if sessie.tot else zin


def _deling(uit: Console, deling: Deling, vandaag: date) -> Iterator[str]:
    moment = deling.moment
    wanneer = f"{moment:%H:%M}"
    if moment.date() != vandaag:
        wanneer = f"{dag_in_woorden(moment.date(), vandaag)} {wanneer}"
    if not deling.wachten:
        zin = f"Laatst gedeeld: {wanneer}. Nieuws ophalen? Typ: intervisie sync"
        yield uit.stijl(zin, "dof")
        return
    zin = f"Laatst gedeeld: {wanneer}. Nog niet gedeeld: {wijzigingen(deling.wachten)}."
    yield from uit.opgemaakt(f"{zin} Typ: intervisie sync", "geel")


def _open_acties(
    uit: Console,
    groep: Groep,
    stand: Stand,
    vandaag: date,
) -> Iterator[str]:
    if not stand.open_acties:
        return
    yield uit.stijl("Open acties", "vet")
    for actie in stand.open_acties:
        tekst = acties.als_open(groep, actie, vandaag)
        yield from uit.opgemaakt(tekst, kop="• ", inspringen=2)


def _stappen(uit: Console, groep: Groep, stand: Stand) -> Iterator[str]:
    nummer = 0
    for stap in stand.sessie_map.stappen:
        ronde = stap.plek.ronde
        if ronde and ronde.nummer != nummer:
            nummer = ronde.nummer
            inbrenger = groep.roepnaam(ronde.inbrenger)
            vervallen = " (vervallen)" if ronde.is_vervallen else ""
            yield uit.stijl(f"Ronde {nummer}: {inbrenger}{vervallen}", "vet")
        # Of a ronde that was dropped, only what was done of it says something.
        if ronde and ronde.is_vervallen and not stap.is_vastgelegd:
            continue
        yield from _stap(uit, groep, stand, stap)


def _stap(
    uit: Console,
    groep: Groep,
    stand: Stand,
    stap: StapBestand,
) -> Iterator[str]:
    """The line of a step, and below that of the next one what each member gave to it."""
    volgende = stand.sessie_map.volgende
    is_nu = volgende is not None and stap.pad == volgende.pad
    marge = ""
    if stap.plek.ronde:
        marge = "  "
    teken = TEKENS[stap.status]
    stijlen = []
    # The next step stands out by its sign too, for a terminal without colours.
    if is_nu:
        teken = NU
        stijlen.append("vet")
    kolom = min(_TITELS, uit.breedte - _ERNAAST) - len(marge)
    titel = kort(stap.plek.stap.titel, kolom - 1)
    begin = f"{marge}{teken} {vul(titel, kolom)}"
    toestand = _toestand(stand, stap, is_nu=is_nu)
    toestand = kort(toestand, uit.breedte - len(begin))
    yield uit.stijl(f"{begin}{toestand}".rstrip(), *stijlen)
    if is_nu:
        for quotum in stand.quota:
            yield uit.stijl(f"{marge}    {_quotum(groep, quotum)}")


def _toestand(stand: Stand, stap: StapBestand, *, is_nu: bool) -> str:
    """What is to be said of a step besides whether it is done; '' for nothing."""
    # A file that was deleted outside intervisie comes first: the rest would be a guess.
    if not stap.document and not stap.vervalt and stap.pad not in stand.komen_nog:
        return "het bestand ontbreekt; typ: intervisie doctor"
    if not stap.plek.stap.is_bekend:
        return _ONBEKEND
    heropend = stand.heropend
    if (is_nu and stand.heeft_concept) or (heropend and heropend.pad == stap.pad):
        return "concept bewaard"
    if stap.status == OVERGESLAGEN:
        return OVERGESLAGEN
    gepland = minuten(stap.plek)
    if stap.is_af and gepland:
        return f"{stap.spent_s // 60} van {gepland} min"
    return ""


def _quotum(groep: Groep, quotum: Quotum) -> str:
    """How many a member gave: 'Kim 1 van 2 vragen', 'Tim 1 reflectie ✓'."""
    is_vol = quotum.aantal >= quotum.nodig
    zin = f"{groep.roepnaam(quotum.lid)} {quotum.aantal}"
    # 'One of one' would only be longer.
    if not is_vol or quotum.nodig > 1:
        zin += f" van {quotum.nodig}"
    zin += f" {voluit(quotum.veld)}"
    if is_vol:
        zin += " ✓"
    return zin


def wie_is_klaar(groep: Groep, quota: Iterable[Quotum]) -> str:
    """Who is ready, on one line: 'Kim 2/2 ✓, Tim 0/2'."""
    delen = []
    for quotum in quota:
        deel = f"{groep.roepnaam(quotum.lid)} {quotum.aantal}/{quotum.nodig}"
        if quotum.aantal >= quotum.nodig:
            deel += " ✓"
        delen.append(deel)
    # It stands on a line that is written over and over, so it must stay one.
    return ", ".join(delen)


def json(stand: Stand, scherm: Schermstand | None = None) -> Data:
    """The documented object of `status --json`; *scherm* is the step that runs, None for none."""
    sessie = stand.sessie_map.sessie
    volgende = deling = None
    if stand.sessie_map.volgende:
        volgende = _stap_json(stand.sessie_map.volgende)
    if stand.deling:
        laatst, wachten = stand.deling
        deling = {"laatst": laatst.isoformat(), "wachten": wachten}
    return {
        "sessie": sessie.naam,
        "sessie_id": sessie.id,
        "map": sessie.map,
        "datum": sessie.datum.isoformat(),
        "draaiboek": sessie.draaiboek,
        "thema": sessie.thema,
        "deelnemers": list(sessie.deelnemers),
        "begeleider": sessie.begeleider,
        "begeleider_naam": sessie.begeleider_naam,
        "leider": stand.leider._asdict() if stand.leider else None,
        "notulist": sessie.notulist,
        "opname": sessie.opname,
        "klaar": volgende is None,
        "afgerond": sessie.is_afgerond,
        "reden": sessie.reden,
        "volgende": volgende,
        "nu": to_data(scherm) if scherm else None,
        "stappen": [_stap_json(stap) for stap in stand.sessie_map.stappen],
        "quota": [quotum._asdict() for quotum in stand.quota],
        "minuten": {"plan": stand.plan_min, "besteed": stand.spent_s // 60},
        "acties_open": [actie.data() for actie in stand.open_acties],
        "conflicten": [gevonden._asdict() for gevonden in stand.botsingen],
        "kopieen": list(stand.kopieen),
        "gedeeld": deling,
    }


def _stap_json(stap: StapBestand) -> Data:
    nummer = inbrenger = None
    ronde = stap.plek.ronde
    if ronde:
        nummer = ronde.nummer
        inbrenger = ronde.inbrenger
    return {
        "stap": stap.plek.stap.naam,
        "titel": stap.plek.stap.titel,
        "ronde": nummer,
        "inbrenger": inbrenger,
        "status": stap.status,
        "vervallen": ronde is not None and ronde.is_vervallen,
        "bestand": stap.pad,
        "bestaat": stap.document is not None,
        "begonnen": stap.data.get("begonnen"),
        "afgerond": stap.data.get("afgerond"),
    }
