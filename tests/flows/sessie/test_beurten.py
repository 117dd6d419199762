"""Fair turns: `new` says whose turn it is, `status --beurten` how often each had every rol."""

import json
from pathlib import Path

import pytest

from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.flows.sessie.beurten import Beurt, Beurten
from intervisie_cli.flows.sessie.bladzijde import regels
from intervisie_cli.flows.sessie.new import Opties, bereid_voor
from tests.conftest import Run
from tests.prepared import Prepare


@pytest.mark.parametrize(
    ("turns", "order"),
    [
        ({}, "a b c"),
        ({("a", "inbrenger"): Beurt(1, "2026-01-01")}, "b c a"),
        (
            {
                ("a", "inbrenger"): Beurt(2, "2026-01-01"),
                ("b", "inbrenger"): Beurt(1, "2026-02-01"),
            },
            "c b a",
        ),
        (
            {
                ("a", "inbrenger"): Beurt(1, "2026-03-01"),
                ("b", "inbrenger"): Beurt(1, "2026-01-01"),
                ("c", "inbrenger"): Beurt(1, "2026-02-01"),
            },
            "b c a",
        ),
        # Once in one sessie is more than twice in ten.
        (
            {
                ("a", "inbrenger"): Beurt(2, "2026-01-01"),
                ("a", "deelnemer"): Beurt(10, "2026-01-01"),
                ("b", "inbrenger"): Beurt(1, "2026-01-01"),
                ("b", "deelnemer"): Beurt(1, "2026-01-01"),
                ("c", "inbrenger"): Beurt(9, "2026-01-01"),
                ("c", "deelnemer"): Beurt(10, "2026-01-01"),
            },
            "a c b",
        ),
    ],
)  # fmt: skip
def test_least_often_goes_first_then_longest_ago(
    turns: dict[tuple[str, str], Beurt], order: str
):
    assert Beurten(turns).order("inbrenger", "abc") == order.split()


def test_the_table_counts_the_sessies_that_were_begun(run: Run, prepare: Prepare):
    prepare("kort", 3)
    run(
        "new",
        "--kort",
        "--deelnemers",
        "kim,tim",
        "--inbrengers",
        "kim",
        "--datum",
        "2026-12-01",
    )
    regels = run("status", "--beurten").out.splitlines()
    assert regels[4:6] == ["Inbrenger", "  Mirthe  1 keer, laatst ma 23 november"]
    assert regels[-1] == "  Tim     nog nooit"
    rows = json.loads(run("status", "--beurten", "--json").out)["leden"]
    assert [(row["lid"], row["inbrenger"]["aantal"]) for row in rows] == [
        ("mirthe", 1),
        ("kim", 0),
        ("tim", 0),
    ]
    assert run("status", "--beurten", "--volg").code == 2


def hulp_bij_inbrengers(omgeving: Omgeving, opties: Opties) -> str:
    """What the page of `new` says beside the question who bring in."""
    bladzijde = regels(omgeving, bereid_voor(omgeving, opties))
    return next(regel.vraag.hulp for regel in bladzijde if regel.naam == "inbrengers")


def test_new_says_whose_turn_it_is_to_bring_in(
    omgeving: Omgeving, prepare: Prepare, tmp_path: Path
):
    prepare("kort", 3)
    omgeving = Omgeving(omgeving.clock, omgeving.new_id, folder=tmp_path / "groep")
    opties = Opties(draaiboek="kort", deelnemers="mirthe,kim,tim")
    assert hulp_bij_inbrengers(omgeving, opties).endswith(" Aan de beurt: Kim.")


@pytest.mark.usefixtures("groep")
def test_in_a_new_group_it_is_nobodys_turn(omgeving: Omgeving):
    opties = Opties(draaiboek="kort", deelnemers="mirthe,kim")
    assert "beurt" not in hulp_bij_inbrengers(omgeving, opties)
