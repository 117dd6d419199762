"""Every form of a page says all that the record says, and obeys none of it."""

import re
import shutil
import subprocess
import zipfile
from itertools import pairwise
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from tests.conftest import Run
from tests.lab import must
from tests.prepared import good
from tests.uitvoer.lezen import VORMEN, words
from tests.uitvoer.planten import Planter, missing

SESSIE = "2026-11-23-structuur"
MAP = f"sessies/2026/{SESSIE}"
ADVISERING = f"{MAP}/ronde-1-mirthe/5-advisering.md"
CONFLICT = "conflicten:\n  - id: 6o6b34u4\n    pad: acties\n"
# What means something to one of the forms, or to what shows it.
VIJANDIG = (
    "<script>alert(1)</script>",
    "<img src=http://voorbeeld.invalid/a.png onerror=alert(1)>",
    "</style></p></main>",
    "# geen kop",
    "#set page(fill: red)",
    '#import "@preview/x:1.0.0": y',
    "$ sum_1 $ `code` @label <label>",
    "{{ 7 * 7 }} {% include 'x' %}",
    "[klik](javascript:alert(1)) ![beeld](http://voorbeeld.invalid/b.png)",
    "http://voorbeeld.invalid www.voorbeeld.invalid",
    "| a | b |",
    "*ster* _streep_ ~~door~~ ^hoog^",
    "\\begin \\u0041 &lt; &amp; &#60;",
    "'=1+1",
)
NEEDS_POPPLER = pytest.mark.skipif(
    not shutil.which("pdftotext"), reason="there is no pdftotext"
)
MET_POPPLER = [
    pytest.param(vorm, marks=NEEDS_POPPLER) if vorm == "pdf" else vorm
    for vorm in VORMEN
]

pytestmark = pytest.mark.usefixtures("gespeeld")


def exported(run: Run, buiten: Path, vorm: str, *args: str) -> bytes:
    path = buiten / f"uit.{vorm}"
    good(run("export", *args, "--uit", str(path), "--overschrijf"))
    return path.read_bytes()


@pytest.mark.parametrize("vorm", MET_POPPLER)
@pytest.mark.parametrize("args", [(), ("--alles",)], ids=["one", "all"])
def test_each_text_of_the_record_is_in_each_form(
    vorm: str, args: tuple[str], gespeeld: Path, run: Run, buiten: Path
):
    must(gespeeld, "notitie", "Kim merkt iets op", "--als", "kim", "--stap", "5")
    notes = gespeeld / MAP / "notulen/kim.md"
    own = notes.read_text(encoding="utf-8")
    planter = Planter()
    notes.unlink()
    must(gespeeld, "actie", "bezig", "planning", "--opmerking", "Nu nog de rest")
    lost = planter.word("what lost a clash")
    path = gespeeld / ADVISERING
    path.write_text(
        path.read_text(encoding="utf-8").replace(
            "adviezen:", f"{CONFLICT}    waarde: Dat doe ik al {lost}\nadviezen:"
        ),
        encoding="utf-8",
    )
    planter.in_group(gespeeld)
    word = planter.word("own notulen")
    notes.write_text(own.replace("merkt", f"{word} merkt"), encoding="utf-8")
    text = words(vorm, exported(run, buiten, vorm, *args))
    assert len(planter.words) > 100
    assert list(missing(planter.words, text)) == []


def test_show_says_them_too(gespeeld: Path, run: Run):
    planter = Planter()
    planter.in_group(gespeeld)
    text = re.sub(r"\s+", " ", good(run("show")).out)
    assert list(missing(planter.words, text)) == []


@pytest.mark.parametrize("vorm", MET_POPPLER)
def test_what_people_wrote_is_text_and_nothing_else(
    vorm: str, gespeeld: Path, run: Run, buiten: Path
):
    path = gespeeld / ADVISERING
    tekst = path.read_text(encoding="utf-8")
    path.write_text(f"{tekst}\n" + "\n".join(VIJANDIG) + "\n", encoding="utf-8")
    raw = exported(run, buiten, vorm)
    text = words(vorm, raw)
    for regel in VIJANDIG:
        assert re.sub(r"\s+", " ", regel) in text, regel
    if vorm in ("html", "md"):
        page = raw.decode()
        if vorm == "md":
            parser = MarkdownIt("gfm-like", {"html": True, "linkify": False})
            page = parser.render(page)
        assert not re.findall(r"<(script|img|a|code|del|em|table)\b", page)
        assert "href" not in page


@pytest.mark.parametrize("vorm", MET_POPPLER)
def test_a_mark_that_turns_words_around_is_seen_and_not_obeyed(
    vorm: str, gespeeld: Path, run: Run, buiten: Path
):
    path = gespeeld / ADVISERING
    tekst = path.read_text(encoding="utf-8")
    path.write_text(f"{tekst}\nlinks\u202erechts \x07 bel\n", encoding="utf-8")
    raw = exported(run, buiten, vorm)
    assert "\u202e" not in words(vorm, raw)
    assert "links\\u{202e}rechts \\u{7} bel" in words(vorm, raw)


@NEEDS_POPPLER
def test_what_no_font_has_is_spelled_out_in_a_pdf(
    gespeeld: Path, run: Run, buiten: Path
):
    path = gespeeld / ADVISERING
    tekst = path.read_text(encoding="utf-8")
    path.write_text(f"{tekst}\nGotisch \U00010330 en \U00010331.\n", encoding="utf-8")
    text = words("pdf", exported(run, buiten, "pdf"))
    assert "Gotisch \\u{10330} en \\u{10331}." in text


@NEEDS_POPPLER
def test_an_emoji_never_stops_a_pdf_and_is_no_code_in_it(
    gespeeld: Path, run: Run, buiten: Path
):
    path = gespeeld / ADVISERING
    tekst = path.read_text(encoding="utf-8")
    emoji = "👍🏽 👩\u200d🎓 👨\u200d👩\u200d👧 🏳️\u200d🌈 ❤️\u200d🔥 1️⃣ 🥺 🇳🇱 ✅"
    path.write_text(f"{tekst}\nGoed {emoji} einde 1 {{x}}.\n", encoding="utf-8")
    text = words("pdf", exported(run, buiten, "pdf"))
    assert "\\u{" not in text
    assert "einde 1 {x}." in text


@pytest.mark.parametrize("vorm", VORMEN)
def test_the_same_page_has_the_same_bytes(
    vorm: str, run: Run, buiten: Path, monkeypatch: pytest.MonkeyPatch
):
    first = exported(run, buiten, vorm)
    # A year later, too.
    monkeypatch.setenv("INTERVISIE_NU", "2027-12-01T12:00:00+01:00")
    assert exported(run, buiten, vorm) == first


@NEEDS_POPPLER
def test_a_pdf_can_be_read_by_a_screen_reader(run: Run, buiten: Path):
    exported(run, buiten, "pdf")
    argv = ["pdfinfo", "-meta", str(buiten / "uit.pdf")]
    meta = subprocess.run(argv, capture_output=True, text=True, check=True).stdout
    assert "<pdfuaid:part>1</pdfuaid:part>" in meta
    assert "<rdf:li>nl</rdf:li>" in meta
    argv = ["pdfinfo", str(buiten / "uit.pdf")]
    info = subprocess.run(argv, capture_output=True, text=True, check=True).stdout
    assert re.search(r"Tagged: +yes", info)
    assert re.search(r"Page size: .*\(A4\)", info)
    assert re.search(r"JavaScript: +no", info)


def test_a_word_file_is_a4_in_dutch_with_real_headings(run: Run, buiten: Path):
    from docx import Document

    exported(run, buiten, "docx")
    document = Document(str(buiten / "uit.docx"))
    page = document.sections[0]
    assert page.page_width is not None
    assert page.page_height is not None
    assert (round(page.page_width.mm), round(page.page_height.mm)) == (210, 297)
    styles = [p.style.name for p in document.paragraphs if p.style]
    assert styles[0] == "Heading 1"
    assert {"Heading 2", "Heading 3", "List Bullet"} <= set(styles)
    with zipfile.ZipFile(buiten / "uit.docx") as parts:
        styling = parts.read("word/styles.xml").decode()
    assert 'w:val="nl-NL"' in styling
    assert 'w:val="en-US"' not in styling


def test_headings_never_skip_a_level(run: Run, buiten: Path):
    for args in ((), ("--alles",)):
        page = exported(run, buiten, "html", *args).decode()
        levels = [int(level) for level in re.findall(r"<h(\d)", page)]
        assert levels[0] == 1
        assert all(b - a <= 1 for a, b in pairwise(levels))
        assert levels.count(1) == 1
