"""The page of `new`: who does what, and how it fits in time."""

from datetime import datetime

from intervisie_cli.flows.sessie.new import Voorbereid
from intervisie_cli.flows.terugblik.acties import Acties
from intervisie_cli.groep.sessies import SessieMap
from intervisie_cli.index.opzoeken import ActieTreffer
from intervisie_cli.model.sessie import Groep
from intervisie_cli.tonen.tijdplan import regels
from intervisie_cli.ui.console import Console
from intervisie_cli.vragen.tijdplan import Tijdplan
from tests.tonen.conftest import FOLDER, VANDAAG

GEEN = Acties((), 0, {})


def prepared(sessie_map: SessieMap, eind: datetime | None = None) -> Voorbereid:
    plekken = tuple(stap.plek for stap in sessie_map.stappen)
    plan = Tijdplan(tuple((plek, 4) for plek in plekken), 20, eind, ("Het past niet.",))
    return Voorbereid(sessie_map.sessie, sessie_map.draaiboek, plekken, plan)


def test_the_page_names_roles_needs_steps_and_what_does_not_fit(
    uit: Console, studiegroep: Groep, sessie_map: SessieMap
):
    eind = datetime.fromisoformat("2026-11-23T20:05")
    pagina = list(regels(uit, studiegroep, prepared(sessie_map, eind), GEEN, VANDAAG))
    assert "Begeleider  Tim" in pagina
    assert f"  [ ] {sessie_map.draaiboek.benodigdheden[0]}" in pagina
    assert pagina.count("  Ronde 1: Mirthe") == 1
    assert f"  {'Samen':<24} 20 min, klaar om 20:05 als je nu begint" in pagina
    assert pagina[-1] == "Let op: Het past niet."


def test_the_page_says_once_who_has_a_role(
    uit: Console, studiegroep: Groep, sessie_map: SessieMap
):
    sessie = sessie_map.sessie._replace(
        begeleider="", begeleider_naam="Els", notulist="kim"
    )
    voorbereid = prepared(sessie_map._replace(sessie=sessie))
    pagina = list(regels(uit, studiegroep, voorbereid, GEEN, VANDAAG))
    rollen = [regel for regel in pagina if regel.startswith(("Begeleider", "Notul"))]
    assert rollen == [
        "Begeleider  Els (van buiten de groep)",
        "Notulist    Kim de Boer",
    ]


def test_a_private_sessie_says_what_that_promises(
    uit: Console, studiegroep: Groep, sessie_map: SessieMap
):
    prive = sessie_map._replace(sessie=sessie_map.sessie._replace(is_prive=True))
    belofte = "Privé       wat hier gezegd wordt, komt later niet terug als voorbeeld"
    assert belofte in list(regels(uit, studiegroep, prepared(prive), GEEN, VANDAAG))
    assert belofte not in list(
        regels(uit, studiegroep, prepared(sessie_map), GEEN, VANDAAG)
    )


def test_open_acties_come_before_the_plan_and_the_rest_is_counted(
    uit: Console, studiegroep: Groep, sessie_map: SessieMap
):
    treffer = ActieTreffer(
        {"id": "abcdef", "actie": "Ik leer"}, "kim", "a.md", FOLDER, "2026-11-16"
    )
    acties = Acties((treffer,), 3, {"abcdef": "abcd"})
    pagina = list(regels(uit, studiegroep, prepared(sessie_map), acties, VANDAAG))
    kop = pagina.index("Open acties, voor de terugblik")
    assert pagina[kop + 1 : kop + 3] == [
        "  abcd  Kim de Boer: Ik leer",
        "  en nog 2; kijk met: intervisie actie",
    ]
    assert kop < pagina.index("Tijdplan")


def test_more_people_than_the_draaiboek_is_for_is_a_warning(
    uit: Console, studiegroep: Groep, sessie_map: SessieMap
):
    hoogstens = sessie_map.draaiboek.leden_max
    velen = tuple(f"lid{nummer}" for nummer in range(hoogstens + 1))
    vol = sessie_map._replace(sessie=sessie_map.sessie._replace(deelnemers=velen))
    pagina = list(regels(uit, studiegroep, prepared(vol), GEEN, VANDAAG))
    assert f"Let op: Dit draaiboek is voor hoogstens {hoogstens} deelnemers." in pagina
