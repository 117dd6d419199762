"""The place that a path of a group names, as people say it."""

import re
from datetime import date

from intervisie_cli.records import groep as groep_yaml
from intervisie_cli.records import sessie as sessie_yaml
from intervisie_cli.tijd.dag import dag_in_woorden

_SESSIE = r"sessies/\d+/(?P<dag>\d{4}-\d\d-\d\d)[^/]*/"
_STAP = re.compile(
    _SESSIE + r"(?:ronde-(?P<ronde>\d+)-[^/]+/)?\d+-(?P<stap>[a-z0-9-]+)\.[^/]+"
)
_GEGEVENS = re.compile(_SESSIE + re.escape(sessie_yaml.BESTAND))


def in_woorden(pad: str, vandaag: date) -> str:
    """'advisering, ronde 1 (ma 23 november)'; the name of the file where nobody made the path."""
    if pad == groep_yaml.BESTAND:
        return "de gegevens van de groep"
    if gegevens := _GEGEVENS.fullmatch(pad):
        return f"de sessie van {dag_in_woorden(gegevens['dag'], vandaag)}"
    stap = _STAP.fullmatch(pad)
    if not stap:
        return pad.rpartition("/")[2]
    woorden = stap["stap"]
    if stap["ronde"]:
        woorden += f", ronde {stap['ronde']}"
    return f"{woorden} ({dag_in_woorden(stap['dag'], vandaag)})"
