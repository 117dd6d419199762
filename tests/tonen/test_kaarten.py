"""All cards of a draaiboek: each with its number, its time, how often, and whether it may go."""

import re

import pytest

from intervisie_cli.groep import draaiboeken
from intervisie_cli.model.draaiboek import Stap
from intervisie_cli.tonen.kaart import regels as kaart
from intervisie_cli.tonen.kaarten import regels
from intervisie_cli.ui.console import Console
from tests.vragen import voorbeeld

STAPPEN = [
    pytest.param(naam, stap, id=f"{naam}-{stap.naam}")
    for naam in ("kort", "lang")
    for stap in draaiboeken.load(None, naam).stappen
]


@pytest.mark.parametrize(
    ("naam", "titel"),
    [
        ("kort", "2 Hulpvraag definiëren · max 5 min · per ronde"),
        ("kort", "5 Eigen invulling · vrij · per sessie · mag worden overgeslagen"),
        ("lang", "1 Acclimatisering · 5-30 min · per sessie"),
        (
            "lang",
            "6 Evaluatie · 5 min · per ronde of sessie · mag worden overgeslagen",
        ),
    ],
)
def test_the_title_of_a_card_has_all_that_plans_it(uit: Console, naam: str, titel: str):
    assert titel in list(regels(uit, draaiboeken.load(None, naam)))


@pytest.mark.parametrize(("naam", "stap"), STAPPEN)
def test_a_card_says_what_it_says_during_the_sessie(
    uit: Console, naam: str, stap: Stap
):
    zonder_begeleider = voorbeeld.sessie()._replace(begeleider="")
    context = voorbeeld.in_context(_zonder_rollen(stap), zonder_begeleider)
    boven, _, *in_sessie, onder = kaart(uit, context)
    assert boven == onder == ""
    boek = draaiboeken.load(None, naam)
    stappen = tuple(map(_zonder_rollen, boek.stappen))
    alle = list(regels(uit, boek._replace(stappen=stappen)))
    titel = f"{stap.nummer} {stap.titel} · "
    begin = next(n for n, regel in enumerate(alle) if regel.startswith(titel)) + 1
    assert alle[begin : begin + len(in_sessie)] == in_sessie
    assert alle[begin + len(in_sessie) :][:1] in ([""], ["\f"], [])


def _zonder_rollen(stap: Stap) -> Stap:
    """In a sessie the names of people stand in place of their roles."""

    def vlak(zin: str) -> str:
        return re.sub(r"(Begeleider|Inbrenger|Overige leden),", "Jij,", zin)

    return stap._replace(
        introductie=vlak(stap.introductie),
        uitvoering=tuple(map(vlak, stap.uitvoering)),
        tips=tuple(map(vlak, stap.tips)),
    )


@pytest.mark.parametrize(("naam", "stap"), STAPPEN)
def test_a_card_leaves_room_for_a_question_on_a_screen_of_24_lines(
    uit: Console, naam: str, stap: Stap
):
    assert len(list(kaart(uit, voorbeeld.in_context(stap)))) <= 20, naam
