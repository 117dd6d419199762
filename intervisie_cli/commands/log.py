"""`intervisie log`: looks back on hulpvragen, advice and action plans."""

from datetime import date
from itertools import islice

from intervisie_cli.commands.app import App
from intervisie_cli.groep import verslagen
from intervisie_cli.model.fouten import GEDAAN, KIJK_ZELF, IntervisieError, VerkeerdGebruik
from intervisie_cli.model.verslag import Item, Verslag, Zoekvraag
from intervisie_cli.vragen.tekst import lees_datum

AANTAL = 10


def run(
    app: App,
    *,
    aantal: int | None,
    zoek: str | None,
    inbrenger: str | None,
    sinds: str | None,
    tot: str | None,
    draaiboek: str | None,
    acties: bool,
    open: bool,  # noqa: A002 - the name of the flag
    te_laat: bool,
    json: bool,
) -> int:
    """Show the latest rondes that match, newest first."""
    if inbrenger and not app.omgeving.groep.lid(inbrenger):
        leden = ", ".join(lid.id for lid in app.omgeving.groep.leden)
        raise VerkeerdGebruik(f"'{inbrenger[:30]}' is geen lid van de groep.", f"Kies uit: {leden}")
    vandaag = app.omgeving.clock().date()
    vraag = Zoekvraag(
        vandaag=vandaag,
        zoek=zoek or "",
        inbrenger=inbrenger or "",
        sinds=_day(sinds, "--sinds", vandaag),
        tot=_day(tot, "--tot", vandaag),
        draaiboek=draaiboek or "",
        alleen_acties=acties,
        alleen_open=open,
        alleen_te_laat=te_laat,
    )
    fouten: list[IntervisieError] = []
    alle = verslagen.read(app.omgeving.root, vraag.sinds, fouten.append, met_tekst=bool(vraag.zoek))
    gevonden = list(islice(filter(vraag.past, alle), aantal if aantal is not None else AANTAL))
    if json:
        import json as json_module

        app.console.ruw(json_module.dumps({"rondes": [v.json() for v in gevonden]}, ensure_ascii=False, indent=2))
    else:
        app.console.gepagineerd(_lines(app, vraag, gevonden))
    for fout in fouten:
        app.console.fout(fout.bericht)
    return KIJK_ZELF if fouten else GEDAAN


def _day(tekst: str | None, vlag: str, vandaag: date) -> date | None:
    if not tekst:
        return None
    try:
        return date.fromisoformat(tekst)
    except ValueError:
        pass
    datum = lees_datum(tekst, vandaag)
    if not datum:
        raise VerkeerdGebruik(f"De datum bij {vlag} bestaat niet.", "Schrijf hem als 2026-11-23.")
    # Looking back, a day without a year is the last such day.
    heeft_jaar = any(len(deel) == 4 and deel.isdigit() for deel in tekst.replace("/", "-").replace(" ", "-").split("-"))
    return datum if heeft_jaar or datum <= vandaag else datum.replace(year=datum.year - 1)


def _lines(app: App, vraag: Zoekvraag, gevonden: list[Verslag]) -> list[str]:
    if not gevonden:
        return ["Geen rondes gevonden."]
    alleen_plan = vraag.alleen_acties or vraag.alleen_open or vraag.alleen_te_laat
    regels: list[str] = []
    for verslag in gevonden:
        regels += [*([""] if regels else []), *_entry(app, vraag, verslag, alleen_plan=alleen_plan)]
    return regels


def _entry(app: App, vraag: Zoekvraag, verslag: Verslag, *, alleen_plan: bool) -> list[str]:
    uit, groep = app.console, app.omgeving.groep
    thema = f" · {verslag.thema}" if verslag.thema else ""
    kop = f"{verslag.datum:%d-%m-%Y} · {groep.roepnaam(verslag.inbrenger)} · {verslag.draaiboek}{thema}"
    regels = uit.opgemaakt(kop, "vet", "blauw")
    if not verslag.hulpvraag:
        return [*regels, *uit.opgemaakt("nog geen hulpvraag", "dof", inspringen=2)]
    regels += uit.opgemaakt(verslag.hulpvraag, kop="Hulpvraag  ", inspringen=2)
    if verslag.herformulering and verslag.herformulering != verslag.hulpvraag:
        regels += uit.opgemaakt(verslag.herformulering, kop="Werd       ", inspringen=2)
    if not alleen_plan:
        for nummer, advies in enumerate(verslag.adviezen):
            wie = groep.roepnaam(str(advies.get("lid", "")))
            regels += uit.opgemaakt(
                f"{wie}: {advies.get('advies', '')}", kop="Advies     " if not nummer else " " * 11, inspringen=2
            )
    nummer = 0
    for actie in verslag.acties:
        if vraag.past_actie(actie):
            regels += uit.opgemaakt(
                _action(app, vraag, actie), kop="Actie      " if not nummer else " " * 11, inspringen=2
            )
            nummer += 1
    return regels


def _action(app: App, vraag: Zoekvraag, actie: Item) -> str:
    wie = app.omgeving.groep.roepnaam(str(actie["wie"])) if actie.get("wie") else ""
    tot = f"tot {actie['tot']}" if actie.get("tot") else str(actie.get("ritme") or "")
    is_open = actie.get("status") not in ("gedaan", "vervallen")
    te_laat = "te laat" if is_open and str(actie.get("tot") or "9999") < vraag.vandaag.isoformat() else ""
    extra = ", ".join(deel for deel in (wie, tot, str(actie.get("status", "")), te_laat) if deel)
    return f"{actie.get('actie', '')} ({extra})"
