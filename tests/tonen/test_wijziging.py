"""What a sessie is like after a change: who is there, the rondes, and what comes now."""

from intervisie_cli.flows.sessie.wijzig import Bijgesteld
from intervisie_cli.groep.sessies import SessieMap
from intervisie_cli.model.aanwezig import Aanwezig
from intervisie_cli.model.sessie import Groep, Ronde
from intervisie_cli.tonen.wijziging import regels
from intervisie_cli.ui.console import Console
from tests.tonen.conftest import VANDAAG


def test_each_ronde_is_named_and_one_that_is_dropped_told_apart(
    uit: Console, studiegroep: Groep, sessie_map: SessieMap
):
    rondes = (Ronde("r1", 1, "mirthe"), Ronde("r2", 2, "tim", is_vervallen=True))
    nu = sessie_map._replace(sessie=sessie_map.sessie._replace(rondes=rondes))
    shown = list(regels(uit, studiegroep, Bijgesteld(nu, is_nieuw=True), (), VANDAAG))
    assert shown[0] == "✓ De sessie is gewijzigd."
    assert shown[-3:] == [
        "Ronde 1     Mirthe",
        "Ronde 2     Tim (vervallen)",
        "Nu: Acclimatisering. Typ: intervisie step",
    ]


def test_a_change_that_was_there_already_says_only_that(
    uit: Console, studiegroep: Groep, sessie_map: SessieMap
):
    gedaan = Bijgesteld(sessie_map, is_nieuw=False)
    assert list(regels(uit, studiegroep, gedaan, (), VANDAAG)) == ["Zo stond het al."]


def test_who_comes_or_leaves_is_told_by_the_name_of_the_step(
    uit: Console, studiegroep: Groep, sessie_map: SessieMap
):
    aanwezig = (
        Aanwezig("a1", "kim", van="ronde-1-mirthe/hulpvraag-definieren"),
        Aanwezig("a2", "tim", tot="evaluatie"),
        Aanwezig("a3", "mirthe", van="wat-is-dit"),
    )
    nu = sessie_map._replace(sessie=sessie_map.sessie._replace(aanwezig=aanwezig))
    shown = "\n".join(
        regels(uit, studiegroep, Bijgesteld(nu, is_nieuw=True), (), VANDAAG)
    )
    assert "Kim de Boer (vanaf hulpvraag definiëren, ronde 1)" in " ".join(
        shown.split()
    )
    assert "Tim (tot evaluatie)" in " ".join(shown.split())
    assert "Mirthe," in shown
