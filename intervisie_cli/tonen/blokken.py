"""What stands on a page, as a list of blocks: every form of the page is made from the same list.

The texts in them are as somebody wrote them; each form makes them safe in its own way.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple, TypeVar, cast

T = TypeVar("T")

# What people write before an item when they take notes.
_LIJSTREGEL = re.compile(r"[-*+•] +(\S.*)")


class Titel(NamedTuple):
    """What the page is about, or at *niveau* 2 a part of it."""

    tekst: str
    niveau: int = 1


class Feiten(NamedTuple):
    """What is known of a whole: rows of a name and what it is."""

    rijen: tuple[tuple[str, str], ...]


class Kop(NamedTuple):
    """A heading, such as that of a step."""

    tekst: str
    niveau: int = 2


class Veldregel(NamedTuple):
    """A value behind its name, or a sentence without one; *is_anders* lost a clash in a merge."""

    naam: str
    tekst: str
    is_anders: bool = False


class Lijstpunt(NamedTuple):
    """An item of a list: who said it, or '', what, and the other parts of it."""

    wie: str
    tekst: str
    delen: "tuple[Veldregel | Opsomming, ...]" = ()


class Opsomming(NamedTuple):
    """The items below a name."""

    naam: str
    punten: tuple[Lijstpunt, ...]


class Vrijetekst(NamedTuple):
    """What somebody wrote freely, in lines, below its name or ''."""

    naam: str
    tekst: str

    @property
    def alineas(self) -> tuple["Alinea", ...]:
        """The text as people meant it: lines behind a dash are a list."""
        return tuple(_alineas(self.tekst))


class Alinea(NamedTuple):
    """Lines of free text that go together, or with *is_lijst* the items of a list."""

    regels: tuple[str, ...]
    is_lijst: bool = False


class Tabel(NamedTuple):
    """Rows of cells below their headings; the first cell of a row says what it is about.

    In one that *is_ruim* there is room to write in a cell by hand.
    """

    koppen: tuple[str, ...]
    rijen: tuple[tuple[str, ...], ...]
    is_ruim: bool = False


class Schrijfruimte(NamedTuple):
    """A label with lines to write on by hand; with none it only says something."""

    label: str
    regels: int


class Blad(NamedTuple):
    """What follows begins a page, where there are pages."""


Blok = (
    Titel
    | Feiten
    | Kop
    | Veldregel
    | Opsomming
    | Vrijetekst
    | Tabel
    | Schrijfruimte
    | Blad
)


class Stuk(NamedTuple):
    """A page that leaves the program: its name, its day, and its blocks.

    The day stands in the properties of a file, so that the same page has the same bytes.
    """

    naam: str
    dag: date
    blokken: tuple[Blok, ...]


def _alineas(tekst: str) -> Iterator[Alinea]:
    regels: list[str] = []
    is_lijst = False
    for regel in tekst.strip("\n").split("\n"):
        punt = _LIJSTREGEL.match(regel)
        # An indented line goes on with the item above it.
        if is_lijst and regel.startswith("  "):
            regels[-1] += f"\n{regel.strip()}"
            continue
        if regels and is_lijst != bool(punt):
            yield Alinea(tuple(regels), is_lijst)
            regels = []
        is_lijst = bool(punt)
        regels.append(punt[1] if punt else regel)
    yield Alinea(tuple(regels), is_lijst)


def dieper(blokken: Iterable[Blok]) -> Iterator[Blok]:
    """The same blocks, with each heading a level lower: a page as a part of another."""
    for blok in blokken:
        if isinstance(blok, Titel | Kop):
            yield blok._replace(niveau=blok.niveau + 1)
        else:
            yield blok


def with_levels(blokken: Iterable[Blok]) -> Iterator[tuple[Blok, int]]:
    """Each block with the level of a heading below it: its own for a heading."""
    niveau = 0
    for blok in blokken:
        if isinstance(blok, Titel | Kop):
            niveau = blok.niveau
            yield blok, niveau
        else:
            yield blok, niveau + 1


def with_headings(blokken: Iterable[Blok]) -> Iterator[Blok]:
    """The same page, where each name that stands above something is a heading of its own."""
    for blok, niveau in with_levels(blokken):
        if isinstance(blok, Titel):
            yield Kop(*blok)
        elif isinstance(blok, Opsomming | Vrijetekst) and blok.naam:
            yield Kop(blok.naam, niveau)
            yield blok._replace(naam="")
        else:
            yield blok


def met_teksten(waarde: T, maak: Callable[[str], str]) -> T:
    """The same block or blocks, with each text in it as *maak* makes it."""
    return cast("T", _met_teksten(waarde, maak))


def _met_teksten(waarde: Any, maak: Callable[[str], str]) -> Any:
    if isinstance(waarde, str):
        return maak(waarde)
    if not isinstance(waarde, tuple):
        return waarde
    delen = [_met_teksten(deel, maak) for deel in waarde]
    if hasattr(waarde, "_make"):
        return waarde._make(delen)
    return tuple(delen)
