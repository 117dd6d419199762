"""Of whose laptop nothing is seen is told, by the clock of who looks."""

from datetime import datetime, timedelta

from intervisie_cli.flows.mee.gezien import WEG_NA, Gezien

NU = datetime.fromisoformat("2026-11-23T20:12:00+01:00")
LEDEN = ("kim", "noor")


def after(**seconds: float) -> datetime:
    return NU + timedelta(**seconds)


def test_who_moves_is_there_and_who_stopped_is_not():
    gezien = Gezien()
    gezien.zie({"kim": "a", "noor": "a"}, NU)
    gezien.zie({"kim": "b", "noor": "a"}, after(seconds=30))
    gezien.zie({"kim": "b", "noor": "a"}, NU + WEG_NA)
    assert gezien.weg(LEDEN) == {"noor": NU}
    gezien.zie({"kim": "a", "noor": "b"}, after(seconds=80))
    assert gezien.weg(LEDEN) == {}


def test_of_who_never_gave_a_sign_nothing_is_said():
    gezien = Gezien()
    assert gezien.weg(LEDEN) == {}
    gezien.zie({"kim": "a"}, NU)
    gezien.zie({"kim": "a"}, after(hours=1))
    assert gezien.weg(["noor"]) == {}


def test_while_this_one_could_not_look_nobody_else_is_away():
    gezien = Gezien()
    gezien.zie({"kim": "a"}, NU)
    assert gezien.weg(LEDEN) == {}
    gezien.zie({"kim": "b"}, after(hours=1))
    assert gezien.weg(LEDEN) == {}
