"""Leading through a step: every answer is kept, any question can be had back,
a no opens the wording again.
"""

import json
import random
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.flows.stap import beginnen, gesprek, opnieuw
from intervisie_cli.flows.stap.hier import Hier
from intervisie_cli.flows.stap.kiezen import context_of
from intervisie_cli.flows.stap.vastleggen import record_step
from intervisie_cli.flows.vastlegger import locked
from intervisie_cli.groep import concept as concepten
from intervisie_cli.groep import draaiboeken, sessies
from intervisie_cli.groep.concept import Concept
from intervisie_cli.groep.klad import ConceptKlad
from intervisie_cli.groep.sessies import SessieMap
from intervisie_cli.groep.stapbestand import StapBestand
from intervisie_cli.model.context import Context
from intervisie_cli.model.sessie import Plek
from intervisie_cli.model.sleutel import TERUG, Sleutel
from intervisie_cli.model.vraag import Antwoorden, Terug, Toets, Vraag
from intervisie_cli.records.document import parse_markdown
from intervisie_cli.vragen.lines.order_line import OrderLine
from intervisie_cli.vragen.script import VAN_DOEN, vragen
from intervisie_cli.vragen.tijdplan import Klok
from tests.conftest import NU, Ids, Run
from tests.prepared import Prepare, good
from tests.vragen.voorbeeld import STEPS, context, key, keyed, plainly

KLOK = Klok("Stap", datetime.fromisoformat(NU), 5, 10, 0, 20)


class Script:
    """Answers as a person would, by *kies*, which gets the question and what is proposed."""

    def __init__(
        self, kies: Callable[[Vraag, Any], Any], changes: Sequence[str] = ()
    ) -> None:
        self._kies = kies
        self._changes = list(changes)
        self.gesteld: list[tuple[str, Any]] = []
        self.nagekeken: list[list[str]] = []

    def vraag(
        self,
        vraag: Vraag,
        voorstel: Any,
        _klok: Klok | None,
        _on_half: Callable[[str], None],
    ) -> Any:
        self.gesteld.append((str(vraag.sleutel), voorstel))
        return self._kies(vraag, voorstel)

    def nakijken(
        self, regels: Sequence[tuple[Vraag, Any]], _klok: Klok | None
    ) -> Vraag | None:
        vragen = {str(vraag.sleutel): vraag for vraag, _ in regels}
        self.nagekeken.append(list(vragen))
        return vragen[self._changes.pop(0)] if self._changes else None


def ask(
    van: Context,
    script: Script,
    tmp_path: Path,
    begin: Antwoorden | None = None,
    *,
    looks_over: bool = False,
) -> tuple[dict[str, Any], Concept]:
    concept = Concept(
        tmp_path / "concept.json", van.stap, begonnen=NU, antwoorden=begin
    )
    document = gesprek.ask_all(here(van, concept), KLOK, script, looks_over=looks_over)
    return document, concept


def go_on(van: Context, concept: Concept) -> dict[str, Any]:
    """Answer plainly what is open."""
    script = Script(lambda vraag, _: plainly(vraag))
    return gesprek.ask_all(here(van, concept), KLOK, script, looks_over=False)


def empty(van: Context) -> StapBestand:
    plek = Plek(van.stap, van.ronde)
    return StapBestand(plek=plek, pad=plek.pad, raw=None, document=None)


def here(van: Context, concept: Concept) -> Hier:
    """A step that nobody filled in yet."""
    stap = empty(van)
    boek = draaiboeken.load(None, van.sessie.draaiboek)
    return Hier(SessieMap(van.sessie, boek, (stap,)), stap, van, concept)


def test_a_no_opens_the_reformulation_and_all_who_agreed_again(tmp_path: Path):
    clear = iter(["kim", "a"])

    def kies(vraag: Vraag, _voorstel: Any) -> Any:
        return next(clear) if str(vraag.sleutel) == "duidelijk_voor" else plainly(vraag)

    script = Script(kies)
    data, _ = ask(context("lang", "probleemdefinitie"), script, tmp_path)
    asked = [sleutel for sleutel, _ in script.gesteld]
    assert asked[asked.index("herformulering") :] == [
        "herformulering", "duidelijk_voor", "herformulering", "duidelijk_voor",
    ]  # fmt: skip
    proposed = [
        voorstel for sleutel, voorstel in script.gesteld if sleutel == "herformulering"
    ]
    assert proposed == [None, "Tekst bij herformulering."]
    assert data["duidelijk_voor"] == ["mirthe", "kim", "tim"]


def test_agreement_with_another_wording_is_given_and_never_proposed(tmp_path: Path):
    """Not after a no, and not when the wording is changed at the review."""
    clear = iter(["kim", "a", "a"])

    def kies(vraag: Vraag, _voorstel: Any) -> Any:
        return next(clear) if str(vraag.sleutel) == "duidelijk_voor" else plainly(vraag)

    script = Script(kies, changes=["herformulering"])
    ask(context("lang", "probleemdefinitie"), script, tmp_path, looks_over=True)
    proposed = [
        voorstel for sleutel, voorstel in script.gesteld if sleutel == "duidelijk_voor"
    ]
    assert proposed == [None, None, None]


def test_a_plan_that_is_worded_anew_at_the_review_is_agreed_on_anew(tmp_path: Path):
    script = Script(lambda vraag, _: plainly(vraag), changes=["acties/-/0/actie"])
    ask(context("lang", "advisering"), script, tmp_path, looks_over=True)
    asked = [sleutel for sleutel, _ in script.gesteld]
    assert asked[-3:] == ["acties/-/0/actie", "acties/akkoord", "acties/haalbaar"]
    assert dict(script.gesteld[-2:]) == {
        "acties/akkoord": None,
        "acties/haalbaar": None,
    }


@pytest.mark.parametrize(("boek", "naam"), STEPS)
def test_going_back_from_any_question_opens_the_one_before_with_its_answer(
    boek: str, naam: str, tmp_path: Path
):
    van = context(
        boek,
        naam,
        zijn_nieuw=True,
        open_acties=({"id": "a1a1", "actie": "Bellen"},),
        afspraken=({"id": "c3c3", "afspraak": "Stil zijn"},),
    )
    said: dict[str, Any] = {}

    def kies(vraag: Vraag, _voorstel: Any) -> Any:
        return said.setdefault(str(vraag.sleutel), plainly(vraag))

    straight = Script(kies)
    data, _ = ask(van, straight, tmp_path)
    for place in range(1, len(straight.gesteld)):
        script = Script(_once_back_at(place))
        assert ask(van, script, tmp_path)[0] == data
        before, here = straight.gesteld[place - 1][0], straight.gesteld[place][0]
        assert [sleutel for sleutel, _ in script.gesteld[place : place + 3]] == [
            here,
            before,
            here,
        ]
        # What was typed there comes up again; an empty line has nothing to propose.
        typed = said[before]
        assert script.gesteld[place + 1][1] in (typed, *([None] if not typed else []))


def _once_back_at(place: int) -> Callable[[Vraag, Any], Any]:
    count = iter(range(1_000))

    def kies(vraag: Vraag, _voorstel: Any) -> Any:
        if next(count) == place:
            raise Terug
        return plainly(vraag)

    return kies


def test_going_back_at_the_first_question_leaves_the_step(tmp_path: Path):
    with pytest.raises(Terug):
        ask(context("lang", "vraagintroductie"), Script(_once_back_at(0)), tmp_path)


def test_going_all_the_way_back_and_forth_proposes_every_answer(tmp_path: Path):
    given = iter(["Hoe?", "Zo.", Terug, Terug, Terug])

    def kies(_vraag: Vraag, voorstel: Any) -> Any:
        wat = next(given, voorstel)
        if wat is Terug:
            raise Terug
        return "" if wat is None else wat

    script = Script(kies)
    data, _ = ask(context("lang", "vraagintroductie"), script, tmp_path)
    assert (data["hulpvraag"], data["toelichting"]) == ("Hoe?", "Zo.")


def test_the_review_shows_every_question_and_one_can_be_changed(tmp_path: Path):
    texts = iter(["Hoe?", "Zo.", "Hoezo?"])
    script = Script(lambda *_: next(texts), changes=["hulpvraag"])
    data, _ = ask(
        context("lang", "vraagintroductie"), script, tmp_path, looks_over=True
    )
    assert script.nagekeken == [["hulpvraag", "toelichting"]] * 2
    assert data["hulpvraag"] == "Hoezo?"
    assert script.gesteld[-1] == ("hulpvraag", "Hoe?")


def test_the_review_shows_what_was_typed_as_a_line_and_not_what_only_ended_a_list(
    tmp_path: Path,
):
    van = context("lang", "advisering")
    shown: list[tuple[str, Any]] = []

    class Kijkt(Script):
        def nakijken(
            self, regels: Sequence[tuple[Vraag, Any]], _klok: Klok | None
        ) -> Vraag | None:
            shown.extend((str(vraag.sleutel), gezegd) for vraag, gezegd in regels)
            return None

    ask(van, Kijkt(lambda vraag, _: plainly(vraag)), tmp_path, looks_over=True)
    assert shown == [
        ("adviezen/kim/0/advies", "Tekst bij adviezen/kim/0/advies."),
        ("adviezen/tim/0/advies", "Tekst bij adviezen/tim/0/advies."),
        ("adviezen/kim/0/toepasbaar", "ja, dat past"),
        ("adviezen/tim/0/toepasbaar", "ja, dat past"),
        ("acties/-/0/actie", "Ik lees elke dag 10 bladzijden, tot 1 december."),
        ("acties/akkoord", "a"),
        ("acties/haalbaar", "nee"),
    ]


def test_a_step_in_which_all_was_asked_just_now_is_recorded_without_a_review(
    tmp_path: Path,
):
    van = context("lang", "vraagintroductie")
    script = Script(lambda vraag, _: plainly(vraag))
    _, concept = ask(van, script, tmp_path)
    assert script.nagekeken == []
    again = Script(lambda vraag, _: plainly(vraag))
    gesprek.ask_all(here(van, concept), KLOK, again, looks_over=False)
    assert (again.gesteld, len(again.nagekeken)) == ([], 1), "nothing was asked here"


@pytest.mark.parametrize(
    ("sleutel", "nieuw", "data"),
    [
        (
            "adviezen/kim/0/advies",
            "tim: Van Tim",
            [("tim", "Van Tim"), ("kim", "Van Kim")],
        ),
        ("adviezen/kim/0/toepasbaar", "nee, toch niet", [("kim", "Van Kim")]),
    ],
)
def test_a_line_that_is_changed_at_the_review_leaves_the_rest(
    sleutel: str, nieuw: str, data: list[tuple[str, str]], tmp_path: Path
):
    typed = {"adviezen/kim/0/advies": iter(["Van Kim", nieuw, "Van Kim"])}
    typed["adviezen/kim/0/toepasbaar"] = iter(["ja", nieuw])

    def kies(vraag: Vraag, _voorstel: Any) -> Any:
        zegt = typed.get(str(vraag.sleutel))
        return next(zegt) if zegt else plainly(vraag)

    van = context("lang", "advisering")
    script = Script(kies, changes=[sleutel])
    document, _ = ask(van, script, tmp_path, looks_over=True)
    gezegd = [(item["lid"], item["advies"]) for item in document["adviezen"]]
    assert set(data) <= set(gezegd)
    assert ("tim", "Tekst bij adviezen/tim/0/advies.") in gezegd
    if nieuw.startswith("nee"):
        assert document["adviezen"][0]["reactie"] == "toch niet"


@pytest.mark.parametrize(
    "half", ["tim: Bel de do", "Doel: meer", "kim en tim: Plan", "samen: "]
)
def test_a_half_line_comes_up_again_as_it_was_typed(half: str, tmp_path: Path):
    van = context("lang", "advisering")

    def stops(vraag: Vraag, _voorstel: Any) -> Any:
        if str(vraag.sleutel) == "acties/-/0/actie":
            raise KeyboardInterrupt
        return plainly(vraag)

    script = Script(stops)
    with pytest.raises(KeyboardInterrupt):
        ask(van, script, tmp_path)
    concept = concepten.load(tmp_path / "concept.json", van.stap)
    assert concept
    ConceptKlad(concept, key(van, "acties/-/0/actie")).bewaar(half)
    again = concepten.load(tmp_path / "concept.json", van.stap)
    assert again
    script = Script(lambda vraag, _: plainly(vraag))
    gesprek.ask_all(here(van, again), KLOK, script, looks_over=False)
    assert script.gesteld[0] == ("acties/-/0/actie", half)


@pytest.mark.parametrize(
    ("stap", "parts", "sleutel", "regel"),
    [
        (
            "advisering",
            {"acties/-/0/actie": "Plan maken", "acties/-/0/wie": ["kim", "tim"]},
            "acties/-/0/actie",
            "kim en tim: Plan maken",
        ),
        (
            "advisering",
            {"adviezen/kim/0/toepasbaar": "deels", "adviezen/kim/0/reactie": "soms"},
            "adviezen/kim/0/toepasbaar",
            "deels, soms",
        ),
        (
            "acclimatisering",
            {"terugblik/a1a1/status": "bezig", "terugblik/a1a1/tot": "2026-12-01"},
            "terugblik/status",
            "1 bezig tot 1-12-2026",
        ),
        (
            "advisering",
            {
                "acties/-/0/actie": "Ik lees elke dag 10 bladzijden, tot 1 december.",
                "acties/-/0/haalbaar/mirthe": True,
                "acties/-/0/haalbaar/kim": False,
                "acties/-/0/haalbaar/tim": True,
            },
            "acties/haalbaar",
            "Kim",
        ),
        (
            "evaluatie",
            {"ervaringen/kim/0/tip": "pauze"},
            "ervaringen/kim/0/ervaring",
            "tip: pauze",
        ),
    ],
)
def test_what_a_hand_gave_in_parts_comes_up_as_one_line(
    stap: str, parts: dict[str, Any], sleutel: str, regel: str | None, tmp_path: Path
):
    van = context("lang", stap, open_acties=({"id": "a1a1", "actie": "Bellen"},))
    concept = Concept(tmp_path / "concept.json", van.stap, NU, vorige=keyed(van, parts))
    script = Script(lambda vraag, _: plainly(vraag))
    gesprek.ask_all(here(van, concept), KLOK, script, looks_over=False)
    assert dict(script.gesteld)[sleutel] == regel


def test_who_does_an_actie_together_is_there_again_after_a_stop(tmp_path: Path):
    """A draft with members in it was once read as one with an order of items."""
    van = context("lang", "advisering")

    def stops(vraag: Vraag, _voorstel: Any) -> Any:
        if str(vraag.sleutel) == "acties/-/0/actie":
            return "kim en tim: Elke dag 10 minuten lezen, tot 1 december"
        if str(vraag.sleutel) == "acties/akkoord":
            raise KeyboardInterrupt
        return plainly(vraag)

    with pytest.raises(KeyboardInterrupt):
        ask(van, Script(stops), tmp_path)
    concept = concepten.load(tmp_path / "concept.json", van.stap)
    assert concept
    document = go_on(van, concept)
    assert document["acties"][0]["wie"] == ["kim", "tim"]


def test_every_answer_is_on_disk_before_the_next_question(tmp_path: Path):
    seen = []

    def kies(vraag: Vraag, _voorstel: Any) -> Any:
        path = tmp_path / "concept.json"
        seen.append(
            list(json.loads(path.read_text())["antwoorden"]) if path.exists() else []
        )
        return plainly(vraag)

    script = Script(kies)
    ask(context("lang", "probleemverkenning"), script, tmp_path)
    asked = [sleutel for sleutel, _ in script.gesteld]
    assert seen == [asked[:number] for number in range(len(asked))]


def test_a_step_of_which_nobody_has_anything_to_say_asks_nothing(tmp_path: Path):
    stap = context("lang", "vraagintroductie").stap
    van = context("lang", "vraagintroductie")._replace(stap=stap._replace(velden=()))
    script = Script(lambda vraag, _: plainly(vraag))
    data, _ = ask(van, script, tmp_path)
    assert (data["stap"], script.gesteld) == ("vraagintroductie", [])


def test_a_step_that_is_passed_over_asks_nothing_more(tmp_path: Path):
    script = Script(lambda vraag, _: plainly(vraag))
    data, _ = ask(context("kort", "evaluatie"), script, tmp_path, {VAN_DOEN: False})
    assert data == {"stap": "evaluatie", "status": "overgeslagen"}
    assert (script.gesteld, script.nagekeken) == ([], [])


def test_a_key_that_is_no_answer_tells_whose_turn_it_is(tmp_path: Path):
    def presses(_vraag: Vraag, _voorstel: Any) -> Any:
        raise Toets("kaart")

    for stap, lid in (("advisering", "kim"), ("vraagintroductie", "")):
        with pytest.raises(Toets) as caught:
            ask(context("lang", stap), Script(presses), tmp_path)
        assert (caught.value.wat, caught.value.lid) == ("kaart", lid)


def resumed(van: Context, stops: Callable[[Vraag, Any], Any], tmp_path: Path) -> Script:
    """What is asked when somebody goes on with a step at which *stops* broke off."""
    with pytest.raises(KeyboardInterrupt):
        ask(van, Script(stops), tmp_path)
    concept = concepten.load(tmp_path / "concept.json", van.stap)
    assert concept
    script = Script(lambda vraag, _: plainly(vraag))
    gesprek.ask_all(here(van, concept), KLOK, script, looks_over=False)
    return script


def test_a_step_that_was_broken_off_goes_on_at_the_first_open_question(tmp_path: Path):
    van = context("lang", "probleemverkenning")

    def stops(vraag: Vraag, _voorstel: Any) -> Any:
        if str(vraag.sleutel) == "vragen/tim/0/vraag":
            raise KeyboardInterrupt
        return plainly(vraag)

    script = resumed(van, stops, tmp_path)
    assert script.gesteld[0][0] == "vragen/tim/0/vraag"


def test_the_order_that_the_inbrenger_chose_is_there_again_after_a_stop(tmp_path: Path):
    """A draft with an order in it was once taken for one that cannot be read, and set aside."""
    van = context("lang", "probleemverkenning")

    def stops(vraag: Vraag, _voorstel: Any) -> Any:
        if vraag.sleutel.deel == "antwoord":
            raise KeyboardInterrupt
        if isinstance(vraag.lijn, OrderLine):
            return "4 3 2 1"
        return plainly(vraag)

    script = resumed(van, stops, tmp_path)
    assert script.gesteld[0][0] == "vragen/tim/1/antwoord"


KORT = """\
stap: acclimatisering
thema: Rust
---
stap: hulpvraag-definieren
hulpvraag: Hoe?
toelichting: Oude toelichting.
vragen:
  - {lid: kim, vraag: Wat dan?}
"""
LEDEN = ("--deelnemers", "mirthe,kim", "--inbrengers", "mirthe")


@pytest.fixture
def recorded(groep: Path, run: Run) -> Path:
    """The file of the second step of a short sessie, with a toelichting and one question."""
    assert run("new", "--kort", *LEDEN).code == 0
    done = run("step", "--antwoorden", "-", stdin=KORT)
    assert done.code == 0, done.err
    return next(groep.glob("sessies/*/*/ronde-1-mirthe/2-*.md"))


def draft(omgeving: Omgeving, sessie_map: SessieMap, stap: StapBestand) -> Path:
    return concepten.path_of(
        omgeving.repository.private, sessie_map.sessie.id, stap.plek.pad
    )


def test_an_answers_document_that_empties_a_list_or_a_text_is_recorded_so(
    recorded: Path, run: Run
):
    emptied = (
        'stap: hulpvraag-definieren\nhulpvraag: Hoe?\ntoelichting: ""\nvragen: []\n'
    )
    assert run("step", "--opnieuw", "--antwoorden", "-", stdin=emptied).code == 0
    data = parse_markdown(recorded.read_bytes()).data
    assert not data.get("toelichting")
    assert not data.get("vragen")
    assert data["hulpvraag"] == "Hoe?"


@pytest.mark.parametrize("sleutel", ["toelichting", "vragen/kim/0/vraag"])
def test_an_answer_that_is_taken_out_at_the_review_is_gone_when_recorded(
    recorded: Path, omgeving: Omgeving, sleutel: str
):
    sessie_map = sessies.load(
        omgeving.root, recorded.parent.parent.relative_to(omgeving.root).as_posix()
    )
    stap = sessie_map.stappen[1]
    van = context_of(omgeving, sessie_map, stap)
    concept, _ = beginnen.start_concept(
        omgeving, draft(omgeving, sessie_map, stap), stap, van
    )
    script = Script(
        lambda vraag, voorstel: _emptied(vraag, voorstel, sleutel), changes=[sleutel]
    )
    document = gesprek.ask_all(
        Hier(sessie_map, stap, van, concept), KLOK, script, looks_over=True
    )
    with locked(omgeving) as vastlegger:
        record_step(vastlegger, omgeving, sessie_map, stap, document, opnieuw=True)
    assert not parse_markdown(recorded.read_bytes()).data.get(
        sleutel.split("/", maxsplit=1)[0]
    )


def _emptied(vraag: Vraag, voorstel: Any, sleutel: str) -> Any:
    if str(vraag.sleutel) == sleutel:
        return ""
    return "" if voorstel is None else voorstel


def test_one_no_turns_the_recording_off_and_turning_it_on_again_asks_everybody(
    tmp_path: Path,
):
    consents = iter(["kim", "a"])

    def kies(vraag: Vraag, _voorstel: Any) -> Any:
        if str(vraag.sleutel) == "toestemming/akkoord":
            return next(consents)
        return str(vraag.sleutel) == "opname" or plainly(vraag)

    van = context("kort", "acclimatisering")
    wanted = {Sleutel("opname").bij_coach(TERUG): True}
    script = Script(kies, changes=["opname"])
    data, _ = ask(van, script, tmp_path, wanted, looks_over=True)
    assert "opname" in script.nagekeken[0]
    assert "toestemming/akkoord" not in script.nagekeken[0], "who said no is not kept"
    again = [
        (sleutel, voorstel)
        for sleutel, voorstel in script.gesteld
        if sleutel.startswith("toestemming")
    ]
    assert again == [("toestemming/akkoord", None)] * 2
    assert [item["akkoord"] for item in data["toestemming"]] == [True, True, True]


@pytest.mark.parametrize(
    ("own", "kept"),
    [(None, "Tweede?"), ("Eigen?", "Eigen?")],
    ids=["taken over", "own words"],
)
def test_a_wording_that_was_taken_over_follows_when_the_question_changes(
    tmp_path: Path, own: str | None, kept: str
):
    questions = iter(["Eerste?", "Tweede?"])

    def kies(vraag: Vraag, voorstel: Any) -> Any:
        if str(vraag.sleutel) == "hulpvraag":
            return next(questions)
        return (
            (own or voorstel)
            if str(vraag.sleutel) == "herformulering"
            else plainly(vraag)
        )

    data, _ = ask(
        context("kort", "hulpvraag-definieren"),
        Script(kies, changes=["hulpvraag"]),
        tmp_path,
        looks_over=True,
    )
    assert (data["hulpvraag"], data["herformulering"]) == ("Tweede?", kept)


def test_what_an_undo_brought_back_goes_once_the_step_is_recorded_anew(
    recorded: Path, omgeving: Omgeving, run: Run
):
    assert run("undo").code == 0
    assert run("step", "--antwoorden", "-", stdin="hulpvraag: Hoe nu?\n").code == 0
    sessie_map = sessies.load(
        omgeving.root, recorded.parent.parent.relative_to(omgeving.root).as_posix()
    )
    stap = sessie_map.stappen[1]
    concept, was_er = beginnen.start_concept(
        omgeving,
        draft(omgeving, sessie_map, stap),
        stap,
        context_of(omgeving, sessie_map, stap),
    )
    assert not was_er
    assert concept.antwoorden[Sleutel("hulpvraag")] == "Hoe nu?"
    assert Sleutel("toelichting") not in {
        k for k, waarde in concept.vorige.items() if waarde
    }
    left = "".join(
        path.read_text(encoding="utf-8") for path in concept.path.parent.iterdir()
    )
    assert "Oude toelichting." not in left, "it stands in the history, and nowhere else"


def test_words_that_stand_in_no_record_are_set_aside_and_doctor_tells(
    recorded: Path, omgeving: Omgeving, run: Run
):
    assert run("undo").code == 0
    sessie_map = sessies.load(
        omgeving.root, recorded.parent.parent.relative_to(omgeving.root).as_posix()
    )
    stap = sessie_map.stappen[1]
    concept, _ = beginnen.start_concept(
        omgeving,
        draft(omgeving, sessie_map, stap),
        stap,
        context_of(omgeving, sessie_map, stap),
    )
    ConceptKlad(concept, Sleutel("toelichting")).bewaar("Dit typte Mirthe nog.")
    assert "buiten de notulen" not in run("doctor").out, (
        "a draft of an open step is what it should be"
    )
    assert run("step", "--antwoorden", "-", stdin="hulpvraag: Hoe nu?\n").code == 0
    (aside,) = concept.path.parent.glob("*.opzij-*")
    assert "Dit typte Mirthe nog." in aside.read_text(encoding="utf-8")
    said = run("doctor", "--uitgebreid")
    assert (said.code, aside.name in said.out) == (0, True)
    assert "rm " in said.out


def test_a_draft_in_which_nothing_was_typed_is_nothing_to_look_after(
    recorded: Path, omgeving: Omgeving, run: Run
):
    sessie_map = sessies.load(
        omgeving.root, recorded.parent.parent.relative_to(omgeving.root).as_posix()
    )
    stap = sessie_map.stappen[1]
    draft_of_step = draft(omgeving, sessie_map, stap)
    of_kim = draft_of_step.with_name(f"{draft_of_step.stem}--kim.json")
    Concept(of_kim, stap.plek.stap, NU).save()
    assert "buiten de notulen" not in run("doctor").out
    typed = {Sleutel("toelichting"): "Dit staat nergens."}
    Concept(of_kim, stap.plek.stap, NU, vorige=typed).save()
    assert of_kim.name in run("doctor", "--uitgebreid").out


def test_what_a_hand_filled_in_while_a_draft_was_there_is_proposed(
    recorded: Path, omgeving: Omgeving, run: Run
):
    assert run("undo").code == 0
    recorded.write_text(
        recorded.read_text().replace(
            "inbrenger: mirthe\n", "inbrenger: mirthe\nherformulering: Zo?\n"
        )
    )
    sessie_map = sessies.load(
        omgeving.root, recorded.parent.parent.relative_to(omgeving.root).as_posix()
    )
    stap = sessie_map.stappen[1]
    concept, was_er = beginnen.start_concept(
        omgeving,
        draft(omgeving, sessie_map, stap),
        stap,
        context_of(omgeving, sessie_map, stap),
    )
    assert was_er
    assert concept.vorige[Sleutel("herformulering")] == "Zo?"


def test_the_inbrenger_chooses_the_order_also_of_what_members_gave_at_home(
    prepare: Prepare, run: Run
):
    group = prepare("lang", 2)
    for lid, vraag in (("tim", "Hoe laat?"), ("kim", "Hoe vaak?")):
        getypt = f"vragen:\n- {vraag}\n- {vraag} En nu?\n"
        argv = ("step", "probleemverkenning", "--als", lid, "--antwoorden", "-")
        good(run(*argv, stdin=getypt, cwd=group))
    omgeving = Omgeving(lambda: datetime.fromisoformat(NU), Ids(), folder=group)
    sessie_map = sessies.load(group, next(sessies.folders(group)))
    stap = sessie_map.stappen[2]
    context = context_of(omgeving, sessie_map, stap)
    pad = draft(omgeving, sessie_map, stap)
    concept, _ = beginnen.start_concept(omgeving, pad, stap, context)
    vraag = next(
        vraag
        for vraag in vragen(context, concept.antwoorden)
        if vraag.is_open(concept.antwoorden)
    )
    assert isinstance(vraag.lijn, OrderLine)
    assert opnieuw.proposal(vraag, concept) is None
    assert vraag.kop == (
        "1. Kim: Hoe vaak?\n2. Kim: Hoe vaak? En nu?\n"
        "3. Tim: Hoe laat?\n4. Tim: Hoe laat? En nu?"
    )


def test_a_recorded_step_opens_at_its_review_also_when_somebody_had_no_item(
    recorded: Path, omgeving: Omgeving
):
    recorded.write_text(recorded.read_text().replace("vragen:", "vragen: []\nweg:"))
    sessie_map = sessies.load(
        omgeving.root, recorded.parent.parent.relative_to(omgeving.root).as_posix()
    )
    stap = sessie_map.stappen[1]
    van = context_of(omgeving, sessie_map, stap)
    concept, _ = beginnen.start_concept(
        omgeving, draft(omgeving, sessie_map, stap), stap, van
    )
    script = Script(lambda _, voorstel: voorstel)
    gesprek.ask_all(Hier(sessie_map, stap, van, concept), KLOK, script, looks_over=True)
    assert script.gesteld == []


def test_a_draft_goes_when_its_step_was_recorded_but_not_one_that_changes_the_record(
    recorded: Path, omgeving: Omgeving
):
    sessie_map = sessies.load(
        omgeving.root, recorded.parent.parent.relative_to(omgeving.root).as_posix()
    )
    stap = sessie_map.stappen[1]
    begonnen = stap.data["begonnen"]
    again = Concept(
        draft(omgeving, sessie_map, stap),
        stap.plek.stap,
        begonnen,
        concepten.vingerafdruk(stap.raw),
        {Sleutel("hulpvraag"): "Hoe nu?"},
    )
    again.save()
    beginnen.drop_recorded(omgeving, sessie_map)
    assert again.path.exists()
    answers = {Sleutel("hulpvraag"): "Hoe?"}
    Concept(again.path, stap.plek.stap, begonnen, "van-daarvoor", answers).save()
    beginnen.drop_recorded(omgeving, sessie_map)
    assert not again.path.exists()


ODD: tuple[Any, ...] = ("", "x", "Ik bel Kim morgen.", True, False, None, 0, -3, 10**20)


@pytest.mark.parametrize("deel", range(6))
@pytest.mark.parametrize(("boek", "naam"), STEPS)
def test_a_draft_that_somebody_made_up_leads_through_the_step_all_the_same(
    boek: str, naam: str, deel: int, tmp_path: Path, omgeving: Omgeving
):
    rng = random.Random(f"{boek} {naam} {deel}")
    van = context(
        boek, naam, zijn_nieuw=True, open_acties=({"id": "a1a1", "actie": "Bellen"},)
    )
    _, eerder = ask(van, Script(lambda vraag, _: plainly(vraag)), tmp_path)
    texts = [str(sleutel) for sleutel in eerder.antwoorden]
    keys = [
        key(van, text)
        for text in (*texts, "", "/", "x/y/z", *(f"{t}/x" for t in texts))
    ]
    made_up = {rng.choice(keys): rng.choice(ODD) for _ in range(rng.randrange(1, 12))}
    answers = made_up if rng.random() < 0.5 else eerder.antwoorden | made_up
    pad = tmp_path / "drafts/x.json"
    proposed = {sleutel: rng.choice(ODD) for sleutel in keys}
    Concept(pad, van.stap, NU, "", answers, proposed).save()
    concept, _ = beginnen.start_concept(omgeving, pad, empty(van), van)
    data = go_on(van, concept)
    assert isinstance(data, dict)
