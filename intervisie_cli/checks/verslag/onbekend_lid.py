"""verslag-onbekend-lid: every name is that of a member.

Why: what belongs to nobody is found by nobody: a typing error makes a new person.
Goed: lid: kim
Fout: lid: kimm
"""

from collections.abc import Iterator

from intervisie_cli.checks.verslag.geval import Plaats, Punt, SessieVerslag, StapVerslag, punt
from intervisie_cli.checks.verslag.stilte import naaste
from intervisie_cli.model.bevinding import LET_OP

SOORT, ERNST = "verslag", LET_OP


def kijk(verslag: SessieVerslag) -> Iterator[Punt]:
    """Point at each handle that is no member of the group."""
    sessie = verslag.sessie
    in_sessie = (
        *sessie.deelnemers,
        sessie.begeleider,
        sessie.notulist,
        *(ronde.inbrenger for ronde in sessie.rondes),
    )
    for handle in dict.fromkeys(in_sessie):
        yield from _onbekend(verslag, Plaats(verslag.bestand), handle)
    for stap in verslag.stappen:
        yield from _stap(verslag, stap)


def _stap(verslag: SessieVerslag, stap: StapVerslag) -> Iterator[Punt]:
    for veld in stap.plek.stap.velden:
        if veld.is_namenlijst and isinstance(stap.data.get(veld.naam), list):
            for nummer, handle in enumerate(stap.data[veld.naam]):
                yield from _onbekend(verslag, stap.plaats(veld.naam, nummer), handle)
    for veld in stap.lijsten():
        for nummer, item in stap.lijst(veld.naam):
            for sleutel in ("lid", "wie"):
                yield from _onbekend(
                    verslag, stap.plaats(veld.naam, nummer, sleutel), item.get(sleutel)
                )


def _onbekend(verslag: SessieVerslag, plaats: Plaats, handle: object) -> Iterator[Punt]:
    if not isinstance(handle, str) or handle in ("", "individueel") or verslag.groep.lid(handle):
        return
    lijkt = naaste(handle, [lid.id for lid in verslag.groep.leden])
    hulp = f"Bedoel je {lijkt}?" if lijkt else "Zet het lid in groep.yaml, of verbeter de naam."
    yield punt(plaats, "Deze naam is niet van een lid van de groep.", hulp)
