"""What came of a sync: what came in, what went out, and what a person has to look at."""

from collections.abc import Collection, Iterator
from datetime import date

from intervisie_cli.flows.sessie.te_delen import wijzigingen
from intervisie_cli.flows.sync.uitkomst import Uitkomst
from intervisie_cli.groep.botsingen import Botsing
from intervisie_cli.tijd.dag import met_dagen
from intervisie_cli.tonen import botsing
from intervisie_cli.tonen.botsing import Step, Waar
from intervisie_cli.ui.console import Console

_WAAR = "Kijk met: intervisie doctor"


def regels(
    uit: Console,
    uitkomst: Uitkomst,
    botsingen: Collection[Botsing],
    vandaag: date,
    waar: Waar,
    step: Step,
) -> Iterator[str]:
    """The page of `sync`; *botsingen* are the clashes in what came in."""
    if uitkomst.is_hersteld:
        zin = "✓ Wat niet te delen was is opnieuw vastgelegd; ieders teksten staan er nog."
        yield uit.stijl(zin, "groen")
    if uitkomst.is_overgenomen:
        zin = "✓ Deze map gaat met de gedeelde plek mee; je eigen nieuwe werk staat erbij."
        yield uit.stijl(zin, "groen")
    if uitkomst.overgenomen:
        yield "Weg of anders is nu hier:"
        for naam in uitkomst.overgenomen:
            yield from uit.opgemaakt(naam, kop="• ", inspringen=2)
        yield uit.stijl("Toch terug? Typ: intervisie sync --terugzetten", "dof")
    if uitkomst.tak:
        yield f"De groep heet op de gedeelde plek nu '{uitkomst.tak}'; deze map ook."
    if uitkomst.binnen:
        yield from _binnengekomen(uit, uitkomst, vandaag)
    if uitkomst.uit:
        yield uit.stijl(f"✓ Gedeeld: {wijzigingen(uitkomst.uit)} van hier.", "groen")
    elif not uitkomst.binnen:
        yield uit.stijl("✓ Alles was al gedeeld.", "groen")
    yield from _let_op(uit, uitkomst, waar)
    yield from botsing.regels(uit, botsingen, waar, step)


def _binnengekomen(uit: Console, uitkomst: Uitkomst, vandaag: date) -> Iterator[str]:
    yield uit.stijl("Binnengekomen", "vet")
    for binnen in uitkomst.binnen:
        wat = met_dagen(binnen.wat, vandaag)
        yield from uit.opgemaakt(wat, kop=f"• {binnen.wie}: ", inspringen=2)
    # A first sync can bring in years: the flow gives the latest, and how many there are in all.
    meer = uitkomst.aantal_binnen - len(uitkomst.binnen)
    if meer:
        yield uit.stijl(f"  en nog {meer}; kijk met: intervisie log")


def _let_op(uit: Console, uitkomst: Uitkomst, waar: Waar) -> Iterator[str]:
    """What a person may want to look at: files that were kept, stayed behind or were refused."""
    if uitkomst.is_lezer_onbekend:
        zin = "Of anderen de gedeelde plek kunnen lezen, is niet na te gaan."
        zin += " Kijk bij wie haar voor je bewaart of ze besloten is."
        yield from uit.opgemaakt(zin, "geel")
    for pad in uitkomst.afgemaakt:
        zin = f"Wat er met de hand stond in {waar(pad)}, is apart bewaard. {_WAAR}"
        yield from uit.opgemaakt(zin, "geel")
    for pad in uitkomst.teruggezet:
        zin = f"In je editor stond een oudere versie van {waar(pad)};"
        zin += " wat intussen binnenkwam staat er weer bij."
        yield from uit.opgemaakt(zin, "geel")
    for pad in uitkomst.onleesbaar:
        zin = f"Wat er met de hand staat in {waar(pad)}, is niet te lezen en bleef hier. {_WAAR}"
        yield from uit.opgemaakt(zin, "geel")
    yield from botsing.kopieen(uit, uitkomst.bijgewerkt.kopieen, waar)
    aantal_vreemd = len(uitkomst.bijgewerkt.vreemd) + len(uitkomst.weggelaten)
    if aantal_vreemd:
        zin = f"{_vreemde_bestanden(aantal_vreemd)} niet overgenomen."
        yield from uit.opgemaakt(zin, "geel")


def _vreemde_bestanden(aantal: int) -> str:
    if aantal == 1:
        return "1 vreemd bestand is"
    return f"{aantal} vreemde bestanden zijn"
