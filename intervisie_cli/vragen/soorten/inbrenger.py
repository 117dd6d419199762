"""Who brings in: the sessie says it, so nobody is asked."""

from typing import Any

from intervisie_cli.model.draaiboek import Veld
from intervisie_cli.vragen.soorten.soort import Gids, Soort
from intervisie_cli.vragen.vak import Vak


class Inbrenger(Soort):
    """The inbrenger of the ronde."""

    naam = "inbrenger"
    is_vast = True

    def keur_stap(self, veld: Veld, waarde: Any, vak: Vak) -> str:
        """The inbrenger of the ronde, and nobody else."""
        inbrenger = vak.context.inbrenger
        if waarde not in (None, inbrenger):
            vak.fout(f"dat is in deze ronde {inbrenger}")
        return inbrenger

    def in_woorden(self, veld: Veld, waarde: Any, gids: Gids) -> str:
        """The name that people use."""
        return gids.groep.roepnaam(str(waarde))
