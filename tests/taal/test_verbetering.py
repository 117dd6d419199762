"""What is the same sentence, corrected, and what is another."""

import pytest

from intervisie_cli.taal.verbetering import is_correction


@pytest.mark.parametrize(
    ("was", "wordt"),
    [
        ("Zet een weker", "Zet een wekker"),
        ("Ik bel mijn docent", "Ik bel morgen mijn docent"),
        ("Ik lees 10 bladzijden", "Ik lees elke dag 10 bladzijden voor het ontbijt"),
        ("Wat houdt je tegen?", "wat houdt jou tegen"),
    ],
)
def test_a_mended_sentence_is_the_same(was: str, wordt: str):
    assert is_correction(was, wordt)


@pytest.mark.parametrize(
    ("was", "wordt"),
    [
        ("Zet een wekker", "Ga vroeg naar bed"),
        ("Ik bel mijn docent", "Ik lees elke dag 10 bladzijden"),
        ("Wat houdt je tegen?", "Hoe zou een vriend het zien?"),
        ("", "Zet een wekker"),
        (None, "Zet een wekker"),
    ],
)
def test_another_sentence_is_another(was: str | None, wordt: str):
    assert not is_correction(was, wordt)
