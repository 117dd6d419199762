"""Questions in plain lines, without a terminal: what is written, and what a line means."""

import io
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from intervisie_cli.model.fouten import Onderbroken
from intervisie_cli.model.sleutel import Sleutel
from intervisie_cli.model.vraag import JA_NEE, Keuze, Terug, Toets, Vraag
from intervisie_cli.ui import nummerkeuze, puntwoorden
from intervisie_cli.ui.console import Console
from intervisie_cli.ui.editor import Los
from intervisie_cli.ui.puntwoorden import LEEG, VERDER, Typregel
from intervisie_cli.ui.regelvrager import Regelvrager
from intervisie_cli.ui.tekstregels import Tekstregels
from intervisie_cli.ui.wensen import BINNEN, MEER
from intervisie_cli.vragen.lines.onleesbaar import Onleesbaar
from intervisie_cli.vragen.tijdplan import Klok

BEGIN = datetime.fromisoformat("2026-11-23T19:00:00+01:00")
KLOK = Klok("Advisering", BEGIN, 5, 8, 0, 20)
NAAM = Vraag(Sleutel("naam"), "tekst", "Hoe heet je?", verplicht=True)
DAG = Vraag(Sleutel("dag"), "datum", "Wanneer?", leeg="Enter = later")
LANG = Vraag(Sleutel("lang"), "lang", "Vertel?")
KIES = (Keuze("a", "Appel"), Keuze("b", "Banaan", "geel"), Keuze("c", "Bes"))


class _Tty(io.StringIO):
    def isatty(self) -> bool:
        return True


class Person:
    """Somebody who types the lines that were thought of before."""

    def __init__(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("ACCESSIBLE", "1")
        self.out = _Tty()
        self.nu = BEGIN
        self.klad = Los(tmp_path / "antwoord.md")
        self.vrager = Regelvrager(Console(self.out, self.out), lambda: self.nu)
        self._lines: list[str] = []
        self.is_binnen = False
        monkeypatch.setattr(self.vrager._lezer, "lees", self._read)

    def _read(self, _kijk: Callable[[], bool] | None) -> str:
        self.vrager._lezer.is_binnen = self.is_binnen
        if not self._lines:
            raise EOFError
        return self._lines.pop(0)

    def answers(
        self,
        vraag: Vraag,
        *lines: str,
        voorstel: object = None,
        klok: Klok | None = None,
    ) -> object:
        self._lines = list(lines)
        self.out.truncate(0)
        self.out.seek(0)
        return self.vrager.vraag(vraag, voorstel, klok, self.klad)

    @property
    def heard(self) -> str:
        return self.out.getvalue()


@pytest.fixture
def person(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Person:
    return Person(tmp_path, monkeypatch)


# ---- a text


def test_enter_takes_the_proposal_and_a_word_empties_it(person: Person):
    assert person.answers(NAAM, "", voorstel="Kim") == "Kim"
    assert "Hoe heet je?\n[Enter = Kim]\n" in person.heard
    assert person.answers(DAG, ".leeg", voorstel="2026-12-01") == ""
    assert "Wanneer? (.leeg = later)\n[Enter = 1-12-2026]" in person.heard


def test_what_is_refused_stands_there_and_is_kept(person: Person):
    with pytest.raises(EOFError):
        person.answers(DAG, "ooit eens")
    assert "[Enter = ooit eens; .verder vult aan]" in person.heard
    assert person.klad.text == "ooit eens"
    assert person.answers(DAG, "ooit eens", "morgen") == "2026-11-24"
    assert "→ di 24 november" in person.heard


def test_a_text_of_more_lines_ends_on_an_empty_one(person: Person):
    assert person.answers(LANG, "een", "twee", "") == "een\ntwee"
    assert "Een lege regel sluit af." in person.heard
    assert person.answers(LANG, "een\n\ntwee", "") == "een\n\ntwee"
    assert person.answers(LANG, "") == ""


def test_what_was_typed_is_kept_when_the_question_ends(person: Person):
    with pytest.raises(Terug):
        person.answers(LANG, "een", "twee", ".terug")
    assert person.klad.text == "een\ntwee"
    person.klad.text = ""
    with pytest.raises(EOFError):
        # Nobody typed this proposal, so there is nothing to keep.
        person.answers(NAAM, voorstel="Kim")
    assert person.klad.text == ""


def test_words_that_ask_for_something_else(person: Person):
    with pytest.raises(Toets) as menu:
        person.answers(NAAM, ".menu", klok=KLOK)
    assert menu.value.wat == MEER
    with pytest.raises(KeyboardInterrupt):
        person.answers(NAAM, ".stop")
    # Outside a step there is no menu, and no clock.
    assert person.answers(NAAM, ".menu", ".tijd", "Kim") == "Kim"
    assert person.heard.count("Dat kan bij deze vraag niet.") == 2


def test_news_keeps_what_was_typed_and_takes_no_answer(person: Person):
    person.is_binnen = True
    with pytest.raises(Toets) as news:
        person.answers(NAAM, "Kim", klok=KLOK)
    assert news.value.wat == BINNEN
    assert person.klad.text == "Kim"


def test_a_limit_is_told_once_and_the_time_when_it_is_asked(person: Person):
    person.answers(NAAM, ".tijd", "Kim", klok=KLOK)
    assert "Tijd:" not in person.heard
    assert "Advisering: nog 5:00, totaal 0/20 min." in person.heard
    for minutes, told in ((4.5, "nog 0:30"), (6, "nog 2:00 uitloop"), (9, "1:00 over")):
        person.nu = BEGIN + timedelta(minutes=minutes)
        person.answers(NAAM, "Kim", klok=KLOK)
        assert f"Tijd: {told}" in person.heard
        person.nu += timedelta(seconds=5)
        person.answers(NAAM, "Kim", klok=KLOK)
        assert "Tijd:" not in person.heard


# ---- a choice


@pytest.mark.parametrize("typed", ["2", "2.", "Banaan", "ban", "geel", "GE"])
def test_a_choice_is_its_number_or_its_words(person: Person, typed: str):
    vraag = Vraag(Sleutel("fruit"), "keuze", "Welk?", keuzes=KIES)
    assert person.answers(vraag, typed, voorstel="a") == "b"
    assert "  2. Banaan\n" in person.heard
    assert "[Typ een nummer. Enter = 1, Appel]" in person.heard


def test_what_is_no_choice_is_refused_with_why(person: Person):
    vraag = Vraag(Sleutel("fruit"), "keuze", "Welk?", keuzes=KIES)
    assert person.answers(vraag, "9", "kiwi", "b", "", "bes") == "c"
    assert person.heard.count("Typ een nummer, 1 tot 3.") == 2
    assert "Dat kan meer dan één zijn: typ 2 of 3." in person.heard
    # Nothing is proposed, so that an Enter chooses nothing.
    assert "Hier hoort een antwoord." in person.heard


def test_yes_and_no(person: Person):
    vraag = Vraag(Sleutel("ja"), "ja-nee", "Goed?", keuzes=JA_NEE)
    assert person.answers(vraag, "ja hoor") is True
    assert person.answers(vraag, "1", "nee", voorstel=True) is False
    assert "Goed? (j of n, Enter = ja)" in person.heard
    assert person.answers(vraag, "", voorstel=False) is False
    assert "→ Nee" in person.heard


def test_two_or_more_are_chosen(person: Person):
    vraag = Vraag(Sleutel("fruit"), "meer", "Welke?", keuzes=KIES)
    assert person.answers(vraag, "3", "1 3", voorstel=["a", "b"]) == ["a", "c"]
    assert "Kies er minstens twee." in person.heard
    assert person.answers(vraag, "bes, ap", voorstel=[]) == ["a", "c"]
    assert person.answers(vraag, "", voorstel=["a", "b"]) == ["a", "b"]


def test_the_review_opens_what_is_to_change(person: Person):
    regels: Sequence[tuple[Vraag, object]] = [(NAAM, "Kim"), (DAG, "2026-12-01")]
    person._lines = ["nee", ".terug", "nee", "2"]
    assert person.vrager.nakijken(regels, KLOK) == DAG
    person._lines = [""]
    assert person.vrager.nakijken(regels, KLOK) is None


# ---- the parts


@pytest.mark.parametrize(
    ("typed", "woord", "tekst"),
    [
        (".terug", ".terug", ""),
        (".Terug  ", ".terug", ""),
        (".hulp", ".help", ""),
        (".verder en meer", VERDER, "en meer"),
        (".verder", VERDER, ""),
        (".foo", ".foo", ""),
        (" .terug", "", " .terug"),
        (".terug naar huis", "", ".terug naar huis"),
        ("...", "", "..."),
        ("...en toen", "", "...en toen"),
        (".5 is een half", "", ".5 is een half"),
        ("tim: .terug", "", "tim: .terug"),
        ("", "", ""),
    ],
)
def test_a_word_behind_a_dot_stands_alone_on_its_line(
    typed: str, woord: str, tekst: str
):
    assert puntwoorden.lees(typed) == Typregel(tekst, woord)


def test_texts_name_words_in_place_of_keys():
    text = puntwoorden.in_plaats_van_toetsen("Anders? ^T Of een notitie (^N).")
    assert text == "Anders? .terug Of een notitie (.notitie)."


def test_lines_become_one_answer():
    kort = Tekstregels("Kim", is_getypt=False, is_lang=False)
    assert kort.te_bewaren("") is None
    assert kort.te_bewaren("Ti") == "Ti"
    assert not kort.neem(Typregel("", VERDER))
    assert kort.neem(Typregel("de  Boer"))
    assert kort.getypt == "Kim de  Boer"
    assert kort.neem(Typregel("", LEEG))
    assert kort.getypt == ""


def test_who_begins_anew_and_stops_gets_the_longer_text_back():
    kort = Tekstregels("Bel de docent", is_getypt=True, is_lang=False)
    assert kort.te_bewaren("Be") == "Bel de docent"
    assert kort.te_bewaren("Bel morgen de docent") == "Bel morgen de docent"


def test_a_choice_of_more_reads_numbers_and_words():
    assert nummerkeuze.some("3 1", KIES) == [0, 2]
    assert nummerkeuze.some("geel; appel", KIES) == [0, 1]
    with pytest.raises(Onleesbaar):
        nummerkeuze.some("appel, kiwi", KIES)


def test_a_signal_between_two_questions_ends_the_next(person: Person):
    with pytest.raises(Onderbroken):
        person.vrager.stop(143)
    person.vrager.interrupt()
    assert person.vrager.is_interrupted
    with pytest.raises(KeyboardInterrupt):
        person.vrager.interrupt()
