"""Says of a finding where it belongs, in the words of people: sessie, step, of whom, what."""

from datetime import date

from intervisie_cli.checks.verslag.geval import Plaats, StapVerslag
from intervisie_cli.groep.controle import GelezenSessie
from intervisie_cli.groep.dagen import in_woorden
from intervisie_cli.model.actie import Actie
from intervisie_cli.model.bevinding import Betreft
from intervisie_cli.model.draaiboek import LID, Veld
from intervisie_cli.model.namen import voluit, whose_notulen
from intervisie_cli.model.sessie import Plek

# The body of a step file, as `Plaats` names it.
_NOTULEN = "notulen"


def betreft(gelezen: GelezenSessie, plaats: Plaats, vandaag: date) -> Betreft:
    """Where what was found at *plaats* belongs."""
    sessie = in_woorden(gelezen.verslag.sessie, vandaag)
    lid = whose_notulen(plaats.bestand)
    if lid:
        naam = gelezen.verslag.groep.roepnaam(lid)
        # They come after the steps, as in `show`.
        return Betreft(sessie, "Eigen notulen", naam, volgorde=len(gelezen.plekken) + 1)
    plek = gelezen.plekken.get(plaats.bestand)
    # What is wrong in sessie.yaml is of no step.
    if not plek:
        return Betreft(sessie)
    wie: object = ""
    wat = ""
    # A file that cannot be read is of a step, and says no more.
    for stap in gelezen.verslag.stappen:
        if stap.bestand == plaats.bestand:
            wie, wat = _wie_en_wat(stap, plaats)
    return Betreft(
        sessie,
        _titel(plek),
        gelezen.verslag.groep.namen(wie),
        wat,
        list(gelezen.plekken).index(plaats.bestand) + 1,
    )


def _titel(plek: Plek) -> str:
    if not plek.ronde:
        return plek.stap.titel
    return f"{plek.stap.titel}, ronde {plek.ronde.nummer}"


def _wie_en_wat(stap: StapVerslag, plaats: Plaats) -> tuple[object, str]:
    """Whom it is of, a handle or more, and the word for what it is; each '' for none."""
    naam, *dieper = plaats.sleutels or ("",)
    if naam == _NOTULEN:
        return "", _NOTULEN
    veld = stap.plek.stap.veld(str(naam))
    # The program's own keys mean nothing to people, and what is said of a whole list names it.
    if not veld or (veld.is_lijst and not dieper):
        return "", ""
    if veld.is_lijst:
        return _item(stap, veld, int(dieper[0]))
    wie = ""
    if veld.wie == "inbrenger":
        wie = stap.inbrenger
    return wie, voluit(veld.naam)


def _item(stap: StapVerslag, veld: Veld, nummer: int) -> tuple[object, str]:
    """Of whom the item is, and which one: people count their own, as in 'Kim, vraag 2'."""
    items = dict(stap.lijst(veld.naam))
    item = items.get(nummer, {})
    lid = item.get(LID)
    eigen = [plek for plek in items if items[plek].get(LID) == lid]
    wat = veld.enkelvoud
    if nummer in eigen:
        wat += f" {eigen.index(nummer) + 1}"
    return lid or Actie(item).wie or stap.inbrenger, wat
