"""A list of items: each member gives theirs, or the group does, or earlier sessies gave them.

What it asks, checks and keeps stands in `lijstvragen`, `lijstkeuring` and `lijstopbouw`.
"""

from collections.abc import Iterator
from typing import Any

from intervisie_cli.model.context import Context
from intervisie_cli.model.draaiboek import LID, Veld
from intervisie_cli.model.plain import Data, items_in
from intervisie_cli.model.vraag import Antwoorden, Vraag
from intervisie_cli.vragen import lijstkeuring, lijstopbouw
from intervisie_cli.vragen.invulling import Invulling
from intervisie_cli.vragen.itemdelen import items
from intervisie_cli.vragen.soorten.enkel import ENKEL
from intervisie_cli.vragen.soorten.soort import Gids, Soort, woorden_van
from intervisie_cli.vragen.vak import Vak


class Lijst(Soort):
    """A list of items, each with parts."""

    naam = "lijst"
    kan_per_lid = True
    # What only a list of a step can do, and no list in an item.
    van_stap = frozenset(
        [
            "minstens",
            "hoogstens",
            "precies",
            "bron",
            "volgorde",
            "unaniem",
            "om_en_om",
            "uit",
        ]
    )
    sleutels = van_stap | {
        "in_een_keer",
        "om_twijfel",
        "opnieuw_bij_nee",
        "onderdelen",
    }

    def is_gevraagd(self, veld: Veld, context: Context) -> bool:
        """What takes in items of earlier sessies is asked when there are any."""
        return not veld.lijst.bron or bool(context.bron(veld))

    def vragen(self, veld: Veld, invulling: Invulling) -> Iterator[Vraag]:
        """The questions of each item."""
        # Each command reads a draaiboek, and few ask its questions.
        from intervisie_cli.vragen import lijstvragen

        return lijstvragen.vragen(veld, invulling)

    def keur_stap(self, veld: Veld, waarde: Any, vak: Vak) -> list[Data] | None:
        """The items made uniform, each with an id."""
        return lijstkeuring.Lijstkeuring(veld, vak).keur(waarde)

    def data(self, veld: Veld, invulling: Invulling) -> list[Data]:
        """The items."""
        gemaakt = [
            lijstopbouw.item(veld, sleutel, invulling)
            for sleutel in items(veld, invulling)
        ]
        if not veld.lijst.bron or len(veld.onderdelen) == 1:
            return gemaakt
        # Of what an earlier sessie gave, only what something was said of.
        delen = {deel.naam for deel in veld.onderdelen[1:]}
        return [item for item in gemaakt if delen & item.keys()]

    def antwoorden(self, veld: Veld, context: Context, waarde: Any) -> Antwoorden:
        """The answers of each item, and that no more followed."""
        if waarde is not None and not isinstance(waarde, list):
            return super().antwoorden(veld, context, waarde)
        return lijstopbouw.antwoorden(veld, context, items_in(waarde))

    def naast(
        self,
        veld: Veld,
        context: Context,
        er_is: Any,
        gegeven: Any,
    ) -> Any:
        """The items of the member, beside those of the others."""
        if not isinstance(gegeven, list):
            return super().naast(veld, context, er_is, gegeven)
        return lijstopbouw.naast(veld, context, items_in(er_is), gegeven)

    def in_woorden(self, veld: Veld, waarde: Any, gids: Gids) -> str:
        """Of a part that each member answers, who said what: 'ja: Mirthe, Kim; nee: Tim'."""
        deel = veld.onderdelen[0]
        namen: dict[str, list[str]] = {}
        for item in items_in(waarde):
            antwoord = item.get(deel.naam)
            gezegd = woorden_van(ENKEL[deel.soort], deel, antwoord, gids)
            naam = gids.groep.roepnaam(str(item.get(LID, "")))
            namen.setdefault(gezegd, []).append(naam)
        stukken = [f"{gezegd}: {', '.join(wie)}" for gezegd, wie in namen.items()]
        return "; ".join(stukken)
