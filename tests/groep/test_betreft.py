"""A finding is of somebody, about something, in a step of a sessie: said as people say it."""

from datetime import date
from typing import Any

import pytest

from intervisie_cli.checks.verslag.geval import Plaats
from intervisie_cli.groep import draaiboeken
from intervisie_cli.groep.betreft import betreft
from intervisie_cli.groep.controle import GelezenSessie
from intervisie_cli.model.bevinding import Betreft
from tests.checks.test_verslag import verslag
from tests.vragen.voorbeeld import VANDAAG

BOEK = draaiboeken.load(None, "lang")
ACTIES = [{"actie": "Ik bel", "wie": "kim"}, {"actie": "Ik lees"}]
VRAGEN = [{"lid": lid, "vraag": "Hoe?"} for lid in ("kim", "tim", "kim")]


def about(
    stap: str, data: dict[str, Any], *sleutels: str | int, vandaag: date = VANDAAG
) -> Betreft:
    """Of a finding at *sleutels* in a sessie in which *stap* holds *data*."""
    van = verslag(stap, data)
    [stap_verslag] = van.stappen
    pad = stap_verslag.bestand
    plekken = {"1-acclimatisering.md": stap_verslag.plek, pad: stap_verslag.plek}
    return betreft(
        GelezenSessie(van, {}, plekken, BOEK), Plaats(pad, sleutels), vandaag
    )


@pytest.mark.parametrize(
    ("stap", "data", "sleutels", "wie_en_wat"),
    [
        ("advisering", {"acties": ACTIES}, ("acties", 0, "actie"), ("Kim", "actie 1")),
        ("advisering", {"acties": ACTIES}, ("acties", 1, "tot"), ("Mirthe", "actie 2")),
        ("advisering", {"acties": ACTIES}, ("acties",), ("", "")),
        ("probleemverkenning", {"vragen": VRAGEN}, ("vragen", 1, "vraag"), ("Tim", "vraag 1")),
        ("probleemverkenning", {"vragen": VRAGEN}, ("vragen", 2, "vraag"), ("Kim", "vraag 2")),
        ("probleemverkenning", {"vragen": ["los"]}, ("vragen", 0), ("Mirthe", "vraag")),
        ("vraagintroductie", {}, ("hulpvraag",), ("Mirthe", "hulpvraag")),
        ("acclimatisering", {}, ("thema",), ("", "thema")),
        ("advisering", {}, ("notulen",), ("", "notulen")),
        ("advisering", {}, ("afgerond",), ("", "")),
        ("advisering", {}, ("stil", 0), ("", "")),
        ("advisering", {}, ("#", 7), ("", "")),
        ("advisering", {}, (), ("", "")),
    ],
)  # fmt: skip
def test_it_is_of_who_said_or_does_it_and_of_the_inbrenger_when_nobody_else(
    stap: str,
    data: dict[str, Any],
    sleutels: tuple[str | int, ...],
    wie_en_wat: tuple[str, str],
):
    gezegd = about(stap, data, *sleutels)
    assert (gezegd.wie, gezegd.wat) == wie_en_wat


def test_it_stands_under_its_step_and_its_sessie():
    gezegd = about("advisering", {}, "notulen")
    assert gezegd.sessie == "ma 23 november"
    assert gezegd.stap == "Advisering, ronde 1"
    assert gezegd.volgorde == 2
    later = about("advisering", {}, "notulen", vandaag=date(2027, 1, 1))
    assert later.sessie == "ma 23 november 2026"


def test_what_is_wrong_with_the_sessie_itself_is_of_no_step():
    van = verslag()
    gezegd = betreft(GelezenSessie(van, {}, {}, BOEK), Plaats(van.bestand), VANDAAG)
    assert gezegd == Betreft("ma 23 november")


def test_a_file_that_cannot_be_read_still_has_its_step():
    [stap] = verslag("evaluatie").stappen
    gelezen = GelezenSessie(verslag(), {}, {"6-evaluatie.md": stap.plek}, BOEK)
    gezegd = betreft(gelezen, Plaats("6-evaluatie.md"), VANDAAG)
    assert gezegd == Betreft("ma 23 november", "Evaluatie, ronde 1", volgorde=1)
