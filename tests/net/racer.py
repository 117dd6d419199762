"""One clone in a race: it edits, syncs, is killed, loses its connection,
and keeps count of what it wrote.
"""

import os
import re
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from intervisie_cli.records.document import parse_markdown
from intervisie_cli.records.node import YamlFout
from tests.net.proxy import Proxy
from tests.property import edits

WORD = re.compile(r"(?:tekst|alinea) \d+")
MAX_BYTES = 40_000
KILLED, CUT, UNREADABLE = "killed", "cut", "unreadable"


@dataclass
class Tally:
    """What one clone did: the words it wrote and took away, how its syncs ended,
    and how long they took in seconds.
    """

    written: set[str] = field(default_factory=set)
    replaced: set[str] = field(default_factory=set)
    ends: Counter[str] = field(default_factory=Counter)
    seconds: list[float] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Way:
    """How a clone shares: the command lines of one sync, the one that gives up,
    and the wire it goes over, if any.
    """

    commands: tuple[tuple[str, ...], ...]
    give_up: tuple[str, ...] = ()
    wire: Proxy | None = None


INTERVISIE = ((sys.executable, "-m", "intervisie_cli", "sync"),)


def race(clone: Path, seed: int, times: int, faults: float, way: Way) -> Tally:
    """Edit so often, a sync after each; a share of *faults* is killed, as many lose the wire."""
    rng = Random(seed)
    tally = Tally()
    for _ in range(times):
        edit(rng.choice(records_in(clone)), rng, tally)
        fate = rng.random()
        sync(
            clone,
            rng,
            KILLED if fate < faults else CUT if fate < 2 * faults else "",
            way,
            tally,
        )
    return tally


def records_in(clone: Path) -> list[Path]:
    """The step files and own notulen; the page of a sessie is made of them."""
    files = sorted(clone.glob("sessies/*/*/**/*.md"))
    return [path for path in files if path.name != "README.md"]


def edit(path: Path, rng: Random, tally: Tally) -> None:
    """Change one thing in a step file, as a hand would, and count the words that came and went."""
    before = path.read_text(encoding="utf-8")
    try:
        document = parse_markdown(before.encode())
    except YamlFout:
        tally.ends[UNREADABLE] += 1
        return
    pieces = [piece for piece in document.body.strip("\n").split("\n\n") if piece]
    data, pieces = edits.edited(rng, document.data, pieces, 1)
    after = (
        document.with_data(data)
        .with_body("\n" + "\n\n".join(pieces) + "\n" if pieces else "")
        .text()
    )
    had, has = set(WORD.findall(before)), set(WORD.findall(after))
    temporary = path.with_suffix(".nieuw")
    temporary.write_text(after, encoding="utf-8")
    temporary.replace(path)
    tally.written |= has - had
    tally.replaced |= had - has


def sync(clone: Path, rng: Random | None, fate: str, way: Way, tally: Tally) -> None:
    """Share, with what is to go wrong."""
    if way.wire:
        way.wire.cut_after = rng.randrange(MAX_BYTES) if fate == CUT else None
    began = time.monotonic()
    for argv in way.commands:
        process = subprocess.Popen(
            argv,
            cwd=clone,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        if fate == KILLED or (fate == CUT and not way.wire):
            time.sleep(
                rng.random()
                * (
                    sorted(tally.seconds)[len(tally.seconds) // 2]
                    if tally.seconds
                    else 0.5
                )
            )
            (_kill if fate == KILLED else _kill_far_end)(process, rng)
        said = process.communicate()[1].decode("utf-8", "replace")
        if process.returncode not in (0, 4):
            if way.give_up:
                subprocess.run(way.give_up, cwd=clone, capture_output=True, check=False)
            break
    tally.ends[fate or str(process.returncode)] += 1
    if not fate:
        tally.seconds.append(time.monotonic() - began)
        if process.returncode not in (0, 4):
            tally.complaints.append(said.strip())


def _kill(process: subprocess.Popen[bytes], rng: Random) -> None:
    """End the program without a word: alone, or with all that it started."""
    others = list(_below(process.pid)) if rng.random() < 0.5 else []
    for pid in (process.pid, *others):
        _end(pid)


def _kill_far_end(process: subprocess.Popen[bytes], _: Random) -> None:
    """Where there is no wire to cut: end the git that stands at the other side, if any."""
    for pid in _below(process.pid):
        try:
            line = Path(f"/proc/{pid}/cmdline").read_bytes()
        except OSError:
            continue
        if b"upload-pack" in line or b"receive-pack" in line:
            _end(pid)


def _end(pid: int) -> None:
    with suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)


def _below(pid: int) -> Iterator[int]:
    """All processes that *pid* started, and those that these did."""
    children: dict[int, list[int]] = {}
    for path in Path("/proc").iterdir():
        if path.name.isdigit():
            try:
                parent = int((path / "stat").read_text().rsplit(") ", 1)[1].split()[1])
            except (OSError, IndexError):
                continue
            children.setdefault(parent, []).append(int(path.name))
    todo = children.get(pid, [])
    while todo:
        found = todo.pop()
        todo += children.get(found, [])
        yield found
