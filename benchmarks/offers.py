"""What open questions the coach offers: `python -m benchmarks.offers [FILE …]`.

Prints how many of the questions get an offer, and each with its offer, to be read by a person: no
program can tell whether an offer is about the question. A FILE has a question a line, or is JSONL
with `text` or `tekst`. Without one the questions of `tests/checks` to build on.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from intervisie_cli.checks.vraag.alternatief import alternatief
from intervisie_cli.checks.vraag.ontleding import OPEN
from intervisie_cli.checks.vraag.vraagzin import lees_vraag
from tests.checks.cases import BOUWEN, part


def questions(files: list[str]) -> Iterator[str]:
    """The questions to look at."""
    if not files:
        for case in part("vragen", BOUWEN):
            yield str(case["tekst"])
    for file in files:
        for line in Path(file).read_text(encoding="utf-8").splitlines():
            if not line.startswith("{"):
                yield line
                continue
            row = json.loads(line)
            yield str(row.get("text") or row.get("tekst") or "")


def main(files: list[str]) -> None:
    """Print it all."""
    alle = list(filter(None, questions(files)))
    niet_open = [tekst for tekst in alle if lees_vraag(tekst).soort != OPEN]
    offers = {tekst: alternatief(tekst) for tekst in niet_open}
    for tekst, anders in offers.items():
        if anders:
            print(f"{tekst}\n  → {anders}")
    aantal = sum(map(bool, offers.values()))
    print(f"\n{aantal} offers for {len(niet_open)} that are not open, of {len(alle)}")


if __name__ == "__main__":
    main(sys.argv[1:])
