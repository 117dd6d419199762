"""`overzicht` as a file: the cards and the blank notulen, for a group on paper."""

import re
import subprocess
from pathlib import Path

import pytest
from docx import Document

from tests.conftest import Run
from tests.prepared import good
from tests.uitvoer.lezen import words
from tests.uitvoer.test_vormen import MET_POPPLER, NEEDS_POPPLER


@pytest.mark.parametrize("vorm", MET_POPPLER)
@pytest.mark.parametrize("boek", ["kort", "lang"])
def test_a_file_says_what_the_page_at_the_terminal_says(
    vorm: str, boek: str, run: Run, buiten: Path
):
    for vlag, naam in (("--volledig", "kaarten"), ("--formulier", "lege-notulen")):
        seen = good(run("overzicht", f"--{boek}", vlag)).out
        good(run("overzicht", f"--{boek}", vlag, "--vorm", vorm, "--uit", str(buiten)))
        text = words(vorm, (buiten / f"{naam}-{boek}.{vorm}").read_bytes())
        terms = set(re.findall(r"[^\W_]{4,}", seen))
        assert len(terms) > 15
        # A long word may be broken at the end of a line.
        whole = text.replace("- ", "") + text
        assert {term for term in terms if term not in whole} == set()


def form_of(run: Run, path: Path) -> bytes:
    good(run("overzicht", "--kort", "--formulier", "--uit", str(path)))
    return path.read_bytes()


def test_a_ronde_begins_a_page_to_copy(run: Run, buiten: Path):
    assert form_of(run, buiten / "x.html").count(b'class="blad"') == 2
    form_of(run, buiten / "x.docx")
    body = Document(str(buiten / "x.docx")).element.body.xml
    assert body.count('<w:br w:type="page"/>') == 2


@NEEDS_POPPLER
def test_a_ronde_begins_a_page_of_a_pdf(run: Run, buiten: Path):
    form_of(run, buiten / "x.pdf")
    argv = ["pdftotext", str(buiten / "x.pdf"), "-"]
    text = subprocess.run(argv, capture_output=True, text=True, check=True).stdout
    pages = text.split("\f")
    assert pages[0].startswith("Notulen")
    assert pages[1].startswith("Ronde van (inbrenger):")


def test_a_file_asks_which_of_the_two(run: Run):
    outcome = run("overzicht", "--vorm", "pdf")
    assert outcome.code == 2
    assert "de kaarten of de lege notulen" in outcome.err
    outcome = run("overzicht", "--formulier", "--vorm", "odt")
    assert outcome.code == 2
    assert "--vorm kent 'odt' niet." in outcome.err
