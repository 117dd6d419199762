"""Whatever is typed as a line: it is refused or taken, and nothing else that was said is lost."""

from collections import Counter
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intervisie_cli.model.context import Context
from intervisie_cli.model.sleutel import TERUG, VOLGORDE, Sleutel
from intervisie_cli.model.vraag import Antwoorden, Line, Vraag
from intervisie_cli.vragen.keuring import answer, objection
from intervisie_cli.vragen.lines.item_line import ItemLine
from intervisie_cli.vragen.lines.smaller_line import SmallerLine
from intervisie_cli.vragen.lines.words import GENOEG
from intervisie_cli.vragen.script import vragen
from tests.property import strategies as own
from tests.vragen.voorbeeld import (
    STEPS,
    VANDAAG,
    answered,
    as_texts,
    context,
    now,
    plainly,
    typed,
)

ACTIES = tuple(
    {"id": f"{letter}111", "actie": f"Actie {letter}"} | rest
    for letter, rest in (("a", {}), ("b", {"keren": 14}), ("c", {"wie": "kim"}))
)
AFSPRAKEN = tuple({"id": f"{n}" * 4, "afspraak": f"Afspraak {n}"} for n in (1, 2, 3))
# The parts that are the words of an item, where a line gives one.
WOORDEN = frozenset(
    ["vraag", "definitie", "advies", "actie", "ervaring", "afspraak", "activiteit"]
)


def everything() -> Iterator[tuple[Context, Antwoorden]]:
    """Each step at each of its questions that take a line, as a group comes by them."""
    for boek, stap in STEPS:
        van = context(
            boek, stap, zijn_nieuw=True, open_acties=ACTIES, afspraken=AFSPRAKEN
        )
        antwoorden: Antwoorden = {}
        if van.stap.veld("opname"):
            antwoorden[Sleutel("opname").bij_coach(TERUG)] = True
        more = Counter[str]()
        while True:
            gesteld = list(vragen(van, antwoorden))
            if not gesteld or not gesteld[-1].is_open(antwoorden):
                break
            nu = gesteld[-1]
            if nu.lijn:
                yield van, antwoorden
            antwoorden = answered(nu, going_on(nu, more), antwoorden)


def going_on(nu: Vraag, more: Counter[str]) -> object:
    """An answer that leads by every sort of question: a second item, a recording, a no."""
    if str(nu.sleutel) == "opname":
        return True
    if nu.ends_list and not more[nu.sleutel.veld]:
        more[nu.sleutel.veld] += 1
        return "Nog een ding, elke dag 10 minuten."
    if str(nu.sleutel) == "acties/haalbaar" and not more["nee"]:
        more["nee"] += 1
        return "kim 1"
    return plainly(nu)


PLAATSEN = list(everything())
NAMEN = [f"{van.stap.naam}-{now(van, gezegd).sleutel}" for van, gezegd in PLAATSEN]


def line_at(van: Context, antwoorden: Antwoorden) -> tuple[Vraag, Line]:
    nu = now(van, antwoorden)
    assert nu.lijn
    return nu, nu.lijn


def test_every_sort_of_line_is_tried_here():
    soorten = {type(line_at(*plaats)[1]).__name__ for plaats in PLAATSEN}
    assert soorten == {
        "ItemLine", "VerdictLine", "AllLine", "MarkLine", "OrderLine", "SmallerLine",
    }  # fmt: skip


@pytest.mark.parametrize(("van", "antwoorden"), PLAATSEN, ids=NAMEN)
@given(getypt=own.typed_lines)
@settings(max_examples=40)
def test_what_is_typed_is_refused_in_words_or_answers_the_question_and_no_other(
    van: Context, antwoorden: Antwoorden, getypt: str
):
    nu, lijn = line_at(van, antwoorden)
    lijn.bezwaar(getypt)
    if objection(nu, getypt, VANDAAG):
        return
    gezegd = answer(nu, getypt, VANDAAG)
    wijziging = lijn.lees(gezegd, antwoorden)
    daarna = wijziging.toegepast(antwoorden)
    if isinstance(lijn, ItemLine):
        # It closes the list, or there is one item more, of whoever it is.
        is_end = not gezegd or (lijn.nog and gezegd.casefold() in GENOEG)
        assert len(texts(daarna)) == len(texts(antwoorden)) + (not is_end)
    elif not isinstance(lijn, SmallerLine):
        assert not nu.is_open(daarna)
    elif lijn.mag_weg and gezegd.casefold() in ("", "weg"):
        # It goes, and those behind it move up.
        assert len(texts(daarna)) == len(texts(antwoorden)) - 1
        return
    van_vraag = {*lijn.sleutels, *nu.vult}
    lost = {
        sleutel: waarde
        for sleutel, waarde in antwoorden.items()
        if sleutel not in van_vraag and daarna.get(sleutel) != waarde
    }
    assert all(is_of_old_words(lijn, sleutel) for sleutel in lost), as_texts(lost)


def texts(antwoorden: Antwoorden) -> list[Sleutel]:
    """The keys of the words of items."""
    return [
        sleutel
        for sleutel in antwoorden
        if sleutel.deel in WOORDEN and not sleutel.coach
    ]


def is_of_old_words(lijn: Line, sleutel: Sleutel) -> bool:
    """Whether this goes because the words that it is about were replaced."""
    return isinstance(lijn, SmallerLine) and sleutel.item == lijn.tekst.item


@pytest.mark.parametrize(("van", "antwoorden"), PLAATSEN, ids=NAMEN)
@given(getypt=own.typed_lines)
@settings(max_examples=40)
def test_what_a_line_filled_is_written_as_a_line_that_fills_the_same(
    van: Context, antwoorden: Antwoorden, getypt: str
):
    nu, lijn = line_at(van, antwoorden)
    if isinstance(lijn, SmallerLine) or objection(nu, getypt, VANDAAG):
        return
    erbij = lijn.lees(answer(nu, getypt, VANDAAG), antwoorden).erbij
    if isinstance(lijn, ItemLine):
        lijn = lijn._replace(item=next(iter(erbij)).item) if getypt.strip() else lijn
    regel = lijn.schrijf(dict(erbij))
    nogmaals = lijn.lees(answer(nu, regel, VANDAAG), antwoorden)
    assert said(nogmaals.erbij, van) == said(erbij, van), regel


def said(erbij: object, van: Context) -> dict[str, object]:
    """What was said; that the inbrenger does an actie goes without saying."""
    assert isinstance(erbij, dict)
    return {
        tekst: waarde
        for tekst, waarde in as_texts(erbij).items()
        if not (tekst.endswith("/wie") and waarde == van.inbrenger)
    }


@pytest.mark.parametrize("weg", range(4))
@given(st.lists(st.sampled_from(["kim", "tim"]), min_size=4, max_size=4))
@settings(max_examples=20)
def test_an_item_that_is_removed_leaves_every_other_with_its_words_and_what_was_said_of_it(
    weg: int, wie: list[str]
):
    van = context("lang", "probleemdefinitie")
    regels = [f"{lid}: Zin {nummer}." for nummer, lid in enumerate(wie)]
    antwoorden: Antwoorden = {}
    for regel in regels:
        antwoorden = typed(van, antwoorden, regel)
    items = [sleutel for sleutel in antwoorden if sleutel.deel == "definitie"]
    # Each has something that is said about it.
    antwoorden |= {item.item.met("id"): f"id {item}" for item in items}
    pairs = Counter(
        (sleutel.lid, antwoorden[sleutel], antwoorden[sleutel.item.met("id")])
        for sleutel in items
    )
    gaat = items[weg]
    pairs.subtract([(gaat.lid, antwoorden[gaat], antwoorden[gaat.item.met("id")])])
    nu = now(van, {})
    assert isinstance(nu.lijn, ItemLine)
    lijn = nu.lijn._replace(item=gaat.item, is_owed=False)
    del antwoorden[gaat]
    daarna = lijn.lees("", antwoorden).toegepast(antwoorden)
    over = Counter(
        (sleutel.lid, waarde, daarna[sleutel.item.met("id")])
        for sleutel, waarde in daarna.items()
        if sleutel.deel == "definitie"
    )
    assert over == +pairs
    assert VOLGORDE not in [sleutel.deel for sleutel in daarna]
