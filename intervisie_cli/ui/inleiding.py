"""What stands above a question: what a list is about, the heading, and the help."""

from typing import NamedTuple

from intervisie_cli.model.vraag import Vraag
from intervisie_cli.ui.console import Console


class _Gezegd(NamedTuple):
    inleiding: str = ""
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
        is_verder = bool(vraag.inleiding) and vraag.inleiding == eerder.inleiding
        if vraag.inleiding and not is_verder:
            self._console.witregel()
            self._console.alinea(vraag.inleiding, "vet")
        if vraag.kop and vraag.kop != eerder.kop:
            self._console.alinea(vraag.kop, inspringen=2)
        if vraag.hulp and vraag.hulp != eerder.hulp and not is_verder:
            self._console.alinea(vraag.hulp, "dof", inspringen=2)
        if not is_verder:
            # Others may have given it on their own laptops, or it was typed before a break.
            for gegeven in vraag.er_is:
                self._console.alinea(gegeven, inspringen=2)
        # What the coach asks in between is of the same list.
        inleiding = vraag.inleiding or eerder.inleiding
        self._gezegd = _Gezegd(inleiding, vraag.kop, vraag.hulp)

    def vergeet(self) -> None:
        """Say all of it anew: something else came in between, such as the card of a step."""
        self._gezegd = _Gezegd()
