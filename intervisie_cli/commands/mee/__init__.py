"""`intervisie mee`: a member takes part in the sessie from a laptop of their own."""

from contextlib import suppress
from typing import Annotated

import typer

from intervisie_cli.commands import opties
from intervisie_cli.commands.app import GEEF_ANTWOORDEN, App, need_terminal
from intervisie_cli.commands.app.delen import Achtergrond, share_after, shares
from intervisie_cli.commands.app.wachten import wait
from intervisie_cli.commands.app.wie import who_takes_part
from intervisie_cli.commands.mee.avond import Avond
from intervisie_cli.commands.step.stoppen import goes_on_with
from intervisie_cli.flows.groep.ik import who_am_i
from intervisie_cli.flows.sessie.wijzig import Verandering, wijzig
from intervisie_cli.groep import sessies
from intervisie_cli.groep.sessies import SessieMap
from intervisie_cli.model.fouten import IntervisieError, NogGeenSessie
from intervisie_cli.model.sleutel import Sleutel
from intervisie_cli.model.vraag import JA_NEE, Vraag

_GEEN_SESSIE = "Er staat nog geen sessie klaar; zodra die er is, doe je mee"


def run(
    ctx: typer.Context,
    *,
    sessie: opties.SessieOptie = None,
    als: Annotated[
        str | None, opties.lid("--als", "Doe mee als dit lid; standaard wie je bent.")
    ] = None,
) -> int:
    """Wait for what is asked of a member, and ask it, until the sessie is done."""
    app: App = ctx.obj
    need_terminal(app, GEEF_ANTWOORDEN)
    if not shares(app):
        raise IntervisieError(
            "In deze groep gaat delen met de hand.",
            "Koos de groep net iets anders? Haal dat op: intervisie sync."
            " Zelf aanzetten? intervisie instellingen --delen na-stap",
        )
    app.omgeving.repository.check_ready()
    app.ensure_name()
    share_after(app, is_quiet=True)
    with goes_on_with("intervisie mee"):
        sessie_map = _wait_for_sessie(app, sessie)
    sessie_map, doet_mee = _come_in(app, sessie_map, als)
    if not doet_mee:
        app.console.regel("Later toch mee? Typ: intervisie mee")
        return 0
    lid = who_takes_part(app, sessie_map, als)
    verder = "intervisie mee"
    if als is not None:
        verder = f"{verder} --als {lid.id}"
    deler = Achtergrond(app, lid.id)
    with goes_on_with(verder):
        try:
            return Avond(app, sessie_map.sessie, lid, deler).volg()
        finally:
            deler.finish()


def _wait_for_sessie(app: App, sessie: str | None) -> SessieMap:
    """Give the sessie to take part in, once somebody prepared it. Raises KeyboardInterrupt."""
    deler = Achtergrond(app)
    while True:
        gevonden = _sessie_of_now(app, sessie)
        if gevonden:
            return gevonden
        wait(
            app,
            deler,
            lambda: _sessie_of_now(app, sessie) is not None,
            lambda: [_GEEN_SESSIE],
            meer="Ctrl-C = stoppen",
        )


def _sessie_of_now(app: App, sessie: str | None) -> SessieMap | None:
    """The sessie that was named, is under way, or was held today; None when there is none yet."""
    root, vandaag = app.omgeving.root, app.omgeving.avond
    with suppress(NogGeenSessie):
        gevonden = sessies.find_held(root, sessie, vandaag)
        if sessie or gevonden.volgende or gevonden.sessie.datum == vandaag:
            return gevonden
    return None


def _come_in(
    app: App,
    sessie_map: SessieMap,
    als: str | None,
) -> tuple[SessieMap, bool]:
    """Let a member who is not there come in from here on; False when they do not want that."""
    groep = app.omgeving.groep
    lid = groep.find(als or who_am_i(app.omgeving))
    volgende = sessie_map.volgende
    if not lid or not volgende or lid.id in sessie_map.er_zijn(volgende.plek):
        return sessie_map, True
    tekst = f"{lid.roepnaam}, je doet nu niet mee. Vanaf hier wel?"
    vraag = Vraag(Sleutel("erbij"), "ja-nee", tekst, keuzes=JA_NEE, standaard=True)
    if not app.ask(vraag):
        return sessie_map, False
    wens = Verandering(erbij=lid.id)
    naam = sessie_map.sessie.naam
    return wijzig(app.omgeving, naam, wens, app.wacht).sessie_map, True
