"""`intervisie status`: where the session stands."""

from typing import Annotated

import typer

from intervisie_cli.commands import opties
from intervisie_cli.commands.app import App
from intervisie_cli.flows.sessie import status as standen
from intervisie_cli.flows.sessie.status import Stand
from intervisie_cli.groep import sessies
from intervisie_cli.groep.sessies import StapBestand
from intervisie_cli.model.fouten import VerkeerdGebruik
from intervisie_cli.tonen.botsing import show_botsingen
from intervisie_cli.ui.console import kort, vul
from intervisie_cli.vragen.tijdplan import minuten

_TEKENS = {"klaar": "✓", "overgeslagen": "–", "bezig": "…", "open": " "}


def run(
    app: App,
    *,
    sessie: opties.SessieOptie = None,
    volg: Annotated[
        bool, typer.Option("--volg", help="Blijf kijken, tot je op Ctrl-C drukt.")
    ] = False,
    beurten: Annotated[
        bool,
        typer.Option("--beurten", help="Hoe vaak was ieder inbrenger, begeleider en notulist?"),
    ] = False,
    json: opties.JsonOptie = False,
) -> int:
    """Show steps, quota, minutes and open acties; with *volg* again and again; or the turns of the group."""
    if beurten:
        if volg or sessie:
            raise VerkeerdGebruik(
                "--beurten gaat over alle sessies.", "Laat --volg en --sessie weg."
            )
        return _turns(app, json=json)
    if volg:
        if json:
            raise VerkeerdGebruik("--volg en --json gaan niet samen.", "Laat één van beide weg.")
        from intervisie_cli.commands.step.wachten import volg as blijf_kijken

        return blijf_kijken(app, lambda: _look(app, sessie))
    if not json:
        _look(app, sessie)
        return 0
    stand = standen.look(
        app.omgeving, sessies.find(app.omgeving.root, sessie, app.omgeving.vandaag)
    )
    app.console.json(standen.as_json(stand))
    return 0


def _turns(app: App, *, json: bool) -> int:
    from intervisie_cli.flows.sessie import beurten
    from intervisie_cli.tonen import beurten as tonen

    rijen = beurten.table(app.omgeving)
    if json:
        app.console.json(tonen.json(rijen))
        return 0
    for regel in tonen.regels(app.console, app.omgeving.groep, rijen):
        app.console.ruw(regel)
    return 0


def _look(app: App, sessie: str | None) -> None:
    _show(
        app,
        standen.look(app.omgeving, sessies.find(app.omgeving.root, sessie, app.omgeving.vandaag)),
    )


def _show(app: App, stand: Stand) -> None:
    uit, groep, sessie = app.console, app.omgeving.groep, stand.sessie_map.sessie
    thema = f" · {sessie.thema}" if sessie.thema else ""
    uit.alinea(
        f"{stand.sessie_map.draaiboek.titel} · {sessie.datum:%d-%m-%Y}{thema}", "vet", "blauw"
    )
    uit.alinea(", ".join(map(groep.roepnaam, sessie.deelnemers)), kop="Deelnemers  ")
    ronde = 0
    for stap in stand.sessie_map.stappen:
        if stap.plek.ronde and stap.plek.ronde.nummer != ronde:
            ronde = stap.plek.ronde.nummer
            uit.regel(f"Ronde {ronde}: {groep.roepnaam(stap.plek.ronde.inbrenger)}", "vet")
        _show_step(app, stand, stap)
    eind = f", klaar om {sessie.tot}" if sessie.tot and stand.sessie_map.volgende else ""
    uit.regel(f"Tijd  {stand.spent_s // 60} van {stand.plan_min} minuten{eind}")
    if stand.open_acties:
        uit.regel("Open acties", "vet")
        for actie in stand.open_acties:
            wie = groep.roepnaam(str(actie["wie"])) if actie.get("wie") else ""
            tot = actie.get("tot") or actie.get("ritme")
            extra = ", ".join(str(deel) for deel in (wie, tot) if deel)
            uit.alinea(
                str(actie["actie"]) + (f" ({extra})" if extra else ""), kop="• ", inspringen=2
            )
    show_botsingen(app.console, list(stand.botsingen))
    for kopie in stand.kopieen:
        uit.regel(f"Van één bestand zijn er twee versies; de andere staat in {kopie}.", "geel")
    volgende = stand.sessie_map.volgende
    uit.regel(
        f"Nu: {volgende.plek.titel}. Typ: intervisie step"
        if volgende
        else "De sessie is klaar. Typ: intervisie show"
    )


def _show_step(app: App, stand: Stand, stap: StapBestand) -> None:
    volgende = stand.sessie_map.volgende
    is_nu = volgende is not None and stap.pad == volgende.pad
    teken = "›" if is_nu else _TEKENS[stap.status]
    marge = "  " if stap.plek.ronde else ""
    duur = (
        f"{stap.spent_s // 60} van {minuten(stap.plek)} min"
        if stap.is_af and minuten(stap.plek)
        else ""
    )
    extra = "overgeslagen" if stap.status == "overgeslagen" else duur
    if not stap.document:
        extra = "het bestand ontbreekt; typ: intervisie doctor"
    elif is_nu and stand.heeft_concept:
        extra = "concept bewaard"
    kolom = min(28, app.console.breedte - 16) - len(marge)
    begin = f"{marge}{teken} {vul(kort(stap.plek.stap.titel, kolom - 1), kolom)}"
    app.console.regel(
        f"{begin}{kort(extra, app.console.breedte - len(begin))}".rstrip(),
        *(("vet",) if is_nu else ()),
    )
    if is_nu:
        for quotum in stand.quota:
            klaar = " ✓" if quotum.aantal >= quotum.nodig else ""
            naam = app.omgeving.groep.roepnaam(quotum.lid)
            van = f" van {quotum.nodig}" if quotum.aantal < quotum.nodig or quotum.nodig > 1 else ""
            app.console.regel(f"{marge}    {naam} {quotum.aantal}{van} {quotum.veld}{klaar}")
