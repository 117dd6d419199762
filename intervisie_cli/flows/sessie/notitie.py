"""Takes down what one member notes: in their own notulen, or where only the user can read it.

A note goes below the heading of its step, once: the same note a second time changes nothing.
"""

from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from intervisie_cli import system
from intervisie_cli.flows import berichten, handwerk, lezen
from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.flows.sessie.aanwezigheid import at_hand
from intervisie_cli.flows.stap.kiezen import check_editable, named
from intervisie_cli.flows.vastlegger import Vastlegger
from intervisie_cli.git.commit import Files
from intervisie_cli.groep import bestanden, notulen, sessies
from intervisie_cli.groep.sessies import GeenSessie, SessieMap
from intervisie_cli.model.fouten import (
    IntervisieError,
    OnleesbaarBestand,
    VerkeerdGebruik,
)
from intervisie_cli.model.sessie import Lid, Plek, Sessie
from intervisie_cli.records.document import MAX_BESTAND, decode
from intervisie_cli.records.notulen import title, with_note


class Schrift(NamedTuple):
    """The own notulen of a member in a sessie, open at a step."""

    omgeving: Omgeving
    sessie_map: SessieMap
    plek: Plek
    lid: Lid

    @property
    def sessie(self) -> Sessie:
        """The sessie that it is of."""
        return self.sessie_map.sessie

    @property
    def pad(self) -> str:
        """Its file, relative to the group."""
        return notulen.path_of(self.sessie, self.lid.id)

    @property
    def private_pad(self) -> Path:
        """The file of what stays with this user alone."""
        return notulen.private_path(self.sessie, self.lid.id)


def meant(sessie_map: SessieMap, gevraagd: str | None) -> Plek:
    """The step to note something of: the one at hand, unless *gevraagd* names another.

    Raises IntervisieError.
    """
    check_editable(sessie_map)
    if not sessie_map.stappen:
        raise IntervisieError(
            "Deze sessie heeft nog geen stappen.", "Typ: intervisie status"
        )
    if not gevraagd:
        return at_hand(sessie_map)
    kan = named(sessie_map, gevraagd)
    open_stap = next((stap for stap in kan if not stap.is_af), kan[-1])
    return open_stap.plek


def clean(getypt: str) -> str:
    """A note as it is kept. Raises VerkeerdGebruik."""
    tekst = lezen.tekst(getypt, "De notitie", is_lang=True)
    if not tekst:
        raise VerkeerdGebruik(
            "In de notitie staat niets.", 'Bijvoorbeeld: intervisie notitie "…"'
        )
    return tekst


def add(vastlegger: Vastlegger, schrift: Schrift, tekst: str) -> bool:
    """Record a note in the own notulen of the member; False when it stands there already.

    Raises OnleesbaarBestand and what `Vastlegger.record` raises.
    """
    files, basis = change(schrift, tekst)
    if files:
        record(vastlegger, schrift, files, basis)
    return bool(files)


def change(schrift: Schrift, tekst: str) -> tuple[Files, Files]:
    """What a note makes of the file, and what stands there now.

    Nothing when *tekst* is '' or stands there already. Raises GeenSessie, OnleesbaarBestand.
    """
    if not tekst:
        return {}, {}
    schrift = current(schrift)
    root = schrift.omgeving.root
    pad = schrift.pad
    raw = bestanden.read(root, pad)
    was = bestanden.parse_as(pad, raw or b"", decode)
    wordt = _with_note(schrift, was, tekst)
    if wordt == was:
        return {}, {}
    return {pad: as_file(wordt)}, {pad: raw}


def current(schrift: Schrift) -> Schrift:
    """The same, where the sessie stands by now. Raises GeenSessie when it is gone.

    Another clone may have given its folder another name since it was read.
    """
    root = schrift.omgeving.root
    sessie_map = sessies.load(root, _folder_now(root, schrift.sessie))
    for plek in notulen.plekken(sessie_map):
        if _kenmerk(plek) == _kenmerk(schrift.plek):
            return schrift._replace(sessie_map=sessie_map, plek=plek)
    raise GeenSessie(f"{schrift.plek.titel} is er niet meer.")


def _folder_now(root: Path, sessie: Sessie) -> str:
    for folder in (sessie.map, *sessies.folders(root)):
        with suppress(OnleesbaarBestand):
            if sessies.load_sessie(root, folder).id == sessie.id:
                return folder
    raise GeenSessie("Deze sessie is er niet meer, of niet te lezen.")


def _kenmerk(plek: Plek) -> tuple[str, str]:
    """What stays of a step and its ronde when folders get other names."""
    ronde = plek.ronde
    return plek.stap.naam, (ronde.id or ronde.map) if ronde else ""


def record(
    vastlegger: Vastlegger,
    schrift: Schrift,
    files: Files,
    basis: Files,
) -> None:
    """Record own notulen; what was edited outside intervisie gets a commit of its own before."""
    omgeving = schrift.omgeving
    handwerk.keep(vastlegger, omgeving.repository, basis)
    wie = berichten.wie(omgeving.groep, schrift.lid)
    bericht = berichten.eigen_notulen(schrift.sessie, wie)
    vastlegger.record(files, bericht, basis)


def add_private(schrift: Schrift, tekst: str) -> bool:
    """Keep a note where only the user can read it; False when it stands there already.

    The caller holds the lock of the file. Raises OnleesbaarBestand, OSError.
    """
    was = notulen.read_private(schrift.sessie, schrift.lid.id)
    wordt = _with_note(schrift, was, tekst)
    if wordt == was:
        return False
    system.write_durable(schrift.private_pad, as_file(wordt))
    return True


def _with_note(schrift: Schrift, was: str, tekst: str) -> str:
    was = was or title(schrift.sessie, schrift.lid.roepnaam)
    plekken = notulen.plekken(schrift.sessie_map)
    return with_note(was, plekken, schrift.plek, schrift.omgeving.groep, tekst)


def as_file(tekst: str) -> bytes:
    """The text as it stands in a file. Raises IntervisieError when it does not fit in one."""
    raw = tekst.encode()
    if len(raw) > MAX_BESTAND:
        raise IntervisieError(
            "Je eigen notulen worden te lang voor één sessie.", "Maak ze korter."
        )
    return raw
