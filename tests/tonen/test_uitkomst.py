"""What came of a sync, in the cases that people ask about."""

import pytest

from intervisie_cli.flows.bijwerken import Bijgewerkt
from intervisie_cli.flows.sync.binnen import Binnen
from intervisie_cli.flows.sync.uitkomst import Uitkomst
from intervisie_cli.groep.botsingen import Botsing
from intervisie_cli.tonen.uitkomst import regels
from intervisie_cli.ui.console import Console
from tests.tonen.conftest import VANDAAG

KIM = Binnen("Kim", "Advisering vastgelegd (2026-11-23-mijn-rust, ronde 1)")


@pytest.mark.parametrize(
    ("uitkomst", "pagina"),
    [
        (Uitkomst(), ["✓ Alles was al gedeeld."]),
        (Uitkomst(uit=1), ["✓ Gedeeld: 1 wijziging van hier."]),
        (Uitkomst(uit=2), ["✓ Gedeeld: 2 wijzigingen van hier."]),
        (
            Uitkomst(binnen=(KIM,), aantal_binnen=1),
            [
                "Binnengekomen",
                "  • Kim: Advisering vastgelegd (ma 23 november, ronde 1)",
            ],
        ),
        (
            Uitkomst(binnen=(KIM,), aantal_binnen=9, uit=1),
            [
                "Binnengekomen",
                "  • Kim: Advisering vastgelegd (ma 23 november, ronde 1)",
                "  en nog 8; kijk met: intervisie log",
                "✓ Gedeeld: 1 wijziging van hier.",
            ],
        ),
    ],
)
def test_what_came_in_and_went_out_is_said(
    uit: Console, uitkomst: Uitkomst, pagina: list[str]
):
    assert list(regels(uit, uitkomst, [], VANDAAG, str, str)) == pagina


def test_what_a_person_has_to_look_at_comes_last(uit: Console):
    uitkomst = Uitkomst(
        uit=1,
        onleesbaar=("c.md",),
        bijgewerkt=Bijgewerkt(kopieen=("a.kim.md",), vreemd=("x.exe",)),
        weggelaten=("y.exe",),
    )
    pagina = list(
        regels(
            uit, uitkomst, [Botsing("a.md", "hulpvraag", "geheim")], VANDAAG, str, str
        )
    )
    assert pagina[0] == "✓ Gedeeld: 1 wijziging van hier."
    assert pagina[1].startswith("Wat er met de hand staat in c.md, is niet te lezen")
    assert pagina[3].startswith("Van a.kim.md zijn er twee versies")
    assert pagina[4] == "2 vreemde bestanden zijn niet overgenomen."
    assert pagina[5] == "Twee versies van hulpvraag in a.md."


def test_one_strange_file_is_told_of_as_one(uit: Console):
    pagina = list(regels(uit, Uitkomst(weggelaten=("x.exe",)), [], VANDAAG, str, str))
    assert pagina[-1] == "1 vreemd bestand is niet overgenomen."
