"""One of those who take part."""

from typing import Any

from intervisie_cli.model.context import Context
from intervisie_cli.model.draaiboek import Veld
from intervisie_cli.model.vraag import KIEZEN, Keuze
from intervisie_cli.vragen.lines import names
from intervisie_cli.vragen.lines.onleesbaar import Onleesbaar
from intervisie_cli.vragen.soorten.soort import Gids, Soort
from intervisie_cli.vragen.vak import Vak


class EenLid(Soort):
    """One of those who take part."""

    naam = "lid"
    vorm = KIEZEN
    sleutels = frozenset(["standaard"])

    def keuzes(self, veld: Veld, context: Context) -> tuple[Keuze, ...]:
        """Those who take part, by the name that people use."""
        groep = context.groep
        return tuple(
            Keuze(lid, groep.roepnaam(lid)) for lid in context.sessie.deelnemers
        )

    def keur_tekst(self, veld: Veld, tekst: str, vak: Vak) -> str:
        """The handle of somebody who takes part."""
        vak.lid(tekst)
        return tekst

    def lees(self, veld: Veld, tekst: str, context: Context) -> Any:
        """The handle. Raises Onleesbaar."""
        return named(tekst, context)

    def in_woorden(self, veld: Veld, waarde: Any, gids: Gids) -> str:
        """The name that people use."""
        return gids.groep.roepnaam(str(waarde))


def named(woord: str, context: Context) -> str:
    """The handle of the one who takes part that *woord* names. Raises Onleesbaar."""
    lid = names.find(woord, context.sessie.deelnemers, context.groep)
    if not lid:
        raise Onleesbaar("Schrijf de naam van wie meedoet.")
    return lid
