"""A yes or a no."""

from typing import Any

from intervisie_cli.model.context import Context
from intervisie_cli.model.draaiboek import Veld
from intervisie_cli.model.sleutel import Sleutel
from intervisie_cli.model.vraag import JA_NEE, KIEZEN, Keuze
from intervisie_cli.vragen.lines.onleesbaar import Onleesbaar
from intervisie_cli.vragen.lines.words import JA, NEE
from intervisie_cli.vragen.soorten.soort import Soort, ja_of_nee
from intervisie_cli.vragen.vak import Vak

_GESCHREVEN = dict.fromkeys(JA, True) | dict.fromkeys(NEE, False)


class JaNee(Soort):
    """A yes or a no."""

    naam = "ja-nee"
    vorm = KIEZEN
    is_ja_nee = True
    sleutels = frozenset(["opnieuw_bij_nee", "in_een_keer"])

    def keuzes(self, veld: Veld, context: Context) -> tuple[Keuze, ...]:
        """Yes and no."""
        return JA_NEE

    def standaard(self, veld: Veld, sleutel: Sleutel, context: Context) -> bool:
        """Propose what is said most."""
        # A part of an item asks whether people agree, or can do it: mostly yes. A field of a step
        # asks whether there will be a recording: mostly no.
        return bool(sleutel.deel)

    def keur(self, veld: Veld, waarde: Any, vak: Vak) -> Any:
        """True or False, also from a word."""
        if waarde is None or waarde == "":
            return self.keur_leeg(veld, vak)
        if isinstance(waarde, str):
            waarde = _GESCHREVEN.get(waarde.casefold(), waarde)
        if not isinstance(waarde, bool):
            vak.fout("moet ja of nee zijn")
        return waarde

    def vreemd(self, veld: Veld, waarde: Any) -> str:
        """Only what YAML has for it is one."""
        return "" if isinstance(waarde, bool) else "moet true of false zijn"

    def lees(self, veld: Veld, tekst: str, context: Context) -> bool:
        """A yes or a no. Raises Onleesbaar."""
        waarde = _GESCHREVEN.get(tekst.strip(" .!").casefold())
        if waarde is None:
            raise Onleesbaar("Schrijf ja of nee.")
        return waarde

    def schrijf(self, veld: Veld, waarde: Any, context: Context) -> str:
        """The word."""
        return ja_of_nee(waarde) if isinstance(waarde, bool) else str(waarde)
