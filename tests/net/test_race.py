"""A short race of clones, as `benchmarks.race` runs a long one:
nobody loses a word over any way of sharing.
"""

from pathlib import Path

import pytest

from tests.net.race import race
from tests.net.ssh_place import SSHD

pytestmark = pytest.mark.slow

CLONES, EDITS = 3, 8


@pytest.mark.parametrize("over", ["file", "ssh", "http"])
def test_clones_that_race_lose_nothing(tmp_path: Path, over: str):
    if over == "ssh" and not SSHD:
        pytest.skip("there is no sshd here (Debian: apt-get install openssh-server)")
    report = race(tmp_path, over, CLONES, EDITS)
    assert not list(report.faults())
    assert not report.complaints
    assert report.written
    assert report.pushes >= CLONES


def test_the_race_sees_what_git_pull_rebase_loses(tmp_path: Path):
    report = race(tmp_path, "file", CLONES, EDITS, rebase=True)
    assert report.lost or report.heads > 1
