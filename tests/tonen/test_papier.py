"""What belongs together stays on one page, as far as that goes."""

import pytest

from intervisie_cli.tonen.papier import op_papier
from intervisie_cli.ui.console import Console


def blok(naam: str, aantal: int) -> list[str]:
    return [f"{naam}{nummer}" for nummer in range(1, aantal + 1)]


def test_blocks_that_fit_share_a_page_with_an_empty_line_between_them(uit: Console):
    gezien = list(op_papier(uit, [[blok("a", 2), blok("b", 57)]]))
    assert gezien == [*blok("a", 2), "", *blok("b", 57)]


def test_a_block_that_does_not_fit_any_more_begins_the_next_page(uit: Console):
    gezien = list(op_papier(uit, [[blok("a", 2), blok("b", 58), blok("c", 1)]]))
    assert gezien == [*blok("a", 2), "\f", *blok("b", 58), "", *blok("c", 1)]


def test_each_part_begins_a_page(uit: Console):
    assert list(op_papier(uit, [[["a"]], [["b"], ["c"]]])) == ["a", "\f", "b", "", "c"]


def test_a_block_longer_than_a_page_runs_on_and_loses_nothing(uit: Console):
    gezien = list(op_papier(uit, [[["a"], blok("b", 130), ["c"]]]))
    assert gezien == ["a", "\f", *blok("b", 130), "\f", "c"]


def test_a_screen_has_no_pages(uit: Console, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(uit, "is_terminal", True)
    assert list(op_papier(uit, [[["a"]], [["b"]]])) == ["a", "", "b"]
