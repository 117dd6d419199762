"""What shows only at the edges of a record: order of keys, comments, ends of files, defaults."""

import re
from typing import Any

import pytest

from intervisie_cli.model.instellingen import Instellingen
from intervisie_cli.records import groep, sessie
from intervisie_cli.records.acties import add_opvolging
from intervisie_cli.records.document import parse_markdown, parse_yaml
from intervisie_cli.records.draaiboek import DraaiboekFout, load
from intervisie_cli.records.merge import merge_files

STAP = "sessies/2026/2026-11-23-kort/1-acclimatisering.md"
FOLDER = "sessies/2026/2026-11-23-kort"
SESSIE = (
    "schema: 1\nid: aaaaaaaaaaaaaaaa\ndraaiboek: kort\ndatum: 2026-11-23\n"
    "deelnemers: [kim, tim]\n"
)


def test_a_file_that_two_began_has_the_comments_and_the_values_of_both():
    ours = b"---\n# van ons\nstap: x\nthema: Rust\n---\n"
    theirs = b"---\nstap: x\n# van hen\nopname: false\n---\n"
    samen = merge_files(STAP, None, ours, theirs, None)
    assert samen.kopie is None
    document = parse_markdown(samen.raw)
    assert document.data == {"stap": "x", "thema": "Rust", "opname": False}
    assert b"# van ons" in samen.raw
    assert b"# van hen" in samen.raw


@pytest.mark.parametrize("raw", [b"---\nstap: x\n---", b"---\nstap: x\n---\n"])
def test_a_file_may_end_at_its_front_matter(raw: bytes):
    document = parse_markdown(raw)
    assert document.data == {"stap": "x"}
    assert document.body == ""


def test_a_new_key_of_a_sessie_comes_where_the_program_writes_it():
    document = parse_yaml(SESSIE.encode() + b"opname: true\nrondes: []\n")
    met = document.with_data(document.data | {"tot": "20:30"}, sessie.ORDER)
    assert b"opname: true\ntot: 20:30\nrondes: []\n" in met.raw().replace(b'"', b"")


def test_who_got_another_handle_brings_in_by_that_one_in_the_folder_of_then():
    raw = (SESSIE + "rondes:\n  - inbrenger: kim\n").encode()
    gelezen, _ = sessie.read(raw, FOLDER, {"kim": "kim-b"})
    [ronde] = gelezen.rondes
    assert (ronde.inbrenger, ronde.map) == ("kim-b", "ronde-1-kim")


def test_a_text_of_more_lines_takes_the_place_of_one_line():
    document = parse_yaml(b"thema: Rust # dat zei Kim\nmeer: 1\n")
    met = document.with_data({"thema": "Rust\nen orde", "meer": 1})
    assert parse_yaml(met.raw()).data == {"thema": "Rust\nen orde", "meer": 1}
    assert b"# dat zei Kim" in met.raw()


@pytest.mark.parametrize(
    ("sleutel", "reden"),
    [
        ("sync", "kan zijn: "),
        ("eerder", "kan zijn: "),
        ("commits", "kan zijn: "),
    ],
)
def test_a_setting_that_means_nothing_names_what_it_can_be(sleutel: str, reden: str):
    raw = (
        f"schema: 1\nnaam: G\nleden: [{{id: kim}}]\ninstellingen: {{{sleutel}: ooit}}\n"
    )
    [(naam, gezegd)] = groep.parse(raw.encode()).instellingen.fouten
    assert naam == sleutel
    keuzes = gezegd.removeprefix(reden).split(", ")
    assert all(re.fullmatch("[a-z-]+", keuze) for keuze in keuzes), gezegd
    assert getattr(Instellingen(), sleutel) in ("", *keuzes)


def test_a_setting_that_is_not_there_is_named_with_the_nearest():
    raw = b"schema: 1\nnaam: G\nleden: [{id: kim}]\ninstellingen: {synk: zelf}\n"
    [fout] = groep.parse(raw).instellingen.fouten
    assert fout == ("synk", "is onbekend; bedoel je 'sync'?")


def boek(**weg: str) -> dict[str, bytes]:
    """A draaiboek of one step, without what *weg* names in its files."""
    hoofd = "schema: 1\nnaam: eigen\ntitel: Eigen\nvoor_wie: ons\n"
    hoofd += "groepsgrootte: {min: 2, max: 4}\nminuten: {max: 30}\n"
    hoofd += "stappen:\n  - {stap: begin, per: sessie}\n"
    stap = "---\nstap: begin\ntitel: Begin\ndoel: Thee.\n---\n"
    files = {"draaiboek.yaml": hoofd, "1-begin.md": stap}
    for naam, regel in weg.items():
        bestand = {"hoofd": "draaiboek.yaml", "stap": "1-begin.md"}[naam]
        assert regel in files[bestand]
        files[bestand] = files[bestand].replace(regel, "")
    return {naam: tekst.encode() for naam, tekst in files.items()}


def test_the_least_of_a_range_may_be_left_out():
    gelezen = load("eigen", boek())
    assert (gelezen.minuten_min, gelezen.minuten_max) == (0, 30)


@pytest.mark.parametrize("regel", ["titel: Begin\n", "doel: Thee.\n", "stap: begin\n"])
def test_a_step_without_what_each_step_says_is_a_fault(regel: str):
    with pytest.raises(DraaiboekFout) as fout:
        load("eigen", boek(stap=regel))
    assert regel.partition(":")[0] in str(fout.value)


LATER: dict[str, Any] = {"id": "bbbb", "datum": "2026-12-01", "status": "bezig"}


@pytest.mark.parametrize(
    ("datum", "is_na"), [("2026-11-30", True), ("2026-12-01", False), (None, True)]
)
def test_what_is_told_of_an_earlier_day_comes_after_what_it_follows(
    datum: str | None, is_na: bool
):
    tekst = "---\nacties:\n  - id: aaaa\n    actie: Lezen\n    opvolging:\n"
    tekst += "      - {id: bbbb, datum: 2026-12-01, status: bezig}\n---\n"
    document = parse_markdown(tekst.encode())
    item = {"status": "gedaan"} | ({"datum": datum} if datum else {})
    met = add_opvolging(document, {"id": "aaaa"}, item, lambda _: "cccc")
    assert met is not None
    laatste = met.data["acties"][0]["opvolging"][-1]
    assert laatste.get("na") == ("bbbb" if is_na else None)


@pytest.mark.parametrize("leeg", ["", "~", "null", "Null", "NULL"])
def test_all_that_yaml_calls_nothing_is_nothing(leeg: str):
    assert parse_yaml(f"thema: {leeg}\n".encode()).data == {"thema": None}


def test_what_is_seen_as_something_else_still_has_its_text():
    document = parse_markdown(b"---\nstap: x # zo\n---\nOud\n").seen_as({"stap": "z"})
    assert document.data == {"stap": "z"}
    assert document.raw() == b"---\nstap: x # zo\n---\nOud\n"
    assert document.line_of("stap") == 2


@pytest.mark.parametrize(
    "raw", [b"a: 1\n# los\n", b"a:\n  - 1\n  # los\n  - 2\n", b"# los\na: 1\n"]
)
def test_a_comment_on_a_line_of_its_own_stays_where_it_stands(raw: bytes):
    document = parse_yaml(raw)
    met = document.with_data(document.data | {"b": 2})
    assert b"# los\n" in met.raw()
    assert parse_yaml(met.raw()).data == document.data | {"b": 2}


@pytest.mark.parametrize("wie", ["groep", "begeleider"])
def test_a_yes_of_each_is_asked_of_members_and_the_key_is_named(wie: str):
    velden = "velden:\n  - naam: akkoord\n    soort: leden\n    vraag: Akkoord?\n    "
    stap = boek(stap="")["1-begin.md"].decode()
    stap = stap.replace("doel: Thee.\n", f"doel: Thee.\n{velden}wie: {wie}\n")
    with pytest.raises(DraaiboekFout) as fout:
        load("eigen", boek() | {"1-begin.md": stap.encode()})
    assert "velden.1.wie" in str(fout.value), str(fout.value)


def test_a_draaiboek_without_steps_is_a_fault():
    hoofd = boek()["draaiboek.yaml"].decode().partition("stappen:")[0]
    with pytest.raises(DraaiboekFout) as fout:
        load("eigen", {"draaiboek.yaml": hoofd.encode()})
    assert "stappen" in str(fout.value)


def test_two_sides_that_cannot_be_merged_both_stay():
    samen = merge_files("foto.png", b"\x00a", b"\x00b", b"\x00c", None)
    assert {samen.raw, samen.kopie} == {b"\x00b", b"\x00c"}


GOED, STUK, ANDERS = (
    b"---\nstap: x\n---\n",
    b"---\nstap: [x\n---\n",
    b"---\na: {b\n---\n",
)


@pytest.mark.parametrize(
    ("ours", "theirs", "raw", "kopie"),
    [
        (GOED, STUK, GOED, STUK),
        (STUK, GOED, GOED, STUK),
        # Each clone chooses the same.
        (STUK, ANDERS, STUK, ANDERS),
        (ANDERS, STUK, STUK, ANDERS),
    ],
)
def test_of_records_that_cannot_be_read_both_stay(
    ours: bytes, theirs: bytes, raw: bytes, kopie: bytes
):
    samen = merge_files(STAP, b"---\nstap: y\n---\n", ours, theirs, None)
    assert (samen.raw, samen.kopie) == (raw, kopie)


def test_who_is_there_for_a_part_comes_where_the_program_writes_it():
    document = parse_yaml(SESSIE.encode() + b"notulist: kim\n")
    er_is = [{"lid": "kim", "van": "20:00"}]
    met = document.with_data(document.data | {"aanwezig": er_is}, sessie.ORDER)
    tekst = met.raw().decode()
    assert (
        tekst.index("deelnemers:") < tekst.index("aanwezig:") < tekst.index("notulist:")
    )


def test_a_ronde_with_a_folder_of_its_own_keeps_it():
    raw = (SESSIE + "rondes:\n  - {inbrenger: kim, map: ronde-1-oud}\n").encode()
    gelezen, _ = sessie.read(raw, FOLDER, {"kim": "kim-b"})
    [ronde] = gelezen.rondes
    assert (ronde.inbrenger, ronde.map) == ("kim-b", "ronde-1-oud")


def test_a_list_of_each_member_in_a_list_names_the_key_that_is_wrong():
    velden = (
        "velden:\n  - naam: dingen\n    soort: lijst\n    vraag: Wat?\n    wie: groep\n"
        "    onderdelen:\n      - {naam: ding, soort: tekst, vraag: Wat?}\n"
        "      - naam: ja\n        soort: lijst\n        vraag: Ja?\n        wie: groep\n"
        "        onderdelen:\n          - {naam: ook, soort: ja-nee, vraag: Ook?}\n"
    )
    stap = (
        boek()["1-begin.md"].decode().replace("doel: Thee.\n", f"doel: Thee.\n{velden}")
    )
    with pytest.raises(DraaiboekFout) as fout:
        load("eigen", boek() | {"1-begin.md": stap.encode()})
    assert "velden.1.onderdelen.2.wie: kan hier alleen zijn" in str(fout.value)
