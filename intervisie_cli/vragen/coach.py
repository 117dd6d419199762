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
# Stands behind the key of a field that somebody wanted back.
TERUG = "terug"
ZO_GELATEN = "bewust zo gelaten bij het opschrijven"
_VRAGEN = {
    "S": "Wat ziet een ander je dan doen?",
    "M": "Waaraan zie je dat het gelukt is?",
    "T": "Wanneer doe je dit, of kijk je terug?",
}
_KORT = 40
# What looks along with an answer on T.
MOMENT = "moment"
_DAGEN = ("ma", "di", "wo", "do", "vr", "za", "zo")


class Meekijker(NamedTuple):
    """Says of text that is being typed how it stands: (what, whether it is there; None when people decide)."""

    checks: tuple[str, ...]
    vandaag: date
    regio: str

    def __call__(self, tekst: str) -> Stand:
        """Look at *tekst*, also when it is half."""
        if MOMENT in self.checks:
            return (_moment_in_woorden(tekst, self),)
        if SMART in self.checks:
            letters: dict[str, bool | None] = _actie(tekst, self).letters
            return tuple(letters.items())
        from intervisie_cli.checks.vraag.ontleding import OPEN, ontleed

        soort = ontleed(tekst).soort
        return ((soort, soort == OPEN),)


def meekijker(deel: Veld, context: Context) -> Meekijker | None:
    """Who looks along while *deel* is typed; None when it has no checks."""
    return Meekijker(deel.checks, *_dag_en_regio(context)) if deel.checks else None


def _dag_en_regio(context: Context) -> tuple[date, str]:
    return context.vandaag, context.groep.instellingen.regio


def vragen(
    deel: Veld, sleutel: str, context: Context, antwoorden: Gegeven, teller: str = ""
) -> Iterator[Vraag]:
    """Yield what the coach asks about the text at *sleutel*, until its choice is made."""
    tekst, kijkt = antwoorden.get(sleutel), meekijker(deel, context)
    if not kijkt or not isinstance(tekst, str) or not tekst or f"{sleutel}/{COACH}" in antwoorden:
        return
    basis = f"{sleutel}/{COACH}"
    if SMART in deel.checks:
        yield from _letters(basis, tekst, kijkt, antwoorden, teller)
    voorstel, reden = _voorstel(deel, sleutel, kijkt, antwoorden)
    if not voorstel or voorstel == tekst:
        return
    keuzes = (
        Keuze(OVERNEMEN, "Neem dit over"),
        Keuze(AANPASSEN, "Pas het aan"),
        Keuze(LATEN, f"Laat mijn {'zin' if SMART in deel.checks else 'vraag'} staan"),
    )
    yield Vraag(
        f"{basis}/keuze", "keuze", "Wat wil je?",
        teller=teller, kop=f"{reden}\n{voorstel}", keuzes=keuzes, standaard=OVERNEMEN,
    )  # fmt: skip
    if antwoorden.get(f"{basis}/keuze") == AANPASSEN:
        yield Vraag(
            f"{basis}/tekst", "tekst", "Hoe wil je het zeggen?",
            teller=teller, standaard=voorstel, verplicht=True, kijk_mee=kijkt,
        )  # fmt: skip


def _letters(
    basis: str, tekst: str, kijkt: Meekijker, antwoorden: Gegeven, teller: str
) -> Iterator[Vraag]:
    """One question for each letter that is missing; who says what is done may say the rest along with it."""
    for letter, vraag in _VRAGEN.items():
        if (
            f"{basis}/{letter}" in antwoorden
            or dict(kijkt(_zin(basis, tekst, antwoorden))).get(letter) is False
        ):
            mee = (
                kijkt._replace(checks=(MOMENT,))
                if letter == "T"
                else kijkt
                if letter == "S"
                else None
            )
            yield Vraag(f"{basis}/{letter}", "tekst", vraag, teller=teller, kop=tekst, kijk_mee=mee)


def _zin(basis: str, tekst: str, antwoorden: Gegeven) -> str:
    """The sentence as far as it is mended: what was answered on S stands in its place."""
    return str(antwoorden.get(f"{basis}/S") or tekst)


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
    voorstel, _ = _voorstel(
        deel, tekst_sleutel, Meekijker(deel.checks, *_dag_en_regio(context)), antwoorden
    )
    gekozen = {OVERNEMEN: voorstel, AANPASSEN: antwoorden.get(f"{basis}/tekst")}.get(keuze)
    _vul_velden(tekst_sleutel, context, antwoorden)
    for vraag in gesteld:
        antwoorden.pop(vraag.sleutel, None)
    antwoorden[tekst_sleutel] = gekozen or antwoorden[tekst_sleutel]
    antwoorden[basis] = keuze


def heropen(sleutel: str, context: Context, antwoorden: Antwoorden) -> None:
    """Forget what hangs on the answer at *sleutel*: the coach looks anew at a text that is typed again.

    A field that the sentence says already is asked all the same when somebody wants it back.
    """
    basis, is_coach, _ = sleutel.partition(f"/{COACH}/")
    deel = _deel(basis, context)
    if deel and deel.letter:
        antwoorden[f"{sleutel}/{TERUG}"] = True
    for ander in [
        s for s in antwoorden if s == f"{sleutel}/{COACH}" or s.startswith(f"{sleutel}/{COACH}/")
    ]:
        del antwoorden[ander]
    if is_coach:
        for ander in ("keuze", "tekst"):
            if sleutel != f"{basis}/{COACH}/{ander}":
                antwoorden.pop(f"{basis}/{COACH}/{ander}", None)


def is_gezegd(deel: Veld, veld: Veld, basis: str, context: Context, antwoorden: Gegeven) -> bool:
    """Whether the sentence of the item says already what *deel* asks, or the coach asked it."""
    zin = next((ander for ander in veld.onderdelen if SMART in ander.checks), None)
    if (
        not (deel.letter and zin)
        or f"{basis}/{deel.naam}" in antwoorden
        or f"{basis}/{deel.naam}/{TERUG}" in antwoorden
    ):
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
    stukken = [
        lezing.zin.stuk(v.van, v.tot) for v in tijd.vondsten if tijd.ritme and (v.ritme or v.klok)
    ]
    ritme = " ".join(tekst[van:tot] for van, tot in stukken)
    return (tijd.tot.isoformat() if tijd.tot else ""), ritme


def _moment_in_woorden(tekst: str, kijkt: Meekijker) -> tuple[str, bool | None]:
    """The day that an answer means, to see whether it was understood."""
    tijd = _actie(tekst, kijkt).ontleding.tijd
    if tijd.tot:
        return f"{_DAGEN[tijd.tot.weekday()]} {tijd.tot:%d-%m-%Y} ", True
    return "vast moment " if tijd.ritme else "moment ", tijd.heeft_moment


def _vul_velden(sleutel: str, context: Context, antwoorden: Antwoorden) -> None:
    """Put the answers on M and T where the item keeps them."""
    veld, basis = context.stap.veld(sleutel.split("/", maxsplit=1)[0]), sleutel.rsplit("/", 1)[0]
    kijkt = Meekijker((SMART,), *_dag_en_regio(context))
    for deel in veld.onderdelen if veld else ():
        gegeven = (
            str(antwoorden.get(f"{sleutel}/{COACH}/{deel.letter}") or "") if deel.letter else ""
        )
        if gegeven and deel.letter == "T":
            tot, ritme = _moment(gegeven, kijkt)
            # A moment without a day ('na de vakantie') is kept as it was typed.
            gegeven = tot if deel.soort == "datum" else ritme or ("" if tot else gegeven)
        if gegeven:
            antwoorden[f"{basis}/{deel.naam}"] = gegeven


def _voorstel(deel: Veld, sleutel: str, kijkt: Meekijker, antwoorden: Gegeven) -> tuple[str, str]:
    """What to offer instead of the text at *sleutel*, and how to introduce it; two times '' when there is nothing."""
    tekst = str(antwoorden[sleutel])
    if SMART not in deel.checks:
        return _open_vraag(tekst, kijkt)
    gegeven = {
        letter: str(antwoorden.get(f"{sleutel}/{COACH}/{letter}") or "") for letter in _VRAGEN
    }
    if not any(gegeven.values()):
        return "", ""
    zin = _zin(f"{sleutel}/{COACH}", tekst, antwoorden).strip().rstrip(".!")
    for letter in ("T", "M"):
        extra = gegeven[letter].strip().rstrip(".!")
        is_kort = letter == "T" or (
            len(extra) <= _KORT and _actie(extra, kijkt).ontleding.heeft_maat
        )
        if extra and is_kort and dict(kijkt(zin)).get(letter) is False:
            zin = f"{zin}, {extra[0].lower()}{extra[1:]}"
    zin = f"{zin[0].upper()}{zin[1:]}"
    is_heel = False not in dict(kijkt(zin)).values()
    return zin, "Zo staat alles erin:" if is_heel else "Zo staat er meer in:"


def _open_vraag(tekst: str, kijkt: Meekijker) -> tuple[str, str]:
    """An open question in place of *tekst*, and why."""
    if all(is_er for _, is_er in kijkt(tekst)):
        return "", ""
    from intervisie_cli.checks.oordeel import beoordeel_vraag
    from intervisie_cli.checks.vraag.alternatief import alternatief
    from intervisie_cli.model.bevinding import FOUT

    bericht = next((b.bericht for b in beoordeel_vraag(tekst).bevindingen if b.ernst == FOUT), "")
    return alternatief(tekst), f"{bericht} Open kan ook:".strip()
