"""Four laptops of one group in one evening, in any order: all end alike, and no word is lost.

In clones that share over a folder people lead, take over, take part, correct, leave and come back,
go offline, undo and look, also while another sits at a question. After each command: no word that
was recorded is gone, none that was typed is nowhere, and nobody saw what others still write. At
the end the clones are one tree, nothing stands there twice, each yes is of the words that stand
there, and somebody can lead the sessie to its end.

`test_vier_klonen_gevonden` has what this found, each as a short story of its own.
"""

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.lab import ALLE_PUNTEN
from tests.property.vier_begin import BEGIN, LEDEN, Begin
from tests.property.vier_daden import GEWICHT, Avond, Daad

# What is done often is drawn often.
_WAT = [wat for wat, keer in GEWICHT.items() for _ in range(keer)]
DADEN = st.lists(
    st.builds(
        Daad, st.sampled_from(_WAT), st.sampled_from(LEDEN), st.integers(0, 2**16 - 1)
    ),
    min_size=2,
    max_size=16 if ALLE_PUNTEN else 4,
)


@pytest.mark.slow
@settings(
    max_examples=400 if ALLE_PUNTEN else 3,
    deadline=None,
    derandomize=True,
    database=None,
    # Each evening takes seconds: what fails is told as it was found, and made smaller by hand.
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(st.sampled_from(BEGIN), DADEN)
def test_an_evening_over_four_laptops_ends_in_one_tree_with_all_that_was_said(
    begin: Begin, daden: list[Daad]
) -> None:
    Avond(begin).play(daden)
