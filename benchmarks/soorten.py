"""How well kinds of sentences are judged that checks find hard: `python -m benchmarks.soorten`.

They were written and labelled apart, and nothing is learned from them.
"""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from benchmarks.wegen import LETTERS
from intervisie_cli.checks.smart.actie import Actiezin, Afspraken
from intervisie_cli.checks.vraag.vraagzin import lees_vraag
from tests.checks.cases import REGIO, VANDAAG, soorten


class Uitkomst(NamedTuple):
    """One letter or one question of a kind: whether it is judged as people do."""

    kind: str
    is_goed: bool
    tekst: str
    wat: str


def outcomes_of_acties() -> Iterator[Uitkomst]:
    """Each letter of each actie about which nobody doubts."""
    for case in soorten("acties"):
        zin = Actiezin(case["tekst"], VANDAAG, None, Afspraken(REGIO))
        for letter in LETTERS:
            if letter not in str(case.get("twijfel", "")):
                is_goed = bool(case[letter]) == bool(zin.letters[letter])
                yield Uitkomst(case["kind"], is_goed, case["tekst"], letter)


def outcomes_of_vragen() -> Iterator[Uitkomst]:
    """Each question about which nobody doubts."""
    for case in soorten("vragen"):
        if not case.get("twijfel"):
            soort = lees_vraag(case["tekst"]).soort
            yield Uitkomst(case["kind"], soort == case["soort"], case["tekst"], soort)


def shares(uitkomsten: list[Uitkomst]) -> dict[str, tuple[int, int]]:
    """For each kind how many are right, and of how many."""
    alle = Counter(een.kind for een in uitkomsten)
    goed = Counter(een.kind for een in uitkomsten if een.is_goed)
    return {kind: (goed[kind], aantal) for kind, aantal in alle.items()}


def _print(uitkomsten: list[Uitkomst], titel: str) -> None:
    print(f"\n| {titel} | right |\n|---|---|")
    for kind, (goed, aantal) in shares(uitkomsten).items():
        print(f"| {kind} | {goed} of {aantal} |")
    alle = sum(een.is_goed for een in uitkomsten)
    print(f"| all | {alle / len(uitkomsten):.3f} of {len(uitkomsten)} |")


def main() -> None:
    """Print it all, and what is judged otherwise."""
    acties, vragen = list(outcomes_of_acties()), list(outcomes_of_vragen())
    _print(acties, "letters of acties")
    _print(vragen, "questions")
    print()
    for een in [*acties, *vragen]:
        if not een.is_goed:
            print(f"{een.kind}: {een.tekst} ({een.wat})")


if __name__ == "__main__":
    main()
