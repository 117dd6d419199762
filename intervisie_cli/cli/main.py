"""The entry point, and the one boundary where an error becomes a line and an exit code."""

import gc
import os
import sys
from contextlib import suppress
from typing import NamedTuple, NoReturn

_STREAMS = {"stdin": "r", "stdout": "w", "stderr": "w"}


class _Told(NamedTuple):
    """How a command that failed ends: its exit code, what is wrong, what to do about it."""

    code: int
    bericht: str
    hulp: str


def main() -> NoReturn:
    """Run the command line of this process, and exit."""
    # A command lives for a breath: collecting garbage costs it more than it gives back.
    gc.disable()
    _open_what_is_closed()
    code = run(sys.argv[1:])
    lost = _flush()
    # Else Python looks through everything once more when it ends, as long as it took to start.
    gc.freeze()
    sys.exit(code or lost)


def run(argv: list[str]) -> int:
    """Run a command line; give the exit code of the contract. Never raises."""
    try:
        from intervisie_cli import system

        system.keep_private()
        from intervisie_cli.cli import program

        return program.run(argv)
    except BrokenPipeError:
        return 0  # whoever read our output has seen enough
    except (Exception, KeyboardInterrupt) as fout:  # noqa: BLE001 - the one boundary
        return _explain(fout)


def _open_what_is_closed() -> None:
    """Put nothing in place of a stream that our caller closed, so that using it is no error."""
    for naam, mode in _STREAMS.items():
        if getattr(sys, naam) is None:
            nothing = os.open(os.devnull, os.O_RDWR)
            setattr(sys, naam, os.fdopen(nothing, mode))


def _flush() -> int:
    """Write what is left to write; give 1 when it is lost, 0 when all went well or nobody reads."""
    lost = 0
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError as fout:
            # Python flushes once more when it ends, and would complain of the same there.
            nothing = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nothing, stream.fileno())
            if not isinstance(fout, BrokenPipeError):
                lost = 1
    return lost


def _explain(fout: BaseException) -> int:
    """Say in one or two lines what went wrong, and give the exit code."""
    from intervisie_cli.model.fouten import UitvoerMislukt
    from intervisie_cli.ui.console import console

    told = _tell(fout)
    # The terminal may be gone; the exit code still tells.
    with suppress(OSError, UitvoerMislukt):
        console().fout(told.bericht, told.hulp)
    return told.code


def _tell(fout: BaseException) -> _Told:
    """Put an error in words; a bug becomes a report, never a traceback."""
    from intervisie_cli.model.fouten import (
        BUG,
        ONDERBROKEN,
        IntervisieError,
        NietGewoon,
    )
    from intervisie_cli.system.plain import NotPlain

    if isinstance(fout, NotPlain):
        fout = NietGewoon(fout.path)
    if isinstance(fout, IntervisieError):
        return _Told(fout.exit_code, fout.bericht, fout.hulp)
    if isinstance(fout, KeyboardInterrupt | EOFError):
        return _Told(ONDERBROKEN, "Gestopt.", "")
    if isinstance(fout, OSError):
        from intervisie_cli.flows.niet_vastgelegd import explain

        bericht, hulp = explain(fout)
        return _Told(IntervisieError.exit_code, bericht, hulp)

    from intervisie_cli.cli.report import write_report

    pad = write_report(fout)
    bericht = f"Dit had niet mogen gebeuren. Het verslag staat in {pad}"
    return _Told(BUG, bericht, "Wat is vastgelegd, blijft bewaard.")
