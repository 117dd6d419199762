"""Who is there at a step: bounds name a step by the folder of its ronde, as that stays."""

import pytest

from intervisie_cli.groep import draaiboeken
from intervisie_cli.model.aanwezig import Aanwezig
from intervisie_cli.model.plaatsen import there
from intervisie_cli.model.sessie import Ronde, Sessie, plekken
from tests.records.test_groep_en_sessie import SESSIE

RONDES = (
    Ronde("b", 1, "tim", "ronde-2-tim"),
    Ronde("a", 2, "mirthe", "ronde-1-mirthe"),
)


def steps_with_kim(van: str, tot: str) -> list[int]:
    """The places at which kim is there."""
    aanwezig = (Aanwezig("x", "kim", van, tot),)
    sessie: Sessie = SESSIE._replace(
        deelnemers=("mirthe", "kim", "tim"), rondes=RONDES, aanwezig=aanwezig
    )
    plaatsen = plekken(draaiboeken.load(None, "kort"), RONDES)
    return [
        nummer
        for nummer, plek in enumerate(plaatsen)
        if "kim" in there(sessie, plaatsen, plek)
    ]


@pytest.mark.parametrize(
    ("van", "tot", "er"),
    [
        ("", "", [0, 1, 2, 3, 4, 5, 6]),
        ("ronde-1-mirthe/advisering", "", [4, 5, 6]),
        ("2/advisering", "", [4, 5, 6]),
        ("", "ronde-2-tim/advisering", [0, 1]),
        ("1/advisering", "evaluatie", [2, 3, 4]),
        ("evaluatie", "acclimatisering", []),
        ("ronde-9-sam/advisering", "onzin", [0, 1, 2, 3, 4, 5, 6]),
    ],
)
def test_a_bound_holds_from_or_up_to_its_step(van: str, tot: str, er: list[int]):
    assert steps_with_kim(van, tot) == er
