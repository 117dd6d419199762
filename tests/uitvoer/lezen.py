"""What somebody reads who opens a file that left the group: its text, without markup."""

import re
import subprocess
from html.parser import HTMLParser
from io import BytesIO

from docx import Document
from markdown_it import MarkdownIt

from intervisie_cli.tonen.vormen.register import OPENT

VORMEN = tuple(OPENT)


class _Text(HTMLParser):
    """Gathers the text of a page, with a space between blocks."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self._hidden = False

    def handle_starttag(self, tag: str, _: object) -> None:
        self._hidden = tag in ("style", "script")
        if tag not in ("strong", "em", "code"):
            self.text += " "

    def handle_endtag(self, _: str) -> None:
        self._hidden = False

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.text += data


def html(raw: bytes) -> str:
    reader = _Text()
    reader.feed(raw.decode())
    return reader.text


def md(raw: bytes) -> str:
    # As a Git host shows it: with tables, and HTML that somebody typed as it is.
    page = MarkdownIt("commonmark", {"html": True}).enable("table").render(raw.decode())
    return html(page.encode())


def docx(raw: bytes) -> str:
    document = Document(BytesIO(raw))
    parts = [paragraph.text for paragraph in document.paragraphs]
    for table in document.tables:
        parts += [cell.text for row in table.rows for cell in row.cells]
    return "\n".join(parts)


def pdf(raw: bytes) -> str:
    argv = ["pdftotext", "-raw", "-nopgbrk", "-", "-"]
    done = subprocess.run(argv, input=raw, capture_output=True, check=True)
    return done.stdout.decode()


def words(vorm: str, raw: bytes) -> str:
    """The text of a file, with one space between words."""
    lees = {"html": html, "md": md, "docx": docx, "pdf": pdf}[vorm]
    return re.sub(r"\s+", " ", lees(raw))
