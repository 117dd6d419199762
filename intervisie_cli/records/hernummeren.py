"""Gives a sessie that was copied ids of its own: else each actie in it is there twice."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from intervisie_cli.model.namen import is_id
from intervisie_cli.records.document import parse_markdown, parse_yaml
from intervisie_cli.records.node import YamlFout

# Items under these keys tell of something that is recorded elsewhere, or have a name for an id.
_VAN_ELDERS = frozenset(["terugblik", "afspraken_gehouden", "stappen", "leden"])
# Where an id stands, or a path that holds one. A hand can give an item an id that is a word too, so
# what people wrote is not looked through for it.
_MET_ID = re.compile(rb"(?<![\w-])(?:id|na|vervolg_op|pad): *[\"']?[a-z0-9/_-]+")
_IN_WAARDE = re.compile(rb"(?<=[ /:\"'])[a-z0-9]+(?![a-z0-9:])")


def renumbered(
    raws: Mapping[str, bytes], new_id: Callable[[int], str]
) -> dict[str, bytes]:
    """The files of one sessie, path → content, with another id for all that they record.

    What they tell of other sessies keeps its id; a file that cannot be read stays as it is.
    """
    eigen: set[str] = set()
    for pad, raw in raws.items():
        eigen.update(_ids_in(pad, raw))
    nieuw = {}
    for oud in sorted(eigen):
        nieuw[oud.encode()] = new_id(len(oud)).encode()

    def other(match: "re.Match[bytes]") -> bytes:
        def anew(deel: "re.Match[bytes]") -> bytes:
            id_ = deel[0]
            return nieuw.get(id_, id_)

        return _IN_WAARDE.sub(anew, match[0])

    return {pad: _MET_ID.sub(other, raw) for pad, raw in raws.items()}


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
