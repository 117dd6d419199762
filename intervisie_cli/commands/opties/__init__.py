"""Options that more commands take, each under one name, and the marks an option may carry."""

from typing import Annotated, Any

import typer

from intervisie_cli.commands.opties import completion

# `-` takes the text from standard input: what stands on a command line, every user of the computer
# can see. The help of such an option says so, and a test holds it to that.
LEEST = "leest standaardinvoer"
# The name of a file or a folder may hold any bytes; every other word has to be text.
PAD = "pad"


def lid(vlag: str, help: str) -> Any:  # noqa: A002 - Typer's word
    """An option that takes the name of a member, and completes it."""
    return typer.Option(vlag, help=help, metavar="LID", autocompletion=completion.leden)


def leden(vlag: str, help: str) -> Any:  # noqa: A002 - Typer's word
    """An option that takes names of members with commas, and completes each."""
    return typer.Option(
        vlag, help=help, metavar="LEDEN", autocompletion=completion.leden
    )


def stap(vlag: str, help: str) -> Any:  # noqa: A002 - Typer's word
    """An option that takes a step of the sessie, and completes it."""
    return typer.Option(
        vlag, help=help, metavar="STAP", autocompletion=completion.stappen
    )


GroepOptie = Annotated[
    str | None, typer.Option("--groep", help="De map van je groep.", metavar="MAP"), PAD
]
GeenVragenOptie = Annotated[
    bool,
    typer.Option(
        "--geen-vragen", help="Stel nooit een vraag; zeg welke vlag ontbreekt."
    ),
]
JsonOptie = Annotated[
    bool, typer.Option("--json", help="Geef één JSON-object voor programma's.")
]
OpenbaarOptie = Annotated[
    bool,
    typer.Option("--openbaar", help="Deel ook als iedereen op internet kan meelezen."),
]

_WELKE_SESSIE = "Welke sessie: de naam van de map, of het begin ervan."
SessieOptie = Annotated[
    str | None,
    typer.Option("--sessie", help=_WELKE_SESSIE, autocompletion=completion.sessies),
]
SessieArgument = Annotated[
    str | None,
    typer.Argument(
        help=_WELKE_SESSIE, metavar="[SESSIE]", autocompletion=completion.sessies
    ),
]

AlsOptie = Annotated[str | None, lid("--als", "Wie jij bent.")]
BegintOmOptie = Annotated[
    str | None,
    typer.Option("--om", help="Hoe laat jullie beginnen: 19:00.", metavar="UU:MM"),
]
ElkeOptie = Annotated[
    str | None,
    typer.Option(
        "--elke",
        help='In welk ritme jullie bij elkaar komen: "2 weken", maandag; geen stopt het.',
        metavar="RITME",
    ),
]
KlaarOmOptie = Annotated[
    str | None,
    typer.Option("--tot", help="Hoe laat je klaar wilt zijn: 20:30.", metavar="UU:MM"),
]

IcsOptie = Annotated[
    str | None,
    typer.Option(
        "--ics",
        help="Schrijf de sessie ook als afspraak voor je agenda.",
        metavar="BESTAND",
    ),
    PAD,
]

KortOptie = Annotated[
    bool, typer.Option("--kort", help="De korte variant: 5 tot 20 minuten.")
]
LangOptie = Annotated[
    bool, typer.Option("--lang", help="De lange variant: 1 tot 2 uur.")
]
DraaiboekOptie = Annotated[
    str | None,
    typer.Option(
        "--draaiboek",
        help="Een ander draaiboek.",
        metavar="NAAM",
        autocompletion=completion.draaiboeken,
    ),
]
