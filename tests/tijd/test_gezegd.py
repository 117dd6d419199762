"""A time that is typed on its own, and a stretch of the school year that names a moment."""

from datetime import date

import pytest

from intervisie_cli.taal.zin import lees
from intervisie_cli.tijd.gezegd import gezegde_tijd
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
