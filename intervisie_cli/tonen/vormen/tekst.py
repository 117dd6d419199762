"""Blocks at the terminal: wrapped lines, indented below their headings."""

from collections.abc import Iterable, Iterator

from intervisie_cli.tonen.blokken import (
    Blok,
    Feiten,
    Kop,
    Lijstpunt,
    Opsomming,
    Schrijfruimte,
    Tabel,
    Titel,
    Veldregel,
    Vrijetekst,
    with_levels,
)
from intervisie_cli.ui.console import Console, breedte_van, vul

# The names of facts beside what they say: 'Deelnemers' is the longest.
_MARGE = 12
# How long a line to write on is at most: at ten letters to an inch, A4 has room for 77 between
# its margins.
_LENGTE = 76


def regels(uit: Console, blokken: Iterable[Blok]) -> Iterator[str]:
    """The lines of all blocks."""
    for blok, niveau in with_levels(blokken):
        yield from _regels(uit, blok, 2 * max(0, niveau - 2))


def _regels(
    uit: Console,
    blok: Blok,
    inspringen: int,
) -> Iterator[str]:
    match blok:
        case Titel(tekst):
            yield from uit.opgemaakt(tekst, "vet", "blauw")
        case Feiten(rijen):
            for naam, tekst in rijen:
                yield from uit.opgemaakt(tekst, kop=vul(naam, _MARGE))
        case Kop():
            yield from _kop(uit, blok, inspringen)
        case Veldregel():
            yield from _veld(uit, blok, inspringen)
        case Opsomming():
            yield from _opsomming(uit, blok, inspringen)
        case Vrijetekst():
            yield from _vrij(uit, blok, inspringen)
        case Tabel():
            yield from _tabel(uit, blok)
        case Schrijfruimte(label, aantal):
            yield from _schrijfruimte(uit, label, aantal)


def _kop(
    uit: Console,
    kop: Kop,
    inspringen: int,
) -> Iterator[str]:
    if kop.niveau == 2:
        yield ""
        yield from uit.opgemaakt(kop.tekst, "vet", "blauw")
    else:
        yield from uit.opgemaakt(kop.tekst, "vet", inspringen=inspringen)


def _vrij(
    uit: Console,
    vrij: Vrijetekst,
    inspringen: int,
) -> Iterator[str]:
    if vrij.naam:
        yield from uit.opgemaakt(vrij.naam, "vet", inspringen=inspringen)
    yield from uit.opgemaakt(vrij.tekst, inspringen=inspringen + 2)


def _veld(
    uit: Console,
    veld: Veldregel,
    inspringen: int,
    *stijlen: str,
) -> list[str]:
    if veld.is_anders:
        stijlen = ("geel",)
    kop = f"{veld.naam}: " if veld.naam else ""
    return uit.opgemaakt(veld.tekst, *stijlen, kop=kop, inspringen=inspringen)


def _opsomming(
    uit: Console,
    lijst: Opsomming,
    inspringen: int,
) -> Iterator[str]:
    if lijst.naam:
        yield from uit.opgemaakt(lijst.naam, "vet", inspringen=inspringen)
    for punt in lijst.punten:
        yield from _punt(uit, punt, inspringen + 2)


def _punt(
    uit: Console,
    punt: Lijstpunt,
    inspringen: int,
) -> Iterator[str]:
    tekst = ": ".join(filter(None, (punt.wie, punt.tekst)))
    yield from uit.opgemaakt(tekst, kop="• ", inspringen=inspringen)
    for deel in punt.delen:
        if isinstance(deel, Opsomming):
            yield from _opsomming(uit, deel, inspringen + 2)
        else:
            yield from _veld(uit, deel, inspringen + 2, "dof")


def _schrijfruimte(
    uit: Console,
    label: str,
    aantal: int,
) -> Iterator[str]:
    """The first line to write on stands behind the label.

    There is an empty line above each: handwriting is twice as high as print.
    """
    yield ""
    *boven, onder = uit.opgemaakt(label)
    yield from boven
    if not aantal:
        yield onder
        return
    lengte = min(uit.breedte, _LENGTE)
    rest = lengte - breedte_van(onder) - 1
    yield f"{onder} {'_' * rest}"
    for _ in range(aantal - 1):
        yield ""
        yield "_" * lengte


def _tabel(uit: Console, tabel: Tabel) -> Iterator[str]:
    """The cells in columns; what does not fit beside the others goes on in the last."""
    rijen = [tabel.koppen, *tabel.rijen]
    breedtes = [max(map(breedte_van, kolom)) for kolom in zip(*rijen, strict=True)]
    for rij in rijen:
        *eerste, laatste = rij
        begin = "".join(
            vul(cel, breedte + 2)
            for cel, breedte in zip(eerste, breedtes[:-1], strict=True)
        )
        yield from uit.opgemaakt(laatste, kop=begin)
