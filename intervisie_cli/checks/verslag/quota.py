"""verslag-quota: every member gave what the draaiboek asks.

Why: two questions of each and one advice of each is what makes it intervisie; who is skipped, is
not heard.
Goed: Kim 2 vragen, Tim 2 vragen
Fout: Kim 2 vragen, Tim 1 vraag
"""

from collections.abc import Iterator

from intervisie_cli.checks.verslag.geval import Punt, SessieVerslag, StapVerslag, punt
from intervisie_cli.model.bevinding import LET_OP
from intervisie_cli.model.context import Context
from intervisie_cli.model.draaiboek import SLAAT_OVER, Veld
from intervisie_cli.model.plaatsen import there

SOORT, ERNST = "verslag", LET_OP


def kijk(verslag: SessieVerslag) -> Iterator[Punt]:
    """Point at each list in a finished step with fewer items than it should have."""
    for stap in verslag.stappen:
        if not stap.is_klaar:
            continue
        context = _context(verslag, stap)
        for veld in stap.lijsten():
            yield from _lijst(verslag, context, stap, veld)


def _context(verslag: SessieVerslag, stap: StapVerslag) -> Context:
    """The step with those who were there and did not pass over."""
    plek = stap.plek
    over = stap.data.get(SLAAT_OVER)
    niet = over if isinstance(over, list) else []
    plaatsen = tuple(ander.plek for ander in verslag.stappen)
    er_waren = there(verslag.sessie, plaatsen, plek)
    er_zijn = tuple(lid for lid in er_waren if lid not in niet)
    return Context(
        plek.stap, verslag.sessie, plek.ronde, verslag.groep, er_zijn=er_zijn
    )


def _lijst(
    verslag: SessieVerslag,
    context: Context,
    stap: StapVerslag,
    veld: Veld,
) -> Iterator[Punt]:
    if veld.als.als_nieuw:
        return
    if veld.als.na_ja and stap.data.get(veld.als.na_ja) is not True:
        return
    items = [item for _, item in stap.lijst(veld.naam)]
    gegeven = [str(item.get("lid", "")) for item in items]
    if not gegeven and not veld.verplicht:
        return
    # Nobody owes when the draaiboek asks so many in all.
    for handle in context.owe(veld):
        aantal = gegeven.count(handle)
        if aantal < veld.lijst.minstens:
            naam = context.groep.roepnaam(handle)
            yield _tekort(verslag, stap, veld, f"{naam} {aantal}")
    if not veld.is_per_lid and len(gegeven) < veld.lijst.minstens:
        yield _tekort(verslag, stap, veld, str(len(gegeven)))


def _tekort(
    verslag: SessieVerslag,
    stap: StapVerslag,
    veld: Veld,
    gegeven: str,
) -> Punt:
    return punt(
        stap.plaats(veld.naam),
        f"{veld.naam.capitalize()}: {gegeven} van {veld.lijst.minstens}.",
        f"Vul het aan: {verslag.step} {stap.plek.verwijzing} --opnieuw",
    )
