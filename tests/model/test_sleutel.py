"""Keys of answers: their text on disk, and what they have to do with each other."""

import pytest

from intervisie_cli.model.draaiboek import Veld
from intervisie_cli.model.sleutel import (
    GEKOZEN,
    GROEP,
    KEUZE,
    KLEINER,
    NOG,
    TERUG,
    VOLGORDE,
    Sleutel,
    lees,
    veld_van,
)
from tests.vragen.voorbeeld import context

VERKENNING = context("lang", "probleemverkenning").stap
ADVISERING = context("lang", "advisering").stap
BEGIN = context("lang", "acclimatisering").stap
VRAAG = Sleutel("vragen", "kim", 0, deel="vraag")
ACTIE = Sleutel("acties", GROEP, 1, deel="actie")


@pytest.mark.parametrize(
    ("sleutel", "tekst"),
    [
        (Sleutel("hulpvraag"), "hulpvraag"),
        (VRAAG, "vragen/kim/0/vraag"),
        (Sleutel("vragen", deel=NOG), "vragen/nog"),
        (Sleutel("vragen", "kim", deel=NOG), "vragen/kim/nog"),
        (Sleutel("vragen", deel=VOLGORDE), "vragen/volgorde"),
        (ACTIE.bij_coach(KEUZE), "acties/-/1/actie/coach/keuze"),
        (ACTIE.bij_coach(GEKOZEN), "acties/-/1/actie/coach"),
        (ACTIE.item.met("tot").bij_coach(TERUG), "acties/-/1/tot/terug"),
        (ACTIE.bij_coach(KLEINER), "acties/-/1/actie/coach/kleiner"),
        (ACTIE.item.met("haalbaar", "tim"), "acties/-/1/haalbaar/tim"),
        (Sleutel("acties", deel="haalbaar"), "acties/haalbaar"),
        (Sleutel("acties", "kim", deel="haalbaar"), "acties/kim/haalbaar"),
        (Sleutel("toestemming", deel="akkoord"), "toestemming/akkoord"),
        (Sleutel("terugblik", deel="status"), "terugblik/status"),
        (Sleutel("terugblik", bron="a1a1", deel="status"), "terugblik/a1a1/status"),
    ],
)
def test_a_draft_keeps_a_key_as_the_words_on_the_way_to_it(
    sleutel: Sleutel, tekst: str
):
    assert str(sleutel) == tekst
    gelezen = [lees(tekst, stap) for stap in (VERKENNING, ADVISERING, BEGIN)]
    assert sleutel in gelezen or sleutel == Sleutel("hulpvraag")


@pytest.mark.parametrize(
    "tekst",
    [
        "vragen/kim/01/vraag",
        "vragen/kim/x/vraag",
        "vragen/kim/0/vraag/coach/X",
        "oud/kim",
        "",
        "/",
    ],
)
def test_a_text_that_is_of_no_question_is_kept_whole_as_a_field(tekst: str):
    assert lees(tekst, VERKENNING) == Sleutel(tekst)


def test_only_what_members_answer_each_has_a_member_in_its_key():
    assert lees("thema/kim", BEGIN) == Sleutel("thema/kim")
    assert lees("vragen/kim/0/vraag/tim", VERKENNING) == Sleutel(
        "vragen/kim/0/vraag/tim"
    )
    assert lees("acties/-/0/haalbaar/tim", ADVISERING).van == "tim"


def test_a_member_may_be_called_as_what_the_program_asks():
    item = Sleutel("vragen", "coach", 0, deel="vraag")
    assert lees("vragen/coach/0/vraag", VERKENNING) == item
    assert lees("vragen/nog/nog", VERKENNING) == Sleutel("vragen", "nog", deel=NOG)
    assert lees("vragen/nog/2/vraag", VERKENNING).nummer == 2
    assert lees("acties/-/0/haalbaar/coach", ADVISERING).van == "coach"


def test_what_the_coach_asks_hangs_on_the_answer_and_the_answer_on_its_item():
    gevraagd = ACTIE.bij_coach("S")
    assert gevraagd.antwoord == ACTIE
    assert gevraagd.item == ACTIE.item == Sleutel("acties", GROEP, 1)
    assert ACTIE.item.met("actie") == ACTIE


def test_a_key_leads_to_the_field_or_the_part_that_it_answers():
    def naam(veld: Veld | None) -> str:
        assert veld
        return veld.naam

    assert naam(veld_van(Sleutel("vragen"), VERKENNING)) == "vragen"
    assert naam(veld_van(VRAAG, VERKENNING)) == "vraag"
    assert naam(veld_van(ACTIE.bij_coach("T"), ADVISERING)) == "actie"


def test_a_key_of_another_step_or_of_no_part_leads_nowhere():
    assert veld_van(VRAAG, BEGIN) is None
    assert veld_van(Sleutel("vragen", deel=NOG), VERKENNING) is None
