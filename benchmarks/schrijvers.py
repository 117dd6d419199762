"""What the checks know of a writer they never read: `python -m benchmarks.schrijvers`.

For each writer of `tests/checks/schrijvers` all is learned anew from the others, and the writer's
own texts are judged with that. Prints the figures of each, their spread, what a bound for the coach
does, and how sure it is beside how often it is right. Takes some minutes on two cores.
"""

import statistics
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from typing import NamedTuple

from benchmarks.checks import Telling, telling
from benchmarks.regressie import Voorbeeld, gewogen
from benchmarks.wegen import (
    LETTERS,
    doelen_van_acties,
    doelen_van_vragen,
    leer,
    te_leren,
    voorbeeld_van_actie,
    voorbeeld_van_vraag,
)
from intervisie_cli.checks.smart.actie import DREMPELS, Actiezin, Afspraken
from intervisie_cli.vragen.meekijker import ZEKER_GENOEG
from tests.checks.cases import REGIO, VANDAAG, Case, schrijvers

_GRENZEN = (0.5, 0.6, 0.7, 0.8, 0.9)
# From which it asks: see `vragen.meekijker`.
BOUND = ZEKER_GENOEG


class Oordeel(NamedTuple):
    """What is said of an actie: for each letter how likely it is there."""

    case: Case
    kansen: dict[str, float]
    heeft_dag: bool

    def is_er(self, letter: str, drempel: float) -> bool:
        """Whether a letter is there, when it has to be so likely."""
        if letter == "T" and self.heeft_dag:
            return True
        return self.kansen[letter] >= drempel

    def staat_er(self) -> dict[str, bool]:
        """The letters as the program says them."""
        return {letter: self.is_er(letter, DREMPELS[letter]) for letter in LETTERS}


class Vraagoordeel(NamedTuple):
    """What is said of a question: its kind, and how sure that is."""

    case: Case
    soort: str
    zeker: float


@cache
def _acties() -> tuple[list[Case], list[Voorbeeld]]:
    cases = te_leren("acties")
    return cases, [voorbeeld_van_actie(case) for case in cases]


@cache
def _vragen() -> tuple[list[Case], list[Voorbeeld]]:
    cases = te_leren("vragen")
    return cases, [voorbeeld_van_vraag(case) for case in cases]


def acties_met_kenmerken() -> dict[str, frozenset[str]]:
    """What is found in each actie."""
    cases, voorbeelden = _acties()
    return {c["tekst"]: v.kenmerken for c, v in zip(cases, voorbeelden, strict=True)}


def vragen_met_kenmerken() -> dict[str, frozenset[str]]:
    """What is found in each question."""
    cases, voorbeelden = _vragen()
    return {c["tekst"]: v.kenmerken for c, v in zip(cases, voorbeelden, strict=True)}


def _zonder(
    schrijver: str, van: str, leraren: frozenset[str]
) -> tuple[list[Voorbeeld], list[Case], list[tuple[Voorbeeld, Case]]]:
    """The texts of all others and their features, and those of the writer.

    With *leraren* only those of them are others, and nothing of before.
    """
    cases, voorbeelden = _acties() if van == "acties" else _vragen()
    paren = list(zip(voorbeelden, cases, strict=True))
    anderen = [
        paar
        for paar in paren
        if paar[1]["bron"] != schrijver and (not leraren or paar[1]["bron"] in leraren)
    ]
    eigen = [paar for paar in paren if paar[1]["bron"] == schrijver]
    return [een for een, _ in anderen], [case for _, case in anderen], eigen


def judge_acties(
    schrijver: str, leraren: frozenset[str] = frozenset()
) -> list[Oordeel]:
    """The acties of a writer, judged by what the others taught."""
    voorbeelden, cases, eigen = _zonder(schrijver, "acties", leraren)
    geleerd = leer(voorbeelden, cases, doelen_van_acties(cases))
    oordelen = []
    for voorbeeld, case in eigen:
        actie = Actiezin(case["tekst"], VANDAAG, None, Afspraken(REGIO))
        kansen = {
            letter: gewogen(gewichten, voorbeeld.kenmerken)
            for letter, gewichten in geleerd.items()
        }
        oordelen.append(Oordeel(case, kansen, bool(actie.tot or actie.ritme)))
    return oordelen


def judge_vragen(
    schrijver: str, leraren: frozenset[str] = frozenset()
) -> list[Vraagoordeel]:
    """The questions of a writer, judged by what the others taught."""
    voorbeelden, cases, eigen = _zonder(schrijver, "vragen", leraren)
    geleerd = leer(voorbeelden, cases, doelen_van_vragen(cases))
    oordelen = []
    for voorbeeld, case in eigen:
        kansen = {
            soort: gewogen(gewichten, voorbeeld.kenmerken)
            for soort, gewichten in geleerd.items()
        }
        soort = max(kansen, key=kansen.__getitem__)
        oordelen.append(Vraagoordeel(case, soort, kansen[soort] / sum(kansen.values())))
    return oordelen


def zonder_twijfel(oordelen: Sequence[Oordeel], letters: str) -> list[Oordeel]:
    """Those about which nobody doubts any of *letters*."""
    return [
        oordeel
        for oordeel in oordelen
        if not set(letters) & set(str(oordeel.case.get("twijfel", "")))
    ]


def letter_telling(oordelen: Sequence[Oordeel], letter: str) -> Telling:
    """How often a letter was said to be there or missing, rightly or wrongly."""
    return telling(
        (bool(oordeel.case[letter]), oordeel.staat_er()[letter])
        for oordeel in zonder_twijfel(oordelen, letter)
    )


def smart_telling(oordelen: Sequence[Oordeel]) -> Telling:
    """The same of the three letters together."""
    return telling(
        (
            all(oordeel.case[letter] for letter in LETTERS),
            all(oordeel.staat_er().values()),
        )
        for oordeel in zonder_twijfel(oordelen, "SMT")
    )


def alarms(oordelen: Sequence[Oordeel], grens: float) -> tuple[int, int]:
    """Of the good sentences, how many the coach asks about with such a bound, and of how many.

    It asks about a letter that is missing, and so surely.
    """
    goede = [
        oordeel
        for oordeel in zonder_twijfel(oordelen, "SMT")
        if all(oordeel.case[letter] for letter in LETTERS)
    ]
    gevraagd = [
        oordeel
        for oordeel in goede
        if not all(oordeel.is_er(letter, 1 - grens) for letter in LETTERS)
    ]
    return len(gevraagd), len(goede)


def asks(oordelen: Sequence[Oordeel], grens: float) -> float:
    """Of the letters that are missing, the share that the coach still asks about."""
    missend = [
        (oordeel, letter)
        for letter in LETTERS
        for oordeel in zonder_twijfel(oordelen, letter)
        if not oordeel.case[letter]
    ]
    gevraagd = sum(not oordeel.is_er(letter, 1 - grens) for oordeel, letter in missend)
    return gevraagd / len(missend)


def question_alarms(oordelen: Sequence[Vraagoordeel], grens: float) -> tuple[int, int]:
    """Of the open questions, how many the coach speaks about with such a bound, and of how many."""
    open_ = [
        een
        for een in oordelen
        if een.case["soort"] == "open" and not een.case.get("twijfel")
    ]
    return sum(een.soort != "open" and een.zeker >= grens for een in open_), len(open_)


def question_asks(oordelen: Sequence[Vraagoordeel], grens: float) -> float:
    """Of the questions that are not open, the share that the coach still speaks about."""
    dicht = [
        een
        for een in oordelen
        if een.case["soort"] != "open" and not een.case.get("twijfel")
    ]
    gezegd = sum(een.soort != "open" and een.zeker >= grens for een in dicht)
    return gezegd / len(dicht)


def right(oordelen: Sequence[Vraagoordeel]) -> float:
    """The share of the uncontested questions that is judged as people do."""
    onbetwist = [een for een in oordelen if not een.case.get("twijfel")]
    return sum(een.soort == een.case["soort"] for een in onbetwist) / len(onbetwist)


def _rij(naam: str, acties: list[Oordeel], vragen: list[Vraagoordeel]) -> list[float]:
    cijfers = [letter_telling(acties, letter).macro_f1 for letter in LETTERS]
    cijfers += [smart_telling(acties).macro_f1, right(vragen)]
    print(f"| {naam} | " + " | ".join(f"{cijfer:.3f}" for cijfer in cijfers) + " |")
    return cijfers


def print_table(alle: dict[str, tuple[list[Oordeel], list[Vraagoordeel]]]) -> None:
    """A row for each writer, then the spread and all together."""
    print("| writer | S | M | T | SMART | questions |\n|---|---|---|---|---|---|")
    rijen = [_rij(naam, *oordelen) for naam, oordelen in alle.items()]
    for naam, kies in (
        ("lowest", min),
        ("median", statistics.median),
        ("highest", max),
    ):
        kolommen = [kies(kolom) for kolom in zip(*rijen, strict=True)]
        print(f"| *{naam}* | " + " | ".join(f"{c:.3f}" for c in kolommen) + " |")
    _rij("**all**", *together(alle))


def together(
    alle: dict[str, tuple[list[Oordeel], list[Vraagoordeel]]],
) -> tuple[list[Oordeel], list[Vraagoordeel]]:
    """What was said of all writers, in two rows."""
    acties = [een for oordelen, _ in alle.values() for een in oordelen]
    vragen = [een for _, oordelen in alle.values() for een in oordelen]
    return acties, vragen


def print_bounds(acties: Sequence[Oordeel], vragen: Sequence[Vraagoordeel]) -> None:
    """What a bound for the coach does."""
    print(
        "\n| coach asks from | false alarm on good sentences | missing letters asked about"
        " | false alarm on open questions | others spoken about |\n|---|---|---|---|---|"
    )
    for grens in _GRENZEN:
        vals, goed = alarms(acties, grens)
        vals_open, open_ = question_alarms(vragen, grens)
        print(
            f"| {grens} | {vals} of {goed} ({vals / goed:.3f}) | {asks(acties, grens):.3f}"
            f" | {vals_open} of {open_} ({vals_open / open_:.3f})"
            f" | {question_asks(vragen, grens):.3f} |"
        )


def print_calibration(
    acties: Sequence[Oordeel], vragen: Sequence[Vraagoordeel]
) -> None:
    """How sure it is, beside how often it is right."""
    print("\n| how sure | letters right | questions right |\n|---|---|---|")
    letters = list(_zekerheden(acties))
    soorten = [(een.zeker, een.soort == een.case["soort"]) for een in vragen]
    for van, tot in (
        (0.0, 0.6),
        (0.6, 0.7),
        (0.7, 0.8),
        (0.8, 0.9),
        (0.9, 0.95),
        (0.95, 1.01),
    ):
        delen = [
            [is_goed for zeker, is_goed in paren if van <= zeker < tot]
            for paren in (letters, soorten)
        ]
        cellen = [
            f"{sum(deel) / len(deel):.3f} of {len(deel)}" if deel else "-"
            for deel in delen
        ]
        print(f"| {van} to {min(tot, 1)} | {cellen[0]} | {cellen[1]} |")


def _zekerheden(acties: Sequence[Oordeel]) -> Iterator[tuple[float, bool]]:
    for oordeel in acties:
        for letter in LETTERS:
            kans = oordeel.kansen[letter]
            yield max(kans, 1 - kans), (kans >= 0.5) == bool(oordeel.case[letter])


def judge_all() -> dict[str, tuple[list[Oordeel], list[Vraagoordeel]]]:
    """Each writer, judged by what the others taught."""
    namen = sorted({case["bron"] for case in schrijvers("acties")})
    with ProcessPoolExecutor() as pool:
        acties = pool.map(judge_acties, namen)
        vragen = pool.map(judge_vragen, namen)
        return dict(zip(namen, zip(acties, vragen, strict=True), strict=True))


def main() -> None:
    """Learn without each writer in turn, and print it all."""
    alle = judge_all()
    print_table(alle)
    samen_acties, samen_vragen = together(alle)
    print_bounds(samen_acties, samen_vragen)
    print_calibration(samen_acties, samen_vragen)
    if "--missers" in sys.argv:
        _print_misses(samen_acties, samen_vragen)


def _print_misses(acties: Sequence[Oordeel], vragen: Sequence[Vraagoordeel]) -> None:
    for oordeel in acties:
        for letter in LETTERS:
            if letter in str(oordeel.case.get("twijfel", "")):
                continue
            if oordeel.staat_er()[letter] != bool(oordeel.case[letter]):
                kans, tekst = oordeel.kansen[letter], oordeel.case["tekst"]
                print(
                    f"{letter} {oordeel.case[letter]} {kans:.2f} {oordeel.case['bron']} {tekst}"
                )
    for een in vragen:
        if not een.case.get("twijfel") and een.soort != een.case["soort"]:
            print(
                f"{een.case['soort']} → {een.soort} {een.zeker:.2f} {een.case['tekst']}"
            )


if __name__ == "__main__":
    main()
