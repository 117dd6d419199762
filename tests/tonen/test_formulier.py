"""The blank notulen on paper: what the files ask, each once, with room to write."""

from typing import Any

import pytest

from intervisie_cli.groep import draaiboeken
from intervisie_cli.model.draaiboek import Draaiboek
from intervisie_cli.tonen.formulier import regels
from intervisie_cli.ui.console import Console
from intervisie_cli.vragen.formulier.labels import labels_of


def boek(naam: str, **van_stap: Any) -> Draaiboek:
    """A draaiboek with one step of *naam*, changed."""
    draaiboek = draaiboeken.load(None, naam)
    return draaiboek._replace(stappen=(draaiboek.stappen[0]._replace(**van_stap),))


@pytest.mark.parametrize("naam", ["kort", "lang"])
def test_each_label_of_the_form_is_there_with_room_behind_it(uit: Console, naam: str):
    draaiboek = draaiboeken.load(None, naam)
    gezien = list(regels(uit, draaiboek))
    for stap in draaiboek.stappen:
        for label in labels_of(stap).alle.values():
            # What is told when somebody wants to, has no line of its own.
            if label.veld.op_verzoek:
                continue
            is_in_zin = label.deel and (label.deel.letter or label.deel.is_doener)
            # Those who do a task stand on top, for all steps.
            achter_elkaar = ("reactie", "opname", "toestemming", "notulist")
            if is_in_zin or label.veld.lijst.bron or label.woorden in achter_elkaar:
                continue
            staan = [regel for regel in gezien if regel.startswith(f"{label.kop()} __")]
            assert staan, label.woorden
            assert {len(regel) for regel in staan} == {76}
    assert not [regel for regel in gezien if "Kim" in regel or "<!--" in regel]


def test_there_is_room_for_what_came_of_earlier_acties(uit: Console):
    gezien = list(regels(uit, draaiboeken.load(None, "lang")))
    assert [regel for regel in gezien if regel.startswith("Terugblik: ____")]


def test_above_the_steps_stands_what_is_the_same_for_all_of_them(uit: Console):
    gezien = list(regels(uit, draaiboeken.load(None, "lang")))
    labels = [regel.partition(":")[0] for regel in gezien[:11] if "__" in regel]
    assert labels == [
        "Datum",
        "Thema",
        "Deelnemers",
        "Begeleider",
        "Notulist, of ieder voor zich",
    ]
    assert gezien[0] == "Notulen · Lange variant"
    assert gezien[12] == "1 Acclimatisering"


@pytest.mark.parametrize(
    ("naam", "stappen"),
    [
        ("kort", ["2 Hulpvraag definiëren", "3 Advisering"]),
        (
            "lang",
            [
                "2 Vraagintroductie",
                "3 Probleemverkenning",
                "4 Probleemdefinitie",
                "5 Advisering",
                "6 Evaluatie",
            ],
        ),
    ],
)
def test_a_ronde_is_on_pages_of_its_own_to_copy_for_each_inbrenger(
    uit: Console, naam: str, stappen: list[str]
):
    alle = list(regels(uit, draaiboeken.load(None, naam)))
    begin = next(n for n, regel in enumerate(alle) if "(inbrenger)" in regel)
    assert alle[begin].startswith("Ronde van (inbrenger): ____")
    assert alle[begin - 1] == "\f"
    van_ronde = alle[begin : alle.index(stappen[-1])]
    eind = alle.index("\f", alle.index(stappen[-1]))
    assert [regel for regel in van_ronde if regel[:1].isdigit()] == stappen[:-1]
    assert alle[eind + 1][:1].isdigit()


def test_there_are_three_lines_to_write_on_with_room_above_each(uit: Console):
    gezien = list(
        regels(uit, boek("kort", velden=(), formulier="## Notulen\n\n- Kleur:\n"))
    )
    assert gezien[-6:] == ["", f"Kleur: {'_' * 69}", "", "_" * 76, "", "_" * 76]


def test_text_that_asks_nothing_is_there_without_room(uit: Console):
    formulier = "## Notulen\n\nIeder zegt iets.\n\n- Kleur:\n"
    gezien = list(regels(uit, boek("kort", velden=(), formulier=formulier)))
    assert gezien[-9:-5] == ["1 Acclimatisering", "", "Ieder zegt iets.", ""]


@pytest.mark.parametrize("formulier", ["", "## Notulen\n", "- Thema:\n"])
def test_a_step_that_asks_nothing_of_its_own_has_room_for_notulen(
    uit: Console, formulier: str
):
    gezien = list(regels(uit, boek("kort", velden=(), formulier=formulier)))
    assert gezien[-5].startswith("Notulen: ____")


def test_on_a_narrow_screen_the_lines_fit(
    uit: Console, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(Console, "breedte", 30)
    gezien = list(regels(uit, draaiboeken.load(None, "lang")))
    assert max(map(len, gezien)) <= 30
