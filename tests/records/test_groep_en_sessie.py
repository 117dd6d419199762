"""groep.yaml and sessie.yaml come back as they were written,
and a broken one is refused with its line.
"""

from datetime import date
from typing import Any

import pytest

from intervisie_cli.model.draaiboek import Stapvorm
from intervisie_cli.model.sessie import Groep, Lid, Ronde, Sessie
from intervisie_cli.records import groep as groep_yaml
from intervisie_cli.records import sessie as sessie_yaml
from intervisie_cli.records.document import new_yaml, parse_yaml
from intervisie_cli.records.node import YamlFout

WEG = "2026-11-20"
GROEP = Groep(
    "Studiegroep: 'dinsdag' #1",
    (Lid("mirthe"), Lid("kim", "Kim de Boer"), Lid("tim", "null", WEG)),
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
    rondes=(
        Ronde("r" * 8, 1, "mirthe", "ronde-1-mirthe"),
        Ronde("12345678", 2, "kim", "ronde-2-kim"),
    ),
    samen=("evaluatie",),
    tot="20:30",
    stappen=(
        Stapvorm("evaluatie", "Evaluatie: 'kort'", "sessie"),
        Stapvorm("eigen-invulling", "7", "ronde"),
    ),
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
    assert groep_yaml.parse(groep_yaml.new(GROEP).raw()) == GROEP


BY_HAND = """\
# van ons
schema: 1
naam: G   # dinsdag
leden:
  # zij was de eerste
  - id: mirthe   # huis 3
    kleur: rood
  - tim   # los
  - {id: sam, naam: "Sam"}   # kort
  # wie later kwam
  - naam: 'Kim'
    id: kim
instellingen: {}
eigen: [1, 2]
# slot
"""


def changed(*leden: Lid) -> str:
    """What a file that a hand wrote becomes with these members in it."""
    document = parse_yaml(BY_HAND.encode())
    for lid in leden:
        document = groep_yaml.with_lid(document, lid)
    return document.text()


@pytest.mark.parametrize(
    ("lid", "old", "new"),
    [
        (Lid("mirthe", weg=WEG), "rood\n", f"rood\n    weg: {WEG}\n"),
        (Lid("mirthe", "Mirthe V."), "rood\n", "rood\n    naam: Mirthe V.\n"),
        (Lid("tim", weg=WEG), "tim   # los\n", f"id: tim\n    weg: {WEG}\n    # los\n"),
        (
            Lid("sam", "Sam", WEG),
            '{id: sam, naam: "Sam"}   # kort\n',
            f"id: sam\n    naam: Sam\n    weg: {WEG}\n    # kort\n",
        ),
        (Lid("kim", "Kim de B."), "'Kim'", "Kim de B."),
        (Lid("noor"), "id: kim\n", "id: kim\n  - id: noor\n"),
        (Lid("tim"), "", ""),
    ],
)
def test_what_changes_of_a_member_leaves_the_rest_byte_for_byte(
    lid: Lid, old: str, new: str
):
    assert changed(lid) == BY_HAND.replace(old, new, 1)


def test_who_comes_back_stands_there_as_before():
    assert changed(Lid("mirthe", weg=WEG), Lid("mirthe")) == BY_HAND


@pytest.mark.parametrize("weg", ["null", "false", "''", "[]"])
def test_a_member_of_today_may_say_so(weg: str):
    raw = f"schema: 1\nleden:\n- {{id: kim, weg: {weg}}}\n".encode()
    assert groep_yaml.parse(raw).huidige_leden == (Lid("kim"),)


@pytest.mark.parametrize(
    ("weg", "sinds"),
    [
        (WEG, WEG),
        ("vorige week", "vorige week"),
        ("true", "onbekend"),
        ("7", "onbekend"),
        ("[a]", "onbekend"),
    ],
)
def test_a_day_of_leaving_that_is_none_still_means_that_they_left(weg: str, sinds: str):
    raw = f"schema: 1\nleden:\n- {{id: kim, weg: {weg}}}\n- tim\n".encode()
    groep = groep_yaml.parse(raw)
    assert groep.oud_leden == (Lid("kim", weg=sinds),)
    assert groep.huidige_leden == (Lid("tim"),)
    renamed = groep_yaml.with_lid(parse_yaml(raw), Lid("kim", "Kim", sinds))
    assert groep_yaml.parse(renamed.raw()).lid("kim") == Lid("kim", "Kim", sinds)
    assert renamed.data["leden"][0]["weg"] == parse_yaml(raw).data["leden"][0]["weg"]


@pytest.mark.parametrize(
    "change",
    [
        {},
        {"thema": "", "begeleider": "", "tot": "", "opname": False},
        {"notulist": "individueel"},
    ],
)
def test_a_sessie_comes_back_as_it_was_written(change: dict[str, Any]):
    sessie = SESSIE._replace(**change)
    assert sessie_yaml.parse(sessie_yaml.new(sessie).raw(), sessie.map) == sessie


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
    "sleutel", ["schema", "id", "draaiboek", "datum", "deelnemers"]
)
def test_a_sessie_without_what_it_needs_is_refused_by_name(sleutel: str):
    data = {
        naam: waarde
        for naam, waarde in sessie_yaml.new(SESSIE).data.items()
        if naam != sleutel
    }
    with pytest.raises(YamlFout, match=f"'{sleutel}'"):
        sessie_yaml.parse(new_yaml(data).raw(), "x")


@pytest.mark.parametrize("odd", ODD, ids=str)
def test_any_odd_value_is_refused_with_a_line_or_taken_for_none(odd: Any):
    for parse, document in (
        (lambda raw: sessie_yaml.parse(raw, "x"), sessie_yaml.new(SESSIE)),
        (groep_yaml.parse, groep_yaml.new(GROEP)),
    ):
        for sleutel in document.data:
            lines = []
            try:
                parse(new_yaml(document.data | {sleutel: odd}).raw())
            except YamlFout as fout:
                lines.append(fout.regel)
            assert all(line >= 1 for line in lines)


def test_an_inbrenger_who_does_not_take_part_is_refused():
    data = sessie_yaml.new(SESSIE).data | {
        "rondes": [{"id": "r" * 8, "inbrenger": "piet"}]
    }
    with pytest.raises(YamlFout, match="doet niet mee"):
        sessie_yaml.parse(new_yaml(data).raw(), "x")


@pytest.mark.parametrize(
    "step",
    ["los", {}, {"id": "../x", "per": "ronde"}, {"id": "x", "per": "dag"}, {"id": "x"}],
    ids=str,
)
def test_a_step_whose_file_could_not_be_found_is_refused_with_its_line(step: Any):
    data = sessie_yaml.new(SESSIE).data
    data |= {"stappen": [*data["stappen"], step]}
    document = new_yaml(data)
    with pytest.raises(YamlFout, match="een stap heeft een 'id'") as caught:
        sessie_yaml.parse(document.raw(), "x")
    assert caught.value.regel == document.line_of("stappen", 2)


def test_a_title_that_cannot_be_one_gives_way_to_the_name_of_the_step():
    for titel in (None, 5, "twee\nregels", "\x1b[31m"):
        stap = {"id": "evaluatie", "titel": titel, "per": "ronde"}
        data = sessie_yaml.new(SESSIE).data | {"stappen": [stap]}
        sessie = sessie_yaml.parse(new_yaml(data).raw(), "x")
        assert sessie.stappen == (Stapvorm("evaluatie", "evaluatie", "ronde"),)
