"""Four clones and one shared place, in any order of edits and syncs:
all end alike, and no word is lost.

A word may go only when somebody who had it before them replaced it, took it away,
or settled a clash about it.
"""

import re
from random import Random

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from intervisie_cli.records.document import new_markdown, parse_markdown
from intervisie_cli.records.merge import merge_files
from tests.property import edits

CLONES = st.integers(0, 3)
_TOKEN = re.compile(r"(?:tekst|alinea) \d+")


class Clones(RuleBasedStateMachine):
    """Each clone holds a file and the version of the shared place that it is based on."""

    def __init__(self) -> None:
        super().__init__()
        rng = Random(0)
        data, pieces = edits.record(rng)
        begin = _write(data, pieces)
        self.shared = begin
        self.files = [begin] * 4
        self.bases = [begin] * 4
        self.owed: set[str] = set(_TOKEN.findall(begin.decode()))

    @rule(clone=CLONES, seed=st.integers(0, 2**32), times=st.integers(1, 4))
    def edit(self, clone: int, seed: int, times: int) -> None:
        before = self.files[clone]
        document = parse_markdown(before)
        pieces = [piece for piece in document.body.strip("\n").split("\n\n") if piece]
        after = _write(*edits.edited(Random(seed), document.data, pieces, times))
        had, has = (set(_TOKEN.findall(raw.decode())) for raw in (before, after))
        self.owed = (self.owed - (had - has)) | (has - had)
        self.files[clone] = after

    @rule(clone=CLONES)
    def sync(self, clone: int) -> None:
        merged = merge_files(
            "stap.md", self.bases[clone], self.files[clone], self.shared
        )
        assert merged.kopie is None
        assert (
            merged.raw
            == merge_files(
                "stap.md", self.bases[clone], self.shared, self.files[clone]
            ).raw
        )
        self.shared = self.files[clone] = self.bases[clone] = merged.raw

    @rule(clone=CLONES)
    def fetch_too_late(self, clone: int) -> None:
        """Prepare a merge that the shared place does not take, and throw it away."""
        merge_files("stap.md", self.bases[clone], self.files[clone], self.shared)

    @invariant()
    def nothing_is_unreadable(self) -> None:
        for raw in (self.shared, *self.files):
            assert parse_markdown(raw)
            assert b"<<<<<<<" not in raw

    def teardown(self) -> None:
        for clone in (*range(4), *range(4)):
            self.sync(clone)
        assert set(self.files) == {self.shared}
        assert self.owed <= set(_TOKEN.findall(self.shared.decode()))


def _write(data: dict[str, object], pieces: list[str]) -> bytes:
    return new_markdown(data, "\n\n".join(pieces) + "\n" if pieces else "").raw()


class TestClones(Clones.TestCase):
    settings = settings(
        max_examples=40,
        stateful_step_count=40,
        deadline=None,
        derandomize=True,
        database=None,
    )
