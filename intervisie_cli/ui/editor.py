"""Opens the user's own editor: on a file, or on the answer to one question."""

import os
import shlex
import shutil
import subprocess
import sys
import time
from glob import escape
from pathlib import Path

from intervisie_cli import system
from intervisie_cli.groep.concept import read_text, set_aside
from intervisie_cli.model.fouten import IntervisieError, Onderbroken
from intervisie_cli.model.vraag import Klad
from intervisie_cli.records.document import GEEN_UTF_8
from intervisie_cli.ui.console import Console

_NOEM_ER_EEN = "Noem er een in EDITOR, bijvoorbeeld: export EDITOR=nano"
_WACHT = 'Voortaan wachten? export EDITOR="code --wait"'
# Nobody opens an editor, reads and closes it in less.
_METEEN_S = 1.0


def edit(path: Path, console: Console) -> None:
    """Let the user change *path*, and wait until the editor closes.

    Raises IntervisieError without an editor.
    """
    try:
        argv = shlex.split(_chosen())
    except ValueError:
        raise IntervisieError(
            "De naam van je editor klopt niet.", _NOEM_ER_EEN
        ) from None
    kandidaten = [argv[0]] if argv else ["nano", "vi", "notepad"]
    program = next(filter(None, map(shutil.which, kandidaten)), None)
    if not program:
        raise IntervisieError("Er is geen editor gevonden.", _NOEM_ER_EEN)
    was, begin = _stand(path), time.monotonic()
    with system.ctrl_c_is_for_the_child():
        subprocess.run([program, *argv[1:], str(path)], check=False)  # noqa: S603 - the user's own
    is_meteen = time.monotonic() - begin < _METEEN_S
    if is_meteen and _stand(path) == was and sys.stdin.isatty():
        # The window of such an editor is open still, and nothing is saved yet.
        console.melding(
            f"Je editor kwam meteen terug. Bewaar daar, en druk dan hier op Enter. {_WACHT}"
        )
        sys.stdin.readline()


def has_chosen() -> bool:
    """Whether the user said which editor is theirs."""
    return bool(_chosen())


def _chosen() -> str:
    return os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""


def _stand(path: Path) -> tuple[int, int]:
    """By what is seen that a file was saved."""
    try:
        stat = path.stat()
    except OSError:
        return (0, 0)
    return (stat.st_mtime_ns, stat.st_size)


def edit_answer(
    text: str,
    klad: Klad,
    console: Console,
    *,
    is_lang: bool,
) -> str:
    """Let the user change an answer in a file that only they can read.

    When the window closes meanwhile, the file stays, for the next time that the question is asked.
    Raises IntervisieError without an editor, or when what it saved is no UTF-8.
    """
    system.write_durable(klad.bestand, f"{text}\n".encode("utf-8", "replace"))
    try:
        edit(klad.bestand, console)
    except Onderbroken:
        raise
    except IntervisieError:
        klad.bestand.unlink()
        raise
    try:
        edited = read_text(klad.bestand)
    except UnicodeDecodeError:
        set_aside(klad.bestand)
        raise IntervisieError(
            f"Je tekst is {GEEN_UTF_8}.",
            "Ze is bewaard; zoek haar met: intervisie doctor",
        ) from None
    if edited is None:
        return text  # an editor that removed its file says nothing
    if not is_lang:
        edited = " ".join(edited.split())
    klad.bewaar(edited)
    klad.bestand.unlink()
    for spare in klad.bestand.parent.glob(f"*{escape(klad.bestand.name)}*~"):
        spare.unlink()  # what the editor kept of the text before it wrote
    return edited


class Los:
    """What is typed at a question that stands on its own: kept as long as the question."""

    def __init__(self, bestand: Path) -> None:
        self.bestand = bestand
        self.text = ""

    def bewaar(self, text: str) -> None:
        """Keep the text so far."""
        self.text = text
