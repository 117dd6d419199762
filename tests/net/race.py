"""Clones that race: all edit the same files and share at once, over a folder, ssh or http."""

import os
import subprocess
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from intervisie_cli.records.document import parse_markdown
from intervisie_cli.records.node import YamlFout
from tests.net import racer
from tests.net.http_place import HttpPlace
from tests.net.proxy import Proxy
from tests.net.racer import INTERVISIE, WORD, Tally, Way
from tests.net.ssh_place import SshPlace

FAULTS = 0.05
SESSIE = (
    "new",
    "--kort",
    "--deelnemers",
    "mirthe,kim,tim",
    "--inbrengers",
    "mirthe",
    "--begeleider",
    "tim",
)
_REBASE = (
    ("git", "commit", "--quiet", "--all", "--message", "bewerkt"),
    ("git", "pull", "--quiet", "--rebase"),
    ("git", "push", "--quiet"),
)
_ABORT = ("git", "rebase", "--abort")


@dataclass(frozen=True)
class Report:
    """What a race came to: *seconds* is of all of it, *p95* of one sync that was left alone."""

    over: str
    written: int
    replaced: int
    pushes: int
    merges: int
    heads: int
    lost: tuple[str, ...]
    markers: int
    unreadable: int
    stale: int
    fsck: str
    gave_up: int
    p95: float
    seconds: float
    ends: str
    complaints: tuple[str, ...]

    def faults(self) -> Iterator[str]:
        """What is not as it should be."""
        wanted = {
            "heads": 1,
            "lost": (),
            "markers": 0,
            "unreadable": 0,
            "stale": 0,
            "fsck": "",
            "gave_up": 0,
        }
        yield from (
            f"{name}: {getattr(self, name)}"
            for name, value in wanted.items()
            if getattr(self, name) != value
        )
        if self.merges > 1.2 * self.pushes:
            yield f"{self.merges} merges in {self.pushes} pushes"


def race(
    folder: Path,
    over: str,
    clones: int,
    edits: int,
    *,
    rebase: bool = False,
    ouder: str = "",
) -> Report:
    """Let so many clones of one group make so many edits each, and look at what is left.

    *ouder* is the program of another version, with which each second clone shares.
    """
    began = time.monotonic()
    with ExitStack() as stack:
        place = folder / "groep.git"
        _git(folder, "init", "--quiet", "--bare", str(place))
        _git(place, "config", "core.logAllRefUpdates", "true")
        port, url = open_place(stack, folder, over, place)
        home = folder / "clone-0"
        _intervisie(
            folder,
            "init",
            "--naam",
            "Studiegroep",
            "--leden",
            "mirthe,kim,tim",
            str(home),
        )
        _intervisie(home, *SESSIE)
        _intervisie(home, "init", "--remote", url(0), str(home))
        for number in range(1, clones):
            _intervisie(
                folder,
                "init",
                "--van",
                url(0),
                "--als",
                "kim",
                str(folder / f"clone-{number}"),
            )
        before = len(_git(place, "reflog", "main").splitlines())
        homes = [folder / f"clone-{number}" for number in range(clones)]
        # A process of its own for each, as for people: threads would wait for each other.
        with ProcessPoolExecutor(clones, mp_context=get_context("spawn")) as pool:
            run = partial(_one, edits=edits, port=port, rebase=rebase, ouder=ouder)
            tallies = list(pool.map(run, homes, range(clones)))
        for home in (*homes, *homes):
            racer.sync(home, None, "", _way(rebase, None), tallies[0])
        return _look(
            folder,
            over if not rebase else f"{over}, git pull --rebase",
            homes,
            place,
            tallies,
            before,
            began,
        )


def _one(
    home: Path, seed: int, *, edits: int, port: int, rebase: bool, ouder: str
) -> Tally:
    with ExitStack() as stack:
        wire = None
        if port:
            wire = stack.enter_context(Proxy(port))
            url = _git(home, "remote", "get-url", "origin").strip()
            _git(
                home,
                "remote",
                "set-url",
                "origin",
                url.replace(f":{port}", f":{wire.port}"),
            )
        way = _way(rebase, wire)
        if ouder and seed % 2:
            way = Way(((ouder, "sync"),), wire=wire)
        tally = racer.race(home, seed, edits, FAULTS, way)
        if wire:
            _git(home, "remote", "set-url", "origin", url)
        return tally


def _way(rebase: bool, wire: Proxy | None) -> Way:
    return Way(_REBASE, _ABORT, wire) if rebase else Way(INTERVISIE, wire=wire)


def open_place(
    stack: ExitStack, folder: Path, over: str, place: Path
) -> tuple[int, Callable[[int], str]]:
    """Let the repository *place* in *folder* be reached: on which port, 0 for none, and how."""
    if over == "http":
        _git(place, "config", "http.receivepack", "true")
        http = stack.enter_context(HttpPlace(folder))
        return http.port, http.url
    if over == "ssh":
        ssh = stack.enter_context(SshPlace(folder / "ssh"))
        config = Path(os.environ["GIT_CONFIG_GLOBAL"])
        config.write_text(config.read_text() + ssh.setting)
        return ssh.port, partial(ssh.url, place)
    return 0, lambda _: str(place)


def _look(
    folder: Path,
    over: str,
    homes: list[Path],
    place: Path,
    tallies: list[Tally],
    before: int,
    began: float,
) -> Report:
    written = set().union(*(tally.written for tally in tallies))
    replaced = set().union(*(tally.replaced for tally in tallies))
    seconds = sorted(second for tally in tallies for second in tally.seconds)
    ends = sum((tally.ends for tally in tallies[1:]), tallies[0].ends)
    complaints = [said for tally in tallies for said in tally.complaints]
    shared = folder / "gedeeld"
    _git(folder, "clone", "--quiet", str(place), str(shared))
    texts = [path.read_bytes() for path in racer.records_in(shared)]
    there = set(WORD.findall(b"\n".join(texts).decode()))
    fsck = ["git", "fsck", "--no-dangling"]
    checked = [
        subprocess.run(fsck, cwd=home, capture_output=True, check=False)
        for home in (*homes, place)
    ]
    return Report(
        over=over,
        written=len(written),
        replaced=len(written & replaced),
        pushes=len(_git(place, "reflog", "main").splitlines()) - before,
        merges=int(_git(place, "rev-list", "--merges", "--count", "main")),
        heads=len({_git(home, "rev-parse", "HEAD") for home in (*homes, place)}),
        lost=tuple(sorted(written - replaced - there)),
        markers=sum(b"<<<<<<<" in text or b">>>>>>>" in text for text in texts),
        unreadable=sum(not _is_readable(text) for text in texts)
        + ends[racer.UNREADABLE],
        stale=sum(
            1 for page in shared.glob("sessies/*/*/README.md") if _is_stale(page)
        ),
        fsck="".join(
            (done.stdout + done.stderr).decode() for done in checked if done.returncode
        ),
        gave_up=sum("tussendoor" in said or "slot" in said for said in complaints),
        p95=seconds[len(seconds) * 95 // 100] if seconds else 0.0,
        seconds=time.monotonic() - began,
        ends=", ".join(f"{count}x {end}" for end, count in sorted(ends.items())),
        complaints=tuple(complaints),
    )


def _is_stale(page: Path) -> bool:
    """Whether the page of a sessie lacks what stands in its records."""
    shown = page.read_text(encoding="utf-8")
    return any(
        word not in shown
        for path in page.parent.rglob("*.md")
        if ".kopie-" not in path.name
        for word in WORD.findall(path.read_text(encoding="utf-8"))
    )


def _is_readable(raw: bytes) -> bool:
    try:
        parse_markdown(raw)
    except YamlFout:
        return False
    return True


def _git(folder: Path, *args: str) -> str:
    done = subprocess.run(
        ["git", *args], cwd=folder, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise RuntimeError(f"git {' '.join(args)}: {done.stderr}")
    return done.stdout


def _intervisie(folder: Path, *args: str) -> None:
    subprocess.run(
        [*INTERVISIE[0][:-1], *args],
        cwd=folder,
        check=True,
        capture_output=True,
        stdin=subprocess.DEVNULL,
    )


def own_world(home: Path) -> None:
    """Give this process, and those that it starts, a home and settings of their own."""
    home.mkdir(parents=True)
    config = home / "gitconfig"
    config.write_text(
        "[user]\n\tname = Test\n\temail = test@voorbeeld.invalid\n[init]\n\tdefaultBranch = main\n"
    )
    os.environ |= {
        "HOME": str(home),
        "GIT_CONFIG_GLOBAL": str(config),
        "GIT_CONFIG_NOSYSTEM": "1",
    }
    os.environ |= {
        "XDG_CONFIG_HOME": str(home / "config"),
        "PYTHONPATH": str(Path(__file__).parents[2]),
    }
