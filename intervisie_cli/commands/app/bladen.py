"""Makes the pages that a Git host shows, for what is recorded."""

from collections.abc import Collection

from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.model.sessie import Groep, Sessie


class Pagina:
    """The text of the pages; what makes it is loaded when something is recorded."""

    def sessie(self, omgeving: Omgeving, folder: str) -> str:
        """The page of the sessie in *folder*. Raises IntervisieError."""
        from intervisie_cli.tonen import leesmij

        return leesmij.sessie(omgeving, folder)

    def tabel(self, groep: Groep, alle: Collection[Sessie]) -> str:
        """The table of the sessies of a group."""
        from intervisie_cli.tonen import leesmij

        return leesmij.tabel(groep, alle)
