"""What is looked back on: a casus per ronde, and the question which ones to see."""

from datetime import date
from typing import NamedTuple

from intervisie_cli.model.actie import Actie, doeners
from intervisie_cli.model.plain import Data, Item

# The key under which a part of a record names the rules that it is not held to, with reasons.
STIL = "stil"
ADVIEZEN = "adviezen"


class Woorden(NamedTuple):
    """All that was written in and around a ronde, by what it is of; a line for each value."""

    hulpvraag: str = ""
    advies: str = ""
    actie: str = ""
    overig: str = ""


class Casus(NamedTuple):
    """A ronde in the log; ronde 0, without an inbrenger, is the sessie as a whole.

    Items are the plain data of the step files, acties with their status now. *paden* are
    the files in which the acties stand, one for each. *vervolg_op* is the id of the earlier actie
    that the ronde goes on with. What *is_prive* is never shown as an example.
    """

    sessie: str
    sessie_id: str
    datum: date
    draaiboek: str
    thema: str
    ronde: int
    inbrenger: str
    hulpvraag: str
    herformulering: str
    is_af: bool
    adviezen: tuple[Item, ...]
    acties: tuple[Item, ...]
    paden: tuple[str, ...]
    woorden: Woorden
    vervolg_op: str = ""
    is_prive: bool = False
    deelnemers: tuple[str, ...] = ()

    @property
    def is_van_sessie(self) -> bool:
        """Whether it is of the sessie as a whole, and of no ronde."""
        return self.ronde == 0

    def data(self) -> Data:
        """The casus as plain data: so the cache keeps it, and `log --json` gives it."""
        return {
            "sessie": self.sessie,
            "sessie_id": self.sessie_id,
            "datum": self.datum.isoformat(),
            "draaiboek": self.draaiboek,
            "thema": self.thema,
            "ronde": self.ronde,
            "inbrenger": self.inbrenger,
            "deelnemers": list(self.deelnemers),
            "hulpvraag": self.hulpvraag,
            "herformulering": self.herformulering,
            "klaar": self.is_af,
            "vervolg_op": self.vervolg_op or None,
            "adviezen": list(self.adviezen),
            "acties": list(self.acties),
        }


class Verloop(NamedTuple):
    """A ronde with all that led to its plan; acties hold their `opvolging`.

    *vervolg_op* is the earlier actie that it goes on with, as it was said.
    """

    casus: Casus
    toelichting: str
    vragen: tuple[Item, ...]
    definities: tuple[Item, ...]
    vervolg_op: str = ""


class Zoekvraag(NamedTuple):
    """Which reports to see; a part that is empty excludes nothing.

    *vandaag* decides what is late, *buiten* is the folder of a sessie that is left out. *zoek* are
    words to find, *lijkt_op* is a hulpvraag to resemble: with either the best come first.
    """

    vandaag: date
    inbrenger: str = ""
    sinds: date | None = None
    tot: date | None = None
    draaiboek: str = ""
    alleen_acties: bool = False
    alleen_open: bool = False
    alleen_te_laat: bool = False
    actie_van: str = ""
    thema: str = ""
    met_advies: bool = False
    buiten: str = ""
    zoek: str | None = None
    lijkt_op: str | None = None

    @property
    def vraagt_acties(self) -> bool:
        """Whether a ronde without acties is of no use."""
        if self.actie_van:
            return True
        return self.alleen_acties or self.alleen_open or self.alleen_te_laat

    def _past_actie(self, casus: Casus, item: Item) -> bool:
        """Whether this actie of *casus* is asked for."""
        actie = Actie(item)
        leden = doeners(item, casus.inbrenger, casus.deelnemers)
        if self.actie_van and self.actie_van not in leden:
            return False
        if self.alleen_te_laat:
            return actie.is_te_laat(self.vandaag)
        if self.alleen_open:
            return not actie.is_af
        return True

    def beperk(self, casus: Casus) -> Casus:
        """Give *casus* with the acties that are asked for."""
        acties = [item for item in casus.acties if self._past_actie(casus, item)]
        return casus._replace(acties=tuple(acties))
