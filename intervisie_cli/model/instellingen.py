"""What a group can choose."""

from collections.abc import Iterator
from typing import NamedTuple

# What to do about one that means nothing.
VERBETER = "Verbeter haar in groep.yaml."
# More of a key that somebody typed says no more.
_LANGST = 40

# The regions of the Dutch school holidays.
REGIOS = ("noord", "midden", "zuid")
# When a group shares what was recorded.
SYNC = SYNC_HAND, SYNC_NA_STAP = ("hand", "na-stap")
# Whether earlier advice is shown when advising begins.
EERDER = EERDER_TONEN, EERDER_VERBERGEN = ("tonen", "verbergen")
# Whether this computer keeps what people made of what the coach said.
GELEERD = GELEERD_BEWAREN, GELEERD_NIET = ("bewaren", "niet")
# Whether a Git host shows the notulen as pages.
LEESBAAR = LEESBAAR_JA, LEESBAAR_NEE = ("ja", "nee")
# Whose name stands under what was recorded.
COMMITS = COMMITS_EIGEN, COMMITS_GROEP = ("eigen", "groep")
# What each of these can be, the first when nothing is said.
KEUZES = {
    "regio": ("", *REGIOS),
    "sync": SYNC,
    "commits": COMMITS,
    "eerder": EERDER,
    "geleerd": GELEERD,
    "leesbaar": LEESBAAR,
}


class Instellingen(NamedTuple):
    """What a group chose.

    *horizon_dagen*, *regio* and *ernst* (rule and ernst) are for the checks, *sync* and *commits*
    for sharing, *eerder* for advising, *geleerd* for the
    coach, *leesbaar* for the pages that a Git host shows. *fouten* are the settings that mean
    nothing: key and reason.
    """

    horizon_dagen: int = 365
    regio: str = ""
    ernst: tuple[tuple[str, str], ...] = ()
    fouten: tuple[tuple[str, str], ...] = ()
    sync: str = SYNC_HAND
    commits: str = COMMITS_EIGEN
    eerder: str = EERDER_TONEN
    geleerd: str = GELEERD_BEWAREN
    leesbaar: str = LEESBAAR_JA

    def in_woorden(self) -> Iterator[str]:
        """Say of each setting that means nothing why that is."""
        for sleutel, reden in self.fouten:
            yield f"Instelling '{sleutel[:_LANGST]}' {reden}."
