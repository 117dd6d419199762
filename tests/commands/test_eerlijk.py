"""Small things that people were told, and that were not so."""

from datetime import date
from pathlib import Path

import pytest

from intervisie_cli.model.actie import Actie
from tests.commands.test_formulier import ADVIES, fill_in
from tests.conftest import Run
from tests.prepared import Prepare, good


def test_an_actie_of_a_form_is_to_be_recorded_first(prepare: Prepare, run: Run):
    groep = prepare("kort", 2)
    fill_in(groep, ADVIES, Actie="Ik bel mijn mentor op 3 december")
    assert "Ik bel mijn mentor" in good(run("actie")).out
    was = (groep / ADVIES).read_bytes()
    outcome = run("actie", "klaar", "mentor")
    assert outcome.code == 1
    assert "een stap die nog niet is vastgelegd" in outcome.err
    assert "Typ: intervisie step" in outcome.err
    assert (groep / ADVIES).read_bytes() == was


@pytest.mark.parametrize("tot", ["2026-02-30", "volgende week", "2026"])
def test_what_is_no_day_is_never_late(tot: str):
    assert not Actie({"actie": "Lezen", "tot": tot}).is_te_laat(date(2027, 1, 1))


def test_status_says_that_somebody_is_to_bring_in(prepare: Prepare, run: Run):
    prepare("kort", 0)
    good(
        run("new", "--kort", "--datum", "2026-11-25", "--deelnemers", "mirthe,kim,tim")
    )
    naam = ("--sessie", "2026-11-25-kort")
    stap = "stap: acclimatisering\n"
    good(run("step", *naam, "--antwoorden", "-", stdin=stap))
    out = good(run("status", *naam)).out
    assert "Nu: kiezen wie inbrengt. Typ: intervisie step" in out


def test_what_is_for_nobody_else_is_written_where_nobody_else_reads(
    prepare: Prepare, run: Run
):
    prepare("kort", 1)
    out = good(run("show", "--lid", "mirthe", "--alleen-ik")).out
    assert "Typ: intervisie notitie --alleen-ik" in out


def test_undo_names_the_step_that_was_changed_since(prepare: Prepare, run: Run):
    groep: Path = prepare("kort", 3)
    path = groep / ADVIES
    path.write_text(f"{path.read_text(encoding='utf-8')}\nErbij.\n", encoding="utf-8")
    outcome = run("undo", "--sessie", "2026-11-23-kort")
    assert outcome.code == 1
    assert "1/advisering --opnieuw" in outcome.err


def test_a_note_from_elsewhere_names_the_group(
    prepare: Prepare, run: Run, tmp_path: Path
):
    groep = prepare("kort", 1)
    noteer = ("notitie", "--als", "kim", "Iets")
    assert "Studiegroep" not in good(run(*noteer)).out
    elders = tmp_path / "elders"
    elders.mkdir()
    gezegd = good(run("--groep", str(groep), *noteer[:3], "Nog iets", cwd=elders)).out
    assert "De groep Studiegroep kan dit lezen." in " ".join(gezegd.split())


def test_what_was_typed_to_make_a_group_can_be_typed_again_to_share_it(
    run: Run, tmp_path: Path
):
    plek = tmp_path / "hier-niet" / "groep.git"
    leden = ("--naam", "Dinsdag", "--leden", "kim,tim")
    argv = ("init", str(tmp_path / "groep"), *leden, "--remote", str(plek))
    plek.parent.touch()
    eerst = run(*argv, cwd=tmp_path)
    assert eerst.code != 0
    plek.parent.unlink()
    assert "wordt gedeeld op" in good(run(*argv, cwd=tmp_path)).out
    # With other members it is another group.
    anders = ("--naam", "Dinsdag", "--leden", "kim,sam")
    outcome = run(*argv[:2], *anders, *argv[6:], cwd=tmp_path)
    assert "staat al een groep" in outcome.err


@pytest.mark.parametrize(
    "argv",
    [
        ("actie",),
        ("actie", "--json"),
        ("log",),
        ("log", "--json"),
        ("log", "--statistiek"),
        ("check",),
        ("check", "--alles"),
    ],
)
def test_a_step_of_which_the_file_is_gone_is_named(
    prepare: Prepare, run: Run, argv: tuple[str, ...]
):
    groep = prepare("kort", 3)
    run(*argv)
    (groep / ADVIES).unlink()
    outcome = run(*argv)
    assert outcome.code == 4, outcome
    gezegd = " ".join((outcome.out + outcome.err).split())
    assert "ontbreekt" in gezegd
    assert "Mooi" not in gezegd
