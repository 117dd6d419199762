"""The turns of a group: who had each rol how often, and when last."""

from datetime import date

from intervisie_cli.flows.sessie.beurten import Beurt
from intervisie_cli.model.sessie import (
    BEGELEIDER,
    DEELNEMER,
    INBRENGER,
    NOTULIST,
    Groep,
)
from intervisie_cli.tonen.beurten import json, regels
from intervisie_cli.ui.console import Console

VAN_KIM = {
    DEELNEMER: Beurt(2, "2026-11-23"),
    INBRENGER: Beurt(1, "2026-11-16"),
    BEGELEIDER: Beurt(),
    NOTULIST: Beurt(),
}
RIJEN = [("kim", VAN_KIM), ("tim", dict.fromkeys(VAN_KIM, Beurt()))]


def test_under_each_rol_a_member_has_a_line_with_how_often_and_when_last(
    uit: Console, studiegroep: Groep
):
    nieuwjaar = date(2027, 1, 1)
    assert list(regels(uit, studiegroep, RIJEN, nieuwjaar))[:6] == [
        "Deelnemer",
        "  Kim de Boer  2 keer, laatst ma 23 november 2026",
        "  Tim          nog nooit",
        "Inbrenger",
        "  Kim de Boer  1 keer, laatst ma 16 november 2026",
        "  Tim          nog nooit",
    ]


def test_for_programs_never_is_zero_times_and_no_day():
    [kim, _] = json(RIJEN)["leden"]
    assert kim["lid"] == "kim"
    assert kim[INBRENGER] == {"aantal": 1, "laatst": "2026-11-16"}
    assert kim[NOTULIST] == {"aantal": 0, "laatst": ""}
