"""Each row of the table of time means what was counted for it."""

from collections.abc import Callable, Iterator

import pytest

from intervisie_cli.taal.zin import lees
from intervisie_cli.tijd.lezen import lees_tijd
from intervisie_cli.tijd.vondst import Kader
from tests.tijd import tabel
from tests.tijd.tabel import Rij

DELEN = (
    tabel.duren,
    tabel.ritmes,
    tabel.dagen,
    tabel.stukken,
    tabel.weekdagen,
    tabel.reeksen,
)


def reading(tekst: str) -> Rij:
    tijd = lees_tijd(lees(tekst), Kader(tabel.VANDAAG, tabel.REGIO))
    tot = f"{tijd.tot}" if tijd.tot else ""
    ritme = tijd.ritme.as_rrule() if tijd.ritme else ""
    return Rij(tekst, tot, ritme, tijd.heeft_moment)


@pytest.mark.parametrize("deel", DELEN, ids=lambda deel: deel.__name__)
def test_every_row_means_what_was_counted(deel: Callable[[], Iterator[Rij]]):
    rijen = list(deel())
    assert len(rijen) > 10
    anders = [(reading(rij.tekst), rij) for rij in rijen if reading(rij.tekst) != rij]
    assert anders == []
