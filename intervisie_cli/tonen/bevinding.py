"""Findings for people: the sentence, a line of carets below the words, the reason, what would mend it."""

from collections.abc import Iterator

from intervisie_cli.model.bevinding import FOUT, LET_OP, Bevinding
from intervisie_cli.ui.console import Console, breedte_van, wrap
from intervisie_cli.ui.veilig import veilig

_KLEUR = {FOUT: "rood", LET_OP: "geel"}
_MEER = "…"


def regels(console: Console, gevonden: Bevinding, tekst: str, waar: str = "") -> Iterator[str]:
    """The lines of one finding about *tekst*; *waar* names its place."""
    kleur = _KLEUR.get(gevonden.ernst, "blauw")
    yield from console.opgemaakt(gevonden.bericht, kop=f"{gevonden.ernst}: ")
    yield console.stijl(f"  {gevonden.regel}" + (f" · {waar}" if waar else ""), "dof")
    if tekst:
        zin, strepen = uitsnede(tekst, gevonden.van, gevonden.tot, console.breedte - 4)
        yield f"  {console.stijl('|', 'dof')} {zin}"
        yield f"  {console.stijl('|', 'dof')} {console.stijl(strepen, kleur)}"
    if gevonden.hulp:
        for nummer, regel in enumerate(wrap(veilig(gevonden.hulp), console.breedte - 4)):
            yield console.stijl(f"  {'=' if nummer == 0 else ' '} {regel}", "groen")


def uitsnede(tekst: str, van: int, tot: int, breedte: int) -> tuple[str, str]:
    """The line of *tekst* with the words from *van* to *tot*, cut to *breedte* columns around them; carets below."""
    begin = tekst.rfind("\n", 0, van) + 1
    eind = tekst.find("\n", van)
    regel = tekst[begin : len(tekst) if eind < 0 else eind]
    voor, woorden, na = (
        regel[: van - begin],
        regel[van - begin : max(tot - begin, van - begin)],
        regel[max(tot - begin, van - begin) :],
    )
    voor, woorden, na = (veilig(deel) for deel in (voor, woorden, na))
    breedte = max(breedte, 12)
    if breedte_van(woorden) > breedte:
        woorden, na, voor = f"{_begin(woorden, breedte - 1)}{_MEER}", "", ""
    ruimte = breedte - breedte_van(woorden)
    if breedte_van(voor) + breedte_van(na) > ruimte:
        links = min(breedte_van(voor), max(ruimte // 2, ruimte - breedte_van(na)))
        if breedte_van(voor) > links:
            voor = _MEER + _einde(voor, links - 1) if links > 1 else ""
        rechts = ruimte - breedte_van(voor)
        if breedte_van(na) > rechts:
            na = _begin(na, rechts - 1) + _MEER if rechts > 1 else ""
    return f"{voor}{woorden}{na}", " " * breedte_van(voor) + "^" * max(1, breedte_van(woorden))


def _begin(tekst: str, breedte: int) -> str:
    lengte = len(tekst)
    while breedte_van(tekst[:lengte]) > breedte:
        lengte -= 1
    return tekst[:lengte]


def _einde(tekst: str, breedte: int) -> str:
    begin = 0
    while breedte_van(tekst[begin:]) > breedte:
        begin += 1
    return tekst[begin:]
