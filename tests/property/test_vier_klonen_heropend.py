"""A closed step that is opened again over four laptops: each says anew what is theirs to say."""

from tests.lab import must
from tests.property.vier_begin import LEDEN
from tests.property.vier_klonen import Wereld
from tests.property.vier_vast import STAP, Open, Vast, at, close, data, said_yes

OUD, NIEUW = "Hoe begin ik op tijd?", "Hoe slaap ik?"
WEER = ("step", "1/probleemdefinitie", "--opnieuw")


def closed(open_met: Open) -> Wereld:
    """The step as it was closed by Tim, with a yes of all."""
    wereld = open_met("lang", 3, True)
    must(wereld.clone("tim"), "sync")
    close(wereld, "tim", OUD, *LEDEN)
    must(wereld.clone("tim"), "sync")
    assert said_yes(wereld, "tim") == sorted(LEDEN)
    return wereld


def test_other_words_open_it_for_all_and_each_says_it_themselves(
    open_met: Open,
) -> None:
    wereld = closed(open_met)
    mens = Vast([NIEUW, "a"], [None], ["herformulering", None])
    at(wereld, "tim", *WEER, mens=mens)
    assert mens.van_wie == {"tim"}
    nu = data(wereld, "tim", STAP)
    assert (nu["status"], nu["herformulering"]) == ("bezig", NIEUW)
    assert said_yes(wereld, "tim") == ["tim"], "who leads answered for who is at home"
    for lid in ("mirthe", "kim", "noor"):
        must(wereld.clone(lid), "sync")
        mens = at(wereld, lid, "mee", mens=Vast(["a"]))
        assert list(mens.gevraagd) == [f"duidelijk_voor/{lid}"]
    must(wereld.clone("tim"), "sync")
    at(wereld, "tim", "step", mens=Vast(verander=[None]))
    er_staat = data(wereld, "tim", STAP)
    assert er_staat["status"] == "klaar"
    assert said_yes(wereld, "tim") == sorted(LEDEN)
    # The time was spent in the call, not on the correction.
    assert er_staat["afgerond"] == nu["afgerond"]


def test_words_that_nobody_said_yes_to_change_while_it_stays_closed(
    open_met: Open,
) -> None:
    wereld = closed(open_met)
    mens = Vast(["Wat ik nu zie"], [], ["definities/kim/0/definitie", None])
    at(wereld, "tim", *WEER, mens=mens)
    er_staat = data(wereld, "tim", STAP)
    assert er_staat["status"] == "klaar"
    assert "Wat ik nu zie" in [item["definitie"] for item in er_staat["definities"]]
    assert said_yes(wereld, "tim") == sorted(LEDEN)


def test_who_stops_half_way_leaves_it_closed(open_met: Open) -> None:
    wereld = closed(open_met)
    at(wereld, "tim", *WEER, mens=Vast([NIEUW], [], ["herformulering"]))
    nu = data(wereld, "tim", STAP)
    assert (nu["status"], nu["herformulering"]) == ("klaar", OUD)


def test_a_no_to_the_new_words_asks_for_others(open_met: Open) -> None:
    wereld = closed(open_met)
    mens = Vast([NIEUW, "a"], [None], ["herformulering", None])
    at(wereld, "tim", *WEER, mens=mens)
    must(wereld.clone("kim"), "sync")
    at(wereld, "kim", "mee", mens=Vast(["niet kim"]))
    must(wereld.clone("tim"), "sync")
    at(wereld, "tim", "step", mens=Vast())
    must(wereld.clone("mirthe"), "sync")
    mens = at(wereld, "mirthe", "mee", mens=Vast())
    assert "herformulering" in mens.gevraagd


def test_after_the_end_who_opens_it_asks_all(open_met: Open) -> None:
    """Nobody takes part at home any more."""
    wereld = closed(open_met)
    must(wereld.clone("tim"), "wijzig", "--afronden", "tijd op")
    at(wereld, "tim", *WEER, mens=Vast([NIEUW, "a"], [], ["herformulering", None]))
    assert data(wereld, "tim", STAP)["status"] == "klaar"
    als_kim = data(wereld, "tim", STAP)["duidelijk_voor"]
    assert sorted(als_kim) == sorted(LEDEN)
