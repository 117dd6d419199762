"""Follows a hulpvraag: its wordings, how the group saw it, the advice, the plan, and what came of it."""

from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.flows.terugkijken import Toon, search
from intervisie_cli.groep import sessies
from intervisie_cli.groep.verleden import lijst
from intervisie_cli.model.fouten import IntervisieError
from intervisie_cli.model.verslag import Verloop, Zoekvraag


def follow(omgeving: Omgeving, vraag: Zoekvraag, zoek: str | None, aantal: int, toon: Toon) -> list[Verloop]:
    """Follow the rondes that are asked for. Raises VerkeerdGebruik, OnleesbaarBestand."""
    gevonden = []
    for treffer in search(omgeving, vraag, zoek, aantal, toon).treffers:
        try:
            sessie_map = sessies.load(omgeving.root, treffer.map)
        except IntervisieError:
            continue  # it went this very moment
        nummer = treffer.verslag.ronde
        data = [s.data for s in sessie_map.stappen if s.plek.ronde and s.plek.ronde.nummer == nummer]
        gevonden.append(
            Verloop(
                vraag.uit(treffer.verslag),
                next((str(deel["toelichting"]) for deel in data if deel.get("toelichting")), ""),
                tuple(item for deel in data for item in lijst(deel, "vragen")),
                tuple(item for deel in data for item in lijst(deel, "definities")),
            )
        )
    return gevonden
