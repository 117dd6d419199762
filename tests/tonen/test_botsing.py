"""A clash that a merge left: named by step and field, never by what it says."""

from intervisie_cli.groep.botsingen import Botsing
from intervisie_cli.model.namen import step_at
from intervisie_cli.tonen.botsing import kopieen, regels
from intervisie_cli.ui.console import Console
from tests.tonen.conftest import FOLDER

ADVISERING = f"{FOLDER}/ronde-1-mirthe/3-advisering.md"
EVALUATIE = f"{FOLDER}/4-evaluatie.md"


def _step(_folder: str) -> str:
    return "intervisie step"


def _waar(pad: str) -> str:
    return {ADVISERING: "Advisering", EVALUATIE: "Evaluatie"}[pad]


def test_a_file_with_several_clashes_is_one_line(uit: Console):
    gevonden = [
        Botsing(ADVISERING, "hulpvraag", "geheim"),
        Botsing(EVALUATIE, "hulpvraag", "geheim"),
        Botsing(ADVISERING, "acties/abcd/tot", "geheim"),
        Botsing(ADVISERING, "hulpvraag", "nog een geheim"),
    ]
    assert list(regels(uit, gevonden, _waar, _step)) == [
        "Meer versies van hulpvraag, acties tot in Advisering.",
        "Twee versies van hulpvraag in Evaluatie.",
        f"Kies met: intervisie step {step_at(ADVISERING)} --opnieuw",
        f"Kies met: intervisie step {step_at(EVALUATIE)} --opnieuw",
    ]


def test_without_clashes_there_is_nothing_to_choose(uit: Console):
    assert list(regels(uit, [], _waar, _step)) == []


def test_a_second_version_of_a_whole_file_is_named(uit: Console):
    assert list(kopieen(uit, [EVALUATIE], _waar)) == [
        "Van Evaluatie zijn er twee versies. Kijk met: intervisie doctor"
    ]
