"""A Word file opens in LibreOffice, which shows it on A4 with all that is in it."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.prepared import good
from tests.uitvoer.lezen import docx, pdf
from tests.uitvoer.test_vormen import NEEDS_POPPLER

pytestmark = [
    pytest.mark.slow,
    NEEDS_POPPLER,
    pytest.mark.skipif(not shutil.which("soffice"), reason="there is no LibreOffice"),
    pytest.mark.usefixtures("gespeeld"),
]
COMMANDS = {
    "one": ("export", "2026"),
    "all": ("export", "--alles"),
    "proof": ("bewijs",),
    "year": ("bewijs", "--jaar", "2026", "--lid", "kim"),
    "cards": ("overzicht", "--lang", "--volledig"),
    "form": ("overzicht", "--kort", "--formulier"),
}


@pytest.mark.parametrize("what", COMMANDS)
def test_it_opens_with_all_that_is_in_it(what: str, run: Run, buiten: Path):
    path = buiten / "x.docx"
    good(run(*COMMANDS[what], "--uit", str(path)))
    argv = ["soffice", "--headless", "--convert-to", "pdf", "--outdir", str(buiten)]
    profile = f"-env:UserInstallation={(buiten / 'profiel').as_uri()}"
    subprocess.run([*argv, profile, str(path)], check=True, capture_output=True)
    printed = buiten / "x.pdf"
    argv = ["pdfinfo", str(printed)]
    info = subprocess.run(argv, check=True, capture_output=True, text=True).stdout
    assert re.search(r"Page size: .*\(A4\)", info)
    shown = pdf(printed.read_bytes())
    whole = "".join(shown.split())
    missing = [
        word
        for word in re.findall(r"[^\W_]{4,}", docx(path.read_bytes()))
        if word not in whole
    ]
    assert missing == []
