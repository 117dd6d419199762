"""The questions of a step, in order, as far as the answers so far decide them.

The script is a pure function of draaiboek, context and answers. So going back is forgetting an answer,
resuming is asking for the first question without one, and reviewing is showing them all.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from intervisie_cli.model.context import HULPVRAAG, KEREN, Context
from intervisie_cli.model.draaiboek import ACTIE, EENMALIG, NIEUWE_LEDEN, RITME, Veld
from intervisie_cli.model.verslag import had_gekund
from intervisie_cli.model.vraag import JA_NEE, Keuze, Vraag
from intervisie_cli.vragen import coach

# Stands where a handle would, for what is asked of the group; no handle looks like it.
GROEP = "-"
DOEN, REDEN, NOTULEN = "doen", "reden", "notulen"

Antwoord = Mapping[str, Any]


def vragen(context: Context, antwoorden: Antwoord, notulen: str = "") -> Iterator[Vraag]:
    """Yield the questions up to and including the first that *antwoorden* leaves open, and no further.

    *notulen* is the text that the notulen start from.
    """
    for vraag in _alle(context, antwoorden, notulen):
        yield vraag
        if vraag.sleutel not in antwoorden:
            return


def _alle(context: Context, antwoorden: Antwoord, notulen: str) -> Iterator[Vraag]:
    if context.als:
        for veld in context.stap.velden:
            yield from _veld(veld, context, antwoorden)
        return
    if context.stap.optioneel:
        yield Vraag(DOEN, "ja-nee", "Doen jullie deze stap?", keuzes=JA_NEE, standaard=True)
        if antwoorden.get(DOEN) is False:
            yield Vraag(REDEN, "tekst", "Waarom slaan jullie deze stap over?", verplicht=True)
            return
    for veld in context.stap.velden:
        yield from _veld(veld, context, antwoorden)
    yield Vraag(NOTULEN, "lang", "Wil je nog iets kwijt in de notulen?", standaard=notulen or None)


def is_gevraagd(veld: Veld, context: Context, antwoorden: Antwoord) -> bool:
    """Whether the conditions of *veld* hold."""
    if veld.soort == "inbrenger" or (veld.bron and not context.bron(veld)):
        return False
    if veld.soort == ACTIE and not context.open_acties:
        return False
    if veld.alleen_als == NIEUWE_LEDEN:
        return context.zijn_nieuw
    return not veld.alleen_als or antwoorden.get(veld.alleen_als) is True


def _veld(veld: Veld, context: Context, antwoorden: Antwoord) -> Iterator[Vraag]:
    if not is_gevraagd(veld, context, antwoorden):
        return
    if veld.soort == "leden":
        for handle in context.gevraagd(veld):
            naam = context.groep.roepnaam(handle)
            yield Vraag(
                f"{veld.naam}/{handle}", "ja-nee", veld.vraag, aan=naam, hulp=veld.hulp, keuzes=JA_NEE,
                kop=str(antwoorden.get(veld.opnieuw_bij_nee, "")), standaard=True,
                bij_nee=(veld.opnieuw_bij_nee, veld.naam) if veld.opnieuw_bij_nee else (),
            )  # fmt: skip
    elif veld.soort == "lijst" and veld.bron:
        yield from _uit_bron(veld, context, antwoorden) if context.is_van(veld) else ()
    elif veld.soort == "lijst":
        yield from _lijst(veld, context, antwoorden)
    elif context.is_van(veld):
        vraag = _enkel(veld, veld.naam, context, context.spreker(veld))
        if veld.standaard == ACTIE:
            vraag = vraag._replace(standaard=_carried(context, antwoorden) or None)
        if veld.standaard in antwoorden:
            # What was answered in this very step goes before what came earlier.
            vraag = vraag._replace(standaard=antwoorden[veld.standaard])
        yield vraag._replace(kijk_mee=coach.meekijker(veld, context))
        yield from coach.vragen(veld, veld.naam, context, antwoorden)


def _carried(context: Context, antwoorden: Antwoord) -> str:
    """The hulpvraag of the actie that this one goes on with, as it was worded last; '' when it goes on with none."""
    gekozen = [antwoorden.get(veld.naam) for veld in context.stap.velden if veld.soort == ACTIE]
    return next(
        (str(actie.get(HULPVRAAG, "")) for actie in context.open_acties if actie["id"] in gekozen),
        "",
    )


def _enkel(veld: Veld, sleutel: str, context: Context, aan: str, **extra: Any) -> Vraag:
    keuzes: tuple[Keuze, ...] = ()
    standaard = context.standaard(veld)
    if veld.soort == "ja-nee":
        keuzes = JA_NEE
        # Parts of an item (agreed, feasible) are mostly a yes; wishes of the group (recording) mostly not.
        standaard = "/" in sleutel
    elif veld.soort == "keuze":
        keuzes = tuple(Keuze(waarde, waarde.capitalize()) for waarde in veld.keuzes)
    elif veld.soort == ACTIE:
        acties = (Keuze(actie["id"], str(actie["actie"])) for actie in context.open_acties)
        keuzes, standaard = (Keuze("", "Nee, iets anders"), *acties), ""
    elif veld.soort == "lid":
        keuzes = tuple(Keuze(lid, context.groep.roepnaam(lid)) for lid in context.sessie.deelnemers)
    return Vraag(
        sleutel, veld.soort, veld.vraag, aan=aan, hulp=veld.hulp, keuzes=keuzes, standaard=standaard,
        verplicht=veld.verplicht, **extra,
    )  # fmt: skip


def _uit_bron(veld: Veld, context: Context, antwoorden: Antwoord) -> Iterator[Vraag]:
    eerste, *rest = veld.onderdelen
    for item in context.bron(veld):
        gekozen = None
        for deel in rest:
            keren = item.get(KEREN)
            is_soort = {RITME: bool(keren), EENMALIG: keren is None}.get(deel.alleen_als, True)
            if not is_soort or (deel.bij and gekozen not in deel.bij):
                continue
            vraag = _enkel(
                deel,
                f"{veld.naam}/{item['id']}/{deel.naam}",
                context,
                "",
                kop=str(item[eerste.naam]),
            )
            if deel.alleen_als == RITME and keren:
                vraag = vraag._replace(hulp=f"{had_gekund(keren)} {vraag.hulp}".strip())
            # How it stood is where it begins.
            yield (
                vraag._replace(standaard=item[deel.naam])
                if item.get(deel.naam) in deel.keuzes
                else vraag
            )
            gekozen = antwoorden.get(vraag.sleutel) if deel.keuzes else gekozen


def items(veld: Veld, context: Context, antwoorden: Antwoord) -> list[str]:
    """The keys of the items that are there, such as `vragen/kim/0`, in the order in which they are handled."""
    if veld.bron:
        return [f"{veld.naam}/{item['id']}" for item in context.bron(veld)]
    sleutels = []
    for handle in context.wie(veld) or (GROEP,):
        nummer = 0
        while f"{veld.naam}/{handle}/{nummer}/{veld.enkelvoud}" in antwoorden and _gaat_door(
            veld, handle, nummer, antwoorden
        ):
            sleutels.append(f"{veld.naam}/{handle}/{nummer}")
            nummer += 1
    gekozen = antwoorden.get(f"{veld.naam}/volgorde") or []
    return [sleutel for sleutel in gekozen if sleutel in sleutels] + [
        s for s in sleutels if s not in gekozen
    ]


def _gaat_door(veld: Veld, handle: str, nummer: int, antwoorden: Antwoord) -> bool:
    return nummer < veld.minstens or antwoorden.get(f"{veld.naam}/{handle}/{nummer}/nog") is True


def _lijst(veld: Veld, context: Context, antwoorden: Antwoord) -> Iterator[Vraag]:
    for handle in context.gevraagd(veld) if context.als or context.wie(veld) else (GROEP,):
        yield from _items_van(veld, handle, context, antwoorden)
    sleutels = items(veld, context, antwoorden)
    if veld.volgorde and len(sleutels) > 1 and not context.als:
        keuzes = tuple(Keuze(s, _kop(veld, s, context, antwoorden)) for s in sleutels)
        aan = context.groep.roepnaam(context.inbrenger) if context.inbrenger else ""
        yield Vraag(
            f"{veld.naam}/volgorde", "volgorde", "In welke volgorde wil je ze behandelen?",
            aan=aan, keuzes=keuzes, standaard=sleutels,
        )  # fmt: skip
    for sleutel in sleutels:
        kop = _kop(veld, sleutel, context, antwoorden)
        for deel in veld.achteraf:
            if deel.soort == "lijst":
                yield from _per_lid(deel, f"{sleutel}/{deel.naam}", context, kop)
            elif context.is_van(deel):
                yield _enkel(
                    deel, f"{sleutel}/{deel.naam}", context, context.spreker(deel), kop=kop
                )


def _items_van(veld: Veld, handle: str, context: Context, antwoorden: Antwoord) -> Iterator[Vraag]:
    naam = context.groep.roepnaam(handle) if handle != GROEP else ""
    nummer = 0
    while veld.hoogstens is None or nummer < veld.hoogstens:
        basis = f"{veld.naam}/{handle}/{nummer}"
        if nummer >= veld.minstens:
            tekst = f"{'Nog een' if nummer else 'Een'} {veld.enkelvoud} toevoegen?"
            yield Vraag(f"{basis}/nog", "ja-nee", tekst, aan=naam, keuzes=JA_NEE, standaard=False)
            if antwoorden.get(f"{basis}/nog") is not True:
                return
        teller = _teller(veld, naam, nummer)
        eerste = True
        for deel in veld.meteen:
            if coach.is_gezegd(deel, veld, basis, context, antwoorden):
                continue
            vraag = _enkel(
                deel,
                f"{basis}/{deel.naam}",
                context,
                naam,
                teller=teller,
                kijk_mee=coach.meekijker(deel, context),
            )
            if veld.unaniem:
                # Consent is given, not taken: nothing is proposed, and one no decides.
                vraag = vraag._replace(standaard=False, uit_bij_nee=veld.alleen_als)
            if eerste and not deel.hulp:
                vraag = vraag._replace(hulp=veld.hulp)
            eerste = False
            yield vraag
            yield from coach.vragen(deel, vraag.sleutel, context, antwoorden, teller)
        nummer += 1


def _teller(veld: Veld, naam: str, nummer: int) -> str:
    van = f" van {veld.minstens}" if nummer < veld.minstens and veld.minstens > 1 else ""
    wie = f"{naam}, " if naam else ""
    teller = f"{wie}{veld.enkelvoud} {nummer + 1}{van}"
    return teller[0].upper() + teller[1:] if veld.hoogstens != 1 else ""


def _kop(veld: Veld, sleutel: str, context: Context, antwoorden: Antwoord) -> str:
    """The text of an item, with who gave it: 'Kim: Wat …?'."""
    handle = sleutel.split("/")[1]
    tekst = str(antwoorden.get(f"{sleutel}/{veld.enkelvoud}", ""))
    return f"{context.groep.roepnaam(handle)}: {tekst}" if handle != GROEP else tekst


def _per_lid(veld: Veld, basis: str, context: Context, kop: str) -> Iterator[Vraag]:
    deel = veld.onderdelen[0]
    for handle in context.gevraagd(veld):
        yield _enkel(deel, f"{basis}/{handle}", context, context.groep.roepnaam(handle), kop=kop)
