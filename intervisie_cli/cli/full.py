"""The Typer app, built from the table: help, completion, and what is wrong with a command line that is not right."""

import inspect
from collections.abc import Callable
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

from intervisie_cli.cli import completion
from intervisie_cli.cli.table import COMMANDOS, GETAL, OVERAL, VLAG, Commando, Optie
from intervisie_cli.model.fouten import VerkeerdGebruik

Runner = Callable[[Commando, dict[str, Any]], int]

_INLEIDING = "Intervisie: help elkaar in vaste stappen van hulpvraag naar actieplan."
_COMPLETION_HELP = {
    "install_completion": "Zet aanvullen met Tab aan in je shell.",
    "show_completion": "Laat het script voor aanvullen zien.",
}
# What the groups and the commands of Typer have in common, wherever this release keeps it.
Command: Any = TyperCommand.__mro__[1]
# Every error of a command line that Typer finds is one of these.
UsageError: type[Exception] = typer.BadParameter.__mro__[1]


class _Dutch(Command):  # type: ignore[misc] # its type differs between releases of Typer
    """Help in Dutch: the headings and sentences that Typer has in English only."""

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        formatter.write_usage(
            ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix="Gebruik: "
        )

    def format_options(self, ctx: Any, formatter: Any) -> None:
        soorten: dict[str, list[Any]] = {"argument": [], "option": []}
        for param in self.get_params(ctx):
            param.help = _COMPLETION_HELP.get(param.name, param.help) if param.name else param.help
            if record := param.get_help_record(ctx):
                soorten[param.param_type_name].append(record)
        for soort, titel in (("argument", "Argument"), ("option", "Opties")):
            if soorten[soort]:
                with formatter.section(titel):
                    formatter.write_dl(soorten[soort])
        if isinstance(self, TyperGroup):
            self.format_commands(ctx, formatter)

    def get_help_option(self, ctx: Any) -> Any:
        option = super().get_help_option(ctx)
        if option:
            option.help = "Toon deze uitleg."
        return option

    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        return [
            piece.replace("[OPTIONS]", "[OPTIES]") for piece in super().collect_usage_pieces(ctx)
        ]


class _Command(_Dutch, TyperCommand):
    pass


class _Group(_Dutch, TyperGroup):
    def format_commands(self, ctx: Any, formatter: Any) -> None:
        rows = [(naam, (self.commands[naam].help or "")) for naam in self.list_commands(ctx)]
        with formatter.section("Opdrachten"):
            formatter.write_dl(rows)

    def list_commands(self, _ctx: Any) -> list[str]:
        return list(self.commands)


def run(argv: list[str], runner: Runner, versie: str) -> int:
    """Handle a command line with Typer; give the exit code. Raises VerkeerdGebruik."""
    app = _app(argv, runner, versie)
    command = typer.main.get_command(app)
    try:
        result = command.main(args=argv, prog_name="intervisie", standalone_mode=False)
    except UsageError as error:
        raise _in_dutch(error, argv) from None
    return result if isinstance(result, int) else 0


def _app(argv: list[str], runner: Runner, versie: str) -> typer.Typer:
    app = typer.Typer(
        cls=_Group,
        help=_INLEIDING,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        invoke_without_command=True,
        subcommand_metavar="OPDRACHT [ARGUMENTEN]",
        context_settings={"help_option_names": ["--help", "-h"]},
    )

    def start(ctx: typer.Context, version: bool = False, **overal: Any) -> None:
        if version:
            typer.echo(f"intervisie {versie}")
            raise typer.Exit
        ctx.obj = overal
        if ctx.invoked_subcommand is None:
            typer.echo(ctx.get_help())

    optie = inspect.Parameter(
        "version",
        inspect.Parameter.KEYWORD_ONLY,
        default=False,
        annotation=Annotated[bool, typer.Option("--version", help="Toon de versie.")],
    )
    context = inspect.Parameter(
        "ctx", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=typer.Context
    )
    app.callback()(_with_signature(start, [context, *map(_parameter, OVERAL), optie]))
    for commando in COMMANDOS:
        _add(app, commando, runner, with_options=commando.naam in argv or completion.is_asked())
    return app


def _add(app: typer.Typer, commando: Commando, runner: Runner, *, with_options: bool) -> None:
    def start(ctx: typer.Context, **values: Any) -> int:
        # What stands behind the command goes before what stands in front of it.
        voorop = {naam: waarde for naam, waarde in ctx.obj.items() if values[naam] in (None, False)}
        return runner(commando, values | voorop)

    # Options cost time to build: only those of the command that is asked about.
    parameters = [
        inspect.Parameter("ctx", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=typer.Context)
    ]
    if with_options:
        parameters += [_parameter(optie) for optie in (*commando.opties, *OVERAL)]
        for argument in commando.argumenten:
            info = typer.Argument(
                metavar=argument.metavar,
                help=argument.hulp,
                autocompletion=completion.of(argument.aanvullen),
            )
            parameters.append(
                inspect.Parameter(
                    argument.naam,
                    inspect.Parameter.KEYWORD_ONLY,
                    default=None,
                    annotation=Annotated[str | None, info],
                )
            )
    app.command(commando.naam, cls=_Command, help=commando.hulp)(_with_signature(start, parameters))


def _parameter(optie: Optie) -> inspect.Parameter:
    flags = [flag for flag in (optie.vlag, optie.kort) if flag]
    metavar = optie.metavar or {GETAL: "GETAL", VLAG: None}.get(optie.soort, "TEKST")
    info = typer.Option(
        *flags, help=optie.uitleg, metavar=metavar, autocompletion=completion.of(optie.aanvullen)
    )
    default = False if optie.soort == VLAG else None
    soort: Any = {VLAG: bool, GETAL: int | None}.get(optie.soort, str | None)
    return inspect.Parameter(
        optie.naam,
        inspect.Parameter.KEYWORD_ONLY,
        default=default,
        annotation=Annotated[soort, info],
    )


def _with_signature(
    function: Callable[..., Any], parameters: list[inspect.Parameter]
) -> Callable[..., Any]:
    function.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    function.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    return function


def _in_dutch(error: Any, argv: list[str]) -> VerkeerdGebruik:
    commando = next(
        (word for word in argv if any(word == commando.naam for commando in COMMANDOS)), ""
    )
    hulp = f"Typ: intervisie {commando} --help".replace("  ", " ")
    soort = type(error).__name__
    if soort == "NoSuchOption":
        lijkt = f" Bedoel je {error.possibilities[0]}?" if error.possibilities else ""
        return VerkeerdGebruik(f"De vlag {error.option_name} is er niet.{lijkt}", hulp)
    if soort == "BadOptionUsage":
        return VerkeerdGebruik(
            f"De vlag {error.option_name} is niet goed gebruikt: er hoort een waarde achter, of juist niet.",
            hulp,
        )
    if soort in ("BadParameter", "MissingParameter"):
        naam = "/".join(error.param.opts) if error.param else "een waarde"
        return VerkeerdGebruik(f"De waarde van {naam} klopt niet.", hulp)
    woord = next((word for word in argv if not word.startswith("-")), "")
    if not commando and woord:
        import difflib

        namen = difflib.get_close_matches(woord, [commando.naam for commando in COMMANDOS], 1)
        tip = f"Bedoel je: intervisie {namen[0]}?" if namen else "Typ: intervisie --help"
        return VerkeerdGebruik(f"De opdracht '{woord[:30]}' is er niet.", tip)
    return VerkeerdGebruik("Deze opdracht klopt niet: er staat een woord te veel.", hulp)
