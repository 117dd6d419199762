"""The first lines of a sessie: the draaiboek, the day, the theme if any, and who take part."""

from intervisie_cli.groep.sessies import SessieMap
from intervisie_cli.model.sessie import Groep
from intervisie_cli.tonen.sessie import kop
from intervisie_cli.ui.console import Console
from tests.tonen.conftest import VANDAAG


def test_the_theme_is_named_when_there_is_one(
    uit: Console, studiegroep: Groep, sessie_map: SessieMap
):
    titel = f"{sessie_map.draaiboek.titel} · ma 23 november"
    deelnemers = "Deelnemers  Mirthe, Kim de Boer, Tim"
    wie = [deelnemers, "Begeleider  Tim"]
    assert kop(uit, studiegroep, sessie_map, VANDAAG) == [f"{titel} · rust", *wie]
    zonder = sessie_map._replace(sessie=sessie_map.sessie._replace(thema=""))
    assert kop(uit, studiegroep, zonder, VANDAAG) == [titel, *wie]
