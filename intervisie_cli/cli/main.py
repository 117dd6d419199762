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
# Options that name a file or folder: any bytes will do.
_PADEN = ("groep", "pad", "antwoorden")
_MAX_READ = 64 * 1024


def main() -> NoReturn:
    """Run the command line of this process, and exit."""
    # A command lives for a breath: collecting garbage costs it more than it gives back.
    gc.disable()
    for naam in ("stdin", "stdout", "stderr"):
        if getattr(sys, naam) is None:  # the caller closed it
            setattr(
                sys,
                naam,
                os.fdopen(os.open(os.devnull, os.O_RDWR), "r" if naam == "stdin" else "w"),
            )
    code = run(sys.argv[1:])
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError as fout:
            # The window is closed, or the disk is full: what is left goes nowhere.
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
            code = code or int(not isinstance(fout, BrokenPipeError))
    sys.exit(code)


def run(argv: list[str]) -> int:
    """Run a command line; give the exit code of the contract. Never raises."""
    try:
        if argv == ["--version"]:
            sys.stdout.write(f"intervisie {__version__}\n")
            return 0
        from intervisie_cli import system

        system.keep_private()
        return _dispatch(argv)
    except (Exception, KeyboardInterrupt) as fout:  # noqa: BLE001 - the one boundary
        return _explain(fout)


def _explain(fout: BaseException) -> int:
    """Say in one or two lines what went wrong, and give the exit code; a bug becomes a report, never a traceback."""
    from intervisie_cli.model.fouten import BUG, ONDERBROKEN, IntervisieError, NietGewoon
    from intervisie_cli.system.plain import NotPlain
    from intervisie_cli.ui.console import UitvoerMislukt, console

    if isinstance(fout, NotPlain):
        fout = NietGewoon(fout.path)
    if isinstance(fout, BrokenPipeError):
        return 0  # whoever read our output has seen enough
    if isinstance(fout, IntervisieError):
        code, regels = fout.exit_code, (fout.bericht, fout.hulp)
    elif isinstance(fout, KeyboardInterrupt | EOFError):
        code, regels = ONDERBROKEN, ("Gestopt.", "")
    elif isinstance(fout, OSError):
        from intervisie_cli.flows.vastlegger import explain

        code, regels = IntervisieError.exit_code, explain(fout)
    else:
        from intervisie_cli.cli.report import write_report

        verslag = write_report(fout)
        code, regels = (
            BUG,
            (
                f"Dit had niet mogen gebeuren. Het verslag staat in {verslag}",
                "Wat is vastgelegd, blijft bewaard.",
            ),
        )
    with suppress(OSError, UitvoerMislukt):
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

    words = {naam for naam in values if naam not in _PADEN}
    values = {naam: _as_text(value) if naam in words else value for naam, value in values.items()}
    values |= _read_asked(commando, values)
    uit = console()
    omgeving = Omgeving(_clock(), system.random_id, values.pop("groep"), toon=uit.voortgang)
    app = App(omgeving, uit, geen_vragen=values.pop("geen_vragen"))
    result: int = import_module(commando.module).run(app, **values)
    return result


def _read_asked(commando: "Commando", values: dict[str, Any]) -> dict[str, str]:
    """The text that a dash asks from standard input: on the command line every user of the computer could read it."""
    from intervisie_cli.model.fouten import VerkeerdGebruik

    reading = [optie.naam for optie in commando.opties if optie.leest]
    reading += [argument.naam for argument in commando.argumenten if argument.leest]
    wanted = [naam for naam in reading if values[naam] == "-"]
    if len(wanted) > 1:
        raise VerkeerdGebruik("Maar één tekst kan van standaardinvoer komen.", "Geef één streepje.")
    if not wanted:
        return {}
    # Somebody at a terminal ends with Enter.
    raw = (
        sys.stdin.buffer.readline() if sys.stdin.isatty() else sys.stdin.buffer.read(_MAX_READ + 1)
    )
    if len(raw) > _MAX_READ:
        raise VerkeerdGebruik("De tekst op standaardinvoer is te lang.", "Maak haar korter.")
    try:
        return {wanted[0]: raw.decode("utf-8").strip()}
    except UnicodeDecodeError:
        raise VerkeerdGebruik(
            "De standaardinvoer is geen UTF-8-tekst.", "Typ de tekst opnieuw."
        ) from None


def _as_text(value: Any) -> Any:
    """Give a word of the command line as text, whatever the locale made of its bytes."""
    from intervisie_cli.model.fouten import VerkeerdGebruik

    if not isinstance(value, str) or not any("\ud800" <= char <= "\udfff" for char in value):
        return value
    try:
        return os.fsencode(value).decode("utf-8")
    except UnicodeDecodeError:
        raise VerkeerdGebruik(
            "Een woord is niet te lezen: het is geen UTF-8-tekst.", "Typ het opnieuw."
        ) from None


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
    # Around these years the calendar itself ends, and no sum of days is safe.
    if moment is None or moment.tzinfo is None or not 1900 <= moment.year <= 9000:
        raise VerkeerdGebruik(
            f"{KLOK} is geen tijdstip met tijdzone.", "Bijvoorbeeld: 2026-11-23T19:30:00+01:00"
        )
    return lambda: moment
