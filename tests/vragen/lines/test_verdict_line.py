"""A line that begins with a word to choose, and goes on with what is said about it."""

import pytest

from intervisie_cli.model.draaiboek import Veld
from intervisie_cli.model.sleutel import Sleutel
from intervisie_cli.vragen.lines.verdict_line import VerdictLine, chosen
from tests.vragen.voorbeeld import as_texts, context, now, refused, typed

VAN = context("lang", "advisering")
GEGEVEN = typed(VAN, {}, "Doe dit.", "Doe dat.", "")
BEGIN = "Begin met ja, deels of nee; daarachter mag je iets zeggen."


@pytest.mark.parametrize(
    ("getypt", "toepasbaar", "reactie"),
    [
        ("ja", "ja", ""),
        ("j", "ja", ""),
        ("J", "ja", ""),
        ("JA!", "ja", ""),
        ("ja hoor", "ja", "hoor"),
        ("j doe ik", "ja", "doe ik"),
        ("Ja, doe ik.", "ja", "doe ik."),
        ("deels.", "deels", ""),
        ("d", "deels", ""),
        ("deels, niet op maandag", "deels", "niet op maandag"),
        ("Deels: niet op maandag", "deels", "niet op maandag"),
        ("n", "nee", ""),
        ("nee - te duur", "nee", "te duur"),
        ("  nee  te duur ", "nee", "te duur"),
        ("nee, 2 keer geprobeerd", "nee", "2 keer geprobeerd"),
        ("", "", ""),
    ],
)
def test_the_choice_comes_first_and_the_rest_is_the_reaction(
    getypt: str, toepasbaar: str, reactie: str
):
    gegeven = as_texts(typed(VAN, GEGEVEN, getypt))
    assert gegeven["adviezen/kim/0/toepasbaar"] == toepasbaar
    assert gegeven["adviezen/kim/0/reactie"] == reactie


@pytest.mark.parametrize(
    "getypt", ["goed idee", "jazeker", "De docent wil dat niet", "!", "1", "-"]
)
def test_a_line_that_begins_with_none_of_the_words_is_refused(getypt: str):
    assert refused(VAN, GEGEVEN, getypt) == BEGIN


def test_a_line_of_two_lines_is_refused():
    assert refused(VAN, GEGEVEN, "ja\nnee") == "Dit antwoord moet op één regel."


@pytest.mark.parametrize(
    ("toepasbaar", "reactie", "regel"),
    [
        ("ja", "Doe ik.", "ja, Doe ik."),
        ("deels", "", "deels"),
        (True, "Doe ik.", "ja, Doe ik."),
        (False, "", "nee"),
        ("", "", ""),
    ],
)
def test_what_was_said_is_written_as_it_would_be_typed(
    toepasbaar: str | bool, reactie: str, regel: str
):
    """An older record has a true or a false."""
    lijn = now(VAN, GEGEVEN).lijn
    assert lijn
    gezegd = dict(zip(lijn.sleutels, (toepasbaar, reactie), strict=True))
    assert lijn.schrijf(gezegd) == regel


def test_one_that_is_owed_cannot_be_left_empty():
    deel = Veld("a", "keuze", verplicht=True, keuzes=("Ja", "Nee"))
    lijn = VerdictLine(Sleutel("x"), deel, Veld("b", "tekst"))
    assert lijn.bezwaar("").startswith("Begin met Ja of Nee;")
    assert lijn.bezwaar("j") == ""


@pytest.mark.parametrize(
    ("woord", "keuze"),
    [
        ("ja", "ja"),
        ("JA", "ja"),
        ("d", "Deels"),
        ("n", ""),
        ("nee", "nee"),
        ("niet", "niet nu"),
        ("x", ""),
    ],
)
def test_a_word_is_known_by_its_own_beginning(woord: str, keuze: str):
    assert chosen(woord, ("ja", "Deels", "nee", "niet nu")) == keuze
