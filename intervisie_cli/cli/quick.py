"""Parses a command line that is right, without the cost of Typer; anything else is left to Typer.

Typer alone takes six times the start of Python (docs/besluiten/0002). Both read `cli.table`, and a test
holds them to the same outcome.
"""

from typing import Any

from intervisie_cli.cli.table import GETAL, OVERAL, VLAG, Commando, Optie, find


def parse(argv: list[str]) -> tuple[Commando, dict[str, Any]] | None:
    """Give the command and its options; None when Typer must look at it."""
    values: dict[str, Any] = {}
    rest = _take(list(argv), {o.vlag: o for o in OVERAL}, values, stop_at_word=True) or []
    commando = find(rest.pop(0)) if rest else None  # nothing but options: help, version, a mistake
    if not commando:
        return None
    opties = (*OVERAL, *commando.opties)
    flags = {flag: optie for optie in opties for flag in (optie.vlag, optie.kort) if flag}
    words = _take(rest, flags, values, stop_at_word=False)
    if words is None or len(words) > len(commando.argumenten):
        return None
    result = {optie.naam: (False if optie.soort == VLAG else None) for optie in opties} | values
    for nummer, argument in enumerate(commando.argumenten):
        result[argument.naam] = words[nummer] if nummer < len(words) else None
    return commando, result


def _take(
    argv: list[str], flags: dict[str, Optie], values: dict[str, Any], *, stop_at_word: bool
) -> list[str] | None:
    words: list[str] = []
    while argv:
        word = argv.pop(0)
        if not word.startswith("-") or word == "-":
            words.append(word)
            if stop_at_word:
                return words + argv
            continue
        flag, equals, value = word.partition("=")
        optie = flags.get(flag)
        if not optie or (equals and (optie.soort == VLAG or not flag.startswith("--"))):
            return None
        if optie.soort == VLAG:
            values[optie.naam] = True
            continue
        if not equals:
            if not argv or (argv[0].startswith("-") and argv[0] != "-"):
                return None
            value = argv.pop(0)
        if optie.soort == GETAL:
            if not value.isascii() or not value.isdigit() or len(value) > 6:
                return None
            values[optie.naam] = int(value)
        else:
            values[optie.naam] = value
    return words
