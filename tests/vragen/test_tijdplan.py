"""The plan says what fits; the clock says how a step stands."""

from datetime import datetime, timedelta

import pytest

from intervisie_cli.groep import draaiboeken
from intervisie_cli.model.sessie import Ronde, plekken
from intervisie_cli.vragen.tijdplan import Klok, Tijdplan, maak_plan
from tests.conftest import NU

BEGIN = datetime.fromisoformat(NU)
RONDES = tuple(
    Ronde("r" * 8, nummer, lid)
    for nummer, lid in enumerate(("mirthe", "tim", "kim"), 1)
)


def plan(
    boek: str,
    rondes: int,
    begin: datetime | None = BEGIN,
    tot: str = "",
    samen: tuple[str, ...] = (),
) -> Tijdplan:
    draaiboek = draaiboeken.load(None, boek)
    return maak_plan(draaiboek, plekken(draaiboek, RONDES[:rondes], samen), begin, tot)


@pytest.mark.parametrize(
    ("boek", "rondes", "minuten"),
    [
        ("kort", 1, 20),
        ("kort", 2, 30),
        ("kort", 3, 40),
        ("lang", 1, 60),
        ("lang", 2, 110),
    ],
)
def test_the_minutes_of_all_places_add_up(boek: str, rondes: int, minuten: int):
    tijdplan = plan(boek, rondes)
    assert tijdplan.totaal == minuten
    assert tijdplan.eind == BEGIN + timedelta(minutes=minuten)
    assert sum(duur for _, duur in tijdplan.regels) == minuten


def test_evaluating_once_saves_its_minutes_in_the_other_rondes():
    assert plan("lang", 2).totaal - plan("lang", 2, samen=("evaluatie",)).totaal == 5


def test_a_free_step_takes_no_time():
    assert [
        duur
        for plek, duur in plan("lang", 1).regels
        if plek.stap.naam == "eigen-invulling"
    ] == [0]


def test_one_ronde_draws_no_warning():
    assert plan("kort", 1).waarschuwingen == ()
    assert plan("lang", 2, tot="20:50").waarschuwingen == ()


def test_more_than_the_method_is_meant_for_draws_a_warning():
    assert plan("kort", 2).waarschuwingen == (
        "2 rondes duren samen 30 minuten; de korte variant is bedoeld voor 5 tot 20 minuten.",
    )
    assert len(plan("lang", 3).waarschuwingen) == 1


@pytest.mark.parametrize(
    ("tot", "waarschuwing"),
    [
        ("20:00", ()),
        ("19:59", ("Dit past niet vóór 19:59: je komt 1 minuut tekort.",)),
        ("19:30", ("Dit past niet vóór 19:30: je komt 30 minuten tekort.",)),
        ("23:59", ()),
    ],
)
def test_what_does_not_fit_before_the_end_is_told_in_minutes(
    tot: str, waarschuwing: tuple[str, ...]
):
    assert plan("lang", 1, tot=tot).waarschuwingen == waarschuwing


def test_an_evening_may_end_after_midnight():
    late = BEGIN.replace(hour=23, minute=30)
    assert plan("lang", 1, late, "00:30").waarschuwingen == ()
    assert plan("lang", 1, late, "00:10").waarschuwingen == (
        "Dit past niet vóór 00:10: je komt 20 minuten tekort.",
    )


@pytest.mark.parametrize(
    ("tot", "uiterlijk"), [("20:30", "19:30"), ("00:30", "23:30"), ("01:00", "00:00")]
)
def test_on_another_day_the_plan_says_when_to_begin(tot: str, uiterlijk: str):
    tijdplan = plan("lang", 1, None, tot)
    assert tijdplan.eind is None
    assert tijdplan.waarschuwingen == (
        f"Begin uiterlijk om {uiterlijk}, dan ben je om {tot} klaar.",
    )


def klok(plan_min: int, max_min: int, bezig_s: int) -> tuple[str, str, str]:
    """The time of the step, how it stands, and the time of the whole sessie."""
    loopt, nu = (
        Klok("Advisering", BEGIN, plan_min, max_min, 600, 60),
        BEGIN + timedelta(seconds=bezig_s),
    )
    return (*loopt.tijd(nu), loopt.totaal(nu))


@pytest.mark.parametrize(
    ("bezig_s", "text", "stand"),
    [
        (0, "nog 10:00", "ruim"),
        (479, "nog 2:01", "ruim"),
        (480, "nog 2:00", "krap"),
        (599, "nog 0:01", "krap"),
        (600, "nog 0:00", "krap"),
        (601, "nog 4:59 uitloop", "krap"),
        (900, "nog 0:00 uitloop", "krap"),
        (901, "0:01 over de tijd", "over"),
        (4_500, "1:00:00 over de tijd", "over"),
    ],
)
def test_the_clock_goes_from_ample_to_tight_to_over(
    bezig_s: int, text: str, stand: str
):
    assert klok(10, 15, bezig_s)[:2] == (text, stand)


@pytest.mark.parametrize(
    ("bezig_s", "minuten"), [(0, 10), (59, 10), (60, 11), (3_000, 60), (9_000, 160)]
)
def test_the_clock_counts_the_whole_sessie_along(bezig_s: int, minuten: int):
    assert klok(10, 15, bezig_s)[2] == f"totaal {minuten}/60 min"


def test_a_step_that_may_not_run_over_is_over_at_once():
    assert [klok(5, 5, bezig_s)[1] for bezig_s in (0, 239, 240, 300, 301)] == [
        "ruim",
        "ruim",
        "krap",
        "krap",
        "over",
    ]


def test_a_step_of_a_minute_is_tight_from_the_start():
    assert klok(1, 1, 0)[1] == "krap"


def test_a_free_step_only_counts():
    assert klok(0, 0, 90)[:2] == ("1:30 bezig", "ruim")


def test_a_clock_that_was_put_back_shows_no_negative_time():
    assert klok(10, 15, -500) == ("nog 10:00", "ruim", "totaal 10/60 min")


@pytest.mark.parametrize(
    ("tot", "words"),
    [("18:59", "Het is al later dan 18:59"), ("23:59", ""), ("06:00", "")],
)
def test_an_hour_that_has_been_is_told_unless_it_is_that_of_this_night(
    tot: str, words: str
):
    told = " ".join(plan("kort", 1, tot=tot).waarschuwingen)
    assert ("al later" in told) is bool(words)
    assert words in told
