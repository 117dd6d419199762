"""The first lines of a sessie: what it is, when, and who take part."""

from intervisie_cli.groep.sessies import SessieMap
from intervisie_cli.model.draaiboek import Draaiboek
from intervisie_cli.model.sessie import Groep, Sessie
from intervisie_cli.ui.console import Console


def kop(uit: Console, groep: Groep, sessie_map: SessieMap) -> list[str]:
    """The title of a sessie and who take part."""
    return titel(uit, groep, sessie_map.draaiboek, sessie_map.sessie)


def titel(uit: Console, groep: Groep, draaiboek: Draaiboek, sessie: Sessie) -> list[str]:
    """The same, of a sessie that has no folder yet."""
    thema = f" · {sessie.thema}" if sessie.thema else ""
    wat = f"{draaiboek.titel} · {sessie.datum:%d-%m-%Y}{thema}"
    regels = uit.opgemaakt(wat, "vet", "blauw")
    namen = ", ".join(map(groep.roepnaam, sessie.deelnemers))
    return regels + uit.opgemaakt(namen, kop="Deelnemers  ")
