"""Advice about the sessie, the acties and the members of a group."""

import shutil
from pathlib import Path

import pytest

from intervisie_cli.groep import draaiboeken
from tests import lab
from tests.adviezen.wereld import ANDERS, TOONT, Geval, commit_all, do, follow
from tests.flows.test_doctor import found
from tests.lab import Templates, git, must


def klaar(groep: Path) -> None:
    """All steps of the sessie are done."""
    for answers in lab.ANSWERS[1:]:
        must(groep, *lab.STEP, stdin=answers)


def met_advies(groep: Path) -> None:
    """All steps of the ronde are done."""
    for answers in lab.ANSWERS[1:3]:
        must(groep, *lab.STEP, stdin=answers)


def met_de_hand(groep: Path) -> None:
    """A step that nobody recorded stands there as done."""
    path = groep / lab.ACCLIMATISERING
    text = path.read_text()
    path.write_text(text.replace("status: open", "status: klaar"))
    commit_all(groep)


def besloten(groep: Path) -> None:
    """The only sessie is private."""
    path = groep / lab.SESSIE_YAML
    path.write_text(f"{path.read_text()}prive: true\n")


def weg_uit_de_groep(groep: Path) -> None:
    must(groep, *lab.LID)
    must(groep, "lid", "weg", "noor")


def kapot(groep: Path) -> None:
    path = groep / lab.HULPVRAAG
    path.write_text(path.read_text().replace("stap: hulp", "stap: [hulp"))


def zonder_stap(groep: Path) -> None:
    (groep / lab.ADVISERING).unlink()


def een_en_advies(groep: Path) -> None:
    klaar(groep)
    zonder_stap(groep)


def andere_stap(groep: Path) -> None:
    """A sessie by an own draaiboek that lost one of its steps since."""
    boek = groep / "sjablonen/eigen"
    shutil.copytree(Path(__file__).parents[2] / "templates/kort", boek)
    yaml = boek / "draaiboek.yaml"
    yaml.write_text(yaml.read_text().replace("naam: kort", "naam: eigen"))
    must(groep, "new", "--draaiboek", "eigen", *lab.NEW[2:], "--datum", "2026-11-24")
    yaml.write_text(yaml.read_text().replace("acclimatisering", "kennismaken"))
    kaart = boek / "1-acclimatisering.md"
    text = kaart.read_text().replace("stap: acclimatisering", "stap: kennismaken")
    (boek / "1-kennismaken.md").write_text(text)
    kaart.unlink()
    commit_all(groep)


def zonder_draaiboek(groep: Path) -> None:
    andere_stap(groep)
    shutil.rmtree(groep / "sjablonen/eigen")
    commit_all(groep)


def fout_draaiboek(groep: Path) -> None:
    andere_stap(groep)
    (groep / "sjablonen/eigen/1-kennismaken.md").unlink()


EIGEN = "--sessie 2026-11-24-eigen"
GEVALLEN = [
    Geval("intervisie step", "ga", "een", daarna=TOONT, code=2),
    Geval("intervisie doctor", "herstel", daarna=TOONT),
    Geval("intervisie undo", "terug", "twee", daarna=TOONT),
    Geval("intervisie step", "stop", "een", daarna=TOONT, code=2),
    Geval("intervisie --help", "bestaatniet", daarna=TOONT),
    Geval("intervisie step --help", "step --bestaatniet", daarna=TOONT),
    Geval("intervisie new --kort", "status", "leeg",
          vult={"--kort": "--kort --deelnemers kim,tim --inbrengers kim"}),
    Geval("intervisie status", "init .", "een", daarna=TOONT),
    Geval("intervisie log", "show bestaatniet", "een", daarna=TOONT),
    Geval("intervisie log -n 5", "log -n 0", "een", daarna=TOONT),
    Geval("intervisie export SESSIE", "export --alles", "een", besloten, daarna=TOONT,
          vult={"SESSIE": lab.SESSIE}),
    Geval("intervisie actie", "actie klaar bestaatniet", "een", daarna=TOONT),
    Geval("intervisie actie --ics acties.ics --met-tekst", "actie --met-tekst", "een", klaar,
          daarna=TOONT),
    Geval("intervisie show --lid LID --alleen-ik", "show --alleen-ik", "een", daarna=TOONT,
          vult={"--alleen-ik": "--alleen-ik"}),
    Geval("intervisie status --volg --bel", "status --bel", "een", daarna=TOONT, code=2),
    # The step at hand
    Geval("intervisie step 1/hulpvraag-definieren --opnieuw",
          "step hulpvraag-definieren --antwoorden -",
          "twee", daarna=TOONT, code=2,
          stdin=lab.HULPVRAAG_ANSWERS.replace("motiveren", "anders motiveren")),
    Geval("intervisie step", "step advisering --antwoorden -", "een",
          stdin=lab.ADVISERING_ANSWERS, daarna=TOONT, code=2),
    Geval("intervisie step", "step --overslaan --reden tijd", "een", daarna=TOONT, code=2),
    Geval("intervisie step STAP --overslaan --reden …", "step --reden tijd", "een",
          daarna=TOONT, code=1),
    Geval("intervisie step evaluatie --opnieuw", "step --antwoorden -", "een", klaar, daarna=TOONT,
          stdin=lab.ANSWERS[-1].replace("stap: eigen-invulling", "stap: evaluatie"), code=2),
    Geval("intervisie wijzig --heropen", "step --antwoorden -", "een",
          do("wijzig --afronden tijd"), stdin=lab.HULPVRAAG_ANSWERS),
    Geval("intervisie wijzig --ronde-erbij mirthe",
          "step 1/hulpvraag-definieren --antwoorden -", "een",
          do("wijzig --ronde-erbij tim", "wijzig --ronde-weg 1"), stdin=lab.HULPVRAAG_ANSWERS),
    Geval(f"intervisie step {EIGEN} acclimatisering --overslaan",
          f"step --antwoorden - {EIGEN}", "een",
          andere_stap, stdin=lab.ACCLIMATISERING_ANSWERS, daarna=TOONT, code=2),
    Geval("intervisie overzicht --draaiboek eigen", f"step --antwoorden - {EIGEN}", "een",
          fout_draaiboek, stdin=lab.ACCLIMATISERING_ANSWERS, daarna=TOONT, code=4),
    Geval("intervisie doctor", f"step --antwoorden - {EIGEN}", "een", zonder_draaiboek,
          stdin=lab.ACCLIMATISERING_ANSWERS, daarna=TOONT, code=4),
    # The sessie
    Geval("intervisie wijzig --heropen", "wijzig --ronde-erbij tim", "een",
          do("wijzig --afronden tijd")),
    Geval("intervisie undo", "wijzig --ronde-weg 1", "een", met_advies),
    Geval("intervisie wijzig --ronde-erbij kim", "wijzig --volgorde kim", "een", klaar),
    Geval("intervisie lid erbij noor", "wijzig --erbij noor", "een", weg_uit_de_groep),
    Geval("intervisie lid erbij noor", "new --kort --deelnemers noor,kim --inbrengers kim", "leeg",
          weg_uit_de_groep),
    Geval("intervisie lid erbij NAAM", "wijzig --erbij Noor", "een"),
    Geval("intervisie wijzig --erbij noor", "wijzig --begeleider noor", "een",
          do("lid erbij noor")),
    Geval("intervisie wijzig --erbij noor", "step --als noor --antwoorden -", "een",
          do("lid erbij noor"), stdin="stap: hulpvraag-definieren\\n", daarna=ANDERS),
    Geval("intervisie undo", "wijzig --weg kim,tim", "klaar", daarna=ANDERS),
    Geval("intervisie wijzig --weg kim --vanaf STAP", "wijzig --weg kim", "een", klaar,
          daarna=TOONT, vult={"STAP": "evaluatie"}),
    Geval("intervisie wijzig --weg LID --vanaf STAP", "wijzig --vanaf evaluatie", "een",
          daarna=TOONT, vult={"STAP": "evaluatie"}),
    Geval("intervisie wijzig --erbij noor", "wijzig", "een", do("lid erbij noor"), daarna=TOONT),
    Geval("intervisie status", "undo", "klaar", met_de_hand, daarna=TOONT),
    Geval('intervisie notitie "…"', "notitie -", "een", stdin=" \n", daarna=TOONT,
          vult={'"…"': "'Tim luistert' --als kim"}),
    # Members
    Geval("intervisie lid erbij LID", "lid weg tim", "leeg",
          do("lid weg mirthe", "lid weg kim"), vult={"LID": "noor"}),
    Geval('intervisie lid naam kim "…"', 'lid erbij kim "Kim B."', "leeg", daarna=TOONT),
    Geval("intervisie lid erbij noor", "lid erbij", "leeg", daarna=TOONT),
    Geval("intervisie lid weg noor", "lid weg", "leeg", do("lid erbij noor"), daarna=TOONT),
    Geval("intervisie lid korte-naam kim kimberly", "lid korte-naam kim", "leeg", daarna=TOONT),
    # Files
    Geval("intervisie doctor", "status", "twee", kapot, daarna=TOONT, code=4),
    Geval("intervisie doctor", "step advisering --opnieuw --antwoorden -", "een", een_en_advies,
          stdin=lab.ADVISERING_ANSWERS, daarna=TOONT, code=4),
]  # fmt: skip


@pytest.mark.parametrize("geval", GEVALLEN, ids=lambda geval: geval.naam)
def test_it_helps(geval: Geval, templates: Templates, tmp_path: Path):
    follow(geval, templates, tmp_path / "groep")


def test_a_shallow_clone_is_told_to_fetch_the_rest(
    templates: Templates, tmp_path: Path
):
    bron = templates.copy("twee", tmp_path / "bron")
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{bron}", "groep")
    groep = tmp_path / "groep"
    git(groep, "commit", "-q", "--allow-empty", "-m", "iets anders")
    git(groep, "fetch", "-q", "--depth", "1")
    outcome = lab.intervisie(groep, "undo")
    if "git fetch --unshallow" in outcome.err:
        git(groep, "fetch", "-q", "--unshallow")
        must(groep, "undo")


def test_a_draaiboek_that_was_removed_comes_back(templates: Templates, tmp_path: Path):
    groep = templates.copy("een", tmp_path / "groep")
    zonder_draaiboek(groep)
    draaiboeken.load.cache_clear()
    [weg] = [een for een in found(groep) if een.doe]
    assert weg.wat.endswith("staat niet op deze computer: het is weggehaald.")
    assert weg.doe
    weg.doe()
    draaiboeken.load.cache_clear()
    assert (groep / "sjablonen/eigen/draaiboek.yaml").exists()
    # It came back as it was when it went: without a step that the sessie has.
    assert not [een for een in found(groep) if "weggehaald" in een.wat]


def test_a_draaiboek_that_a_hand_removed_is_put_back(
    templates: Templates, tmp_path: Path
):
    groep = templates.copy("een", tmp_path / "groep")
    andere_stap(groep)
    shutil.rmtree(groep / "sjablonen/eigen")
    draaiboeken.load.cache_clear()
    [weg] = [een for een in found(groep) if een.doe]
    assert weg.wat == "Het draaiboek 'eigen' staat niet op deze computer."
    assert weg.doe
    weg.doe()
    assert git(groep, "status", "--porcelain") == ""


def test_who_shares_nothing_is_not_sent_to_sync_for_a_draaiboek(
    templates: Templates, tmp_path: Path
):
    groep = templates.copy("een", tmp_path / "groep")
    sessie = groep / lab.SESSIE_YAML
    sessie.write_text(sessie.read_text().replace("draaiboek: kort", "draaiboek: ander"))
    [weg] = [een for een in found(groep) if "draaiboek 'ander'" in een.wat]
    assert weg.herstel == "Heb je het nog? Zet het in de map sjablonen/ander."
