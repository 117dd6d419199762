"""A time expression means exactly what people mean by it:
the cases are in tests/checks/tijden.yaml.
"""

from datetime import date

import pytest

from intervisie_cli.checks.smart.actie import Afspraken
from intervisie_cli.flows.actie.ritme import moment as moment_van
from intervisie_cli.taal.zin import Zin
from intervisie_cli.tijd.lezen import lees_tijd
from intervisie_cli.tijd.vondst import Kader
from tests.checks.cases import REGIO, VANDAAG, Case, load, moment


@pytest.mark.parametrize("case", load("tijden"), ids=lambda case: case["tekst"])
def test_a_time_expression_means_just_this(case: Case):
    tijd = lees_tijd(Zin(case["tekst"]), Kader(VANDAAG, REGIO))
    ritme = tijd.ritme.as_rrule() if tijd.ritme else None
    gevonden = (tijd.tot.isoformat() if tijd.tot else None, ritme)
    assert (gevonden, int(tijd.heeft_moment)) == (moment(case), case.get("T", 1))


@pytest.mark.parametrize(
    ("vandaag", "tekst", "tot"),
    [
        ("2026-12-30", "volgende week vrijdag bellen", "2027-01-08"),
        ("2026-12-30", "in wk 1 bellen", "2027-01-10"),
        ("2026-12-30", "wk 53 bellen", "2027-01-03"),
        ("2026-12-30", "uiterlijk 2 januari bellen", "2027-01-02"),
        ("2026-12-31", "morgen bellen", "2027-01-01"),
        ("2026-12-31", "nog dit jaar bellen", "2026-12-31"),
        ("2026-12-31", "volgende maand bellen", "2027-01-31"),
        ("2027-01-31", "over een maand bellen", "2027-02-28"),
        ("2027-02-10", "op 29 februari bellen", "2028-02-29"),
        ("2027-03-27", "morgen om half 3 bellen", "2027-03-28"),
        ("2026-10-24", "over een week bellen", "2026-10-31"),
        ("2026-11-29", "deze week bellen", "2026-11-29"),
        ("2026-11-29", "zondag bellen", "2026-12-06"),
        ("2027-03-28", "met Pasen bellen", "2027-03-28"),
        ("2027-03-29", "voor Pasen bellen", "2028-04-15"),
        ("2029-12-28", "voor de kerstvakantie bellen", "2029-12-21"),
        ("2035-11-01", "voor de kerstvakantie bellen", None),
    ],
)
def test_year_ends_leap_days_and_summer_time_are_right(
    vandaag: str, tekst: str, tot: str | None
):
    gevonden = lees_tijd(Zin(tekst), Kader(date.fromisoformat(vandaag), REGIO)).tot
    assert (gevonden.isoformat() if gevonden else None) == tot


@pytest.mark.parametrize(
    "tekst",
    [
        f"Ik bel over {'9' * 400} maanden",
        f"Ik bel over {'9' * 400} dagen",
        "Ik bel over 999999999999 dagen",
        "Elke 0e maandag van de maand bel ik",
        "Elke maand op de 9e maandag bel ik",
        "Elke 6e dinsdag van de maand bel ik",
    ],
)
def test_a_number_that_no_calendar_has_is_no_bug(tekst: str):
    tijd = lees_tijd(Zin(tekst), Kader(VANDAAG, REGIO))
    assert tijd.ritme is None or not tijd.ritme.plaats
    moment_van({"actie": tekst}, VANDAAG, Afspraken())
