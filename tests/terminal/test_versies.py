"""Two versions of a value at a real terminal: which item it is of, and what holds from then on."""

from pathlib import Path
from typing import Any

from intervisie_cli.records.document import parse_markdown
from tests.conftest import git
from tests.flows.sync.test_sync import change
from tests.lab import ADVISERING, must
from tests.prepared import Open, Prepare
from tests.terminal.terminal import ENTER

DEFINITIE = "sessies/2026/2026-11-23-lang/ronde-1-mirthe/4-probleemdefinitie.md"


def clash(group: Path, pad: str, where: str, other: Any) -> None:
    item = {"id": "0123456789abcdef", "pad": where, "waarde": other}
    change(group, pad, conflicten=[item])


def data(group: Path, pad: str) -> dict[str, Any]:
    return parse_markdown((group / pad).read_bytes()).data


def test_a_yes_or_no_is_chosen_in_words_and_its_item_is_named(
    prepare: Prepare, terminal: Open
):
    group = prepare("kort", 5)
    actie = data(group, ADVISERING)["acties"][0]
    clash(group, ADVISERING, f"acties/{actie['id']}/akkoord", False)
    shown = " ".join(must(group, "show").out.split())
    assert f"versie van acties akkoord ({actie['actie']}): nee" in shown
    window = terminal("step", "advisering", "--opnieuw", rows=40)
    window.asks("Er zijn twee versies van acties akkoord. Welke geldt?")
    window.shows(actie["actie"])
    window.wait("Ja", "Nee")
    assert "True" not in window.text
    assert "False" not in window.text


def test_words_of_which_there_were_two_versions_are_agreed_on_anew(
    prepare: Prepare, terminal: Open
):
    group = prepare("lang", 4)
    nu = data(group, DEFINITIE)["herformulering"]
    clash(group, DEFINITIE, "herformulering", "Hoe begin ik op tijd?")
    window = terminal("step", "probleemdefinitie", "--opnieuw")
    window.answer("Er zijn twee versies van herformulering. Welke geldt?", nu[:20])
    window.answer("Is de nieuwe hulpvraag voor iedereen duidelijk?", "a")
    window.asks("Klopt het zo?")
    window.keys(ENTER)
    assert window.exit_code() == 0
    assert "conflicten" not in data(group, DEFINITIE)


def test_the_card_of_the_next_step_says_that_something_is_to_be_chosen(
    prepare: Prepare, terminal: Open
):
    group = prepare("lang", 4)
    clash(group, DEFINITIE, "herformulering", "Hoe begin ik op tijd?")
    window = terminal("step", rows=40)
    window.until(lambda: window.question != "", "the first question")
    window.wait("Twee versies van herformulering in Probleemdefinitie")
    window.wait("Kies met: intervisie step ronde-1-mirthe/probleemdefinitie --opnieuw")


def test_all_versions_of_one_value_are_one_choice_with_who_wrote_which(
    prepare: Prepare, terminal: Open
):
    group = prepare("lang", 4)
    nu = data(group, DEFINITIE)["herformulering"]
    for text in ("Hoe begin ik op tijd?", "Hoe kom ik mijn bed uit?"):
        change(group, DEFINITIE, herformulering=text)
        git(group, "commit", "-qam", "Van Kim")
    change(
        group,
        DEFINITIE,
        herformulering=nu,
        conflicten=[
            {"id": f"012345678{n}", "pad": "herformulering", "waarde": text}
            for n, text in enumerate(
                ("Hoe begin ik op tijd?", "Hoe kom ik mijn bed uit?")
            )
        ],
    )
    status = must(group, "status").out
    assert "Meer versies van herformulering in Probleemdefinitie" in status
    typ = "intervisie step ronde-1-mirthe/probleemdefinitie --opnieuw"
    assert f"Kies met: {typ}" in status
    window = terminal(*typ.split()[1:], rows=40)
    window.asks("Er zijn drie versies van herformulering. Welke geldt?")
    window.wait("Hoe begin ik op tijd? (Test, ", "Hoe kom ik mijn bed uit? (Test, ")
    window.answer(
        "Er zijn drie versies van herformulering. Welke geldt?",
        "Hoe kom ik mijn bed uit?",
    )
    window.answer("Is de nieuwe hulpvraag voor iedereen duidelijk?", "a")
    window.asks("Klopt het zo?")
    window.keys(ENTER)
    assert window.exit_code() == 0
    assert data(group, DEFINITIE)["herformulering"] == "Hoe kom ik mijn bed uit?"
