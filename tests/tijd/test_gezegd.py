"""A time that is typed on its own, and a stretch of the school year that names a moment."""

from datetime import date

import pytest

from intervisie_cli.taal.zin import lees
from intervisie_cli.tijd.gezegd import gezegd_ritme, gezegde_tijd
from intervisie_cli.tijd.lezen import lees_tijd
from intervisie_cli.tijd.vondst import Kader

VANDAAG = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("getypt", "tijd"),
    [
        ("half 8", (19, 30)),
        ("20:00 uur", (20, 0)),
        ("om 8 uur", (20, 0)),
        ("8 uur 's avonds", (20, 0)),
        ("8 uur of zo", None),
        ("van 8 tot 9", None),
        ("8 uur vrijdag", None),
        ("8", None),
    ],
)
def test_a_time_on_its_own(getypt: str, tijd: tuple[int, int] | None):
    assert gezegde_tijd(getypt) == tijd


@pytest.mark.parametrize("woord", ["periode", "blok", "semester", "trimester"])
def test_a_part_of_the_school_year_is_a_moment(woord: str):
    [vondst] = lees_tijd(lees(f"in {woord} 2 lees ik"), Kader(VANDAAG)).vondsten
    assert vondst.soort == "moment"


@pytest.mark.parametrize(
    ("tekst", "regel"),
    [
        ("2 weken", "FREQ=WEEKLY;INTERVAL=2"),
        ("elke twee weken", "FREQ=WEEKLY;INTERVAL=2"),
        ("om de week", "FREQ=WEEKLY;INTERVAL=2"),
        ("week op dinsdag", "FREQ=WEEKLY;BYDAY=TU"),
        ("Maandag en donderdag", "FREQ=WEEKLY;BYDAY=MO,TH"),
        ("laatste vrijdag van de maand", "FREQ=MONTHLY;BYDAY=-1FR"),
        ("kwartaal", "FREQ=MONTHLY;INTERVAL=3"),
    ],
)
def test_a_rhythm_is_read_with_and_without_elke(tekst: str, regel: str):
    ritme = gezegd_ritme(tekst)
    assert ritme
    assert ritme.as_rrule() == regel


@pytest.mark.parametrize(
    "tekst",
    [
        "", "elke", "bla", "uur", "3 keer per week", "over 2 weken", "2 weken tot 1 juni",
        "0 weken", "6 weken lang op maandag", "100 weken", "2 weken om 19:00",
        "2 weken en dan zien we wel",
    ],
)  # fmt: skip
def test_what_is_no_rhythm_of_days_or_says_more_is_none(tekst: str):
    assert gezegd_ritme(tekst) is None
