"""Looking back: which rondes, in which form, and where the words stand that are searched."""

import json
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.lab import must
from tests.prepared import Prepare

pytestmark = pytest.mark.usefixtures("twee")


@pytest.fixture
def twee(prepare: Prepare) -> Path:
    """A finished sessie of Mirthe in November, and one of Kim in October with only a hulpvraag."""
    group = prepare("kort", 3)
    begin = (
        "new",
        "--kort",
        "--deelnemers",
        "kim,tim",
        "--inbrengers",
        "kim",
        "--thema",
        "Fietsen & eten",
    )
    must(group, *begin, "--datum", "2026-10-15")
    path = next(group.glob("sessies/*/2026-10-15-*/ronde-1-kim/2-*.md"))
    path.write_text(
        path.read_text().replace(
            "\n---\n", "\nhulpvraag: Hoe fiets ik beter? En langer.\n---\n", 1
        )
    )
    return group


@pytest.mark.parametrize(
    ("argv", "wie"),
    [
        ("", "mirthe kim"),
        ("--sinds 2026-11", "mirthe"),
        ("--tot oktober", "kim"),
        ("--sinds 2026-10 --tot 2026-10", "kim"),
        ("--sinds week", ""),
        ("--thema FIETSEN", "kim"),
        ("--thema %", ""),
        ("--met-advies", "mirthe"),
        ("--acties", "mirthe"),
        ("--actie-van Mirthe", "mirthe"),
        # An actie of all together is of Tim too.
        ("--actie-van tim", "mirthe"),
        ("--inbrenger kim --met-advies", ""),
        ("--zoek gefietst", "kim"),
        ("--zoek fiet", "kim"),
        ("--zoek gemotiveerd", "mirthe"),
        ("--zoek langer --inbrenger mirthe", ""),
    ],
)
def test_filters_can_be_combined(run: Run, argv: str, wie: str):
    outcome = run("log", "--json", *argv.split())
    if argv == "--sinds week":
        assert (outcome.code, "bestaat niet" in outcome.err) == (2, True)
        return
    assert [
        row["inbrenger"] for row in json.loads(outcome.out)["rondes"]
    ] == wie.split()


def test_words_between_quotes_stand_beside_each_other(run: Run):
    def count(zoek: str) -> int:
        return len(json.loads(run("log", "--json", "--zoek", zoek).out)["rondes"])

    assert (count("ik fiets"), count('"fiets ik"'), count('"ik fiets"')) == (1, 1, 0)


def test_what_is_searched_is_shown_in_its_sentence(run: Run):
    out = run("log", "--zoek", "langer").out
    assert out.splitlines()[-1] == "  Gevonden   En langer."


def test_what_says_most_of_it_in_the_hulpvraag_comes_first(run: Run, twee: Path):
    path = next(twee.glob("sessies/*/2026-11-23-*/ronde-1-mirthe/2-*.md"))
    path.write_text(path.read_text() + "\nOver fietsen ging het ook even.\n")
    rows = json.loads(run("log", "--json", "--zoek", "fietsen").out)["rondes"]
    assert [row["inbrenger"] for row in rows] == ["kim", "mirthe"]


def test_a_line_for_each_ronde_fits_the_screen(run: Run):
    regels = run("log", "--kort").out.splitlines()
    assert [regel[:22] for regel in regels] == [
        "ma 23 november  Mirthe",
        "do 15 oktober   Kim   ",
    ]
    assert max(map(len, regels)) <= 80


def test_a_json_object_for_each_ronde_on_a_line(run: Run):
    rows = [json.loads(regel) for regel in run("log", "--jsonl").out.splitlines()]
    assert rows == json.loads(run("log", "--json").out)["rondes"]


@pytest.mark.parametrize(
    "argv", ["--json --jsonl", "--kort --json", "--sinds 2026-11 --tot 2026-10"]
)
def test_what_does_not_go_together_is_said(run: Run, argv: str):
    outcome = run("log", *argv.split())
    assert (outcome.code, len(outcome.err.splitlines())) == (2, 2)


def test_each_sessie_that_cannot_be_read_is_one_line_and_the_rest_is_shown(
    run: Run, twee: Path
):
    next(twee.glob("sessies/*/2026-10-15-*/sessie.yaml")).write_text("[")
    outcome = run("log", "--json")
    assert (outcome.code, len(outcome.err.splitlines())) == (4, 1)
    assert [row["inbrenger"] for row in json.loads(outcome.out)["rondes"]] == ["mirthe"]
    assert run("log", "--sinds", "2026-11").code == 0, "it is not of these days"


def test_the_statistics_count_what_is_asked_for(run: Run):
    cijfers = json.loads(run("log", "--statistiek", "--json").out)
    assert (cijfers["sessies"], cijfers["rondes"]) == (2, {"mirthe": 1, "kim": 1})
    assert cijfers["acties"] == {"open": 3}
    assert [stap["titel"] for stap in cijfers["stappen"]] == []  # recorded in no time
    assert set(cijfers["letters"]) == set("SMART")
    late = {"INTERVISIE_NU": "2026-12-08T10:00:00+01:00"}
    assert json.loads(run("log", "--statistiek", "--json", env=late).out)["acties"] == {
        "te laat": 1,
        "open": 2,
    }
    assert (
        json.loads(run("log", "--statistiek", "--json", "--inbrenger", "kim").out)[
            "acties"
        ]
        == {}
    )
    assert run("log", "--statistiek", "--sinds", "2027").code in (0, 2)
    assert run("log", "--statistiek", "--kort").code == 2


def test_the_statistics_are_bars_that_fit_the_screen(run: Run, twee: Path):
    for path in twee.glob("sessies/*/2026-11-23-*/1-*.md"):
        text = path.read_text()
        path.write_text(
            text.replace(
                "afgerond: 2026-11-23T19:00:00", "afgerond: 2026-11-23T19:12:00"
            )
        )
    regels = run("log", "--statistiek").out.splitlines()
    assert regels[0] == "2 sessies"
    assert "  Mirthe  ████████████████████  1" in regels
    assert "  Acclimatisering  ████████████████████  12 (plan 5)" in regels
    assert "  Open  ████████████████████  3 (100%)" in regels
    assert max(map(len, regels)) <= 80


def test_of_many_sessies_that_cannot_be_read_a_few_are_named(run: Run, twee: Path):
    for number in range(7):
        folder = twee / f"sessies/2026/2026-09-0{number + 1}-stuk"
        folder.mkdir()
        (folder / "sessie.yaml").write_text("[")
    outcome = run("log", "--json")
    assert (outcome.code, len(outcome.err.splitlines())) == (4, 7)
    assert "En nog 2 die niet te lezen zijn." in outcome.err


def test_a_hulpvraag_is_followed_from_its_first_wording_to_what_came_of_it(run: Run):
    run(
        "actie",
        "klaar",
        "planning",
        "--opmerking",
        "Hangt op het prikbord",
        "--als",
        "kim",
    )
    out = run("log", "--verloop", "--inbrenger", "mirthe").out
    parts = (
        "Hulpvraag  Hoe kan ik mezelf weer",
        "Vragen     Kim:",
        "Werd       Hoe kan ik",
        "Advies     Kim:",
        "Actie      We",
    )
    places = [out.index(part) for part in parts]
    assert places == sorted(places)
    assert "ma 23 november gedaan: Hangt op het prikbord" in out
    assert max(map(len, out.splitlines())) <= 80
    (ronde,) = json.loads(
        run("log", "--verloop", "--inbrenger", "mirthe", "--json").out
    )["rondes"]
    assert (
        len(ronde["vragen"]),
        ronde["definities"],
        ronde["acties"][0]["status"],
    ) == (
        4,
        [],
        "gedaan",
    )
    assert (
        len(json.loads(run("log", "--verloop", "-n", "5", "--json").out)["rondes"]) == 2
    )
    assert (
        run("log", "--verloop", "--kort").code
        == run("log", "--verloop", "--statistiek").code
        == 2
    )
