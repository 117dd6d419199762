"""Faults put into the merge by hand; each must break a law."""

import importlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import NamedTuple
from unittest.mock import patch


class Mutant(NamedTuple):
    """One fault: in *module* stands *new* in place of *old*."""

    naam: str
    module: str
    old: str
    new: str

    @contextmanager
    def alive(self) -> Iterator[None]:
        """Let the merge have this fault for a while."""
        module = importlib.import_module(f"intervisie_cli.merge.{self.module}")
        source = Path(str(module.__file__)).read_text(encoding="utf-8")
        assert source.count(self.old) == 1, (
            f"{self.naam}: the merge has changed, and this mutant with it"
        )
        changed = ModuleType(module.__name__)
        exec(
            compile(source.replace(self.old, self.new), module.__name__, "exec"),
            changed.__dict__,
        )
        names = {
            n: v
            for n, v in vars(changed).items()
            if callable(v) and v.__module__ == module.__name__
        }
        with patch.multiple(module, **names):
            yield


MUTANTS = (
    Mutant(
        "ours always wins",
        "values",
        "winner, loser = sorted((ours, theirs), key=_weight, reverse=True)",
        "winner, loser = ours, theirs",
    ),
    Mutant(
        "the loser is thrown away",
        "values",
        "clashes.append(conflict(path, loser))",
        "pass",
    ),
    Mutant(
        "the winner is kept as the loser",
        "values",
        "clashes.append(conflict(path, loser))",
        "clashes.append(conflict(path, winner))",
    ),
    Mutant(
        "a deletion wins from an edit",
        "values",
        "    if ours is MISSING:\n        return theirs\n",
        "    if ours is MISSING:\n        return MISSING\n",
    ),
    Mutant(
        "a deletion is undone",
        "values",
        "    if same(base, ours):\n        return theirs\n",
        "    if same(base, ours):\n        return ours if theirs is MISSING else theirs\n",
    ),
    Mutant(
        "an edit of one side is dropped",
        "values",
        "    if same(base, ours):\n        return theirs\n",
        "    if same(base, ours):\n        return ours\n",
    ),
    Mutant(
        "yes is one",
        "values",
        "    if same(ours, theirs) or same(base, theirs):",
        "    if ours == theirs or same(base, theirs):",
    ),
    Mutant(
        "conflicts of before are dropped",
        "values",
        "front[CONFLICTEN] = kept + new",
        "front[CONFLICTEN] = new",
    ),
    Mutant(
        "a settled conflict returns",
        "values",
        "            base.get(key, MISSING),\n",
        "            [] if key == CONFLICTEN else base.get(key, MISSING),\n",
    ),
    Mutant(
        "items go by their place",
        "lists",
        'key: Key = ("id", item["id"])',
        'key: Key = ("id", str(len(seen)))',
    ),
    Mutant(
        "a second item with one key is lost",
        "lists",
        "yield (*key, seen[key]), item",
        "yield (*key, 1), item",
    ),
    Mutant(
        "a member without more than a handle is another one",
        "lists",
        "if isinstance(item, str) and item in ids:",
        "if not item:",
    ),
    Mutant(
        "a member left on the last of two days",
        "values",
        "return min(ours, theirs)",
        "return max(ours, theirs)",
    ),
    Mutant(
        "a ronde that both began stands there twice",
        "rondes",
        "namen[goes] = keep",
        "pass",
    ),
    Mutant(
        "which of two ids stays goes by who merges",
        "rondes",
        "keep, goes = sorted((mine, yours), key=_rank)",
        "keep, goes = mine, yours",
    ),
    Mutant(
        "who brings in takes part no more",
        "rondes",
        "erbij.append(lid)",
        "pass",
    ),
    Mutant("new items of theirs are lost", "lists", ", *_runs(theirs, placed)]", "]"),
    Mutant(
        "new items stand where ours has them",
        "lists",
        "key=lambda run: repr(run.keys)",
        "key=lambda run: 0",
    ),
    Mutant(
        "the paragraphs of theirs are lost",
        "text",
        "for piece in (*min(ours, theirs), *max(ours, theirs)):",
        "for piece in min(ours, theirs):",
    ),
    Mutant(
        "paragraphs come in the order of ours",
        "text",
        "for piece in (*min(ours, theirs), *max(ours, theirs)):",
        "for piece in (*ours, *theirs):",
    ),
    Mutant(
        "a marker is put between",
        "text",
        "both.append(piece)",
        "both += ['=======', piece]",
    ),
    Mutant(
        "a paragraph taken away comes back",
        "text",
        "min(how_often)",
        "max(how_often)",
    ),
    Mutant(
        "what follows a change is lost",
        "text",
        "return [*merged, *base[at:]]",
        "return merged",
    ),
    Mutant(
        "changes that overlap are taken apart",
        "text",
        "return hunk.start < end or hunk.start == start",
        "return hunk.start == start",
    ),
)
