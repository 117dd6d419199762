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
            "Zet het aan: intervisie instellingen --delen na-stap",
        )
    app.omgeving.repository.check_ready()
    app.ensure_name()
    share_after(app, is_quiet=True)
    with goes_on_with("intervisie mee"):
        sessie_map = _wait_for_sessie(app, sessie)
    sessie_map = _come_in(app, sessie_map, als)
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

    def find() -> SessieMap | None:
        with suppress(NogGeenSessie):
            return sessies.find(app.omgeving.root, sessie, app.omgeving.vandaag)
        return None

    def is_there() -> bool:
        gevonden = find()
        return gevonden is not None and gevonden.volgende is not None

    gevonden = find()
    if gevonden and (sessie or gevonden.volgende):
        return gevonden
    deler = Achtergrond(app)
    while not wait(app, deler, is_there, lambda: [_GEEN_SESSIE]):
        app.console.regel(_GEEN_SESSIE)
    return sessies.find(app.omgeving.root, sessie, app.omgeving.vandaag)


def _come_in(app: App, sessie_map: SessieMap, als: str | None) -> SessieMap:
    """Let a member who is not there, or not any more, come in from here on, when they want that."""
    groep = app.omgeving.groep
    lid = groep.find(als or who_am_i(app.omgeving))
    volgende = sessie_map.volgende
    if not lid or not volgende or lid.id in sessie_map.er_zijn(volgende.plek):
        return sessie_map
    tekst = f"{lid.roepnaam}, je doet nu niet mee. Vanaf hier wel?"
    vraag = Vraag(Sleutel("erbij"), "ja-nee", tekst, keuzes=JA_NEE, standaard=True)
    if not app.ask(vraag):
        return sessie_map
    wens = Verandering(erbij=lid.id)
    return wijzig(app.omgeving, sessie_map.sessie.naam, wens, app.wacht).sessie_map
