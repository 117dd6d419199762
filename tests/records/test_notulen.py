"""Own notulen as text: a note comes below its heading, and every other character stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intervisie_cli.groep import draaiboeken
from intervisie_cli.model.draaiboek import Draaiboek
from intervisie_cli.model.namen import is_group_path, whose_notulen
from intervisie_cli.model.notitie import Notitie
from intervisie_cli.model.sessie import Groep, Lid, Plek, Ronde, plekken
from intervisie_cli.records.notulen import (
    notities,
    with_heading,
    with_note,
    without_empty_heading,
)

GROEP = Groep("Studiegroep", (Lid("mirthe", "Mirthe"), Lid("kim"), Lid("tim")))
RONDES = (Ronde("r1", 1, "mirthe"), Ronde("r2", 2, "tim"))
LANG = draaiboeken.load(None, "lang")
PLEKKEN = plekken(LANG, RONDES)
BEGIN, ADVIES, EVALUATIE = (
    next(plek for plek in PLEKKEN if plek.verwijzing == naam)
    for naam in ("acclimatisering", "1/advisering", "2/evaluatie")
)
BY_HAND = """\
# Mijn eigen titel

Zomaar een alinea.\x20\x20

## Boodschappen

- melk
<!-- niet vergeten -->

## Advisering, ronde 1 (Mirthe de B.)

Kim zei:
### tussenkop
- begin klein


## Iets anders
slot zonder regeleinde"""


def note(tekst: str, plek: Plek, notitie: str) -> str:
    return with_note(tekst, PLEKKEN, plek, GROEP, notitie)


def read(tekst: str) -> list[tuple[str, str]]:
    gelezen = notities("kim", tekst, PLEKKEN, GROEP)
    return [(n.plek.verwijzing if n.plek else "", n.tekst) for n in gelezen]


def test_headings_stand_in_the_order_of_the_steps_whatever_was_noted_first():
    tekst = "# Eigen notulen van Kim\n"
    for plek in (EVALUATIE, BEGIN, ADVIES):
        tekst = note(tekst, plek, "iets")
    assert tekst == (
        "# Eigen notulen van Kim\n\n"
        "## Acclimatisering\n\n- iets\n\n"
        "## Advisering, ronde 1 (Mirthe)\n\n- iets\n\n"
        "## Evaluatie, ronde 2 (Tim)\n\n- iets\n"
    )


def test_a_note_goes_below_the_last_line_of_its_heading():
    tekst = note(note("", ADVIES, "een"), ADVIES, "twee\ndrie\n\nvier")
    assert tekst.endswith("\n\n- een\n- twee\n  drie\n\n  vier\n")
    assert note("## Acclimatisering\nZomaar.\n", BEGIN, "een").endswith(
        "Zomaar.\n\n- een\n"
    )


def test_a_note_that_is_a_list_stays_one_and_no_line_of_a_note_is_a_heading():
    assert note("", BEGIN, "- een\n- twee").endswith("\n\n- een\n- twee\n")
    tekst = note("", BEGIN, "een\n## Advisering, ronde 1\ntwee")
    assert read(tekst) == [
        ("acclimatisering", "- een\n  ## Advisering, ronde 1\n  twee")
    ]


def test_what_stands_there_is_not_noted_twice():
    tekst = note(note("", BEGIN, "een\ntwee"), ADVIES, "een")
    assert note(tekst, BEGIN, "een\ntwee") == tekst
    assert note(tekst, ADVIES, "een") == tekst
    # The first line of another note, and a part of a line, are not the note.
    assert note(tekst, BEGIN, "een") != tekst
    assert note(tekst, ADVIES, "ee") != tekst


def test_what_people_made_of_it_stays_byte_for_byte():
    tekst = note(BY_HAND, ADVIES, "nieuw")
    assert tekst == BY_HAND.replace("- begin klein\n", "- begin klein\n- nieuw\n")
    assert note(BY_HAND, EVALUATIE, "nieuw").startswith(BY_HAND)
    voor = note(BY_HAND, BEGIN, "nieuw")
    assert voor.replace("## Acclimatisering\n\n- nieuw\n\n", "") == BY_HAND


def test_a_heading_that_is_unknown_belongs_to_no_step_and_a_title_is_no_note():
    assert read(BY_HAND) == [
        ("", "Zomaar een alinea."),
        ("", "## Boodschappen\n\n- melk\n<!-- niet vergeten -->"),
        ("1/advisering", "Kim zei:\n### tussenkop\n- begin klein"),
        ("", "## Iets anders\nslot zonder regeleinde"),
    ]


def test_a_note_knows_its_ronde():
    (gelezen,) = notities("kim", note("", ADVIES, "een"), PLEKKEN, GROEP)
    assert gelezen.ronde == RONDES[0]
    assert Notitie("kim", None, "een").ronde is None


def test_a_note_goes_along_with_its_ronde_whatever_the_inbrenger_is_called():
    groep = Groep("Studiegroep", (Lid("kim"), Lid("sb", "Kim Bakker (v.)")))
    eerst = plekken(LANG, (Ronde("r1", 1, "kim"), Ronde("r2", 2, "sb")))
    daarna = plekken(LANG, (Ronde("r2", 1, "sb"), Ronde("r1", 2, "kim")))
    for plek in eerst:
        tekst = with_note("", eerst, plek, groep, "iets")
        (gelezen,) = notities("kim", tekst, daarna, groep)
        assert gelezen.plek
        assert gelezen.plek.stap == plek.stap
        assert (gelezen.ronde and gelezen.ronde.id) == (plek.ronde and plek.ronde.id)


def test_a_heading_nobody_wrote_below_goes_again():
    for plek in (BEGIN, ADVIES, EVALUATIE):
        begin = note("# Titel\n", ADVIES, "een")
        begin = note(begin, BEGIN, "twee") if plek == EVALUATIE else begin
        opened = with_heading(begin, PLEKKEN, plek, GROEP)
        assert without_empty_heading(opened, PLEKKEN, plek, GROEP) == begin


def test_two_steps_with_one_title_are_told_apart():
    eerste, tweede = (
        LANG.stappen[0],
        LANG.stappen[-1]._replace(titel=LANG.stappen[0].titel),
    )
    boek: Draaiboek = LANG._replace(stappen=(eerste, tweede))
    beide = plekken(boek, RONDES)
    tekst = ""
    for plek in beide:
        tekst = with_note(tekst, beide, plek, GROEP, plek.stap.naam)
    gelezen = [(n.plek, n.tekst) for n in notities("kim", tekst, beide, GROEP)]
    assert gelezen == [(plek, f"- {plek.stap.naam}") for plek in beide]


@given(st.text(), st.text(min_size=1).map(str.strip).filter(bool))
def test_whatever_stands_there_a_note_is_put_in_and_nothing_goes(was: str, nieuw: str):
    wordt = note(was, ADVIES, nieuw)
    rest = iter(wordt)
    assert all(char in rest for char in was)
    assert note(wordt, ADVIES, nieuw) == wordt


@pytest.mark.parametrize(
    ("pad", "lid"),
    [
        ("sessies/2026/2026-11-23-kort/notulen/kim.md", "kim"),
        ("notulen/kim.md", "kim"),
        ("sessies/2026/2026-11-23-kort/notulen/nul.md", ""),
        ("sessies/2026/2026-11-23-kort/notulen/Kim.md", ""),
        ("sessies/2026/2026-11-23-kort/notulen/kim.kopie-0123abcd.md", ""),
        ("sessies/2026/2026-11-23-kort/notulen/oud/kim.md", ""),
        ("sessies/2026/2026-11-23-kort/ronde-1-kim/notulen/kim.md", ""),
        ("sjablonen/notulen/kim.md", ""),
    ],
)
def test_the_path_of_own_notulen_says_whose_they_are(pad: str, lid: str):
    assert whose_notulen(pad) == lid
    if lid and pad.startswith("sessies/"):
        assert is_group_path(pad)
