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
# An emoji can be made of more characters: a skin, a joiner, a flag of two letters.
_MERKEN = frozenset("\u200d\ufe0f\u20e3")
_DEEL = (
    "[\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff][\ufe0f\U0001f3fb-\U0001f3ff]*"
)
_EMOJI = re.compile(f"{_DEEL}(?:\u200d?{_DEEL})*")
_GEEN_EMOJI = "[emoji]"
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
    gevonden = {char for tekst in teksten for char in _CODE.sub(_char, tekst)}
    if anders := {char for char in gevonden if not char.isascii()}:
        return anders
    # Every font has the plain letters: what is lacking is a mark that stands on one.
    return {*gevonden, *_MERKEN}


def _char(code: re.Match[str]) -> str:
    return chr(int(code[1], 16))


def _spelled_out(onbekend: set[str], tekst: str) -> str:
    """The text with something that can be read in the place of each such character."""

    def emoji(match: re.Match[str]) -> str:
        return _GEEN_EMOJI if onbekend & set(match[0]) else match[0]

    return "".join(_spelled(onbekend, char) for char in _EMOJI.sub(emoji, tekst))


def _spelled(onbekend: set[str], char: str) -> str:
    if char not in onbekend or char.isascii():
        return char
    return "" if char in _MERKEN else f"\\u{{{ord(char):x}}}"


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
