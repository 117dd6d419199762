"""What stands above a question: how far the quota is, the heading, and the help."""

from typing import NamedTuple

from intervisie_cli.model.vraag import Vraag
from intervisie_cli.ui.console import Console


class _Gezegd(NamedTuple):
    teller: str = ""
    kop: str = ""
    hulp: str = ""


class Inleiding:
    """Says it of each question, and nothing twice in a row."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._gezegd = _Gezegd()

    def zeg(self, vraag: Vraag) -> None:
        """Write what stands above *vraag* and did not stand above the question before."""
        eerder = self._gezegd
        if vraag.teller and vraag.teller != eerder.teller:
            self._console.regel(vraag.teller, "dof")
        if vraag.kop and vraag.kop != eerder.kop:
            self._console.alinea(vraag.kop, inspringen=2)
        if vraag.hulp and vraag.hulp != eerder.hulp:
            self._console.alinea(vraag.hulp, "dof", inspringen=2)
        self._gezegd = _Gezegd(vraag.teller, vraag.kop, vraag.hulp)
