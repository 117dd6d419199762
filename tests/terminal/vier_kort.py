"""Three korte sessies over four laptops, in each of which something else goes wrong."""

from tests.terminal import vier_stappen as stappen
from tests.terminal.terminal import ENTER
from tests.terminal.vier import Group
from tests.terminal.vier_stappen import (
    BED,
    HAALBAAR,
    SINDS,
    TELEFOON,
    TOEPASBAAR,
    WEKKER,
    ZIJN_ER,
)

VROEG = "Ga om tien uur naar bed"


def over_a_folder(group: Group) -> None:
    """The stick goes out for all, and Noor is slow: the others go on without her."""
    mirthe, kim, tim, noor = group.all
    stappen.take_part(mirthe, kim, noor)
    stappen.begin(group)
    stappen.bring(group)
    stappen.ask_in_turn(group, noor, tim)

    # What they type while the stick is out stays, and nobody sees that of another.
    noor.window.asks("Noor · advies", None)
    mirthe.window.wait("Advisering", "Enter = meer")
    with group.cut(kim):
        group.gives(kim, "advies", WEKKER)
        kim.told("aangevuld door Kim")
        kim.window.wait("geen verbinding sinds")
        group.gives(tim, "advies", BED)
        tim.window.wait("wachten op Kim en Noor", "geen verbinding sinds")
    kim.window.wait("Noor schrijft")
    group.nobody_saw(WEKKER, BED)
    # Tim goes on without Noor, who has half a sentence; it stays at her question.
    noor.types_half("Noor · advies", "Leg je telefoon")
    stappen.pass_over(tim, noor)
    for laptop in (mirthe, kim, tim):
        laptop.told(ZIJN_ER, f"Kim: {WEKKER}", f"Tim: {BED}")
    group.nobody_saw("Leg je telefoon", by=noor)
    # What she sends after all stands beside the rest, and is put to Mirthe.
    group.arrives(noor, "slaat_over")
    noor.window.asks("Noor · advies", "Leg je telefoon")
    noor.window.keys(" weg", ENTER)
    group.words[TELEFOON] = "noor"
    noor.told(ZIJN_ER, f"Noor: {TELEFOON}")
    stappen.react(group)

    # She passed over, so nobody asks her whether the plan is good.
    stappen.make_plan(group, tim)
    stappen.agree(group, mirthe, kim, tim)
    tim.told("Advisering (ronde 1) vastgelegd")
    stappen.no_more_rondes(tim)
    stappen.evaluate(group, tim, mirthe, kim, noor)
    stappen.end(tim, mirthe, kim, noor)
    group.sync()
    assert stappen.said_yes(group) == ["kim", "mirthe", "tim"]


def over_ssh(group: Group) -> None:
    """Kim joins where Tim leads, and her line is cut; Noor comes late, and her lid closes; Kim
    says no.
    """
    mirthe, kim, tim, noor = group.all
    stappen.take_part(mirthe)
    stappen.begin(group)
    kim.types("step").wait(SINDS)
    kim.window.answer(SINDS, "Meedoen, op mijn eigen laptop")
    stappen.bring(group)
    stappen.ask_in_turn(group, tim)

    noor.types("mee").answer("Noor, je doet nu niet mee. Vanaf hier wel?", "Ja")
    noor.window.asks("Noor · advies", None)
    kim.window.asks("Kim · advies", None)
    with group.cut(kim):
        group.gives(kim, "advies", WEKKER)
        kim.window.wait("geen verbinding sinds")
        group.gives(tim, "advies", BED)
        noor.types_half("Noor · advies", "Leg je tele")
        noor.closes_the_lid()
        noor.types("mee").asks("Noor · advies", "Leg je tele")
        group.gives(noor, "advies", "foon weg")
        group.words[TELEFOON] = "noor"
        tim.window.wait("wachten op Kim · Enter")
        group.nobody_saw(WEKKER, BED, TELEFOON)
    group.all_see(ZIJN_ER, f"Kim: {WEKKER}", f"Tim: {BED}", f"Noor: {TELEFOON}")
    stappen.react(group)

    # The no of Kim opens the words again; what the others said was of the old ones.
    stappen.make_plan(group, tim)
    stappen.agree(group, mirthe, noor)
    group.line(kim, HAALBAAR, "n")
    group.line(tim, HAALBAAR, "j")
    stappen.reword(group, tim)
    for laptop in (mirthe, kim, noor):
        laptop.told(stappen.KLEINER)
    stappen.agree(group, mirthe, kim, noor, tim)
    tim.told("Advisering (ronde 1) vastgelegd")
    stappen.no_more_rondes(tim)
    stappen.leave_out_the_evaluation(tim)
    stappen.end(tim, mirthe, kim, noor)
    group.sync()
    assert stappen.said_yes(group) == ["kim", "mirthe", "noor", "tim"]


def over_http(group: Group) -> None:
    """Kim takes over, and her lid closes; Tim corrects what he sent, the line of Mirthe is silent,
    and Noor leaves.
    """
    mirthe, kim, tim, noor = group.all
    stappen.take_part(mirthe, kim, noor)
    stappen.begin(group)
    stappen.bring(group)
    tim.window.asks("Tim · vraag", None)
    stappen.stop(kim)
    kim.types("step")
    stappen.take_over(kim, tim)
    group.says(tim, "vraag", "Hoe laat ga je naar bed?")
    group.line(tim, "nog een vraag")
    stappen.ask_in_turn(group, noor, antwoorden=("Om twaalf uur.", "De bank."))
    kim.told("Hulpvraag definiëren (ronde 1) vastgelegd")

    # What Tim sent and changed before it was shown, nobody ever sees as it was.
    group.gives(tim, "advies", BED)
    stappen.correct(group, tim, "advies", BED, VROEG)
    group.gives(noor, "advies", TELEFOON)
    for words in (VROEG, TELEFOON):
        group.arrives(kim, words)
    group.nobody_saw(VROEG, TELEFOON)
    group.gives(kim, "advies", WEKKER)
    group.all_see(ZIJN_ER, f"Kim: {WEKKER}", f"Tim: {VROEG}", f"Noor: {TELEFOON}")
    group.nobody_saw(BED, by=tim)
    mirthe.window.asks(f"Mirthe · {TOEPASBAAR}", None)
    with group.cut(mirthe, is_silent=True):
        stappen.react(group)
        mirthe.window.wait("geen verbinding sinds")
        kim.window.wait("wachten op Mirthe")

    # Who left before there was a plan says nothing of it.
    stappen.leave(noor)
    # The lid of who leads closes as well.
    kim.types_half("Actie 1", "mirthe: Ik zet")
    kim.closes_the_lid()
    kim.types("step").asks("Actie 1", "mirthe: Ik zet")
    stappen.make_plan(group, kim, "mirthe: Ik zet")
    stappen.agree(group, mirthe, tim, kim)
    kim.told("Advisering (ronde 1) vastgelegd")
    stappen.no_more_rondes(kim)
    stappen.evaluate(group, kim, mirthe, tim)
    stappen.end(kim, mirthe, tim)
    group.sync()
    assert stappen.said_yes(group) == ["kim", "mirthe", "tim"]
