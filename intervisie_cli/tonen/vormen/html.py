"""Blocks as one page for a browser: no script, nothing from elsewhere, readable in light and dark.

The page is built as a tree, so that what people wrote can be nothing but text.
"""

from base64 import b64encode
from collections.abc import Iterable, Iterator
from hashlib import sha256
from importlib.resources import files
from xml.etree.ElementTree import Element, SubElement, tostring

from intervisie_cli.tonen.blokken import (
    Alinea,
    Blad,
    Blok,
    Feiten,
    Kop,
    Lijstpunt,
    Opsomming,
    Schrijfruimte,
    Stuk,
    Tabel,
    Veldregel,
    Vrijetekst,
    with_headings,
)
from intervisie_cli.ui.veilig import veilig

_MAP = "intervisie_cli.tonen.vormen"
_OPMAAK = "stuk.css"
# What only looks: everything else that a page could fetch or start is refused.
_BELEID = "default-src 'none'; base-uri 'none'; form-action 'none'"


def bestand(stuk: Stuk) -> bytes:
    """The bytes of an HTML file."""
    inhoud = Element("main")
    inhoud.extend(elementen(stuk.blokken))
    return page(stuk.naam, inhoud)


def page(
    naam: str, inhoud: Element, extra: Iterable[str] = (), script: str = ""
) -> bytes:
    """A whole page around *inhoud*; *extra* are more styles, and *script* is one of ours."""
    opmaak = "".join(map(_read, [_OPMAAK, *extra]))
    code = _read(script) if script else ""
    html = Element("html", lang="nl")
    hoofd = SubElement(html, "head")
    SubElement(hoofd, "meta", charset="utf-8")
    beleid = {"http-equiv": "Content-Security-Policy"}
    SubElement(hoofd, "meta", beleid, content=_policy(opmaak, code))
    breedte = "width=device-width, initial-scale=1"
    SubElement(hoofd, "meta", name="viewport", content=breedte)
    SubElement(hoofd, "meta", name="referrer", content="no-referrer")
    SubElement(hoofd, "title").text = veilig(naam)
    SubElement(hoofd, "style").text = opmaak
    lichaam = SubElement(html, "body")
    lichaam.append(inhoud)
    if code:
        SubElement(lichaam, "script").text = code
    tekst: str = tostring(html, encoding="unicode", method="html")
    return f"<!doctype html>\n{tekst}\n".encode()


def _read(naam: str) -> str:
    return files(_MAP).joinpath(naam).read_text(encoding="utf-8")


def _policy(opmaak: str, code: str) -> str:
    """What the page may do. By their digests this style and this script are obeyed, no others."""
    beleid = f"{_BELEID}; style-src '{_digest(opmaak)}'"
    if code:
        beleid += f"; script-src '{_digest(code)}'"
    return beleid


def _digest(tekst: str) -> str:
    return f"sha256-{b64encode(sha256(tekst.encode()).digest()).decode()}"


def elementen(blokken: Iterable[Blok]) -> Iterator[Element]:
    """The elements of all blocks."""
    for blok in with_headings(blokken):
        yield from _elementen(blok)


def _elementen(blok: Blok) -> Iterator[Element]:
    match blok:
        case Kop(tekst, niveau):
            yield _met_tekst(f"h{min(niveau, 6)}", tekst)
        case Feiten(rijen):
            yield _feiten(rijen)
        case Veldregel():
            yield _veld("p", blok)
        case Opsomming(_, punten):
            yield _punten(punten)
        case Vrijetekst():
            yield from map(_alinea, blok.alineas)
        case Tabel():
            yield _tabel(blok)
        case Schrijfruimte(label, aantal):
            yield _met_tekst("p", label)
            # A line to write on is no text: a reader passes it over.
            regel = {"class": "regel", "aria-hidden": "true"}
            yield from (Element("div", regel) for _ in range(aantal))
        case Blad():
            yield Element("div", {"class": "blad"})


def _feiten(rijen: Iterable[tuple[str, str]]) -> Element:
    lijst = Element("dl")
    for naam, tekst in rijen:
        lijst.append(_met_tekst("dt", naam))
        lijst.append(_met_tekst("dd", tekst))
    return lijst


def _alinea(alinea: Alinea) -> Element:
    if not alinea.is_lijst:
        return _met_tekst("p", "\n".join(alinea.regels))
    lijst = Element("ul")
    lijst.extend(_met_tekst("li", regel) for regel in alinea.regels)
    return lijst


def _veld(soort: str, veld: Veldregel) -> Element:
    element = _met_naam(soort, veld.naam, veld.tekst)
    if veld.is_anders:
        element.set("class", "anders")
    return element


def _punten(punten: Iterable[Lijstpunt]) -> Element:
    lijst = Element("ul")
    for punt in punten:
        element = _met_naam("li", punt.wie, punt.tekst)
        lijst.append(element)
        if punt.delen:
            element.append(_delen(punt.delen))
    return lijst


def _delen(delen: Iterable[Veldregel | Opsomming]) -> Element:
    lijst = Element("ul", {"class": "delen"})
    for deel in delen:
        if isinstance(deel, Veldregel):
            lijst.append(_veld("li", deel))
            continue
        element = SubElement(lijst, "li")
        if deel.naam:
            element.append(_met_tekst("strong", deel.naam))
        element.append(_punten(deel.punten))
    return lijst


def _tabel(tabel: Tabel) -> Element:
    element = Element("table", {"class": "ruim"} if tabel.is_ruim else {})
    boven = SubElement(SubElement(element, "thead"), "tr")
    for kop in tabel.koppen:
        cel = _met_tekst("th", kop)
        cel.set("scope", "col")
        boven.append(cel)
    onder = SubElement(element, "tbody")
    for eerste, *rest in tabel.rijen:
        rij = SubElement(onder, "tr")
        cel = _met_tekst("th", eerste)
        cel.set("scope", "row")
        rij.append(cel)
        rij.extend(_met_tekst("td", tekst) for tekst in rest)
    return element


def _met_naam(
    soort: str,
    naam: str,
    tekst: str,
) -> Element:
    """A text behind its name in bold, if it has one."""
    if not naam:
        return _met_tekst(soort, tekst)
    element = Element(soort)
    vet = SubElement(element, "strong")
    vet.text = f"{veilig(naam)}:"
    vet.tail = f" {veilig(tekst)}"
    return element


def _met_tekst(soort: str, tekst: str) -> Element:
    element = Element(soort)
    element.text = veilig(tekst)
    return element
