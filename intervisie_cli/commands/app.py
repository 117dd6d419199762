"""What every command gets: the surroundings, the console, and whether it may ask."""

import os
import sys
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.model.fouten import VerkeerdGebruik
from intervisie_cli.ui.console import Console

if TYPE_CHECKING:
    from pathlib import Path

    from intervisie_cli.ui.prompts import TerminalPrompter


@dataclass(frozen=True)
class App:
    """The surroundings, and where to write."""

    omgeving: Omgeving
    console: Console
    geen_vragen: bool = False

    @cached_property
    def mag_vragen(self) -> bool:
        """Whether there is a person at a terminal that can show questions."""
        is_terminal = sys.stdin.isatty() and sys.stdout.isatty()
        return is_terminal and not self.geen_vragen and os.environ.get("TERM") != "dumb"

    def prompter(self, private: "Path") -> "TerminalPrompter":
        """Someone to ask. The signals that end a program end its question first."""
        import signal

        from intervisie_cli.ui.prompts import TerminalPrompter

        prompter = TerminalPrompter(self.console, private, self.omgeving.clock)
        for naam in ("SIGTERM", "SIGHUP"):
            if hasattr(signal, naam):
                nummer = getattr(signal, naam)
                signal.signal(nummer, lambda number, _: prompter.stop(128 + number))
        return prompter

    def wacht(self) -> None:
        """Say that another window holds the lock."""
        self.console.melding("Even wachten: een ander venster legt iets vast…")


def need_terminal(app: App, tip: str) -> None:
    """Raise VerkeerdGebruik when nobody can be asked; *tip* names the flag to pass."""
    if app.mag_vragen:
        return
    if os.environ.get("TERM") == "dumb" and sys.stdin.isatty():
        raise VerkeerdGebruik("Deze terminal (TERM=dumb) kan geen vragen laten zien.", tip)
    raise VerkeerdGebruik("Zonder terminal kan intervisie niets vragen.", tip)
