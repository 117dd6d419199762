"""What members said stays with the words that they said it of, over four laptops.

Each is a story that a random evening of `test_vier_klonen` told.
"""

from tests.lab import must
from tests.property.vier_vast import (
    EVEN,
    STAP,
    Open,
    Vast,
    als,
    at,
    close,
    data,
    said_yes,
)


def test_who_does_not_know_that_a_step_is_closed_brings_no_words_under_a_yes(
    open_met: Open,
) -> None:
    wereld = open_met("lang", 3, True)
    must(wereld.clone("tim"), "sync")
    wereld.zet_uit("mirthe")
    als(wereld, "mirthe", "mirthe", "herformulering: Hoe slaap ik?\n")
    close(wereld, "tim", "Hoe begin ik op tijd?", "tim", "noor")
    must(wereld.clone("tim"), "sync")
    assert said_yes(wereld, "tim") == ["noor", "tim"]
    wereld.zet_aan("mirthe")
    must(wereld.clone("mirthe"), "sync")
    er_staat = data(wereld, "mirthe", STAP)
    assert (er_staat["herformulering"], er_staat["status"]) == (
        "Hoe slaap ik?",
        "klaar",
    )
    assert said_yes(wereld, "mirthe") == []


def test_who_agreed_before_is_asked_anew_of_what_they_word_while_they_lead(
    open_met: Open,
) -> None:
    """Mirthe said yes at home; then she leads, and words it otherwise."""
    wereld = open_met("lang", 3, True)
    als(wereld, "mirthe", "mirthe", "duidelijk_voor: [mirthe]\n")
    mens = at(wereld, "mirthe", "step", mens=Vast(["Wat helpt mij slapen?"]))
    assert mens.gevraagd["herformulering"] == "Hoe begin ik op tijd?"
    assert data(wereld, "mirthe", STAP)["herformulering"] == "Wat helpt mij slapen?"
    assert said_yes(wereld, "mirthe") == []


def test_an_answer_keeps_its_question_when_that_becomes_another(open_met: Open) -> None:
    """Tim asks something else in a step that is closed: what Mirthe answered is no answer to it."""
    wereld = open_met("lang", 3)
    naam = "probleemverkenning"
    vragen = data(wereld, "tim", naam)["vragen"]
    eerste, tweede = (vraag for vraag in vragen if vraag["lid"] == "tim")
    antwoord = f"- {{id: {eerste['id']}, antwoord: Om acht uur}}"
    als(wereld, "mirthe", "mirthe", f"stap: {naam}\nvragen:\n{antwoord}\n")
    must(wereld.clone("tim"), "sync")
    mijn = (
        f"- {{id: {eerste['id']}, vraag: Wie helpt je?}}\n"
        f"- {{id: {tweede['id']}, vraag: Wat doet tim 2?}}\n"
    )
    als(wereld, "tim", "tim", f"stap: {naam}\nvragen:\n{mijn}")
    gezegd = {
        vraag["vraag"]: vraag.get("antwoord")
        for vraag in data(wereld, "tim", naam)["vragen"]
        if vraag["lid"] == "tim"
    }
    assert gezegd == {
        "Wat doet tim 1?": "Om acht uur",
        "Wie helpt je?": None,
        "Wat doet tim 2?": None,
    }
    # The others can still correct theirs.
    kim = next(vraag for vraag in vragen if vraag["lid"] == "kim")
    regel = f"- {{id: {kim['id']}, vraag: Wat doet kim nu?}}"
    must(wereld.clone("kim"), "sync")
    als(wereld, "kim", "kim", f"stap: {naam}\nvragen:\n{regel}\n")


def test_a_reaction_does_not_move_to_other_advice(open_met: Open) -> None:
    """Kim words her advice anew at her own laptop, where her draft holds what Mirthe said of it."""
    wereld = open_met("kort", 2)
    als(wereld, "kim", "kim", "adviezen:\n- Spreek met iemand af\n")
    (item,) = data(wereld, "kim", "advisering")["adviezen"]
    regel = f"- {{id: {item['id']}, toepasbaar: ja, reactie: dat werkt}}"
    must(wereld.clone("mirthe"), "sync")
    als(wereld, "mirthe", "mirthe", f"adviezen:\n{regel}\n")
    must(wereld.clone("kim"), "sync")
    mens = Vast(["Schrijf een briefje"], [], ["adviezen/kim/0/advies", None])
    at(wereld, "kim", "step", "--als", "kim", mens=mens)
    (nu,) = data(wereld, "kim", "advisering")["adviezen"]
    assert nu == {"id": item["id"], "lid": "kim", "advies": "Schrijf een briefje"}


def test_a_corrected_answer_is_not_lost_when_its_question_becomes_another(
    open_met: Open,
) -> None:
    """Mirthe corrects her answer in a closed step while Kim types another question."""
    wereld = open_met("lang", 3)
    naam = "probleemverkenning"
    stap = ("step", f"1/{naam}", "--als", "kim")
    eerste = next(
        vraag for vraag in data(wereld, "kim", naam)["vragen"] if vraag["lid"] == "kim"
    )

    def mirthe(antwoord: str) -> None:
        regel = f"- {{id: {eerste['id']}, antwoord: {antwoord}}}"
        als(wereld, "mirthe", "mirthe", f"stap: {naam}\nvragen:\n{regel}\n")

    def other_question() -> str:
        mirthe("Een keer lukte het")
        must(wereld.clone("kim"), "sync")
        return "Wie helpt je?"

    mirthe("Nooit")
    must(wereld.clone("kim"), "sync")
    mens = Vast([other_question], [], ["vragen/kim/0/vraag", None])
    at(wereld, "kim", *stap, mens=mens)
    assert "dus dit blijft er ook staan: Wat doet kim 1?" in " ".join(
        mens.uitvoer.split()
    )
    gezegd = {
        vraag["vraag"]: vraag.get("antwoord")
        for vraag in data(wereld, "kim", naam)["vragen"]
        if vraag["lid"] == "kim"
    }
    assert gezegd["Wie helpt je?"] is None
    assert gezegd["Wat doet kim 1?"] == "Een keer lukte het"


def test_who_passed_over_and_came_back_passes_over_no_more(open_met: Open) -> None:
    wereld = open_met("kort", 2)
    wacht = [
        lambda: als(wereld, "kim", "kim", "slaat_over: [kim]\n"),
        *EVEN,
        lambda: als(wereld, "kim", "kim", "slaat_over: []\nadviezen: [Begin]\n"),
        *EVEN,
    ]
    at(wereld, "kim", "mee", mens=Vast())
    at(wereld, "noor", "mee", mens=Vast())
    must(wereld.clone("tim"), "sync")
    at(wereld, "tim", "step", mens=Vast(["Loop", ""], wacht))
    must(wereld.clone("tim"), "sync")
    at(wereld, "tim", "step", mens=Vast([], EVEN))
    er_staat = data(wereld, "tim", "advisering")
    assert "kim" not in (er_staat.get("slaat_over") or [])
    assert "Begin" in [item["advies"] for item in er_staat["adviezen"]]


def test_who_is_asked_of_other_words_sees_what_they_said_before(open_met: Open) -> None:
    wereld = open_met("kort", 2)
    for lid in ("kim", "tim", "noor"):
        must(wereld.clone(lid), "sync")
        als(wereld, lid, lid, f"adviezen:\n- Van {lid}\n")

    def kim_says_something_else() -> None:
        must(wereld.clone("kim"), "sync")
        adviezen = data(wereld, "kim", "advisering")["adviezen"]
        (item,) = (item for item in adviezen if item["lid"] == "kim")
        regel = f"- {{id: {item['id']}, advies: Schrijf een briefje}}"
        als(wereld, "kim", "kim", f"adviezen:\n{regel}\n")

    must(wereld.clone("mirthe"), "sync")
    wacht = [kim_says_something_else, *EVEN]
    mens = Vast(["ja, dat werkt", "ja", "ja"], wacht)
    at(wereld, "mirthe", "mee", mens=mens)
    assert "Schrijf een briefje" in mens.koppen[-1]
    assert "Je had hier: ja, dat werkt" in mens.koppen[-1]


def test_who_is_asked_for_other_words_hears_who_said_no(open_met: Open) -> None:
    wereld = open_met("lang", 3, True)

    def kim_says_no() -> None:
        must(wereld.clone("kim"), "sync")
        at(wereld, "kim", "mee", mens=Vast(["niet kim"]))

    def tim_leads() -> None:
        must(wereld.clone("tim"), "sync")
        at(wereld, "tim", "step", mens=Vast([""], EVEN))

    wacht = [kim_says_no, *EVEN, tim_leads, *EVEN]
    mens = at(wereld, "mirthe", "mee", mens=Vast(["a"], wacht))
    assert "herformulering" in mens.gevraagd
    assert "Kim: nee. Is de nieuwe hulpvraag" in mens.uitvoer
