"""The settings of a group: what they are, and changing them."""

from intervisie_cli.flows import berichten
from intervisie_cli.flows.groep import groep_yaml
from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.flows.vastlegger import OnWait
from intervisie_cli.groep import bestanden
from intervisie_cli.model.plain import Data, same
from intervisie_cli.model.sessie import Groep
from intervisie_cli.records import groep as bestand
from intervisie_cli.records.document import Document, parse_yaml


def change(
    omgeving: Omgeving,
    wordt: Data,
    on_wait: OnWait | None = None,
) -> bool:
    """Set these settings of the group; give whether any was otherwise."""

    def changed(_groep: Groep, document: Document) -> tuple[Document, str] | None:
        nieuw = bestand.with_settings(document, wordt)
        if same(nieuw.data, document.data):
            return None
        return nieuw, berichten.instellingen()

    return groep_yaml.record(omgeving, changed, on_wait)


def is_set(omgeving: Omgeving, naam: str) -> bool:
    """Whether the group chose this setting itself."""
    raw = bestanden.read(omgeving.root, bestand.BESTAND) or b""
    document = bestanden.parse_as(bestand.BESTAND, raw, parse_yaml)
    gezet = document.data.get(bestand.INSTELLINGEN)
    return isinstance(gezet, dict) and naam in gezet
