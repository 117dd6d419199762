"""A sessie as an appointment of a calendar: `new --ics` and `herinner --ics`."""

import stat
from datetime import date, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar, Event

from intervisie_cli.groep import sessies
from tests.conftest import Run
from tests.lab import State, must
from tests.prepared import good

NEW = ("new", "--kort", "--deelnemers", "mirthe,kim,tim", "--geen-vragen")


def event(path: Path) -> Event:
    (found,) = Calendar.from_ical(path.read_bytes()).walk("VEVENT")
    return found


def made(run: Run, path: Path, *argv: str) -> Event:
    good(run(*NEW, *argv, "--ics", str(path)))
    return event(path)


@pytest.fixture
def ics(leeg: Path) -> Path:
    """A file outside the group."""
    return leeg.parent / "sessie.ics"


def test_it_says_when_and_no_word_of_what(leeg: Path, run: Run, ics: Path):
    om = ("--om", "19:00", "--tot", "20:30", "--thema", "Slaap", "--begeleider", "kim")
    found = made(run, ics, *om, "--inbrengers", "tim")
    sessie = sessies.load_sessie(leeg, next(sessies.folders(leeg)))
    assert {name: str(value) for name, value in found.items() if "DT" not in name} == {
        "SUMMARY": "Intervisie",
        "UID": f"{sessie.id}@intervisie.invalid",
        "CLASS": "PRIVATE",
    }
    assert str(found["dtstart"].dt) == "2026-11-23 19:00:00"
    assert str(found["dtend"].dt) == "2026-11-23 20:30:00"
    (alarm,) = found.walk("VALARM")
    assert alarm["trigger"].dt == timedelta(hours=-1)
    assert stat.S_IMODE(ics.stat().st_mode) == 0o600
    assert must(leeg, "doctor").out.endswith("is alles in orde.\n")


@pytest.mark.parametrize(
    ("argv", "begin", "eind"),
    [
        (("--om", "19:00"), "2026-11-23 19:00:00", "2026-11-23 19:20:00"),
        (("--om", "23:00", "--tot", "0:15"), "2026-11-23 23:00:00", "2026-11-24 00:15:00"),
        (("--tot", "20:30"), "2026-11-23", "2026-11-24"),
        ((), "2026-11-23", "2026-11-24"),
    ],
)  # fmt: skip
@pytest.mark.usefixtures("leeg")
def test_it_lasts_until_the_end_or_as_planned_and_without_a_time_all_day(
    run: Run, ics: Path, argv: tuple[str, ...], begin: str, eind: str
):
    found = made(run, ics, *argv)
    assert (str(found["dtstart"].dt), str(found["dtend"].dt)) == (begin, eind)


@pytest.mark.usefixtures("leeg")
def test_one_of_all_day_rings_the_evening_before(run: Run, ics: Path):
    (alarm,) = made(run, ics).walk("VALARM")
    assert alarm["trigger"].dt == timedelta(hours=-6)


@pytest.mark.usefixtures("leeg")
def test_it_comes_back_in_the_rhythm_of_the_group(run: Run, ics: Path):
    found = made(run, ics, "--elke", "2 weken", "--om", "19:00")
    assert found["rrule"].to_ical() == b"FREQ=WEEKLY;INTERVAL=2"


@pytest.mark.usefixtures("leeg")
def test_a_day_that_is_none_of_the_rhythm_stands_alone(run: Run, ics: Path):
    dag = ("--elke", "maandag", "--datum", "2026-11-25", "--ics", str(ics))
    out = good(run(*NEW, *dag)).out
    assert "Die komt één keer: deze dag past niet bij elke maandag." in out
    assert event(ics)["dtstart"].dt == date(2026, 11, 25)
    assert "rrule" not in event(ics)


@pytest.mark.usefixtures("leeg")
def test_the_same_sessie_gives_the_same_bytes_and_goes_over_its_own(
    run: Run, ics: Path
):
    uid = made(run, ics, "--om", "19:00", "--elke", "maandag")["uid"]
    first = ics.read_bytes()
    good(run("herinner", "--ics", str(ics)))
    assert ics.read_bytes() == first
    good(run("wijzig", "--om", "20:00"))
    good(run("herinner", "--ics", str(ics)))
    assert event(ics)["uid"] == uid
    assert str(event(ics)["dtstart"].dt) == "2026-11-23 20:00:00"


def test_a_folder_gets_a_file_of_which_the_name_says_nothing(leeg: Path, run: Run):
    good(run(*NEW, "--thema", "Slaap", "--ics", str(leeg.parent)))
    assert [path.name for path in leeg.parent.glob("*.ics")] == ["intervisie.ics"]


@pytest.mark.parametrize(
    "where", ["sessies/x.ics", ".", "", ".git/x.ics", "../nergens/x.ics"]
)
@pytest.mark.parametrize("command", [NEW, ("herinner",)])
def test_where_no_calendar_can_come_nothing_is_made(
    klaar: Path, run: Run, where: str, command: tuple[str, ...]
):
    before = State.of(klaar)
    outcome = run(*command, "--ics", where)
    assert (outcome.code, outcome.out) == (2, "")
    assert "--ics ~/intervisie.ics" in outcome.err
    assert len(outcome.err.splitlines()) == 2
    assert State.of(klaar) == before
    assert not list(klaar.rglob("*.ics"))


def test_no_other_file_is_written_over(klaar: Path, run: Run):
    path = klaar.parent / "agenda.ics"
    path.write_text("BEGIN:VCALENDAR\nPRODID:-//iemand//NL\n")
    before = State.of(klaar)
    for command in (NEW, ("herinner",)):
        outcome = run(*command, "--ics", str(path))
        assert outcome.code == 2
        assert outcome.err.startswith("agenda.ics is er al, en is niet van intervisie.")
    assert path.read_text().endswith("iemand//NL\n")
    assert State.of(klaar) == before
