"""A sessie over three laptops that share as they go: Tim leads, Kim and Mirthe take part."""

from pathlib import Path

import pytest

from tests import lab
from tests.lab import must
from tests.prepared import Open, Prepare
from tests.terminal.drie import (
    ADVISERING,
    DEFINITIE,
    DUIDELIJK,
    HAALBAAR,
    PLAN,
    TOEPASBAAR,
    Evening,
    gives,
    line,
    share,
)
from tests.terminal.terminal import CTRL_C, ENTER, NOG_IEMAND


@pytest.fixture
def evening(prepare: Prepare, tmp_path: Path, terminal: Open) -> Evening:
    return share(prepare("kort", 2), tmp_path, terminal)


@pytest.mark.slow
def test_each_answers_what_is_theirs_and_the_yes_is_of_the_words_that_stand(
    evening: Evening,
):
    mirthe = evening.window("mirthe", "mee", "--als", "mirthe")
    mirthe.wait("Advisering", "Enter = meer")
    kim = evening.window("kim", "mee")
    gives(kim, "Kim · advies", "Zet een wekker")
    kim.wait("aangevuld door Kim")

    tim = evening.window("tim", "step")
    gives(tim, "Tim · advies", "Ga vroeg naar bed")
    # Shown to all at once, when all are ready; until then nobody saw the words of another.
    for window in (mirthe, kim, tim):
        window.wait("Alle adviezen zijn er.", "Kim: Zet een wekker", "Tim: Ga vroeg")
    tim.wait("wachten op Mirthe")
    line(mirthe, TOEPASBAAR, "ja doe ik")
    mirthe.wait("Tim: Ga vroeg naar bed")
    line(mirthe, TOEPASBAAR, "deels")

    # The plan is in the file before anybody is asked whether they agree with it.
    tim.wait("Welke acties komen in het actieplan?")
    assert "Sta je achter dit plan" not in mirthe.all_text
    line(tim, "Actie 1", "mirthe: Ik zet elke dag om 9 uur de wekker")
    line(tim, "Actie 2")
    line(mirthe, PLAN, "j")
    line(mirthe, f"Mirthe · {HAALBAAR}", "j")
    line(kim, f"Kim · {HAALBAAR}", "n")

    # Kim's no opens the words again; what Mirthe said was of the old ones, and is asked anew.
    line(tim, f"Tim · {HAALBAAR}", "j")
    tim.asks("Maak dit kleiner of haalbaarder", None)
    tim.keys("\x15", "Ik zet elke werkdag om 9 uur de wekker", ENTER)
    for window in (mirthe, kim):
        window.wait("Ik zet elke werkdag om 9 uur de wekker")
    line(mirthe, PLAN, "j")
    line(mirthe, f"Mirthe · {HAALBAAR}", "j")
    line(kim, f"Kim · {HAALBAAR}", "j")
    line(tim, f"Tim · {HAALBAAR}", "j")
    mirthe.wait("Brengt nog iemand iets in? Dat zeggen jullie in de call")
    tim.wait("Advisering (ronde 1) vastgelegd")
    tim.asks(NOG_IEMAND, None)

    data = evening.all_have(ADVISERING)
    [actie] = data["acties"]
    assert actie["actie"] == "Ik zet elke werkdag om 9 uur de wekker"
    assert actie["akkoord"] is True
    assert sorted(ja["lid"] for ja in actie["haalbaar"]) == ["kim", "mirthe", "tim"]
    assert all(ja["akkoord"] for ja in actie["haalbaar"])
    assert sorted(data["voortgang"]["zelf"]) == ["kim", "mirthe"]
    assert data.keys() & {"conflicten"} == set()


@pytest.mark.slow
def test_a_no_at_home_opens_the_wording_again(
    prepare: Prepare, tmp_path: Path, terminal: Open
):
    evening = share(prepare("lang", 3), tmp_path, terminal)
    kim = evening.window("kim", "mee")
    line(kim, "Kim · definitie", "Geen ritme")
    line(kim, "Kim · nog een definitie")
    tim = evening.window("tim", "step")
    line(tim, "Tim · definitie", "Te laat naar bed")
    line(tim, "Tim · nog een definitie")
    # Nothing to say yes to is there yet.
    tim.asks("Mirthe · Hoe luidt je hulpvraag nu?", None)
    assert DUIDELIJK not in kim.all_text
    tim.keys("\x15", "Hoe slaap ik?", ENTER)
    line(kim, f"Kim · {DUIDELIJK}", "n")
    line(tim, "Is de nieuwe hulpvraag voor iedereen duidelijk?", "a")
    tim.wait("Kim: nee.")
    tim.asks("Mirthe · Hoe luidt je hulpvraag nu?", None)
    tim.keys("\x15", "Hoe kom ik om elf uur in bed?", ENTER)
    kim.wait("Hoe kom ik om elf uur in bed?")
    line(kim, f"Kim · {DUIDELIJK}", "j")
    line(tim, "Is de nieuwe hulpvraag voor iedereen duidelijk?", "a")
    tim.wait("Probleemdefinitie (ronde 1) vastgelegd")
    data = evening.all_have(DEFINITIE)
    assert data["herformulering"] == "Hoe kom ik om elf uur in bed?"
    assert sorted(data["duidelijk_voor"]) == ["kim", "mirthe", "tim"]


def test_who_leads_is_known(evening: Evening):
    tim = evening.window("tim", "step")
    tim.asks("Kim · advies", None)
    kim = evening.window("kim", "step")
    kim.wait("Tim leidt deze stap sinds 19:00. Wat wil je?")
    kim.answer("Tim leidt deze stap", "Overnemen: ik leid verder")
    kim.asks("Kim · advies", None)
    kim.keys(CTRL_C)
    assert kim.exit_code() == 130
    kim = evening.window("kim", "step")
    kim.asks("Kim · advies", None)


def test_who_leads_already_can_be_joined(evening: Evening):
    tim = evening.window("tim", "step")
    tim.asks("Kim · advies", None)
    kim = evening.window("kim", "step")
    kim.answer("Tim leidt deze stap", "Meedoen, op mijn eigen laptop")
    gives(kim, "Kim · advies", "Zet een wekker")
    tim.asks("Tim · advies", None)
    assert "Zet een wekker" not in tim.all_text


def test_mee_needs_a_group_that_shares(evening: Evening):
    path = evening.kim / "groep.yaml"
    path.write_text(path.read_text().replace("na-stap", "hand"))
    window = evening.window("kim", "mee")
    window.wait("In deze groep gaat delen met de hand.")
    assert window.exit_code() == 1


def test_what_members_write_is_hidden_everywhere_until_it_is_shown(evening: Evening):
    advies = "adviezen:\n- Leg je telefoon weg\n"
    must(evening.kim, "step", "--als", "kim", "--antwoorden", "-", stdin=advies)
    must(evening.tim, "sync")
    looks = (
        ("log",),
        ("log", "--verloop"),
        ("log", "--zoek", "telefoon"),
        ("show",),
        ("show", "--json"),
        ("status",),
        ("check",),
    )
    for look in looks:
        assert "telefoon" not in lab.intervisie(evening.tim, *look).out, look
    reactie = lab.intervisie(
        evening.mirthe, "step", "--als", "mirthe", "--antwoorden", "-", stdin=""
    )
    assert "telefoon" not in reactie.out
    tim = evening.window("tim", "step")
    gives(tim, "Tim · advies", "Begin klein")
    tim.wait("Alle adviezen zijn er.")
    tim.asks(TOEPASBAAR, None)
    tim.keys(CTRL_C)
    assert tim.exit_code() == 130
    must(evening.mirthe, "sync")
    assert "telefoon" in must(evening.mirthe, "log", "--zoek", "telefoon").out
    assert "telefoon" in must(evening.mirthe, "show", "--json").out


@pytest.mark.slow
def test_who_is_taken_over_from_hears_it_and_goes_on_at_their_own(evening: Evening):
    tim = evening.window("tim", "step")
    tim.asks("Kim · advies", None)
    kim = evening.window("kim", "step")
    kim.answer("Tim leidt deze stap", "Overnemen: ik leid verder")
    tim.wait("Kim leidt nu. Wat je typte is bewaard.")
    tim.answer("Kim leidt deze stap", "Meedoen, op mijn eigen laptop")
    # What is Tim's is asked at his own laptop, and not at that of who leads now.
    gives(tim, "Tim · advies", "Ga vroeg naar bed")
    gives(kim, "Kim · advies", "Zet een wekker")
    for window in (kim, tim):
        window.wait("Alle adviezen zijn er.", "Tim: Ga vroeg naar bed")
    assert "Tim · advies" not in kim.all_text
    kim.asks(TOEPASBAAR, None)


@pytest.mark.slow
def test_who_passes_over_at_home_is_not_waited_for_and_not_answered_for(
    evening: Evening,
):
    mirthe = evening.window("mirthe", "mee", "--als", "mirthe")
    mirthe.wait("Enter = meer")
    kim = evening.window("kim", "mee")
    kim.asks("Kim · advies", None)
    kim.menu("Kim slaat over")
    kim.wait(": Kim slaat over", "Enter = meer")
    tim = evening.window("tim", "step")
    gives(tim, "Tim · advies", "Ga vroeg naar bed")
    line(mirthe, TOEPASBAAR, "ja")
    line(tim, "Actie 1", "mirthe: Ik zet elke dag om 9 uur de wekker")
    line(tim, "Actie 2")
    line(tim, f"Tim · {HAALBAAR}", "j")
    line(mirthe, PLAN, "j")
    line(mirthe, f"Mirthe · {HAALBAAR}", "j")
    tim.wait("Advisering (ronde 1) vastgelegd")
    data = evening.all_have(ADVISERING)
    assert data["slaat_over"] == ["kim"]
    [actie] = data["acties"]
    assert sorted(ja["lid"] for ja in actie["haalbaar"]) == ["mirthe", "tim"]
    kim.wait("Alle adviezen zijn er.")


@pytest.mark.slow
def test_an_inbrenger_who_passes_over_is_not_answered_for(evening: Evening):
    mirthe = evening.window("mirthe", "mee", "--als", "mirthe")
    mirthe.wait("Enter = meer")
    mirthe.keys(ENTER)
    mirthe.answer("Wat wil je doen?", "Ik sla deze stap over")
    mirthe.wait("Enter = meer")
    must(evening.mirthe, "sync")
    tim = evening.window("tim", "step")
    line(tim, "Kim · advies", "Zet een wekker")
    line(tim, "Tim · advies", "Ga vroeg naar bed")
    line(tim, "Kim · nog een advies")
    line(tim, "Actie 1", "mirthe: Ik zet elke dag om 9 uur de wekker")
    line(tim, "Actie 2")
    line(tim, "Twijfelt iemand of dit plan haalbaar is?", "nee")
    tim.wait("Advisering (ronde 1) vastgelegd")
    assert PLAN not in tim.all_text
    data = evening.all_have(ADVISERING)
    assert "akkoord" not in data["acties"][0]


@pytest.mark.slow
def test_who_left_and_comes_back_takes_part_from_there(evening: Evening):
    must(evening.kim, "wijzig", "--weg", "kim")
    must(evening.tim, "sync")
    kim = evening.window("kim", "mee")
    kim.answer("Kim, je doet nu niet mee. Vanaf hier wel?", "Ja")
    kim.asks("Kim · advies", None)
    tim = evening.window("tim", "step")
    gives(tim, "Tim · advies", "Ga vroeg naar bed")
    tim.wait("wachten op Kim")


@pytest.mark.slow
def test_who_passes_over_and_comes_back_goes_on_with_half_a_text(evening: Evening):
    kim = evening.window("kim", "mee")
    kim.asks("Kim · advies", None)
    kim.keys("Leg je boek")
    kim.asks("Kim · advies", "Leg je boek")
    kim.menu("Kim slaat over")
    kim.wait(": Kim slaat over", "Enter = meer")
    kim.keys(ENTER)
    kim.answer("Wat wil je doen?", "Ik doe toch mee in deze stap")
    kim.asks("Kim · advies", "Leg je boek")
