"""The coach: a question for each missing letter, fields that fill themselves, a choice it keeps."""

from typing import Any

import pytest

from intervisie_cli.model.vraag import Antwoorden
from intervisie_cli.vragen import coach
from intervisie_cli.vragen.meekijker import MOMENT, meekijker
from intervisie_cli.vragen.opbouw import naar_antwoorden, naar_data
from intervisie_cli.vragen.script import vragen
from tests.vragen.voorbeeld import (
    answered,
    check,
    context,
    key,
    now,
    plainly,
    typed,
)

ACTIE = "acties/-/0/actie"
NIETS_GEZEGD = {ACTIE: "beter plannen"} | {
    f"{ACTIE}/coach/{letter}": "" for letter in "SMT"
}
MET_OPZET = NIETS_GEZEGD | {f"{ACTIE}/coach/S": "zo laten"}
LEIDEND = "Vind je niet dat je eerder moet beginnen?"


def talk(
    stap: str, answers: dict[str, Any], boek: str = "lang"
) -> tuple[Antwoorden, list[str]]:
    """Answer all questions of a step, by *answers* where they stand in it; give the keys asked."""
    van, gesteld = context(boek, stap), []
    antwoorden: Antwoorden = {}
    while any(vraag.is_open(antwoorden) for vraag in vragen(van, antwoorden)):
        nu = now(van, antwoorden)
        gesteld.append(str(nu.sleutel))
        assert len(gesteld) < 100, "the script does not end"
        gezegd = answers.get(str(nu.sleutel), plainly(nu))
        antwoorden = answered(nu, gezegd, antwoorden)
        antwoorden = coach.rond_af(nu.sleutel, van, antwoorden).toegepast(antwoorden)
    return antwoorden, gesteld


def actie_of(antwoorden: Antwoorden) -> dict[str, Any]:
    van = context("lang", "advisering")
    data, fouten = check(van, naar_data(van, antwoorden))
    assert fouten == []
    return {
        naam: waarde
        for naam, waarde in data["acties"][0].items()
        if naam in ("actie", "meetbaar", "tot", "ritme", "stil")
    }


def asked(gesteld: list[str]) -> list[str]:
    return [
        sleutel.removeprefix("acties/-/0/")
        for sleutel in gesteld
        if sleutel.startswith("acties/-/0/")
    ]


def test_a_good_actie_is_asked_nothing_more_and_fills_its_own_fields():
    antwoorden, gesteld = talk(
        "advisering", {ACTIE: "Elke dag om 9 uur 30 minuten lezen, t/m 18 december"}
    )
    assert asked(gesteld) == ["actie"]
    assert actie_of(antwoorden) == {
        "actie": "Elke dag om 9 uur 30 minuten lezen, t/m 18 december", "tot": "2026-12-18",
        "ritme": "Elke dag om 9 uur",
    }  # fmt: skip


def test_each_missing_letter_is_asked_once_and_the_answers_make_a_sentence():
    antwoorden, gesteld = talk("advisering", {
        ACTIE: "beter plannen", f"{ACTIE}/coach/S": "ik maak een weekplanning",
        f"{ACTIE}/coach/T": "elke zondag om 20 uur", f"{ACTIE}/coach/keuze": coach.OVERNEMEN,
    })  # fmt: skip
    assert asked(gesteld) == [
        "actie",
        "actie/coach/S",
        "actie/coach/T",
        "actie/coach/keuze",
    ]
    assert actie_of(antwoorden) == {
        "actie": "Ik maak een weekplanning, elke zondag om 20 uur",
        "ritme": "elke zondag om 20 uur",
    }  # fmt: skip


def test_the_answers_on_m_and_t_fill_the_fields_also_when_the_sentence_stays():
    antwoorden, _ = talk("advisering", {
        ACTIE: "ik ga wandelen", f"{ACTIE}/coach/M": "2 rondjes door het park",
        f"{ACTIE}/coach/T": "uiterlijk 1 december", f"{ACTIE}/coach/keuze": coach.LATEN,
    })  # fmt: skip
    assert actie_of(antwoorden) == {
        "actie": "ik ga wandelen", "meetbaar": "2 rondjes door het park", "tot": "2026-12-01",
    }  # fmt: skip


def test_a_moment_without_a_day_is_kept_in_the_words_of_who_said_it():
    antwoorden, _ = talk("advisering", {
        ACTIE: "ik bel mijn begeleider", f"{ACTIE}/coach/T": "na de vakantie",
        f"{ACTIE}/coach/keuze": coach.LATEN,
    })  # fmt: skip
    assert actie_of(antwoorden) == {
        "actie": "ik bel mijn begeleider",
        "ritme": "na de vakantie",
    }


def test_who_answers_nothing_keeps_the_sentence_and_nothing_is_silenced():
    antwoorden, gesteld = talk("advisering", NIETS_GEZEGD)
    assert "actie/coach/keuze" not in asked(gesteld)
    assert actie_of(antwoorden) == {"actie": "beter plannen"}


@pytest.mark.parametrize(
    ("letter", "regel"),
    [
        ("S", "smart-specifiek-vaag"),
        ("M", "smart-meetbaar-vergelijking"),
        ("T", "smart-tijdgebonden-ontbreekt"),
    ],
)
@pytest.mark.parametrize("gezegd", ["zo laten", "Zo laten.", " ZO  LATEN! "])
def test_who_says_so_at_a_letter_leaves_that_one_on_purpose(
    letter: str, regel: str, gezegd: str
):
    met_opzet = NIETS_GEZEGD | {f"{ACTIE}/coach/{letter}": gezegd}
    antwoorden, gesteld = talk("advisering", met_opzet)
    assert "actie/coach/keuze" not in asked(gesteld)
    kept = actie_of(antwoorden)
    assert kept["actie"] == "beter plannen"
    # The other two were left empty: that is no choice.
    assert kept["stil"] == [{"regel": regel, "reden": coach.ZO_GELATEN}]


@pytest.mark.parametrize("keuze", [coach.HOUDEN, coach.OVERNEMEN])
def test_a_letter_left_on_purpose_stays_so_whatever_becomes_of_the_proposal(keuze: str):
    antwoorden, gesteld = talk("advisering", {
        ACTIE: "ik ga wandelen", f"{ACTIE}/coach/M": "zo laten",
        f"{ACTIE}/coach/T": "uiterlijk 1 december", f"{ACTIE}/coach/keuze": keuze,
    })  # fmt: skip
    assert "actie/coach/keuze" in asked(gesteld)
    kept = actie_of(antwoorden)
    assert kept["stil"] == [
        {"regel": "smart-meetbaar-ontbreekt", "reden": coach.ZO_GELATEN}
    ]


@pytest.mark.parametrize(
    ("keuze", "is_stil"), [(coach.HOUDEN, False), (coach.LATEN, True)]
)
def test_a_choice_to_keep_the_sentence_silences_only_when_it_is_on_purpose(
    keuze: str, is_stil: bool
):
    antwoorden, _ = talk(
        "advisering",
        {
            ACTIE: "beter plannen",
            f"{ACTIE}/coach/S": "",
            f"{ACTIE}/coach/M": "",
            f"{ACTIE}/coach/T": "elke dag",
            f"{ACTIE}/coach/keuze": keuze,
        },
    )
    kept = actie_of(antwoorden)
    assert kept["actie"] == "beter plannen"
    assert ("stil" in kept) is is_stil


def test_the_choice_begins_at_the_words_of_who_said_them():
    van = context("lang", "probleemverkenning")
    antwoorden = typed(van, {}, LEIDEND)
    keuze = now(van, antwoorden)
    assert str(keuze.sleutel) == "vragen/kim/0/vraag/coach/keuze"
    assert (keuze.standaard, keuze.keuzes[0].waarde) == (coach.HOUDEN, coach.HOUDEN)
    assert keuze.keuzes[0].label == "Mijn vraag blijft"


def test_a_letter_that_is_left_on_purpose_says_nothing_in_the_sentence():
    antwoorden, _ = talk(
        "advisering",
        {
            ACTIE: "wandelen",
            f"{ACTIE}/coach/M": "zo laten",
            f"{ACTIE}/coach/T": "elke dag",
            f"{ACTIE}/coach/keuze": coach.OVERNEMEN,
        },
    )
    assert actie_of(antwoorden) == {"actie": "Wandelen, elke dag", "ritme": "elke dag"}


def test_a_sentence_can_be_changed_before_it_is_taken_over():
    antwoorden, _ = talk("advisering", {
        ACTIE: "wandelen", f"{ACTIE}/coach/M": "2 km", f"{ACTIE}/coach/T": "elke dag",
        f"{ACTIE}/coach/keuze": coach.AANPASSEN,
        f"{ACTIE}/coach/tekst": "Elke dag 2 km wandelen met de hond",
    })  # fmt: skip
    assert actie_of(antwoorden)["actie"] == "Elke dag 2 km wandelen met de hond"


def test_a_leading_question_is_offered_an_open_one_and_may_stay():
    sleutel = "vragen/kim/0/vraag"
    for keuze, wanted in (
        (coach.OVERNEMEN, "Wat zou je helpen om eerder te beginnen?"),
        (coach.HOUDEN, LEIDEND),
        (coach.LATEN, LEIDEND),
    ):
        antwoorden, gesteld = talk("probleemverkenning", {
            sleutel: "Vind je niet dat je eerder moet beginnen?", f"{sleutel}/coach/keuze": keuze,
        })  # fmt: skip
        assert gesteld[:2] == [sleutel, f"{sleutel}/coach/keuze"]
        van = context("lang", "probleemverkenning")
        data, fouten = check(van, naar_data(van, antwoorden))
        assert fouten == []
        assert data["vragen"][0]["vraag"] == wanted
        assert ("stil" in data["vragen"][0]) is (keuze == coach.LATEN)


def test_a_recorded_step_that_is_opened_again_keeps_its_silences_until_the_words_change():
    van = context("lang", "advisering")
    antwoorden, _ = talk("advisering", MET_OPZET)
    data, _ = check(van, naar_data(van, antwoorden))
    opnieuw = naar_antwoorden(van, data, "")
    assert f"{ACTIE}/coach/S" not in [
        str(vraag.sleutel) for vraag in vragen(van, opnieuw)
    ]
    same, _ = check(van, naar_data(van, opnieuw), data)
    assert same["acties"][0]["stil"] == data["acties"][0]["stil"]
    changed, _ = check(
        van, naar_data(van, opnieuw | {key(van, ACTIE): "Ik bel morgen Kim"}), data
    )
    assert "stil" not in changed["acties"][0]


def test_a_field_that_the_sentence_says_can_be_had_back():
    van = context("lang", "advisering")
    antwoorden, _ = talk("advisering", {ACTIE: "Elke dag 30 minuten lezen"})
    tot = key(van, "acties/-/0/tot")
    assert tot not in [vraag.sleutel for vraag in vragen(van, antwoorden)]
    antwoorden = coach.heropen(tot, van, antwoorden).toegepast(antwoorden)
    assert [vraag.sleutel for vraag in vragen(van, antwoorden)][-1] == tot


def test_a_text_that_is_typed_again_is_looked_at_anew():
    van = context("lang", "advisering")
    antwoorden, _ = talk("advisering", NIETS_GEZEGD)
    sleutel = key(van, ACTIE)
    del antwoorden[sleutel]
    antwoorden = coach.heropen(sleutel, van, antwoorden).toegepast(antwoorden)
    antwoorden[sleutel] = "minder scrollen"
    assert (
        str([vraag.sleutel for vraag in vragen(van, antwoorden)][-1])
        == f"{ACTIE}/coach/M"
    )


@pytest.mark.parametrize(
    ("tekst", "stand"),
    [
        ("beter plannen", {"S": False, "M": False, "A": None, "R": None, "T": False}),
        (
            "elke dag 30 minuten lezen",
            {"S": True, "M": True, "A": None, "R": None, "T": True},
        ),
    ],
)
def test_the_bar_says_how_an_actie_stands(tekst: str, stand: dict[str, bool | None]):
    veld = context("lang", "advisering").stap.veld("acties")
    assert veld
    kijkt = meekijker(veld.onderdelen[0], context("lang", "advisering"))
    assert kijkt
    assert dict(kijkt(tekst)) == stand
    assert dict(
        kijkt._replace(checks=(MOMENT,))("uiterlijk volgende week vrijdag")
    ) == {"vr 4 december ": True}
