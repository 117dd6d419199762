"""A file without which nobody can do anything stays here until it can be used."""

from pathlib import Path

import pytest

from tests import lab
from tests.flows.test_doctor import found
from tests.lab import Templates, git, intervisie, must


@pytest.mark.parametrize(
    ("pad", "was", "wordt"),
    [
        ("groep.yaml", "leden:", "lden:"),
        ("groep.yaml", "id: kim", "id: Kim B"),
        ("groep.yaml", "id: tim", "id: kim"),
        (lab.SESSIE_YAML, "deelnemers:", "deelnemrs:"),
        (lab.SESSIE_YAML, "datum: 2026-11-23", "datum: morgen"),
        (lab.SESSIE_YAML, "inbrenger: mirthe", "inbrenger: sam"),
    ],
)
def test_it_is_not_shared_and_nobody_is_told_that_it_is(
    templates: Templates, tmp_path: Path, pad: str, was: str, wordt: str
):
    mirthe, kim = templates.shared("een", tmp_path)
    path = mirthe / pad
    tekst = path.read_text()
    assert was in tekst
    path.write_text(tekst.replace(was, wordt, 1))
    outcome = intervisie(mirthe, "sync")
    assert outcome.code == 4, outcome
    assert "niet te lezen" in outcome.out + outcome.err
    assert git(mirthe, "diff", "--name-only") == f"{pad}\n"
    must(kim, "sync")
    must(kim, "status")
    # doctor says so, and offers no way that records it.
    gevonden = found(mirthe)
    assert any("niet te lezen" in een.wat for een in gevonden)
    assert all("doctor" not in een.herstel for een in gevonden)
    for een in gevonden:
        if een.doe:
            een.doe()
    assert git(mirthe, "diff", "--name-only") == f"{pad}\n"
    path.write_text(tekst)
    must(mirthe, "sync")
    assert found(mirthe) == []
