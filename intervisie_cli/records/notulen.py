"""The own notulen of a member: Markdown with a heading for each step that has a note.

People edit them too: a note is put in at an offset, and every other character stays.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from intervisie_cli.model.notitie import Notitie
from intervisie_cli.model.sessie import Groep, Plek, Sessie
from intervisie_cli.records.lines import next_line

Plekken = Sequence[Plek]

_KOP = re.compile(r"^##[ \t]+(\S.*?)[ \t]*$", re.MULTILINE)
_TITEL = "# "
# A line of a list, or one that goes on with it.
_IN_LIJST = re.compile(r"[-*+][ \t]|[ \t]|$")


class _Deel(NamedTuple):
    """A part of the text, from *start*, where its heading is, to *end*.

    Its own words begin at *inhoud*: below the heading of a step, with any other heading.
    """

    plek: Plek | None
    start: int
    inhoud: int
    end: int


def title(sessie: Sessie, roepnaam: str) -> str:
    """The text of a file without notes."""
    return f"{_TITEL}Eigen notulen van {_one_line(roepnaam)} ({sessie.naam})\n"


def notities(
    lid: str,
    tekst: str,
    plekken: Plekken,
    groep: Groep,
) -> Iterator[Notitie]:
    """What *lid* noted, in the order of the text."""
    for deel in _delen(tekst, plekken, groep):
        eigen = tekst[deel.inhoud : deel.end].strip()
        if eigen:
            yield Notitie(lid, deel.plek, eigen)


def with_heading(
    tekst: str,
    plekken: Plekken,
    plek: Plek,
    groep: Groep,
) -> str:
    """The text with the heading of *plek*: before that of a later step, else at the end."""
    delen = _delen(tekst, plekken, groep)
    if any(_of(plek, delen)):
        return tekst
    paden = [ander.pad for ander in plekken]
    later = paden[paden.index(plek.pad) :]
    at = len(tekst)
    below = ""
    for deel in delen:
        if deel.plek and deel.plek.pad in later:
            at = deel.start
            below = "\n"
            break
    kop = f"## {_kop(plek, plekken, groep)}\n"
    return _ends_with_gap(tekst[:at]) + kop + below + tekst[at:]


def without_empty_heading(
    tekst: str,
    plekken: Plekken,
    plek: Plek,
    groep: Groep,
) -> str:
    """The text without the heading of *plek*, unless something stands below it."""
    deel = next(_of(plek, _delen(tekst, plekken, groep)), None)
    if not deel or tekst[deel.inhoud : deel.end].strip():
        return tekst
    boven, onder = tekst[: deel.start], tekst[deel.end :]
    if onder:
        return boven + onder
    return boven.rstrip("\n") + "\n"


def with_note(
    tekst: str,
    plekken: Plekken,
    plek: Plek,
    groep: Groep,
    notitie: str,
) -> str:
    """The text with a note below the heading of *plek*; as it is when the note stands there."""
    nieuw = with_heading(tekst, plekken, plek, groep)
    deel = next(_of(plek, _delen(nieuw, plekken, groep)))
    onder = nieuw[deel.inhoud : deel.end].rstrip("\n")
    regels = _as_list(notitie)
    if _holds(onder, regels):
        return tekst
    laatste = onder.rpartition("\n")[2]
    gap = "\n"
    # A list that follows on a heading or a paragraph is set apart from it.
    if not laatste or not _IN_LIJST.match(laatste):
        gap = "\n\n"
    at = deel.inhoud + len(onder)
    rest = nieuw[at:] or "\n"
    return nieuw[:at] + gap + regels + rest


def _delen(tekst: str, plekken: Plekken, groep: Groep) -> list[_Deel]:
    """What stands above the first heading, then each heading with what stands below it."""
    inhoud = 0
    if tekst.startswith(_TITEL):
        inhoud = next_line(tekst, 0)
    namen = _namen(plekken)
    delen = [_Deel(None, 0, inhoud, len(tekst))]
    for match in _KOP.finditer(tekst):
        delen[-1] = delen[-1]._replace(end=match.start())
        plek = _plek_of(match[1], namen, groep)
        # A heading of the user's own is a part of what they wrote.
        inhoud = match.end() if plek else match.start()
        delen.append(_Deel(plek, match.start(), inhoud, len(tekst)))
    return delen


def _of(plek: Plek, delen: Iterable[_Deel]) -> Iterator[_Deel]:
    return (deel for deel in delen if deel.plek and deel.plek.pad == plek.pad)


def _namen(plekken: Plekken) -> dict[str, Plek]:
    """What the heading of each step begins with; two of one title are told apart."""
    namen: dict[str, Plek] = {}
    for plek in plekken:
        naam = _one_line(plek.stap.titel)
        if plek.ronde:
            naam += f", ronde {plek.ronde.nummer}"
        if naam in namen:
            naam += f" · {plek.stap.naam}"
        namen[naam] = plek
    return namen


def _plek_of(
    kop: str,
    namen: Mapping[str, Plek],
    groep: Groep,
) -> Plek | None:
    """The step that a heading names, also when its ronde has another number by now."""
    if kop in namen:
        return namen[kop]
    for naam, plek in namen.items():
        if kop.startswith(f"{naam} ("):
            inbrenger = kop[len(naam) + 2 :].removesuffix(")")
            zelfde = [
                ander for ander in namen.values() if ander.stap.naam == plek.stap.naam
            ]
            return _of_inbrenger(inbrenger, [plek, *zelfde], groep)
    return None


def _of_inbrenger(naam: str, plekken: Plekken, groep: Groep) -> Plek:
    """The place in the ronde of who is called *naam*; the first when nobody is, any more."""
    gezocht = _one_line(naam).casefold()
    for plek in plekken:
        if _inbrenger(plek, groep).casefold() == gezocht:
            return plek
    # A hand can have written more of the name, or the group calls them otherwise by now.
    eerste_woord = gezocht.partition(" ")[0]
    for plek in plekken:
        if plek.ronde and plek.ronde.inbrenger == eerste_woord:
            return plek
    return plekken[0]


def _kop(plek: Plek, plekken: Plekken, groep: Groep) -> str:
    """The heading of a step: 'Advisering, ronde 1 (Mirthe)'."""
    namen = {ander.pad: naam for naam, ander in _namen(plekken).items()}
    kop = namen[plek.pad]
    if plek.ronde:
        kop += f" ({_inbrenger(plek, groep)})"
    return kop


def _inbrenger(plek: Plek, groep: Groep) -> str:
    """The inbrenger as a heading has them, '' in a step of the whole sessie."""
    if not plek.ronde:
        return ""
    return _one_line(groep.roepnaam(plek.ronde.inbrenger))


def _one_line(tekst: str) -> str:
    return " ".join(tekst.split())


def _ends_with_gap(tekst: str) -> str:
    """The text with an empty line at its end, so that a heading can follow."""
    if tekst and not tekst.endswith("\n"):
        tekst += "\n"
    if tekst and not tekst.endswith("\n\n"):
        tekst += "\n"
    return tekst


def _as_list(notitie: str) -> str:
    """A note as an item of a list. Its lines are set in, so that none of them is a heading."""
    regels = notitie.split("\n")
    if all(map(_IN_LIJST.match, regels)):
        return notitie
    eerste, *rest = regels
    ingesprongen = [f"  {regel}".rstrip() for regel in rest]
    return "\n".join([f"- {eerste}", *ingesprongen])


def _holds(onder: str, regels: str) -> bool:
    """Whether these lines stand there, and no item goes on behind them."""
    return bool(re.search(rf"^{re.escape(regels)}$(?!\n+[ \t])", onder, re.MULTILINE))
