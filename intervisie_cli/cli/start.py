"""From what Typer read on the command line to what a command gets."""

import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, get_args

from intervisie_cli.commands import opties
from intervisie_cli.model.fouten import VerkeerdGebruik

if TYPE_CHECKING:
    from datetime import datetime

    from intervisie_cli.commands.app import App
    from intervisie_cli.flows.leesmij import Leesmijmaker
    from intervisie_cli.system import Clock

Run = Callable[..., int]

KLOK = "INTERVISIE_NU"
_MAX_READ = 64 * 1024


def make_app(groep: str | None, *, geen_vragen: bool) -> "App":
    """What every command gets, on the group that was named."""
    from intervisie_cli import system
    from intervisie_cli.commands.app import App
    from intervisie_cli.flows.omgeving import Omgeving
    from intervisie_cli.ui.console import console

    uit = console()
    omgeving = Omgeving(
        _clock(),
        system.random_id,
        groep,
        toon=uit.voortgang,
        leesmij=_leesmij,
        meld=uit.melding,
    )
    return App(omgeving, uit, geen_vragen=geen_vragen)


def _leesmij() -> "Leesmijmaker":
    from intervisie_cli.tonen import leesmij

    return leesmij


def read(run: Run, gegeven: dict[str, Any]) -> dict[str, Any]:
    """Give the words for *run* as text, with what a dash asks from standard input in its place."""
    paden = _marked(run, opties.PAD)
    gelezen = dict(gegeven)
    for naam, waarde in gegeven.items():
        if naam not in paden:
            gelezen[naam] = _as_text(waarde)
    leesbaar = _marked(run, opties.LEEST)
    gevraagd = [naam for naam in leesbaar if gelezen[naam] == "-"]
    if len(gevraagd) > 1:
        raise VerkeerdGebruik(
            "Maar één tekst kan van standaardinvoer komen.", "Geef één streepje."
        )
    for naam in gevraagd:
        gelezen[naam] = _standard_input()
    return gelezen


def _marked(run: Run, mark: str) -> list[str]:
    """Name the parameters of *run* that carry *mark*."""
    soorten = run.__annotations__
    return [naam for naam in soorten if mark in get_args(soorten[naam])]


def _standard_input() -> str:
    """Read a text: a line at a terminal, where Enter ends it, and everything elsewhere."""
    if sys.stdin.isatty():
        raw = sys.stdin.buffer.readline()
    else:
        raw = sys.stdin.buffer.read(_MAX_READ + 1)
    if len(raw) > _MAX_READ:
        raise VerkeerdGebruik(
            "De tekst op standaardinvoer is te lang.", "Maak haar korter."
        )
    try:
        return raw.decode("utf-8").strip()
    except UnicodeDecodeError:
        raise VerkeerdGebruik(
            "De standaardinvoer is geen UTF-8-tekst.", "Typ de tekst opnieuw."
        ) from None


def _as_text(value: Any) -> Any:
    """Give a word of the command line as text, whatever the locale made of its bytes."""
    if not isinstance(value, str) or not _has_raw_bytes(value):
        return value
    try:
        return os.fsencode(value).decode("utf-8")
    except UnicodeError:
        raise VerkeerdGebruik(
            "Een woord is niet te lezen: het is geen UTF-8-tekst.", "Typ het opnieuw."
        ) from None


def _has_raw_bytes(word: str) -> bool:
    """Whether Python put surrogates for bytes of *word* that its locale cannot read."""
    return any("\ud800" <= char <= "\udfff" for char in word)


def _clock() -> "Clock":
    """The time of the computer, unless INTERVISIE_NU freezes it."""
    from intervisie_cli import system

    frozen = os.environ.get(KLOK)
    if not frozen:
        return system.now
    moment = _moment(frozen)
    # Around these years the calendar itself ends, and no sum of days is safe.
    if not moment or not moment.tzinfo or not 1900 <= moment.year <= 9000:
        raise VerkeerdGebruik(
            f"{KLOK} is geen tijdstip met tijdzone.",
            "Bijvoorbeeld: 2026-11-23T19:30:00+01:00",
        )
    return lambda: moment


def _moment(tekst: str) -> "datetime | None":
    from datetime import datetime

    try:
        return datetime.fromisoformat(tekst)
    except ValueError:
        return None
