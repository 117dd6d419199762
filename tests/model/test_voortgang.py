"""How far a step is over more laptops: what a file says of it, and what changes that."""

import pytest

from intervisie_cli.merge.values import merge_data
from intervisie_cli.model.voortgang import Voortgang, lees

TIM, KIM = "2026-11-23T19:00:00+01:00", "2026-11-23T19:05:00+01:00"


def as_file(voortgang: Voortgang) -> dict[str, object]:
    return {"stap": "advisering", "voortgang": voortgang.data()}


def test_what_is_written_is_read_again():
    voortgang = (
        Voortgang()
        .geleid("tim", TIM)
        .met_voorbij(("adviezen/schrijven",))
        .gegeven("kim", ("adviezen",))
        .overgenomen("mirthe")
    )
    assert lees(as_file(voortgang)) == voortgang


@pytest.mark.parametrize(
    "odd",
    [
        None,
        "ja",
        [],
        {"leiding": "tim"},
        {"leiding": [{"lid": "tim", "sinds": "straks"}], "zelf": 3},
        {"gereed": [{"lid": "kim", "over": "alles"}], "voorbij": [1, None]},
    ],
)
def test_what_a_hand_wrote_wrong_is_passed_over(odd: object):
    voortgang = lees({"voortgang": odd})
    assert voortgang.leider is None
    assert voortgang.voorbij == voortgang.zelf == ()
    assert not voortgang.is_gereed("kim", "alles")


def test_the_last_who_began_to_lead_leads_whatever_the_order_in_the_file():
    voortgang = Voortgang().geleid("kim", KIM).geleid("tim", TIM)
    assert voortgang.leider is not None
    assert voortgang.leider.lid == "kim"
    assert voortgang.leider.tijd == "19:05"


def test_who_goes_on_at_the_laptop_of_the_lead_can_take_their_own_again():
    voortgang = Voortgang().gegeven("kim", ("adviezen",)).overgenomen("kim")
    assert (voortgang.zelf, voortgang.hier) == ((), ("kim",))
    weer = voortgang.meegedaan("kim")
    assert (weer.zelf, weer.hier) == (("kim",), ())


def test_who_is_asked_anew_is_done_with_those_words_no_more():
    voortgang = Voortgang().gegeven("kim", ("definities", "duidelijk_voor/1a2b3c4d"))
    nu = voortgang.gevraagd("duidelijk_voor")
    assert nu.is_gereed("kim", "definities")
    assert not nu.is_gereed("kim", "duidelijk_voor/1a2b3c4d")


def test_of_a_step_that_is_closed_only_who_said_it_themselves_stays():
    voortgang = Voortgang().geleid("tim", TIM).gegeven("kim", ("adviezen",))
    assert voortgang.afgerond().data() == {"zelf": ["kim"]}


def test_two_clones_that_meet_keep_all_of_it_without_a_clash():
    base = as_file(Voortgang().geleid("tim", TIM))
    ours = as_file(lees(base).met_voorbij(("adviezen/schrijven",)).geleid("kim", KIM))
    theirs = as_file(lees(base).gegeven("noor", ("adviezen",)))
    merged = merge_data(base, ours, theirs)
    assert "conflicten" not in merged
    voortgang = lees(merged)
    assert voortgang.voorbij == ("adviezen/schrijven",)
    assert voortgang.is_gereed("noor", "adviezen")
    assert voortgang.leider is not None
    assert voortgang.leider.lid == "kim"
    assert merged == merge_data(base, theirs, ours)
