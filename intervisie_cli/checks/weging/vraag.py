"""What is found in a question, to be weighed for each of its kinds."""

from collections.abc import Iterator
from typing import NamedTuple

from intervisie_cli.checks.regel import Span
from intervisie_cli.checks.vraag.ontleding import VraagOntleding
from intervisie_cli.checks.weging import uitdrukkingen
from intervisie_cli.checks.weging.gewichten import gewichten, kans, zwaarste
from intervisie_cli.checks.weging.kenmerken import BEGIN, GETAL, paren
from intervisie_cli.taal.stammen import stam_van_vorm

BESTAND = "vraag"
# So many words at the beginning of the question itself say most of its kind.
_AANHEF = 4


class Soortweging(NamedTuple):
    """The likeliest kind of a question, and how likely it is, 0 to 1."""

    soort: str
    zeker: float


def weeg(lezing: VraagOntleding) -> Soortweging:
    """Weigh what is found in a question."""
    tabel = gewichten(BESTAND)
    kansen = [kans(som) for som in tabel.som(kenmerken(lezing))]
    beste = max(kansen)
    soort = tabel.uitkomsten[kansen.index(beste)]
    return Soortweging(soort, beste / sum(kansen))


def meeste(lezing: VraagOntleding, soort: str) -> Span | None:
    """The word that says most that a question is of a kind; None when none says much."""
    vormen = [woord.vorm for woord in lezing.zin.woorden]
    tabel = gewichten(BESTAND)
    plaats = zwaarste(
        [tabel.van_een(soort, [f"woord:{vorm}", _stam(vorm)]) for vorm in vormen]
    )
    return None if plaats is None else lezing.zin.plaats(plaats)


def kenmerken(lezing: VraagOntleding) -> frozenset[str]:
    """All that is found in a question."""
    vormen = [
        GETAL if woord.vorm[0].isdigit() else woord.vorm for woord in lezing.zin.woorden
    ]
    kern = lezing.kern.tekst.split()
    return frozenset(
        [
            "altijd",
            *_woorden(vormen),
            *_aanhef(kern),
            *_uitdrukkingen(vormen, kern),
            *_oordelen(vormen, kern),
            *_regels(lezing),
        ]
    )


def _woorden(vormen: list[str]) -> Iterator[str]:
    """Words and their stems, and pairs of words."""
    for vorm in vormen:
        yield f"woord:{vorm}"
        if vorm.isalpha():
            yield _stam(vorm)
    yield from paren(vormen)
    yield f"lengte:{min(7, len(vormen) // 3)}"


def _stam(vorm: str) -> str:
    return f"stam:{stam_van_vorm(vorm)}"


def _aanhef(kern: list[str]) -> Iterator[str]:
    """How the question itself begins."""
    for lengte in range(1, _AANHEF + 1):
        yield f"aanhef:{' '.join(kern[:lengte])}"


def _uitdrukkingen(vormen: list[str], kern: list[str]) -> Iterator[str]:
    """The kinds of phrases in it, and of the one it begins with."""
    for soort in uitdrukkingen.VAN_VRAGEN:
        gevonden = list(uitdrukkingen.letterlijk(soort, vormen))
        if not gevonden:
            continue
        yield f"uitdrukking:{soort}"
        if len(gevonden) > 1:
            yield f"uitdrukking:{soort} vaker"
        if max(eind - begin for begin, eind in gevonden) > 2:
            yield f"uitdrukking:{soort} lang"
        if any(begin == 0 for begin, _ in uitdrukkingen.letterlijk(soort, kern)):
            yield f"uitdrukking:{soort} vooraan"


def _oordelen(vormen: list[str], kern: list[str]) -> Iterator[str]:
    """Words of judgement, how the question begins that has them, and what stands before them."""
    gevonden = list(oordelen(vormen))
    if not gevonden:
        return
    yield "oordeel"
    yield f"oordeel:{min(3, len(gevonden))}"
    if kern:
        yield f"oordeel in:{kern[0]}"
    for nummer in gevonden:
        yield f"oordeel na:{vormen[nummer - 1] if nummer else BEGIN}"


def oordelen(vormen: list[str]) -> Iterator[int]:
    """The places of the words that carry a judgement."""
    for begin, _ in uitdrukkingen.letterlijk(uitdrukkingen.OORDEEL, vormen):
        yield begin


def _regels(lezing: VraagOntleding) -> Iterator[str]:
    """What the rules found."""
    yield f"regel:{lezing.soort_volgens_regels}"
    if lezing.suggestief:
        yield f"regel:{lezing.suggestief.familie}"
    gevonden = {
        "stelling": lezing.is_stelling,
        "vertelverzoek": lezing.vertelverzoek,
        "feit": lezing.feit,
        "twee": lezing.twee,
        "waarom": lezing.waarom,
    }
    for naam, wat in gevonden.items():
        if wat:
            yield f"regel:{naam}"
