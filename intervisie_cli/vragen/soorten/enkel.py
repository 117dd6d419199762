"""The kinds that hold one value, by their name: these can be a part of a list too."""

from intervisie_cli.vragen.soorten.aantal import Aantal
from intervisie_cli.vragen.soorten.datum import Datum
from intervisie_cli.vragen.soorten.doeners import Doeners
from intervisie_cli.vragen.soorten.ja_nee import JaNee
from intervisie_cli.vragen.soorten.keuze import EenUit
from intervisie_cli.vragen.soorten.lang import Lang
from intervisie_cli.vragen.soorten.lid import EenLid
from intervisie_cli.vragen.soorten.soort import Soort
from intervisie_cli.vragen.soorten.tekst import Tekst

_SOORTEN: tuple[Soort, ...] = (
    Tekst(),
    Lang(),
    Datum(),
    Aantal(),
    JaNee(),
    EenUit(),
    EenLid(),
    Doeners(),
)
ENKEL = {soort.naam: soort for soort in _SOORTEN}
