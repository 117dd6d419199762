"""How much more texts of new writers give: `python -m benchmarks.leercurve`.

Learns from so many writers, with and without those of before, and judges writers that were left
out: each once, in six parts.
"""

import hashlib
from concurrent.futures import ProcessPoolExecutor
from itertools import product

from benchmarks.beoordelen import (
    Oordeel,
    Vraagoordeel,
    judge_acties,
    judge_vragen,
    letter_telling,
    right,
    smart_telling,
    together,
)
from benchmarks.wegen import LETTERS
from tests.checks.cases import schrijvers

_DELEN = 6
_AANTALLEN = (5, 10, 20, 30)


def _op_volgorde() -> list[str]:
    """The writers in an order that says nothing about them."""
    namen = {case["bron"] for case in schrijvers("acties")}
    return sorted(namen, key=lambda naam: hashlib.sha256(naam.encode()).digest())


def judge_part(
    aantal: int, deel: int
) -> dict[str, tuple[list[Oordeel], list[Vraagoordeel]]]:
    """The writers of one part, judged by what so many of the others taught."""
    namen = _op_volgorde()
    eigen = namen[deel::_DELEN]
    leraren = frozenset([naam for naam in namen if naam not in eigen][:aantal])
    return {
        naam: (judge_acties(naam, leraren), judge_vragen(naam, leraren))
        for naam in eigen
    }


def main() -> None:
    """Print a row for each number of writers."""
    taken = list(product(_AANTALLEN, range(_DELEN)))
    with ProcessPoolExecutor() as pool:
        uitkomsten = list(pool.map(judge_part, *zip(*taken, strict=True)))
    print("| writers | S | M | T | SMART | questions |\n|---|---|---|---|---|---|")
    for aantal in _AANTALLEN:
        alle: dict[str, tuple[list[Oordeel], list[Vraagoordeel]]] = {}
        for (van, _), uitkomst in zip(taken, uitkomsten, strict=True):
            if van == aantal:
                alle |= uitkomst
        acties, vragen = together(alle)
        cijfers = [letter_telling(acties, letter).macro_f1 for letter in LETTERS]
        cijfers += [smart_telling(acties).macro_f1, right(vragen)]
        print(f"| {aantal} | " + " | ".join(f"{een:.3f}" for een in cijfers) + " |")


if __name__ == "__main__":
    main()
