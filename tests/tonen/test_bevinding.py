"""One finding: carets below the words that it is about, however wide the sentence is."""

import pytest

from intervisie_cli.model.bevinding import HINT, LET_OP, Bevinding
from intervisie_cli.tonen.bevinding import regels, uitsnede
from intervisie_cli.ui.console import Console


def test_a_finding_is_told_with_its_words_its_rule_and_what_mends_it(uit: Console):
    vaag = Bevinding("smart-vaag", LET_OP, "Dit is vaag.", "Noem een dag.", 8, 12)
    assert list(regels(uit, vaag, "Ik leer vaak.", "smart-vaag · plan.md:3")) == [
        "let-op: Dit is vaag.",
        "  smart-vaag · plan.md:3",
        "  | Ik leer vaak.",
        "  |         ^^^^",
        "  = Noem een dag.",
    ]


def test_a_finding_about_no_text_has_no_carets(uit: Console):
    bevinding = Bevinding("instelling-onbekend", HINT, "Die is er niet.", "", 0, 0)
    assert list(regels(uit, bevinding, "")) == [
        "hint: Die is er niet.",
    ]


@pytest.mark.parametrize(
    ("tekst", "van", "tot", "breedte", "zin", "strepen"),
    [
        ("een twee drie", 4, 8, 40, "een twee drie", "    ^^^^"),
        ("een\ntwee drie\nvier", 9, 13, 40, "twee drie", "     ^^^^"),
        ("een\ntwee", 2, 6, 40, "een", "  ^"),
        ("een", 3, 3, 40, "een", "   ^"),
        ("aaaaaaaaaa woord bbbbbbbbbb", 11, 16, 15, "…aaa woord bbb…", "     ^^^^^"),
        ("woord bbbbbbbbbbbbbbbbbbbb", 0, 5, 15, "woord bbbbbbbb…", "^^^^^"),
        (
            "aaaaaaaaaaaaaaaaaaaa woord",
            21,
            26,
            15,
            "…aaaaaaaa woord",
            "          ^^^^^",
        ),
        ("aaa lang_lang_lang_lang bbb", 4, 23, 12, "lang_lang_l…", "^" * 12),
    ],
)
def test_the_words_stay_in_view(
    tekst: str, van: int, tot: int, breedte: int, zin: str, strepen: str
):
    assert uitsnede(tekst, van, tot, breedte) == (zin, strepen)
