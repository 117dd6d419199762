"""What stands under a misspelled key, or is not there, is named: no page shows it as missing."""

import json
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.prepared import Prepare, good

SESSIE = "sessies/2026/2026-11-23-kort"
BEGIN = f"{SESSIE}/1-acclimatisering.md"
HULPVRAAG = f"{SESSIE}/ronde-1-mirthe/2-hulpvraag-definieren.md"
ADVIES = f"{SESSIE}/ronde-1-mirthe/3-advisering.md"
KLAAR = f"{SESSIE}/4-evaluatie.md"
SESSIE_YAML = f"{SESSIE}/sessie.yaml"


def replaced(path: Path, was: str, wordt: str) -> None:
    tekst = path.read_text(encoding="utf-8")
    assert was in tekst
    path.write_text(tekst.replace(was, wordt, 1), encoding="utf-8")


def found(run: Run, *regels: str) -> list[dict[str, str]]:
    gevonden = json.loads(run("check", "--format", "json").out)["bevindingen"]
    return [item for item in gevonden if item["regel"] in regels]


@pytest.mark.parametrize(
    ("pad", "was", "wordt"),
    [
        (HULPVRAAG, "hulpvraag:", "hulpvaag:"),
        (HULPVRAAG, "toelichting:", "toelichtng:"),
        (HULPVRAAG, "herformulering:", "Herformulering:"),
        (ADVIES, "adviezen:", "advizen:"),
        (ADVIES, "advies:", "avies:"),
        (ADVIES, "    tot:", "    totaal:"),
        (ADVIES, "toepasbaar:", "toepsbaar:"),
        (SESSIE_YAML, "notulist:", "notulis:"),
        (SESSIE_YAML, "schema: 1", "schema: 1\nsamn: [evaluatie]"),
    ],
)
def test_a_misspelled_key_is_named_with_the_one_that_was_meant(
    prepare: Prepare, run: Run, pad: str, was: str, wordt: str
):
    path = prepare("kort", 3) / pad
    if was not in path.read_text(encoding="utf-8"):
        pytest.skip(f"{was} is not in the example")
    replaced(path, was, wordt)
    gevonden = found(run, "verslag-sleutel")
    if wordt == "    totaal:":
        # Too far from what it may have been meant for: somebody's own key.
        assert gevonden == []
        return
    [een] = gevonden
    assert "telt niet mee" in een["bericht"]
    sleutel, _, _ = was.partition(":")
    bedoeld = "samen" if "samn" in wordt else sleutel.strip()
    assert f"Bedoel je '{bedoeld}'?" in een["hulp"]


@pytest.mark.parametrize(
    ("pad", "regel", "sleutel"),
    [
        (HULPVRAAG, "hulpvraag: ", "hulpvraag"),
        (ADVIES, "    advies: ", "advies"),
        (ADVIES, "    actie: ", "actie"),
        (HULPVRAAG, "    vraag: ", "vraag"),
    ],
)
@pytest.mark.parametrize("how", ["gone", "empty"])
def test_an_answer_that_has_to_be_there_is_missed(
    prepare: Prepare, run: Run, pad: str, regel: str, sleutel: str, how: str
):
    path = prepare("kort", 3) / pad
    regels = path.read_text(encoding="utf-8").split("\n")
    nummer = next(
        nummer
        for nummer, een in enumerate(regels)
        if een.startswith((regel, f"  - {regel.strip()} "))
    )
    begin, _, _ = regels[nummer].partition(":")
    regels[nummer] = (
        f"{begin}:"
        if how == "empty"
        else begin.replace(regel.strip()[:-1], "eigen") + ": x"
    )
    path.write_text("\n".join(regels), encoding="utf-8")
    [een] = found(run, "verslag-ontbreekt")
    assert f"'{sleutel}'" in een["bericht"]
    assert "--opnieuw" in een["hulp"]


@pytest.mark.parametrize("variant", ["kort", "lang"])
@pytest.mark.parametrize("steps", [0, 1, 3, 5])
def test_what_the_program_wrote_misses_nothing(
    prepare: Prepare, run: Run, variant: str, steps: int
):
    prepare(variant, steps)
    assert found(run, "verslag-ontbreekt", "verslag-sleutel") == []


@pytest.mark.parametrize("sleutel", ["prive", "privé", "PRIVE", "privee", "prive?"])
def test_a_sessie_is_private_however_somebody_spells_that(
    prepare: Prepare, run: Run, sleutel: str
):
    path = prepare("kort", 3) / SESSIE_YAML
    tekst = path.read_text(encoding="utf-8")
    path.write_text(f"{tekst}{sleutel}: true\n", encoding="utf-8")
    gevonden = good(run("log", "--lijkt-op", "Hoe motiveer ik mezelf?")).out
    assert "Hoe kan ik mezelf" not in gevonden


def test_a_setting_that_means_nothing_is_named_by_doctor_too(
    prepare: Prepare, run: Run
):
    path = prepare("kort", 1) / "groep.yaml"
    tekst = path.read_text(encoding="utf-8")
    path.write_text(f"{tekst}instelingen: {{commits: groep}}\n", encoding="utf-8")
    for opdracht in ("doctor", "check"):
        zin = " ".join(run(opdracht).out.split())
        assert "'instelingen' is onbekend; bedoel je 'instellingen'?" in zin
