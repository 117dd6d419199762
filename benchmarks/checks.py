"""How well the checks agree with people: `python -m benchmarks.checks`.

Prints F1 per letter, the confusion of questions, exact dates and rhythms, for the part of the cases
to build on and for the part that is only measured; the worst misses of the first part alone; and
what a text costs. With `--snel` the last is left out.
"""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from benchmarks.check_speed import print_speed
from intervisie_cli.checks.oordeel import beoordeel_actie, beoordeel_vraag
from intervisie_cli.checks.smart.actie import Actiezin, Afspraken
from tests.checks.cases import (
    ACHTERAF,
    BOUWEN,
    METEN,
    MOEILIJK,
    REGIO,
    VANDAAG,
    Case,
    moment,
    part,
)

LETTERS = ("S", "M", "T", "SMART")
SOORTEN = ("open", "gesloten", "suggestief")
MISSERS = 20


class Telling(NamedTuple):
    """How often something was said to be there (ja) or missing (nee), rightly or wrongly."""

    goed_ja: int
    vals_ja: int
    goed_nee: int
    vals_nee: int

    @property
    def precisie(self) -> float:
        """Of what was said to be there, the share that is."""
        return _deel(self.goed_ja, self.goed_ja + self.vals_ja)

    @property
    def dekking(self) -> float:
        """Of what is there, the share that was said to be."""
        return _deel(self.goed_ja, self.goed_ja + self.vals_nee)

    @property
    def macro_f1(self) -> float:
        """The mean of F1 for 'there' and F1 for 'missing'."""
        fouten = self.vals_ja + self.vals_nee
        return (
            _deel(2 * self.goed_ja, 2 * self.goed_ja + fouten)
            + _deel(2 * self.goed_nee, 2 * self.goed_nee + fouten)
        ) / 2


class Cijfers(NamedTuple):
    """What one part of the cases gives."""

    letters: dict[str, Telling]
    vals_alarm: float
    exact: float
    vragen: float
    verwarring: Counter[tuple[str, str]]


def _deel(teller: float, noemer: float) -> float:
    return teller / noemer if noemer else 1.0


def letters_of(case: Case) -> dict[str, bool]:
    """What people said of an actie."""
    gezegd = {letter: bool(case[letter]) for letter in "SMT"}
    return {**gezegd, "SMART": all(gezegd.values())}


def verdict(case: Case) -> tuple[dict[str, bool], tuple[str | None, str | None]]:
    """What the checks say of an actie, and its last day and rhythm."""
    actie = Actiezin(case["tekst"], VANDAAG, None, Afspraken(REGIO))
    gezegd = {
        "S": actie.is_specifiek,
        "M": actie.is_meetbaar,
        "T": actie.is_tijdgebonden,
    }
    return {**gezegd, "SMART": all(gezegd.values())}, (
        actie.tot.isoformat() if actie.tot else None,
        actie.ritme.as_rrule() if actie.ritme else None,
    )


def soort_of(case: Case) -> str:
    """What the checks say of a question."""
    return beoordeel_vraag(case["tekst"]).soort


def measure(deel: str) -> Cijfers:
    """All figures of one part."""
    acties, vragen = part("acties", deel), part("vragen", deel)
    paren = [(letters_of(case), *verdict(case), moment(case)) for case in acties]
    goede = [(mens, machine) for mens, machine, _, _ in paren if mens["SMART"]]
    met_moment = [
        (gevonden, gewild) for _, _, gevonden, gewild in paren if gewild != (None, None)
    ]
    return Cijfers(
        letters={
            letter: telling(
                (mens[letter], machine[letter]) for mens, machine, _, _ in paren
            )
            for letter in LETTERS
        },
        vals_alarm=_deel(sum(not machine["SMART"] for _, machine in goede), len(goede)),
        exact=_deel(
            sum(gevonden == gewild for gevonden, gewild in met_moment), len(met_moment)
        ),
        vragen=_right(vragen),
        verwarring=Counter((case["soort"], soort_of(case)) for case in vragen),
    )


def _right(vragen: Iterable[Case]) -> float:
    """The share of the uncontested questions that is judged as people do."""
    onbetwist = [case for case in vragen if not case.get("twijfel")]
    return _deel(
        sum(soort_of(case) == case["soort"] for case in onbetwist), len(onbetwist)
    )


def telling(paren: Iterable[tuple[bool, bool]]) -> Telling:
    """Count pairs of what people say and what the program says."""
    geteld = Counter(paren)
    return Telling(
        geteld[True, True],
        geteld[False, True],
        geteld[False, False],
        geteld[True, False],
    )


def misses(deel: str) -> Iterator[str]:
    """The texts on which the checks and people differ, the worst first.

    The worst differ on most letters that people did not doubt.
    """
    gevonden = []
    for case in part("acties", deel):
        mens, (machine, tijd) = letters_of(case), verdict(case)
        anders = "".join(letter for letter in "SMT" if mens[letter] != machine[letter])
        zeker = "".join(
            letter for letter in anders if letter not in str(case.get("twijfel", ""))
        )
        if anders or (moment(case) != (None, None) and tijd != moment(case)):
            gevonden.append(
                (-len(zeker), -len(anders), f"{anders or 'datum':<6} {case['tekst']}")
            )
    for case in part("vragen", deel):
        if (soort := soort_of(case)) != case["soort"]:
            is_zeker = not case.get("twijfel")
            gevonden.append(
                (-is_zeker, -1, f"{case['soort']} → {soort}: {case['tekst']}")
            )
    return (regel for _, _, regel in sorted(gevonden))


def print_figures(deel: str) -> None:
    """The tables of one part."""
    cijfers = measure(deel)
    acties, vragen = part("acties", deel), part("vragen", deel)
    print(f"\n## {deel}: {len(acties)} acties, {len(vragen)} vragen\n")
    print("| letter | macro F1 | precision | recall |\n|---|---|---|---|")
    for letter, telling in cijfers.letters.items():
        shares = (telling.macro_f1, telling.precisie, telling.dekking)
        print(f"| {letter} | " + " | ".join(f"{share:.3f}" for share in shares) + " |")
    print(
        f"\nfalse alarm on good sentences {cijfers.vals_alarm:.3f} "
        f"· date or rhythm exactly right {cijfers.exact:.3f}"
    )
    print(f"questions right, of the uncontested {cijfers.vragen:.3f}", end=" ")
    soorten: dict[str, list[Case]] = {
        "everyday ones": [],
        "made to be hard": [],
        "written afterwards": [],
    }
    for case in vragen:
        moeilijk = "made to be hard" if case["bron"] in MOEILIJK else "everyday ones"
        soorten["written afterwards" if case["bron"] == ACHTERAF else moeilijk].append(
            case
        )
    print(
        "("
        + ", ".join(
            f"{naam} {_right(cases):.3f}" for naam, cases in soorten.items() if cases
        )
        + ")\n"
    )
    print("| people say | " + " | ".join(SOORTEN) + " |\n|---|---|---|---|")
    for soort in SOORTEN:
        print(
            f"| {soort} | "
            + " | ".join(str(cijfers.verwarring[soort, ander]) for ander in SOORTEN)
            + " |"
        )


def main(argv: list[str]) -> None:
    """Print it all."""
    for deel in (METEN, BOUWEN):
        print_figures(deel)
    print("\n## the worst misses of the part to build on\n")
    for _, regel in zip(range(MISSERS), misses(BOUWEN), strict=False):
        print(regel)
    if "--snel" not in argv:
        print_speed(
            _texts(),
            {"actie": lambda t: beoordeel_actie(t, VANDAAG), "vraag": beoordeel_vraag},
        )


def _texts() -> list[str]:
    return [
        case["tekst"]
        for naam in ("acties", "vragen")
        for deel in (METEN, BOUWEN)
        for case in part(naam, deel)
    ]


if __name__ == "__main__":
    main(sys.argv[1:])
