"""`intervisie undo`: takes back the last step, the end of a ronde or sessie, or a new sessie."""

import typer

from intervisie_cli.commands import opties
from intervisie_cli.commands.app import App
from intervisie_cli.commands.app.delen import shares
from intervisie_cli.commands.app.na_stap import share_when_asked
from intervisie_cli.flows.sessie.hervatten import resume
from intervisie_cli.flows.sessie.terugnemen import take_away
from intervisie_cli.flows.stap.geschiedenis import Geschiedenis
from intervisie_cli.flows.stap.undo import last_step, take_back
from intervisie_cli.flows.vastlegger import locked
from intervisie_cli.groep.gestopt import hervat
from intervisie_cli.model.sleutel import Sleutel
from intervisie_cli.model.vraag import JA_NEE, Vraag
from intervisie_cli.tijd.dag import dag_in_woorden


def run(ctx: typer.Context, *, sessie: opties.SessieOptie = None) -> int:
    """Take it back; the answers stay as a draft."""
    app: App = ctx.obj
    app.ensure_name()
    if not _is_meant(app, sessie):
        app.console.regel("Alles blijft zoals het was.")
        return 0
    _undo(app, sessie)
    share_when_asked(app)
    return 0


def _is_meant(app: App, sessie: str | None) -> bool:
    """Whether the person means to take back, for all, what the group recorded together."""
    if not app.mag_vragen or not shares(app):
        return True
    titel = last_step(app.omgeving, sessie)
    wat = f"{titel} terugnemen" if titel else "Terugnemen wat het laatst gebeurde"
    vraag = Vraag(
        Sleutel("undo"),
        "ja-nee",
        f"{wat}, voor de hele groep?",
        keuzes=JA_NEE,
        standaard=False,
    )
    return bool(app.ask(vraag))


def _undo(app: App, sessie: str | None) -> None:
    vandaag = app.omgeving.vandaag
    with locked(app.omgeving, app.wacht) as vastlegger:
        # The three below look for what was done last, and read it once.
        commits = Geschiedenis(app.omgeving.repository)
        verder = resume(vastlegger, app.omgeving, sessie, commits)
        if verder:
            app.console.regel(f"{verder} gaat toch verder.", "groen")
            app.console.regel("Wat je typte is bewaard. Typ: intervisie step")
            return
        weg = take_away(vastlegger, app.omgeving, sessie, commits)
        if weg:
            dag = dag_in_woorden(weg, vandaag)
            app.console.regel(f"De sessie van {dag} is weggehaald.", "groen")
            return
        sessie_map, was = take_back(vastlegger, app.omgeving, sessie, commits)
    dag = dag_in_woorden(sessie_map.sessie.datum, vandaag)
    app.console.regel(f"{was.plek.titel} is teruggenomen ({dag}).", "groen")
    nu = next(stap for stap in sessie_map.stappen if stap.pad == was.pad)
    # A step that was recorded twice has an earlier version, which stands there again.
    if nu.is_vastgelegd:
        typ = f"intervisie step {nu.plek.verwijzing} --opnieuw"
        app.console.regel(f"De vorige versie staat er weer. Veranderen? {typ}")
        return
    typ = "Typ: intervisie step"
    if not nu.is_held:
        typ = f"Toch verder? Typ: {hervat(sessie_map.sessie, nu)}"
    app.console.regel(f"De antwoorden zijn bewaard op deze computer. {typ}")
