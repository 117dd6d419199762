"""How soon another's word is on the screen, and what waiting costs, over a folder, ssh and http.

    python -m benchmarks.together [--runs 10]

Kim gives advice with `mee`, and Tim waits for her in `step`: from her Enter to his screen. Then
both wait for half a minute in which nothing happens: the part of a core that takes, with all that
it starts.
"""

import argparse
import os
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.places import print_table, reached
from benchmarks.speed import install
from benchmarks.sync import run
from tests.terminal.terminal import Terminal

MEDIAN_S = {"file": 1.5, "ssh": 2.5, "http": 2.5}
IDLE_SHARE = 0.02
IDLE_S = 30.0
_LEDEN = "mirthe,kim,tim"
_TICKS = os.sysconf("SC_CLK_TCK")


def cpu_s(pid: int) -> float:
    """The seconds of a core that a process took, with all that it started and waited for."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(") ")[2].split()
    return sum(map(int, fields[11:15])) / _TICKS


class Evening:
    """A group whose sessie is at the advising, and windows on the laptops of Kim and Tim."""

    def __init__(self, program: Path, folder: Path, url: Callable[[], str]) -> None:
        self._program = str(program)
        self._tim, self._kim = folder / "tim", folder / "kim"
        run(
            [
                self._program,
                "init",
                str(self._tim),
                "--naam",
                "Groep",
                "--leden",
                _LEDEN,
            ],
            folder,
        )
        self._in(self._tim, "instellingen", "--delen", "na-stap")
        run([self._program, "init", "--remote", url(), str(self._tim)], self._tim)
        (self._tim / ".git/intervisie/lid").write_text("tim\n")
        self._in(
            self._tim, "new", "--kort", "--deelnemers", _LEDEN, "--inbrengers", "mirthe"
        )
        answers = folder / "antwoorden.yaml"
        answers.write_text(
            "stap: acclimatisering\nkennismaking: true\n---\n"
            "stap: hulpvraag-definieren\nhulpvraag: Hoe begin ik?\n"
        )
        self._in(self._tim, "step", "--antwoorden", str(answers))
        run(
            [self._program, "init", "--van", url(), "--als", "kim", str(self._kim)],
            folder,
        )

    def _in(self, clone: Path, *argv: str) -> None:
        run([self._program, *argv, "--geen-vragen"], clone)

    def _window(self, clone: Path, *argv: str) -> Terminal:
        world = os.environ | {"TERM": "xterm-256color"}
        return Terminal([self._program, *argv], clone, world, 80, 50)

    def once(self, number: int) -> float:
        """The seconds from Kim's Enter to Tim's screen, for one advice."""
        with (
            self._window(self._kim, "mee") as kim,
            self._window(self._tim, "step") as tim,
        ):
            tim.asks("Tim · advies", None)
            tim.keys(f"Van Tim {number}", "\r")
            tim.asks("Tim · nog een advies", None)
            tim.keys("\r")
            tim.wait("wachten op Kim")
            kim.asks("Kim · advies", None)
            kim.keys(f"Van Kim {number}", "\r")
            kim.asks("Kim · nog een advies", None)
            began = time.perf_counter()
            kim.keys("\r")
            tim.until(lambda: f"Kim: Van Kim {number}" in tim.text, "it", every_s=0.01)
            took = time.perf_counter() - began
            tim.keys("\x03")
            kim.keys("\x03")
            tim.exit_code()
            kim.exit_code()
            return took

    def idle(self) -> float:
        """The largest part of a core that either takes while both wait."""
        with (
            self._window(self._kim, "mee") as kim,
            self._window(self._tim, "step") as tim,
        ):
            kim.until(lambda: "advies" in kim.text or "meer" in kim.text, "it")
            tim.until(lambda: "Tim" in tim.text, "it")
            time.sleep(65)  # by then it looks less often
            before = cpu_s(kim.pid), cpu_s(tim.pid)
            time.sleep(IDLE_S)
            after = cpu_s(kim.pid), cpu_s(tim.pid)
            return max(
                (now - then) / IDLE_S for then, now in zip(before, after, strict=True)
            )


def measure(program: Path, folder: Path, over: str, runs: int) -> list[str]:
    """The cells of one row."""
    took = []
    place = folder / "groep.git"
    with reached(folder, over) as url:
        for number in range(runs):
            for old in (place, folder / "tim", folder / "kim"):
                shutil.rmtree(old, ignore_errors=True)
            run(["git", "init", "--quiet", "--bare", str(place)], folder)
            run(["git", "config", "http.receivepack", "true"], place)
            evening = Evening(program, folder, url)
            took.append(evening.once(number))
        idle = evening.idle()
    median = statistics.median(took)
    return [
        over,
        f"{median:.1f} [{min(took):.1f}–{max(took):.1f}]",
        f"≤ {MEDIAN_S[over]}",
        "yes" if median <= MEDIAN_S[over] else "no",
        f"{100 * idle:.1f} %",
        "yes" if idle <= IDLE_SHARE else "no",
    ]


def main() -> None:
    """Measure over each way, and print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=10)
    options = parser.parse_args()
    head = ["over", "Enter → screen, s", "gate", "kept", "idle, of a core", "≤ 2 %"]
    with tempfile.TemporaryDirectory() as temporary:
        program = install(Path(temporary)) / "intervisie"

        def one(folder: Path, over: str) -> list[str]:
            return measure(program, folder, over, options.runs)

        print_table(head, Path(temporary), one)


if __name__ == "__main__":
    main()
