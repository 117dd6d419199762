"""The form of docs/record-format.md can be read, and says what the page says of it."""

import re
from pathlib import Path

from intervisie_cli.records.document import parse_markdown
from intervisie_cli.vragen.formulier.gegevens import data_of
from intervisie_cli.vragen.formulier.lezen import lees
from tests.vragen.voorbeeld import context

PAGE = Path(__file__).parent.parent.parent / "docs/record-format.md"


def test_the_form_of_the_page_is_read_line_by_line():
    # The first of the page: another shows a step that is under way.
    tekst = re.findall(r"```text\n(---\n.*?)```", PAGE.read_text("utf-8"), re.DOTALL)[0]
    van = context("kort", "advisering")
    ingevuld = lees(van, parse_markdown(tekst.encode()).body)
    assert ingevuld.fouten == ()
    assert ingevuld.rest == "## Notulen\n\nDit is een vrije regel.\n"
    gezegd = data_of(van, ingevuld.antwoorden)
    assert [item["lid"] for item in gezegd["adviezen"]] == ["kim", "tim"]
    assert [item.get("wie") for item in gezegd["acties"]] == [None, ["kim", "tim"]]
    assert [item["akkoord"] for item in gezegd["acties"]] == [True, True]
