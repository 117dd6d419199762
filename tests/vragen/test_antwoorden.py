"""Answers are checked the same whichever way they came in;
every fault has its place, and none quotes an answer.
"""

from typing import Any

import pytest

from intervisie_cli.model.draaiboek import Veld, Voorwaarde
from tests.vragen.voorbeeld import Answers, check, context, sessie

VERKENNING = context("lang", "probleemverkenning")
INTRODUCTIE = context("lang", "vraagintroductie")
DEFINITIE = context("lang", "probleemdefinitie")
ADVISERING = context("lang", "advisering")
EVALUATIE = context("lang", "evaluatie")
EIGEN = context("lang", "eigen-invulling")
VRAGEN = [{"lid": lid, "vraag": f"Wat {n}?"} for lid in ("kim", "tim") for n in (1, 2)]
ADVIEZEN = [{"lid": "kim", "advies": "Doe."}, {"lid": "tim", "advies": "Laat."}]
ACTIES = [{"actie": "Bel Tim."}]
DEFINITIES = [{"lid": "kim", "definitie": "a"}, {"lid": "tim", "definitie": "b"}]


def faults(van: Any, document: Answers, eerder: Answers | None = None) -> list[str]:
    return check(van, document, eerder)[1]


def test_good_answers_come_out_in_the_order_of_the_draaiboek_each_item_with_an_id():
    data, fouten = check(VERKENNING, {"notulen": "n", "vragen": VRAGEN})
    assert fouten == []
    assert [list(item) for item in data["vragen"]] == [["id", "lid", "vraag"]] * 4
    assert [item["id"] for item in data["vragen"]] == [
        "00000001",
        "00000002",
        "00000003",
        "00000004",
    ]
    data, _ = check(INTRODUCTIE, {"toelichting": "t", "hulpvraag": "h"})
    assert list(data) == ["inbrenger", "hulpvraag", "toelichting"]


def test_an_unknown_key_is_named_with_the_nearest_known_one():
    assert faults(INTRODUCTIE, {"hulpvraag": "h", "toelichtng": "t"}) == [
        "toelichtng: deze sleutel is onbekend; bedoel je 'toelichting'?"
    ]
    assert faults(INTRODUCTIE, {"hulpvraag": "h", "xyz": 1}) == [
        "xyz: deze sleutel is onbekend"
    ]
    odd = [VRAGEN[0] | {"antword": "x"}, *VRAGEN[1:]]
    assert faults(VERKENNING, {"vragen": odd}) == [
        "vragen 1, antword: deze sleutel is onbekend; bedoel je 'antwoord'?"
    ]


@pytest.mark.parametrize(
    ("van", "document", "fout"),
    [
        (INTRODUCTIE, {}, "hulpvraag: dit antwoord ontbreekt"),
        (INTRODUCTIE, {"hulpvraag": ""}, "hulpvraag: dit antwoord ontbreekt"),
        (INTRODUCTIE, {"hulpvraag": " \n "}, "hulpvraag: dit antwoord ontbreekt"),
        (INTRODUCTIE, {"hulpvraag": None}, "hulpvraag: dit antwoord ontbreekt"),
        (VERKENNING, {}, "vragen: Kim 0 van 2"),
        (VERKENNING, {"vragen": []}, "vragen: Tim 0 van 2"),
        (VERKENNING, {"vragen": VRAGEN[1:]}, "vragen: Kim 1 van 2"),
        (
            VERKENNING,
            {"vragen": [*VRAGEN, {"lid": "kim", "vraag": "?"}]},
            "vragen: Kim 3, het kunnen er 2 zijn",
        ),
        (
            VERKENNING,
            {"vragen": [{"lid": "kim"}, *VRAGEN[1:]]},
            "vragen 1, vraag: dit antwoord ontbreekt",
        ),
        (
            VERKENNING,
            {"vragen": [{"lid": "piet", "vraag": "?"}]},
            "vragen 1, lid: 'piet' doet niet mee aan deze sessie",
        ),
        (
            VERKENNING,
            {"vragen": [{"lid": "ans", "vraag": "?"}]},
            "vragen 1, lid: 'ans' doet niet mee aan deze sessie",
        ),
        (VERKENNING, {"vragen": [{"vraag": "?"}]}, "vragen 1, lid: ontbreekt"),
        (
            VERKENNING,
            {"vragen": [{"lid": ["kim"], "vraag": "?"}]},
            "vragen 1, lid: doet niet mee aan deze sessie",
        ),
        (VERKENNING, {"vragen": "Wat?"}, "vragen: moet een lijst zijn"),
        (
            VERKENNING,
            {"vragen": [5]},
            "vragen 1: moet bestaan uit regels 'sleutel: waarde'",
        ),
        (
            VERKENNING,
            {"vragen": [VRAGEN[0] | {"past": "misschien"}]},
            "vragen 1, past: kan alleen zijn: ja, deels, nee",
        ),
        (
            VERKENNING,
            {"vragen": [{"lid": "mirthe", "vraag": "?"}]},
            "vragen 1, lid: Mirthe is de inbrenger en geeft dit zelf niet",
        ),
        (
            ADVISERING,
            {
                "adviezen": [*ADVIEZEN, {"lid": "mirthe", "advies": "?"}],
                "acties": ACTIES,
            },
            "adviezen 3, lid: Mirthe is de inbrenger en geeft dit zelf niet",
        ),
        (
            ADVISERING,
            {"adviezen": ADVIEZEN[:1], "acties": ACTIES},
            "adviezen: Tim 0 van 1",
        ),
        (ADVISERING, {"adviezen": ADVIEZEN}, "acties: 0 van 1"),
        (
            ADVISERING,
            {"adviezen": ADVIEZEN, "acties": [{"actie": "x", "wie": "piet"}]},
            "acties 1, wie: 'piet' doet niet mee aan deze sessie",
        ),
        (
            ADVISERING,
            {"adviezen": ADVIEZEN, "acties": [{"actie": "x", "tot": "2027-02-29"}]},
            "acties 1, tot: moet een datum zijn die bestaat, zoals 1 december",
        ),
        (
            ADVISERING,
            {"adviezen": ADVIEZEN, "acties": [{"actie": "x", "akkoord": "mwah"}]},
            "acties 1, akkoord: moet ja of nee zijn",
        ),
        (
            ADVISERING,
            {
                "adviezen": ADVIEZEN,
                "acties": [
                    {"actie": "x", "haalbaar": [{"lid": "piet", "akkoord": True}]}
                ],
            },
            "acties 1, haalbaar, lid: 'piet' doet niet mee aan deze sessie",
        ),
        (
            DEFINITIE,
            {"definities": DEFINITIES, "herformulering": "h"},
            "duidelijk_voor: nog niet van Kim, Tim",
        ),
        (
            DEFINITIE,
            {
                "definities": DEFINITIES,
                "herformulering": "h",
                "duidelijk_voor": ["kim", "piet"],
            },
            "duidelijk_voor: 'piet' doet niet mee aan deze sessie",
        ),
        (
            INTRODUCTIE,
            {"hulpvraag": "h", "inbrenger": "kim"},
            "inbrenger: dat is in deze ronde mirthe",
        ),
        (INTRODUCTIE, {"hulpvraag": ["h"]}, "hulpvraag: moet tekst zijn"),
        (INTRODUCTIE, {"hulpvraag": True}, "hulpvraag: moet tekst zijn"),
        (
            INTRODUCTIE,
            {"hulpvraag": "a\nb"},
            "hulpvraag: het antwoord moet op één regel",
        ),
        (
            INTRODUCTIE,
            {"hulpvraag": "a\x1b[31mb"},
            "hulpvraag: het antwoord bevat een stuurteken (U+001B)",
        ),
        (
            INTRODUCTIE,
            {"hulpvraag": "a\u202eb"},
            "hulpvraag: het antwoord bevat een stuurteken (U+202E)",
        ),
        (
            INTRODUCTIE,
            {"hulpvraag": "h", "notulen": "a\x00b"},
            "notulen: het antwoord bevat een stuurteken (U+0000)",
        ),
        (
            INTRODUCTIE,
            {"hulpvraag": "h" * 100_000},
            "hulpvraag: het antwoord is te lang: 100.000 tekens, het kunnen er 2.000 zijn",
        ),
        (
            INTRODUCTIE,
            {"hulpvraag": "h", "toelichting": "h" * 100_000},
            "toelichting: het antwoord is te lang: 100.000 tekens, het kunnen er 20.000 zijn",
        ),
        (
            INTRODUCTIE,
            {"hulpvraag": "h", "status": "af"},
            "status: kan hier alleen zijn: klaar, overgeslagen",
        ),
        (
            INTRODUCTIE,
            {"status": "overgeslagen", "reden": "r"},
            "status: deze stap hoort erbij en kan niet worden overgeslagen",
        ),
        (
            INTRODUCTIE,
            {"hulpvraag": "h", "begonnen": "2026-11-23T19:30:00"},
            "begonnen: moet een tijdstip met tijdzone zijn, zoals 2026-11-23T19:30:00+01:00",
        ),
    ],
)
def test_a_fault_is_told_at_its_place(van: Any, document: Answers, fout: str):
    assert fout in faults(van, document)


def test_every_fault_is_told_at_once():
    assert (
        len(
            faults(
                VERKENNING,
                {
                    "vragen": [{"lid": "piet"}, {"lid": "kim"}, 5],
                    "los": 1,
                    "status": "af",
                },
            )
        )
        == 5
    )


def test_what_the_inbrenger_worded_needs_no_yes_of_the_inbrenger():
    allen = {
        "definities": DEFINITIES,
        "herformulering": "h",
        "duidelijk_voor": ["kim", "tim"],
    }
    assert check(DEFINITIE, allen)[0]["duidelijk_voor"] == ["kim", "tim"]
    assert faults(DEFINITIE, allen) == []


def test_yes_and_no_may_be_words_and_a_date_may_be_short():
    acties = [
        {"actie": "x", "akkoord": "ja", "tot": "1 december"},
        {"actie": "y", "akkoord": "n", "tot": "1-3-2027"},
    ]
    data, fouten = check(ADVISERING, {"adviezen": ADVIEZEN, "acties": acties})
    assert fouten == []
    assert [(item["akkoord"], item["tot"]) for item in data["acties"]] == [
        (True, "2026-12-01"),
        (False, "2027-03-01"),
    ]


def test_text_is_kept_in_one_form():
    data, fouten = check(
        INTRODUCTIE,
        {
            "hulpvraag": "  Cafe\u0301? ",
            "toelichting": "a\r\nb \u2028c\n\n",
            "notulen": "\x85a\rb",
        },
    )
    assert fouten == []
    assert (data["hulpvraag"], data["toelichting"], data["notulen"]) == (
        "Café?",
        "a\nb\nc",
        "a\nb",
    )


def test_a_number_is_text_where_text_is_asked():
    assert check(INTRODUCTIE, {"hulpvraag": 42})[0]["hulpvraag"] == "42"


def test_a_bare_text_is_an_item():
    data, fouten = check(EIGEN, {"activiteiten": ["Borrel", {"activiteit": "Taart"}]})
    assert fouten == []
    assert [item["activiteit"] for item in data["activiteiten"]] == ["Borrel", "Taart"]


EERDER = {
    "vragen": [
        {"id": f"aaaa000{n}", **vraag, "sterren": n} for n, vraag in enumerate(VRAGEN)
    ]
}


def test_ids_stay_where_member_and_text_are_the_same():
    nieuw = [VRAGEN[3], VRAGEN[0], VRAGEN[1], {"lid": "tim", "vraag": "Anders?"}]
    data, fouten = check(VERKENNING, {"vragen": nieuw}, EERDER)
    assert fouten == []
    assert [item["id"] for item in data["vragen"]] == [
        "aaaa0003",
        "aaaa0000",
        "aaaa0001",
        "00000001",
    ]


def test_the_same_text_of_another_member_is_another_item():
    swapped = [
        vraag | {"lid": "tim" if vraag["lid"] == "kim" else "kim"} for vraag in VRAGEN
    ]
    data, _ = check(VERKENNING, {"vragen": swapped}, {"vragen": EERDER["vragen"][:1]})
    assert [item["id"] for item in data["vragen"]].count("aaaa0000") == 1
    assert (
        next(item for item in data["vragen"] if item["id"] == "aaaa0000")["lid"]
        == "kim"
    )


def test_an_id_that_is_given_stays_though_the_text_changes():
    nieuw = [EERDER["vragen"][0] | {"vraag": "Nieuw?"}, *VRAGEN[1:]]
    data, fouten = check(VERKENNING, {"vragen": nieuw}, EERDER)
    assert fouten == []
    assert data["vragen"][0]["id"] == "aaaa0000"
    assert data["vragen"][0]["vraag"] == "Nieuw?"


def test_keys_that_the_program_does_not_know_stay_on_items_that_it_does():
    data, fouten = check(VERKENNING, {"vragen": VRAGEN}, EERDER)
    assert fouten == []
    assert [item["sterren"] for item in data["vragen"]] == [0, 1, 2, 3]
    with_id = [{"id": f"aaaa000{n}", **vraag} for n, vraag in enumerate(VRAGEN)]
    assert (
        check(VERKENNING, {"vragen": with_id}, EERDER)[0]["vragen"][3]["sterren"] == 3
    )


def test_keys_that_the_program_does_not_know_stay_on_items_that_a_hand_added_without_an_id():
    eerder = {"vragen": [vraag | {"sterren": n} for n, vraag in enumerate(VRAGEN)]}
    data, fouten = check(VERKENNING, {"vragen": VRAGEN}, eerder)
    assert fouten == []
    assert [item.get("sterren") for item in data["vragen"]] == [0, 1, 2, 3]


def test_opvolging_of_an_actie_stays_when_the_plan_is_given_again():
    opvolging = [
        {"id": "bbbb0001", "datum": "2026-12-01", "lid": "mirthe", "status": "bezig"}
    ]
    eerder = {"acties": [{"id": "aaaa0001", **ACTIES[0], "opvolging": opvolging}]}
    data, fouten = check(ADVISERING, {"adviezen": ADVIEZEN, "acties": ACTIES}, eerder)
    assert fouten == []
    assert data["acties"][0]["opvolging"] == opvolging


def test_two_items_never_get_the_same_id():
    twice = [
        {"id": "aaaa0001", "activiteit": "Borrel"},
        {"id": "aaaa0001", "activiteit": "Taart"},
    ]
    data, fouten = check(EIGEN, {"activiteiten": twice})
    assert fouten or len({item["id"] for item in data["activiteiten"]}) == 2
    twins, _ = check(
        EIGEN, {"activiteiten": ["Borrel", "Borrel"]}, {"activiteiten": twice[:1]}
    )
    assert [item["id"] for item in twins["activiteiten"]] == ["aaaa0001", "00000001"]


def test_an_id_that_is_none_is_replaced():
    data, _ = check(
        EIGEN,
        {
            "activiteiten": [
                {"id": "A!", "activiteit": "x"},
                {"id": 5, "activiteit": "y"},
            ]
        },
    )
    assert [item["id"] for item in data["activiteiten"]] == ["00000001", "00000002"]


def test_what_is_not_given_stays_as_it_was():
    eerder = {"hulpvraag": "Hoe?", "toelichting": "Zo."}
    assert check(INTRODUCTIE, {}, eerder)[0].items() >= eerder.items()
    assert (
        check(INTRODUCTIE, {"hulpvraag": "Wat?"}, eerder)[0].items()
        >= {"hulpvraag": "Wat?"}.items()
    )


def test_who_is_no_longer_in_the_sessie_keeps_what_stands_there_of_them():
    van_ans = {"id": "aaaa0001", "lid": "ans", "vraag": "Wat lukt wel?"}
    eerder = {"vragen": [van_ans]}
    data, fouten = check(VERKENNING, {"vragen": [van_ans, *VRAGEN]}, eerder)
    assert fouten == []
    assert data["vragen"][0] == van_ans
    nieuw = van_ans | {"id": "aaaa0002"}
    assert faults(VERKENNING, {"vragen": [nieuw, *VRAGEN]}, eerder) == [
        "vragen 1, lid: 'ans' doet niet mee aan deze sessie"
    ]


@pytest.mark.parametrize(
    "eerder",
    [5, True, "los", {"a": 1}, [5, None, "los", {"id": 5}, {"id": "aaaa0001"}]],
    ids=str,
)
def test_a_list_that_a_hand_filled_in_oddly_is_replaced(eerder: Any):
    data, fouten = check(VERKENNING, {"vragen": VRAGEN}, {"vragen": eerder})
    assert fouten == []
    assert [item["vraag"] for item in data["vragen"]] == [
        item["vraag"] for item in VRAGEN
    ]


def test_a_member_alone_with_the_inbrenger_is_enough():
    van = context("lang", "probleemverkenning", sessie("mirthe", "kim"))
    assert faults(van, {"vragen": VRAGEN[:2]}) == []


def test_checking_what_came_out_changes_nothing_more():
    acties = [
        {
            "actie": "x",
            "tot": "1 december",
            "haalbaar": [{"lid": "kim", "akkoord": "ja"}],
        }
    ]
    data, _ = check(ADVISERING, {"adviezen": ADVIEZEN, "acties": acties})
    assert check(ADVISERING, data, data) == (data, [])


def test_a_required_field_whose_condition_does_not_hold_is_owed_by_nobody():
    stap = DEFINITIE.stap
    velden = (
        Veld("hond", "ja-nee", "Heb je een hond?"),
        Veld("riem", "tekst", "?", verplicht=True, als=Voorwaarde(na_ja="hond")),
    )
    van = DEFINITIE._replace(stap=stap._replace(velden=velden))
    assert faults(van, {"hond": False}) == []
    assert faults(van, {"hond": True}) == ["riem: dit antwoord ontbreekt"]


def test_follow_up_of_an_actie_is_checked_and_gets_ids():
    opvolging = [
        {"datum": "1 december", "lid": "kim", "status": "bezig", "opmerking": "half"}
    ]
    data, fouten = check(
        ADVISERING,
        {"adviezen": ADVIEZEN, "acties": [ACTIES[0] | {"opvolging": opvolging}]},
    )
    assert fouten == []
    (gevolgd,) = data["acties"][0]["opvolging"]
    assert gevolgd == {
        "id": gevolgd["id"],
        "datum": "2026-12-01",
        "lid": "kim",
        "status": "bezig",
        "opmerking": "half",
    }
    wrong = [ACTIES[0] | {"opvolging": [{"lid": "kim", "status": "af", "extra": 1}]}]
    assert faults(ADVISERING, {"adviezen": ADVIEZEN, "acties": wrong}) == [
        "acties 1, opvolging 1, extra: deze sleutel is onbekend",
        "acties 1, opvolging 1, datum: dit antwoord ontbreekt",
        "acties 1, opvolging 1, status: kan alleen zijn: open, bezig, gedaan, deels, vervallen",
    ]


def test_what_the_earlier_item_holds_beside_its_fields_stays_when_its_text_is_written_otherwise():
    eerder = {
        "acties": [
            {
                "id": "aaaaaaaa",
                "actie": "Bel Zoë.",
                "eigen": "iets",
                "haalbaar": [{"lid": "kim", "akkoord": True, "waarom": "tijd"}],
            }
        ]
    }
    same = [
        {"actie": " Bel Zoe\u0308. ", "haalbaar": [{"lid": "kim", "akkoord": "Nee"}]}
    ]
    data, fouten = check(ADVISERING, {"adviezen": ADVIEZEN, "acties": same}, eerder)
    assert fouten == []
    assert data["acties"] == [
        {
            "eigen": "iets",
            "id": "aaaaaaaa",
            "actie": "Bel Zoë.",
            "haalbaar": [{"lid": "kim", "akkoord": False, "waarom": "tijd"}],
        }
    ]


def test_what_a_skipped_step_cannot_hold_is_named():
    skipped = {
        "status": "overgeslagen",
        "reden": "tijd",
        "ervaringen": [{"lid": "kim", "ervaring": "x"}],
    }
    assert faults(EVALUATIE, skipped) == [
        "ervaringen: hoort niet bij een stap die jullie overslaan"
    ]
    assert "reden: hoort alleen bij 'status: overgeslagen'" in faults(
        EVALUATIE, {"reden": "tijd"}
    )
    ends_first = {
        "hulpvraag": "h",
        "begonnen": "2026-11-23T20:00:00+01:00",
        "afgerond": "2026-11-23T19:30:00+01:00",
    }
    assert faults(INTRODUCTIE, ends_first) == ["afgerond: ligt vóór begonnen"]


def test_a_step_may_be_passed_over_without_a_reason():
    over = {"status": "overgeslagen"}
    assert check(EVALUATIE, over) == (over, [])
    assert check(EVALUATIE, {**over, "reden": "tijd"}) == (
        {**over, "reden": "tijd"},
        [],
    )
    assert check(EVALUATIE, {**over, "reden": ""}) == (over, [])


def test_who_gives_nothing_more_in_a_step_owes_nothing():
    over = {"slaat_over": ["kim"], "vragen": VRAGEN[2:]}
    data, fouten = check(VERKENNING, over)
    assert fouten == []
    assert list(data) == ["slaat_over", "vragen"]
    assert check(VERKENNING, {**over, "vragen": VRAGEN[1:]})[1] == []
    assert check(VERKENNING, {"slaat_over": ["kim", "tim", "kim"]})[0] == {
        "slaat_over": ["kim", "tim"]
    }
    clear = {"definities": DEFINITIES, "herformulering": "h", "duidelijk_voor": ["kim"]}
    assert faults(DEFINITIE, clear) == ["duidelijk_voor: nog niet van Tim"]
    assert faults(DEFINITIE, {**clear, "slaat_over": ["tim"]}) == []


@pytest.mark.parametrize(
    ("slaat_over", "fout"),
    [
        ("kim", "slaat_over: moet een lijst van leden zijn"),
        (5, "slaat_over: moet een lijst van leden zijn"),
        (["ans"], "slaat_over: 'ans' doet niet mee aan deze sessie"),
        ([["kim"]], "slaat_over: doet niet mee aan deze sessie"),
    ],
)
def test_only_those_who_take_part_give_nothing_more(slaat_over: Any, fout: str):
    document = {"slaat_over": slaat_over, "vragen": VRAGEN}
    assert fout in faults(VERKENNING, document)


def test_who_gave_nothing_more_stays_so_when_the_step_is_given_again():
    eerder = {"slaat_over": ["kim"], "vragen": VRAGEN[2:]}
    data, fouten = check(VERKENNING, {}, eerder)
    assert (data["slaat_over"], fouten) == (["kim"], [])
    assert faults(VERKENNING, {"slaat_over": []}, eerder) == ["vragen: Kim 0 van 2"]


@pytest.mark.parametrize(
    ("gegeven", "kept"),
    [
        ("ja", "ja"),
        ("deels", "deels"),
        (True, "ja"),
        (False, "nee"),
        (None, None),
        ("", None),
    ],
)
def test_whether_an_advice_applies_may_be_a_yes_or_a_no_as_it_was(
    gegeven: Any, kept: str | None
):
    adviezen = [ADVIEZEN[0] | {"toepasbaar": gegeven}, ADVIEZEN[1]]
    data, fouten = check(ADVISERING, {"adviezen": adviezen, "acties": ACTIES})
    assert fouten == []
    assert data["adviezen"][0].get("toepasbaar") == kept


def test_a_line_that_is_indented_wrongly_is_not_quoted():
    assert faults(INTRODUCTIE, {"hulpvraag": "h", "Ik voel me al weken": "slecht"}) == [
        "een regel: deze sleutel is onbekend"
    ]
