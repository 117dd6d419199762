"""Other tools that keep a history, with one entry per sessie.

They list the newest 20, and search one word. Each is measured where it is installed (Debian:
taskwarrior, hledger, ripgrep; Python: jrnl, todoman, khal).
"""

import json
import random
import shutil
import subprocess
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from icalendar import Calendar, Component, Event, Todo

from benchmarks.generate import sentence
from benchmarks.speed import Case

Entries = list[tuple[date, str]]
Made = list[tuple[str, list[str]]]


def cases(group: Path, folder: Path, sessions: int, word: str) -> list[Case]:
    """The commands of the peers that are here; their stores come in *folder*."""
    rng = random.Random(1)
    begin = date(2016, 1, 4)
    entries = [
        (
            begin + timedelta(days=number * 3600 // max(sessions, 3600)),
            f"{sentence(rng)}. {sentence(rng)}",
        )
        for number in range(sessions)
    ]
    found = []
    for name, program, make in _PEERS:
        if shutil.which(program):
            place = folder / f"{name}-{sessions}"
            place.mkdir()
            found += [
                Case(f"{name}, {what}", argv, group)
                for what, argv in make(place, entries, word)
            ]
    return found


def _rg(_: Path, __: Entries, word: str) -> Made:
    return [("search", ["sh", "-c", f"rg -l {word} . > /dev/null"])]


def _taskwarrior(place: Path, entries: Entries, word: str) -> Made:
    rc, source = place / "taskrc", place / "import.json"
    rc.write_text(f"data.location={place}\nconfirmation=off\nverbose=nothing\ngc=off\n")
    source.write_text(
        json.dumps(
            [
                {
                    "description": text,
                    "due": f"{day:%Y%m%d}T090000Z",
                    "status": "pending",
                }
                for day, text in entries
            ]
        )
    )
    task = ["task", f"rc:{rc}"]
    subprocess.run([*task, "import", str(source)], check=True, capture_output=True)
    return [
        ("list 20", [*task, "limit:20", "list"]),
        ("search", [*task, f"/{word}/", "limit:20", "list"]),
    ]


def _hledger(place: Path, entries: Entries, word: str) -> Made:
    journal = place / "journal"
    journal.write_text(
        "".join(
            f"{day.isoformat()} {text}\n  plan  1\n  uren\n\n" for day, text in entries
        )
    )
    since = entries[-min(20, len(entries))][0].isoformat()
    register = ["hledger", "-f", str(journal), "register"]
    return [
        ("list 20", [*register, "-b", since]),
        ("search", [*register, f"desc:{word}"]),
    ]


def _jrnl(place: Path, entries: Entries, word: str) -> Made:
    journal, config = place / "journal.txt", place / "config.yaml"
    journal.write_text(
        "".join(f"[{day.isoformat()} 19:00] {text}.\n\n" for day, text in entries)
    )
    config.write_text(
        f"version: v4.6\njournals:\n  default:\n    journal: {journal}\n"
        "defaulthour: 9\ndefaultminute: 0\neditor: ''\nencrypt: false\nhighlight: false\n"
        "indent_character: '|'\nlinewrap: 79\ntagsymbols: '#@'\ntemplate: false\n"
        "timeformat: '%Y-%m-%d %H:%M'\ndisplay_format: short\n"
        "colors:\n  body: none\n  date: none\n  tags: none\n  title: none\n"
    )
    jrnl = ["jrnl", "--config-file", str(config)]
    return [
        ("list 20", [*jrnl, "-n", "20"]),
        ("search", [*jrnl, "-contains", word, "-n", "20"]),
    ]


def _ics(place: Path, entries: Entries, kind: type[Component], when: str) -> None:
    """A calendar file for each entry, in a folder of its own."""
    folder = place / "kalender"
    folder.mkdir()
    for number, (day, text) in enumerate(entries):
        component = kind()
        component.add("uid", f"{number}@bench")
        component.add("dtstamp", datetime(2026, 11, 23, 9, tzinfo=UTC))
        component.add("summary", text)
        component.add(when, datetime(day.year, day.month, day.day, 9, tzinfo=UTC))
        calendar = Calendar()
        calendar.add("version", "2.0")
        calendar.add("prodid", "-//bench//NL")
        calendar.add_component(component)
        (folder / f"{number}.ics").write_bytes(calendar.to_ical())


def _todoman(place: Path, entries: Entries, word: str) -> Made:
    _ics(place, entries, Todo, "due")
    config = place / "config.py"
    config.write_text(
        f'path = "{place}/*"\ncache_path = "{place}/cache.sqlite3"\ndate_format = "%Y-%m-%d"\n'
    )
    todo = ["todo", "--config", str(config), "list"]
    return [("list", todo), ("search", [*todo, "--grep", word])]


def _khal(place: Path, entries: Entries, word: str) -> Made:
    _ics(place, entries, Event, "dtstart")
    config = place / "config"
    config.write_text(
        f"[calendars]\n[[bench]]\npath = {place}/kalender\n"
        f"[sqlite]\npath = {place}/khal.db\n"
        "[locale]\n"
        "timeformat = %H:%M\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\n"
        "datetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n"
    )
    since = entries[-min(20, len(entries))][0].isoformat()
    khal = ["khal", "--config", str(config)]
    return [
        ("list 20", [*khal, "list", since, "3650d"]),
        ("search", [*khal, "search", word]),
    ]


_PEERS: tuple[tuple[str, str, Callable[[Path, Entries, str], Made]], ...] = (
    ("rg", "rg", _rg),
    ("taskwarrior", "task", _taskwarrior),
    ("hledger", "hledger", _hledger),
    ("jrnl", "jrnl", _jrnl),
    ("todoman", "todo", _todoman),
    ("khal", "khal", _khal),
)
