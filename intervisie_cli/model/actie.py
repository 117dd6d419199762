"""An actie: what was agreed, who does it and when, and what became of it since.

An actie stands in a step file as plain data; `Actie` reads it. A value that cannot be right counts
as not said: the file may have been edited outside intervisie.
"""

from collections.abc import Collection
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

from intervisie_cli.model.draaiboek import Veld
from intervisie_cli.model.namen import id_of, lees_iso
from intervisie_cli.model.plain import Data, Item, items_in
from intervisie_cli.model.sessie import SAMEN

# The key of a step file under which acties stand.
ACTIES = "acties"
STATUSSEN = OPEN, BEZIG, GEDAAN, DEELS, VERVALLEN = (
    "open",
    "bezig",
    "gedaan",
    "deels",
    "vervallen",
)
# The ones that leave nothing to do.
AF = (GEDAAN, VERVALLEN)
# The key of an actie, in no file, under which stands the last day that only its sentence names.
LAATSTE_DAG = "laatste_dag"
# What people type for a status, and the status.
GETYPT = {
    "klaar": GEDAAN,
    "gedaan": GEDAAN,
    "deels": DEELS,
    "bezig": BEZIG,
    "vervallen": VERVALLEN,
    "open": OPEN,
}
# The key of an actie under which stands what came of it since, an item each time it was told.
OPVOLGING = "opvolging"
# The keys of an opvolging that tell of a rhythm how often it was done, of how often it could be.
KEER, VAN = "keer", "van"
# The key of an opvolging under which stands the id of one that it replaces, though that says a
# later day: it was told on a laptop of which the clock was wrong.
NA = "na"
OPVOLGING_VELDEN = (
    Veld("datum", "datum", verplicht=True),
    Veld("lid", "lid"),
    Veld("status", "keuze", verplicht=True, keuzes=STATUSSEN),
    Veld(KEER, "aantal"),
    Veld(VAN, "aantal"),
    Veld("opmerking", "tekst"),
    Veld(NA, "tekst"),
)


class Velden(NamedTuple):
    """The fields beside the sentence of an actie that can hold a letter of SMART.

    *haalbaar* is what each member said, None for who said nothing.
    """

    meetbaar: str = ""
    tot: str = ""
    ritme: str = ""
    akkoord: bool | None = None
    haalbaar: tuple[bool | None, ...] = ()


class Actie:
    """The facts of the actie in *item*, the plain data of a step file."""

    def __init__(self, item: Item) -> None:
        self.item = item

    @property
    def id(self) -> str:
        """Its id, '' when it was written outside intervisie without one."""
        return id_of(self.item)

    @property
    def wie(self) -> Any:
        """Who does it, as it stands there: a handle, more, or the word for all; '' for not said.

        Where each member names acties of their own, that member does them.
        """
        return self.item.get("wie") or self.item.get("lid") or ""

    @property
    def tekst(self) -> str:
        """What is to be done."""
        return str(self.item.get("actie", ""))

    @property
    def tot(self) -> str:
        """The last day as ISO, of the field or else of the sentence; '' when there is none."""
        return str(self.item.get(LAATSTE_DAG) or self.item.get("tot") or "")

    @property
    def ritme(self) -> str:
        """How often, in words; '' when it is done once."""
        return str(self.item.get("ritme") or "")

    @cached_property
    def opvolging(self) -> list[Data]:
        """What was said of it since, in the order of the file."""
        return items_in(self.item.get(OPVOLGING))

    @cached_property
    def laatste(self) -> Data:
        """What was said of it last; empty when nothing was."""
        achterhaald = {str(keer.get(NA)) for keer in self.opvolging}
        geldig = [keer for keer in self.opvolging if id_of(keer) not in achterhaald]

        # After a merge the file need not be in the order of the days. Sorting keeps the order of
        # what was said on one day, so the last that stands there counts.
        def datum(keer: Item) -> str:
            return str(keer.get("datum", ""))

        op_datum = sorted(geldig or self.opvolging, key=datum)
        if not op_datum:
            return {}
        return op_datum[-1]

    @property
    def status(self) -> str:
        """How it stands: as was said last, else open."""
        return str(self.laatste.get("status") or OPEN)

    @property
    def is_af(self) -> bool:
        """Whether nothing is left to do."""
        return self.status in AF

    @property
    def opmerking(self) -> str:
        """The remark that was made last, '' for none."""
        return str(self.laatste.get("opmerking") or "")

    @property
    def gehaald(self) -> str:
        """How often a rhythm was done, as was said last; see `gehaald`."""
        return gehaald(self.laatste)

    def is_te_laat(self, vandaag: date) -> bool:
        """Whether it is not done, and its day is past."""
        dag = lees_iso(self.tot)
        return dag is not None and dag < vandaag and not self.is_af

    @property
    def velden(self) -> Velden:
        """What stands beside the sentence."""
        haalbaar = items_in(self.item.get("haalbaar"))
        return Velden(
            self._text("meetbaar"),
            self._text("tot"),
            self._text("ritme"),
            _yes_or_no(self.item.get("akkoord")),
            tuple(_yes_or_no(gezegd.get("akkoord")) for gezegd in haalbaar),
        )

    def _text(self, naam: str) -> str:
        waarde = self.item.get(naam)
        if not isinstance(waarde, str):
            return ""
        return waarde

    def data(self) -> Data:
        """What stands in the file, and its status, which does not stand there as such."""
        return {**self.item, "status": self.status}


def van_wie(item: Item, inbrenger: str) -> Any:
    """Who does an actie: when it names nobody the inbrenger, or all in a step without one."""
    return Actie(item).wie or inbrenger or SAMEN


def doeners(
    item: Item,
    inbrenger: str,
    deelnemers: Collection[str],
) -> tuple[str, ...]:
    """The handles of who does an actie, of those that `van_wie` gives."""
    wie = van_wie(item, inbrenger)
    if isinstance(wie, list):
        return tuple(map(str, wie))
    if wie == SAMEN:
        return tuple(deelnemers)
    return (str(wie),)


class Actievraag(NamedTuple):
    """Which acties to see: the open ones or *alle*. A part that is empty excludes nothing.

    *leden* do them, *ids* name them, *begin* is how an id begins, and *woorden* all stand in the
    actie. Those of *eerst* come first. *voor* is the last day that their sessie can be of, *buiten*
    the folder of a sessie of which they are not.
    """

    alle: bool = False
    leden: Collection[str] = ()
    ids: Collection[str] = ()
    begin: str = ""
    woorden: Collection[str] = ()
    eerst: str = ""
    voor: str = ""
    buiten: str = ""


def _yes_or_no(waarde: Any) -> bool | None:
    if not isinstance(waarde, bool):
        return None
    return waarde


def gehaald(keer: Item) -> str:
    """How often a rhythm was done, as an opvolging says it: '9 van 14 keer'; '' for not."""
    aantal = keer.get(KEER)
    van = keer.get(VAN)
    if not isinstance(aantal, int):
        return ""
    if not isinstance(van, int):
        return f"{aantal} keer"
    return f"{aantal} van {van} keer"


def had_gekund(keren: int) -> str:
    """How often a rhythm came, as people say it."""
    return f"had sinds de vorige keer {keren} keer gekund"
