"""The rondes of a log: an entry each, a line each, or as an example."""

from datetime import date
from typing import Any

from intervisie_cli.model.casus import Casus, Woorden, Zoekvraag
from intervisie_cli.model.sessie import Groep
from intervisie_cli.tonen.casus import Nadruk, earlier, regel_per_ronde, regels
from intervisie_cli.ui.console import Console
from tests.tonen.conftest import VANDAAG

VRAAG = Zoekvraag(VANDAAG)


def casus(**anders: Any) -> Casus:
    velden: dict[str, Any] = {
        "sessie": "2026-11-23-kort",
        "sessie_id": "s1",
        "datum": VANDAAG,
        "draaiboek": "kort",
        "thema": "",
        "ronde": 1,
        "inbrenger": "kim",
        "hulpvraag": "Hoe krijg ik rust?",
        "herformulering": "Hoe plan ik rust?",
        "is_af": True,
        "adviezen": ({"lid": "tim", "advies": "Slaap."}, {"advies": "Loop."}),
        "acties": ({"actie": "Ik slaap", "wie": "kim"},),
        "paden": ("a.md",),
        "woorden": Woorden(),
    }
    return Casus(**(velden | anders))


def test_an_entry_goes_from_the_hulpvraag_to_the_acties(
    uit: Console, studiegroep: Groep
):
    assert regels(uit, studiegroep, VRAAG, [casus(thema="rust")]) == [
        "ma 23 november · Kim de Boer · kort · rust",
        "  Hulpvraag  Hoe krijg ik rust?",
        "  Werd       Hoe plan ik rust?",
        "  Advies     Tim: Slaap.",
        "             Loop.",
        "  Actie      Ik slaap (Kim de Boer, open)",
    ]


def test_a_wording_that_stayed_is_not_said_twice(uit: Console, studiegroep: Groep):
    for herformulering in ("", "Hoe krijg ik rust?"):
        ronde = casus(herformulering=herformulering)
        gezegd = "\n".join(regels(uit, studiegroep, VRAAG, [ronde]))
        assert "Werd" not in gezegd


def test_a_ronde_without_a_hulpvraag_says_so_and_no_more(
    uit: Console, studiegroep: Groep
):
    pagina = regels(uit, studiegroep, VRAAG, [casus(hulpvraag="")])
    assert pagina == ["ma 23 november · Kim de Boer · kort", "  nog geen hulpvraag"]
    [regel] = regel_per_ronde(
        uit, studiegroep, VRAAG, [casus(hulpvraag="", herformulering="")]
    )
    assert regel == "ma 23 november  Kim de Boer  nog geen hulpvraag"


def test_whoever_asks_for_acties_gets_no_advice(uit: Console, studiegroep: Groep):
    vraag = VRAAG._replace(alleen_acties=True)
    gezegd = "\n".join(regels(uit, studiegroep, vraag, [casus()]))
    assert "Ik slaap" in gezegd
    assert "Slaap." not in gezegd


def test_between_rondes_is_an_empty_line_and_none_at_the_ends(
    uit: Console, studiegroep: Groep
):
    pagina = regels(uit, studiegroep, VRAAG, [casus(hulpvraag=""), casus(hulpvraag="")])
    assert [nummer for nummer, regel in enumerate(pagina) if not regel] == [2]
    assert regels(uit, studiegroep, VRAAG, []) == ["Geen rondes gevonden."]
    assert regel_per_ronde(uit, studiegroep, VRAAG, []) == ["Geen rondes gevonden."]


def test_why_a_ronde_was_found_comes_last_when_there_is_something_to_say(
    uit: Console, studiegroep: Groep
):
    met = Nadruk("Gevonden", lambda een: een.hulpvraag)
    assert (
        regels(uit, studiegroep, VRAAG, [casus()], met)[-1]
        == "  Gevonden   Hoe krijg ik rust?"
    )
    zonder = Nadruk("Gevonden", lambda _: "")
    assert "Gevonden" not in "\n".join(
        regels(uit, studiegroep, VRAAG, [casus()], zonder)
    )


def test_a_line_for_each_ronde_has_the_last_wording(uit: Console, studiegroep: Groep):
    eerder = casus(inbrenger="tim", datum=date(2025, 5, 1))
    assert regel_per_ronde(uit, studiegroep, VRAAG, [casus(), eerder]) == [
        "ma 23 november  Kim de Boer  Hoe plan ik rust?",
        "do 1 mei 2025   Tim          Hoe plan ik rust?",
    ]


def test_an_example_keeps_to_three_of_each(uit: Console, studiegroep: Groep):
    adviezen = tuple({"advies": f"Advies {nummer}"} for nummer in range(5))
    acties = (
        {"actie": "Ik slaap", "opvolging": [{"status": "gedaan", "opmerking": "fijn"}]},
    )
    ronde = casus(adviezen=adviezen, acties=acties)
    assert list(earlier(uit, studiegroep, VRAAG, [ronde])) == [
        "  • ma 23 november Kim de Boer: Hoe plan ik rust?",
        "    Advies   Advies 0",
        "             Advies 1",
        "             Advies 2",
        "    Actie    Ik slaap (gedaan) → fijn",
    ]
