"""Two clones of one group, and a shared place that can be made to fail."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from tests import lab
from tests.lab import Templates, git, intervisie, must
from tests.net.http_place import HttpPlace
from tests.net.ssh_place import SSHD, SshPlace


@pytest.fixture(autouse=True)
def no_http_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [
        name
        for name in os.environ
        if name.lower().endswith("_proxy") or name.startswith("GIT_SSL")
    ]:
        monkeypatch.delenv(name)


def setting(text: str) -> None:
    """Add to what the user has configured for all repositories."""
    with Path(os.environ["GIT_CONFIG_GLOBAL"]).open("a") as config:
        config.write(text)


class Pair(NamedTuple):
    """Mirthe has something to share, and Kim has shared something else:
    a sync of Mirthe fetches, merges and pushes.
    """

    mirthe: Path
    kim: Path
    place: Path

    def prepare(self) -> None:
        for clone, text in (
            (self.kim, "Dit zei Mirthe.\n"),
            (self.mirthe, "Dit zei Kim.\n"),
        ):
            with (clone / lab.HULPVRAAG).open("a") as file:
                file.write(f"\n{text}")
        must(self.kim, "sync")

    def reach(self, url: str) -> None:
        """Let Mirthe reach the place at another address."""
        git(self.mirthe, "remote", "set-url", "origin", url)

    def ends_well(self) -> None:
        """See that Mirthe can share after all, and that everybody has every word."""
        must(self.mirthe, "sync")
        must(self.kim, "sync")
        assert git(self.kim, "rev-parse", "HEAD") == git(
            self.mirthe, "rev-parse", "HEAD"
        )
        for clone in (self.mirthe, self.kim):
            text = (clone / lab.HULPVRAAG).read_text()
            assert "Dit zei Mirthe." in text
            assert "Dit zei Kim." in text
            assert git(clone, "fsck", "--no-dangling") == ""
            assert git(clone, "status", "--porcelain") == ""


@pytest.fixture
def pair(templates: Templates, tmp_path: Path) -> Pair:
    """The two, over a folder."""
    made = Pair(*templates.shared("een", tmp_path), tmp_path / lab.PLACE)
    git(made.place, "config", "http.receivepack", "true")
    made.prepare()
    return made


@pytest.fixture
def http(pair: Pair) -> Iterator[HttpPlace]:
    """The same place over http, where Mirthe shares."""
    with HttpPlace(pair.place.parent) as place:
        pair.reach(place.url())
        yield place


@pytest.fixture
def ssh(pair: Pair, tmp_path: Path) -> Iterator[SshPlace]:
    """The same place over ssh, where Mirthe shares."""
    if not SSHD:
        pytest.skip("there is no sshd here (Debian: apt-get install openssh-server)")
    with SshPlace(tmp_path / "ssh") as place:
        setting(place.setting)
        pair.reach(place.url(pair.place))
        yield place


def fails(pair: Pair, words: str) -> None:
    """See that a sync of Mirthe ends with 5 and a line or two with *words*, and changes nothing."""
    must_stay = git(pair.place, "rev-parse", "main")
    outcome = intervisie(pair.mirthe, "sync")
    assert outcome.code == 5, outcome
    assert words in outcome.err, outcome
    assert outcome.out == ""
    assert 1 <= len(outcome.err.splitlines()) <= 2
    assert "\x1b" not in outcome.err
    assert git(pair.place, "rev-parse", "main") == must_stay
    assert git(pair.mirthe, "status", "--porcelain") == ""
    assert "Dit zei Kim." in (pair.mirthe / lab.HULPVRAAG).read_text()


def hook(place: Path, name: str, script: str) -> None:
    """Give the place a hook."""
    path = place / "hooks" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)


def mount(folder: Path, size: str) -> None:
    """Give *folder* a disk of its own, in memory."""
    folder.mkdir(exist_ok=True)
    argv = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)]
    done = subprocess.run(argv, capture_output=True, check=False)
    if done.returncode:
        pytest.skip("only root can mount a small disk")
