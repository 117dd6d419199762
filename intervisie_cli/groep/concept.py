"""Drafts: the answers of a step that is not recorded yet, each durable before the next question.

They stand in the git folder, so they are private to this clone, and nothing but recording removes them.
"""

from contextlib import suppress
from pathlib import Path

from intervisie_cli import system
from intervisie_cli.model.vraag import Antwoorden

SCHEMA = 1


class Concept:
    """The draft of one step.

    *vorige* holds what comes up as a proposal: an answer that was taken back, or text that was being typed.
    """

    def __init__(
        self,
        path: Path,
        begonnen: str,
        antwoorden: Antwoorden | None = None,
        vorige: Antwoorden | None = None,
    ) -> None:
        self.path = path
        self.begonnen = begonnen
        self.antwoorden = antwoorden or {}
        self.vorige = vorige or {}

    def save(self) -> None:
        """Write the draft durably. Raises OSError."""
        import json

        data = {
            "schema": SCHEMA,
            "begonnen": self.begonnen,
            "antwoorden": self.antwoorden,
            "vorige": self.vorige,
        }
        system.write_durable(self.path, json.dumps(data, ensure_ascii=False, indent=1).encode("utf-8", "replace"))

    def take_back(self, sleutel: str) -> None:
        """Open a question again; its answer becomes the proposal."""
        if sleutel in self.antwoorden:
            self.vorige[sleutel] = self.antwoorden.pop(sleutel)

    def take_back_below(self, naam: str) -> None:
        """Open a field and all of its parts again."""
        for sleutel in [s for s in self.antwoorden if s == naam or s.startswith(f"{naam}/")]:
            self.take_back(sleutel)

    def keep_half(self, sleutel: str, text: str) -> None:
        """Keep what is being typed, when it can be."""
        if self.vorige.get(sleutel, "") != text:
            self.vorige[sleutel] = text
            with suppress(OSError):
                self.save()

    @property
    def formulier(self) -> Path:
        """Where the answers stand while they are filled in with an editor."""
        return self.path.with_suffix(".yaml")

    def remove(self) -> None:
        """Forget the draft: what it held is recorded, so one that cannot go does no harm."""
        for path in (self.path, self.formulier):
            with suppress(OSError):
                system.remove_durable(path)


def path_of(private: Path, sessie_id: str, plek_pad: str) -> Path:
    """Where the draft of a step stands."""
    return private / "drafts" / f"{sessie_id}--{plek_pad.replace('/', '--').removesuffix('.md')}.json"


def load(path: Path) -> Concept | None:
    """Read a draft, None when there is none. One that cannot be read is set aside, not lost."""
    if not path.exists():
        return None
    import json

    try:
        data = json.loads(path.read_bytes())
        return Concept(
            path,
            begonnen=str(data["begonnen"]),
            antwoorden=dict(data["antwoorden"]),
            vorige=dict(data["vorige"]),
        )
    except (ValueError, KeyError, TypeError):
        path.replace(path.with_name(f"{path.name}.onleesbaar"))
        return None
