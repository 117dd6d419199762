"""Lines on paper: what belongs together stays on one page, as far as that goes."""

from collections.abc import Iterable, Iterator

from intervisie_cli.ui.console import Console

# Lines on a page: A4 at six to an inch, with a margin above and below.
_BLAD = 60
# Where a printer meets it, the next page begins.
_VOLGEND_BLAD = "\f"


def op_papier(
    uit: Console,
    delen: Iterable[Iterable[list[str]]],
) -> Iterator[str]:
    """The lines of all blocks, with an empty line between two.

    Each *deel* begins a page. A block that does not fit on a page any more begins the next one;
    a block that is longer than a page runs on.
    """
    bladen = [blad for deel in delen for blad in _bladen(deel)]
    for nummer, blad in enumerate(bladen):
        if nummer:
            # A screen has no pages, and not every terminal knows the sign.
            yield "" if uit.is_terminal else _VOLGEND_BLAD
        yield from blad


def _bladen(blokken: Iterable[list[str]]) -> list[list[str]]:
    bladen: list[list[str]] = []
    for regels in blokken:
        # The empty line between two blocks stands above the second one.
        blok = regels[1:] if regels[:1] == [""] else regels
        if bladen and len(bladen[-1]) + 1 + len(blok) <= _BLAD:
            bladen[-1] += ["", *blok]
        else:
            bladen.append(list(blok))
    return bladen
