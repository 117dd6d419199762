"""Counts what a whole session asks of a group, at a pseudo-terminal: prompts, bare Enters, keys.

    python -m benchmarks.gesprek            prints the table of docs/gesprek.md
    python -m benchmarks.gesprek --scherm   and what stood on the screen

Two sessies of a known group are held as a group would: short with three members, one question and
one advice each and two acties; long with four members, two inbrengers, two questions, a definition
and an advice each, and one evaluatie. What it took before lists came back on one line is beside it.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from tests.terminal.terminal import ENTER, Terminal, intervisie

NU = "2026-11-23T19:00:00+01:00"
ROOT = Path(__file__).parent.parent
# Prompts before, by step; bare Enters of all of them.
EERDER = {
    "kort": (
        {
            "new": 9,
            "acclimatisering": 6,
            "hulpvraag-definieren": 14,
            "advisering": 25,
            "evaluatie": 16,
            "eigen-invulling": 3,
        },
        51,
    ),
    "lang": (
        {
            "new": 11,
            "acclimatisering": 6,
            "vraagintroductie": 10,
            "probleemverkenning": 44,
            "probleemdefinitie": 28,
            "advisering": 62,
            "evaluatie": 19,
            "eigen-invulling": 3,
        },
        122,
    ),
}
# What may be asked at most: prompts in all, and the share of bare Enters.
GRENZEN = {"kort": 34, "lang": 95}
GRENS_KAAL = 0.25


class Antwoord(NamedTuple):
    """A question, as far as the screen has to show it, and what is typed before Enter."""

    vraag: str
    getypt: str


class Stap(NamedTuple):
    """A step by its name, and what is answered in it."""

    naam: str
    antwoorden: tuple[Antwoord, ...]


class Telling(NamedTuple):
    """What a step took."""

    naam: str
    prompts: int
    kaal: int
    toetsen: int


def _stap(naam: str, script: str) -> Stap:
    antwoorden = []
    for regel in script.strip().splitlines():
        vraag, _, getypt = (deel.strip() for deel in regel.partition("|"))
        antwoorden.append(Antwoord(vraag, getypt))
    return Stap(naam, tuple(antwoorden))


NEW = """
    De sessie |
"""
ADVISERING = """
    Actie 1 | Ik zet tot 7 december elke dag om 9 uur de wekker
    Actie 2 | Ik maak maandag 30 november om 10 uur een planning voor twee weken
    Actie 3 |
    Sta je achter dit plan? | j
    Twijfelt iemand of dit plan haalbaar is? | a
"""


def kort() -> list[Stap]:
    """The short run."""
    return [
        _stap("new", NEW),
        _stap(
            "acclimatisering",
            """
            Wat is het thema | Motivatie
            Wie begeleidt | tim
            Wie brengt | mirthe
            """,
        ),
        _stap(
            "hulpvraag-definieren",
            """
            Wat is je hulpvraag? | Hoe kan ik mezelf weer motiveren?
            Wat moet de groep erover weten? | Ik heb geen structuur meer.
            Kim · vraag | Hoe is dat zo gekomen?
            Wat is je antwoord? | Mijn dagen zijn onregelmatig.
            Tim · vraag | Wanneer lukt het wel?
            Wat is je antwoord? | Als ik samen met iemand werk.
            nog een vraag |
            Hoe luidt je hulpvraag nu? | Hoe geef ik mezelf structuur?
            """,
        ),
        _stap(
            "advisering",
            f"""
            Kim · advies | Breng weer regelmaat in je dag.
            Tim · advies | Plan samen met medestudenten.
            nog een advies |
            Kun je hier iets mee? | ja, dat ga ik doen
            Kun je hier iets mee? | deels, niet in het weekend
            {ADVISERING.strip()}
            """,
        ),
        _stap(
            "evaluatie",
            """
            Brengt nog iemand | n
            Mirthe · ervaring | Ik heb weer energie.
            Kim · ervaring | Het ging snel.
            Tim · ervaring | Fijn om samen te doen.
            Afspraak 1 | We wachten tot iedereen klaar is met noteren
            Afspraak 2 |
            """,
        ),
        _stap("eigen-invulling", "Activiteit 1 |\nWanneer weer? |"),
    ]


def lang() -> list[Stap]:
    """The long run."""
    stappen = [
        _stap("new", NEW),
        _stap(
            "acclimatisering",
            """
            Wat is het thema | Structuur
            Wie begeleidt | tim
            Wie brengt | mirthe
            """,
        ),
    ]
    for inbrenger, anderen, nog in (
        ("Mirthe", ("Kim", "Tim", "Noor"), "kim"),
        ("Kim", ("Mirthe", "Tim", "Noor"), "n"),
    ):
        stappen += _ronde(inbrenger, anderen)
        stappen.append(_stap("advisering", f"Brengt nog iemand | {nog}"))
    ervaringen = "\n".join(
        f"{lid} · ervaring | Ik heb hier echt iets aan gehad."
        for lid in ("Mirthe", "Kim", "Tim", "Noor")
    )
    return [
        *stappen,
        _stap(
            "evaluatie",
            f"{ervaringen}\nAfspraak 1 | We laten elkaar uitpraten\nAfspraak 2 | ",
        ),
        _stap("eigen-invulling", "Activiteit 1 |\nWanneer weer? |"),
    ]


def _ronde(inbrenger: str, anderen: tuple[str, ...]) -> list[Stap]:
    vragen = [
        f"{lid} · vraag {nummer} van 2 | Wat betekent dit voor je op dag {nummer}?"
        for lid in anderen
        for nummer in (1, 2)
    ]
    antwoorden = ["Wat is je antwoord? | Het betekent veel voor mij."] * 6
    definities = [f"{lid} · definitie | Je mist structuur." for lid in anderen]
    adviezen = [f"{lid} · advies | Plan je dag de avond ervoor." for lid in anderen]
    reacties = ["Kun je hier iets mee? | ja, dat past bij mij"] * 3
    return [
        _stap(
            "vraagintroductie",
            f"""
            {inbrenger} · Wat is je hulpvraag? | Hoe kan ik mezelf weer motiveren?
            Wat moet de groep erover weten? | Ik heb geen structuur meer.
            """,
        ),
        _stap(
            "probleemverkenning",
            "\n".join(
                [
                    *vragen,
                    "In welke volgorde? | 3 1",
                    *antwoorden,
                    "Welke vragen deden recht | a",
                ]
            ),
        ),
        _stap(
            "probleemdefinitie",
            "\n".join(
                [
                    *definities,
                    "nog een definitie |",
                    "Hoe luidt je hulpvraag nu? | Hoe geef ik mezelf structuur?",
                    "Is de nieuwe hulpvraag voor iedereen duidelijk? | a",
                ]
            ),
        ),
        _stap(
            "advisering",
            "\n".join([*adviezen, "nog een advies |", *reacties, ADVISERING.strip()]),
        ),
    ]


def hold(
    variant: str, stappen: list[Stap], leden: str, *, scherm: bool
) -> list[Telling]:
    """Hold a sessie in a fresh group that has met before; give what each step took."""
    with tempfile.TemporaryDirectory(prefix="intervisie-bench-") as tmp:
        env = _environment(Path(tmp))
        groep = Path(tmp) / "groep"
        _known_group(groep, variant, leden, env)
        eerste, *rest = stappen
        tellingen = [_play(groep, env, ["new"], [eerste], scherm=scherm)]
        tellingen.append(_play(groep, env, ["step"], rest, scherm=scherm))
    per_stap: dict[str, Telling] = {}
    for telling in [*tellingen[0], *tellingen[1]]:
        eerder = per_stap.get(telling.naam, Telling(telling.naam, 0, 0, 0))
        per_stap[telling.naam] = Telling(
            telling.naam,
            eerder.prompts + telling.prompts,
            eerder.kaal + telling.kaal,
            eerder.toetsen + telling.toetsen,
        )
    return list(per_stap.values())


def _environment(folder: Path) -> dict[str, str]:
    config = folder / "gitconfig"
    config.write_text("[user]\nname = Mirthe\nemail = mirthe@voorbeeld.nl\n")
    return dict(
        os.environ,
        HOME=str(folder),
        GIT_CONFIG_GLOBAL=str(config),
        INTERVISIE_NU=NU,
        LC_ALL="C.UTF-8",
        PYTHONPATH=str(ROOT),
        TERM="xterm-256color",
        XDG_CONFIG_HOME=str(folder / "config"),
    )


def _known_group(groep: Path, variant: str, leden: str, env: dict[str, str]) -> None:
    """A group whose members were in one sessie of this variant together, last week."""
    vorige = ["--datum", "2026-11-16", "--deelnemers", leden, "--inbrengers", "mirthe"]
    if variant == "lang":
        vorige += ["--samen", "evaluatie"]
    commands = [
        ["init", str(groep), "--naam", "Studiegroep", "--leden", leden],
        ["new", f"--{variant}", *vorige, "--geen-vragen"],
    ]
    for command in commands:
        where = groep if groep.exists() else groep.parent
        subprocess.run(
            intervisie(*command), cwd=where, env=env, check=True, capture_output=True
        )
    answers = "stap: acclimatisering\n"
    subprocess.run(
        intervisie("step", "--antwoorden", "-"),
        cwd=groep,
        env=env,
        check=True,
        input=answers.encode(),
        capture_output=True,
    )
    reden = "reden: geen tijd"
    subprocess.run(
        intervisie("wijzig", "--afronden", reden),
        cwd=groep,
        env=env,
        check=True,
        capture_output=True,
    )


def _play(
    groep: Path,
    env: dict[str, str],
    command: list[str],
    stappen: list[Stap],
    *,
    scherm: bool,
) -> list[Telling]:
    tellingen = []
    with Terminal(intervisie(*command), groep, env) as terminal:
        for stap in stappen:
            for antwoord in stap.antwoorden:
                _answer(terminal, antwoord)
            tellingen.append(
                Telling(
                    stap.naam,
                    prompts=len(stap.antwoorden),
                    kaal=sum(not antwoord.getypt for antwoord in stap.antwoorden),
                    toetsen=sum(
                        len(antwoord.getypt) + 1 for antwoord in stap.antwoorden
                    ),
                )
            )
        code = terminal.exit_code()
        if scherm:
            print(terminal.all_text)
        if code:
            raise SystemExit(f"{command[0]} ended with {code}\n{terminal.all_text}")
    return tellingen


def _answer(terminal: Terminal, antwoord: Antwoord) -> None:
    terminal.until(lambda: antwoord.vraag in terminal.question, antwoord.vraag)
    before = terminal.times_asked
    terminal.keys(antwoord.getypt, ENTER)
    terminal.until(
        lambda: terminal.times_asked > before or not terminal.is_running,
        f"what comes after {antwoord.vraag}",
    )


def table(variant: str, tellingen: list[Telling]) -> list[str]:
    """The table of one run, as Markdown."""
    eerder, kaal_eerder = EERDER[variant]
    regels = [
        f"| {variant} | before | prompts | bare Enter | keys |",
        "| --- | --- | --- | --- | --- |",
    ]
    regels += [
        f"| {telling.naam} | {eerder[telling.naam]} | {telling.prompts} | {telling.kaal} |"
        f" {telling.toetsen} |"
        for telling in tellingen
    ]
    prompts = sum(telling.prompts for telling in tellingen)
    kaal = sum(telling.kaal for telling in tellingen)
    toetsen = sum(telling.toetsen for telling in tellingen)
    som = sum(eerder.values())
    regels.append(
        f"| **in all** | {som}, {kaal_eerder / som:.0%} bare | **{prompts}** (at most"
        f" {GRENZEN[variant]}) | {kaal} ({kaal / prompts:.0%}, at most {GRENS_KAAL:.0%}) |"
        f" {toetsen} |"
    )
    return regels


def main() -> None:
    """Hold both sessies and print their tables; end with 1 when a bound is passed."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--scherm", action="store_true", help="print the screens too")
    scherm = parser.parse_args().scherm
    is_over = False
    for variant, stappen, leden in (
        ("kort", kort(), "mirthe,kim,tim"),
        ("lang", lang(), "mirthe,kim,tim,noor"),
    ):
        tellingen = hold(variant, stappen, leden, scherm=scherm)
        print("\n".join(table(variant, tellingen)) + "\n")
        prompts = sum(telling.prompts for telling in tellingen)
        kaal = sum(telling.kaal for telling in tellingen)
        is_over |= prompts > GRENZEN[variant] or kaal > prompts * GRENS_KAAL
    sys.exit(is_over)


if __name__ == "__main__":
    main()
