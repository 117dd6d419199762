"""What came of a sync: what came in, what went out, and what a person has to look at."""

from collections.abc import Collection, Iterator

from intervisie_cli.flows.sync.ronde import Uitkomst
from intervisie_cli.groep.botsingen import Botsing
from intervisie_cli.tonen import botsing
from intervisie_cli.ui.console import Console


def regels(uit: Console, uitkomst: Uitkomst, botsingen: Collection[Botsing]) -> Iterator[str]:
    """The page of `sync`; *botsingen* are the clashes in what came in."""
    if uitkomst.is_hersteld:
        yield uit.stijl(
            "✓ Wat Git niet aannam is opnieuw vastgelegd; ieders teksten staan er nog.", "groen"
        )
    if uitkomst.binnen:
        yield uit.stijl("Binnengekomen", "vet")
    for binnen in uitkomst.binnen:
        yield from uit.opgemaakt(binnen.wat, kop=f"• {binnen.wie}: ", inspringen=2)
    if uitkomst.binnen and (meer := uitkomst.aantal_binnen - len(uitkomst.binnen)):
        yield uit.stijl(f"  en nog {meer}; kijk met: intervisie log")
    if uitkomst.uit:
        aantal = "1 wijziging" if uitkomst.uit == 1 else f"{uitkomst.uit} wijzigingen"
        yield uit.stijl(f"✓ Gedeeld: {aantal} van hier.", "groen")
    elif not uitkomst.binnen:
        yield uit.stijl("✓ Alles was al gedeeld.", "groen")
    yield from _let_op(uit, uitkomst)
    yield from botsing.regels(uit, botsingen)


def _let_op(uit: Console, uitkomst: Uitkomst) -> Iterator[str]:
    """The files of which something is to be known."""
    for pad in uitkomst.afgemaakt:
        bewaard = f"{pad}: wat er met de hand in stond, is bewaard in .git/intervisie/opzij."
        yield uit.stijl(bewaard, "geel")
    for pad in uitkomst.onleesbaar:
        yield uit.stijl(
            f"{pad} is met de hand veranderd en niet te lezen; dat is hier gebleven.", "geel"
        )
    yield from botsing.kopieen(uit, uitkomst.bijgewerkt.kopieen)
    if aantal := len(uitkomst.bijgewerkt.vreemd) + len(uitkomst.weggelaten):
        wat = "1 vreemd bestand is" if aantal == 1 else f"{aantal} vreemde bestanden zijn"
        yield from uit.opgemaakt(f"{wat} niet overgenomen.", "geel")
