"""The entry point: parse, run, and the one boundary where an error becomes a line and an exit code."""

import gc
import os
import sys
from contextlib import suppress
from typing import NoReturn


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
        from intervisie_cli import system
        from intervisie_cli.cli import program

        system.keep_private()
        return program.run(argv)
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
