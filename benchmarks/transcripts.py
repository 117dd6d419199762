"""Prints what every command says, how it ends and what it leaves in files, on groups made the same way each time.

Before a change of shape: `python -m benchmarks.transcripts > /tmp/before.txt`, and after it once more; `diff` the two.
"""

import hashlib
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
NU = "2026-11-23T19:00:00+01:00"
# Ids follow from a counter that lies beside the group, so that each run makes the same ones.
START = """
import os, sys
from pathlib import Path
from intervisie_cli import system
counter = Path(os.environ["TRANSCRIPT_COUNTER"])
def count(length):
    number = int(counter.read_text()) + 1
    counter.write_text(str(number))
    return format(number * 7919 % 32 ** 4, "06d").translate(str.maketrans("0123456789", "abcdefghij")).rjust(length, "k")[:length]
system.random_id = count
from intervisie_cli.cli.main import main
sys.argv[0] = "intervisie"
main()
"""
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
    *(
        [naam, "--help"]
        for naam in (
            "init new step status show log check actie sync vertrouw overzicht undo demo doctor".split()
        )
    ),
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
CHANGES = [
    ["actie", "bezig", "{actie}", "--opmerking", "Het gaat wel"],
    ["actie", "deels", "{actie}", "--keer", "2", "--als", "mirthe"],
    ["actie", "klaar", "{actie}", "--als", "mirthe"],
    ["actie", "open", "{actie}", "--tot", "vrijdag", "--als", "kim"],
    ["actie", "--alle", "--json"],
    ["log", "--acties"],
    ["status"],
    [
        "new",
        "--lang",
        "--deelnemers",
        "mirthe,kim,tim",
        "--inbrengers",
        "kim,tim",
        "--begeleider",
        "mirthe",
        "--thema",
        "Groepswerk",
        "--tot",
        "21:00",
        "--datum",
        "2026-11-24",
    ],
    ["status"],
    ["show"],
    ["step", "--overslaan", "--reden", "geen tijd"],
    ["step", "kennismaking", "--overslaan", "--reden", "-"],
    ["undo"],
    ["undo"],
    ["undo"],
    ["status", "--json"],
    [
        "new",
        "--kort",
        "--deelnemers",
        "mirthe,kim,tim",
        "--inbrengers",
        "tim",
        "--prive",
        "--datum",
        "2026-11-25",
        "--notulist",
        "kim",
    ],
    ["overzicht"],
    ["log", "--statistiek"],
    ["doctor"],
    ["check", "--alles"],
]


def main() -> None:
    """Print the transcript of all commands, and the files they leave."""
    with tempfile.TemporaryDirectory(prefix="transcript-") as folder:
        home = Path(folder) / "thuis"
        home.mkdir()
        (home / "teller").write_text("0")
        world = _world(home)
        groep = Path(folder) / "groep"

        def say(*argv: str, cwd: Path = groep, stdin: str = "") -> str:
            done = subprocess.run(
                [sys.executable, "-c", START, *argv],
                cwd=cwd,
                env=world,
                input=stdin,
                capture_output=True,
                text=True,
                check=False,
            )
            print(f"$ intervisie {' '.join(argv)}  -> {done.returncode}")
            for stream, sign in ((done.stdout, ""), (done.stderr, "! ")):
                text = stream.replace(str(folder), "MAP")
                print("".join(f"{sign}{line}\n" for line in text.splitlines()), end="")
            return done.stdout

        say("init", "groep", "--naam", "Studiegroep", "--leden", "mirthe,kim,tim", cwd=Path(folder))
        say("status")
        say("log")
        for variant, tijd in (
            ("lang", "2026-10-12T19:00:00+02:00"),
            ("kort", "2026-11-02T19:00:00+01:00"),
            ("kort", NU),
        ):
            world["INTERVISIE_NU"] = tijd
            say(
                "new",
                f"--{variant}",
                "--deelnemers",
                "mirthe,kim,tim",
                "--inbrengers",
                "mirthe,kim" if variant == "lang" else "mirthe",
                "--thema",
                "Studie plannen",
            )
            documents = (
                (ROOT / "examples" / f"{variant}.yaml").read_text(encoding="utf-8").split("\n---\n")
            )
            for nummer, document in enumerate(documents):
                if tijd == NU and nummer == 3:
                    break
                say("step", "--antwoorden", "-", stdin=document)
        for argv in COMMANDS:
            say(
                *argv,
                stdin="Ik bel morgen met de docent\nIk ga meer leren\n" if "-" in argv else "",
            )
        acties = __import__("json").loads(say("actie", "--alle", "--json"))["acties"]
        for argv in CHANGES:
            say(*(deel.replace("{actie}", acties[0]["id"][:6]) for deel in argv), stdin="geen zin")
        print((Path(folder) / "acties.ics").read_text())
        say("demo", "voorbeeld", cwd=Path(folder))
        say("demo", "voorbeeld2", "--lang", cwd=Path(folder))
        for root in (groep, Path(folder) / "voorbeeld", Path(folder) / "voorbeeld2"):
            for path in sorted(root.rglob("*")):
                if path.is_file() and ".git" not in path.relative_to(root).parts:
                    print(
                        hashlib.sha256(path.read_bytes()).hexdigest()[:16], path.relative_to(folder)
                    )
            print(
                subprocess.run(
                    ["git", "log", "--format=%T %an %ad %s%n%b"],
                    cwd=root,
                    capture_output=True,
                    text=True,
                    check=True,
                ).stdout
            )


def _world(home: Path) -> dict[str, str]:
    config = home / "gitconfig"
    config.write_text(
        "[user]\n\tname = Test\n\temail = test@voorbeeld.invalid\n[init]\n\tdefaultBranch = main\n"
    )
    world = {naam: waarde for naam, waarde in os.environ.items() if naam in ("PATH", "PYTHONPATH")}
    return world | {
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
