r"""Blocks as Markdown that any program shows as it was meant: a heading stays a heading.

What people wrote is text and no markup: `\#`, `\[`. An address in it is no link.
"""

import re
from collections.abc import Iterable, Iterator

from intervisie_cli.tonen.blokken import (
    Blok,
    Feiten,
    Kop,
    Lijstpunt,
    Opsomming,
    Stuk,
    Tabel,
    Titel,
    Veldregel,
    Vrijetekst,
    with_levels,
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
_INSPRINGEN = "  "


def bestand(stuk: Stuk) -> bytes:
    """The bytes of a Markdown file."""
    return "".join(regels(stuk.blokken)).encode()


def regels(blokken: Iterable[Blok]) -> Iterator[str]:
    """The lines of all blocks, each with its end."""
    is_eerste = True
    for blok, niveau in with_levels(blokken):
        if not is_eerste:
            yield "\n"
        is_eerste = False
        yield from (f"{regel}\n" for regel in _regels(blok, niveau))


def _regels(blok: Blok, niveau: int) -> Iterator[str]:
    match blok:
        case Titel(tekst) | Kop(tekst):
            yield _kop(tekst, niveau)
        case Feiten(rijen):
            for naam, tekst in rijen:
                yield f"- **{_tekst(naam)}:** {_tekst(tekst, _INSPRINGEN)}"
        case Veldregel():
            yield _veld(blok, "")
        case Opsomming(naam, punten):
            yield _kop(naam, niveau)
            yield ""
            yield from _punten(punten, "")
        case Vrijetekst(naam):
            if naam:
                yield _kop(naam, niveau)
                yield ""
            yield from _vrij(blok)
        case Tabel(koppen, rijen):
            yield _rij(koppen)
            yield _rij("---" for _ in koppen)
            yield from (_rij(map(_cel, rij)) for rij in rijen)


def _kop(tekst: str, niveau: int) -> str:
    return f"{'#' * min(niveau, 6)} {_tekst(op_een_regel(tekst))}"


def _vrij(vrij: Vrijetekst) -> Iterator[str]:
    for nummer, alinea in enumerate(vrij.alineas):
        if nummer:
            yield ""
        if alinea.is_lijst:
            yield from (f"- {_tekst(regel, _INSPRINGEN)}" for regel in alinea.regels)
        else:
            yield _tekst("\n".join(alinea.regels))


def _veld(veld: Veldregel, marge: str) -> str:
    tekst = _tekst(veld.tekst, marge)
    if not veld.naam:
        return tekst
    return f"**{_tekst(veld.naam)}:** {tekst}"


def _punten(punten: Iterable[Lijstpunt], marge: str) -> Iterator[str]:
    onder = marge + _INSPRINGEN
    for punt in punten:
        tekst = _tekst(punt.tekst, onder)
        if punt.wie:
            tekst = f"**{_tekst(punt.wie)}:** {tekst}"
        yield f"{marge}- {tekst}".rstrip()
        for deel in punt.delen:
            if isinstance(deel, Veldregel):
                yield f"{onder}- {_veld(deel, onder + _INSPRINGEN)}"
                continue
            # A list without a name belongs to the item itself.
            diepte = onder
            if deel.naam:
                yield f"{onder}- **{_tekst(deel.naam)}**"
                diepte += _INSPRINGEN
            yield from _punten(deel.punten, diepte)


def _rij(cellen: Iterable[str]) -> str:
    return f"| {' | '.join(cellen)} |"


def _cel(tekst: str) -> str:
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
