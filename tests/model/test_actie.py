"""An actie as it stands in a file: what is said of it, and what became of it."""

from datetime import date
from typing import Any

import pytest

from intervisie_cli.model.actie import STATUSSEN, Actie, gehaald

VANDAAG = date(2026, 11, 23)


def told(*keren: dict[str, Any]) -> Actie:
    """An actie of which this was told since."""
    return Actie(
        {"id": "a1a1", "actie": "Bellen", "wie": "kim", "opvolging": list(keren)}
    )


def test_an_actie_is_open_until_something_else_is_told():
    assert told().status == "open"
    assert told({"datum": "2026-11-20", "status": "bezig"}).status == "bezig"
    assert told({"datum": "2026-11-20", "opmerking": "Nog niet."}).status == "open"


def test_what_was_told_on_the_latest_day_holds_wherever_it_stands():
    actie = told(
        {"datum": "2026-11-22", "status": "gedaan", "opmerking": "Gelukt."},
        {"datum": "2026-11-20", "status": "bezig", "opmerking": "Half."},
    )
    assert (actie.status, actie.opmerking) == ("gedaan", "Gelukt.")


def test_of_one_day_what_was_told_last_holds():
    actie = told(
        {"datum": "2026-11-22", "status": "gedaan"},
        {"datum": "2026-11-22", "status": "deels"},
    )
    assert actie.status == "deels"


@pytest.mark.parametrize("status", STATUSSEN)
def test_only_what_is_done_or_dropped_leaves_nothing_to_do(status: str):
    assert told({"datum": "2026-11-20", "status": status}).is_af is (
        status in ("gedaan", "vervallen")
    )


@pytest.mark.parametrize(
    ("tot", "is_te_laat"),
    [("2026-11-22", True), ("2026-11-23", False), ("2026-11-24", False), ("", False)],
)
def test_an_actie_is_late_from_the_day_after_its_last(tot: str, is_te_laat: bool):
    assert Actie({"actie": "Bellen", "tot": tot}).is_te_laat(VANDAAG) is is_te_laat


def test_what_is_done_is_never_late():
    actie = Actie(
        {
            "tot": "2026-11-01",
            "opvolging": [{"datum": "2026-11-20", "status": "gedaan"}],
        }
    )
    assert not actie.is_te_laat(VANDAAG)


@pytest.mark.parametrize(
    ("keer", "wanted"),
    [
        ({"keer": 9, "van": 14}, "9 van 14 keer"),
        ({"keer": 0}, "0 keer"),
        ({"van": 14}, ""),
        ({"keer": "vaak", "van": 14}, ""),
        ({"keer": 3, "van": "veel"}, "3 keer"),
    ],
)
def test_how_often_a_rhythm_was_done_is_said_as_far_as_it_is_known(
    keer: dict[str, Any], wanted: str
):
    assert gehaald(keer) == wanted


@pytest.mark.parametrize("odd", [None, 5, True, "los", [], {}, ["los"], [[]]])
def test_a_value_that_cannot_be_right_counts_as_not_said(odd: Any):
    """A file may have been edited outside intervisie."""
    actie = Actie(
        {"id": odd, "opvolging": odd, "haalbaar": odd, "meetbaar": odd, "akkoord": None}
    )
    assert actie.status == "open"
    assert actie.velden.haalbaar == ()
    assert actie.velden.meetbaar == (odd if isinstance(odd, str) else "")
    assert actie.velden.akkoord is None


def test_each_member_who_said_nothing_about_feasible_counts_as_one_who_said_nothing():
    haalbaar = [
        {"lid": "kim", "akkoord": True},
        {"lid": "tim"},
        {"lid": "ans", "akkoord": "ja"},
    ]
    assert Actie({"haalbaar": haalbaar}).velden.haalbaar == (True, None, None)


def test_programs_get_the_actie_with_its_status():
    actie = told({"datum": "2026-11-20", "status": "vervallen"})
    assert actie.data() == {**actie.item, "status": "vervallen"}


def test_what_a_wrong_clock_said_is_replaced_by_what_is_told_after_it():
    later = {"id": "bbbb", "datum": "2028-11-24", "status": "bezig"}
    nu = {"id": "cccc", "datum": "2026-11-23", "status": "gedaan", "na": "bbbb"}
    weer = {"id": "dddd", "datum": "2026-11-24", "status": "deels"}
    assert told(later, nu).status == "gedaan"
    assert told(nu, later).status == "gedaan"
    assert told(later, nu, weer).status == "deels"
    # Two that point at each other leave what the days say.
    rond = [later | {"na": "cccc"}, nu]
    assert told(*rond).status == "bezig"
