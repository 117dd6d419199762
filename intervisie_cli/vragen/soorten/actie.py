"""The open actie of the inbrenger that this ronde goes on with, if it does."""

from typing import Any

from intervisie_cli.model.context import Context
from intervisie_cli.model.draaiboek import Veld
from intervisie_cli.model.plain import Item
from intervisie_cli.model.sleutel import Sleutel
from intervisie_cli.model.vraag import KIEZEN, Keuze
from intervisie_cli.vragen.lines.onleesbaar import Onleesbaar
from intervisie_cli.vragen.soorten.soort import Gids, Soort
from intervisie_cli.vragen.vak import Vak


class EenActie(Soort):
    """The id of an open actie."""

    naam = "actie"
    vorm = KIEZEN

    def is_gevraagd(self, veld: Veld, context: Context) -> bool:
        """Whether there is an actie to go on with."""
        return bool(context.open_acties)

    def keuzes(self, veld: Veld, context: Context) -> tuple[Keuze, ...]:
        """None of them first, then each actie by what it says."""
        iets_anders = Keuze("", "Nee, iets anders")
        acties = [
            Keuze(actie["id"], str(actie["actie"])) for actie in context.open_acties
        ]
        return (iets_anders, *acties)

    def standaard(self, veld: Veld, sleutel: Sleutel, context: Context) -> str:
        """Propose something new."""
        return ""

    def keur_stap(self, veld: Veld, waarde: Any, vak: Vak) -> Any:
        """The id of an open actie, or just what stood there already; None when there is none."""
        if waarde in (None, ""):
            return None
        # The actie may be done by now: then the record still says with which one they went on.
        if waarde == vak.eerder.get(veld.naam):
            return waarde
        if waarde not in [actie["id"] for actie in vak.context.open_acties]:
            vak.fout("die actie staat niet open bij de inbrenger")
        return waarde

    def lees(self, veld: Veld, tekst: str, context: Context) -> str:
        """The id of the open actie that *tekst* says in full. Raises Onleesbaar."""
        for actie in context.open_acties:
            if tekst in (actie["id"], _on_one_line(actie)):
                return str(actie["id"])
        raise Onleesbaar("Neem de woorden van een actie over die nog openstaat.")

    def schrijf(self, veld: Veld, waarde: Any, context: Context) -> str:
        """What the actie says."""
        for actie in context.open_acties:
            if actie["id"] == waarde:
                return _on_one_line(actie)
        return str(waarde)

    def in_woorden(self, veld: Veld, waarde: Any, gids: Gids) -> str:
        """What the actie says."""
        return gids.actie(str(waarde))


def _on_one_line(actie: Item) -> str:
    return " ".join(str(actie["actie"]).split())
