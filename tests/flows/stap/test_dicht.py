"""A correction of a step that is closed: no yes stays behind at words that nobody said it of."""

from pathlib import Path

from intervisie_cli.records.document import parse_markdown
from tests import lab
from tests.lab import must
from tests.prepared import Prepare

PAD = "sessies/2026/2026-11-23-lang/ronde-1-mirthe/4-probleemdefinitie.md"
GEEF = ("step", "1/probleemdefinitie", "--als", "mirthe", "--antwoorden", "-")


def told(group: Path) -> tuple[str, list[str], str]:
    """The words, to whom they are clear, and how far the step is."""
    data = parse_markdown((group / PAD).read_bytes()).data
    return data["herformulering"], sorted(data["duidelijk_voor"]), data["status"]


def test_other_words_in_a_closed_step_take_the_yes_of_the_others_away(prepare: Prepare):
    group = prepare("lang", 4)
    assert told(group)[1:] == (["kim", "mirthe", "tim"], "klaar")
    must(
        group, *GEEF, stdin="herformulering: Hoe slaap ik?\nduidelijk_voor: [mirthe]\n"
    )
    assert told(group) == ("Hoe slaap ik?", ["mirthe"], "klaar")
    assert list(lab.untidy(group)) == []


def test_another_word_of_hers_leaves_every_yes(prepare: Prepare):
    group = prepare("lang", 4)
    was = told(group)
    must(group, *GEEF, stdin="duidelijk_voor: [mirthe]\n")
    assert told(group) == was
