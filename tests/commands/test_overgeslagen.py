"""A list that passes over a file it cannot read says so, and ends with 4."""

from pathlib import Path

import pytest

from tests import lab
from tests.lab import Templates, intervisie

LIJSTEN = (
    ("log",),
    ("log", "--json"),
    ("log", "--jsonl"),
    ("log", "--kort"),
    ("log", "--statistiek"),
    ("log", "--statistiek", "--json"),
    ("log", "--verloop"),
    ("log", "--zoek", "structuur"),
    ("log", "--lijkt-op", "structuur"),
    ("actie",),
    ("actie", "--json"),
    ("actie", "--alle"),
    ("actie", "--ics", "acties.ics"),
    ("status",),
    ("status", "--json"),
    ("status", "--beurten"),
    ("status", "--beurten", "--json"),
    ("check", "--alles"),
    ("check", "--alles", "--format", "json"),
    ("check", "--alles", "--format", "sarif"),
)


@pytest.fixture
def groep(templates: Templates, tmp_path: Path) -> Path:
    return templates.copy("een", tmp_path / "groep")


@pytest.mark.parametrize(
    ("welk", "raw"),
    [
        (lab.SESSIE_YAML, b"id: [\n"),
        (lab.HULPVRAAG, b"---\na: 'b\n---\n"),
        pytest.param(lab.HULPVRAAG, b"\xff\xfe", marks=pytest.mark.slow),
        pytest.param(lab.SESSIE_YAML, b"\xff\xfe", marks=pytest.mark.slow),
        pytest.param(lab.SESSIE_YAML, b"", marks=pytest.mark.slow),
    ],
)
def test_each_list_names_what_it_passes_over(groep: Path, welk: str, raw: bytes):
    (groep / welk).write_bytes(raw)
    for argv in LIJSTEN:
        outcome = intervisie(groep, *argv)
        assert outcome.code == 4, (argv, outcome)
        said = outcome.err or outcome.out
        assert Path(welk).name in said or "te lezen" in said, (argv, outcome)


def test_where_all_can_be_read_nothing_is_named(groep: Path):
    for argv in (("log", "--statistiek"), ("actie",), ("status", "--beurten")):
        outcome = intervisie(groep, *argv)
        assert (outcome.code, outcome.err) == (0, "")
