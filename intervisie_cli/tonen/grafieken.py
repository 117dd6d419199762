"""Bars with a table beside them: who does not see the bars reads the same in the table."""

from collections.abc import Sequence
from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement, fromstring

from intervisie_cli.tonen.blokken import Tabel
from intervisie_cli.tonen.vormen.html import elementen

_SVG = "{http://www.w3.org/2000/svg}"
# What pygal puts in beside the drawing: its own colours and a script, and texts for a pointer.
_WEG = ("style", "script", "desc", "title")
# What says where something is drawn, and of which kind it is.
_MATEN = {
    "class",
    "d",
    "height",
    "r",
    "rx",
    "ry",
    "transform",
    "viewBox",
    "width",
    "x",
    "x1",
    "x2",
    "y",
    "y1",
    "y2",
    "cx",
    "cy",
}
_BREED, _HOOG = 640, 280
_MEESTE_LIJNEN = 6


class Reeks(NamedTuple):
    """Bars of one colour: their name, and a value for each column."""

    naam: str
    waarden: tuple[float, ...]


class Grafiek(NamedTuple):
    """Series of bars over the same columns; *is_gestapeld* when a column is a whole."""

    titel: str
    kolom: str
    kolommen: tuple[str, ...]
    reeksen: tuple[Reeks, ...]
    is_gestapeld: bool = True


def figuur(grafiek: Grafiek, tabel: Tabel) -> Element:
    """The bars, and the table that says the same."""
    element = Element("figure")
    SubElement(element, "figcaption").text = grafiek.titel
    if any(map(any, (reeks.waarden for reeks in grafiek.reeksen))):
        tekening = _drawing(grafiek)
        # A reader is told what it is, and goes on to the table.
        tekening.set("role", "img")
        tekening.set("aria-label", f"{grafiek.titel}: zie de tabel hieronder")
        element.append(tekening)
    element.extend(elementen([tabel]))
    return element


def table_of(grafiek: Grafiek) -> Tabel:
    """The numbers of the bars."""
    koppen = (grafiek.kolom, *(reeks.naam for reeks in grafiek.reeksen))
    return Tabel(koppen, tuple(_rijen(grafiek)))


def _rijen(grafiek: Grafiek) -> Sequence[tuple[str, ...]]:
    return [
        (kolom, *(_getal(reeks.waarden[nummer]) for reeks in grafiek.reeksen))
        for nummer, kolom in enumerate(grafiek.kolommen)
    ]


def _getal(waarde: float) -> str:
    return f"{waarde:g}".replace(".", ",")


def _drawing(grafiek: Grafiek) -> Element:
    # Loaded here: only a page of the history needs it.
    import pygal

    soort = pygal.StackedBar if grafiek.is_gestapeld else pygal.Bar
    tekening = soort(
        js=[],
        disable_xml_declaration=True,
        no_prefix=True,
        width=_BREED,
        height=_HOOG,
        margin=10,
        legend_at_bottom=True,
        legend_box_size=12,
        truncate_legend=-1,
        truncate_label=-1,
        x_label_rotation=_rotation(grafiek),
    )
    tekening.x_labels = grafiek.kolommen
    tekening.y_labels = _whole(grafiek)
    for reeks in grafiek.reeksen:
        tekening.add(reeks.naam, list(reeks.waarden))
    # What is read here was drawn a line above, by us.
    return _in_page(fromstring(tekening.render(is_unicode=True)))  # noqa: S314


def _whole(grafiek: Grafiek) -> list[int]:
    """The numbers beside the bars: some whole ones, up to the highest."""
    per_kolom = list(zip(*(reeks.waarden for reeks in grafiek.reeksen), strict=True))
    samen = sum if grafiek.is_gestapeld else max
    hoogste = max(float(samen(waarden)) for waarden in per_kolom)
    stap = max(1, round(hoogste / _MEESTE_LIJNEN))
    return list(range(0, int(hoogste) + stap + 1, stap))


def _rotation(grafiek: Grafiek) -> int:
    """Names that do not fit beside each other stand askew."""
    letters = sum(map(len, grafiek.kolommen)) + 2 * len(grafiek.kolommen)
    return 30 if letters > 75 else 0


def _in_page(element: Element) -> Element:
    """A drawing as a page has it: plain names, and nothing but what is drawn."""
    element.tag = element.tag.removeprefix(_SVG)
    for naam in set(element.keys()) - _MATEN:
        del element.attrib[naam]
    for deel in list(element):
        if deel.tag.removeprefix(_SVG) in _WEG:
            element.remove(deel)
        else:
            _in_page(deel)
    return element
