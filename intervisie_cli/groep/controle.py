"""Reads a sessie for the checks: all that can be read, by name what cannot; and where in a file a finding stands."""

from pathlib import Path
from typing import NamedTuple

from intervisie_cli.checks.register import ALLE
from intervisie_cli.checks.verslag.geval import Gevonden, Plaats, SessieVerslag, StapVerslag
from intervisie_cli.groep import bestanden, draaiboeken, sessies
from intervisie_cli.model.bevinding import Vindplaats
from intervisie_cli.model.fouten import IntervisieError
from intervisie_cli.model.sessie import Groep, plekken
from intervisie_cli.model.verslag import STIL
from intervisie_cli.records import sessie as sessie_yaml
from intervisie_cli.records.document import Document, parse_yaml
from intervisie_cli.records.stap import own_notulen


class Gelezen(NamedTuple):
    """A sessie for the rules, and its files as documents."""

    verslag: SessieVerslag
    documenten: dict[str, Document]


def lees(root: Path, groep: Groep, folder: str) -> Gelezen:
    """Read the sessie in *folder*. Raises IntervisieError when sessie.yaml or its draaiboek cannot be read."""
    sessie = sessies.load_sessie(root, folder)
    draaiboek = draaiboeken.load(root, sessie.draaiboek)
    pad = f"{folder}/{sessie_yaml.BESTAND}"
    ruw = bestanden.read(root, pad)
    documenten = {pad: bestanden.parse_as(pad, ruw or b"", parse_yaml)}
    stappen: list[StapVerslag] = []
    onleesbaar: list[tuple[str, str]] = []
    for plek in plekken(draaiboek, sessie.rondes, sessie.samen):
        try:
            stap = sessies.read_stap(root, sessie, plek)
        except IntervisieError as fout:
            onleesbaar.append((f"{folder}/{plek.pad}", fout.bericht))
            continue
        if stap.document and stap.raw is not None:
            documenten[stap.pad] = stap.document
            tekst = stap.raw.decode("utf-8", "replace")
            stappen.append(
                StapVerslag(plek, stap.pad, stap.data, own_notulen(plek, stap.document), tekst)
            )
    stil = documenten[pad].data.get(STIL)
    verslag = SessieVerslag(
        sessie, groep, tuple(stappen), tuple(onleesbaar), stil, bekende_regels=ALLE
    )
    return Gelezen(verslag, documenten)


def plek_van(gelezen: Gelezen, gevonden: Gevonden) -> Vindplaats:
    """Where in its file a finding stands; the columns only when its words stand there as they are."""
    plaats = gevonden.plaats
    document = gelezen.documenten.get(plaats.bestand)
    if plaats.sleutels[:1] == ("#",):
        return Vindplaats(plaats.bestand, int(plaats.sleutels[1]))
    if document is None:
        return Vindplaats(plaats.bestand, 1)
    if plaats.sleutels == ("notulen",):
        begin = document.text().find(plaats.tekst)
        return _op(document.text(), plaats, begin + gevonden.bevinding.van, gevonden)
    regel = document.line_of(*plaats.sleutels)
    node = document.node.at(*plaats.sleutels)
    woorden = plaats.tekst[gevonden.bevinding.van : gevonden.bevinding.tot]
    tekst = document.text()
    vanaf = (
        node.start
        + len(tekst)
        - len(document.body)
        - len(document.yaml)
        - (5 if document.is_markdown else 0)
        if node
        else -1
    )
    plek = tekst.find(woorden, vanaf) if node and woorden and "\n" not in woorden else -1
    einde = vanaf + (node.end - node.start) if node else 0
    return (
        _op(tekst, plaats, plek, gevonden)
        if 0 <= plek < einde
        else Vindplaats(plaats.bestand, regel)
    )


def _op(tekst: str, plaats: Plaats, plek: int, gevonden: Gevonden) -> Vindplaats:
    regel = tekst.count("\n", 0, plek) + 1
    kolom = plek - tekst.rfind("\n", 0, plek)
    woorden = plaats.tekst[gevonden.bevinding.van : gevonden.bevinding.tot].split("\n")[0]
    return Vindplaats(plaats.bestand, regel, kolom, kolom + len(woorden))
