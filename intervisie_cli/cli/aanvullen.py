"""Tab completion, put in the shell of this person: what Typer does, said in Dutch."""

from typing import Any

import typer
from typer.completion import install, show_callback  # type: ignore[attr-defined]

from intervisie_cli.model.fouten import GitFout, VerkeerdGebruik

# Typer changes which scripts a whole account may run to put it in the others.
_VANZELF = ("bash", "zsh", "fish")
_KENT = (*_VANZELF, "powershell", "pwsh")
_ZELF = "Zet wat dit toont in het profiel van je shell: intervisie --show-completion"


def say_in_dutch(command: Any) -> None:
    """Let the two options for completion of *command* say what they do in Dutch."""
    doen = {"install_completion": _install, "show_completion": _show}
    for param in command.params:
        param.callback = doen.get(param.name, param.callback)


def _install(ctx: Any, _: Any, gevraagd: bool) -> None:
    if not gevraagd or ctx.resilient_parsing:
        return
    shell = _shell()
    if shell not in _VANZELF:
        raise VerkeerdGebruik("In deze shell gaat dat niet vanzelf.", _ZELF)
    try:
        install(shell)
    except OSError:
        raise GitFout("Het profiel van je shell is niet te schrijven.", _ZELF) from None
    typer.echo(
        "✓ Aanvullen met Tab staat aan. Open een nieuw venster om het te proberen."
    )
    raise typer.Exit


def _show(ctx: Any, param: Any, gevraagd: bool) -> None:
    if gevraagd and not ctx.resilient_parsing:
        show_callback(ctx, param, _shell())


def _shell() -> str:
    """Give the name of the shell in which this was typed. Raises VerkeerdGebruik."""
    import shellingham  # type: ignore[import-untyped]

    try:
        naam, _ = shellingham.detect_shell()
    except shellingham.ShellDetectionFailure:
        naam = ""
    if naam not in _KENT:
        raise VerkeerdGebruik(
            "Voor deze shell is er geen aanvullen met Tab.",
            f"Het kan in: {', '.join(_KENT)}",
        )
    return str(naam)
