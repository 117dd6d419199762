"""A step that the draaiboek of its sessie does not know: what to say of it, and what to do."""

from intervisie_cli.groep.sessies import SessieMap
from intervisie_cli.groep.stapbestand import StapBestand
from intervisie_cli.model.draaiboek import Draaiboek, Stap
from intervisie_cli.model.fouten import KIJK_ZELF, IntervisieError


class OnbekendeStap(IntervisieError):
    """The sessie has a step that its draaiboek does not know, or not any more.

    One that *is_open* can be skipped.
    """

    exit_code = KIJK_ZELF

    def __init__(self, draaiboek: Draaiboek, stap: Stap, *, is_open: bool) -> None:
        over = ""
        if is_open:
            over = f", of sla hem over: intervisie step {stap.naam} --overslaan"
        if draaiboek.is_fout:
            super().__init__(
                f"In het draaiboek '{draaiboek.naam}' zit een fout.",
                f"Kijk welke: intervisie overzicht --draaiboek {draaiboek.naam}",
            )
        elif not draaiboek.is_er:
            super().__init__(
                f"Het draaiboek '{draaiboek.naam}' staat niet op deze computer.",
                "Kijk hoe je het terugkrijgt: intervisie doctor. "
                "Heet het nu anders, zet die naam dan in sessie.yaml.",
            )
        elif draaiboek.map:
            super().__init__(
                f"De stap '{stap.naam}' staat niet meer in het draaiboek '{draaiboek.naam}'.",
                f"Zet hem daar terug onder die naam, in {draaiboek.map}{over}",
            )
        else:
            super().__init__(
                f"Deze intervisie kent de stap '{stap.naam}' van '{draaiboek.naam}' niet.",
                f"Zet de nieuwste versie op je computer{over}",
            )


def check_known(sessie_map: SessieMap, stap: StapBestand) -> None:
    """Raise OnbekendeStap for a step of which the draaiboek tells no questions."""
    if not stap.plek.stap.is_bekend:
        boek = sessie_map.draaiboek
        raise OnbekendeStap(boek, stap.plek.stap, is_open=not stap.is_af)
