"""`intervisie log`: looks back on hulpvragen, advice and action plans."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from itertools import islice

from intervisie_cli.commands.app import App
from intervisie_cli.groep import draaiboeken, sessies, verslagen
from intervisie_cli.model.fouten import GEDAAN, KIJK_ZELF, IntervisieError, VerkeerdGebruik
from intervisie_cli.model.namen import is_handle
from intervisie_cli.model.sessie import Ronde
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
    if aantal is not None and aantal < 1:
        raise VerkeerdGebruik("Het aantal moet 1 of meer zijn.", "Bijvoorbeeld: intervisie log -n 5")
    vandaag = app.omgeving.clock().date()
    vraag = Zoekvraag(
        vandaag=vandaag,
        zoek=zoek or "",
        inbrenger=_member(app, inbrenger) if inbrenger else "",
        sinds=_day(sinds, "--sinds", vandaag),
        tot=_day(tot, "--tot", vandaag),
        draaiboek=_draaiboek(app, draaiboek) if draaiboek else "",
        alleen_acties=acties,
        alleen_open=open,
        alleen_te_laat=te_laat,
    )
    fouten: list[IntervisieError] = []
    alle = verslagen.read(app.omgeving.root, vraag.sinds, fouten.append, met_tekst=bool(vraag.zoek))
    gevonden = [vraag.uit(verslag) for verslag in islice(filter(vraag.past, alle), aantal or AANTAL)]
    if json:
        app.console.json({"rondes": [v.json() for v in gevonden]})
    else:
        app.console.gepagineerd(lines(app, vraag, gevonden))
    for fout in fouten:
        app.console.fout(fout.bericht)
    return KIJK_ZELF if fouten else GEDAAN


def _member(app: App, naam: str) -> str:
    if lid := app.omgeving.groep.find(naam):
        return lid.id
    if is_handle(naam) and any(naam == sessie.inbrenger for sessie in _all_rondes(app)):
        return naam  # somebody who has left the group
    leden = ", ".join(lid.id for lid in app.omgeving.groep.leden)
    raise VerkeerdGebruik(f"'{naam[:30]}' is geen lid van de groep.", f"Kies uit: {leden}")


def _all_rondes(app: App) -> Iterator[Ronde]:
    for folder in sessies.folders(app.omgeving.root):
        with suppress(IntervisieError):
            yield from sessies.load_sessie(app.omgeving.root, folder).rondes


def _draaiboek(app: App, naam: str) -> str:
    if naam not in (namen := draaiboeken.names(app.omgeving.root)):
        raise VerkeerdGebruik("Dat draaiboek is er niet.", f"Kies uit: {', '.join(namen)}")
    return naam


def _day(tekst: str | None, vlag: str, vandaag: date) -> date | None:
    if not tekst:
        return None
    datum = lees_datum(tekst, vandaag, terug=True)
    if not datum:
        raise VerkeerdGebruik(f"De datum bij {vlag} bestaat niet.", "Schrijf hem als 2026-11-23.")
    return datum


def lines(app: App, vraag: Zoekvraag, gevonden: list[Verslag]) -> list[str]:
    """Give the reports as ready lines."""
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
    for nummer, actie in enumerate(verslag.acties):
        kop = "Actie      " if not nummer else " " * 11
        regels += uit.opgemaakt(_action(app, vraag, actie), kop=kop, inspringen=2)
    return regels


def _action(app: App, vraag: Zoekvraag, actie: Item) -> str:
    wie = app.omgeving.groep.roepnaam(str(actie["wie"])) if actie.get("wie") else ""
    tot = f"tot {actie['tot']}" if actie.get("tot") else ""
    te_laat = "te laat" if vraag.is_te_laat(actie) else ""
    delen = (wie, str(actie.get("ritme") or ""), tot, str(actie.get("status", "")), te_laat)
    extra = ", ".join(deel for deel in delen if deel)
    return f"{actie.get('actie', '')} ({extra})"
