"""Whatever a group answers, the script ends, its data hold,
and an opened step gives the same data again.
"""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intervisie_cli.groep import draaiboeken
from intervisie_cli.model.context import Context
from intervisie_cli.model.draaiboek import Veld
from intervisie_cli.model.sessie import Groep, Lid, Ronde, Sessie
from intervisie_cli.model.sleutel import TERUG, Sleutel, lees
from intervisie_cli.model.vraag import Antwoorden, Vraag
from intervisie_cli.taal.tekst import NIET_OVERGEKOMEN, schoon, zonder_stuurtekens
from intervisie_cli.vragen.keuring import Keuring, answer, objection
from intervisie_cli.vragen.opbouw import naar_antwoorden, naar_data
from intervisie_cli.vragen.script import vragen
from tests.property import strategies as own
from tests.vragen.voorbeeld import STEPS, VANDAAG, answered, ids, plainly
from tests.vragen.voorbeeld import context as example

LEDEN = ("mirthe", "kim", "tim", "ans", "jan-2")
WORDS = [
    "kim",
    "coach",
    "terug",
    "nog",
    "volgorde",
    "keuze",
    "S",
    "0",
    "1",
    "01",
    "-",
    "",
    "actie",
]
DATUMS = [
    "",
    "1 december",
    "2026-12-01",
    "31-12",
    "1-3-2027",
    "29-2-2028",
    "5 mei 2027",
]

typed = own.text.map(lambda text: schoon(zonder_stuurtekens(text))).filter(
    # Such a letter is asked about anew.
    lambda text: NIET_OVERGEKOMEN not in text
)
words = typed.map(lambda text: " ".join(text.split()))


@st.composite
def contexts(draw: st.DrawFn) -> Context:
    boek, naam = draw(st.sampled_from(STEPS))
    stap = draaiboeken.load(None, boek).stap(naam)
    assert stap
    deelnemers = tuple(
        draw(st.lists(st.sampled_from(LEDEN), min_size=2, max_size=4, unique=True))
    )
    ronde = Ronde("r" * 8, 1, draw(st.sampled_from(deelnemers)))
    samen = stap.per == "sessie" or (stap.per == "keuze" and draw(st.booleans()))
    return Context(
        stap=stap,
        sessie=Sessie(
            "s" * 16,
            "sessies/2026/x",
            boek,
            VANDAAG,
            "",
            deelnemers,
            deelnemers[0],
            "",
            False,
            (ronde,),
        ),
        ronde=None if samen else ronde,
        groep=Groep(
            "Studiegroep",
            tuple(
                Lid(lid, draw(st.sampled_from(["", "Zus/Zo", "groep"])))
                for lid in LEDEN
            ),
        ),
        hulpvraag=draw(st.sampled_from(["", "Hoe?"])),
        zijn_nieuw=draw(st.booleans()),
        open_acties=tuple(
            {"id": f"acti{n}", "actie": "Bellen"}
            for n in range(draw(st.integers(0, 2)))
        ),
        afspraken=({"id": "afsp1", "afspraak": "Stil"},),
    )


def any_answer(vraag: Vraag, data: st.DataObject) -> Any:
    """A valid answer to *vraag*. Lists stay short; to a wording all say that it is clear."""
    if vraag.lijn:
        is_long = vraag.ends_list and (vraag.sleutel.nummer or 0) > 1
        return "" if is_long else a_line(vraag, data)
    if vraag.keuzes:
        return data.draw(st.sampled_from([keuze.waarde for keuze in vraag.keuzes]))
    if vraag.soort == "datum":
        return data.draw(st.sampled_from(DATUMS))
    text = data.draw(typed if vraag.soort == "lang" else words)
    return text or ("iets" if vraag.verplicht else "")


def a_line(vraag: Vraag, data: st.DataObject) -> str:
    """A line that is right at *vraag*."""
    if vraag.bij_nee:
        return "a"
    getypt = data.draw(own.typed_lines | words)
    if objection(vraag, getypt, VANDAAG):
        return str(plainly(vraag))
    return answer(vraag, getypt, VANDAAG)


def drive(context: Context, data: st.DataObject) -> tuple[Antwoorden, list[Vraag]]:
    # Whether there is a recording is asked only when somebody wants one.
    antwoorden: Antwoorden = {Sleutel("opname").bij_coach(TERUG): True}
    for _ in range(200):
        gesteld = list(vragen(context, antwoorden))
        nu = gesteld[-1] if gesteld else None
        if not nu or not nu.is_open(antwoorden):
            return antwoorden, gesteld
        antwoorden = answered(nu, any_answer(nu, data), antwoorden)
    raise AssertionError("the script does not end")


@given(contexts(), st.data())
@settings(max_examples=100)
def test_a_script_driven_to_its_end_gives_data_that_hold_and_come_back_the_same(
    context: Context, data: st.DataObject
):
    antwoorden, gesteld = drive(context, data)
    document = naar_data(context, antwoorden)
    keuring = Keuring(context, {}, ids())
    uniform = keuring.kijk_na(document)
    assert keuring.fouten == []
    if uniform.get("status") == "overgeslagen":
        # Nothing was said.
        assert not any(
            isinstance(waarde, str) and waarde for waarde in antwoorden.values()
        )
        return

    again = naar_data(
        context, naar_antwoorden(context, uniform, uniform.get("notulen", ""))
    )
    assert filled(again) == filled({"stap": context.stap.naam, **uniform})
    again_raw = naar_data(
        context, naar_antwoorden(context, document, document.get("notulen", ""))
    )
    assert filled(again_raw) == filled(document)

    later = Keuring(context, uniform, ids())
    assert (filled(later.kijk_na(again)), later.fouten) == (filled(uniform), [])

    for vraag in gesteld:
        check_question(vraag, context)


def filled(data: dict[str, Any]) -> dict[str, Any]:
    """What was asked and given: the inbrenger is known, and what is empty says nothing."""
    return {
        naam: waarde
        for naam, waarde in data.items()
        if naam != "inbrenger" and waarde not in ([], "", None)
    }


def check_question(vraag: Vraag, context: Context) -> None:
    """No one asks or advises on their own hulpvraag, and only strangers are introduced."""
    sleutel = vraag.sleutel
    if (
        sleutel.veld in ("vragen", "adviezen", "definities")
        and sleutel.nummer is not None
    ):
        assert sleutel.lid in context.sessie.overige_leden(context.inbrenger)
    veld = context.stap.veld(sleutel.veld)
    assert not veld or not veld.als.als_nieuw or context.zijn_nieuw
    assert lees(str(sleutel), context.stap) == sleutel
    assert vraag.tekst
    assert vraag.soort in ("tekst", "lang", "datum") or vraag.keuzes or vraag.lijn
    if vraag.lijn:
        assert {vraag.sleutel, *vraag.vult} & {*vraag.lijn.sleutels, vraag.sleutel}
        assert all(lees(str(eigen), context.stap) == eigen for eigen in vraag.vult)


def odd_values(veld: Veld) -> Iterator[Any]:
    """What a hand may put where *veld* stands: of another kind, or right but for one part."""
    plain: list[Any] = [
        None,
        True,
        0,
        -5,
        "",
        "los",
        "2026-02-31",
        [],
        {},
        [None],
        [5],
        ["los"],
        [[]],
        [{}],
        {"lid": "kim"},
    ]
    yield from plain
    item = {
        "id": "aaaa1111",
        "lid": "kim",
        **{deel.naam: "x" for deel in veld.onderdelen},
    }
    for naam in (*item, "los"):
        for value in (
            *plain,
            [{"lid": "kim"}],
            [{"akkoord": True}],
            [{"lid": 5, "akkoord": "ja"}],
        ):
            yield [item | {naam: value}]


@given(st.sampled_from(STEPS), st.lists(st.sampled_from(WORDS) | own.text, max_size=7))
def test_the_text_of_a_key_loses_nothing_whatever_it_is(
    step: tuple[str, str], words: list[str]
):
    """A member may be called 'coach', and a draft may have been made by another program."""
    stap = example(*step).stap
    velden = [veld.naam for veld in stap.velden]
    for begin in ([], velden[:1], velden[-1:]):
        text = "/".join([*begin, *words])
        assert str(lees(text, stap)) == text


@pytest.mark.parametrize(("boek", "naam"), STEPS)
def test_any_document_on_any_file_is_checked_without_another_error(
    boek: str, naam: str
):
    context = example(boek, naam)
    for veld in context.stap.velden:
        for odd in odd_values(veld):
            for document, eerder in (
                ({veld.naam: odd}, {}),
                ({}, {veld.naam: odd}),
                ({veld.naam: [{"lid": "kim"}]}, {veld.naam: odd}),
            ):
                keuring = Keuring(context, eerder, ids())
                uniform = keuring.kijk_na(document)
                if not keuring.fouten:
                    later = Keuring(context, uniform, ids())
                    assert (later.kijk_na(uniform), later.fouten) == (uniform, [])


@pytest.mark.parametrize(("boek", "naam"), STEPS)
def test_any_file_can_be_opened(boek: str, naam: str):
    context = example(boek, naam)
    for veld in context.stap.velden:
        for odd in odd_values(veld):
            antwoorden = naar_antwoorden(context, {veld.naam: odd}, "")
            list(vragen(context, antwoorden))
            naar_data(context, antwoorden)
