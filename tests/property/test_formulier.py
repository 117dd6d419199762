"""A form that a hand filled in, merged with what others made of the step: no word is lost."""

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from intervisie_cli.model.plain import Data
from intervisie_cli.model.sessie import Plek
from intervisie_cli.records.document import new_markdown, parse_markdown
from intervisie_cli.records.merge import merge_files
from intervisie_cli.records.stap import blank, own_notulen
from intervisie_cli.vragen.formulier.gegevens import completed, data_of
from intervisie_cli.vragen.formulier.indeling import without_labels
from intervisie_cli.vragen.formulier.lezen import lees
from tests.vragen.voorbeeld import GROEP, RONDE, context, sessie

PAD = "sessies/2026/2026-11-23-test/ronde-1-mirthe/3-advisering.md"
VAN = context("kort", "advisering")
LEEG = blank(Plek(VAN.stap, RONDE), sessie(), GROEP)
LABELS = [
    "- Advies van Kim:",
    "- Advies van Tim:",
    "  - Toepasbaar:",
    "- Actie:",
    "- Akkoord:",
    "- Haalbaar:",
]
# Words that no merge and no reader can take for others.
WOORDEN = st.integers(0, 10**6).map("woord{}".format)


@st.composite
def filled_in(draw: st.DrawFn) -> bytes:
    """The blank step with words behind some labels, and some below."""
    tekst = LEEG.text()
    for label in LABELS:
        if draw(st.booleans()):
            tekst = tekst.replace(label, f"{label} {draw(WOORDEN)}", 1)
    for woord in draw(st.lists(WOORDEN, max_size=2)):
        tekst += f"\n{woord}\n"
    return tekst.encode()


@st.composite
def recorded(draw: st.DrawFn) -> bytes:
    """The step as a command records it: answers in the front matter, and no form."""
    adviezen = [
        {"id": f"{lid}{lid}00"[:8], "lid": lid, "advies": draw(WOORDEN)}
        for lid in ("kim", "tim")
        if draw(st.booleans())
    ]
    data: Data = LEEG.data | {"status": draw(st.sampled_from(["bezig", "klaar"]))}
    if adviezen:
        data["adviezen"] = adviezen
    body = without_labels(VAN.stap, LEEG.body)
    for woord in draw(st.lists(WOORDEN, max_size=2)):
        body += f"\n{woord}\n"
    return new_markdown(data, body).raw()


def words(raw: bytes) -> set[str]:
    return {woord for woord in raw.decode().split() if woord.startswith("woord")}


def merged(mine: bytes, yours: bytes) -> bytes:
    samen = merge_files(PAD, LEEG.raw(), mine, yours)
    assert samen.kopie is None
    omgekeerd = merge_files(PAD, LEEG.raw(), yours, mine)
    assert samen == omgekeerd
    return samen.raw


def seen(raw: bytes) -> str:
    """All that `show` and `log` have of a step: its data, and its free notulen."""
    document = parse_markdown(raw)
    if document.data["status"] == "klaar":
        return f"{document.data} {own_notulen(VAN.stap, document)}"
    ingevuld = lees(VAN, document.body, document.data)
    gezegd = data_of(VAN, ingevuld.antwoorden)
    rest = own_notulen(VAN.stap, document.with_body(ingevuld.rest))
    return f"{completed(VAN.stap, document.data, gezegd)} {rest}"


def keeps_all(one: Callable[[], bytes], other: Callable[[], bytes]) -> None:
    mine, yours = one(), other()
    samen = merged(mine, yours)
    assert words(samen) == words(mine) | words(yours)
    assert all(woord in seen(samen) for woord in words(mine) | words(yours))


@given(filled_in(), recorded())
def test_what_a_hand_filled_in_stays_in_sight_beside_what_was_recorded(
    mine: bytes, yours: bytes
):
    keeps_all(lambda: mine, lambda: yours)


@given(filled_in(), filled_in())
def test_of_a_form_that_two_filled_in_all_words_stay_in_sight(
    mine: bytes, yours: bytes
):
    keeps_all(lambda: mine, lambda: yours)
