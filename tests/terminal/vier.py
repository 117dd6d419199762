"""Four members with a laptop each: an own home, an own clone, an own line, an own small window."""

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

from intervisie_cli.records.document import parse_markdown
from tests import lab
from tests.net.proxy import Proxy
from tests.net.race import open_place
from tests.prepared import Open
from tests.terminal.terminal import ENTER, Terminal

LEDEN = ("mirthe", "kim", "tim", "noor")
ALLEN = ",".join(LEDEN)
# The list fields of both draaiboeken, by what somebody types in them.
GEGEVEN = ("vraag", "definitie", "advies", "actie", "ervaring", "afspraak")


def line(window: Terminal, question: str, typed: str = "") -> None:
    """Type a line at a question, and wait until it was taken.

    The next question can look the same; what is typed before it comes, nobody asked for.
    """
    window.asks(question, None)
    asked = window.times_asked
    window.keys(typed, ENTER)
    window.until(
        lambda: (
            window.times_asked > asked or not window.question or not window.is_running
        ),
        f"reaction to {typed!r}",
    )


@dataclass(eq=False)
class Laptop:
    """The laptop of one member, and the window that stands open on it."""

    wie: str
    home: Path
    open: Open
    line: Proxy | None
    # All windows of the group: who looks at one laptop does not stop the others.
    windows: list[Terminal]
    opened: list[Terminal] = field(default_factory=list)

    @property
    def naam(self) -> str:
        return self.wie.title()

    @property
    def clone(self) -> Path:
        return self.home / "groep"

    @property
    def world(self) -> dict[str, str]:
        """What makes the user of this laptop another than that of the next."""
        return {
            "HOME": str(self.home),
            "XDG_CONFIG_HOME": str(self.home / "config"),
            "GIT_CONFIG_GLOBAL": str(self.home / "gitconfig"),
        }

    def types(self, *argv: str) -> Terminal:
        """Open a window of 80 by 24, as a terminal is that nobody made larger."""
        window = self.open(*argv, cwd=self.clone, env=self.world)
        window.beside = self.windows
        self.windows.append(window)
        self.opened.append(window)
        return window

    @property
    def window(self) -> Terminal:
        return self.opened[-1]

    def must(self, *argv: str, stdin: str = "") -> str:
        return lab.must(self.clone, *argv, stdin=stdin, env=self.world).out

    def told(self, *texts: str) -> None:
        self.window.told(*texts)

    def types_half(self, question: str, text: str) -> None:
        """Type and do not send; wait until it is kept, as it is of who stops to think."""
        self.window.asks(question, None)
        self.window.keys(text)
        self.window.until(lambda: self._keeps(text), f"draft with {text!r}")

    def _keeps(self, text: str) -> bool:
        drafts = (self.clone / ".git/intervisie/drafts").iterdir()
        return any(text.encode() in path.read_bytes() for path in drafts)

    def closes_the_lid(self) -> None:
        """Let the program die as it stands, with no moment to keep anything."""
        self.window.signal(signal.SIGKILL)
        assert self.window.exit_code() == -signal.SIGKILL


@dataclass(eq=False)
class Group:
    """The four, their place, and each word that was typed so far with who typed it."""

    folder: Path
    over: str
    mirthe: Laptop
    kim: Laptop
    tim: Laptop
    noor: Laptop
    words: dict[str, str] = field(default_factory=dict)
    taken_back: list[str] = field(default_factory=list)

    @property
    def all(self) -> tuple[Laptop, ...]:
        return (self.mirthe, self.kim, self.tim, self.noor)

    # What is typed

    def line(self, laptop: Laptop, question: str, typed: str = "") -> None:
        """Type a line at a question of who sits at *laptop*."""
        line(laptop.window, f"{laptop.naam} · {question}", typed)

    def says(self, laptop: Laptop, question: str, words: str) -> None:
        """Type a line that has to be found again in the end."""
        self.line(laptop, question, words)
        self.words[words] = laptop.wie

    def gives(self, laptop: Laptop, what: str, words: str) -> None:
        """Give one item of a list, and no more."""
        self.says(laptop, what, words)
        self.line(laptop, f"nog een {what}")

    def takes_back(self, words: str) -> None:
        """Let these be found nowhere in the end: others came in their place."""
        del self.words[words]
        self.taken_back.append(words)

    # What is seen

    def nobody_saw(self, *words: str, by: Laptop | None = None) -> None:
        """See that no screen ever showed these to another than who typed them."""
        for laptop in self.all:
            for window in laptop.opened:
                while window.read(0):
                    pass
            for woord in words:
                if laptop.wie != (by.wie if by else self.words[woord]):
                    for window in laptop.opened:
                        assert not window.has_told(woord), (laptop.wie, woord)
                        # Nor for a moment, before something else came in its place.
                        assert woord.encode() not in window.raw, (laptop.wie, woord)

    def all_see(self, *words: str) -> None:
        """Wait until each screen has shown these."""
        for laptop in self.all:
            laptop.told(*words)

    def arrives(self, laptop: Laptop, words: str) -> None:
        """Wait until the clone of *laptop* holds these, whether its screen shows them or not."""

        def holds() -> bool:
            files = (laptop.clone / "sessies").rglob("*.md")
            return any(words in file.read_text() for file in files)

        laptop.window.until(holds, f"{words!r} in the clone of {laptop.naam}")

    # The line

    @contextmanager
    def cut(self, laptop: Laptop, *, is_silent: bool = False) -> Iterator[None]:
        """Cut the line of one laptop; over a folder there is but one stick, for all."""
        stick, away = self.folder / "stick", self.folder / "away"
        if not laptop.line:
            stick.rename(away)
            yield
            away.rename(stick)
        elif is_silent:
            laptop.line.stall_after = 0
            yield
            laptop.line.stall_after = None
        else:
            laptop.line.cut_after = 0
            yield
            laptop.line.cut_after = None

    # What is left

    def sync(self) -> None:
        """Let each give what it has, and get what the others gave."""
        for laptop in self.all * 2:
            laptop.must("sync")

    def ends_well(self) -> None:
        """See that all have the same, that it is all there, and that all is there once."""
        self.sync()
        for een, ander in pairwise(self.all):
            assert lab.files_of(een.clone) == lab.files_of(ander.clone)
        for laptop in self.all:
            assert list(lab.untidy(laptop.clone)) == []
            shown = " ".join(laptop.must("show").split())
            assert [woord for woord in self.words if woord not in shown] == []
            assert [woord for woord in self.taken_back if woord in shown] == []
            assert "Andere versie" not in shown
        for data in self.steps().values():
            assert list(doubles(data)) == []

    def steps(self) -> dict[str, dict[str, Any]]:
        """The front matter of each step, by the name of the step."""
        files = sorted(self.tim.clone.glob("sessies/*/*/**/[0-9]-*.md"))
        found = (parse_markdown(file.read_bytes()).data for file in files)
        return {data["stap"]: data for data in found}


def doubles(data: dict[str, Any]) -> Iterator[str]:
    """What somebody gave once and stands in a step more than once."""
    items = [
        item
        for value in data.values()
        if isinstance(value, list)
        for item in value
        if isinstance(item, dict)
    ]
    for name in ("id", *GEGEVEN):
        there = [item[name] for item in items if name in item]
        yield from (f"{name}: {value}" for value in there if there.count(value) > 1)


@contextmanager
def gather(
    folder: Path, over: str, open_window: Open, variant: str, deelnemers: str
) -> Iterator[Group]:
    """A group of four that share as they go, with a sessie of which Mirthe is the inbrenger."""
    with ExitStack() as stack:
        place = folder / "stick/groep.git"
        place.parent.mkdir()
        lab.git(folder, "init", "--quiet", "--bare", str(place))
        port, url = open_place(stack, place.parent, over, place)
        laptops = []
        windows: list[Terminal] = []
        for wie in LEDEN:
            line = stack.enter_context(Proxy(port)) if port else None
            home = _home(folder, wie)
            laptops.append(Laptop(wie, home, open_window, line, windows))
        mirthe, kim, tim, noor = laptops
        group = Group(folder, over, mirthe, kim, tim, noor)
        _begin(group, url, variant, deelnemers)
        try:
            yield group
        except BaseException:
            for laptop in group.all:
                for window in laptop.opened[-1:]:
                    print(laptop.naam, window.shown, sep="\n")  # noqa: T201 - of a test that failed
            raise


def _home(folder: Path, wie: str) -> Path:
    """A home with the settings that git has in the world of the test, under a name of its own."""
    home = folder / wie
    home.mkdir()
    config = Path(os.environ["GIT_CONFIG_GLOBAL"]).read_text()
    own = config.replace("Test", wie.title()).replace("test@", f"{wie}@")
    (home / "gitconfig").write_text(own)
    return home


def _begin(
    group: Group, url: Callable[[int], str], variant: str, deelnemers: str
) -> None:
    mirthe = group.mirthe
    init = ("init", "--naam", "Studiegroep", "--leden", ALLEN)
    lab.must(mirthe.home, *init, str(mirthe.clone), env=mirthe.world)
    mirthe.must("instellingen", "--delen", "na-stap")
    wie = ("--deelnemers", deelnemers, "--inbrengers", "mirthe")
    mirthe.must("new", f"--{variant}", *wie)
    for laptop in group.all:
        address = url(laptop.line.port if laptop.line else 0)
        argv: tuple[str, ...] = ("--van", address, "--als", laptop.wie)
        if laptop is mirthe:
            argv = ("--remote", address)
        lab.must(laptop.home, "init", *argv, str(laptop.clone), env=laptop.world)
