"""What drafts leave behind: words of a step that outlive its record go, unless they stand nowhere else."""

from collections.abc import Collection, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from intervisie_cli import system
from intervisie_cli.groep.concept import MAP, OPZIJ, Concept, load, set_aside
from intervisie_cli.groep.sessies import StapBestand

_KEPT_ASIDE = "opzij"


def let_go(pad: Path, stap: StapBestand) -> None:
    """Remove the drafts of a step that is recorded, at *pad* and of members beside it; one in another window stays.

    What holds words that stand in no record is set aside, for `doctor` to tell of.
    """
    for path in sorted(pad.parent.glob(f"{pad.stem}*.json")):
        with suppress(system.Busy, OSError), system.lock(path.with_suffix(".lock"), timeout_s=0):
            if draft := load(path, stap.plek.stap):
                forget(draft, stap)


def forget(draft: Concept, stap: StapBestand) -> None:
    """Remove a draft of a step that is recorded by now; one with words that stand in no record is set aside."""
    draft.take_in_editors()
    known = _texts([stap.data, stap.document.notulen if stap.document else "", draft.vastgelegd])
    if _texts([draft.antwoorden, draft.vorige]) <= known:
        draft.remove()
    else:
        set_aside(draft.path)


def _texts(value: Any) -> set[str]:
    """All texts in a value, with their white space made uniform."""
    if isinstance(value, str):
        return {" ".join(value.split())} - {""}
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return {text for part in parts for text in _texts(part)}


def left(private: Path, wanted: Collection[Path]) -> Iterator[Path]:
    """Yield the files with words outside the records, but for the drafts *wanted* and what belongs to them."""
    begins = tuple(pad.stem for pad in wanted)
    for path in sorted((private / MAP).glob("*")):
        if path.suffix != ".lock" and (
            OPZIJ in path.name or not path.name.lstrip(".#").startswith(begins)
        ):
            yield path
    yield from sorted(private.glob(f"*{OPZIJ}*"))
    yield from sorted(path for path in (private / _KEPT_ASIDE).rglob("*") if not path.is_dir())
