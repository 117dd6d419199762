"""Writes what is generated, parts of docs/ and the finished sessie, with python -m tests.renew."""

import re
import shutil
import tempfile
from datetime import datetime
from pathlib import Path
from typing import Any

from intervisie_cli import system
from intervisie_cli.checks.regel import Regel
from intervisie_cli.checks.register import PRIVACY, SMART, TEKST, VERSLAG, VRAAG
from intervisie_cli.cli import program
from intervisie_cli.cli.opdrachten import OPDRACHTEN
from intervisie_cli.flows.groep import demo
from intervisie_cli.flows.omgeving import Omgeving
from tests.conftest import NU, Ids
from tests.hostile import counted

ROOT = Path(__file__).parent.parent
COMMANDS = ROOT / "docs/commands.md"
REGELS = ROOT / "docs/regels.md"
BETROUWBAAR = ROOT / "docs/betrouwbaarheid.md"
FINISHED = ROOT / "examples/sessie"
_FAMILIES = (
    ("Acties: SMART", SMART), ("Questions", VRAAG), ("Any text", TEKST), ("Records", VERSLAG),
    ("Privacy", PRIVACY),
)  # fmt: skip


def commands_page(text: str) -> str:
    """Give the page with its tables, between the two marks, written anew from the commands."""
    return _between(text, "<!-- generated from the commands -->\n", _tables())


def counted_page(text: str) -> str:
    """Give the page with how many of what is tried, between the two marks, counted anew."""
    table = "".join(
        f"| {what} | {many} | `{where}` |\n" for what, many, where in counted.rows()
    )
    return _between(
        text,
        "<!-- counted by tests/hostile/counted.py -->\n",
        f"| what | how many | where |\n| --- | --- | --- |\n{table}\n",
    )


def _between(text: str, begin: str, made: str) -> str:
    end = "<!-- end -->\n"
    head, rest = text.split(begin)
    _, tail = rest.split(end)
    return head + begin + "\n" + made + end + tail


def _tables() -> str:
    overal = {param.name: param for param in program.group().params}
    groep, geen_vragen = _flag(overal["groep"]), _flag(overal["geen_vragen"])
    parts = [f"Every command takes `{groep}` and `{geen_vragen}`.\n\n"]
    for naam, hulp in OPDRACHTEN.items():
        params = [
            param for param in program.load(naam).params if param.name not in overal
        ]
        arguments = [param for param in params if param.param_type_name == "argument"]
        words = "".join(f" {argument.metavar}" for argument in arguments)
        parts.append(f"### `intervisie {naam}{words}`\n\n{hulp}\n\n")
        rows = [f"| `{_flag(param)}` | {param.help} |\n" for param in params]
        if rows:
            parts += ["| | |\n| --- | --- |\n", *rows, "\n"]
    return "".join(parts)


def _flag(param: Any) -> str:
    if param.param_type_name == "argument":
        return str(param.metavar)
    names = ", ".join(param.opts)
    return f"{names} {param.metavar}" if param.metavar else names


def rules_page(text: str) -> str:
    """Give the page with its rules, between the two marks, written anew from their own files."""
    parts = [
        f"## {titel}\n\n" + "".join(map(_rule, regels)) for titel, regels in _FAMILIES
    ]
    return _between(text, "<!-- generated from the rules -->\n", "".join(parts))


def _rule(regel: Regel) -> str:
    kop, _, rest = regel.uitleg.strip().partition("\n\n")
    soort = f" · {regel.soort}" if len(regel.soort) == 1 else ""
    claim = kop.partition(": ")[2]
    # What goes on over a line end belongs to the line before it.
    uitleg = re.sub(r"\n(?!Why:|Goed:|Fout:)", " ", rest).replace("\n", "\n- ")
    return f"### {regel.id}\n\n`{regel.ernst}`{soort} · {claim}\n\n- {uitleg}\n\n"


def finished_session(work: Path) -> Path:
    """Play the long case with a fixed clock and ids, and give the folder of the sessie."""
    omgeving = Omgeving(
        lambda: datetime.fromisoformat(NU), Ids(), folder=work / "groep"
    )
    for _ in demo.play(omgeving, work / "groep", "lang"):
        pass
    return next((work / "groep/sessies/2026").iterdir())


def main() -> None:
    """Write them all."""
    system.keep_private()
    for pad, maak in (
        (COMMANDS, commands_page),
        (REGELS, rules_page),
        (BETROUWBAAR, counted_page),
    ):
        pad.write_text(maak(pad.read_text(encoding="utf-8")), encoding="utf-8")
    with tempfile.TemporaryDirectory() as work:
        made = finished_session(Path(work))
        shutil.rmtree(FINISHED, ignore_errors=True)
        shutil.copytree(made, FINISHED / made.name)
    for path in FINISHED.rglob("*"):
        path.chmod(0o755 if path.is_dir() else 0o644)


if __name__ == "__main__":
    main()
