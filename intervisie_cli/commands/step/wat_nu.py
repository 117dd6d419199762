"""What to do about members who are waited for."""

from contextlib import suppress

from intervisie_cli.commands.app import App
from intervisie_cli.model.sleutel import Sleutel
from intervisie_cli.model.vraag import Keuze, Terug, Vraag

WACHTEN, SLAAT_DIT_OVER, HIER, TERUG = ("wachten", "slaat over", "hier", "terug")


def what_now(app: App, leden: tuple[str, ...]) -> tuple[str, str]:
    """What is chosen, and for whom; '' where that is nobody."""
    keuzes = [Keuze((WACHTEN, ""), "Verder wachten")]
    for lid in leden:
        naam = app.omgeving.groep.roepnaam(lid)
        keuzes.append(Keuze((HIER, lid), f"{naam} antwoordt hier, op deze laptop"))
        keuzes.append(Keuze((SLAAT_DIT_OVER, lid), f"{naam} slaat deze stap over"))
    keuzes.append(Keuze((TERUG, ""), "Terug naar wat hier het laatst is gegeven"))
    vraag = Vraag(
        Sleutel("wachten"),
        "keuze",
        "Wat nu?",
        keuzes=tuple(keuzes),
        standaard=keuzes[0].waarde,
    )
    with suppress(Terug):
        wat, lid = app.prompter.los(vraag)
        return str(wat), str(lid)
    return WACHTEN, ""
