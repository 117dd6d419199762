"""One of the words that the draaiboek gives."""

from collections.abc import Mapping
from typing import Any

from intervisie_cli.model.context import Context
from intervisie_cli.model.draaiboek import Veld
from intervisie_cli.model.vraag import KIEZEN, Keuze
from intervisie_cli.vragen.lines.onleesbaar import Onleesbaar
from intervisie_cli.vragen.lines.verdict_line import chosen
from intervisie_cli.vragen.soorten.soort import Fout, Soort, ja_of_nee
from intervisie_cli.vragen.vak import Vak


class EenUit(Soort):
    """One of the words that the draaiboek gives."""

    naam = "keuze"
    vorm = KIEZEN
    sleutels = frozenset(["keuzes", "reactie", "in_een_keer"])

    def check_definition(self, definition: Mapping[str, Any], fout: Fout) -> None:
        """There must be something to choose."""
        keuzes = definition.get("keuzes")
        if not isinstance(keuzes, list):
            keuzes = []
        if not keuzes or not all(isinstance(keuze, str) for keuze in keuzes):
            fout("ontbreekt", "keuzes")

    def keuzes(self, veld: Veld, context: Context) -> tuple[Keuze, ...]:
        """The words, as labels with a capital."""
        return tuple(Keuze(woord, woord.capitalize()) for woord in veld.keuzes)

    def keur(self, veld: Veld, waarde: Any, vak: Vak) -> Any:
        """One of the words; of ja and nee a true and a false will do."""
        if isinstance(waarde, bool) and ja_of_nee(waarde) in veld.keuzes:
            return ja_of_nee(waarde)
        return super().keur(veld, waarde, vak)

    def keur_tekst(self, veld: Veld, tekst: str, vak: Vak) -> str:
        """One of the words."""
        if tekst not in veld.keuzes:
            vak.fout(f"kan alleen zijn: {', '.join(veld.keuzes)}")
        return tekst

    def vreemd(self, veld: Veld, waarde: Any) -> str:
        """One of the words, or a true or false for ja and nee."""
        woord = ja_of_nee(waarde) if isinstance(waarde, bool) else waarde
        if woord in veld.keuzes:
            return ""
        return f"kan alleen zijn: {', '.join(veld.keuzes)}"

    def lees(self, veld: Veld, tekst: str, context: Context) -> str:
        """The word that *tekst* is or begins. Raises Onleesbaar."""
        if tekst in veld.keuzes:
            return tekst
        gekozen = chosen(tekst.strip(" .!"), veld.keuzes)
        if not gekozen:
            *eerste, laatste = veld.keuzes
            raise Onleesbaar(f"Schrijf {', '.join(eerste)} of {laatste}.")
        return gekozen
