"""`new` makes a sessie from its flags; who brings in may be said in the call.

Its page at a terminal is in test_new_bladzijde.py.
"""

from pathlib import Path

import pytest

from intervisie_cli.groep import sessies, voorbereiding
from intervisie_cli.groep.sessies import SessieMap
from tests import lab
from tests.lab import intervisie, must

NEW = ("new", "--kort", "--deelnemers", "mirthe,kim,tim", "--geen-vragen")


def read(group: Path) -> SessieMap:
    return sessies.load(group, next(sessies.folders(group)))


@pytest.mark.parametrize("later", [(), ("--inbrengers", "later"), ("--inbrengers", "")])
def test_without_inbrengers_there_is_no_ronde_and_the_plan_is_that_of_one(
    leeg: Path, later: tuple[str, ...]
):
    out = must(leeg, *NEW, *later).out
    assert "Elke ronde: wie inbrengt, kiezen jullie in de call" in out
    assert "Samen                    20 min" in out
    sessie_map = read(leeg)
    assert sessie_map.sessie.rondes == ()
    assert [stap.plek.stap.nummer for stap in sessie_map.stappen] == [1, 4, 5]
    assert "rondes" not in (leeg / lab.SESSIE_YAML).read_text()
    assert "Wie inbrengt, kiezen jullie in de call." in must(leeg, "status").out
    for command in ("show", "check", "doctor", "log"):
        must(leeg, command)


def test_each_flag_says_what_the_sessie_is(leeg: Path):
    must(
        leeg,
        *NEW,
        *("--inbrengers", "kim,tim", "--begeleider", "mirthe", "--notulist", "kim"),
        *(
            "--thema",
            "Slaap & rust",
            "--datum",
            "2026-12-01",
            "--tot",
            "9.15",
            "--prive",
        ),
    )
    sessie = read(leeg).sessie
    assert sessie.naam == "2026-12-01-slaap-rust"
    assert [ronde.map for ronde in sessie.rondes] == ["ronde-1-kim", "ronde-2-tim"]
    assert (sessie.begeleider, sessie.notulist) == ("mirthe", "kim")
    assert (sessie.thema, sessie.tot, sessie.is_prive) == (
        "Slaap & rust",
        "09:15",
        True,
    )


@pytest.mark.parametrize("getypt", ["docent Els", "Els"])
def test_somebody_from_outside_can_lead(leeg: Path, getypt: str):
    must(leeg, *NEW, "--begeleider", getypt)
    assert read(leeg).sessie.begeleider_naam == "Els"
    assert "begeleider:\n  naam: Els\n" in (leeg / lab.SESSIE_YAML).read_text()


@pytest.mark.parametrize(
    ("argv", "line"),
    [
        (("new", "--geen-vragen"), "Er ontbreekt iets: welke variant doen jullie?"),
        (("new", "--kort", "--geen-vragen"), "Er ontbreekt iets: wie doen er mee?"),
        (("new", "--kort", "--lang"), "Kies één draaiboek."),
        ((*NEW[:3], "mirthe", NEW[4]), "Intervisie doe je niet alleen."),
        ((*NEW, "--inbrengers", "piet"), "'piet' is geen lid van de groep."),
        ((*NEW, "--inbrengers", "kim,kim"), "'kim' staat er twee keer."),
        ((*NEW, "--notulist", "piet"), "'piet' is geen lid van de groep."),
        ((*NEW, "--begeleider", "timm"), "Bedoel je Tim? Typ: --begeleider tim"),
        ((*NEW, "--begeleider", "docent"), "Zeg ook hoe de docent heet."),
        ((*NEW, "--datum", "31 februari"), "Die datum bestaat niet."),
        ((*NEW, "--tot", "25:99"), "Dat tijdstip klopt niet."),
        ((*NEW, "--samen", "advisering"), "Die stap kun je niet één keer samen doen."),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_made(
    leeg: Path, argv: tuple[str, ...], line: str
):
    before = lab.State.of(leeg)
    outcome = intervisie(leeg, *argv)
    assert outcome.code == 2, outcome
    assert outcome.err.startswith(line)
    assert len(outcome.err.splitlines()) == 2
    assert lab.State.of(leeg) == before


def test_a_second_sessie_on_one_day_says_how_to_begin_it(klaar: Path):
    out = must(klaar, *NEW, "--thema", "ander").out
    assert out.endswith("Typ nu: intervisie step --sessie 2026-11-23-ander\n")


def test_what_was_filled_in_on_the_page_goes_once_the_sessie_is_made(leeg: Path):
    private = leeg / ".git/intervisie"
    voorbereiding.save(private, {"thema": "Slaap", "prive": True, "datum": None})
    assert voorbereiding.load(private)["thema"] == "Slaap"
    must(leeg, *NEW)
    assert voorbereiding.load(private) == {}


@pytest.mark.parametrize("raw", ["{", "[]", '{"thema": [1]}', "7", "[" * 60_000])
def test_what_is_none_of_ours_is_set_aside(leeg: Path, raw: str):
    private = leeg / ".git/intervisie"
    private.mkdir(exist_ok=True)
    (private / "new.json").write_text(raw)
    assert voorbereiding.load(private) == {}
    assert [path.read_text() for path in private.glob("new.json.opzij-*")] == [raw]


def test_a_refusal_at_the_page_names_no_flag(leeg: Path):
    for given in (("mirthe,kim", "--inbrengers", "tim"), ("mirthe",)):
        refused = intervisie(leeg, "new", "--kort", "--deelnemers", *given)
        assert refused.code == 2
        assert "deelnemers" in refused.err
        assert "--" not in refused.err


def test_an_empty_folder_that_a_failed_call_left_gives_its_name_to_the_next(leeg: Path):
    (leeg / lab.FOLDER / "ronde-1-mirthe").mkdir(parents=True)
    must(leeg, *lab.NEW)
    assert (leeg / lab.SESSIE_YAML).exists()
    must(leeg, *lab.NEW)
    assert (leeg / f"{lab.FOLDER}-2/sessie.yaml").exists()
