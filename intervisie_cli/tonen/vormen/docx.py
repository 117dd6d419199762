"""Blocks as a Word file: A4, in Dutch, with real headings and lists."""

import zipfile
from collections.abc import Iterable
from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING

from intervisie_cli.tonen.blokken import (
    Blad,
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
    met_teksten,
    with_headings,
)
from intervisie_cli.ui.veilig import veilig

if TYPE_CHECKING:
    from docx.blkcntnr import BlockItemContainer
    from docx.document import Document
    from docx.text.paragraph import Paragraph

_TAAL = "nl-NL"
_LETTER = "Calibri"
# Each file in a Word file has a time: always this one, so that the same page has the same bytes.
_MOMENT = (1980, 1, 1, 0, 0, 0)
# The styles that come with Word: of items, also in a list in a list, and of what stands below one.
_PUNTEN = ("List Bullet", "List Bullet 2", "List Bullet 3")
_ERONDER = ("List Continue", "List Continue 2", "List Continue 3")
_KOPPEN = range(1, 6)
# Millimetres beside the text, and what is left for a table on A4.
_MARGE, _BREEDTE = 22, 166
# And the height of a cell to write in by hand.
_HOOGTE = 12
# In letters: the margins of a cell, and from where on a text takes more lines and no more room.
_RAND, _LANG = 4, 14
# Dark enough to read: 7 to 1 on white.
_KLEUR = "0B4F5C"


def bestand(stuk: Stuk) -> bytes:
    """The bytes of a Word file; the same for the same page."""
    import docx
    from docx.blkcntnr import BlockItemContainer
    from docx.oxml import OxmlElement

    stuk = met_teksten(stuk, veilig)
    document = docx.Document()
    _set_up(document, stuk)
    einde = document.element.body[-1]
    for blok in with_headings(stuk.blokken):
        # Each apart, and then put above the end: Word's own way looks at all that stands before.
        deel = BlockItemContainer(OxmlElement("w:body"), document)
        _zet(deel, blok)
        for element in list(deel._element):  # noqa: SLF001 - has no other name
            einde.addprevious(element)
    uit = BytesIO()
    document.save(uit)
    return zonder_tijd(uit.getvalue())


def _set_up(document: "Document", stuk: Stuk) -> None:
    """Paper, language and properties, which python-docx takes from America."""
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt, RGBColor

    for deel in document.sections:
        deel.page_width, deel.page_height = Mm(210), Mm(297)
        deel.left_margin = deel.right_margin = Mm(_MARGE)
        deel.top_margin = deel.bottom_margin = Mm(_MARGE)
    gewoon = document.styles["Normal"]
    gewoon.font.name, gewoon.font.size = _LETTER, Pt(11)
    gewoon.paragraph_format.space_after = Pt(4)
    for nummer in _KOPPEN:
        kop = document.styles[f"Heading {nummer}"].font
        kop.color.rgb = RGBColor.from_string(_KLEUR)
    standaard = document.styles.element.find(f".//{qn('w:lang')}")
    standaard.set(qn("w:val"), _TAAL)
    eigenschappen = document.core_properties
    moment = datetime(stuk.dag.year, stuk.dag.month, stuk.dag.day, tzinfo=UTC)
    eigenschappen.title, eigenschappen.language = stuk.naam, _TAAL
    eigenschappen.author = eigenschappen.last_modified_by = eigenschappen.comments = ""
    eigenschappen.created = eigenschappen.modified = moment


def _zet(deel: "BlockItemContainer", blok: Blok) -> None:
    match blok:
        case Kop(tekst, niveau):
            _kop(deel, tekst, niveau)
        case Feiten(rijen):
            for naam, tekst in rijen:
                _achter(_alinea(deel, ""), naam, tekst)
        case Veldregel(naam, tekst):
            _achter(_alinea(deel, ""), naam, tekst)
        case Opsomming(_, punten):
            _punten(deel, punten, 0)
        case Vrijetekst():
            _vrij(deel, blok)
        case Schrijfruimte():
            _schrijfruimte(deel, blok)
        case Blad():
            _blad(deel)
        case Tabel():
            _tabel(deel, blok)


def _kop(
    deel: "BlockItemContainer",
    tekst: str,
    niveau: int,
) -> None:
    _alinea(deel, f"Heading {min(niveau, _KOPPEN[-1])}").add_run(tekst)


def _alinea(deel: "BlockItemContainer", stijl: str) -> "Paragraph":
    """A paragraph in a style that comes with Word."""
    alinea = deel.add_paragraph()
    if stijl:
        # Word's id of it: to look a style up by its name takes as long as all the rest.
        alinea._p.style = stijl.replace(" ", "")  # noqa: SLF001
    return alinea


def _vrij(deel: "BlockItemContainer", vrij: Vrijetekst) -> None:
    for alinea in vrij.alineas:
        stijl = _PUNTEN[0] if alinea.is_lijst else ""
        for regel in alinea.regels:
            _alinea(deel, stijl).add_run(regel)


def _punten(
    deel: "BlockItemContainer",
    punten: Iterable[Lijstpunt],
    diepte: int,
) -> None:
    for punt in punten:
        regel = _regel(deel, _PUNTEN, diepte)
        _achter(regel, punt.wie, punt.tekst)
        if punt.delen:
            # No page ends with an item of which all that belongs to it is on the next.
            regel.paragraph_format.keep_with_next = True
        for onder in punt.delen:
            # What belongs to an item stands below it, without a mark of its own.
            if isinstance(onder, Veldregel):
                _achter(_regel(deel, _ERONDER, diepte), onder.naam, onder.tekst)
                continue
            if onder.naam:
                _achter(_regel(deel, _ERONDER, diepte), onder.naam, "")
            _punten(deel, onder.punten, diepte + 1)


def _regel(
    deel: "BlockItemContainer",
    stijlen: tuple[str, ...],
    diepte: int,
) -> "Paragraph":
    return _alinea(deel, stijlen[min(diepte, len(stijlen) - 1)])


def _achter(
    alinea: "Paragraph",
    naam: str,
    tekst: str,
) -> None:
    """Put *tekst* in the paragraph, behind its name in bold."""
    if naam:
        alinea.add_run(f"{naam}: ").bold = True
    alinea.add_run(tekst)


def _schrijfruimte(deel: "BlockItemContainer", ruimte: Schrijfruimte) -> None:
    """Below the label lines as wide as the page: a tab with a line below it."""
    from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
    from docx.shared import Mm

    label = _alinea(deel, "")
    label.add_run(ruimte.label)
    label.paragraph_format.keep_with_next = bool(ruimte.regels)
    for nummer in range(ruimte.regels, 0, -1):
        regel = _alinea(deel, "")
        opmaak = regel.paragraph_format
        # All lines below one label stand on one page.
        opmaak.keep_with_next = nummer > 1
        opmaak.space_before = Mm(5)
        opmaak.tab_stops.add_tab_stop(
            Mm(_BREEDTE), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.LINES
        )
        regel.add_run("\t")


def _blad(deel: "BlockItemContainer") -> None:
    from docx.enum.text import WD_BREAK

    _alinea(deel, "").add_run().add_break(WD_BREAK.PAGE)


def _tabel(deel: "BlockItemContainer", tabel: Tabel) -> None:
    from docx.oxml import OxmlElement
    from docx.shared import Mm

    rijen = (tabel.koppen, *tabel.rijen)
    breedtes = [Mm(breedte) for breedte in _widths(tabel)]
    element = deel.add_table(len(rijen), len(tabel.koppen), Mm(_BREEDTE))
    element.style = "Table Grid"
    # Word goes by the cells, and LibreOffice by the columns.
    for kolom, breedte in zip(element.columns, breedtes, strict=True):
        kolom.width = breedte
    for rij, teksten in zip(element.rows, rijen, strict=True):
        for cel, tekst, breedte in zip(rij.cells, teksten, breedtes, strict=True):
            cel.text = tekst
            cel.width = breedte
        if tabel.is_ruim and teksten is not tabel.koppen:
            rij.height = Mm(_HOOGTE)
    eerste = element.rows[0]
    # A reader says the headings with each cell, and a next page begins with them.
    eerste._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001
    for cel in eerste.cells:
        for run in cel.paragraphs[0].runs:
            run.bold = True
    # Without a paragraph in between the next table would be a part of this one.
    _alinea(deel, "")


def _widths(tabel: Tabel) -> list[float]:
    """The millimetres of each column, by its longest text.

    Where somebody writes by hand, the last is as wide as all the others together.
    """
    kolommen = zip(tabel.koppen, *tabel.rijen, strict=True)
    gewichten = [min(max(map(len, kolom)), _LANG) + _RAND for kolom in kolommen]
    if tabel.is_ruim:
        gewichten[-1] = sum(gewichten[:-1])
    return [_BREEDTE * gewicht / sum(gewichten) for gewicht in gewichten]


def zonder_tijd(raw: bytes) -> bytes:
    """A Word file with the same time on each file in it, so that it is the same each time."""
    uit = BytesIO()
    with zipfile.ZipFile(BytesIO(raw)) as van, zipfile.ZipFile(uit, "w") as naar:
        for naam in van.namelist():
            info = zipfile.ZipInfo(naam, _MOMENT)
            naar.writestr(info, van.read(naam), zipfile.ZIP_DEFLATED)
    return uit.getvalue()
