"""Whole sessies over three laptops, each at a terminal of its own: one leads, the others give
what is theirs, somebody comes late and somebody leaves, and what two write at once stays.
"""

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from tests import lab
from tests.lab import must
from tests.prepared import Open
from tests.terminal.terminal import CTRL_C, CTRL_N, NOG_IEMAND, WEER, Terminal

pytestmark = pytest.mark.slow

BRENGT_IN = "Wie brengt een hulpvraag in?"


class Laptop(NamedTuple):
    """The clone of one member, and windows on it."""

    folder: Path
    open: Open

    def step(self, *argv: str) -> Terminal:
        return self.open("step", *argv, cwd=self.folder)

    def sessie(self) -> Path:
        [folder] = (self.folder / "sessies/2026").iterdir()
        return folder

    def fill_in(self, file: str, label: str, text: str) -> None:
        """Write *text* in a form with an editor, as somebody does who never ran `step`."""
        path = self.sessie() / file
        form = path.read_text(encoding="utf-8")
        assert label in form
        path.write_text(form.replace(label, f"{label} {text}", 1), encoding="utf-8")


class Laptops(NamedTuple):
    mirthe: Laptop
    kim: Laptop
    tim: Laptop

    def share(self) -> None:
        """Let each give what it has, and get what the others gave."""
        for laptop in (*self, *self):
            must(laptop.folder, "sync")

    def are_one(self) -> bool:
        first, *others = [lab.files_of(laptop.folder) for laptop in self]
        return all(other == first for other in others)


@pytest.fixture
def laptops(leeg: Path, tmp_path: Path, terminal: Open) -> Laptops:
    """A group that shares over a folder, without a sessie."""
    plek = str(tmp_path / "stick/groep.git")
    must(leeg, "init", "--remote", plek, str(leeg))
    for lid in ("kim", "tim"):
        must(tmp_path, "init", "--van", plek, str(tmp_path / lid), "--als", lid)
    folders = (leeg, tmp_path / "kim", tmp_path / "tim")
    return Laptops(*(Laptop(folder, terminal) for folder in folders))


def prepare(laptop: Laptop, variant: str) -> None:
    """Prepare a sessie of two: Tim comes later, and the rest is decided in the call."""
    window = laptop.open(
        "new", f"--{variant}", "--deelnemers", "mirthe,kim", cwd=laptop.folder
    )
    window.until(lambda: "zo klaarzetten?" in window.question, "the page of new")
    window.keys("\r")
    assert window.exit_code() == 0


def people(window: Terminal, wat: str, vraag: str, naam: str) -> None:
    """Say in the menu that somebody comes or goes."""
    window.menu("Wie is er, en wie doet wat?")
    window.answer("Wie is er, en wie doet wat?", wat)
    window.answer(vraag, naam)


def stop(window: Terminal) -> None:
    window.keys(CTRL_C)
    assert window.exit_code() == 130


def test_a_korte_sessie(laptops: Laptops):
    prepare(laptops.mirthe, "kort")
    _first_ronde_kort(laptops)
    _second_ronde_kort(laptops)

    assert laptops.are_one()
    for laptop in laptops:
        verteld = must(laptop.folder, "show").out
        for woorden in ("Zet een wekker", "Hoe stop ik?", "Leg hem weg", "lunchen"):
            assert woorden in verteld
        assert "Ik was te snel" in must(laptop.folder, "show", "--lid", "kim").out
        assert "Mirthe lacht weer" in must(laptop.folder, "show", "--lid", "tim").out
        acties = must(laptop.folder, "actie", "--van", "tim").out
        assert "We bellen" in acties
        assert "telefoon" not in acties
        assert list(lab.untidy(laptop.folder)) == []
    folder = laptops.mirthe.sessie()
    assert "status: overgeslagen" in (folder / "4-evaluatie.md").read_text()
    advies = (folder / "ronde-1-mirthe/3-advisering.md").read_text()
    assert "toepasbaar: deels\n    reactie: niet in het weekend\n" in advies
    assert advies.count("akkoord: true") == 2 * (1 + 3)


def _first_ronde_kort(laptops: Laptops) -> None:
    mirthe, kim, tim = laptops
    leads = mirthe.step()
    leads.play("""
        Hebben jullie kennisgemaakt? | Ja
        Wat is het thema van deze sessie? | Op gang komen
        Wie begeleidt, en wie notuleert? | kim
        Wie brengt een hulpvraag in? | mirthe
        Mirthe · Wat is je hulpvraag? | Hoe begin ik?
        Mirthe · Wat moet de groep erover weten? | -
    """)
    leads.asks("Kim · vraag")
    people(leads, "Iemand komt erbij", "Wie komt erbij?", "tim")
    leads.asks("Kim · vraag")
    leads.menu("Pauze")
    leads.agree("Pauze")
    leads.play("""
        Kim · vraag | Wat houdt je tegen?
        Mirthe · Wat is je antwoord? | De bank.
        Tim · vraag | -
        Mirthe · Hoe luidt je hulpvraag nu?
    """)
    leads.asks("Kim · advies")
    stop(leads)
    laptops.share()

    # Two give their advice at the same time, each at home; Kim notes something for herself.
    of_kim, of_tim = kim.step("--als", "kim"), tim.step("--als", "tim")
    of_kim.answer("Kim · advies", "Zet een wekker")
    of_tim.answer("Tim · advies", "Bel mij om 9 uur")
    of_kim.press(CTRL_N)
    of_kim.answer("Notitie van Kim (de groep kan dit lezen)", "Ik was te snel")
    for window, naam in ((of_kim, "Kim"), (of_tim, "Tim")):
        window.answer(f"{naam} · nog een advies", "")
        window.agree("Klopt het zo?")
        assert window.exit_code() == 0
    must(tim.folder, "notitie", "Mirthe lacht weer", "--als", "tim")
    laptops.share()

    leads = mirthe.step()
    leads.wait("  Kim: Zet een wekker", "  Tim: Bel mij om 9 uur")
    leads.play("""
        Kim · nog een advies | -
        Mirthe · Kun je hier iets mee? | ja
        Mirthe · Kun je hier iets mee? | deels, niet in het weekend
        Actie 1 | Ik zet t/m 7 december elke dag om 9 uur de wekker
        Actie 2 | samen: We bellen t/m 7 december elke maandag om 10 uur
        Actie 3 | -
        Mirthe · Sta je achter dit plan? | a
        Twijfelt iemand of dit plan haalbaar is? | nee
        Brengt nog iemand een hulpvraag in? | kim
    """)
    leads.asks("Kim · Wat is je hulpvraag?")
    people(leads, "Iemand gaat weg", "Wie gaat weg?", "mirthe")
    leads.asks("Kim · Wat is je hulpvraag?")
    stop(leads)
    laptops.share()


def _second_ronde_kort(laptops: Laptops) -> None:
    """Kim writes hers in the form with an editor, and Tim leads on."""
    _, kim, tim = laptops
    kim.fill_in("ronde-2-kim/2-hulpvraag-definieren.md", "- Hulpvraag:", "Hoe stop ik?")
    laptops.share()
    leads = tim.step()
    leads.agree("Kim · Wat is je hulpvraag?", "Hoe stop ik?")
    leads.play("""
        Kim · Wat moet de groep erover weten? | -
        Tim · vraag | Wat houd je vast?
        Kim · Wat is je antwoord? | Mijn telefoon.
        Tim · nog een vraag | -
        Kim · Hoe luidt je hulpvraag nu?
        Tim · advies | Leg hem weg
        Tim · nog een advies | -
        Kim · Kun je hier iets mee? | ja
        Actie 1 | Ik leg t/m 7 december elke avond om 22 uur mijn telefoon weg
        Actie 2 | -
        Kim · Sta je achter dit plan? | j
        Twijfelt iemand of dit plan haalbaar is? | nee
    """)
    leads.answer(NOG_IEMAND, "")
    leads.asks("Kim · ervaring")
    leads.skip_step()
    leads.play("""
        Activiteit 1 | Samen lunchen
        Activiteit 2 | -
        Wanneer weer? | -
    """)
    assert leads.exit_code() == 0
    laptops.share()


def test_a_lange_sessie(laptops: Laptops):
    prepare(laptops.mirthe, "lang")
    _until_the_questions(laptops)
    _until_the_first_plan(laptops)
    _second_ronde_lang(laptops)

    assert laptops.are_one()
    for laptop in laptops:
        verteld = must(laptop.folder, "show").out
        for woorden in ("Geen vaste momenten", "Hoe zeg ik nee?", "Tim dacht lang na"):
            assert woorden in verteld
        assert "Ik moest weg" in must(laptop.folder, "show", "--lid", "kim").out
        assert list(lab.untidy(laptop.folder)) == []
    folder = laptops.mirthe.sessie()
    verkend = (folder / "ronde-1-mirthe/3-probleemverkenning.md").read_text()
    assert re.findall(r"vraag: (.*)\n    antwoord: (.*)\n    past: (.*)", verkend) == [
        ("Hoe ziet een avond eruit?", "televisie", "deels"),
        ("Wat houdt je tegen?", "de bank", "ja"),
        ("Hoe is dat gekomen?", "vanzelf", "ja"),
        ("Wat gaf je energie?", "het bos", "ja"),
    ]
    # Kim was not there any more: nobody says that she agrees.
    advies = (folder / "ronde-2-tim/5-advisering.md").read_text()
    assert "kim" not in advies
    assert "status: overgeslagen" in (folder / "7-eigen-invulling.md").read_text()


def _until_the_questions(laptops: Laptops) -> None:
    mirthe, kim, tim = laptops
    leads = mirthe.step()
    leads.play("""
        Hebben jullie kennisgemaakt? | Ja
        Wat is het thema van deze sessie? | Structuur
        Wie begeleidt, en wie notuleert? | kim
        Wie brengt een hulpvraag in? | mirthe
        Mirthe · Wat is je hulpvraag? | Hoe kan ik mezelf motiveren?
        Mirthe · Wat moet de groep erover weten? | -
    """)
    leads.asks("Kim · vraag 1 van 2")
    people(leads, "Iemand komt erbij", "Wie komt erbij?", "tim")
    leads.asks("Kim · vraag 1 van 2")
    stop(leads)
    laptops.share()

    # Each types their own questions at home, at the same time.
    of_kim, of_tim = kim.step("--als", "kim"), tim.step("--als", "tim")
    of_kim.answer("Kim · vraag 1 van 2", "Wat houdt je tegen?")
    of_tim.answer("Tim · vraag 1 van 2", "Hoe ziet een avond eruit?")
    of_kim.answer("Kim · vraag 2 van 2", "Hoe is dat gekomen?")
    of_tim.answer("Tim · vraag 2 van 2", "Wat gaf je energie?")
    for window in (of_kim, of_tim):
        window.agree("Klopt het zo?")
        assert window.exit_code() == 0
    laptops.share()


def _until_the_first_plan(laptops: Laptops) -> None:
    mirthe, _, tim = laptops
    leads = mirthe.step()
    # In what order they are handled is Mirthe's choice.
    leads.wait("1. Kim: Wat houdt je tegen?", "4. Tim: Wat gaf je energie?")
    leads.play("""
        Mirthe · In welke volgorde? Typ de nummers | 3
        Mirthe · Wat is je antwoord? | televisie
    """)
    leads.asks("Mirthe · Wat is je antwoord?")
    leads.menu("Pauze")
    leads.agree("Pauze")
    leads.play("""
        Mirthe · Wat is je antwoord? | de bank
        Mirthe · Wat is je antwoord? | vanzelf
        Mirthe · Wat is je antwoord? | het bos
        Mirthe · Welke vragen deden recht aan je hulpvraag? | 1 deels
    """)
    leads.asks("Kim · definitie")
    laptops.share()

    # While the leader's window stands open, Tim gives his at home.
    of_tim = tim.step("--als", "tim")
    of_tim.play("""
        Tim · definitie | Geen vaste momenten
        Tim · nog een definitie | -
        Klopt het zo?
    """)
    assert of_tim.exit_code() == 0
    leads.answer("Kim · definitie", "Geen structuur")
    stop(leads)
    laptops.share()
    leads = mirthe.step()
    leads.wait("  Kim: Geen structuur", "  Tim: Geen vaste momenten")
    leads.answer("Kim · nog een definitie", "")
    leads.change(
        "Mirthe · Hoe luidt je hulpvraag nu?",
        "Hoe kan ik mezelf motiveren?",
        "Hoe geef ik mijn dag structuur?",
    )
    leads.play("""
        Is de nieuwe hulpvraag voor iedereen duidelijk? | a
        Kim · advies | Sta vroeg op
        Tim · advies | Plan samen
        Kim · nog een advies | -
        Mirthe · Kun je hier iets mee? | ja
        Mirthe · Kun je hier iets mee? | deels, graag
        Actie 1 | Ik sta t/m 7 december elke dag om 9 uur op
        Actie 2 | tim: Ik bel Mirthe t/m 7 december elke maandag om 10 uur
        Actie 3 | -
        Mirthe · Sta je achter dit plan? | a
        Twijfelt iemand of dit plan haalbaar is? | nee
    """)
    leads.answer(NOG_IEMAND, "tim")
    leads.asks("Tim · Wat is je hulpvraag?")
    people(leads, "Iemand gaat weg", "Wie gaat weg?", "kim")
    leads.asks("Tim · Wat is je hulpvraag?")
    stop(leads)
    must(laptops.kim.folder, "notitie", "Ik moest weg", "--als", "kim")
    laptops.share()


def _second_ronde_lang(laptops: Laptops) -> None:
    """Tim writes his in the form with an editor, and Mirthe leads on."""
    mirthe, _, tim = laptops
    tim.fill_in("ronde-2-tim/2-vraagintroductie.md", "- Hulpvraag:", "Hoe zeg ik nee?")
    laptops.share()
    leads = mirthe.step()
    leads.agree("Tim · Wat is je hulpvraag?", "Hoe zeg ik nee?")
    leads.play("""
        Tim · Wat moet de groep erover weten? | -
        Mirthe · vraag 1 van 2 | Wat zeg je nu?
        Mirthe · vraag 2 van 2 | Hoe voelt dat?
    """)
    leads.asks("Tim · In welke volgorde? Typ de nummers")
    leads.note("Tim dacht lang na")
    leads.play("""
        Tim · In welke volgorde? Typ de nummers | -
        Tim · Wat is je antwoord? | ja
        Tim · Wat is je antwoord? | slecht
        Tim · Welke vragen deden recht aan je hulpvraag? | a
        Mirthe · definitie | Grenzen
        Mirthe · nog een definitie | -
        Tim · Hoe luidt je hulpvraag nu?
        Is de nieuwe hulpvraag voor iedereen duidelijk? | a
        Mirthe · advies | Tel tot tien
        Mirthe · nog een advies | -
        Tim · Kun je hier iets mee? | ja
        Actie 1 | Ik zeg t/m 7 december elke week 1 keer nee
        Actie 2 | -
        Tim · Sta je achter dit plan? | j
        Twijfelt iemand of dit plan haalbaar is? | nee
        Brengt nog iemand een hulpvraag in? | -
        Mirthe · ervaring | Goed
        Tim · ervaring | Fijn
        Afspraak 1 | -
    """)
    leads.asks("Activiteit 1")
    leads.skip_step()
    leads.answer(WEER, "")
    assert leads.exit_code() == 0
    laptops.share()
