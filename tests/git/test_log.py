"""The rows that commits give, whoever made them."""

from pathlib import Path

from intervisie_cli.git import log
from intervisie_cli.git.repository import Repository
from tests.lab import git


def test_a_commit_with_our_mark_in_its_subject_is_no_row_and_no_fault(leeg: Path):
    """Somebody can put any sign in a commit by hand."""
    git(leeg, "commit", "--allow-empty", "-m", "van\x1fde\x1fbuurman")
    rows = log.rows(Repository(leeg), ["%H", "%s"], "HEAD")
    assert rows
    assert all(len(row) == 2 for row in rows)
    assert "buurman" not in str(rows)
    assert log.rows(Repository(leeg), ["%H"], "--max-count=1", "HEAD")
