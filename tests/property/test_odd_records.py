"""Whatever stands in one field of one record, no command ends with a bug: it is read, or named."""

import io
import os
import random
from collections.abc import Iterator
from contextlib import chdir, redirect_stderr, redirect_stdout
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from intervisie_cli.cli import main
from intervisie_cli.flows.groep import demo
from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.records.document import Document, parse_markdown, parse_yaml
from tests.conftest import NU, Ids
from tests.lab import must

pytestmark = pytest.mark.slow

ALLES = os.environ.get("INTERVISIE_ALLE_PUNTEN") == "1"
"""Read at import, before a test gets its clean environment: every field with every value."""
SAMPLE = 60
ODD: tuple[Any, ...] = (
    None, "", " ", "0001-01-01", "0001-12-31", "1582-10-10", "2100-06-01", "9999-12-31",
    "9999-12-25", "2026-02-30", "0001-01-01T00:00:00+00:00", "9999-12-31T23:59:59-14:00",
    "2026-11-23T19:00:00+01:23:45", "2026-11-23T19:00:00", "elk kwartaal voor Pasen",
    "vóór Kerst 9999", "half december", "over 99999 jaar", "../../x", "/etc/passwd", "--output=x",
    "\x1b]0;x\x07", "a\nb", "é" * 300, True, 0, -1, 10**30, 1.5, float("inf"), [], {}, [[]], [None],
    {"a": {"b": []}}, [{"id": "../x"}], ["x"] * 50,
)  # fmt: skip
COMMANDS = (
    ("status",), ("status", "--json"), ("status", "--beurten"), ("show",), ("log",),
    ("log", "--jsonl"), ("log", "--statistiek"), ("log", "--verloop"), ("log", "--zoek", "plan"),
    ("log", "--lijkt-op", "Hoe leer ik?"), ("actie", "lijst", "--alle"),
    ("actie", "--ics", "../a.ics", "--met-tekst"), ("check", "--alles"),
    ("check", "--alles", "--format", "sarif"), ("doctor",),
)  # fmt: skip
Path_ = tuple[str | int, ...]


def leaves(data: Any, path: Path_ = ()) -> Iterator[Path_]:
    """Every place in the data of a record: fields, their items and parts, and what holds those."""
    yield path
    for key, value in (
        data.items()
        if isinstance(data, dict)
        else enumerate(data)
        if isinstance(data, list)
        else ()
    ):
        yield from leaves(value, (*path, key))


def put(data: Any, path: Path_, value: Any) -> Any:
    """The data with another value in one place."""
    if not path:
        return value
    copy = dict(data) if isinstance(data, dict) else list(data)
    copy[path[0]] = put(copy[path[0]], path[1:], value)
    return copy


def records(group: Path) -> list[str]:
    found = [
        path
        for path in group.rglob("*")
        if path.suffix in (".md", ".yaml") and path.name != "README.md"
    ]
    return sorted(path.relative_to(group).as_posix() for path in found)


def document_of(path: Path) -> Document:
    return (parse_yaml if path.suffix == ".yaml" else parse_markdown)(path.read_bytes())


def cases(group: Path) -> list[tuple[str, Path_, Any]]:
    return [
        (pad, path, value)
        for pad in records(group)
        for path in leaves(document_of(group / pad).data)
        if path
        for value in ODD
    ]


def outcome(group: Path, *argv: str) -> tuple[int, str]:
    out = io.StringIO()
    with chdir(group), redirect_stdout(out), redirect_stderr(out):
        return main.run(list(argv)), out.getvalue()


@pytest.fixture
def group(tmp_path: Path, variant: str) -> Path:
    """A group with one sessie that is done, and an actie that was followed up."""
    folder = tmp_path / "groep"
    list(
        demo.play(Omgeving(lambda: datetime.fromisoformat(NU), Ids()), folder, variant)
    )
    must(folder, "actie", "bezig", "planning", "--opmerking", "Gaat goed")
    return folder


@pytest.mark.parametrize("variant", ["kort", "lang"])
def test_no_value_in_a_record_ends_a_command_with_a_bug(group: Path, variant: str):
    alle = cases(group)
    assert len(alle) > 1_000
    gekozen = alle if ALLES else random.Random(variant).sample(alle, SAMPLE)
    wrong = []
    for pad, path, value in gekozen:
        raw = (group / pad).read_bytes()
        document = document_of(group / pad)
        try:
            text = document.with_data(put(document.data, path, value)).text()
        except ValueError:
            continue  # no record can hold it
        (group / pad).write_text(text)
        for argv in COMMANDS:
            code, said = outcome(group, *argv)
            if code not in (0, 1, 4, 5):
                report = (
                    said.split("staat in ")[-1].split()[0] if "verslag" in said else ""
                )
                where = Path(report).read_text().splitlines()[-1] if report else said
                wrong.append(
                    f"{pad} {path} = {value!r:.60}: {' '.join(argv)} ends with {code}: {where}"
                )
        (group / pad).write_bytes(raw)
    assert not wrong, "\n".join(wrong)
