"""What a group did, as bars: the longest for the most, and one that can be seen for the least."""

from intervisie_cli.flows.terugblik.statistiek import Duur, Statistiek
from intervisie_cli.model.sessie import Groep
from intervisie_cli.tonen.statistiek import json, regels
from intervisie_cli.ui.console import Console

CIJFERS = Statistiek(
    sessies=1,
    rondes={"kim": 100, "tim": 1},
    stappen=(Duur("Advisering", 12.4, 15, 3), Duur("Nagesprek", 0.0, 0, 1)),
    acties={"open": 1, "te laat": 2},
    letters={"S": 0, "M": 2},
)


def test_without_rondes_there_is_nothing_to_count(uit: Console, studiegroep: Groep):
    leeg = Statistiek(sessies=0, rondes={}, stappen=(), acties={}, letters={})
    assert list(regels(uit, studiegroep, leeg)) == ["Geen rondes gevonden."]


def test_the_most_has_the_longest_bar_and_the_least_can_be_seen(
    uit: Console, studiegroep: Groep
):
    pagina = list(regels(uit, studiegroep, CIJFERS))
    assert pagina[0] == "1 sessie"
    assert f"  Kim de Boer  {'█' * 20}  100" in pagina
    assert f"  Tim          █{' ' * 19}  1" in pagina


def test_minutes_stand_beside_the_plan_where_there_is_one(
    uit: Console, studiegroep: Groep
):
    pagina = list(regels(uit, studiegroep, CIJFERS))
    assert f"  Advisering  {'█' * 20}  12 (plan 15)" in pagina
    assert f"  Nagesprek   {' ' * 20}  0" in pagina


def test_acties_have_their_share_and_only_letters_that_miss_are_named(
    uit: Console, studiegroep: Groep
):
    pagina = list(regels(uit, studiegroep, CIJFERS))
    assert "3 acties" in pagina
    assert any(regel.endswith("  2 (66%)") for regel in pagina)
    assert pagina[-1] == f"  Meetbaar  {'█' * 20}  2"


def test_for_programs_a_step_is_an_object():
    assert json(CIJFERS)["stappen"][0] == {
        "titel": "Advisering",
        "gemiddeld": 12.4,
        "plan": 15,
        "aantal": 3,
    }
