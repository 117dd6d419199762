"""sessie.yaml of a sessie that changes while it runs: rondes that come later, have a folder or were
dropped, who is there for a part of it, who leads from outside, and its end.
"""

from typing import Any

import pytest

from intervisie_cli.model.aanwezig import Aanwezig
from intervisie_cli.model.sessie import Ronde, Sessie
from intervisie_cli.records import sessie as sessie_yaml
from intervisie_cli.records.document import new_yaml, parse_yaml
from intervisie_cli.records.node import YamlFout

BASIS = {
    "schema": 1,
    "id": "s" * 16,
    "draaiboek": "kort",
    "datum": "2026-11-23",
    "deelnemers": ["mirthe", "kim", "tim"],
    "notulist": "individueel",
    "opname": False,
}


def parse(**anders: Any) -> Sessie:
    return sessie_yaml.parse(new_yaml(BASIS | anders).raw(), "x")


@pytest.mark.parametrize("anders", [{}, {"rondes": None}, {"rondes": []}])
def test_a_sessie_may_have_no_ronde_yet(anders: dict[str, Any]):
    assert parse(**anders).rondes == ()


def test_a_ronde_keeps_the_folder_that_it_has():
    rondes = parse(
        rondes=[
            {"id": "bbbb", "inbrenger": "kim", "map": "ronde-2-kim"},
            {"id": "aaaa", "inbrenger": "tim"},
        ]
    ).rondes
    assert rondes == (Ronde("bbbb", 1, "kim", "ronde-2-kim"), Ronde("aaaa", 2, "tim"))
    assert [ronde.map for ronde in rondes] == ["ronde-2-kim", "ronde-2-tim"]


@pytest.mark.parametrize(
    "folder",
    ["../x", "/tmp", "notulen", "ronde-1/../..", "Ronde-1", "ronde-1-a\n", "."],
)
def test_a_folder_that_leads_elsewhere_is_refused_with_its_line(folder: str):
    with pytest.raises(YamlFout, match="begint met 'ronde-'") as caught:
        parse(rondes=[{"inbrenger": "kim"}, {"inbrenger": "tim", "map": folder}])
    assert caught.value.regel >= 12


def test_two_rondes_in_one_folder_are_one():
    ronde = {"inbrenger": "tim", "map": "ronde-1-tim"}
    rondes = parse(rondes=[{"id": "aaaa", **ronde}, {"id": "bbbb", **ronde}]).rondes
    assert [ronde.id for ronde in rondes] == ["aaaa"]


@pytest.mark.parametrize(
    ("value", "is_vervallen"),
    [(True, True), ("ja", True), (False, False), ("nee", False)],
)
def test_a_dropped_ronde_is_marked(value: Any, is_vervallen: bool):
    ronde = parse(rondes=[{"inbrenger": "kim", "vervallen": value}]).rondes[0]
    assert ronde.is_vervallen is is_vervallen


def test_only_a_dropped_ronde_may_be_of_who_did_not_come():
    assert parse(rondes=[{"inbrenger": "noor", "vervallen": True}]).rondes
    with pytest.raises(YamlFout, match="doet niet mee"):
        parse(rondes=[{"inbrenger": "noor"}])


def test_more_rondes_than_there_can_be_are_refused():
    with pytest.raises(YamlFout, match="'rondes' is te lang"):
        parse(rondes=[{"inbrenger": "kim"}] * (sessie_yaml.MAX_RONDES + 1))


def test_who_is_there_for_a_part_is_read_and_what_says_nothing_is_passed_over():
    aanwezig = [
        {"id": "aaaa", "lid": "kim", "van": "ronde-1-tim/advisering"},
        {"lid": "tim", "tot": "evaluatie"},
        {"lid": 7, "van": "evaluatie"},
        {"van": "evaluatie"},
        "kim",
        {"lid": "mirthe", "van": ["x"], "tot": {}},
    ]
    assert parse(aanwezig=aanwezig).aanwezig == (
        Aanwezig("aaaa", "kim", "ronde-1-tim/advisering"),
        Aanwezig("", "tim", "", "evaluatie"),
        Aanwezig("", "mirthe"),
    )


@pytest.mark.parametrize("odd", [None, 7, "kim", {}, [[]], [None], [{}] * 2_000])
def test_an_odd_list_of_who_is_there_means_everybody(odd: Any):
    assert parse(aanwezig=odd).aanwezig == ()


@pytest.mark.parametrize(
    ("value", "lid", "naam"),
    [
        ("tim", "tim", ""),
        ({"naam": "Els"}, "", "Els"),
        ({"naam": 7}, "", ""),
        ({}, "", ""),
        (["tim"], "", ""),
    ],
)
def test_who_leads_is_a_member_or_a_name(value: Any, lid: str, naam: str):
    sessie = parse(begeleider=value)
    assert (sessie.begeleider, sessie.begeleider_naam) == (lid, naam)


def test_a_sessie_that_ended_says_so():
    assert parse(afgerond="2026-11-23T20:00:00+01:00", reden="geen tijd").is_afgerond
    assert not parse(afgerond="").is_afgerond


def test_a_change_leaves_comments_and_own_keys_byte_for_byte():
    raw = (
        "# van ons\nschema: 1\nid: aaaaaaaaaaaaaaaa\ndraaiboek: kort   # de korte\n"
        "datum: 2026-11-23\ndeelnemers: [mirthe, kim]\nkleur: rood\nrondes:\n"
        "  - inbrenger: kim   # eerst Kim\n    mijn: 1\n"
    )
    document = parse_yaml(raw.encode())
    nieuw = document.with_data(document.data | {"tot": "21:00"}, sessie_yaml.ORDER)
    assert [
        row for row in nieuw.text().splitlines() if "tot" not in row
    ] == raw.splitlines()
