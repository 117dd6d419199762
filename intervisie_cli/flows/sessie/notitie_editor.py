"""Own notulen in the editor of a member.

What is to be shared is edited in a draft beside the record, so that nothing that was typed is lost
when the window closes, and nothing that came in meanwhile is overwritten.
"""

from pathlib import Path

from intervisie_cli import system
from intervisie_cli.flows.sessie import notitie
from intervisie_cli.flows.sessie.notitie import Schrift
from intervisie_cli.flows.vastlegger import Vastlegger
from intervisie_cli.groep import bestanden, notulen
from intervisie_cli.groep.concept import MAX_BYTES, path_of
from intervisie_cli.groep.resten import BASIS
from intervisie_cli.groep.sessies import GeenSessie
from intervisie_cli.model.fouten import OnleesbaarBestand
from intervisie_cli.records.document import decode
from intervisie_cli.records.merge import merge_files
from intervisie_cli.records.notulen import (
    notities,
    title,
    with_heading,
    without_empty_heading,
)
from intervisie_cli.system import plain


def draft_of(schrift: Schrift) -> Path:
    """Where the draft of a member stands. Raises NotPlain."""
    naam = f"{schrift.lid.id}.notulen"
    private = schrift.omgeving.repository.private
    return path_of(private, schrift.sessie.id, naam).with_suffix(".md")


def begin(schrift: Schrift, pad: Path) -> None:
    """Let *pad*, whose lock the caller holds, hold the own notulen, with the heading of the step.

    What an editor left there goes on. Raises OnleesbaarBestand, NotPlain, OSError.
    """
    raw = plain.read(pad, MAX_BYTES)
    if raw is None:
        raw = _recorded(schrift) or b""
        # By this is seen later what was changed here, and what came in beside it.
        system.write_durable(pad.with_suffix(BASIS), raw)
    tekst = bestanden.parse_as(str(pad), raw, decode)
    geopend = _opened(schrift, tekst)
    system.write_durable(pad, geopend.encode())


def finish(vastlegger: Vastlegger, schrift: Schrift, pad: Path) -> bool:
    """Record what came back from the editor; False when nothing changed.

    The draft goes when its words are recorded. Raises OnleesbaarBestand.
    """
    try:
        schrift = notitie.current(schrift)
    except GeenSessie as fout:
        bewaard = f"Wat je in de editor schreef is bewaard: {pad}"
        raise GeenSessie(fout.bericht, bewaard) from None
    basis = plain.read(pad.with_suffix(BASIS), MAX_BYTES) or b""
    raw = plain.read(pad, MAX_BYTES)
    if raw is None:
        raw = basis  # an editor that removed its file says nothing
    tekst = bestanden.parse_as(str(pad), raw, decode)
    was = bestanden.parse_as(str(pad), basis, decode)
    is_changed = tekst not in (was, _opened(schrift, was))
    if is_changed:
        plekken = notulen.plekken(schrift.sessie_map)
        groep = schrift.omgeving.groep
        tekst = without_empty_heading(tekst, plekken, schrift.plek, groep)
        is_changed = _record(vastlegger, schrift, basis, tekst)
    system.remove_durable(pad)
    system.remove_durable(pad.with_suffix(BASIS))
    return is_changed


def _record(
    vastlegger: Vastlegger,
    schrift: Schrift,
    basis: bytes,
    tekst: str,
) -> bool:
    pad, nu = schrift.pad, _recorded(schrift)
    samen = merge_files(pad, basis, notitie.as_file(tekst), nu or b"")
    if samen.kopie is not None:
        raise OnleesbaarBestand(
            "is niet te lezen.", "Wat je in de editor schreef is bewaard.", pad
        )
    wordt = samen.raw
    if wordt == nu:
        return False
    notitie.record(vastlegger, schrift, {pad: wordt}, {pad: nu})
    return True


def _recorded(schrift: Schrift) -> bytes | None:
    return bestanden.read(schrift.omgeving.root, schrift.pad)


def _opened(schrift: Schrift, tekst: str) -> str:
    """The text as the editor opens it: with a title, and the heading of the step."""
    tekst = tekst or title(schrift.sessie, schrift.lid.roepnaam)
    plekken = notulen.plekken(schrift.sessie_map)
    return with_heading(tekst, plekken, schrift.plek, schrift.omgeving.groep)


def begin_private(schrift: Schrift) -> str:
    """Let the file that only the user can read have the heading of the step; give what it held.

    The caller holds its lock. Raises OnleesbaarBestand, NotPlain, OSError.
    """
    was = notulen.read_private(schrift.sessie, schrift.lid.id)
    system.write_durable(schrift.private_pad, _opened(schrift, was).encode())
    return was


def finish_private(schrift: Schrift, was: str) -> bool:
    """Take the heading out when nothing came below it; give whether anything changed."""
    lid = schrift.lid.id
    pad = schrift.private_pad
    tekst = notulen.read_private(schrift.sessie, lid)
    plekken, groep = notulen.plekken(schrift.sessie_map), schrift.omgeving.groep
    wordt = without_empty_heading(tekst, plekken, schrift.plek, groep)
    if not was and not any(notities(lid, wordt, plekken, groep)):
        # Nobody wrote anything, so that there is no file either.
        system.remove_durable(pad)
        return False
    if wordt != tekst:
        system.write_durable(pad, wordt.encode())
    return wordt != was
