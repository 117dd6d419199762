"""A file of the group is told to people as what it is of, by the record of its sessie."""

from pathlib import Path

import pytest

from intervisie_cli.flows.waar import waar
from tests import lab
from tests.flows.test_hand_edits import surroundings

DAG = "ma 23 november"


@pytest.mark.parametrize(
    ("pad", "woorden"),
    [
        (lab.ACCLIMATISERING, f"Acclimatisering van {DAG}"),
        (lab.ADVISERING, f"Advisering (ronde 1) van {DAG}"),
        (f"{lab.FOLDER}/4-evaluatie.kopie-1a2b3c4d.md", f"Evaluatie van {DAG}"),
        (lab.VAN_KIM_ZELF, f"de eigen notulen van Kim van {DAG}"),
        (lab.SESSIE_YAML, f"de sessie van {DAG}"),
        (f"{lab.FOLDER}/sessie.kopie-1a2b3c4d.yaml", f"de sessie van {DAG}"),
        (f"{lab.FOLDER}/zomaar.md", f"zomaar.md van {DAG}"),
        ("groep.yaml", "de gegevens van de groep"),
        ("sjablonen/eigen/overzicht.md", "overzicht.md"),
        ("README.md", "README.md"),
        ("sessies/2026/weg/1-acclimatisering.md", "1-acclimatisering.md"),
    ],
)  # fmt: skip
def test_a_file_is_said_as_what_it_is_of(klaar: Path, pad: str, woorden: str):
    assert waar(surroundings(klaar), pad) == woorden


def test_the_record_tells_the_day_and_the_ronde_and_not_the_name_of_a_folder(
    klaar: Path,
):
    path = klaar / lab.SESSIE_YAML
    tekst = path.read_text().replace("datum: 2026-11-23", "datum: 2025-11-24")
    path.write_text(tekst.replace("map: ronde-1-mirthe", "map: ronde-7-mirthe"))
    gezegd = waar(
        surroundings(klaar), lab.ADVISERING.replace("ronde-1-mirthe", "ronde-7-mirthe")
    )
    assert gezegd == "Advisering (ronde 1) van ma 24 november 2025"


def test_a_record_that_cannot_be_read_leaves_the_name_of_the_file(klaar: Path):
    (klaar / lab.SESSIE_YAML).write_text("datum: [kapot")
    assert waar(surroundings(klaar), lab.ADVISERING) == "3-advisering.md"
