"""Opens the user's own editor: on a file, or on the answer to one question."""

import os
import shlex
import shutil
import subprocess
from glob import escape
from pathlib import Path

from intervisie_cli import system
from intervisie_cli.groep.concept import read_text
from intervisie_cli.model.fouten import IntervisieError, Onderbroken
from intervisie_cli.model.vraag import Klad

_NOEM_ER_EEN = "Noem er een in EDITOR, bijvoorbeeld: export EDITOR=nano"


def edit(path: Path) -> None:
    """Let the user change *path*, and wait until the editor closes.

    Raises IntervisieError without an editor.
    """
    chosen = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""
    try:
        argv = shlex.split(chosen)
    except ValueError:
        raise IntervisieError(
            "De naam van je editor klopt niet.", _NOEM_ER_EEN
        ) from None
    kandidaten = [argv[0]] if argv else ["nano", "vi", "notepad"]
    program = next(filter(None, map(shutil.which, kandidaten)), None)
    if not program:
        raise IntervisieError("Er is geen editor gevonden.", _NOEM_ER_EEN)
    with system.ctrl_c_is_for_the_child():
        subprocess.run([program, *argv[1:], str(path)], check=False)  # noqa: S603 - the user's own


def edit_answer(text: str, klad: Klad, *, is_lang: bool) -> str:
    """Let the user change an answer in a file that only they can read.

    When the window closes meanwhile, the file stays, for the next time that the question is asked.
    Raises IntervisieError without an editor.
    """
    system.write_durable(klad.bestand, f"{text}\n".encode("utf-8", "replace"))
    try:
        edit(klad.bestand)
    except Onderbroken:
        raise
    except IntervisieError:
        klad.bestand.unlink()
        raise
    edited = read_text(klad.bestand)
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
