"""Where two versions of a step meet, each yes and each answer stays with its words."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from intervisie_cli.merge.values import merge_data
from intervisie_cli.model.plain import Data, items_in, same, texts_in
from intervisie_cli.taal.verbetering import is_correction
from intervisie_cli.vragen.gezegd import bij_hun_woorden
from tests.vragen.voorbeeld import context

LEDEN = ("mirthe", "kim", "tim")
VRAGEN = ("Hoe begin ik op tijd?", "Wie helpt jou als het tegenzit?", "Wat eet je?")
ANTWOORDEN = ("Om acht uur", "Mijn zus", "Brood met kaas")


def verkenning(rng: Random) -> Data:
    vragen = []
    for nummer in range(rng.randint(1, 3)):
        vraag = {"id": f"vraag{nummer}", "lid": "tim", "vraag": rng.choice(VRAGEN)}
        if rng.random() < 0.5:
            vraag |= {"antwoord": rng.choice(ANTWOORDEN), "past": "ja"}
        vragen.append(vraag)
    return {"vragen": vragen}


def definitie(rng: Random) -> Data:
    ja = [lid for lid in LEDEN if rng.random() < 0.5]
    return {"herformulering": rng.choice(VRAGEN), "duidelijk_voor": ja}


def edited(rng: Random, was: Data) -> Data:
    """What a member makes of it: other words, another answer."""
    nu = verkenning(rng)["vragen"]
    samen = []
    for oud, nieuw in zip(was["vragen"], nu, strict=False):
        samen.append(rng.choice((oud, nieuw, oud | {"vraag": nieuw["vraag"]})))
    return {"vragen": samen + was["vragen"][len(samen) :]}


@given(st.integers(0, 2**32))
def test_questions_and_answers_that_two_clones_change(seed: int):
    rng = Random(seed)
    stap = context("lang", "probleemverkenning").stap
    base = verkenning(rng)
    een, ander = edited(rng, base), edited(rng, base)
    is_dicht = rng.random() < 0.5

    def met(een: Data, ander: Data) -> Data:
        samen = merge_data(base, een, ander)
        return bij_hun_woorden(stap, samen, (een, ander), base, is_dicht=is_dicht)

    nu = met(een, ander)
    assert same(nu, met(ander, een)), "each clone makes another one of it"
    again = bij_hun_woorden(stap, nu, (nu, nu), base, is_dicht=is_dicht)
    assert same(again, nu), "it does not come to rest"
    # What the merge keeps is not lost here.
    if is_dicht:
        assert {*texts_in(merge_data(base, een, ander))} - {*texts_in(nu)} <= {"ja"}
    gezegd = [
        (item["vraag"], item.get("antwoord"))
        for kant in (base, een, ander)
        for item in kant["vragen"]
    ]
    for item in items_in(nu["vragen"]):
        if "antwoord" in item:
            assert any(
                antwoord == item["antwoord"] and is_correction(vraag, item["vraag"])
                for vraag, antwoord in gezegd
            ), "an answer stands at words that it was not given to"


@given(st.integers(0, 2**32))
def test_a_yes_in_a_closed_step_is_of_the_words_that_stand_there(seed: int):
    rng = Random(seed)
    stap = context("lang", "probleemdefinitie").stap
    base, een, ander = (definitie(rng) for _ in range(3))
    samen = merge_data(base, een, ander)
    nu = bij_hun_woorden(stap, samen, (een, ander), base, is_dicht=True)
    zeiden_ja = {
        lid
        for kant in (een, ander)
        if kant["herformulering"] == nu["herformulering"]
        for lid in kant["duidelijk_voor"]
    }
    assert {*nu["duidelijk_voor"]} <= zeiden_ja
