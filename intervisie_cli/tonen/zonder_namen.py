"""Blocks without the names of members: in what is said of them, and in what people wrote."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from string import ascii_uppercase

from intervisie_cli.model.sessie import Groep, Lid, Sessie
from intervisie_cli.taal.lijsten import lijst
from intervisie_cli.tonen.blokken import Blok, met_teksten

# A shorter name is also a word, in another case: 'al', 'jo'.
_KORTSTE = 3
_VAN_BUITEN = "Een begeleider"
# How an apostrophe in a name can be typed.
_APOSTROF = "['\u2018\u2019\u02bc`\u00b4]"


def vervangers(groep: Groep, sessies: Iterable[Sessie]) -> dict[str, str]:
    """What stands in the place of each name: 'Lid A', the same one throughout the group."""
    namen: dict[str, str] = {}
    for nummer, lid in enumerate(groep.leden):
        label = f"Lid {_letter(nummer)}"
        namen |= dict.fromkeys(names_of(lid), label)
    for sessie in sessies:
        # Whoever was taken out of groep.yaml is still named in the sessie.
        onbekend = [lid for lid in sessie.deelnemers if not groep.lid(lid)]
        namen |= {lid.capitalize(): "Oud-lid" for lid in onbekend}
        if sessie.begeleider_naam:
            namen |= dict.fromkeys(_parts(sessie.begeleider_naam), _VAN_BUITEN)
    return namen


def zonder(blokken: Iterable[Blok], namen: Mapping[str, str]) -> tuple[Blok, ...]:
    """The same blocks, with for each name what stands in its place."""
    return met_teksten(tuple(blokken), vervanger(namen))


def vervanger(namen: Mapping[str, str]) -> Callable[[str], str]:
    """What gives a text with for each name what stands in its place."""
    if not namen:
        return str
    gelijk = {_plain(naam): label for naam, label in namen.items()}
    # A longer name goes before one that is a part of it.
    langste_eerst = sorted(namen, key=len, reverse=True)
    patroon = "|".join(map(_patroon, langste_eerst))
    # 'Kims idee' is Kim's.
    zoek = re.compile(rf"(?<!\w)({patroon})({_APOSTROF}?[sS])?(?!\w)")

    def met_label(match: re.Match[str]) -> str:
        label = gelijk[_plain(match[1])]
        return f"{label}'s" if match[2] else label

    return lambda tekst: zoek.sub(met_label, tekst)


def _patroon(naam: str) -> str:
    patroon = re.sub(_APOSTROF, _APOSTROF, re.escape(naam))
    # Without 'ben' in 'ik ben er' the text would say nothing any more.
    if len(naam) < _KORTSTE or is_also_a_word(naam):
        return patroon
    return f"(?i:{patroon})"


def is_also_a_word(naam: str) -> bool:
    """Whether a name is an ordinary word when it begins with no capital: Ben, Mei, Roos."""
    return naam.casefold() in lijst("ook-een-naam")


def _plain(naam: str) -> str:
    return re.sub(_APOSTROF, "'", naam).casefold()


def names_of(lid: Lid) -> Iterator[str]:
    """All by which somebody is called: the names, a part of a name, the handles."""
    yield from _parts(lid.roepnaam)
    yield from (handle.capitalize() for handle in lid.handles)


def _parts(naam: str) -> Iterator[str]:
    """A name, and each part of it that is one of its own: no 'van' or 'de'."""
    yield naam
    for deel in naam.split():
        los = re.sub(f"^[dDtTsS]?{_APOSTROF}", "", deel)
        yield from (woord for woord in (deel, los) if woord[:1].isupper())


def _letter(nummer: int) -> str:
    if nummer < len(ascii_uppercase):
        return ascii_uppercase[nummer]
    return str(nummer + 1)
