"""Own notulen in the editor of a member.

What is to be shared is edited in a draft beside the record, so that nothing that was typed is lost
when the window closes, and nothing that came in meanwhile is overwritten.
"""

from pathlib import Path

from intervisie_cli import system
from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.flows.sessie import notitie
from intervisie_cli.flows.vastlegger import Vastlegger
from intervisie_cli.groep import bestanden, notulen
from intervisie_cli.groep.concept import MAX_BYTES, path_of
from intervisie_cli.groep.resten import BASIS
from intervisie_cli.groep.sessies import SessieMap
from intervisie_cli.model.fouten import OnleesbaarBestand
from intervisie_cli.model.sessie import Lid, Plek
from intervisie_cli.records.document import decode
from intervisie_cli.records.merge import merge_files
from intervisie_cli.records.notulen import (
    notities,
    title,
    with_heading,
    without_empty_heading,
)
from intervisie_cli.system import plain


def draft_of(omgeving: Omgeving, sessie_map: SessieMap, lid: Lid) -> Path:
    """Where the draft of a member stands. Raises NotPlain."""
    naam = f"{lid.id}.notulen"
    private = omgeving.repository.private
    return path_of(private, sessie_map.sessie.id, naam).with_suffix(".md")


def begin(
    omgeving: Omgeving,
    sessie_map: SessieMap,
    plek: Plek,
    lid: Lid,
    pad: Path,
) -> None:
    """Let *pad*, whose lock the caller holds, hold the own notulen, with the heading of *plek*.

    What an editor left there goes on. Raises OnleesbaarBestand, NotPlain, OSError.
    """
    raw = plain.read(pad, MAX_BYTES)
    if raw is None:
        raw = _recorded(omgeving, sessie_map, lid) or b""
        # By this is seen later what was changed here, and what came in beside it.
        system.write_durable(pad.with_suffix(BASIS), raw)
    tekst = bestanden.parse_as(str(pad), raw, decode)
    geopend = _opened(omgeving, sessie_map, plek, lid, tekst)
    system.write_durable(pad, geopend.encode())


def finish(
    vastlegger: Vastlegger,
    omgeving: Omgeving,
    sessie_map: SessieMap,
    plek: Plek,
    lid: Lid,
    pad: Path,
) -> bool:
    """Record what came back from the editor; False when nothing changed.

    The draft goes when its words are recorded. Raises OnleesbaarBestand.
    """
    basis = plain.read(pad.with_suffix(BASIS), MAX_BYTES) or b""
    raw = plain.read(pad, MAX_BYTES)
    if raw is None:
        raw = basis  # an editor that removed its file says nothing
    tekst = bestanden.parse_as(str(pad), raw, decode)
    was = bestanden.parse_as(str(pad), basis, decode)
    is_changed = tekst not in (was, _opened(omgeving, sessie_map, plek, lid, was))
    if is_changed:
        tekst = without_empty_heading(tekst, notulen.plekken(sessie_map), plek)
        is_changed = _record(vastlegger, omgeving, sessie_map, lid, basis, tekst)
    system.remove_durable(pad)
    system.remove_durable(pad.with_suffix(BASIS))
    return is_changed


def _record(
    vastlegger: Vastlegger,
    omgeving: Omgeving,
    sessie_map: SessieMap,
    lid: Lid,
    basis: bytes,
    tekst: str,
) -> bool:
    pad = notulen.path_of(sessie_map.sessie, lid.id)
    nu = _recorded(omgeving, sessie_map, lid)
    samen = merge_files(pad, basis, notitie.as_file(tekst), nu or b"")
    if samen.kopie is not None:
        raise OnleesbaarBestand(
            f"{pad} is niet te lezen.", "Wat je in de editor schreef is bewaard."
        )
    wordt = samen.raw
    if wordt == nu:
        return False
    notitie.record(
        vastlegger, omgeving, sessie_map.sessie, lid, {pad: wordt}, {pad: nu}
    )
    return True


def _recorded(omgeving: Omgeving, sessie_map: SessieMap, lid: Lid) -> bytes | None:
    return bestanden.read(omgeving.root, notulen.path_of(sessie_map.sessie, lid.id))


def _opened(
    omgeving: Omgeving,
    sessie_map: SessieMap,
    plek: Plek,
    lid: Lid,
    tekst: str,
) -> str:
    """The text as the editor opens it: with a title, and the heading of *plek*."""
    tekst = tekst or title(sessie_map.sessie, lid.roepnaam)
    plekken = notulen.plekken(sessie_map)
    return with_heading(tekst, plekken, plek, omgeving.groep)


def begin_private(
    omgeving: Omgeving,
    sessie_map: SessieMap,
    plek: Plek,
    lid: Lid,
) -> str:
    """Let the file that only the user can read have the heading of *plek*; give what it held.

    The caller holds its lock. Raises OnleesbaarBestand, NotPlain, OSError.
    """
    sessie = sessie_map.sessie
    was = notulen.read_private(sessie, lid.id)
    geopend = _opened(omgeving, sessie_map, plek, lid, was)
    system.write_durable(notulen.private_path(sessie, lid.id), geopend.encode())
    return was


def finish_private(sessie_map: SessieMap, plek: Plek, lid: Lid, was: str) -> bool:
    """Take the heading out when nothing came below it; give whether anything changed."""
    sessie = sessie_map.sessie
    pad = notulen.private_path(sessie, lid.id)
    tekst = notulen.read_private(sessie, lid.id)
    plekken = notulen.plekken(sessie_map)
    wordt = without_empty_heading(tekst, plekken, plek)
    if not was and not any(notities(lid.id, wordt, plekken)):
        # Nobody wrote anything, so that there is no file either.
        system.remove_durable(pad)
        return False
    if wordt != tekst:
        system.write_durable(pad, wordt.encode())
    return wordt != was
