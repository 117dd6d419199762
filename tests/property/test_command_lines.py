"""The quick parser and Typer read a command line the same, or the quick one leaves it to Typer."""

import inspect
from importlib import import_module
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from intervisie_cli.cli import full, quick
from intervisie_cli.cli.table import COMMANDOS, GETAL, OVERAL, VLAG, Commando, Optie
from intervisie_cli.model.fouten import VerkeerdGebruik

Outcome = tuple[Commando, dict[str, Any]] | None

values = st.sampled_from(
    [
        "a",
        "mirthe,tim",
        "2026-11-23",
        "20:30",
        "een twee",
        "é",
        "status",
        "log",
        "0",
        "a=b",
        "=",
        "'",
        "--",
        "日本",
        "x" * 300,
    ]
) | st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=8)
plain_values = values.filter(lambda value: not value.startswith("-"))
numbers = st.integers(0, 999_999_999).map(str) | st.sampled_from(["007", "0", "10"])


def by_typer(argv: list[str]) -> Outcome:
    """What Typer starts for *argv*; None when it shows help."""
    started: list[tuple[Commando, dict[str, Any]]] = []
    full.run(argv, lambda commando, options: started.append((commando, options)) or 0, "0")
    return started[0] if started else None


@st.composite
def written(draw: st.DrawFn, optie: Optie) -> list[str]:
    """*optie* as it may stand on a command line."""
    flag = draw(st.sampled_from([flag for flag in (optie.vlag, optie.kort) if flag]))
    if optie.soort == VLAG:
        return [flag]
    value = draw(numbers if optie.soort == GETAL else plain_values)
    if flag == optie.vlag and draw(st.booleans()):
        return [f"{flag}={value}"]
    return [flag, value]


@st.composite
def command_lines(draw: st.DrawFn) -> list[str]:
    """A right command line: options before and behind the command, its argument anywhere."""
    commando = draw(st.sampled_from(COMMANDOS))
    before = draw(st.lists(st.sampled_from(OVERAL), max_size=2, unique=True))
    behind = [
        draw(written(o))
        for o in draw(st.lists(st.sampled_from((*OVERAL, *commando.opties)), max_size=4))
    ]
    for _ in commando.argumenten[: draw(st.integers(0, 2))]:
        behind.insert(draw(st.integers(0, len(behind))), [draw(plain_values)])
    return [
        word
        for part in (*(draw(written(o)) for o in before), [commando.naam], *behind)
        for word in part
    ]


@given(command_lines())
@example(["--groep", "a", "status", "--groep", "b"])
@example(["--groep=", "status"])
@example(["status", "--groep", ""])
@example(["show", ""])
@example(["init", "-"])
@example(["step", "--antwoorden", "-"])
@example(["log", "-n", "5", "--aantal", "6"])
@settings(max_examples=120)
def test_a_right_command_line_means_the_same_to_both(argv: list[str]):
    asked = quick.parse(argv)
    assert asked is not None
    assert asked == by_typer(argv)


words = st.sampled_from(
    [
        *(commando.naam for commando in COMMANDOS),
        *(o.vlag for c in COMMANDOS for o in (*OVERAL, *c.opties)), "-n", "-n5", "-n=5", "-", "--",
        "-h", "--help", "--version", "--aantal=", "--aantal=x", "--aantal=-5", "--json=ja",
        "--onbekend", "-x", "", "stauts", "--groe", "=", "-=", "--=", "--=x", "٣", "1_000",
        "9" * 400, "a", "é", "\u202e", "\ud800", "a\nb", "\x00",
    ]
)  # fmt: skip


@given(st.lists(words, max_size=5))
@example(["log", "--aantal", "9" * 5_000])
@example(["log", "--aantal", "-5"])
@example(["log", "--", "--json"])
@example([])
@settings(max_examples=120)
def test_any_command_line_ends_in_a_command_in_help_or_in_a_line_that_says_what_is_wrong(
    argv: list[str],
):
    asked = quick.parse(argv)
    started: Outcome = None
    told: tuple[str, str] | None = None
    try:
        started = by_typer(argv)
    except VerkeerdGebruik as fout:
        told = (fout.bericht, fout.hulp)
    assert asked in (None, started)
    assert told is None or all(told)


@pytest.mark.parametrize("commando", COMMANDOS, ids=lambda commando: commando.naam)
def test_each_command_has_a_module_that_takes_its_options(commando: Commando):
    run = import_module(commando.module).run
    offered = {optie.naam: "waarde" for optie in (*commando.opties, *commando.argumenten)}
    inspect.signature(run).bind(None, **offered)


@pytest.mark.parametrize("commando", COMMANDOS, ids=lambda commando: commando.naam)
def test_the_help_of_each_command_names_all_of_its_options(
    commando: Commando, capsys: pytest.CaptureFixture[str]
):
    full.run([commando.naam, "--help"], lambda *_: 0, "0")
    shown = capsys.readouterr().out
    for optie in (*OVERAL, *commando.opties):
        assert optie.vlag in shown
    assert "Gebruik: intervisie" in shown
