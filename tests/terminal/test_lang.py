"""A lange sessie of one ronde at a real terminal."""

from pathlib import Path

import pytest

from tests.conftest import Run, git
from tests.prepared import Open, Prepare
from tests.terminal.terminal import CTRL_U, ENTER

pytestmark = pytest.mark.usefixtures("lang")

RONDE = "sessies/2026/2026-11-23-lang/ronde-1-mirthe"


def test_a_whole_lange_sessie_of_one_ronde_is_typed_by_hand(lang: Path, terminal: Open):
    window = terminal("step")
    window.play("""
        Hebben jullie kennisgemaakt? | Ja
        Wat is het thema van deze sessie? | Structuur
        Willen jullie deze sessie opnemen? | Nee
        Wil je nog iets kwijt in de notulen? | -
        Klopt het zo? | Vastleggen
        Door met Vraagintroductie | Ja
        Mirthe · Wat is je hulpvraag? | Hoe kan ik mezelf weer motiveren?
        Mirthe · Wat moet de groep erover weten? | -
        Wil je nog iets kwijt in de notulen? | -
        Klopt het zo? | Vastleggen
        Door met Probleemverkenning | Ja
    """)
    window.wait("Hulpvraag  Hoe kan ik mezelf weer motiveren?", "Kim, vraag 1 van 2")
    window.play("""
        Kim · Wat is je vraag? | Wat houdt je tegen?
        Kim · Wat is je vraag? | Hoe is dat gekomen?
        Tim · Wat is je vraag? | Hoe ziet een avond eruit?
        Tim · Wat is je vraag? | Wat gaf je energie?
        Mirthe · In welke volgorde | Tim: Hoe ziet een avond eruit?
        Welke daarna? | Kim: Hoe is dat gekomen?
        Welke daarna? | De rest in deze volgorde
        Mirthe · Wat is je antwoord? | televisie
        Mirthe · Doet deze vraag recht aan je hulpvraag? | Deels
        Mirthe · Wat is je antwoord? | onregelmatig
        Mirthe · Doet deze vraag recht aan je hulpvraag? | Ja
        Mirthe · Wat is je antwoord? | het bos
        Mirthe · Doet deze vraag recht aan je hulpvraag? | Ja
        Mirthe · Wat is je antwoord? | samen werken
        Mirthe · Doet deze vraag recht aan je hulpvraag? | Nee
        Wil je nog iets kwijt in de notulen? | -
        Klopt het zo? | Vastleggen
        Door met Probleemdefinitie | Ja
        Kim · Wat is jouw definitie? | Geen structuur
        Kim · Nog een definitie toevoegen? | Nee
        Tim · Wat is jouw definitie? | Geen vaste momenten
        Tim · Nog een definitie toevoegen? | Nee
    """)
    window.asks(
        "Mirthe · Hoe luidt je hulpvraag nu?", "Hoe kan ik mezelf weer motiveren?"
    )
    window.keys(CTRL_U, "Hoe geef ik mezelf structuur?", ENTER)
    window.wait("Hoe geef ik mezelf structuur?")
    window.play("""
        Mirthe · Is de nieuwe hulpvraag duidelijk voor jou? | Ja
        Kim · Is de nieuwe hulpvraag duidelijk voor jou? | Nee
    """)
    window.asks("Mirthe · Hoe luidt je hulpvraag nu?", "Hoe geef ik mezelf structuur?")
    window.keys(CTRL_U, "Hoe geef ik mijn dag structuur?", ENTER)
    window.play("""
        Mirthe · Is de nieuwe hulpvraag duidelijk voor jou? | Ja
        Kim · Is de nieuwe hulpvraag duidelijk voor jou? | Ja
        Tim · Is de nieuwe hulpvraag duidelijk voor jou? | Ja
        Wil je nog iets kwijt in de notulen? | -
        Klopt het zo? | Vastleggen
        Door met Advisering | Ja
    """)
    window.wait("Hulpvraag  Hoe geef ik mijn dag structuur?")
    window.play("""
        Kim · Wat is je advies? | Sta vroeg op
        Kim · Nog een advies toevoegen? | Ja
        Kim · Wat is je advies? | Plan samen
        Kim · Nog een advies toevoegen? | Nee
        Tim · Wat is je advies? | Televisie uit
        Tim · Nog een advies toevoegen? | Nee
        Mirthe · Is dit advies voor jou toepasbaar? | Ja
        Mirthe · Hoe reageer je op dit advies? | Doe ik
        Mirthe · Is dit advies voor jou toepasbaar? | Ja
        Mirthe · Hoe reageer je op dit advies? | Graag
        Mirthe · Is dit advies voor jou toepasbaar? | Nee
        Mirthe · Hoe reageer je op dit advies? | Liever niet
        Wat ga je doen? | Elke dag om 9 uur op
        Wie doet dit? | Mirthe
        Nog een actie toevoegen? | Ja
        Wat ga je doen? | Samen plannen
        Wat ziet een ander je dan doen? | We maken samen een planning
        Waaraan zie je dat het gelukt is? | De planning is af
        Wanneer doe je dit, of kijk je terug? | uiterlijk 1 december
        Wat wil je? | Neem dit over
        Wie doet dit? | Kim
        Nog een actie toevoegen? | Nee
        Mirthe · Sta je achter deze actie? | Ja
        Mirthe · Denk je dat deze actie haalbaar is? | Ja
        Kim · Denk je dat deze actie haalbaar is? | Ja
        Tim · Denk je dat deze actie haalbaar is? | Nee
        Mirthe · Sta je achter deze actie? | Nee
        Mirthe · Denk je dat deze actie haalbaar is? | Ja
        Kim · Denk je dat deze actie haalbaar is? | Ja
        Tim · Denk je dat deze actie haalbaar is? | Ja
        Wil je nog iets kwijt in de notulen? | Wie vroeg opstaat
        Klopt het zo? | Vastleggen
        Door met Evaluatie | Ja
        Doen jullie deze stap? | Nee
        Waarom slaan jullie deze stap over? | het is laat
        Klopt het zo? | Vastleggen
        Door met Eigen invulling | Ja
        Doen jullie deze stap? | Ja
        Een activiteit toevoegen? | Ja
        Wat ga je doen? | Borrel
        Nog een activiteit toevoegen? | Nee
        Wil je nog iets kwijt in de notulen? | -
        Klopt het zo? | Vastleggen
    """)
    assert window.exit_code() == 0
    window.wait("De sessie is klaar.")

    assert len(git(lang, "log", "--format=%s").splitlines()) == 2 + 7
    assert git(lang, "status", "--porcelain") == ""
    assert _values(lang, "3-probleemverkenning.md", "vraag") == [
        "Hoe ziet een avond eruit?",
        "Hoe is dat gekomen?",
        "Wat houdt je tegen?",
        "Wat gaf je energie?",
    ]
    assert _values(lang, "3-probleemverkenning.md", "antwoord") == [
        "televisie",
        "onregelmatig",
        "het bos",
        "samen werken",
    ]
    assert _values(lang, "3-probleemverkenning.md", "past") == [
        "deels",
        "ja",
        "ja",
        "nee",
    ]
    assert _values(lang, "4-probleemdefinitie.md", "herformulering") == [
        "Hoe geef ik mijn dag structuur?"
    ]
    assert _values(lang, "5-advisering.md", "advies") == [
        "Sta vroeg op",
        "Plan samen",
        "Televisie uit",
    ]
    assert _values(lang, "5-advisering.md", "reactie") == [
        "Doe ik",
        "Graag",
        "Liever niet",
    ]
    assert _values(lang, "5-advisering.md", "toepasbaar") == ["true", "true", "false"]
    assert _values(lang, "5-advisering.md", "tot") == ["2026-12-01"]
    assert _values(lang, "5-advisering.md", "akkoord") == [
        *("true", "true", "true", "false"),
        *("false", "true", "true", "true"),
    ]


def test_no_one_is_asked_for_advice_on_their_own_hulpvraag(
    terminal: Open, prepare: Prepare
):
    prepare("lang", 2)
    window = terminal("step")
    for name in ("Kim", "Kim", "Tim", "Tim"):
        window.answer(f"{name} · Wat is je vraag?", "Hoe?")
    window.asks("Mirthe · In welke volgorde")
    assert "Mirthe · Wat is je vraag?" not in window.all_text


def test_the_quota_is_shown_for_each_member_in_turn(terminal: Open, prepare: Prepare):
    prepare("lang", 2)
    window = terminal("step")
    for name in ("Kim", "Tim"):
        for number in (1, 2):
            window.wait(f"{name}, vraag {number} van 2")
            window.answer(f"{name} · Wat is je vraag?", f"Hoe {number}?")


def test_a_member_to_whom_it_is_not_clear_opens_the_herformulering_again(
    terminal: Open, prepare: Prepare
):
    prepare("lang", 3)
    window = terminal("step")
    window.play("""
        Kim · Wat is jouw definitie? | a
        Kim · Nog een definitie toevoegen? | Nee
        Tim · Wat is jouw definitie? | b
        Tim · Nog een definitie toevoegen? | Nee
    """)
    for _ in range(2):
        window.agree(
            "Mirthe · Hoe luidt je hulpvraag nu?", "Hoe kan ik mezelf weer motiveren?"
        )
        window.answer("Mirthe · Is de nieuwe hulpvraag duidelijk voor jou?", "Ja")
        window.answer("Kim · Is de nieuwe hulpvraag duidelijk voor jou?", "Nee")
    window.agree(
        "Mirthe · Hoe luidt je hulpvraag nu?", "Hoe kan ik mezelf weer motiveren?"
    )
    for name in ("Mirthe", "Kim", "Tim"):
        window.answer(f"{name} · Is de nieuwe hulpvraag duidelijk voor jou?", "Ja")
    window.asks("Wil je nog iets kwijt in de notulen?")


def test_going_back_to_the_order_keeps_what_was_picked(
    terminal: Open, prepare: Prepare
):
    prepare("lang", 2)
    window = terminal("step")
    for name, text in (
        ("Kim", "Hoe een?"),
        ("Kim", "Hoe twee?"),
        ("Tim", "Hoe drie?"),
        ("Tim", "Hoe vier?"),
    ):
        window.answer(f"{name} · Wat is je vraag?", text)
    window.answer("Mirthe · In welke volgorde", "Tim: Hoe vier?")
    window.answer("Welke daarna?", "De rest in deze volgorde")
    window.asks("Mirthe · Wat is je antwoord?")
    window.back()
    window.agree("Mirthe · In welke volgorde")
    window.asks("Mirthe · Wat is je antwoord?")
    order = [line.strip() for line in window.lines if line.startswith("  1. ")]
    assert order[-1:] == ["1. Tim: Hoe vier?"]


def test_the_review_says_which_question_an_answer_belongs_to(
    terminal: Open, prepare: Prepare
):
    prepare("lang", 3)
    window = terminal("step", "probleemverkenning", "--opnieuw", rows=70)
    window.asks("Klopt het zo?")
    review = window.text.partition("Nakijken")[2].replace("\n", " ")
    for text, answer in (
        ("Hoe is dat zo gekomen?", "Mijn dagen zijn"),
        ("Wat gaf je vroeger", "Samen met medestudenten"),
    ):
        assert 0 < review.rfind(text) < review.index(answer)


def test_a_review_of_more_answers_than_there_are_keys_can_be_changed(
    tmp_path: Path, terminal: Open, run: Run
):
    group, leden = tmp_path / "groot", "anna,bo,cas,daan,eva,fay,gijs,hugo"
    assert (
        run("init", str(group), "--naam", "Groot", "--leden", leden, cwd=tmp_path).code
        == 0
    )
    assert (
        run(
            "new", "--lang", "--deelnemers", leden, "--inbrengers", "anna", cwd=group
        ).code
        == 0
    )
    vragen = "".join(
        f"- lid: {lid}\n  vraag: Hoe {nummer}?\n  antwoord: zo\n  past: ja\n"
        for lid in leden.split(",")[1:]
        for nummer in (1, 2)
    )
    steps = f"""\
stap: acclimatisering
---
stap: vraagintroductie
hulpvraag: Hoe dan?
---
vragen:
{vragen}"""
    done = run("step", "--antwoorden", "-", stdin=steps, cwd=group)
    assert done.code == 0, done.err
    window = terminal("step", "probleemverkenning", "--opnieuw", cwd=group)
    window.answer("Klopt het zo?", "Eerst iets veranderen")
    window.answer("Wat wil je veranderen?", "Cas · Wat is je vraag? Hoe 1?")
    window.asks("Cas · Wat is je vraag?", "Hoe 1?")


def _values(group: Path, file: str, key: str) -> list[str]:
    """What stands behind *key* in a step's file, in order."""
    lines = (group / RONDE / file).read_text(encoding="utf-8").splitlines()
    begin = f"{key}: "
    return [
        line.lstrip(" -").removeprefix(begin).strip("'\"")
        for line in lines
        if line.lstrip(" -").startswith(begin)
    ]
