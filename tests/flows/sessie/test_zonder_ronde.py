"""A draaiboek without rondes: what is planned for the sessie as a whole is found as well."""

import json
from pathlib import Path

import pytest

from tests.lab import intervisie, must

DRAAIBOEK = """\
schema: 1
naam: maandag
titel: Weekstart
voor_wie: Voor een groep die de week samen begint.
groepsgrootte: {min: 2, max: 6}
minuten: {min: 10, max: 20}
stappen:
  - {stap: plannen, per: sessie}
"""
STAP = """\
---
stap: plannen
titel: Plannen
inhoud: Ieder zegt wat de week brengt.
doel: Een plan voor de week.
minuten: {min: 5, plan: 10, max: 15}
introductie: Begin met de week.
uitvoering:
  - Ieder noemt een actie.
velden:
  - naam: acties
    soort: lijst
    vraag: Wat ga je doen?
    wie: ieder_lid
    onderdelen:
      - {naam: actie, soort: tekst, vraag: Wat ga je doen?, verplicht: true}
      - {naam: tot, soort: datum, vraag: Wanneer is het klaar?}
---
## Notulen
"""
ANTWOORDEN = """\
stap: plannen
acties:
  - {lid: tim, actie: Ik lever de scan van de brug in, tot: 2026-11-27}
  - {lid: mirthe, actie: Ik bel de bibliotheek over de zaal}
"""


@pytest.fixture
def maandag(leeg: Path) -> Path:
    """A group that planned its week, a sessie without a ronde."""
    folder = leeg / "sjablonen/maandag"
    folder.mkdir(parents=True)
    (folder / "draaiboek.yaml").write_text(DRAAIBOEK, encoding="utf-8")
    (folder / "1-plannen.md").write_text(STAP, encoding="utf-8")
    must(leeg, "new", "--draaiboek", "maandag", "--deelnemers", "mirthe,tim")
    must(leeg, "step", "--antwoorden", "-", stdin=ANTWOORDEN)
    return leeg


@pytest.mark.parametrize(
    ("argv", "getoond", "niet"),
    [
        (("actie",), "Tim: Ik lever de scan van de brug in", ""),
        (("actie",), "Mirthe: Ik bel de bibliotheek", ""),
        (("actie", "--van", "tim"), "scan van de brug", "bibliotheek"),
        (("log",), "Ik bel de bibliotheek over de zaal (Mirthe", "nog geen hulpvraag"),
        (("log", "--kort"), "Samen  van de hele sessie", ""),
        (("log", "--zoek", "bibliotheek"), "scan van de brug", "Geen rondes"),
        (("log", "--acties", "--actie-van", "tim"), "scan van", "bibliotheek"),
        (("log", "--statistiek"), "2 acties", "Rondes"),
        (("log", "--verloop"), "scan van de brug", ""),
        (("status",), "scan van de brug in (Tim", ""),
        (("actie", "--json"), '"wie": "mirthe"', ""),
    ],
)
def test_its_acties_are_in_every_list(
    maandag: Path, argv: tuple[str, ...], getoond: str, niet: str
):
    uit = must(maandag, *argv).out
    assert getoond in uit
    assert not niet or niet not in uit


def test_they_are_followed_and_come_back_the_next_time(maandag: Path):
    assert "✓ Gedaan" in must(maandag, "actie", "klaar", "scan").out
    uit = must(maandag, "new", "--draaiboek", "maandag", "--deelnemers", "mirthe,tim")
    assert "Ik bel de bibliotheek" in uit.out
    assert "scan van de brug" not in uit.out


def test_an_actie_that_names_nobody_is_of_all(maandag: Path):
    [pad] = maandag.glob("sessies/*/*maandag/1-plannen.md")
    tekst = pad.read_text(encoding="utf-8")
    assert "lid: mirthe" in tekst
    pad.write_text(tekst.replace("lid: mirthe", "wie: samen"), encoding="utf-8")
    van_tim = json.loads(must(maandag, "actie", "--van", "tim", "--json").out)
    assert [een["wie"] for een in van_tim["acties"]] == ["tim", "samen"]


def test_a_sessie_with_rondes_has_no_casus_of_the_whole(een: Path):
    rondes = json.loads(intervisie(een, "log", "--json").out)["rondes"]
    assert [ronde["ronde"] for ronde in rondes] == [1]
