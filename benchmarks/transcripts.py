"""Prints what every command says, how it ends and what it leaves in files.

Before a change of shape: `python -m benchmarks.transcripts > /tmp/before.txt`, and after it once
more; `diff` the two. The groups are made the same way each time.
"""

import hashlib
import json
import os
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent
NU = "2026-11-23T19:00:00+01:00"
# Ids follow from a counter that lies beside the group, so that each run makes the same ones.
START = """
import os, sys
from pathlib import Path
from intervisie_cli import system

letters = str.maketrans("0123456789", "abcdefghij")
counter = Path(os.environ["TRANSCRIPT_COUNTER"])

def count(length):
    number = int(counter.read_text()) + 1
    counter.write_text(str(number))
    digits = format(number * 7919 % 32 ** 4, "06d")
    return digits.translate(letters).rjust(length, "k")[:length]

system.random_id = count

from intervisie_cli.cli.main import main

sys.argv[0] = "intervisie"
main()
"""
NAMEN = shlex.split(
    "init new step status show log check actie lid sync vertrouw overzicht undo demo doctor"
)
TWEE_TEKSTEN = "Ik bel morgen met de docent\nIk ga meer leren\n"
ACTIE = "Ik leer elke maandag en donderdag om 9 uur een hoofdstuk van statistiek, tot 18 december"
COMMANDS = [
    ["--version"],
    ["--help"],
    [],
    ["-h"],
    ["nieuw"],
    ["stap"],
    ["log", "--zoeken", "x"],
    ["log", "-n", "veel"],
    ["log", "-n"],
    ["log", "-n", "0"],
    ["status", "een", "twee"],
    ["--groep"],
    ["log", "--zoek", "-", "--thema", "-"],
    ["check", "--format", "xml"],
    ["check", "--ernst", "erg"],
    *([naam, "--help"] for naam in NAMEN),
    ["status"],
    ["status", "--json"],
    ["status", "--beurten"],
    ["status", "--beurten", "--json"],
    ["status", "--volg"],
    ["status", "--sessie", "2026-11"],
    ["status", "--sessie", "zomaar"],
    ["show"],
    ["show", "--json"],
    ["show", "2026-11"],
    ["show", "niets"],
    ["doctor"],
    ["overzicht"],
    ["overzicht", "--lang"],
    ["overzicht", "--kort"],
    ["overzicht", "--kort", "--volledig"],
    ["overzicht", "--lang", "--formulier"],
    ["overzicht", "--volledig", "--formulier"],
    ["overzicht", "--draaiboek", "niets"],
    ["vertrouw"],
    ["log"],
    ["log", "-n", "1"],
    ["log", "--json"],
    ["log", "--jsonl"],
    ["log", "--acties"],
    ["log", "--open"],
    ["log", "--te-laat"],
    ["log", "--kort"],
    ["log", "--actie-van", "mirthe"],
    ["log", "--inbrenger", "mirthe"],
    ["log", "--inbrenger", "niemand"],
    ["log", "--zoek", "plannen"],
    ["log", "--zoek", "plan* -uitstel"],
    ["log", "--zoek", '"samen leren"'],
    ["log", "--lijkt-op", "Hoe kan ik mijn week beter indelen?"],
    ["log", "--sinds", "vorige maand"],
    ["log", "--sinds", "2026-10", "--tot", "2026-11"],
    ["log", "--sinds", "ooit"],
    ["log", "--met-advies"],
    ["log", "--thema", "studie"],
    ["log", "--draaiboek", "kort"],
    ["log", "--verloop"],
    ["log", "--verloop", "--json"],
    ["log", "--statistiek"],
    ["log", "--statistiek", "--json"],
    ["log", "--zoek", "leren", "--verloop"],
    ["log", "--kort", "--json"],
    ["check"],
    ["check", "--alles"],
    ["check", "--alles", "--format", "json"],
    ["check", "--alles", "--format", "sarif"],
    ["check", "--alles", "--format", "github"],
    ["check", "--ernst", "hint"],
    ["check", "--alles", "--ernst", "fout"],
    ["check", "--actie", ACTIE],
    ["check", "--actie", "Ik ga binnenkort meer leren"],
    ["check", "--actie", "Ik ga binnenkort meer leren", "--format", "json"],
    ["check", "--vraag", "Waarom heb je niet gewoon gebeld?"],
    ["check", "--vraag", "Wat houdt je tegen?", "--format", "json"],
    ["check", "--vraag", "-"],
    ["check", "--actie", "-"],
    ["actie"],
    ["actie", "--json"],
    ["actie", "--alle"],
    ["actie", "--van", "mirthe"],
    ["actie", "--van", "niemand"],
    ["actie", "klaar"],
    ["actie", "klaar", "bestaatniet"],
    ["actie", "ooit"],
    ["actie", "--ics", "../acties.ics"],
    ["actie", "--ics", "../acties.ics", "--met-tekst"],
    ["actie", "--met-tekst"],
    ["actie", "lijst", "x"],
    ["step"],
    ["step", "--overslaan", "--opnieuw"],
    ["step", "--als", "kim"],
    ["step", "--antwoorden", "niets.yaml"],
    ["step", "bestaatniet"],
    ["step", "--reden", "x"],
    ["new", "--kort"],
    ["new", "--kort", "--lang"],
    ["new", "--kort", "--deelnemers", "mirthe,piet"],
    ["init"],
    ["sync"],
    ["undo", "--sessie", "niets"],
]
# Run after COMMANDS, as they record; {actie} stands for the id of the first actie.
CHANGES = [
    ["actie", "bezig", "{actie}", "--opmerking", "Het gaat wel"],
    ["actie", "deels", "{actie}", "--keer", "2", "--als", "mirthe"],
    ["actie", "klaar", "{actie}", "--als", "mirthe"],
    ["actie", "open", "{actie}", "--tot", "vrijdag", "--als", "kim"],
    ["actie", "--alle", "--json"],
    ["log", "--acties"],
    ["status"],
    shlex.split(
        "new --lang --deelnemers mirthe,kim,tim --inbrengers kim,tim --begeleider mirthe "
        "--thema Groepswerk --tot 21:00 --datum 2026-11-24"
    ),
    ["status"],
    ["show"],
    ["step", "--overslaan", "--reden", "geen tijd"],
    ["step", "kennismaking", "--overslaan", "--reden", "-"],
    ["undo"],
    ["undo"],
    ["undo"],
    ["status", "--json"],
    shlex.split(
        "new --kort --deelnemers mirthe,kim,tim --inbrengers tim --prive --datum 2026-11-25 "
        "--notulist kim"
    ),
    ["overzicht"],
    ["log", "--statistiek"],
    ["doctor"],
    ["check", "--alles"],
]


class Voorbeeld(NamedTuple):
    """A sessie to record, and how many of its steps; None is all of them."""

    variant: str
    tijd: str
    inbrengers: str
    stappen: int | None = None


VOORBEELDEN = (
    Voorbeeld("lang", "2026-10-12T19:00:00+02:00", "mirthe,kim"),
    Voorbeeld("kort", "2026-11-02T19:00:00+01:00", "mirthe"),
    # This one is still going on, for what commands say halfway.
    Voorbeeld("kort", NU, "mirthe", stappen=3),
)


class World(NamedTuple):
    """The folder in which all groups lie, and the environment of the commands."""

    folder: Path
    environ: dict[str, str]

    @property
    def groep(self) -> Path:
        """The group that most commands are about."""
        return self.folder / "groep"

    def say(self, *argv: str, cwd: Path | None = None, stdin: str = "") -> str:
        """Run a command, in the group unless *cwd* is given; print it all, and give its output."""
        done = subprocess.run(
            [sys.executable, "-c", START, *argv],
            cwd=cwd or self.groep,
            env=self.environ,
            input=stdin,
            capture_output=True,
            text=True,
            check=False,
        )
        print(f"$ intervisie {' '.join(argv)}  -> {done.returncode}")
        self._print_lines(done.stdout, "")
        self._print_lines(done.stderr, "! ")
        return done.stdout

    def _print_lines(self, text: str, sign: str) -> None:
        for line in text.replace(str(self.folder), "MAP").splitlines():
            print(f"{sign}{line}")


def main() -> None:
    """Print the transcript of all commands, and the files they leave."""
    with tempfile.TemporaryDirectory(prefix="transcript-") as name:
        folder = Path(name)
        world = World(folder, _environ(folder / "thuis"))
        make_group(world)
        for voorbeeld in VOORBEELDEN:
            record(world, voorbeeld)
        say_all(world)
        change_all(world)
        print((folder / "acties.ics").read_text())
        world.say("demo", "voorbeeld", cwd=folder)
        world.say("demo", "voorbeeld2", "--lang", cwd=folder)
        for group in (world.groep, folder / "voorbeeld", folder / "voorbeeld2"):
            print_files(group)
            print_history(group)


def make_group(world: World) -> None:
    """Make the group, and ask what there is when it is still empty."""
    leden = "mirthe,kim,tim"
    world.say(
        "init", "groep", "--naam", "Studiegroep", "--leden", leden, cwd=world.folder
    )
    world.say("status")
    world.say("log")


def record(world: World, voorbeeld: Voorbeeld) -> None:
    """Make a sessie at its own time, and record its steps from the example."""
    world.environ["INTERVISIE_NU"] = voorbeeld.tijd
    wie = ["--deelnemers", "mirthe,kim,tim", "--inbrengers", voorbeeld.inbrengers]
    world.say("new", f"--{voorbeeld.variant}", *wie, "--thema", "Studie plannen")
    example = ROOT / "examples" / f"{voorbeeld.variant}.yaml"
    documents = example.read_text(encoding="utf-8").split("\n---\n")
    for document in documents[: voorbeeld.stappen]:
        world.say("step", "--antwoorden", "-", stdin=document)


def say_all(world: World) -> None:
    """Run COMMANDS; those that read standard input get two texts."""
    for argv in COMMANDS:
        stdin = TWEE_TEKSTEN if "-" in argv else ""
        world.say(*argv, stdin=stdin)


def change_all(world: World) -> None:
    """Run CHANGES, on the first actie of the group."""
    acties = json.loads(world.say("actie", "--alle", "--json"))["acties"]
    actie = acties[0]["id"][:6]
    for argv in CHANGES:
        world.say(*(deel.replace("{actie}", actie) for deel in argv), stdin="geen zin")


def print_files(group: Path) -> None:
    """Print a hash of each file that people see, with its name."""
    for path in sorted(group.rglob("*")):
        if path.is_file() and ".git" not in path.relative_to(group).parts:
            digest = hashlib.sha256(path.read_bytes()).hexdigest()[:16]
            print(digest, path.relative_to(group.parent))


def print_history(group: Path) -> None:
    """Print all commits: their tree, author, day and message."""
    log = ["git", "log", "--format=%T %an %ad %s%n%b"]
    print(
        subprocess.run(
            log, cwd=group, capture_output=True, text=True, check=True
        ).stdout
    )


def _environ(home: Path) -> dict[str, str]:
    """The environment of somebody who has just begun, with nothing of who runs this."""
    home.mkdir()
    (home / "teller").write_text("0")
    config = home / "gitconfig"
    config.write_text(
        "[user]\n\tname = Test\n\temail = test@voorbeeld.invalid\n[init]\n\tdefaultBranch = main\n"
    )
    kept = {
        naam: waarde
        for naam, waarde in os.environ.items()
        if naam in ("PATH", "PYTHONPATH")
    }
    return kept | {
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / "config"),
        "GIT_CONFIG_GLOBAL": str(config),
        "GIT_CONFIG_NOSYSTEM": "1",
        "LANG": "C.UTF-8",
        "INTERVISIE_NU": NU,
        "TRANSCRIPT_COUNTER": str(home / "teller"),
        "TMPDIR": str(home),
    }


if __name__ == "__main__":
    main()
