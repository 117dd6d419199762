"""What the checks know of a writer they never read: `python -m benchmarks.schrijvers`.

For each writer of `tests/checks/schrijvers` all is learned anew from the others, and the writer's
own texts are judged with that. Prints the figures of each, their spread, what a bound for the coach
does, and how sure it is beside how often it is right. Takes some minutes on two cores.
"""

import statistics
import sys
from collections.abc import Iterator, Sequence

from benchmarks.beoordelen import (
    Oordeel,
    Vraagoordeel,
    alarms,
    asks,
    is_read_right,
    judge_all,
    letter_telling,
    question_alarms,
    question_asks,
    right,
    smart_telling,
    together,
)
from benchmarks.wegen import LETTERS
from tests.checks.cases import schrijvers

_GRENZEN = (0.5, 0.6, 0.7, 0.8, 0.9)


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
            kans, is_er = oordeel.kansen[letter], oordeel.is_er(letter)
            yield kans if is_er else 1 - kans, is_er == bool(oordeel.case[letter])


def print_time() -> None:
    """How many days and rhythms are read just as people read them: no learning in that."""
    zeker = [
        case
        for case in schrijvers("acties")
        if not set("TDR") & set(str(case.get("twijfel", "")))
    ]
    met_moment = [case for case in zeker if case.get("tot") or case.get("ritme")]
    for naam, cases in (("all", zeker), ("with a day or a rhythm", met_moment)):
        goed = sum(map(is_read_right, cases))
        print(f"\ndate and rhythm, {naam}: {goed / len(cases):.3f} of {len(cases)}")


def main() -> None:
    """Learn without each writer in turn, and print it all."""
    alle = judge_all()
    print_table(alle)
    samen_acties, samen_vragen = together(alle)
    print_bounds(samen_acties, samen_vragen)
    print_calibration(samen_acties, samen_vragen)
    print_time()
    if "--missers" in sys.argv:
        _print_misses(samen_acties, samen_vragen)


def _print_misses(acties: Sequence[Oordeel], vragen: Sequence[Vraagoordeel]) -> None:
    for oordeel in acties:
        for letter in LETTERS:
            if letter in str(oordeel.case.get("twijfel", "")):
                continue
            if oordeel.is_er(letter) != bool(oordeel.case[letter]):
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
