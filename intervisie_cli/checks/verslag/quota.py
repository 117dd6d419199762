"""verslag-quota: every member gave what the draaiboek asks.

Why: two questions of each and one advice of each is what makes it intervisie; who is skipped, is
not heard.
Goed: Kim 2 vragen, Tim 2 vragen
Fout: Kim 2 vragen, Tim 1 vraag
"""

from collections.abc import Iterator

from intervisie_cli.checks.verslag.geval import Punt, SessieVerslag, StapVerslag, punt
from intervisie_cli.model.bevinding import LET_OP
from intervisie_cli.model.draaiboek import SLAAT_OVER, Veld
from intervisie_cli.model.plaatsen import there

SOORT, ERNST = "verslag", LET_OP


def kijk(verslag: SessieVerslag) -> Iterator[Punt]:
    """Point at each list in a finished step with fewer items than it should have."""
    for stap in verslag.stappen:
        if not stap.is_klaar:
            continue
        for veld in stap.lijsten():
            yield from _lijst(verslag, stap, veld)


def _lijst(verslag: SessieVerslag, stap: StapVerslag, veld: Veld) -> Iterator[Punt]:
    if veld.als.als_nieuw:
        return
    if veld.als.na_ja and stap.data.get(veld.als.na_ja) is not True:
        return
    items = [item for _, item in stap.lijst(veld.naam)]
    gegeven = [str(item.get("lid", "")) for item in items]
    if not gegeven and not veld.verplicht:
        return
    handles = _wie(verslag, stap, veld)
    for handle in handles:
        aantal = gegeven.count(handle)
        if aantal < veld.lijst.minstens:
            naam = verslag.groep.roepnaam(handle)
            yield _tekort(stap, veld, f"{naam} {aantal}")
    if not veld.is_per_lid and len(gegeven) < veld.lijst.minstens:
        yield _tekort(stap, veld, str(len(gegeven)))


def _wie(verslag: SessieVerslag, stap: StapVerslag, veld: Veld) -> tuple[str, ...]:
    """Of whom the draaiboek asks so many each; nobody when it asks so many in all."""
    if not veld.is_per_lid:
        return ()
    over = stap.data.get(SLAAT_OVER)
    niet = list(over) if isinstance(over, list) else []
    if veld.wie == "overige_leden":
        niet.append(stap.inbrenger)
    plaatsen = tuple(ander.plek for ander in verslag.stappen)
    er_zijn = there(verslag.sessie, plaatsen, stap.plek)
    return tuple(lid for lid in er_zijn if lid not in niet)


def _tekort(stap: StapVerslag, veld: Veld, gegeven: str) -> Punt:
    return punt(
        stap.plaats(veld.naam),
        f"{veld.naam.capitalize()}: {gegeven} van {veld.lijst.minstens}.",
        f"Vul het aan: intervisie step {stap.plek.verwijzing} --opnieuw",
    )
