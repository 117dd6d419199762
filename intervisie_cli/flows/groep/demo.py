"""Plays a worked case of examples/ into a fresh group."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from intervisie_cli.flows.groep import init
from intervisie_cli.flows.niet_vastgelegd import GeenNaam
from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.flows.sessie import new
from intervisie_cli.flows.sessie.new import Opties
from intervisie_cli.flows.stap.antwoordenbestand import read_answers, record_all
from intervisie_cli.flows.stap.vastleggen import Vastgelegd
from intervisie_cli.flows.vastlegger import locked
from intervisie_cli.groep import bronnen
from intervisie_cli.model.sessie import Lid

LEDEN = (Lid("mirthe", "Mirthe"), Lid("kim", "Kim"), Lid("tim", "Tim"))
BEGIN = datetime.fromisoformat("2026-11-23T19:00:00+01:00")
_THEMA = {"lang": "Structuur", "kort": "Motivatie"}
# How long each step of the case took, in minutes: the log of the demo shows how time was spent.
_MINUTEN = {
    "kort": (4, 5, 6, 4, 15),
    "lang": (12, 5, 19, 9, 12, 6, 4, 21, 11, 10, 0, 20),
}


@dataclass
class _Klok:
    """A clock that stands still until it is told how long something took."""

    nu: datetime

    def __call__(self) -> datetime:
        return self.nu


def play(omgeving: Omgeving, folder: Path, draaiboek: str) -> Iterator[Vastgelegd]:
    """Make the group in *folder* and record the case step by step, on a clock of its own."""
    klok = _Klok(BEGIN)
    eigen = omgeving.in_folder(folder, klok)
    try:
        init.make(eigen, folder, "Studiegroep thuis", LEDEN)
    except GeenNaam:
        # Whoever only wants to see it work need not set up git first.
        init.make(eigen, folder, "Studiegroep thuis", LEDEN, wie="Voorbeeld")
    # Who leads and who brings in, the group decides in the call.
    opties = Opties(draaiboek, "mirthe,kim,tim", thema=_THEMA[draaiboek])
    voorbereid = new.bereid_voor(eigen, opties)
    sessie = new.leg_klaar(eigen, voorbereid)
    voorbeeld = bronnen.folder("examples") / f"{draaiboek}.yaml"
    documents = read_answers(voorbeeld.read_bytes())
    for document, minuten in zip(documents, _MINUTEN[draaiboek], strict=True):
        begonnen = klok.nu
        with locked(eigen) as vastlegger:
            klok.nu += timedelta(minutes=minuten)
            tijd = {"begonnen": begonnen.isoformat()}
            yield from record_all(
                vastlegger, eigen, [tijd | document], sessie.naam, None, opnieuw=False
            )
