"""A step file of a sessie as it stands on disk."""

from datetime import datetime
from typing import NamedTuple

from intervisie_cli.groep.formulieren import LEEG, Formulier
from intervisie_cli.model.draaiboek import BEGONNEN, VERVOLG_OP
from intervisie_cli.model.namen import is_id
from intervisie_cli.model.plain import Data
from intervisie_cli.model.sessie import (
    BEZIG,
    KLAAR,
    OPEN,
    OVERGESLAGEN,
    STATUSSEN,
    Plek,
)
from intervisie_cli.model.voortgang import LANGST, Leider, Voortgang, is_heropend
from intervisie_cli.model.voortgang import lees as lees_voortgang
from intervisie_cli.records.document import Document
from intervisie_cli.records.stap import own_notulen
from intervisie_cli.vragen.fasen import verborgen
from intervisie_cli.vragen.formulier.gegevens import completed


class StapBestand(NamedTuple):
    """A step file: its place, its path from the root, and its content; None when it is gone.

    One that *vervalt* is not held when it is not done yet: its ronde was dropped, or the sessie
    ended. *formulier* is what somebody filled in below the front matter of a step that is not
    recorded.
    """

    plek: Plek
    pad: str
    raw: bytes | None
    document: Document | None
    vervalt: bool = False
    formulier: Formulier = LEEG

    @property
    def front(self) -> Data:
        """The front matter, empty when the file is gone."""
        return self.document.data if self.document else {}

    @property
    def data(self) -> Data:
        """The front matter, completed with what the form says."""
        if not self._has_form:
            return self.front
        return completed(self.plek.stap, self.front, self.formulier.data)

    @property
    def getoond(self) -> Data:
        """The same, without what members gave from their own laptops while others still write."""
        if self.status != BEZIG:
            return self.data
        getoond = dict(self.data)
        for naam in verborgen(self.plek.stap, self.voortgang.voorbij):
            getoond.pop(naam, None)
        return getoond

    @property
    def voortgang(self) -> Voortgang:
        """How far it is, where a group holds it over more laptops."""
        return lees_voortgang(self.front)

    def began(self, anders: str) -> str:
        """The moment from which the clock of all runs; *anders* where nobody leads."""
        if not self.voortgang.leider:
            return anders
        return str(self.data.get(BEGONNEN) or anders)

    def leider(self, nu: datetime) -> Leider | None:
        """Who leads the step at the moment *nu*; None for nobody."""
        leider = self.voortgang.leider
        if not leider or self.is_af:
            return None
        if nu - datetime.fromisoformat(leider.sinds) > LANGST:
            return None
        return leider

    @property
    def notulen(self) -> str:
        """What somebody wrote freely, '' for nothing."""
        if not self.document:
            return ""
        document = self.document
        if self._has_form:
            document = document.with_body(self.formulier.rest)
        return own_notulen(self.plek.stap, document)

    @property
    def is_ingevuld(self) -> bool:
        """Whether somebody filled in the form, and nobody recorded it yet."""
        return self._has_form and bool(self.formulier.data)

    @property
    def _has_form(self) -> bool:
        return self.document is not None and not self.is_af and self.formulier != LEEG

    @property
    def status(self) -> str:
        """How far the step is."""
        status = self.front.get("status")
        if status not in STATUSSEN:
            status = OPEN
        if not self.vervalt or status not in (OPEN, BEZIG):
            return status
        return KLAAR if self.is_heropend else OVERGESLAGEN

    @property
    def is_heropend(self) -> bool:
        """Whether the group did the step, and says something in it anew."""
        return is_heropend(self.front)

    @property
    def is_vastgelegd(self) -> bool:
        """Whether the group did the step, or said that it would not."""
        return self.front.get("status") in (KLAAR, OVERGESLAGEN)

    @property
    def is_held(self) -> bool:
        """Whether the step was done, or comes."""
        return self.is_vastgelegd or not self.vervalt

    @property
    def carried_on(self) -> tuple[str, ...]:
        """The ids of earlier acties that what is asked here goes on with."""
        velden = [veld.naam for veld in self.plek.stap.velden if veld.is_vervolg]
        # Of a step that is not known, it may be.
        if not self.plek.stap.is_bekend:
            velden = [VERVOLG_OP]
        waarden = [self.data.get(veld) for veld in velden]
        return tuple(str(waarde) for waarde in waarden if is_id(waarde))

    @property
    def is_af(self) -> bool:
        """Whether nothing is left to do here."""
        return self.status in (KLAAR, OVERGESLAGEN)

    @property
    def spent_s(self) -> int:
        """Seconds between begin and end; 0 when they are not both there."""
        try:
            begonnen = datetime.fromisoformat(str(self.data["begonnen"]))
            afgerond = datetime.fromisoformat(str(self.data["afgerond"]))
            return max(0, int((afgerond - begonnen).total_seconds()))
        except (KeyError, ValueError, TypeError):
            return 0
