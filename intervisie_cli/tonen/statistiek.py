"""What a group did, in figures: as plain bars."""

from collections.abc import Iterable, Iterator
from typing import Any

from intervisie_cli.flows.terugblik.statistiek import Duur, Statistiek
from intervisie_cli.model.sessie import Groep
from intervisie_cli.ui.console import Console, breedte_van, kort, vul

_BALK = 20
_NAAM = 28
_LETTERS = {
    "S": "Specifiek",
    "M": "Meetbaar",
    "A": "Acceptabel",
    "R": "Realistisch",
    "T": "Tijdgebonden",
}

# A name, how much, and that in words.
Rij = tuple[str, float, str]


def regels(uit: Console, groep: Groep, cijfers: Statistiek) -> Iterator[str]:
    """A chart for each thing that was counted."""
    if not cijfers.rondes:
        yield "Geen rondes gevonden."
        return
    yield uit.stijl(f"{cijfers.sessies} {'sessie' if cijfers.sessies == 1 else 'sessies'}", "vet")
    rondes = [(groep.roepnaam(lid), aantal, f"{aantal}") for lid, aantal in cijfers.rondes.items()]
    yield from _bars(uit, "Rondes", rondes)
    yield from _bars(uit, "Minuten per stap, gemiddeld", map(_step, cijfers.stappen))
    totaal = sum(cijfers.acties.values())
    titel = f"{totaal} {'actie' if totaal == 1 else 'acties'}"
    yield from _bars(uit, titel, [_share(*actie, totaal) for actie in cijfers.acties.items()])
    mist = [(letter, aantal) for letter, aantal in cijfers.letters.items() if aantal]
    rijen = [(_LETTERS[letter], aantal, f"{aantal}") for letter, aantal in mist]
    yield from _bars(uit, "Wat miste aan acties", rijen)


def json(cijfers: Statistiek) -> dict[str, Any]:
    """The documented object of `log --statistiek --json`."""
    return cijfers._asdict() | {"stappen": [stap._asdict() for stap in cijfers.stappen]}


def _step(stap: Duur) -> Rij:
    plan = f" (plan {stap.plan})" if stap.plan else ""
    return stap.titel, stap.gemiddeld, f"{stap.gemiddeld:.0f}{plan}"


def _share(status: str, aantal: int, totaal: int) -> Rij:
    return status.capitalize(), aantal, f"{aantal} ({aantal * 100 // totaal}%)"


def _bars(uit: Console, titel: str, rijen: Iterable[Rij]) -> Iterator[str]:
    """A heading, and a line for each row: its name, a bar and the number; nothing without rows."""
    alle = list(rijen)
    if not alle:
        return
    yield ""
    yield uit.stijl(titel, "vet")
    breed = min(_NAAM, max(breedte_van(naam) for naam, _, _ in alle))
    hoogste = max(waarde for _, waarde, _ in alle) or 1
    for naam, waarde, tekst in alle:
        # What is there at all can be seen.
        lengte = max(1 if waarde else 0, round(_BALK * waarde / hoogste))
        balk = vul("█" * lengte, _BALK)
        yield uit.stijl(f"  {vul(kort(naam, breed), breed)}  {balk}  {tekst}")
