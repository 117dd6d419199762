"""Reads one field of a draaiboek, and notes each key that is wrong or would do nothing."""

import re
from typing import Any

from intervisie_cli.model.casus import STIL
from intervisie_cli.model.draaiboek import (
    BRONNEN,
    CHECKS,
    EIGEN,
    ID,
    LETTERS,
    LID,
    NIEUWE_LEDEN,
    NOTULEN,
    PER_LID,
    STANDAARDEN,
    WIE,
    Lijstvorm,
    Veld,
    Voorwaarde,
)
from intervisie_cli.model.plain import Item, items_in
from intervisie_cli.model.sleutel import NOG
from intervisie_cli.records.lezer import Lezer
from intervisie_cli.records.onderdelen import check_onderdelen
from intervisie_cli.vragen.script import DOEN
from intervisie_cli.vragen.soorten.enkel import ENKEL
from intervisie_cli.vragen.soorten.lijst import Lijst
from intervisie_cli.vragen.soorten.register import SOORTEN
from intervisie_cli.vragen.vak import onbekend

# Names that the program uses itself beside the fields of a step, and beside the parts of an item.
_EIGEN_IN_STAP = frozenset([*EIGEN, NOTULEN, DOEN, STIL])
_EIGEN_IN_ITEM = frozenset([ID, LID, NOG, STIL])
# Keys that every kind can have. Which of the others goes with which kind, each kind says itself:
# see `Soort.sleutels`.
_ALTIJD = frozenset(
    [
        "naam",
        "soort",
        "vraag",
        "hulp",
        "wie",
        "verplicht",
        "alleen_als",
        "bij",
        "op_verzoek",
    ]
)
# The other keys, in the order in which they are named when they do not belong.
_NIET_ALTIJD = (
    "keuzes",
    "minstens",
    "hoogstens",
    "precies",
    "bron",
    "volgorde",
    "unaniem",
    "onderdelen",
    "opnieuw_bij_nee",
    "in_een_keer",
    "om_twijfel",
    "reactie",
    "om_en_om",
    "uit",
    "standaard",
    "checks",
    "letter",
)
_NIET_IN_ITEM = (
    *(naam for naam in _NIET_ALTIJD if naam in Lijst.van_stap),
    "op_verzoek",
)
# What only a part of an item can do.
_ALLEEN_IN_ITEM = ("in_een_keer", "om_twijfel")
# A name is a word in the key of an answer: with a / in it that key could mean two things.
_NAAM = re.compile(r"[a-z][a-z0-9_]*")
_LIJST, _ROL = "lijst", "rol"
# The keys with which a field names another.
_VERWIJST = ("alleen_als", "opnieuw_bij_nee")


def bekende(delen: list[Lezer]) -> list[Lezer]:
    """The fields of *delen* that this program can ask; the others are noted and passed over.

    Those are of a kind that it does not know, or hang on such a field.
    """
    kan: list[Lezer] = []
    weg: list[Any] = []
    for deel in delen:
        verwijst = [deel.waarde[naam] for naam in _VERWIJST if naam in deel.waarde]
        hangt = any(naam in weg for naam in verwijst)
        if _is_bekend(deel, deel.waarde) and not hangt:
            kan.append(deel)
        else:
            weg.append(deel.waarde.get("naam"))
    return kan


def _is_bekend(lezer: Lezer, waarde: Item, *pad: str | int) -> bool:
    """Whether a field can be asked, by its kind; *pad* leads to its definition *waarde*."""
    soort = waarde.get("soort")
    # What is no name at all is a fault, that `read_veld` notes.
    if isinstance(soort, str) and soort and soort not in SOORTEN:
        lezer.opmerking(onbekend("deze soort", soort, list(SOORTEN)), *pad, "soort")
        return False
    # The first part holds the text of an item: without it there is no list.
    eerste = items_in(waarde.get("onderdelen"))[:1]
    return all(_is_bekend(lezer, deel, *pad, "onderdelen", 0) for deel in eerste)


def read_veld(lezer: Lezer) -> Veld:
    """Read a field, or a part of a list; what is wrong is noted.

    What is noted was read as if it were not there: a draaiboek with a fault is used for nothing.
    """
    is_deel = "onderdelen" in lezer.pad
    lezer.onbekende_sleutels({*_ALTIJD, *_NIET_ALTIJD})
    naam = _naam(lezer, is_deel=is_deel)
    soort = lezer.tekst("soort", nodig=True)
    _check_sleutels(lezer, soort, is_deel=is_deel)
    delen = bekende(lezer.delen("onderdelen", nodig=soort == _LIJST))
    onderdelen = _onderdelen(lezer, soort, delen, is_deel=is_deel)
    check_onderdelen(lezer, delen, onderdelen)
    keuzes = lezer.teksten("keuzes")
    is_vast = False
    if soort in SOORTEN:
        SOORTEN[soort].check_definition(lezer.waarde, lezer.fout)
        is_vast = SOORTEN[soort].is_vast
    lijst = _lijstvorm(lezer, soort)
    return Veld(
        naam=naam,
        soort=soort,
        vraag=lezer.tekst("vraag", nodig=not is_vast),
        hulp=lezer.tekst("hulp"),
        wie=lezer.tekst("wie", uit=WIE),
        verplicht=lezer.ja("verplicht"),
        keuzes=keuzes,
        standaard=lezer.tekst("standaard", uit=STANDAARDEN),
        als=_voorwaarde(lezer, is_deel=is_deel),
        opnieuw_bij_nee=lezer.tekst("opnieuw_bij_nee"),
        op_verzoek=lezer.ja("op_verzoek"),
        in_een_keer=lezer.ja("in_een_keer"),
        om_twijfel=lezer.ja("om_twijfel"),
        reactie=lezer.tekst("reactie"),
        checks=lezer.teksten("checks", uit=CHECKS),
        letter=lezer.tekst("letter", uit=LETTERS),
        onderdelen=onderdelen,
        lijst=lijst,
    )


def _naam(lezer: Lezer, *, is_deel: bool) -> str:
    naam = lezer.tekst("naam", nodig=True)
    eigen = _EIGEN_IN_ITEM if is_deel else _EIGEN_IN_STAP
    if naam in eigen:
        lezer.fout("deze naam gebruikt het programma zelf", "naam")
    elif "naam" in lezer.waarde and not _NAAM.fullmatch(naam):
        lezer.fout("een naam bestaat uit kleine letters, cijfers en _", "naam")
    return naam


def _check_sleutels(lezer: Lezer, soort: str, *, is_deel: bool) -> None:
    """Name each key that would do nothing here."""
    for sleutel in _NIET_ALTIJD:
        if sleutel not in lezer.waarde:
            continue
        kan_bij = [naam for naam, kind in SOORTEN.items() if sleutel in kind.sleutels]
        if soort not in kan_bij:
            lezer.fout(f"hoort alleen bij soort {' of '.join(kan_bij)}", sleutel)
    if "bij" in lezer.waarde and not is_deel:
        lezer.fout("kan alleen binnen een lijst", "bij")
    hier_niet: tuple[str, ...]
    if is_deel:
        hier_niet, plaats = _NIET_IN_ITEM, "niet"
    elif soort == _ROL:
        hier_niet, plaats = _ALLEEN_IN_ITEM, "alleen"
    else:
        hier_niet, plaats = (*_ALLEEN_IN_ITEM, "reactie"), "alleen"
    for sleutel in hier_niet:
        if sleutel in lezer.waarde:
            lezer.fout(f"kan {plaats} binnen een lijst", sleutel)
    wie = lezer.waarde.get("wie")
    kan_per_lid = soort in SOORTEN and SOORTEN[soort].kan_per_lid
    if wie in PER_LID and not kan_per_lid:
        lezer.fout("kan alleen bij soort leden of lijst", "wie")


def _onderdelen(
    lezer: Lezer,
    soort: str,
    delen: list[Lezer],
    *,
    is_deel: bool,
) -> tuple[Veld, ...]:
    onderdelen = tuple(read_veld(deel) for deel in delen)
    namen = [deel.naam for deel in onderdelen]
    for plaats, naam in enumerate(namen):
        if naam in namen[:plaats]:
            delen[plaats].fout("deze naam is al gebruikt", "naam")
    if is_deel:
        _check_in_lijst(lezer, soort, onderdelen)
    return onderdelen


def _check_in_lijst(lezer: Lezer, soort: str, onderdelen: tuple[Veld, ...]) -> None:
    """Note what a part cannot be: it is one value, or a list with one value of each member."""
    if soort in SOORTEN and soort not in ENKEL and soort != _LIJST:
        lezer.fout("kan niet binnen een lijst", "soort")
    if soort == _LIJST:
        if len(onderdelen) != 1:
            lezer.fout("een lijst binnen een lijst heeft één onderdeel", "onderdelen")
        if lezer.waarde.get("wie") not in PER_LID:
            lezer.fout(f"kan hier alleen zijn: {', '.join(PER_LID)}", "wie")


def _voorwaarde(lezer: Lezer, *, is_deel: bool) -> Voorwaarde:
    """When it is asked. The key `alleen_als` means something else in a part than in a field."""
    alleen_als = lezer.tekst("alleen_als")
    na_keuze = lezer.teksten("bij")
    if is_deel:
        return Voorwaarde(actie_is=alleen_als, na_keuze=na_keuze)
    if alleen_als == NIEUWE_LEDEN:
        return Voorwaarde(als_nieuw=True, na_keuze=na_keuze)
    return Voorwaarde(na_ja=alleen_als, na_keuze=na_keuze)


def _lijstvorm(lezer: Lezer, soort: str) -> Lijstvorm:
    # An exact number is both the least and the most, unless those are named too.
    precies = lezer.getal("precies", None)
    minstens = lezer.getal("minstens", precies) or 0
    # A list that is owed has an item at least.
    if soort == _LIJST and lezer.waarde.get("verplicht") is True:
        minstens = max(minstens, 1)
    hoogstens = lezer.getal("hoogstens", precies)
    if hoogstens is not None and hoogstens < minstens:
        lezer.fout("is minder dan minstens", "hoogstens")
    return Lijstvorm(
        minstens=minstens,
        hoogstens=hoogstens,
        unaniem=lezer.ja("unaniem"),
        bron=lezer.tekst("bron", uit=tuple(BRONNEN)),
        volgorde=lezer.tekst("volgorde", uit=("inbrenger",)),
        om_en_om=lezer.ja("om_en_om"),
        uit=lezer.tekst("uit"),
    )
