"""Two sessies a fortnight apart, at a real terminal: what the first agreed opens the second."""

import json
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.prepared import Open, Prepare

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
    window.play("""
        Wat is het thema van deze sessie? | Planning
        Willen jullie deze sessie opnemen? | Nee
        Hoe ver is deze actie? | Deels
        Wil je er nog iets over zeggen? | Hij hangt op het prikbord.
        Wanneer is het dan wel af? | 15 december
        Hoe ver is deze actie? | Bezig
        Hoe vaak is het gelukt? | 9
        Wil je er nog iets over zeggen? | -
        Hoe ver is deze actie? | Gedaan
        Hoe vaak is het gelukt? | 15x
        Wil je er nog iets over zeggen? | -
        Wil je nog iets kwijt in de notulen? | -
        Klopt het zo? | Vastleggen
        Door met Hulpvraag definiëren | Nee
    """)
    assert window.exit_code() == 0
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
    window.wait("Afspraken van vorige keer")
    ervaringen = "".join(
        f"""
        {naam} · Wat heb je ervaren? | Fijn.
        {naam} · Welke tip heb je voor de groep? | -
        {naam} · Nog een ervaring toevoegen? | Nee"""
        for naam in ("Mirthe", "Kim", "Tim")
    )
    window.play(f"""
        Doen jullie deze stap? | Ja{ervaringen}
        Is deze afspraak gelukt? | Deels
        Wil je er nog iets over zeggen? | -
        Een afspraak toevoegen? | Nee
        Wil je nog iets kwijt in de notulen? | -
        Klopt het zo? | Vastleggen
    """)
    window.asks("Door met Eigen invulling")
    text = next(tweede.glob("sessies/2026/2026-12-08-*/*-evaluatie.md")).read_text()
    assert "gehouden: deels" in text


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
        Kim · Een vraag toevoegen? | Nee
        Tim · Een vraag toevoegen? | Nee
        Mirthe · Hoe luidt je hulpvraag nu?
        Wil je nog iets kwijt in de notulen? | -
        Klopt het zo? | Vastleggen
        Door met Advisering | Nee
    """)
    assert window.exit_code() == 0
    verloop = run("log", "--verloop").out
    assert verloop.index("Vervolg op Mijn wekker") < verloop.rindex(
        "Hulpvraag  Hoe kan ik mezelf structuur geven"
    )
