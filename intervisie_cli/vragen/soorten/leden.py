"""A yes or a no from each member: who said yes is kept."""

from collections.abc import Iterator, Mapping
from typing import Any

from intervisie_cli.model.context import Context
from intervisie_cli.model.draaiboek import PER_LID, Veld
from intervisie_cli.model.plain import strings_in
from intervisie_cli.model.sleutel import Sleutel
from intervisie_cli.model.vraag import Antwoorden, Vraag
from intervisie_cli.vragen.invulling import Invulling
from intervisie_cli.vragen.lines.all_line import AllLine, Cel, open_of
from intervisie_cli.vragen.soorten.soort import Fout, Soort
from intervisie_cli.vragen.vak import Vak


class Leden(Soort):
    """A yes or a no from each member."""

    naam = "leden"
    kan_per_lid = True
    sleutels = frozenset(["opnieuw_bij_nee"])

    def check_definition(self, definition: Mapping[str, Any], fout: Fout) -> None:
        """It is asked of members."""
        if definition.get("wie") not in PER_LID:
            fout(f"kan hier alleen zijn: {', '.join(PER_LID)}", "wie")

    def vragen(self, veld: Veld, invulling: Invulling) -> Iterator[Vraag]:
        """One question to all; a no opens the field that it is about again.

        A member who is asked alone says it of what is there, and leaves that to who gave it.
        """
        context = invulling.context
        opnieuw = veld.opnieuw_bij_nee
        bij_nee: tuple[str, ...] = ()
        if context.als and opnieuw and not invulling.tekst(Sleutel(opnieuw)):
            return
        if opnieuw and not context.als:
            # Of another wording everybody is asked again whether it is clear.
            bij_nee = (opnieuw, veld.naam)
        cellen = [
            Cel(Sleutel(veld.naam, lid), lid, 0)
            for lid in context.gevraagd(veld)
            if not invulling.slaat_over(lid)
        ]
        cellen = open_of(cellen, invulling.antwoorden)
        if not cellen:
            return
        alleen = cellen[0].lid if len(context.gevraagd(veld)) == 1 else ""
        tekst = veld.vraag
        if alleen:
            # Who is asked alone says it for themselves.
            tekst = tekst.replace("voor iedereen", "voor jou")
        yield Vraag(
            Sleutel(veld.naam, context.als),
            "tekst",
            tekst,
            aan=context.groep.roepnaam(alleen) if alleen else "",
            hulp=veld.hulp,
            kop=invulling.tekst(Sleutel(opnieuw)),
            verplicht=True,
            bij_nee=bij_nee,
            leeg="j of n" if alleen else "a = iedereen, of voor wie niet",
            lijn=AllLine(tuple(cellen), context.groep, verplicht=True),
            vult=tuple(cel.sleutel for cel in cellen),
        )

    def keur_stap(self, veld: Veld, waarde: Any, vak: Vak) -> list[str] | None:
        """The handles of who said yes."""
        if waarde is None:
            if not veld.verplicht:
                return None
            waarde = []
        if not isinstance(waarde, list):
            vak.fout("moet een lijst zijn")
            return None
        gegeven = dict.fromkeys(map(str, waarde))
        gevonden = [lid for lid in gegeven if vak.lid(lid)]
        if veld.verplicht:
            self._keur_allen(veld, gevonden, vak)
        return gevonden

    def vreemd(self, veld: Veld, waarde: Any) -> str:
        """A list of handles."""
        if isinstance(waarde, list) and len(strings_in(waarde)) == len(waarde):
            return ""
        return "moet een lijst van leden zijn"

    def _keur_allen(self, veld: Veld, gevonden: list[str], vak: Vak) -> None:
        context = vak.context
        # Who brought the question in worded it, so for the inbrenger it is clear.
        er_zijn = [*gevonden, context.inbrenger, *vak.slaan_over]
        mist = [lid for lid in context.owe(veld) if lid not in er_zijn]
        if mist:
            namen = ", ".join(map(context.groep.roepnaam, mist))
            vak.fout(f"nog niet van {namen}")

    def data(self, veld: Veld, invulling: Invulling) -> list[str]:
        """The handles of who said yes."""
        leden = invulling.context.wie(veld)
        return [
            lid for lid in leden if invulling.antwoord(Sleutel(veld.naam, lid)) is True
        ]

    def antwoorden(self, veld: Veld, context: Context, waarde: Any) -> Antwoorden:
        """A yes of each who said so; who did not is asked again."""
        if waarde is None:
            return {}
        if not isinstance(waarde, list):
            return super().antwoorden(veld, context, waarde)
        return {Sleutel(veld.naam, str(lid)): True for lid in waarde}

    def naast(
        self,
        veld: Veld,
        context: Context,
        er_is: Any,
        gegeven: Any,
    ) -> Any:
        """The yes of the member, beside those of the others."""
        if not isinstance(gegeven, list):
            return super().naast(veld, context, er_is, gegeven)
        anderen = [naam for naam in er_is or [] if naam != context.als]
        mijn = [naam for naam in gegeven if naam == context.als]
        return anderen + mijn
