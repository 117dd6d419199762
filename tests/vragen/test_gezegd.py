"""What members said stays with the words that they said it of."""

from typing import Any

import pytest

from intervisie_cli.model.plain import Data
from intervisie_cli.vragen.gezegd import bij_hun_woorden
from tests.vragen.voorbeeld import context

KLOPT, ANDERS = "Hoe begin ik op tijd?", "Wat helpt mij om te slapen?"


def definitie(
    wordt: Data, *kanten: Data, eerder: Data | None = None, is_dicht: bool = True
) -> Data:
    stap = context("lang", "probleemdefinitie").stap
    return bij_hun_woorden(stap, wordt, kanten, eerder or {}, is_dicht=is_dicht)


def vragen(
    wordt: list[Any], *kanten: list[Data], eerder: list[Data], is_dicht: bool = True
) -> list[Any]:
    stap = context("lang", "probleemverkenning").stap
    nu = bij_hun_woorden(
        stap,
        {"vragen": wordt},
        [{"vragen": kant} for kant in kanten],
        {"vragen": eerder},
        is_dicht=is_dicht,
    )
    gevonden: list[Any] = nu["vragen"]
    return gevonden


def ja(tekst: str, *leden: str) -> Data:
    return {"herformulering": tekst, "duidelijk_voor": list(leden)}


def vraag(tekst: str, **rest: Any) -> Data:
    return {"id": "aaaa1111", "lid": "tim", "vraag": tekst, **rest}


# ---- a yes


def test_a_yes_counts_only_where_its_words_stand():
    samen = ja(ANDERS, "kim", "mirthe", "tim")
    nu = definitie(samen, ja(KLOPT, "kim", "tim"), ja(ANDERS, "mirthe"))
    assert nu == ja(ANDERS, "mirthe")


def test_a_yes_stays_where_both_have_the_same_words():
    samen = ja(KLOPT, "kim", "mirthe")
    assert definitie(samen, ja(KLOPT, "kim"), ja(KLOPT, "mirthe")) == samen


def test_in_an_open_step_every_yes_stays_for_it_is_asked_anew():
    samen = ja(ANDERS, "kim", "mirthe")
    kanten = (ja(KLOPT, "kim"), ja(ANDERS, "mirthe"))
    assert definitie(samen, *kanten, is_dicht=False) == samen


def test_who_agreed_to_an_actie_agreed_to_its_day():
    stap = context("lang", "advisering").stap
    was = {"id": "bbbb2222", "actie": "Ik loop", "tot": "2026-12-01"}
    mild = {"haalbaar": [{"lid": "kim", "akkoord": True}], "akkoord": True}
    wordt = {**was, "tot": "2026-12-08", **mild}
    nu = bij_hun_woorden(
        stap,
        {"acties": [wordt]},
        [{"acties": [{**was, **mild}]}, {"acties": [{**was, "tot": "2026-12-08"}]}],
        {},
        is_dicht=True,
    )
    assert nu["acties"] == [{**was, "tot": "2026-12-08"}]


# ---- an answer


def test_an_answer_stays_with_the_question_as_it_was():
    was = vraag(KLOPT, antwoord="Om acht uur", past="ja")
    wordt = vraag(ANDERS, antwoord="Om acht uur", past="ja")
    apart, nieuw = vragen([wordt], [was], [vraag(ANDERS)], eerder=[vraag(KLOPT)])
    assert apart | {"id": "aaaa1111"} == was
    assert nieuw == vraag(ANDERS)
    assert apart["id"] != nieuw["id"]


def test_in_an_open_step_the_answer_goes_for_it_is_asked_anew():
    was = vraag(KLOPT, antwoord="Om acht uur", past="ja")
    wordt = vraag(ANDERS, antwoord="Om acht uur", past="ja")
    nu = vragen([wordt], [was], [vraag(ANDERS)], eerder=[], is_dicht=False)
    assert nu == [vraag(ANDERS)]


def test_the_id_of_what_stands_apart_is_the_same_on_each_clone():
    was = vraag(KLOPT, antwoord="Om acht uur")
    wordt = vraag(ANDERS, antwoord="Om acht uur")
    kanten = [was], [vraag(ANDERS)]
    een = vragen([wordt], *kanten, eerder=[])
    assert een == vragen([wordt], *reversed(kanten), eerder=[])
    # What stands apart already is not there twice.
    assert vragen(een, [een[0], was], [een[0], vraag(ANDERS)], eerder=[]) == een


def test_a_question_with_a_slip_mended_keeps_its_answer():
    was = vraag("Hoe begni ik op tijd?", antwoord="Om acht uur")
    wordt = vraag(KLOPT, antwoord="Om acht uur")
    assert vragen([wordt], [was], [vraag(KLOPT)], eerder=[]) == [wordt]


def test_an_answer_that_was_known_to_both_is_not_put_back():
    was = vraag(KLOPT, antwoord="Om acht uur")
    nu = vragen([vraag(ANDERS)], [was], [vraag(ANDERS)], eerder=[was])
    assert nu == [vraag(ANDERS)]


def test_a_verdict_without_words_goes_with_the_words_it_was_of():
    was, wordt = vraag(KLOPT, past="ja"), vraag(ANDERS, past="ja")
    nu = vragen([wordt], [was], [vraag(ANDERS)], eerder=[])
    assert nu == [vraag(ANDERS)]


def test_what_a_hand_wrote_as_no_item_stays():
    met_de_hand = ["zomaar", {"vraag": KLOPT}, {"id": ["x"], "vraag": KLOPT}, 3]
    assert vragen(met_de_hand, [], [], eerder=[]) == met_de_hand


@pytest.mark.parametrize("waarde", ["Kim", ["kim", 3, {"lid": "tim"}], {"kim": "ja"}])
def test_what_a_hand_wrote_in_place_of_names_or_items_stays(waarde: Any):
    wordt = ja(ANDERS) | {"duidelijk_voor": waarde}
    assert definitie(wordt, ja(KLOPT, "mirthe"), ja(ANDERS)) == wordt
    stap = context("lang", "probleemverkenning").stap
    nu = bij_hun_woorden(stap, {"vragen": "Wat eet je?"}, [], {}, is_dicht=True)
    assert nu == {"vragen": "Wat eet je?"}


def test_an_answer_that_was_corrected_later_takes_the_place_of_what_stands_apart():
    was = vraag(KLOPT, antwoord="Om acht uur")
    samen = vragen([vraag(ANDERS)], [was], [vraag(ANDERS)], eerder=[])
    later = vraag(KLOPT, antwoord="Een keer lukte het")
    nu = vragen(samen, samen, [later], eerder=[was])
    assert [item.get("antwoord") for item in nu] == ["Een keer lukte het", None]
    assert [item["id"] for item in nu] == [item["id"] for item in samen]
