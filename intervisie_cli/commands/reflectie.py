"""`intervisie reflectie`: asks what a sessie meant to you, and keeps it for you alone."""

from typing import Annotated

import typer

from intervisie_cli import system
from intervisie_cli.commands import opties
from intervisie_cli.commands.app import App, need_terminal
from intervisie_cli.commands.app.alleen import alone_with
from intervisie_cli.commands.app.wie import who_takes_part
from intervisie_cli.commands.opties.keuze import een_van, opgesomd
from intervisie_cli.commands.step.stoppen import goes_on_with
from intervisie_cli.flows.stap.beginnen import GAAT_VERDER
from intervisie_cli.flows.uitvoer import reflectie
from intervisie_cli.flows.uitvoer.reflectie import Reflectie
from intervisie_cli.groep import reflecties, sessies
from intervisie_cli.groep.sessies import SessieMap
from intervisie_cli.model.sessie import Lid
from intervisie_cli.model.sleutel import Sleutel
from intervisie_cli.model.vraag import Keuze, Terug, Vraag
from intervisie_cli.tijd.dag import dag_in_woorden

VOLGENS = typer.Option(
    "--volgens",
    help=f"Volgens welke vragen: {opgesomd(reflecties.names())}.",
    metavar="NAAM",
)


def run(
    ctx: typer.Context,
    *,
    sessie: opties.SessieArgument = None,
    volgens: Annotated[str | None, VOLGENS] = None,
    als: opties.AlsOptie = None,
) -> int:
    """Ask the questions of a reflectie; once written they come back to change."""
    app: App = ctx.obj
    naam = een_van(reflecties.names(), volgens, "--volgens") if volgens else None
    need_terminal(app, "Typ het in een terminal, zonder --geen-vragen.")
    sessie_map = _held(app, sessie)
    lid = who_takes_part(app, sessie_map, als)
    eigen = reflectie.find(sessie_map, lid, naam or _choose(app, sessie_map, lid))
    _introduce(app, sessie_map, eigen)
    if not _ask_and_keep(app, sessie_map, eigen):
        app.console.regel("Je schreef niets op, dus er is niets bewaard.")
        return 0
    app.console.regel("✓ Je reflectie is bewaard, op deze computer.", "groen")
    typ = f"intervisie verslag {sessie_map.sessie.naam} --als {lid.id}"
    app.console.regel(f"Niemand anders ziet hem. Inleveren? Typ: {typ}")
    return 0


def _held(app: App, gevraagd: str | None) -> SessieMap:
    """The sessie that was named, else the latest that was begun. Raises IntervisieError."""
    root = app.omgeving.root
    begonnen = None if gevraagd else sessies.latest_begun(root)
    return begonnen or sessies.find(root, gevraagd, app.omgeving.avond)


def _choose(
    app: App,
    sessie_map: SessieMap,
    lid: Lid,
) -> str:
    keuzes = []
    for naam in reflecties.names():
        titel = reflecties.load(naam).titel
        stand = reflectie.state(sessie_map, lid, naam)
        keuzes.append(Keuze(naam, f"{titel} ({stand})" if stand else titel))
    vraag = Vraag(
        Sleutel("volgens"),
        "keuze",
        "Volgens welke vragen?",
        keuzes=tuple(keuzes),
        verplicht=True,
    )
    return str(app.ask(vraag))


def _introduce(
    app: App,
    sessie_map: SessieMap,
    eigen: Reflectie,
) -> None:
    dag = dag_in_woorden(sessie_map.sessie.datum, app.omgeving.vandaag)
    app.console.regel(f"{eigen.boek.titel} · sessie van {dag}", "vet", "blauw")
    app.console.alinea(eigen.stap.plek.stap.doel)
    app.console.alinea(
        "Alleen voor jou. Niets is verplicht; Ctrl-T gaat een vraag terug."
    )


def _ask_and_keep(
    app: App,
    sessie_map: SessieMap,
    eigen: Reflectie,
) -> bool:
    """Ask until all is answered; give whether anything was written."""
    from intervisie_cli.flows.stap.gesprek import ask_all

    draft = reflecties.draft_of(eigen.pad)
    # The first reflectie on this computer makes its folder.
    system.make_folder(draft.parent)
    # Somebody else may be who works here.
    verder = f"intervisie reflectie {sessie_map.sessie.naam} --als {eigen.lid.id}"
    verder += f" --volgens {eigen.boek.naam}"
    with alone_with(draft, "Je reflectie", "Ga daar verder."), goes_on_with(verder):
        hier, was_er = reflectie.begin(app.omgeving, sessie_map, eigen)
        if was_er:
            app.console.regel(GAAT_VERDER, "groen")
        while True:
            try:
                looks_over = eigen.stap.is_af
                document = ask_all(hier, None, app.prompter, looks_over=looks_over)
                break
            except Terug:
                # There is no question before the first.
                continue
        is_bewaard = reflectie.keep(app.omgeving, eigen, hier, document)
        hier.concept.remove()
    return is_bewaard
