"""A path of the group is told to people as the step or the sessie that it is of."""

from datetime import date

import pytest

from intervisie_cli.tonen.plek import in_woorden
from tests.tonen.conftest import FOLDER, VANDAAG


@pytest.mark.parametrize(
    ("pad", "woorden"),
    [
        (f"{FOLDER}/1-acclimatisering.md", "acclimatisering (ma 23 november)"),
        (f"{FOLDER}/ronde-2-kim/3-advisering.md", "advisering, ronde 2 (ma 23 november)"),
        (f"{FOLDER}/4-evaluatie.kopie-1a2b3c4d.md", "evaluatie (ma 23 november)"),
        (f"{FOLDER}/sessie.yaml", "de sessie van ma 23 november"),
        ("groep.yaml", "de gegevens van de groep"),
        ("sjablonen/eigen/overzicht.md", "overzicht.md"),
        ("README.md", "README.md"),
    ],
)  # fmt: skip
def test_a_path_is_said_as_the_place_it_is_of(pad: str, woorden: str):
    assert in_woorden(pad, VANDAAG) == woorden


def test_a_place_of_another_year_says_which():
    gezegd = in_woorden(f"{FOLDER}/4-evaluatie.md", date(2027, 1, 4))
    assert gezegd == "evaluatie (ma 23 november 2026)"
