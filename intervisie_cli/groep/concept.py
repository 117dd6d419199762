"""Drafts: the answers of a step that is not recorded yet, each durable before the next question.

They are in the git folder, so private to this clone, and nothing but recording removes them.
"""

from collections.abc import Collection
from contextlib import suppress
from pathlib import Path
from typing import Any

from intervisie_cli import system
from intervisie_cli.groep.concept_tekst import (
    to_answers,
    to_minuten,
    to_moment,
    to_texts,
)
from intervisie_cli.model.draaiboek import Stap
from intervisie_cli.model.sleutel import Sleutel, lees, said_of
from intervisie_cli.model.vraag import Antwoorden, Wijziging
from intervisie_cli.system import plain
from intervisie_cli.taal.tekst import schoon, zonder_stuurtekens

SCHEMA = 1
# More than anybody types in one step; a larger file is not one of ours.
MAX_BYTES = 16 * 1024 * 1024
MAP = "drafts"
# In the name of a file that was set aside, between its old name and what makes it unique.
OPZIJ_IN_NAAM = ".opzij-"
# The folder for what somebody edited in files that a merge had to write.
OPZIJ_MAP = "opzij"
# In the name of the file that an editor has, between the names of the draft and of the question.
EDITOR_IN_NAAM = "--editor--"
# What reading a file that is no draft of ours runs into.
_ODD = (ValueError, KeyError, TypeError, AttributeError, RecursionError)


class Concept:
    """The draft of one step.

    *stap* says what the keys on disk mean. *basis* tells which content the step file had when the
    draft was begun; see `vingerafdruk`. *vorige* holds what comes up as a proposal: an answer that
    was taken back, or text that was being typed. *vastgelegd* holds the answers that an undo took
    out of the record, and that are in the history. *extra_min* are the minutes that the group gave
    the step beside its own. *gezien* tells what stood in the file as far as this draft took note
    of it, see `has_seen`, and *geweken* what was typed here and gave way to that. *ingevuld* is
    what stands in the file now, *gegeven* what others gave, see `count_as_given`.
    """

    def __init__(
        self,
        path: Path,
        stap: Stap,
        begonnen: str,
        basis: str = "",
        antwoorden: Antwoorden | None = None,
        vorige: Antwoorden | None = None,
        vastgelegd: Antwoorden | None = None,
        extra_min: int = 0,
        gezien: Antwoorden | None = None,
        geweken: Antwoorden | None = None,
    ) -> None:
        self.path = path
        self.stap = stap
        self.begonnen = begonnen
        self.basis = basis
        self.antwoorden = antwoorden or {}
        self.vorige = vorige or {}
        self.vastgelegd = vastgelegd or {}
        self.extra_min = extra_min
        self.gezien = gezien or {}
        self.geweken = geweken or {}
        self.ingevuld: Antwoorden = {}
        self.gegeven: Antwoorden = {}

    def save(self) -> None:
        """Write the draft durably. Raises OSError."""
        import json

        eigen = {
            sleutel: waarde
            for sleutel, waarde in self.antwoorden.items()
            if sleutel not in self.gegeven or self.gegeven[sleutel] != waarde
        }
        data = {
            "schema": SCHEMA,
            "begonnen": self.begonnen,
            "basis": self.basis,
            "antwoorden": to_texts(eigen),
            "vorige": to_texts(self.vorige),
            "vastgelegd": to_texts(self.vastgelegd),
            "extra_min": self.extra_min,
            "gezien": to_texts(self.gezien),
            "geweken": to_texts(self.geweken),
        }
        text = json.dumps(data, ensure_ascii=False, indent=1)
        raw = text.encode("utf-8", "replace")
        # When it was written tells whether an answer was given since a form was filled in.
        if not self._holds(raw):
            system.write_durable(self.path, raw)

    def _holds(self, raw: bytes) -> bool:
        """Whether the draft on disk is this one already."""
        try:
            return plain.read(self.path, MAX_BYTES) == raw
        except OSError:
            return False

    def has_seen(self, sleutel: Sleutel, waarde: Any) -> bool:
        """Whether this draft took note of *waarde* in the file, None for nothing."""
        if waarde is None:
            return sleutel not in self.gezien
        nu = vingerafdruk(repr(waarde).encode())
        return bool(self.gezien.get(sleutel) == nu)

    def see(self, ingevuld: Antwoorden) -> None:
        """Take note of what stands in the file, by fingerprints: others may have given it."""
        for sleutel, waarde in ingevuld.items():
            self.gezien[sleutel] = vingerafdruk(repr(waarde).encode())

    def count_as_given(self, gegeven: Antwoorden) -> None:
        """Count as answered what stands in the file, and keep it out of the draft.

        Whoever gave it may give something else before this draft is opened again.
        """
        self.gegeven = gegeven
        self.count_as_answered(gegeven)

    def count_as_answered(self, gegeven: Antwoorden) -> None:
        """Count what stands in the file as answered, where nothing was answered here.

        Not what is still to be decided or being typed, nor who agreed with other words than those
        given here.
        """
        for sleutel, waarde in gegeven.items():
            half = self.vorige.get(sleutel)
            if half not in (None, "", waarde) and not self.has_seen(sleutel, half):
                continue
            if self.has_other_words(sleutel, self.ingevuld):
                continue
            if sleutel not in self.geweken:
                self.antwoorden.setdefault(sleutel, waarde)

    def has_other_words(self, sleutel: Sleutel, ingevuld: Antwoorden) -> bool:
        """Whether *sleutel* says yes or no to words in the file that are others in this draft."""
        tekst = said_of(sleutel, self.stap)
        if not tekst or self.antwoorden.get(tekst) is None:
            return False
        return bool(self.antwoorden[tekst] != ingevuld.get(tekst))

    def verander(self, wijziging: Wijziging) -> None:
        """Take over what changes in the answers; agreement with old words is none with new ones."""
        was = self.antwoorden
        self.antwoorden = wijziging.toegepast(was)
        for sleutel, waarde in wijziging.erbij.items():
            eerder = (was.get(sleutel), self.ingevuld.get(sleutel))
            if any(eerder) and waarde not in eerder:
                # What comes with the new words, as of an item that moved up, was said of those.
                self.forget_said_of(sleutel, wijziging.erbij)

    def take_back(self, sleutel: Sleutel) -> None:
        """Open a question again; its answer becomes the proposal."""
        if sleutel in self.antwoorden:
            self.vorige[sleutel] = self.antwoorden.pop(sleutel)

    def forget_below(self, naam: str) -> None:
        """Open all parts of a field again, with nothing proposed."""
        van_veld = [eigen for eigen in self.antwoorden if eigen.veld == naam]
        for sleutel in van_veld:
            if sleutel != Sleutel(naam):
                del self.antwoorden[sleutel]

    def forget_said_of(self, tekst: Sleutel, behalve: Collection[Sleutel] = ()) -> None:
        """Forget who agreed with the words at *tekst*, and who did not, with nothing proposed."""
        for gegeven in (self.antwoorden, self.vorige):
            for sleutel in list(gegeven):
                if said_of(sleutel, self.stap) == tekst and sleutel not in behalve:
                    del gegeven[sleutel]

    def take_in_editors(self) -> None:
        """Take in what stood in an editor when its window closed or its process died."""
        for path in self.path.parent.glob(f"{self.path.stem}{EDITOR_IN_NAAM}*.md"):
            text = take_in(path)
            if text:
                sleutel = path.stem.rsplit(EDITOR_IN_NAAM, 1)[1].replace("+", "/")
                self.vorige[lees(sleutel, self.stap)] = text
                self.save()
            path.unlink(missing_ok=True)

    @property
    def form_path(self) -> Path:
        """Where all answers of the step stand while they are filled in with an editor."""
        return self.path.with_suffix(".md")

    def read_formulier(self) -> bytes:
        """What stands in the form by now. Raises NotPlain."""
        return plain.read(self.form_path, MAX_BYTES) or b""

    def is_form_newest(self) -> bool:
        """Whether the form is there, and no answer was given since."""
        return _written_at(self.form_path) > _written_at(self.path)

    def remove(self) -> None:
        """Forget the draft: what it held is recorded, so one that cannot go does no harm."""
        with suppress(OSError):
            system.remove_durable(self.path)
            if self.form_path.exists():
                # Nobody took in what stands there.
                set_aside(self.form_path)


def _written_at(path: Path) -> int:
    """When a file was written, in nanoseconds; 0 when it is not there."""
    return path.stat().st_mtime_ns if path.exists() else 0


def vingerafdruk(raw: bytes | None) -> str:
    """Tell one content of a file from another."""
    import hashlib

    return hashlib.sha256(raw or b"").hexdigest()[:16]


def set_aside(path: Path) -> None:
    """Give a file that is of no use now a name of its own.

    What somebody wrote is never thrown away; `doctor` tells of it.
    """
    path.replace(path.with_name(f"{path.name}{OPZIJ_IN_NAAM}{system.random_id(6)}"))


def read_text(path: Path) -> str | None:
    """What somebody wrote in a file of ours with an editor, as it can be recorded.

    None when it is gone. Raises NotPlain, UnicodeDecodeError.
    """
    raw = plain.read(path, MAX_BYTES)
    if raw is None:
        return None
    return schoon(zonder_stuurtekens(raw.decode("utf-8-sig")))


def take_in(path: Path) -> str:
    """What stands in the file of an editor that was cut off, '' for nothing.

    What is no text is set aside: somebody put it there, or an editor wrote it in its own way.
    """
    try:
        return read_text(path) or ""
    except (plain.NotPlain, UnicodeDecodeError):
        set_aside(path)
        return ""


def is_of(path: Path, stap: Stap, raw: bytes | None) -> bool:
    """Whether the draft at *path* was begun on a file with this content."""
    draft = load(path, stap)
    return draft is not None and draft.basis == vingerafdruk(raw)


def path_of(private: Path, sessie_id: str, plek_pad: str) -> Path:
    """Where the draft of a step stands. Raises NotPlain when the folder of drafts is a link."""
    plain.check_folder(private / MAP)
    # The id, not the folder: a sessie keeps its drafts when its folder gets another name.
    plek = plek_pad.replace("/", "--").removesuffix(".md")
    return private / MAP / f"{sessie_id}--{plek}.json"


def load(path: Path, stap: Stap) -> Concept | None:
    """Read a draft of *stap*, None for none. One that cannot be read is set aside, not lost."""
    import json

    try:
        raw = plain.read(path, MAX_BYTES)
        if raw is None:
            return None
        data = json.loads(raw)
        return Concept(
            path,
            stap,
            begonnen=to_moment(data["begonnen"]),
            basis=str(data["basis"]),
            antwoorden=to_answers(data["antwoorden"], stap),
            vorige=to_answers(data["vorige"], stap),
            vastgelegd=to_answers(data.get("vastgelegd", {}), stap),
            extra_min=to_minuten(data.get("extra_min", 0)),
            gezien=to_answers(data.get("gezien", {}), stap),
            geweken=to_answers(data.get("geweken", {}), stap),
        )
    except (plain.NotPlain, *_ODD):
        set_aside(path)
        return None
