"""What each wrote apart, shown to all at once when everybody is ready."""

from collections.abc import Iterator

from intervisie_cli.model.context import Context
from intervisie_cli.model.namen import voluit
from intervisie_cli.model.vraag import Antwoorden
from intervisie_cli.ui.console import Console
from intervisie_cli.vragen.achteraf import kop_van
from intervisie_cli.vragen.fasen import SCHRIJVEN, Fase
from intervisie_cli.vragen.invulling import Invulling
from intervisie_cli.vragen.lijstvragen import items


def regels(
    uit: Console,
    context: Context,
    antwoorden: Antwoorden,
    fase: Fase,
) -> Iterator[str]:
    """What was hidden in the phase that is past, in the order in which it is read out."""
    veld = context.stap.veld(fase.veld)
    if not veld or fase.soort != SCHRIJVEN:
        return
    # The order of items is chosen by who has seen them all.
    invulling = Invulling(context._replace(als="", elders=()), antwoorden)
    yield ""
    yield uit.stijl(
        f"Alle {voluit(veld.naam)} zijn er. Lees ze om de beurt voor.", "vet"
    )
    for sleutel in items(veld, invulling):
        yield from uit.opgemaakt(kop_van(veld, sleutel, invulling), kop="  • ")
