"""`wijzig` says what the sessie is like now, in words; what cannot be is told in two lines."""

import json
from pathlib import Path

from intervisie_cli.records.document import parse_yaml
from tests import lab
from tests.lab import intervisie, must
from tests.prepared import Open, Prepare


def test_wijzig_says_what_the_sessie_is_like_now(een: Path):
    out = must(een, "wijzig", "--ronde-erbij", "tim", "--begeleider", "docent Els").out
    assert out.splitlines() == [
        "✓ De sessie is gewijzigd.",
        "Korte variant · ma 23 november · Motivatie",
        "Deelnemers  Mirthe, Kim, Tim",
        "Begeleider  Els (van buiten de groep)",
        "Ronde 1     Mirthe",
        "Ronde 2     Tim",
        "Nu: Hulpvraag definiëren (ronde 1). Typ: intervisie step",
    ]
    assert must(een, "wijzig", "--ronde-erbij", "tim").out == "Zo stond het al.\n"


def test_a_dropped_ronde_and_the_end_are_told(een: Path):
    must(een, "wijzig", "--ronde-erbij", "tim")
    assert "Ronde 2     Tim (vervallen)" in must(een, "wijzig", "--ronde-weg", "2").out
    assert "Ronde 2: Tim (vervallen)" in must(een, "status").out
    assert must(een, "wijzig", "--afronden", "").out.endswith(
        "De sessie is afgerond.\n"
    )
    assert "Toch verder? Typ: intervisie wijzig --heropen" in must(een, "status").out
    assert "Nu: Hulpvraag" in must(een, "wijzig", "--heropen").out


def test_the_reason_may_come_from_standard_input(een: Path):
    must(een, "wijzig", "--afronden", "-", stdin="Het werd te laat.\n")
    assert "reden: Het werd te laat." in (een / lab.SESSIE_YAML).read_text()


def test_show_and_status_say_that_a_sessie_ended_early_and_why(een: Path):
    must(een, "wijzig", "--afronden", "")
    for command in ("show", "status"):
        assert "Afgerond    voor het einde\n" in must(een, command).out
    must(een, "wijzig", "--afronden", "Het werd te laat.")
    for command in ("show", "status"):
        out = must(een, command).out
        assert "Afgerond    voor het einde: Het werd te laat.\n" in out
    assert json.loads(must(een, "show", "--json").out)["reden"] == "Het werd te laat."
    must(een, "wijzig", "--heropen")
    assert "Afgerond" not in must(een, "show").out


def test_a_sessie_of_which_all_was_done_did_not_end_early(klaar: Path):
    must(klaar, *lab.STEP, stdin="".join(lab.ANSWERS))
    must(klaar, "wijzig", "--afronden", "Mooi zo.")
    assert "Afgerond" not in must(klaar, "show").out


def test_wijzig_changes_the_sessie_that_is_named(een: Path):
    must(een, *lab.NEW, "--thema", "slaap")
    must(een, "wijzig", "--sessie", "2026-11-23-slaap", "--tot", "21:00")
    assert "21:00" not in (een / lab.SESSIE_YAML).read_text()
    assert "21:00" in (een / "sessies/2026/2026-11-23-slaap/sessie.yaml").read_text()


def test_a_sessie_of_a_newer_program_is_left_alone(een: Path):
    path = een / lab.SESSIE_YAML
    path.write_text(path.read_text().replace("schema: 1", "schema: 99"))
    before = lab.State.of(een)
    outcome = intervisie(een, "wijzig", "--tot", "21:00")
    assert outcome.code == 4, outcome
    assert lab.State.of(een) == before


def test_outside_a_group_or_without_a_sessie_it_says_what_to_type(
    leeg: Path, tmp_path: Path
):
    for folder, code in ((leeg, 1), (tmp_path, 1)):
        outcome = intervisie(folder, "wijzig", "--tot", "21:00")
        assert outcome.code == code, outcome
        assert len(outcome.err.splitlines()) == 2


def test_the_plan_of_status_counts_the_rondes_that_are_held(leeg: Path):
    must(leeg, *lab.ZONDER_RONDE)
    assert "0 van 20 minuten" in must(leeg, "status").out
    must(leeg, "wijzig", "--ronde-erbij", "tim,kim")
    assert "0 van 30 minuten" in must(leeg, "status").out
    must(leeg, "wijzig", "--ronde-weg", "2")
    assert "0 van 20 minuten" in must(leeg, "status").out


def test_two_versions_of_a_time_are_told_with_what_to_type_and_a_choice_ends_that(
    gedeeld: tuple[Path, Path], terminal: Open
):
    mirthe, kim = gedeeld
    for clone, tot in ((mirthe, "21:00"), (kim, "22:00")):
        must(clone, "wijzig", "--tot", tot)
    must(mirthe, "sync")
    wat, typ = "Twee versies van tot in ", "intervisie wijzig --tot UU:MM"
    assert wat in intervisie(kim, "sync").out
    status = must(kim, "status").out
    assert f"{wat}de sessie van ma 23 november.\nKies met: {typ}\n" in status
    doctor = intervisie(kim, "doctor")
    assert wat in doctor.out
    assert f"Kies: {typ} --sessie {Path(lab.FOLDER).name}" in doctor.out
    window = terminal("step", cwd=kim, rows=40)
    window.wait(wat, f"Kies met: {typ}")
    window.asks("Mirthe · Wat is je hulpvraag?")
    path = kim / lab.SESSIE_YAML
    # The one that stands there can be the one that holds.
    tot = parse_yaml(path.read_bytes()).data["tot"]
    must(kim, "wijzig", "--begeleider", "tim")
    assert "conflicten" in path.read_text()
    must(kim, "wijzig", "--tot", str(tot))
    assert "conflicten" not in path.read_text()
    assert wat not in must(kim, "status").out


def test_two_versions_of_a_theme_are_gone_when_the_step_says_it(
    gedeeld: tuple[Path, Path],
):
    mirthe, _ = gedeeld
    path = mirthe / lab.SESSIE_YAML
    for pad in ("thema", "rondes/x/inbrenger"):
        clash = f"  - id: aaaa{pad[:4]}\n    pad: {pad}\n    waarde: Anders\n"
        kop = "" if "conflicten" in path.read_text() else "conflicten:\n"
        path.write_text(path.read_text() + kop + clash)
    status = must(mirthe, "status").out
    assert "Twee versies van thema, rondes inbrenger in de sessie" in status
    assert "Kies met: intervisie step 1 --opnieuw" in status
    assert "Kies in een editor" in status
    step = ("step", "acclimatisering", "--opnieuw", "--antwoorden", "-")
    must(mirthe, *step, stdin="thema: Slaap\n")
    over = parse_yaml(path.read_bytes()).data["conflicten"]
    assert [clash["pad"] for clash in over] == ["rondes/x/inbrenger"]


def test_who_was_to_come_later_can_come_now(prepare: Prepare):
    """Somebody was let in by who thought the group was further than it is."""
    group = prepare("kort", 2)
    path = group / lab.SESSIE_YAML
    gone = "aanwezig:\n  - id: abcdefgh\n    lid: kim\n    van: evaluatie\n    tot: evaluatie\n"
    path.write_text(path.read_text() + gone)
    must(group, "wijzig", "--erbij", "kim")
    [keer] = parse_yaml(path.read_bytes()).data["aanwezig"]
    assert keer == {"id": "abcdefgh", "lid": "kim", "van": "ronde-1-mirthe/advisering"}
    assert "Kim 0 van 1 adviezen" in must(group, "status").out
