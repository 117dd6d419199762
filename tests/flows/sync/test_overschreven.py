"""An editor that was open while something came in writes over it: that stands there again."""

from collections.abc import Callable
from pathlib import Path

import pytest

from intervisie_cli.records.document import parse_markdown
from tests import lab
from tests.lab import git, intervisie, must, subjects
from tests.prepared import Prepare


def shared(group: Path, tmp_path: Path) -> Path:
    place, kim = str(tmp_path / "stick/groep.git"), tmp_path / "kim"
    must(group, "init", "--remote", place, str(group))
    must(tmp_path, "init", "--van", place, "--als", "kim", str(kim))
    return kim


def told_while_an_editor_was_open(noor: Path, kim: Path) -> tuple[str, str]:
    """Let Kim's opvolging come in at Noor's; give what her editor holds, and another actie."""
    in_editor = (noor / lab.ADVISERING).read_text(encoding="utf-8")
    [actie, ander, *_] = parse_markdown(in_editor.encode()).data["acties"]
    must(kim, "actie", "bezig", actie["id"], "--opmerking", "Drie keer gelukt")
    must(kim, "sync")
    must(noor, "sync")
    return in_editor, ander["id"]


def test_what_came_in_while_an_editor_was_open_is_put_back_once(
    prepare: Prepare, tmp_path: Path
):
    noor = prepare("kort", 5)
    kim = shared(noor, tmp_path)
    path = noor / lab.ADVISERING
    in_editor, _ = told_while_an_editor_was_open(noor, kim)
    assert "Drie keer gelukt" in path.read_text(encoding="utf-8")

    # The editor saves what it had, with a line of Noor's.
    path.write_text(f"{in_editor}\nEen regel van Noor.\n", encoding="utf-8")
    said = " ".join(must(noor, "sync").out.split())
    assert "wat intussen binnenkwam staat er weer bij" in said
    nu = path.read_text(encoding="utf-8")
    assert "Drie keer gelukt" in nu
    assert "Een regel van Noor." in nu
    handwerk = f"Met de hand gewijzigd: 3-advisering.md ({lab.SESSIE})"
    assert subjects(noor)[:2] == ["Teruggezet wat binnenkwam", handwerk]
    must(kim, "sync")
    assert lab.files_of(kim) == lab.files_of(noor)

    # Who takes it away again has seen it, and means it.
    path.write_text(f"{in_editor}\nEen regel van Noor.\n", encoding="utf-8")
    assert "staat er weer bij" not in must(noor, "sync").out
    assert "Drie keer gelukt" not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("how", ["step", "actie", "sync"])
def test_it_is_put_back_whatever_comes_next(prepare: Prepare, tmp_path: Path, how: str):
    noor = prepare("kort", 5)
    kim = shared(noor, tmp_path)
    path = noor / lab.ADVISERING
    in_editor, ander = told_while_an_editor_was_open(noor, kim)
    path.write_text(f"{in_editor}\nEen regel van Noor.\n", encoding="utf-8")

    opvolging = ("actie", "deels", ander, "--opmerking", "Bijna af")
    if how == "step":
        said = must(noor, *lab.STEP, "--opnieuw", stdin=lab.ADVISERING_ANSWERS)
        assert "wat intussen binnenkwam staat er weer bij" in said.err + said.out
    elif how == "actie":
        told = intervisie(noor, *opvolging)
        assert told.code == 1
        assert "wat intussen binnenkwam staat er weer bij" in told.err
        must(noor, *opvolging)
        assert "Bijna af" in path.read_text(encoding="utf-8")
    must(noor, "sync")
    assert "Drie keer gelukt" in path.read_text(encoding="utf-8")
    # The answers of a whole step have notulen of their own: then it is in the history.
    held = git(noor, "log", "-p") if how == "step" else path.read_text(encoding="utf-8")
    assert "Een regel van Noor." in held


def test_a_ronde_and_a_member_that_came_in_stay(prepare: Prepare, tmp_path: Path):
    noor = prepare("kort", 1)
    kim = shared(noor, tmp_path)
    sessie, groep = noor / lab.SESSIE_YAML, noor / "groep.yaml"
    in_editor = sessie.read_text(), groep.read_text()
    must(kim, "wijzig", "--ronde-erbij", "tim")
    must(kim, "lid", "erbij", "Sanne")
    must(kim, "sync")
    must(noor, "sync")
    sessie.write_text(in_editor[0].replace("opname", "# Van Noor.\nopname"))
    groep.write_text(f"# Van Noor.\n{in_editor[1]}")
    assert "staat er weer bij" in " ".join(must(noor, "sync").out.split())
    for pad, woord in ((sessie, "inbrenger: tim"), (groep, "sanne")):
        assert woord in pad.read_text()
        assert "# Van Noor." in pad.read_text()


def test_who_takes_away_what_stood_there_for_long_is_not_given_it_back(
    prepare: Prepare, tmp_path: Path
):
    noor = prepare("kort", 5)
    shared(noor, tmp_path)
    path = noor / lab.ADVISERING
    data = parse_markdown(path.read_bytes())
    minder = data.with_data(data.data | {"adviezen": data.data["adviezen"][:1]})
    path.write_bytes(minder.raw())
    assert "staat er weer bij" not in must(noor, "sync").out
    assert path.read_bytes() == minder.raw()


def test_a_step_that_an_editor_made_blank_again_is_not_recorded_over(
    prepare: Prepare, tmp_path: Path
):
    noor = prepare("kort", 1)
    kim = shared(noor, tmp_path)
    path = noor / lab.HULPVRAAG
    in_editor = path.read_text(encoding="utf-8")
    must(kim, *lab.STEP, stdin=lab.HULPVRAAG_ANSWERS)
    must(kim, "sync")
    must(noor, "sync")
    path.write_text(in_editor, encoding="utf-8")
    anders = lab.HULPVRAAG_ANSWERS.replace("motiveren", "iets anders")
    outcome = intervisie(noor, *lab.STEP, stdin=anders)
    assert outcome.code
    assert "is al vastgelegd" in outcome.err
    assert lab.holds(path.read_bytes(), lab.HULPVRAAG_ANSWERS)


def test_who_puts_back_what_they_broke_themselves_is_not_contradicted(
    prepare: Prepare, tmp_path: Path
):
    noor = prepare("kort", 5)
    shared(noor, tmp_path)
    path = noor / lab.ADVISERING
    goed = path.read_bytes()
    data = parse_markdown(goed)
    kapot = [{"id": "abcdefgh", "lid": "kim", "advies": "per ongeluk"}]
    path.write_bytes(data.with_data(data.data | {"adviezen": kapot}).raw())
    must(noor, "sync")
    path.write_bytes(goed)
    assert "staat er weer bij" not in must(noor, "sync").out
    assert path.read_bytes() == goed


def other_text(kim: Path) -> str:
    """Another wording of one value."""
    path = kim / lab.HULPVRAAG
    document = parse_markdown(path.read_bytes())
    data = document.data | {"toelichting": "Zo zit het volgens Kim."}
    path.write_bytes(document.with_data(data).raw())
    return "Zo zit het volgens Kim."


def line_of_notulen(kim: Path) -> str:
    with (kim / lab.HULPVRAAG).open("a") as file:
        file.write("\n- Kim schrijft een regel.\n")
    return "- Kim schrijft een regel."


def answer_of_an_item(kim: Path) -> str:
    path = kim / lab.HULPVRAAG
    tekst = path.read_text()
    oud = "Ik kijk vaak tot laat televisie. Daarna slaap ik slecht."
    assert oud in tekst
    path.write_text(tekst.replace(oud, "Ik kijk tot drie uur 's nachts."))
    return "Ik kijk tot drie uur 's nachts."


@pytest.mark.parametrize("change", [other_text, line_of_notulen, answer_of_an_item])
@pytest.mark.parametrize("own", ["", "\nEen regel van Noor.\n"])
def test_words_that_came_in_are_put_back_too(
    prepare: Prepare, tmp_path: Path, change: Callable[[Path], str], own: str
):
    noor = prepare("kort", 5)
    kim = shared(noor, tmp_path)
    git(kim, "config", "user.name", "Kim")
    path = noor / lab.HULPVRAAG
    in_editor = path.read_text(encoding="utf-8")
    woorden = change(kim)
    must(kim, "sync")
    must(noor, "sync")
    assert woorden in path.read_text(encoding="utf-8")
    # Twice in a row means it.
    for is_again in (False, True):
        path.write_text(in_editor + own, encoding="utf-8")
        said = " ".join(must(noor, "sync").out.split())
        assert ("wat intussen binnenkwam staat er weer bij" in said) is not is_again
        nu = path.read_text(encoding="utf-8")
        assert (woorden in nu) is not is_again
        assert own.strip() in nu


def test_a_note_that_was_made_while_the_notulen_were_open_stays(
    prepare: Prepare, tmp_path: Path
):
    noor = prepare("kort", 1)
    shared(noor, tmp_path)
    must(noor, "notitie", "--als", "kim", "Eerste inzicht")
    [path] = noor.glob("sessies/*/*/notulen/kim.md")
    in_editor = path.read_text(encoding="utf-8")
    must(noor, "notitie", "--als", "kim", "Belangrijk inzicht")
    path.write_text(f"{in_editor}\nNog een regel.\n", encoding="utf-8")
    assert "staat er weer bij" in " ".join(must(noor, "sync").out.split())
    nu = path.read_text(encoding="utf-8")
    assert "Belangrijk inzicht" in nu
    assert "Nog een regel." in nu


def test_whoever_writes_something_new_where_others_wrote_keeps_it(
    prepare: Prepare, tmp_path: Path
):
    noor = prepare("kort", 5)
    kim = shared(noor, tmp_path)
    git(kim, "config", "user.name", "Kim")
    other_text(kim)
    must(kim, "sync")
    must(noor, "sync")
    path = noor / lab.HULPVRAAG
    tekst = path.read_text(encoding="utf-8")
    nieuw = tekst.replace("Zo zit het volgens Kim.", "Zo zit het volgens ons.")
    path.write_text(nieuw, encoding="utf-8")
    assert "staat er weer bij" not in must(noor, "sync").out
    assert path.read_text(encoding="utf-8") == nieuw
