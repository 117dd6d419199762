"""All kinds of field, by their name."""

from typing import Any

from intervisie_cli.model.context import Context
from intervisie_cli.model.draaiboek import Veld
from intervisie_cli.model.vraag import Vraag
from intervisie_cli.vragen.soorten.actie import EenActie
from intervisie_cli.vragen.soorten.enkel import ENKEL
from intervisie_cli.vragen.soorten.inbrenger import Inbrenger
from intervisie_cli.vragen.soorten.leden import Leden
from intervisie_cli.vragen.soorten.lijst import Lijst
from intervisie_cli.vragen.soorten.rol import Rol
from intervisie_cli.vragen.soorten.soort import Gids, Soort, woorden_van

# These are fields of a step alone, and no parts of a list. A list in a list is the exception:
# `records.veld` lets it through, and `lijstvragen` asks it of each member.
_VAN_EEN_STAP: tuple[Soort, ...] = (
    Leden(),
    EenActie(),
    Inbrenger(),
    Lijst(),
    Rol(),
)
SOORTEN = ENKEL | {soort.naam: soort for soort in _VAN_EEN_STAP}


def soort_van(veld: Veld) -> Soort:
    """The kind of *veld*."""
    return SOORTEN[veld.soort]


def vorm_van(vraag: Vraag) -> str:
    """How *vraag* is put; what is asked of no field says so itself."""
    if vraag.soort not in SOORTEN:
        return vraag.soort
    return SOORTEN[vraag.soort].vorm


def asks_yes_or_no(vraag: Vraag) -> bool:
    """Whether *vraag* is answered with a yes or a no."""
    return vraag.soort in SOORTEN and SOORTEN[vraag.soort].is_ja_nee


def is_gevraagd(veld: Veld, context: Context, gezegd: Any) -> bool:
    """Whether the conditions of *veld* hold; *gezegd* is what was answered to `veld.als.na_ja`."""
    if not soort_van(veld).is_gevraagd(veld, context):
        return False
    if veld.als.als_nieuw:
        return context.zijn_nieuw
    if veld.als.na_ja:
        return gezegd is True
    return True


def in_woorden(veld: Veld, waarde: Any, gids: Gids) -> str:
    """A value of a record, as people say it."""
    return woorden_van(soort_van(veld), veld, waarde, gids)
