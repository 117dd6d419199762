"""A finding: which rule, how bad, where in the text, why, and what would mend it."""

from typing import NamedTuple

HINT, LET_OP, FOUT = "hint", "let-op", "fout"
ERNST = (HINT, LET_OP, FOUT)
# Stands in the place of an ernst when a group does not want a rule.
UIT = "uit"


class Bevinding(NamedTuple):
    """One finding. *van* and *tot* are offsets in characters of the text as it was given."""

    regel: str
    ernst: str
    bericht: str
    hulp: str
    van: int
    tot: int


class Vindplaats(NamedTuple):
    """A place in a file: line and columns count from 1; columns are 0 when not known."""

    bestand: str
    regel: int
    kolom: int = 0
    eind: int = 0


class Betreft(NamedTuple):
    """Where a finding belongs, as people say it: 'Bram', 'actie 2', 'Advisering, ronde 1'.

    What does not apply is ''. *volgorde* is the place of the step among those of its sessie.
    """

    sessie: str = ""
    stap: str = ""
    wie: str = ""
    wat: str = ""
    volgorde: int = 0


class Resultaat(NamedTuple):
    """A finding in a file: *tekst* is what it is about, *reden* why the group silenced it.

    *is_gevraagd*: people want to see it, also when it is silenced.
    """

    vindplaats: Vindplaats
    tekst: str
    bevinding: Bevinding
    reden: str = ""
    betreft: Betreft = Betreft()
    is_gevraagd: bool = False

    @property
    def is_stil(self) -> bool:
        """Whether it does not count."""
        return bool(self.reden)

    @property
    def is_te_zien(self) -> bool:
        """Whether people see it on a page."""
        return self.is_gevraagd or not self.is_stil
