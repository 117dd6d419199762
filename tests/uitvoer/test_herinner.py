"""`intervisie herinner`: a message for the chat of a group, without a word of content."""

from pathlib import Path

import pytest
from ruamel.yaml import YAML

from tests.conftest import Run
from tests.lab import must
from tests.prepared import Prepare, good
from tests.uitvoer.planten import Planter

NEW = ("new", "--kort", "--deelnemers", "mirthe,kim,tim", "--geen-vragen")
LATER = ("--datum", "2026-12-07")


@pytest.mark.usefixtures("leeg")
def test_it_says_when_how_and_who(run: Run):
    tijden = ("--om", "19:00", "--tot", "20:30")
    good(run(*NEW, *LATER, *tijden, "--begeleider", "tim", "--notulist", "kim"))
    outcome = good(run("herinner"))
    assert outcome.out.splitlines() == [
        "Hoi allemaal! Op maandag 7 december is onze intervisie, van 19:00 tot 20:30.",
        "We doen de korte variant, ongeveer 20 minuten.",
        "Tim begeleidt en Kim maakt de notulen.",
        "Denk je alvast na over een hulpvraag? Klein of groot, alles mag.",
        "Tot dan!",
    ]
    assert outcome.err == ""


@pytest.mark.parametrize(
    ("argv", "zin"),
    [
        ((), "is onze intervisie."),
        ((), "\nDenk je alvast na over een hulpvraag?"),
        (("--inbrengers", "kim"), "\nKim brengt een hulpvraag in.\n"),
        (("--inbrengers", "kim,tim"), "\nKim en Tim brengen een hulpvraag in.\n"),
        (("--om", "19:00"), "is onze intervisie, om 19:00."),
        (("--tot", "20:30"), "is onze intervisie, tot 20:30."),
        (("--begeleider", "kim", "--notulist", "kim"), "Kim begeleidt en maakt de notulen."),
        (("--begeleider", "docent Els"), "\nEls begeleidt.\n"),
        (("--notulist", "tim"), "\nTim maakt de notulen.\n"),
    ],
)  # fmt: skip
@pytest.mark.usefixtures("leeg")
def test_of_what_is_not_known_it_says_nothing(
    run: Run, argv: tuple[str, ...], zin: str
):
    good(run(*NEW, *argv))
    out = good(run("herinner")).out
    assert zin in out
    assert ("begeleidt" in out, "notulen" in out) == (
        "--begeleider" in argv,
        "--notulist" in argv,
    )


def test_it_counts_the_acties_of_all_that_are_open(prepare: Prepare, run: Run):
    prepare("kort", 3)
    good(run(*NEW, *LATER))
    assert "Er staan nog 3 acties open." in good(run("herinner", "2026-12-07")).out
    for actie in ("planning", "wekker"):
        good(run("actie", "klaar", actie))
    assert "Er staat nog 1 actie open." in good(run("herinner", "2026-12-07")).out


@pytest.mark.usefixtures("klaar")
def test_it_is_about_the_first_sessie_that_comes_or_the_one_that_is_named(run: Run):
    good(run(*NEW, "--datum", "2026-12-21"))
    good(run(*NEW, *LATER))
    morgen = {"INTERVISIE_NU": "2026-11-24T09:00:00+01:00"}
    assert "maandag 23 november" in good(run("herinner")).out
    assert "maandag 7 december" in good(run("herinner", env=morgen)).out
    assert "maandag 21 december" in good(run("herinner", "2026-12-21")).out
    # A sessie that was moved keeps the name of its folder.
    good(run("wijzig", "--sessie", "2026-12-21", "--datum", "2026-11-30"))
    assert "maandag 30 november" in good(run("herinner", env=morgen)).out


@pytest.mark.usefixtures("leeg")
def test_the_year_is_said_when_it_is_another(run: Run):
    good(run(*NEW, "--datum", "2027-01-11"))
    assert "Op maandag 11 januari 2027 is" in good(run("herinner")).out


def test_an_own_draaiboek_is_called_as_the_group_calls_it(leeg: Path, run: Run):
    boek = leeg / "sjablonen/eigen"
    boek.mkdir(parents=True)
    for path in (Path(__file__).parents[2] / "templates/kort").iterdir():
        text = path.read_text(encoding="utf-8").replace("naam: kort", "naam: eigen")
        text = text.replace("titel: Korte variant", "titel: Wandelend overleg")
        (boek / path.name).write_text(text, encoding="utf-8")
    good(run("new", "--draaiboek", "eigen", *NEW[2:]))
    assert "\nWe doen: Wandelend overleg, ongeveer" in good(run("herinner")).out


@pytest.mark.parametrize(
    ("argv", "line"),
    [
        ((), "Er staat geen sessie klaar die nog komt."),
        (("2026-11-23",), "Die sessie is al geweest."),
    ],
)
@pytest.mark.usefixtures("klaar")
def test_without_a_sessie_to_come_it_says_what_to_type(
    run: Run, argv: tuple[str, ...], line: str
):
    later = {"INTERVISIE_NU": "2026-11-24T09:00:00+01:00"}
    outcome = run("herinner", *argv, env=later)
    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err.splitlines() == [line, "Typ: intervisie new"]


@pytest.mark.usefixtures("klaar")
def test_one_that_was_ended_does_not_come_any_more(run: Run):
    good(run("wijzig", "--afronden", ""))
    assert run("herinner").code == 1


def test_what_cannot_be_read_is_named_beside_the_message(twee: Path, run: Run):
    must(twee, *NEW, *LATER)
    path = next(twee.glob("sessies/2026/2026-11-23-kort/1-*.md"))
    path.write_text("---\nstap: [\n---\n")
    outcome = run("herinner", "2026-12-07")
    assert outcome.code == 4
    assert outcome.out.endswith("Tot dan!\n")
    assert "2026-11-23" in outcome.err


def plant_in_sessie(path: Path, planter: Planter) -> None:
    """Put a word in each text of sessie.yaml, also where a hand has no business to."""
    yaml = YAML(typ="safe")
    yaml.default_flow_style = False
    data = yaml.load(path.read_text(encoding="utf-8"))
    for key in ("thema", "reden", "om", "tot", "elke", "begeleider", "notulist"):
        data[key] = f"{data.get(key, '')} {planter.word(key)}".strip()
    for stap in data["stappen"]:
        stap["titel"] += f" {planter.word('the title of a step')}"
    data["sfeer"] = planter.word("an unknown key")
    with path.open("w", encoding="utf-8") as file:
        yaml.dump(data, file)


def test_no_word_of_the_records_comes_through(gespeeld: Path, run: Run):
    tijden = ("--om", "19:00", "--tot", "20:30", "--elke", "2 weken")
    must(gespeeld, *NEW, *LATER, *tijden, "--thema", "Slaap")
    must(gespeeld, "actie", "bezig", "planning", "--opmerking", "Nu nog de rest")
    planter = Planter()
    planter.in_group(gespeeld)
    for path in gespeeld.glob("sessies/*/*/sessie.yaml"):
        plant_in_sessie(path, planter)
    ics = gespeeld.parent / "x.ics"
    outcome = run("herinner", "2026-12-07", "--ics", str(ics))
    assert len(planter.words) > 100
    assert "Op maandag 7 december is onze intervisie." in outcome.out
    assert "acties open" in outcome.out
    said = outcome.out + outcome.err + ics.read_text(encoding="utf-8")
    assert "zaadje" not in said
    assert "slaap" not in said.lower()
    assert "zaadje" in run("show", "2026-12-07").out, "they are there to be told"
