"""All that was recorded in a sessie, as one JSON object."""

from intervisie_cli.flows.sessie.status import Stand
from intervisie_cli.model.plain import Data
from intervisie_cli.records.stap import own_notulen
from intervisie_cli.tonen import stand as standen
from intervisie_cli.ui.console import Console
from intervisie_cli.vragen.soorten.soort import Gids


def toon(uit: Console, gids: Gids, stand: Stand) -> None:
    """Write the documented object of `show --json`."""
    uit.json(json(stand))


def json(stand: Stand) -> Data:
    """The object of `status --json`, with what each step holds added to it."""
    alles = standen.json(stand)
    # `status` lists the steps in the order of the sessie, so the two go side by side.
    for regel, stap in zip(alles["stappen"], stand.sessie_map.stappen, strict=True):
        regel["gegevens"] = stap.data
        regel["notulen"] = own_notulen(stap.plek, stap.document)
    return alles
