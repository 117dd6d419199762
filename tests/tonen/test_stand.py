"""Where a sessie stands: the sign of each step, what members owe, and the same for programs."""

from intervisie_cli.flows.sessie.status import Quotum, Stand
from intervisie_cli.groep.botsingen import Botsing
from intervisie_cli.groep.sessies import SessieMap
from intervisie_cli.model.actie import Actie
from intervisie_cli.model.sessie import Groep
from intervisie_cli.tonen.stand import json, regels, wie_is_klaar
from intervisie_cli.ui.console import Console
from tests.tonen.conftest import VANDAAG

QUOTA = (
    Quotum("kim", "vragen", 1, 2),
    Quotum("tim", "vragen", 2, 2),
    Quotum("mirthe", "reflectie", 1, 1),
)


def stand_of(sessie_map: SessieMap, *, heeft_concept: bool = False) -> Stand:
    return Stand(
        sessie_map=sessie_map,
        quota=QUOTA,
        heeft_concept=heeft_concept,
        spent_s=150,
        plan_min=20,
        open_acties=(Actie({"actie": "Ik leer", "wie": "kim"}),),
        botsingen=(Botsing("a.md", "hulpvraag", "geheim"),),
    )


def test_the_next_step_has_a_sign_and_below_it_what_each_member_gave(
    uit: Console, studiegroep: Groep, sessie_map: SessieMap
):
    pagina = list(regels(uit, studiegroep, stand_of(sessie_map), VANDAAG, str))
    nu = next(nummer for nummer, regel in enumerate(pagina) if regel.startswith("›"))
    assert [regel.strip() for regel in pagina[nu + 1 : nu + 4]] == [
        "Kim de Boer 1 van 2 vragen",
        "Tim 2 van 2 vragen ✓",
        "Mirthe 1 reflectie ✓",
    ]
    assert "Ronde 1: Mirthe" in pagina
    assert "Tijd  2 van 20 minuten" in pagina
    assert "  • Ik leer (Kim de Boer)" in pagina
    assert pagina[-1] == f"Nu: {sessie_map.stappen[0].plek.titel}. Typ: intervisie step"


def test_a_clash_is_named_and_what_it_says_is_not(
    uit: Console, studiegroep: Groep, sessie_map: SessieMap
):
    pagina = "\n".join(regels(uit, studiegroep, stand_of(sessie_map), VANDAAG, str))
    assert "Twee versies van hulpvraag in a.md." in pagina
    assert "geheim" not in pagina


def test_a_draft_and_a_file_that_is_gone_are_told_of(
    uit: Console, studiegroep: Groep, sessie_map: SessieMap
):
    eerste, *rest = sessie_map.stappen
    concept = regels(
        uit, studiegroep, stand_of(sessie_map, heeft_concept=True), VANDAAG, str
    )
    assert any(regel.endswith("concept bewaard") for regel in concept)
    zonder = sessie_map._replace(stappen=(eerste._replace(document=None), *rest))
    weg = list(
        regels(uit, studiegroep, stand_of(zonder, heeft_concept=True), VANDAAG, str)
    )
    assert any(
        "het bestand ontbreekt; typ: intervisie doctor" in regel for regel in weg
    )


def test_who_is_ready_fits_on_one_line(studiegroep: Groep):
    assert wie_is_klaar(studiegroep, QUOTA[:2]) == "Kim de Boer 1/2, Tim 2/2 ✓"


def test_for_programs_the_standing_has_the_steps_and_what_is_owed(
    sessie_map: SessieMap,
):
    gegeven = json(stand_of(sessie_map))
    assert gegeven["volgende"] == gegeven["stappen"][0]
    assert gegeven["klaar"] is False
    assert [stap["ronde"] for stap in gegeven["stappen"]][:2] == [None, 1]
    assert gegeven["quota"][0] == {
        "lid": "kim",
        "veld": "vragen",
        "aantal": 1,
        "nodig": 2,
    }
    assert gegeven["minuten"] == {"plan": 20, "besteed": 2}
    assert gegeven["conflicten"] == [
        {"bestand": "a.md", "pad": "hulpvraag", "waarde": "geheim"}
    ]
