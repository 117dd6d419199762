"""A draaiboek on one page: each step, what it holds, how long it takes, and whether it is done per ronde."""

from intervisie_cli.model.draaiboek import Draaiboek
from intervisie_cli.tonen.kaart import duur
from intervisie_cli.ui.console import Console, breedte_van, kort, vul, wrap
from intervisie_cli.ui.veilig import veilig


def regels(console: Console, draaiboek: Draaiboek) -> list[str]:
    """The one-page card: step, content, time, and whether it is done per ronde."""
    gevonden = [
        console.stijl(
            f"{draaiboek.titel} · {draaiboek.minuten_min}-{draaiboek.minuten_max} minuten",
            "vet",
            "blauw",
        ),
        *console.opgemaakt(draaiboek.voor_wie),
        "",
    ]
    titels = max(breedte_van(stap.titel) for stap in draaiboek.stappen) + 4
    ruimte = console.breedte - titels - 30
    for stap in draaiboek.stappen:
        begin = vul(kort(f"{stap.nummer} {stap.titel}", titels), titels)
        if ruimte < 20:
            gevonden += [
                f"{begin}{duur(stap.minuten)}",
                *console.opgemaakt(stap.inhoud, inspringen=2),
            ]
            continue
        per = {"sessie": "sessie", "ronde": "ronde", "keuze": "ronde of sessie"}[stap.per]
        eerste, *verder = wrap(veilig(stap.inhoud), ruimte - 2) or [""]
        gevonden.append(f"{begin}{vul(eerste, ruimte)}{vul(duur(stap.minuten), 13)}{per}")
        gevonden += [" " * titels + regel for regel in verder]
    gevonden += ["", console.stijl("Nodig", "vet")]
    for ding in draaiboek.benodigdheden:
        gevonden += console.opgemaakt(ding, kop="• ", inspringen=2)
    return gevonden
