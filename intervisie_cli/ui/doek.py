"""A page that is drawn over itself: only lines that changed, and nothing above it goes.

Where nothing may be drawn over, the lines that say something new follow below.
"""

import os

from intervisie_cli.ui.console import Console
from intervisie_cli.ui.toegankelijk import zonder_klok


class Doek:
    """The lines that stand on the terminal now."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._regels: list[str] = []
        self._breedte = 0

    def teken(self, regels: list[str]) -> None:
        """Let *regels* stand there, as far as they fit on the terminal."""
        if self._console.is_toegankelijk:
            self._add(regels)
            return
        hoogte = os.get_terminal_size().lines - 1
        nieuw = regels[:hoogte]
        # On a terminal of another width old lines take another number of rows.
        is_same = self._breedte == self._console.breedte
        oud = self._regels if is_same else []
        if oud == nieuw and oud:
            return
        tekst = f"\x1b[{len(oud)}A" if oud else ""
        for nummer, regel in enumerate(nieuw):
            blijft = nummer < len(oud) and oud[nummer] == regel
            tekst += "\x1b[1B" if blijft else f"\r\x1b[K{regel}\n"
        over = len(oud) - len(nieuw)
        if over > 0:
            # What stood below the last line goes; the next page begins where this one ends.
            tekst += "\r\x1b[J"
        self._console.schrijf(f"{tekst}\r")
        self._regels = nieuw
        self._breedte = self._console.breedte

    def _add(self, regels: list[str]) -> None:
        """Write what did not stand on the page before; that a clock ticks is no news."""
        nieuw = [zonder_klok(regel) for regel in regels]
        for regel, zin in zip(regels, nieuw, strict=True):
            if zin not in self._regels:
                self._console.ruw(regel)
        self._regels = nieuw
