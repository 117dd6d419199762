"""`intervisie log`: looks back on hulpvragen, advice and action plans."""

from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from intervisie_cli.commands import opties
from intervisie_cli.commands.app import App
from intervisie_cli.commands.app.overgeslagen import name_unreadable
from intervisie_cli.commands.log import welke
from intervisie_cli.commands.opties import completion
from intervisie_cli.flows.terugblik import log
from intervisie_cli.flows.terugblik.log import GevondenRondes
from intervisie_cli.model.casus import Casus, Zoekvraag
from intervisie_cli.model.fouten import VerkeerdGebruik
from intervisie_cli.tonen import casus as tonen
from intervisie_cli.tonen.casus import Nadruk

if TYPE_CHECKING:
    from intervisie_cli.index.lijken import Gelijkenis
    from intervisie_cli.index.zoekterm import Zoekterm

# As many rondes as fit on a screen or two; of those that resemble only the best are of use.
AANTAL, LIJKEND = 10, 3


def run(
    ctx: typer.Context,
    *,
    aantal: Annotated[
        int | None,
        typer.Option(
            "--aantal", "-n", help="Hoeveel rondes; standaard 10, met --lijkt-op 3."
        ),
    ] = None,
    zoek: Annotated[
        str | None,
        typer.Option(
            "--zoek",
            help="Alleen rondes waarin deze woorden staan; - leest standaardinvoer.",
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
        opties.lid("--inbrenger", "Alleen van dit lid."),
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
        str | None,
        typer.Option("--tot", help="Tot en met deze dag of maand.", metavar="DATUM"),
    ] = None,
    thema: Annotated[
        str | None,
        typer.Option(
            "--thema",
            help="Alleen sessies met dit in hun thema; - leest standaardinvoer.",
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
    acties: Annotated[
        bool, typer.Option("--acties", help="Alleen de actieplannen.")
    ] = False,
    open: Annotated[  # noqa: A002 - the name of the flag
        bool, typer.Option("--open", help="Alleen acties die nog open staan.")
    ] = False,
    te_laat: Annotated[
        bool,
        typer.Option("--te-laat", help="Alleen open acties waarvan de dag voorbij is."),
    ] = False,
    actie_van: Annotated[
        str | None,
        opties.lid("--actie-van", "Alleen acties van dit lid."),
    ] = None,
    met_advies: Annotated[
        bool,
        typer.Option("--met-advies", help="Alleen rondes waarin advies is gegeven."),
    ] = False,
    kort: Annotated[bool, typer.Option("--kort", help="Eén regel per ronde.")] = False,
    verloop: Annotated[
        bool, typer.Option("--verloop", help="Volg één hulpvraag, tot wat ervan kwam.")
    ] = False,
    statistiek: Annotated[
        bool,
        typer.Option("--statistiek", help="Tel sessies, rondes, minuten en acties."),
    ] = False,
    json: opties.JsonOptie = False,
    jsonl: Annotated[
        bool,
        typer.Option("--jsonl", help="Geef per ronde één JSON-object op een regel."),
    ] = False,
) -> int:
    """Show the latest rondes that match, newest first; with *zoek* those that match best."""
    app: App = ctx.obj
    if aantal is not None and aantal < 1:
        raise VerkeerdGebruik(
            "Het aantal moet 1 of meer zijn.", "Bijvoorbeeld: intervisie log -n 5"
        )
    # --json goes with --statistiek and with --verloop: these have an object of their own.
    vormen = kort + jsonl + (json or statistiek or verloop)
    if vormen > 1 or (statistiek and verloop):
        raise VerkeerdGebruik("Die vlaggen gaan niet samen.", "Kies één vorm.")
    # Figures over the best or the latest few would look like figures over all.
    if statistiek and (zoek is not None or lijkt_op is not None or aantal):
        raise VerkeerdGebruik(
            "--statistiek gaat over alle rondes.", "Laat --zoek, --lijkt-op en -n weg."
        )
    if zoek is not None and lijkt_op is not None:
        raise VerkeerdGebruik(
            "--zoek en --lijkt-op gaan niet samen.", "Kies één van beide."
        )
    eerste, laatste = welke.days(sinds, tot, app.omgeving.vandaag)
    vraag = Zoekvraag(
        vandaag=app.omgeving.vandaag,
        inbrenger=welke.member(app.omgeving, inbrenger),
        sinds=eerste,
        tot=laatste,
        draaiboek=welke.draaiboek(app.omgeving, draaiboek),
        alleen_acties=acties,
        alleen_open=open,
        alleen_te_laat=te_laat,
        actie_van=welke.member(app.omgeving, actie_van),
        thema=thema or "",
        met_advies=met_advies,
        zoek=zoek,
        lijkt_op=lijkt_op,
    )
    if statistiek:
        return _show_figures(app, vraag, json=json)
    if verloop:
        return _show_stories(app, vraag, aantal or 1, json=json)
    standaard = AANTAL
    if lijkt_op is not None:
        standaard = LIJKEND
    terugblik = log.search(app.omgeving, vraag, aantal or standaard)
    _show(app, vraag, terugblik, kort=kort, json=json, jsonl=jsonl)
    return name_unreadable(app, terugblik.fouten)


def _show(
    app: App,
    vraag: Zoekvraag,
    terugblik: GevondenRondes,
    *,
    kort: bool,
    json: bool,
    jsonl: bool,
) -> None:
    uit = app.console
    groep = app.omgeving.groep
    casussen = [vraag.beperk(treffer.casus) for treffer in terugblik.treffers]
    if json:
        uit.json({"rondes": [tonen.json(casus) for casus in casussen]})
    elif jsonl:
        for casus in casussen:
            uit.json_regel(tonen.json(casus))
    elif kort:
        uit.gepagineerd(tonen.regel_per_ronde(uit, groep, vraag, casussen))
    else:
        regels = tonen.regels(uit, groep, vraag, casussen, _why(terugblik))
        uit.gepagineerd([*_nothing_near(terugblik), *regels])


def _nothing_near(terugblik: GevondenRondes) -> list[str]:
    """A line when what was found resembles least badly, and no more than that."""
    lijkt = terugblik.gelijkenis
    if not lijkt or not terugblik.treffers:
        return []
    for treffer in terugblik.treffers:
        if lijkt.is_near(treffer.casus.woorden.hulpvraag):
            return []
    return ["Niets lijkt hier echt op. Dit komt het dichtst in de buurt:", ""]


def _why(terugblik: GevondenRondes) -> Nadruk | None:
    """What to show of why rondes were found; None when every ronde was asked for."""
    term = terugblik.zoekterm
    if term:
        return Nadruk("Gevonden", partial(_first_sentence, term), term.is_gezocht)
    lijkt = terugblik.gelijkenis
    if lijkt:
        return Nadruk("Lijkt door", partial(_shared_words, lijkt))
    return None


def _first_sentence(term: "Zoekterm", casus: Casus) -> str:
    """The sentence that holds what was searched: one of the hulpvraag before one of the advice."""
    for tekst in casus.woorden:
        zin = term.zin(tekst)
        if zin:
            return zin
    return ""


def _shared_words(lijkt: "Gelijkenis", casus: Casus) -> str:
    return ", ".join(lijkt.woorden(casus.woorden.hulpvraag))


def _show_figures(app: App, vraag: Zoekvraag, *, json: bool) -> int:
    from intervisie_cli.flows.terugblik.statistiek import count
    from intervisie_cli.tonen import statistiek

    cijfers = count(app.omgeving, vraag)
    if json:
        app.console.json(statistiek.json(cijfers))
    else:
        app.toon(statistiek.regels(app.console, app.omgeving.groep, cijfers))
    return name_unreadable(app, cijfers.fouten)


def _show_stories(
    app: App,
    vraag: Zoekvraag,
    aantal: int,
    *,
    json: bool,
) -> int:
    from intervisie_cli.flows.terugblik.verloop import follow
    from intervisie_cli.tonen import verloop

    gevonden, fouten = follow(app.omgeving, vraag, aantal)
    if json:
        app.console.json({"rondes": [verloop.json(verhaal) for verhaal in gevonden]})
    else:
        regels = verloop.regels(app.console, app.omgeving.groep, vraag, gevonden)
        app.toon(regels, is_lang=True)
    return name_unreadable(app, fouten)
