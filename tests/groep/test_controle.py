"""Where in its file a finding stands."""

import pytest

from intervisie_cli.checks.verslag.geval import Gevonden, Plaats
from intervisie_cli.groep.controle import vindplaats_of
from intervisie_cli.model.bevinding import Bevinding, Vindplaats
from intervisie_cli.records.document import Document, parse_markdown, parse_yaml

VRAAG = "Wat nu?"
STAP = parse_markdown(
    f"---\nid: abc\nhulpvraag: {VRAAG}\n---\n## Notulen\n\nTim zei wat.\n".encode()
)
SESSIE = parse_yaml(f"id: abc\nhulpvraag: {VRAAG}\n".encode())


def where(document: Document, plaats: Plaats, words: str) -> Vindplaats:
    """Where a finding on *words* in the text at *plaats* stands in *document*."""
    van = plaats.tekst.index(words)
    gevonden = Gevonden(
        plaats, Bevinding("regel", "let op", "", "", van, van + len(words))
    )
    return vindplaats_of({plaats.bestand: document}, gevonden)


@pytest.mark.parametrize("words", ["Wat", "nu", "?", VRAAG])
@pytest.mark.parametrize(("document", "regel"), [(STAP, 3), (SESSIE, 2)])
def test_words_are_found_to_the_last_one(document: Document, regel: int, words: str):
    found = where(document, Plaats("a", ("hulpvraag",), VRAAG), words)
    begin = len("hulpvraag: ") + VRAAG.index(words) + 1
    assert found == Vindplaats("a", regel, begin, begin + len(words))


def test_words_in_the_notulen():
    found = where(STAP, Plaats("a", ("notulen",), "Tim zei wat."), "zei")
    assert found == Vindplaats("a", 7, 5, 8)


def test_words_that_do_not_stand_there_as_such_have_a_line_only():
    document = parse_markdown(b'---\nhulpvraag: "Wat\\u0020nu?"\n---\n')
    assert where(document, Plaats("a", ("hulpvraag",), VRAAG), VRAAG) == Vindplaats(
        "a", 2
    )
