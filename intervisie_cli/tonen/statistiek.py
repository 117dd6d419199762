"""What a group did, in figures: as plain bars."""

from collections.abc import Iterable, Iterator

from intervisie_cli.flows.terugblik.statistiek import Duur, Statistiek
from intervisie_cli.model.plain import Data
from intervisie_cli.model.sessie import Groep
from intervisie_cli.ui.console import Console, breedte_van, kort, vul

# Columns of the longest bar and of the names, so that a line fits where 80 columns do.
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
    if not cijfers.sessies:
        yield "Geen rondes gevonden."
        return
    yield uit.stijl(_aantal(cijfers.sessies, "sessie", "sessies"), "vet")
    yield from _balken(uit, "Rondes", _rondes(groep, cijfers))
    yield from _balken(uit, "Minuten per stap, gemiddeld", map(_stap, cijfers.stappen))
    aantal_acties = sum(cijfers.acties.values())
    titel = _aantal(aantal_acties, "actie", "acties")
    yield from _balken(uit, titel, _acties(cijfers, aantal_acties))
    yield from _balken(uit, "Wat miste aan acties", _letters(cijfers))


def json(cijfers: Statistiek) -> Data:
    """The documented object of `log --statistiek --json`."""
    gegevens = cijfers._asdict()
    gegevens["stappen"] = [stap._asdict() for stap in cijfers.stappen]
    return gegevens


def _aantal(aantal: int, enkelvoud: str, meervoud: str) -> str:
    if aantal == 1:
        return f"1 {enkelvoud}"
    return f"{aantal} {meervoud}"


def _rondes(groep: Groep, cijfers: Statistiek) -> Iterator[Rij]:
    for lid, aantal in cijfers.rondes.items():
        yield groep.roepnaam(lid), aantal, str(aantal)


def _stap(stap: Duur) -> Rij:
    tekst = f"{stap.gemiddeld:.0f}"
    # A step without a planned time has nothing to compare with.
    if stap.plan:
        tekst += f" (plan {stap.plan})"
    return stap.titel, stap.gemiddeld, tekst


def _acties(cijfers: Statistiek, totaal: int) -> Iterator[Rij]:
    for status, aantal in cijfers.acties.items():
        procent = aantal * 100 // totaal
        yield status.capitalize(), aantal, f"{aantal} ({procent}%)"


def _letters(cijfers: Statistiek) -> Iterator[Rij]:
    for letter, aantal in cijfers.letters.items():
        if aantal:
            yield _LETTERS[letter], aantal, str(aantal)


def _balken(uit: Console, titel: str, rijen: Iterable[Rij]) -> Iterator[str]:
    """A heading, and a line for each row: its name, a bar and the number; nothing without rows."""
    alle = list(rijen)
    if not alle:
        return
    yield ""
    yield uit.stijl(titel, "vet")
    langste_naam = max(breedte_van(naam) for naam, _, _ in alle)
    breed = min(_NAAM, langste_naam)
    # The longest bar is of the row with most, whatever the others are.
    hoogste = max(waarde for _, waarde, _ in alle)
    for naam, waarde, tekst in alle:
        kolom = vul(kort(naam, breed), breed)
        balk = vul(_balk(waarde, hoogste), _BALK)
        yield uit.stijl(f"  {kolom}  {balk}  {tekst}")


def _balk(waarde: float, hoogste: float) -> str:
    if not waarde:
        return ""
    # What is there at all can be seen, however small its share is.
    lengte = max(1, round(_BALK * waarde / hoogste))
    return "█" * lengte
