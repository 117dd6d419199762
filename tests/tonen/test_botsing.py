"""A clash that a merge left: named by step and field, never by what it says."""

from intervisie_cli.groep.botsingen import Botsing
from intervisie_cli.tonen.botsing import kopieen, regels
from intervisie_cli.ui.console import Console
from tests.tonen.conftest import FOLDER, VANDAAG

ADVISERING = f"{FOLDER}/ronde-1-mirthe/3-advisering.md"
EVALUATIE = f"{FOLDER}/4-evaluatie.md"


def test_a_file_with_several_clashes_is_one_line(uit: Console):
    gevonden = [
        Botsing(ADVISERING, "hulpvraag", "geheim"),
        Botsing(EVALUATIE, "hulpvraag", "geheim"),
        Botsing(ADVISERING, "acties/abc3/tot", "geheim"),
        Botsing(ADVISERING, "hulpvraag", "nog een geheim"),
    ]
    assert list(regels(uit, gevonden, VANDAAG)) == [
        "Twee versies van hulpvraag, acties tot in advisering, ronde 1 (ma 23 november).",
        "Twee versies van hulpvraag in evaluatie (ma 23 november).",
        "Kies met: intervisie step STAP --opnieuw",
    ]


def test_without_clashes_there_is_nothing_to_choose(uit: Console):
    assert list(regels(uit, [], VANDAAG)) == []


def test_a_second_version_of_a_whole_file_is_named(uit: Console):
    kopie = EVALUATIE.replace(".md", ".kopie-1a2b3c4d.md")
    assert list(kopieen(uit, [kopie], VANDAAG)) == [
        "Van evaluatie (ma 23 november) zijn er twee versies. Kijk met: intervisie doctor"
    ]
