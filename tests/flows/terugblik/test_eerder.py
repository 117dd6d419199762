"""Earlier rondes that resemble a hulpvraag: with `log --lijkt-op`,
and in `step` when advising begins.
"""

import json
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.lab import git
from tests.prepared import Open, Prepare

LATER = {"INTERVISIE_NU": "2026-12-08T19:00:00+01:00"}
NEXT = ("new", "--kort", "--deelnemers", "mirthe,kim,tim", "--inbrengers", "kim")
ZIN = """stap: hulpvraag-definieren
hulpvraag: Hoe krijg ik weer motivatie en structuur in mijn studie?
toelichting: Door de lessen online is elke dag anders, ik heb geen structuur en nergens zin in.
"""
FIETS = """stap: hulpvraag-definieren
hulpvraag: Welke verzekering neem ik voor mijn fiets?
toelichting: Hij is twee keer gestolen bij het station.
"""
KOP = "Hier lijkt het op"


@pytest.fixture
def groep(prepare: Prepare) -> Path:
    """Mirthe's sessie about motivation is done."""
    return prepare("kort", 5)


def answer(run: Run, document: str) -> None:
    """Record a step of Kim's sessie."""
    argv = ("step", "--antwoorden", "-", "--sessie", "2026-12-08")
    assert run(*argv, stdin=document, env=LATER).code == 0


def begin(run: Run, hulpvraag: str, *flags: str) -> None:
    """Kim's sessie, up to the advice."""
    assert run(*NEXT, *flags, env=LATER).code == 0
    for document in ("stap: acclimatisering\n", hulpvraag):
        answer(run, document)


def lijkt(run: Run, tekst: str, *flags: str) -> list[str]:
    rows = json.loads(run("log", "--lijkt-op", tekst, "--json", *flags, env=LATER).out)[
        "rondes"
    ]
    return [row["inbrenger"] for row in rows]


def test_what_resembles_comes_first_whatever_words_it_uses(run: Run, groep: Path):
    begin(run, FIETS)
    assert lijkt(run, "Ik heb nergens zin in") == ["mirthe", "kim"]
    assert lijkt(run, "mijn tweewieler is weg") == ["kim", "mirthe"]
    assert lijkt(run, "Ik heb nergens zin in", "-n", "1") == ["mirthe"]
    assert lijkt(run, "Ik heb nergens zin in", "--inbrenger", "kim") == ["kim"]
    out = run("log", "--lijkt-op", "geen motivatie om te studeren", "-n", "1").out
    assert "Lijkt door" in out
    assert "motiv" in out.split("Lijkt door")[1]
    assert git(groep, "status", "--porcelain") == ""


def test_what_was_changed_since_is_seen(run: Run, groep: Path):
    begin(run, FIETS)
    assert lijkt(run, "koken voor jezelf")[0] != ""
    path = next(groep.glob("sessies/2026/2026-12-08-*/ronde-1-kim/2-*.md"))
    path.write_text(
        path.read_text().replace(
            "Welke verzekering neem ik voor mijn fiets?", "Hoe leer ik koken?"
        )
    )
    assert lijkt(run, "recepten en pannen")[0] == "kim"


@pytest.mark.parametrize(
    ("argv", "says"),
    [
        (["--lijkt-op", ""], "geen woord"),
        (["--lijkt-op", "?!"], "geen woord"),
        (["--lijkt-op", "zin", "--zoek", "zin"], "gaan niet samen"),
        (["--lijkt-op", "zin", "--statistiek"], "gaat over alle rondes"),
    ],
)
def test_what_cannot_be_is_said(run: Run, groep: Path, argv: list[str], says: str):
    outcome = run("log", *argv, cwd=groep)
    assert (outcome.code, says in outcome.err) == (2, True)


@pytest.mark.parametrize(
    "tekst",
    [
        "de het een",
        "x" * 10_000,
        " ".join(f"w{number}" for number in range(3000)),
        'a" OR b',
        "stam : *",
        "\x1b[31m zin",
        "😀 zin",
        "é" * 50,
    ],
)
def test_whatever_is_asked_gets_an_answer(run: Run, groep: Path, tekst: str):
    outcome = run("log", "--lijkt-op", tekst, cwd=groep)
    assert (outcome.code, outcome.err) == (0, "")
    assert "\x1b" not in outcome.out


def test_it_is_said_when_nothing_resembles(run: Run, groep: Path):
    assert (
        "Niets lijkt hier echt op."
        in run("log", "--lijkt-op", "visum voor Japan", cwd=groep).out
    )
    assert (
        "Niets lijkt"
        not in run(
            "log",
            "--lijkt-op",
            "geen motivatie en structuur voor mijn studie",
            cwd=groep,
        ).out
    )


@pytest.mark.parametrize("is_prive", [False, True])
def test_what_a_hulpvraag_goes_on_with_is_shown_first(
    run: Run, groep: Path, terminal: Open, is_prive: bool
):
    planning = json.loads(run("actie", "--json").out)["acties"][0]["id"]
    assert run(*NEXT[:-1], "mirthe", env=LATER).code == 0
    if is_prive:
        path = next(groep.glob("sessies/2026/2026-11-23-*/sessie.yaml"))
        path.write_text(f"{path.read_text()}prive: true\n")
    for document in ("stap: acclimatisering\n", f"{FIETS}vervolg_op: {planning}\n"):
        answer(run, document)
    window = terminal("step", env=LATER, rows=50)
    window.asks("Kim · advies")
    assert (KOP in window.text) != is_prive


def test_a_story_can_be_found_by_what_it_is_like(run: Run, groep: Path):
    assert "Hulpvraag" in run("log", "--lijkt-op", "zin", "--verloop", cwd=groep).out


def test_a_private_sessie_is_no_example(run: Run, groep: Path):
    assert "Privé" in run(*NEXT, "--prive", "--datum", "2026-12-09", env=LATER).out
    begin(run, ZIN, "--prive")
    assert (
        "prive: true"
        in next(groep.glob("sessies/2026/2026-12-08-*/sessie.yaml")).read_text()
    )
    assert lijkt(run, "geen motivatie") == ["mirthe"]
    assert "kim" in [
        row["inbrenger"] for row in json.loads(run("log", "--json").out)["rondes"]
    ]


@pytest.mark.usefixtures("groep")
def test_advising_begins_with_what_was_advised_before(run: Run, terminal: Open):
    begin(run, ZIN)
    window = terminal("step", env=LATER, rows=50)
    window.wait(KOP, "Breng weer regelmaat in je dag")
    window.asks("Mirthe · advies")
    assert "Kim" in window.text


@pytest.mark.usefixtures("groep")
def test_in_a_small_group_a_hulpvraag_of_one_line_is_enough(run: Run, terminal: Open):
    kort = "Hoe krijg ik weer motivatie voor mijn lessen?"
    begin(run, f"stap: hulpvraag-definieren\nhulpvraag: {kort}\n")
    terminal("step", env=LATER, rows=50).wait(KOP, "Breng weer regelmaat in je dag")


@pytest.mark.parametrize("woord", ["ja", "'true'", "yes", "graag"])
def test_private_is_what_does_not_say_no(run: Run, groep: Path, woord: str):
    path = next(groep.glob("sessies/2026/2026-11-23-*/sessie.yaml"))
    text = path.read_text()
    path.write_text(f"{text}prive: {woord}\n")
    assert lijkt(run, "geen motivatie") == []
    path.write_text(f"{text}prive: nee\n")
    assert lijkt(run, "geen motivatie") == ["mirthe"]


def test_a_hulpvraag_without_a_word_stops_no_advice(
    run: Run, groep: Path, terminal: Open
):
    begin(run, "stap: hulpvraag-definieren\nhulpvraag: '???'\n")
    assert groep.exists()
    terminal("step", env=LATER, rows=50).asks("Mirthe · advies")


def test_one_word_without_an_end_is_answered_at_once(run: Run, groep: Path):
    path = next(groep.glob("sessies/2026/2026-11-23-*/ronde-1-mirthe/2-*.md"))
    path.write_text(
        path.read_text().replace(
            "toelichting:", f"toelichting: {'lang' * 12_000} en", 1
        )
    )
    assert lijkt(run, "geen motivatie") == ["mirthe"]


@pytest.mark.parametrize("how", ["unlike", "flag", "setting", "private"])
def test_it_is_not_shown(run: Run, groep: Path, terminal: Open, how: str):
    if how == "setting":
        path = groep / "groep.yaml"
        path.write_text(
            path.read_text().replace(
                "instellingen: {}", "instellingen:\n  eerder: verbergen"
            )
        )
    if how == "private":
        path = next(groep.glob("sessies/2026/2026-11-23-*/sessie.yaml"))
        path.write_text(f"{path.read_text()}prive: true\n")
    begin(run, FIETS if how == "unlike" else ZIN)
    window = terminal(
        "step", *(["--zonder-eerder"] if how == "flag" else []), env=LATER, rows=50
    )
    window.asks("Mirthe · advies")
    assert KOP not in window.text
