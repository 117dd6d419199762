"""One finding: what is wrong, its rule and place when asked, carets below the words, what helps."""

from collections.abc import Iterator

from intervisie_cli.model.bevinding import FOUT, LET_OP, Bevinding, Resultaat
from intervisie_cli.ui.console import Console, breedte_van, wrap
from intervisie_cli.ui.veilig import veilig

KLEUR = {FOUT: "rood", LET_OP: "geel"}
KLEUR_VAN_HINT = "blauw"
# It stands where a line was cut.
_MEER = "…"
# The margin in which `|` and `=` stand.
_MARGE = 4
# Less than this shows too little of a sentence to recognise it, however narrow the terminal is.
_SMALST = 12


def hulp_bij(resultaat: Resultaat) -> str:
    """What would mend it; of what was silenced why it need not be."""
    if not resultaat.is_stil:
        return resultaat.bevinding.hulp
    reden = resultaat.reden
    # The coach writes a reason that says so itself.
    if reden.casefold().startswith("bewust"):
        return f"{reden[0].upper()}{reden[1:]}."
    return f"Bewust zo gelaten: {reden}"


def regels(
    uit: Console,
    gevonden: Bevinding,
    tekst: str,
    herkomst: str = "",
) -> Iterator[str]:
    """The lines of one finding about *tekst*; *herkomst* names its rule and its place."""
    yield from uit.opgemaakt(gevonden.bericht, kop=f"{gevonden.ernst}: ")
    if herkomst:
        yield uit.stijl(f"  {herkomst}", "dof")
    # A finding about a file or a setting has no words to point at.
    if tekst:
        yield from _onderstreept(uit, gevonden, tekst)
    if gevonden.hulp:
        yield from _hulp(uit, gevonden.hulp)


def _onderstreept(uit: Console, gevonden: Bevinding, tekst: str) -> Iterator[str]:
    ruimte = uit.breedte - _MARGE
    zin, strepen = uitsnede(tekst, gevonden.van, gevonden.tot, ruimte)
    kleur = KLEUR.get(gevonden.ernst, KLEUR_VAN_HINT)
    kant = uit.stijl("|", "dof")
    yield f"  {kant} {zin}"
    yield f"  {kant} {uit.stijl(strepen, kleur)}"


def _hulp(uit: Console, hulp: str) -> Iterator[str]:
    teken = "="
    for regel in wrap(veilig(hulp), uit.breedte - _MARGE):
        yield uit.stijl(f"  {teken} {regel}", "groen")
        teken = " "


def uitsnede(
    tekst: str,
    van: int,
    tot: int,
    breedte: int,
) -> tuple[str, str]:
    """The line of *tekst* that holds the words from *van* to *tot*, and carets to go below it.

    A line that is wider than *breedte* columns is cut at both ends, so that the words stay in view.
    """
    voor, woorden, na = _verdeel(tekst, van, tot)
    breedte = max(breedte, _SMALST)
    if breedte_van(woorden) > breedte:
        woorden = _begin(woorden, breedte - 1) + _MEER
        voor = na = ""
    voor, na = _kort_in(voor, na, breedte - breedte_van(woorden))
    # Something that is missing has no words of its own: one caret shows where it would stand.
    strepen = "^" * max(1, breedte_van(woorden))
    return f"{voor}{woorden}{na}", " " * breedte_van(voor) + strepen


def _verdeel(
    tekst: str,
    van: int,
    tot: int,
) -> tuple[str, str, str]:
    """What stands before the words, the words and what stands behind, all on one line and safe."""
    begin = tekst.rfind("\n", 0, van) + 1
    eind = tekst.find("\n", van)
    if eind < 0:
        eind = len(tekst)
    regel = tekst[begin:eind]
    eerste = van - begin
    # Words that run on to a next line are shown as far as this one goes.
    laatste = max(tot - begin, eerste)
    voor = veilig(regel[:eerste])
    woorden = veilig(regel[eerste:laatste])
    na = veilig(regel[laatste:])
    return voor, woorden, na


def _kort_in(voor: str, na: str, ruimte: int) -> tuple[str, str]:
    """Cut what stands around the words to *ruimte* columns: half each, unless one needs less."""
    breed_voor, breed_na = breedte_van(voor), breedte_van(na)
    if breed_voor + breed_na <= ruimte:
        return voor, na
    links = max(ruimte // 2, ruimte - breed_na)
    if breed_voor > links:
        voor = _slot(voor, links)
    rechts = ruimte - breedte_van(voor)
    if breed_na > rechts:
        na = _aanloop(na, rechts)
    return voor, na


def _slot(tekst: str, breedte: int) -> str:
    """The end of *tekst* behind an ellipsis; '' when nothing would fit behind that."""
    if breedte <= 1:
        return ""
    begin = 0
    while breedte_van(tekst[begin:]) > breedte - 1:
        begin += 1
    return _MEER + tekst[begin:]


def _aanloop(tekst: str, breedte: int) -> str:
    """The beginning of *tekst* and an ellipsis; '' when nothing would fit before that."""
    if breedte <= 1:
        return ""
    return _begin(tekst, breedte - 1) + _MEER


def _begin(tekst: str, breedte: int) -> str:
    lengte = len(tekst)
    while breedte_van(tekst[:lengte]) > breedte:
        lengte -= 1
    return tekst[:lengte]
