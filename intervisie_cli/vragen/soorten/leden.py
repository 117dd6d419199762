"""A yes or a no from each member: who said yes is kept."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from intervisie_cli.model.context import Context
from intervisie_cli.model.draaiboek import PER_LID, Veld
from intervisie_cli.model.sleutel import Sleutel
from intervisie_cli.model.vraag import JA_NEE, KIEZEN, Antwoorden, Vraag
from intervisie_cli.vragen.soorten.ja_nee import JaNee
from intervisie_cli.vragen.soorten.soort import Fout, Soort

if TYPE_CHECKING:
    from intervisie_cli.vragen.keuring import Keuring


class Leden(Soort):
    """A yes or a no from each member."""

    naam = "leden"
    kan_per_lid = True
    vorm = KIEZEN
    sleutels = frozenset(["opnieuw_bij_nee"])

    def check_definition(self, definition: Mapping[str, Any], fout: Fout) -> None:
        """It is asked of members."""
        if definition.get("wie") not in PER_LID:
            fout(f"kan hier alleen zijn: {', '.join(PER_LID)}", "wie")

    def vragen(self, veld: Veld, context: Context, antwoorden: Antwoorden) -> Iterator[Vraag]:
        """One question for each; a no opens the field that it is about again."""
        opnieuw = veld.opnieuw_bij_nee
        for handle in context.gevraagd(veld):
            yield Vraag(
                Sleutel(veld.naam, handle),
                JaNee.naam,
                veld.vraag,
                aan=context.groep.roepnaam(handle),
                hulp=veld.hulp,
                kop=str(antwoorden.get(Sleutel(opnieuw), "")),
                keuzes=JA_NEE,
                standaard=True,
                bij_nee=(opnieuw, veld.naam) if opnieuw else (),
            )

    def keur_stap(self, keuring: "Keuring", veld: Veld, waarde: Any) -> list[str] | None:
        """The handles of who said yes."""
        if waarde is None and not veld.verplicht:
            return None
        if waarde is not None and not isinstance(waarde, list):
            keuring.fout(f"{veld.naam}: moet een lijst zijn")
            return None
        gegeven = dict.fromkeys(map(str, waarde or []))
        gevonden = [lid for lid in gegeven if keuring.lid(veld.naam, lid)]
        if veld.verplicht:
            self._keur_allen(keuring, veld, gevonden)
        return gevonden

    def _keur_allen(self, keuring: "Keuring", veld: Veld, gevonden: list[str]) -> None:
        context = keuring.context
        # Who brought the question in worded it, so for the inbrenger it is clear.
        anderen = [lid for lid in context.wie(veld) if lid != context.inbrenger]
        mist = [context.groep.roepnaam(lid) for lid in anderen if lid not in gevonden]
        if mist:
            keuring.fout(f"{veld.naam}: nog niet van {', '.join(mist)}")

    def data(self, veld: Veld, context: Context, antwoorden: Antwoorden) -> list[str]:
        """The handles of who said yes."""
        return [lid for lid in context.wie(veld) if antwoorden.get(Sleutel(veld.naam, lid)) is True]

    def antwoorden(self, veld: Veld, context: Context, waarde: Any) -> Antwoorden:
        """A yes of each who said so; who did not is asked again."""
        if waarde is None:
            return {}
        if not isinstance(waarde, list):
            return super().antwoorden(veld, context, waarde)
        return {Sleutel(veld.naam, str(lid)): True for lid in waarde}

    def naast(self, veld: Veld, context: Context, er_is: Any, gegeven: Any) -> Any:
        """The yes of the member, beside those of the others."""
        if not isinstance(gegeven, list):
            return super().naast(veld, context, er_is, gegeven)
        anderen = [naam for naam in er_is or [] if naam != context.als]
        return anderen + [naam for naam in gegeven if naam == context.als]

    def formulier(self, veld: Veld, context: Context, waarde: Any) -> list[str]:
        """A line for each who said yes."""
        return [f"{veld.naam}:", *(f"  - {lid}" for lid in waarde or ())]

    def uitleg(self, veld: Veld, context: Context) -> list[str]:
        """How to write a list of names."""
        return ["# Zet ieder lid op een eigen regel: - naam"]
