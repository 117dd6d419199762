"""The questions of a step: which, of whom, in which order, and with what beside them."""

from typing import Any

import pytest

from intervisie_cli.model.context import Context
from intervisie_cli.model.sleutel import GROEP, TERUG
from intervisie_cli.model.vraag import Antwoorden, Vraag
from intervisie_cli.vragen.invulling import VAN_SLAAT_OVER
from intervisie_cli.vragen.lines.order_line import OrderLine
from intervisie_cli.vragen.opbouw import naar_antwoorden, naar_data
from intervisie_cli.vragen.script import VAN_DOEN, VAN_NOTULEN, VAN_REDEN, vragen
from tests.vragen.voorbeeld import (
    STEPS,
    Answers,
    check,
    context,
    drive,
    key,
    keyed,
    now,
    open_question,
    plainly,
    refused,
    sessie,
    typed,
)

OPEN = ({"id": "a1a1", "actie": "Bellen"}, {"id": "b2b2", "actie": "Lezen"})
AFSPRAKEN = ({"id": "c3c3", "afspraak": "Stil zijn"},)


def keys(gesteld: list[Vraag]) -> list[str]:
    return [str(vraag.sleutel) for vraag in gesteld]


def test_the_questions_of_the_exploration_come_member_by_member_then_answers_in_the_chosen_order():
    van = context("lang", "probleemverkenning")
    order = ["vragen/tim/1", "vragen/kim/0", "vragen/tim/0", "vragen/kim/1"]
    antwoorden, gesteld = drive(
        van,
        lambda vraag: (
            "4 1 3 2" if isinstance(vraag.lijn, OrderLine) else plainly(vraag)
        ),
    )
    assert keys(gesteld) == [
        "vragen/kim/0/vraag", "vragen/kim/1/vraag", "vragen/tim/0/vraag", "vragen/tim/1/vraag",
        "vragen/volgorde",
        *(f"{sleutel}/antwoord" for sleutel in order), "vragen/past",
    ]  # fmt: skip
    assert [item["vraag"] for item in naar_data(van, antwoorden)["vragen"]] == [
        open_question(f"{sleutel}/vraag") for sleutel in order
    ]


def test_the_quota_is_told_with_each_question():
    _, gesteld = drive(context("lang", "probleemverkenning"), plainly)
    assert [(vraag.aan, vraag.tekst) for vraag in gesteld[:4]] == [
        ("Kim", "vraag 1 van 2"), ("Kim", "vraag 2 van 2"),
        ("Tim", "vraag 1 van 2"), ("Tim", "vraag 2 van 2"),
    ]  # fmt: skip
    assert gesteld[5].aan == "Mirthe"
    assert gesteld[5].kop == f"Kim: {open_question('vragen/kim/0/vraag')}"


def test_what_a_list_is_about_is_said_with_each_of_its_lines():
    van = context("lang", "probleemverkenning")
    _, gesteld = drive(van, plainly)
    veld = van.stap.velden[0]
    assert {vraag.inleiding for vraag in gesteld[:4]} == {veld.vraag}
    assert {vraag.namen for vraag in gesteld[:4]} == {("Kim", "Tim")}


def test_when_nobody_owes_anything_one_line_takes_what_is_left_and_an_empty_one_ends_it():
    more = iter(["Nog een.", ""])
    van = context("lang", "probleemdefinitie")
    _, gesteld = drive(
        van, lambda vraag: next(more) if vraag.ends_list else plainly(vraag)
    )
    assert [(str(v.sleutel), v.aan, v.tekst) for v in gesteld[:4]] == [
        ("definities/kim/0/definitie", "Kim", "definitie"),
        ("definities/tim/0/definitie", "Tim", "definitie"),
        ("definities/kim/1/definitie", "Kim", "nog een definitie"),
        # The turn goes to who gave least.
        ("definities/tim/1/definitie", "Tim", "nog een definitie"),
    ]
    assert [v.verplicht for v in gesteld[:4]] == [True, True, False, False]
    assert [v.leeg for v in gesteld[2:4]] == ["Enter = niemand meer"] * 2
    assert str(gesteld[4].sleutel) == "herformulering"


def test_where_each_can_give_no_more_than_they_owe_nothing_more_is_asked():
    for stap in ("probleemverkenning", "evaluatie"):
        _, gesteld = drive(context("lang", stap), plainly)
        namen = [str(vraag.sleutel) for vraag in gesteld if vraag.ends_list]
        assert [naam for naam in namen if not naam.startswith("afspraken/")] == []


def test_who_gives_nothing_more_is_asked_for_no_line_and_no_yes():
    van = context("lang", "probleemdefinitie")
    eerst = {VAN_SLAAT_OVER: "kim"}
    assert now(van, eerst).aan == "Tim"
    antwoorden = typed(van, eerst, "Iets.", "", "Hoe?")
    assert [str(sleutel) for sleutel in now(van, antwoorden).vult] == [
        "duidelijk_voor/mirthe", "duidelijk_voor/tim",
    ]  # fmt: skip
    data, fouten = check(van, naar_data(van, typed(van, antwoorden, "a")))
    assert (data["slaat_over"], fouten) == (["kim"], [])
    # Somebody else can still say it for them.
    assert refused(van, eerst, "kim: Toch iets.") == ""


def test_in_the_short_draaiboek_each_question_is_answered_before_the_next():
    van = context("kort", "hulpvraag-definieren")
    wanted = iter(["Wat is er?", "Hoe kan dat?", "Waar dan?", ""])
    _, gesteld = drive(
        van, lambda vraag: next(wanted) if vraag.ends_list else plainly(vraag)
    )
    assert keys(gesteld) == [
        "hulpvraag", "toelichting",
        "vragen/kim/0/vraag", "vragen/kim/0/antwoord",
        "vragen/tim/0/vraag", "vragen/tim/0/antwoord",
        "vragen/kim/1/vraag", "vragen/kim/1/antwoord",
        "vragen/tim/1/vraag", "herformulering",
    ]  # fmt: skip


@pytest.mark.parametrize(("boek", "stap"), STEPS)
def test_the_inbrenger_never_asks_or_advises_on_their_own_hulpvraag(
    boek: str, stap: str
):
    _, gesteld = drive(context(boek, stap), plainly)
    own = [
        v
        for v in gesteld
        if str(v.sleutel).startswith(
            ("vragen/mirthe", "adviezen/mirthe", "definities/mirthe")
        )
    ]
    assert own == []
    for vraag in gesteld:
        if str(vraag.sleutel).startswith(("vragen/", "adviezen/")) and str(
            vraag.sleutel
        ).endswith(("/vraag", "/advies")):
            assert vraag.aan in ("Kim", "Tim")


@pytest.mark.parametrize(("boek", "stap"), STEPS)
def test_plain_answers_to_all_questions_make_data_without_a_fault(boek: str, stap: str):
    van = context(
        boek, stap, zijn_nieuw=True, open_acties=({"id": "a1a1", "actie": "Bellen"},)
    )
    antwoorden, _ = drive(van, plainly)
    data, fouten = check(van, naar_data(van, antwoorden))
    assert fouten == []
    again = naar_data(van, naar_antwoorden(van, data, ""))
    assert {naam: waarde for naam, waarde in again.items() if waarde not in ([], "", None)} == {
        "stap": stap, **{naam: waarde for naam, waarde in data.items() if naam != "inbrenger"}
    }  # fmt: skip


@pytest.mark.parametrize(("boek", "stap"), STEPS)
def test_a_recorded_step_that_is_opened_again_leaves_no_question_open(
    boek: str, stap: str
):
    van = context(boek, stap, zijn_nieuw=True, open_acties=OPEN, afspraken=AFSPRAKEN)
    antwoorden, _ = drive(van, plainly)
    data, _ = check(van, naar_data(van, antwoorden))
    if data.get("status") == "overgeslagen":
        return
    opnieuw = naar_antwoorden(van, data, "")
    assert not any(vraag.is_open(opnieuw) for vraag in vragen(van, opnieuw))


def test_an_introduction_is_asked_only_of_strangers():
    for boek in ("kort", "lang"):
        for zijn_nieuw in (True, False):
            _, gesteld = drive(
                context(boek, "acclimatisering", zijn_nieuw=zijn_nieuw), plainly
            )
            assert ("kennismaking" in keys(gesteld)) is zijn_nieuw


def with_recording(van: Context, consent: str) -> tuple[Antwoorden, list[Vraag]]:
    """What is asked of a group that wants a recording, and says *consent* to it."""
    begin = {key(van, "opname").bij_coach(TERUG): True}

    def kies(vraag: Vraag) -> Any:
        if str(vraag.sleutel) == "toestemming/akkoord":
            return consent
        return str(vraag.sleutel) == "opname" or plainly(vraag)

    return drive(van, kies, begin)


def test_a_recording_is_asked_about_only_when_somebody_wants_one():
    for boek in ("kort", "lang"):
        van = context(boek, "acclimatisering")
        _, zonder = drive(van, plainly)
        assert not {"opname", "toestemming/akkoord"} & set(keys(zonder))
        _, met = with_recording(van, "a")
        assert keys(met)[1:3] == ["opname", "toestemming/akkoord"]


def test_consent_is_asked_of_every_member_at_once_and_given_by_a_word():
    van = context("kort", "acclimatisering")
    antwoorden, gesteld = with_recording(van, "a")
    (toestemming,) = [v for v in gesteld if v.sleutel.veld == "toestemming"]
    assert [str(sleutel) for sleutel in toestemming.vult] == [
        f"toestemming/{lid}/0/akkoord" for lid in ("mirthe", "kim", "tim")
    ]
    assert toestemming.lijn
    assert toestemming.lijn.bezwaar("")
    assert toestemming.lijn.bezwaar("-")
    data, fouten = check(van, naar_data(van, antwoorden))
    assert [item["akkoord"] for item in data["toestemming"]] == [True] * 3
    assert (data["opname"], fouten) == (True, [])
    _, zonder = drive(
        van,
        lambda vraag: False if vraag.soort == "ja-nee" else plainly(vraag),
        {key(van, "opname").bij_coach(TERUG): True},
    )
    assert not [sleutel for sleutel in keys(zonder) if "toestemming" in sleutel]


@pytest.mark.parametrize("weigert", ["mirthe", "kim", "tim", "n", "kim en tim"])
def test_one_no_means_no_recording(weigert: str):
    van = context("lang", "acclimatisering")
    antwoorden, gesteld = with_recording(van, weigert)
    assert keys(gesteld)[-1] == "toestemming/akkoord"
    data, fouten = check(van, naar_data(van, antwoorden))
    assert (data["opname"], fouten) == (False, [])
    assert "toestemming" not in data


@pytest.mark.parametrize("weigert", ["mirthe", "kim", "tim"])
def test_a_recording_without_a_yes_of_all_is_refused(weigert: str):
    van = context("lang", "acclimatisering")
    fout = "opname: kan alleen als ieder lid akkoord is"
    for akkoord in (True, False):
        allen = [
            {"lid": lid, "akkoord": lid != weigert} for lid in van.sessie.deelnemers
        ]
        gegeven = [item for item in allen if akkoord or item["akkoord"]]
        assert check(van, {"opname": True, "toestemming": gegeven})[1][-1] == fout
    assert check(van, {"opname": True})[1] == [fout]
    assert check(van, {"opname": False})[1] == []


def look_back(getypt: str, **rest: Any) -> tuple[list[Answers], list[Vraag]]:
    """The terugblik that a line gives on three acties, of which two have a rhythm."""
    acties = (
        {"id": "a1a1", "actie": "Wandelen", "keren": 14, **rest},
        {"id": "b2b2", "actie": "Bellen", "wie": "kim"},
        {"id": "c3c3", "actie": "Sparen", "keren": 0},
    )
    van = context("lang", "acclimatisering", open_acties=acties)
    antwoorden, gesteld = drive(
        van, lambda v: getypt if v.sleutel.veld == "terugblik" else plainly(v)
    )
    data, fouten = check(van, naar_data(van, antwoorden))
    assert fouten == []
    return data.get("terugblik", []), gesteld


def test_open_acties_are_looked_back_on_in_one_line_each_with_who_and_how_often_it_could_be():
    _, gesteld = look_back("")
    (vraag,) = [v for v in gesteld if v.sleutel.veld == "terugblik"]
    assert vraag.kop.splitlines() == [
        "1. Wandelen (had sinds de vorige keer 14 keer gekund)", "2. Kim: Bellen",
        "3. Sparen",
    ]  # fmt: skip
    assert vraag.leeg == "Enter = alles blijft open"
    assert not vraag.verplicht


def test_of_what_is_not_marked_nothing_is_recorded():
    assert look_back("")[0] == []
    (item,) = look_back("2 klaar")[0]
    assert (item["id"], item["actie"], item["status"]) == ("b2b2", "Bellen", "gedaan")


@pytest.mark.parametrize(
    ("status", "takes"),
    [("open", True), ("deels", True), ("gedaan", False), ("vervallen", False)],
)
def test_a_new_day_goes_with_what_is_not_finished(status: str, takes: bool):
    """What is done or dropped has no new day: the words stay as a remark."""
    (item,) = look_back(f"2 {status} tot 1 december")[0]
    assert item["status"] == status
    assert ("tot" in item) is takes
    assert ("opmerking" in item) is not takes


def test_of_a_rhythm_it_can_be_said_how_often_it_was_done_instead_of_a_new_day():
    items, _ = look_back("1 bezig 9 keer, 2 bezig 9 keer, 3 bezig 9 keer")
    assert [item.get("keer") for item in items] == [9, None, None]
    # Where it makes no sense it is a remark.
    assert [item.get("opmerking") for item in items] == [None, "9 keer", "9 keer"]
    items, _ = look_back("1 bezig tot vrijdag, 2 bezig tot vrijdag")
    assert [item.get("tot") for item in items] == [None, "2026-11-27"]


def test_an_open_actie_can_be_carried_into_a_new_hulpvraag_which_begins_as_it_was_worded():
    acties = (
        {"id": "a1a1", "actie": "Bellen", "hulpvraag": "Hoe durf ik te bellen?"},
        {"id": "b2b2", "actie": "Lezen"},
    )
    van = context("lang", "vraagintroductie", open_acties=acties)
    antwoorden, gesteld = drive(
        van, lambda v: "a1a1" if str(v.sleutel) == "vervolg_op" else plainly(v)
    )
    gaat_verder, hulpvraag = gesteld[:2]
    assert [keuze.label for keuze in gaat_verder.keuzes] == [
        "Nee, iets anders",
        "Bellen",
        "Lezen",
    ]
    assert hulpvraag.standaard == "Hoe durf ik te bellen?"
    data, fouten = check(van, naar_data(van, antwoorden))
    assert (data["vervolg_op"], fouten) == ("a1a1", [])
    anders, _ = check(van, {"hulpvraag": "Hoe lees ik?", "vervolg_op": ""})
    assert "vervolg_op" not in anders


def test_only_an_actie_that_is_open_can_be_carried_on():
    van = context(
        "lang", "vraagintroductie", open_acties=({"id": "a1a1", "actie": "Bellen"},)
    )
    _, fouten = check(van, {"hulpvraag": "Hoe lees ik?", "vervolg_op": "c3c3"})
    assert fouten == ["vervolg_op: die actie staat niet open bij de inbrenger"]
    zonder = context("lang", "vraagintroductie")
    assert "vervolg_op" not in keys(drive(zonder, plainly)[1])


@pytest.mark.parametrize(
    ("keer", "kept"), [(9, 9), ("0", 0), ("9x", 9), ("12 keer", 12)]
)
def test_a_number_can_be_said_in_more_ways(keer: object, kept: int):
    van = context(
        "lang",
        "acclimatisering",
        open_acties=({"id": "a1a1", "actie": "Wandelen", "keren": 14},),
    )
    item = {"id": "a1a1", "status": "bezig", "keer": keer}
    data, fouten = check(van, {"terugblik": [item]})
    assert (data["terugblik"][0]["keer"], fouten) == (kept, [])


@pytest.mark.parametrize("keer", [-1, "veel", 1000, "9,5", True])
def test_what_is_no_number_of_times_is_refused(keer: object):
    van = context(
        "lang",
        "acclimatisering",
        open_acties=({"id": "a1a1", "actie": "Wandelen", "keren": 14},),
    )
    _, fouten = check(van, {"terugblik": [{"id": "a1a1", "keer": keer}]})
    assert len(fouten) == 1
    assert fouten[0].startswith("terugblik 1, keer: moet ")


def test_open_acties_and_agreements_of_last_time_come_back_each_with_its_text():
    van = context("lang", "acclimatisering", open_acties=OPEN, afspraken=AFSPRAKEN)
    antwoorden, gesteld = drive(
        van, lambda v: "a bezig" if v.sleutel.veld == "terugblik" else plainly(v)
    )
    assert "terugblik/status" in keys(gesteld)
    data = naar_data(van, antwoorden)
    assert data["afspraken_vorige_keer"] == [{"id": "c3c3", "afspraak": "Stil zijn"}]
    assert [item["actie"] for item in data["terugblik"]] == ["Bellen", "Lezen"]


def test_whether_agreements_were_kept_is_one_question():
    van = context("kort", "evaluatie", afspraken=AFSPRAKEN)
    _, gesteld = drive(van, plainly)
    (vraag,) = [v for v in gesteld if v.sleutel.veld == "afspraken_gehouden"]
    assert (vraag.kop, vraag.verplicht) == ("1. Stil zijn", True)
    assert vraag.leeg == "a = alles, of wat niet"


def test_only_of_what_may_be_left_empty_it_is_said_what_that_does():
    eerst = "Ik bel Kim morgen."
    for boek, stap in STEPS:
        _, gesteld = drive(context(boek, stap, afspraken=AFSPRAKEN), plainly)
        for vraag in gesteld:
            leeg_mag = not vraag.lijn or not vraag.lijn.bezwaar("")
            assert leeg_mag or "Enter" not in vraag.leeg, vraag
    van = context("kort", "advisering")
    plan = typed(van, {}, "Doe dit.", "Doe dat.", "", "ja", "nee", eerst, "En dat.")
    leeg = {str(vraag.sleutel): vraag.leeg for vraag in vragen(van, plan)}
    assert leeg["acties/-/0/actie"] == "Enter = weg", "of two one may go"


def test_an_optional_step_can_be_passed_over_without_a_question():
    van = context("kort", "evaluatie")
    assert list(vragen(van, {VAN_DOEN: False})) == []
    over = {"stap": "evaluatie", "status": "overgeslagen"}
    assert naar_data(van, {VAN_DOEN: False}) == over
    met_reden = naar_data(van, {VAN_DOEN: False, VAN_REDEN: "Geen tijd."})
    assert met_reden == {**over, "reden": "Geen tijd."}
    data = {"status": "overgeslagen", "reden": "Geen tijd."}
    assert check(van, met_reden) == (data, [])
    assert naar_antwoorden(van, data, "") == {}


def test_a_step_that_need_not_be_done_and_in_which_nothing_was_said_is_passed_over():
    van = context("kort", "eigen-invulling")
    antwoorden, gesteld = drive(van, plainly)
    assert keys(gesteld) == ["activiteiten/-/0/activiteit"]
    over = {"stap": "eigen-invulling", "status": "overgeslagen"}
    assert naar_data(van, antwoorden) == over
    # Notulen were said too.
    for gezegd in (
        naar_data(van, antwoorden, "Gezellig."),
        naar_data(van, {**antwoorden, VAN_NOTULEN: "Gezellig."}),
    ):
        assert gezegd.get("status") is None
        assert check(van, gezegd)[1] == []


def test_a_step_of_which_all_is_optional_and_that_must_be_done_is_done():
    van = context("kort", "acclimatisering")
    antwoorden, _ = drive(van, lambda _: "")
    assert "status" not in naar_data(van, antwoorden)


def test_no_step_is_asked_about_as_a_whole():
    for boek, stap in STEPS:
        asked = keys(drive(context(boek, stap), plainly)[1])
        assert not {"doen", "reden", "notulen"} & set(asked)


def test_questions_start_from_what_is_known():
    van = context("lang", "probleemdefinitie", hulpvraag="Hoe begin ik?")
    proposals = {
        str(vraag.sleutel): vraag.standaard for vraag in drive(van, plainly)[1]
    }
    assert proposals["herformulering"] == "Hoe begin ik?"
    van = context("lang", "acclimatisering", sessie(thema="Structuur"))
    assert {str(v.sleutel): v.standaard for v in drive(van, plainly)[1]}[
        "thema"
    ] == "Structuur"
    acties = {
        str(v.sleutel): v for v in drive(context("kort", "advisering"), plainly)[1]
    }
    assert acties[f"acties/{GROEP}/0/actie"].namen == ("Mirthe", "Kim", "Tim")
    assert acties["acties/akkoord"].aan == "Mirthe"
    assert acties["acties/haalbaar"].aan == ""


def test_notulen_are_among_the_questions_once_somebody_wrote_some_or_wants_them_back():
    van = context("lang", "vraagintroductie")
    klaar = keyed(van, {"hulpvraag": "Hoe?", "toelichting": ""})
    assert keys(list(vragen(van, klaar))) == ["hulpvraag", "toelichting"]
    for met in ({VAN_NOTULEN: "Stil."}, {VAN_NOTULEN.bij_coach(TERUG): True}):
        assert keys(list(vragen(van, klaar | met)))[-1] == "notulen"
    assert not list(vragen(van, klaar | {VAN_NOTULEN: "Stil."}))[-1].is_open(
        klaar | {VAN_NOTULEN: "Stil."}
    )


def test_notulen_that_nobody_touched_are_not_in_the_document():
    van = context("lang", "vraagintroductie")
    klaar = keyed(van, {"hulpvraag": "Hoe?", "toelichting": ""})
    assert "notulen" not in naar_data(van, klaar, "- met de hand")
    assert naar_data(van, klaar | {VAN_NOTULEN: ""})["notulen"] is None


def test_the_script_stops_at_the_first_question_without_an_answer():
    van = context("lang", "vraagintroductie")
    assert keys(list(vragen(van, {}))) == ["hulpvraag"]
    assert keys(list(vragen(van, keyed(van, {"hulpvraag": "Hoe?"})))) == [
        "hulpvraag",
        "toelichting",
    ]
    full = keyed(van, {"hulpvraag": "Hoe?", "toelichting": ""})
    assert not any(vraag.is_open(full) for vraag in vragen(van, full))


# ---- the plan


PLAN = ("Doe dit.", "Doe dat.", "", "ja", "nee")
TWEE = ("Ik bel Kim morgen.", "tim: Elke dag 2 km wandelen", "")


def test_the_whole_plan_is_agreed_on_in_two_lines_and_an_empty_one_is_none():
    van = context("lang", "advisering")
    plan = typed(van, {}, *PLAN, *TWEE)
    akkoord = now(van, plan)
    assert (akkoord.aan, akkoord.tekst) == ("Mirthe", "Sta je achter dit plan?")
    assert akkoord.kop.splitlines() == [
        "1. Ik bel Kim morgen.", "2. Tim: Elke dag 2 km wandelen",
    ]  # fmt: skip
    assert refused(van, plan, "") != ""
    plan = typed(van, plan, "a")
    assert now(van, plan).tekst == "Twijfelt iemand of dit plan haalbaar is?"
    assert refused(van, plan, "") != ""
    plan = typed(van, plan, "kim 2", "Elke dag 2 km wandelen")
    data, fouten = check(van, naar_data(van, plan))
    assert fouten == []
    assert [item["akkoord"] for item in data["acties"]] == [True, True]
    assert [item.get("wie") for item in data["acties"]] == [None, "tim"]
    assert {item["lid"]: item["akkoord"] for item in data["acties"][1]["haalbaar"]} == {
        "mirthe": True,
        "kim": False,
        "tim": True,
    }


def test_a_no_to_an_actie_asks_for_a_smaller_one_and_all_are_asked_about_that_alone():
    van = context("lang", "advisering")
    plan = typed(van, {}, *PLAN, *TWEE, "2")
    assert str(now(van, plan).sleutel) == "acties/-/1/actie/coach/kleiner"
    plan = typed(van, plan, "Elke dag 1 km wandelen")
    assert [str(sleutel) for sleutel in now(van, plan).vult] == ["acties/-/1/akkoord"]
    plan = typed(van, plan, "j", "tim 2")
    assert str(now(van, plan).sleutel) == "acties/-/1/actie/coach/kleiner"
    plan = typed(van, plan, "Elke dag 1 km wandelen met Kim", "j")
    assert {sleutel.nummer for sleutel in now(van, plan).vult} == {1}
    data = naar_data(van, typed(van, plan, "a"))
    assert [item["actie"] for item in data["acties"]] == [
        "Ik bel Kim morgen.", "Elke dag 1 km wandelen met Kim",
    ]  # fmt: skip


def test_all_that_was_refused_is_worded_anew_before_the_plan_is_asked_again():
    van = context("lang", "advisering")
    plan = typed(van, {}, *PLAN, *TWEE, "1, 2")
    assert str(now(van, plan).sleutel) == "acties/-/0/actie/coach/kleiner"
    plan = typed(van, plan, "Ik bel Kim morgen om 9 uur.")
    assert str(now(van, plan).sleutel) == "acties/-/1/actie/coach/kleiner"
    plan = typed(van, plan, "Elke dag 1 km wandelen")
    assert now(van, plan).tekst == "Sta je achter dit plan?"


def test_a_no_that_stays_is_recorded_and_not_asked_about_again():
    van = context("lang", "advisering")
    plan = typed(van, {}, *PLAN, *TWEE, "1, 2", TWEE[0], "Elke dag 2 km wandelen", "a")
    data, fouten = check(van, naar_data(van, plan))
    assert fouten == []
    assert [item["akkoord"] for item in data["acties"]] == [False, False]
    opnieuw = naar_antwoorden(van, data, "")
    assert not any(vraag.is_open(opnieuw) for vraag in vragen(van, opnieuw))


def test_what_members_said_of_the_plan_at_home_is_not_asked_again():
    van = context("lang", "advisering")
    plan = typed(van, {}, *PLAN, *TWEE, "a")
    thuis = {key(van, f"acties/-/{n}/haalbaar/kim"): True for n in (0, 1)}
    assert {sleutel.van for sleutel in now(van, plan | thuis).vult} == {"mirthe", "tim"}
    van_kim = van._replace(als="kim")
    assert {s.van for s in now(van_kim, typed(van_kim, plan, "")).vult} == {"kim"}


@pytest.mark.parametrize("handle", ["groep", "volgorde", "nog", "id"])
def test_any_handle_may_take_part(handle: str):
    van = context("lang", "probleemverkenning", sessie("mirthe", handle))
    antwoorden, gesteld = drive(van, plainly)
    data, fouten = check(van, naar_data(van, antwoorden))
    assert fouten == []
    assert [item["lid"] for item in data["vragen"]] == [handle, handle]
    assert gesteld[0].aan == handle.capitalize()


@pytest.mark.parametrize(
    "data",
    [
        {"acties": 5}, {"acties": [5, "los"]}, {"acties": [{"actie": "x", "haalbaar": ["kim"]}]},
        {"acties": [{"actie": "x", "haalbaar": [{"akkoord": True}]}]},
        {"acties": [{"haalbaar": "kim"}]}, {"adviezen": [{"lid": ["kim"], "advies": {"a": 1}}]},
        {"adviezen": {"lid": "kim"}}, {"status": 5},
    ],
    ids=str,
)  # fmt: skip
def test_a_step_file_that_a_hand_filled_in_oddly_still_opens(data: Answers):
    van = context("lang", "advisering")
    antwoorden = naar_antwoorden(van, data, "")
    assert str(next(vragen(van, antwoorden)).sleutel) == "adviezen/kim/0/advies"
    check(van, naar_data(van, antwoorden))
