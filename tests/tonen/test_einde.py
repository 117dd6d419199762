"""The end of a sessie: who does what and when, on one card."""

import pytest

from intervisie_cli.groep.sessies import SessieMap
from intervisie_cli.model.plain import Data
from intervisie_cli.model.sessie import Groep
from intervisie_cli.tonen.einde import regels
from intervisie_cli.ui.console import Console
from tests.tonen.conftest import VANDAAG


@pytest.mark.parametrize(
    ("tijd", "has_calendar"),
    [({}, False), ({"tot": "2026-12-01"}, True), ({"ritme": "elke maandag"}, True)],
)
def test_the_plan_says_who_does_what_and_a_calendar_where_there_is_a_day(
    uit: Console,
    studiegroep: Groep,
    sessie_map: SessieMap,
    tijd: Data,
    has_calendar: bool,
):
    stappen = []
    for stap in sessie_map.stappen:
        document = stap.document
        if document and stap.plek.stap.naam == "advisering":
            acties = [{"id": "aaaa", "actie": "Ik zet de wekker", "wie": "kim", **tijd}]
            document = document.with_data(document.data | {"acties": acties})
        stappen.append(stap._replace(document=document))
    nu = sessie_map._replace(stappen=tuple(stappen))
    shown = list(regels(uit, studiegroep, nu, VANDAAG))
    assert "Dit gaan jullie doen" in shown
    assert any("Kim de Boer: Ik zet de wekker" in line for line in shown)
    assert ("actie --ics" in shown[-1]) == has_calendar


def test_without_a_plan_it_says_so(
    uit: Console, studiegroep: Groep, sessie_map: SessieMap
):
    shown = list(regels(uit, studiegroep, sessie_map, VANDAAG))
    assert shown[-1] == "  Deze keer geen acties."
