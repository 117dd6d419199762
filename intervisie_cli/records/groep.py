"""groep.yaml ↔ Groep."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from intervisie_cli.model.bevinding import ERNST, UIT
from intervisie_cli.model.instellingen import KEUZES, Instellingen
from intervisie_cli.model.namen import is_handle
from intervisie_cli.model.plain import Data, items_in, strings_in
from intervisie_cli.model.sessie import Groep, Lid
from intervisie_cli.records.document import Document, new_yaml, parse_yaml
from intervisie_cli.records.node import YamlFout
from intervisie_cli.taal.bedoeld import bedoeld
from intervisie_cli.vragen.vak import onbekend

BESTAND = "groep.yaml"
SCHEMA = 1
INSTELLINGEN, PLEK = "instellingen", "plek"
HORIZON, REGELS = "horizon", "regels"
LEDEN, ID, NAAM, WEG, WAS = "leden", "id", "naam", "weg", "was"
_ONBEKEND = "onbekend"
NIVEAUS = (*ERNST, UIT)
# A setting, and what it should be.
Instellingsfout = tuple[str, str]


def parse(raw: bytes) -> Groep:
    """Read groep.yaml. Raises YamlFout."""
    document = parse_yaml(raw)
    data = document.data
    is_nieuwer = is_newer(document, SCHEMA)
    leden = _leden(document)
    instellingen = _instellingen(data.get(INSTELLINGEN))
    fouten = (*_verschreven(data), *instellingen.fouten)
    instellingen = instellingen._replace(fouten=fouten)
    plek = text_of(data.get(PLEK))
    return Groep(text_of(data.get("naam")), leden, instellingen, is_nieuwer, plek)


def _verschreven(data: Data) -> Iterator[Instellingsfout]:
    for naam, lijkt in bedoeld(data, ("schema", NAAM, LEDEN, INSTELLINGEN, PLEK)):
        yield naam, f"is onbekend; bedoel je '{lijkt}'?"


def _leden(document: Document) -> tuple[Lid, ...]:
    leden = document.data.get(LEDEN)
    if not isinstance(leden, list) or not leden:
        regel = document.line_of(LEDEN)
        raise YamlFout("'leden' moet een lijst zijn met minstens één lid", regel)
    gevonden: dict[str, Lid] = {}
    for plaats, data in enumerate(leden):
        regel = document.line_of(LEDEN, plaats)
        lid = _lid(data, regel)
        if lid.id in gevonden:
            raise YamlFout("dit lid staat er twee keer", regel)
        gevonden[lid.id] = lid
    # Who still stands there under an earlier handle as well is one member: two laptops met.
    eerder = {was for lid in gevonden.values() for was in lid.was}
    return tuple(lid for lid in gevonden.values() if lid.id not in eerder)


def _lid(data: Any, regel: int) -> Lid:
    # Who writes the file in an editor may leave out the name, and write no more than a handle.
    if isinstance(data, str):
        data = {ID: data}
    handle = None
    if isinstance(data, dict):
        handle = data.get(ID)
    if not isinstance(handle, str) or not is_handle(handle):
        raise YamlFout("een lid heeft een 'id' van kleine letters en cijfers", regel)
    naam = text_of(data.get(NAAM))
    weg = _weg(data.get(WEG))
    was = filter(is_handle, strings_in(data.get(WAS)))
    return Lid(handle, naam, weg, tuple(ander for ander in was if ander != handle))


def _weg(value: Any) -> str:
    """Since when somebody is no member, '' for who is one.

    What is no day never stops the group: whoever wrote it there meant that they left.
    """
    if not value:
        return ""
    return text_of(value) or _ONBEKEND


def text_of(value: Any) -> str:
    """Give a text as it is, and '' for anything else that stands in its place."""
    if isinstance(value, str):
        return value
    return ""


def _instellingen(data: Any) -> Instellingen:
    """Read the settings. One that means nothing is named, and never stops the group."""
    if not isinstance(data, dict):
        return Instellingen()
    fouten: list[Instellingsfout] = []
    horizon = _horizon(data, fouten)
    keuzes = {naam: _een_van(data, naam, uit, fouten) for naam, uit in KEUZES.items()}
    ernst = _ernst(data.get(REGELS), fouten)
    fouten += _onbekend(data)
    return Instellingen(horizon, ernst=ernst, fouten=tuple(fouten), **keuzes)


def _onbekend(data: Data) -> Iterator[Instellingsfout]:
    bekend = [*KEUZES, HORIZON, REGELS]
    for naam in data:
        if naam not in bekend:
            yield naam, onbekend("", naam, bekend).strip()


def _horizon(data: Data, fouten: list[Instellingsfout]) -> int:
    standaard = Instellingen().horizon_dagen
    horizon = data.get(HORIZON, standaard)
    # In Python True is a whole number too.
    if isinstance(horizon, bool) or not isinstance(horizon, int) or horizon < 1:
        fouten.append((HORIZON, "moet een aantal dagen zijn, zoals 180"))
        return standaard
    return horizon


def _ernst(
    regels: Any,
    fouten: list[Instellingsfout],
) -> tuple[tuple[str, str], ...]:
    """The rules that the group gives another level, each with that level."""
    if not isinstance(regels, dict):
        return ()
    geldig = []
    for regel, wat in regels.items():
        if wat in NIVEAUS:
            geldig.append((str(regel), str(wat)))
        else:
            # A slip in one setting must not keep the group from meeting: `check` tells of it.
            fouten.append((str(regel), f"kan zijn: {', '.join(NIVEAUS)}"))
    return tuple(geldig)


def _een_van(
    data: Data,
    naam: str,
    uit: tuple[str, ...],
    fouten: list[Instellingsfout],
) -> str:
    """Give the setting, the first of *uit* when it is not there or means nothing."""
    waarde = data.get(naam, uit[0])
    if waarde in uit:
        return str(waarde)
    mogelijk = [keuze for keuze in uit if keuze]
    fouten.append((naam, f"kan zijn: {', '.join(mogelijk)}"))
    return uit[0]


def new(groep: Groep) -> Document:
    """Write a fresh groep.yaml."""
    return new_yaml(
        {
            "schema": SCHEMA,
            "naam": groep.naam,
            LEDEN: [_as_item({ID: lid.id}, lid) for lid in groep.leden],
            INSTELLINGEN: {},
        }
    )


def renamed(sides: Iterable[Data]) -> dict[str, str]:
    """Who has another handle in any of these, by the one of before; nobody with two new ones."""
    nieuw: dict[str, set[str]] = {}
    for data in sides:
        for lid in items_in(data.get(LEDEN)):
            for was in strings_in(lid.get(WAS)):
                nieuw.setdefault(was, set()).add(str(lid.get(ID)))
    return {was: handles.pop() for was, handles in nieuw.items() if len(handles) == 1}


def by_handle_of_now(data: Data, eerder: Mapping[str, str]) -> Data:
    """The same groep.yaml, with its members under the handles of now."""
    if not eerder or not isinstance(data.get(LEDEN), list):
        return data
    leden = []
    for lid in data[LEDEN]:
        if isinstance(lid, dict):
            leden.append({**lid, ID: eerder.get(str(lid.get(ID)), lid.get(ID))})
        else:
            leden.append(eerder.get(str(lid), lid))
    return {**data, LEDEN: leden}


def with_lid(document: Document, lid: Lid) -> Document:
    """Give a groep.yaml that can be read with this member as they are now, or with them in it.

    What else the file says stays. Raises ValueError when that does not fit in a file.
    """
    leden = list(document.data[LEDEN])
    handles = [_lid(data, 0).id for data in leden]
    # Who gets another handle stands there under the one of before.
    staat_er = [handle for handle in handles if handle in lid.handles]
    if staat_er:
        plaats = handles.index(staat_er[0])
        leden[plaats] = _as_item(leden[plaats], lid)
    else:
        leden.append(_as_item({ID: lid.id}, lid))
    return document.with_data(document.data | {LEDEN: leden})


def with_settings(document: Document, wordt: Data) -> Document:
    """Give a groep.yaml with these settings; the others stay. Raises ValueError."""
    gezet = document.data.get(INSTELLINGEN)
    if not isinstance(gezet, dict):
        gezet = {}
    return document.with_data(document.data | {INSTELLINGEN: {**gezet, **wordt}})


def _as_item(data: Any, lid: Lid) -> Any:
    """The item of a member: *data*, what stands there, with what is otherwise now."""
    was = _lid(data, 0)
    if was == lid:
        return data
    item = {ID: data} if isinstance(data, str) else dict(data)
    item[ID] = lid.id
    gezegd = [
        (NAAM, lid.naam, was.naam),
        (WEG, lid.weg, was.weg),
        (WAS, list(lid.was), list(was.was)),
    ]
    for sleutel, nu, eerst in gezegd:
        if nu == eerst:
            continue
        if nu:
            item[sleutel] = nu
        else:
            del item[sleutel]
    return item


def is_newer(document: Document, known: int) -> bool:
    """Whether a newer program made the file. Raises YamlFout when it does not say which."""
    schema = document.data.get("schema")
    if isinstance(schema, bool) or not isinstance(schema, int) or schema < 1:
        raise YamlFout(
            "'schema' ontbreekt of is geen getal", document.line_of("schema")
        )
    return schema > known
