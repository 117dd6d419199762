"""Plays a worked case of examples/ into a fresh group."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from intervisie_cli.flows.groep import init
from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.flows.sessie import new
from intervisie_cli.flows.sessie.new import Opties
from intervisie_cli.flows.stap.antwoordenbestand import read_answers, record_all
from intervisie_cli.flows.stap.vastleggen import Vastgelegd
from intervisie_cli.flows.vastlegger import GeenNaam, locked
from intervisie_cli.groep import bronnen
from intervisie_cli.model.sessie import Lid

LEDEN = (Lid("mirthe", "Mirthe"), Lid("kim", "Kim"), Lid("tim", "Tim"))
BEGIN = datetime.fromisoformat("2026-11-23T19:00:00+01:00")
_GEVALLEN = {"lang": ("mirthe,tim", "Structuur"), "kort": ("mirthe", "Motivatie")}


@dataclass
class _Klok:
    """A clock that stands still until it is told how long something took."""

    nu: datetime

    def __call__(self) -> datetime:
        return self.nu


def play(omgeving: Omgeving, folder: Path, draaiboek: str) -> Iterator[Vastgelegd]:
    """Make the group in *folder* and record the case step by step, on a clock of its own."""
    klok = _Klok(BEGIN)
    eigen = Omgeving(klok, omgeving.new_id, folder=folder)
    try:
        init.make(eigen, folder, "Studiegroep thuis", LEDEN)
    except GeenNaam:
        # Whoever only wants to see it work need not set up git first.
        init.make(eigen, folder, "Studiegroep thuis", LEDEN, wie="Voorbeeld")
    inbrengers, thema = _GEVALLEN[draaiboek]
    opties = Opties(
        draaiboek, "mirthe,kim,tim", inbrengers, begeleider="tim", thema=thema
    )
    voorbereid = new.bereid_voor(eigen, opties)
    sessie = new.leg_klaar(eigen, voorbereid)
    voorbeeld = bronnen.folder("examples") / f"{draaiboek}.yaml"
    for document in read_answers(voorbeeld.read_bytes()):
        begonnen = klok.nu
        with locked(eigen) as vastlegger:
            # As if each step took so long: the log of the demo shows how the time was spent.
            klok.nu += timedelta(minutes=4)
            tijd = {"begonnen": begonnen.isoformat()}
            yield from record_all(
                vastlegger, eigen, [tijd | document], sessie.naam, None, opnieuw=False
            )
