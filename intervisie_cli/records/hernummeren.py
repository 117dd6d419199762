"""Gives a sessie that was copied ids of its own: else each actie in it is there twice."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from intervisie_cli.model.namen import is_id
from intervisie_cli.records.document import parse_markdown, parse_yaml
from intervisie_cli.records.node import YamlFout

# Items under these keys tell of something that is recorded elsewhere, or have a name for an id.
_VAN_ELDERS = frozenset(["terugblik", "afspraken_gehouden", "stappen", "leden"])


def renumbered(
    raws: Mapping[str, bytes], new_id: Callable[[int], str]
) -> dict[str, bytes]:
    """The files of one sessie, path → content, with another id for all that they record.

    What they tell of other sessies keeps its id; a file that cannot be read stays as it is.
    """
    eigen: set[str] = set()
    for pad, raw in raws.items():
        eigen.update(_ids_in(pad, raw))
    if not eigen:
        return dict(raws)
    nieuw = {}
    for oud in sorted(eigen):
        nieuw[oud] = new_id(len(oud))
    een_ervan = "|".join(nieuw)
    pattern = re.compile(rf"(?<![a-z0-9])({een_ervan})(?![a-z0-9])".encode())

    def other(match: "re.Match[bytes]") -> bytes:
        return nieuw[match[1].decode()].encode()

    return {pad: pattern.sub(other, raw) for pad, raw in raws.items()}


def _ids_in(pad: str, raw: bytes) -> Iterator[str]:
    parse = parse_yaml if pad.endswith(".yaml") else parse_markdown
    try:
        data = parse(raw).data
    except YamlFout:
        return
    yield from _recorded(data)


def _recorded(waarde: Any) -> Iterator[str]:
    """The ids of what is recorded in a value, at any depth."""
    if isinstance(waarde, list):
        for deel in waarde:
            yield from _recorded(deel)
    elif isinstance(waarde, dict):
        if is_id(waarde.get("id")):
            yield waarde["id"]
        for sleutel, deel in waarde.items():
            if sleutel not in _VAN_ELDERS:
                yield from _recorded(deel)
