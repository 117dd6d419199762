"""The kinds of field: each asks, checks, writes, reads back and shows a value of its own."""

from typing import Any

import pytest

from intervisie_cli.model.draaiboek import Stap, Veld
from intervisie_cli.model.sleutel import Sleutel
from intervisie_cli.vragen.invulling import Invulling
from intervisie_cli.vragen.soorten.enkel import ENKEL
from intervisie_cli.vragen.soorten.register import SOORTEN, in_woorden, vorm_van
from intervisie_cli.vragen.soorten.soort import AndermansAntwoord, Gids
from tests.vragen.voorbeeld import GROEP, VANDAAG, check, in_context

GIDS = Gids(GROEP, VANDAAG, lambda id_: f"actie {id_}")
ACTIES = ({"id": "a1a1", "actie": "Bellen"},)
# A field of each kind that holds one value, and a value of it as it is kept.
GOOD: dict[str, Any] = {
    "tekst": "Rust: 5 # 6",
    "lang": "Een regel.\n\n- en nog een: #2",
    "datum": "2026-12-01",
    "aantal": 9,
    "ja-nee": True,
    "keuze": "soms",
    "lid": "kim",
    "doeners": ["kim", "tim"],
}


def field(soort: str, **rest: Any) -> Veld:
    return Veld("veld", soort, "Wat?", keuzes=("vaak", "soms"), **rest)


def asked(veld: Veld, **rest: Any) -> Any:
    """A context of a step of a ronde that asks *veld* alone."""
    stap = Stap(
        "s", 1, "S", "", "", "", (), (), None, (veld,), "", "ronde", optioneel=False
    )
    return in_context(stap, **rest)


def test_each_kind_that_holds_one_value_is_tried_here():
    assert set(GOOD) == set(ENKEL)


@pytest.mark.parametrize("soort", GOOD)
def test_a_value_that_was_kept_is_checked_as_it_is(soort: str):
    assert check(asked(field(soort)), {"veld": GOOD[soort]}) == (
        {"veld": GOOD[soort]},
        [],
    )


@pytest.mark.parametrize("soort", GOOD)
def test_a_value_that_was_kept_gives_its_answer_and_the_answer_gives_it_back(
    soort: str,
):
    veld, van = field(soort), asked(field(soort))
    antwoorden = SOORTEN[soort].antwoorden(veld, van, GOOD[soort])
    assert SOORTEN[soort].data(veld, Invulling(van, antwoorden)) == GOOD[soort]


@pytest.mark.parametrize("soort", GOOD)
def test_what_a_form_says_of_a_value_that_was_kept_is_read_as_that_value(soort: str):
    veld, van = field(soort), asked(field(soort))
    tekst = SOORTEN[soort].schrijf(veld, GOOD[soort], van)
    assert SOORTEN[soort].lees(veld, tekst, van) == GOOD[soort]


@pytest.mark.parametrize("soort", GOOD)
def test_a_value_that_is_owed_and_not_there_is_a_fault(soort: str):
    data, fouten = check(asked(field(soort, verplicht=True)), {"veld": ""})
    assert (data, fouten) == ({}, ["veld: dit antwoord ontbreekt"])
    assert check(asked(field(soort)), {"veld": ""}) == ({}, [])


@pytest.mark.parametrize(
    ("soort", "odd", "fout"),
    [
        ("tekst", True, "veld: moet tekst zijn"),
        ("tekst", "a\nb", "veld: het antwoord moet op één regel"),
        ("lang", ["a"], "veld: moet tekst zijn"),
        (
            "datum",
            "31 februari",
            "veld: moet een datum zijn die bestaat, zoals 1 december",
        ),
        ("aantal", "1000", "veld: moet een getal zijn, van 0 tot 999"),
        ("ja-nee", "misschien", "veld: moet ja of nee zijn"),
        ("keuze", "nooit", "veld: kan alleen zijn: vaak, soms"),
        ("lid", "ans", "veld: 'ans' doet niet mee aan deze sessie"),
        ("lid", "Geheim", "veld: doet niet mee aan deze sessie"),
    ],
)
def test_a_fault_names_the_place_and_not_the_text(soort: str, odd: Any, fout: str):
    assert check(asked(field(soort)), {"veld": odd})[1] == [fout]


@pytest.mark.parametrize(
    ("soort", "getypt", "kept"),
    [
        ("datum", "1 december", "2026-12-01"),
        ("aantal", "9 keer", "9"),
        ("tekst", "9 keer", "9 keer"),
    ],
)
def test_what_people_type_is_kept_in_one_way(soort: str, getypt: str, kept: str):
    assert SOORTEN[soort].bezwaar(getypt, VANDAAG) == ""
    assert SOORTEN[soort].uit_getypt(getypt, VANDAAG) == kept


@pytest.mark.parametrize("getypt", ["n", "Nee"])
def test_a_no_to_a_day_that_may_be_left_out_leaves_it_out(getypt: str):
    soort = SOORTEN["datum"]
    assert soort.bezwaar(getypt, VANDAAG, mag_leeg=True) == ""
    assert soort.uit_getypt(getypt, VANDAAG) == ""
    assert soort.bezwaar(getypt, VANDAAG).startswith("Schrijf een datum")


@pytest.mark.parametrize("getypt", ["samen", "Wij", "iedereen", "kim en samen"])
def test_all_together_is_one_word(getypt: str):
    veld = field("doeners")
    assert SOORTEN["doeners"].lees(veld, getypt, asked(veld)) == "samen"


@pytest.mark.parametrize("soort", ["datum", "aantal"])
def test_who_types_something_else_hears_what_can_be_and_whether_nothing_can(soort: str):
    for mag_leeg in (True, False):
        reden = SOORTEN[soort].bezwaar("los", VANDAAG, mag_leeg=mag_leeg)
        assert reden.startswith("Schrijf een ")
        assert reden.endswith("Leeg mag ook.") is mag_leeg


@pytest.mark.parametrize(
    ("soort", "vorm"),
    [("tekst", "typen"), ("datum", "typen"), ("lang", "schrijven"), ("lid", "kiezen")],
)
def test_a_prompt_puts_each_kind_in_the_way_that_fits_its_value(soort: str, vorm: str):
    vraag = SOORTEN[soort].vraag(field(soort), Sleutel("veld"), asked(field(soort)))
    assert vorm_van(vraag) == vorm
    assert bool(vraag.keuzes) is (vorm == "kiezen")


@pytest.mark.parametrize(
    ("soort", "waarde", "woorden"),
    [
        ("ja-nee", False, "nee"), ("lid", "ans", "Ans de Wit"), ("inbrenger", "mirthe", "Mirthe"),
        ("leden", ["kim", "tim"], "Kim, Tim"), ("actie", "a1a1", "actie a1a1"), ("aantal", 9, "9"),
        ("tekst", True, "ja"), ("datum", ["kim", 5], "Kim"),
        ("datum", "2026-12-07", "ma 7 december"),
    ],
)  # fmt: skip
def test_a_value_is_shown_as_people_say_it_also_one_of_another_kind(
    soort: str, waarde: Any, woorden: str
):
    assert in_woorden(field(soort), waarde, GIDS) == woorden


def test_who_said_what_is_shown_together():
    haalbaar = Veld(
        "haalbaar", "lijst", wie="ieder_lid", onderdelen=(Veld("akkoord", "ja-nee"),)
    )
    gezegd = [{"lid": "kim", "akkoord": True}, {"lid": "tim", "akkoord": False},
              {"lid": "mirthe", "akkoord": True}]  # fmt: skip
    assert in_woorden(haalbaar, gezegd, GIDS) == "ja: Kim, Mirthe; nee: Tim"


def test_a_ronde_goes_on_with_an_open_actie_or_with_the_one_that_it_went_on_with():
    van = asked(field("actie"), open_acties=ACTIES)
    assert check(van, {"veld": "a1a1"}) == ({"veld": "a1a1"}, [])
    assert check(van, {"veld": "b2b2"})[1] == [
        "veld: die actie staat niet open bij de inbrenger"
    ]
    assert check(van, {"veld": "b2b2"}, {"veld": "b2b2"}) == ({"veld": "b2b2"}, [])


def test_the_inbrenger_is_the_one_of_the_ronde_and_is_not_asked():
    van = asked(field("inbrenger"))
    assert check(van, {}) == ({"veld": "mirthe"}, [])
    assert check(van, {"veld": "kim"})[1] == ["veld: dat is in deze ronde mirthe"]
    assert not SOORTEN["inbrenger"].is_gevraagd(field("inbrenger"), van)


def test_it_is_to_be_clear_to_all_but_the_inbrenger():
    veld = field("leden", wie="ieder_lid", verplicht=True)
    assert check(asked(veld), {"veld": ["kim"]})[1] == ["veld: nog niet van Tim"]
    assert check(asked(veld), {"veld": ["kim", "tim"]}) == (
        {"veld": ["kim", "tim"]},
        [],
    )


def test_a_member_says_yes_for_themselves_alone():
    veld = field("leden", wie="ieder_lid")
    van = asked(veld)._replace(als="kim")
    assert SOORTEN["leden"].naast(veld, van, ["tim"], ["kim", "mirthe"]) == [
        "tim",
        "kim",
    ]


def test_a_member_does_not_answer_for_the_group():
    van = asked(field("tekst"))._replace(als="kim")
    with pytest.raises(AndermansAntwoord):
        SOORTEN["tekst"].naast(field("tekst"), van, None, "iets")
