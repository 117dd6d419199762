"""A sessie.yaml that somebody made to harm: no command leaves the folder, hangs or has a bug."""

from pathlib import Path
from typing import Any

import pytest

from intervisie_cli.records.document import parse_yaml
from tests import lab
from tests.lab import intervisie

COMMANDS = (
    (),
    ("status",),
    ("status", "--json"),
    ("show",),
    ("check",),
    ("doctor",),
    ("log",),
    ("wijzig", "--ronde-erbij", "tim", "--weg", "kim"),
    ("wijzig", "--ronde-weg", "1"),
    ("wijzig", "--volgorde", "mirthe"),
    ("wijzig", "--tot", "21:00"),
    ("undo", "--sessie", lab.SESSIE),
)
_WEG = "../" * 6
ODD: dict[str, dict[str, Any]] = {
    "a folder above": {"rondes": [{"inbrenger": "mirthe", "map": "../../x"}]},
    "a folder of notulen": {"rondes": [{"inbrenger": "mirthe", "map": "notulen"}]},
    "a long folder": {"rondes": [{"inbrenger": "mirthe", "map": "ronde-" + "a" * 300}]},
    "one folder for all": {
        "rondes": [
            {"id": "aaaa", "inbrenger": lid, "map": "ronde-1-mirthe"}
            for lid in ("mirthe", "kim", "tim")
        ]
    },
    "very many rondes": {"rondes": [{"inbrenger": "mirthe"}] * 900},
    "very many that are there": {
        "aanwezig": [{"lid": "kim", "van": "evaluatie", "tot": _WEG}] * 100
    },
    "odd bounds": {"aanwezig": [{"lid": "kim", "van": 7, "tot": ["x"]}, 3, None]},
    "others that are there": {"aanwezig": [{"lid": _WEG, "van": _WEG}]},
    "odd ids": {"rondes": [{"id": _WEG, "inbrenger": "mirthe"}, {"inbrenger": "tim"}]},
    "an odd begeleider": {"begeleider": {"naam": "\x1b]0;x\x07" + "a" * 2_000}},
    "an odd end": {"afgerond": ["x"], "reden": {"a": 1}, "tot": "avond"},
}


@pytest.mark.parametrize("odd", ODD.values(), ids=ODD.keys())
def test_no_command_has_a_bug_or_leaves_the_folder(een: Path, odd: dict[str, Any]):
    path = een / lab.SESSIE_YAML
    document = parse_yaml(path.read_bytes())
    path.write_text(document.with_data(document.data | odd).text())
    beside = set(een.parent.iterdir())
    for argv in COMMANDS:
        outcome = intervisie(een, *argv)
        assert outcome.code in (0, 1, 2, 4, 5), (argv, outcome)
        assert "\x1b]" not in outcome.out + outcome.err
    stdin = lab.HULPVRAAG_ANSWERS
    assert intervisie(een, *lab.STEP, stdin=stdin).code in (0, 1, 4)
    assert set(een.parent.iterdir()) == beside
    assert not (een.parent / "x").exists()
