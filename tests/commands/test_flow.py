"""The main scripted flow: init, new, step, status, show, log."""

import json
from pathlib import Path

from tests.conftest import EXAMPLES, Run, git


def test_from_init_to_log_without_a_terminal(program: Run, tmp_path: Path):
    made = program(
        "init",
        "groep",
        "--naam",
        "Studiegroep",
        "--leden",
        "mirthe,tim,kim",
        cwd=tmp_path,
    )
    assert made.code == 0, made.err
    folder = tmp_path / "groep"

    new = program(
        "new",
        "--kort",
        "--deelnemers",
        "mirthe,kim,tim",
        "--inbrengers",
        "mirthe",
        "--begeleider",
        "tim",
    )
    assert new.code == 0, new.err
    step = program(
        "step", "--antwoorden", "-", stdin=(EXAMPLES / "kort.yaml").read_bytes()
    )
    assert step.code == 0, step.err

    status = json.loads(program("status", "--json").out)
    assert status["klaar"] is True
    assert [stap["status"] for stap in status["stappen"]] == ["klaar"] * 5
    shown = json.loads(program("show", "--json").out)
    assert shown["stappen"][1]["gegevens"]["inbrenger"] == "mirthe"
    log = json.loads(program("log", "--json").out)
    assert log["rondes"][0]["hulpvraag"] == "Hoe kan ik mezelf weer motiveren?"
    assert log["rondes"][0]["acties"][0]["status"] == "open"

    assert git(folder, "status", "--porcelain") == ""
    subjects = git(folder, "log", "--format=%s").splitlines()
    assert subjects[0] == "Eigen invulling vastgelegd (2026-11-23-kort)"
    assert subjects[3] == "Hulpvraag definiëren vastgelegd (2026-11-23-kort, ronde 1)"
    assert len(subjects) == 7
    trailers = git(folder, "log", "-1", "--format=%(trailers:only,unfold)")
    assert "Sessie: " in trailers
    assert "Stap: eigen-invulling" in trailers
