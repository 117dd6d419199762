"""`intervisie verslag`: what you hand in of a sessie, with your own reflectie."""

from typing import Annotated

import typer

from intervisie_cli import system
from intervisie_cli.commands import opties
from intervisie_cli.commands.app import App
from intervisie_cli.commands.app.wie import who_takes_part
from intervisie_cli.commands.opties.keuze import een_van
from intervisie_cli.commands.opties.uitvoer import (
    OverschrijfOptie,
    UitOptie,
    VormOptie,
    choose_form,
    hand_over,
)
from intervisie_cli.commands.reflectie import VOLGENS
from intervisie_cli.flows.uitvoer import export, plek, verslag
from intervisie_cli.flows.uitvoer.verslag import Inlevering
from intervisie_cli.groep import reflecties
from intervisie_cli.model.fouten import VerkeerdGebruik
from intervisie_cli.model.sleutel import Sleutel
from intervisie_cli.model.vraag import JA_NEE, Vraag
from intervisie_cli.tonen import verslag as tonen
from intervisie_cli.tonen.vormen.register import bestand, fill_in

_WORD = "docx"


def run(
    ctx: typer.Context,
    *,
    sessie: opties.SessieArgument = None,
    volgens: Annotated[str | None, VOLGENS] = None,
    als: opties.AlsOptie = None,
    met_namen: Annotated[
        bool,
        typer.Option("--met-namen", help="Zet de namen van anderen er wel in."),
    ] = False,
    sjabloon: Annotated[
        str | None,
        typer.Option(
            "--sjabloon",
            help="Het Word-formulier van je school, om in te vullen.",
            metavar="BESTAND",
        ),
        opties.PAD,
    ] = None,
    vorm: VormOptie = None,
    uit: UitOptie = None,
    overschrijf: OverschrijfOptie = False,
) -> int:
    """Say whose words are in it, and write it outside the group."""
    app: App = ctx.obj
    naam = een_van(reflecties.names(), volgens, "--volgens") if volgens else None
    gekozen = _choose_form(vorm, uit, sjabloon)
    formulier = _read(sjabloon) if sjabloon else None
    sessie_map = export.een(app.omgeving, sessie).sessie_map
    lid = who_takes_part(app, sessie_map, als)
    inlevering = verslag.gather(app.omgeving, sessie_map, lid, naam)
    dag = sessie_map.sessie.datum.isoformat()
    pad = plek.find(
        app.omgeving.root, uit, f"verslag-{dag}.{gekozen}", overschrijf=overschrijf
    )
    if sjabloon and pad.exists() and pad.samefile(system.typed_path(sjabloon)):
        raise VerkeerdGebruik(
            "Zo gaat het lege formulier weg.", "Kies met --uit een andere naam."
        )
    if not _is_meant(app, inlevering, met_namen=met_namen):
        app.console.regel("Er is niets geschreven.")
        return 0
    groep = app.omgeving.groep
    if formulier is None:
        stuk = tonen.van(groep, inlevering, met_namen=met_namen)
        hand_over(app, pad, gekozen, bestand(gekozen, stuk))
        return 0
    plaatsen = tonen.plaatsen(groep, inlevering, met_namen=met_namen)
    ingevuld = fill_in(formulier, plaatsen)
    hand_over(app, pad, gekozen, ingevuld.raw)
    # Last, where it is read: the form is to be gone through by hand.
    for plaats in ingevuld.onbekend:
        app.console.melding(f"In het sjabloon is nog leeg: {plaats}.", "geel")
    if ingevuld.onbekend:
        app.console.melding(f"Te vullen: {', '.join(plaatsen)}.")
    return 0


def _choose_form(
    vorm: str | None,
    uit: str | None,
    sjabloon: str | None,
) -> str:
    if not sjabloon:
        return choose_form(vorm, uit)
    # A form of a school is filled in as it came.
    if choose_form(vorm or (None if uit else _WORD), uit) != _WORD:
        raise VerkeerdGebruik(
            "Een sjabloon wordt een Word-bestand.",
            "Laat --vorm weg, en laat de naam eindigen op .docx.",
        )
    return _WORD


def _read(getypt: str) -> bytes:
    try:
        return system.typed_path(getypt).read_bytes()
    except OSError:
        raise VerkeerdGebruik(
            "Dat sjabloon is niet te lezen.", "Noem een Word-bestand dat er is."
        ) from None


def _is_meant(
    app: App,
    inlevering: Inlevering,
    *,
    met_namen: bool,
) -> bool:
    """Tell whose words go out, and let the person stop there."""
    groep = app.omgeving.groep
    app.console.alinea("In je verslag staan jouw woorden.")
    if anderen := inlevering.anderen:
        hoe = "met hun naam" if met_namen else "als 'een groepslid'"
        wie = groep.namen(list(anderen))
        app.console.alinea(f"Ook staat er advies in van {wie}, {hoe}.")
    # Who works without questions has read it by now.
    if not app.mag_vragen:
        return True
    vraag = Vraag(
        Sleutel("verslag"),
        "ja-nee",
        "Mag dat naar buiten?",
        keuzes=JA_NEE,
        standaard=True,
    )
    return bool(app.ask(vraag))
