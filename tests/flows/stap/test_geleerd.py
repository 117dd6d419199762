"""What somebody makes of what the coach says stays on their own computer, and nowhere else."""

import json
from pathlib import Path
from typing import Any

import pytest

from intervisie_cli.flows.stap import gesprek
from intervisie_cli.groep import geleerd
from intervisie_cli.groep.concept import Concept
from intervisie_cli.model.coachkeuze import Coachkeuze
from intervisie_cli.model.context import Context
from intervisie_cli.model.instellingen import GELEERD_NIET, Instellingen
from intervisie_cli.model.vraag import Vraag
from intervisie_cli.vragen import coach
from tests.conftest import NU, Run
from tests.flows.stap.test_gesprek import KLOK, Script, here
from tests.vragen.voorbeeld import context, plainly

ACTIE = "acties/-/0/actie"
VAAG = "beter plannen"
ADVISERING = context("lang", "advisering")


def talk(van: Context, tmp_path: Path, zegt: dict[str, Any]) -> None:
    """Answer what *zegt* has an answer to, and the rest plainly."""
    kies = lambda vraag, _: zegt.pop(str(vraag.sleutel), None) or _gewoon(vraag)  # noqa: E731
    concept = Concept(tmp_path / "concept.json", van.stap, begonnen=NU)
    gesprek.ask_all(here(van, concept), KLOK, Script(kies), looks_over=False)


def _gewoon(vraag: Vraag) -> Any:
    return "" if vraag.sleutel.coach else plainly(vraag)


def test_a_sentence_that_stays_although_the_coach_asked_is_kept(tmp_path: Path):
    zegt = {
        ACTIE: VAAG,
        f"{ACTIE}/coach/T": "morgen",
        f"{ACTIE}/coach/keuze": coach.LATEN,
    }
    talk(ADVISERING, tmp_path, zegt)
    assert geleerd.read() == [Coachkeuze(VAAG, "SMT", "", is_bewust=True)]


def test_a_sentence_that_is_changed_is_kept_with_what_it_became(tmp_path: Path):
    zegt = {
        ACTIE: VAAG,
        f"{ACTIE}/coach/S": "ik maak een weekplanning",
        f"{ACTIE}/coach/T": "elke zondag om 20 uur",
        f"{ACTIE}/coach/keuze": coach.OVERNEMEN,
    }
    talk(ADVISERING, tmp_path, zegt)
    (keuze,) = geleerd.read()
    assert keuze.nieuw == "Ik maak een weekplanning, elke zondag om 20 uur"


def test_a_group_can_choose_that_nothing_is_kept(tmp_path: Path):
    stil = ADVISERING.groep._replace(instellingen=Instellingen(geleerd=GELEERD_NIET))
    zegt = {ACTIE: VAAG, f"{ACTIE}/coach/T": "morgen"}
    talk(ADVISERING._replace(groep=stil), tmp_path, zegt)
    assert geleerd.read() == []
    assert not geleerd.path().exists()


def test_a_file_that_is_no_file_of_ours_stops_nobody(tmp_path: Path):
    geleerd.path().parent.mkdir(parents=True)
    geleerd.path().write_bytes(b'{"tekst": 3}\nniets\n\xff\n[]\n')
    assert geleerd.read() == []
    geleerd.add(Coachkeuze("a", "S"))
    assert geleerd.read() == [Coachkeuze("a", "S")]
    geleerd.path().unlink()
    geleerd.path().symlink_to(tmp_path / "elders")
    assert geleerd.read() == []


def test_only_the_last_are_kept(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(geleerd, "_MEESTE", 3)
    for nummer in range(5):
        geleerd.add(Coachkeuze(f"actie {nummer}", "S"))
    assert [keuze.tekst for keuze in geleerd.read()] == [
        "actie 2",
        "actie 3",
        "actie 4",
    ]


def test_check_lists_them_for_people_and_for_programs(run: Run):
    assert "nergens" in run("check", "--geleerd").out
    geleerd.add(Coachkeuze(VAAG, "SM", "", is_bewust=True))
    geleerd.add(Coachkeuze("Slaap je goed?", "gesloten", "Hoe slaap je?"))
    uit = run("check", "--geleerd").out
    assert f"• {VAAG} (miste S, M; zo gelaten)" in uit
    assert "• Slaap je goed? → Hoe slaap je? (gesloten)" in uit
    data = json.loads(run("check", "--geleerd", "--format", "json").out)
    assert [een["tekst"] for een in data["geleerd"]] == [VAAG, "Slaap je goed?"]
    assert run("check", "--geleerd", "--format", "sarif").code == 2
    assert run("check", "--geleerd", "--alles").code == 2
