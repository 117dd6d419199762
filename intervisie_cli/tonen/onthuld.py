"""What each wrote apart, shown to all at once when everybody is ready."""

from collections.abc import Iterator

from intervisie_cli.model.context import Context
from intervisie_cli.model.namen import voluit
from intervisie_cli.model.vraag import Antwoorden
from intervisie_cli.tonen.nieuws import met_erbij
from intervisie_cli.ui.console import Console
from intervisie_cli.vragen.fasen import SCHRIJVEN, Fase, eigenaar, fase_van
from intervisie_cli.vragen.invulling import Invulling
from intervisie_cli.vragen.itemdelen import items
from intervisie_cli.vragen.script import vragen


def regels(
    uit: Console,
    context: Context,
    antwoorden: Antwoorden,
    fase: Fase,
) -> Iterator[str]:
    """What was written apart in the phase that is past, in the order in which it is read out."""
    # The order of items is chosen by who has seen them all.
    van_allen = context._replace(als="", elders=(), voorbij=None)
    veld = context.stap.veld(fase.veld)
    if not veld or fase.soort != SCHRIJVEN:
        yield from _van_een(uit, van_allen, antwoorden, fase)
        return
    invulling = Invulling(van_allen, antwoorden)
    yield ""
    yield uit.stijl(
        f"Alle {voluit(veld.naam)} zijn er. Lees ze om de beurt voor.", "vet"
    )
    for sleutel in items(veld, invulling):
        yield from uit.opgemaakt(met_erbij(veld, sleutel, invulling), kop="  • ")


def _van_een(
    uit: Console,
    context: Context,
    antwoorden: Antwoorden,
    fase: Fase,
) -> Iterator[str]:
    """What one member answered for all, such as the hulpvraag: the others know it by this."""
    for vraag in vragen(context, antwoorden):
        waarde = antwoorden.get(vraag.sleutel)
        lid = eigenaar(vraag.sleutel, context)
        is_van_fase = fase_van(vraag.sleutel, context.stap) == fase
        if not lid or not is_van_fase or vraag.lijn or not isinstance(waarde, str):
            continue
        if waarde and vraag.sleutel.nummer is None:
            naam = context.groep.roepnaam(lid)
            yield from uit.opgemaakt(waarde, kop=f"  {naam}: ")
