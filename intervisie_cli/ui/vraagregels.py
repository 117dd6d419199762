"""How a question reads in plain lines: what is asked, then what can be typed."""

from collections.abc import Sequence
from typing import Any

from intervisie_cli.model.vraag import SCHRIJVEN, Keuze, Vraag
from intervisie_cli.ui import puntwoorden
from intervisie_cli.ui.console import Console
from intervisie_cli.ui.tekstregels import Tekstregels
from intervisie_cli.ui.woorden import (
    MAG_LEEG,
    is_yes_or_no,
    meaning_of_empty,
    message_of,
)
from intervisie_cli.vragen.soorten.register import vorm_van

_EINDE_VAN_LANG = "Typ zoveel regels als je wilt. Een lege regel sluit af."


def put_text(console: Console, vraag: Vraag, antwoord: Tekstregels) -> None:
    """Ask for a text, with what stands there already."""
    message = message_of(vraag)
    staat = antwoord.staat
    leeg = meaning_of_empty(vraag, puntwoorden.LEEG if staat else "Enter")
    if leeg == MAG_LEEG and staat:
        leeg = f"{MAG_LEEG}: typ {puntwoorden.LEEG}"
    if leeg:
        message += f" ({leeg})"
    console.alinea(message)
    if vorm_van(vraag) == SCHRIJVEN:
        console.alinea(_EINDE_VAN_LANG)
    if not staat:
        return
    erbij = ""
    if antwoord.is_getypt:
        erbij = f"; {puntwoorden.VERDER} vult aan"
    if "\n" in staat:
        console.alinea("Dit staat er al:")
        console.alinea(staat, inspringen=2)
        staat = "zo laten"
    console.alinea(f"[Enter = {staat}{erbij}]")


def put_choices(
    console: Console,
    message: str,
    keuzes: Sequence[Keuze],
    start: int | None,
) -> None:
    """Ask for one of *keuzes*; an empty line takes the one at *start*."""
    if is_yes_or_no(keuzes):
        hoe = "j of n"
        if start is not None:
            hoe += f", Enter = {keuzes[start].label.lower()}"
        console.alinea(f"{message} ({hoe})")
        return
    _put_list(console, message, keuzes)
    hoe = "Typ een nummer."
    if start is not None:
        hoe += f" Enter = {start + 1}, {keuzes[start].label}"
    console.alinea(f"[{hoe}]")


def put_some(console: Console, vraag: Vraag, voorstel: Sequence[Any]) -> None:
    """Ask for two or more choices; an empty line takes those of *voorstel*."""
    _put_list(console, message_of(vraag), vraag.keuzes)
    labels = [keuze.label for keuze in vraag.keuzes if keuze.waarde in voorstel]
    hoe = "Typ nummers, zoals: 1, 3."
    if labels:
        hoe += f" Enter = {', '.join(labels)}"
    console.alinea(f"[{hoe}]")


def _put_list(console: Console, message: str, keuzes: Sequence[Keuze]) -> None:
    console.alinea(message)
    for nummer, keuze in enumerate(keuzes, 1):
        console.alinea(keuze.label, kop=f"{nummer}. ", inspringen=2)


def put_help(
    console: Console,
    namen: Sequence[str],
    *,
    in_stap: bool,
    is_tekst: bool,
) -> None:
    """Say which words can be typed at the question, and the names that it knows."""
    for woord, wat in puntwoorden.uitleg(in_stap=in_stap, is_tekst=is_tekst):
        console.alinea(wat, kop=f"{woord}: ", inspringen=2)
    if namen:
        console.alinea(f"Namen: {', '.join(namen)}.")
