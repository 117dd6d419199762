"""A finding: which rule, how bad, where in the text, why, and what would mend it."""

from typing import Any, NamedTuple

HINT, LET_OP, FOUT = "hint", "let-op", "fout"
ERNST = (HINT, LET_OP, FOUT)
# A rule that a group does not want.
UIT = "uit"


class Bevinding(NamedTuple):
    """One finding. *van* and *tot* are offsets in characters of the text as it was given."""

    regel: str
    ernst: str
    bericht: str
    hulp: str
    van: int
    tot: int

    def json(self) -> dict[str, Any]:
        """The documented object of `check --format json`."""
        return self._asdict()
