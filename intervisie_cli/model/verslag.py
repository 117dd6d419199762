"""What is looked back on: one report per ronde, and the question which ones to see."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any, NamedTuple

AF = GEDAAN, VERVALLEN = ("gedaan", "vervallen")
# The key under which a part of a record names the rules that it is not held to, each with a reason.
STIL = "stil"
OPVOLGING = "opvolging"
ADVIEZEN = "adviezen"
# In an opvolging of a rhythm: how often it was done, of how often it could be.
KEER, VAN = "keer", "van"
Item = Mapping[str, Any]


def is_te_laat(actie: Item, vandaag: date) -> bool:
    """Whether *actie* is not done or dropped, and its day is past."""
    return actie.get("status") not in AF and str(actie.get("tot") or "9999") < vandaag.isoformat()


def gehaald(keer: Item) -> str:
    """How often a rhythm was done, as an opvolging says it: '9 van 14 keer'; '' when it does not."""
    if not isinstance(keer.get(KEER), int):
        return ""
    van = f" van {keer[VAN]}" if isinstance(keer.get(VAN), int) else ""
    return f"{keer[KEER]}{van} keer"


def had_gekund(keren: int) -> str:
    """How often a rhythm came, as people say it."""
    return f"Sinds het laatst besproken is, had het {keren} keer gekund."


class Woorden(NamedTuple):
    """All that was written in and around a ronde, by what it is of; a line for each value."""

    hulpvraag: str = ""
    advies: str = ""
    actie: str = ""
    overig: str = ""


class Verslag(NamedTuple):
    """A ronde in the log. Items are the plain data of the step files, acties with their current `status`.

    *paden* are the files in which the acties stand, *vervolg_op* the id of the earlier actie that it goes on with.
    What *is_prive* is never shown as an example.
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

    def json(self) -> dict[str, Any]:
        """The documented object of `log --json`."""
        return {
            "sessie": self.sessie,
            "sessie_id": self.sessie_id,
            "datum": self.datum.isoformat(),
            "draaiboek": self.draaiboek,
            "thema": self.thema,
            "ronde": self.ronde,
            "inbrenger": self.inbrenger,
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

    verslag: Verslag
    toelichting: str
    vragen: tuple[Item, ...]
    definities: tuple[Item, ...]
    vervolg_op: str = ""

    def json(self) -> dict[str, Any]:
        """The documented object of `log --verloop --json`."""
        return self.verslag.json() | {
            "toelichting": self.toelichting,
            "vragen": list(self.vragen),
            "definities": list(self.definities),
        }


class Actievraag(NamedTuple):
    """Which acties to see; an empty part asks nothing. Open ones, or *alle*.

    *begin* is of an id, *woorden* stand in the actie, *eerst* is whose come first; *voor* is a day that their sessie is
    not later than, *buiten* the folder of one that they are not of.
    """

    alle: bool = False
    leden: Collection[str] = ()
    ids: Collection[str] = ()
    begin: str = ""
    woorden: Collection[str] = ()
    eerst: str = ""
    voor: str = ""
    buiten: str = ""


class Zoekvraag(NamedTuple):
    """Which reports to see; an empty part asks nothing. *vandaag* decides what is late; *buiten* is not to see.

    *zoek* are words to find, *lijkt_op* is a hulpvraag to resemble: then the best come first.
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
        return self.alleen_acties or self.alleen_open or self.alleen_te_laat or bool(self.actie_van)

    def past_actie(self, actie: Item) -> bool:
        """Whether *actie* is asked for."""
        if self.actie_van and actie.get("wie") != self.actie_van:
            return False
        if self.alleen_te_laat:
            return self.is_te_laat(actie)
        return not self.alleen_open or actie.get("status") not in AF

    def is_te_laat(self, actie: Item) -> bool:
        """Whether *actie* is not done or dropped, and its day is past."""
        return is_te_laat(actie, self.vandaag)

    def uit(self, verslag: Verslag) -> Verslag:
        """Give *verslag* with the acties that are asked for."""
        return verslag._replace(acties=tuple(filter(self.past_actie, verslag.acties)))
