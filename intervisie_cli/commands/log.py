"""`intervisie log`: looks back on hulpvragen, advice and action plans."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from typing import Annotated

import typer

from intervisie_cli.commands import opties
from intervisie_cli.commands.app import App
from intervisie_cli.commands.opties import completion
from intervisie_cli.flows.terugblik import log
from intervisie_cli.flows.terugblik.log import Terugblik
from intervisie_cli.model.fouten import KIJK_ZELF, OK, IntervisieError, VerkeerdGebruik
from intervisie_cli.model.namen import is_handle
from intervisie_cli.model.sessie import Ronde
from intervisie_cli.model.verslag import Zoekvraag
from intervisie_cli.tijd.periode import Periode, lees_periode
from intervisie_cli.tonen import verslag as tonen
from intervisie_cli.tonen.verslag import Nadruk

AANTAL, LIJKEND = 10, 3
MAX_FOUTEN = 5


def run(
    app: App,
    *,
    aantal: Annotated[
        int | None,
        typer.Option("--aantal", "-n", help="Hoeveel rondes; standaard 10, met --lijkt-op 3."),
    ] = None,
    zoek: Annotated[
        str | None,
        typer.Option(
            "--zoek", help="Alleen rondes waarin deze woorden staan; - leest standaardinvoer."
        ),
        opties.LEEST,
    ] = None,
    lijkt_op: Annotated[
        str | None,
        typer.Option(
            "--lijkt-op",
            help="De rondes waarvan de hulpvraag hier het meest op lijkt; - leest standaardinvoer.",
            metavar="HULPVRAAG",
        ),
        opties.LEEST,
    ] = None,
    inbrenger: Annotated[
        str | None,
        typer.Option(
            "--inbrenger",
            help="Alleen van dit lid.",
            metavar="LID",
            autocompletion=completion.leden,
        ),
    ] = None,
    sinds: Annotated[
        str | None,
        typer.Option(
            "--sinds",
            help="Vanaf deze dag of maand: 2026-10, vorige maand, 2 weken.",
            metavar="DATUM",
        ),
    ] = None,
    tot: Annotated[
        str | None, typer.Option("--tot", help="Tot en met deze dag of maand.", metavar="DATUM")
    ] = None,
    thema: Annotated[
        str | None,
        typer.Option(
            "--thema", help="Alleen sessies met dit in hun thema; - leest standaardinvoer."
        ),
        opties.LEEST,
    ] = None,
    draaiboek: Annotated[
        str | None,
        typer.Option(
            "--draaiboek",
            help="Alleen van dit draaiboek.",
            metavar="NAAM",
            autocompletion=completion.draaiboeken,
        ),
    ] = None,
    acties: Annotated[bool, typer.Option("--acties", help="Alleen de actieplannen.")] = False,
    open: Annotated[  # noqa: A002 - the name of the flag
        bool, typer.Option("--open", help="Alleen acties die nog open staan.")
    ] = False,
    te_laat: Annotated[
        bool, typer.Option("--te-laat", help="Alleen open acties waarvan de dag voorbij is.")
    ] = False,
    actie_van: Annotated[
        str | None,
        typer.Option(
            "--actie-van",
            help="Alleen acties van dit lid.",
            metavar="LID",
            autocompletion=completion.leden,
        ),
    ] = None,
    met_advies: Annotated[
        bool, typer.Option("--met-advies", help="Alleen rondes waarin advies is gegeven.")
    ] = False,
    kort: Annotated[bool, typer.Option("--kort", help="Eén regel per ronde.")] = False,
    verloop: Annotated[
        bool, typer.Option("--verloop", help="Volg één hulpvraag, tot wat ervan kwam.")
    ] = False,
    statistiek: Annotated[
        bool, typer.Option("--statistiek", help="Tel sessies, rondes, minuten en acties.")
    ] = False,
    json: opties.JsonOptie = False,
    jsonl: Annotated[
        bool, typer.Option("--jsonl", help="Geef per ronde één JSON-object op een regel.")
    ] = False,
) -> int:
    """Show the latest rondes that match, newest first; with *zoek* those that match best."""
    if aantal is not None and aantal < 1:
        raise VerkeerdGebruik(
            "Het aantal moet 1 of meer zijn.", "Bijvoorbeeld: intervisie log -n 5"
        )
    if kort + jsonl + (json or statistiek or verloop) > 1 or (statistiek and verloop):
        raise VerkeerdGebruik("Die vlaggen gaan niet samen.", "Kies één vorm.")
    if statistiek and (zoek is not None or lijkt_op is not None or aantal):
        raise VerkeerdGebruik(
            "--statistiek gaat over alle rondes.", "Laat --zoek, --lijkt-op en -n weg."
        )
    if zoek is not None and lijkt_op is not None:
        raise VerkeerdGebruik("--zoek en --lijkt-op gaan niet samen.", "Kies één van beide.")
    van, tot_en_met = _days(sinds, tot, app.omgeving.vandaag)
    vraag = Zoekvraag(
        vandaag=app.omgeving.vandaag,
        inbrenger=_member(app, inbrenger) if inbrenger else "",
        sinds=van,
        tot=tot_en_met,
        draaiboek=_draaiboek(app, draaiboek) if draaiboek else "",
        alleen_acties=acties,
        alleen_open=open,
        alleen_te_laat=te_laat,
        actie_van=_member(app, actie_van) if actie_van else "",
        thema=thema or "",
        met_advies=met_advies,
        zoek=zoek,
        lijkt_op=lijkt_op,
    )
    if statistiek:
        return _figures(app, vraag, json=json)
    if verloop:
        return _follow(app, vraag, aantal or 1, json=json)
    terugblik = log.search(app.omgeving, vraag, aantal or (AANTAL if lijkt_op is None else LIJKEND))
    _show(app, vraag, terugblik, kort=kort, json=json, jsonl=jsonl)
    return _name_unreadable(app, terugblik)


def _name_unreadable(app: App, terugblik: Terugblik) -> int:
    for fout in terugblik.fouten[:MAX_FOUTEN]:
        app.console.fout(fout)
    if len(terugblik.fouten) > MAX_FOUTEN:
        meer = len(terugblik.fouten) - MAX_FOUTEN
        app.console.fout(f"En nog {meer} die niet te lezen zijn.", "Typ: intervisie doctor")
    return KIJK_ZELF if terugblik.fouten else OK


def _show(
    app: App, vraag: Zoekvraag, terugblik: Terugblik, *, kort: bool, json: bool, jsonl: bool
) -> None:
    uit = app.console
    verslagen = [vraag.uit(treffer.verslag) for treffer in terugblik.treffers]
    if json:
        uit.json({"rondes": [tonen.json(verslag) for verslag in verslagen]})
    elif jsonl:
        for verslag in verslagen:
            uit.json_regel(tonen.json(verslag))
    elif kort:
        uit.gepagineerd(tonen.regel_per_ronde(uit, app.omgeving.groep, verslagen))
    else:
        regels = tonen.regels(uit, app.omgeving.groep, vraag, verslagen, _why(terugblik))
        uit.gepagineerd([*_nothing_near(terugblik), *regels])


def _nothing_near(terugblik: Terugblik) -> list[str]:
    """A line when what was found resembles least badly, and no more than that."""
    lijkt, alle = terugblik.gelijkenis, terugblik.treffers
    if (
        not lijkt
        or not alle
        or any(lijkt.is_near(treffer.verslag.woorden.hulpvraag) for treffer in alle)
    ):
        return []
    return ["Niets lijkt hier echt op. Dit komt het dichtst in de buurt:", ""]


def _why(terugblik: Terugblik) -> Nadruk | None:
    """What to show of why rondes were found: the sentence with the words, or the words that make them resemble."""
    if term := terugblik.zoekterm:
        return Nadruk(
            "Gevonden", lambda v: next(filter(None, map(term.zin, v.woorden)), ""), term.is_gezocht
        )
    if lijkt := terugblik.gelijkenis:
        return Nadruk("Lijkt door", lambda v: ", ".join(lijkt.woorden(v.woorden.hulpvraag)))
    return None


def _figures(app: App, vraag: Zoekvraag, *, json: bool) -> int:
    from intervisie_cli.flows.terugblik.statistiek import count
    from intervisie_cli.tonen import statistiek

    cijfers = count(app.omgeving, vraag)
    if json:
        app.console.json(statistiek.json(cijfers))
        return OK
    app.toon(statistiek.regels(app.console, app.omgeving.groep, cijfers))
    return OK


def _follow(app: App, vraag: Zoekvraag, aantal: int, *, json: bool) -> int:
    from intervisie_cli.flows.terugblik.verloop import follow
    from intervisie_cli.tonen import verloop

    gevonden = follow(app.omgeving, vraag, aantal)
    if json:
        app.console.json({"rondes": [verloop.json(verhaal) for verhaal in gevonden]})
    else:
        app.toon(verloop.regels(app.console, app.omgeving.groep, vraag, gevonden), is_lang=True)
    return OK


def _member(app: App, naam: str) -> str:
    if (
        is_handle(naam)
        and not app.omgeving.groep.find(naam)
        and any(naam == r.inbrenger for r in _all_rondes(app))
    ):
        return naam  # somebody who has left the group
    return app.omgeving.groep.member(naam).id


def _all_rondes(app: App) -> Iterator[Ronde]:
    from intervisie_cli.groep import sessies

    for folder in sessies.folders(app.omgeving.root):
        with suppress(IntervisieError):
            yield from sessies.load_sessie(app.omgeving.root, folder).rondes


def _draaiboek(app: App, naam: str) -> str:
    from intervisie_cli.groep import draaiboeken

    if naam not in (namen := draaiboeken.names(app.omgeving.root)):
        raise VerkeerdGebruik("Dat draaiboek is er niet.", f"Kies uit: {', '.join(namen)}")
    return naam


def _days(sinds: str | None, tot: str | None, vandaag: date) -> tuple[date | None, date | None]:
    """The first and the last day that are asked for. Raises VerkeerdGebruik."""
    van, tot_en_met = _period(sinds, "--sinds", vandaag), _period(tot, "--tot", vandaag)
    if van and tot_en_met and van.van > tot_en_met.tot:
        raise VerkeerdGebruik("--sinds ligt na --tot.", "Draai ze om.")
    return van and van.van, tot_en_met and tot_en_met.tot


def _period(tekst: str | None, vlag: str, vandaag: date) -> Periode | None:
    if not tekst:
        return None
    periode = lees_periode(tekst, vandaag)
    if not periode:
        raise VerkeerdGebruik(
            f"De datum bij {vlag} bestaat niet.",
            "Schrijf hem als 2026-11-23, 2026-11, vorige maand of 2 weken.",
        )
    return periode
