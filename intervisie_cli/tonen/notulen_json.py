"""All that was recorded in a sessie, as one JSON object."""

from intervisie_cli.flows.sessie.inzage import Inzage
from intervisie_cli.model.notitie import Notitie
from intervisie_cli.model.plain import Data
from intervisie_cli.tonen import stand as standen
from intervisie_cli.ui.console import Console
from intervisie_cli.vragen.soorten.soort import Gids


def toon(uit: Console, gids: Gids, inzage: Inzage) -> None:
    """Write the documented object of `show --json`."""
    uit.json(json(inzage))


def json(inzage: Inzage) -> Data:
    """The object of `status --json`, with what each step holds and what members noted."""
    alles = standen.json(inzage.stand)
    # `status` lists the steps in the order of the sessie, so the two go side by side.
    for regel, stap in zip(
        alles["stappen"], inzage.stand.sessie_map.stappen, strict=True
    ):
        regel["gegevens"] = stap.getoond
        regel["notulen"] = stap.notulen
    alles["eigen_notulen"] = list(map(_notitie, inzage.notities))
    if inzage.alleen_ik is not None:
        alles["alleen_ik"] = list(map(_notitie, inzage.alleen_ik))
    return alles


def _notitie(notitie: Notitie) -> Data:
    stap = nummer = None
    if notitie.plek:
        stap = notitie.plek.stap.naam
    if notitie.ronde:
        nummer = notitie.ronde.nummer
    return {"lid": notitie.lid, "stap": stap, "ronde": nummer, "tekst": notitie.tekst}
