"""What `show` says of a step besides the answers: who gave none."""

from pathlib import Path

from tests import lab
from tests.lab import must


def test_who_passed_over_a_step_is_named_in_it(twee: Path):
    advies = (
        "stap: advisering\nslaat_over: [kim, tim]\n"
        "acties:\n- {actie: Morgen om 9 uur opstaan., wie: mirthe}\n"
    )
    must(twee, *lab.STEP, stdin=advies)
    assert "Advisering (ronde 1)\n  Slaat over: Kim en Tim\n" in must(twee, "show").out
