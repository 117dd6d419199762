"""A draaiboek on one page: columns where there is room, else the content below the title."""

import pytest

from intervisie_cli.groep import draaiboeken
from intervisie_cli.tonen.draaiboek import regels
from intervisie_cli.ui.console import Console, breedte_van


@pytest.mark.parametrize("naam", ["kort", "lang"])
def test_each_step_has_its_number_its_time_and_whether_it_is_per_ronde(
    uit: Console, naam: str
):
    draaiboek = draaiboeken.load(None, naam)
    pagina = list(regels(uit, draaiboek))
    for stap in draaiboek.stappen:
        [regel] = [
            regel
            for regel in pagina
            if regel.startswith(f"{stap.nummer} {stap.titel} ")
        ]
        assert regel.endswith(("  sessie", "  ronde", "  ronde of sessie"))
    assert max(map(breedte_van, pagina)) <= uit.breedte
    assert f"  • {draaiboek.benodigdheden[0]}" in pagina


def test_on_a_narrow_terminal_the_content_goes_below_the_title(
    uit: Console, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(Console, "breedte", 50)
    stap = draaiboeken.load(None, "kort").stappen[0]
    pagina = list(regels(uit, draaiboeken.load(None, "kort")))
    nummer = next(
        n for n, regel in enumerate(pagina) if regel.startswith(f"1 {stap.titel}")
    )
    assert pagina[nummer].endswith(("min", "vrij"))
    assert (
        pagina[nummer + 1].strip().split()
        == stap.inhoud.split()[: len(pagina[nummer + 1].split())]
    )
