"""Two sessies a fortnight apart, at a real terminal: what the first agreed opens the second."""

import json
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.prepared import Open, Prepare, good
from tests.terminal.terminal import CTRL_U, ENTER, NOG_IEMAND, ROLLEN, THEMA

LATER = {"INTERVISIE_NU": "2026-12-08T19:00:00+01:00"}


@pytest.fixture
def tweede(run: Run, prepare: Prepare) -> Path:
    """A finished sessie, and the next one prepared two weeks later."""
    group = prepare("kort", 5)
    new = ("new", "--kort", "--deelnemers", "mirthe,kim,tim", "--inbrengers", "kim")
    assert run(*new, env=LATER).code == 0
    return group


@pytest.mark.usefixtures("tweede")
def test_what_was_planned_opens_the_next_sessie_and_is_followed_up(
    terminal: Open, run: Run
):
    window = terminal("step", env=LATER)
    window.wait("Open acties")
    window.answer(THEMA, "Planning")
    window.answer(ROLLEN, "")
    window.wait(
        "1. Samen: We maken samen een planning",
        "2. Mirthe: Mijn wekker gaat elke dag om 9 uur",
        "3. Mirthe: Ik kijk elke avond na 23:00 geen televisie",
    )
    window.answer(
        "Wat is er van de acties van de vorige keer gekomen?",
        "1 deels tot 15 december, Hij hangt op het prikbord., 2 bezig 9 keer, 3 gedaan 15x",
    )
    # An actie of all together is one of Kim too.
    window.asks("Kim · Gaat je hulpvraag verder")
    acties = json.loads(run("actie", "--alle", "--json", env=LATER).out)["acties"]
    assert [actie["tot"] for actie in acties if actie["status"] == "deels"] == [
        "2026-12-15"
    ]
    assert [(a["opvolging"][0].get("keer"), a["opvolging"][0].get("van")) for a in acties] == [
        (None, None), (9, 15), (15, 15)
    ]  # fmt: skip
    verloop = run("log", "--verloop", "--inbrenger", "mirthe").out
    assert "di 8 december deels: Hij hangt op het prikbord." in verloop
    assert "di 8 december bezig, 9 van 15 keer" in verloop
    rondes = json.loads(run("log", "--json", "--inbrenger", "mirthe").out)["rondes"]
    assert [actie["status"] for actie in rondes[0]["acties"]].count("deels") == 1


def test_the_evaluatie_asks_whether_agreements_were_kept(tweede: Path, terminal: Open):
    for stap in ("acclimatisering", "hulpvraag-definieren", "advisering"):
        path = next(tweede.glob(f"sessies/2026/2026-12-08-*/**/*-{stap}.md"))
        path.write_text(path.read_text().replace("status: open", "status: klaar"))
    window = terminal("step", env=LATER)
    window.answer(NOG_IEMAND, "")
    window.wait("Afspraken van vorige keer")
    window.play("""
        Mirthe · ervaring | Fijn. Tip: begin op tijd
        Kim · ervaring | Fijn.
        Tim · ervaring | Fijn.
        Hebben jullie je gehouden aan de afspraken van de vorige keer? | 1 deels, bijna
        Afspraak 1 | -
    """)
    window.asks("Activiteit 1")
    text = next(tweede.glob("sessies/2026/2026-12-08-*/*-evaluatie.md")).read_text()
    assert "gehouden: deels\n    opmerking: bijna\n" in text
    assert "tip: begin op tijd" in text


def test_an_actie_that_is_not_finished_is_carried_into_a_new_hulpvraag(
    run: Run, prepare: Prepare, terminal: Open
):
    prepare("kort", 5)
    new = ("new", "--kort", "--deelnemers", "mirthe,kim,tim", "--inbrengers", "mirthe")
    assert run(*new, env=LATER).code == 0
    assert (
        run(
            "step", "--antwoorden", "-", stdin="stap: acclimatisering\n", env=LATER
        ).code
        == 0
    )
    window = terminal("step", env=LATER)
    window.answer("Mirthe · Gaat je hulpvraag verder met een actie", "Mijn wekker gaat")
    window.play("""
        Mirthe · Wat is je hulpvraag?
        Mirthe · Wat moet de groep erover weten? | -
        Kim · vraag | -
        Mirthe · Hoe luidt je hulpvraag nu?
    """)
    window.asks("Kim · advies")
    verloop = run("log", "--verloop").out
    assert verloop.index("Vervolg op Mijn wekker") < verloop.rindex(
        "Hulpvraag  Hoe kan ik mezelf structuur geven"
    )


def test_six_acties_are_looked_back_on_in_one_line(
    run: Run, prepare: Prepare, terminal: Open
):
    group = prepare("kort", 2)
    acties = "".join(
        f"  - actie: Ik bel op maandag {nummer} december om 10 uur met Mirthe\n    wie: kim\n"
        for nummer in range(1, 7)
    )
    adviezen = "".join(f"  - lid: {lid}\n    advies: Slaap\n" for lid in ("kim", "tim"))
    document = f"stap: advisering\nadviezen:\n{adviezen}acties:\n{acties}"
    good(run("step", "--antwoorden", "-", stdin=document))
    new = ("new", "--kort", "--deelnemers", "mirthe,kim,tim", "--inbrengers", "kim")
    good(run(*new, env=LATER))
    window = terminal("step", env=LATER)
    window.answer(THEMA, "Planning")
    window.answer(ROLLEN, "")
    question = "Wat is er van de acties van de vorige keer gekomen?"
    for wrong in ("7 klaar", "1", "1 blauw", "2 deels tot 31-2"):
        window.asks(question, None)
        window.keys(CTRL_U, wrong, ENTER)
        window.wait("Typ een nummer en open, bezig")
    window.keys(CTRL_U, "1, 3 klaar, 4 deels tot hoofdstuk 3 gelezen, 5 v, 6 b", ENTER)
    window.asks("Kim · Gaat je hulpvraag verder")
    acties = json.loads(run("actie", "--alle", "--json", env=LATER).out)["acties"]
    by_text = {actie["actie"]: actie["status"] for actie in acties}
    assert list(by_text.values()) == [
        "gedaan",
        "open",
        "gedaan",
        "deels",
        "vervallen",
        "bezig",
    ]
    path = next(group.glob("sessies/2026/2026-12-08-*/1-acclimatisering.md"))
    text = path.read_text()
    assert "opmerking: tot hoofdstuk 3 gelezen" in text
    assert text.count("status:") == 1 + 5, "of the second nothing was said"


@pytest.mark.usefixtures("tweede")
def test_enter_leaves_all_acties_open(terminal: Open, run: Run):
    window = terminal("step", env=LATER)
    window.answer(THEMA, "Planning")
    window.answer(ROLLEN, "")
    window.answer("Wat is er van de acties van de vorige keer gekomen?", "")
    # An actie of all together is one of Kim too.
    window.asks("Kim · Gaat je hulpvraag verder")
    acties = json.loads(run("actie", "--alle", "--json", env=LATER).out)["acties"]
    assert {actie["status"] for actie in acties} == {"open"}
