"""What Typer makes of a command line: values for a command, help, or what is wrong with it."""

import functools
import inspect
from collections.abc import Iterator
from importlib import import_module
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intervisie_cli.cli import program, start
from intervisie_cli.cli.opdrachten import OPDRACHTEN
from intervisie_cli.commands import opties
from intervisie_cli.model.fouten import IntervisieError, VerkeerdGebruik

Started = tuple[str, dict[str, Any]]

PARAMS = {
    naam: program.load(naam, program.group().params).params for naam in OPDRACHTEN
}
OVERAL = [param for param in PARAMS["log"] if param.name in ("groep", "geen_vragen")]
FLAGS = sorted(
    {flag for params in PARAMS.values() for param in params for flag in param.opts}
)
READ = "wat op standaardinvoer stond"


@pytest.fixture(scope="module")
def started() -> Iterator[list[Started]]:
    """Put here which command starts with which values, in place of what the commands do."""
    calls: list[Started] = []

    def noting(naam: str, run: start.Run) -> start.Run:
        @functools.wraps(run)
        def note(ctx: Any, **values: Any) -> int:
            app = ctx.obj
            overal = {"groep": app.omgeving.gevraagd, "geen_vragen": app.geen_vragen}
            calls.append((naam, values | overal))
            return 0

        return note

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(start, "_standard_input", lambda: READ)
        for naam in OPDRACHTEN:
            module = import_module(f"intervisie_cli.commands.{naam}")
            patch.setattr(module, "run", noting(naam, module.run))
        yield calls


def what_starts(calls: list[Started], argv: list[str]) -> Started | None:
    """Give the command and what is said to it; None when *argv* is answered with help."""
    calls.clear()
    assert program.run(argv) == 0
    if not calls:
        return None
    [(naam, values)] = calls
    return naam, {
        wat: said
        for wat, said in values.items()
        if said is not None and said is not False
    }


@pytest.mark.parametrize(
    ("typed", "values"),
    [
        ("log", {}),
        ("log -n 5", {"aantal": 5}),
        ("log -n5", {"aantal": 5}),
        ("log -n 0", {"aantal": 0}),
        ("log -n -5", {"aantal": -5}),
        ("log --aantal=5", {"aantal": 5}),
        ("log --aantal=-5", {"aantal": -5}),
        ("log --aantal 007", {"aantal": 7}),
        ("log --aantal 1_000", {"aantal": 1000}),
        ("log --aantal ٣", {"aantal": 3}),
        ("log --aantal 999999999999", {"aantal": 999_999_999_999}),
        ("log -n 5 --aantal 6", {"aantal": 6}),
        ("log --zoek a --zoek b", {"zoek": "b"}),
        ("log --kort --kort", {"kort": True}),
        ("log --zoek=", {"zoek": ""}),
        ("log --zoek =", {"zoek": "="}),
        ("log --zoek=a=b", {"zoek": "a=b"}),
        ("log --zoek=--kort", {"zoek": "--kort"}),
        ("log --zoek=-", {"zoek": READ}),
        ("log --zoek -", {"zoek": READ}),
        ("log --inbrenger -", {"inbrenger": "-"}),
        ("log --", {}),
        ("log --zoek log", {"zoek": "log"}),
        ("status --groep a", {"groep": "a"}),
        ("--groep a status", {"groep": "a"}),
        ("--groep a status --groep b", {"groep": "b"}),
        ("--groep a status --groep=", {"groep": ""}),
        ("--groep= status", {"groep": ""}),
        ("--geen-vragen status", {"geen_vragen": True}),
        ("status --geen-vragen", {"geen_vragen": True}),
        ("--groep -x status", {"groep": "-x"}),
        ("--groep status log", {"groep": "status"}),
        ("-- log --kort", {"kort": True}),
        ("step --antwoorden -", {"antwoorden": "-"}),
        ("step --overslaan --reden -", {"overslaan": True, "reden": READ}),
        ("step --overslaan evaluatie", {"overslaan": True, "stap": "evaluatie"}),
        ("step -- --overslaan", {"stap": "--overslaan"}),
        ("show 2026", {"sessie": "2026"}),
        ("init -", {"pad": "-"}),
        ("check --actie -", {"actie": "-"}),
        ("actie klaar -", {"wat": "klaar", "actie": READ}),
        ("actie klaar a1 --tot vrijdag", {"wat": "klaar", "actie": "a1", "datum": "vrijdag"}),
        ("actie --keer 2 klaar a1", {"wat": "klaar", "actie": "a1", "keer": 2}),
    ],
)  # fmt: skip
def test_a_right_command_line_gives_these_values(
    started: list[Started], typed: str, values: dict[str, Any]
):
    _, said = what_starts(started, typed.split(" ")) or ("", None)
    assert said == values


def test_what_is_empty_or_has_spaces_is_kept_as_it_is(started: list[Started]):
    assert what_starts(started, ["show", ""]) == ("show", {"sessie": ""})
    assert what_starts(started, ["status", "--groep", ""]) == ("status", {"groep": ""})
    assert what_starts(started, ["log", "--zoek", "een twee"]) == (
        "log",
        {"zoek": "een twee"},
    )


UNKNOWN = "De vlag {} is er niet."
MISUSED = "De vlag {} is niet goed gebruikt: er hoort een waarde achter, of juist niet."
WRONG = "De waarde van {} klopt niet."
TOO_MANY = "Deze opdracht klopt niet: er staat een woord te veel."
NO_COMMAND = "De opdracht '{}' is er niet."


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("log --no-kort", UNKNOWN.format("--no-kort") + " Bedoel je --kort?"),
        ("log --kor", UNKNOWN.format("--kor") + " Bedoel je --kort?"),
        ("log --zoe x", UNKNOWN.format("--zoe") + " Bedoel je --zoek?"),
        ("log --zoeken x", UNKNOWN.format("--zoeken") + " Bedoel je --zoek?"),
        ("log --JSON", UNKNOWN.format("--JSON")),
        ("log -x", UNKNOWN.format("-x")),
        ("log -N 5", UNKNOWN.format("-N")),
        ("--groe a log", UNKNOWN.format("--groe") + " Bedoel je --groep?"),
        ("log --json=ja", MISUSED.format("--json")),
        ("log -n", MISUSED.format("-n")),
        ("log --zoek", MISUSED.format("--zoek")),
        ("--groep", MISUSED.format("--groep")),
        ("log -n x", WRONG.format("--aantal/-n")),
        ("log -n=5", WRONG.format("--aantal/-n")),
        ("log --aantal=", WRONG.format("--aantal/-n")),
        ("log --aantal 1.5", WRONG.format("--aantal/-n")),
        ("log --aantal " + "9" * 5_000, WRONG.format("--aantal/-n")),
        ("log x", TOO_MANY),
        ("log -", TOO_MANY),
        ("log -- --json", TOO_MANY),
        ("show een twee", TOO_MANY),
        ("stauts", NO_COMMAND.format("stauts")),
        ("Log", NO_COMMAND.format("Log")),
        ("zomaar", NO_COMMAND.format("zomaar")),
        ("log --zoek - --thema -", "Maar één tekst kan van standaardinvoer komen."),
        ("log --zoek \udce9", "Een woord is niet te lezen: het is geen UTF-8-tekst."),
    ],
)
def test_a_wrong_command_line_gets_this_line(
    started: list[Started], typed: str, told: str
):
    with pytest.raises(VerkeerdGebruik) as error:
        what_starts(started, typed.split(" "))
    assert error.value.bericht == told
    assert error.value.hulp


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
        "日本",
        "x" * 300,
    ]
) | st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=8)
plain_values = values.filter(lambda value: not value.startswith("-"))


def _values(kind: Any) -> st.SearchStrategy[Any]:
    """What an option of that kind takes."""
    if "int" not in kind.name:
        return plain_values
    least, most = getattr(kind, "min", None), getattr(kind, "max", None)
    return st.integers(least or 0, most or 999_999_999)


@st.composite
def written(draw: st.DrawFn, param: Any) -> tuple[list[str], Any]:
    """An option as it may stand on a command line, and the value that it says."""
    flag = draw(st.sampled_from(param.opts))
    if param.is_flag:
        return [flag], True
    value = draw(_values(param.type))
    if flag.startswith("--") and draw(st.booleans()):
        return [f"{flag}={value}"], value
    return [flag, str(value)], value


@st.composite
def command_lines(draw: st.DrawFn) -> tuple[list[str], Started]:
    """A right command line, and what it says: options anywhere, arguments among them."""
    naam = draw(st.sampled_from(list(OPDRACHTEN)))
    options = [param for param in PARAMS[naam] if param.param_type_name == "option"]
    arguments = [param for param in PARAMS[naam] if param.param_type_name == "argument"]
    said: dict[str, Any] = {}
    argv: list[str] = []
    for param in draw(st.lists(st.sampled_from(OVERAL), max_size=2)):
        words, said[param.name] = draw(written(param))
        argv += words
    argv.append(naam)
    asked = draw(st.lists(st.sampled_from(options), max_size=4))
    given_arguments = arguments[: draw(st.integers(0, 2))]
    while asked or given_arguments:
        if given_arguments and (not asked or draw(st.booleans())):
            said[given_arguments.pop(0).name] = value = draw(plain_values)
            argv.append(value)
        else:
            param = asked.pop()
            words, said[param.name] = draw(written(param))
            argv += words
    return argv, (naam, said)


@given(command_lines())
@settings(max_examples=120)
def test_a_command_gets_what_its_line_says(
    started: list[Started], line: tuple[list[str], Started]
):
    argv, said = line
    assert what_starts(started, argv) == said


words = st.sampled_from(
    [
        *OPDRACHTEN, *FLAGS, "-n5", "-n=5", "-", "--", "-h", "--help", "--version", "--aantal=",
        "--aantal=x", "--aantal=-5", "--json=ja", "--onbekend", "-x", "", "stauts", "--groe", "=",
        "-=", "--=", "--=x", "٣", "1_000", "9" * 400, "a", "é", "\u202e",
        "\udce9", "a\nb", "\x00",
    ]
)  # fmt: skip


@given(st.lists(words, max_size=5))
@settings(max_examples=120)
def test_any_command_line_ends_in_a_command_in_help_or_in_a_line_that_says_what_is_wrong(
    started: list[Started], argv: list[str]
):
    told = ("a command or help",)
    try:
        what_starts(started, argv)
    except IntervisieError as fout:
        told = (fout.bericht, fout.hulp)
    assert all(told)


@pytest.mark.parametrize("naam", OPDRACHTEN)
def test_the_help_of_each_command_names_all_of_its_options(
    naam: str, capsys: pytest.CaptureFixture[str]
):
    assert program.run([naam, "--help"]) == 0
    shown = capsys.readouterr().out
    for param in PARAMS[naam]:
        named = param.metavar if param.param_type_name == "argument" else param.opts[0]
        assert named in shown
    assert f"Gebruik: intervisie {naam}" in shown
    assert OPDRACHTEN[naam][:40] in shown


@pytest.mark.parametrize("naam", OPDRACHTEN)
def test_an_option_takes_a_dash_for_standard_input_when_its_help_says_so(naam: str):
    run = import_module(f"intervisie_cli.commands.{naam}").run
    helps = {param.name: param.help for param in PARAMS[naam]}
    for wat, parameter in inspect.signature(run).parameters.items():
        is_marked = opties.LEEST in get_args(parameter.annotation)
        assert is_marked == helps.get(wat, "").endswith("; - leest standaardinvoer."), (
            wat
        )
