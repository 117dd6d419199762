"""Members at home, each with a laptop: who owes what, who is ready,
and what comes in while somebody waits.
"""

from pathlib import Path
from typing import NamedTuple

import pytest

from intervisie_cli.records.document import parse_markdown
from tests.conftest import Outcome, Run, git
from tests.lab import must
from tests.prepared import Open, Prepare, answers, good
from tests.terminal.terminal import CTRL_C, CTRL_U, ENTER, Terminal

MAP = "sessies/2026/2026-11-23-kort"
HULPVRAAG = f"{MAP}/ronde-1-mirthe/2-hulpvraag-definieren.md"
ADVISERING = f"{MAP}/ronde-1-mirthe/3-advisering.md"
EVALUATIE = f"{MAP}/4-evaluatie.md"
ADVIES = "Kim · advies"
NOG_EEN = "Kim · nog een advies"
TOEPASBAAR = "Mirthe · Kun je hier iets mee?"
LANG = "sessies/2026/2026-11-23-lang"


def line(window: Terminal, question: str, typed: str = "") -> None:
    """Type a line at a question that may be left empty, and says so behind it."""
    window.asks(question, None)
    window.keys(typed, ENTER)


class Samen(NamedTuple):
    """The laptops of Mirthe, who leads and shares after each step, and Kim; over one folder."""

    mirthe: Path
    kim: Path
    run: Run

    def als(self, lid: str, stap: str, text: str, clone: Path | None = None) -> Outcome:
        return self.run(
            "step",
            stap,
            "--als",
            lid,
            "--antwoorden",
            "-",
            stdin=text,
            cwd=clone or self.kim,
        )


def share(mirthe: Path, tmp_path: Path, run: Run) -> Samen:
    path = mirthe / "groep.yaml"
    path.write_text(
        path.read_text().replace("instellingen: {}", "instellingen:\n  sync: na-stap")
    )
    place, kim = str(tmp_path / "stick/groep.git"), str(tmp_path / "kim")
    must(mirthe, "init", "--remote", place, str(mirthe))
    must(tmp_path, "init", "--van", place, "--als", "kim", kim)
    return Samen(mirthe, tmp_path / "kim", run)


@pytest.fixture
def samen(prepare: Prepare, tmp_path: Path, run: Run) -> Samen:
    """A korte sessie at the advisering."""
    return share(prepare("kort", 2), tmp_path, run)


def data(clone: Path, pad: str) -> dict[str, object]:
    return parse_markdown((clone / pad).read_bytes()).data


def test_what_each_gave_on_a_laptop_of_their_own_comes_together(samen: Samen):
    outcome = good(samen.als("kim", "advisering", "adviezen:\n- Leg je telefoon weg\n"))
    assert "✓ Advisering (ronde 1): aangevuld door Kim" in outcome.out
    assert "Gedeeld" in outcome.out
    good(
        samen.als(
            "tim", "advisering", "adviezen:\n- Begin klein\n- Spreek af\n", samen.mirthe
        )
    )
    good(samen.run("sync", cwd=samen.kim))
    for clone in (samen.mirthe, samen.kim):
        found = data(clone, ADVISERING)
        assert found["status"] == "bezig"
        assert [(item["lid"], item["advies"]) for item in found["adviezen"]] == [
            ("kim", "Leg je telefoon weg"), ("tim", "Begin klein"), ("tim", "Spreek af"),
        ]  # fmt: skip
    assert "aangevuld door kim" in git(samen.mirthe, "log", "--format=%s")
    assert "Leg je telefoon" not in git(samen.mirthe, "log", "--format=%B")


def test_the_same_once_more_changes_nothing_and_another_answer_takes_its_place(
    samen: Samen,
):
    good(samen.als("kim", "advisering", "adviezen:\n- Leg je telefoon weg\n"))
    head = git(samen.kim, "rev-parse", "HEAD")
    (kept,) = data(samen.kim, ADVISERING)["adviezen"]
    same = f"adviezen:\n- id: {kept['id']}\n  advies: Leg je telefoon weg\n"
    assert "stond al zo" in good(samen.als("kim", "advisering", same)).out
    assert git(samen.kim, "rev-parse", "HEAD") == head
    good(samen.als("kim", "advisering", "adviezen:\n- Zet een wekker\n"))
    assert [item["advies"] for item in data(samen.kim, ADVISERING)["adviezen"]] == [
        "Zet een wekker"
    ]


KIM_NOTEERT = f"{MAP}/notulen/kim.md"


def test_what_a_member_notes_goes_with_the_answers_to_their_own_notulen(samen: Samen):
    head = git(samen.kim, "rev-parse", "HEAD").strip()
    text = "adviezen:\n- Leg je telefoon weg\nnotulen: Dit was spannend.\n"
    good(samen.als("kim", "advisering", text))
    assert (
        (samen.kim / KIM_NOTEERT)
        .read_text()
        .endswith("\n## Advisering, ronde 1 (Mirthe)\n\n- Dit was spannend.\n")
    )
    assert "spannend" not in (samen.kim / ADVISERING).read_text()
    assert git(samen.kim, "rev-parse", "HEAD^").strip() == head
    changed = git(samen.kim, "show", "--format=%B", "--name-only", "HEAD")
    assert ADVISERING in changed
    assert KIM_NOTEERT in changed
    assert "spannend" not in changed
    good(samen.als("kim", "advisering", text))
    assert (samen.kim / KIM_NOTEERT).read_text().count("spannend") == 1
    good(samen.run("sync", cwd=samen.mirthe))
    assert "spannend" in (samen.mirthe / KIM_NOTEERT).read_text()


def test_who_gives_only_notulen_notes_and_does_not_begin_the_step(samen: Samen):
    before = (samen.kim / ADVISERING).read_bytes()
    assert (
        "aangevuld" in good(samen.als("kim", "advisering", "notulen: Spannend\n")).out
    )
    assert (samen.kim / ADVISERING).read_bytes() == before
    assert "Eigen notulen van kim" in git(samen.kim, "log", "-1", "--format=%s")
    head = git(samen.kim, "rev-parse", "HEAD")
    again = good(samen.als("kim", "advisering", "notulen: Spannend\n"))
    assert "stond al zo" in again.out
    assert git(samen.kim, "rev-parse", "HEAD") == head


def test_notulen_that_cannot_be_read_stop_the_answers_that_come_with_them(
    samen: Samen,
):
    (samen.kim / KIM_NOTEERT).parent.mkdir()
    (samen.kim / KIM_NOTEERT).write_bytes(b"\xff")
    before = git(samen.kim, "rev-parse", "HEAD")
    text = "adviezen:\n- Leg je telefoon weg\nnotulen: Spannend\n"
    assert samen.als("kim", "advisering", text).code == 4
    assert git(samen.kim, "rev-parse", "HEAD") == before
    assert b"telefoon" not in (samen.kim / ADVISERING).read_bytes()
    good(samen.als("kim", "advisering", "adviezen:\n- Leg je telefoon weg\n"))


def test_nobody_gives_what_is_not_theirs(samen: Samen):
    before = (samen.kim / ADVISERING).read_bytes()
    for lid, text in (
        ("mirthe", "adviezen:\n- Mijn eigen advies\n"),
        ("kim", "adviezen:\n- lid: tim\n  advies: Namens Tim\n"),
        ("kim", "acties:\n- Ik bel Tim\n"),
    ):
        outcome = samen.als(lid, "advisering", text)
        now = (samen.kim / ADVISERING).read_text()
        assert "Mijn eigen" not in now
        assert "Ik bel" not in now
        assert "tim" not in now or outcome.code == 2
        assert outcome.code in (0, 2), outcome
    assert samen.als("sam", "advisering", "adviezen:\n- x\n").code == 2
    assert before


def test_a_member_who_does_not_take_part_is_told_how_to_join(samen: Samen):
    must(samen.kim, "lid", "erbij", "noor")
    refused = samen.als("noor", "advisering", "adviezen:\n- Begin klein\n")
    assert refused.code == 2
    assert "Typ: intervisie wijzig --erbij noor\n" in refused.err
    must(samen.kim, "wijzig", "--erbij", "noor")
    good(samen.als("noor", "advisering", "adviezen:\n- Begin klein\n"))


def test_a_place_that_is_gone_is_told_of_once(samen: Samen, tmp_path: Path):
    (tmp_path / "stick").rename(tmp_path / "weg")
    outcome = good(samen.als("kim", "advisering", "adviezen:\n- Leg je telefoon weg\n"))
    assert (outcome.out + outcome.err).count("Delen lukte nu niet") == 1


def test_a_step_that_is_done_takes_what_comes_late_and_stays_done(samen: Samen):
    good(samen.als("kim", "hulpvraag-definieren", "vragen:\n- Hoe dan?\n"))
    found = data(samen.kim, HULPVRAAG)
    assert found["status"] == "klaar"
    assert "Hoe dan?" in [item["vraag"] for item in found["vragen"]]


def test_a_step_that_was_skipped_takes_nothing_more(
    prepare: Prepare, tmp_path: Path, run: Run
):
    samen = share(prepare("kort", 3), tmp_path, run)
    good(samen.run("step", "--overslaan", "--reden", "geen tijd", cwd=samen.kim))
    outcome = samen.als("kim", "evaluatie", "ervaringen: [{ervaring: Fijn}]\n")
    assert outcome.code == 1
    assert "al vastgelegd" in outcome.err


@pytest.mark.parametrize("stap", ["3", "advisering", "ronde-1/advisering"])
def test_the_answers_of_a_member_can_name_their_step(samen: Samen, stap: str):
    text = f"stap: {stap}\nadviezen:\n- Leg je telefoon weg\n"
    outcome = samen.run("step", "--als", "kim", "--antwoorden", "-", stdin=text)
    assert "✓ Advisering (ronde 1): aangevuld door Kim" in good(outcome).out


@pytest.mark.parametrize("stap", ["evaluatie", "[3]"])
def test_the_answers_of_a_member_to_another_step_are_refused(samen: Samen, stap: str):
    text = f"stap: {stap}\nadviezen:\n- Leg je telefoon weg\n"
    head = git(samen.kim, "rev-parse", "HEAD")
    outcome = samen.als("kim", "advisering", text)
    assert outcome.code == 1
    assert "stap" in outcome.err
    assert git(samen.kim, "rev-parse", "HEAD") == head


@pytest.mark.parametrize(
    ("documents", "fout"),
    [
        ("stap: 99\n", "Die stap is er niet in de sessie van "),
        ("stap: true\n", "hoort de naam van een stap te zijn"),
        ("stap: 4\n", "Eerst komt Advisering"),
        ("stap: 3\n---\nstap: 4\n", "Met --als geef je één stap tegelijk."),
        ("- stap: 3\n", "in de vorm 'sleutel: waarde'"),
    ],
)
def test_the_answers_of_a_member_alone_say_which_step_or_are_refused(
    samen: Samen, documents: str, fout: str
):
    head = git(samen.kim, "rev-parse", "HEAD")
    command = ("step", "--als", "kim", "--antwoorden", "-")
    outcome = samen.run(*command, stdin=documents, cwd=samen.kim)
    assert outcome.code in (1, 2)
    assert fout in " ".join(outcome.err.split())
    assert git(samen.kim, "rev-parse", "HEAD") == head


@pytest.mark.parametrize("vlag", [("--editor",), ("--overslaan",)])
def test_what_does_not_go_with_als_is_said(samen: Samen, vlag: tuple[str, ...]):
    outcome = samen.run("step", "--als", "kim", *vlag, cwd=samen.kim)
    assert outcome.code == 2
    assert f"--als en {vlag[0]} gaan niet samen." in outcome.err


def test_a_member_is_asked_only_what_they_owe(samen: Samen, terminal: Open):
    window = terminal("step", "--als", "kim", cwd=samen.kim)
    window.answer(ADVIES, "Leg je telefoon weg")
    line(window, NOG_EEN)
    window.answer("Klopt het zo?", "Vastleggen")
    window.wait("aangevuld door Kim", "Gedeeld")
    assert window.exit_code() == 0
    assert "Kun je hier iets mee" not in window.text
    assert "Tim ·" not in window.text


def test_what_a_member_typed_stays_after_ctrl_c(samen: Samen, terminal: Open):
    window = terminal("step", "--als", "kim", cwd=samen.kim)
    window.answer(ADVIES, "Leg je telefoon weg")
    window.asks(NOG_EEN, None)
    window.keys(CTRL_C)
    assert window.exit_code() == 130
    window.wait("Ga verder met: intervisie step --als kim")
    again = terminal("step", "--als", "kim", cwd=samen.kim)
    line(again, NOG_EEN)
    again.answer("Klopt het zo?", "Vastleggen")
    assert again.exit_code() == 0
    assert data(samen.kim, ADVISERING)["adviezen"][0]["advies"] == "Leg je telefoon weg"


def test_a_draft_of_a_member_never_puts_back_what_others_gave_before(
    samen: Samen, terminal: Open
):
    good(samen.als("tim", "advisering", "adviezen:\n- Begin klein\n", samen.mirthe))
    window = terminal("step", "--als", "kim", cwd=samen.kim)
    window.answer(ADVIES, "Leg je telefoon weg")
    window.asks(NOG_EEN, None)
    window.keys(CTRL_C)
    window.exit_code()
    [draft] = (samen.kim / ".git/intervisie/drafts").glob("*--kim.json")
    assert "telefoon" in draft.read_text(encoding="utf-8")
    assert "Begin klein" not in draft.read_text(encoding="utf-8")
    good(samen.als("tim", "advisering", "adviezen:\n- Begin groot\n", samen.mirthe))
    again = terminal("step", "--als", "kim", cwd=samen.kim)
    line(again, NOG_EEN)
    again.answer("Klopt het zo?", "Vastleggen")
    assert again.exit_code() == 0
    found = data(samen.kim, ADVISERING)["adviezen"]
    assert {item["lid"]: item["advies"] for item in found} == {
        "kim": "Leg je telefoon weg",
        "tim": "Begin groot",
    }


def test_who_passes_over_on_a_laptop_of_their_own_does_so_for_themselves(
    samen: Samen, terminal: Open
):
    good(samen.als("tim", "advisering", "slaat_over: [tim]\n", samen.mirthe))
    good(samen.als("kim", "advisering", "slaat_over: []\nnotulen: Druk\n"))
    assert data(samen.kim, ADVISERING)["slaat_over"] == ["tim"]
    window = terminal("step", "--als", "kim", cwd=samen.kim)
    window.asks(ADVIES)
    window.menu("Kim slaat over")
    window.answer("Klopt het zo?", "Vastleggen")
    assert window.exit_code() == 0
    assert data(samen.kim, ADVISERING)["slaat_over"] == ["tim", "kim"]
    good(samen.als("kim", "advisering", "adviezen: []\nslaat_over: [mirthe]\n"))
    assert data(samen.kim, ADVISERING)["slaat_over"] == ["tim"]


def test_a_member_can_take_back_all_that_they_gave(samen: Samen):
    good(samen.als("tim", "advisering", "adviezen:\n- Begin klein\n", samen.mirthe))
    good(samen.als("tim", "advisering", "adviezen: []\n", samen.mirthe))
    assert "adviezen" not in data(samen.mirthe, ADVISERING)


def test_who_gives_nothing_does_not_begin_the_step(
    prepare: Prepare, tmp_path: Path, run: Run
):
    samen = share(prepare("kort", 3), tmp_path, run)
    before = (samen.kim / EVALUATIE).read_bytes()
    assert "stond al zo" in good(samen.als("kim", "evaluatie", "stap: 4\n")).out
    refused = samen.als("kim", "evaluatie", "status: overgeslagen\n")
    assert refused.code == 2
    assert "intervisie step evaluatie --overslaan" in refused.err
    assert (samen.kim / EVALUATIE).read_bytes() == before


DUIDELIJK = "Kim · Is de nieuwe hulpvraag voor jou duidelijk?"


def test_each_says_for_themselves_whether_the_wording_is_clear(
    prepare: Prepare, tmp_path: Path, run: Run, terminal: Open
):
    """Only when there is one; a no of one leaves it, and the yes of another."""
    samen = share(prepare("lang", 3), tmp_path, run)
    pad = f"{LANG}/ronde-1-mirthe/4-probleemdefinitie.md"
    stap = "probleemdefinitie"
    window = terminal("step", "--als", "kim", cwd=samen.kim)
    window.answer("Kim · definitie", "Geen ritme")
    line(window, "Kim · nog een definitie")
    window.answer("Klopt het zo?", "Vastleggen")
    assert window.exit_code() == 0
    assert DUIDELIJK not in window.all_text
    good(samen.als("mirthe", stap, "herformulering: Hoe slaap ik?\n", samen.mirthe))
    good(samen.als("tim", stap, "duidelijk_voor: [tim]\n", samen.mirthe))
    for typed, duidelijk in (("n", ["tim"]), ("j", ["tim", "kim"])):
        window = terminal("step", "--als", "kim", cwd=samen.kim)
        if typed == "j":
            window.answer("Klopt het zo?", "Eerst iets veranderen")
            window.answer("Wat wil je veranderen?", DUIDELIJK)
            window.asks(DUIDELIJK, "niet Kim")
            window.keys(CTRL_U)
        line(window, DUIDELIJK, typed)
        window.answer("Klopt het zo?", "Vastleggen")
        assert window.exit_code() == 0
        assert sorted(data(samen.kim, pad)["duidelijk_voor"]) == sorted(duidelijk)
        assert data(samen.kim, pad)["herformulering"] == "Hoe slaap ik?"
    # What she said was of those words: of others she is asked again.
    good(samen.als("mirthe", stap, "herformulering: Hoe word ik moe?\n", samen.mirthe))
    window = terminal("step", "--als", "kim", cwd=samen.kim)
    window.asks(DUIDELIJK, None)
    window.wait("Hoe word ik moe?")


def test_who_leads_waits_for_who_has_a_laptop_and_sees_no_words(
    samen: Samen, terminal: Open
):
    """Kim gave something at home before, so she is waited for; Tim sits beside Mirthe."""
    pad = samen.kim / HULPVRAAG
    pad.write_text(
        pad.read_text().replace("afgerond", "voortgang: {zelf: [kim]}\nafgerond")
    )
    good(samen.run("sync", cwd=samen.kim))
    window = terminal("step", cwd=samen.mirthe, rows=40)
    window.answer("Tim · advies", "Begin klein")
    line(window, "Tim · nog een advies")
    window.wait("wachten op Kim")
    good(samen.als("kim", "advisering", "adviezen:\n- Leg je telefoon weg\n"))
    window.wait("Alle adviezen zijn er.", "Kim: Leg je telefoon weg")
    window.asks(TOEPASBAAR, None)
    assert window.all_text.count("telefoon") == 2


def test_who_is_waited_for_can_answer_here_or_pass_over(samen: Samen, terminal: Open):
    pad = samen.kim / HULPVRAAG
    pad.write_text(
        pad.read_text().replace("afgerond", "voortgang: {zelf: [kim, tim]}\nafgerond")
    )
    good(samen.run("sync", cwd=samen.kim))
    window = terminal("step", cwd=samen.mirthe, rows=40)
    window.wait("wachten op Kim en Tim")
    window.keys(ENTER)
    window.answer("Wat nu?", "Kim antwoordt hier, op deze laptop")
    window.asks(ADVIES)
    window.keys("Van Kim, hardop", ENTER)
    line(window, NOG_EEN)
    window.wait("wachten op Tim")
    window.keys(ENTER)
    window.answer("Wat nu?", "Tim slaat deze stap over")
    window.asks(TOEPASBAAR, None)
    window.keys(CTRL_C)
    assert window.exit_code() == 130
    assert data(samen.mirthe, ADVISERING)["slaat_over"] == ["tim"]


@pytest.mark.slow
def test_who_leads_hears_that_the_step_was_recorded_elsewhere(
    samen: Samen, terminal: Open
):
    window = terminal("step", cwd=samen.mirthe)
    window.asks(ADVIES, None)
    good(
        samen.run("step", "--antwoorden", "-", stdin=answers("kort", 2), cwd=samen.kim)
    )
    good(samen.run("sync", cwd=samen.kim))
    window.wait("Advisering (ronde 1) is op een andere laptop vastgelegd.")
    window.asks("Brengt nog iemand een hulpvraag in?", None)


def test_what_comes_in_is_taken_in_at_the_question(samen: Samen, terminal: Open):
    """What Tim gives from home takes the place of the question to him; half a text is kept."""
    window = terminal("step", cwd=samen.mirthe)
    window.answer(ADVIES, "Van Kim, hardop")
    window.asks("Tim · advies", None)
    window.keys("Van Tim")
    good(samen.als("tim", "advisering", "adviezen:\n- Van Tim, thuis\n", samen.kim))
    window.asks(NOG_EEN, None)
    window.keys(ENTER)
    line(window, TOEPASBAAR, "ja, fijn")
    window.wait("Tim: Van Tim, thuis")


@pytest.mark.slow
def test_status_refreshes_itself(samen: Samen, terminal: Open):
    window = terminal("status", "--volg", cwd=samen.mirthe)
    window.wait("Advisering (ronde 1)", "Kim 0/1", "Ctrl-C = stoppen")
    window.wait(
        "Leid je? intervisie step. Doe je mee op je eigen laptop? intervisie mee"
    )
    good(samen.als("kim", "advisering", "adviezen:\n- Leg je telefoon weg\n"))
    window.wait("Kim 1/1 ✓")
    assert window.text.count("Ctrl-C = stoppen") == 1
    window.keys(CTRL_C)
    assert window.exit_code() == 0
    assert samen.run("status", "--volg", "--json", cwd=samen.mirthe).code == 2
    assert samen.run("status", "--volg", cwd=samen.mirthe).code == 2


def test_sharing_after_a_step_never_makes_it_fail(samen: Samen, tmp_path: Path):
    (tmp_path / "stick").rename(tmp_path / "weg")
    outcome = good(
        samen.run(
            "step", "--antwoorden", "-", stdin=answers("kort", 2), cwd=samen.mirthe
        )
    )
    assert "✓ Advisering" in outcome.out
    assert "Delen lukte nu niet." in outcome.err
    (tmp_path / "weg").rename(tmp_path / "stick")
    assert "Gedeeld" in good(samen.run("sync", cwd=samen.mirthe)).out


def test_who_leads_at_the_terminal_shares_while_people_read(
    samen: Samen, terminal: Open
):
    good(samen.als("kim", "advisering", "adviezen:\n- Leg je telefoon weg\n"))
    good(samen.run("sync", cwd=samen.mirthe))
    good(
        samen.run(
            "step", "--antwoorden", "-", stdin=answers("kort", 2), cwd=samen.mirthe
        )
    )
    window = terminal("step", "--overslaan", "--reden", "geen tijd", cwd=samen.mirthe)
    assert window.exit_code() == 0
    good(samen.run("sync", cwd=samen.kim))
    assert "overgeslagen" in git(samen.kim, "log", "-1", "--format=%s")


def test_in_the_long_draaiboek_questions_definitions_and_evaluation_are_each_their_own(
    prepare: Prepare, tmp_path: Path, run: Run
):
    samen = share(prepare("lang", 2), tmp_path, run)
    vragen = "vragen:\n- Wat heb je al geprobeerd?\n- Wanneer lukt het wel?\n"
    good(samen.als("kim", "probleemverkenning", vragen))
    good(
        samen.als(
            "tim",
            "probleemverkenning",
            "vragen:\n- Wie helpt je daarbij?\n",
            samen.mirthe,
        )
    )
    found = data(samen.mirthe, f"{LANG}/ronde-1-mirthe/3-probleemverkenning.md")[
        "vragen"
    ]
    assert sorted((item["lid"], item["vraag"]) for item in found) == [
        ("kim", "Wanneer lukt het wel?"), ("kim", "Wat heb je al geprobeerd?"),
        ("tim", "Wie helpt je daarbij?"),
    ]  # fmt: skip
    id_van_kim = next(item["id"] for item in found if item["lid"] == "kim")
    good(
        samen.als(
            "mirthe",
            "probleemverkenning",
            f"vragen:\n- id: {id_van_kim}\n  antwoord: Een planning\n",
        )
    )
    found = data(samen.kim, f"{LANG}/ronde-1-mirthe/3-probleemverkenning.md")["vragen"]
    assert {item["id"]: item.get("antwoord") for item in found}[
        id_van_kim
    ] == "Een planning"


def test_a_step_that_is_skipped_keeps_what_members_gave_to_it(
    prepare: Prepare, tmp_path: Path, run: Run
):
    samen = share(prepare("kort", 3), tmp_path, run)
    gaf = "ervaringen:\n- ervaring: Fijn dat iedereen er was\n"
    good(samen.als("kim", "evaluatie", gaf))
    good(samen.run("sync", cwd=samen.mirthe))
    skip = ("step", "--overslaan", "--reden", "geen tijd")
    page = good(samen.run(*skip, cwd=samen.mirthe)).out
    assert "Wat er al was, blijft staan: ervaringen." in page
    assert "Fijn dat iedereen er was" in good(samen.run("show", cwd=samen.mirthe)).out
    # Who opens it after all goes on with what was there.
    later = "ervaringen: [{lid: mirthe, ervaring: Goed}, {lid: tim, ervaring: Mooi}]\n"
    alsnog = ("step", "evaluatie", "--opnieuw", "--antwoorden", "-")
    outcome = samen.run(*alsnog, stdin=later, cwd=samen.mirthe)
    assert "Kim 0 van 1" in outcome.err


def test_who_is_late_still_gives_theirs_and_can_correct_it(samen: Samen):
    """Tim closes while Noor still writes; what she gives comes beside the rest."""
    good(
        samen.run(
            "step", "--antwoorden", "-", stdin=answers("kort", 2), cwd=samen.mirthe
        )
    )
    closed = data(samen.mirthe, ADVISERING)
    # Kim knows nothing of that yet.
    good(samen.als("kim", "advisering", "adviezen:\n- Leg je telefoon weg\n"))
    good(samen.run("sync", cwd=samen.mirthe))
    late = data(samen.mirthe, ADVISERING)
    assert late["status"] == "klaar"
    texts = [item["advies"] for item in late["adviezen"]]
    assert texts[: len(closed["adviezen"])] != []
    assert "Leg je telefoon weg" in texts
    assert late["acties"] == closed["acties"]
    [mijn] = [
        item for item in late["adviezen"] if item["advies"] == "Leg je telefoon weg"
    ]
    correction = (
        f"adviezen:\n- id: {mijn['id']}\n  advies: Leg je telefoon in de gang\n"
    )
    others = [item for item in late["adviezen"] if item["lid"] == "kim"]
    keep = "".join(
        f"- id: {item['id']}\n  advies: {item['advies']}\n"
        for item in others
        if item["id"] != mijn["id"]
    )
    good(samen.als("kim", "advisering", correction + keep))
    nu = data(samen.kim, ADVISERING)
    assert "Leg je telefoon in de gang" in [item["advies"] for item in nu["adviezen"]]
    assert nu["status"] == "klaar"


@pytest.mark.slow
def test_who_still_writes_when_the_step_closes_keeps_what_they_typed(
    samen: Samen, terminal: Open
):
    window = terminal("step", "--als", "kim", cwd=samen.kim)
    window.answer(ADVIES, "Leg je telefoon weg")
    window.asks(NOG_EEN, None)
    good(
        samen.run(
            "step", "--antwoorden", "-", stdin=answers("kort", 2), cwd=samen.mirthe
        )
    )
    good(samen.run("sync", cwd=samen.kim))
    window.keys(ENTER)
    window.answer("Klopt het zo?", "Vastleggen")
    window.wait("aangevuld door Kim")
    assert window.exit_code() == 0
    found = data(samen.kim, ADVISERING)
    assert found["status"] == "klaar"
    assert "Leg je telefoon weg" in [item["advies"] for item in found["adviezen"]]
    again = terminal("step", "advisering", "--als", "kim", cwd=samen.kim)
    again.asks("Klopt het zo?", None)
    assert "Leg je telefoon weg" in again.all_text


def test_who_corrects_a_word_leaves_the_order_that_was_chosen(
    prepare: Prepare, tmp_path: Path, run: Run, terminal: Open
):
    samen = share(prepare("lang", 2), tmp_path, run)
    pad = f"{LANG}/ronde-1-mirthe/3-probleemverkenning.md"
    stap = "probleemverkenning"
    for lid, clone in (("kim", samen.kim), ("tim", samen.mirthe)):
        vragen = f"vragen: [Wat doet {lid}?, Hoe gaat {lid} verder?]\n"
        good(samen.als(lid, stap, vragen, clone))
    good(samen.run("sync", cwd=samen.mirthe))
    path = samen.mirthe / pad
    document = parse_markdown(path.read_bytes())
    omgekeerd = list(reversed(document.data["vragen"]))
    path.write_bytes(document.with_data(document.data | {"vragen": omgekeerd}).raw())
    good(samen.run("sync", cwd=samen.mirthe))
    window = terminal("step", stap, "--als", "kim", cwd=samen.kim)
    window.answer("Klopt het zo?", "Eerst iets veranderen")
    window.answer("Wat wil je veranderen?", "Kim · vraag 1 van 2")
    window.asks("Kim · vraag 1 van 2", None)
    window.keys(CTRL_U, "Wat doet Kim nu?", ENTER)
    window.answer("Klopt het zo?", "Vastleggen")
    assert window.exit_code() == 0
    gesteld = [item["vraag"] for item in data(samen.kim, pad)["vragen"]]
    assert gesteld[:2] == ["Hoe gaat tim verder?", "Wat doet tim?"]
    assert "Wat doet Kim nu?" in gesteld[2:]
