"""A file of the group as text: YAML alone, or Markdown under YAML front matter."""

import re
from collections.abc import Sequence
from functools import cached_property

from intervisie_cli.model.plain import Data, Item
from intervisie_cli.records import canonical
from intervisie_cli.records.node import Node, YamlFout

MAX_BESTAND = 256 * 1024
NOTULEN = "## Notulen"
# Why a file that another program saved cannot be read, and what to do there.
GEEN_UTF_8 = "niet als UTF-8 bewaard; kies in je editor: opslaan als, codering UTF-8"
_END_OF_FRONT = "\n---\n"
_NOTULEN = re.compile(r"^## Notulen[ \t]*$", re.MULTILINE)


class Document:
    """Front matter and what stands below it. *yaml* and *body* are the exact text."""

    def __init__(
        self,
        yaml: str,
        body: str,
        node: Node,
        *,
        is_markdown: bool,
    ) -> None:
        self.yaml = yaml
        self.body = body
        self.node = node
        self.is_markdown = is_markdown

    @cached_property
    def data(self) -> Data:
        """The front matter as plain data."""
        data: Data = self.node.data()
        return data

    def seen_as(self, data: Data) -> "Document":
        """The same text, to be read as *data* until another part of it is recorded."""
        document = Document(
            self.yaml, self.body, self.node, is_markdown=self.is_markdown
        )
        document.data = data
        return document

    def line_of(self, *path: str | int) -> int:
        """The line in the file, from 1, of the part under *path* or the nearest part above it."""
        node = self.node
        for step in path:
            below = node.at(step)
            if below is None:
                break
            node = below
        line = self.yaml.count("\n", 0, node.start) + 1
        if self.is_markdown:
            line += 1
        return line

    def cut_off_lines(self) -> tuple[int, ...]:
        """The lines of the file where YAML takes the end of a sentence for a comment."""
        from intervisie_cli.records.comments import cut_off

        # The line --- above it counts too.
        extra = int(self.is_markdown)
        return tuple(line + extra for line in cut_off(self.yaml, self.node))

    def with_data(self, data: Item, order: Sequence[str] = ()) -> "Document":
        """Give the document with *data* as its front matter and everything else untouched.

        Raises ValueError when the text that comes out would not read back as *data*.
        """
        from intervisie_cli.model.plain import same
        from intervisie_cli.records.edit import rewrites

        # YAML that somebody wrote can hold constructs that an edit of one value breaks. Reading the
        # outcome back is what tells; only then is a larger part written anew.
        for text in rewrites(self.yaml, self.node, data, order):
            try:
                node = read_yaml(text)
            except YamlFout:
                continue
            if same(node.data(), dict(data)):
                return Document(text, self.body, node, is_markdown=self.is_markdown)
        raise ValueError("does not survive a round trip")

    def with_comments(self, comments: Sequence[str]) -> "Document":
        """Give the document with more comments, on lines of their own below its data.

        Raises YamlFout.
        """
        added = [f"{comment}\n" for comment in comments]
        yaml = self.yaml + "".join(added)
        return Document(yaml, self.body, read_yaml(yaml), is_markdown=self.is_markdown)

    def with_body(self, body: str) -> "Document":
        """Give the document with another *body*."""
        document = Document(self.yaml, body, self.node, is_markdown=self.is_markdown)
        if "data" in vars(self):
            document.data = self.data
        return document

    @property
    def notulen(self) -> str:
        """What stands under the heading `## Notulen`, or the whole body without one."""
        return notulen_in(self.body)

    def with_notulen(self, text: str) -> "Document":
        """Give the document with *text* under its heading `## Notulen`."""
        head = NOTULEN
        match = _NOTULEN.search(self.body)
        if match:
            head = self.body[: match.end()]
        if not text:
            return self.with_body(f"{head}\n")
        return self.with_body(f"{head}\n\n{text}\n")

    def text(self) -> str:
        """The whole file."""
        if not self.is_markdown:
            return self.yaml
        return f"---\n{self.yaml}---\n{self.body}"

    def raw(self) -> bytes:
        """The whole file, as it is written."""
        return self.text().encode()


def notulen_in(body: str) -> str:
    """What stands under the heading `## Notulen` in *body*, or all of it without one."""
    match = _NOTULEN.search(body)
    if match:
        body = body[match.end() :]
    return body.strip("\n")


def decode(raw: bytes) -> str:
    """Read the bytes of a file as text with LF line ends. Raises YamlFout."""
    if len(raw) > MAX_BESTAND:
        raise YamlFout(f"te groot (meer dan {MAX_BESTAND // 1024} KiB)", 1)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise YamlFout(GEEN_UTF_8, line) from None
    return text.replace("\r\n", "\n")


def read_yaml(text: str) -> Node:
    """Read one YAML mapping. Raises YamlFout."""
    # Most files are as we wrote them; then the full parser is not even loaded.
    node = canonical.parse(text)
    if node:
        return node
    documents = read_documents(text)
    if len(documents) != 1 or documents[0].kind != "map":
        raise YamlFout("hier horen regels te staan in de vorm 'sleutel: waarde'", 1)
    return documents[0]


def read_documents(text: str) -> list[Node]:
    """Read every YAML document in *text*, each of any form. Raises YamlFout."""
    nodes = _quick_documents(text)
    if nodes:
        return nodes
    from intervisie_cli.records import yaml

    return yaml.parse(text)


def _quick_documents(text: str) -> list[Node]:
    """Read the documents when all of them are in our own form; none at all when one is not."""
    nodes = []
    for chunk in re.split(r"^---\n", text, flags=re.MULTILINE):
        if not chunk:
            continue
        node = canonical.parse(chunk)
        if not node:
            return []
        nodes.append(node)
    return nodes


def parse_yaml(raw: bytes) -> Document:
    """Read a YAML file. Raises YamlFout."""
    text = decode(raw)
    if not text.endswith("\n"):
        text += "\n"
    return Document(text, "", read_yaml(text), is_markdown=False)


def parse_markdown(raw: bytes) -> Document:
    """Read a Markdown file with front matter. Raises YamlFout with a line of the file."""
    text = decode(raw)
    end = -1
    if text.startswith("---\n"):
        end = text.find(_END_OF_FRONT, 3)
        # Some editors leave out the line end of a file that stops there.
        if end < 0 and text.endswith("\n---"):
            text += "\n"
            end = len(text) - len(_END_OF_FRONT)
    if end < 0:
        raise YamlFout(
            "het blok met gegevens tussen twee regels '---' bovenaan ontbreekt", 1
        )
    yaml = text[4 : end + 1]
    body = text[end + len(_END_OF_FRONT) :]
    try:
        return Document(yaml, body, read_yaml(yaml), is_markdown=True)
    except YamlFout as error:
        # The line --- above it counts too.
        raise YamlFout(error.reden, error.regel + 1) from None


def new_markdown(data: Item, body: str) -> Document:
    """Make a Markdown document from nothing."""
    from intervisie_cli.records.emit import emit

    yaml = emit(data)
    return Document(yaml, body, read_yaml(yaml), is_markdown=True)


def new_yaml(data: Item) -> Document:
    """Make a YAML document from nothing."""
    from intervisie_cli.records.emit import emit

    yaml = emit(data)
    return Document(yaml, "", read_yaml(yaml), is_markdown=False)
