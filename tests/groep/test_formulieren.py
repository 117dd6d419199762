"""What a hand filled in in a step file, as the files of the group are read."""

from pathlib import Path

import pytest

from intervisie_cli.groep import formulieren, sessies
from intervisie_cli.groep.formulieren import LEEG
from intervisie_cli.groep.stapbestand import StapBestand
from tests.prepared import Prepare

SESSIE = "sessies/2026/2026-11-23-kort"


def advisering(group: Path) -> StapBestand:
    return sessies.load(group, SESSIE).stappen[2]


def write(group: Path, body: str, status: str = "open") -> None:
    path = group / SESSIE / "ronde-1-mirthe/3-advisering.md"
    path.write_text(f"---\nstap: advisering\nstatus: {status}\n---\n{body}")


def test_a_blank_form_is_not_even_read(kort: Path):
    stappen = sessies.load(kort, SESSIE).stappen
    assert all(stap.formulier is LEEG for stap in stappen)


def test_of_a_step_that_is_recorded_the_form_is_free_text(kort: Path):
    write(kort, "- Advies van Kim: Slaap\n", status="klaar")
    stap = advisering(kort)
    assert "adviezen" not in stap.data
    assert stap.notulen == "- Advies van Kim: Slaap"
    assert not stap.is_ingevuld


def test_names_are_those_of_the_group_as_it_is_by_then(kort: Path):
    write(kort, "- Advies van Quinten: Slaap\n")
    assert advisering(kort).formulier.fouten
    path = kort / "groep.yaml"
    path.write_text(
        path.read_text().replace("  - id: kim", "  - id: kim\n    naam: Quinten")
    )
    assert advisering(kort).data["adviezen"] == [{"lid": "kim", "advies": "Slaap"}]


def test_members_are_read_once_for_all_forms(
    prepare: Prepare, monkeypatch: pytest.MonkeyPatch
):
    kort = prepare("kort", 1)
    write(kort, "- Advies van Kim: Slaap\n")
    real, keren = formulieren.vinden.load_groep, []
    monkeypatch.setattr(
        formulieren.vinden, "load_groep", lambda root: keren.append(root) or real(root)
    )
    for _ in range(3):
        assert advisering(kort).is_ingevuld
    assert len(keren) <= 1


def test_without_members_that_can_be_read_handles_still_count(kort: Path):
    write(kort, "- Advies van Kim: Slaap\n")
    (kort / "groep.yaml").write_text("leden: [")
    assert advisering(kort).data["adviezen"] == [{"lid": "kim", "advies": "Slaap"}]
