"""What is wrong with a command line, in Dutch."""

from difflib import get_close_matches
from typing import Any

import typer

from intervisie_cli.cli.andere_namen import ANDERE_NAMEN, HELP
from intervisie_cli.cli.opdrachten import OPDRACHTEN
from intervisie_cli.model.fouten import VerkeerdGebruik

# Every mistake that Typer finds in a command line is one of these, wherever its release keeps them.
UsageError: type[Exception] = typer.BadParameter.__mro__[1]
_HULP = "Typ: intervisie --help"


def in_dutch(error: Any, argv: list[str]) -> VerkeerdGebruik:
    """Give a mistake that Typer found in *argv* as an error of ours."""
    woorden = [word for word in argv if not word.startswith("-") and word != HELP]
    woord = next(iter(woorden), "")
    opdracht = next((word for word in argv if word in OPDRACHTEN), "")
    opdracht = ANDERE_NAMEN.get(woord, opdracht)
    hulp = f"Typ: intervisie {opdracht} --help" if opdracht else _HULP
    # By name: the classes moved between the releases of Typer that we allow.
    soort = type(error).__name__
    if soort == "NoSuchOption":
        bericht = f"De vlag {error.option_name} is er niet."
        if error.possibilities:
            bericht += f" Bedoel je {error.possibilities[0]}?"
        return VerkeerdGebruik(bericht, hulp)
    if soort == "BadOptionUsage":
        bericht = (
            f"De vlag {error.option_name} is niet goed gebruikt: "
            "er hoort een waarde achter, of juist niet."
        )
        return VerkeerdGebruik(bericht, hulp)
    if soort in ("BadParameter", "MissingParameter"):
        return VerkeerdGebruik(f"De waarde van {_name(error.param)} klopt niet.", hulp)
    if woord and not opdracht:
        return _no_such_command(woord)
    return VerkeerdGebruik(
        "Deze opdracht klopt niet: er staat een woord te veel.", hulp
    )


def _name(param: Any) -> str:
    if not param:
        return "een waarde"
    return "/".join(param.opts)


def _no_such_command(woord: str) -> VerkeerdGebruik:
    hulp = _HULP
    lijken = get_close_matches(woord, OPDRACHTEN, 1)
    if lijken:
        hulp = f"Bedoel je: intervisie {lijken[0]}?"
    return VerkeerdGebruik(f"De opdracht '{woord[:30]}' is er niet.", hulp)
