"""`intervisie bewijs`: when, how long, in which way and with whom, and no word of what was said."""

import re
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.lab import must
from tests.prepared import good
from tests.uitvoer.lezen import md, words
from tests.uitvoer.planten import Planter
from tests.uitvoer.test_vormen import MET_POPPLER

SESSIE = "2026-11-23-structuur"
MAP = f"sessies/2026/{SESSIE}"


def proof(run: Run, buiten: Path, *args: str, vorm: str = "md") -> str:
    path = buiten / f"bewijs.{vorm}"
    good(run("bewijs", *args, "--uit", str(path), "--overschrijf"))
    return words(vorm, path.read_bytes())


def refused(run: Run, *args: str, says: str, code: int = 1) -> None:
    outcome = run("bewijs", *args)
    assert outcome.code == code, outcome
    assert says in outcome.err
    assert outcome.out == ""


@pytest.mark.parametrize("vorm", MET_POPPLER)
def test_no_word_that_anybody_wrote_is_in_it(
    vorm: str, gespeeld: Path, run: Run, buiten: Path
):
    planter = Planter()
    planter.in_group(gespeeld)
    yaml = gespeeld / MAP / "sessie.yaml"
    word = planter.word("the theme of the sessie")
    thema = yaml.read_text(encoding="utf-8").replace(
        "thema: Structuur", f"thema: {word}"
    )
    yaml.write_text(thema, encoding="utf-8")
    must(gespeeld, "notitie", planter.word("own notulen"), "--als", "kim")
    for args in ((), ("--lid", "kim"), ("--jaar", "2026", "--lid", "kim")):
        text = proof(run, buiten, *args, vorm=vorm)
        assert "Kim" in text
        assert "zaadje" not in text
        # Not of the example itself, either.
        for said in ("tructuur", "motiveren", "planning", "wekker"):
            assert said not in text


@pytest.mark.usefixtures("gespeeld")
def test_it_says_when_how_long_how_and_with_whom(run: Run, buiten: Path):
    text = proof(run, buiten)
    for part in (
        "Groep: Studiegroep thuis",
        "Methode: intervisie, lange variant",
        "Rondes: 2",
        "Duur: 2 uur en 9 minuten",
        "ma 23 november 2026, 19:00 tot 21:09",
        "Kim deelnemer 19:00 21:09",
        "Tim begeleider, inbrenger 19:00 21:09",
        "Niemand heeft nagekeken of de namen kloppen.",
    ):
        assert part in text, part
    alone = proof(run, buiten, "--lid", "kim")
    assert "Kim deelnemer" in alone
    assert "Tim" not in alone


def test_who_came_later_or_left_has_times_of_their_own(
    gespeeld: Path, run: Run, buiten: Path
):
    yaml = gespeeld / MAP / "sessie.yaml"
    kim = "aanwezig:\n  - id: akddddab\n    lid: kim\n    tot: 2/vraagintroductie\n"
    weg = "  - id: akddddac\n    lid: mirthe\n    van: eigen-invulling\n"
    yaml.write_text(yaml.read_text(encoding="utf-8") + kim + weg, encoding="utf-8")
    text = proof(run, buiten)
    assert "Kim deelnemer 19:00 " in text
    assert "Kim deelnemer 19:00 21:09" not in text
    assert "Mirthe deelnemer 19:00" not in text


def test_a_sessie_of_two_evenings_counts_only_its_hours(
    gespeeld: Path, run: Run, buiten: Path
):
    last = gespeeld / MAP / "7-eigen-invulling.md"
    text = last.read_text(encoding="utf-8").replace("2026-11-23T2", "2026-11-25T2")
    last.write_text(text, encoding="utf-8")
    said = proof(run, buiten)
    assert "ma 23 november 2026, 19:00 tot" in said
    assert "wo 25 november 2026, 2" in said
    assert "Duur: 50 uur" not in said
    year = proof(run, buiten, "--jaar", "2026", "--lid", "kim")
    assert "Bijeenkomsten: 2" in year


def test_a_year_adds_up_the_hours_of_one_member(gespeeld: Path, run: Run, buiten: Path):
    good(run("demo", str(buiten / "nog"), "--kort"))
    other = next((buiten / "nog/sessies/2026").iterdir())
    other.rename(gespeeld / "sessies/2026/2026-11-30-nog")
    for path in (gespeeld / "sessies/2026/2026-11-30-nog").rglob("*"):
        if path.is_file():
            text = path.read_text(encoding="utf-8").replace("2026-11-23", "2026-11-30")
            path.write_text(text, encoding="utf-8")
    text = proof(run, buiten, "--jaar", "2026", "--lid", "kim")
    assert "Bijeenkomsten: 2" in text
    assert "ma 23 november 2026 19:00 21:09 2 uur en 9 minuten" in text
    minutes = [
        part for part in text.split("ma 30 november 2026")[1].split() if part.isdigit()
    ]
    total = 129 + int(minutes[0])
    uren, rest = divmod(total, 60)
    assert f"Totaal: {uren} uur en {rest} minuten" in text


def test_what_proves_nothing_is_refused(gespeeld: Path, run: Run):
    refused(
        run, "--jaar", "2019", "--lid", "kim", says="In 2019 was Kim bij geen sessie"
    )
    refused(run, "--lid", "noor", says="'noor' is geen lid van de groep.", code=2)
    refused(run, "2026", "--jaar", "2026", says="--jaar gaat niet samen", code=2)
    refused(run, "--jaar", "2026", says="Geef --lid mee.", code=2)
    for path in (gespeeld / MAP).rglob("*.md"):
        text = path.read_text(encoding="utf-8").replace("begonnen:", "begon:")
        path.write_text(text, encoding="utf-8")
    refused(run, says="niet vastgelegd hoe laat die was")


@pytest.mark.usefixtures("twee")
def test_a_sessie_that_goes_on_proves_nothing_yet(run: Run):
    refused(run, says="Deze sessie is nog niet af")


def test_a_year_says_what_does_not_count(gespeeld: Path, run: Run, buiten: Path):
    must(gespeeld, "new", "--kort", "--datum", "2026-11-25", "--deelnemers", "kim,tim")
    path = buiten / "x.md"
    args = ("bewijs", "--jaar", "2026", "--lid", "kim", "--uit", str(path))
    assert "Niet meegeteld: 1 nog niet af." in good(run(*args)).err
    yaml = gespeeld / MAP / "sessie.yaml"
    yaml.write_text(yaml.read_text(encoding="utf-8") + "prive: true\n")
    # No word of a private sessie goes out, so its hours count.
    good(run(*args, "--overschrijf"))
    assert "Bijeenkomsten: 1" in md(path.read_bytes())


@pytest.mark.parametrize(
    ("moment", "typed"),
    [(r"2026-11-23T", "2026-11-30T"), (r"2026-11-23T[0-9:.]+", "2026-11-23T20:40:00")],
    ids=["another day", "at once"],
)
def test_notes_that_were_typed_later_have_the_times_of_the_sessie(
    gespeeld: Path, run: Run, buiten: Path, moment: str, typed: str
):
    for path in (gespeeld / MAP).rglob("*.md"):
        text = re.sub(moment, typed, path.read_text(encoding="utf-8"))
        path.write_text(text, encoding="utf-8")
    says = f"Typ: intervisie wijzig --sessie {SESSIE} --om 19:00 --tot 20:30"
    refused(run, says=says)
    must(gespeeld, "wijzig", "--sessie", SESSIE, "--om", "23:00", "--tot", "00:30")
    text = proof(run, buiten)
    assert "ma 23 november 2026, 23:00 tot 00:30" in text
    assert "Duur: 1 uur en 30 minuten" in text
