"""The shared screen, as a page for a browser and as lines for a terminal: large, and no words."""

from collections.abc import Iterator
from datetime import datetime
from xml.etree.ElementTree import Element, SubElement

from intervisie_cli.flows.scherm import STIL
from intervisie_cli.model.schermstand import (
    GEPAUZEERD,
    KLAAR,
    LOOPT,
    NOG_NIET,
    Gereedheid,
    Schermstand,
)
from intervisie_cli.tonen.vormen.html import page
from intervisie_cli.ui.veilig import op_een_regel
from intervisie_cli.vragen.tijdplan import Klok

_DENK = "Denktijd: bedenk eerst zelf iets, dan om de beurt."
_TOESTAND = {
    GEPAUZEERD: "gepauzeerd",
    NOG_NIET: "We beginnen zo.",
    KLAAR: "De sessie is klaar.",
}


def bestand(stand: Schermstand, nu: datetime) -> bytes:
    """The bytes of the page at the moment *nu*; its clock goes on by itself."""
    inhoud = Element("main", {"class": "scherm", "data-toestand": stand.toestand})
    if stand.toestand == LOOPT:
        inhoud.set("data-gezien", stand.gezien)
        inhoud.set("data-stil", str(int(STIL.total_seconds())))
    _zet(inhoud, "p", stand.sessie, "sessie")
    _zet(inhoud, "h1", stand.stap or "Intervisie")
    _zet(inhoud, "p", van_wie(stand), "ronde")
    _zet(inhoud, "p", stand.hulpvraag, "hulpvraag")
    _zet(inhoud, "p", _TOESTAND.get(stand.toestand, ""), "toestand")
    if stand.toestand == LOOPT:
        _clock(inhoud, stand, nu)
        _zet(inhoud, "p", wie_is_aan_zet(stand), "beurt")
        if stand.is_denktijd:
            _zet(inhoud, "p", _DENK, "denk")
    _ready(inhoud, stand)
    if stand.straks:
        _zet(inhoud, "p", f"Straks: {stand.straks}", "straks")
    return page("Intervisie", inhoud, extra=["scherm.css"], script="scherm.js")


def regels(stand: Schermstand, nu: datetime) -> Iterator[tuple[str, str]]:
    """The same for a terminal: each line with what it is."""
    yield "sessie", stand.sessie
    yield "stap", stand.stap or "Intervisie"
    yield "ronde", van_wie(stand)
    yield "hulpvraag", stand.hulpvraag
    yield "toestand", _TOESTAND.get(stand.toestand, "")
    if stand.toestand == LOOPT:
        tijd, hoe = _time(stand, nu)
        yield hoe, tijd
        yield "beurt", wie_is_aan_zet(stand)
        if stand.is_denktijd:
            yield "denk", _DENK
    yield "gereed", ", ".join(map(_readiness, stand.gereed))
    if stand.straks:
        yield "straks", f"Straks: {stand.straks}"


def van_wie(stand: Schermstand) -> str:
    """Which ronde it is, and of whom; '' for a step of the sessie as a whole."""
    return ": ".join(filter(None, (stand.ronde, stand.inbrenger)))


def wie_is_aan_zet(stand: Schermstand) -> str:
    """Whose turn it is, and for what."""
    if not stand.beurt:
        return f"{stand.leider} leidt" if stand.leider else ""
    wie = stand.beurt[:1].upper() + stand.beurt[1:]
    werkwoord = "zijn" if " en " in stand.beurt else "is"
    moet = f": {stand.moet}" if stand.moet else ""
    return f"{wie} {werkwoord} aan zet{moet}"


def _clock(inhoud: Element, stand: Schermstand, nu: datetime) -> None:
    tijd, hoe = _time(stand, nu)
    klok = _zet(inhoud, "p", tijd, f"klok {hoe}")
    # The script counts on from here, by the clock of the computer.
    klok.set("data-begonnen", stand.begonnen)
    klok.set("data-plan", str(stand.plan_min * 60))
    klok.set("data-max", str(stand.max_min * 60))
    klok.set("role", "timer")


def _time(stand: Schermstand, nu: datetime) -> tuple[str, str]:
    begonnen = datetime.fromisoformat(stand.begonnen)
    klok = Klok(stand.stap, begonnen, stand.plan_min, stand.max_min, 0, 0)
    return klok.tijd(nu)


def _ready(inhoud: Element, stand: Schermstand) -> None:
    if not stand.gereed:
        return
    lijst = SubElement(inhoud, "ul", {"class": "gereed"})
    for deel in stand.gereed:
        _zet(lijst, "li", _readiness(deel), "is-klaar" if deel.is_klaar else "")


def _readiness(deel: Gereedheid) -> str:
    if deel.is_klaar:
        return f"{deel.naam} ✓"
    return f"{deel.naam} {deel.aantal} van {deel.nodig}"


def _zet(boven: Element, soort: str, tekst: str, klasse: str = "") -> Element:
    """Put a text in the page, when there is one."""
    element = Element(soort)
    element.text = op_een_regel(tekst)
    if klasse:
        element.set("class", klasse)
    if tekst:
        boven.append(element)
    return element
