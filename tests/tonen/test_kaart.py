"""The card of a step, as it stands above the questions."""

import pytest

from intervisie_cli.groep.sessies import SessieMap
from intervisie_cli.model.context import Context
from intervisie_cli.model.draaiboek import Minuten
from intervisie_cli.model.sessie import Groep
from intervisie_cli.tonen.kaart import duur, regels
from intervisie_cli.ui.console import Console


@pytest.mark.parametrize(
    ("minuten", "gezegd"),
    [
        (None, "vrij"),
        ((5, 5), "5 min"),
        ((1, 1), "1 min"),
        ((0, 3), "max 3 min"),
        ((1, 3), "max 3 min"),
        ((2, 3), "2-3 min"),
    ],
)
def test_time_is_said_as_people_say_it(minuten: tuple[int, int] | None, gezegd: str):
    assert duur(minuten and Minuten(plan=1, min=minuten[0], max=minuten[1])) == gezegd


def test_the_card_tells_of_the_ronde_and_what_the_step_builds_on(
    uit: Console, studiegroep: Groep, sessie_map: SessieMap
):
    plek = sessie_map.stappen[1].plek
    context = Context(
        plek.stap,
        sessie_map.sessie,
        plek.ronde,
        studiegroep,
        hulpvraag="Hoe krijg ik rust?",
        open_acties=({"actie": "Ik leer", "wie": "kim"},),
        afspraken=({"afspraak": "Telefoons uit."},),
    )
    gezien = list(regels(uit, context))
    assert gezien[0] == gezien[-1] == ""
    assert gezien[1].startswith(f"{plek.stap.titel} · ronde 1, Mirthe · ")
    assert "Hulpvraag  Hoe krijg ik rust?" in gezien
    assert gezien.index("  • Telefoons uit.") < gezien.index(
        "  • Ik leer (Kim de Boer)"
    )
    assert sum(regel.startswith("Doe        • ") for regel in gezien) == 1, (
        "a heading comes once"
    )


def test_without_agreements_or_acties_these_headings_are_not_there(
    uit: Console, studiegroep: Groep, sessie_map: SessieMap
):
    plek = sessie_map.stappen[0].plek
    gezien = list(regels(uit, Context(plek.stap, sessie_map.sessie, None, studiegroep)))
    assert gezien[1].startswith(f"{plek.stap.titel} · ")
    assert not {"Open acties", "Afspraken van vorige keer"} & set(gezien)


def test_the_card_speaks_to_those_who_are_there(
    uit: Console, studiegroep: Groep, sessie_map: SessieMap
):
    plek = sessie_map.stappen[1].plek
    stap = plek.stap._replace(
        introductie="Begeleider, open de ronde.",
        uitvoering=("Overige leden, bedenk ieder een vraag.",),
    )
    sessie = sessie_map.sessie._replace(begeleider="", begeleider_naam="Els")
    context = Context(stap, sessie, plek.ronde, studiegroep)
    gezien = list(regels(uit, context))
    assert "Zeg        Els, open de ronde." in gezien
    assert "Doe        • Kim de Boer en Tim, bedenk ieder een vraag." in gezien
    alleen = context._replace(er_zijn=("mirthe",))
    assert "Doe        • Overige leden, bedenk ieder een vraag." in regels(uit, alleen)
