"""A file of the group as text: YAML alone, or Markdown under YAML front matter."""

import re
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any

from intervisie_cli.records import canonical
from intervisie_cli.records.node import Node, YamlFout

MAX_BESTAND = 256 * 1024
NOTULEN = "## Notulen"
_NOTULEN = re.compile(r"^## Notulen[ \t]*$", re.MULTILINE)


class Document:
    """Front matter and what stands below it. *yaml* and *body* are the exact text."""

    def __init__(self, yaml: str, body: str, node: Node, *, is_markdown: bool) -> None:
        self.yaml = yaml
        self.body = body
        self.node = node
        self.is_markdown = is_markdown

    @cached_property
    def data(self) -> dict[str, Any]:
        """The front matter as plain data."""
        data: dict[str, Any] = self.node.data()
        return data

    def line_of(self, *path: str | int) -> int:
        """The line in the file, from 1, at which the part under *path* (or the nearest above it) stands."""
        while path and self.node.at(*path) is None:
            path = path[:-1]
        node = self.node.at(*path)
        return self.yaml.count("\n", 0, node.start if node else 0) + (2 if self.is_markdown else 1)

    def with_data(self, data: Mapping[str, Any], order: Sequence[str] = ()) -> "Document":
        """Give the document with *data* as its front matter and everything else untouched.

        Raises ValueError when the text that comes out would not read back as *data*.
        """
        from intervisie_cli.model.plain import same
        from intervisie_cli.records.edit import rewrites

        for text in rewrites(self.yaml, self.node, data, order):
            try:
                node = read_yaml(text)
            except YamlFout:
                continue
            if same(node.data(), dict(data)):
                return Document(text, self.body, node, is_markdown=self.is_markdown)
        raise ValueError("does not survive a round trip")

    def with_comments(self, comments: Sequence[str]) -> "Document":
        """Give the document with more comments, on lines of their own below its data. Raises YamlFout."""
        yaml = self.yaml + "".join(f"{comment}\n" for comment in comments)
        return Document(yaml, self.body, read_yaml(yaml), is_markdown=self.is_markdown)

    def with_body(self, body: str) -> "Document":
        """Give the document with another *body*."""
        return Document(self.yaml, body, self.node, is_markdown=self.is_markdown)

    @property
    def notulen(self) -> str:
        """What stands under the heading `## Notulen`, or the whole body without one."""
        match = _NOTULEN.search(self.body)
        return (self.body[match.end() :] if match else self.body).strip("\n")

    def with_notulen(self, text: str) -> "Document":
        """Give the document with *text* under its heading `## Notulen`."""
        match = _NOTULEN.search(self.body)
        head = self.body[: match.end()] if match else NOTULEN
        return self.with_body(f"{head}\n\n{text}\n" if text else f"{head}\n")

    def text(self) -> str:
        """The whole file."""
        return f"---\n{self.yaml}---\n{self.body}" if self.is_markdown else self.yaml


def decode(raw: bytes) -> str:
    """Read the bytes of a file as text with LF line ends. Raises YamlFout."""
    if len(raw) > MAX_BESTAND:
        raise YamlFout(f"te groot (meer dan {MAX_BESTAND // 1024} KiB)", 1)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise YamlFout("dit is geen UTF-8-tekst", raw.count(b"\n", 0, error.start) + 1) from None
    return text.replace("\r\n", "\n")


def read_yaml(text: str) -> Node:
    """Read one YAML mapping. Raises YamlFout."""
    node = canonical.parse(text)
    if node:
        return node
    documents = read_documents(text)
    if len(documents) != 1 or documents[0].kind != "map":
        raise YamlFout("hier horen regels te staan in de vorm 'sleutel: waarde'", 1)
    return documents[0]


def read_documents(text: str) -> list[Node]:
    """Read every YAML document in *text*, each of any form. Raises YamlFout."""
    chunks = re.split(r"^---\n", text, flags=re.MULTILINE)
    nodes = [canonical.parse(chunk) for chunk in chunks if chunk]
    if nodes and None not in nodes:
        return [node for node in nodes if node]
    from intervisie_cli.records import yaml

    return yaml.parse(text)


def parse_yaml(raw: bytes) -> Document:
    """Read a YAML file. Raises YamlFout."""
    text = decode(raw)
    text += "" if text.endswith("\n") else "\n"
    return Document(text, "", read_yaml(text), is_markdown=False)


def parse_markdown(raw: bytes) -> Document:
    """Read a Markdown file with front matter. Raises YamlFout with a line of the file."""
    text = decode(raw)
    end = text.find("\n---\n", 3) if text.startswith("---\n") else -1
    if end < 0 and text.startswith("---\n") and text.endswith("\n---"):
        text += "\n"
        end = len(text) - 5
    if end < 0:
        raise YamlFout("het blok met gegevens tussen twee regels '---' bovenaan ontbreekt", 1)
    yaml, body = text[4 : end + 1], text[end + 5 :]
    try:
        return Document(yaml, body, read_yaml(yaml), is_markdown=True)
    except YamlFout as error:
        raise YamlFout(error.reden, error.regel + 1) from None


def new_markdown(data: Mapping[str, Any], body: str) -> Document:
    """Make a Markdown document from nothing."""
    from intervisie_cli.records.emit import emit

    yaml = emit(data)
    return Document(yaml, body, read_yaml(yaml), is_markdown=True)


def new_yaml(data: Mapping[str, Any]) -> Document:
    """Make a YAML document from nothing."""
    from intervisie_cli.records.emit import emit

    yaml = emit(data)
    return Document(yaml, "", read_yaml(yaml), is_markdown=False)
