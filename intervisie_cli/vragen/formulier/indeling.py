"""Splits a text in the lines of the form and the rest, which it leaves as it is."""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from intervisie_cli.model.draaiboek import Stap
from intervisie_cli.model.vraag import SCHRIJVEN
from intervisie_cli.vragen.formulier.labels import OUDE, Label, Labels, labels_of
from intervisie_cli.vragen.soorten.register import soort_van

# In front of a line: what follows is text, whatever it looks like.
LETTERLIJK = "\\"
# '- Label: value'; the dash may be another mark, or missing.
_KOP = re.compile(r"[ \t]*(?:[-*•+][ \t]*)?([^:\n]{1,120}?)[ \t]*:[ \t]*(.*)")
# 'Vraag', 'Past 2', 'Vraag van Kim', 'Haalbaar 2 van Kim'.
_LABEL = re.compile(r"(.+?)(?: (\d{1,3}))?(?: van (.+))?")
# A line that begins something of its own.
_GEMERKT = re.compile(r"[-*•+#>|]|<!--|\d+[.)]")
# A text without such a line holds no form.
_MET_KOP = re.compile(r"^[^:\n]{1,120}:", re.MULTILINE)


class Invoer(NamedTuple):
    """One value of the form: its label, which item and of whom, and the lines it stands on.

    *letterlijk*: the text is taken as it is, names before a colon too.
    """

    label: Label
    nummer: int
    naam: str
    tekst: str
    letterlijk: bool
    begin: int
    eind: int


class _Kop(NamedTuple):
    label: Label
    nummer: int
    naam: str
    tekst: str


def has_form(tekst: str) -> bool:
    """Whether *tekst* can hold lines of a form."""
    return _MET_KOP.search(tekst) is not None


def has_values(stap: Stap, tekst: str) -> bool:
    """Whether something stands behind a label in *tekst*."""
    if not has_form(tekst):
        return False
    gevonden = entries(tekst.split("\n"), labels_of(stap))
    return any(invoer.tekst for invoer in gevonden)


def entries(regels: Sequence[str], labels: Labels) -> Iterator[Invoer]:
    """Yield the values, in their order, also those that are empty."""
    begin = 0
    while begin < len(regels):
        kop = _kop(regels[begin], labels)
        eind = begin + 1
        if kop:
            eind = _end(kop, regels, labels, eind)
            yield _entry(kop, regels, begin, eind)
        begin = eind


def is_label(regel: str, labels: Labels) -> bool:
    """Whether a line would be read as one with a label."""
    return _kop(regel, labels) is not None


def empty_labels(stap: Stap, regels: Sequence[str], labels: Labels) -> set[int]:
    """The lines that only ask: labels without a value, of this form and of earlier ones."""
    leeg: set[int] = set()
    for invoer in entries(regels, labels):
        if not invoer.tekst:
            leeg.update(range(invoer.begin, invoer.eind))
    eigen = {regel.strip() for regel in stap.formulier.split("\n")} - {""}
    for nummer, regel in enumerate(regels):
        match = _KOP.fullmatch(regel)
        if not match or match[2]:
            continue
        is_bekend = _uniform(match[1]) in OUDE or regel.strip() in eigen
        if is_bekend and not is_indented(regels, nummer + 1):
            leeg.add(nummer)
    return leeg


def without(regels: Sequence[str], weg: Collection[int]) -> str:
    """The text without the lines *weg*; of the empty lines around them one stays."""
    over: list[str] = []
    is_gat = False
    for nummer, regel in enumerate(regels):
        if nummer in weg:
            is_gat = True
        elif regel.strip():
            is_gat = False
            over.append(regel)
        elif not is_gat or (over and over[-1].strip()):
            over.append(regel)
    tekst = "\n".join(over)
    if not weg or not tekst.strip():
        return tekst
    return tekst.rstrip("\n") + "\n"


def without_labels(stap: Stap, tekst: str) -> str:
    """The text without the lines that only ask."""
    if not has_form(tekst):
        return tekst
    regels = tekst.split("\n")
    weg = empty_labels(stap, regels, labels_of(stap))
    return without(regels, weg)


def is_indented(regels: Sequence[str], nummer: int) -> bool:
    """Whether there is a line *nummer* that goes on with the one above it."""
    return nummer < len(regels) and bool(re.match(r"[ \t]+\S", regels[nummer]))


def _kop(regel: str, labels: Labels) -> _Kop | None:
    match = _KOP.fullmatch(regel)
    if not match:
        return None
    woorden = _uniform(match[1])
    if woorden in labels.alle:
        return _Kop(labels.alle[woorden], 0, "", match[2])
    delen = _LABEL.fullmatch(woorden)
    if woorden in OUDE or not delen or delen[1] not in labels.alle:
        return None
    nummer = int(delen[2] or 0)
    label = labels.alle[delen[1]]
    naam = delen[3] or ""
    return _Kop(label, nummer, naam, match[2])


def _uniform(label: str) -> str:
    return " ".join(label.strip("*_ ").split()).casefold()


def _end(
    kop: _Kop,
    regels: Sequence[str],
    labels: Labels,
    eind: int,
) -> int:
    """Where a value ends: at a label, or at a line that is not indented.

    A long text goes on as a paragraph does: until an empty line, or one with a mark in front.
    """
    verder = eind
    deel = kop.label.deel or kop.label.veld
    is_alinea = bool(kop.tekst) and soort_van(deel).vorm == SCHRIJVEN
    while verder < len(regels):
        if not regels[verder].strip():
            # An empty line belongs to the value when it goes on behind it.
            verder += 1
        elif is_label(regels[verder], labels):
            break
        elif is_indented(regels, verder) or (
            is_alinea and verder == eind and not _GEMERKT.match(regels[verder])
        ):
            verder += 1
            eind = verder
        else:
            break
    return eind


def _entry(
    kop: _Kop,
    regels: Sequence[str],
    begin: int,
    eind: int,
) -> Invoer:
    eerste = kop.tekst.rstrip()
    is_letterlijk = eerste.startswith(LETTERLIJK)
    vervolg = list(regels[begin + 1 : eind])
    gevuld = [regel for regel in vervolg if regel.strip()]
    marges = [len(regel) - len(regel.lstrip()) for regel in gevuld]
    marge = min(marges, default=0)
    delen = [eerste.removeprefix(LETTERLIJK)]
    delen += [regel[marge:].removeprefix(LETTERLIJK).rstrip() for regel in vervolg]
    tekst = "\n".join(delen).strip("\n")
    return Invoer(kop.label, kop.nummer, kop.naam, tekst, is_letterlijk, begin, eind)
