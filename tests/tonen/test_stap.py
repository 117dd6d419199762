"""The line that says what was just recorded, or that it stood so already."""

import pytest

from intervisie_cli.flows.stap.vastleggen import Vastgelegd
from intervisie_cli.groep.sessies import SessieMap
from intervisie_cli.model.draaiboek import Veld
from intervisie_cli.model.sessie import Lid
from intervisie_cli.tonen.stap import aangevuld, toch_gegeven, vastgelegd
from intervisie_cli.ui.console import Console
from tests.tonen.conftest import VANDAAG


@pytest.mark.parametrize(
    ("status", "is_nieuw", "wat"),
    [
        ("klaar", True, "vastgelegd"),
        ("klaar", False, "stond al zo vastgelegd"),
        ("overgeslagen", True, "overgeslagen"),
        ("overgeslagen", False, "stond al zo overgeslagen"),
    ],
)
def test_a_recorded_step_names_its_sessie(
    uit: Console, sessie_map: SessieMap, status: str, is_nieuw: bool, wat: str
):
    stap = sessie_map.stappen[0]
    assert stap.document
    stap.document.data["status"] = status
    regel = vastgelegd(uit, Vastgelegd(stap, sessie_map, is_nieuw), VANDAAG)
    assert regel == f"✓ {stap.plek.titel} {wat} (ma 23 november)"


@pytest.mark.parametrize(
    ("is_nieuw", "wat"), [(True, "aangevuld"), (False, "stond al zo")]
)
def test_a_contribution_names_who_gave_it(
    uit: Console, sessie_map: SessieMap, is_nieuw: bool, wat: str
):
    stap = sessie_map.stappen[0]
    regel = aangevuld(uit, Vastgelegd(stap, sessie_map, is_nieuw), Lid("tim"))
    assert regel == f"✓ {stap.plek.titel}: {wat} door Tim"


def test_what_stays_of_a_skipped_step_is_told_also_of_a_field_of_two_words(
    sessie_map: SessieMap,
):
    stap = sessie_map.stappen[0]
    assert stap.document
    velden = (Veld("wat_goed_ging", "lijst"), Veld("tips", "lijst"))
    plek = stap.plek._replace(stap=stap.plek.stap._replace(velden=velden))
    stap.document.data["status"] = "overgeslagen"
    stap.document.data["wat_goed_ging"] = [{"id": "a1b2", "tekst": "De start"}]
    gezegd = toch_gegeven(stap._replace(plek=plek))
    assert gezegd == "Wat er al was, blijft staan: wat goed ging."
