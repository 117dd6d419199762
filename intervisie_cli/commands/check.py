"""`intervisie check`: judges acties, questions and records."""

import sys
from collections.abc import Callable, Iterable, Iterator
from typing import Annotated, Any

import typer

from intervisie_cli.checks.oordeel import ActieOordeel, VraagOordeel
from intervisie_cli.commands import opties
from intervisie_cli.commands.app import App
from intervisie_cli.flows.check import Keurder, Resultaat
from intervisie_cli.groep import sessies
from intervisie_cli.groep.controle import Vindplaats
from intervisie_cli.model.bevinding import ERNST, FOUT
from intervisie_cli.model.fouten import GEDAAN, KIJK_ZELF, VerkeerdGebruik

TEKST, JSON, SARIF, GITHUB = FORMATEN = ("tekst", "json", "sarif", "github")
Oordeel = ActieOordeel | VraagOordeel
# A line of standard input; what is longer is read to its end and not looked at.
MAX_REGEL = 1024 * 1024


def run(
    app: App,
    *,
    sessie: opties.SessieArgument = None,
    alles: Annotated[bool, typer.Option("--alles", help="Alle sessies van de groep.")] = False,
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
    format: Annotated[  # noqa: A002 - the name of the flag
        str | None,
        typer.Option(
            "--format", help="Hoe je het wilt zien: tekst, json, sarif of github.", metavar="VORM"
        ),
    ] = None,
    ernst: Annotated[
        str | None,
        typer.Option(
            "--ernst", help="Vanaf waar het telt: fout, let-op of hint.", metavar="NIVEAU"
        ),
    ] = None,
) -> int:
    """Judge what is asked for; findings at or above the level give exit code 4."""
    gekozen = {
        "SESSIE": sessie is not None,
        "--alles": alles,
        "--actie": actie is not None,
        "--vraag": vraag is not None,
    }
    if sum(gekozen.values()) > 1:
        raise VerkeerdGebruik(
            f"{' en '.join(n for n, is_er in gekozen.items() if is_er)} gaan niet samen.",
            "Kies één van beide.",
        )
    vorm = _uit(format or TEKST, FORMATEN, "--format")
    grens = ERNST.index(_uit(ernst or FOUT, ERNST, "--ernst"))
    keurder = Keurder(app.omgeving)
    if actie is not None:
        return _texts(app, keurder.actie, actie, vorm, grens)
    if vraag is not None:
        return _texts(app, keurder.vraag, vraag, vorm, grens)
    return _records(app, keurder, sessie, vorm, grens, alles=alles)


def _uit(waarde: str, keuzes: tuple[str, ...], vlag: str) -> str:
    if waarde not in keuzes:
        raise VerkeerdGebruik(
            f"{vlag} kent '{waarde[:20]}' niet.", f"Kies uit: {', '.join(keuzes)}"
        )
    return waarde


def _texts(app: App, beoordeel: Callable[[str], Oordeel], bron: str, vorm: str, grens: int) -> int:
    """Judge one text, or each line of standard input in its order."""
    is_stroom = bron == "-"
    oordelen = map(beoordeel, _lines()) if is_stroom else iter([beoordeel(bron)])
    zwaarst = -1
    if vorm == SARIF:
        resultaten = [
            resultaat
            for n, oordeel in enumerate(oordelen, 1)
            for resultaat in _resultaten(oordeel, n)
        ]
        return _sarif(app, resultaten, grens)
    for nummer, oordeel in enumerate(oordelen, 1):
        if vorm == JSON:
            app.console.json_regel(oordeel.json())
        elif vorm == GITHUB:
            _github(app, _resultaten(oordeel, nummer))
        else:
            _show_text(app, oordeel, f"regel {nummer}" if is_stroom else "")
        zwaarst = max([zwaarst, *(ERNST.index(b.ernst) for b in oordeel.bevindingen)])
    return KIJK_ZELF if zwaarst >= grens else GEDAAN


def _lines() -> Iterator[str]:
    """The lines of standard input; of one that is too long the rest is passed over."""
    stroom = sys.stdin.buffer
    while ruw := stroom.readline(MAX_REGEL):
        einde = ruw
        while not einde.endswith(b"\n") and (einde := stroom.readline(MAX_REGEL)):
            pass
        yield ruw.decode("utf-8", "replace").rstrip("\r\n")


def _resultaten(oordeel: Oordeel, nummer: int) -> Iterator[Resultaat]:
    return (
        Resultaat(Vindplaats("", nummer), oordeel.tekst, bevinding)
        for bevinding in oordeel.bevindingen
    )


def _show_text(app: App, oordeel: Oordeel, waar: str) -> None:
    from intervisie_cli.tonen.bevinding import bevinding as regels_van

    uit = app.console
    if isinstance(oordeel, ActieOordeel):
        uit.regel(f"{f'{waar}: ' if waar else ''}{letters(oordeel)}", "vet")
    else:
        uit.regel(f"{f'{waar}: ' if waar else ''}{oordeel.soort}", "vet")
    for gevonden in oordeel.bevindingen:
        for regel in regels_van(uit, gevonden, oordeel.tekst):
            uit.ruw(regel)


def letters(oordeel: ActieOordeel) -> str:
    """The letters of an actie with what is said of each: ✓ there, ✗ missing, ? asked of nobody."""
    gezegd = oordeel.actie.letters.items()
    return "  ".join(
        f"{letter} {'?' if is_er is None else '✓' if is_er else '✗'}" for letter, is_er in gezegd
    )


def _records(
    app: App, keurder: Keurder, sessie: str | None, vorm: str, grens: int, *, alles: bool
) -> int:
    """Judge one sessie, or all of the group with its settings."""
    root = app.omgeving.root
    mappen = (
        list(sessies.folders(root))
        if alles
        else [sessies.find_folder(root, sessie, app.omgeving.vandaag)]
    )
    resultaten = [r for map_ in mappen for r in keurder.sessie(map_)]
    resultaten = [*keurder.instellingen(), *resultaten]
    if vorm == SARIF:
        return _sarif(app, resultaten, grens)
    if vorm == JSON:
        app.console.json({"bevindingen": [_json(resultaat) for resultaat in resultaten]})
    elif vorm == GITHUB:
        _github(app, resultaten)
    else:
        _show_records(app, resultaten, len(mappen))
    return _exit(resultaten, grens)


def _exit(resultaten: Iterable[Resultaat], grens: int) -> int:
    is_zwaar = any(ERNST.index(r.bevinding.ernst) >= grens and not r.is_stil for r in resultaten)
    return KIJK_ZELF if is_zwaar else GEDAAN


def _sarif(app: App, resultaten: list[Resultaat], grens: int) -> int:
    from intervisie_cli.tonen import sarif

    app.console.json(sarif.log(resultaten))
    return _exit(resultaten, grens)


def _github(app: App, resultaten: Iterable[Resultaat]) -> None:
    from intervisie_cli.tonen import github

    for resultaat in resultaten:
        if not resultaat.is_stil:
            app.console.regel(github.regel(resultaat))


def _json(resultaat: Resultaat) -> dict[str, Any]:
    """The documented object: where it stands, and what; never the text itself."""
    plek = resultaat.plek
    return {
        "bestand": plek.bestand,
        "regelnummer": plek.regel,
        "stil": resultaat.reden or None,
        **resultaat.bevinding.json(),
    }


def _show_records(app: App, resultaten: list[Resultaat], aantal: int) -> None:
    from intervisie_cli.tonen.bevinding import bevinding as regels_van

    regels: list[str] = []
    tellend = [resultaat for resultaat in resultaten if not resultaat.is_stil]
    for resultaat in tellend:
        waar = f"{resultaat.plek.bestand}:{resultaat.plek.regel}"
        regels += [*regels_van(app.console, resultaat.bevinding, resultaat.tekst, waar), ""]
    app.console.gepagineerd(
        [*regels, samenvatting(tellend, len(resultaten) - len(tellend), aantal)]
    )


def samenvatting(tellend: list[Resultaat], stil: int, sessies_: int) -> str:
    """How many findings of each level, in words."""
    waar = "1 sessie" if sessies_ == 1 else f"{sessies_} sessies"
    per = {naam: sum(r.bevinding.ernst == naam for r in tellend) for naam in reversed(ERNST)}
    namen = {
        "fout": ("fout", "fouten"),
        "let-op": ("keer let op", "keer let op"),
        "hint": ("hint", "hints"),
    }
    delen = [f"{aantal} {namen[naam][aantal != 1]}" for naam, aantal in per.items() if aantal]
    delen += [f"{stil} bewust zo gelaten"] if stil else []
    return f"{', '.join(delen)} in {waar}." if delen else f"Niets gevonden in {waar}. Mooi!"
