"""A whole step in an editor, as a form, and what a hand filled in at the prompts."""

from pathlib import Path

import pytest

from intervisie_cli.records.document import parse_markdown
from tests.conftest import Run, git
from tests.prepared import Open, Prepare, good
from tests.terminal.terminal import CTRL_C, ENTER, script

pytestmark = pytest.mark.slow

SESSIE = "sessies/2026/2026-11-23-kort"
STAP_1 = f"{SESSIE}/1-acclimatisering.md"
HULPVRAAG = f"{SESSIE}/ronde-1-mirthe/2-hulpvraag-definieren.md"
THEMA = "Wat is het thema van deze sessie?"
METEEN = "Je editor kwam meteen terug."
WEER = "De editor weer openen?"


def left(group: Path) -> list[str]:
    """What still stands among the drafts."""
    return [
        path.name
        for path in (group / ".git/intervisie/drafts").iterdir()
        if path.suffix != ".lock"
    ]


def test_a_whole_step_is_filled_in_in_the_editor_and_looked_over(
    prepare: Prepare, terminal: Open, tmp_path: Path
):
    kort = prepare("kort", 1)
    seen = tmp_path / "gezien"
    editor = script(
        tmp_path,
        "editor",
        f"""cp "$1" "{seen}"
sed -i 's/^- Hulpvraag:/- Hulpvraag: Hoe dan: nu?/' "$1"
sed -i 's/^- Toelichting:/&\\n    # Een\\n\\n    - twee/' "$1"
sed -i 's/^- Vraag van Kim:/& Wat lukt al?/' "$1"
sed -i 's/^- Herformulering:.*/- Herformulering: Wat helpt?/' "$1"
echo "Vrij: dit." >> "$1" """,
    )
    window = terminal("step", "--editor", env={"EDITOR": editor})
    window.asks("Klopt het zo?", None)
    form = seen.read_text(encoding="utf-8")
    assert form.startswith("<!-- Vul in achter de dubbele punt")
    assert "\n- Hulpvraag:\n- Toelichting:\n\n- Vraag van Kim:\n  - Antwoord:\n" in form
    window.answer("Klopt het zo?", "Vastleggen")
    window.wait("✓ Hulpvraag definiëren")
    tekst = (kort / HULPVRAAG).read_text(encoding="utf-8")
    assert 'hulpvraag: "Hoe dan: nu?"' in tekst or "hulpvraag: 'Hoe dan: nu?'" in tekst
    assert "toelichting: |-\n  # Een\n\n  - twee\n" in tekst
    assert "    vraag: Wat lukt al?\n" in tekst
    assert tekst.endswith("---\n## Notulen\n\nVrij: dit.\n")


@pytest.mark.parametrize(
    ("getypt", "regel"),
    [
        ("- Kennismaking: misschien", "Regel 2: Schrijf ja of nee."),
        ("- Thema: A\\n- Thema: B", "Regel 3: Dit staat er al"),
        ("- Thema: caf\\351", "kies in je editor: opslaan als, codering UTF-8"),
    ],
    ids=["answer", "twice", "latin-1"],
)
def test_a_form_that_cannot_be_read_says_which_line_and_is_opened_again(
    kort: Path, terminal: Open, tmp_path: Path, getypt: str, regel: str
):
    bederft = script(
        tmp_path, "bederf", f"printf 'lang verhaal\\n{getypt}\\n' > \"$1\""
    )
    window = terminal("step", "--editor", env={"EDITOR": bederft})
    window.shows(regel)
    window.answer(WEER, "Nee")
    assert window.exit_code() == 130
    window.shows("Ga verder met: intervisie step --editor")
    herstelt = script(
        tmp_path,
        "herstel",
        'grep -q "lang verhaal" "$1" && printf "lang verhaal\\n- Thema: rust\\n'
        '- Kennismaking: ja\\n" > "$1"',
    )
    window = terminal("step", "--editor", env={"EDITOR": herstelt})
    window.answer("Klopt het zo?", "Vastleggen")
    window.wait("✓ Acclimatisering")
    tekst = (kort / STAP_1).read_text(encoding="utf-8")
    assert "thema: rust\n" in tekst
    assert tekst.endswith("## Notulen\n\nlang verhaal\n")


def test_what_was_answered_since_goes_before_a_form_that_was_not_taken_over(
    kort: Path, terminal: Open, tmp_path: Path
):
    bederft = script(tmp_path, "bederf", "printf '%s' '- Kennismaking: hm' > \"$1\"")
    window = terminal("step", "--editor", env={"EDITOR": bederft})
    window.answer(WEER, "Nee")
    window.exit_code()
    window = terminal("step")
    window.wait("intervisie step --editor")
    window.answer("Hebben jullie kennisgemaakt?", "Nee")
    window.asks(THEMA)
    window.keys("Half: #1 getypt")
    window.wait("Half: #1 getypt")
    window.keys(CTRL_C)
    window.exit_code()
    seen = tmp_path / "gezien"
    kijkt = script(tmp_path, "kijk", f'cp "$1" "{seen}"')
    window = terminal("step", "--editor", env={"EDITOR": kijkt})
    window.shows(METEEN)
    form = seen.read_text(encoding="utf-8")
    assert "\n- Kennismaking: nee\n- Thema: Half: #1 getypt\n" in form
    assert "eerdere keer:\n- Kennismaking: hm\n" in form
    window.keys(ENTER)
    window.answer("Klopt het zo?", "Vastleggen")
    window.wait("✓ Acclimatisering")
    tekst = (kort / STAP_1).read_text(encoding="utf-8")
    assert "Half: #1 getypt" in tekst
    assert tekst.endswith("## Notulen\n")
    # The form that was shown below is taken over by nobody, and thrown away by nobody.
    [opzij] = (kort / ".git/intervisie/drafts").glob("*.opzij-*")
    assert "- Kennismaking: hm\n" in opzij.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("verandert", "blijft"),
    [
        ("s/maken samen een planning$/maken samen een planning op maandag/", True),
        ("s/maken samen een planning$/zetten de televisie om elf uur uit/", False),
        ("", True),
    ],
    ids=["edited", "another", "the same"],
)
def test_what_was_recorded_keeps_in_the_editor_who_it_is_and_what_came_of_it(
    prepare: Prepare,
    terminal: Open,
    run: Run,
    tmp_path: Path,
    verandert: str,
    blijft: bool,
):
    kort = prepare("kort", 3)
    good(run("actie", "klaar", "planning", "--als", "kim"))
    path = kort / f"{SESSIE}/ronde-1-mirthe/3-advisering.md"
    stil = "    stil:\n      - regel: smart-tijdgebonden\n        reden: dat mag\n"
    tekst = path.read_text(encoding="utf-8")
    path.write_text(tekst.replace("    wie: samen\n", f"    wie: samen\n{stil}"))
    git(kort, "commit", "-qam", "stil")
    was = parse_markdown(path.read_bytes()).data
    editor = script(tmp_path, "editor", f"sed -i '{verandert}' \"$1\"")
    window = terminal(
        "step", "advisering", "--opnieuw", "--editor", env={"EDITOR": editor}
    )
    window.answer("Klopt het zo?", "Vastleggen")
    window.wait("Advisering")
    window.exit_code()
    nu = parse_markdown(path.read_bytes()).data
    assert [item["id"] for item in nu["adviezen"]] == [
        item["id"] for item in was["adviezen"]
    ]
    (eerste, *rest), (oud, *oude_rest) = nu["acties"], was["acties"]
    assert rest == oude_rest
    assert ("op maandag" in eerste["actie"]) == ("maandag" in verandert)
    assert (eerste["id"] == oud["id"]) == blijft
    assert (eerste.get("opvolging") == oud["opvolging"]) == blijft
    # What was silenced, was silenced of the words that stood there.
    assert eerste.get("stil") == (None if verandert else oud["stil"])


def test_a_form_of_a_recorded_step_is_opened_again_with_what_is_said(
    prepare: Prepare, terminal: Open, tmp_path: Path
):
    prepare("kort", 1)
    bederft = script(tmp_path, "bederf", "printf '%s' '- Kennismaking: hm' > \"$1\"")
    step = ("step", "acclimatisering", "--opnieuw")
    window = terminal(*step, "--editor", env={"EDITOR": bederft})
    window.answer(WEER, "Nee")
    assert window.exit_code() == 130
    again = "intervisie step acclimatisering --opnieuw --editor"
    window.shows(f"Ga verder met: {again}")
    window = terminal(*step)
    window.shows(f"In je editor staat nog tekst van deze stap. Openen? {again}")


def test_an_editor_that_comes_back_at_once_is_waited_for(
    kort: Path, terminal: Open, tmp_path: Path
):
    opens = script(
        tmp_path,
        "code",
        'test -e "$1.open" || { touch "$1.open"; (until test -e "'
        f'{tmp_path}/nu"; do sleep 0.05; done; echo "- Thema: later" >> "$1"; '
        f'touch "{tmp_path}/klaar") </dev/null >/dev/null 2>&1 & }}',
    )
    window = terminal("step", "--editor", env={"EDITOR": opens})
    window.shows(METEEN)
    window.shows('export EDITOR="code --wait"')
    (tmp_path / "nu").touch()
    window.until((tmp_path / "klaar").exists, "saving")
    window.keys(ENTER)
    window.shows("Wat is het thema van deze sessie?  later")
    assert kort


def test_what_a_hand_filled_in_comes_up_and_its_items_are_there(
    prepare: Prepare, terminal: Open
):
    kort = prepare("kort", 1)
    path = kort / HULPVRAAG
    tekst = path.read_text(encoding="utf-8")
    tekst = tekst.replace("- Hulpvraag:", "- Hulpvraag: Hoe dan?")
    tekst = tekst.replace(
        "- Vraag van Kim:\n",
        "- Vraag van Kim: Wat lukt?\n  - Antwoord: Rust\n- Vraag van Kim: Sinds wanneer?\n",
    )
    path.write_text(tekst, encoding="utf-8")
    window = terminal("step")
    window.agree("Mirthe · Wat is je hulpvraag?", "Hoe dan?")
    window.answer("Mirthe · Wat moet de groep erover weten?", "")
    window.wait("  Kim: Sinds wanneer?")
    window.answer("Mirthe · Wat is je antwoord?", "Dit jaar")
    window.wait("  Kim: Wat lukt?")
    window.answer("Tim · vraag", "")
    window.agree("Mirthe · Hoe luidt je hulpvraag nu?")
    window.asks("Kim · advies")
    tekst = path.read_text(encoding="utf-8")
    for vraag, antwoord in (("Wat lukt?", "Rust"), ("Sinds wanneer?", "Dit jaar")):
        assert f"vraag: {vraag}\n    antwoord: {antwoord}\n" in tekst
