"""The Typer program: it reads every command line, and imports no command but the one asked for."""

import os
import re
from collections.abc import Iterable
from contextlib import suppress
from importlib import import_module
from shlex import quote
from typing import TYPE_CHECKING, Annotated, Any

import typer

from intervisie_cli import __version__
from intervisie_cli.cli.aanvullen import say_in_dutch
from intervisie_cli.cli.andere_namen import meant
from intervisie_cli.cli.help import DutchCommand, DutchGroup
from intervisie_cli.cli.mistakes import UsageError, in_dutch
from intervisie_cli.cli.opdrachten import OPDRACHTEN
from intervisie_cli.cli.start import make_app, read
from intervisie_cli.commands import opties
from intervisie_cli.model.fouten import GitFout, IntervisieError, NogGeenSessie

if TYPE_CHECKING:
    from intervisie_cli.commands.app import App

NAAM = "intervisie"
# Set by the script that `--install-completion` puts in the shell, when Tab is pressed.
_TAB = "_INTERVISIE_COMPLETE"
# The commands that an advice can name and that take `--sessie`.
_MET_SESSIE = re.compile(r"intervisie (?:step|wijzig|undo|notitie|status)\b")
# These only look. The others finish what a process that died left when they take the lock, and can
# tell by it that they were typed once more; doctor asks before.
_KIJKEN = ("status", "show", "log", "check", "actie", "overzicht")
# What stands in front of a command may stand behind it too.
_SHARED = ("groep", "geen_vragen")


class LazyGroup(DutchGroup):
    """Knows every command by its name and its line of help, and imports one when it is to run."""

    def __init__(self, **attrs: Any) -> None:
        super().__init__(**attrs)
        for naam, hulp in OPDRACHTEN.items():
            self.add_command(DutchCommand(naam, help=hulp))

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Give the command that *args* begins with, whole: what it takes stands in its module."""
        # Tab runs through here too, and there a word is not always whole yet.
        if not ctx.resilient_parsing:
            args = meant(args)
        naam, found, rest = super().resolve_command(ctx, args)
        if naam and found:
            return naam, load(naam, self.params), rest
        return naam, found, rest


class Opdracht(DutchCommand):
    """A command: it takes what every command takes too, and gives its function the App."""

    def invoke(self, ctx: Any) -> Any:
        """Run it with what stands on the command line."""
        gegeven = dict(ctx.params)
        # In `intervisie --groep a log --groep b`, what stands behind the command goes first.
        voorop = ctx.find_root().params
        groep = gegeven.pop("groep")
        if groep is None:
            groep = voorop["groep"]
        geen_vragen = gegeven.pop("geen_vragen") or voorop["geen_vragen"]
        run: Any = self.callback
        ctx.params = read(run, gegeven)
        ctx.obj = make_app(groep, geen_vragen=geen_vragen)
        if ctx.info_name in _KIJKEN:
            _finish_left(ctx.obj)
        try:
            return super().invoke(ctx)
        except NogGeenSessie as fout:
            _look_elsewhere(ctx.obj, fout)
            raise
        except IntervisieError as fout:
            # Else the advice would be about the sessie that is at hand.
            fout.hulp = about(fout.hulp, gegeven.get("sessie"))
            raise


def about(hulp: str, sessie: str | None) -> str:
    """The advice with the sessie that was named, where a command in it can take that."""
    if not sessie or "--sessie" in hulp:
        return hulp
    erbij = f" --sessie {quote(sessie)}"
    return _MET_SESSIE.sub(lambda match: match[0] + erbij, hulp)


def _finish_left(app: "App") -> None:
    # Imported here: help needs none of it.
    from intervisie_cli.flows.afmaken import finish_left

    finish_left(app.omgeving)


def _look_elsewhere(app: "App", fout: NogGeenSessie) -> None:
    """Say that others may have prepared a sessie, in a group that shares."""
    from intervisie_cli.flows.sync.sync import is_connected

    with suppress(GitFout):
        if is_connected(app.omgeving.repository):
            fout.hulp = (
                "Typ: intervisie sync. Is er dan nog geen: intervisie new --kort"
            )


def load(naam: str, shared: Iterable[Any] = ()) -> Any:
    """Make the command of that name of `run` in its module; *shared* are options that all take."""
    run = import_module(f"intervisie_cli.commands.{naam}").run
    alone = typer.Typer(add_completion=False, rich_markup_mode=None)
    alone.command(naam, cls=Opdracht, help=OPDRACHTEN[naam])(run)
    command = typer.main.get_command(alone)
    command.params += [param for param in shared if param.name in _SHARED]
    return command


program = typer.Typer(
    cls=LazyGroup,
    help="Intervisie: help elkaar in vaste stappen van hulpvraag naar actieplan.",
    # Rich takes longer to import than a command to run, and errors are ours to show.
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    invoke_without_command=True,
    subcommand_metavar="OPDRACHT [ARGUMENTEN]",
    context_settings={"help_option_names": ["--help", "-h"]},
)


@program.callback()
def begin(
    ctx: typer.Context,
    groep: opties.GroepOptie = None,
    geen_vragen: opties.GeenVragenOptie = False,
    version: Annotated[bool, typer.Option("--version", help="Toon de versie.")] = False,
) -> None:
    """Do what stands in front of the command, or in place of one."""
    if version:
        typer.echo(f"{NAAM} {__version__}")
        raise typer.Exit
    if ctx.invoked_subcommand is None:
        raise typer.Exit(_what_now(groep, geen_vragen=geen_vragen))


def _what_now(groep: str | None, *, geen_vragen: bool) -> int:
    """Say how things stand, and do what the person chooses; give the exit code."""
    from intervisie_cli.commands.nu import what_now

    app = make_app(groep, geen_vragen=geen_vragen)
    _finish_left(app)
    gekozen = what_now(app)
    if not gekozen:
        return 0
    argv = gekozen.split()
    if groep:
        argv += ["--groep", groep]
    return run(argv)


def group() -> Any:
    """Make the group of all commands, with what stands in front of them."""
    command = typer.main.get_command(program)
    say_in_dutch(command)
    return command


def run(argv: list[str]) -> int:
    """Run a command line; give the exit code. Raises VerkeerdGebruik and what commands raise."""
    command = group()
    if os.environ.get(_TAB):
        command.main(argv, prog_name=NAAM)  # it answers the shell and exits
    # From here on not by `main`, which ends on Ctrl-C and on a closed pipe in ways of its own.
    try:
        with command.make_context(NAAM, list(argv)) as context:
            code: int | None = command.invoke(context)
            return code or 0
    except typer.Exit as done:
        return done.exit_code
    except UsageError as error:
        raise in_dutch(error, argv) from None
