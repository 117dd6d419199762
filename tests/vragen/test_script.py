"""The questions of a step: which, of whom, in which order, and with what beside them."""

import pytest

from intervisie_cli.model.sleutel import GROEP
from intervisie_cli.model.vraag import Vraag
from intervisie_cli.vragen.opbouw import naar_antwoorden, naar_data
from intervisie_cli.vragen.script import vragen
from tests.vragen.voorbeeld import (
    STEPS,
    Answers,
    check,
    context,
    drive,
    key,
    keyed,
    open_question,
    plainly,
    sessie,
)


def keys(gesteld: list[Vraag]) -> list[str]:
    return [str(vraag.sleutel) for vraag in gesteld]


def test_the_questions_of_the_exploration_come_member_by_member_then_answers_in_the_chosen_order():
    van = context("lang", "probleemverkenning")
    texts = ["vragen/tim/1", "vragen/kim/0", "vragen/tim/0", "vragen/kim/1"]
    order = [key(van, tekst) for tekst in texts]
    antwoorden, gesteld = drive(
        van, lambda vraag: order if vraag.soort == "volgorde" else plainly(vraag)
    )
    assert keys(gesteld) == [
        "vragen/kim/0/vraag", "vragen/kim/1/vraag", "vragen/tim/0/vraag", "vragen/tim/1/vraag",
        "vragen/volgorde",
        *(f"{sleutel}/{deel}" for sleutel in order for deel in ("antwoord", "past")), "notulen",
    ]  # fmt: skip
    assert [item["vraag"] for item in naar_data(van, antwoorden)["vragen"]] == [
        open_question(f"{sleutel}/vraag") for sleutel in order
    ]


def test_the_quota_is_told_with_each_question():
    _, gesteld = drive(context("lang", "probleemverkenning"), plainly)
    assert [vraag.teller for vraag in gesteld[:5]] == [
        "Kim, vraag 1 van 2", "Kim, vraag 2 van 2", "Tim, vraag 1 van 2", "Tim, vraag 2 van 2", "",
    ]  # fmt: skip
    assert gesteld[0].aan == "Kim"
    assert gesteld[5].aan == "Mirthe"
    assert gesteld[5].kop == f"Kim: {open_question('vragen/kim/0/vraag')}"


def test_without_a_fixed_number_the_teller_counts_on():
    wanted = iter([True, False, False])
    van = context("lang", "probleemdefinitie")
    _, gesteld = drive(
        van,
        lambda vraag: (
            next(wanted) if str(vraag.sleutel).endswith("/nog") else plainly(vraag)
        ),
    )
    assert [vraag.teller for vraag in gesteld if vraag.teller] == [
        "Kim, definitie 1",
        "Kim, definitie 2",
        "Tim, definitie 1",
    ]
    assert keys(gesteld)[:4] == [
        "definities/kim/0/definitie", "definities/kim/1/nog", "definities/kim/1/definitie",
        "definities/kim/2/nog",
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
    again = naar_data(van, naar_antwoorden(van, data, data["notulen"]))
    assert {naam: waarde for naam, waarde in again.items() if waarde not in ([], "", None)} == {
        "stap": stap, **{naam: waarde for naam, waarde in data.items() if naam != "inbrenger"}
    }  # fmt: skip


def test_an_introduction_is_asked_only_of_strangers():
    for boek in ("kort", "lang"):
        for zijn_nieuw in (True, False):
            _, gesteld = drive(
                context(boek, "acclimatisering", zijn_nieuw=zijn_nieuw), plainly
            )
            assert ("kennismaking" in keys(gesteld)) is zijn_nieuw


def test_consent_is_asked_of_every_member_and_only_when_there_is_a_recording():
    van = context("kort", "acclimatisering")
    _, met = drive(van, lambda vraag: vraag.soort == "ja-nee" or "tekst")
    assert [key for key in keys(met) if "toestemming" in key] == [
        f"toestemming/{lid}/0/akkoord" for lid in ("mirthe", "kim", "tim")
    ]
    _, zonder = drive(van, lambda vraag: False if vraag.soort == "ja-nee" else "tekst")
    assert not [key for key in keys(zonder) if "toestemming" in key]


@pytest.mark.parametrize("weigert", ["mirthe", "kim", "tim"])
def test_one_no_means_no_recording(weigert: str):
    van = context("lang", "acclimatisering")
    antwoorden, gesteld = drive(
        van, lambda v: weigert not in str(v.sleutel) if v.soort == "ja-nee" else "tekst"
    )
    assert keys(gesteld)[-2:] == [f"toestemming/{weigert}/0/akkoord", "notulen"]
    data, fouten = check(van, naar_data(van, antwoorden))
    assert (data["opname"], fouten) == (False, [])


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


def test_how_an_actie_stood_is_where_its_question_begins():
    acties = (
        {"id": "a1a1", "actie": "Bellen", "status": "deels"},
        {"id": "b2b2", "actie": "Lezen", "status": "raar"},
    )
    _, gesteld = drive(context("lang", "acclimatisering", open_acties=acties), plainly)
    standaard = {str(vraag.sleutel): vraag.standaard for vraag in gesteld}
    assert (standaard["terugblik/a1a1/status"], standaard["terugblik/b2b2/status"]) == (
        "deels",
        None,
    )


@pytest.mark.parametrize(
    ("status", "asked"),
    [("open", True), ("deels", True), ("gedaan", False), ("vervallen", False)],
)
def test_a_new_day_is_asked_for_what_is_not_finished(status: str, asked: bool):
    van = context(
        "lang", "acclimatisering", open_acties=({"id": "a1a1", "actie": "Bellen"},)
    )
    _, gesteld = drive(
        van,
        lambda vraag: (
            status if str(vraag.sleutel).endswith("/status") else plainly(vraag)
        ),
    )
    assert ("terugblik/a1a1/tot" in keys(gesteld)) == asked


def test_of_a_rhythm_it_is_asked_how_often_it_was_done_instead_of_a_new_day():
    acties = (
        {"id": "a1a1", "actie": "Wandelen", "keren": 14},
        {"id": "b2b2", "actie": "Bellen"},
        {"id": "c3c3", "actie": "Sparen", "keren": 0},
    )
    van = context("lang", "acclimatisering", open_acties=acties)
    gezegd = {"status": "bezig", "keer": "9"}
    antwoorden, gesteld = drive(
        van, lambda v: gezegd.get(str(v.sleutel).rpartition("/")[2]) or plainly(v)
    )
    asked = [
        sleutel for sleutel in keys(gesteld) if sleutel.endswith(("/keer", "/tot"))
    ]
    assert asked == ["terugblik/a1a1/keer", "terugblik/b2b2/tot"]
    assert [vraag.hulp for vraag in gesteld if vraag.soort == "aantal"] == [
        "Sinds het laatst besproken is, had het 14 keer gekund."
    ]
    data, fouten = check(van, naar_data(van, antwoorden))
    assert ([item.get("keer") for item in data["terugblik"]], fouten) == (
        [9, None, None],
        [],
    )


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
    acties = ({"id": "a1a1", "actie": "Bellen"}, {"id": "b2b2", "actie": "Lezen"})
    van = context(
        "lang",
        "acclimatisering",
        open_acties=acties,
        afspraken=({"id": "c3c3", "afspraak": "Stil zijn"},),
    )
    antwoorden, gesteld = drive(van, plainly)
    terug = [
        (str(vraag.sleutel), vraag.kop)
        for vraag in gesteld
        if str(vraag.sleutel).startswith("terugblik")
    ]
    assert terug[:4] == [
        ("terugblik/a1a1/status", "Bellen"), ("terugblik/a1a1/opmerking", "Bellen"),
        ("terugblik/a1a1/tot", "Bellen"), ("terugblik/b2b2/status", "Lezen"),
    ]  # fmt: skip
    data = naar_data(van, antwoorden)
    assert data["afspraken_vorige_keer"] == [{"id": "c3c3", "afspraak": "Stil zijn"}]
    assert [item["actie"] for item in data["terugblik"]] == ["Bellen", "Lezen"]


def test_an_optional_step_can_be_passed_over_with_a_reason_only():
    van = context("kort", "evaluatie")
    antwoorden, gesteld = drive(
        van, lambda vraag: False if str(vraag.sleutel) == "doen" else "Geen tijd."
    )
    assert keys(gesteld) == ["doen", "reden"]
    assert gesteld[1].verplicht
    data = {"status": "overgeslagen", "reden": "Geen tijd."}
    assert naar_data(van, antwoorden) == {"stap": "evaluatie", **data}
    assert check(van, naar_data(van, antwoorden)) == (data, [])


def test_a_step_that_must_be_done_is_not_asked_about():
    for boek, stap in STEPS:
        van = context(boek, stap)
        assert (str(next(vragen(van, {})).sleutel) == "doen") is van.stap.optioneel


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
    assert acties[f"acties/{GROEP}/0/wie"].standaard == "mirthe"
    assert [keuze.label for keuze in acties[f"acties/{GROEP}/0/wie"].keuzes] == [
        "Mirthe",
        "Kim",
        "Tim",
    ]
    assert acties[f"acties/{GROEP}/0/haalbaar/kim"].aan == "Kim"


def test_notulen_start_from_what_the_hand_wrote():
    *_, laatste = drive(
        context("lang", "vraagintroductie"), plainly, notulen="- met de hand"
    )[1]
    assert (str(laatste.sleutel), laatste.standaard) == ("notulen", "- met de hand")


def test_the_script_stops_at_the_first_question_without_an_answer():
    van = context("lang", "vraagintroductie")
    assert keys(list(vragen(van, {}))) == ["hulpvraag"]
    assert keys(list(vragen(van, keyed(van, {"hulpvraag": "Hoe?"})))) == [
        "hulpvraag",
        "toelichting",
    ]
    full: Answers = {"hulpvraag": "Hoe?", "toelichting": "", "notulen": ""}
    assert keys(list(vragen(van, keyed(van, full)))) == [
        "hulpvraag",
        "toelichting",
        "notulen",
    ]


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
