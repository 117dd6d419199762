"""Bad input, typed or in files: a clear Dutch line or two, the right exit code, nothing written."""
# ruff: noqa: E501 - a table reads best with each of its rows on one line

import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import EXAMPLES, Run, git
from tests.prepared import Prepare, answers


@dataclass(frozen=True)
class Case:
    """A command that cannot be right: where it runs, what it gets, and what stderr has to hold."""

    name: str
    at: str
    args: str
    code: int
    words: tuple[str, ...]
    stdin: bytes = b""
    env: tuple[tuple[str, str], ...] = ()
    hidden: str = ""


def case(name: str, at: str, args: str, code: int, *words: str, **more: object) -> Case:
    stdin = more.pop("stdin", b"")
    raw = stdin.encode() if isinstance(stdin, str) else stdin
    return Case(name, at, args, code, words, stdin=raw, **more)


STEP = "step --antwoorden -"
NEW = "new --kort --deelnemers mirthe,kim"
THEMA = "stap: acclimatisering\nthema: "
HULPVRAAG = "stap: hulpvraag-definieren\n"
ADVIES = "stap: advisering\n"
ACTIE = "acties:\n- actie: lopen\n  wie: mirthe\n"
TWEE_ADVIEZEN = "adviezen:\n- lid: kim\n  advies: a\n- lid: tim\n  advies: b\n"
BOM_BOVEN = "\ufeff"

# fmt: off
NO_GROUP = [
    *(
        case(f"{command}: no group here", "nowhere", command, 1, "Hier is geen groep", "intervisie init")
        for command in ("status", "show", "log", "undo", NEW + " --inbrengers kim")
    ),
    case("step: no group here", "nowhere", "step --antwoorden -", 1, "Hier is geen groep", stdin="thema: a\n"),
    case("--groep leads nowhere", "nowhere", "--groep weg status", 1, "--groep", "geen groep"),
    case("the variable leads nowhere", "nowhere", "status", 1, "INTERVISIE_GROEP", env=(("INTERVISIE_GROEP", "weg"),)),
]

INIT = [
    case("init without a name", "nowhere", "init g --leden a,b", 2, "--naam"),
    case("init without members", "nowhere", "init g --naam G", 2, "--leden"),
    case("an empty name", "nowhere", "init g --naam= --leden a,b", 2, "naam", "--naam"),
    case("a name with a control character only", "nowhere", "init g --naam \x07 --leden a,b", 2, "naam"),
    case("a name of 3,000 characters", "nowhere", f"init g --naam {'n' * 3_000} --leden a,b", 2, "naam"),
    case("a duplicate handle", "nowhere", "init g --naam G --leden mirthe,tim,mirthe", 2, "'mirthe'", "twee keer"),
    case("a handle that differs in case alone", "nowhere", "init g --naam G --leden tim,Tim", 2, "'tim'", "twee keer"),
    case("a group of one", "nowhere", "init g --naam G --leden mirthe", 2, "minstens twee leden"),
    case("a group of none", "nowhere", "init g --naam G --leden ,", 2, "minstens twee leden"),
    case("a handle without a letter", "nowhere", "init g --naam G --leden 12,tim", 2, "korte naam", "letter"),
    case("init where a group is", "kort", "init . --naam G --leden a,b", 1, "al een groep"),
    case("init on a folder with files", "kort", "init sessies --naam G --leden a,b", 1, "niet leeg"),
    case("init on a file", "kort", "init groep.yaml --naam G --leden a,b", 1, "bestand"),
]

PREPARE = [
    case("an unknown member", "kort", "new --kort --deelnemers mirthe,piet --inbrengers mirthe", 2, "'piet'", "geen lid", "mirthe, kim, tim"),
    case("an unknown inbrenger", "kort", f"{NEW} --inbrengers piet", 2, "'piet'", "geen lid"),
    case("an inbrenger who does not take part", "kort", f"{NEW} --inbrengers tim", 2, "Tim", "doet niet mee"),
    case("no deelnemers", "kort", "new --kort --inbrengers mirthe", 2, "--deelnemers"),
    case("no variant", "kort", "new --deelnemers mirthe,kim --inbrengers kim", 2, "--kort of --lang"),
    case("a session of one", "kort", "new --kort --deelnemers mirthe --inbrengers mirthe", 2, "niet alleen", "deelnemers"),
    case("a session of none", "kort", "new --kort --deelnemers , --inbrengers mirthe", 2, "deelnemers"),
    case("a participant named twice", "kort", "new --kort --deelnemers kim,kim --inbrengers kim", 2, "'kim'", "twee keer"),
    case("an inbrenger named twice", "kort", f"{NEW} --inbrengers kim,kim", 2, "'kim'", "twee keer"),
    case("a begeleider who does not take part", "kort", f"{NEW} --inbrengers kim --begeleider tim", 2, "Tim", "doet niet mee"),
    case("an unknown notulist", "kort", f"{NEW} --inbrengers kim --notulist piet", 2, "'piet'", "geen lid"),
    case("a begeleider that is a comma", "kort", f"{NEW} --inbrengers kim --begeleider ,", 2, "begeleider"),
    case("two begeleiders", "kort", f"{NEW} --inbrengers kim --begeleider kim,mirthe", 2, "begeleider"),
    case("both variants", "kort", f"{NEW} --lang --inbrengers kim", 2, "één draaiboek", "--kort, --lang"),
    case("a variant and a draaiboek", "kort", f"{NEW} --draaiboek lang --inbrengers kim", 2, "één draaiboek"),
    case("an unknown draaiboek", "kort", "new --draaiboek snel --deelnemers mirthe,kim --inbrengers kim", 1, "draaiboek", "kort"),
    case("a draaiboek from elsewhere", "kort", "new --draaiboek ../../x --deelnemers mirthe,kim --inbrengers kim", 1, "draaiboek"),
    case("a day that does not exist", "kort", f"{NEW} --inbrengers kim --datum 2026-02-30", 2, "datum", "14 december"),
    case("no day at all", "kort", f"{NEW} --inbrengers kim --datum ooit", 2, "datum", "14 december"),
    case("a time that does not exist", "kort", f"{NEW} --inbrengers kim --tot 25:00", 2, "tijdstip", "20:30"),
    case("a time without minutes", "kort", f"{NEW} --inbrengers kim --tot 20", 2, "tijdstip", "20:30"),
    case("a theme of 3,000 characters", "kort", f"{NEW} --inbrengers kim --thema {'t' * 3_000}", 2, "thema", "te lang", "Maak de tekst korter."),
    case("a theme of two lines", "kort", f"{NEW} --thema -", 2, "Het thema moet op één regel", "Haal de nieuwe regels eruit", stdin="Slaap\nen rust\n"),
    case("a step that cannot be done together", "kort", f"{NEW} --inbrengers kim --samen advisering", 2, "samen"),
]

ANSWERS = [
    case("no answers at all", "kort", STEP, 1, "antwoorden"),
    case("only a comment", "kort", STEP, 1, "antwoorden", stdin="# niets\n"),
    case("a list", "kort", STEP, 1, "sleutel: waarde", stdin="- a\n- b\n"),
    case("a word", "kort", STEP, 1, "sleutel: waarde", stdin="hallo\n"),
    case("an open bracket", "kort", STEP, 1, "regel", "YAML", stdin="thema: [a, b\n"),
    case("a tab", "kort", STEP, 1, "regel 2", "YAML", stdin="stap: acclimatisering\n\tthema: a\n"),
    case("a tag", "kort", STEP, 1, "regel 2", "label", stdin=f"{THEMA}!!python/name:os.system x\n"),
    case("an anchor", "kort", STEP, 1, "regel 2", "anker", stdin=f"{THEMA}&a x\nnotulen: *a\n"),
    case("a bomb", "kort", STEP, 1, "regel", "anker", stdin="a: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]\n"),
    case("a merge key", "kort", STEP, 1, "regel", "sleutel", stdin="<<: {thema: a}\n"),
    case("a key twice", "kort", STEP, 1, "regel 3", "twee keer", stdin=f"{THEMA}a\nthema: b\n"),
    case("a very deep list", "kort", STEP, 1, "regel", "diep", stdin=f"thema: {'[' * 400}{']' * 400}\n"),
    case("bytes that are no UTF-8", "kort", STEP, 1, "regel 2", "UTF-8", stdin=b"stap: acclimatisering\nthema: caf\xe9\n"),
    case("UTF-16", "kort", STEP, 1, "UTF-8", stdin=f"{THEMA}a\n".encode("utf-16")),
    case("a zero byte", "kort", STEP, 1, "regel 2", stdin=f"{THEMA}a\0b\n"),
    case("a raw control character", "kort", STEP, 1, "regel", stdin=f"{THEMA}a\x1b[31mb\n"),
    case("a control character in quotes", "kort", STEP, 1, "thema", "stuurteken", stdin=f'{THEMA}"geheim \\e[31m"\n', hidden="geheim"),
    case("an answer of 100 kB", "kort", STEP, 1, "te ", stdin=f"{THEMA}{'geheim ' * 15_000}\n", hidden="geheim"),
    case("an answer that is too long", "kort", STEP, 1, "thema", "te lang", "2.000", stdin=f"{THEMA}{'geheim ' * 400}\n", hidden="geheim"),
    case("a short answer on two lines", "kort", STEP, 1, "thema", "één regel", stdin=f"{THEMA}|-\n  geheim\n  b\n", hidden="geheim"),
    case("a list for a text", "kort", STEP, 1, "thema", "tekst", stdin=f"{THEMA}[geheim]\n", hidden="geheim"),
    case("a word for yes or no", "kort", STEP, 1, "opname", stdin="stap: acclimatisering\nopname: geheim\n", hidden="geheim"),
    case("an unknown key", "kort", STEP, 1, "tema", "onbekend", "'thema'", stdin="stap: acclimatisering\ntema: geheim\n", hidden="geheim"),
    case("the name of a step that is not there", "kort", STEP, 1, "stap", "advisering", stdin="stap: borrel\n"),
    case("a name of a step that is no name", "kort", STEP, 1, "'stap'", stdin="stap: [a]\n"),
    case("a step out of order", "kort", STEP, 1, "Eerst komt Acclimatisering", stdin=f"{ADVIES}{TWEE_ADVIEZEN}{ACTIE}"),
    case("a step out of order, by name", "kort", "step advisering --antwoorden -", 1, "Eerst komt Acclimatisering", stdin=TWEE_ADVIEZEN),
    case("recording without everyone's consent", "kort", STEP, 1, "opname", "akkoord", stdin="stap: acclimatisering\nopname: true\ntoestemming:\n- lid: kim\n  akkoord: true\n"),
    case("a status that does not exist", "kort", STEP, 1, "status", "overgeslagen", stdin="stap: acclimatisering\nstatus: af\n"),
    case("a step skipped that may not be", "kort", STEP, 1, "status", "overgeslagen", stdin="stap: acclimatisering\nstatus: overgeslagen\nreden: x\n"),
    case("a time without zone", "kort", STEP, 1, "begonnen", "tijdzone", stdin=f"{THEMA}a\nbegonnen: 2026-11-23T19:00:00\n"),
    case("a second document that is wrong", "kort", STEP, 1, "Antwoord 2", "hulpvraag", stdin=f"{THEMA}a\n---\n{HULPVRAAG}toelichting: x\n"),
    case("a second document that is no YAML", "kort", STEP, 1, "regel", stdin=f"{THEMA}a\n---\nhulpvraag: [\n"),
    case("a missing key", "begun", STEP, 1, "hulpvraag", stdin=f"{HULPVRAAG}toelichting: geheim\n", hidden="geheim"),
    case("an empty answer", "begun", STEP, 1, "hulpvraag", stdin=f'{HULPVRAAG}hulpvraag: ""\n'),
    case("an answer of spaces", "begun", STEP, 1, "hulpvraag", stdin=f'{HULPVRAAG}hulpvraag: "  \\t "\n'),
    case("another inbrenger than was agreed", "begun", STEP, 1, "inbrenger", "mirthe", stdin=f"{HULPVRAAG}inbrenger: kim\nhulpvraag: a\n"),
    case("a question of a stranger", "begun", STEP, 1, "lid", stdin=f"{HULPVRAAG}hulpvraag: a\nvragen:\n- lid: piet\n  vraag: geheim\n", hidden="geheim"),
    case("a question of the inbrenger", "begun", STEP, 1, "lid", stdin=f"{HULPVRAAG}hulpvraag: a\nvragen:\n- lid: mirthe\n  vraag: b\n"),
    case("a question without words", "begun", STEP, 1, "vraag", stdin=f"{HULPVRAAG}hulpvraag: a\nvragen:\n- lid: kim\n"),
    case("an unknown key in an item", "begun", STEP, 1, "atwoord", "'antwoord'", stdin=f"{HULPVRAAG}hulpvraag: a\nvragen:\n- lid: kim\n  vraag: b\n  atwoord: c\n"),
    case("an item that is a word", "begun", STEP, 1, "vragen", stdin=f"{HULPVRAAG}hulpvraag: a\nvragen:\n- geheim\n", hidden="geheim"),
    case("a mapping for a list", "begun", STEP, 1, "vragen", "lijst", stdin=f"{HULPVRAAG}hulpvraag: a\nvragen:\n  kim: b\n"),
    case("an advice too few", "asked", STEP, 1, "adviezen", "Tim 0 van 1", stdin=f"{ADVIES}adviezen:\n- lid: kim\n  advies: a\n{ACTIE}"),
    case("no action plan", "asked", STEP, 1, "acties", stdin=f"{ADVIES}{TWEE_ADVIEZEN}"),
    case("an action by a stranger", "asked", STEP, 1, "wie", stdin=f"{ADVIES}{TWEE_ADVIEZEN}acties:\n- actie: a\n  wie: piet\n"),
    case("an action due on a day that does not exist", "asked", STEP, 1, "tot", stdin=f"{ADVIES}{TWEE_ADVIEZEN}{ACTIE}  tot: 2026-02-30\n"),
    case("feasible says a stranger", "asked", STEP, 1, "haalbaar", stdin=f"{ADVIES}{TWEE_ADVIEZEN}{ACTIE}  haalbaar:\n  - lid: piet\n    akkoord: true\n"),
]

STEPS = [
    case("nobody to ask", "kort", "step", 2, "terminal", "--antwoorden"),
    case("nobody to ask, on purpose", "kort", "--geen-vragen step", 2, "--antwoorden"),
    case("a file that is not there", "kort", "step --antwoorden weg.yaml", 2, "bestand", "--antwoorden"),
    case("a folder for a file", "kort", "step --antwoorden sessies", 2, "bestand", "--antwoorden"),
    case("answers and a skip", "kort", f"{STEP} --overslaan", 2, "--antwoorden", "--overslaan"),
    case("answers and the editor", "kort", f"{STEP} --editor", 2, "--antwoorden", "--editor"),
    case("a skip and once more", "recap", "step evaluatie --overslaan --opnieuw --reden x", 2, "--overslaan", "--opnieuw"),
    case("a skip in the editor", "recap", "step evaluatie --overslaan --editor --reden x", 2, "--overslaan", "--editor"),
    case("a reason without a skip", "recap", f"{STEP} --reden x", 2, "--reden", "--overslaan", stdin="stap: evaluatie\n"),
    case("a skip without a reason", "recap", "step evaluatie --overslaan", 2, "--reden"),
    case("a skip of a step that belongs to it", "kort", "step --overslaan --reden tijd", 1, "Acclimatisering", "overslaan"),
    case("a skip with an empty reason", "recap", "step evaluatie --overslaan --reden=", 2, "--reden"),
    case("a step that is not there", "kort", "step borrel --antwoorden -", 1, "stap", "advisering", stdin="thema: a\n"),
    case("a step by a strange name", "kort", "step ../../x --antwoorden -", 1, "stap", stdin="thema: a\n"),
    case("a session that is not there", "kort", "step --sessie 1999 --antwoorden -", 1, "sessie", stdin="thema: a\n"),
    case("a session that is no session", "kort", "show ../..", 1, "sessie"),
    case("nothing to open again", "kort", f"{STEP} --opnieuw", 1, "nog geen stap", stdin="thema: a\n"),
    case("nothing to take back", "empty", "undo", 1, "sessie"),
    case("a recorded step once more", "begun", STEP, 1, "al vastgelegd", "--opnieuw", stdin=f"{THEMA}anders\n"),
    case("a session that is finished", "done", STEP, 1, "al klaar", "--opnieuw", stdin="thema: a\n"),
    case("a step of a session that is finished", "done", STEP, 1, "al vastgelegd", "--opnieuw", stdin=f"{ADVIES}{TWEE_ADVIEZEN}{ACTIE}"),
    case("no session yet", "empty", STEP, 1, "sessie", "intervisie new", stdin="thema: a\n"),
    case("no session to show", "empty", "show", 1, "sessie", "intervisie new"),
    case("no session to stand in", "empty", "status", 1, "sessie", "intervisie new"),
]

LID = [
    case("something else for a member", "kort", "lid kim", 2, "'kim'", "erbij, naam, korte-naam, weg"),
    case("a member in the list", "kort", "lid lijst kim", 2, "erbij, naam, korte-naam of weg"),
    case("nobody to add", "kort", "lid erbij", 2, "welk lid", "lid erbij noor"),
    case("a handle without a letter to add", "kort", "lid erbij 12", 2, "korte naam", "letter"),
    case("a handle that means nobody", "kort", "lid erbij geen", 2, "korte naam"),
    case("a member called more than a line", "kort", f"lid erbij noor {'n' * 81}", 2, "te lang", "80"),
    case("a member called two lines", "kort", "lid naam kim -", 2, "De naam van een lid moet op één regel", "Haal de nieuwe regels eruit", stdin="Kim\nde Boer\n"),
    case("a name without a name", "kort", "lid naam kim", 2, "Geef ook de naam"),
    case("a name for a stranger", "kort", "lid naam piet Piet", 2, "'piet'", "geen lid", "mirthe, kim, tim"),
    case("a stranger who leaves", "kort", "lid weg piet", 2, "'piet'", "geen lid"),
    case("a name for who leaves", "kort", "lid weg kim Kim", 2, "alleen de korte naam"),
    case("a change as JSON", "kort", "lid weg kim --json", 2, "--json", "lijst"),
]

REST = [
    case("an unknown command", "kort", "onzin", 2, "onzin"),
    case("an unknown option", "kort", "status --snel", 2, "--snel"),
    case("an option without its value", "kort", "step --sessie", 2, "--sessie"),
    case("a word too many", "kort", "status nu", 2, "woord te veel"),
    case("a number in words", "kort", "log -n tien", 2, "-n"),
    case("a number below zero", "kort", "log -n=-1", 2, "-n"),
    case("since a day that does not exist", "kort", "log --sinds 2026-02-30", 2, "--sinds"),
    case("up to a word that is no day", "kort", "log --tot binnenkort", 2, "--tot"),
    case("the log of a stranger", "kort", "log --inbrenger piet", 2, "'piet'", "geen lid"),
    case("both cards", "kort", "overzicht --kort --lang", 2, "één draaiboek"),
    *(
        case(f"a clock set to {moment!r}", "kort", "status", 2, "INTERVISIE_NU", "2026-11-23T19:30:00+01:00", env=(("INTERVISIE_NU", moment),))
        for moment in ("gisteren", "2026-11-23", "2026-11-23T19:00:00", "2026-13-01T00:00:00+01:00")
    ),
]
# fmt: on

CASES = [*NO_GROUP, *INIT, *PREPARE, *ANSWERS, *STEPS, *LID, *REST]

# Where a case runs: how many steps of the korte sessie are recorded there.
STEPS_AT = {"kort": 0, "begun": 1, "asked": 2, "recap": 3, "done": 5}

_places: dict[str, Path] = {}


@pytest.fixture
def place(
    tmp_path_factory: pytest.TempPathFactory, template: Prepare
) -> Callable[[str], Path]:
    """Give the folder of a case. Cases share it: none of them may change a thing."""

    def give(name: str) -> Path:
        if name not in _places:
            folder = _places[name] = tmp_path_factory.mktemp(name) / "plek"
            if name == "nowhere":
                folder.mkdir()
            else:
                made = (
                    template("leeg")
                    if name == "empty"
                    else template("kort", STEPS_AT[name])
                )
                shutil.copytree(made, folder)
        return _places[name]

    return give


def _bytes(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and not name.startswith(
            (".git/intervisie/lock", ".git/intervisie/index.")
        ):
            yield name, path.read_bytes()


@pytest.mark.parametrize("wrong", CASES, ids=lambda wrong: wrong.name)
def test_what_cannot_be_right_gets_a_clear_line_and_changes_nothing(
    wrong: Case, place: Callable[[str], Path], run: Run, own_world: Path
):
    folder = place(wrong.at)
    before, home = dict(_bytes(folder)), dict(_bytes(own_world))
    _places.pop(wrong.at)  # a case that does change something keeps it to itself

    outcome = run(
        *wrong.args.split(" "), stdin=wrong.stdin, cwd=folder, env=dict(wrong.env)
    )

    assert outcome.code == wrong.code, outcome.err
    assert outcome.out == ""
    lines = outcome.err.splitlines()
    assert 1 <= len(lines) <= 2, outcome.err
    assert [
        word for word in wrong.words if word.lower() not in outcome.err.lower()
    ] == [], outcome.err
    assert not re.search(
        r"Traceback|Error\b|Exception|Usage|Invalid|No such|\x1b", outcome.err
    ), outcome.err
    assert not wrong.hidden or wrong.hidden not in outcome.err, (
        "an error never holds the text of a record"
    )
    assert dict(_bytes(folder)) == before
    assert dict(_bytes(own_world)) == home
    _places[wrong.at] = folder


def test_the_names_of_the_cases_are_their_own():
    names = [wrong.name for wrong in CASES]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("change", ["BOM", "CRLF", "BOM and CRLF", "no line end"])
def test_answers_as_windows_writes_them_are_taken(kort: Path, run: Run, change: str):
    text = (EXAMPLES / "kort.yaml").read_text(encoding="utf-8")
    if "CRLF" in change:
        text = text.replace("\n", "\r\n")
    if "BOM" in change:
        text = BOM_BOVEN + text
    if change == "no line end":
        text = text.rstrip("\n")
    file = kort.parent / "antwoorden.yaml"
    file.write_bytes(text.encode())
    outcome = run("step", "--antwoorden", str(file))
    assert outcome.code == 0, outcome.err
    step = (kort / "sessies/2026/2026-11-23-kort/1-acclimatisering.md").read_bytes()
    assert b"thema: Motivatie\n" in step
    assert b"- Tim wil begeleider zijn." in step
    assert b"\r" not in step
    assert "\ufeff".encode() not in step
    assert git(kort, "status", "--porcelain") == ""


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a\u202eb", "stuurteken"),
        ("plan\u00adnin\u200bgen", "planningen"),
        ("Zoë 😀 \u0065\u0301 中", "Zoë 😀 é 中"),
        ("- [x] # geen: commentaar", "- [x] # geen"),
    ],
    ids=[
        "a change of direction",
        "marks that nobody sees",
        "letters of the world",
        "signs of YAML",
    ],
)
@pytest.mark.usefixtures("kort")
def test_odd_letters_are_kept_or_refused_but_never_lost(
    run: Run, typed: str, kept: str
):
    outcome = run("step", "--antwoorden", "-", stdin=f'thema: "{typed}"\n')
    shown = run("show").out if outcome.code == 0 else outcome.err
    assert kept in shown


def test_the_same_answers_once_more_are_no_mistake_and_no_second_commit(
    kort: Path, run: Run
):
    text = answers("kort", 0)
    assert run("step", "--antwoorden", "-", stdin=text).code == 0
    head = git(kort, "rev-parse", "HEAD")
    again = run("step", "--antwoorden", "-", stdin=text)
    assert again.code == 0, again.err
    assert git(kort, "rev-parse", "HEAD") == head
