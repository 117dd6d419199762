"""All that was recorded in a sessie, as one JSON object."""

from typing import Any

from intervisie_cli.flows.sessie.status import Stand
from intervisie_cli.groep.sessies import StapBestand
from intervisie_cli.records.stap import own_notulen
from intervisie_cli.tonen import stand as standen
from intervisie_cli.ui.console import Console
from intervisie_cli.vragen.soorten.soort import Gids


def toon(uit: Console, gids: Gids, stand: Stand) -> None:
    """Write the documented object of `show --json`."""
    uit.json(json(stand))


def json(stand: Stand) -> dict[str, Any]:
    """The documented object of `show --json`."""
    basis = standen.json(stand)
    stappen = zip(basis["stappen"], stand.sessie_map.stappen, strict=True)
    return basis | {"stappen": [regel | _inhoud(stap) for regel, stap in stappen]}


def _inhoud(stap: StapBestand) -> dict[str, Any]:
    return {"gegevens": stap.data, "notulen": own_notulen(stap.plek, stap.document)}
