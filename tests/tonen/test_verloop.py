"""A hulpvraag as a story, from its first wording to what came of the acties."""

from intervisie_cli.model.casus import Verloop
from intervisie_cli.model.sessie import Groep
from intervisie_cli.tonen.verloop import json, regels
from intervisie_cli.ui.console import Console
from tests.tonen.test_casus import VRAAG, casus

OPVOLGING = {"datum": "2026-11-30", "status": "gedaan"}
VERHAAL = Verloop(
    casus(acties=({"actie": "Ik slaap", "opvolging": [OPVOLGING]},)),
    "Het is druk.",
    ({"lid": "tim", "vraag": "Slaap je?", "antwoord": "Nee."},),
    ({"lid": "tim", "definitie": "Geen rust."},),
    "Ik plan",
)


def test_a_story_tells_what_was_said_in_its_order(uit: Console, studiegroep: Groep):
    assert regels(uit, studiegroep, VRAAG, [VERHAAL])[1:] == [
        "  Vervolg op Ik plan",
        "  Hulpvraag  Hoe krijg ik rust?",
        "             Het is druk.",
        "  Vragen     Tim: Slaap je? → Nee.",
        "  Definitie  Tim: Geen rust.",
        "  Werd       Hoe plan ik rust?",
        "  Advies     Tim: Slaap.",
        "             Loop.",
        "  Actie      Ik slaap (gedaan)",
        "             ma 30 november gedaan",
    ]


def test_what_was_not_said_has_no_heading(uit: Console, studiegroep: Groep):
    kaal = Verloop(
        casus(hulpvraag="", herformulering="", adviezen=(), acties=()), "", (), ()
    )
    assert regels(uit, studiegroep, VRAAG, [kaal]) == [
        "ma 23 november · Kim de Boer · kort"
    ]


def test_for_programs_a_story_is_a_ronde_with_what_led_to_it():
    gegeven = json(VERHAAL)
    assert gegeven["hulpvraag"] == "Hoe krijg ik rust?"
    assert gegeven["toelichting"] == "Het is druk."
    assert gegeven["definities"] == [{"lid": "tim", "definitie": "Geen rust."}]
