"""`intervisie verslag`: what a member hands in, and the form of a school that may be hostile."""

import re
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

from intervisie_cli.groep import reflecties, sessies
from tests.conftest import Run
from tests.prepared import good
from tests.uitvoer.lezen import docx as docx_text
from tests.uitvoer.lezen import words
from tests.uitvoer.test_vormen import MET_POPPLER

SESSIE = "2026-11-23-structuur"
MAP = f"sessies/2026/{SESSIE}"
WOORDEN = "Kim liet me uitpraten. Dat vond ik <b>fijn</b> & {{ 7*7 }}."


@pytest.fixture
def geschreven(gespeeld: Path) -> Path:
    """The group, in which Mirthe wrote a reflectie."""
    sessie = sessies.load_sessie(gespeeld, MAP)
    path = reflecties.path_of(sessie, "mirthe", "starrt")
    path.parent.mkdir(parents=True)
    path.write_text(
        f"---\nstap: starrt\nstatus: klaar\nsituatie: '{WOORDEN}'\ntransfer: Rust\n---\n",
        encoding="utf-8",
    )
    return gespeeld


def handed_in(run: Run, buiten: Path, *args: str, vorm: str = "md") -> str:
    path = buiten / f"verslag.{vorm}"
    argv = ("verslag", "--als", "mirthe", *args)
    good(run(*argv, "--uit", str(path), "--overschrijf"))
    return words(vorm, path.read_bytes())


def refused(run: Run, *args: str, says: str, code: int) -> None:
    outcome = run("verslag", *args)
    assert outcome.code == code, outcome
    assert says in outcome.err, outcome.err


@pytest.mark.usefixtures("geschreven")
@pytest.mark.parametrize("vorm", MET_POPPLER)
def test_others_are_a_member_of_the_group(vorm: str, run: Run, buiten: Path):
    text = handed_in(run, buiten, vorm=vorm)
    assert "Kim" not in text
    assert "Tim" not in text
    assert (
        "Een groepslid liet me uitpraten. Dat vond ik <b>fijn</b> & {{ 7*7 }}." in text
    )
    assert "Hoe kan ik mezelf weer motiveren?" in text
    assert "een groepslid: Breng weer regelmaat in je dag." in text.replace(
        "Een", "een"
    )
    assert "Wat neem je mee naar een volgende situatie? Rust" in text
    # Of the ronde of somebody else nothing is handed in.
    assert "online lessen" not in text


@pytest.mark.usefixtures("geschreven")
def test_their_names_may_stand_in_it_when_that_is_said(run: Run, buiten: Path):
    text = handed_in(run, buiten, "--met-namen")
    assert "Kim: Breng weer regelmaat in je dag." in text
    assert "Kim liet me uitpraten." in text


@pytest.mark.usefixtures("geschreven")
def test_it_says_whose_words_go_out(run: Run, buiten: Path):
    argv = ("verslag", "--als", "mirthe", "--uit", str(buiten / "x.md"))
    said = good(run(*argv)).out
    assert said.startswith(
        "In je verslag staan jouw woorden.\n"
        "Ook staat er advies in van Kim en Tim, als 'een groepslid'.\n"
    )
    said = good(run(*argv, "--met-namen", "--overschrijf")).out
    assert "Kim en Tim, met hun naam." in said


@pytest.mark.usefixtures("gespeeld")
def test_without_a_reflectie_there_is_nothing_to_hand_in(run: Run):
    says = f"Typ: intervisie reflectie {SESSIE} --als kim"
    refused(run, "--als", "kim", says=says, code=1)
    refused(run, "--als", "noor", says="'noor' is geen lid van de groep.", code=2)


# ---- the form of a school


def form(path: Path, *lines: str) -> Path:
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    document.save(str(path))
    return path


def filled(run: Run, sjabloon: Path, buiten: Path) -> tuple[str, str]:
    argv = ("verslag", "--als", "mirthe", "--sjabloon", str(sjabloon))
    outcome = good(run(*argv, "--uit", str(buiten / "klaar.docx"), "--overschrijf"))
    return docx_text((buiten / "klaar.docx").read_bytes()), outcome.err


@pytest.mark.usefixtures("geschreven")
def test_a_form_is_filled_in(run: Run, buiten: Path):
    sjabloon = form(
        buiten / "school.docx",
        "Naam: {{ naam }}, op {{ datum }}, {{ duur }}, {{ rol }}",
        "{{ hulpvraag }}",
        "{{ situatie }}",
        "{% for advies in adviezen %}- {{ advies }} {% endfor %}",
        "{% for deel in reflectie %}{{ deel.vraag }} {{ deel.antwoord }} {% endfor %}",
    )
    text, err = filled(run, sjabloon, buiten)
    assert "Naam: Mirthe, op ma 23 november 2026, 2 uur en 9 minuten, inbrenger" in text
    assert "Hoe kan ik mezelf weer motiveren?" in text
    assert (
        "Een groepslid liet me uitpraten. Dat vond ik <b>fijn</b> & {{ 7*7 }}." in text
    )
    assert "- Breng weer regelmaat in je dag." in text
    assert "Wat neem je mee naar een volgende situatie? Rust" in text
    assert err == ""


@pytest.mark.usefixtures("geschreven")
def test_a_place_that_nobody_knows_stays_and_is_named(run: Run, buiten: Path):
    sjabloon = form(buiten / "school.docx", "{{ studentnummer }} {{ naam.achternaam }}")
    text, err = filled(run, sjabloon, buiten)
    assert "{{ studentnummer }}" in text
    assert err.splitlines() == [
        "In het sjabloon is nog leeg: studentnummer.",
        "In het sjabloon is nog leeg: achternaam.",
        (
            "Te vullen: naam, groep, datum, tijd, duur, methode, rol, deelnemers,"
            " hulpvraag, herformulering, adviezen, acties, reflectie, situatie, transfer."
        ),
    ]


@pytest.mark.usefixtures("geschreven")
def test_a_list_that_stands_there_as_a_whole_is_lines(run: Run, buiten: Path):
    sjabloon = form(buiten / "school.docx", "{{ adviezen }} {{ reflectie }}")
    text, _ = filled(run, sjabloon, buiten)
    assert "Breng weer regelmaat in je dag.\n" in text
    assert "Wat neem je mee naar een volgende situatie?\nRust" in text
    assert "[" not in text


@pytest.mark.usefixtures("geschreven")
def test_a_form_without_a_place_is_not_handed_in_empty(run: Run, buiten: Path):
    sjabloon = form(buiten / "school.docx", "Naam: ...... [naam] «naam»")
    argv = ("--als", "mirthe", "--sjabloon", str(sjabloon))
    refused(run, *argv, says="staat geen plek om in te vullen", code=1)


@pytest.mark.usefixtures("geschreven")
def test_the_empty_form_is_not_written_over(run: Run, buiten: Path):
    sjabloon = form(buiten / "school.docx", "{{ naam }}")
    argv = ("--als", "mirthe", "--sjabloon", str(sjabloon), "--uit", str(sjabloon))
    refused(run, *argv, "--overschrijf", says="Zo gaat het lege formulier weg.", code=2)


VIJANDIG = (
    "{{ cycler.__init__.__globals__.os.popen('touch MERK') }}",
    "{{ naam.__class__.__mro__[1].__subclasses__() }}",
    "{{ ''.__class__ }}",
    "{{ self.__init__.__globals__ }}",
    "{{ lipsum.__globals__['os'].system('touch MERK') }}",
    "{{ naam.format.__globals__ }}",
    "{{ '{0.__class__}'.format(naam) }}",
    "{{ adviezen.append('x') }}",
    "{{ naam * 1000000000 }}",
    "{{ '%099999999d' % 1 }}",
    "{% for i in range(99999999) %}x{% endfor %}",
    "{% include '/etc/passwd' %}",
    "{% import 'os' as os %}",
    "{{ 1/0 }}",
    "{% for %}",
    "{{ ",
)


@pytest.mark.usefixtures("geschreven")
@pytest.mark.parametrize("line", VIJANDIG)
def test_a_hostile_form_does_nothing_and_gets_a_line(line: str, run: Run, buiten: Path):
    merk = buiten / "merk"
    sjabloon = form(buiten / "school.docx", line.replace("MERK", str(merk)))
    outcome = run(
        *("verslag", "--als", "mirthe", "--sjabloon", str(sjabloon)),
        *("--uit", str(buiten / "klaar.docx")),
    )
    assert not merk.exists()
    if outcome.code:
        assert outcome.code == 1
        says = (
            "Dit sjabloon kan niet worden ingevuld",
            "In dit sjabloon staat geen plek",
        )
        assert outcome.err.startswith(says)
        assert len(outcome.err.splitlines()) == 2
        assert not (buiten / "klaar.docx").exists()
    else:
        # It named something that is not there.
        assert "In het sjabloon is nog leeg" in outcome.err
        assert "MERK" not in docx_text((buiten / "klaar.docx").read_bytes())


def changed(path: Path, part: str, was: bytes, wordt: bytes) -> Path:
    """The same Word file with other bytes in one of its parts."""
    out = BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            raw = old.read(name)
            new.writestr(name, raw.replace(was, wordt) if name == part else raw)
    path.write_bytes(out.getvalue())
    return path


RELS = "word/_rels/document.xml.rels"
BEELD = (
    b'<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/'
    b'2006/relationships/image" Target="http://voorbeeld.invalid/a.png" '
    b'TargetMode="External"/></Relationships>'
)


@pytest.mark.usefixtures("geschreven")
def test_a_form_that_fetches_something_is_refused(run: Run, buiten: Path):
    sjabloon = changed(
        form(buiten / "x.docx", "{{ naam }}"), RELS, b"</Relationships>", BEELD
    )
    argv = ("--als", "mirthe", "--sjabloon", str(sjabloon))
    refused(run, *argv, says="haalt iets op van internet", code=1)
    link = BEELD.replace(b"/image", b"/hyperlink")
    sjabloon = changed(
        form(buiten / "x.docx", "{{ naam }}"), RELS, b"</Relationships>", link
    )
    assert filled(run, sjabloon, buiten)[0] == "Mirthe"


@pytest.mark.usefixtures("geschreven")
@pytest.mark.parametrize("kind", ["text", "zip", "macro", "bomb", "password", "broken"])
def test_what_is_no_word_file_is_refused(kind: str, run: Run, buiten: Path):
    path = buiten / "x.docx"
    if kind == "text":
        path.write_text("Naam: {{ naam }}")
    elif kind == "zip":
        with zipfile.ZipFile(path, "w") as new:
            new.writestr("a.txt", "hoi")
    elif kind == "macro":
        form(path, "{{ naam }}")
        was = b"wordprocessingml.document.main+xml"
        changed(path, "[Content_Types].xml", was, b"macroEnabled.wordprocessingml.main")
    elif kind == "bomb":
        form(path, "{{ naam }}")
        with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as more:
            more.writestr("word/x.bin", bytes(101 << 20))
    elif kind == "password":
        raw = form(path, "{{ naam }}").read_bytes()
        # In the list of parts at the end, the flag that says a part is encrypted.
        path.write_bytes(re.sub(rb"(?s)(PK\x01\x02.{4})\x00", b"\\g<1>\x01", raw))
    else:
        raw = form(path, "{{ naam }}").read_bytes()
        first = raw.index(b"[Content_Types].xml") + len("[Content_Types].xml")
        path.write_bytes(raw[:first] + b"\xff" * 8 + raw[first + 8 :])
    argv = ("--als", "mirthe", "--sjabloon", str(path))
    refused(run, *argv, says="Dit sjabloon is geen Word-bestand (.docx).", code=1)


@pytest.mark.usefixtures("geschreven")
def test_other_mistakes_with_a_form_are_said_in_a_line(run: Run, buiten: Path):
    argv = ("--als", "mirthe", "--sjabloon")
    refused(run, *argv, str(buiten / "nergens.docx"), says="niet te lezen", code=2)
    sjabloon = form(buiten / "x.docx", "{{ naam }}")
    refused(
        run,
        *argv,
        str(sjabloon),
        "--vorm",
        "pdf",
        says="Laat --vorm weg, en laat",
        code=2,
    )


@pytest.mark.usefixtures("geschreven")
def test_the_same_form_gives_the_same_bytes(run: Run, buiten: Path):
    sjabloon = form(buiten / "school.docx", "{{ naam }}")
    filled(run, sjabloon, buiten)
    first = (buiten / "klaar.docx").read_bytes()
    filled(run, sjabloon, buiten)
    assert (buiten / "klaar.docx").read_bytes() == first
