"""Stretches of days as people name them when they look back, on Monday 23 November 2026."""

from datetime import date

import pytest

from intervisie_cli.tijd.periode import lees_periode

NU = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("tekst", "van", "tot"),
    [
        ("2026-10", "2026-10-01", "2026-10-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2025", "2025-01-01", "2025-12-31"),
        ("oktober", "2026-10-01", "2026-10-31"),
        ("december", "2025-12-01", "2025-12-31"),
        ("okt 2024", "2024-10-01", "2024-10-31"),
        ("vorige maand", "2026-10-01", "2026-10-31"),
        ("Deze  maand", "2026-11-01", "2026-11-30"),
        ("deze week", "2026-11-23", "2026-11-29"),
        ("vorige week", "2026-11-16", "2026-11-22"),
        ("vorig jaar", "2025-01-01", "2025-12-31"),
        ("afgelopen jaar", "2025-01-01", "2025-12-31"),
        ("2 weken", "2026-11-09", "2026-11-09"),
        ("10 dagen geleden", "2026-11-13", "2026-11-13"),
        ("een maand", "2026-10-23", "2026-10-23"),
        ("9 maanden", "2026-02-23", "2026-02-23"),
        ("1 jaar geleden", "2025-11-23", "2025-11-23"),
        ("1 december", "2025-12-01", "2025-12-01"),
        ("2026-11-23", "2026-11-23", "2026-11-23"),
        ("2026-13", None, None),
        ("2026-02-30", None, None),
        ("9999", None, None),
        ("0000", None, None),
        ("9999 jaar", None, None),
        ("het tweede kwartaal van 2028", "2028-06-30", "2028-06-30"),
        ("kwartaal 2 van volgend jaar", "2027-06-30", "2027-06-30"),
        ("eerste helft van 2028", "2028-06-30", "2028-06-30"),
        ("het tweede halfjaar van 2028", "2028-12-31", "2028-12-31"),
        ("tweede helft van volgend jaar", "2027-12-31", "2027-12-31"),
        ("gisteren of zo", None, None),
        ("", None, None),
    ],
)
def test_a_stretch_of_days(tekst: str, van: str | None, tot: str | None):
    periode = lees_periode(tekst, NU)
    assert (periode and tuple(map(str, periode))) == ((van, tot) if van else None)


def test_a_month_ago_on_a_day_that_month_does_not_have_is_its_last():
    assert lees_periode("1 maand", date(2026, 3, 31)) == (
        date(2026, 2, 28),
        date(2026, 2, 28),
    )
