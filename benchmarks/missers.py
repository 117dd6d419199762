"""Where the checks are wrong most: `python -m benchmarks.missers`.

Of what is found in the texts of writers that were not learned from, prints what stands in texts
that are judged wrong far more than others.
"""

from collections import Counter
from collections.abc import Iterable

from benchmarks.beoordelen import (
    acties_met_kenmerken,
    judge_all,
    together,
    vragen_met_kenmerken,
    zonder_twijfel,
)
from benchmarks.wegen import LETTERS

_MINSTENS, _REGELS = 25, 20


def print_worst(naam: str, oordelen: Iterable[tuple[bool, frozenset[str]]]) -> None:
    """Print what stands in the texts that were judged wrong, the worst first."""
    alle = list(oordelen)
    geteld: Counter[str] = Counter()
    fout: Counter[str] = Counter()
    for is_fout, kenmerken in alle:
        geteld.update(kenmerken)
        if is_fout:
            fout.update(kenmerken)
    deel = sum(is_fout for is_fout, _ in alle) / len(alle)
    print(f"\n{naam}: {deel:.3f} of {len(alle)} wrong")

    def teveel(kenmerk: str) -> float:
        verwacht = deel * geteld[kenmerk]
        return (fout[kenmerk] - verwacht) / (geteld[kenmerk] ** 0.5 + 2)

    genoeg = [kenmerk for kenmerk in geteld if geteld[kenmerk] >= _MINSTENS]
    for kenmerk in sorted(genoeg, key=teveel, reverse=True)[:_REGELS]:
        wrong, of = fout[kenmerk], geteld[kenmerk]
        print(f"  {kenmerk:<28} {wrong} of {of} ({wrong / of:.2f})")


def main() -> None:
    """Print it for each letter, and for the kind of question."""
    acties, vragen = together(judge_all())
    van_actie, van_vraag = acties_met_kenmerken(), vragen_met_kenmerken()
    for letter in LETTERS:
        print_worst(
            letter,
            (
                (
                    een.is_er(letter) != bool(een.case[letter]),
                    van_actie[een.case["tekst"]],
                )
                for een in zonder_twijfel(acties, letter)
            ),
        )
    print_worst(
        "questions",
        (
            (een.soort != een.case["soort"], van_vraag[een.case["tekst"]])
            for een in vragen
            if not een.case.get("twijfel")
        ),
    )


if __name__ == "__main__":
    main()
