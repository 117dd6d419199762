"""Blocks without the names of members: gone where somebody is meant, and no word more."""

import pytest

from intervisie_cli.model.sessie import Groep, Lid
from intervisie_cli.tonen.zonder_namen import vervanger, vervangers

GROEP = Groep("Clubje", (Lid("ben"), Lid("kim", "Kim van Dam"), Lid("mei", "Mei Lin")))


@pytest.mark.parametrize(
    ("tekst", "wordt"),
    [
        ("Ben en kim komen", "Lid A en Lid B komen"),
        ("Kims plan, Ben's plan", "Lid B's plan, Lid A's plan"),
        ("ik ben er tot 1 mei", "ik ben er tot 1 mei"),
        ("mei lin belt Mei", "Lid C belt Lid C"),
        ("KIM VAN DAM en Van Dam", "Lid B en Van Lid B"),
        ("mijn kimono", "mijn kimono"),
    ],
)
def test_a_name_goes_and_an_ordinary_word_stays(tekst: str, wordt: str):
    assert vervanger(vervangers(GROEP, []))(tekst) == wordt
