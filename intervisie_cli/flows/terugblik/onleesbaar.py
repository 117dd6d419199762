"""Which sessies a list passes over: it would look whole, and is not."""

from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.flows.terugblik.opvragen import in_cache
from intervisie_cli.index import opzoeken
from intervisie_cli.model.casus import Zoekvraag


def unreadable(omgeving: Omgeving, vraag: Zoekvraag | None = None) -> list[str]:
    """Why sessies cannot be read, the newest first; only those of the days that are asked for."""
    gevraagd = vraag or Zoekvraag(omgeving.vandaag)
    return in_cache(omgeving, lambda cache: opzoeken.onleesbaar(cache.con, gevraagd))
