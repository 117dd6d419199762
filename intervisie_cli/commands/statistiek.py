"""`intervisie log --statistiek`: what a group did, as plain bars."""

from collections.abc import Iterable

from intervisie_cli.commands.app import App
from intervisie_cli.flows.terugblik import statistiek
from intervisie_cli.flows.terugblik.statistiek import Duur
from intervisie_cli.model.verslag import Zoekvraag
from intervisie_cli.ui.console import breedte_van, kort, vul

_BALK = 20
_NAAM = 28
_LETTERS = {
    "S": "Specifiek",
    "M": "Meetbaar",
    "A": "Acceptabel",
    "R": "Realistisch",
    "T": "Tijdgebonden",
}

Rij = tuple[str, float, str]


def show_statistics(app: App, vraag: Zoekvraag, *, json: bool) -> int:
    """Print the counts of the rondes that are asked for."""
    cijfers = statistiek.count(app.omgeving, vraag)
    if json:
        app.console.json(cijfers.json())
        return 0
    uit, groep = app.console, app.omgeving.groep
    if not cijfers.rondes:
        uit.regel("Geen rondes gevonden.")
        return 0
    uit.regel(f"{cijfers.sessies} {'sessie' if cijfers.sessies == 1 else 'sessies'}", "vet")
    _bars(
        app,
        "Rondes",
        [(groep.roepnaam(lid), aantal, f"{aantal}") for lid, aantal in cijfers.rondes.items()],
    )
    _bars(app, "Minuten per stap, gemiddeld", [_step(stap) for stap in cijfers.stappen])
    totaal = sum(cijfers.acties.values())
    acties = [
        (wat.capitalize(), n, f"{n} ({n * 100 // totaal}%)") for wat, n in cijfers.acties.items()
    ]
    _bars(app, f"{totaal} {'actie' if totaal == 1 else 'acties'}", acties)
    mist = [
        (_LETTERS[letter], aantal, f"{aantal}")
        for letter, aantal in cijfers.letters.items()
        if aantal
    ]
    _bars(app, "Wat miste aan acties", mist)
    return 0


def _step(stap: Duur) -> Rij:
    return (
        stap.titel,
        stap.gemiddeld,
        f"{stap.gemiddeld:.0f}" + (f" (plan {stap.plan})" if stap.plan else ""),
    )


def _bars(app: App, titel: str, rijen: Iterable[Rij]) -> None:
    """A heading, and a line for each row: its name, a bar, and the number; nothing when there are no rows."""
    alle = list(rijen)
    if not alle:
        return
    app.console.regel(f"\n{titel}", "vet")
    breed = min(_NAAM, max(breedte_van(naam) for naam, _, _ in alle))
    hoogste = max(waarde for _, waarde, _ in alle) or 1
    for naam, waarde, tekst in alle:
        balk = "█" * max(1 if waarde else 0, round(_BALK * waarde / hoogste))
        app.console.regel(f"  {vul(kort(naam, breed), breed)}  {vul(balk, _BALK)}  {tekst}")
