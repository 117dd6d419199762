"""Two clones change one sessie at once: what both mean is there, and the next step goes on."""

from pathlib import Path

import pytest

from intervisie_cli.groep import sessies
from intervisie_cli.groep.sessies import SessieMap
from tests import lab
from tests.lab import must

VAN = "stap: hulpvraag-definieren\ninbrenger: {}\nhulpvraag: {}\n"


@pytest.fixture
def call(gedeeld: tuple[Path, Path]) -> tuple[Path, Path]:
    """Two clones of a sessie in which nobody brings in yet."""
    mirthe, kim = gedeeld
    must(mirthe, "wijzig", "--ronde-weg", "1")
    sync_all(mirthe, kim)
    return mirthe, kim


def sync_all(*clones: Path) -> None:
    for clone in (*clones, *clones):
        must(clone, "sync")


def read(clone: Path) -> SessieMap:
    return sessies.load(clone, lab.FOLDER)


def test_a_ronde_that_both_make_is_one_with_the_words_of_both(
    call: tuple[Path, Path],
):
    mirthe, kim = call
    must(mirthe, *lab.STEP, stdin=VAN.format("tim", "Hoe begin ik?"))
    must(kim, "wijzig", "--ronde-erbij", "tim")
    own = kim / lab.FOLDER / "ronde-2-tim/3-advisering.md"
    own.write_text(own.read_text() + "\nKim schreef dit vast.\n")
    sync_all(mirthe, kim)
    for clone in call:
        rondes = read(clone).sessie.rondes
        assert [ronde.map for ronde in rondes] == ["ronde-1-mirthe", "ronde-2-tim"]
        assert (clone / lab.SESSIE_YAML).read_text().count("inbrenger: tim") == 1
        assert "Hoe begin ik?" in (clone / lab.VAN_TIM).read_text()
        assert "Kim schreef dit vast." in own.read_text()
        volgende = read(clone).volgende
        assert volgende
        assert volgende.plek.verwijzing == "2/advisering"
        assert list(lab.untidy(clone)) == []


def test_rondes_of_two_members_are_both_there_in_one_order(call: tuple[Path, Path]):
    mirthe, kim = call
    must(mirthe, *lab.STEP, stdin=VAN.format("tim", "Hoe begin ik?"))
    must(kim, *lab.STEP, stdin=VAN.format("kim", "Hoe stop ik?"))
    must(mirthe, "notitie", "Tim twijfelt", "--als", "mirthe", "--stap", "2/2")
    must(kim, "notitie", "Kim weet het", "--als", "kim", "--stap", "2/2")
    sync_all(mirthe, kim)
    assert lab.files_of(mirthe) == lab.files_of(kim)
    nu = read(mirthe)
    assert {ronde.map for ronde in nu.sessie.rondes[1:]} == {
        "ronde-2-tim",
        "ronde-2-kim",
    }
    for lid, woorden in (("mirthe", "Tim twijfelt"), ("kim", "Kim weet het")):
        shown = must(mirthe, "show", "--lid", lid).out
        van = woorden.partition(" ")[0]
        nummer = next(r.nummer for r in nu.sessie.rondes if r.inbrenger == van.lower())
        kop, _, _ = shown.partition(woorden)
        assert f"ronde {nummer}" in kop.casefold()


def test_a_drop_of_one_holds_where_the_other_went_on(call: tuple[Path, Path]):
    mirthe, kim = call
    must(mirthe, "wijzig", "--ronde-erbij", "tim")
    sync_all(mirthe, kim)
    must(mirthe, "wijzig", "--ronde-weg", "2")
    must(kim, *lab.STEP, stdin="hulpvraag: Hoe begin ik?\n")
    sync_all(mirthe, kim)
    nu = read(kim)
    assert nu.sessie.rondes[1].is_vervallen
    assert "Hoe begin ik?" in (mirthe / lab.VAN_TIM).read_text()
    assert nu.volgende
    assert nu.volgende.plek.stap.naam == "evaluatie"


def test_who_is_taken_out_and_brings_in_elsewhere_takes_part(
    gedeeld: tuple[Path, Path],
):
    mirthe, kim = gedeeld
    must(mirthe, *lab.ZONDER_RONDE, "--thema", "call")
    sync_all(mirthe, kim)
    ander = ("--sessie", "2026-11-23-call")
    must(mirthe, "wijzig", "--weg", "tim", *ander)
    must(kim, "wijzig", "--ronde-erbij", "tim", *ander)
    sync_all(mirthe, kim)
    nu = sessies.load(mirthe, "sessies/2026/2026-11-23-call")
    assert set(nu.sessie.deelnemers) == {"mirthe", "kim", "tim"}
    assert [ronde.inbrenger for ronde in nu.sessie.rondes] == ["tim"]


def test_people_that_both_change_are_all_there(call: tuple[Path, Path]):
    mirthe, kim = call
    for lid in ("noor", "sam"):
        must(mirthe, "lid", "erbij", lid)
    sync_all(mirthe, kim)
    must(mirthe, "wijzig", "--erbij", "noor", "--tot", "21:00")
    must(kim, "wijzig", "--erbij", "sam", "--weg", "kim", "--begeleider", "docent Els")
    sync_all(mirthe, kim)
    sessie = read(mirthe).sessie
    assert set(sessie.deelnemers) == {"mirthe", "kim", "tim", "noor", "sam"}
    assert {keer.lid for keer in sessie.aanwezig} == {"noor", "sam", "kim"}
    assert (sessie.tot, sessie.begeleider_naam) == ("21:00", "Els")
    assert "conflicten" not in (mirthe / lab.SESSIE_YAML).read_text()
