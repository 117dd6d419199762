"""`intervisie show`: the whole notulen of one session."""

from typing import Annotated

import typer

from intervisie_cli.commands import opties
from intervisie_cli.commands.app import App
from intervisie_cli.commands.app.gids import gids
from intervisie_cli.commands.opties.keuze import een_van, opgesomd
from intervisie_cli.flows.sessie import inzage
from intervisie_cli.flows.stap.onbekend import OnbekendeStap
from intervisie_cli.groep import sessies
from intervisie_cli.groep.sessies import SessieMap
from intervisie_cli.model.fouten import KIJK_ZELF, OK, VerkeerdGebruik
from intervisie_cli.model.namen import whose_notulen
from intervisie_cli.tonen.register import JSON, SESSIE, TEKST, sessie_vorm


def run(
    ctx: typer.Context,
    *,
    sessie: opties.SessieArgument = None,
    json: opties.JsonOptie = False,
    format: Annotated[  # noqa: A002 - the name of the flag
        str | None,
        typer.Option(
            "--format",
            help=f"Hoe je het wilt zien: {opgesomd(SESSIE)}.",
            metavar="VORM",
        ),
    ] = None,
    lid: Annotated[
        str | None, opties.lid("--lid", "Alleen de eigen notulen van dit lid.")
    ] = None,
    alleen_ik: Annotated[
        bool,
        typer.Option(
            "--alleen-ik", help="Met --lid: ook wat je met niemand hebt gedeeld."
        ),
    ] = False,
) -> int:
    """Show every step that has something in it, or what one member noted."""
    app: App = ctx.obj
    naam = JSON if json else een_van(SESSIE, format or TEKST, "--format")
    if alleen_ik and lid is None:
        raise VerkeerdGebruik(
            "--alleen-ik hoort bij --lid.",
            "Typ: intervisie show --lid LID --alleen-ik",
        )
    root = app.omgeving.root
    if lid is not None:
        gevonden = sessies.find(root, sessie, app.omgeving.avond)
        return _show_member(app, naam, gevonden, lid, alleen_ik=alleen_ik)
    begonnen = None if sessie else sessies.latest_begun(root)
    gevonden = begonnen or sessies.find(root, sessie, app.omgeving.avond)
    alles = inzage.of_all(app.omgeving, gevonden)
    sessie_vorm(naam).toon(app.console, gids(app), alles)
    _name_fault(app, gevonden)
    return _name_unreadable(app, alles.onleesbaar)


def _name_fault(app: App, sessie_map: SessieMap) -> None:
    """Say why what was recorded is shown without the fields of its draaiboek."""
    boek = sessie_map.draaiboek
    if boek.is_fout:
        fout = OnbekendeStap(boek, boek.stappen[0], is_open=False)
        app.console.melding(f"{fout.bericht} {fout.hulp}")


def _name_unreadable(app: App, paden: tuple[str, ...]) -> int:
    """Say whose own notulen were passed over; gives the exit code."""
    if not paden:
        return OK
    for pad in paden:
        wie = whose_notulen(pad)
        van = f" van {app.omgeving.groep.roepnaam(wie)}" if wie else ""
        app.console.fout(f"De eigen notulen{van} zijn niet te lezen.")
    return KIJK_ZELF


def _show_member(
    app: App,
    naam: str,
    sessie_map: SessieMap,
    getypt: str,
    *,
    alleen_ik: bool,
) -> int:
    from intervisie_cli.flows.stap.bijdrage import member
    from intervisie_cli.tonen import notulen_tekst

    omgeving = app.omgeving
    lid = member(omgeving, sessie_map, getypt)
    eigen = inzage.of_member(omgeving, sessie_map, lid, alleen_ik=alleen_ik)
    if naam == TEKST:
        regels = notulen_tekst.van_lid(app.console, gids(app), eigen, lid)
        app.toon(regels, is_lang=True)
        return 0
    sessie_vorm(naam).toon(app.console, gids(app), eigen)
    return 0
