"""Whether anything that somebody can hand us makes the program stumble, or keeps it busy.

    pip install -e '.[fuzz]'
    python -m benchmarks.fuzz                      20 minutes over all of it
    python -m benchmarks.fuzz --minuten 2 --doel adressen

Atheris makes inputs up from examples, and follows which lines they reach. Prints a row per goal;
ends with 1 when something was raised that is not in the contract, or took longer than 100 ms. Such
an input is written in the folder that is named: it becomes a test.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path

ROOT = Path(__file__).parent.parent
MAX_S = 0.1
# Longer ones only make it slow: our records are no larger than some of these.
MAX_BYTES = 4096
# Said of an input that took long while its lines were followed, which takes some times as long.
_SLOW = "slow"
VANDAAG = date(2026, 11, 23)
Goal = Callable[[bytes], None]


def _read_back(data: object) -> None:
    """What was read can be written, and reads back as it was."""
    from intervisie_cli.model.plain import same
    from intervisie_cli.records.document import new_yaml, parse_yaml

    if isinstance(data, dict) and all(isinstance(key, str) for key in data):
        assert same(parse_yaml(new_yaml(data).raw()).data, data)


def front_matter(raw: bytes) -> None:
    """A step file, as anybody can write one."""
    from intervisie_cli.records.document import parse_markdown

    document = parse_markdown(raw)
    _read_back(document.data)


def antwoorden(raw: bytes) -> None:
    """A file of answers."""
    from intervisie_cli.records.document import decode, read_documents

    for node in read_documents(decode(raw)):
        node.data()


def groep(raw: bytes) -> None:
    """groep.yaml."""
    from intervisie_cli.records import groep

    groep.new(groep.parse(raw))


def sessie(raw: bytes) -> None:
    """sessie.yaml."""
    from intervisie_cli.records import sessie

    sessie.new(sessie.parse(raw, "sessies/2026/2026-11-23-kort"))


def draaiboek(raw: bytes) -> None:
    """A step of an own draaiboek."""
    from intervisie_cli.records import draaiboek

    folder = ROOT / "templates/kort"
    files = {path.name: path.read_bytes() for path in folder.iterdir()}
    draaiboek.load("kort", files | {"3-advisering.md": raw})


def instellingen_van_git(raw: bytes) -> None:
    """The configuration of a clone that was handed over."""
    from intervisie_cli.git import config

    config.is_plain(raw.decode("utf-8", "replace"))
    config.names_other_sections(raw)
    config.strange(raw, frozenset(["nieuw"]))


def adressen(raw: bytes) -> None:
    """The address of a shared place, as it is typed or stands in a file."""
    from intervisie_cli.git.url import check_url

    for hier in (None, Path("/groep")):
        check_url(raw.decode("utf-8", "surrogateescape"), hier)


def tijd(raw: bytes) -> None:
    """When an actie is to be done."""
    from intervisie_cli.taal.zin import Zin
    from intervisie_cli.tijd.dag import lees_datum
    from intervisie_cli.tijd.lezen import lees_tijd
    from intervisie_cli.tijd.periode import lees_periode
    from intervisie_cli.tijd.vondst import Kader

    text = raw.decode("utf-8", "replace")
    lees_tijd(Zin(text), Kader(VANDAAG, "midden"))
    lees_datum(text, VANDAAG)
    lees_periode(text, VANDAAG)


def checks(raw: bytes) -> None:
    """A sentence that is judged while somebody types."""
    from intervisie_cli.checks.oordeel import beoordeel_actie, beoordeel_vraag

    text = raw.decode("utf-8", "replace")
    beoordeel_actie(text, VANDAAG)
    beoordeel_vraag(text)


def merge(raw: bytes) -> None:
    """Three versions of the notulen of a step."""
    from intervisie_cli.merge.text import merge_text

    base, mine, yours, *_ = [*raw.decode("utf-8", "replace").split("\0"), "", "", ""]
    assert merge_text(base, mine, yours) == merge_text(base, yours, mine)


GOALS: dict[str, Goal] = {
    goal.__name__: goal
    for goal in (
        front_matter,
        antwoorden,
        groep,
        sessie,
        draaiboek,
        instellingen_van_git,
        adressen,
        tijd,
        checks,
        merge,
    )
}


def examples() -> list[bytes]:
    """What inputs are made from: records, answers, sentences, addresses and settings."""
    found = [path.read_bytes() for path in (ROOT / "examples").rglob("*.*")]
    found += [path.read_bytes() for path in (ROOT / "templates").rglob("*.*")]
    for path in (ROOT / "tests/checks").glob("*.yaml"):
        found += path.read_bytes().splitlines()[::7]
    found += [
        b"https://github.com/klas/groep.git",
        b"git@gitlab.com:klas/groep.git",
        b"ssh://kim@voorbeeld.nl:22/groep.git",
        b"file:///home/kim/groep.git",
        b"C:\\Users\\kim\\groep.git",
        b"remote.origin.url\nhttps://voorbeeld.nl/x\0core.hookspath\n/tmp\0",
        b'[core]\n\tbare = false\n[remote "origin"]\n\turl = x\n',
        b"- een\n- twee\n\0- een\n- drie\n\0- een\n  meer\n",
    ]
    return found


class Counted:
    """A goal that is tried again and again: how often, the slowest, and what it raised."""

    def __init__(self, goal: Goal, seconds: float, found: Path) -> None:
        self._goal = goal
        self._end = time.monotonic() + seconds
        self._found = found
        self._raised: dict[str, str] = {}
        self._inputs = 0
        self._slowest = 0.0

    def __call__(self, raw: bytes) -> None:
        """Try one input; when the time is over, tell of all and end."""
        from intervisie_cli.model.fouten import IntervisieError
        from intervisie_cli.records.node import YamlFout

        raw = raw[:MAX_BYTES]
        began = time.process_time()
        try:
            self._goal(raw)
        except (IntervisieError, YamlFout):
            pass
        except Exception as error:  # noqa: BLE001 - this is what we look for
            frame = traceback.extract_tb(error.__traceback__)[-1]
            self._keep(f"{type(error).__name__} {frame.filename}:{frame.lineno}", raw)
        took_s = time.process_time() - began
        self._inputs += 1
        # The first calls import what they need.
        if self._inputs > 100 and took_s > self._slowest:
            self._slowest = took_s
            if took_s > MAX_S:
                self._keep(f"{_SLOW} {self._inputs}", raw)
        if time.monotonic() > self._end:
            told = (self._inputs, self._slowest, self._raised)
            (self._found / "uitkomst.json").write_text(json.dumps(told))
            os._exit(0)  # atheris has no other end

    def _keep(self, what: str, raw: bytes) -> None:
        if what not in self._raised:
            path = self._found / f"invoer-{len(self._raised)}"
            path.write_bytes(raw)
            self._raised[what] = str(path)


def attempt(naam: str, seconds: float, found: Path) -> None:
    """Try one goal for so long, in this process."""
    import atheris

    with atheris.instrument_imports(include=["intervisie_cli"]):
        from intervisie_cli.checks import oordeel  # noqa: F401
        from intervisie_cli.git import config, url  # noqa: F401
        from intervisie_cli.merge import text  # noqa: F401
        from intervisie_cli.records import draaiboek, groep, sessie  # noqa: F401
        from intervisie_cli.tijd import lezen, periode  # noqa: F401
    corpus = found / "voorbeelden"
    corpus.mkdir()
    for number, raw in enumerate(examples()):
        (corpus / str(number)).write_bytes(raw[:MAX_BYTES])
    argv = [sys.argv[0], f"-max_len={MAX_BYTES}", "-timeout=60", str(corpus)]
    atheris.Setup(argv, Counted(GOALS[naam], seconds, found))
    atheris.Fuzz()


def plain_s(naam: str, path: Path) -> float:
    """How long an input takes where no line is followed: the best of some times."""
    raw = path.read_bytes()
    took = []
    for _ in range(3):
        began = time.process_time()
        with suppress(Exception):
            GOALS[naam](raw)
        took.append(time.process_time() - began)
    return min(took)


def main() -> int:
    """Try each goal in a process of its own, and print a row for it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minuten", type=float, default=20.0)
    parser.add_argument("--doel", choices=[*GOALS, ""], default="")
    parser.add_argument("--kind", help=argparse.SUPPRESS)
    args = parser.parse_args()
    goals = [args.doel] if args.doel else list(GOALS)
    seconds = args.minuten * 60 / len(goals)
    if args.kind:
        attempt(args.doel, args.minuten * 60, Path(args.kind))
    is_good = True
    print("| goal | inputs | slowest | raised |\n| --- | --- | --- | --- |")
    for naam in goals:
        found = Path(tempfile.mkdtemp(prefix=f"fuzz-{naam}-"))
        argv = (sys.executable, "-m", "benchmarks.fuzz", "--kind", str(found))
        more = ("--doel", naam, "--minuten", str(seconds / 60))
        done = subprocess.run(
            [*argv, *more], cwd=ROOT, capture_output=True, text=True, check=False
        )
        told = found / "uitkomst.json"
        if not told.exists():
            print(f"| {naam} | it broke down: see {found} | | |\n{done.stderr[-2000:]}")
            is_good = False
            continue
        inputs, slowest, raised = json.loads(told.read_text())
        for what, path in list(raised.items()):
            if what.startswith(_SLOW):
                slowest = plain_s(naam, Path(path))
                if slowest < MAX_S:
                    del raised[what]
        said = "; ".join(f"{what} ({path})" for what, path in raised.items())
        print(f"| {naam} | {inputs:,} | {slowest * 1000:.0f} ms | {said} |", flush=True)
        is_good &= not raised
    return 0 if is_good else 1


if __name__ == "__main__":
    sys.exit(main())
