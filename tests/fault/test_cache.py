"""A log dies or fails at any call while it makes or renews the cache: the next one is right."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import lab
from tests.lab import Templates

pytestmark = pytest.mark.slow

LOG = ("log", "--json", "--zoek", "begeleider")
LIJKT = ("log", "--json", "--lijkt-op", "Hoe krijg ik weer zin?")
CACHE = ".git/intervisie/index.sqlite"


@pytest.fixture
def group(templates: Templates, tmp_path: Path) -> Path:
    return templates.copy("twee", tmp_path / "groep")


def _begin(group: Path, how: str, log: tuple[str, ...]) -> None:
    """No cache, or one that is behind by an edit."""
    for path in group.glob(f"{CACHE}*"):
        path.unlink()
    if how == "behind":
        lab.must(group, *log)
        path = group / lab.HULPVRAAG
        path.write_text(path.read_text() + "\nNog iets.\n")


@pytest.mark.parametrize("errno", [None, 5, 28], ids=["killed", "EIO", "ENOSPC"])
@pytest.mark.parametrize("how", ["missing", "behind"])
@pytest.mark.parametrize("log", [LOG, LIJKT], ids=["zoek", "lijkt-op"])
def test_at_any_call_that_changes_the_disk(
    binary: Path, group: Path, log: tuple[str, ...], how: str, errno: int | None
):
    _begin(group, how, log)
    wanted = lab.must(group, *log).out
    _begin(group, how, log)
    whole = lab.breaks(binary, log, 0, group)
    assert whole.total > 5, "the calls of a build are not seen"
    wrong = list(_at_each(binary, group, log, how, errno, whole.total, wanted))
    assert not wrong, "\n".join(wrong)


def _at_each(
    binary: Path,
    group: Path,
    log: tuple[str, ...],
    how: str,
    errno: int | None,
    total: int,
    wanted: str,
) -> Iterator[str]:
    for at in lab.points(total, 15):
        _begin(group, how, log)
        outcome = lab.breaks(binary, log, at, group, errno=errno)
        if errno and outcome.returncode:
            yield f"{at} {outcome.call}: an error of the disk stops the log: {outcome}"
        after = lab.intervisie(group, *log)
        if (after.code, after.out) != (0, wanted):
            yield f"{at} {outcome.call}: {after}"
