"""groep.yaml ↔ Groep."""

from typing import Any

from intervisie_cli.model.bevinding import ERNST, UIT
from intervisie_cli.model.namen import is_handle
from intervisie_cli.model.sessie import COMMITS, EERDER, REGIOS, SYNC, Groep, Instellingen, Lid
from intervisie_cli.records.document import Document, new_yaml, parse_yaml
from intervisie_cli.records.node import YamlFout

BESTAND = "groep.yaml"
SCHEMA = 1
HORIZON, REGELS = "horizon", "regels"
# What each setting can be, the first when nothing is said.
_KEUZES = {"regio": ("", *REGIOS), "sync": SYNC, "commits": COMMITS, "eerder": EERDER}
NIVEAUS = (*ERNST, UIT)


def parse(raw: bytes) -> Groep:
    """Read groep.yaml. Raises YamlFout."""
    document = parse_yaml(raw)
    data = document.data
    is_nieuwer = is_newer(document, SCHEMA)
    leden = data.get("leden")
    if not isinstance(leden, list) or not leden:
        raise YamlFout(
            "'leden' moet een lijst zijn met minstens één lid", document.line_of("leden")
        )
    gevonden: list[Lid] = []
    for plaats, lid in enumerate(leden):
        lid = {"id": lid} if isinstance(lid, str) else lid  # noqa: PLW2901 - a bare handle is fine by hand
        regel = document.line_of("leden", plaats)
        if (
            not isinstance(lid, dict)
            or not isinstance(lid.get("id"), str)
            or not is_handle(lid["id"])
        ):
            raise YamlFout("een lid heeft een 'id' van kleine letters en cijfers", regel)
        if any(eerder.id == lid["id"] for eerder in gevonden):
            raise YamlFout("dit lid staat er twee keer", regel)
        naam = lid.get("naam")
        gevonden.append(Lid(lid["id"], naam if isinstance(naam, str) else ""))
    naam = data.get("naam")
    instellingen = _instellingen(data.get("instellingen"))
    return Groep(naam if isinstance(naam, str) else "", tuple(gevonden), instellingen, is_nieuwer)


def _instellingen(data: Any) -> Instellingen:
    """Read the settings. One that means nothing is named, and never stops the group."""
    if not isinstance(data, dict):
        return Instellingen()
    fouten: list[tuple[str, str]] = []
    horizon = data.get(HORIZON, Instellingen().horizon_dagen)
    if isinstance(horizon, bool) or not isinstance(horizon, int) or horizon < 1:
        fouten.append((HORIZON, "moet een aantal dagen zijn, zoals 180"))
        horizon = Instellingen().horizon_dagen
    regio, sync, commits, eerder = (
        _een_van(data, naam, uit, fouten) for naam, uit in _KEUZES.items()
    )
    regels = data.get(REGELS)
    ernst = (
        tuple((str(regel), str(wat)) for regel, wat in regels.items())
        if isinstance(regels, dict)
        else ()
    )
    fouten += [
        (regel, f"kan zijn: {', '.join(NIVEAUS)}") for regel, wat in ernst if wat not in NIVEAUS
    ]
    geldig = tuple((regel, wat) for regel, wat in ernst if wat in NIVEAUS)
    return Instellingen(horizon, regio, geldig, tuple(fouten), sync, commits, eerder)


def _een_van(
    data: dict[str, Any], naam: str, uit: tuple[str, ...], fouten: list[tuple[str, str]]
) -> str:
    """Give the setting, the first of *uit* when it is not there or means nothing."""
    waarde = data.get(naam, uit[0])
    if waarde in uit:
        return str(waarde)
    fouten.append((naam, f"kan zijn: {', '.join(filter(None, uit))}"))
    return uit[0]


def new(groep: Groep) -> Document:
    """Write a fresh groep.yaml."""
    leden = [
        {"id": lid.id, "naam": lid.naam} if lid.naam else {"id": lid.id} for lid in groep.leden
    ]
    return new_yaml({"schema": SCHEMA, "naam": groep.naam, "leden": leden, "instellingen": {}})


def is_newer(document: Document, known: int) -> bool:
    """Whether the file was made by a newer program. Raises YamlFout when it does not say by which."""
    schema = document.data.get("schema")
    if isinstance(schema, bool) or not isinstance(schema, int) or schema < 1:
        raise YamlFout("'schema' ontbreekt of is geen getal", document.line_of("schema"))
    return schema > known
