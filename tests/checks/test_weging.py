"""What the checks weigh: data that a person can read, made by one command from the texts here."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from benchmarks import beoordelen as maat
from benchmarks import soorten, wegen
from intervisie_cli.checks import weging
from intervisie_cli.checks.smart.actie import Actiezin
from intervisie_cli.checks.smart.ontleding import ontleed
from intervisie_cli.checks.vraag.ontleding import VraagOntleding
from intervisie_cli.checks.vraag.vraagzin import lees_vraag
from intervisie_cli.checks.weging import actie, vraag
from intervisie_cli.checks.weging.gewichten import Gewichten, gewichten, kans, zwaarste
from intervisie_cli.vragen.meekijker import ZEKER_GENOEG
from tests.checks.cases import VANDAAG, schrijvers

MAP = Path(weging.__file__).parent
BESTANDEN = (actie.BESTAND, vraag.BESTAND)
MEESTE_KB = 600


def raw(naam: str) -> bytes:
    return (MAP / f"{naam}.txt").read_bytes()


def test_the_weights_are_small_and_in_order():
    assert sum(len(raw(naam)) for naam in BESTANDEN) <= MEESTE_KB * 1024
    for naam in BESTANDEN:
        kenmerken = list(gewichten(naam).van)
        assert kenmerken == sorted(kenmerken)


@pytest.mark.parametrize("naam", BESTANDEN)
def test_a_feature_says_what_kind_it_is(naam: str):
    for kenmerk in gewichten(naam).van:
        assert kenmerk == "altijd" or ":" in kenmerk or kenmerk == "oordeel", kenmerk


def test_the_phrases_are_those_of_the_lists():
    regels = "\n".join([*wegen.uitdrukkingen_in_woorden(), ""])
    assert raw("uitdrukkingen").decode() == regels


@pytest.mark.slow
def test_what_is_trained_again_is_the_same_byte_for_byte(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    monkeypatch.setattr(wegen, "_MAP", tmp_path)
    wegen.main()
    for naam in (*BESTANDEN, "uitdrukkingen"):
        assert (tmp_path / f"{naam}.txt").read_bytes() == raw(naam), naam


@pytest.mark.slow
def test_what_is_known_of_a_writer_that_was_never_read():
    """The bounds are what was reached; docs/checks.md has the figures of all.

    One writer in nine is tried, for to learn anew for each takes as long as many tests.
    """
    acties, vragen = maat.together(maat.judge_all(om_de=9))
    letters = {letter: maat.letter_telling(acties, letter).macro_f1 for letter in "SMT"}
    assert letters["S"] >= 0.90
    assert letters["M"] >= 0.915
    assert letters["T"] >= 0.955
    assert maat.smart_telling(acties).macro_f1 >= 0.94
    assert maat.right(vragen) >= 0.925
    vals, goed = maat.alarms(acties, ZEKER_GENOEG)
    # Of all writers it is one in 29.
    assert vals / goed <= 1 / 15


def test_every_letter_and_kind_says_how_sure_it_is():
    for case in schrijvers("acties")[::40]:
        zin = Actiezin(case["tekst"], VANDAAG)
        assert all(0 <= zeker <= 1 for zeker in zin.zeker.values()), case
        # T is read from a day or a rhythm, whatever the words around it weigh.
        for letter in "SM":
            assert zin.letters[letter] == (zin.weging._asdict()[letter] >= 0.5)
    for case in schrijvers("vragen")[::40]:
        assert 1 / 3 <= lees_vraag(case["tekst"]).zeker <= 1


def test_the_evidence_is_the_sum_of_the_weights():
    tabel = Gewichten(("S", "M"), {"woord:a": (1.0, -2.0), "woord:b": (0.5, 0.0)})
    assert tabel.som(["woord:b", "woord:a", "woord:c"]) == [1.5, -2.0]
    assert tabel.van_een("M", ["woord:a", "woord:c"]) == -2.0
    assert kans(0) == 0.5
    assert kans(-1000) < 1e-9 < 1 - 1e-9 < kans(1000)
    assert zwaarste([0.1, 0.9, 0.4]) == 1
    assert zwaarste([0.1, 0.2]) is None
    assert zwaarste([]) is None


@pytest.mark.parametrize(
    ("zin", "kenmerk"),
    [
        ("Ik bel morgen de studieadviseur", "werkwoord:klaar"),
        ("Ik bel morgen de studieadviseur", "vondst:datum"),
        ("ik lever het in", "werkwoord:klaar persoon"),
        ("3 hoofdstukken lezen", "naamwoord:<getal> maat"),
        ("de draad weer oppakken", "voornemen:2"),
        ("ik pak de draad op", "voornemen:2"),
        ("huurcontract tekenen", "eind:contract"[:5] + "ntract"),
        ("Kim: offerte opvragen", "vorm:kop"),
        ("voor het examen leren", "regel:moment"),
        ("beter plannen", "regel:vergelijking"),
    ],
)
def test_what_is_found_in_an_actie(zin: str, kenmerk: str):
    assert kenmerk in actie.kenmerken(ontleed(zin, VANDAAG))


@pytest.mark.parametrize(
    ("tekst", "kenmerk"),
    [
        ("Hoe laat sta je op?", "uitdrukking:feit vooraan"),
        ("Kun je vertellen hoe dat ging?", "uitdrukking:vertelverzoek"),
        ("Waarom die puinhoop?", "oordeel na:die"),
        ("Zou je niet beter stoppen?", "uitdrukking:advies"),
        ("Wat helpt je?", "aanhef:wat helpt"),
    ],
)
def test_what_is_found_in_a_question(tekst: str, kenmerk: str):
    assert kenmerk in vraag.kenmerken(VraagOntleding(tekst))


@pytest.mark.parametrize(
    ("zin", "woord"),
    [
        ("Meer motivatie", "motivatie"),
        ("De sfeer in de groep", "sfeer"),
    ],
)
def test_what_is_missing_is_told_by_the_word_that_says_so(zin: str, woord: str):
    lezing = ontleed(zin, VANDAAG)
    span = actie.tegen(lezing, "S")
    assert span
    assert lezing.zin.tekst[slice(*span)] == woord


def test_nothing_of_it_is_loaded_before_a_check_runs():
    code = (
        "import sys, intervisie_cli.cli.main, intervisie_cli.commands.status,"
        " intervisie_cli.commands.step\n"
        "print([naam for naam in sys.modules if '.weging' in naam])"
    )
    uit = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert uit.stdout.strip() == "[]"


def test_a_day_is_a_moment_whatever_the_words_around_it_weigh():
    assert Actiezin("qxz 3 december", VANDAAG).is_tijdgebonden
    assert Actiezin("qxz 3 december", VANDAAG).tot == date(2026, 12, 3)


def test_kinds_of_sentences_that_checks_find_hard():
    """The bounds are what was reached: docs/checks.md has the figures."""
    for uitkomsten, samen in (
        (list(soorten.outcomes_of_acties()), 0.92),
        (list(soorten.outcomes_of_vragen()), 0.88),
    ):
        goed = sum(een.is_goed for een in uitkomsten)
        assert goed / len(uitkomsten) >= samen
        for kind, (van_kind, aantal) in soorten.shares(uitkomsten).items():
            assert van_kind / aantal >= 0.75, kind
