"""A line of numbers that puts items in order."""

import pytest

from intervisie_cli.model.sleutel import VOLGORDE, Sleutel
from intervisie_cli.vragen.keuring import answer
from tests.vragen.voorbeeld import VANDAAG, context, now, refused, typed

VAN = context("lang", "probleemverkenning")
GEGEVEN = typed(VAN, {}, "Wat is a?", "Wat is b?", "Wat is c?", "Wat is d?")
ALLE = [Sleutel("vragen", lid, nummer) for lid in ("kim", "tim") for nummer in (0, 1)]
REDEN = "Typ de nummers op volgorde, van 1 tot 4; leeg laat ze zo."


@pytest.mark.parametrize(
    ("getypt", "volgorde"),
    [
        ("", [1, 2, 3, 4]),
        ("3 1", [3, 1, 2, 4]),
        ("3, 1", [3, 1, 2, 4]),
        ("  4;3 2,1 ", [4, 3, 2, 1]),
        ("2", [2, 1, 3, 4]),
        ("1 2 3 4", [1, 2, 3, 4]),
    ],
)
def test_the_named_come_first_and_the_rest_as_they_were(
    getypt: str, volgorde: list[int]
):
    gegeven = typed(VAN, GEGEVEN, getypt)
    assert gegeven[Sleutel("vragen", deel=VOLGORDE)] == [
        ALLE[nummer - 1] for nummer in volgorde
    ]


@pytest.mark.parametrize(
    "getypt", ["5", "0", "1 1", "een", "3 en 1", "1-3", "12345", "-1"]
)
def test_what_is_no_order_of_these_is_refused(getypt: str):
    assert refused(VAN, GEGEVEN, getypt) == REDEN


@pytest.mark.parametrize(("getypt", "regel"), [("", ""), ("1 2", ""), ("3", "3 1 2 4")])
def test_an_order_is_written_only_where_it_was_changed(getypt: str, regel: str):
    nu = now(VAN, GEGEVEN)
    assert nu.lijn
    gegeven = typed(VAN, GEGEVEN, getypt)
    assert nu.lijn.schrijf(gegeven) == regel
    assert nu.lijn.lees(answer(nu, regel, VANDAAG), {}).toegepast(GEGEVEN) == gegeven


def test_an_order_of_items_that_went_since_is_of_those_that_are_left():
    nu = now(VAN, GEGEVEN)
    assert nu.lijn
    weg = Sleutel("vragen", "ans", 0)
    assert nu.lijn.schrijf({nu.sleutel: [weg, *reversed(ALLE)]}) == "4 3 2 1"
