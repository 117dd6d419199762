"""The power goes right after a command said that it was done:
on a real disk, everything that it said is there.
"""

import fcntl
import os
import struct
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from intervisie_cli.groep import concept, draaiboeken
from intervisie_cli.groep.concept import Concept
from intervisie_cli.model.sleutel import Sleutel
from tests import lab

pytestmark = pytest.mark.slow

SHUTDOWN, WITHOUT_FLUSH = (
    0x8004587D,
    2,
)  # EXT4_IOC_SHUTDOWN, EXT4_GOING_FLAGS_NOLOGFLUSH


class Disk:
    """An ext4 disk in a file, of which the power can be cut."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "schijf"
        self._image = folder / "schijf.img"
        self.root.mkdir()
        with self._image.open("wb") as file:
            file.truncate(32 * 1024 * 1024)
        self._must("mkfs.ext4", "-q", str(self._image))
        self.plug_in()

    def plug_in(self) -> None:
        """Mount it, which replays the journal of the file system as a start after a cut does."""
        self._must("mount", "-o", "loop", str(self._image), str(self.root))

    def cut(self) -> None:
        """Throw away what the file system has not written, and start anew."""
        handle = os.open(self.root, os.O_RDONLY)
        try:
            fcntl.ioctl(handle, SHUTDOWN, struct.pack("I", WITHOUT_FLUSH))
        except OSError:
            pytest.skip("this disk cannot be cut off")
        finally:
            os.close(handle)
        self.pull_out()
        self.plug_in()

    def pull_out(self) -> None:
        """Unmount it."""
        subprocess.run(["umount", str(self.root)], check=True)

    @staticmethod
    def _must(*argv: str) -> None:
        try:
            done = subprocess.run(argv, capture_output=True, check=False)
        except FileNotFoundError:
            pytest.skip(f"there is no {argv[0]}")
        if done.returncode:
            pytest.skip("this user may not make and mount a disk")


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    disk = Disk(tmp_path)
    yield disk
    disk.pull_out()


def test_what_a_command_confirmed_is_there_after_the_power_went(disk: Disk):
    group = disk.root / "groep"
    lab.must(disk.root, lab.INIT[0], "groep", *lab.INIT[1:])
    disk.cut()
    assert lab.subjects(group) == ["Groep gemaakt"]
    assert list(lab.untidy(group)) == []
    lab.must(group, *lab.NEW)
    for done, answers in enumerate(lab.ANSWERS, 3):
        disk.cut()
        lab.must(group, *lab.STEP, stdin=answers)
        disk.cut()
        assert len(lab.subjects(group)) == done
        assert list(lab.untidy(group)) == []
    lab.must(group, "undo")
    disk.cut()
    assert "teruggenomen" in lab.subjects(group)[0]
    assert list(lab.untidy(group)) == []


def test_each_answer_is_there_after_the_power_went(disk: Disk):
    pad = concept.path_of(
        disk.root / "groep/.git/intervisie", "sessie", "ronde-1-mirthe/3-advisering.md"
    )
    stap = draaiboeken.load(None, "lang").stap("advisering")
    assert stap
    draft = Concept(pad, stap, begonnen="2026-11-23T19:00:00+01:00")
    for number in range(3):
        draft.antwoorden[Sleutel("adviezen", "kim", number, deel="advies")] = (
            f"Advies {number}"
        )
        draft.save()
        disk.cut()
        found = concept.load(pad, stap)
        assert found is not None
        assert found.antwoorden == draft.antwoorden
