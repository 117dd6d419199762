"""verslag-quota: every member gave what the draaiboek asks.

Why: two questions of each and one advice of each is what makes it intervisie; who is skipped, is not heard.
Goed: Kim 2 vragen, Tim 2 vragen
Fout: Kim 2 vragen, Tim 1 vraag
"""

from collections.abc import Iterator

from intervisie_cli.checks.verslag.geval import Punt, SessieVerslag, StapVerslag, punt
from intervisie_cli.model.bevinding import LET_OP
from intervisie_cli.model.draaiboek import Veld

SOORT, ERNST = "verslag", LET_OP


def kijk(verslag: SessieVerslag) -> Iterator[Punt]:
    """Point at each list in a finished step that has fewer items than it should, of somebody or in all."""
    for stap in verslag.stappen:
        for veld in stap.lijsten() if stap.is_klaar else ():
            yield from _lijst(verslag, stap, veld)


def _lijst(verslag: SessieVerslag, stap: StapVerslag, veld: Veld) -> Iterator[Punt]:
    if veld.als.als_nieuw:
        return
    if veld.als.na_ja and stap.data.get(veld.als.na_ja) is not True:
        return
    gegeven = [str(item.get("lid", "")) for _, item in stap.lijst(veld.naam)]
    if not gegeven and not veld.verplicht:
        return
    sessie = verslag.sessie
    wie = {
        "ieder_lid": sessie.deelnemers,
        "overige_leden": sessie.overige_leden(stap.inbrenger),
    }.get(veld.wie, ())
    hulp = f"Vul het aan: intervisie step {stap.plek.verwijzing} --opnieuw"
    for handle in wie:
        if (aantal := gegeven.count(handle)) < veld.lijst.minstens:
            naam = verslag.groep.roepnaam(handle)
            yield punt(
                stap.plaats(veld.naam),
                f"{veld.naam.capitalize()}: {naam} {aantal} van {veld.lijst.minstens}.",
                hulp,
            )
    if not wie and len(gegeven) < veld.lijst.minstens:
        yield punt(
            stap.plaats(veld.naam),
            f"{veld.naam.capitalize()}: {len(gegeven)} van {veld.lijst.minstens}.",
            hulp,
        )
