"""What the random evenings of `test_vier_klonen` found, each as small as it gets.

Each says what should be.
"""

from typing import Any

import pytest

from intervisie_cli.flows.stap import tussenstand
from tests.lab import must
from tests.property.vier_vast import EVEN, Open, Vast, als, at, data, drafts

HIER = "hier"


def counted(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Count how often who leads records what there is so far; after twenty they press Ctrl-C."""
    echt = tussenstand.record
    keer: list[Any] = []

    def record(*args: Any) -> Any:
        keer.append(args)
        if len(keer) > 20:
            raise KeyboardInterrupt
        return echt(*args)

    monkeypatch.setattr(tussenstand, "record", record)
    return keer


def test_who_answers_here_is_asked_anew_what_they_said_of_other_words(
    open_met: Open,
) -> None:
    """Noor said yes at home while Mirthe, offline, worded it anew: a yes to the old words.

    It does not count while Noor is at her own laptop, and so neither when she answers here.
    """
    wereld = open_met("lang", 3, True)
    mirthe = wereld.clone("mirthe")
    must(mirthe, "sync")
    wereld.zet_uit("mirthe")
    at(wereld, "mirthe", "step", mens=Vast(["Hoe slaap ik?", "a"]))
    als(wereld, "noor", "noor", "duidelijk_voor: [noor]\n")
    wereld.zet_aan("mirthe")
    must(mirthe, "sync")
    mens = Vast([(HIER, "noor"), ""], [None])
    at(wereld, "mirthe", "step", mens=mens)
    assert "noor" in mens.van_wie


def test_a_draft_of_a_step_that_another_laptop_closed_keeps_its_words(
    open_met: Open,
) -> None:
    """`step` may not throw them away: they stand in no record."""
    wereld = open_met("kort", 2)
    kim = wereld.clone("kim")
    at(wereld, "kim", "step", mens=Vast(["Zet een wekker"]))
    assert "Zet een wekker" in drafts(kim)
    stdin = (
        "stap: advisering\nadviezen:\n- {lid: kim, advies: Begin}\n"
        "- {lid: tim, advies: Slaap}\n- {lid: noor, advies: Loop}\n"
        "acties:\n- {actie: Ik lees elke dag 10 bladzijden tot 1 december}\n"
    )
    must(wereld.clone("tim"), "sync")
    must(wereld.clone("tim"), "step", "--antwoorden", "-", stdin=stdin)
    must(kim, "sync")
    at(wereld, "kim", "step", mens=Vast())
    assert "Zet een wekker" in drafts(kim)


def test_what_stands_in_the_file_by_now_is_what_comes_up(open_met: Open) -> None:
    """Not what stood there when the draft was begun: Enter would put that back, unseen."""
    wereld = open_met("lang", 3)
    als(wereld, "mirthe", "mirthe", "herformulering: Hoe slaap ik?\n")
    at(wereld, "mirthe", "step", mens=Vast(["Geen ritme"]))
    als(wereld, "kim", "mirthe", "herformulering: Hoe sta ik op?\n")
    must(wereld.clone("mirthe"), "sync")
    mens = at(wereld, "mirthe", "step", mens=Vast(["Te laat", "Te druk", ""]))
    assert mens.gevraagd["herformulering"] == "Hoe sta ik op?"


def test_going_past_a_phase_puts_no_old_draft_over_what_came_in(open_met: Open) -> None:
    """What came in is asked before the draft goes into the file."""
    wereld = open_met("kort", 2)
    mirthe = wereld.clone("mirthe")
    must(mirthe, "undo")
    at(wereld, "kim", "mee", mens=Vast())
    als(wereld, "mirthe", "mirthe", "hulpvraag: Hoe slaap ik?\n")
    mens = at(wereld, "mirthe", "step", mens=Vast())
    is_asked = "hulpvraag" in mens.gevraagd
    er_staat = data(wereld, "mirthe", "hulpvraag-definieren")["hulpvraag"]
    assert is_asked or er_staat == "Hoe slaap ik?"


def test_who_answers_here_does_so_also_where_a_later_step_was_begun(
    open_met: Open,
) -> None:
    """Kim took part in the evaluatie; then the advisering was taken back."""
    wereld = open_met("kort", 3)
    at(wereld, "kim", "mee", mens=Vast())
    must(wereld.clone("mirthe"), "undo")
    mens = Vast([(HIER, "kim")], [None])
    at(wereld, "mirthe", "step", mens=mens)
    # What she gave before stands in the draft: so what is next is asked, of her too.
    assert "acties/haalbaar" in mens.gevraagd


def test_a_correction_in_a_file_leaves_what_the_inbrenger_said_of_it(
    open_met: Open,
) -> None:
    wereld = open_met("kort", 2)
    for lid in ("kim", "tim", "noor"):
        als(wereld, lid, lid, f"adviezen:\n- Begin met {lid}\n")
    must(wereld.clone("mirthe"), "sync")
    (van_kim,) = (
        item["id"]
        for item in data(wereld, "mirthe", "advisering")["adviezen"]
        if item["lid"] == "kim"
    )
    reactie = f"adviezen:\n- {{id: {van_kim}, toepasbaar: ja, reactie: Dat doe ik}}\n"
    als(wereld, "mirthe", "mirthe", reactie)
    must(wereld.clone("kim"), "sync")
    als(wereld, "kim", "kim", f"adviezen:\n- {{id: {van_kim}, advies: Begin klein}}\n")
    nu = {item["id"]: item for item in data(wereld, "kim", "advisering")["adviezen"]}
    assert nu[van_kim]["advies"] == "Begin klein"
    assert nu[van_kim].get("reactie") == "Dat doe ik"


def test_what_was_typed_for_who_then_comes_with_a_laptop_is_kept(
    open_met: Open,
) -> None:
    """Tim said it aloud and it was typed here; then he opens his own laptop."""
    wereld = open_met("kort", 2)

    def tim_komt() -> str:
        wereld.run("tim", "mee", mens=Vast())  # type: ignore[arg-type]
        return "Van Noor"

    zegt = ["Van Kim", "Van Tim, hardop", tim_komt]
    at(wereld, "mirthe", "step", mens=Vast(zegt))
    at(wereld, "mirthe", "step", mens=Vast())
    alles = drafts(wereld.clone("mirthe"))
    assert "Van Noor" in alles
    assert "Van Tim, hardop" in alles


def test_a_step_that_cannot_be_recorded_says_so_once(
    open_met: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Kim gave an advice, all before it was taken back, and she left.

    Whoever leads then cannot go past a phase, and `step` tries that without end.
    """
    wereld = open_met("kort", 2)
    mirthe = wereld.clone("mirthe")
    als(wereld, "kim", "kim", "adviezen:\n- Begin klein\n")
    als(wereld, "tim", "tim", "adviezen:\n- Zet een wekker\n")
    must(mirthe, "sync")
    must(mirthe, "undo")
    must(mirthe, "undo")
    must(mirthe, "wijzig", "--weg", "kim")
    for stap in ("acclimatisering", "hulpvraag-definieren\nhulpvraag: Hoe slaap ik?"):
        must(mirthe, "step", "--antwoorden", "-", stdin=f"stap: {stap}\n")
    keer = counted(monkeypatch)
    mens = at(wereld, "mirthe", "step", mens=Vast(["Van Noor", "", "", "", ""]))
    assert mens.gevraagd
    assert len(keer) < 8, "it goes round without asking anything"


def test_a_correction_of_who_left_is_not_put_back_by_a_draft(open_met: Open) -> None:
    """Nobody is asked about it here any more, and so nobody decides it."""
    wereld = open_met("kort", 2)
    at(wereld, "noor", "mee", mens=Vast())
    must(wereld.clone("mirthe"), "sync")

    def noor_geeft() -> None:
        als(wereld, "noor", "noor", "adviezen:\n- Van Noor\n")

    zegt = ["Van Kim", "Van Tim", ""]
    at(wereld, "mirthe", "step", mens=Vast(zegt, [noor_geeft, *EVEN]))
    kim = wereld.clone("kim")
    must(kim, "sync")
    (mijn,) = (
        item["id"]
        for item in data(wereld, "kim", "advisering")["adviezen"]
        if item["lid"] == "kim"
    )
    must(kim, "wijzig", "--weg", "kim")
    als(wereld, "kim", "kim", f"adviezen:\n- {{id: {mijn}, advies: Beter}}\n")
    must(wereld.clone("mirthe"), "sync")
    at(wereld, "mirthe", "step", mens=Vast(["ja", "ja", "ja"]))
    adviezen = data(wereld, "mirthe", "advisering")["adviezen"]
    assert "Beter" in [item["advies"] for item in adviezen]


def test_who_leads_sees_no_words_of_who_left_while_others_write(open_met: Open) -> None:
    """Kim wrote it at her own laptop; Noor has not given hers yet."""
    wereld = open_met("kort", 2)
    als(wereld, "kim", "kim", "adviezen:\n- Van Kim, thuis\n")
    als(wereld, "tim", "tim", "adviezen:\n- Van Tim, thuis\n")
    mirthe = wereld.clone("mirthe")
    must(mirthe, "sync")
    must(mirthe, "wijzig", "--weg", "kim")
    mens = at(wereld, "mirthe", "step", mens=Vast())
    assert "adviezen/noor/0/advies" in mens.gevraagd
    assert "Kim: Van Kim, thuis" not in mens.er_is


def test_who_leads_can_take_away_what_makes_too_many(open_met: Open) -> None:
    """Kim gave two questions offline, and two were typed for her here: four come together.

    The step cannot be recorded so, and opening one of them at the review asks nothing.
    """
    wereld = open_met("lang", 2)
    wereld.zet_uit("kim")
    als(wereld, "kim", "kim", "vragen: [Wat doe je nu?, Wat lukt wel?]\n")
    at(wereld, "noor", "mee", mens=Vast())
    must(wereld.clone("mirthe"), "sync")
    noor = "vragen: [Wat wil je?, Wat helpt?]\n"
    zegt = ["Wat eet je?", "Wat lees je?", "Wat zoek je?", "Wat mis je?"]
    wacht = [lambda: als(wereld, "noor", "noor", noor), *EVEN]
    at(wereld, "mirthe", "step", mens=Vast(zegt, wacht))
    wereld.zet_aan("kim")
    must(wereld.clone("kim"), "sync")
    must(wereld.clone("mirthe"), "sync")
    mens = Vast(["", *[""] * 8, "a"], [], ["vragen/kim/3/vraag"])
    at(wereld, "mirthe", "step", mens=mens)
    assert mens.is_nagekeken
    assert "vragen/kim/3/vraag" in mens.gevraagd


def test_who_gave_too_much_on_two_laptops_does_not_let_step_go_round(
    open_met: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Kim wrote her experience offline, and at the laptop of Mirthe too."""
    wereld = open_met("kort", 3)
    wereld.zet_uit("kim")
    als(wereld, "kim", "kim", "ervaringen: [{ervaring: Fijn}]\n")
    als(wereld, "mirthe", "kim", "ervaringen: [{ervaring: Leerzaam}]\n")
    wereld.zet_aan("kim")
    must(wereld.clone("kim"), "sync")
    must(wereld.clone("mirthe"), "sync")
    keer = counted(monkeypatch)
    zegt = ["n", "Van Mirthe", "Van Tim", "Van Noor"]
    at(wereld, "mirthe", "step", mens=Vast(zegt))
    assert len(keer) < 8, "it goes round without asking anything"


def test_what_was_typed_for_who_comes_in_goes_along_with_the_items_it_is_about(
    open_met: Open,
) -> None:
    """Noor typed the advice and what Mirthe said of it; then Mirthe came with a laptop."""
    wereld = open_met("kort", 2)
    mens = Vast(["Begin", "Slaap", "Loop", "", "deels, niet in het weekend"])
    at(wereld, "noor", "step", mens=mens)
    at(wereld, "mirthe", "mee", mens=Vast())
    must(wereld.clone("noor"), "sync")
    at(wereld, "noor", "step", mens=Vast())
    must(wereld.clone("mirthe"), "sync")
    eerste = data(wereld, "mirthe", "advisering")["adviezen"][0]
    assert (eerste["advies"], eerste["reactie"]) == ("Begin", "niet in het weekend")


def test_what_is_too_much_keeps_nobody_from_going_on_and_the_file_says_so(
    open_met: Open,
) -> None:
    """Two who led typed the same of Kim: all is there, so all may see it, at any laptop."""
    wereld = open_met("kort", 3)
    at(wereld, "tim", "step", mens=Vast(["n", "Fijn", "Leerzaam", "Kort", "Lang"]))
    at(wereld, "mirthe", "step", mens=Vast(["overnemen", "Fijn", "Rustig"]))
    at(wereld, "tim", "step", mens=Vast(["overnemen"]))
    voortgang = data(wereld, "tim", "evaluatie")["voortgang"]
    assert "ervaringen/schrijven" in voortgang["voorbij"]


def test_words_of_who_was_taken_out_keep_no_step_from_being_recorded(
    open_met: Open,
) -> None:
    """They stand in a later step, and nothing was recorded when Kim was taken out."""
    wereld = open_met("kort", 2)
    mirthe = wereld.clone("mirthe")
    als(wereld, "kim", "kim", "adviezen:\n- Begin klein\n")
    must(mirthe, "sync")
    must(mirthe, "undo")
    must(mirthe, "undo")
    must(mirthe, "wijzig", "--weg", "kim")
    for stap in ("acclimatisering", "hulpvraag-definieren\nhulpvraag: Hoe slaap ik?"):
        must(mirthe, "step", "--antwoorden", "-", stdin=f"stap: {stap}\n")
    plan = "Ik lees elke dag 10 bladzijden tot 1 december"
    zegt = ["Van Tim", "Van Noor", "", "ja", "ja", "ja", plan, ""]
    at(wereld, "mirthe", "step", mens=Vast([*zegt, "ja", "a", *[""] * 3], [], [None]))
    er_staat = data(wereld, "mirthe", "advisering")
    adviezen = [item["advies"] for item in er_staat["adviezen"]]
    assert sorted(adviezen) == ["Begin klein", "Van Noor", "Van Tim"]
    assert er_staat["status"] == "klaar"
