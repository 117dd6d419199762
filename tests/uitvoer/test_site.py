"""`intervisie site`: the history of a group on one page, for a browser and for paper."""

import re
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.lab import must
from tests.prepared import good
from tests.uitvoer.browser import NEEDS_CHROMIUM, browser, look_at, opened
from tests.uitvoer.lezen import html

SESSIE = "2026-11-23-structuur"
MAP = f"sessies/2026/{SESSIE}"


@pytest.fixture
def rijk(gespeeld: Path) -> Path:
    """The group, with what came of an actie, and a sessie after it."""
    must(
        gespeeld, "actie", "klaar", "planning", "--opmerking", "Het staat in de agenda"
    )
    must(gespeeld, "new", "--kort", "--datum", "2026-12-07", "--deelnemers", "kim,tim")
    return gespeeld


def made(run: Run, buiten: Path, *args: str) -> Path:
    good(run("site", "--uit", str(buiten), *args, "--overschrijf"))
    return buiten / "index.html"


@pytest.mark.usefixtures("rijk")
def test_it_has_the_sessies_with_all_that_came_of_them(run: Run, buiten: Path):
    text = re.sub(r"\s+", " ", html(made(run, buiten).read_bytes()))
    for said in (
        "Intervisie van Studiegroep thuis",
        "Hoe kan ik mezelf weer motiveren?",
        "Hoe kan ik mezelf structuur geven, zodat ik weer motivatie vind",
        "Kim: Breng weer regelmaat in je dag.",
        "Fijn, dan sta ik er niet alleen voor.",
        "We maken samen een planning",
        "gedaan: Het staat in de agenda",
        "Minuten per stap, naast het plan",
        "Acties, en hoe het ermee stond",
        "Afspraken die de groep nakwam",
    ):
        assert said in text, said
    later, earlier = "Korte variant · ma 7 december", "Lange variant · ma 23 november"
    assert text.index(later) < text.index(earlier)


@pytest.mark.usefixtures("rijk")
def test_the_table_says_what_the_bars_show(run: Run, buiten: Path):
    text = re.sub(r"\s+", " ", html(made(run, buiten).read_bytes()))
    assert "Aan het eind van open bezig gedaan deels vervallen" in text
    assert "nov 2026 4 0 1 0 0 dec 2026 4 0 1 0 0" in text
    assert "Probleemverkenning 11" in text or "Probleemverkenning" in text


@pytest.mark.usefixtures("rijk")
def test_without_names_nobody_is_named(run: Run, buiten: Path):
    text = html(made(run, buiten, "--zonder-namen").read_bytes())
    assert "Lid A" in text
    for naam in ("Mirthe", "Kim", "Tim"):
        assert not re.search(rf"\b{naam}\b", text)


def test_a_private_sessie_is_not_in_it(rijk: Path, run: Run, buiten: Path):
    yaml = rijk / MAP / "sessie.yaml"
    yaml.write_text(yaml.read_text(encoding="utf-8") + "prive: true\n")
    outcome = good(run("site", "--uit", str(buiten)))
    assert "Eén sessie is privé en staat er niet in." in outcome.out
    assert "motiveren" not in html((buiten / "index.html").read_bytes())


@pytest.mark.usefixtures("rijk")
def test_the_same_group_gives_the_same_bytes(
    run: Run, buiten: Path, monkeypatch: pytest.MonkeyPatch
):
    first = made(run, buiten).read_bytes()
    monkeypatch.setenv("INTERVISIE_NU", "2027-12-01T12:00:00+01:00")
    assert made(run, buiten).read_bytes() == first


def test_where_it_comes_and_where_not(rijk: Path, run: Run, buiten: Path):
    good(run("site"))
    assert (Path.home() / "intervisie-site/index.html").is_file()
    good(run("site", "--uit", str(buiten / "nieuw")))
    assert (buiten / "nieuw/index.html").is_file()
    for args, code, says in (
        (("--uit", "."), 2, "In de map van de groep"),
        (("--uit", "nieuw"), 2, "In de map van de groep"),
        (("--uit", str(buiten / "a/b/c")), 2, "Daar kan geen bestand komen."),
        ((), 1, "index.html is er al."),
    ):
        outcome = run("site", *args)
        assert (outcome.code, outcome.out) == (code, "")
        assert says in outcome.err
    assert not (rijk / "nieuw").exists()


@pytest.mark.usefixtures("rijk")
def test_without_the_extra_a_line_says_how_to_get_it(
    run: Run, buiten: Path, monkeypatch: pytest.MonkeyPatch
):
    import sys

    monkeypatch.setitem(sys.modules, "pygal", None)
    outcome = run("site", "--uit", str(buiten))
    assert outcome.code == 1
    assert outcome.err.startswith("Voor een site is een extra onderdeel nodig.")
    assert list(buiten.iterdir()) == []


# ---- in a browser


@NEEDS_CHROMIUM
@pytest.mark.usefixtures("rijk")
@pytest.mark.parametrize("is_dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("what", ["site", "notulen", "alles", "bewijs", "formulier"])
def test_a_page_asks_nothing_of_elsewhere_and_all_can_use_it(
    what: str, run: Run, buiten: Path, *, is_dark: bool
):
    path = buiten / "index.html"
    argv = {
        "site": ("site",),
        "notulen": ("export", SESSIE),
        "alles": ("export", "--alles"),
        "bewijs": ("bewijs", SESSIE),
        "formulier": ("overzicht", "--lang", "--formulier"),
    }[what]
    good(run(*argv, "--uit", str(buiten if what == "site" else path)))
    with browser() as chromium:
        for width in (1280, 640, 320):
            page = look_at(chromium, path, width=width, is_dark=is_dark)
            assert not page.is_too_wide, width
            assert page.asked == [path.as_uri()]
            assert page.complaints == []
            if width == 1280:
                assert page.violations() == []


@NEEDS_CHROMIUM
@pytest.mark.usefixtures("rijk")
def test_the_search_leaves_the_rondes_in_which_all_words_are(run: Run, buiten: Path):
    path = made(run, buiten)
    with opened(path) as page:
        page.page.get_by_label("Zoek in de rondes").fill("TELEVISIE mirthe")
        seen = page.page.locator("article:visible")
        assert seen.count() == 1
        assert "Ronde 1: Mirthe" in seen.inner_text()
        assert page.page.get_by_role("status").inner_text() == "1 ronde"
        page.page.get_by_label("Zoek in de rondes").fill("")
        assert page.page.locator("article:visible").count() == 2


@NEEDS_CHROMIUM
@pytest.mark.usefixtures("rijk")
def test_without_script_the_page_says_the_same(run: Run, buiten: Path):
    path = made(run, buiten)
    with opened(path, with_script=False) as page:
        assert page.page.locator("article:visible").count() == 2
        assert page.page.locator("input").count() == 0
        assert page.complaints == []
