"""What a screen that follows a sessie has to tell: the step, whose turn it is, who is ready."""

from datetime import datetime
from typing import NamedTuple

from intervisie_cli.flows.groep.ik import who_am_i
from intervisie_cli.flows.mee.aan_zet import aan_zet
from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.flows.sessie.status import Quotum, quota
from intervisie_cli.flows.stap.gesprek import clock_for
from intervisie_cli.groep.sessies import SessieMap
from intervisie_cli.groep.stapbestand import StapBestand
from intervisie_cli.model.voortgang import Leider
from intervisie_cli.vragen.tijdplan import Klok


class Beeld(NamedTuple):
    """A step of a sessie that is under way. *klok* is None before anybody leads it.

    *aan_zet* are the members who are asked something at a laptop of their own, *quota* what each
    owes. *ik* is who looks, '' when that is not known.
    """

    sessie_map: SessieMap
    stap: StapBestand
    leider: Leider | None
    klok: Klok | None
    aan_zet: tuple[str, ...]
    quota: tuple[Quotum, ...]
    ik: str

    @property
    def is_gereed(self) -> bool:
        """Whether nobody has to be waited for."""
        is_klaar = all(deel.aantal >= deel.nodig for deel in self.quota)
        return is_klaar and not self.aan_zet


def look(omgeving: Omgeving, sessie_map: SessieMap) -> Beeld | None:
    """What there is to see; None when the sessie is done."""
    stap = sessie_map.volgende
    if not stap:
        return None
    leider = stap.leider(omgeving.clock())
    klok = None
    if leider:
        begonnen = datetime.fromisoformat(stap.began(leider.sinds))
        klok = clock_for(sessie_map, stap, begonnen)
    return Beeld(
        sessie_map,
        stap,
        leider,
        klok,
        aan_zet(omgeving, sessie_map, stap),
        quota(omgeving, sessie_map, stap, {}),
        who_am_i(omgeving),
    )
