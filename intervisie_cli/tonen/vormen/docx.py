"""Blocks as a Word file: A4, in Dutch, with real headings and lists."""

import zipfile
from collections.abc import Iterable
from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING

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
    met_teksten,
    with_levels,
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
    for blok, niveau in with_levels(stuk.blokken):
        # Each apart, and then put above the end: Word's own way looks at all that stands before.
        deel = BlockItemContainer(OxmlElement("w:body"), document)
        _zet(deel, blok, niveau)
        for element in list(deel._element):  # noqa: SLF001 - has no other name
            einde.addprevious(element)
    uit = BytesIO()
    document.save(uit)
    return _zonder_tijd(uit.getvalue())


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


def _zet(deel: "BlockItemContainer", blok: Blok, niveau: int) -> None:
    match blok:
        case Titel(tekst) | Kop(tekst):
            _kop(deel, tekst, niveau)
        case Feiten(rijen):
            for naam, tekst in rijen:
                _achter(deel.add_paragraph(), naam, tekst)
        case Veldregel(naam, tekst):
            _achter(deel.add_paragraph(), naam, tekst)
        case Opsomming(naam, punten):
            _kop(deel, naam, niveau)
            _punten(deel, punten, 0)
        case Vrijetekst():
            _vrij(deel, blok, niveau)
        case Tabel():
            _tabel(deel, blok)


def _kop(deel: "BlockItemContainer", tekst: str, niveau: int) -> None:
    _alinea(deel, f"Heading {min(niveau, _KOPPEN[-1])}").add_run(tekst)


def _alinea(deel: "BlockItemContainer", stijl: str) -> "Paragraph":
    """A paragraph in a style that comes with Word."""
    alinea = deel.add_paragraph()
    if stijl:
        # Word's id of it: to look a style up by its name takes as long as all the rest.
        alinea._p.style = stijl.replace(" ", "")  # noqa: SLF001
    return alinea


def _vrij(deel: "BlockItemContainer", vrij: Vrijetekst, niveau: int) -> None:
    if vrij.naam:
        _kop(deel, vrij.naam, niveau)
    for alinea in vrij.alineas:
        stijl = _PUNTEN[0] if alinea.is_lijst else ""
        for regel in alinea.regels:
            _alinea(deel, stijl).add_run(regel)


def _punten(
    deel: "BlockItemContainer", punten: Iterable[Lijstpunt], diepte: int
) -> None:
    for punt in punten:
        _achter(_regel(deel, _PUNTEN, diepte), punt.wie, punt.tekst)
        for onder in punt.delen:
            # What belongs to an item stands below it, without a mark of its own.
            if isinstance(onder, Veldregel):
                _achter(_regel(deel, _ERONDER, diepte), onder.naam, onder.tekst)
                continue
            if onder.naam:
                _achter(_regel(deel, _ERONDER, diepte), onder.naam, "")
            _punten(deel, onder.punten, diepte + 1)


def _regel(
    deel: "BlockItemContainer", stijlen: tuple[str, ...], diepte: int
) -> "Paragraph":
    return _alinea(deel, stijlen[min(diepte, len(stijlen) - 1)])


def _achter(alinea: "Paragraph", naam: str, tekst: str) -> None:
    """Put *tekst* in the paragraph, behind its name in bold."""
    if naam:
        alinea.add_run(f"{naam}: ").bold = True
    alinea.add_run(tekst)


def _tabel(deel: "BlockItemContainer", tabel: Tabel) -> None:
    from docx.oxml import OxmlElement
    from docx.shared import Mm

    rijen = (tabel.koppen, *tabel.rijen)
    element = deel.add_table(len(rijen), len(tabel.koppen), Mm(_BREEDTE))
    element.style = "Table Grid"
    for rij, teksten in zip(element.rows, rijen, strict=True):
        for cel, tekst in zip(rij.cells, teksten, strict=True):
            cel.text = tekst
    eerste = element.rows[0]
    # A reader says the headings with each cell, and a next page begins with them.
    eerste._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001
    for cel in eerste.cells:
        for run in cel.paragraphs[0].runs:
            run.bold = True


def _zonder_tijd(raw: bytes) -> bytes:
    uit = BytesIO()
    with zipfile.ZipFile(BytesIO(raw)) as van, zipfile.ZipFile(uit, "w") as naar:
        for naam in van.namelist():
            info = zipfile.ZipInfo(naam, _MOMENT)
            naar.writestr(info, van.read(naam), zipfile.ZIP_DEFLATED)
    return uit.getvalue()
