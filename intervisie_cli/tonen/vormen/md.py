r"""Blocks as Markdown that any program shows as it was meant: a heading stays a heading.

What people wrote is text and no markup: `\#`, `\[`. An address in it is no link.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from intervisie_cli.tonen.blokken import (
    Blok,
    Feiten,
    Kop,
    Lijstpunt,
    Opsomming,
    Schrijfruimte,
    Stuk,
    Tabel,
    Veldregel,
    Vrijetekst,
    with_headings,
)
from intervisie_cli.ui.veilig import op_een_regel, veilig

# What means something anywhere in a line, and what does so at its beginning alone.
_OVERAL = re.compile(r"[\\`*_\[\]<>&~|{}$#]")
_BEGIN = re.compile(r"(?m)^( *)(\+|-|=|:)")
_NUMMER = re.compile(r"(?m)^( *\d+)([.)])")
# Programs make a link of an address, also between words.
_ADRES = re.compile(r"(?i)(https?|ftp|mailto)(:)|\b(www)(\.)")
# Spaces at the beginning of a line would be lost, or make it code.
_VOORAF = re.compile(r"(?m)^ +")
_HARDE_SPATIE = "\u00a0"
# A list in a list stands below the text of its item.
_ONDER = "  "
_SCHRIJFREGEL = r"\_" * 60


def bestand(stuk: Stuk) -> bytes:
    """The bytes of a Markdown file."""
    return "".join(regels(stuk.blokken)).encode()


def regels(blokken: Iterable[Blok]) -> Iterator[str]:
    """The lines of all blocks, each with its end."""
    is_eerste = True
    for blok in with_headings(blokken):
        if not is_eerste:
            yield "\n"
        is_eerste = False
        yield from (f"{regel}\n" for regel in _regels(blok))


def _regels(blok: Blok) -> Iterator[str]:
    match blok:
        case Kop(tekst, niveau):
            yield f"{'#' * min(niveau, 6)} {cel(tekst)}"
        case Feiten(rijen):
            yield from (f"- {_achter(naam, tekst, _ONDER)}" for naam, tekst in rijen)
        case Veldregel(naam, tekst):
            yield _achter(naam, tekst, "")
        case Opsomming(_, punten):
            yield from _punten(punten, "")
        case Vrijetekst():
            yield from _vrij(blok)
        case Schrijfruimte(label, aantal):
            yield "\n\n".join([_tekst(label), *[_SCHRIJFREGEL] * aantal])
        case Tabel():
            yield from _tabel(blok)


def _vrij(vrij: Vrijetekst) -> Iterator[str]:
    # A list ends at an empty line, also where the text goes on at once.
    for nummer, alinea in enumerate(vrij.alineas):
        if nummer:
            yield ""
        if alinea.is_lijst:
            yield from (f"- {_tekst(regel, _ONDER)}" for regel in alinea.regels)
        else:
            yield _tekst("\n".join(alinea.regels))


def _achter(
    naam: str,
    tekst: str,
    marge: str,
) -> str:
    """A text behind its name in bold, if it has one."""
    veilig_tekst = _tekst(tekst, marge)
    if not naam:
        return veilig_tekst
    return f"**{_tekst(naam)}:** {veilig_tekst}".rstrip()


def _punten(punten: Iterable[Lijstpunt], marge: str) -> Iterator[str]:
    onder = marge + _ONDER
    for punt in punten:
        yield f"{marge}- {_achter(punt.wie, punt.tekst, onder)}".rstrip()
        for deel in punt.delen:
            if isinstance(deel, Veldregel):
                yield f"{onder}- {_achter(deel.naam, deel.tekst, onder + _ONDER)}"
                continue
            # A list without a name belongs to the item itself.
            diepte = onder
            if deel.naam:
                yield f"{onder}- {_achter(deel.naam, '', '')}"
                diepte += _ONDER
            yield from _punten(deel.punten, diepte)


def _tabel(tabel: Tabel) -> Iterator[str]:
    yield from tabelregels(tabel.koppen, (map(cel, rij) for rij in tabel.rijen))


def tabelregels(
    koppen: Sequence[str],
    rijen: Iterable[Iterable[str]],
) -> Iterator[str]:
    """The lines of a table, of cells that are Markdown already."""
    for rij in (map(cel, koppen), ("---" for _ in koppen), *rijen):
        yield f"| {' | '.join(rij)} |"


def cel(tekst: str) -> str:
    """A cell is one line."""
    return _tekst(op_een_regel(tekst))


def _tekst(tekst: str, marge: str = "") -> str:
    """Text that is no markup, each line of it below the one before."""
    tekst = _OVERAL.sub(r"\\\g<0>", veilig(tekst).strip("\n"))
    tekst = _ADRES.sub(r"\1\3\\\2\4", tekst)
    tekst = _BEGIN.sub(r"\1\\\2", tekst)
    tekst = _NUMMER.sub(r"\1\\\2", tekst)
    tekst = _VOORAF.sub(lambda spaties: _HARDE_SPATIE * len(spaties[0]), tekst)
    return tekst.replace("\n", f"\\\n{marge}")
