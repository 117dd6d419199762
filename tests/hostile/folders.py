"""Folders of a group that were handed over to start, read or write something with our program."""

import json
import os
import shutil
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests import lab
from tests.hostile.objects import run_git

ZERO = "0" * 40
OWN = ".git/intervisie"


@dataclass(frozen=True)
class World:
    """*group* is handed over; *victim* is a file of the user and *other* a repository of theirs."""

    group: Path
    victim: Path
    other: Path

    @property
    def elsewhere(self) -> Path:
        """A path outside the group where nothing stands, and nothing may come."""
        return self.victim.with_name("nieuw.txt")


Build = Callable[[World], None]


@dataclass(frozen=True)
class Case:
    """*reden* stands in what `sync` says when it refuses; '' when it goes on,
    and what was planted is not obeyed.
    """

    naam: str
    build: Build
    reden: str = ""

    def __str__(self) -> str:
        return self.naam


def _config(*pairs: tuple[str, str]) -> Build:
    def build(world: World) -> None:
        for key, value in pairs:
            text = value.format(
                victim=world.victim, other=world.other, elsewhere=world.elsewhere
            )
            run_git(world.group, "config", "--add", key.format(other=world.other), text)

    return build


def _file(pad: str, text: str) -> Build:
    def build(world: World) -> None:
        path = world.group / pad
        path.parent.mkdir(exist_ok=True, parents=True)
        path.unlink(missing_ok=True)
        path.write_text(
            text.format(
                victim=world.victim, other=world.other, elsewhere=world.elsewhere
            )
        )

    return build


def _link(pad: str, to: str = "{victim}") -> Build:
    def build(world: World) -> None:
        path = world.group / pad
        if path.is_dir() and not path.is_symlink():
            path.rename(world.group.parent / f"{path.name}.was")
        path.unlink(missing_ok=True)
        path.parent.mkdir(exist_ok=True, parents=True)
        was = world.group.parent / f"{path.name}.was"
        path.symlink_to(
            to.format(
                victim=world.victim,
                other=world.other,
                elsewhere=world.elsewhere,
                was=was,
            )
        )

    return build


def _pipe(pad: str) -> Build:
    def build(world: World) -> None:
        (world.group / pad).parent.mkdir(exist_ok=True, parents=True)
        (world.group / pad).unlink(missing_ok=True)
        os.mkfifo(world.group / pad)

    return build


def _journal(pad: str, **other: Any) -> Build:
    """A journal that says that *pad* was being written."""

    def build(world: World) -> None:
        path = pad.format(victim=world.victim, elsewhere=world.elsewhere)
        data = {
            "message": "x",
            "files": {path: b"gekaapt\n".hex()},
            "basis": {path: None},
            "is_open": True,
        } | other
        (world.group / OWN).mkdir(exist_ok=True)
        (world.group / OWN / "journaal.json").write_text(json.dumps(data))

    return build


def _many_paths(world: World) -> None:
    """More paths than a command line holds."""
    files = {
        f"sessies/2026/{'a' * 70}{number:06d}.md": None for number in range(25_000)
    }
    _journal("README.md", files=files, basis=files, is_open=False)(world)


def _moving(**given: str) -> Build:
    """A journal that says that the branch was being moved."""

    def build(world: World) -> None:
        head = run_git(world.group, "rev-parse", "HEAD").decode().strip()
        data = {"branch": "refs/heads/main", "van": head, "naar": head} | given
        text = json.dumps(
            {
                key: value.format(elsewhere=world.elsewhere)
                for key, value in data.items()
            }
        )
        (world.group / OWN).mkdir(exist_ok=True)
        (world.group / OWN / "bijwerken.json").write_text(text)

    return build


def _cache(*statements: str) -> Build:
    """A cache that is as ours, but for what is done to it."""

    def build(world: World) -> None:
        lab.must(world.group, "log")
        con = sqlite3.connect(world.group / OWN / "index.sqlite", isolation_level=None)
        for statement in statements:
            con.execute(statement.format(elsewhere=world.elsewhere))
        con.close()

    return build


def _and(*builds: Build) -> Build:
    def build(world: World) -> None:
        for one in builds:
            one(world)

    return build


def _hot_journal(world: World) -> None:
    """A journal beside the cache whose end names a file, which sqlite removes when it is done."""
    _cache()(world)
    naam = os.fsencode(world.victim)
    head = bytes.fromhex("d9d505f920a163d7") + b"\0" * 504
    tail = (
        (1).to_bytes(4, "big")
        + naam
        + len(naam).to_bytes(4, "big")
        + sum(naam).to_bytes(4, "big")
    )
    (world.group / OWN / "index.sqlite-journal").write_bytes(
        head + tail + bytes.fromhex("d9d505f920a163d7")
    )


def _draft(suffix: str) -> Callable[[World], str]:
    def pad(world: World) -> str:
        sessie = (
            (world.group / lab.SESSIE_YAML)
            .read_text()
            .partition("\nid: ")[2]
            .split("\n")[0]
        )
        return f"{OWN}/drafts/{sessie}--ronde-1-mirthe--2-hulpvraag-definieren{suffix}"

    return pad


def _draft_link(suffix: str) -> Build:
    return lambda world: _link(_draft(suffix)(world))(world)


def _pointing(world: World) -> None:
    """A file .git that leads to another repository of the user."""
    (world.group / ".git").rename(world.group.parent / "git.was")
    (world.group / ".git").write_text(f"gitdir: {world.other}/.git\n")


def _common_dir_with_a_space(world: World) -> None:
    """A folder whose name ends in a space: its settings, found by git alone, fetch what is gone."""
    dot = world.group / ".git"
    shutil.copytree(dot, world.group.parent / "gem", symlinks=True)
    (world.group.parent / "gem").rename(dot / "gem ")
    (dot / "commondir").write_text("gem \n")
    with (dot / "gem /config").open("a") as file:
        file.write(
            "[core]\n\trepositoryformatversion = 1\n"
            "[extensions]\n\tpartialClone = o\n"
            '[remote "o"]\n\turl = .\n\tpromisor = true\n'
            f"\tuploadpack = touch {world.elsewhere}\n"
            "[protocol]\n\tallow = always\n"
        )
    oid = run_git(world.group, "rev-parse", "HEAD:groep.yaml").decode().strip()
    for objects in (dot / "objects", dot / "gem /objects"):
        (objects / oid[:2] / oid[2:]).unlink()


def _head_of_other(world: World) -> None:
    (world.group / ".git/HEAD").write_text(
        "ref: refs/heads/../../../../x/../ander/.git/refs/heads/main\n"
    )


GEWOON = "geen gewoon bestand of gewone map"
VERTROUW = "niet te vertrouwen"
ADRES = "noemen nog een plek om te delen"
WEG = "De Git-map is beschadigd"

CASES = (
    Case("pushurl", _config(("remote.origin.pushurl", "{elsewhere}")), ADRES),
    Case("second-url", _config(("remote.origin.url", "{other}")), ADRES),
    Case(
        "push-default", _config(("remote.kwaad.url", "{other}"), ("remote.pushDefault", "kwaad")),
    ),
    Case("branch-push-remote", _config(("branch.main.pushRemote", "{other}"))),
    Case("branch-remote", _config(("branch.main.remote", "{other}"))),
    Case(
        "remote-called-as-the-place", _config(("remote.{other}.pushurl", "{elsewhere}")), VERTROUW,
    ),
    Case("instead-of", _config(("url.{other}.insteadOf", "/")), VERTROUW),
    Case("push-instead-of", _config(("url.{other}.pushInsteadOf", "/")), VERTROUW),
    Case("git-points-elsewhere", _pointing, VERTROUW),
    Case("git-is-a-link", _link(".git", "{was}"), GEWOON),
    Case("commondir", _file(".git/commondir", "{other}/.git\n"), VERTROUW),
    Case("commondir-with-a-space", _common_dir_with_a_space, VERTROUW),
    Case("alternates", _file(".git/objects/info/alternates", "{other}/.git/objects\n"), VERTROUW),
    Case("config-link", _link(".git/config"), GEWOON),
    Case("index-link", _link(".git/index"), GEWOON),
    Case("head-link", _link(".git/HEAD"), GEWOON),
    Case("head-pipe", _pipe(".git/HEAD"), GEWOON),
    Case("head-outside", _head_of_other, "los van een tak"),
    Case("refs-link", _link(".git/refs", "{was}"), GEWOON),
    Case("branch-link", _link(".git/refs/heads/main"), GEWOON),
    Case("branch-lock-link", _link(".git/refs/heads/main.lock"), GEWOON),
    Case("index-lock-link", _link(".git/index.lock"), GEWOON),
    Case("objects-link", _link(".git/objects", "{was}"), GEWOON),
    Case("logs-link", _link(".git/logs", "{other}"), GEWOON),
    Case("log-link", _link(".git/logs/HEAD"), GEWOON),
    Case("packed-refs-link", _link(".git/packed-refs"), GEWOON),
    Case("info-link", _link(".git/info", "{other}"), GEWOON),
    Case("branch-option", _file(".git/refs/heads/main", "--output={elsewhere}\n"), WEG),
    Case(
        "packed-option",
        _file(".git/packed-refs", "--output={elsewhere} refs/remotes/origin/main\n"),
    ),
    Case("merge-head-option", _file(".git/MERGE_HEAD", "--output={elsewhere}\n"), WEG),
    Case("journal-above", _journal("../nieuw.txt")),
    Case("journal-absolute", _journal("{elsewhere}")),
    Case("journal-hook", _journal(".git/hooks/pre-commit")),
    Case("journal-settings", _journal(".git/config")),
    Case("journal-inside-above", _journal("sessies/../../nieuw.txt")),
    Case("journal-option", _journal("--output=nieuw.txt")),
    Case("journal-no-basis", _journal("README.md", basis={})),
    Case("journal-of-lists", _journal("README.md", files=[["README.md", "00"]])),
    Case("journal-message", _journal("README.md", message=["x"])),
    Case("journal-deep", _file(f"{OWN}/journaal.json", "[" * 100_000)),
    Case("journal-link", _link(f"{OWN}/journaal.json"), GEWOON),
    Case("journal-pipe", _pipe(f"{OWN}/journaal.json"), GEWOON),
    Case("moving-to-option", _moving(naar="--output={elsewhere}")),
    Case("moving-from-option", _moving(van="--output={elsewhere}")),
    Case("moving-branch-outside", _moving(branch="refs/heads/../../../nieuw.txt")),
    Case("moving-from-nothing", _moving(van="1" * 40)),
    Case("journal-of-very-many", _many_paths),
    Case("moving-to-nothing", _moving(naar=ZERO)),
    Case(
        "cache-option",
        _cache("UPDATE herkomst SET waarde = '--output={elsewhere}' WHERE sleutel = 'head'"),
    ),
    Case(
        "cache-path",
        _cache("UPDATE sessie SET map = '../../x'", "UPDATE actie SET pad = '../../x'"),
    ),
    Case(
        "cache-trigger",
        _cache("CREATE TRIGGER t AFTER UPDATE ON herkomst BEGIN DELETE FROM sessie; END"),
    ),
    Case("cache-that-computes", _cache(
        "DROP TABLE jaar",
        "CREATE TABLE jaar (naam TEXT PRIMARY KEY,"
        " merk INTEGER AS (length(zeroblob(900000000))) VIRTUAL)",
    )),
    Case("object-link", _link(".git/objects/ab/" + "1" * 38), GEWOON),
    Case("cache-link", _link(f"{OWN}/index.sqlite")),
    Case("cache-journal-link", _and(_cache(), _link(f"{OWN}/index.sqlite-journal"))),
    Case("cache-hot-journal", _hot_journal),
    Case("own-folder-link", _link(OWN, "{other}"), GEWOON),
    Case("lock-link", _link(f"{OWN}/lock"), GEWOON),
    Case("lock-full", _link(f"{OWN}/lock", "/dev/full"), GEWOON),
    Case("lock-pipe", _pipe(f"{OWN}/lock"), GEWOON),
    Case("share-slot-link", _link(f"{OWN}/delen.slot"), GEWOON),
    Case("share-slot-nowhere", _link(f"{OWN}/delen.slot", "{elsewhere}"), GEWOON),
    Case("drafts-link", _link(f"{OWN}/drafts", "{other}"), GEWOON),
    Case("draft-link", _draft_link(".json"), GEWOON),
    Case("form-link", _draft_link(".yaml"), GEWOON),
    Case("editor-link", _draft_link("--editor--hulpvraag.md"), GEWOON),
    Case("who-link", _link(f"{OWN}/lid"), GEWOON),
    Case("sessies-link", _link("sessies", "{was}")),
    Case("group-link", _link("groep.yaml", "{was}")),
    Case("group-pipe", _pipe("groep.yaml")),
)  # fmt: skip
