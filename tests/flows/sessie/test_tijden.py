"""When a sessie is, whatever stands in its file; and the days of a rhythm."""

from datetime import date, datetime

import pytest
from icalendar import Calendar

from intervisie_cli.flows.sessie.tijden import Tijden, of_sessie, volgende_keer
from intervisie_cli.model.sessie import Sessie
from intervisie_cli.tonen.afspraak import van_sessie
from tests.conftest import NU
from tests.property.test_odd_records import ODD

GOED = Tijden("19:00", "20:30", "2 weken")
VREEMD = (*filter(lambda waarde: isinstance(waarde, str), ODD), "25:00", "99 jaar")


def sessie_of(tijden: Tijden, datum: date = date(2026, 11, 23)) -> Sessie:
    return Sessie(
        id="s" * 16,
        map="x",
        draaiboek="kort",
        datum=datum,
        thema="",
        deelnemers=("kim", "tim"),
        begeleider="",
        notulist="individueel",
        opname=False,
        rondes=(),
        om=tijden.om,
        tot=tijden.tot,
        elke=tijden.elke,
    )


@pytest.mark.parametrize("key", Tijden._fields)
@pytest.mark.parametrize("waarde", VREEMD)
def test_whatever_a_hand_wrote_is_read_or_passed_over(key: str, waarde: str):
    sessie = sessie_of(GOED._replace(**{key: waarde}))
    gelezen = of_sessie(sessie)
    assert getattr(gelezen, key) in ("", waarde.strip())
    # It can be refused as a whole, but what stands beside it holds.
    assert gelezen._replace(**{key: ""}) == GOED._replace(**{key: ""})
    assert volgende_keer(sessie, date(2026, 11, 23)) in (
        None,
        date(2026, 12, 7),
        date(2125, 11, 23),
    )
    assert b"SUMMARY:Intervisie" in van_sessie(sessie, 20, datetime.fromisoformat(NU))


@pytest.mark.parametrize("datum", [date.min, date(9998, 12, 31), date.max])
@pytest.mark.parametrize("elke", ["", "2 weken", "maandag", "jaar"])
def test_the_ends_of_the_calendar_are_days_too(datum: date, elke: str):
    sessie = sessie_of(Tijden("23:30", "00:30", elke), datum)
    raw = van_sessie(sessie, 20, datetime.fromisoformat(NU))
    (event,) = Calendar.from_ical(raw).walk("VEVENT")
    assert str(event["dtstart"].dt).startswith(datum.isoformat())
    volgende = volgende_keer(sessie, datum)
    assert volgende is None or volgende > datum


@pytest.mark.parametrize(
    ("elke", "vandaag", "dag"),
    [
        ("2 weken", "2026-11-23", "2026-12-07"),
        ("2 weken", "2026-12-07", "2026-12-21"),
        ("2 weken", "2026-11-01", "2026-12-07"),
        ("maandag", "2026-11-23", "2026-11-30"),
        ("donderdag", "2026-11-23", "2026-11-26"),
        ("eerste maandag van de maand", "2026-11-23", "2026-12-07"),
        ("maand", "2026-11-23", "2026-12-23"),
    ],
)
def test_the_next_day_of_a_rhythm_is_counted_from_the_sessie(
    elke: str, vandaag: str, dag: str
):
    sessie = sessie_of(Tijden(elke=elke))
    gevonden = volgende_keer(sessie, date.fromisoformat(vandaag))
    assert gevonden == date.fromisoformat(dag)


def test_a_sessie_without_a_rhythm_has_no_next_day():
    assert volgende_keer(sessie_of(Tijden("19:00")), date(2026, 11, 23)) is None


def test_an_end_that_comes_too_early_by_hand_says_nothing():
    assert of_sessie(sessie_of(Tijden("19:00", "18:00"))) == Tijden("19:00")
