"""groep.yaml and sessie.yaml come back as they were written,
and a broken one is refused with its line.
"""

from datetime import date
from typing import Any

import pytest

from intervisie_cli.model.sessie import Groep, Lid, Ronde, Sessie
from intervisie_cli.records import groep as groep_yaml
from intervisie_cli.records import sessie as sessie_yaml
from intervisie_cli.records.document import new_yaml
from intervisie_cli.records.node import YamlFout

GROEP = Groep(
    "Studiegroep: 'dinsdag' #1",
    (Lid("mirthe"), Lid("kim", "Kim de Boer"), Lid("tim", "null")),
)
SESSIE = Sessie(
    id="s" * 16,
    map="sessies/2026/2026-11-23-rust",
    draaiboek="lang",
    datum=date(2026, 11, 23),
    thema="Rust: en 'ruimte'",
    deelnemers=("mirthe", "kim", "tim"),
    begeleider="tim",
    notulist="kim",
    opname=True,
    rondes=(Ronde("r" * 8, 1, "mirthe"), Ronde("12345678", 2, "kim")),
    samen=("evaluatie",),
    tot="20:30",
)
ODD: list[Any] = [
    None,
    True,
    0,
    5,
    "",
    "los",
    "2026-02-31",
    "../x",
    [],
    {},
    [None],
    [5],
    ["los"],
    [[]],
    [{}],
    {"a": 1},
]


def test_a_group_comes_back_as_it_was_written():
    assert groep_yaml.parse(groep_yaml.new(GROEP).text().encode()) == GROEP


@pytest.mark.parametrize(
    "change",
    [
        {},
        {"thema": "", "begeleider": "", "samen": (), "tot": "", "opname": False},
        {"notulist": "individueel"},
    ],
)
def test_a_sessie_comes_back_as_it_was_written(change: dict[str, Any]):
    sessie = SESSIE._replace(**change)
    assert (
        sessie_yaml.parse(sessie_yaml.new(sessie).text().encode(), sessie.map) == sessie
    )


def test_a_group_may_be_written_by_hand():
    text = "# van ons\nnaam: Wij\nschema: 1\nleden: [mirthe, {id: kim, naam: Kim}]\nkleur: rood\n"
    assert groep_yaml.parse(text.encode()) == Groep(
        "Wij", (Lid("mirthe"), Lid("kim", "Kim"))
    )


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("naam: x\nleden: [a]\n", 1),
        ("naam: x\nschema: ja\nleden: [a]\n", 2),
        ("schema: 1\nleden: []\n", 2),
        ("schema: 1\nleden:\n  - id: kim\n  - id: Kim\n", 4),
        ("schema: 1\nleden:\n  - id: kim\n  - naam: Kim\n", 4),
        ("schema: 1\nleden:\n  - kim\n  - tim\n  - id: kim\n", 5),
    ],
)
def test_a_broken_group_is_refused_with_its_line(text: str, line: int):
    with pytest.raises(YamlFout) as caught:
        groep_yaml.parse(text.encode())
    assert caught.value.regel == line


@pytest.mark.parametrize(
    "sleutel", ["schema", "id", "draaiboek", "datum", "deelnemers", "rondes"]
)
def test_a_sessie_without_what_it_needs_is_refused_by_name(sleutel: str):
    data = {
        naam: waarde
        for naam, waarde in sessie_yaml.new(SESSIE).data.items()
        if naam != sleutel
    }
    with pytest.raises(YamlFout, match=f"'{sleutel}'"):
        sessie_yaml.parse(new_yaml(data).text().encode(), "x")


@pytest.mark.parametrize("odd", ODD, ids=str)
def test_any_odd_value_is_refused_with_a_line_or_taken_for_none(odd: Any):
    for parse, document in (
        (lambda raw: sessie_yaml.parse(raw, "x"), sessie_yaml.new(SESSIE)),
        (groep_yaml.parse, groep_yaml.new(GROEP)),
    ):
        for sleutel in document.data:
            lines = []
            try:
                parse(new_yaml(document.data | {sleutel: odd}).text().encode())
            except YamlFout as fout:
                lines.append(fout.regel)
            assert all(line >= 1 for line in lines)


def test_an_inbrenger_who_does_not_take_part_is_refused():
    data = sessie_yaml.new(SESSIE).data | {
        "rondes": [{"id": "r" * 8, "inbrenger": "piet"}]
    }
    with pytest.raises(YamlFout, match="doet niet mee"):
        sessie_yaml.parse(new_yaml(data).text().encode(), "x")
