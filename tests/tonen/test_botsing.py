"""A clash that a merge left: named by file and field, never by what it says."""

from intervisie_cli.groep.botsingen import Botsing
from intervisie_cli.tonen.botsing import kopieen, regels
from intervisie_cli.ui.console import Console


def test_a_file_with_several_clashes_is_one_line(uit: Console):
    gevonden = [
        Botsing("a.md", "hulpvraag", "geheim"),
        Botsing("b.md", "hulpvraag", "geheim"),
        Botsing("a.md", "acties/abc3/tot", "geheim"),
        Botsing("a.md", "hulpvraag", "nog een geheim"),
    ]
    assert list(regels(uit, gevonden)) == [
        "Twee versies van hulpvraag, acties tot in a.md.",
        "Twee versies van hulpvraag in b.md.",
        "Kies met: intervisie step STAP --opnieuw",
    ]


def test_without_clashes_there_is_nothing_to_choose(uit: Console):
    assert list(regels(uit, [])) == []


def test_a_second_version_of_a_whole_file_is_named(uit: Console):
    [regel] = kopieen(uit, ["a.kim.md"])
    assert regel.endswith("de andere staat in a.kim.md.")
