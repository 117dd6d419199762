"""The first lines of a sessie: what it is, when, and who take part."""

from intervisie_cli.groep.sessies import SessieMap
from intervisie_cli.model.draaiboek import Draaiboek
from intervisie_cli.model.sessie import Groep, Sessie
from intervisie_cli.ui.console import Console


def kop(uit: Console, groep: Groep, sessie_map: SessieMap) -> list[str]:
    """The first lines of a sessie that was read from its folder."""
    return kop_zonder_map(uit, groep, sessie_map.draaiboek, sessie_map.sessie)


def kop_zonder_map(
    uit: Console,
    groep: Groep,
    draaiboek: Draaiboek,
    sessie: Sessie,
) -> list[str]:
    """The same lines of a sessie that has no folder yet."""
    titel = f"{draaiboek.titel} · {sessie.datum:%d-%m-%Y}"
    if sessie.thema:
        titel += f" · {sessie.thema}"
    namen = ", ".join(map(groep.roepnaam, sessie.deelnemers))
    return [
        *uit.opgemaakt(titel, "vet", "blauw"),
        *uit.opgemaakt(namen, kop="Deelnemers  "),
    ]
