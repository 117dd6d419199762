"""Three lange sessies over four laptops, in each of which something else goes wrong."""

from tests.terminal import vier_stappen as stappen
from tests.terminal.vier import Group, line
from tests.terminal.vier_stappen import (
    BED,
    DUIDELIJK,
    HAALBAAR,
    TELEFOON,
    WEKKER,
    ZIJN_ER,
    asked,
)

IN_BED = "Hoe kom ik om elf uur in bed?"
TWEE = "Zet twee wekkers"


def over_a_folder(group: Group) -> None:
    """The lid of Mirthe closes, Kim says no at home and corrects, and the stick goes out."""
    mirthe, kim, tim, noor = group.all
    stappen.take_part(mirthe, kim, noor)
    stappen.begin(group)
    stappen.bring(group)
    tim.window.answer("Klopt het zo?", "Vastleggen")
    stappen.explore(group, kim, tim)
    for laptop in (mirthe, kim):
        laptop.window.wait("Noor schrijft")
    group.nobody_saw(*asked(kim, tim))
    stappen.explore(group, noor)
    group.all_see("Alle vragen zijn er.", *asked(kim, tim, noor))

    # Mirthe goes on in the middle of her second answer.
    stappen.put_in_order(group)
    group.says(mirthe, "Wat is je antwoord?", "Antwoord 1.")
    mirthe.types_half("Mirthe · Wat is je antwoord?", "Soms zet")
    mirthe.closes_the_lid()
    mirthe.types("mee").asks("Mirthe · Wat is je antwoord?", "Soms zet")
    group.line(mirthe, "Wat is je antwoord?", " ik hem uit.")
    group.words["Soms zet ik hem uit."] = "mirthe"
    stappen.handle(group, 3, 4, 5, 6)
    tim.told("Probleemverkenning (ronde 1) vastgelegd")

    # The no of Kim opens the words again, and all are asked about the new ones.
    for laptop in (kim, noor, tim):
        group.gives(laptop, "definitie", f"Definitie van {laptop.naam}")
    stappen.define(group, "Hoe slaap ik?")
    for laptop, typed in ((mirthe, "j"), (noor, "j"), (kim, "n"), (tim, "j")):
        group.line(laptop, DUIDELIJK, typed)
    tim.told("Kim: nee.")
    group.takes_back("Hoe slaap ik?")
    stappen.define(group, IN_BED)
    stappen.is_clear(group, mirthe)
    for laptop in (noor, kim, tim):
        laptop.told(IN_BED)
        stappen.is_clear(group, laptop)
    tim.told("Probleemdefinitie (ronde 1) vastgelegd")

    # Kim corrects what all have seen by now: Mirthe reacts to what stands there.
    stappen.advise(group)
    stappen.correct(group, kim, "advies", WEKKER, TWEE)
    mirthe.told(f"Kim: {TWEE}")
    stappen.react(group)
    stappen.make_plan(group, tim)
    stappen.agree(group, mirthe, kim, noor, tim)
    tim.told("Advisering (ronde 1) vastgelegd")
    for laptop in (mirthe, kim, noor, tim):
        laptop.window.asks(f"{laptop.naam} · ervaring", None)
    with group.cut(kim):
        stappen.say_how_it_was(group, mirthe, kim, noor, tim)
        kim.window.wait("geen verbinding sinds")
        tim.window.wait("geen verbinding sinds")
    line(tim.window, "Afspraak 1")
    stappen.no_more_rondes(tim)
    stappen.end(tim, mirthe, kim, noor)
    group.sync()
    assert stappen.said_yes(group) == ["kim", "mirthe", "noor", "tim"]
    assert stappen.clear_to(group) == ["kim", "mirthe", "noor", "tim"]


def over_ssh(group: Group) -> None:
    """Kim stops halfway, the line of Mirthe is silent, Noor comes late, and her line is cut."""
    mirthe, kim, tim, noor = group.all
    stappen.take_part(mirthe, kim)
    stappen.begin(group)
    stappen.bring(group)
    tim.window.answer("Klopt het zo?", "Vastleggen")
    kim.types_half("Kim · vraag 1 van 2", "Wat doet")
    stappen.stop(kim)
    kim.types("mee").asks("Kim · vraag 1 van 2", "Wat doet")
    group.line(kim, "vraag 1 van 2", " Kim?")
    group.words["Wat doet Kim?"] = "kim"
    group.says(kim, "vraag 2 van 2", "Hoe gaat Kim verder?")
    group.arrives(tim, "Hoe gaat Kim verder?")
    group.nobody_saw(*asked(kim))
    stappen.explore(group, tim)
    stappen.put_in_order(group)
    with group.cut(mirthe, is_silent=True):
        stappen.handle(group, 1, 2, 3, 4)
        mirthe.window.wait("geen verbinding sinds")
        tim.window.wait("wachten op Mirthe")
    tim.told("Probleemverkenning (ronde 1) vastgelegd")

    # The others close the step while the line of Noor is cut: hers comes in beside the rest.
    noor.types("mee").answer("Noor, je doet nu niet mee. Vanaf hier wel?", "Ja")
    group.arrives(tim, "- noor")
    noor.window.asks("Noor · definitie", None)
    with group.cut(noor):
        for laptop in (noor, kim, tim):
            group.gives(laptop, "definitie", f"Definitie van {laptop.naam}")
        noor.window.wait("geen verbinding sinds")
        stappen.pass_over(tim, noor)
        stappen.define(group, IN_BED)
        stappen.is_clear(group, mirthe, kim, tim)
        tim.told("Probleemdefinitie (ronde 1) vastgelegd")
        group.nobody_saw("Definitie van Noor")
    group.arrives(tim, "Definitie van Noor")

    for laptop, words in ((kim, WEKKER), (tim, BED)):
        group.gives(laptop, "advies", words)
    mirthe.window.wait("Noor schrijft")
    group.nobody_saw(WEKKER, BED)
    group.gives(noor, "advies", TELEFOON)
    group.all_see(ZIJN_ER, f"Kim: {WEKKER}", f"Tim: {BED}", f"Noor: {TELEFOON}")
    stappen.react(group)
    stappen.make_plan(group, tim)
    stappen.agree(group, mirthe, kim, noor, tim)
    tim.told("Advisering (ronde 1) vastgelegd")
    stappen.leave_out_the_evaluation(tim)
    stappen.no_more_rondes(tim)
    stappen.end(tim, mirthe, kim, noor)
    group.sync()
    assert stappen.said_yes(group) == ["kim", "mirthe", "noor", "tim"]
    assert stappen.clear_to(group) == ["kim", "mirthe", "tim"]


def over_http(group: Group) -> None:
    """Noor is asked at the laptop of who leads until she comes with her own; Kim takes over, and
    her line is cut while she leads; Noor goes home.
    """
    mirthe, kim, tim, noor = group.all
    stappen.take_part(mirthe)
    stappen.begin(group)
    stappen.bring(group)
    tim.window.answer("Klopt het zo?", "Vastleggen")
    tim.window.asks("Kim · vraag 1 van 2", None)
    kim.types("step")
    stappen.take_over(kim, tim)
    stappen.explore(group, tim, kim)
    for nummer, vraag in enumerate(asked(noor), 1):
        line(kim.window, f"Noor · vraag {nummer} van 2", vraag)
        group.words[vraag] = "kim"
    for laptop in (mirthe, kim, tim):
        laptop.told("Alle vragen zijn er.", *asked(tim, kim, noor))
    stappen.put_in_order(group)
    stappen.handle(group, 1, 2, 3, 4, 5, 6)
    kim.told("Probleemverkenning (ronde 1) vastgelegd")

    # The line of who leads is cut: nobody comes further, and nothing is lost.
    noor.types("mee")
    group.arrives(kim, "- noor")
    for laptop in (tim, noor):
        laptop.window.asks(f"{laptop.naam} · definitie", None)
    with group.cut(kim):
        for laptop in (tim, noor, kim):
            group.gives(laptop, "definitie", f"Definitie van {laptop.naam}")
        kim.window.wait("wachten op Tim en Noor", "geen verbinding sinds")
        tim.window.wait("Kim leidt")
        group.nobody_saw(*(f"Definitie van {wie.naam}" for wie in (tim, noor, kim)))
    stappen.define(group, IN_BED)
    stappen.is_clear(group, mirthe, tim, noor, kim)
    kim.told("Probleemdefinitie (ronde 1) vastgelegd")

    # Who said yes before they left, said it.
    stappen.advise(group)
    stappen.react(group)
    stappen.make_plan(group, kim)
    group.line(noor, HAALBAAR, "j")
    stappen.leave(noor)
    stappen.agree(group, mirthe, tim, kim)
    kim.told("Advisering (ronde 1) vastgelegd")
    stappen.evaluate(group, kim, mirthe, tim)
    stappen.no_more_rondes(kim)
    stappen.end(kim, mirthe, tim)
    group.sync()
    assert stappen.said_yes(group) == ["kim", "mirthe", "noor", "tim"]
    assert stappen.clear_to(group) == ["kim", "mirthe", "noor", "tim"]
