"""The first lines of a sessie: what it is, when, and who take part."""

from datetime import date

from intervisie_cli.groep.sessies import SessieMap, in_woorden
from intervisie_cli.model.draaiboek import Draaiboek
from intervisie_cli.model.sessie import Groep, Sessie
from intervisie_cli.ui.console import Console


def kop(uit: Console, groep: Groep, sessie_map: SessieMap, vandaag: date) -> list[str]:
    """The first lines of a sessie that was read from its folder."""
    sessie, draaiboek = sessie_map.sessie, sessie_map.draaiboek
    return kop_zonder_map(uit, groep, draaiboek, sessie, vandaag)


def kop_zonder_map(
    uit: Console,
    groep: Groep,
    draaiboek: Draaiboek,
    sessie: Sessie,
    vandaag: date,
) -> list[str]:
    """The same lines of a sessie that has no folder yet."""
    titel = f"{draaiboek.titel} · {in_woorden(sessie, vandaag)}"
    namen = ", ".join(map(groep.roepnaam, sessie.deelnemers))
    return [
        *uit.opgemaakt(titel, "vet", "blauw"),
        *uit.opgemaakt(namen, kop="Deelnemers  "),
    ]
