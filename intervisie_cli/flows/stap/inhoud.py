"""What recording makes of the file of a step: the answers checked, and put beside the rest."""

from datetime import datetime

from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.flows.stap.kiezen import AlVastgelegd, context_of, document_of
from intervisie_cli.groep.sessies import SessieMap
from intervisie_cli.groep.stapbestand import StapBestand
from intervisie_cli.merge.conflicts import CONFLICTEN
from intervisie_cli.model.context import Context
from intervisie_cli.model.draaiboek import (
    AFGEROND,
    BEGONNEN,
    NOTULEN,
    REDEN,
    SLAAT_OVER,
    STAP,
    STATUS,
    VOORTGANG,
)
from intervisie_cli.model.fouten import IntervisieError
from intervisie_cli.model.plain import Data, same
from intervisie_cli.model.sessie import KLAAR, OVERGESLAGEN
from intervisie_cli.records.document import Document
from intervisie_cli.vragen.formulier.indeling import without_labels
from intervisie_cli.vragen.keuring import Keuring, with_room
from intervisie_cli.vragen.soorten.register import soort_van


class AntwoordenFout(IntervisieError):
    """The answers do not hold; *fouten* names each fault."""

    def __init__(self, context: Context, fouten: list[str]) -> None:
        super().__init__(
            f"{context.stap.titel}: {'; '.join(fouten)}.", "Er is niets vastgelegd."
        )
        self.fouten = fouten


def check_answers(
    omgeving: Omgeving,
    context: Context,
    eerder: Data,
    document: Data,
) -> Data:
    """Give the uniform data of an answers document. Raises AntwoordenFout with every fault."""
    keuring = Keuring(context, eerder, omgeving.new_id)
    data = keuring.kijk_na(document)
    if keuring.fouten:
        raise AntwoordenFout(context, keuring.fouten)
    return data


def check_record(
    omgeving: Omgeving,
    sessie_map: SessieMap,
    stap: StapBestand,
    document: Data,
    *,
    opnieuw: bool,
    begonnen: datetime | None = None,
) -> tuple[Document, Data] | None:
    """Give what recording *document* makes of the step file, with the answers.

    None when the file holds just that already. A step that is recorded changes only with *opnieuw*.
    Raises AntwoordenFout, AlVastgelegd.
    """
    context = context_of(omgeving, sessie_map, stap, document)
    oud = document_of(stap)
    if stap.is_af:
        context = with_room(context, stap.data)
    data = check_answers(omgeving, context, stap.data, document)
    if stap.is_af:
        # Who opens a step with clashes and changes nothing has chosen: the clashes go.
        settles = opnieuw and CONFLICTEN in stap.data
        if not settles and adds_nothing(stap, data, document, opnieuw=opnieuw):
            return None
        if not opnieuw:
            raise AlVastgelegd(stap)
    front = _front(
        omgeving, context, stap, oud, data, opnieuw=opnieuw, begonnen=begonnen
    )
    order = context.stap.sleutels
    in_order = {sleutel: front[sleutel] for sleutel in order if sleutel in front}
    try:
        nieuw = oud.with_data(in_order | front, order)
    except ValueError:
        te_veel = "dit is te veel voor één stap; maak de antwoorden korter"
        raise AntwoordenFout(context, [te_veel]) from None
    nieuw = without_form(stap, nieuw)
    if NOTULEN in data:
        notulen = _merge_notulen(stap, nieuw.notulen, data[NOTULEN])
        nieuw = nieuw.with_notulen(notulen)
    return nieuw, data


def without_form(stap: StapBestand, document: Document) -> Document:
    """The document without the lines of the form that were taken in, or that only asked.

    A step that was recorded before keeps its body as it is.
    """
    if stap.is_af:
        return document
    is_over = document.data[STATUS] == OVERGESLAGEN
    # What somebody filled in of a step that is skipped was not taken in.
    if stap.is_ingevuld and not is_over:
        document = document.with_body(stap.formulier.rest)
    return document.with_body(without_labels(stap.plek.stap, document.body))


def _front(
    omgeving: Omgeving,
    context: Context,
    stap: StapBestand,
    oud: Document,
    data: Data,
    *,
    opnieuw: bool,
    begonnen: datetime | None,
) -> Data:
    """The front matter that recording makes.

    Fields that were left empty go; what the draaiboek does not know stays.
    """
    nu = omgeving.clock()
    front = dict(oud.data)
    front[STAP] = stap.plek.stap.naam
    front[STATUS] = KLAAR
    if not front.get(BEGONNEN):
        front[BEGONNEN] = (begonnen or nu).isoformat()
    # A step that is opened again keeps its time: it was spent in the call, not on the correction.
    if not front.get(AFGEROND):
        front[AFGEROND] = nu.isoformat()
    velden = [veld.naam for veld in context.stap.velden if not soort_van(veld).is_vast]
    if data.get(STATUS) == OVERGESLAGEN and not stap.is_af:
        # What members gave before the group skipped the step is theirs, and stays.
        velden = []
    for sleutel in (REDEN, SLAAT_OVER, VOORTGANG, *velden):
        front.pop(sleutel, None)
    voortgang = stap.voortgang.afgerond().data()
    if voortgang:
        front[VOORTGANG] = voortgang
    if opnieuw:
        # Who opens a step anew has seen its clashes.
        front.pop(CONFLICTEN, None)
    return front | {sleutel: data[sleutel] for sleutel in data if sleutel != NOTULEN}


def adds_nothing(
    stap: StapBestand,
    data: Data,
    document: Data,
    *,
    opnieuw: bool,
) -> bool:
    """Whether the checked answers stand in the file already.

    So typing a command twice does no harm.
    """
    velden = stap.plek.stap.namen
    if document.get(STATUS) == OVERGESLAGEN:
        velden = []
    momenten = [naam for naam in (BEGONNEN, AFGEROND) if naam in data]
    for naam in (REDEN, SLAAT_OVER, *velden, *momenten):
        if not same(stap.data.get(naam), data.get(naam)):
            return False
    status = document.get(STATUS) or KLAAR
    return status == stap.status and _has_notulen(stap, data, opnieuw=opnieuw)


def _has_notulen(stap: StapBestand, data: Data, *, opnieuw: bool) -> bool:
    if NOTULEN not in data:
        return True
    oud = stap.notulen
    nieuw = data[NOTULEN]
    if oud == nieuw:
        return True
    if opnieuw:
        return False
    # Recorded over an open step, they may stand below what was written outside intervisie.
    return not nieuw or oud.endswith(f"\n\n{nieuw}")


def _merge_notulen(stap: StapBestand, oud: str, nieuw: str) -> str:
    """Free notulen replace what they started from.

    What was written in an open step outside intervisie stays.
    """
    if stap.is_af or oud in nieuw:
        return nieuw
    if not nieuw:
        return oud
    return f"{oud}\n\n{nieuw}"
