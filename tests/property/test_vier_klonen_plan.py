"""A plan over four laptops: who stands behind it, who doubts, and what is worded anew."""

from typing import Any

from tests.lab import must
from tests.property.vier_klonen import Wereld
from tests.property.vier_vast import EVEN, Open, Vast, als, at, data

EEN, TWEE = "Ik lees elke dag 10 bladzijden", "Ik bel elke dag 1 keer"
KLEINER = "Ik lees elke week 5 bladzijden tot 1 december"


def takes_part(wereld: Wereld, lid: str, *zegt: str) -> Vast:
    must(wereld.clone(lid), "sync")
    return at(wereld, lid, "mee", mens=Vast(zegt, EVEN))


def plan(wereld: Wereld, lid: str) -> list[tuple[Any, Any]]:
    """Of each actie whether Mirthe stands behind it, and who finds it feasible."""
    acties = data(wereld, lid, "advisering")["acties"]
    return [
        (
            actie.get("akkoord"),
            {een["lid"]: een["akkoord"] for een in actie.get("haalbaar") or []},
        )
        for actie in acties
    ]


def test_who_stands_behind_one_actie_and_doubts_the_other_is_asked_once(
    open_met: Open,
) -> None:
    """Mirthe refuses the second and doubts the first, while Tim makes the first one smaller.

    A yes and a no to the same words are two things; and a no to the old words is none to the new.
    """
    wereld = open_met("kort", 2)
    als(wereld, "kim", "kim", "adviezen:\n- Zet een wekker\n")
    at(wereld, "kim", "mee", mens=Vast())
    takes_part(wereld, "mirthe")
    must(wereld.clone("tim"), "sync")
    weer: list[Vast] = []

    def mirthe_says() -> str:
        takes_part(wereld, "mirthe", "niet 2", "1")
        weer.append(takes_part(wereld, "mirthe"))
        assert plan(wereld, "mirthe") == [
            (True, {"mirthe": False, "kim": False}),
            (False, {"mirthe": True, "kim": True}),
        ]
        return KLEINER

    zegt = ["Slaap", "Loop", "", f"{EEN} tot 1 december", f"{TWEE} tot 1 december", ""]
    wacht = [
        lambda: takes_part(wereld, "mirthe", "ja", "ja", "ja"),
        *EVEN,
        lambda: takes_part(wereld, "kim", "niet 1"),
        *EVEN,
    ]
    mens = Vast([*zegt, "niemand", mirthe_says], wacht)
    at(wereld, "tim", "step", mens=mens)
    assert weer[0].gevraagd == {}, "Mirthe is asked once more of the same words"
    assert list(mens.gevraagd)[-1] == "acties/-/1/actie/coach/kleiner"
