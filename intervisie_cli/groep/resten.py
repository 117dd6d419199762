"""What drafts leave behind: it goes with the recording, unless its words stand nowhere else."""

from collections.abc import Collection, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from intervisie_cli import system
from intervisie_cli.groep.concept import (
    MAP,
    OPZIJ_IN_NAAM,
    OPZIJ_MAP,
    Concept,
    load,
    set_aside,
)
from intervisie_cli.groep.stapbestand import StapBestand

# Beside own notulen in an editor: what they were. All of it is recorded.
BASIS = ".basis"


def let_go(pad: Path, stap: StapBestand) -> bool:
    """Remove the drafts of a step that is recorded: the one at *pad*, and those of members.

    One that is open in another window stays. One with words that are in no record is set aside,
    for `doctor` to tell of; gives whether there was any.
    """
    is_opzij = False
    # Those of members are called `2-advisering.md--kim.json` beside `2-advisering.json`. No other
    # step has a name that begins so: each has a number of its own.
    for path in sorted(pad.parent.glob(f"{pad.stem}*.json")):
        with (
            suppress(system.Busy, OSError),
            system.lock(path.with_suffix(".lock"), timeout_s=0),
        ):
            if draft := load(path, stap.plek.stap):
                is_opzij = forget(draft, stap) or is_opzij
    return is_opzij


def forget(draft: Concept, stap: StapBestand) -> bool:
    """Remove a draft of a step that is recorded by now.

    One with words that are in no record is set aside; gives whether it was.
    """
    draft.take_in_editors()
    if _is_recorded(draft, stap):
        draft.remove()
        return False
    set_aside(draft.path)
    return True


def _is_recorded(draft: Concept, stap: StapBestand) -> bool:
    """Whether the words of the draft stand in the record of its step, or in the history."""
    notulen = stap.document.notulen if stap.document else ""
    recorded = _texts([stap.data, notulen, draft.vastgelegd])
    return _texts([draft.antwoorden, draft.vorige, draft.geweken]) <= recorded


def without_words(pad: Path, stap: StapBestand) -> Iterator[Path]:
    """Yield the drafts of a step, the one at *pad* and those of members, that say nothing new."""
    for path in sorted(pad.parent.glob(f"{pad.stem}*.json")):
        draft = load(path, stap.plek.stap)
        if draft and _is_recorded(draft, stap):
            yield path


def _texts(value: Any) -> set[str]:
    """All texts in a value, with their white space made uniform."""
    if isinstance(value, str):
        return {" ".join(value.split())} - {""}
    if isinstance(value, dict):
        value = list(value.values())
    if not isinstance(value, list):
        return set()
    return {text for part in value for text in _texts(part)}


def left(private: Path, wanted: Collection[Path]) -> Iterator[Path]:
    """Yield the files with words outside the records, except those of the drafts *wanted*."""
    begins = tuple(pad.stem for pad in wanted)
    for path in sorted((private / MAP).glob("*")):
        if path.suffix in (".lock", BASIS):
            continue
        # What an editor keeps beside a file begins with a dot or a hash: `.#naam`, `#naam#`.
        is_wanted = path.name.lstrip(".#").startswith(begins)
        if OPZIJ_IN_NAAM in path.name or not is_wanted:
            yield path
    yield from sorted(private.glob(f"*{OPZIJ_IN_NAAM}*"))
    kept = (private / OPZIJ_MAP).rglob("*")
    yield from sorted(path for path in kept if not path.is_dir())
