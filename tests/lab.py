"""A group to break: made once, copied for every break, run in this process, looked over after."""

import io
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest

from intervisie_cli import system
from intervisie_cli.cli import main
from intervisie_cli.git import commit as git_commit
from intervisie_cli.records.document import parse_markdown, read_documents
from tests.conftest import EXAMPLES, Outcome
from tests.fault import crashat

ALLE_PUNTEN = os.environ.get("INTERVISIE_ALLE_PUNTEN") == "1"
"""Read at import, before a test gets its clean environment:
every point of every command, not of `step` alone.
"""

PLACE = "stick/groep.git"
SESSIE = "2026-11-23-kort"
FOLDER = f"sessies/2026/{SESSIE}"
ACCLIMATISERING = f"{FOLDER}/1-acclimatisering.md"
HULPVRAAG = f"{FOLDER}/ronde-1-mirthe/2-hulpvraag-definieren.md"
ADVISERING = f"{FOLDER}/ronde-1-mirthe/3-advisering.md"
SESSIE_YAML = f"{FOLDER}/sessie.yaml"
STEP = ("step", "--antwoorden", "-", "--sessie", SESSIE)
NEW = (
    "new",
    "--kort",
    "--deelnemers",
    "mirthe,kim,tim",
    "--inbrengers",
    "mirthe",
    "--begeleider",
    "tim",
)
# What that makes: sessie.yaml, a file for each step, and the page that a Git host shows.
FILES_OF_NEW = 7
INIT = ("init", "--naam", "Studiegroep", "--leden", "mirthe,kim,tim")
ZONDER_RONDE = ("new", "--kort", "--deelnemers", "mirthe,kim,tim")
WIJZIG = ("wijzig", "--ronde-erbij", "tim", "--tot", "21:00")
GEWIJZIGD = f"Sessie gewijzigd ({SESSIE})"
WEGGEHAALD = f"Sessie teruggenomen ({SESSIE})"
VAN_TIM = f"{FOLDER}/ronde-2-tim/2-hulpvraag-definieren.md"
LID, LID_ERBIJ = ("lid", "erbij", "noor", "Noor B."), "Lid erbij: noor"
VAN_KIM_ZELF = f"{FOLDER}/notulen/kim.md"
NOTITIE = ("notitie", "Tim luistert", "--als", "kim")
HANDWERK = "\nDit schreef Kim er met de hand bij.\n"
VAN_KIM = "\nDit schreef Kim thuis.\n"
VASTGELEGD = f"Hulpvraag definiëren vastgelegd ({SESSIE}, ronde 1)"

ANSWERS = [
    "---\n" + part
    for part in (EXAMPLES / "kort.yaml").read_text(encoding="utf-8").split("---\n")[1:]
]
"""The answers documents of the example, one for each step of the draaiboek kort."""
ACCLIMATISERING_ANSWERS, HULPVRAAG_ANSWERS, ADVISERING_ANSWERS = ANSWERS[:3]


def intervisie(
    folder: Path,
    *argv: str,
    stdin: str | bytes = "",
    env: Mapping[str, str] | None = None,
) -> Outcome:
    """Run a command line in this process: the same entry point, without the start of Python."""
    given = _stream(stdin.encode() if isinstance(stdin, str) else stdin)
    out, err = _stream(), _stream()
    with (
        chdir(folder),
        redirect_stdout(out),
        redirect_stderr(err),
        patch.object(sys, "stdin", given),
        patch.dict(os.environ, env or {}),
    ):
        code = main.run(list(argv))
    return Outcome(code, *(each.buffer.getvalue().decode() for each in (out, err)))


def _stream(raw: bytes = b"") -> io.TextIOWrapper:
    """A stream of a process that stands in no terminal."""
    return io.TextIOWrapper(io.BytesIO(raw), encoding="utf-8", write_through=True)


def must(
    folder: Path,
    *argv: str,
    stdin: str = "",
    env: Mapping[str, str] | None = None,
) -> Outcome:
    """Run a command line that has to succeed."""
    outcome = intervisie(folder, *argv, stdin=stdin, env=env)
    assert outcome.code == 0, outcome
    return outcome


class Killed(BaseException):
    """Stands for the death of the process: no handler of the product sees it."""


def dies_at(
    where: object, name: str, group: Path, *argv: str, stdin: str = "", only: str = ""
) -> None:
    """Run a command line that dies when it calls *name* in *where* (a path ending in *only*)."""
    real = getattr(where, name)

    def die(*args: Any, **kwargs: Any) -> Any:
        if only and not str(args[0]).endswith(only):
            return real(*args, **kwargs)
        raise Killed

    with patch.object(where, name, die), pytest.raises(Killed):
        intervisie(group, *argv, stdin=stdin)


def dies_before_commit(group: Path, *argv: str, stdin: str = "") -> None:
    """Leave a group as when a command is killed with its files written and not committed yet."""
    dies_at(git_commit, "commit", group, *argv, stdin=stdin)
    assert (group / ".git/intervisie/journaal.json").exists()


def dies_after_commit(group: Path, *argv: str, stdin: str = "") -> None:
    """Leave a group as when a command is killed with all done but for the end of its journal."""
    dies_at(system, "remove_durable", group, *argv, stdin=stdin, only="journaal.json")
    assert (group / ".git/intervisie/journaal.json").exists()


class Templates:
    """Prepared groups: each is made when first asked for, and only copies of it are given out."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._states: dict[str, State] = {}

    def copy(self, naam: str, to: Path) -> Path:
        """Copy *naam* to *to*: leeg (no sessie), klaar, een, twee (steps done), handwerk, samen."""
        made = self._folder / naam
        if not made.exists():
            getattr(self, f"_{naam}")(made)
        shutil.copytree(made, to, symlinks=True)
        return to

    def shared(self, naam: str, to: Path) -> tuple[Path, Path]:
        """Copy what two have who share *naam* over the folder stick: to/groep and to/kim."""
        made = self._folder / f"{naam}-gedeeld"
        if not made.exists():
            group, place = self.copy(naam, made / "groep"), str(made / PLACE)
            must(group, "init", "--remote", place, str(group))
            must(made, "init", "--van", place, str(made / "kim"), "--als", "kim")
        shutil.copytree(made, to, symlinks=True, dirs_exist_ok=True)
        clones = to / "groep", to / "kim"
        for clone in clones:
            git(clone, "remote", "set-url", "origin", str(to / PLACE))
        return clones

    def state(self, naam: str) -> "State":
        """What a fresh copy of *naam* holds."""
        if naam not in self._states:
            fresh = self.copy(naam, self._folder / f"{naam}-vers")
            self._states[naam] = State.of(fresh)
        return self._states[naam]

    def _leeg(self, folder: Path) -> None:
        must(self._folder, INIT[0], str(folder), *INIT[1:])

    def _klaar(self, folder: Path) -> None:
        must(self.copy("leeg", folder), *NEW)

    def _een(self, folder: Path) -> None:
        must(self.copy("klaar", folder), *STEP, stdin=ACCLIMATISERING_ANSWERS)

    def _twee(self, folder: Path) -> None:
        must(self.copy("een", folder), *STEP, stdin=HULPVRAAG_ANSWERS)

    def _samen(self, folder: Path) -> None:
        """A group with its place inside it, where Kim changed what was edited here as well."""
        place, kim = folder / ".git/plek.git", self._folder / "kim"
        must(self.copy("een", folder), "init", "--remote", str(place), str(folder))
        must(self._folder, "init", "--van", str(place), str(kim), "--als", "kim")
        for clone, text in ((kim, VAN_KIM), (folder, HANDWERK)):
            path = clone / HULPVRAAG
            path.write_text(path.read_text() + text)
        must(kim, "sync")
        shutil.rmtree(kim)
        git(
            folder, "remote", "set-url", "origin", "./.git/plek.git"
        )  # it is copied along

    def _handwerk(self, folder: Path) -> None:
        path = self.copy("een", folder) / HULPVRAAG
        path.write_text(path.read_text() + HANDWERK)


@dataclass(frozen=True)
class State:
    """Everything of a group that a failure may not touch: its files and its history."""

    files: dict[str, bytes]
    head: str

    @classmethod
    def of(cls, folder: Path) -> "State":
        """Look at a group as it stands."""
        return cls(files_of(folder), git(folder, "rev-parse", "HEAD").strip())

    def losses(self, folder: Path, *but: str) -> Iterator[str]:
        """Name each file, but for *but*, that is not what it was, and the history if it is gone.

        The pages that are made of others change with those.
        """
        now = files_of(folder)
        yield from (
            f"{pad} changed"
            for pad, raw in self.files.items()
            if pad not in but and now.get(pad) != raw and not is_page(pad)
        )
        if ask_git(folder, "merge-base", "--is-ancestor", self.head, "HEAD").returncode:
            yield "the history changed"


def flat(text: str) -> str:
    """The words of a text, wherever its lines are broken."""
    return " ".join(text.split())


def is_page(pad: str) -> bool:
    """Whether a file is one that a Git host shows, and the program makes."""
    return pad.endswith("README.md")


def files_of(folder: Path) -> dict[str, bytes]:
    """All files of the work tree."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and ".git" not in path.relative_to(folder).parts
    }


def ask_git(
    folder: Path, *args: str, stdin: str = ""
) -> subprocess.CompletedProcess[str]:
    """Run plain git, as a user would."""
    return subprocess.run(
        ["git", *args],
        cwd=folder,
        capture_output=True,
        text=True,
        input=stdin,
        check=False,
    )


def git(folder: Path, *args: str, stdin: str = "") -> str:
    """Run plain git, which has to succeed, and give its output."""
    done = ask_git(folder, *args, stdin=stdin)
    assert done.returncode == 0, f"git {' '.join(args)}: {done.stderr}"
    return done.stdout


def subjects(folder: Path) -> list[str]:
    """The subjects of all commits, the newest first."""
    return git(folder, "log", "--format=%s").splitlines()


def committed(folder: Path, pad: str, commit: str = "HEAD") -> bytes | None:
    """The content of a file in a commit, None when it is not in it."""
    done = subprocess.run(
        ["git", "cat-file", "blob", f"{commit}:{pad}"],
        cwd=folder,
        capture_output=True,
        check=False,
    )
    return None if done.returncode else done.stdout


def holds(raw: bytes, answers: str) -> bool:
    """Whether a step file holds every answer of the document."""
    document = parse_markdown(raw)
    (wanted,) = (node.data() for node in read_documents(answers))
    notulen = wanted.pop("notulen", "")
    return holds_all(document.data, wanted) and notulen.strip() in document.notulen


def holds_all(got: Any, wanted: Any) -> bool:
    if isinstance(wanted, dict):
        return isinstance(got, dict) and all(
            holds_all(got.get(key), value) for key, value in wanted.items()
        )
    if isinstance(wanted, list):
        return (
            isinstance(got, list)
            and len(got) == len(wanted)
            and all(map(holds_all, got, wanted))
        )
    return bool(got == wanted)


# What may stand among the refs; the last is what this clone and a place last both had.
STANDING = (
    "refs/heads/",
    "refs/remotes/",
    "refs/tags/",
    "refs/intervisie/gedeeld/",
)


def untidy(folder: Path) -> Iterator[str]:
    """Name what is wrong in a group at rest: objects, status, locks, leftovers, journal."""
    fsck = ask_git(folder, "fsck", "--strict", "--no-dangling")
    if fsck.returncode or fsck.stdout or fsck.stderr:
        yield f"fsck: {fsck.stdout}{fsck.stderr}"
    if status := git(folder, "status", "--porcelain"):
        yield f"status: {status}"
    for ref in git(folder, "for-each-ref", "--format=%(refname)").split():
        if not ref.startswith(STANDING):
            yield f"left: {ref}"
    for path in folder.rglob("*"):
        if path.suffix == ".lock" and path.parent.name == "drafts":
            continue  # ours: that it is there says nothing, who holds it does
        if path.suffix in (".lock", ".tmp") or path.name.startswith(
            "fast_import_crash"
        ):
            yield f"left: {path.relative_to(folder)}"
    if (folder / ".git/intervisie/journaal.json").exists():
        yield "the journal is still there"


def breaks(
    binary: Path,
    argv: tuple[str, ...],
    at: int,
    group: Path,
    errno: int | None = None,
    stdin: str = "",
    program: tuple[str, ...] = ("-m", "intervisie_cli"),
    *,
    sticky: bool = False,
    root: Path | None = None,
) -> crashat.Outcome:
    """Run the program in *group* (in the folder above while there is none) and break it at call
    number *at*.

    The calls that count are those in *root*, the group when that is not given.
    """
    try:
        return crashat.run(
            binary,
            [sys.executable, *program, *argv],
            at=at,
            root=root or group,
            env=os.environ,
            errno=errno,
            sticky=sticky,
            cwd=group if group.exists() else group.parent,
            stdin=stdin.encode(),
        )
    except crashat.CannotTrace as reason:
        pytest.skip(str(reason))


def points(total: int, sample: int | None) -> range:
    """The calls to try of *total*: about *sample* of them, spread evenly;
    all for None, or when asked.
    """
    stride = 1 if ALLE_PUNTEN or sample is None else max(1, total // sample)
    return range((stride + 1) // 2, total + 1, stride)
