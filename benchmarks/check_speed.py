"""What a check costs.

It times a text, a keystroke, the slowest odd text, and ten thousand lines through the command.
"""

import gc
import random
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence

from tests.property.odd_texts import odd_texts

REGELS = 10_000
AANSLAG = 300


def print_speed(
    teksten: Sequence[str], oordelen: Mapping[str, Callable[[str], object]]
) -> None:
    """Print the figures.

    A text is judged by all rules of its kind, so no single rule takes longer than what stands here.
    """
    print("\n## speed\n")
    gc.disable()  # as the program does
    vreemd = odd_texts(random.Random(1), REGELS, teksten)
    lang = " ".join(teksten)[:AANSLAG]
    for naam, beoordeel in oordelen.items():
        beoordeel(lang)
        duren = [_ms(beoordeel, tekst) for tekst in teksten]
        slagen = sorted(_ms(beoordeel, lang[:n]) for n in range(AANSLAG - 100, AANSLAG))
        print(
            f"one {naam}: mean {sum(duren) / len(duren):.2f} ms over {len(duren)} texts"
        )
        print(f"one key at {AANSLAG} characters, {naam}: median {slagen[50]:.2f} ms")
        traagste = max(_ms(beoordeel, tekst) for tekst in vreemd)
        print(f"the slowest of {REGELS} odd texts, {naam}: {traagste:.1f} ms")
        invoer = "\n".join((list(teksten) * REGELS)[:REGELS]) + "\n"
        start = min(_command(naam, "x", "") for _ in range(3))
        print(
            f"{REGELS} lines through check --{naam} - --format json: "
            f"{_command(naam, '-', invoer) - start:.2f} s beyond start-up ({start:.2f} s)"
        )


def _command(naam: str, tekst: str, invoer: str) -> float:
    argv = [
        sys.executable,
        "-m",
        "intervisie_cli",
        "check",
        f"--{naam}",
        tekst,
        "--format",
        "json",
    ]
    begin = time.perf_counter()
    subprocess.run(argv, input=invoer.encode(), stdout=subprocess.DEVNULL, check=False)
    return time.perf_counter() - begin


def _ms(beoordeel: Callable[[str], object], tekst: str) -> float:
    begin = time.perf_counter()
    beoordeel(tekst)
    return (time.perf_counter() - begin) * 1000
