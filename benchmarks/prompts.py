"""How long after Enter the next question stands.

It is measured at a pseudo-terminal, with an emulator that answers like a real one.
"""

import os
import time
from itertools import pairwise
from pathlib import Path

from tests.terminal.terminal import ENTER, Terminal

# The questions of one step, each with what is typed; between two of them time is taken.
_DIALOGUE = (
    ("Wat is je hulpvraag?", "Hoe begin ik op tijd?"),
    ("Wat moet de groep erover weten?", ""),
    (" · vraag", "Wat houdt je tegen?"),
    ("Wat is je antwoord?", "Ik stel uit."),
    (" · vraag", ""),
)


def measure(intervisie: str, group: Path, sessie: str) -> list[float]:
    """Answer the first questions of the next step of *sessie*.

    Gives for each Enter the ms until the next question stands.
    """
    gone = []
    with Terminal(
        [intervisie, "step", "--sessie", sessie], group, dict(os.environ)
    ) as terminal:
        for (question, answer), (following, _) in pairwise(_DIALOGUE):
            terminal.until(lambda text=question: text in terminal.question, question)
            if answer:
                terminal.keys(answer)
                terminal.until(
                    lambda typed=answer: typed in terminal.question, f"{answer!r}"
                )
            begin = time.perf_counter()
            terminal.keys(ENTER)
            terminal.until(
                lambda text=following: text in terminal.question,
                following,
                every_s=0.001,
            )
            gone.append((time.perf_counter() - begin) * 1000)
    return gone
