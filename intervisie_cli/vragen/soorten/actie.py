"""The open actie of the inbrenger that this ronde goes on with, if it does."""

from typing import TYPE_CHECKING, Any

from intervisie_cli.model.context import Context
from intervisie_cli.model.draaiboek import Veld
from intervisie_cli.model.sleutel import Sleutel
from intervisie_cli.model.vraag import KIEZEN, Keuze
from intervisie_cli.vragen.soorten.soort import Gids, Soort

if TYPE_CHECKING:
    from intervisie_cli.vragen.keuring import Keuring


class EenActie(Soort):
    """The id of an open actie."""

    naam = "actie"
    vorm = KIEZEN

    def is_gevraagd(self, veld: Veld, context: Context) -> bool:
        """Only when there is an actie to go on with."""
        return bool(context.open_acties)

    def keuzes(self, veld: Veld, context: Context) -> tuple[Keuze, ...]:
        """None of them first, then each actie by what it says."""
        acties = [Keuze(actie["id"], str(actie["actie"])) for actie in context.open_acties]
        return (Keuze("", "Nee, iets anders"), *acties)

    def standaard(self, veld: Veld, sleutel: Sleutel, context: Context) -> str:
        """Propose something new."""
        return ""

    def keur_stap(self, keuring: "Keuring", veld: Veld, waarde: Any) -> Any:
        """An id of an open actie, or just what stood there already; None when there is none."""
        if waarde in (None, ""):
            return None
        ids = [actie["id"] for actie in keuring.context.open_acties]
        if waarde != keuring.eerder.get(veld.naam) and waarde not in ids:
            keuring.fout(f"{veld.naam}: die actie staat niet open bij de inbrenger")
        return waarde

    def uitleg(self, veld: Veld, context: Context) -> list[str]:
        """Each actie behind its id."""
        return [f"# {actie['id']}: {_in_one_line(actie['actie'])}" for actie in context.open_acties]

    def in_woorden(self, veld: Veld, waarde: Any, gids: Gids) -> str:
        """What the actie says."""
        return gids.actie(str(waarde))


def _in_one_line(tekst: Any) -> str:
    return " ".join(str(tekst).split())
