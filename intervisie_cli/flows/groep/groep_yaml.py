"""Changes groep.yaml, in one commit; what else it says stays."""

from collections.abc import Callable

from intervisie_cli.flows import handwerk
from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.flows.vastlegger import OnWait, locked
from intervisie_cli.groep import bestanden
from intervisie_cli.model.fouten import NieuwereVersie, OnleesbaarBestand
from intervisie_cli.model.sessie import Groep
from intervisie_cli.records import groep as groep_yaml
from intervisie_cli.records.document import Document, parse_yaml

# Gives the file as it becomes and the message of the commit, None for as it is. Raises ValueError
# when that does not fit in a file.
Change = Callable[[Groep, Document], tuple[Document, str] | None]


def record(omgeving: Omgeving, change: Change, on_wait: OnWait | None = None) -> bool:
    """Record what *change* makes of the file; give whether that was anything new."""
    pad = groep_yaml.BESTAND
    with locked(omgeving, on_wait) as vastlegger:
        # Read under the lock: another window may have changed it since.
        raw = bestanden.read(omgeving.root, pad) or b""
        groep = bestanden.parse_as(pad, raw, groep_yaml.parse)
        if groep.is_nieuwer:
            raise NieuwereVersie("De groep")
        try:
            gemaakt = change(groep, parse_yaml(raw))
        except ValueError:
            raise OnleesbaarBestand(
                "In de groep past niet meer.", f"Maak {pad} korter."
            ) from None
        if not gemaakt:
            return False
        nieuw, bericht = gemaakt
        basis = {pad: raw}
        handwerk.keep(vastlegger, omgeving.repository, basis)
        vastlegger.record({pad: nieuw.raw()}, bericht, basis)
    omgeving.forget_groep()
    return True
