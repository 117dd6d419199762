"""Where text that YAML cannot read begins, and what a person is told to do there."""

import pytest

from intervisie_cli.records.document import parse_markdown, read_yaml
from intervisie_cli.records.node import YamlFout

DUBBEL = 'zet de tekst tussen dubbele aanhalingstekens: "…"'
ENKEL = "zet de tekst tussen enkele aanhalingstekens: '…'"
BLOK = "zet er een | neer, en de tekst ingesprongen op de regel eronder"
# How people write, the line where it goes wrong, and what helps.
GETYPT = (
    ("a: 1\nb: 't Lukt niet, wat nu?\nc: 2\nd: 3\n", 2, DUBBEL),
    ("b: 's avonds lezen\nc: 2\n", 1, DUBBEL),
    ('a: "Ja", zei hij\nb: 2\n', 1, ENKEL),
    ("a: 1\nb: Ik vraag me af: hoe dan?\n", 2, DUBBEL),
    ("a: **vet** woord\n", 1, DUBBEL),
    ("a: *vet*\n", 1, DUBBEL),
    ("a: 1\nb: @kim bellen\n", 2, DUBBEL),
    ("a: [x] gedaan\n", 1, DUBBEL),
    ("a: {naam} bellen\n", 1, DUBBEL),
    ("a: `code`\n", 1, DUBBEL),
    ("a: %5 meer\n", 1, DUBBEL),
    ("a: > 5 keer per week\n", 1, DUBBEL),
    ("a: !nee\n", 1, DUBBEL),
    ('a: "q\' w" e\n', 1, BLOK),
    (
        "l:\n  - lid: kim\n    vraag: 't Gaat?\n  - lid: tim\n    vraag: Hoe?\n",
        3,
        DUBBEL,
    ),
    ("l:\n  - een\n  - 't gaat\n  - drie\n", 3, DUBBEL),
    ("a: |\n  't is: zo\nb: 't Is\nc: 1\n", 3, DUBBEL),
    ("a: 'meer\n  regels'\nb: \"Ja\", zei\n", 3, ENKEL),
)


@pytest.mark.parametrize(("text", "regel", "raad"), GETYPT)
def test_the_line_where_it_begins_and_what_helps(text: str, regel: int, raad: str):
    with pytest.raises(YamlFout) as fout:
        read_yaml(text)
    assert fout.value.regel == regel
    assert fout.value.reden.endswith(raad)
    with pytest.raises(YamlFout) as fout:
        parse_markdown(f"---\n{text}---\n".encode())
    assert fout.value.regel == regel + 1


@pytest.mark.parametrize(("text", "regel", "raad"), GETYPT)
def test_what_is_told_to_do_helps(text: str, regel: int, raad: str):
    regels = text.split("\n")
    voor, tekens, waarde = regels[regel - 1].partition(": ")
    if not tekens:
        voor, tekens, waarde = regels[regel - 1].partition("- ")
    regels[regel - 1] = (
        voor
        + tekens
        + {
            DUBBEL: f'"{waarde}"',
            ENKEL: f"'{waarde}'",
            BLOK: f"|\n      {waarde}",
        }[raad]
    )
    read_yaml("\n".join(regels))


@pytest.mark.parametrize("text", ["a:\n\tb: 1\n", "a: 1\n b: 2\n", "a: 1\na: 2\n"])
def test_where_quotes_do_not_help_none_are_asked_for(text: str):
    with pytest.raises(YamlFout) as fout:
        read_yaml(text)
    assert "aanhalingstekens" not in fout.value.reden


@pytest.mark.parametrize(
    ("yaml", "regels"),
    [
        ("a: Hoe werk ik samen in groep #3?\n", (2,)),
        ("a: groep #3\n", (2,)),
        ("a: 1\nl:\n  - b: een zin # en de rest\n", (4,)),
        ("a: meer dan\n  een regel #5\n", (3,)),
        ('a: "Hoe werk ik in groep #3?"\n', ()),
        ("a: klaar # dat is het\n", ()),
        ("a: 2026-11-23   # de dag\n", ()),
        ("a: 5 #3\nb: true #ja\n", ()),
        ("a: groep#3\n", ()),
        ("a: |\n  groep #3\n", ()),
        ("# los\na: een zin\n# los\n", ()),
    ],
)
def test_a_sentence_that_is_read_up_to_its_number_sign(
    yaml: str, regels: tuple[int, ...]
):
    assert parse_markdown(f"---\n{yaml}---\n".encode()).cut_off_lines() == regels
