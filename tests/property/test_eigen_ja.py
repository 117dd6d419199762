"""A yes counts for the words that somebody said it of, whoever changes those words where."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from intervisie_cli.merge.values import merge_data
from intervisie_cli.model.draaiboek import VOORTGANG
from intervisie_cli.model.sleutel import Sleutel
from intervisie_cli.model.voortgang import lees
from intervisie_cli.vragen.eigen import actueel, gegeven, klaar_met_velden
from intervisie_cli.vragen.opbouw import naar_antwoorden
from tests.vragen.voorbeeld import context

VELD, WOORDEN = "duidelijk_voor", "herformulering"
LEDEN = ("kim", "tim")
CONTEXT = context("lang", "probleemdefinitie")
Data = dict[str, Any]

deeds = st.lists(
    st.one_of(
        st.tuples(st.just("woorden"), st.sampled_from(["Hoe?", "Wat?", "Waarom?"])),
        st.tuples(st.sampled_from(["ja", "nee"]), st.sampled_from(LEDEN)),
    ),
    max_size=6,
)
Said = set[tuple[str, str]]


def do(data: Data, wat: str, wie: str, said: Said) -> Data:
    """What one laptop makes of the file: the lead words it anew, a member says yes or no."""
    if wat == "woorden":
        return data | {WOORDEN: wie} if data.get(WOORDEN) != wie else data
    anderen = [lid for lid in data.get(VELD) or [] if lid != wie]
    nieuw = data | {VELD: [*anderen, wie] if wat == "ja" else anderen}
    klaar = klaar_met_velden(CONTEXT._replace(als=wie), nieuw, [VELD])
    said.add((wie, data[WOORDEN])) if wat == "ja" else said.discard(
        (wie, data[WOORDEN])
    )
    return nieuw | {VOORTGANG: lees(data).gegeven(wie, klaar).data()}


def counted(data: Data) -> Said:
    """Whose yes counts, and for what words."""
    er_is = naar_antwoorden(CONTEXT, data, "")
    nu = actueel(er_is, CONTEXT, lees(data))
    return {(lid, data[WOORDEN]) for lid in LEDEN if nu.get(Sleutel(VELD, lid)) is True}


@given(st.lists(st.tuples(deeds, deeds), min_size=1, max_size=4))
def test_no_yes_counts_that_its_owner_did_not_give_to_these_words(
    rounds: list[tuple[list[tuple[str, str]], list[tuple[str, str]]]],
):
    base: Data = {"stap": "probleemdefinitie", "status": "bezig", WOORDEN: "Hoe?"}
    said: Said = set()
    for sides in rounds:
        made = []
        erbij: Said = set()
        weg: Said = set()
        for side in sides:
            data = base
            hier = set(said)
            for wat, wie in side:
                data = do(data, wat, wie, hier)
            made.append(data)
            # Who says no where they had said no already says nothing new beside a yes elsewhere.
            erbij |= hier - said
            weg |= said - hier
        said = (said | erbij) - weg
        merged = merge_data(base, *made)
        assert merged == merge_data(base, *reversed(made))
        assert counted(merged) <= said
        base = {naam: merged[naam] for naam in merged if naam != "conflicten"}


@given(st.sampled_from(LEDEN), st.sampled_from(["Wat?", "Waarom?"]))
def test_who_said_yes_to_other_words_is_asked_again(lid: str, woorden: str):
    base: Data = {"stap": "probleemdefinitie", "status": "bezig", WOORDEN: "Hoe?"}
    ja = do(base, "ja", lid, set())
    merged = merge_data(base, ja, do(base, "woorden", woorden, set()))
    eigen = CONTEXT._replace(als=lid)
    assert Sleutel(VELD, lid) in gegeven(eigen, ja, lees(ja))
    assert Sleutel(VELD, lid) not in gegeven(eigen, merged, lees(merged))
