"""Who does an actie: one of those who take part, more of them, or all together."""

from typing import Any

from intervisie_cli.model.context import Context
from intervisie_cli.model.draaiboek import Veld
from intervisie_cli.model.plain import strings_in
from intervisie_cli.model.sessie import SAMEN
from intervisie_cli.vragen.lines import names
from intervisie_cli.vragen.lines.doeners import kept, typed
from intervisie_cli.vragen.lines.words import ALS_SAMEN
from intervisie_cli.vragen.soorten.lid import EenLid, named
from intervisie_cli.vragen.soorten.soort import Gids
from intervisie_cli.vragen.vak import Vak


class Doeners(EenLid):
    """A handle, a list of handles, or the word for all."""

    naam = "doeners"

    def keur(self, veld: Veld, waarde: Any, vak: Vak) -> Any:
        """The handle, or the list when there are more."""
        if not isinstance(waarde, list):
            return super().keur(veld, waarde, vak)
        gevonden = list(map(str, waarde))
        for lid in gevonden:
            vak.lid(lid)
        if not gevonden:
            return self.keur_leeg(veld, vak)
        return kept(gevonden)

    def vreemd(self, veld: Veld, waarde: Any) -> str:
        """A handle, or a list of them."""
        if isinstance(waarde, list) and len(strings_in(waarde)) == len(waarde):
            return ""
        return super().vreemd(veld, waarde)

    def keur_tekst(self, veld: Veld, tekst: str, vak: Vak) -> str:
        """The handle of somebody who takes part, or the word for all."""
        if tekst == SAMEN:
            return tekst
        return super().keur_tekst(veld, tekst, vak)

    def lees(self, veld: Veld, tekst: str, context: Context) -> Any:
        """The handle, the list when there are more, or the word for all. Raises Onleesbaar."""
        woorden = names.split(tekst)
        if ALS_SAMEN.intersection(map(str.casefold, woorden)):
            return SAMEN
        return kept([named(woord, context) for woord in woorden])

    def schrijf(self, veld: Veld, waarde: Any, context: Context) -> str:
        """The handles."""
        return typed(waarde)

    def in_woorden(self, veld: Veld, waarde: Any, gids: Gids) -> str:
        """The names that people use."""
        return gids.groep.namen(waarde)
