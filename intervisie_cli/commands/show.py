"""`intervisie show`: the whole notulen of one session."""

from typing import Any

from intervisie_cli.commands import opties
from intervisie_cli.commands.app import App
from intervisie_cli.flows.sessie.status import as_json, look
from intervisie_cli.groep import sessies
from intervisie_cli.groep.botsingen import in_data
from intervisie_cli.groep.sessies import SessieMap, StapBestand
from intervisie_cli.groep.verleden import lijst
from intervisie_cli.model.draaiboek import ACTIE, Veld
from intervisie_cli.model.sessie import INDIVIDUEEL
from intervisie_cli.model.verslag import gehaald
from intervisie_cli.records.stap import own_notulen


def run(app: App, *, sessie: opties.SessieArgument = None, json: opties.JsonOptie = False) -> int:
    """Show every step that has something in it."""
    root = app.omgeving.root
    gevonden = None if sessie else sessies.latest_begun(root)
    gevonden = gevonden or sessies.find(root, sessie, app.omgeving.vandaag)
    if json:
        app.console.json(_json(app, gevonden))
    else:
        app.console.gepagineerd(_lines(app, gevonden))
    return 0


def _json(app: App, gevonden: SessieMap) -> dict[str, Any]:
    basis = as_json(look(app.omgeving, gevonden))
    stappen = [
        {**regel, "gegevens": stap.data, "notulen": own_notulen(stap.plek, stap.document)}
        for regel, stap in zip(basis["stappen"], gevonden.stappen, strict=True)
    ]
    return {**basis, "stappen": stappen}


def _lines(app: App, gevonden: SessieMap) -> list[str]:
    uit, groep, sessie = app.console, app.omgeving.groep, gevonden.sessie
    thema = f" · {sessie.thema}" if sessie.thema else ""
    regels = uit.opgemaakt(
        f"{gevonden.draaiboek.titel} · {sessie.datum:%d-%m-%Y}{thema}", "vet", "blauw"
    )
    regels += uit.opgemaakt(", ".join(map(groep.roepnaam, sessie.deelnemers)), kop="Deelnemers  ")
    if sessie.begeleider:
        regels += uit.opgemaakt(groep.roepnaam(sessie.begeleider), kop="Begeleider  ")
    if sessie.notulist != INDIVIDUEEL:
        regels += uit.opgemaakt(groep.roepnaam(sessie.notulist), kop="Notulist    ")
    kop = len(regels)
    for stap in gevonden.stappen:
        if stap.is_af or own_notulen(stap.plek, stap.document):
            regels += ["", *_step_lines(app, stap)]
    if len(regels) == kop:
        regels.append("In deze sessie is nog niets vastgelegd. Typ: intervisie step")
    return regels


def _step_lines(app: App, stap: StapBestand) -> list[str]:
    uit = app.console
    regels = uit.opgemaakt(stap.plek.titel, "vet", "blauw")
    if stap.status == "overgeslagen":
        return regels + uit.opgemaakt(f"Overgeslagen: {stap.data.get('reden', '')}", inspringen=2)
    for veld in stap.plek.stap.velden:
        if veld.naam in stap.data:
            regels += _field_lines(app, veld, stap.data[veld.naam])
    for botsing in in_data(stap.pad, stap.data):
        regels += uit.opgemaakt(
            str(botsing.waarde), "geel", kop=f"Andere versie van {botsing.veld}: ", inspringen=2
        )
    if notulen := own_notulen(stap.plek, stap.document):
        regels += uit.opgemaakt("Notulen", "vet", inspringen=2)
        regels += uit.opgemaakt(notulen, inspringen=4)
    return regels


def _field_lines(app: App, veld: Veld, waarde: Any) -> list[str]:
    uit = app.console
    kop = veld.naam.replace("_", " ").capitalize()
    if veld.soort != "lijst" or not isinstance(waarde, list):
        return uit.opgemaakt(_text(app, veld, waarde), kop=f"{kop}: ", inspringen=2)
    regels = uit.opgemaakt(kop, "vet", inspringen=2)
    for item in waarde:
        if not isinstance(item, dict):
            continue
        wie = f"{app.omgeving.groep.roepnaam(str(item['lid']))}: " if item.get("lid") else ""
        eerste, *rest = veld.onderdelen
        regels += uit.opgemaakt(
            f"{wie}{_text(app, eerste, item.get(eerste.naam, ''))}", kop="• ", inspringen=4
        )
        for deel in rest:
            if item.get(deel.naam) not in (None, "", []):
                regels += uit.opgemaakt(
                    _text(app, deel, item[deel.naam]), "dof", kop=f"{deel.naam}: ", inspringen=6
                )
        for stap in lijst(item, "opvolging"):
            delen = (stap.get("datum"), stap.get("status"), gehaald(stap), stap.get("opmerking"))
            regels += uit.opgemaakt(
                ", ".join(str(deel) for deel in delen if deel),
                "dof",
                kop="opvolging: ",
                inspringen=6,
            )
    return regels


def _text(app: App, veld: Veld, waarde: Any) -> str:
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if veld.soort in ("lid", "inbrenger"):
        return app.omgeving.groep.roepnaam(str(waarde))
    if veld.soort == ACTIE:
        from intervisie_cli.flows.terugblik.log import acties_met

        return next(
            (
                str(treffer.actie.get("actie"))
                for treffer in acties_met(app.omgeving, [str(waarde)])
            ),
            "–",
        )
    if veld.soort == "lijst":
        return _per_antwoord(app, veld.onderdelen[0], lijst({veld.naam: waarde}, veld.naam))
    if isinstance(waarde, list):
        return ", ".join(
            app.omgeving.groep.roepnaam(naam) for naam in waarde if isinstance(naam, str)
        )
    return str(waarde)


def _per_antwoord(app: App, deel: Veld, gegeven: list[dict[str, Any]]) -> str:
    """Who said what: 'ja: Mirthe, Kim; nee: Tim'."""
    namen: dict[str, list[str]] = {}
    for item in gegeven:
        antwoord = _text(app, deel, item.get(deel.naam))
        namen.setdefault(antwoord, []).append(app.omgeving.groep.roepnaam(str(item.get("lid", ""))))
    return "; ".join(f"{antwoord}: {', '.join(wie)}" for antwoord, wie in namen.items())
