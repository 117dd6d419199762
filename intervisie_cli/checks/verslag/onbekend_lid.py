"""verslag-onbekend-lid: every name is that of a member.

Why: what belongs to nobody is found by nobody: a typing error makes a new person.
Goed: lid: kim
Fout: lid: kimm
"""

from collections.abc import Iterator

from intervisie_cli.checks.verslag.geval import (
    Plaats,
    Punt,
    SessieVerslag,
    StapVerslag,
    punt,
)
from intervisie_cli.checks.verslag.stilte import naaste
from intervisie_cli.model.bevinding import LET_OP
from intervisie_cli.model.sessie import INDIVIDUEEL, SAMEN

SOORT, ERNST = "verslag", LET_OP


def kijk(verslag: SessieVerslag) -> Iterator[Punt]:
    """Point at each handle that is no member of the group."""
    sessie = verslag.sessie
    handles = [*sessie.deelnemers, sessie.begeleider, sessie.notulist]
    handles += [ronde.inbrenger for ronde in sessie.rondes]
    # Each once: who has two roles is one mistake in sessie.yaml.
    for handle in dict.fromkeys(handles):
        yield from _onbekend(verslag, Plaats(verslag.bestand), handle)
    for stap in verslag.stappen:
        yield from _leden(verslag, stap)
        yield from _items(verslag, stap)


def _leden(verslag: SessieVerslag, stap: StapVerslag) -> Iterator[Punt]:
    """The fields that are a list of members."""
    for veld in stap.plek.stap.velden:
        handles = stap.data.get(veld.naam)
        if not veld.is_namenlijst or not isinstance(handles, list):
            continue
        for nummer, handle in enumerate(handles):
            yield from _onbekend(verslag, stap.plaats(veld.naam, nummer), handle)


def _items(verslag: SessieVerslag, stap: StapVerslag) -> Iterator[Punt]:
    """The items of a list, that each may say of whom they are."""
    for veld in stap.lijsten():
        for nummer, item in stap.lijst(veld.naam):
            for sleutel in ("lid", "wie"):
                plaats = stap.plaats(veld.naam, nummer, sleutel)
                waarde = item.get(sleutel)
                for handle in waarde if isinstance(waarde, list) else [waarde]:
                    yield from _onbekend(verslag, plaats, handle)


def _onbekend(verslag: SessieVerslag, plaats: Plaats, handle: object) -> Iterator[Punt]:
    if not isinstance(handle, str) or handle in ("", INDIVIDUEEL, SAMEN):
        return
    if verslag.groep.lid(handle):
        return
    hulp = "Zet het lid in groep.yaml, of verbeter de naam."
    if lijkt := naaste(handle, [lid.id for lid in verslag.groep.leden]):
        hulp = f"Bedoel je {lijkt}?"
    yield punt(plaats, "Deze naam is niet van een lid van de groep.", hulp)
