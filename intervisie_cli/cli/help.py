"""Help in Dutch: the headings and sentences that Typer has in English only."""

from typing import Any

from typer.core import TyperCommand, TyperGroup

from intervisie_cli.cli.opdrachten import OPDRACHTEN

_COMPLETION_HELP = {
    "install_completion": "Zet aanvullen met Tab aan in je shell.",
    "show_completion": "Laat het script voor aanvullen zien.",
}
# By the name of their type, which is not the same in every release of Typer.
_METAVARS = {"str": "TEKST", "text": "TEKST", "int": "GETAL", "integer": "GETAL"}
# The class under both groups and commands, which moved between the releases of Typer that we allow.
_Command: Any = TyperCommand.__mro__[1]


class _DutchHelp(_Command):  # type: ignore[misc] # its type differs between releases of Typer
    """What groups and commands share."""

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """Write the line that says how the command is typed."""
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, prefix="Gebruik: ")

    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        """Give what stands behind the name of the command."""
        pieces: list[str] = super().collect_usage_pieces(ctx)
        return [piece.replace("[OPTIONS]", "[OPTIES]") for piece in pieces]

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write the arguments, then the options."""
        arguments = []
        options = []
        for param in self.get_params(ctx):
            param.help = _COMPLETION_HELP.get(param.name, param.help)
            param.metavar = param.metavar or _METAVARS.get(param.type.name)
            row = param.get_help_record(ctx)
            if param.param_type_name == "argument":
                arguments.append(row)
            else:
                options.append(row)
        _write(formatter, "Argument", arguments)
        _write(formatter, "Opties", options)

    def get_help_option(self, ctx: Any) -> Any:
        """Give the option that shows this help."""
        option = super().get_help_option(ctx)
        if option:
            option.help = "Toon deze uitleg."
        return option


class DutchCommand(_DutchHelp, TyperCommand):
    """A command with its help in Dutch."""


class DutchGroup(_DutchHelp, TyperGroup):
    """The group of all commands with its help in Dutch."""

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write the options, then the commands."""
        super().format_options(ctx, formatter)
        _write(formatter, "Opdrachten", list(OPDRACHTEN.items()))


def _write(formatter: Any, title: str, rows: list[Any]) -> None:
    if rows:
        with formatter.section(title):
            formatter.write_dl(rows)
