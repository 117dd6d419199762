"""The entry point: parse, run, and the one boundary where an error becomes a line and an exit code."""

import gc
import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Any, NoReturn

from intervisie_cli import __version__

if TYPE_CHECKING:
    from intervisie_cli.cli.table import Commando
    from intervisie_cli.system import Clock

KLOK = "INTERVISIE_NU"


def main() -> NoReturn:
    """Run the command line of this process, and exit."""
    # A command lives for a breath: collecting garbage costs it more than it gives back.
    gc.disable()
    code = run(sys.argv[1:])
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            # The window is closed; what is left goes nowhere, and may not change the exit code.
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    sys.exit(code)


def run(argv: list[str]) -> int:
    """Run a command line; give the exit code of the contract. Never raises."""
    if argv == ["--version"]:
        sys.stdout.write(f"intervisie {__version__}\n")
        return 0
    from intervisie_cli import system

    system.keep_private()
    try:
        return _dispatch(argv)
    except (Exception, KeyboardInterrupt) as fout:  # noqa: BLE001 - the one boundary
        return _explain(fout)


def _explain(fout: BaseException) -> int:
    """Say in one or two lines what went wrong, and give the exit code; a bug becomes a report, never a traceback."""
    from intervisie_cli.model.fouten import BUG, ONDERBROKEN, IntervisieError
    from intervisie_cli.ui.console import console

    if isinstance(fout, BrokenPipeError):
        return 0  # whoever read our output has seen enough
    if isinstance(fout, IntervisieError):
        code, regels = fout.exit_code, (fout.bericht, fout.hulp)
    elif isinstance(fout, KeyboardInterrupt | EOFError):
        code, regels = ONDERBROKEN, ("Gestopt. Er is niets veranderd.", "")
    elif isinstance(fout, OSError):
        from intervisie_cli.flows.vastleggen import explain

        code, regels = IntervisieError.exit_code, explain(fout)
    else:
        from intervisie_cli.cli.report import write_report

        verslag = write_report(fout)
        code, regels = (
            BUG,
            (f"Dit had niet mogen gebeuren. Het verslag staat in {verslag}", "Wat vastgelegd is blijft."),
        )
    with suppress(OSError):
        # The terminal may be gone; the exit code still tells.
        console().fout(*regels)
    return code


def _dispatch(argv: list[str]) -> int:
    from intervisie_cli.cli import quick

    asked = None if "_INTERVISIE_COMPLETE" in os.environ else quick.parse(argv)
    if asked:
        return _start(*asked)
    from intervisie_cli.cli import full

    return full.run(argv, _start, __version__)


def _start(commando: "Commando", values: dict[str, Any]) -> int:
    from importlib import import_module

    from intervisie_cli import system
    from intervisie_cli.commands.app import App
    from intervisie_cli.flows.omgeving import Omgeving
    from intervisie_cli.ui.console import console

    omgeving = Omgeving(_clock(), system.random_id, values.pop("groep"))
    app = App(omgeving, console(), geen_vragen=values.pop("geen_vragen"))
    result: int = import_module(commando.module).run(app, **values)
    return result


def _clock() -> "Clock":
    """The time of the computer, unless INTERVISIE_NU freezes it."""
    from datetime import datetime

    from intervisie_cli import system
    from intervisie_cli.model.fouten import VerkeerdGebruik

    frozen = os.environ.get(KLOK)
    if not frozen:
        return system.now
    try:
        moment = datetime.fromisoformat(frozen)
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        raise VerkeerdGebruik(f"{KLOK} is geen tijdstip met tijdzone.", "Bijvoorbeeld: 2026-11-23T19:30:00+01:00")
    return lambda: moment
