"""Says which sessies a list passed over, so that nobody takes it for whole."""

from collections.abc import Sequence

from intervisie_cli.commands.app import App
from intervisie_cli.model.fouten import KIJK_ZELF, OK

# More lines than this help nobody.
MAX_FOUTEN = 5


def name_unreadable(app: App, fouten: Sequence[str]) -> int:
    """Say which sessies were passed over; gives the exit code."""
    # Among what is for people alone, so that `--json` stays whole.
    for fout in fouten[:MAX_FOUTEN]:
        app.console.fout(fout)
    meer = len(fouten) - MAX_FOUTEN
    if meer > 0:
        app.console.fout(
            f"En nog {meer} die niet te lezen zijn.", "Typ: intervisie doctor"
        )
    return KIJK_ZELF if fouten else OK
