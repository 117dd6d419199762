"""Which day counts as today: an evening can go on past midnight."""

from contextlib import suppress
from datetime import date, datetime, timedelta
from pathlib import Path

from intervisie_cli.groep import sessies
from intervisie_cli.model.fouten import IntervisieError
from intervisie_cli.model.sessie import OPEN

# No evening lasts longer.
_OCHTEND = 5


def evening(root: Path, nu: datetime) -> date:
    """The day of the sessie that is held: in the night it can be one of the evening before."""
    vandaag = nu.date()
    if nu.hour >= _OCHTEND:
        return vandaag
    gisteren = vandaag - timedelta(days=1)
    for folder in sessies.folders(root):
        _, _, naam = folder.rpartition("/")
        dag = naam[:10]
        if dag < gisteren.isoformat():
            break
        with suppress(IntervisieError):
            sessie_map = sessies.load(root, folder)
            is_begun = any(stap.status != OPEN for stap in sessie_map.stappen)
            is_of_then = sessie_map.sessie.datum == gisteren
            if is_of_then and is_begun and sessie_map.volgende:
                return gisteren
    return vandaag
