"""The page of `status --volg`: small enough for a shared screen, and told to who looks at it."""

from collections.abc import Iterator
from datetime import datetime

from intervisie_cli.flows.mee.beeld import Beeld
from intervisie_cli.model.sessie import OPEN, Groep
from intervisie_cli.tonen.sessie import kop
from intervisie_cli.tonen.stand import NU, TEKENS, wie_is_klaar
from intervisie_cli.ui.console import Console

_TEKENS = TEKENS | {OPEN: "·"}


def regels(
    uit: Console,
    groep: Groep,
    beeld: Beeld,
    nu: datetime,
    let_op: str,
) -> Iterator[str]:
    """The page at the moment *nu*.

    *let_op* says that the line is dead, or of whom nothing is seen; '' for neither.
    """
    yield from kop(uit, groep, beeld.sessie_map, nu.date())
    yield from _rondes(uit, groep, beeld)
    yield ""
    yield uit.stijl(_stap(groep, beeld, nu), "vet")
    if beeld.aan_zet:
        namen = groep.namen(list(beeld.aan_zet))
        werkwoord = "is" if len(beeld.aan_zet) == 1 else "zijn"
        yield uit.stijl(f"  {namen} {werkwoord} aan zet.")
    if beeld.quota:
        yield from uit.opgemaakt(wie_is_klaar(groep, beeld.quota), inspringen=2)
    if let_op:
        yield from uit.opgemaakt(f"Let op: {let_op}.", "geel", inspringen=2)
    yield uit.stijl(wat_te_typen(groep, beeld))


def _rondes(uit: Console, groep: Groep, beeld: Beeld) -> Iterator[str]:
    """A line for each ronde, and for the steps around them: how far it is."""
    per_ronde: dict[str, str] = {}
    for stap in beeld.sessie_map.stappen:
        ronde = stap.plek.ronde
        naam = "Samen"
        if ronde:
            naam = f"Ronde {ronde.nummer}: {groep.roepnaam(ronde.inbrenger)}"
        teken = _TEKENS[stap.status]
        if stap.pad == beeld.stap.pad:
            teken = NU
        per_ronde[naam] = per_ronde.get(naam, "") + f" {teken}"
    for naam, tekens in per_ronde.items():
        yield uit.stijl(f"{tekens.strip()}  {naam}", "dof")


def _stap(groep: Groep, beeld: Beeld, nu: datetime) -> str:
    delen = [beeld.stap.plek.titel]
    if beeld.klok:
        delen.append(beeld.klok.tijd(nu)[0])
    if beeld.leider:
        delen.append(f"{groep.roepnaam(beeld.leider.lid)} leidt")
    return " · ".join(delen)


def wat_te_typen(groep: Groep, beeld: Beeld) -> str:
    """What who looks can type to take part."""
    leider = beeld.leider
    if leider and leider.lid == beeld.ik:
        return "Jij leidt deze stap, in een ander venster."
    if leider:
        return f"{groep.roepnaam(leider.lid)} leidt. Doe mee: intervisie mee"
    return "Leid je? intervisie step. Doe je mee op je eigen laptop? intervisie mee"
