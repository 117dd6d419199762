"""`intervisie notitie`: takes down what one member notes, in their own notulen."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer

from intervisie_cli.commands import opties
from intervisie_cli.commands.app import App, need_terminal
from intervisie_cli.commands.app.alleen import alone_with
from intervisie_cli.commands.app.na_stap import share_when_asked
from intervisie_cli.commands.app.wie import who_takes_part
from intervisie_cli.flows.sessie import notitie
from intervisie_cli.flows.sessie.notitie import Schrift
from intervisie_cli.flows.vastlegger import locked
from intervisie_cli.groep import sessies
from intervisie_cli.model.sleutel import Sleutel
from intervisie_cli.model.vraag import Vraag
from intervisie_cli.tijd.dag import dag_in_woorden

_OPEN = ("Je eigen notulen", "Sluit daar de editor.")


def run(
    ctx: typer.Context,
    *,
    tekst: Annotated[
        str | None,
        typer.Argument(
            help="Wat je opschrijft; zonder tekst vraagt hij dat; - leest standaardinvoer.",
            metavar="[TEKST]",
        ),
        opties.LEEST,
    ] = None,
    als: opties.AlsOptie = None,
    sessie: opties.SessieOptie = None,
    stap: Annotated[
        str | None,
        opties.stap("--stap", "Bij welke stap; standaard die nu aan de beurt is."),
    ] = None,
    alleen_ik: Annotated[
        bool,
        typer.Option(
            "--alleen-ik", help="Bewaar het op deze computer, en deel het met niemand."
        ),
    ] = False,
) -> int:
    """Note a text; without one ask for it, or open the editor on what was noted so far."""
    app: App = ctx.obj
    omgeving = app.omgeving
    sessie_map = sessies.find_held(omgeving.root, sessie, omgeving.avond)
    plek = notitie.meant(sessie_map, stap)
    genoteerd = None
    if tekst is not None:
        genoteerd = notitie.clean(tekst)
    else:
        need_terminal(app, "Geef de tekst mee; een streepje (-) leest standaardinvoer.")
    lid = who_takes_part(app, sessie_map, als)
    schrift = Schrift(omgeving, sessie_map, plek, lid)
    if genoteerd is None:
        genoteerd = _ask_first(app, alleen_ik=alleen_ik)
    is_nieuw = note(app, schrift, genoteerd, alleen_ik=alleen_ik)
    if is_nieuw and not alleen_ik:
        share_when_asked(app)
    return 0


def _ask_first(app: App, *, alleen_ik: bool) -> str | None:
    """What the person notes; None for who wants an editor, or chose one."""
    from intervisie_cli.ui.editor import has_chosen

    if has_chosen():
        return None
    leeg = "Enter = al je notities, in een editor"
    return ask_note(app.ask, leeg, alleen_ik=alleen_ik) or None


def ask_note(
    ask: Callable[[Vraag], Any],
    leeg: str,
    *,
    alleen_ik: bool,
) -> str:
    """What the person notes, '' for nothing; *leeg* says what that does."""
    wie = "de groep kan dit lezen"
    if alleen_ik:
        wie = "alleen voor jou"
    vraag = Vraag(Sleutel("notitie"), "tekst", f"Notitie ({wie})", leeg=leeg)
    getypt = str(ask(vraag))
    if not getypt:
        return ""
    return notitie.clean(getypt)


def note(
    app: App,
    schrift: Schrift,
    tekst: str | None,
    *,
    alleen_ik: bool,
) -> bool:
    """Note *tekst*, None to open the editor, and say who can read it; give whether it is new."""
    keep = _keep_private if alleen_ik else _record
    is_nieuw = keep(app, schrift, tekst)
    _tell(app, schrift, is_nieuw=is_nieuw, alleen_ik=alleen_ik)
    return is_nieuw


def _record(app: App, schrift: Schrift, tekst: str | None) -> bool:
    app.omgeving.repository.check_ready()
    app.ensure_name()
    if tekst is None:
        return _edit(app, schrift)
    with locked(app.omgeving, app.wacht) as vastlegger:
        return notitie.add(vastlegger, schrift, tekst)


def _edit(app: App, schrift: Schrift) -> bool:
    from intervisie_cli.flows.sessie import notitie_editor
    from intervisie_cli.ui.editor import edit

    pad = notitie_editor.draft_of(schrift)
    with alone_with(pad, *_OPEN):
        notitie_editor.begin(schrift, pad)
        edit(pad, app.console)
        with locked(app.omgeving, app.wacht) as vastlegger:
            return notitie_editor.finish(vastlegger, schrift, pad)


def _keep_private(app: App, schrift: Schrift, tekst: str | None) -> bool:
    with alone_with(schrift.private_pad, *_OPEN):
        if tekst is not None:
            return notitie.add_private(schrift, tekst)
        from intervisie_cli.flows.sessie import notitie_editor
        from intervisie_cli.ui.editor import edit

        was = notitie_editor.begin_private(schrift)
        edit(schrift.private_pad, app.console)
        return notitie_editor.finish_private(schrift, was)


def _tell(
    app: App,
    schrift: Schrift,
    *,
    is_nieuw: bool,
    alleen_ik: bool,
) -> None:
    wat = "Genoteerd" if is_nieuw else "Stond al zo"
    groep = "De groep"
    # Whoever stands elsewhere can think of another group.
    if not Path.cwd().is_relative_to(app.omgeving.root):
        groep = f"De groep {app.omgeving.groep.naam}"
    voor_wie = "Alleen voor jou." if alleen_ik else f"{groep} kan dit lezen."
    dag = dag_in_woorden(schrift.sessie.datum, app.omgeving.vandaag)
    waar = f"{schrift.plek.titel} van {dag}"
    app.console.alinea(f"{wat} bij {waar}. {voor_wie}", "groen", kop="✓ ")
