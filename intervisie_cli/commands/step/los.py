"""Asks a question of the sessie as a whole, beside its steps; half a text comes up again."""

from intervisie_cli.commands.app import App
from intervisie_cli.groep.klad import SessieKlad
from intervisie_cli.model.vraag import Vraag


def ask_kept(app: App, vraag: Vraag, klad: SessieKlad) -> str:
    """Ask it; *klad* keeps what is typed, also the answer, until it is forgotten. Raises Terug."""
    half = klad.half()
    klad.bewaar(half)
    gevraagd = vraag._replace(is_getypt=bool(half))
    getypt = str(
        app.prompter.vraag(gevraagd, half or vraag.standaard or "", None, klad)
    )
    klad.bewaar(getypt)
    return getypt
