"""What a hand wrote of another kind counts as nothing, and check names it with its line."""

import json

import pytest

from tests.conftest import Run
from tests.prepared import Prepare

SESSIE = "sessies/2026/2026-11-23-kort"
BEGIN = f"{SESSIE}/1-acclimatisering.md"
HULPVRAAG = f"{SESSIE}/ronde-1-mirthe/2-hulpvraag-definieren.md"
ADVIES = f"{SESSIE}/ronde-1-mirthe/3-advisering.md"


@pytest.mark.parametrize(
    ("pad", "was", "wordt", "gezegd"),
    [
        (ADVIES, "status: klaar", "status: klar", "'status' telt zo niet mee: dat kan alleen"),
        (ADVIES, "status: klaar", "status: [klaar]", "'status' telt zo niet mee"),
        (ADVIES, "tot: 2026-12-07", "tot: volgende week", "'acties 1, tot' telt zo niet mee"),
        (ADVIES, "tot: 2026-12-07", "tot: 2026-02-30", "moet een datum zijn die bestaat"),
        (ADVIES, "akkoord: true", "akkoord: ja", "'acties 1, akkoord' telt zo niet mee"),
        (ADVIES, "wie: samen", "wie: {lid: kim}", "'acties 1, wie' telt zo niet mee"),
        (ADVIES, "toepasbaar: ja", "toepasbaar: jawel", "kan alleen zijn: ja, deels, nee"),
        (ADVIES, "\nadviezen:\n", "\nadviezen: Slaap eens uit\nanders:\n", "moet een lijst zijn"),
        (ADVIES, "\nadviezen:\n", "\nadviezen:\n  - Slaap eens uit\n", "'adviezen 1' telt"),
        (ADVIES, "\n---\n##", "\nacties:\n  Ik bel mijn tutor\n---\n##", ""),
        (HULPVRAAG, "\nvragen:\n", "\nvragen:\n  - {lid: kim, vraag: [Hoe dan?]}\n", "moet tekst"),
        (HULPVRAAG, "\nbegonnen: ", "\nbegonnen: om ", "moet een tijdstip zijn"),
        (BEGIN, "opname: true", "opname: ja", "'opname' telt zo niet mee: dat moet true"),
        (BEGIN, "opname: true", "opname: 1", "moet true of false zijn"),
    ],
)  # fmt: skip
def test_what_is_none_of_its_kind_is_named(
    prepare: Prepare, run: Run, pad: str, was: str, wordt: str, gezegd: str
):
    path = prepare("kort", 3) / pad
    tekst = path.read_text(encoding="utf-8")
    assert was in tekst
    path.write_text(tekst.replace(was, wordt, 1), encoding="utf-8")
    outcome = run("check", "--format", "json")
    if not gezegd:
        # The same key twice is no YAML: the file as a whole is told of.
        assert "twee keer" in outcome.out
        return
    gevonden = json.loads(outcome.out)["bevindingen"]
    [een] = [item for item in gevonden if item["regel"] == "verslag-soort"]
    assert gezegd in een["bericht"]
    assert een["ernst"] == "fout"
    regel = path.read_text(encoding="utf-8").split("\n")[een["regelnummer"] - 1]
    assert regel.strip() in wordt or wordt.rsplit("\n", maxsplit=1)[-1] in regel


@pytest.mark.parametrize("variant", ["kort", "lang"])
def test_what_the_program_wrote_is_of_its_kind(
    prepare: Prepare, run: Run, variant: str
):
    prepare(variant, 5)
    run("actie", "--json")
    gevonden = json.loads(run("check", "--alles", "--format", "json").out)
    regels = [item["regel"] for item in gevonden["bevindingen"]]
    assert "verslag-soort" not in regels


@pytest.mark.parametrize("waarde", ["gedan", "[gedaan]"])
def test_a_status_of_an_actie_that_does_not_exist_is_named(
    prepare: Prepare, run: Run, waarde: str
):
    path = prepare("kort", 3) / ADVIES
    tekst = path.read_text(encoding="utf-8")
    keer = f"    opvolging:\n      - datum: 2026-11-24\n        status: {waarde}\n"
    path.write_text(tekst.replace("    wie: samen\n", f"    wie: samen\n{keer}"))
    gevonden = json.loads(run("check", "--format", "json").out)["bevindingen"]
    [een] = [item for item in gevonden if item["regel"] == "verslag-soort"]
    assert "'acties 1, opvolging 1, status'" in een["bericht"]
