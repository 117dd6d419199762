"""Files of steps that were made, and that are not there: a hand took them away."""

from collections.abc import Iterable

from intervisie_cli.groep.stapbestand import StapBestand
from intervisie_cli.model.sessie import Sessie


def missing(sessie: Sessie, stappen: Iterable[StapBestand]) -> list[StapBestand]:
    """Those of *stappen* of which the file is gone.

    Of a sessie that kept no steps, the draaiboek may have got them since; and a ronde that a hand
    wrote down gets all of its files when something is recorded.
    """
    if not sessie.stappen:
        return []
    alle = list(stappen)
    begun = {stap.plek.ronde for stap in alle if stap.raw is not None}
    return [
        stap
        for stap in alle
        if stap.raw is None and not stap.vervalt and stap.plek.ronde in begun
    ]
