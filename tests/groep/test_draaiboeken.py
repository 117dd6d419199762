"""A method of the group's own is a folder of files, and no code:
it is prepared, asked, checked and recorded.
"""

import json
from pathlib import Path

import pytest

from intervisie_cli.groep import draaiboeken
from intervisie_cli.model.sessie import plekken
from intervisie_cli.vragen.opbouw import naar_data
from tests.conftest import Run
from tests.vragen import voorbeeld

FILES = {
    "draaiboek.yaml": """\
schema: 1
naam: wandelen
titel: Wandelend overleg
groepsgrootte: {min: 2, max: 3}
minuten: {min: 10, max: 40}
stappen:
  - {stap: vertrek, per: sessie}
  - {stap: onderweg, per: ronde}
  - {stap: terug, per: sessie, optioneel: true}
""",
    "1-vertrek.md": """\
---
stap: vertrek
titel: Vertrek
doel: Iedereen heeft schoenen aan.
minuten: {max: 5}
velden:
  - {naam: route, soort: keuze, vraag: Welke route?, verplicht: true, keuzes: [bos, stad]}
  - {naam: hond, soort: ja-nee, vraag: Gaat de hond mee?}
  - {naam: riem, soort: tekst, vraag: Wie houdt de riem?, alleen_als: hond}
---
## Notulen
""",
    "2-onderweg.md": """\
---
stap: onderweg
titel: Onderweg
doel: Lopend denken.
minuten: {min: 5, plan: 15, max: 20}
velden:
  - naam: ingevingen
    soort: lijst
    vraag: Wat viel je in?
    wie: overige_leden
    verplicht: true
    minstens: 1
    hoogstens: 2
    onderdelen:
      - {naam: ingeving, soort: tekst, vraag: Welke ingeving?, verplicht: true}
      - naam: waarde
        soort: keuze
        vraag: Wat is die waard?
        wie: inbrenger
        keuzes: [veel, weinig]
  - {naam: plek, soort: lid, vraag: Bij wie eindig je?}
---
## Notulen

- Gezien onderweg:
""",
    "3-terug.md": "---\nstap: terug\ntitel: Terug\ndoel: Thee.\n---\n## Notulen\n",
}
ANTWOORDEN = """\
stap: vertrek
route: bos
hond: true
riem: Kim
---
stap: onderweg
ingevingen:
  - {lid: kim, ingeving: Loop langzamer, waarde: veel}
  - {lid: tim, ingeving: Kijk omhoog}
plek: tim
notulen: Een reiger.
---
stap: terug
status: overgeslagen
reden: Het regende.
"""


def put(root: Path) -> None:
    folder = root / "sjablonen" / "wandelen"
    folder.mkdir(parents=True)
    for naam, text in FILES.items():
        (folder / naam).write_text(text)


def test_the_groups_own_draaiboek_is_found_beside_the_others(tmp_path: Path):
    put(tmp_path)
    assert draaiboeken.names(tmp_path) == ["kort", "lang", "wandelen"]
    boek = draaiboeken.load(tmp_path, "wandelen")
    assert [stap.titel for stap in boek.stappen] == ["Vertrek", "Onderweg", "Terug"]
    assert [plek.pad for plek in plekken(boek, (voorbeeld.RONDE,))] == [
        "1-vertrek.md",
        "ronde-1-mirthe/2-onderweg.md",
        "3-terug.md",
    ]


def test_the_groups_own_draaiboek_goes_before_one_of_the_same_name(tmp_path: Path):
    put(tmp_path)
    folder = (tmp_path / "sjablonen" / "wandelen").rename(
        tmp_path / "sjablonen" / "kort"
    )
    (folder / "draaiboek.yaml").write_text(
        FILES["draaiboek.yaml"].replace("naam: wandelen", "naam: kort")
    )
    assert draaiboeken.load(tmp_path, "kort").titel == "Wandelend overleg"
    assert draaiboeken.load(None, "kort").titel == "Korte variant"


@pytest.mark.parametrize("stap", ["vertrek", "onderweg", "terug"])
def test_its_questions_lead_to_data_without_a_fault(tmp_path: Path, stap: str):
    put(tmp_path)
    van = voorbeeld.context(draaiboeken.load(tmp_path, "wandelen"), stap)
    antwoorden, _ = voorbeeld.drive(van, voorbeeld.plainly)
    data, fouten = voorbeeld.check(van, naar_data(van, antwoorden))
    assert fouten == []
    # Nothing was said in a step that need not be done: that is passing over it.
    assert set(data) == {veld.naam for veld in van.stap.velden} or (
        van.stap.optioneel and data == {"status": "overgeslagen"}
    )


def test_its_own_fields_are_asked_of_whom_they_say(tmp_path: Path):
    put(tmp_path)
    van = voorbeeld.context(draaiboeken.load(tmp_path, "wandelen"), "onderweg")
    _, gesteld = voorbeeld.drive(van, voorbeeld.plainly)
    assert [(str(vraag.sleutel), vraag.aan) for vraag in gesteld] == [
        ("ingevingen/kim/0/ingeving", "Kim"),
        ("ingevingen/tim/0/ingeving", "Tim"),
        # Whoever has one more says so here.
        ("ingevingen/kim/1/ingeving", "Kim"),
        ("ingevingen/kim/0/waarde", "Mirthe"),
        ("ingevingen/tim/0/waarde", "Mirthe"),
        ("plek", ""),
    ]


def test_a_whole_sessie_is_done_with_it(groep: Path, run: Run):
    put(groep)
    leden = ("--deelnemers", "mirthe,kim,tim", "--inbrengers", "mirthe")
    assert run("new", "--draaiboek", "wandelen", *leden).code == 0
    done = run("step", "--antwoorden", "-", stdin=ANTWOORDEN)
    assert done.code == 0, done.err
    shown = json.loads(run("show", "--json").out)
    assert [stap["gegevens"].get("status") for stap in shown["stappen"]] == [
        "klaar",
        "klaar",
        "overgeslagen",
    ]
    assert shown["stappen"][1]["gegevens"]["ingevingen"][1]["ingeving"] == "Kijk omhoog"
    assert "Wandelend overleg" in run("overzicht", "--draaiboek", "wandelen").out


def test_a_fault_in_it_ends_a_command_with_file_line_and_key(groep: Path, run: Run):
    put(groep)
    path = groep / "sjablonen" / "wandelen" / "1-vertrek.md"
    path.write_text(path.read_text().replace("verplicht: true", "verplicht: ja"))
    done = run("overzicht", "--draaiboek", "wandelen")
    assert done.code == 4
    assert "1-vertrek.md, regel 7, velden.1.verplicht" in done.err
