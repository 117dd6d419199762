"""A line of yes or no about all at once: agreement is given, and a no is never swallowed."""

import pytest

from intervisie_cli.model.sessie import Groep, Lid
from intervisie_cli.model.sleutel import Sleutel
from intervisie_cli.vragen.lines.all_line import AllLine, Cel
from tests.vragen.voorbeeld import GROEP

LEDEN = ("mirthe", "kim", "tim")


def line(
    leden: tuple[str, ...] = LEDEN,
    items: int = 0,
    groep: Groep = GROEP,
    *,
    verplicht: bool = False,
) -> AllLine:
    """A line about *items*, or about one thing, of each of *leden* or of one who is not named."""
    cellen = [
        Cel(Sleutel("x", lid or "-", nummer), lid, nummer)
        for nummer in (range(1, items + 1) if items else (0,))
        for lid in leden or ("",)
    ]
    return AllLine(tuple(cellen), groep, verplicht)


def no_of(lijn: AllLine, getypt: str) -> list[str]:
    """Which cells a line says no to, as 'kim 1'."""
    assert lijn.bezwaar(getypt) == ""
    erbij = lijn.lees(getypt, {}).erbij
    assert set(erbij) == set(lijn.sleutels)
    assert all(isinstance(waarde, bool) for waarde in erbij.values())
    return [
        f"{cel.lid} {cel.nummer or ''}".strip()
        for cel in lijn.cellen
        if not erbij[cel.sleutel]
    ]


@pytest.mark.parametrize(
    "getypt",
    ["a", "A", "alle", "Allemaal", " iedereen ", "j", "ja", "JA", "jaa hoor", "alles"],
)
def test_one_word_says_yes_to_all(getypt: str):
    for lijn in (line(), line(items=3), line(()), line((), 2), line(("kim",))):
        assert no_of(lijn, getypt) == []


@pytest.mark.parametrize("getypt", ["n", "N", "nee", "Niemand", "geen"])
def test_one_word_says_no_to_all(getypt: str):
    assert no_of(line(), getypt) == ["mirthe", "kim", "tim"]
    assert no_of(line(()), getypt) == [""]
    assert no_of(line(items=1), getypt) == ["mirthe 1", "kim 1", "tim 1"]


@pytest.mark.parametrize("leden", [(), ("kim",)])
def test_a_bare_no_to_more_than_one_asks_which(leden: tuple[str, ...]):
    """Who finds one thing too vague does not turn down the whole plan."""
    for getypt in ("n", "nee"):
        assert line(leden, 2).bezwaar(getypt).startswith("Wat niet? Typ de nummers.")
    assert len(no_of(line(leden, 2), "nee, alles")) == 2


def test_a_no_in_between_says_what_the_rest_is():
    assert line(items=1).nagezegd("kim") == "nee: Kim; de rest: ja. Klopt dat niet? ^T"
    alleen = line(("kim",), 3)
    assert alleen.nagezegd("2") == "nee: 2; de rest: ja. Klopt dat niet? ^T"
    assert alleen.nagezegd("kim 2") == alleen.nagezegd("2")
    assert alleen.nagezegd("alleen 2 niet") == alleen.nagezegd("2")
    waarom = alleen.bezwaar("2 donderdag lukt pas om 10 uur")
    assert waarom.startswith("Typ alleen het nummer. Waarom? Dat zeg je in de call.")
    assert alleen.nagezegd("a") == alleen.nagezegd("nee, alles") == ""


@pytest.mark.parametrize("getypt", ["nee, a", "nee alles", "nee, allemaal", "geen"])
def test_all_after_a_no_is_no_yes(getypt: str):
    assert no_of(line((), 2), getypt) == ["1", "2"]
    assert no_of(line(items=1), getypt) == ["mirthe 1", "kim 1", "tim 1"]


@pytest.mark.parametrize(
    "getypt", ["a", "n", "nee", "Niemand", "niemand twijfelt", "nee, niemand"]
)
def test_where_the_question_is_who_doubts_nobody_is_a_yes_of_all(getypt: str):
    for items in (0, 1, 2):
        assert no_of(line(items=items)._replace(om_twijfel=True), getypt) == []


@pytest.mark.parametrize("getypt", ["kim", "kim twijfelt", "Kim twijfelt aan actie 1"])
def test_where_the_question_is_who_doubts_a_name_is_who_does(getypt: str):
    lijn = line(items=1)._replace(om_twijfel=True)
    assert no_of(lijn, getypt) == ["kim 1"]
    assert lijn.schrijf(dict(lijn.lees(getypt, {}).erbij)) == "Kim"


def test_a_yes_to_who_doubts_asks_for_the_name_and_is_no_member_of_that_name():
    met_jan = Groep("groep", (*GROEP.leden, Lid("jan", "Jan")))
    lijn = line((*LEDEN, "jan"), groep=met_jan)._replace(om_twijfel=True)
    assert lijn.bezwaar("ja").startswith("Wie twijfelt er? Typ nee als niemand")
    assert no_of(lijn, "jan") == ["jan"]


def test_a_name_of_two_words_is_one_name():
    met_anna = Groep("groep", (*GROEP.leden, Lid("anna", "Anna Lotte")))
    assert no_of(line((*LEDEN, "anna"), groep=met_anna), "anna lotte") == ["anna"]
    assert line().bezwaar("kim tim").startswith("Zet een komma tussen twee namen.")


@pytest.mark.parametrize("getypt", ["", "iedereen", "alles", "kim niet", "x"])
def test_where_the_question_is_who_doubts_what_could_mean_both_is_refused(getypt: str):
    lijn = line()._replace(om_twijfel=True)
    assert lijn.bezwaar(getypt) == "Typ nee als niemand twijfelt, of wie, zoals: tim"


def test_one_who_is_asked_alone_doubts_with_a_yes():
    lijn = line(("kim",), 1)._replace(om_twijfel=True)
    assert no_of(lijn, "j") == ["kim 1"]
    assert no_of(lijn, "n") == []


def test_a_reason_is_refused_and_not_left_out():
    gezegd = line(items=2).bezwaar("kim 1 want 3x is te veel")
    assert gezegd.startswith("Een reden kan in een notitie (^N). Typ a als")


@pytest.mark.parametrize(
    ("getypt", "nee"),
    [
        ("kim", ["kim"]),
        ("Kim", ["kim"]),
        ("ki", ["kim"]),
        ("niet kim", ["kim"]),
        ("kim niet", ["kim"]),
        ("kim nee", ["kim"]),
        ("kim,tim", ["kim", "tim"]),
        ("tim en kim", ["kim", "tim"]),
        ("kim & mir", ["mirthe", "kim"]),
    ],
)
def test_who_is_named_says_no(getypt: str, nee: list[str]):
    assert no_of(line(), getypt) == nee


@pytest.mark.parametrize(
    ("getypt", "nee"),
    [
        ("kim 2", ["kim 2"]),
        ("Kim 2", ["kim 2"]),
        ("2 kim", ["kim 2"]),
        ("kim twijfelt aan 2", ["kim 2"]),
        ("kim 1, tim 2", ["kim 1", "tim 2"]),
        ("kim 1 2", ["kim 1", "kim 2"]),
        ("tim 2 en kim 2", ["kim 2", "tim 2"]),
        ("kim 1 kim 2", ["kim 1", "kim 2"]),
    ],
)
def test_of_more_items_the_number_says_which(getypt: str, nee: list[str]):
    assert no_of(line(items=2), getypt) == nee


def test_of_one_who_answers_for_all_the_numbers_are_enough():
    assert no_of(line((), 3), "1, 3") == ["1", "3"]
    assert no_of(line((), 3), "2 niet") == ["2"]
    assert no_of(line(("kim",), 3), "kim 2") == ["kim 2"]
    assert no_of(line(("kim",), 3), "2") == ["kim 2"]


@pytest.mark.parametrize(
    ("getypt", "reden"),
    [
        ("", "Typ a als"),
        (",", "Typ a als"),
        ("misschien", "Typ a als"),
        ("ja misschien", "Typ a als"),
        ("kim 3", "Typ a als"),
        ("ans 1", "Typ a als"),
        ("tim", "Welke? Typ a als"),
        ("kim,tim 2", "Welke? Typ a als"),
        ("2", "Wie? Typ a als"),
        ("kim 1 en 2", "Wie? Typ a als"),
        ("kim 1 tim 2", "Zet een komma tussen twee namen. Typ a als"),
        ("t m 2", "Zet een komma tussen twee namen. Typ a als"),
    ],
)
def test_what_cannot_be_understood_is_refused_with_an_example(getypt: str, reden: str):
    gezegd = line(items=2).bezwaar(getypt)
    assert gezegd.startswith(reden)
    assert gezegd.endswith("Typ a als het voor alles geldt, of wat niet, zoals: tim 2")


@pytest.mark.parametrize("getypt", ["", "x", "ja misschien", "2"])
def test_about_one_thing_there_are_two_words(getypt: str):
    assert line(()).bezwaar(getypt) == "Typ j of n."


@pytest.mark.parametrize("getypt", ["1", "1 twijfel", "niet 1", "mirthe 1"])
def test_about_one_item_that_is_left_a_number_is_no_answer(getypt: str):
    """Others changed the plan meanwhile: who typed it looked at the question before."""
    assert line(("mirthe",), items=1).bezwaar(getypt) == "Typ j of n."


def test_nothing_can_be_said_only_where_nothing_is_owed():
    lijn = line(items=2)
    assert lijn.bezwaar("-") == ""
    assert set(lijn.lees("-", {}).erbij.values()) == {""}
    assert lijn.schrijf(dict(lijn.lees("-", {}).erbij)) == "-"
    assert line(items=2, verplicht=True).bezwaar("-")
    assert line(verplicht=True).bezwaar("")


def test_names_that_begin_alike_are_told_apart():
    groep = Groep("G", (Lid("tim"), Lid("timo"), Lid("ans", "Ans de Wit")))
    lijn = line(("tim", "timo", "ans"), 2, groep)
    assert no_of(lijn, "tim 1") == ["tim 1"]
    assert no_of(lijn, "timo 1") == ["timo 1"]
    assert lijn.bezwaar("ti 1").startswith("Typ a als")
    assert no_of(lijn, "ans 2") == ["ans 2"]


@pytest.mark.parametrize(
    ("nee", "regel"),
    [
        ([], "a"),
        (["kim 1"], "niet Kim 1"),
        (["kim 1", "tim 2"], "niet Kim 1, niet Tim 2"),
        (["ans 1"], "niet ans 1"),
    ],
)
def test_what_was_answered_is_written_as_it_would_be_typed(nee: list[str], regel: str):
    """A name of more words cannot be typed here; the handle can."""
    lijn = line(("kim", "tim", "ans"), 2)
    antwoorden = {
        cel.sleutel: f"{cel.lid} {cel.nummer}" not in nee for cel in lijn.cellen
    }
    assert lijn.schrijf(antwoorden) == regel
    assert lijn.lees(regel, {}).erbij == antwoorden


def test_what_was_answered_in_part_is_typed_anew():
    lijn = line()
    assert lijn.schrijf({}) == ""
    assert lijn.schrijf({lijn.sleutels[0]: True}) == ""
    assert line(()).schrijf({line(()).sleutels[0]: False}) == "niet"


def test_an_a_to_who_doubts_is_said_back():
    twijfel = line(items=1)._replace(om_twijfel=True)
    assert twijfel.nagezegd("a") == "niemand twijfelt. Klopt dat niet? ^T"
    assert twijfel.nagezegd("nee") == ""
