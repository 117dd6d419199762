"""A step that was broken off, and what came into its file in the meantime: both stay to be seen."""

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.flows.stap import beginnen, bijdrage, gesprek
from intervisie_cli.flows.stap.hier import Hier
from intervisie_cli.flows.stap.kiezen import context_of
from intervisie_cli.flows.stap.vastleggen import record_step
from intervisie_cli.flows.vastlegger import locked
from intervisie_cli.groep import concept as concepten
from intervisie_cli.groep import sessies
from intervisie_cli.groep.concept import Concept
from intervisie_cli.groep.klad import ConceptKlad
from intervisie_cli.groep.sessies import SessieMap
from intervisie_cli.groep.stapbestand import StapBestand
from intervisie_cli.model.sessie import Lid
from intervisie_cli.model.sleutel import lees
from intervisie_cli.model.vraag import Vraag
from intervisie_cli.records.document import parse_markdown
from tests.conftest import NU, Ids, Run
from tests.flows.stap.test_gesprek import KLOK, Script, draft
from tests.lab import must
from tests.prepared import Open, Prepare, good
from tests.terminal.terminal import CTRL_C, ENTER
from tests.vragen.voorbeeld import context, plainly

STOP = object()
HULPVRAAG = "Mirthe · Wat is je hulpvraag?"
TOELICHTING = "Mirthe · Wat moet de groep erover weten?"


class Leider:
    """Leads the step at hand of the group in *folder*, as often as it takes."""

    def __init__(self, folder: Path, run: Run) -> None:
        self.folder = folder
        self._run = run
        self._pad = self._at_hand()[2].pad
        self.gevraagd: dict[str, Vraag] = {}
        self.voorgesteld: dict[str, Any] = {}

    @property
    def data(self) -> dict[str, Any]:
        """What the file of the step holds."""
        return parse_markdown((self.folder / self._pad).read_bytes()).data

    def als(self, lid: str, text: str) -> None:
        """Record what a member gives on a laptop of their own."""
        argv = ("step", "--als", lid, "--antwoorden", "-")
        good(self._run(*argv, stdin=text, cwd=self.folder))

    def leads(self, **zegt: Any) -> list[str]:
        """Ask the step, and record it unless an answer is to stop; give what was asked.

        *zegt* are answers by their key, with a _ for a /. The others are taken as they are
        proposed, by Enter.
        """
        self.gevraagd, self.voorgesteld = {}, {}
        omgeving, sessie_map, stap = self._at_hand()
        context = context_of(omgeving, sessie_map, stap)
        pad = draft(omgeving, sessie_map, stap)
        concept, _ = beginnen.start_concept(omgeving, pad, stap, context)
        script = Script(self._answers(zegt))
        try:
            document = gesprek.ask_all(
                Hier(sessie_map, stap, context, concept), KLOK, script, looks_over=False
            )
        except KeyboardInterrupt:
            return list(self.gevraagd)
        with locked(omgeving) as vastlegger:
            record_step(vastlegger, omgeving, sessie_map, stap, document, opnieuw=False)
        concept.remove()
        return list(self.gevraagd)

    def half(self, sleutel: str, text: str) -> None:
        """Leave a text half typed, as when the window closes."""
        omgeving, sessie_map, stap = self._at_hand()
        pad = draft(omgeving, sessie_map, stap)
        concept = concepten.load(pad, stap.plek.stap)
        assert concept
        ConceptKlad(concept, lees(sleutel, stap.plek.stap)).bewaar(text)

    def is_open_for(self, lid: str, **zegt: Any) -> list[str]:
        """Ask a member alone, who stops before they share it; give what was asked."""
        omgeving, sessie_map, stap = self._at_hand()
        context = bijdrage.context_for(omgeving, sessie_map, stap, Lid(lid))
        pad = draft(omgeving, sessie_map, stap).with_suffix(f".{lid}.json")
        concept = bijdrage.start_concept(omgeving, pad, stap, context)
        self.gevraagd = {}
        script = Script(self._answers(zegt))
        gesprek.ask_all(
            Hier(sessie_map, stap, context, concept), KLOK, script, looks_over=True
        )
        return list(self.gevraagd)

    def above(self, sleutel: str) -> str:
        """What stood above a question."""
        return self.gevraagd[sleutel].kop

    def _answers(self, zegt: Mapping[str, Any]) -> Callable[[Vraag, Any], Any]:
        def kies(vraag: Vraag, voorstel: Any) -> Any:
            sleutel = str(vraag.sleutel)
            self.gevraagd[sleutel] = vraag
            self.voorgesteld[sleutel] = voorstel
            gezegd = zegt.get(sleutel.replace("/", "_"))
            if gezegd is STOP:
                raise KeyboardInterrupt
            if gezegd is not None:
                return gezegd
            return plainly(vraag) if voorstel is None else voorstel

        return kies

    def _at_hand(self) -> tuple[Omgeving, SessieMap, StapBestand]:
        omgeving = Omgeving(
            lambda: datetime.fromisoformat(NU), Ids(), folder=self.folder
        )
        sessie_map = sessies.load(self.folder, next(sessies.folders(self.folder)))
        stap = sessie_map.volgende
        assert stap
        return omgeving, sessie_map, stap


@pytest.fixture
def kort(prepare: Prepare, run: Run) -> Leider:
    """A korte sessie of which the hulpvraag is to be asked."""
    return Leider(prepare("kort", 1), run)


@pytest.fixture
def lang(prepare: Prepare, run: Run) -> Leider:
    """A lange sessie at the probleemdefinitie."""
    return Leider(prepare("lang", 3), run)


def test_what_a_member_gave_at_home_stands_in_the_line_and_what_was_typed_here_above_it(
    kort: Leider,
):
    kort.leads(hulpvraag="mirthe wil beter plannen", toelichting=STOP)
    kort.als("mirthe", "hulpvraag: Hoe plan ik mijn week?\n")
    assert kort.leads()[0] == "hulpvraag", "it is asked again"
    assert kort.voorgesteld["hulpvraag"] == "Hoe plan ik mijn week?"
    assert "Je had hier: mirthe wil beter plannen" in kort.above("hulpvraag")
    assert kort.data["hulpvraag"] == "Hoe plan ik mijn week?"


def test_what_was_typed_here_stays_above_the_question_until_that_is_answered(
    kort: Leider,
):
    kort.leads(hulpvraag="mirthe wil beter plannen", toelichting=STOP)
    kort.als("mirthe", "hulpvraag: Hoe plan ik mijn week?\n")
    for _ in range(2):
        kort.leads(hulpvraag=STOP)
        assert kort.voorgesteld["hulpvraag"] == "Hoe plan ik mijn week?"
        assert "mirthe wil beter plannen" in kort.above("hulpvraag")
    kort.leads(hulpvraag="mirthe wil haar week plannen", toelichting=STOP)
    asked = kort.leads()
    assert "hulpvraag" not in asked, "it was decided"
    assert kort.data["hulpvraag"] == "mirthe wil haar week plannen"


def test_half_a_text_gives_way_to_what_a_member_gave_and_stays_to_be_seen(
    kort: Leider,
):
    kort.leads(hulpvraag=STOP)
    kort.half("hulpvraag", "mirthe wil bet")
    kort.als("mirthe", "hulpvraag: Hoe plan ik mijn week?\n")
    kort.leads()
    assert "Je had hier: mirthe wil bet" in kort.above("hulpvraag")
    assert kort.data["hulpvraag"] == "Hoe plan ik mijn week?"


def test_only_what_came_in_is_asked_again(kort: Leider):
    kort.als("mirthe", "hulpvraag: Hoe plan ik mijn week?\n")
    kort.leads(hulpvraag="Hoe plan ik?", toelichting=STOP)
    kort.als("mirthe", "toelichting: Het lukt niet.\n")
    assert "hulpvraag" not in kort.leads()
    assert kort.data["hulpvraag"] == "Hoe plan ik?"
    assert kort.data["toelichting"] == "Het lukt niet."


def test_an_item_of_a_member_and_one_that_was_typed_here_for_them_both_stay(
    kort: Leider,
):
    kort.leads(toelichting="", vragen_kim_0_vraag="Wat lukt wel?", herformulering=STOP)
    kort.als("kim", "vragen:\n- Waar loop je vast?\n- Sinds wanneer?\n")
    kort.leads()
    gesteld = [item["vraag"] for item in kort.data["vragen"] if item["lid"] == "kim"]
    assert gesteld == ["Waar loop je vast?", "Sinds wanneer?", "Wat lukt wel?"]


def test_an_item_that_was_taken_over_and_then_changed_at_home_is_asked_again(
    kort: Leider,
):
    kort.als("kim", "vragen:\n- Waar loop je vast?\n")
    kort.leads(vragen_kim_0_antwoord="Overal.", herformulering=STOP)
    (eerder,) = kort.data["vragen"]
    kort.als("kim", f"vragen:\n- {{id: {eerder['id']}, vraag: Hoe loop je vast?}}\n")
    kort.leads()
    assert "Je had hier: Waar loop je vast?" in kort.above("vragen/kim/0/vraag")
    eerste = kort.data["vragen"][0]
    assert (eerste["vraag"], eerste["antwoord"]) == ("Hoe loop je vast?", "Overal.")
    assert eerste["id"] == eerder["id"]


VAN_MIRTHE = "herformulering: Hoe begin ik op tijd?\nduidelijk_voor: [mirthe]\n"


def test_a_yes_to_the_words_of_a_member_is_none_to_those_of_the_group(lang: Leider):
    lang.leads(herformulering="mirthe wil eerder beginnen", duidelijk_voor=STOP)
    lang.als("mirthe", VAN_MIRTHE)
    lang.leads(herformulering="mirthe wil eerder beginnen", duidelijk_voor="a")
    assert lang.voorgesteld["herformulering"] == "Hoe begin ik op tijd?"
    assert _is_asked_of(lang) == ["mirthe", "kim", "tim"]
    assert lang.data["herformulering"] == "mirthe wil eerder beginnen"


def test_a_yes_to_words_that_stay_is_not_asked_again(lang: Leider):
    lang.als("mirthe", VAN_MIRTHE)
    lang.leads(duidelijk_voor="a")
    assert _is_asked_of(lang) == ["kim", "tim"]
    assert lang.data["duidelijk_voor"] == ["mirthe", "kim", "tim"]


@pytest.mark.parametrize("is_broken_off", [False, True])
def test_a_yes_at_home_goes_when_the_group_words_it_anew(
    lang: Leider, is_broken_off: bool
):
    lang.als("mirthe", VAN_MIRTHE)
    if is_broken_off:
        lang.leads(herformulering="Hoe stel ik niet uit?", duidelijk_voor=STOP)
    lang.leads(herformulering="Hoe stel ik niet uit?", duidelijk_voor="a")
    assert _is_asked_of(lang) == ["mirthe", "kim", "tim"]


def _is_asked_of(leider: Leider) -> list[str]:
    return [sleutel.lid for sleutel in leider.gevraagd["duidelijk_voor"].vult]


def test_a_yes_that_a_member_did_not_share_yet_is_none_to_words_that_came_in(
    lang: Leider,
):
    lang.als("mirthe", "herformulering: Hoe begin ik op tijd?\n")
    assert lang.is_open_for(
        "kim", duidelijk_voor_kim="j", definities_kim_0_definitie="Ja"
    )
    assert "duidelijk_voor/kim" not in lang.is_open_for("kim")
    lang.als("mirthe", "herformulering: Hoe stel ik niet uit?\n")
    assert "duidelijk_voor/kim" in lang.is_open_for("kim")


def test_other_words_in_an_answers_document_carry_no_yes_over(lang: Leider, run: Run):
    lang.als("mirthe", VAN_MIRTHE)
    lang.als("kim", "duidelijk_voor: [kim]\n")
    lang.als("mirthe", "herformulering: Hoe stel ik niet uit?\n")
    assert not lang.data.get("duidelijk_voor")
    document = "stap: probleemdefinitie\nherformulering: Zo?\n"
    refused = run("step", "--antwoorden", "-", stdin=document, cwd=lang.folder)
    assert refused.code == 1
    assert "nog niet van Kim, Tim" in refused.err


def test_who_leads_sees_what_the_inbrenger_shared_before_it_is_recorded(
    prepare: Prepare, tmp_path: Path, run: Run, terminal: Open
):
    mirthe, kim = prepare("kort", 1), tmp_path / "kim"
    place = str(tmp_path / "stick/groep.git")
    must(mirthe, "init", "--remote", place, str(mirthe))
    must(tmp_path, "init", "--van", place, "--als", "kim", str(kim))
    with terminal("step", cwd=kim) as window:
        window.answer(HULPVRAAG, "mirthe wil beter plannen")
        window.asks(TOELICHTING)
        window.keys(CTRL_C)
    argv = ("step", "--als", "mirthe", "--antwoorden", "-")
    good(run(*argv, stdin="hulpvraag: Hoe plan ik mijn week?\n", cwd=mirthe))
    must(kim, "sync")
    window = terminal("step", cwd=kim)
    window.asks(HULPVRAAG, "Hoe plan ik mijn week?")
    window.wait("Je had hier: mirthe wil beter plannen", "zie je hieronder")
    window.keys(ENTER)
    window.asks(TOELICHTING)


def test_what_gave_way_and_was_decided_in_an_editor_is_set_aside(
    kort: Leider, run: Run, terminal: Open
):
    kort.leads(hulpvraag=STOP)
    kort.half("hulpvraag", "mirthe wil bet")
    kort.als("mirthe", "hulpvraag: Hoe plan ik mijn week?\n")
    window = terminal("step", "--editor", cwd=kort.folder, env={"EDITOR": "true"})
    window.wait("druk dan hier op Enter")
    window.keys(ENTER)
    window.answer("Klopt het zo?", "Vastleggen")
    window.wait("Hulpvraag definiëren")
    (opzij,) = (kort.folder / ".git/intervisie/drafts").glob("*.opzij-*")
    assert "mirthe wil bet" in opzij.read_text(encoding="utf-8")
    assert opzij.name in run("doctor", "--uitgebreid", cwd=kort.folder).out


def test_what_is_being_typed_does_not_count_as_answered_by_the_file(tmp_path: Path):
    """Who goes back to what they gave, and stops half way, goes on with what they typed."""
    stap = context("lang", "vraagintroductie").stap
    hulpvraag = lees("hulpvraag", stap)
    concept = Concept(tmp_path / "concept.json", stap, KLOK.begonnen.isoformat())
    concept.see({hulpvraag: "Hoe begin ik?"})
    concept.vorige[hulpvraag] = "Hoe begin ik op tijd met"
    concept.count_as_answered({hulpvraag: "Hoe begin ik?"})
    assert hulpvraag not in concept.antwoorden
    # What stood in the file once is nobody's typing.
    concept.vorige[hulpvraag] = "Hoe begin ik?"
    concept.count_as_answered({hulpvraag: "Hoe begin ik?"})
    assert concept.antwoorden[hulpvraag] == "Hoe begin ik?"
