"""What is generated stands in the repository as it would be written now.
Renew it with `python -m tests.renew`.
"""

from pathlib import Path

from tests import renew


def test_the_page_of_commands_says_what_the_commands_say():
    page = renew.COMMANDS.read_text(encoding="utf-8")
    assert page == renew.commands_page(page)


def test_the_page_of_rules_says_what_the_rules_say():
    page = renew.REGELS.read_text(encoding="utf-8")
    assert page == renew.rules_page(page)


def test_the_page_of_what_is_tried_counts_what_there_is():
    page = renew.BETROUWBAAR.read_text(encoding="utf-8")
    assert page == renew.counted_page(page)


def test_the_finished_sessie_in_examples_is_what_the_case_gives(tmp_path: Path):
    made = renew.finished_session(tmp_path)
    kept = renew.FINISHED / made.name
    assert _files(kept) == _files(made)


def _files(folder: Path) -> dict[str, str]:
    return {
        str(p.relative_to(folder)): p.read_text(encoding="utf-8")
        for p in folder.rglob("*")
        if p.is_file()
    }
