"""The steps of a sessie over four laptops, as they go when nothing comes between."""

from tests.terminal.terminal import CTRL_C, CTRL_U, ENTER, NOG_IEMAND
from tests.terminal.vier import Group, Laptop, line

TOEPASBAAR = "Kun je hier iets mee?"
PLAN = "Sta je achter dit plan?"
HAALBAAR = "Denk je dat dit haalbaar is?"
DUIDELIJK = "Is de nieuwe hulpvraag voor jou duidelijk?"
SINDS = "Tim leidt deze stap sinds 19:00. Wat wil je?"
ZIJN_ER = "Alle adviezen zijn er."
WEKKER, BED, TELEFOON = "Zet een wekker", "Ga vroeg naar bed", "Leg je telefoon weg"
ACTIE = "Ik zet elke dag om 9 uur de wekker"
KLEINER = "Ik zet elke werkdag om 9 uur de wekker"

# What brings the korte sessie to the advising without a window.
UNTIL_ADVICE = """
stap: acclimatisering
kennismaking: true
---
stap: hulpvraag-definieren
hulpvraag: Hoe begin ik?
"""


def take_part(*laptops: Laptop) -> None:
    """Open `mee` on these, and wait until they know where the group is."""
    for laptop in laptops:
        laptop.types("mee")
    for laptop in laptops:
        laptop.window.wait("Enter = meer")


def begin(group: Group) -> None:
    """The acclimatisering is of the group, and asked at the laptop of who leads."""
    group.tim.types("step").play("""
        Hebben jullie kennisgemaakt? | Ja
        Wat is het thema van deze sessie? | Structuur
        Wie begeleidt, en wie notuleert? | -
    """)
    group.tim.told("Acclimatisering vastgelegd")


def bring(group: Group) -> None:
    """The hulpvraag is Mirthe's, and on all screens once she gave it."""
    group.says(group.mirthe, "Wat is je hulpvraag?", "Hoe begin ik?")
    group.says(group.mirthe, "Wat moet de groep erover weten?", "Ik blijf liggen.")


def ask_in_turn(
    group: Group, *without: Laptop, antwoorden: tuple[str, ...] = ("De bank.",)
) -> None:
    """In the short one question and answer alternate: Kim asks, *without* have no question."""
    group.says(group.kim, "vraag", "Wat houdt je tegen?")
    group.line(group.kim, "nog een vraag")
    for laptop in without:
        group.line(laptop, "vraag")
    for antwoord in antwoorden:
        group.says(group.mirthe, "Wat is je antwoord?", antwoord)
    group.line(group.mirthe, "Hoe luidt je hulpvraag nu?")


def advise(group: Group) -> None:
    """Each of the three gives advice, and all see it."""
    for laptop, words in (
        (group.kim, WEKKER),
        (group.noor, TELEFOON),
        (group.tim, BED),
    ):
        group.gives(laptop, "advies", words)
    group.all_see(ZIJN_ER, f"Kim: {WEKKER}", f"Tim: {BED}", f"Noor: {TELEFOON}")


def react(group: Group) -> None:
    """Mirthe says of each of the three whether she can do something with it."""
    for reactie in ("als ik slaap", "dat lukt niet", "alleen op zondag"):
        group.line(group.mirthe, TOEPASBAAR, f"deels, {reactie}")
        group.words[reactie] = "mirthe"


def make_plan(group: Group, leads: Laptop, begun: str = "") -> None:
    """The plan is made in the call, and typed at the laptop of who leads."""
    line(leads.window, "Actie 1", f"mirthe: {ACTIE}".removeprefix(begun))
    line(leads.window, "Actie 2")
    group.words[ACTIE] = leads.wie


def reword(group: Group, leads: Laptop) -> None:
    """Make the action smaller at which somebody said no."""
    leads.window.asks("Maak dit kleiner of haalbaarder", None)
    leads.window.keys(CTRL_U, KLEINER, ENTER)
    group.takes_back(ACTIE)
    group.words[KLEINER] = leads.wie


def agree(group: Group, *laptops: Laptop) -> None:
    """Mirthe stands behind the plan, and these say yes to it, each at home."""
    group.line(group.mirthe, PLAN, "j")
    for laptop in laptops:
        group.line(laptop, HAALBAAR, "j")


def say_how_it_was(group: Group, *laptops: Laptop) -> None:
    """Each says it at home."""
    for laptop in laptops:
        group.says(laptop, "ervaring", f"Fijn, vond {laptop.naam}")


def evaluate(group: Group, leads: Laptop, *others: Laptop) -> None:
    """These say how it was, and agree on nothing."""
    say_how_it_was(group, *others, leads)
    line(leads.window, "Afspraak 1")


def leave_out_the_evaluation(leads: Laptop) -> None:
    """The group wants to go home; the others are asked no more."""
    leads.window.asks(f"{leads.naam} · ervaring", None)
    leads.window.skip_step()


def end(leads: Laptop, *others: Laptop) -> None:
    """Round off where it is led; the others see the plan, and their `mee` ends."""
    line(leads.window, "Activiteit 1")
    for laptop in (leads, *others):
        laptop.told("Dit gaan jullie doen", "de wekker")
    line(leads.window, "Wanneer weer?")
    for laptop in (leads, *others):
        assert laptop.window.exit_code() == 0, laptop.wie


def said_yes(group: Group) -> list[str]:
    """Who said yes to the one action, by the file."""
    [actie] = group.steps()["advisering"]["acties"]
    assert actie["akkoord"] is True
    assert all(ja["akkoord"] for ja in actie["haalbaar"])
    return sorted(ja["lid"] for ja in actie["haalbaar"])


def clear_to(group: Group) -> list[str]:
    """To whom the new hulpvraag is clear, by the file."""
    return sorted(group.steps()["probleemdefinitie"]["duidelijk_voor"])


def no_more_rondes(leads: Laptop) -> None:
    line(leads.window, NOG_IEMAND, "n")


def correct(group: Group, laptop: Laptop, question: str, was: str, words: str) -> None:
    """Change what somebody sent, from where they wait."""
    window = laptop.window
    window.wait("Enter = meer")
    window.keys(ENTER)
    window.answer("Wat wil je doen?", "Verbeter wat je gaf")
    window.answer("Klopt het zo?", "Eerst iets veranderen")
    window.answer("Wat wil je veranderen?", was)
    window.asks(f"{laptop.naam} · {question}", was)
    window.keys(CTRL_U, words, ENTER)
    window.answer("Klopt het zo?", "Vastleggen")
    window.wait("Enter = meer")
    group.takes_back(was)
    group.words[words] = laptop.wie


def leave(laptop: Laptop) -> None:
    """Go home before the end; the others hear it."""
    laptop.window.wait("Enter = meer")
    laptop.window.keys(ENTER)
    laptop.window.answer("Wat wil je doen?", "Ik ga weg")
    laptop.told("De anderen weten dat je weg bent.")
    assert laptop.window.exit_code() == 0


def pass_over(leads: Laptop, laptop: Laptop) -> None:
    """Go on without who is slow."""
    leads.window.wait(f"wachten op {laptop.naam}")
    leads.window.keys(ENTER)
    leads.window.answer("Wat nu?", f"{laptop.naam} slaat deze stap over")


def asked(*laptops: Laptop) -> list[str]:
    """The questions of these in the long one."""
    vragen = ("Wat doet {}?", "Hoe gaat {} verder?")
    return [vraag.format(laptop.naam) for laptop in laptops for vraag in vragen]


def explore(group: Group, *laptops: Laptop) -> None:
    """In the long one each has two questions, that are shown together."""
    for laptop in laptops:
        for nummer, vraag in enumerate(asked(laptop), 1):
            group.says(laptop, f"vraag {nummer} van 2", vraag)


def put_in_order(group: Group) -> None:
    """Mirthe takes the questions as they came."""
    group.line(group.mirthe, "In welke volgorde? Typ de nummers")


def handle(group: Group, *nummers: int) -> None:
    """Mirthe answers these, and says which questions did right to hers."""
    for nummer in nummers:
        group.says(group.mirthe, "Wat is je antwoord?", f"Antwoord {nummer}.")
    group.line(group.mirthe, "Welke vragen deden recht aan je hulpvraag?", "a")


def define(group: Group, words: str) -> None:
    """Mirthe words her hulpvraag anew."""
    mirthe = group.mirthe
    mirthe.window.asks("Mirthe · Hoe luidt je hulpvraag nu?", None)
    mirthe.window.keys(CTRL_U, words, ENTER)
    group.words[words] = "mirthe"


def stop(laptop: Laptop) -> None:
    """Press Ctrl-C; what was typed is kept."""
    laptop.window.keys(CTRL_C)
    assert laptop.window.exit_code() == 130
    laptop.told("Gestopt. Wat je hebt ingevuld is bewaard.")


def is_clear(group: Group, *laptops: Laptop) -> None:
    """These say at home that the new hulpvraag is clear to them."""
    for laptop in laptops:
        group.line(laptop, DUIDELIJK, "j")


def take_over(leads: Laptop, was: Laptop) -> None:
    """Lead instead of Tim, who hears it and goes on at his own laptop."""
    leads.window.wait(SINDS)
    leads.window.answer(SINDS, "Overnemen: ik leid verder")
    was.window.wait(f"{leads.naam} leidt nu. Wat je typte is bewaard.")
    was.window.answer(f"{leads.naam} leidt deze stap", "Meedoen, op mijn eigen laptop")
