"""Every form in which findings and sessies can be asked for writes something sensible."""

import io
import json
from collections.abc import Callable

import pytest

from intervisie_cli.checks.oordeel import beoordeel_actie, beoordeel_vraag
from intervisie_cli.flows.sessie.inzage import Inzage
from intervisie_cli.flows.sessie.status import Stand
from intervisie_cli.groep.sessies import SessieMap
from intervisie_cli.model.bevinding import (
    FOUT,
    HINT,
    LET_OP,
    Betreft,
    Bevinding,
    Resultaat,
    Vindplaats,
)
from intervisie_cli.model.sessie import Groep
from intervisie_cli.tonen.register import CHECK, SESSIE, check_vorm, sessie_vorm
from intervisie_cli.ui.console import Console
from intervisie_cli.vragen.soorten.soort import Gids
from tests.tonen.conftest import VANDAAG

FOUND = Resultaat(
    Vindplaats("a.md", 7, 3, 9),
    "Ik doe mijn best.",
    Bevinding("smart-vaag", FOUT, "Dit is vaag: 100%.", "Noem een dag.", 0, 6),
    betreft=Betreft(
        "ma 23 november · rust", "Advisering, ronde 1", "Bram", "actie 2", 3
    ),
)
SILENCED = Resultaat(
    Vindplaats("b.md", 2),
    "Kim zegt dit.",
    Bevinding("privacy-naam", HINT, "Een naam.", "", 0, 3),
    "dat mag",
)


def _tekst(gezegd: str) -> None:
    assert gezegd.splitlines() == [
        "ma 23 november · rust",
        "  Advisering, ronde 1",
        "    Bram · actie 2 · dit is vaag: 100%",
        "      Noem een dag.",
        "",
        "1 fout, 1 bewust zo gelaten in 2 sessies. Meer zien? intervisie check",
        "--uitgebreid",
    ]


def _uitgebreid(gezegd: str) -> None:
    assert "fout: Dit is vaag: 100%." in gezegd
    assert "  smart-vaag · a.md:7:3" in gezegd
    assert "Een naam." not in gezegd
    assert gezegd.endswith("1 fout, 1 bewust zo gelaten in 2 sessies.\n")


def _json(gezegd: str) -> None:
    vaag, naam = json.loads(gezegd)["bevindingen"]
    assert (vaag["bestand"], vaag["regelnummer"], vaag["stil"]) == ("a.md", 7, None)
    assert naam["stil"] == "dat mag"


def _sarif(gezegd: str) -> None:
    [run] = json.loads(gezegd)["runs"]
    vaag, naam = run["results"]
    [place] = vaag["locations"]
    assert place["physicalLocation"]["region"] == {
        "startLine": 7,
        "startColumn": 3,
        "endColumn": 9,
    }
    assert naam["suppressions"] == [{"kind": "inSource", "justification": "dat mag"}]
    namen = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert namen[vaag["ruleIndex"]] == "smart-vaag"


def _github(gezegd: str) -> None:
    assert gezegd == (
        "::error file=a.md,line=7,title=smart-vaag,col=3,endColumn=9"
        "::Dit is vaag: 100%25. Noem een dag.\n"
    )


OF_RECORDS = {
    "tekst": _tekst,
    "uitgebreid": _uitgebreid,
    "json": _json,
    "sarif": _sarif,
    "github": _github,
}


def test_each_form_is_tried_here():
    assert OF_RECORDS.keys() == CHECK.keys()
    assert set(SESSIE) == {"tekst", "json"}


@pytest.mark.parametrize(("vorm", "look"), OF_RECORDS.items())
def test_findings_in_records(
    uit: Console, out: io.StringIO, vorm: str, look: Callable[[str], None]
):
    check_vorm(vorm).sessies(uit, [FOUND, SILENCED], 2)
    look(out.getvalue())


@pytest.mark.parametrize("vorm", ["tekst", "uitgebreid"])
def test_what_was_kept_on_purpose_is_listed_with_its_reason_when_asked_for(
    uit: Console, out: io.StringIO, vorm: str
):
    door_coach = SILENCED._replace(reden="bewust zo gelaten bij het opschrijven")
    gevraagd = [
        stil._replace(is_gevraagd=True) for stil in (FOUND, SILENCED, door_coach)
    ]
    check_vorm(vorm).sessies(uit, gevraagd, 1)
    gezegd = out.getvalue()
    assert gezegd.casefold().count("een naam") == 2
    assert "Bewust zo gelaten: dat mag" in gezegd
    assert "Bewust zo gelaten bij het opschrijven." in gezegd
    assert "1 fout, 2 bewust zo gelaten in 1 sessie." in gezegd


def test_when_all_was_kept_on_purpose_the_last_line_says_how_to_see_it(
    uit: Console, out: io.StringIO
):
    check_vorm("tekst").sessies(uit, [SILENCED], 1)
    gezegd = " ".join(out.getvalue().split())
    assert "1 bewust zo gelaten in 1 sessie." in gezegd
    assert gezegd.endswith("intervisie check --ernst hint")
    assert "Een naam" not in gezegd


@pytest.mark.parametrize("vorm", ["json", "sarif", "github"])
def test_a_form_for_programs_holds_no_text_of_a_record(
    uit: Console, out: io.StringIO, vorm: str
):
    check_vorm(vorm).sessies(uit, [FOUND, SILENCED], 2)
    assert "mijn best" not in out.getvalue()
    assert "Kim zegt" not in out.getvalue()


def test_steps_stand_in_their_order_below_the_sessie_and_the_settings_apart(
    uit: Console, out: io.StringIO
):
    def found(betreft: Betreft, pad: str, bericht: str) -> Resultaat:
        bevinding = Bevinding("verslag-iets", LET_OP, bericht, "", 0, 0)
        return Resultaat(Vindplaats(pad, 1), "", bevinding, betreft=betreft)

    def in_sessie(stap: str, volgorde: int, pad: str, bericht: str) -> Resultaat:
        return found(Betreft("ma 23 november", stap, "", "", volgorde), pad, bericht)

    check_vorm("tekst").sessies(
        uit,
        [
            found(Betreft("Instellingen van de groep"), "groep.yaml", "Dat kan niet."),
            in_sessie("Evaluatie", 4, "s/4.md", "4.md is niet te lezen."),
            in_sessie("", 0, "s/sessie.yaml", "Wie is dat?"),
            in_sessie("Advisering", 3, "s/3.md", "Te veel."),
        ],
        1,
    )
    assert out.getvalue().splitlines()[:-1] == [
        "Instellingen van de groep",
        "  dat kan niet",
        "",
        "ma 23 november",
        "  wie is dat?",
        "  Advisering",
        "    te veel",
        "  Evaluatie",
        "    4.md is niet te lezen",
        "",
    ]


@pytest.mark.parametrize("vorm", CHECK)
def test_findings_in_texts_name_the_rule_but_not_to_people(
    uit: Console, out: io.StringIO, vorm: str
):
    vraag = beoordeel_vraag("Ben je moe?")
    [bevinding] = vraag.bevindingen
    check_vorm(vorm).teksten(uit, [vraag], is_stroom=True)
    assert "past" in out.getvalue()
    assert (bevinding.regel in out.getvalue()) is (vorm != "tekst")


def test_a_stream_is_numbered_and_one_text_is_not(uit: Console, out: io.StringIO):
    actie = beoordeel_actie(
        "Ik lees morgen om 9 uur hoofdstuk 3 van statistiek.", VANDAAG
    )
    check_vorm("tekst").teksten(uit, [actie, actie], is_stroom=True)
    check_vorm("tekst").teksten(uit, [actie], is_stroom=False)
    koppen = [
        regel
        for regel in out.getvalue().splitlines()
        if "S " in regel and "T " in regel
    ]
    assert koppen == [f"regel 1: {koppen[2]}", f"regel 2: {koppen[2]}", koppen[2]]
    assert "T ✓" in koppen[2]
    assert "A ?" in koppen[2], "nobody was asked"


def test_for_programs_each_text_of_a_stream_is_a_line_of_its_own(
    uit: Console, out: io.StringIO
):
    oordelen = [
        beoordeel_actie("Ik lees morgen een hoofdstuk.", VANDAAG),
        beoordeel_vraag("Hoe?"),
    ]
    check_vorm("json").teksten(uit, oordelen, is_stroom=True)
    actie, vraag = map(json.loads, out.getvalue().splitlines())
    assert actie["tot"] == "2026-11-24"
    assert actie["ritme"] is None
    assert vraag["soort"] == oordelen[1].soort


@pytest.mark.parametrize(
    ("aantal", "slot"),
    [
        (1, "Niets gevonden in 1 sessie. Mooi!\n"),
        (3, "Niets gevonden in 3 sessies. Mooi!\n"),
    ],
)
def test_nothing_found_is_said(uit: Console, out: io.StringIO, aantal: int, slot: str):
    check_vorm("tekst").sessies(uit, [], aantal)
    assert out.getvalue() == slot


@pytest.fixture
def inzage(sessie_map: SessieMap) -> Inzage:
    stand = Stand(
        sessie_map,
        quota=(),
        heeft_concept=False,
        spent_s=0,
        plan_min=20,
        open_acties=(),
    )
    return Inzage(stand)


@pytest.fixture
def gids(studiegroep: Groep) -> Gids:
    return Gids(studiegroep, VANDAAG, lambda _: "–")


def test_a_sessie_that_nobody_began_says_so(
    uit: Console, out: io.StringIO, gids: Gids, inzage: Inzage
):
    sessie_vorm("tekst").toon(uit, gids, inzage)
    regels = out.getvalue().splitlines()
    assert regels[0].endswith(" · ma 23 november · rust")
    assert regels[1:] == [
        "Deelnemers  Mirthe, Kim de Boer, Tim",
        "Begeleider  Tim",
        "In deze sessie is nog niets vastgelegd. Typ: intervisie step",
    ]


def test_for_programs_a_sessie_has_what_each_step_holds(
    uit: Console, out: io.StringIO, gids: Gids, inzage: Inzage
):
    sessie_vorm("json").toon(uit, gids, inzage)
    stappen = json.loads(out.getvalue())["stappen"]
    assert len(stappen) == len(inzage.stand.sessie_map.stappen)
    assert [stap["notulen"] for stap in stappen] == [""] * len(stappen)
    assert all(stap["gegevens"]["stap"] == stap["stap"] for stap in stappen)
