"""`overzicht` shows a draaiboek on one page, all of its cards, or its blank notulen."""

import shutil

import pytest

from intervisie_cli.groep import draaiboeken
from tests.conftest import Run
from tests.groep.test_draaiboeken import put
from tests.prepared import Open, Prepare, good
from tests.terminal.terminal import script

FORMS = ("--volledig", "--formulier")


@pytest.mark.parametrize("naam", ["kort", "lang"])
def test_outside_a_group_all_cards_of_a_variant_are_there(run: Run, naam: str):
    shown = " ".join(good(run("overzicht", f"--{naam}", "--volledig")).out.split())
    draaiboek = draaiboeken.load(None, naam)
    assert shown.startswith(draaiboek.titel)
    for tekst in (draaiboek.voor_wie, *draaiboek.benodigdheden):
        assert tekst in shown
    for stap in draaiboek.stappen:
        for tekst in (stap.doel, stap.introductie, *stap.uitvoering, *stap.tips):
            assert tekst in shown


@pytest.mark.parametrize("naam", ["kort", "lang"])
def test_outside_a_group_the_blank_notulen_of_a_variant_are_there(run: Run, naam: str):
    shown = good(run("overzicht", f"--{naam}", "--formulier")).out
    draaiboek = draaiboeken.load(None, naam)
    assert shown.startswith(f"Notulen · {draaiboek.titel}\n")
    for stap in draaiboek.stappen:
        assert f"\n{stap.nummer} {stap.titel}\n" in shown
    assert shown.count("(inbrenger)") == 1


@pytest.mark.parametrize("form", FORMS)
def test_what_goes_to_a_printer_is_plain_pages_of_a4(run: Run, form: str):
    wide = {"COLUMNS": "200", "TERM": "xterm-256color"}
    done = good(run("overzicht", "--lang", form, env=wide))
    assert done.err == ""
    assert "\x1b" not in done.out
    bladen = [blad.strip("\n").split("\n") for blad in done.out.split("\f")]
    assert len(bladen) > 1
    assert max(len(blad) for blad in bladen) <= 60
    assert max(len(regel) for blad in bladen for regel in blad) <= 80


@pytest.mark.parametrize("form", FORMS)
def test_at_a_terminal_it_goes_through_the_pager_without_the_sign_for_a_page(
    terminal: Open, tmp_path_factory: pytest.TempPathFactory, form: str
):
    folder = tmp_path_factory.mktemp("pager")
    paged = folder / "gelezen"
    pager = script(folder, "pager", f'cat > "{paged}"; echo gelezen')
    window = terminal("overzicht", "--lang", form, env={"PAGER": f"'{pager}'"})
    assert window.exit_code() == 0
    assert window.text == "spatie verder, q terug\ngelezen"
    text = paged.read_text(encoding="utf-8")
    assert "Eigen invulling" in text
    assert "\f" not in text


def test_without_a_variant_it_is_the_one_of_the_sessie_at_hand(
    run: Run, prepare: Prepare
):
    prepare("lang")
    assert "Notulen · Lange variant" in good(run("overzicht", "--formulier")).out
    shutil.rmtree(prepare("lang") / "sessies")
    assert "Notulen · Korte variant" in good(run("overzicht", "--formulier")).out


def test_a_draaiboek_of_the_group_has_cards_and_a_form_too(run: Run, prepare: Prepare):
    put(prepare("kort"))
    wandelen = ("overzicht", "--draaiboek", "wandelen")
    assert "Doel       Lopend denken." in good(run(*wandelen, "--volledig")).out
    assert "Gezien onderweg: ___" in good(run(*wandelen, "--formulier")).out


def test_the_cards_and_the_form_at_once_are_refused(run: Run):
    done = run("overzicht", "--kort", *FORMS)
    assert (done.code, done.out) == (2, "")
    assert "Geef --volledig of --formulier mee." in done.err
