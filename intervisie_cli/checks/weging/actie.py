"""What is found in the sentence of an actie, to be weighed for each of its letters S, M and T.

A feature is a name that a person can read: `woord:bel`, `paar:bel <getal>`, `werkwoord:klaar`.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from intervisie_cli.checks.regel import Span
from intervisie_cli.checks.smart.ontleding import Ontleding
from intervisie_cli.checks.weging.gewichten import gewichten, kans, zwaarste
from intervisie_cli.checks.weging.kenmerken import BEGIN, EIND, GETAL, paren
from intervisie_cli.taal.lijsten import lijst
from intervisie_cli.taal.stammen import stam_van_vorm
from intervisie_cli.taal.woordsoorten import naamwoord, werkwoord

BESTAND = "actie"
# Endings of these lengths tell compounds alike: 'huurcontract', 'stagecontract'.
_EINDEN = (5, 6, 7)
# A first word before one of these is a heading or who does it: 'Kim: offerte opvragen'.
_NA_KOP = (":", "-", "|", ";", ",")
_KORTSTE_WOORD = 3


class Weging(NamedTuple):
    """For each letter how likely it is there, 0 to 1."""

    S: float
    M: float
    T: float


def weeg(lezing: Ontleding) -> Weging:
    """Weigh what is found in a sentence."""
    som = gewichten(BESTAND).som(kenmerken(lezing))
    return Weging(*map(kans, som))


def tegen(lezing: Ontleding, letter: str) -> Span | None:
    """The word that says most that a letter is not there; None when none says much."""
    woorden = _Woorden(lezing)
    plaats = zwaarste(
        [
            -gewichten(BESTAND).van_een(letter, woorden.van_woord(nummer))
            for nummer in range(len(woorden.vormen))
        ]
    )
    return None if plaats is None else lezing.zin.plaats(plaats)


def kenmerken(lezing: Ontleding) -> frozenset[str]:
    """All that is found in a sentence."""
    woorden = _Woorden(lezing)
    return frozenset(
        [
            "altijd",
            *woorden.woorden(),
            *woorden.soorten(),
            *woorden.tijd(),
            *_voornemen(lezing),
            *_vorm(woorden.vormen),
            *_regels(lezing),
        ]
    )


class _Woorden:
    """The words of a sentence, with one mark for each time expression and for each number."""

    def __init__(self, lezing: Ontleding) -> None:
        self.vormen = [woord.vorm for woord in lezing.zin.woorden]
        self._in_tijd = _in_tijd(lezing)
        self._soort_op = {vondst.van: vondst.soort for vondst in lezing.tijd.vondsten}
        self.reeks = list(self._reeks())
        self._stammen = [_stam(vorm) for vorm in self.reeks]

    def _reeks(self) -> Iterator[str]:
        plek = 0
        for vorm, in_tijd in zip(self.vormen, self._in_tijd, strict=True):
            if not in_tijd:
                yield GETAL if vorm[0].isdigit() else vorm
            elif plek in self._soort_op:
                yield f"<{self._soort_op[plek]}>"
            plek += len(vorm) + 1

    def van_woord(self, nummer: int) -> list[str]:
        """What one word says by itself; nothing for one of time."""
        vorm = self.vormen[nummer]
        if self._in_tijd[nummer] or not vorm.isalpha():
            return []
        return [
            f"woord:{_stam(vorm)}",
            *_einden(vorm),
            *_soort_van(vorm, BEGIN, self._losse()),
        ]

    def woorden(self) -> Iterator[str]:
        """Words, pairs of words, and the endings of long ones."""
        stammen = self._stammen
        for stam in stammen:
            yield f"woord:{stam}"
        yield from paren(stammen)
        for vorm in self.reeks:
            if vorm.isalpha():
                yield from _einden(vorm)
        yield f"lengte:{min(6, len(self.reeks) // 2)}"
        yield f"getallen:{min(3, self.reeks.count(GETAL))}"

    def soorten(self) -> Iterator[str]:
        """The kinds of its verbs and nouns."""
        losse = self._losse()
        vorige = BEGIN
        for vorm in self.reeks:
            if vorm.isalpha() and len(vorm) >= _KORTSTE_WOORD:
                yield from _soort_van(vorm, vorige, losse)
            vorige = vorm

    def _losse(self) -> tuple[str, ...]:
        """The words that may be the loose part of a verb: 'in' of 'ik lever het in'."""
        delen = lijst("losse-delen")
        return tuple(
            vorm
            for vorm, erna in pairwise([*self.reeks, EIND])
            if vorm in delen and (not erna.isalpha() or erna in lijst("na-los-deel"))
        )

    def tijd(self) -> Iterator[str]:
        """The words of time, and what stands before events that no grammar knows."""
        vorige, was_tijd = BEGIN, True
        for vorm, in_tijd in zip(self.vormen, self._in_tijd, strict=True):
            stam = "#" if vorm[0].isdigit() else _stam(vorm)
            if in_tijd:
                yield f"tijd:{stam}"
                if not was_tijd:
                    yield f"tijd:{vorige} {stam}"
            elif naamwoord(vorm) == "moment":
                yield f"moment:{vorige}"
            vorige, was_tijd = stam, in_tijd


def _in_tijd(lezing: Ontleding) -> list[bool]:
    """For each word whether it is part of a time expression."""
    gevonden = []
    plek = 0
    for woord in lezing.zin.woorden:
        gevonden.append(lezing.tijd.rest[plek] == "~")
        plek += len(woord.vorm) + 1
    return gevonden


def _einden(vorm: str) -> Iterator[str]:
    for lengte in _EINDEN:
        if len(vorm) > lengte:
            yield f"eind:{vorm[-lengte:]}"


def _stam(vorm: str) -> str:
    return stam_van_vorm(vorm) if vorm.isalpha() else vorm


def _soort_van(vorm: str, vorige: str, losse: tuple[str, ...]) -> Iterator[str]:
    verb = werkwoord(vorm, losse)
    if verb and vorige not in lijst("lidwoorden"):
        yield f"werkwoord:{verb.soort}"
        yield f"werkwoord:{verb.soort} {verb.vorm}"
    if soort := naamwoord(vorm):
        yield f"naamwoord:{soort}"
        if vorige == GETAL:
            yield f"naamwoord:{GETAL} {soort}"


def _voornemen(lezing: Ontleding) -> Iterator[str]:
    """How many words the longest phrase has that is only a good intention."""
    if lezing.voornemen:
        yield f"voornemen:{min(3, len(lezing.voornemen))}"


def _vorm(vormen: list[str]) -> Iterator[str]:
    """A word in front or behind that stands apart, as in lists of actions."""
    if any(teken in _NA_KOP for teken in vormen[1:3]):
        yield "vorm:kop"
    if vormen[-1:] == [")"]:
        yield "vorm:haakjes achteraan"


def _regels(lezing: Ontleding) -> Iterator[str]:
    """What the rules found."""
    gevonden = {
        "niemand": lezing.niemand,
        "maat": lezing.heeft_maat,
        "schijngetal": lezing.schijngetallen,
        "vergelijking": lezing.vergelijkingen,
        "ontkenning": lezing.ontkenning,
        "frequentie": lezing.heeft_frequentie,
        "eind": lezing.heeft_eind,
        "toestand": lezing.is_toestand,
        "vaag": lezing.waar_vaag,
        "doen": lezing.noemt_doen,
        "maat of eind": lezing.noemt_maat,
        "moment": lezing.tijd.heeft_moment,
    }
    for naam, wat in gevonden.items():
        yield f"regel:{naam}" if wat else f"regel:geen {naam}"
    for vondst in lezing.tijd.vondsten:
        yield f"vondst:{vondst.soort}"
