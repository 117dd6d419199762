"""The examples of docs/record-format.md are a group that the program reads, checks and records."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from intervisie_cli.groep import draaiboeken
from intervisie_cli.model import draaiboek as vorm
from intervisie_cli.model.draaiboek import (
    SLAAT_OVER,
    Draaiboek,
    Lijstvorm,
    Veld,
    Voorwaarde,
)
from intervisie_cli.model.instellingen import Instellingen
from intervisie_cli.model.namen import whose_notulen
from intervisie_cli.model.sessie import Groep, Lid, Sessie
from intervisie_cli.records import draaiboek as records_draaiboek
from intervisie_cli.records import groep as records_groep
from intervisie_cli.records import sessie as records_sessie
from intervisie_cli.records.document import parse_markdown, parse_yaml
from intervisie_cli.vragen.soorten.register import SOORTEN
from tests.conftest import Run, git

PAGE = Path(__file__).parent.parent.parent / "docs/record-format.md"
_BLOCK = re.compile(
    r"^```(yaml|markdown)\n((?:---\n)?# (\S+)\n.*?)^```$", re.MULTILINE | re.DOTALL
)
LANG, KORT = "sessies/2026/2026-11-23-structuur", "sessies/2026/2026-11-30-motivatie"
# What any step may hold beside the fields of its draaiboek.
OWN = {"stap", "status", "begonnen", "afgerond", "reden", "conflicten"}
CONFLICT = {"id", "pad", "waarde"}
STIL = {"regel", "reden"}
OPVOLGING = {"id", "datum", "lid", "status", "keer", "van", "na", "opmerking"}


def examples() -> dict[str, str]:
    """Give the files of the page, path → text; front matter alone becomes a whole file."""
    found = {}
    for block in _BLOCK.finditer(PAGE.read_text(encoding="utf-8")):
        soort, text, path = block.groups()
        is_front = soort == "yaml" and path.endswith(".md")
        found[path] = f"---\n{text}---\n## Notulen\n" if is_front else text
    return found


def steps() -> dict[str, dict[str, Any]]:
    """Give the data of the step files of sessies, path → front matter."""
    return {
        path: parse_markdown(text.encode()).data
        for path, text in examples().items()
        if path.startswith("sessies/")
        and path.endswith(".md")
        and not whose_notulen(path)
    }


def wandelen() -> Draaiboek:
    begin = "sjablonen/wandelen/"
    files = {
        path.removeprefix(begin): text.encode()
        for path, text in examples().items()
        if path.startswith(begin)
    }
    return records_draaiboek.load("wandelen", files)


def test_each_block_of_the_page_is_an_example():
    fences = re.findall(
        r"^```(?:yaml|markdown)$", PAGE.read_text("utf-8"), re.MULTILINE
    )
    assert len(examples()) == len(fences)


def is_all_shown(
    value: Any, empty: dict[str, Any], without: tuple[str, ...] = ()
) -> bool:
    """Whether no part of a named tuple is as it is when nothing is said."""
    return not [
        naam
        for naam in value._fields
        if naam not in without
        and getattr(value, naam) in (empty.get(naam), "", (), None)
    ]


def test_the_example_of_a_group_has_all_that_one_can_hold():
    groep = records_groep.parse(examples()["groep.yaml"].encode())
    assert groep.instellingen.fouten == ()
    assert is_all_shown(groep, Groep("", ())._asdict(), ("is_nieuwer",))
    assert is_all_shown(groep.instellingen, Instellingen()._asdict(), ("fouten",))
    assert {lid.naam for lid in groep.leden} > {Lid("kim").naam}


def test_the_example_of_a_sessie_has_all_that_one_can_hold_and_nothing_else():
    raw = examples()[f"{LANG}/sessie.yaml"].encode()
    sessie = records_sessie.parse(raw, LANG)
    changed = ("is_nieuwer", "begeleider_naam", "aanwezig", "is_afgerond", "reden")
    assert is_all_shown(sessie, Sessie._field_defaults | {"opname": False}, changed)
    assert set(parse_yaml(raw).data) == set(records_sessie.new(sessie).data)


def test_each_key_of_a_sessie_is_named():
    page = PAGE.read_text(encoding="utf-8")
    section = page.split("\n## sessie.yaml\n")[1].split("\n## ")[0]
    named = set(re.findall(r"^(\w+):", section, re.MULTILINE))
    named |= set(re.findall(r"`(\w+)`", section))
    assert set(records_sessie.ORDER) <= named


def items_of(data: dict[str, Any], naam: str) -> list[dict[str, Any]]:
    return [item for item in data.get(naam, []) if isinstance(item, dict)]


def keys_of_fields(velden: tuple[Veld, ...], over: str = "") -> Iterator[str]:
    """Give each key that these fields can have, with the names of the lists that it stands in."""
    for veld in velden:
        naam = f"{over}{veld.naam}"
        yield naam
        if veld.soort != "lijst":
            continue
        yield from keys_of_fields(veld.onderdelen, f"{naam}/")
        if not over:
            yield f"{naam}/id"
        if veld.is_per_lid:
            yield f"{naam}/lid"


def keys_in(data: Any, over: str = "") -> Iterator[str]:
    """Give each key that stands in *data*, with the names of the lists that it stands in."""
    for naam, waarde in data.items():
        yield f"{over}{naam}"
        for item in items_of(data, naam) if isinstance(waarde, list) else ():
            yield from keys_in(item, f"{over}{naam}/")


def below(naam: str, keys: set[str]) -> set[str]:
    return {f"{naam}/{key}" for key in keys}


@pytest.mark.parametrize("methode", ["lang", "kort"])
def test_the_examples_of_steps_have_each_key_of_the_draaiboeken(
    methode: str, tmp_path: Path
):
    shown: dict[str, set[str]] = {}
    for data in steps().values():
        shown.setdefault(data["stap"], set()).update(keys_in(data))
    for stap in draaiboeken.load(tmp_path, methode).stappen:
        assert set(keys_of_fields(stap.velden)) <= shown[stap.naam]


def test_the_examples_of_steps_have_no_other_keys(tmp_path: Path):
    known = OWN | {"acties/stil", "acties/opvolging", SLAAT_OVER}
    known |= below("conflicten", CONFLICT) | below("acties/stil", STIL)
    known |= below("acties/opvolging", OPVOLGING)
    for methode in ("lang", "kort"):
        for stap in draaiboeken.load(tmp_path, methode).stappen:
            known |= set(keys_of_fields(stap.velden))
    shown = {key for data in steps().values() for key in keys_in(data)}
    assert shown == known


def all_fields(velden: tuple[Veld, ...]) -> Iterator[Veld]:
    for veld in velden:
        yield veld
        yield from all_fields(veld.onderdelen)


def test_the_example_of_a_draaiboek_has_all_that_one_can_hold():
    boek = wandelen()
    # Where it stands and what was passed over are no part of it.
    assert is_all_shown(boek, {}, ("map", "opmerkingen"))
    assert any(is_all_shown(stap, {}, ("nummer", "optioneel")) for stap in boek.stappen)
    assert {stap.optioneel for stap in boek.stappen} == {True, False}
    assert {stap.per for stap in boek.stappen} == set(vorm.PER)


def test_the_example_of_a_draaiboek_has_each_key_and_kind_of_a_field():
    fields = [veld for stap in wandelen().stappen for veld in all_fields(stap.velden)]
    for naam in Veld._fields:
        standaard = Veld._field_defaults.get(naam)
        assert any(getattr(veld, naam) != standaard for veld in fields), naam
    assert "precies: " in examples()["sjablonen/wandelen/1-vertrek.md"]
    assert {veld.soort for veld in fields} == set(SOORTEN)
    assert {veld.wie for veld in fields} - {""} == set(vorm.WIE)
    assert {veld.standaard for veld in fields} - {""} == set(vorm.STANDAARDEN)
    assert {veld.lijst.bron for veld in fields} - {""} == set(vorm.BRONNEN)
    assert {letter for veld in fields for letter in veld.letter} == set(vorm.LETTERS)
    assert {check for veld in fields for check in veld.checks} == set(vorm.CHECKS)
    assert {vorm.RITME, vorm.EENMALIG} < {veld.als.actie_is for veld in fields}
    for shape in (Voorwaarde, Lijstvorm):
        parts = [veld.als if shape is Voorwaarde else veld.lijst for veld in fields]
        for naam in shape._fields:
            standaard = shape._field_defaults[naam]
            assert any(getattr(part, naam) != standaard for part in parts), naam


@pytest.fixture
def written(groep: Path) -> Path:
    """The group of the page, on disk and committed.

    Its second sessie is by the short draaiboek, and of before a sessie kept its steps.
    """
    files = examples()
    sessie, _, _ = files[f"{LANG}/sessie.yaml"].partition("stappen:")
    sessie = sessie.replace("draaiboek: lang", "draaiboek: kort").replace(
        "11-23", "11-30"
    )
    files[f"{KORT}/sessie.yaml"] = sessie.replace(
        "id: kddddddddddddaab", "id: kddddddddddddaac"
    )
    # Sharing after each step would need a place to share with.
    files["groep.yaml"] = files["groep.yaml"].replace("sync: na-stap", "sync: hand")
    for path, text in files.items():
        (groep / path).parent.mkdir(parents=True, exist_ok=True)
        (groep / path).write_text(text, encoding="utf-8")
    git(groep, "add", "-A")
    git(groep, "commit", "-qm", "De voorbeelden")
    return groep


@pytest.mark.usefixtures("written")
def test_the_group_of_the_page_is_shown_and_checked(run: Run):
    for folder in (LANG, KORT):
        shown = json.loads(run("show", folder, "--json").out)
        gegevens = {
            stap["bestand"]: stap["gegevens"]
            for stap in shown["stappen"]
            if stap["bestaat"]
        }
        assert gegevens == {
            path: data for path, data in steps().items() if path.startswith(folder)
        }
    check = run("check", "--alles", "--ernst", "hint", "--format", "json")
    found = json.loads(check.out)["bevindingen"]
    wrong = [b["regel"] for b in found if b["ernst"] == "fout"]
    # Of one step of its sessie the page shows no file.
    assert sorted(wrong) == ["verslag-conflict", "verslag-onleesbaar"]
    kept = {b["regel"]: b["stil"] for b in found if b["stil"]}
    assert kept == {"smart-meetbaar-ontbreekt": "dat meten we aan het gevoel"}
    assert run("overzicht", "--draaiboek", "wandelen").code == 0


@pytest.mark.usefixtures("written")
def test_the_own_notulen_of_the_page_are_shown_by_step(run: Run):
    shown = json.loads(run("show", LANG, "--json").out)["eigen_notulen"]
    assert [(notitie["stap"], notitie["ronde"]) for notitie in shown] == [
        ("acclimatisering", None), ("advisering", 1), (None, None),
    ]  # fmt: skip
    assert {notitie["lid"] for notitie in shown} == {"kim"}


@pytest.mark.parametrize("path", steps())
def test_what_stands_in_an_example_is_recorded_as_it_is(
    run: Run, written: Path, path: str
):
    data = {
        naam: waarde for naam, waarde in steps()[path].items() if naam != "conflicten"
    }
    folder = LANG if path.startswith(LANG) else KORT
    done = run(
        "step", data["stap"], "--opnieuw", "--sessie", folder, "--antwoorden", "-",
        stdin=json.dumps(data),
    )  # fmt: skip
    assert done.code == 0, done.err
    assert parse_markdown((written / path).read_bytes()).data == data
