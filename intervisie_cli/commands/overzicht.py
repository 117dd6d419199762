"""`intervisie overzicht`: the one-page card of a draaiboek."""

from intervisie_cli.commands import opties
from intervisie_cli.commands.app import App
from intervisie_cli.commands.new import choose_draaiboek
from intervisie_cli.groep import draaiboeken, sessies
from intervisie_cli.model.fouten import IntervisieError
from intervisie_cli.tonen.draaiboek import regels


def run(
    app: App,
    *,
    kort: opties.KortOptie = False,
    lang: opties.LangOptie = False,
    draaiboek: opties.DraaiboekOptie = None,
) -> int:
    """Show the card; without a flag that of the session at hand, else of the short variant."""
    gevraagd = choose_draaiboek(kort=kort, lang=lang, draaiboek=draaiboek)
    try:
        root = app.omgeving.root
    except IntervisieError:
        root = None
    if not gevraagd:
        try:
            gevraagd = (
                sessies.find(root, None, app.omgeving.vandaag).sessie.draaiboek if root else "kort"
            )
        except IntervisieError:
            gevraagd = "kort"
    app.toon(regels(app.console, draaiboeken.load(root, gevraagd)), is_lang=True)
    return 0
