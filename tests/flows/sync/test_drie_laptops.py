"""A whole sessie over three laptops: what one does, the others go on with."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests import lab
from tests.lab import must

STEP = lab.STEP
ALS = ("step", "--sessie", lab.SESSIE, "--antwoorden", "-", "--als")
PLAN = """stap: advisering
adviezen:
  - {lid: tim, advies: Zet een wekker., toepasbaar: deels}
  - {lid: kim, advies: Begin samen., toepasbaar: ja}
acties:
  - {actie: We bellen elke dag om 9 uur tot 20 december, wie: samen}
"""
PLAN_VAN_KIM = """stap: advisering
adviezen:
  - {lid: tim, advies: Vraag het je docent.}
acties:
  - {actie: Ik mail mijn docent voor 7 december, wie: [kim, tim]}
"""


@pytest.fixture
def laptops(leeg: Path, tmp_path: Path) -> tuple[Path, Path, Path]:
    """A group that shares over a folder, in the clones of mirthe, kim and tim."""
    plek = str(tmp_path / "stick/groep.git")
    must(leeg, "init", "--remote", plek, str(leeg))
    for lid in ("kim", "tim"):
        must(tmp_path, "init", "--van", plek, str(tmp_path / lid), "--als", lid)
    return leeg, tmp_path / "kim", tmp_path / "tim"


def share(*clones: Path) -> None:
    """Let each give what it has, and get what the others gave."""
    for clone in (*clones, *clones):
        must(clone, "sync")


def told(clone: Path, *argv: str) -> Any:
    return json.loads(must(clone, *argv, "--json").out)


def test_a_sessie_that_is_decided_in_the_call_is_one_on_three_laptops(
    laptops: tuple[Path, Path, Path],
):
    mirthe, kim, tim = laptops
    must(mirthe, "new", "--kort", "--deelnemers", "mirthe,kim", "--geen-vragen")
    must(mirthe, *STEP, stdin="stap: acclimatisering\nbegeleider: kim\n")
    begin = "stap: hulpvraag-definieren\ninbrenger: mirthe\nhulpvraag: Hoe begin ik?\n"
    must(mirthe, *STEP, stdin=begin)
    share(*laptops)

    # Tim comes late. Two note something for themselves, each at home.
    must(kim, "wijzig", "--erbij", "tim")
    share(*laptops)
    must(tim, "notitie", "Mirthe lachte weer", "--als", "tim")
    must(kim, *ALS, "kim", stdin="stap: advisering\nnotulen: Ik was te snel\n")
    must(mirthe, *STEP, stdin=PLAN)
    share(*laptops)

    # Kim brings in too, and writes it in the form with an editor; nobody records it yet.
    must(kim, "wijzig", "--ronde-erbij", "kim")
    form = kim / lab.FOLDER / "ronde-2-kim/2-hulpvraag-definieren.md"
    tekst = form.read_text(encoding="utf-8")
    form.write_text(tekst.replace("- Hulpvraag:", "- Hulpvraag: Hoe stop ik?"))
    share(*laptops)
    for clone in laptops:
        rondes = told(clone, "log")["rondes"]
        assert {ronde["hulpvraag"] for ronde in rondes} == {
            "Hoe begin ik?",
            "Hoe stop ik?",
        }

    # Mirthe leaves; Tim takes over what is left, and the evaluatie is passed over.
    must(tim, "wijzig", "--weg", "mirthe")
    must(tim, *STEP, stdin="stap: hulpvraag-definieren\ninbrenger: kim\n")
    must(tim, *STEP, stdin=PLAN_VAN_KIM)
    for stap in ("evaluatie", "eigen-invulling"):
        over = f"stap: {stap}\nstatus: overgeslagen\nreden: de trein\n"
        must(tim, *STEP, stdin=over)
    share(*laptops)

    assert lab.files_of(mirthe) == lab.files_of(kim) == lab.files_of(tim)
    for clone in laptops:
        assert told(clone, "status")["volgende"] is None
        assert list(lab.untidy(clone)) == []
        shown = must(clone, "show").out
        for woorden in ("Hoe stop ik?", "Zet een wekker.", "Ik mail mijn docent"):
            assert woorden in shown
        assert "Mirthe lachte weer" in must(clone, "show", "--lid", "tim").out
        assert "Ik was te snel" in must(clone, "show", "--lid", "kim").out
        van_tim = must(clone, "actie", "--van", "tim").out
        assert "We bellen" in van_tim
        assert "Ik mail mijn docent" in van_tim
