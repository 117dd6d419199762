"""`intervisie check`: judges acties, questions and records."""

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from typing import Annotated

import typer

from intervisie_cli.checks.oordeel import Oordeel
from intervisie_cli.commands import opties
from intervisie_cli.commands.app import App
from intervisie_cli.commands.opties.keuze import een_van, opgesomd
from intervisie_cli.flows.check import Keurder
from intervisie_cli.flows.voortgang import gevolgd
from intervisie_cli.groep import sessies
from intervisie_cli.model.bevinding import ERNST, FOUT, HINT, Resultaat
from intervisie_cli.model.fouten import (
    KIJK_ZELF,
    OK,
    OnleesbaarBestand,
    VerkeerdGebruik,
)
from intervisie_cli.tonen.register import CHECK, JSON, TEKST, UITGEBREID, check_vorm

# A line of standard input; what is longer is read to its end and not looked at.
MAX_REGEL = 1024 * 1024
_ZWAARSTE_EERST = tuple(reversed(ERNST))


def run(
    ctx: typer.Context,
    *,
    sessie: opties.SessieArgument = None,
    alles: Annotated[
        bool, typer.Option("--alles", help="Alle sessies van de groep.")
    ] = False,
    actie: Annotated[
        str | None,
        typer.Option(
            "--actie",
            help="Eén actie; - leest er één per regel van standaardinvoer.",
            metavar="TEKST",
        ),
    ] = None,
    vraag: Annotated[
        str | None,
        typer.Option(
            "--vraag",
            help="Eén vraag; - leest er één per regel van standaardinvoer.",
            metavar="TEKST",
        ),
    ] = None,
    geleerd: Annotated[
        bool,
        typer.Option(
            "--geleerd",
            help="Wat je liet staan of veranderde na een vraag van de coach.",
        ),
    ] = False,
    format: Annotated[  # noqa: A002 - the name of the flag
        str | None,
        typer.Option(
            "--format", help=f"Hoe je het wilt zien: {opgesomd(CHECK)}.", metavar="VORM"
        ),
    ] = None,
    uitgebreid: Annotated[
        bool,
        typer.Option(
            "--uitgebreid", help="Ook in welk bestand het staat, en welke regel het is."
        ),
    ] = False,
    ernst: Annotated[
        str | None,
        typer.Option(
            "--ernst",
            help=f"Vanaf waar het telt: {opgesomd(_ZWAARSTE_EERST)}.",
            metavar="NIVEAU",
        ),
    ] = None,
) -> int:
    """Judge what is asked for; findings at or above the level give exit code 4."""
    app: App = ctx.obj
    kan = {
        "SESSIE": sessie is not None,
        "--alles": alles,
        "--actie": actie is not None,
        "--vraag": vraag is not None,
        "--geleerd": geleerd,
    }
    gekozen = [naam for naam, is_gegeven in kan.items() if is_gegeven]
    if len(gekozen) > 1:
        raise VerkeerdGebruik(
            f"{' en '.join(gekozen)} gaan niet samen.", "Kies één van beide."
        )
    vorm = een_van(CHECK, format or TEKST, "--format")
    if uitgebreid and format:
        raise VerkeerdGebruik(
            "--uitgebreid en --format gaan niet samen.", "Kies één van beide."
        )
    if uitgebreid:
        vorm = UITGEBREID
    if geleerd and vorm not in (TEKST, JSON):
        raise VerkeerdGebruik(
            f"--geleerd kan niet als {vorm}.", f"Kies {TEKST} of {JSON}."
        )
    if geleerd:
        return _learned(app, vorm)
    grens = ERNST.index(een_van(ERNST, ernst or FOUT, "--ernst"))
    keurder = Keurder(app.omgeving)
    if actie is not None:
        return _texts(app, keurder.actie, actie, vorm, grens)
    if vraag is not None:
        return _texts(app, keurder.vraag, vraag, vorm, grens)
    return _records(app, keurder, sessie, vorm, grens, alles=alles)


def _learned(app: App, vorm: str) -> int:
    """What users of this computer made of what the coach said."""
    from intervisie_cli.groep import geleerd
    from intervisie_cli.tonen import geleerd as tonen

    keuzes = geleerd.read()
    if vorm == JSON:
        app.console.json(tonen.json(keuzes))
    else:
        app.toon(tonen.regels(app.console, keuzes))
    return OK


def _texts(
    app: App,
    beoordeel: Callable[[str], Oordeel],
    bron: str,
    vorm: str,
    grens: int,
) -> int:
    """Judge one text, or each line of standard input in its order."""
    is_stroom = bron == "-"
    oordelen = map(beoordeel, _lines() if is_stroom else [bron])
    zwaarste = Zwaarste()
    check_vorm(vorm).teksten(
        app.console, zwaarste.van_oordelen(oordelen), is_stroom=is_stroom
    )
    return zwaarste.exit_code(grens)


def _lines() -> Iterator[str]:
    """The lines of standard input; of one that is too long the rest is passed over."""
    stroom = sys.stdin.buffer
    while ruw := stroom.readline(MAX_REGEL):
        einde = ruw
        while not einde.endswith(b"\n") and (einde := stroom.readline(MAX_REGEL)):
            pass
        yield ruw.decode("utf-8", "replace").rstrip("\r\n")


def _records(
    app: App,
    keurder: Keurder,
    sessie: str | None,
    vorm: str,
    grens: int,
    *,
    alles: bool,
) -> int:
    """Judge one sessie, or all of the group with its settings."""
    root = app.omgeving.root
    mappen = list(sessies.folders(root)) if alles else [_folder(app, sessie)]
    in_sessies: list[Resultaat] = []
    for map_ in gevolgd(app.omgeving.toon, "Nakijken", mappen):
        in_sessies += keurder.sessie(map_)
    resultaten = [*keurder.instellingen(), *keurder.draaiboeken(), *in_sessies]
    zwaarste = Zwaarste()
    # Who wants to see every hint, wants to see what was kept on purpose as well.
    is_gevraagd = ERNST[grens] == HINT
    gezien = [
        resultaat._replace(is_gevraagd=is_gevraagd)
        for resultaat in zwaarste.van_resultaten(resultaten)
    ]
    check_vorm(vorm).sessies(app.console, gezien, len(mappen))
    return zwaarste.exit_code(grens)


def _folder(app: App, sessie: str | None) -> str:
    """The folder of the sessie that was named, else of the one that was begun last."""
    root = app.omgeving.root
    if not sessie:
        # The next sessie may stand ready, and has nothing to check.
        with suppress(OnleesbaarBestand):
            if begonnen := sessies.latest_begun(root):
                return begonnen.sessie.map
    return sessies.find_folder(root, sessie, app.omgeving.avond)


class Zwaarste:
    """Remembers the worst level among the findings that pass by and count."""

    def __init__(self) -> None:
        self._niveau = -1

    def van_oordelen(self, oordelen: Iterable[Oordeel]) -> Iterator[Oordeel]:
        """Let verdicts on texts pass by."""
        for oordeel in oordelen:
            for bevinding in oordeel.bevindingen:
                self._zie(bevinding.ernst)
            yield oordeel

    def van_resultaten(self, resultaten: Iterable[Resultaat]) -> Iterator[Resultaat]:
        """Let findings in records pass by."""
        for resultaat in resultaten:
            if not resultaat.is_stil:
                self._zie(resultaat.bevinding.ernst)
            yield resultaat

    def _zie(self, ernst: str) -> None:
        self._niveau = max(self._niveau, ERNST.index(ernst))

    def exit_code(self, grens: int) -> int:
        """Whether a person has to look: something stands at or above level *grens*."""
        return KIJK_ZELF if self._niveau >= grens else OK
