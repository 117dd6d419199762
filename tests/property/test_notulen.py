"""Own notulen of one member on two laptops: no line is lost, and each stays below its heading."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from intervisie_cli.merge.sections import merge_sections
from intervisie_cli.records.merge import merge_files

PAD = "sessies/2026/2026-11-23-kort/notulen/kim.md"
HEADINGS = ("## Acclimatisering", "## Advisering, ronde 1 (Mirthe)", "## Van mezelf")
LINES = st.sampled_from(
    ["", "- ja", "- later", "  nog iets", "# Titel", "### kop", "alinea", "<<<<<<< x"]
)
TEXT = st.lists(st.sampled_from(HEADINGS) | LINES, max_size=12).map(
    lambda lines: "".join(f"{line}\n" for line in lines)
)


def below(text: str) -> set[tuple[str, str]]:
    """Each line that says something, with the heading above it."""
    found = set()
    heading = ""
    for line in text.split("\n"):
        if line.startswith("## "):
            heading = line
        if line.strip():
            found.add((heading, line))
    return found


@given(TEXT, TEXT, TEXT)
def test_the_merge_keeps_its_laws(base: str, ours: str, theirs: str):
    merged = merge_sections(base, ours, theirs)
    assert merged == merge_sections(base, theirs, ours)
    assert merge_sections(base, base, theirs) == theirs
    assert merge_sections(ours, merged, ours) == merged
    written = below(merged)
    for side in (ours, theirs):
        assert below(side) - below(base) <= written
    assert written <= below(ours) | below(theirs)


@given(TEXT, st.integers(0, 2**32))
def test_notes_of_two_laptops_stand_once_and_below_their_own_heading(
    base: str, seed: int
):
    rng = Random(seed)
    sides = [_with_notes(rng, base, laptop) for laptop in ("hier", "daar")]
    merged = merge_files(PAD, base.encode(), *(side.encode() for side in sides))
    assert merged.kopie is None
    text = merged.raw.decode()
    for side in sides:
        for heading, line in below(side) - below(base):
            assert (heading, line) in below(text)
            assert "notitie" not in line or text.count(f"{line}\n") == 1


def _with_notes(rng: Random, text: str, laptop: str) -> str:
    """The same text, in which a few notes of this laptop were put at any line."""
    lines = text.splitlines(keepends=True)
    for number in range(rng.randint(1, 4)):
        notes = [f"- notitie {number} van {laptop}\n"]
        if rng.random() < 0.3:
            notes.insert(0, f"{rng.choice(HEADINGS)}\n")
        at = rng.randint(0, len(lines))
        lines[at:at] = notes
    return "".join(lines)


def test_what_each_began_with_no_version_of_both_comes_below_one_heading():
    hier = "# Eigen notulen van Kim\n\n## Acclimatisering\n\n- hier\n\n## Evaluatie\n\n- x\n"
    daar = "# Eigen notulen van Kim\n\n## Acclimatisering\n\n- daar\n"
    merged = merge_files(PAD, None, hier.encode(), daar.encode())
    assert merged.raw.decode() == (
        "# Eigen notulen van Kim\n\n## Acclimatisering\n\n- daar\n- hier\n\n"
        "## Evaluatie\n\n- x\n"
    )


def test_line_ends_and_a_mark_of_windows_change_no_line():
    base = b"# Titel\n\n## Acclimatisering\n\n- een\n"
    windows = b"\xef\xbb\xbf" + base.replace(b"\n", b"\r\n") + b"- twee\r\n"
    merged = merge_files(PAD, base, windows, base + b"- drie\n").raw
    assert sorted(merged.split(b"\n")) == sorted(
        (base + b"- twee\n- drie\n").split(b"\n")
    )


def test_what_one_side_took_away_is_gone_unless_the_other_wrote_there():
    base = "## A\n\n- een\n\n## B\n\n- twee\n"
    weg = "## B\n\n- twee\n"
    assert merge_sections(base, weg, base + "- drie\n") == weg + "- drie\n"
    ook = merge_sections(base, weg, base.replace("- een", "- een\n- nieuw"))
    assert "- nieuw" in ook
    # Front matter in a file without any is a line like another.
    raw = b"---\nx: [\n---\n"
    assert merge_files(PAD, b"", raw, b"## A\n").kopie is None
