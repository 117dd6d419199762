"""What a member gave twice is offered as one, and neither is dropped without a word."""

import pytest

from intervisie_cli.vragen.opbouw import naar_antwoorden, naar_data
from tests.vragen.voorbeeld import context, now, typed

VAN = context("lang", "advisering")
WEKKER = "Zet een wekker."
TIM = ("tim", "Ga naar bed", "")


def data(*adviezen: tuple[str, str, str]) -> dict[str, object]:
    items: list[dict[str, str]] = []
    for lid, tekst, toepasbaar in adviezen:
        item = {"id": f"{len(items):08d}", "lid": lid, "advies": tekst}
        items.append(item | ({"toepasbaar": toepasbaar} if toepasbaar else {}))
    return {"stap": "advisering", "status": "bezig", "adviezen": items}


def left(getypt: str, *adviezen: tuple[str, str, str]) -> list[tuple[str, str]]:
    """The advice that is left, with its id, after *getypt* at the question."""
    antwoorden = naar_antwoorden(VAN, data(*adviezen), "")
    assert "Van Kim staat dit er twee keer" in now(VAN, antwoorden).tekst
    na = naar_data(VAN, typed(VAN, antwoorden, getypt))
    return [(item["id"][-1], item["advies"]) for item in na["adviezen"]]


@pytest.mark.parametrize("getypt", ["", "j", "Ja"])
def test_a_yes_leaves_one(getypt: str):
    over = left(
        getypt,
        ("kim", WEKKER, ""),
        TIM,
        ("kim", "zet een  wekker", ""),
        ("kim", "Bel mij", ""),
    )
    assert sorted(over) == [("0", WEKKER), ("1", TIM[1]), ("3", "Bel mij")]


def test_a_no_leaves_both_and_is_asked_once():
    antwoorden = naar_antwoorden(
        VAN, data(TIM, ("kim", WEKKER, ""), ("kim", WEKKER, "")), ""
    )
    nu = typed(VAN, antwoorden, "n")
    assert len(naar_data(VAN, nu)["adviezen"]) == 3
    assert "twee keer" not in now(VAN, nu).tekst


def test_the_one_that_was_reacted_to_stays():
    over = left("", ("kim", WEKKER, ""), ("kim", WEKKER, "ja"), TIM)
    assert over == [("1", WEKKER), ("2", TIM[1])]


@pytest.mark.parametrize(
    "adviezen",
    [
        (("kim", WEKKER, ""), ("tim", WEKKER, "")),
        (("kim", WEKKER, ""), ("kim", "Zet twee wekkers", "")),
    ],
)
def test_two_members_or_other_words_are_not_the_same(
    adviezen: tuple[tuple[str, str, str], ...],
):
    antwoorden = naar_antwoorden(VAN, data(TIM, *adviezen), "")
    assert "twee keer" not in now(VAN, antwoorden).tekst


def test_a_member_at_a_laptop_of_their_own_is_not_asked():
    antwoorden = naar_antwoorden(
        VAN, data(TIM, ("kim", WEKKER, ""), ("kim", WEKKER, "")), ""
    )
    assert "twee keer" not in now(VAN._replace(als="kim"), antwoorden).tekst
