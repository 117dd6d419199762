"""Trains what the checks weigh, from the texts of the tests: `python -m benchmarks.wegen`.

Writes the data files of `checks/weging`: byte for byte the same each time, also elsewhere.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from benchmarks.regressie import Tabel, Voorbeeld
from intervisie_cli.checks import weging
from intervisie_cli.checks.smart.ontleding import ontleed
from intervisie_cli.checks.vraag.ontleding import VraagOntleding
from intervisie_cli.checks.weging import actie, uitdrukkingen, vraag
from intervisie_cli.taal.lijsten import lijst
from intervisie_cli.taal.woordsoorten import basis
from intervisie_cli.taal.zin import lees
from tests.checks.cases import BOUWEN, REGIO, VANDAAG, Case, part, schrijvers

LETTERS = ("S", "M", "T")
SOORTEN = ("open", "gesloten", "suggestief")
# What fewer writers have says more of them than of the language.
MINSTENS = 3
# How much a text counts on which people could differ.
_TWIJFEL = 0.3
_MAP = Path(weging.__file__).parent
_BRONNEN = Path(__file__).parent / "woorden" / "uitdrukkingen"
# Weights below this are left out.
_NIETS = 0.04


def voorbeeld_van_actie(case: Case) -> Voorbeeld:
    """The features of an actie."""
    kenmerken = actie.kenmerken(ontleed(case["tekst"], VANDAAG, REGIO))
    return Voorbeeld(_eerlijk(kenmerken, case), case["bron"])


def voorbeeld_van_vraag(case: Case) -> Voorbeeld:
    """The features of a question."""
    kenmerken = vraag.kenmerken(VraagOntleding(case["tekst"]))
    return Voorbeeld(_eerlijk(kenmerken, case), case["bron"])


def _eerlijk(kenmerken: frozenset[str], case: Case) -> frozenset[str]:
    """Leave out what the rules say of the texts that they were built on: they know those."""
    if case.get("is_apart"):
        return kenmerken
    return frozenset(naam for naam in kenmerken if not naam.startswith("regel:"))


def te_leren(naam: str) -> list[Case]:
    """The acties or vragen to learn from: not those that are only measured."""
    return [*schrijvers(naam), *part(naam, BOUWEN)]


def doelen_van_acties(cases: Sequence[Case]) -> dict[str, list[bool]]:
    """For each letter whether each actie has it."""
    return {letter: [bool(case[letter]) for case in cases] for letter in LETTERS}


def doelen_van_vragen(cases: Sequence[Case]) -> dict[str, list[bool]]:
    """For each kind whether each question is of it."""
    return {soort: [case["soort"] == soort for case in cases] for soort in SOORTEN}


def zwaarte(case: Case, uitkomst: str) -> float:
    """How much a text counts for a letter or a kind."""
    twijfel = str(case.get("twijfel", ""))
    is_twijfel = uitkomst in twijfel if uitkomst in LETTERS else bool(twijfel)
    return _TWIJFEL if is_twijfel else 1.0


def leer(
    voorbeelden: Sequence[Voorbeeld], cases: Sequence[Case], doelen: dict[str, Any]
) -> dict[str, dict[str, float]]:
    """For each outcome the weight of each feature."""
    tabel = Tabel(voorbeelden, MINSTENS)
    geleerd = {}
    for uitkomst, doel in doelen.items():
        zwaarten = [zwaarte(case, uitkomst) for case in cases]
        geleerd[uitkomst] = dict(
            zip(tabel.namen, tabel.leer(doel, zwaarten), strict=True)
        )
    return geleerd


def _regels(geleerd: dict[str, dict[str, float]]) -> Iterator[str]:
    uitkomsten = list(geleerd)
    yield "\t".join(["kenmerk", *uitkomsten])
    for naam in sorted(geleerd[uitkomsten[0]]):
        gewichten = [geleerd[uitkomst][naam] for uitkomst in uitkomsten]
        if max(map(abs, gewichten)) >= _NIETS:
            yield "\t".join([naam, *(f"{gewicht:.2f}" for gewicht in gewichten)])


def uitdrukkingen_in_woorden() -> Iterator[str]:
    """The lines of the phrases, as uniform words."""
    klein = lijst("kleine-woorden")
    gezien = set()
    for soort in uitdrukkingen.SOORTEN:
        for regel in (_BRONNEN / f"{soort}.txt").read_text("utf-8").splitlines():
            woorden = [
                w for w in lees(regel).tekst.split() if w not in ("...", "…", ".")
            ]
            if soort == uitdrukkingen.VOORNEMEN:
                inhoud = {basis(w) for w in woorden if w.isalpha() and w not in klein}
                woorden = sorted(inhoud)
            gelezen = f"{soort}\t{' '.join(woorden)}"
            if woorden and gelezen not in gezien:
                gezien.add(gelezen)
                yield gelezen


def _schrijf(naam: str, regels: Iterator[str]) -> None:
    pad = _MAP / f"{naam}.txt"
    pad.write_text("\n".join([*regels, ""]), encoding="utf-8", newline="\n")
    print(f"{pad.name}: {pad.stat().st_size // 1024} kB")


def main() -> None:
    """Train and write it all; the phrases first, for the features are found with them."""
    _schrijf("uitdrukkingen", uitdrukkingen_in_woorden())
    acties = te_leren("acties")
    geleerd = leer(
        [voorbeeld_van_actie(case) for case in acties],
        acties,
        doelen_van_acties(acties),
    )
    _schrijf(actie.BESTAND, _regels(geleerd))
    vragen = te_leren("vragen")
    geleerd = leer(
        [voorbeeld_van_vraag(case) for case in vragen],
        vragen,
        doelen_van_vragen(vragen),
    )
    _schrijf(vraag.BESTAND, _regels(geleerd))


if __name__ == "__main__":
    main()
