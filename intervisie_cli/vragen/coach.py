"""The coach: what it sees while an actie or a question is typed, asks afterwards, and offers instead.

It never blocks: whoever leaves its questions empty keeps their own words. The rules are loaded when first needed.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from intervisie_cli.model.context import Context
from intervisie_cli.model.draaiboek import SMART, Veld
from intervisie_cli.model.vraag import Antwoorden, Keuze, Stand, Vraag

# Stands behind the key of the text: the choice once it is made, below it the questions until then.
COACH = "coach"
Gegeven = Mapping[str, Any]
OVERNEMEN, AANPASSEN, LATEN = "overnemen", "aanpassen", "laten"
EERDER = "eerder"
ZO_GELATEN = "bewust zo gelaten bij het opschrijven"
_VRAGEN = {
    "S": "Wat ziet een ander je dan doen?",
    "M": "Waaraan zie je dat het gelukt is?",
    "T": "Wanneer doe je dit, of kijk je terug?",
}
_KORT = 40


class Meekijker(NamedTuple):
    """Says of text that is being typed how it stands: (what, whether it is there; None when people decide)."""

    checks: tuple[str, ...]
    vandaag: date
    regio: str

    def __call__(self, tekst: str) -> Stand:
        """Look at *tekst*, also when it is half."""
        if SMART in self.checks:
            actie = _actie(tekst, self)
            gezien = {"S": actie.is_specifiek, "M": actie.is_meetbaar, "A": None, "R": None, "T": actie.is_tijdgebonden}
            return tuple(gezien.items())
        from intervisie_cli.checks.vraag.ontleding import OPEN, ontleed

        soort = ontleed(tekst).soort
        return ((soort, soort == OPEN),)


def meekijker(deel: Veld, context: Context) -> Meekijker | None:
    """Who looks along while *deel* is typed; None when it has no checks."""
    return Meekijker(deel.checks, context.vandaag, context.groep.instellingen.regio) if deel.checks else None


def vragen(deel: Veld, sleutel: str, context: Context, antwoorden: Gegeven) -> Iterator[Vraag]:
    """Yield what the coach asks about the text at *sleutel*, until its choice is made."""
    tekst, kijkt = antwoorden.get(sleutel), meekijker(deel, context)
    if not kijkt or not isinstance(tekst, str) or not tekst or f"{sleutel}/{COACH}" in antwoorden:
        return
    basis = f"{sleutel}/{COACH}"
    if SMART in deel.checks:
        mist = [letter for letter, is_er in kijkt(tekst) if is_er is False]
        for letter in mist:
            yield Vraag(f"{basis}/{letter}", "tekst", _VRAGEN[letter], kop=tekst)
        gegeven = {letter: str(antwoorden.get(f"{basis}/{letter}") or "") for letter in mist}
        voorstel = _voorstel(tekst, gegeven, kijkt)
        reden = "Zo staat alles erin:"
    else:
        voorstel, reden = _open_vraag(tekst, kijkt)
    if voorstel and voorstel != tekst:
        yield from _keuze(basis, voorstel, reden, antwoorden)


def _keuze(basis: str, voorstel: str, reden: str, antwoorden: Gegeven) -> Iterator[Vraag]:
    keuzes = (Keuze(OVERNEMEN, "Neem dit over"), Keuze(AANPASSEN, "Pas het aan"), Keuze(LATEN, "Laat mijn zin staan"))
    yield Vraag(f"{basis}/keuze", "keuze", "Wat wil je?", kop=voorstel, hulp=reden, keuzes=keuzes, standaard=OVERNEMEN)
    if antwoorden.get(f"{basis}/keuze") == AANPASSEN:
        yield Vraag(f"{basis}/tekst", "tekst", "Hoe wil je het zeggen?", standaard=voorstel, verplicht=True)


def rond_af(sleutel: str, context: Context, antwoorden: Antwoorden) -> None:
    """After the answer at *sleutel*, when it was the last that the coach asked: take over what was chosen.

    The answers on M and T go to the fields of the item that hold them; the choice itself is kept.
    """
    tekst_sleutel, is_coach, _ = sleutel.partition(f"/{COACH}/")
    deel = _deel(tekst_sleutel, context)
    if not is_coach or not deel:
        return
    gesteld = list(vragen(deel, tekst_sleutel, context, antwoorden))
    if any(vraag.sleutel not in antwoorden for vraag in gesteld):
        return
    basis = f"{tekst_sleutel}/{COACH}"
    keuze = str(antwoorden.get(f"{basis}/keuze", LATEN))
    voorstel = next((vraag.kop for vraag in gesteld if vraag.sleutel == f"{basis}/keuze"), "")
    gekozen = {OVERNEMEN: voorstel, AANPASSEN: antwoorden.get(f"{basis}/tekst")}.get(keuze)
    _vul_velden(tekst_sleutel, context, antwoorden)
    for vraag in gesteld:
        antwoorden.pop(vraag.sleutel, None)
    antwoorden[tekst_sleutel] = gekozen or antwoorden[tekst_sleutel]
    antwoorden[basis] = keuze


def heropen(sleutel: str, antwoorden: Antwoorden) -> None:
    """Forget what hangs on the answer at *sleutel*: the coach looks anew at a text that is typed again."""
    basis, is_coach, _ = sleutel.partition(f"/{COACH}/")
    for ander in [s for s in antwoorden if s == f"{sleutel}/{COACH}" or s.startswith(f"{sleutel}/{COACH}/")]:
        del antwoorden[ander]
    if is_coach:
        for ander in ("keuze", "tekst"):
            if sleutel != f"{basis}/{COACH}/{ander}":
                antwoorden.pop(f"{basis}/{COACH}/{ander}", None)


def is_gezegd(deel: Veld, veld: Veld, basis: str, context: Context, antwoorden: Gegeven) -> bool:
    """Whether the sentence of the item says already what *deel* asks, or the coach asked it."""
    zin = next((ander for ander in veld.onderdelen if SMART in ander.checks), None)
    if not (deel.letter and zin) or f"{basis}/{deel.naam}" in antwoorden:
        return False
    sleutel = f"{basis}/{zin.naam}"
    kijkt, tekst = meekijker(zin, context), antwoorden.get(sleutel)
    if not kijkt or not isinstance(tekst, str):
        return False
    return f"{sleutel}/{COACH}" in antwoorden or dict(kijkt(tekst)).get(deel.letter) is True


def uit_zin(deel: Veld, veld: Veld, basis: str, context: Context, antwoorden: Gegeven) -> str:
    """What the sentence of an item says of its day or rhythm, for a field that was not asked."""
    zin = next((ander for ander in veld.onderdelen if SMART in ander.checks), None)
    tekst = antwoorden.get(f"{basis}/{zin.naam}") if zin else None
    kijkt = meekijker(zin, context) if zin else None
    if deel.letter != "T" or not kijkt or not isinstance(tekst, str):
        return ""
    return _moment(tekst, kijkt)[0 if deel.soort == "datum" else 1]


def stiltes(
    deel: Veld, sleutel: str, context: Context, item: dict[str, Any], antwoorden: Antwoorden
) -> list[dict[str, str]]:
    """The findings that somebody saw and left, each with the choice as its reason."""
    if antwoorden.get(f"{sleutel}/{COACH}") in (None, EERDER):
        return []
    from intervisie_cli.checks.oordeel import beoordeel_actie, beoordeel_vraag
    from intervisie_cli.checks.smart.actie import Afspraken, Velden
    from intervisie_cli.model.bevinding import FOUT

    tekst = str(antwoorden[sleutel])
    if SMART in deel.checks:
        meetbaar, tot, ritme = (str(item.get(naam) or "") for naam in ("meetbaar", "tot", "ritme"))
        velden = Velden(meetbaar, tot, ritme)
        oordeel = beoordeel_actie(
            tekst, context.vandaag, velden, Afspraken(context.groep.instellingen.regio)
        ).bevindingen
    else:
        oordeel = beoordeel_vraag(tekst).bevindingen
    regels = dict.fromkeys(bevinding.regel for bevinding in oordeel if bevinding.ernst == FOUT)
    return [{"regel": regel, "reden": ZO_GELATEN} for regel in regels]


def _deel(sleutel: str, context: Context) -> Veld | None:
    veldnaam, *rest = sleutel.split("/")
    veld = context.stap.veld(veldnaam)
    if not veld or not rest:
        return veld
    return next((deel for deel in veld.onderdelen if deel.naam == rest[-1]), None)


def _actie(tekst: str, kijkt: Meekijker) -> Any:
    from intervisie_cli.checks.smart.actie import Actie, Afspraken

    return Actie(tekst, kijkt.vandaag, None, Afspraken(kijkt.regio))


def _moment(tekst: str, kijkt: Meekijker) -> tuple[str, str]:
    """The last day as ISO and the rhythm in the words of *tekst*, each '' when there is none."""
    lezing = _actie(tekst, kijkt).ontleding
    tijd = lezing.tijd
    stukken = [lezing.zin.stuk(v.van, v.tot) for v in tijd.vondsten if tijd.ritme and (v.ritme or v.klok)]
    ritme = " ".join(tekst[van:tot] for van, tot in stukken)
    return (tijd.tot.isoformat() if tijd.tot else ""), ritme


def _vul_velden(sleutel: str, context: Context, antwoorden: Antwoorden) -> None:
    """Put the answers on M and T where the item keeps them."""
    veld, basis = context.stap.veld(sleutel.split("/", maxsplit=1)[0]), sleutel.rsplit("/", 1)[0]
    kijkt = Meekijker((SMART,), context.vandaag, context.groep.instellingen.regio)
    for deel in veld.onderdelen if veld else ():
        gegeven = str(antwoorden.get(f"{sleutel}/{COACH}/{deel.letter}") or "") if deel.letter else ""
        if gegeven and deel.letter == "T":
            gegeven = _moment(gegeven, kijkt)[0 if deel.soort == "datum" else 1]
        if gegeven:
            antwoorden[f"{basis}/{deel.naam}"] = gegeven


def _voorstel(tekst: str, gegeven: dict[str, str], kijkt: Meekijker) -> str:
    """The sentence with what was answered: S in its place, T and a short M behind it. '' when nothing was answered."""
    if not any(gegeven.values()):
        return ""
    zin = (gegeven.get("S") or tekst).strip().rstrip(".!")
    for letter in ("T", "M"):
        extra = gegeven.get(letter, "").strip().rstrip(".!")
        mist = dict(kijkt(zin)).get(letter) is False
        if extra and mist and (letter == "T" or (len(extra) <= _KORT and _actie(extra, kijkt).ontleding.heeft_maat)):
            zin = f"{zin}, {extra[0].lower()}{extra[1:]}"
    return f"{zin[0].upper()}{zin[1:]}"


def _open_vraag(tekst: str, kijkt: Meekijker) -> tuple[str, str]:
    """An open question in place of *tekst*, and why; two times '' when it is open."""
    if all(is_er for _, is_er in kijkt(tekst)):
        return "", ""
    from intervisie_cli.checks.oordeel import beoordeel_vraag
    from intervisie_cli.checks.vraag.alternatief import alternatief
    from intervisie_cli.model.bevinding import FOUT

    bericht = next((b.bericht for b in beoordeel_vraag(tekst).bevindingen if b.ernst == FOUT), "")
    return alternatief(tekst), f"{bericht} Zo is hij open:".strip()
