"""What the tests try, counted from their tables for docs/betrouwbaarheid.md (by tests.renew)."""

from tests.git.test_refused_objects import ODD_AUTHORS, REFUSED
from tests.hostile import folders, places, test_own_files
from tests.hostile.config import HOOKS, INERT, ONE_BY_ONE
from tests.hostile.trees import CASES
from tests.property import test_odd_records
from tests.property.mutants import MUTANTS


def rows() -> list[tuple[str, int, str]]:
    """What is tried, how many, and where it stands."""
    own = len(test_own_files.FILES) * len(test_own_files.KINDS)
    return [
        (
            "hostile trees and commits, fetched and joined on",
            len(CASES),
            "tests/hostile/trees.py",
        ),
        (
            "of those, that every git refuses: gone on without",
            len(REFUSED),
            "tests/git/test_refused_objects.py",
        ),
        (
            "commits of a wrong clock or name",
            len(ODD_AUTHORS),
            "tests/git/test_refused_objects.py",
        ),
        (
            "settings that start a program",
            len(ONE_BY_ONE) + len(INERT),
            "tests/hostile/config.py",
        ),
        ("hooks", len(HOOKS), "tests/hostile/config.py"),
        ("hostile places in a folder", len(places.CASES), "tests/hostile/places.py"),
        (
            "folders that were handed over",
            len(folders.CASES),
            "tests/hostile/folders.py",
        ),
        ("contents of our own files", own, "tests/hostile/test_own_files.py"),
        (
            "odd values, each in every field of every record",
            len(test_odd_records.ODD),
            "tests/property/test_odd_records.py",
        ),
        ("faults put into the merge", len(MUTANTS), "tests/property/mutants.py"),
    ]
