"""Puts a word of its own in each text of the records of a group, to see where it comes out."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

# What is no text of a person: which record it is, who it is about, which of some words, a moment.
_GEEN_TEKST = {
    "aan",
    "afgerond",
    "begeleider",
    "begonnen",
    "datum",
    "gehouden",
    "id",
    "inbrenger",
    "lid",
    "notulist",
    "pad",
    "past",
    "regel",
    "stap",
    "status",
    "toepasbaar",
    "tot",
    "van",
    "vervolg_op",
    "wie",
}
_FRONT = re.compile(r"---\n(.*?)\n---\n(.*)", re.DOTALL)


class Planter:
    """Gives each text a word, and remembers them with where they were put."""

    def __init__(self) -> None:
        self.words: dict[str, str] = {}

    def word(self, where: str) -> str:
        word = f"zaadje{len(self.words):04d}"
        self.words[word] = where
        return word

    def in_group(self, group: Path) -> None:
        """Plant in every step file."""
        for path in sorted((group / "sessies").rglob("*.md")):
            if path.name != "README.md":
                self.in_file(path)

    def in_file(self, path: Path) -> None:
        yaml = YAML(typ="safe")
        yaml.default_flow_style = False
        match = _FRONT.fullmatch(path.read_text(encoding="utf-8"))
        assert match, path
        data = self._planted(yaml.load(match[1]), path.name)
        data["sfeer"] = f"rustig {self.word('an unknown key')}"
        data["weer"] = {"buiten": f"grijs {self.word('an unknown key in another')}"}
        with path.open("w", encoding="utf-8") as file:
            file.write("---\n")
            yaml.dump(data, file)
            file.write(f"---\n{match[2]}")
            if "## Notulen" not in match[2]:
                file.write("## Notulen\n\n")
            file.write(f"- Iemand zei {self.word(f'notulen of {path.name}')}.\n")

    def _planted(self, value: Any, where: str) -> Any:
        if isinstance(value, dict):
            return {
                key: part
                if key in _GEEN_TEKST
                else self._planted(part, f"{where} {key}")
                for key, part in value.items()
            }
        if isinstance(value, list):
            return [self._planted(part, where) for part in value]
        if isinstance(value, str) and value not in ("kim", "tim", "mirthe"):
            return f"{value} {self.word(where)}"
        return value


def missing(words: dict[str, str], text: str) -> Iterator[str]:
    """Where the words stand that are not in a text."""
    for word, where in words.items():
        if word not in text:
            yield where
