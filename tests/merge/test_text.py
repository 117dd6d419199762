"""Free text by example: what stays, what goes, and how it is laid out."""

import pytest

from intervisie_cli.merge.sections import merge_sections
from intervisie_cli.merge.text import merge_text


def both(base: str, mine: str, yours: str) -> str:
    """Merge, and see that the other clone would make the same."""
    merged = merge_text(base, mine, yours)
    assert merge_text(base, yours, mine) == merged
    return merged


@pytest.mark.parametrize(
    ("base", "mine", "yours", "wordt"),
    [
        ("een\n", "een\n", "twee\n", "twee\n"),
        ("een\n", "twee\n", "twee\n", "twee\n"),
        ("een\n", "", "een\n", ""),
        ("", "een\n", "twee\n", "een\n\ntwee\n"),
        # A paragraph that both wrote is there once, one that one of them wrote twice is twice.
        ("a\n", "x\n\nx\n", "x\n\ny\n", "x\n\nx\n\ny\n"),
        ("a\n\nb\n", "a\n", "a\n\nb\n\nc\n", "a\n\nc\n"),
        ("a\n\nb\n", "b\n", "a\n\nb anders\n", "b anders\n"),
        ("a\n\nb\n\nc\n", "a2\n\nb\n\nc\n", "a\n\nb\n\nc2\n", "a2\n\nb\n\nc2\n"),
        ("regel een\nregel twee\n", "regel een\nerbij\nregel twee\n",
         "regel een\nregel twee\nook erbij\n", "regel een\nerbij\nregel twee\nook erbij\n"),
        ("regel een\nregel twee\n", "regel een\nregel 2\n", "regel 1\nregel twee\n",
         "regel 1\nregel twee\n\nregel een\nregel 2\n"),
        # Spaces between paragraphs are no paragraph.
        ("a\n  \nb\n", "a\n\nb\n\nc\n", "a\n\t\nb\n\nd\n", "a\n\nb\n\nc\n\nd\n"),
    ],
)  # fmt: skip
def test_paragraphs(base: str, mine: str, yours: str, wordt: str):
    assert both(base, mine, yours) == wordt


def test_an_empty_line_at_the_top_stays_when_a_side_has_one():
    assert both("a\n", "\na\n\nb\n", "a\n\nc\n") == "\na\n\nb\n\nc\n"
    assert both("a\n", "a\n\nb\n", "a\n\nc\n") == "a\n\nb\n\nc\n"


@pytest.mark.parametrize("mark", ["- ", "* ", "+ ", "• ", "1. ", "2) ", "  - "])
def test_an_item_is_known_by_its_mark(mark: str):
    base = f"{mark}een\n{mark}twee\n"
    mine, yours = base.replace("een", "EEN"), base.replace("twee", "TWEE")
    assert both(base, mine, yours) == f"{mark}EEN\n{mark}TWEE\n"


def test_what_stands_below_a_heading_stays_below_it():
    base = "boven\n\n## A\n\n- een\n\n## B\n\n- twee\n"
    mine = base.replace("- een", "- een\n- van kim")
    yours = base.replace("- twee", "- twee\n- van tim") + "\n## C\n\n- nieuw\n"
    assert merge_sections(base, mine, yours) == (
        "boven\n\n## A\n\n- een\n- van kim\n\n## B\n\n- twee\n- van tim\n\n## C\n\n- nieuw\n"
    )
    # A heading that stands there twice is two.
    twee = "## A\n\neen\n\n## A\n\ntwee\n"
    assert merge_sections(
        twee, twee.replace("een", "1"), twee.replace("twee", "2")
    ) == ("## A\n\n1\n\n## A\n\n2\n")
