"""Text that is kept stays the same from then on, and a date without a year is the next such day."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from intervisie_cli.taal.tekst import (
    NIET_OVERGEKOMEN,
    bezwaar,
    schoon,
    zonder_stuurtekens,
)
from intervisie_cli.tijd.dag import lees_datum
from intervisie_cli.ui.console import breedte_van, kort, wrap
from intervisie_cli.ui.veilig import op_een_regel, veilig
from tests.property import strategies as own

anything = st.text(max_size=60) | own.lines
days = st.dates(date(1900, 1, 1), date(2400, 1, 1))


@given(anything)
def test_text_in_its_one_form_stays_as_it_is(text: str):
    assert schoon(schoon(text)) == schoon(text)


@given(anything)
def test_text_without_control_characters_can_always_be_kept(text: str):
    kept = schoon(zonder_stuurtekens(text))
    # Of a letter that did not come over, a mark stays that is asked about.
    assert bezwaar(kept, is_lang=True) == "" or NIET_OVERGEKOMEN in kept
    assert schoon(zonder_stuurtekens(kept)) == kept


# Left out: what is no character, and the selectors of forms of ideographs,
# which are shown by number.
@given(
    st.text(
        st.characters(exclude_categories=["Cn", "Cs"], max_codepoint=0xDFFFF),
        max_size=60,
    )
)
def test_what_can_be_kept_is_shown_as_it_is(text: str):
    kept = schoon(zonder_stuurtekens(text))
    assert veilig(kept) == kept


@given(days, days)
def test_a_date_in_any_form_is_read_back(dag: date, vandaag: date):
    forms = (dag.isoformat(), f"{dag.day}-{dag.month}-{dag.year}", f"{dag:%d/%m/%Y}")
    assert {lees_datum(form, vandaag) for form in forms} == {dag}


@given(days, days)
def test_a_day_without_a_year_is_the_first_such_day_from_today(
    dag: date, vandaag: date
):
    gelezen = lees_datum(f"{dag.day}-{dag.month}", vandaag)
    wanted = vandaag
    while (wanted.day, wanted.month) != (dag.day, dag.month):
        wanted += timedelta(days=1)
    assert gelezen == wanted


@given(anything, st.integers(10, 100))
def test_any_text_fits_the_width_and_keeps_its_characters(text: str, breedte: int):
    regels = wrap(veilig(text), breedte)
    assert all(breedte_van(regel) <= breedte for regel in regels)
    assert "".join("".join(regels).split()) == "".join(veilig(text).split())
    cut = kort(text, breedte)
    assert breedte_van(cut) <= breedte
    assert op_een_regel(text).startswith(cut.removesuffix("…"))
