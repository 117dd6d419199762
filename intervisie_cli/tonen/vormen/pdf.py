"""Blocks as a PDF of A4 pages that a screen reader can read: tagged, in Dutch, PDF/UA-1."""

import json
import re
from datetime import UTC, datetime
from functools import partial
from importlib.resources import files
from typing import Any

from intervisie_cli.model.plain import Data
from intervisie_cli.tonen.blokken import Stuk, Vrijetekst, met_teksten, with_headings
from intervisie_cli.ui.veilig import veilig

_MAP = "intervisie_cli.tonen.vormen"
_SJABLOON = "stuk.typ"
# How typst tells which text it has no font for; an odd character in it stands as its number.
_GEEN_TEKEN = re.compile(r"the text `\"(.+?)\"` could not be displayed")
_CODE = re.compile(r"\\u\{([0-9a-f]+)\}")


def bestand(stuk: Stuk) -> bytes:
    """The bytes of a PDF file; the same for the same page, on a computer with the same fonts."""
    import typst

    veilig_stuk = met_teksten(stuk, veilig)
    onbekend: set[str] = set()
    # Each time all that one run of text lacks is told, and another may lack more.
    while True:
        try:
            return _compile(met_teksten(veilig_stuk, partial(_spelled_out, onbekend)))
        except typst.TypstError as fout:
            nieuw = _without_glyph(str(fout)) - onbekend
            if not nieuw:
                raise
            onbekend |= nieuw


def _compile(stuk: Stuk) -> bytes:
    import typst

    # The day of the page, not of today.
    moment = datetime(stuk.dag.year, stuk.dag.month, stuk.dag.day, tzinfo=UTC)
    return typst.compile(
        files(_MAP).joinpath(_SJABLOON).read_bytes(),
        format="pdf",
        sys_inputs={"stuk": json.dumps(_gegevens(stuk))},
        pdf_standards="ua-1",
        timestamp=moment,
    )


def _without_glyph(fout: str) -> set[str]:
    """The characters that no font on this computer has: in such a PDF each must be readable."""
    teksten = _GEEN_TEKEN.findall(fout)
    return {char for tekst in teksten for char in _CODE.sub(_char, tekst)}


def _char(code: re.Match[str]) -> str:
    return chr(int(code[1], 16))


def _spelled_out(onbekend: set[str], tekst: str) -> str:
    """The text with the number of each such character in its place, as a guard writes it."""
    return "".join(
        f"\\u{{{ord(char):x}}}" if char in onbekend else char for char in tekst
    )


def _gegevens(stuk: Stuk) -> Data:
    blokken = [_als_data(blok) for blok in with_headings(stuk.blokken)]
    return {"naam": stuk.naam, "blokken": blokken}


def _als_data(waarde: Any) -> Any:
    """A block as the template reads it: its fields by name, and which kind it is."""
    if hasattr(waarde, "_asdict"):
        velden = {naam: _als_data(deel) for naam, deel in waarde._asdict().items()}
        if isinstance(waarde, Vrijetekst):
            velden["alineas"] = _als_data(waarde.alineas)
        return {"soort": type(waarde).__name__, **velden}
    if isinstance(waarde, tuple):
        return [_als_data(deel) for deel in waarde]
    return waarde
