"""What a word names, in any of its forms, also when no text of the writers has it."""

import pytest

from intervisie_cli.taal.lijsten import tabel
from intervisie_cli.taal.telwoorden import telwoorden
from intervisie_cli.taal.verbuiging import gelijk, stam_van, stammen_van
from intervisie_cli.taal.woordsoorten import basis, naamwoord, samengesteld, werkwoord


@pytest.mark.parametrize(
    ("woord", "soort", "vorm"),
    [
        ("bellen", "klaar", "heel"),
        ("bel", "klaar", "persoon"),
        ("belde", "klaar", "persoon"),
        ("gebeld", "klaar", "voltooid"),
        ("inleveren", "klaar", "heel"),
        ("ingeleverd", "klaar", "voltooid"),
        ("aangevraagd", "klaar", "voltooid"),
        ("opgehangen", "klaar", "voltooid"),
        ("loopt", "doen", "persoon"),
        ("schreef", "doen", "persoon"),
        ("geschreven", "doen", "voltooid"),
        ("nadenken", "vaag", "heel"),
        ("doe", "zwak", "persoon"),
        ("gaat", "zwak", "persoon"),
    ],
)
def test_a_form_of_a_verb_has_its_kind(woord: str, soort: str, vorm: str):
    gevonden = werkwoord(woord)
    assert gevonden
    assert (gevonden.soort, gevonden.vorm) == (soort, vorm)


@pytest.mark.parametrize("woord", ["xyzzy", "tafeltje", "q", ""])
def test_what_is_no_verb_is_none(woord: str):
    assert werkwoord(woord) is None


def test_a_part_that_stands_apart_makes_another_verb():
    assert werkwoord("lever", ("in",)) == werkwoord("lever")
    assert samengesteld("pak", "op") == stam_van("oppakken")
    assert samengesteld("pak", "xyzzy") == ""


@pytest.mark.parametrize(
    ("woord", "soort"),
    [
        ("verslag", "product"),
        ("huurcontract", "product"),
        ("motivatiebrief", "product"),
        ("contracten", "product"),
        ("motivatie", "abstract"),
        ("docent", "mens"),
        ("bladzijde", "maat"),
        ("vakantie", "moment"),
        ("xyzzy", ""),
    ],
)
def test_a_noun_has_its_kind_also_as_the_end_of_a_compound(woord: str, soort: str):
    assert naamwoord(woord) == soort


@pytest.mark.parametrize("vorm", ["oppakken", "opgepakt", "oppakte"])
def test_all_forms_of_a_verb_have_one_base(vorm: str):
    assert basis(vorm) == basis("oppakken")


def test_one_spelling_for_all_stems():
    assert {gelijk(stam) for stam in ("pakk", "pak")} == {"pak"}
    assert {gelijk(stam) for stam in ("loop", "lop")} == {"lop"}
    assert {gelijk(stam) for stam in ("geev", "gef", "gev")} == {"gef"}


def test_each_verb_is_found_by_its_infinitive():
    for heel in tabel("werkwoordsoorten"):
        assert stam_van(heel) in {stam for stam, _ in stammen_van(heel)}, heel


@pytest.mark.parametrize(
    ("woord", "getal"),
    [
        ("twee", "2"),
        ("dertien", "13"),
        ("eenentwintig", "21"),
        ("negenennegentig", "99"),
        ("eerste", "1e"),
        ("derde", "3e"),
        ("achtste", "8e"),
        ("vijftiende", "15e"),
        ("twintigste", "20e"),
        ("eenendertigste", "31e"),
    ],
)
def test_a_number_in_words_is_one_in_figures(woord: str, getal: str):
    assert telwoorden()[woord] == getal


def test_the_article_is_no_number():
    assert "een" not in telwoorden()
